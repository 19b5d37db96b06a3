"""Real states: the fee, the limit and what is over it come from their own law."""

from __future__ import annotations

import sys
from decimal import Decimal
from pathlib import Path

import pytest
from round_figures import ROUND

from kit.model.options import Assumptions, filled
from kit.options import compare

sys.path.insert(0, str(Path(__file__).parents[1] / "checks" / "filing"))
from suits import suit_facts
from test_filing_states import STATES, claim

TODAY = "2026-11-22"


def at(code: str, amount: str, kind: str = "llc", **more):
    """Return the comparison of a claim in a state, of a company or a person."""
    own = more.pop("own", {})
    facts = suit_facts(TODAY, **claim(code, amount, kind, **more))
    return compare(facts, filled(Assumptions.model_validate(own), ROUND))


@pytest.mark.parametrize(
    ("code", "amount", "kind", "fee", "limit"),
    [
        # Cal. Code Civ. Proc. § 116.230: $50 from 1,500.01 to 5,000; $75 above; a company up to 6,250
        ("us-ca", "4000", "llc", "50.00", "$6,250.00"),
        # a person up to 12,500
        ("us-ca", "9000", "sole-proprietor", "75.00", "$12,500.00"),
        # Tex. Loc. Gov't Code §§ 133.151, 135.103: $54 in all
        ("us-tx", "19000", "llc", "54.00", "$20,000.00"),
        # N.Y. City Civ. Ct. Act § 1803-A: $25 in the commercial part
        ("us-ny", "9000", "llc", "25.00", "$10,000.00"),
    ],
)
def test_fees_of_real_courts(code, amount, kind, fee, limit):
    """The fee is in what is paid out, beside service; fee and limit carry their citation and the day it was read."""
    names = {"sole-proprietor": {"creditor": {**claim(code)["creditor"], "name": "Pat Moss", "kind": kind}}}
    suit = at(code, amount, "llc", **names.get(kind, {})).way("small_claims")

    assert suit.open, suit.closed
    assert suit.terms.out_of_pocket.low == Decimal(fee) + 20
    (said,) = [note for note in suit.terms.notes if note.startswith("Filing costs")]
    (most,) = [note for note in suit.terms.notes if note.startswith("The limit is")]
    assert f"${fee}" in said
    assert limit in most
    assert ", read 20" in said
    assert ", read 20" in most


@pytest.mark.parametrize("code", STATES)
def test_every_state(code):
    """A small, a middling and a large debt: every way has figures or a reason, and no fee is made up."""
    for amount in ("900", "9000", "90000"):
        for kind in ("llc", "individual"):
            found = at(code, amount, kind)
            assert found.debt >= Decimal(amount)
            for way in found.ways:
                assert way.open or all(one.code and one.message for one in way.closed)
                if way.id == "small_claims" and way.open:
                    assert way.terms.base <= found.debt
                    told = " ".join(way.terms.notes)
                    assert ("Filing costs $" in told) != ("The fee is not on record" in told)
                    assert way.terms.base == found.debt or "given up for good" in told


def test_what_the_law_does_not_say_is_not_guessed():
    """A state whose file has no fee for the ordinary court leaves it out and says so."""
    suit = at("us-ny", "9000").way("court")

    assert suit.terms.out_of_pocket.low == 1050  # 50 for service, 1,000 for the lawyer
    assert any("The fee is not on record and left out" in note for note in suit.terms.notes)


def test_your_own_fee_comes_first():
    """What the clerk said is reckoned with, whatever the list says."""
    suit = at("us-tx", "19000", own={"small_claims": {"fee": "60"}}).way("small_claims")

    assert suit.terms.out_of_pocket.low == 80

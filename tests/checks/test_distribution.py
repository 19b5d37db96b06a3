"""What a claim is worth: each part stands in its class, and no percentage is made up."""

from __future__ import annotations

import re

import pytest
from claim_cases import ME, claim_in, facts_in
from franklin import invoice

from kit.checks.claim_class import claim_classes
from kit.checks.distribution import distribution


def shared(late=False, **facts):
    """Return the order of distribution for a case, and the claim."""
    known = facts_in(as_of="2026-07-01", **facts)
    claim = claim_in(known)
    return distribution(known, claim_classes(known, claim), late=late), claim


def own(found):
    """Return the section of each class in which something of the claim stands, with the amount."""
    return [(rung.law, rung.yours) for rung in found.rungs if rung.yours]


def test_a_trade_claim_stands_behind_the_priorities():
    """Eleven classes are paid before a general unsecured claim."""
    found, claim = shared()

    assert own(found) == [("11 U.S.C. § 726(a)(2)", claim.total)]
    assert next(rung.place for rung in found.rungs if rung.yours) == 11
    assert any("Your whole claim is general unsecured" in one for one in found.remarks)


def test_a_late_claim_stands_behind_those_in_time():
    """§ 726(a)(3): in chapter 7 a late claim waits for all claims in time."""
    found, claim = shared(late=True)

    assert own(found) == [("11 U.S.C. § 726(a)(3)", claim.total)]


def test_every_part_has_its_place():
    """Security, goods of the last days, pay and the rest each stand in their class and add up to the claim."""
    found, claim = shared(
        creditor=ME,
        agreement={"goods": {"items": [{"text": "Paper", "unit_price": "300"}]}},
        invoices=[
            invoice("G", issued="2026-05-25", due="2026-06-30", delivered_on="2026-05-25",
                    lines=[{"text": "Paper", "unit_price": "300"}]),
            invoice("W", "500", "2026-05-01", "2026-06-30", delivered_on="2026-04-30"),
            invoice("O", "900", "2025-06-01", "2026-06-30", delivered_on="2025-05-30"),
        ],
        bankruptcy={"creditor_role": "employee", "security": {"text": "a press", "value": "200", "perfected": True}},
    )  # fmt: skip

    assert own(found) == [
        ("11 U.S.C. §§ 506(a), 725", 200),
        ("11 U.S.C. §§ 503(b), 507(a)(2)", 300),
        ("11 U.S.C. § 507(a)(4)", 500),
        ("11 U.S.C. § 726(a)(2)", 700),
    ]
    assert sum(amount for _, amount in own(found)) == claim.total


@pytest.mark.parametrize(
    ("filed", "said"),
    [
        pytest.param({}, "gets no discharge in chapter 7", id="seven"),
        pytest.param({"no_asset_notice_on": "2026-06-10"}, "nothing to share out", id="no-assets"),
        pytest.param(
            {"no_asset_notice_on": "2026-06-10", "asset_notice_on": "2026-06-20"}, "a claim is needed", id="assets"
        ),
        pytest.param({"chapter": "11"}, "at least what chapter 7 would give", id="eleven"),
        pytest.param({"chapter": "13"}, "at least what chapter 7 would give", id="thirteen"),
        pytest.param({"chapter": "9"}, "public bodies", id="nine"),
        pytest.param({"chapter": "15"}, "abroad", id="fifteen"),
        pytest.param({"chapter": "11", "converted": [{"on": "2026-06-20", "to": "7"}]}, "no discharge", id="converted"),
    ],
)
@pytest.mark.parametrize("late", [pytest.param(False, id="in-time"), pytest.param(True, id="late")])
def test_the_chapter_speaks(filed, said, late):
    """Each chapter has its own words, and none of them names a percentage."""
    found, claim = shared(late, bankruptcy=filed)
    text = " ".join((*found.remarks, *(rung.who for rung in found.rungs)))

    assert said in text
    assert not re.search(r"\d ?(%|percent|cents)", text)
    assert sum(rung.yours for rung in found.rungs) == claim.total


def test_security_of_unknown_value_is_left_open():
    """Where a value is missing the places say so instead of guessing."""
    found, _ = shared(bankruptcy={"security": {"text": "a press", "perfected": True}})

    assert found.rungs[0].yours is None

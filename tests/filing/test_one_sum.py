"""One claim, one sum: what is tested, what the form asks for and what the papers add up to are the same figure."""

from __future__ import annotations

import pytest
from packet_suit import FILED

from kit import pipeline
from kit.checks.filing import look
from kit.documents.forms.claim_answers import sums_of
from kit.filing.make import make_packet
from kit.filing.options import Options

COST = "{id: C-1, on: 2026-03-20, amount: 12.00, kind: bank, text: fee, claimable: yes, source: section 9}"
CASES = {
    "agreed interest": ("", ""),
    "interest by law alone": ("  interest: {percent_a_year: 12, from: due_date, source: section 7}\n", ""),
    "costs": ("agreement:\n", f"costs: [{COST}]\nagreement:\n"),
    "over the limit, given up": ("unit_price: 30.86", "unit_price: 330.86"),
}


@pytest.mark.parametrize("name", CASES)
def test_the_sum_is_one(suit, name):
    """The packet of every such case is made, so its proof found the tested sum on the papers."""
    file = suit / "case.yaml"
    old, new = CASES[name]
    text = file.read_text("utf-8")
    assert old in text
    text = text.replace(old, new, 1) if old else text
    file.write_text(text.replace("small_claims: {", "small_claims: {waive_excess: yes, "), "utf-8")

    facts = pipeline.look(suit, as_of=FILED)
    filing = look(facts)
    assert filing.demand == sums_of(facts).amount
    if not filing.stopped:
        make_packet(suit, Options(), as_of=FILED)


@pytest.mark.parametrize("word", ["no", "not_researched"])
def test_nothing_is_given_up_that_the_law_does_not_let_one(suit, word):
    """Where the law forbids it, or nobody has looked it up, form and check ask for the whole claim alike."""
    law = next(suit.parent.rglob("us-xf.yaml"))
    text = law.read_text("utf-8")
    assert "{may_waive: yes, effective: when judgment is entered," in text
    law.write_text(
        text.replace("{may_waive: yes, effective: when judgment is entered,", f"{{may_waive: {word},"), "utf-8"
    )
    file = suit / "case.yaml"
    text = file.read_text("utf-8").replace("unit_price: 30.86", "unit_price: 330.86")
    file.write_text(text.replace("small_claims: {", "small_claims: {waive_excess: yes, "), "utf-8")

    facts = pipeline.look(suit, as_of=FILED)
    filing, sums = look(facts), sums_of(facts)
    assert filing.limit is not None
    assert filing.counted > filing.limit
    assert (filing.waived, sums.waived) == (0, 0)
    assert filing.demand == sums.amount == filing.claim

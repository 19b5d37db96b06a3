"""One claim, one sum: what is tested, what the form asks for and what the papers add up to are the same figure."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from packet_suit import FILED

from kit import pipeline
from kit.checks.filing import look
from kit.documents.forms.claim_answers import sums_of
from kit.filing.make import make_packet
from kit.filing.options import Options
from kit.journal import append
from kit.model.court_event import Filed

COST = "{id: C-1, on: 2026-03-20, amount: 12.00, kind: bank, text: fee, claimable: yes, source: section 9}"
CASES = {
    "agreed interest": (),
    "interest by law alone": (("  interest: {percent_a_year: 12, from: due_date, source: section 7}\n", ""),),
    "costs": (("agreement:\n", f"costs: [{COST}]\nagreement:\n"),),
    "over the limit, given up": (
        ("unit_price: 30.86", "unit_price: 330.86"),
        ("city: Overton, county: Lee", "city: Leeford, county: Lee"),  # of whose court the excess may be given up
    ),
}


def edit(suit: Path, *changes: tuple[str, str]) -> None:
    """Change the case, which gives up what is over the limit."""
    file = suit / "case.yaml"
    text = file.read_text("utf-8")
    for old, new in (*changes, ("small_claims: {", "small_claims: {waive_excess: yes, ")):
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, "utf-8")


def change_law(suit: Path, old: str, new: str) -> None:
    """Change the law of Franklin as this workspace has it."""
    file = next(suit.parent.rglob("us-xf.yaml"))
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize("name", CASES)
def test_the_sum_is_one(suit, name):
    """The packet of every such case is made, so its proof found the tested sum on the papers."""
    edit(suit, *CASES[name])

    facts = pipeline.look(suit, as_of=FILED)
    filing = look(facts)
    assert filing.demand == sums_of(facts).amount
    assert bool(filing.waived) is (name == "over the limit, given up")
    make_packet(suit, Options(), as_of=FILED)


@pytest.mark.parametrize("word", ["no", "not_researched"])
def test_nothing_is_given_up_that_the_law_does_not_let_one(suit, word):
    """Where the law forbids it, or nobody has looked it up, form and check ask for the whole claim alike."""
    edit(suit, *CASES["over the limit, given up"])
    change_law(suit, "{may_waive: yes, effective: when judgment is entered,", f"{{may_waive: {word},")

    facts = pipeline.look(suit, as_of=FILED)
    filing, sums = look(facts), sums_of(facts)
    assert filing.limit is not None
    assert filing.counted > filing.limit
    assert (filing.waived, sums.waived) == (0, 0)
    assert filing.demand == sums.amount == filing.claim


def test_a_limit_raised_later_brings_nothing_back(suit):
    """What was given up on the day of filing is given up for good, whatever the limit is on the day of the papers."""
    edit(suit, *CASES["over the limit, given up"])
    row = (
        "{court: county-court, plaintiff: entity, from: 2024-01-01, value: 4000, source: code-12-302, confidence: high}"
    )
    later = row.replace("2024-01-01, value: 4000", "2026-06-01, value: 9000")
    change_law(suit, row, f"{row}\n      - {later}")
    append(suit, lambda journal: Filed(n=journal.next_number, on=FILED, event="filed"))

    before, after = (sums_of(pipeline.look(suit, as_of=day)) for day in (FILED, date(2026, 7, 1)))
    assert before.waived == after.waived == before.principal - 4000

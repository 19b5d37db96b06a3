"""Bills due in parts, small currencies, long names, no way to pay: the words stay true."""

from __future__ import annotations

import pytest
from paper_cases import (
    ALL,
    CONTRACT,
    CREDITOR,
    DEBTOR,
    DEMAND,
    INVOICE,
    STATEMENT,
    Variant,
    agreed,
    bill,
    facts_of,
    made,
)

PARTS = [{"due_on": f"2026-{month}-01", "amount": "1000.00"} for month in ("08", "09", "12")]
IN_PARTS = Variant(
    {
        "invoices": [bill("F-9", "2026-07-01", "3000.00", instalments=PARTS)],
        "payments": [{"id": "P-1", "on": "2026-08-01", "amount": "1000.00", "invoice": "F-9"}],
        **agreed(interest={"percent_a_year": "10"}),
    }
)


def test_a_bill_due_in_parts_asks_for_parts():
    """It neither says one due day nor asks for everything, and each part says when it is due and what is left."""
    blanks = made(facts_of(IN_PARTS), INVOICE).blanks

    assert blanks.due == "in parts, see below"
    assert blanks.balance_label == "To be paid in parts, see below"
    assert [f"{part.due}: {part.amount}" for part in blanks.instalments] == [
        "Part 1 of 3, due August 1, 2026: $1,000.00, paid",
        "Part 2 of 3, due September 1, 2026: $1,000.00",
        "Part 3 of 3, due December 1, 2026: $1,000.00",
    ]


@pytest.mark.parametrize("document", [STATEMENT, DEMAND])
def test_interest_names_the_part_it_is_on(document):
    """Two parts with interest are two lines that can be told apart, in the account and in the computation."""
    change = {**IN_PARTS.change, "payments": []}
    blanks = made(facts_of(Variant(change)), document).blanks

    said = [entry.what for entry in blanks.postings if entry.what.startswith("Interest")]
    assert said == ["Interest on F-9, part 1 of 3", "Interest on F-9, part 2 of 3"]
    assert [span.invoice for span in blanks.spans] == ["F-9, part 1 of 3", "F-9, part 2 of 3"]


def test_interest_too_small_for_a_day_still_goes_on():
    """Where a day's interest rounds to nothing, the letter names the rate and no amount."""
    change = {"currency": "JPY", "invoices": [bill("F-9", "2026-07-01", "900")]}
    terms = agreed(price={"amount": "900"}, interest={"percent_a_year": "8"}, late_fee=None)
    said = made(facts_of(Variant({**change, **terms})), DEMAND).blanks.interest_sentence

    assert said.startswith("Interest at 8% a year goes on from ")
    assert "¥" not in said


@pytest.mark.parametrize("document", ALL)
def test_long_names_are_cut_at_the_foot_only(document):
    """A name of 3,000 characters stands whole where it belongs and short at the foot of each page."""
    name = "Consolidated " * 230
    facts = facts_of(Variant({"creditor": {**CREDITOR, "name": name}, "debtor": {**DEBTOR, "name": name[::-1]}}))
    blanks = made(facts, document, "INV-104" if document == INVOICE else "").blanks

    assert len(blanks.footer) < 200
    assert blanks.footer.count("…") >= 2
    assert name.strip() in repr(blanks)


@pytest.mark.parametrize("document", [each for each in ALL if each != CONTRACT])
def test_without_a_way_to_pay_the_paper_still_says_where(document):
    """A creditor who named no way to pay is paid at the address over the letter."""
    blanks = made(facts_of(Variant({"creditor": {"pay_to": None}})), document).blanks

    assert "to Alder & Finch LLC at the address above" in repr(blanks)

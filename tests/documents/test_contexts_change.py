"""A change order: one page that names the contract, adds up to the cent, moves the dates, and leaves the rest alone."""

from __future__ import annotations

import re
from decimal import Decimal

import pypdfium2 as pdfium
import pytest
from paper_cases import CHANGE_ORDER, LESS, MORE, PAPERS, Variant, agreed, facts_of, made, paper
from paper_text import Table, blocks, text

from kit.documents import draft
from kit.documents.contexts.request import Request
from kit.findings import KitError
from kit.load.document_files import find_template

NAMES = [name for name, document in PAPERS if document == CHANGE_ORDER]
BOTH = Variant({"changes": [MORE, LESS], **agreed(ends_on="2026-09-10")})


def words(name):
    """Return the change order of a case as text."""
    return text(paper(name, CHANGE_ORDER).docx)


def decided(variant, change=""):
    """Return the request for a change order, settled as the kit settles it."""
    return draft.decide(facts_of(variant), Request(CHANGE_ORDER, change=change), find_template(CHANGE_ORDER, None))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("change", "This page changes the agreement “Label design” of May 4, 2026 between the two parties named here."),
        ("change", "It is dated July 30, 2026."),
        ("change", "The reason: Client asked for two more labels and dropped the outer box."),
        ("change", "Provider bills the difference when the change is done; it is due as the contract says."),
        ("change", "The dates that have not passed move by 10 days. The work is to be finished by September 20, 2026."),
        ("change", "stays as it is and holds for this change too, the terms on payment and on late payment included."),
        ("change", "Provider starts on the change when both have signed this page."),
        ("change-after-another", "The price before this change counts change order CO-1."),
        ("change-after-another", "Provider takes the difference off the next invoice"),
        ("change-after-another", "The work is to be finished by October 1, 2026 instead of September 20, 2026."),
        ("change-after-another", "Files for the other press (3)"),
        ("change-after-another", "the terms on payment included."),
        ("change-of-hours", "This page changes the agreement of May 4, 2026 between"),
        ("change-of-hours", "Most charged for hours before this change"),
        ("change-of-hours", "Provider goes on charging the hours worked, up to that sum."),
        ("change-of-hours", "The dates that have not passed move by 10 days."),
        ("change-of-a-retainer", "For this change Client pays $120.50 less, once, than the contract says."),
        ("change-of-a-retainer", "This page changes the agreement “Label design” between the two parties"),
        ("change-of-a-retainer", "Name: Jo Reed"),
        ("change-of-a-retainer", "They stay as they are."),
        ("change-of-dates", "It stays as it is."),
        ("change-of-dates", "The dates that have not passed move by 1 day."),
        ("change-of-goods", "the terms on payment and on late payment included."),
    ],
)
def test_the_words_for_a_case(name, sentence):
    """What changes is said in plain sentences, and everything else stands, the late clause by name."""
    assert sentence in words(name)


@pytest.mark.parametrize(
    ("name", "sums"),
    [
        # 2 x 350.00 and 3.5 x 95.00 are 1,032.50; one box of 240.00 goes
        ("change", ["$4,800.00", "$1,032.50", "−$240.00", "$5,592.50"]),
        ("change-after-another", ["$5,592.50", "−$120.50", "$5,472.00"]),
        ("change-of-hours", ["$4,500.00", "$1,032.50", "−$240.00", "$5,292.50"]),
        ("change-of-dates", []),
        # 120 x 30.86 are 3,703.20 more than 4,808.40
        ("change-of-goods", ["$4,808.40", "$3,703.20", "$8,511.60"]),
        ("change-in-yen", ["¥480,000", "¥3,000", "−¥240", "¥482,760"]),
        ("change-of-a-retainer", []),
    ],
)
def test_it_adds_up(name, sums):
    """The price before, what is added and left out, and the price after are on the page and add up to the cent."""
    printed = [
        row[-1] for block in blocks(paper(name, CHANGE_ORDER).docx) if isinstance(block, Table) for row in block.rows
    ]
    totals = printed[-len(sums) :] if sums else []

    assert totals == sums
    figures = [Decimal(re.sub(r"[^\d.-]", "", each.replace("−", "-"))) for each in sums]
    assert not figures or sum(figures[:-1]) == figures[-1]


@pytest.mark.parametrize("name", NAMES)
def test_one_page_signed_by_both(name):
    """An ordinary change fits on one page with both signatures on it."""
    with pdfium.PdfDocument(paper(name, CHANGE_ORDER).pdf) as document:
        (page,) = [each.get_textpage().get_text_range() for each in document]

    assert page.count("Signature:") == page.count("Date:") == 2


def test_a_long_change_keeps_its_signatures_together():
    """Sixty lines go over the page; both signatures stand on one."""
    lines = [{"text": f"Label {n}", "unit_price": "10.00"} for n in range(60)]
    done = made(facts_of(Variant({"changes": [{**MORE, "added": lines}]})), CHANGE_ORDER, change="CO-1")
    with pdfium.PdfDocument(done.pdf) as document:
        signed = [each.get_textpage().get_text_range().count("Signature:") for each in document]

    assert len(signed) > 1
    assert [count for count in signed if count] == [2]


def test_golden_words(golden):
    """A change of one word is seen by whoever reads the change."""
    golden("label-design.change-order", words("change"))


def test_which_change():
    """The only change needs no name; of several one must be named, and a slip is answered with the nearest."""
    assert decided(Variant({"changes": [MORE]})).change == "CO-1"
    with pytest.raises(KitError, match="say which change: CO-1 or CO-2"):
        decided(BOTH)
    with pytest.raises(KitError, match=r"there is no change `CO-22`; did you mean CO-2\?"):
        decided(BOTH, "CO-22")
    with pytest.raises(KitError, match="there is no change `x`; there are CO-1 and CO-2"):
        decided(BOTH, "x")
    with pytest.raises(KitError, match="the case has no change order: add one under `changes:`"):
        decided(Variant(), "CO-1")


def test_not_before_its_day():
    """A change order is not made before the day it is drawn up; the day to use is named."""
    later = {**MORE, "on": "2027-01-02", "signed_on": None}
    with pytest.raises(KitError, match=r"change CO-1 is of 2027-01-02, after 2026-11-23: make it with `--as-of"):
        decided(Variant({"changes": [later]}))


def test_a_change_nobody_signed_counts_for_nothing():
    """The price before the second change leaves out a first one that was never signed."""
    open_first = {key: value for key, value in MORE.items() if key != "signed_on"}
    done = made(facts_of(Variant({"changes": [open_first, LESS]})), CHANGE_ORDER, change="CO-2")

    assert "$4,679.50" in text(done.docx)  # 4,800.00 less 120.50
    assert "counts change order" not in text(done.docx)

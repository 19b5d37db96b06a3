"""From rows and answers to a filled form, on forms made here: nothing is cut, nothing is guessed, faults are named."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from pypdf import PdfReader
from sample_forms import Sample

from kit.documents.forms.addendum import Section, hint, section_of, title_of
from kit.documents.forms.answered import asked, faults, shown, to_sign, values_of
from kit.documents.forms.bind import bind, complete
from kit.documents.forms.blank import prepare
from kit.documents.forms.claim_answers import ClaimAnswers
from kit.documents.forms.court_answers import CourtAnswers
from kit.documents.forms.demand_answers import DemandAnswers
from kit.documents.forms.field import FieldKind
from kit.documents.forms.party_answers import PartyAnswers
from kit.documents.forms.proceeding_answers import CourtAddress
from kit.documents.forms.read_back import prove
from kit.documents.forms.venue_answers import VenueAnswers
from kit.findings import InvalidFile
from kit.model.form import CourtForm, FieldRow, Shown

DAY = date(2026, 11, 23)
MULTILINE = 1 << 12
ONE = "The plaintiff delivered three hundred labels to the defendant in June, who took them and used them. "
LONG = " ".join(f"{ONE}Invoice {n} was due and has not been paid." for n in range(1, 9))
SAID = CourtAnswers(
    plaintiffs=(PartyAnswers(name="Alder & Finch LLC", kind="llc", agent=PartyAnswers().agent),),
    defendants=(PartyAnswers(name="Late Paper Supply Inc."),),
    plaintiff_names="Alder & Finch LLC",
    defendant_names="Late Paper Supply Inc.",
    claim=ClaimAnswers(amount=Decimal("1234.50"), why=LONG, happened_on=DAY),
    venue=VenueAnswers(ground="contract_made", words="", zip="02135"),
)


def form(*rows: dict, **more) -> CourtForm:
    """Return a form of the State of Franklin with these rows."""
    said = {
        "id": "us-xf/sc-1",
        "number": "SC-1",
        "title": "Claim",
        "court": "county-court",
        "revision": "2026",
        "url": "https://courts.example/sc-1.pdf",
        "sha256": "0" * 64,
        "pages": "1",
        "forum": "us-xf",
        "answers": "small-claims",
        "folder": "",
        "fields": tuple(FieldRow.model_validate(row) for row in rows),
    }
    return CourtForm.model_validate({**said, **more})


def blank(*names: str, box: str = "", why=(72, 500, 540, 580)):
    """Return a blank with text fields, one of several lines called Why, and one box with two states."""
    sample = Sample()
    for name in names:
        if name == "Why":
            sample.text(name, flags=MULTILINE, rect=why)
        else:
            sample.text(name)
    if box:
        sample.box(box, ("/Yes",))
    return prepare(sample.bytes())


def text_of(pdf: bytes) -> str:
    """Return the words on the pages, in one line."""
    return " ".join(" ".join(page.extract_text() or "" for page in PdfReader(io.BytesIO(pdf)).pages).split())


WHY = {"field": "Why", "blank": "claim.why", "label": "3a Why is it owed?", "overflow": "Item 3a"}
MORE = {"field": "More", "blank": "attachment.needed", "label": "3 More space", "state": "/Yes"}


@pytest.mark.parametrize(
    ("answer", "how", "expected"),
    [
        (DAY, None, "11/23/2026"),
        (DAY, Shown.LONG_DAY, "November 23, 2026"),
        (Decimal("1234.50"), None, "1,234.50"),
        (Decimal("1234.50"), Shown.DOLLARS, "$1,234.50"),
        (Decimal(0), None, "0.00"),
        ("as it is", None, "as it is"),
        ("", None, ""),
        (None, None, ""),
        (True, None, "yes"),
    ],
)
def test_how_an_answer_is_written(answer, how, expected):
    """Days and amounts as forms want them; the row may ask for the sign or the month in words."""
    assert shown(answer, how) == expected


@pytest.mark.parametrize(
    ("made", "expected"),
    [(True, {"Yes": "/1"}), (False, {"No": "/2"}), (None, {})],
    ids=["yes", "no", "nobody-said"],
)
def test_a_pair_of_boxes(made, expected):
    """One box of a pair is set by a yes, the other by a no, and neither where nobody has said."""
    rows = [
        {"field": "Yes", "blank": "demand.made", "label": "4 Asked: yes", "state": "/1", "equals": "yes"},
        {"field": "No", "blank": "demand.made", "label": "4 Asked: no", "state": "/2", "equals": "no"},
    ]
    said = replace(SAID, demand=DemandAnswers(made=made))

    assert values_of(form(*rows), said) == expected
    assert asked(form(*rows), said) == (() if expected else ("4 Asked",))


def test_a_word_without_a_box_is_asked_for():
    """Where no box stands for the answer, the person is told instead of a wrong box being set."""
    row = {"field": "A", "blank": "venue.ground", "label": "5 Why here", "state": "/1", "equals": "defendant_lives"}

    assert values_of(form(row), SAID) == {}
    assert asked(form(row), SAID) == ("5, the box that fits",)


def test_what_is_signed_is_named_and_never_filled():
    """Signature and its day are left with their labels for the check list."""
    rows = [
        {"field": "S", "leave": "signature", "label": "9 Signature"},
        {"field": "D", "leave": "signing_date", "label": "9 Date"},
    ]

    assert to_sign(form(*rows)) == ("9 Signature", "9 Date")
    assert values_of(form(*rows), SAID) == {}


def test_every_row_that_asks_for_nothing_is_named():
    """Unknown blanks and words that never come are all named at once, with the nearest blank there is."""
    made = form(
        {"field": "A", "blank": "plaintiffs[0].nam", "label": "1"},
        {"field": "B", "blank": "venue.ground", "label": "5", "state": "/1", "equals": "next_door"},
        {"field": "C", "blank": "claim.amount", "label": "3"},
        needed_when="sometimes",
        attach=({"heading": "More", "blank": "further"},),
    )

    found = faults(made)
    assert [one.code for one in found] == ["K530", "K530", "K530", "K531"]
    assert found[0].fix == "Did you mean `plaintiffs[0].name`?"
    with pytest.raises(InvalidFile):
        bind(made, blank("A", "C", box="B"), SAID)


def test_a_row_for_a_field_that_is_not_there():
    """A blank of another revision without a mapped field is refused by name, not filled in part."""
    made = form({"field": "Gone", "blank": "plaintiffs[0].name", "label": "1 Name"})

    with pytest.raises(InvalidFile, match="Gone"):
        complete(made, blank("Name"), SAID, day=DAY)


def test_lines_stand_on_one_line_where_the_field_has_one():
    """An address of several lines goes into a field of one with commas between."""
    said = replace(SAID, court=CourtAddress(block="County Court\n1 Main Street\nOverton, XF 02135"))
    rows = [
        {"field": "Name", "blank": "court.block", "label": "Court"},
        {"field": "Why", "blank": "court.block", "label": "Court"},
    ]

    assert bind(form(*rows), blank("Name", "Why"), said) == {
        "Name": "County Court, 1 Main Street, Overton, XF 02135",
        "Why": "County Court\n1 Main Street\nOverton, XF 02135",
    }


def test_lines_close_up_before_anything_moves_away():
    """Three lines in room for two are set as one text, and nothing goes to an attachment."""
    said = replace(SAID, court=CourtAddress(block="County Court\n1 Main Street\nOverton, XF 02135"))
    row = {"field": "Why", "blank": "court.block", "label": "Court"}
    done = complete(form(row), blank("Why", why=(72, 500, 400, 520)), said, day=DAY)

    assert done.filled.shown["Why"] == "County Court, 1 Main Street, Overton, XF 02135"
    assert done.continuation == ()


def test_what_does_not_fit_stands_whole_on_the_kits_sheet():
    """The field ends after a sentence with where to look; the sheet has the item, its question and the whole answer."""
    made, paper = form(WHY, MORE), blank("Why", box="More")
    assert paper.fields["More"].kind is FieldKind.BOX
    done = complete(made, paper, SAID, day=DAY)
    shown_, sheet = done.filled.shown["Why"], text_of(done.continuation[0])

    assert shown_.endswith(". See attachment, item 3a.")
    assert LONG.startswith(shown_.removesuffix(" See attachment, item 3a."))
    assert done.filled.shown["More"] == "/Yes"
    assert " ".join(LONG.split()) in sheet
    assert sheet.startswith("Plaintiff Alder & Finch LLC Defendant Late Paper Supply Inc. Case number")
    assert "Attachment to SC-1, Item 3 Item 3a Why is it owed?" in sheet
    assert (done.moved, done.continued_on, done.expects) == (("Item 3a",), "", (LONG,))
    assert prove(paper, done.filled, done.values) == ()


def test_what_fits_moves_nothing():
    """A short answer stands on the form, the box for more space stays empty, and there is no sheet."""
    said = replace(SAID, claim=replace(SAID.claim, why=ONE))
    done = complete(form(WHY, MORE), blank("Why", box="More"), said, day=DAY)

    assert (done.filled.shown.get("Why"), done.filled.shown.get("More")) == (ONE, None)
    assert (done.continuation, done.moved) == ((), ())


def test_one_sentence_too_long_is_broken_off_visibly():
    """Where not even a sentence fits, dots show that the words break off; the whole of them is on the sheet."""
    endless = "labels and boxes " * 120 + "for the defendant."
    said = replace(SAID, claim=replace(SAID.claim, why=endless))
    done = complete(form(WHY), blank("Why"), said, day=DAY)

    assert done.filled.shown["Why"].endswith("... See attachment, item 3a.")
    assert " ".join(endless.split()) in text_of(done.continuation[0])


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("He lives at P.O. Box 12 and pays nobody at all. ", "pays nobody at all."),
        ("Late Paper Supply Inc. has the labels. ", "has the labels."),
    ],
)
def test_a_period_is_not_always_the_end(text, ends):
    """An abbreviation does not end a sentence, so the field never stops after `P.O.` or `Inc.`"""
    said = replace(SAID, claim=replace(SAID.claim, why=text * 30))
    done = complete(form(WHY), blank("Why"), said, day=DAY)

    assert done.filled.shown["Why"].endswith(f"{ends} See attachment, item 3a.")


def test_a_long_name_is_whole_on_the_sheet_once():
    """A name too long for two fields stands on the sheet once, under the first of them."""
    name = "Overton Paper Label Box Carton and Board Supply Company of the Two Rivers and of the Valley Towns Inc."
    said = replace(SAID, defendants=(PartyAnswers(name=name),), defendant_names=name)
    rows = [
        {"field": "Name", "blank": "defendants[0].name", "label": "2 Defendant, name"},
        {"field": "Again", "blank": "defendant_names", "label": "Page 2, defendants"},
    ]
    done = complete(form(*rows), blank("Name", "Again"), said, day=DAY)

    assert done.moved == ("Item 2",)
    assert done.filled.shown["Name"].endswith("... See attachment, item 2.")
    assert text_of(done.continuation[0]).count("Valley Towns Inc.") == 2  # under Defendant, and under Item 2


def test_what_a_form_has_no_place_for_goes_behind_it():
    """Answers that the form wants on a sheet have one; without them there is no sheet."""
    made = form(
        {"field": "Name", "blank": "plaintiffs[0].name", "label": "1 Name"},
        attach=({"heading": "Additional defendants", "blank": "further_defendants"},),
    )
    with_ = complete(made, blank("Name"), replace(SAID, further_defendants="Robin Vale\n7 Elm Court"), day=DAY)

    assert "Additional defendants Robin Vale 7 Elm Court" in text_of(with_.continuation[0])
    assert complete(made, blank("Name"), SAID, day=DAY).continuation == ()


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (WHY, Section("Item 3a", "Why is it owed?", "x")),
        ({"field": "N", "blank": "claim.why", "label": "2 Defendant, name"}, Section("Item 2", "Defendant, name", "x")),
        ({"field": "N", "blank": "claim.why", "label": "Plaintiff"}, Section("Plaintiff", "", "x")),
        ({"field": "N", "blank": "claim.why"}, Section("N", "", "x")),
    ],
)
def test_the_heading_of_a_section(row, expected):
    """A section stands under the row's own heading, the item of its label, its label, or the field's name."""
    assert section_of(FieldRow.model_validate(row), "x") == expected


def test_the_title_names_one_item_or_the_form():
    """Parts of one item share its title; several items stand under the form's number."""
    parts = [Section(name, "", "x") for name in ("Item 3a", "Item 3c", "Plaintiff")]

    assert title_of(form(WHY), tuple(parts[:2])) == "SC-1, Item 3"
    assert title_of(form(WHY), tuple(parts)) == "Attachment to SC-1"
    assert [hint(one) for one in parts] == ["See attachment, item 3a.", "See attachment, item 3c.", "See attachment."]

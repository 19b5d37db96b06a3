"""The forms the kit knows, filled on the courts' own blanks: every field accounted for, every answer in its place."""

from __future__ import annotations

import hashlib
import io
from datetime import date, timedelta

import pytest
import yaml
from known_form_cases import (
    FORMS,
    GUARANTORS,
    LONG_WORK,
    PERSON,
    blank_bytes,
    blank_file,
    blank_of,
    case,
    filled,
    full,
    sheets_of,
)
from paper_cases import HOSTILE
from pypdf import PdfReader

from kit.documents import wording
from kit.documents.forms.answer_paths import paths
from kit.documents.forms.answered import faults
from kit.documents.forms.field import FieldKind
from kit.documents.forms.flatten import flatten
from kit.documents.forms.read_back import prove
from kit.findings import InvalidFile
from kit.load.form_files import find_form, forms_of
from kit.model.form import ON_REQUEST, Leave, Use
from kit.paths import data_folder


def text_of(pdf: bytes) -> str:
    """Return the words on the pages, in one line."""
    return " ".join(" ".join(page.extract_text() or "" for page in PdfReader(io.BytesIO(pdf)).pages).split())


def values(pdf: bytes) -> dict[str, str]:
    """Return what a filled form says, field by field, read back from the file."""
    read = PdfReader(io.BytesIO(pdf)).get_fields() or {}
    return {name: str(one.get("/V", "")) for name, one in read.items() if one.get("/V") not in (None, "/Off", "")}


# Without any blank.


@pytest.mark.parametrize("form_id", FORMS)
def test_every_row_asks_for_what_there_is(form_id):
    """No row names a blank outside the vocabulary, or waits for a word that its answer never is."""
    form = find_form(form_id)

    assert faults(form) == ()
    assert form.needed_when == ON_REQUEST or "yes_no" in paths()[form.needed_when].kinds


@pytest.mark.parametrize("form_id", FORMS)
def test_every_row_says_why_or_what(form_id):
    """Each field has its printed label, and one that stays empty for no common reason says why."""
    form = find_form(form_id)

    assert [row.field for row in form.fields if not row.label] == []
    assert form.url.startswith("https://")
    assert form.revision
    assert form.pages
    assert form.title


@pytest.mark.parametrize("form_id", FORMS)
def test_nobody_is_made_to_swear(form_id):
    """No signature, day of signing, military status or word of a server is filled in on any form."""
    for row in find_form(form_id).fields:
        label = f"{row.label} {row.why or ''}".casefold()
        if "military" in label or "active duty" in label or "server" in label.split(",")[0].split():
            assert row.leave is Leave.OTHER, row.label
        if row.label in ("Date", "6 Date", "5 Date") or row.label.startswith("Signature"):
            assert row.leave in (Leave.SIGNING_DATE, Leave.SIGNATURE), row.label


def test_the_rows_keep_their_order_and_their_comments():
    """A form's data can be read beside the form: its rows stand under the headings of its items."""
    for form_id in FORMS:
        text = (data_folder("templates") / "forms" / form_id / "fields.yaml").read_text("utf-8")
        assert text.startswith("# "), form_id
        assert len(yaml.safe_load(text)["fields"]) == len(find_form(form_id).fields)


def test_the_forms_a_claim_needs():
    """The data says it: further defendants, a trade name and a company each bring their form, in the order of use."""
    assert [sheet.title for sheet in sheets_of(full())] == [
        "SC-100, Plaintiff's Claim and ORDER to Go to Small Claims Court",
        "SC-100A, Other Plaintiffs or Defendants",
        "SC-103, Fictitious Business Name",
        "SC-104, Proof of Service (Small Claims) (Late Paper Supply Inc.)",
        "SC-104, Proof of Service (Small Claims) (Robin Vale)",
        "SC-109, Authorization to Appear",
    ]
    alone = case({"creditor": {**PERSON["creditor"], "dba": None}})
    assert [sheet.form.number for sheet in sheets_of(alone)] == ["SC-100", "SC-104"]
    assert [sheet.form.number for sheet in sheets_of(full(), "us-vt")] == ["100-00257", "100-00260"]


def test_two_further_defendants_have_a_sheet_each():
    """A form with room for one defendant comes once for each, and says which of how many it is."""
    second = {**GUARANTORS[1], "sue": "yes"}
    found = [one for one in sheets_of(case({"guarantors": [GUARANTORS[0], second]})) if one.form.number == "SC-100A"]

    assert [(one.answers.defendant.name, one.answers.sheet.number, one.answers.sheet.of) for one in found] == [
        ("Robin Vale", "1", "2"),
        ("Sam Moss", "2", "2"),
    ]


def test_the_forms_of_one_state_stay_there():
    """Forms come by the forum's code alone; a state whose forms are not mapped has none."""
    assert {form.forum for form in forms_of("us-ca")} == {"us-ca"}
    assert forms_of("us-xf") == ()
    assert {form.use for form in forms_of("us-ca")} == set(Use)


# On the courts' blanks.


@pytest.mark.parametrize("form_id", FORMS)
def test_every_field_of_the_blank_is_accounted_for(form_id):
    """The rows name the blank's fields, all of them and no others, with states that its boxes have."""
    form, blank = find_form(form_id), blank_of(form_id)

    assert set(form.names) == set(blank.fields)
    assert (blank.pages, blank.sha256) == (form.pages, form.sha256)
    for row in form.fields:
        boxed = blank.fields[row.field].kind in (FieldKind.BOX, FieldKind.RADIO)
        assert row.blank is None or boxed == bool(row.state), row.field
        assert row.state is None or row.state in blank.fields[row.field].states, row.field


@pytest.mark.parametrize("form_id", FORMS)
def test_a_full_case_fills_it_and_is_proved(form_id):
    """A case with everything in it stands on the form whole, reads back, and shows inside its rectangles."""
    done = filled(full(), form_id)

    assert prove(blank_of(form_id), done.filled, done.values) == ()
    assert not done.filled.overflow
    assert done.filled.pdf.startswith(blank_of(form_id).pdf)  # the court's form, unaltered


def test_the_claim_form_as_a_clerk_reads_it():
    """SC-100, item by item: parties, agent, amount, days, demand, venue, the yes and no of items 7 to 10."""
    read = {name.partition(".")[2]: value for name, value in values(filled(full(), "us-ca/sc-100").pdf).items()}

    def item(end: str) -> str:
        found = [value for name, value in read.items() if name.endswith(end)]
        assert len(found) <= 1, end
        return found[0] if found else ""

    assert read["Page2[0].List1[0].Item1[0].PlaintiffName1[0]"] == "Alder & Finch LLC, dba Finch Label Works"
    assert item("DefendantName1[0]") == "Late Paper Supply Inc."
    assert (item("DefendantName2[0]"), item("DefendantJob1[0]")) == (
        "Cornerstone Filings Inc.",
        "Agent for service of process",
    )
    assert item("PlaintiffClaimAmount1[0]") == "4,312.45"
    assert (read.get("Page3[0].List3[0].Lib[0].Date1[0]", ""), item("Date2[0]"), item("Date3[0]")) == (
        "",
        "07/31/2026",
        "08/31/2026",
    )
    assert (item("Checkbox50[0]"), item("Checkbox50[1]")) == ("/1", "")
    assert [read.get(f"Page3[0].List5[0].Li{letter}[0].Checkbox5cb[0]", "") for letter in "abcde"] == [
        "/1",
        "",
        "",
        "",
        "",
    ]
    assert item("ZipCode1[0]") == "94607"
    assert [item(f"Checkbox{n}[1]") for n in (60, 61, 62)] == ["/2", "/2", "/2"]
    assert (item("Checkbox63[0]"), item("Checkbox63[1]")) == ("/1", "")
    assert [item(f"Item1[0].Checkbox{n}[0]") for n in (1, 2, 3)] == ["", "/1", ""]
    assert (item("item2[0].Checkbox4[0]"), item("item2[0].Checkbox5[0]")) == ("/1", "")
    assert item("CourtInfo[0]").splitlines()[0] == "Alameda"
    assert item("Sign[0].PlaintiffName1[0]") == "Jordan Finch, Managing member"
    for left in ("CaseNumber[0]", "CaseName[0]", "TrialDate1[0]", "Sign[0].Date1[0]", "Sign[0].PlaintiffName2[0]"):
        assert item(left) == ""
    captions = [value for name, value in read.items() if "PxCaption" in name]
    assert captions == ["Alder & Finch LLC, dba Finch Label Works"] * 3


def test_the_server_finds_the_parties_and_nothing_sworn():
    """SC-104 for a guarantor: the person's name, the case, SC-100 checked; all of page 2 is the server's."""
    read = values(filled(full(), "us-ca/sc-104", about=1).pdf)

    assert read.pop("SC-104[0].Page1[0].List1[0].Lia[0].FullName[0]") == "Robin Vale"
    assert {name for name in read if "List" in name} == {"SC-104[0].Page1[0].List3[0].Lia[0].Filed_cb[0]"}
    assert {name for name in read if "Page2" in name} == {"SC-104[0].Page2[0].PxCaption[0].CaseName[0]"}


def test_who_may_speak_for_a_company():
    """SC-109: the signer with the title, for the plaintiff, under the letter of its kind; nothing else."""
    read = values(filled(full(), "us-ca/sc-109").pdf)
    boxes = {name.removeprefix("SC-109[0].Page1[0].") for name, value in read.items() if value.startswith("/")}

    assert boxes == {"List2[0].li1[0].PltfCheck[0]", "List3[0].itemc[0].Ch1[0]"}
    assert read["SC-109[0].Page1[0].List1[0].li1[0].RelateField[0]"] == "Managing member"


@pytest.mark.parametrize(
    ("kind", "name", "box"),
    [
        ("sole-proprietor", "Mara Lind", "CheckBox6[0]"),
        ("corporation", "Alder Inc.", "CheckBox6[1]"),
        ("llc", "Alder LLC", "CheckBox6[3]"),
        ("partnership", "Alder & Finch", "CheckBox6[4]"),
        ("nonprofit", "Friends of Labels", None),
    ],
)
def test_the_kind_of_business_has_one_box(kind, name, box):
    """SC-103, item 2: one box and only one; a kind the form does not name is left to the person, who is told."""
    done = filled(case({"creditor": {"name": name, "kind": kind}}), "us-ca/sc-103")
    found = {field.rpartition(".")[2] for field, value in values(done.pdf).items() if "List2" in field}

    assert found == ({box} if box else set())
    assert ("2, the box that fits" in done.asks) == (box is None)


def test_the_complaint_of_another_state():
    """Vermont: principal and interest on their own lines, the fee from the law of the court, a total that adds up."""
    read = values(filled(full(), "us-vt/100-00257").pdf)

    assert [read[f"claim_amount_{name}"] for name in ("principal", "interest", "court_costs", "total")] == [
        "4,200.50",
        "111.95",
        "50.00",
        "4,362.45",
    ]
    assert read["users1_name_1"] == "Jordan Finch, Managing member"
    assert {"users1_signature", "signature_date", "users1_birthdate"}.isdisjoint(read)


def test_further_defendants_go_behind_a_form_without_room():
    """Vermont's form wants a sheet for additional defendants; there is one, with name and address."""
    done = filled(full(), "us-vt/100-00257")

    assert len(done.continuation) == 1
    assert "Additional defendants Robin Vale 7 Elm Court Oakland, CA 94607" in text_of(done.continuation[0])


def long_case():
    """Return a case whose reasons do not fit on the form."""
    return case({"work": {"text": f"{LONG_WORK}; {LONG_WORK}; {LONG_WORK}"}, "guarantors": GUARANTORS})


@pytest.mark.parametrize("continued", [True, False], ids=["on-MC-031", "on-the-kits-own-sheet"])
def test_a_long_answer_overflows_whole(continued):
    """The field shows whole sentences and where to look; the attachment holds the answer from first word to last."""
    facts = long_case()
    done = filled(facts, "us-ca/sc-100", continued=continued)
    read = values(done.pdf)
    shown = next(value for name, value in read.items() if name.endswith("Lia[0].FillField2[0]"))
    behind = " ".join(text_of(flatten(sheet) if continued else sheet) for sheet in done.continuation)

    assert done.moved == ("Item 3a",)
    assert done.continued_on == ("MC-031" if continued else "")
    assert shown.endswith("See attachment, item 3a.")
    assert read["SC-100[0].Page3[0].List3[0].Checkbox1[0]"] == "/1"
    assert prove(blank_of("us-ca/sc-100"), done.filled, done.values) == ()
    assert " ".join(done.expects[0].split()) in behind
    assert "SC-100, Item 3" in behind


def test_a_short_answer_needs_no_more_space():
    """The box for more space stays empty where everything fits."""
    assert "SC-100[0].Page3[0].List3[0].Checkbox1[0]" not in values(filled(full(), "us-ca/sc-100").pdf)


def test_no_sheet_of_the_attached_declaration_is_too_full():
    """A text of several pages takes as many sheets of MC-031 as it needs, one after the other, nothing left out."""
    days = [date(2026, 7, 1) + timedelta(days=n) for n in range(140)]
    said = [{"id": f"A-{n}", "on": day.isoformat(), "text": "We owe you this."} for n, day in enumerate(days)]
    done = filled(case({"acknowledgments": said}), "us-ca/sc-100")
    behind = " ".join(values(sheet)["FillText8"] for sheet in done.continuation)

    assert len(done.continuation) > 1
    assert [day for day in days if f"On {wording.day(day)} Late Paper Supply Inc. acknowledged" not in behind] == []


@pytest.mark.parametrize("form_id", ["us-ca/sc-100", "us-vt/100-00257"])
@pytest.mark.parametrize(
    "name",
    [
        pytest.param(HOSTILE, id="markup"),
        pytest.param("Żaneta Łuczyńska & Núñez Labels LLC", id="letters-beyond-the-forms-font"),
        pytest.param("O'Neil “Big” Label — Works № 5 (of ½) LLC", id="signs"),
        pytest.param("W" * 140 + " LLC", id="one-endless-word"),
        pytest.param("The Overton Paper Label Box Carton and Board Supply Company of the Two Rivers " * 2, id="long"),
    ],
)
def test_hostile_names_stand_whole(name, form_id):
    """A name prints as it is written, or as far as it fits with the whole of it on the attachment; nothing is run."""
    facts = case({"debtor": {"name": name.strip()}})
    done = filled(facts, form_id)
    form_says, behind = text_of(flatten(done.pdf)), " ".join(text_of(one) for one in done.continuation)

    assert prove(blank_of(form_id), done.filled, done.values) == ()
    wanted = " ".join(name.split())
    assert wanted.replace(" ", "") in (form_says + behind).replace(" ", "")


def test_a_character_that_nothing_prints_is_named():
    """A sign that no font at hand has stops the form and says which."""
    with pytest.raises(InvalidFile, match="neither the form's font nor ours can print"):
        filled(case({"debtor": {"name": "Late \U00013000 Supply"}}), "us-ca/sc-100")


def test_the_blanks_are_the_revisions_that_were_mapped():
    """The hash in the data is that of the file the rows were made from."""
    at_hand = [form_id for form_id in FORMS if blank_file(form_id).is_file()]
    if not at_hand:
        pytest.skip("no court's blank is at hand")
    for form_id in at_hand:
        data = blank_bytes(find_form(form_id)) or b""
        assert hashlib.sha256(data).hexdigest() == find_form(form_id).sha256, form_id

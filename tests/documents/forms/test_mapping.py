"""A blank never seen: each field is paired with its words, and the right blank is proposed for it."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2 as pdfium
import pytest
from franklin_form import blank as franklin
from printed_forms import NAMINGS, SIDES, printed
from sample_forms import READ_ONLY, Sample, everything_bytes

from kit.documents.forms import form_words, map_files, mapping, reading
from kit.documents.forms.answer_paths import paths
from kit.documents.forms.blank import prepare
from kit.documents.forms.form_things import Role, Thing
from kit.documents.forms.labels import pieces
from kit.documents.forms.numbered_proof import numbered_proof
from kit.findings import InvalidFile, KitError
from kit.load.form_files import read_form
from kit.model.form import Leave

WANTED = 0.85


def proposals(pdf: bytes):
    """Return what is proposed for a form."""
    blank = prepare(pdf)
    return mapping.propose(reading.read(blank, blank.pdf))


def bound(pdf: bytes) -> dict[str, str]:
    """Return the proposed blank of each field."""
    return {one.spot.field.name: one.blank for one in proposals(pdf)}


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("naming", NAMINGS)
@pytest.mark.parametrize("side", SIDES)
def test_ordinary_fields(side, naming, seed):
    """Wherever labels stand, and whatever fields are called, at least 85 of 100 get the right blank."""
    form = printed(side, naming, seed)
    found = bound(form.pdf)
    right = [name for name, blank in form.truth.items() if found[name] == blank]

    assert len(right) >= WANTED * len(form.truth), {n: (b, found[n]) for n, b in form.truth.items() if found[n] != b}


def test_names_alone():
    """Where nothing is printed, what a field is called tells what it asks for; a made-up name tells nothing."""
    found = bound(franklin("PlaintiffPhone1", "defendant_zip_code", "case_number", "undefined_48", "Text7"))

    assert found == {
        "PlaintiffPhone1": "plaintiffs[0].phone",
        "defendant_zip_code": "defendants[0].zip",
        "case_number": "case.number",
        "undefined_48": "",
        "Text7": "",
    }


def labelled(*rows: tuple[str, str], start: float = 700) -> bytes:
    """Return a form with rows of a label and the field to its right; without a field it is a heading."""
    sample = Sample()
    for at, (label, name) in enumerate(rows):
        y = start - 24 * at
        sample.words(label.replace("(", r"\(").replace(")", r"\)"), at=(60, y + 4))
        if name:
            sample.text(name, rect=(320, y, 560, y + 16))
    return sample.bytes()


def test_parties_in_turn():
    """A name that an address follows begins a party; the next one begins the next."""
    rows = [("Defendant", ""), ("Name:", "a"), ("Address:", "b"), ("Name:", "c"), ("Address:", "d")]

    assert bound(labelled(*rows)) == {
        "a": "defendants[0].name",
        "b": "defendants[0].address",
        "c": "defendants[1].name",
        "d": "defendants[1].address",
    }


def test_street_or_whole_address():
    """An address is the street where the city has a field of its own, and all of it where not."""
    parts = bound(labelled(("Plaintiff name:", "a"), ("Address:", "b"), ("City:", "c"), ("State:", "d"), ("ZIP:", "e")))
    whole = bound(labelled(("Plaintiff name:", "a"), ("Address:", "b"), ("Telephone:", "c")))

    assert parts["b"] == "plaintiffs[0].street"
    assert (whole["b"], whole["c"]) == ("plaintiffs[0].address", "plaintiffs[0].phone")


def test_mailing_address():
    """City and ZIP after a mailing address are the mailing address's, if the street was asked for before."""
    rows = [
        ("Plaintiff name:", "a"),
        ("Street address:", "b"),
        ("City:", "c"),
        ("Mailing address (if different):", "d"),
    ]
    found = bound(labelled(*rows, ("City:", "e"), ("ZIP code:", "f")))

    assert [found[name] for name in "bcdef"] == [
        "plaintiffs[0].street",
        "plaintiffs[0].city",
        "plaintiffs[0].mailing_street",
        "plaintiffs[0].mailing_city",
        "plaintiffs[0].mailing_zip",
    ]


def test_agent_for_service():
    """Under the words about an agent for service, names and addresses are the agent's."""
    rows = [("Defendant's name:", "a"), ("Address:", "b"), ("Agent authorized for service of process:", "")]
    found = bound(labelled(*rows, ("Name:", "c"), ("Title:", "d"), ("Address:", "e")))

    assert [found[name] for name in "ace"] == [
        "defendants[0].name",
        "defendants[0].agent.name",
        "defendants[0].agent.address",
    ]


def placed(*rows: tuple[str, str, int, int]) -> bytes:
    """Return a form of labels and fields at places; a row without a label is a field, one without a name a label."""
    sample = Sample()
    for label, name, x, y in rows:
        if label:
            sample.words(label, at=(x, y + 4))
        if name:
            left = x + (6 * len(label) if label else 0)
            sample.text(name, rect=(left, y, left + 150, y + 14))
    return sample.bytes()


def test_parties_side_by_side():
    """In two columns each field belongs to the heading of its own column, and an additional defendant is the second."""
    found = bound(
        placed(
            ("Defendant's name, address and phone", "", 60, 700),
            ("Additional defendants", "", 330, 700),
            ("", "a", 60, 680),
            ("Name:", "b", 330, 680),
            ("", "c", 60, 660),
            ("Address:", "d", 330, 660),
            ("Phone:", "e", 60, 640),
            ("Phone:", "f", 330, 640),
        )
    )

    assert found == {
        "a": "defendants[0].name",
        "b": "defendants[1].name",
        "c": "defendants[0].address",
        "d": "defendants[1].address",
        "e": "defendants[0].phone",
        "f": "defendants[1].phone",
    }


def test_a_party_without_attorney():
    """The block for an attorney or a party without one is the plaintiff's, but for what only a lawyer has."""
    found = bound(
        placed(
            ("ATTORNEY OR PARTY WITHOUT ATTORNEY", "", 60, 700),
            ("STATE BAR NUMBER:", "bar", 330, 700),
            ("NAME:", "name", 60, 680),
            ("FIRM NAME:", "firm", 60, 660),
            ("STREET ADDRESS:", "street", 60, 640),
            ("CITY:", "city", 60, 620),
            ("ZIP CODE:", "zip", 330, 620),
            ("TELEPHONE NO.:", "phone", 60, 600),
            ("SUPERIOR COURT OF FRANKLIN, COUNTY OF", "county", 60, 580),
            ("PETITIONER/PLAINTIFF:", "one", 60, 560),
            ("RESPONDENT/DEFENDANT:", "other", 60, 540),
            ("CASE NUMBER:", "number", 60, 520),
        )
    )

    assert found == {
        "bar": "",
        "name": "plaintiffs[0].name",
        "firm": "",
        "street": "plaintiffs[0].street",
        "city": "plaintiffs[0].city",
        "zip": "plaintiffs[0].zip",
        "phone": "plaintiffs[0].phone",
        "county": "court.county",
        "one": "plaintiff_names",
        "other": "defendant_names",
        "number": "case.number",
    }


def test_what_stays_empty():
    """Signatures, days of signing, the clerk's fields and birth dates are nobody's but theirs who fill them in."""
    rows = [
        ("Plaintiff's date of birth:", "born"),
        ("Clerk:", "clerk"),
        ("I declare under penalty of perjury that this is true and correct.", ""),
        ("Date:", "day"),
        ("Signature:", "sign"),
        ("Print your name:", "printed"),
    ]
    found = {one.spot.field.name: one for one in proposals(labelled(*rows))}

    assert {name: one.leave for name, one in found.items()} == {
        "born": Leave.OTHER,
        "clerk": Leave.COURT_USE,
        "day": Leave.SIGNING_DATE,
        "sign": Leave.SIGNATURE,
        "printed": None,
    }
    assert found["printed"].blank == "signer.line"
    assert found["born"].why == "the kit keeps no birth dates"


def test_a_date_beside_a_signature():
    """A date above a printed name, or in the row of a signature, is the day of signing."""
    found = {
        one.spot.field.name: one.leave
        for one in proposals(
            placed(
                ("Date:", "day", 60, 300),
                ("Print name:", "name", 60, 270),
                ("Date:", "other", 60, 200),
                ("Signature:", "sign", 330, 200),
                ("Date due:", "due", 60, 100),
            )
        )
    }

    assert (found["day"], found["other"], found["due"]) == (Leave.SIGNING_DATE, Leave.SIGNING_DATE, None)


def test_proof_of_service_is_the_servers():
    """On a proof of service the kit fills in who is served, and nothing that the server swears to."""
    sample = Sample()
    bold = sample.font("Helvetica-Bold")
    sample.pdf.pages[0].obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(B1=bold, F1=sample.helvetica))
    sample.pdf.pages[0].contents_add(b"BT /B1 14 Tf 60 740 Td (Proof of Service) Tj ET")
    for at, (label, name) in enumerate(
        [("Name of the person served:", "served"), ("At this address:", "where"), ("Server's name:", "server")]
    ):
        sample.pdf.pages[0].contents_add(f"BT /F1 10 Tf 60 {704 - 24 * at} Td ({label}) Tj ET".encode())
        sample.text(name, rect=(320, 700 - 24 * at, 560, 716 - 24 * at))
    found = {one.spot.field.name: one for one in proposals(sample.bytes())}

    assert found["served"].blank == "defendant.person_name"
    assert {found[name].why for name in ("where", "server")} == {"the person who serves the papers fills it in"}


def test_boxes():
    """A box gets the blank of its question, and the one that says no is set when the answer is no."""
    sample = Sample()
    for at, label in enumerate(["I asked the defendant to pay", "I have not asked the defendant to pay", "Other"]):
        sample.box(f"Box{at}", ("/On",), rects=[(60, 700 - 24 * at, 70, 710 - 24 * at)])
        sample.words(label, at=(76, 702 - 24 * at))
    found = {one.spot.field.name: (one.blank, one.equals) for one in proposals(sample.bytes())}

    assert found == {"Box0": ("demand.made", ""), "Box1": ("demand.made", "no"), "Box2": ("", "")}


def test_yes_and_no():
    """A box that says no more than yes or no answers the question before it; another one says which kind."""
    sample = Sample()
    sample.words("Are you suing a public entity?", at=(60, 720))
    for at, label in enumerate(["Yes", "No", "a limited liability company"]):
        sample.box(f"Box{at}", ("/On",), rects=[(60, 696 - 24 * at, 70, 706 - 24 * at)])
        sample.words(label, at=(76, 698 - 24 * at))
    found = {one.spot.field.name: (one.blank, one.equals) for one in proposals(sample.bytes())}

    assert found == {
        "Box0": ("public_entity.sued", ""),
        "Box1": ("public_entity.sued", "no"),
        "Box2": ("plaintiffs[0].kind", "llc"),
    }


def test_notices_of_the_form():
    """A field that the form shows a notice in is left alone."""
    sample = Sample()
    sample.text("Notice", flags=READ_ONLY, V=pikepdf.String("Clear this form when you are done."))
    sample.text("Name", TU=pikepdf.String("Plaintiff's name"))
    found = {one.spot.field.name: one for one in proposals(sample.bytes())}

    assert (found["Notice"].leave, found["Notice"].why) == (Leave.OTHER, mapping.NOTICE)


def test_every_proposal_is_a_blank():
    """What is proposed is one of the kit's blanks, numbered in reading order."""
    found = [one for side in SIDES for one in proposals(printed(side, "telling", 5).pdf)]

    assert {one.blank for one in found if one.blank} <= set(paths())
    assert [one.number for one in proposals(everything_bytes())] == list(
        range(1, len(proposals(everything_bytes())) + 1)
    )


@pytest.mark.parametrize(
    ("label", "thing"),
    [
        ("City/State/Zip:", Thing.CITY_STATE_ZIP),
        ("E-MAIL ADDRESS (Optional):", Thing.EMAIL),
        ("CITY AND ZIP CODE:", Thing.CITY_ZIP),
        ("TELEPHONE NO.:", Thing.PHONE),
        ("Type or print your name", Thing.SIGNER),
        ("County of", Thing.COUNTY),
        ("Index No.", Thing.CASE_NUMBER),
        ("Date of Birth:", Thing.BIRTH),
        ("Why does the defendant owe the plaintiff money?", Thing.WHY),
        ("The plaintiff claims the defendant owes $", Thing.AMOUNT),
        ("Filing fee", Thing.COSTS),
    ],
)
def test_words(label, thing):
    """A label is told by its most telling words."""
    assert form_words.things(form_words.plain(label))[0].thing is thing


def test_roles():
    """Whose thing it is, a label says in the words of plaintiffs, petitioners, respondents and their agents."""
    assert form_words.roles(form_words.plain("Respondent's name")) == (Role.DEFENDANT,)
    assert form_words.roles(form_words.plain("Petitioner’s address"))[0] is Role.PLAINTIFF
    assert form_words.roles(form_words.plain("Agent for service of process"))[0] is Role.AGENT


def test_printed_words():
    """Words on a line that stand apart are two labels; a line to write on is none."""
    sample = Sample()
    sample.words("City: ________ State: ____", at=(60, 700))
    sample.words("Name", at=(60, 650))
    sample.words("Phone", at=(300, 650))

    assert [piece.text for piece in pieces(sample.bytes())[0]] == ["City:", "State:", "Name", "Phone"]


def test_more_fields_than_any_form():
    """A page full of fields is refused before it is compared with every word on it."""
    sample = Sample()
    for number in range(reading.MOST + 1):
        sample.text(f"f{number}", rect=(10, 10, 20, 20))

    with pytest.raises(KitError, match="more than any form"):
        proposals(sample.bytes())


def test_numbered_proof():
    """Every field's number can be read on the proof, and no field covers it any more."""
    form = printed("left", "generated", 1)
    found = proposals(form.pdf)
    proof = numbered_proof(prepare(form.pdf).pdf, found)

    with pikepdf.open(io.BytesIO(proof)) as opened:
        assert "/AcroForm" not in opened.Root
        assert all("/Annots" not in page for page in opened.pages)
    words = " ".join(page.get_textpage().get_text_bounded() for page in pdfium.PdfDocument(proof))
    assert {str(one.number) for one in found} <= set(words.split())


def test_files(tmp_path):
    """What is written loads as a map once the open lines are filled in; every field has its row."""
    data = everything_bytes()
    blank = prepare(data)
    pages = reading.read(blank, blank.pdf)
    folder = tmp_path / "us-xf" / "f-9"
    known = {"number": "F-9", "title": "All of it", "court": "City Court", "url": "https://courts.franklin.example/"}

    files = map_files.write(folder, blank, pages, mapping.propose(pages), known)

    assert [path.name for path in files] == ["document.yaml", "fields.yaml", "numbered.pdf"]
    with pytest.raises(InvalidFile):  # the revision is not printed on it
        read_form(folder)
    description = (folder / "document.yaml").read_text("utf-8")
    assert description.startswith("# To be filled in by hand: revision.")
    (folder / "document.yaml").write_text(description.replace("revision:\n", "revision: 2026-01\n"), encoding="utf-8")
    form = read_form(folder)
    assert (form.number, form.forum, form.sha256) == ("F-9", "us-xf", blank.sha256)
    assert {one.name for one in blank.fields.values() if one.kind.value != "button"} == set(form.names)
    with pytest.raises(KitError, match="there already"):
        map_files.write(folder, blank, pages, mapping.propose(pages), known)


def test_labels_that_yaml_would_misread(tmp_path):
    """Quotes, colons, brackets and control characters in names and labels come through as they are."""
    names = ['He said "yes": no', "a{b}[0], c", "#5 - x", "back\\slash", "tab\tname"]
    sample = Sample()
    for name in names:
        sample.text(name, TU=pikepdf.String(f"{name} \x07 owner's name"))
    blank = prepare(sample.bytes())
    pages = reading.read(blank, blank.pdf)
    folder = tmp_path / "us-xf" / "f-9"
    known = dict.fromkeys(("number", "title", "court", "revision"), "x") | {"url": "https://courts.franklin.example/"}
    map_files.write(folder, blank, pages, mapping.propose(pages), known)

    assert set(read_form(folder).names) == set(blank.fields)

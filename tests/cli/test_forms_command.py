"""`kit forms`: list, get, add, map, check and fill, with a form of a court that does not exist."""

from __future__ import annotations

import hashlib
import io
import json
import sys
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from kit.cli import main
from kit.documents.forms import download
from kit.documents.forms.partial import Partial
from kit.findings import Stopped, stop

sys.path.insert(0, str(Path(__file__).parents[1] / "documents" / "forms"))

from sample_forms import Sample

DESCRIPTION = """\
number: F-100
title: Statement of a small claim
court: overton-small-claims
revision: January 1, 2026
url: https://courts.franklin.example/f100.pdf
sha256: {sha256}
pages: 1
forum: us-xf
answers: small-claims
"""
ROWS = """\
fields:
  - {field: Plaintiff, blank: "plaintiffs[0].name", label: 1 Plaintiff}
  - {field: Street, blank: "plaintiffs[0].street", label: 1 Street}
  - {field: Defendant, blank: "defendants[0].name", label: 2 Defendant}
  - {field: Amount, blank: claim.amount, label: 3 Amount}
  - {field: Asked, blank: demand.made, state: "/Yes", label: "4 Asked to pay: yes"}
  - {field: CaseNumber, leave: court_use, label: Case number}
  - {field: Day, leave: signing_date, label: Date}
"""
NAMES = ("Plaintiff", "Street", "Defendant", "Amount", "CaseNumber", "Day")


def form(*more: str, without: tuple[str, ...] = ()) -> bytes:
    """Return the blank of the form."""
    sample = Sample()
    for name in (*NAMES, *more):
        if name not in without:
            sample.text(name, TU=pikepdf.String(name))
    sample.box("Asked")
    return sample.bytes()


BLANK = form()


@pytest.fixture
def run(workspace, tmp_path, monkeypatch):
    """Return a function that types a `kit forms` command in a workspace with the form's map."""
    monkeypatch.setenv("KIT_FORMS", str(tmp_path / "kept"))
    monkeypatch.chdir(workspace)
    folder = workspace / "forms" / "us-xf" / "f-100"
    folder.mkdir(parents=True)
    described = DESCRIPTION.format(sha256=hashlib.sha256(BLANK).hexdigest())
    (folder / "document.yaml").write_text(described, encoding="utf-8")
    (folder / "fields.yaml").write_text(ROWS, encoding="utf-8")
    (workspace / "f100.pdf").write_bytes(BLANK)
    return lambda *words: CliRunner().invoke(main, ["forms", *words])


def told(result) -> list[dict]:
    """Return what a command told as data."""
    return json.loads(result.stdout)


def values(path: Path) -> dict[str, str]:
    """Return what stands in the fields of a PDF."""
    return {name: str(field.get("/V", "")) for name, field in (PdfReader(path).get_fields() or {}).items()}


def test_list(run):
    """Every form is listed with its revision and address, and whether its blank is here."""
    before = {one["id"]: one for one in told(run("list", "--format", "json"))}
    run("add", "f100.pdf")
    after = {one["id"]: one for one in told(run("list", "--format", "json"))}

    assert before["us-xf/f-100"]["blank"] == "not here"
    assert (after["us-xf/f-100"]["blank"], after["us-xf/f-100"]["own"]) == ("here", True)
    assert after["us-ca/sc-100"]["url"].startswith("https://")
    assert "https://courts.franklin.example/f100.pdf" in run("list").output


def test_list_of_a_state(run):
    """Of one state also the forms are listed that its law names and nobody has mapped."""
    result = run("list", "--forum", "us-tx", "--on", "2026-11-23")
    rows = told(run("list", "--forum", "us-tx", "--on", "2026-11-23", "--format", "json"))

    assert result.exit_code == 0
    assert "not mapped" in result.output
    assert {(one["mapped"], one["forum"]) for one in rows} == {(False, "us-tx")}
    assert "Small Claims Petition" in {one["title"] for one in rows}


def test_a_mapped_form_is_listed_once(run):
    """A form that is both mapped and named in the law is one line."""
    numbers = [one["number"] for one in told(run("list", "--forum", "us-ca", "--format", "json"))]

    assert numbers.count("SC-100") == 1


def test_list_of_no_state(run):
    """A state that is not on record is one sentence."""
    result = run("list", "--forum", "us-zz")

    assert (result.exit_code, "no jurisdiction file for `us-zz`" in result.stderr) == (1, True)


def test_add(run, tmp_path):
    """A blank handed over is known by its hash, or by its fields, or by name."""
    assert told(run("add", "f100.pdf", "--format", "json"))[0]["revision"] == "mapped"

    Path("newer.pdf").write_bytes(form("Email"))
    newer = told(run("add", "newer.pdf", "--format", "json"))[0]

    assert (newer["form"], newer["revision"], newer["findings"][0]["code"]) == ("us-xf/f-100", "another", "K550")
    assert len(list((tmp_path / "kept").rglob("*.pdf"))) == 2


def test_add_what_is_not_the_form(run, tmp_path):
    """What is no known form, or no form at all, is told for each file, and the others are kept."""
    Path("other.pdf").write_bytes(form(without=("Plaintiff",)))
    Path("page.pdf").write_text("<html>", encoding="utf-8")

    result = run("add", "other.pdf", "page.pdf", "gone.pdf", "f100.pdf")

    assert result.exit_code == 1
    assert "no form the kit knows" in result.stderr
    assert "is not a PDF" in result.stderr
    assert "no such file" in result.stderr
    assert len(list((tmp_path / "kept").rglob("*.pdf"))) == 1


def test_add_a_revision_that_lacks_fields(run):
    """Named as the form, a blank without a mapped field is kept, and the missing field named."""
    Path("other.pdf").write_bytes(form(without=("Street",)))

    result = run("add", "other.pdf", "--form", "F-100")

    assert result.exit_code == 1
    assert "K551" in result.stderr
    assert "Street" in result.stderr
    assert "another revision, not usable" in run("list").output


def test_get(run, monkeypatch):
    """A download is told with its host and where the file lies."""
    monkeypatch.setattr(download, "_fetched", lambda *_: (BLANK, ("courts.franklin.example", "cdn.example"), False))

    result = run("get", "f-100")
    data = told(run("get", "--forum", "us-xf", "--format", "json"))

    assert (result.exit_code, "sent on to cdn.example" in result.output) == (0, True)
    assert data[0]["revision"] == "mapped"


def test_get_that_fails(run, monkeypatch):
    """A download that fails is one sentence with what to do, for people and for programs."""

    def fail(partial: Partial, *_: object) -> None:
        raise Stopped([stop("K560", f"{partial.url} cannot be reached", fix="Try again later.")])

    monkeypatch.setattr(download, "_fetched", fail)
    result = run("get", "f-100")

    assert (result.exit_code, "K560" in result.stderr, "no blank was fetched" in result.stderr) == (1, True, True)
    assert told(run("get", "f-100", "--format", "json"))[0]["findings"][0]["code"] == "K560"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("get",), 2, "Name a FORM"),
        (("get", "nothing-like-it"), 1, "there is no form `nothing-like-it`"),
        (("get", "--forum", "us-tx"), 1, "no form of `us-tx` is mapped yet"),
        (("map",), 2, "Name the FILE"),
        (("map", "gone.pdf"), 1, "no such file"),
        (("check", "gone.pdf"), 1, "no such file"),
        (("check", "us-xf/f-9"), 1, "there is no form"),
        (("fill", "f-100", "nowhere"), 1, "no such"),
        (("fill", "f-100", "acme", "--set", "Amount"), 2, "is not FIELD=VALUE"),
    ],
)
def test_what_cannot_be_done(run, words, code, said):
    """What is asked wrongly is answered in one sentence."""
    result = run(*words)

    assert (result.exit_code, said in result.stderr) == (code, True), result.stderr


def test_map(run):
    """A blank is read, and what is proposed is printed in a table, for people and for programs."""
    result = run("map", "f100.pdf")
    data = told(run("map", "f100.pdf", "--format", "json"))

    assert result.exit_code == 0
    assert "plaintiffs[0].address" in result.output
    assert "7 places" in result.output
    assert {"CaseNumber": "case.number", "Amount": "claim.amount"}.items() <= {
        one["field"]: one["blank"] for one in data["fields"]
    }.items()


def test_map_into_a_folder(run, workspace):
    """The map is written with its numbered proof, never over another, and says what to do next."""
    result = run("map", "f100.pdf", "--into", "forms/us-xf/f-200", "--number", "F-200")
    again = run("map", "f100.pdf", "--into", "forms/us-xf/f-200")

    assert result.exit_code == 0
    assert {path.name for path in (workspace / "forms/us-xf/f-200").iterdir()} == {
        "document.yaml",
        "fields.yaml",
        "numbered.pdf",
    }
    assert "kit forms check" in result.output
    assert (again.exit_code, "there already" in again.stderr) == (1, True)


def test_map_to_a_proof(run):
    """The proof alone can be asked for."""
    assert run("map", "f100.pdf", "--proof", "numbers.pdf").exit_code == 0
    words = pdfium.PdfDocument("numbers.pdf")[0].get_textpage().get_text_bounded()

    assert {"1", "7"} <= set(words.split())
    assert run("map", "f100.pdf", "--proof", "numbers.pdf").exit_code == 1


def test_blanks(run):
    """Every blank there is can be listed, with the kind of its answer."""
    assert "claim.happened_on" in run("map", "--blanks").output
    rows = {one["blank"]: one["answer"] for one in told(run("map", "--blanks", "--format", "json"))}
    assert rows["demand.made"] == "yes_no"


def locked() -> bytes:
    """Return the form under a password."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(BLANK)) as pdf:
        pdf.save(written, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    return written.getvalue()


def fieldless(xfa: bool) -> bytes:
    """Return a form without fields, or one that only Adobe's programs can fill."""
    pdf, written = pikepdf.new(), io.BytesIO()
    pdf.add_blank_page()
    if xfa:
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array(), XFA=pdf.make_stream(b"<xdp/>"))
    pdf.save(written)
    return written.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b"", "is not a PDF", id="empty"),
        pytest.param(b"%PDF-1.7 and nothing", "is damaged", id="broken"),
        pytest.param(locked(), "locked with a password", id="locked"),
        pytest.param(fieldless(xfa=True), "XFA", id="xfa-only"),
        pytest.param(fieldless(xfa=False), "has no fields", id="no-fields"),
    ],
)
@pytest.mark.parametrize("command", ["map", "check"])
def test_files_that_are_no_form(run, command, data, said):
    """Each file that cannot be filled is answered in one sentence with its reason."""
    Path("bad.pdf").write_bytes(data)

    result = run(command, "bad.pdf")

    assert (result.exit_code, said in result.stderr) == (1, True), result.stderr


def test_a_file_too_large(run, monkeypatch):
    """A file larger than any form is refused before it is read."""
    monkeypatch.setattr("kit.documents.forms.store.LARGEST", 1_000)

    result = run("map", "f100.pdf")

    assert (result.exit_code, "K002" in result.stderr) == (1, True)


@pytest.mark.parametrize("name", ["../../etc/passwd", "us-xf/../../f-100", "us-xf/..", "/etc/passwd", "f-100\0"])
def test_names_that_lead_elsewhere(run, name):
    """A form's name never leads out of the forms' folders."""
    result = run("get", name)

    assert (result.exit_code, "there is no form" in result.output + result.stderr) == (1, True)


def test_check(run):
    """A map is tried with a full sample case, and the copies can be looked at."""
    run("add", "f100.pdf")
    result = run("check", "us-xf/f-100", "--to", "sample.pdf")
    data = told(run("check", "f100.pdf", "--format", "json"))

    assert (result.exit_code, "can be used" in result.output) == (0, True)
    assert (data["usable"], data["filled"], data["not_mapped"]) == (True, 5, 0)
    assert values(Path("sample.pdf"))["Asked"] == "/Yes"
    assert values(Path("sample-no.pdf"))["Asked"] == "/Off"
    assert values(Path("sample.pdf"))["Amount"] == "8,940.75"
    assert run("check", "us-xf/f-100", "--to", "sample.pdf").exit_code == 1


@pytest.mark.parametrize(
    ("old", "new", "code", "stops"),
    [
        ("field: Street", "field: Strasse", "K570", True),
        ('state: "/Yes"', 'state: "/On"', "K571", True),
        ("  - {field: Day, leave: signing_date, label: Date}\n", "", "K572", False),
        ("leave: court_use", 'leave: other, why: "not mapped yet"', "K573", False),
        ('"plaintiffs[0].street"', '"plaintiffs[0].strasse"', "K530", True),
        ("blank: claim.amount", "blank: claim.summary", "K576", False),
        ("blank: claim.amount", "blank: claim.summary, overflow: item 3", "K574", False),
    ],
)
def test_check_of_a_map_with_faults(run, old, new, code, stops):
    """Fields that are gone, states there are not, what nobody mapped and what is too long are told."""
    rows = Path("forms/us-xf/f-100/fields.yaml").read_text("utf-8")
    assert old in rows
    Path("mine.yaml").write_text(rows.replace(old, new), encoding="utf-8")

    result = run("check", "f100.pdf", "--fields", "mine.yaml", "--format", "json")
    said = json.loads(result.stdout)

    assert code in {one["code"] for one in said["findings"]}
    assert (result.exit_code, said["usable"]) == ((1, False) if stops else (0, True))


def test_check_of_a_field_with_no_room(run):
    """A field in which not one word of the sample fits stops the map."""
    sample = Sample()
    for name in NAMES:
        sample.text(name, rect=(72, 600, 80, 606) if name == "Street" else None)
    sample.box("Asked")
    Path("narrow.pdf").write_bytes(sample.bytes())

    result = run("check", "narrow.pdf", "--fields", "forms/us-xf/f-100/fields.yaml")

    assert (result.exit_code, "K575" in result.output) == (1, True)


def test_check_without_the_blank(run):
    """Without its blank a form cannot be tried, and how to get one is said."""
    result = run("check", "us-xf/f-100")

    assert (result.exit_code, "kit forms get us-xf/f-100" in result.stderr) == (1, True)


def test_fill(run, workspace):
    """One form is filled for a case into its out folder, never over another, and says what is left to do."""
    run("add", "f100.pdf")
    first = run("fill", "f-100", "acme", "--as-of", "2026-11-23")
    again = told(run("fill", "f-100", "acme", "--as-of", "2026-11-23", "--format", "json"))

    assert first.exit_code == 0
    assert "To sign and date: Date." in first.output
    assert "4 Asked to pay" in first.output
    made = values(workspace / "acme" / "out" / "2026-11-23-f-100.pdf")
    assert (made["Plaintiff"], made["Defendant"]) == ("Alder & Finch LLC", "Late Paper Supply Inc.")
    assert (made["CaseNumber"], made["Day"], made["Asked"]) == ("", "", "/Off")
    assert [Path(path).name for path in again["files"]] == ["2026-11-23-f-100-2.pdf"]


def test_fill_with_fields_of_ones_own(run):
    """What the user sets goes into its field, also where the kit leaves it empty."""
    run("add", "f100.pdf")
    words = ("fill", "f-100", "acme", "--to", "mine.pdf", "--set", "CaseNumber=26-SC=7", "--set", "Asked=/Yes")

    assert run(*words).exit_code == 0
    assert values(Path("mine.pdf"))["CaseNumber"] == "26-SC=7"
    assert values(Path("mine.pdf"))["Asked"] == "/Yes"
    assert "there already" in run(*words).stderr


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("Nowhere=1", "has no field `Nowhere`"),
        ("Asked=/Perhaps", "/Perhaps"),
        (f"CaseNumber={'very long ' * 60}", "does not fit"),
    ],
)
def test_fill_with_what_cannot_stand(run, said, answer):
    """A field or a state there is not, and a value too long, are one sentence, and nothing is written."""
    run("add", "f100.pdf")

    result = run("fill", "f-100", "acme", "--to", "mine.pdf", "--set", said)

    assert (result.exit_code, answer in result.stderr) == (1, True), result.stderr
    assert not Path("mine.pdf").exists()


def test_fill_without_the_blank(run):
    """Without the blank nothing is made, and how to get it is said."""
    result = run("fill", "f-100", "acme")

    assert (result.exit_code, "K552" in result.stderr) == (1, True)


def test_fill_against_a_debtor_in_bankruptcy(run, workspace):
    """No court's form is filled against a debtor whom the automatic stay protects."""
    run("add", "f100.pdf")
    case = workspace / "acme" / "case.yaml"
    stay = "bankruptcy: {chapter: 7, petition_on: 2026-05-01, number: 26-10001, court: Franklin}\n"
    case.write_text(case.read_text("utf-8") + stay, encoding="utf-8")

    result = run("fill", "f-100", "acme", "--as-of", "2026-11-23")

    assert (result.exit_code, "K700" in result.stderr) == (1, True), result.stderr


def test_fill_a_form_of_another_state(run, workspace):
    """A form of another state's court is filled with a note that says so."""
    run("add", "f100.pdf")
    case = workspace / "acme" / "case.yaml"
    case.write_text(case.read_text("utf-8").replace("forum: us-xf", "forum: us-tx"), encoding="utf-8")

    assert "K577" in run("fill", "f-100", "acme", "--as-of", "2026-11-23").output


def test_help(run):
    """Every command of the group has its help."""
    for name in ("list", "get", "add", "map", "check", "fill"):
        assert run(name, "--help").exit_code == 0

"""`kit new`: a folder that `kit check` passes, and never anything overwritten."""

from __future__ import annotations

import json
import sys

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from kit.cli import main
from kit.findings import KitError
from kit.load import new_case, workspace_file, yaml_text
from kit.load.answers import answers_of, checked
from kit.load.case_file import read_case_file
from kit.load.starter import fill, folder_fault, scalar
from kit.load.validation import validate
from kit.model.case import CaseFile

DEBT = [
    "--debtor",
    "Acme: Supply & Sons, Inc.",
    "--kind",
    "corporation",
    "--address",
    "90 Quay St, Suite 5, Overton, ca 02135",
]
DEBT += [
    "--service",
    "design #1 of a catalogue",
    "--amount",
    "$1,200.50",
    "--issued",
    "2026-02-01",
    "--due",
    "2026-03-03",
]
DEBT += ["--email", "pat@acme.example", "--signed", "2026-01-15", "--net-days", "30", "--invoice", "INV-7"]
MINE = [
    "--creditor",
    "Mara Lindqvist",
    "--creditor-kind",
    "sole-proprietor",
    "--creditor-address",
    "1 Web St, Oakland, CA 94612",
]


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Stand in an empty folder with nobody's kit.yaml above it."""
    monkeypatch.setattr(workspace_file, "_home", lambda: str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args):
    """Run `kit` as a user who types no answers."""
    return CliRunner().invoke(main, [*args])


def test_flags_make_a_case_that_passes(here):
    """From flags alone comes a folder that nothing is wrong with."""
    made = run("new", "acme", *DEBT, *MINE)
    checked_ = run("check", "acme", "--as-of", "2026-04-01", "--format", "json")
    file = read_case_file(here / "acme").file

    assert made.exit_code == 0, made.output
    assert checked_.exit_code == 0, checked_.output
    assert file.debtor.name == "Acme: Supply & Sons, Inc."
    assert file.debtor.address.lines == ("90 Quay St, Suite 5", "Overton, CA 02135")
    assert [str(file.invoices[0].total("USD")), file.invoices[0].id, file.agreement.net_days] == [
        "1200.50",
        "INV-7",
        30,
    ]
    assert file.creditor.name == "Mara Lindqvist"
    assert file.forum == "us-ca"


@pytest.mark.usefixtures("here")
def test_without_answers_everything_open_is_named():
    """What nobody answered says CHANGE ME, and `kit check` names each such line in both files."""
    made = run("new", "acme")
    found = json.loads(run("check", "acme", "--format", "json").output)

    assert made.exit_code == 0
    assert "CHANGE ME in kit.yaml, acme" in made.output
    assert {record["code"] for record in found} == {"K038"}
    assert {record["path"].replace("\\", "/") for record in found} == {"kit.yaml", "acme/case.yaml"}


@pytest.mark.parametrize(
    ("flags", "kind"),
    [
        ([], "oral"),
        (["--signed", "2026-01-15"], "written"),
        (["--agreement", "open-account"], "open-account"),
        (["--agreement", "written"], "written"),
    ],
)
def test_no_signed_contract_is_made_up(here, flags, kind):
    """The agreement is written only where somebody said so or gave the day it was signed."""
    run("new", "acme", "--debtor", "Acme", "--kind", "llc", "--creditor", "Mara", "--creditor-kind", "llc", *flags)

    assert f"\n  kind: {kind}\n" in (here / "acme" / "case.yaml").read_text().split("agreement:")[1]


@pytest.mark.usefixtures("here")
def test_the_next_command_can_be_typed_as_it_stands():
    """A name with a space is quoted in the command that comes next."""
    typed = run("new", "a b", *DEBT).output.splitlines()[-1].rpartition("kit check ")[2]

    assert typed == ('"a b"' if sys.platform == "win32" else "'a b'")


def test_nothing_is_overwritten(here):
    """A second `kit new` of one name changes nothing, and an existing kit.yaml is left as it is."""
    (here / "kit.yaml").write_text("format: 1\n# mine\n")
    run("new", "acme", *DEBT)
    before = {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}

    again = run("new", "acme", "--debtor", "Other")

    assert again.exit_code == 1
    assert "already there" in again.output
    assert {path: path.read_bytes() for path in here.rglob("*") if path.is_file()} == before
    assert (here / "kit.yaml").read_text() == "format: 1\n# mine\n"


def test_somebodys_own_schema_is_left_alone(here):
    """Only the schemas that the kit wrote itself are brought up to date."""
    (here / ".schema").mkdir()
    (here / ".schema" / "case.json").write_text('{"mine": true}')
    (here / ".schema" / "workspace.json").write_text(json.dumps({"$comment": new_case.MARK}))

    run("new", "acme", *DEBT)

    assert (here / ".schema" / "case.json").read_text() == '{"mine": true}'
    assert "creditor" in (here / ".schema" / "workspace.json").read_text()


@pytest.mark.parametrize(
    "name",
    [
        "../x",
        "a/b",
        "a\\b",
        "/abs",
        "",
        " ",
        ".",
        "..",
        ".hidden",
        "a:b",
        "a*b",
        "CON",
        "nul.txt",
        "com1",
        "x" * 300,
        "a\nb",
        "a\x00b",
        "a.",
        "~x",
        "a\u202eb",
    ],
)
def test_hostile_names(here, name):
    """A name that is no folder's name on some system is one sentence, and nothing is made."""
    result = run("new", "--", name)

    assert result.exit_code == 1
    assert result.output.startswith("Error: ")
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (["--state", "ZZ"], "two letters of a state"),
        (["--due", "02/01/2024"], "2024-02-01 or as 2024-01-02"),
        (["--amount", "1.234,50"], "two ways"),
        (["--email", "pat"], "not an email address"),
        (["--address", "somewhere"], "not an address on one line"),
        (["--kind", "gmbh"], "is not one of"),
        (["--net-days", "soon"], "not a number"),
    ],
)
def test_flags_are_refused_like_the_file(here, flags, words):
    """A flag's value is refused in the words that the file would be refused with, and nothing is made."""
    result = run("new", "acme", *flags)

    assert result.exit_code == 2
    assert words in result.output
    assert list(here.iterdir()) == []


def test_an_amount_needs_its_days(here):
    """Without its days an amount cannot be overdue, so it is not written down half."""
    result = run("new", "acme", "--debtor", "A LLC", "--amount", "5")

    assert result.exit_code == 1
    assert "the day it was due" in result.output
    assert list(here.iterdir()) == []


def test_questions(here, monkeypatch):
    """At a terminal the kit asks, asks again where an answer is none, and leaves open what is left empty."""
    about_them = ["Acme Inc.", "company", "Corporation", "", "", "catalogue", "", "1.200,00", "1200"]
    answers = [*about_them, "INV-1", "", "2026-02-01", "2026-03-03", "Mara", "individual", "", ""]
    monkeypatch.setattr("kit.cli.new._asked_by_a_person", lambda: True)

    result = CliRunner().invoke(main, ["new", "acme"], input="\n".join([*answers, ""]))
    case = (here / "acme" / "case.yaml").read_text()

    assert result.exit_code == 0, result.output
    assert "none of individual" in result.output
    assert "two ways" in result.output
    assert "  kind: corporation\n" in case
    assert "unit_price: 1,200" in case
    assert (here / "kit.yaml").read_text().count("CHANGE ME") == 4  # the parts of the address


@pytest.mark.skipif(sys.platform == "win32", reason="folders are locked otherwise there")
def test_a_folder_that_may_not_be_written(here):
    """A read-only folder is one sentence."""
    locked = here / "locked"
    locked.mkdir(mode=0o500)
    try:
        (locked / "probe").touch()
    except PermissionError:
        with pytest.raises(KitError, match="cannot be made"):
            new_case.start(locked, "acme", {})
    else:
        pytest.skip("this user may write everywhere")


@given(name=st.text(min_size=1, max_size=50))
def test_any_answer_reads_back(name):
    """Whatever a person answers is written so that it reads back as it was, or is refused beforehand."""
    try:
        answer = checked("debtor_name", name)
    except KitError:
        return
    text = fill("case.yaml", answers_of({"debtor_name": answer, "debtor_kind": "llc", "schema": "x"}))

    tree = yaml_text.parse(text, "case.yaml")

    if "CHANGE ME" not in answer:
        assert validate(CaseFile, tree).debtor.name == answer


@given(st.text())
def test_any_text_is_one_scalar(text):
    """No text breaks out of its place in the file."""
    if not text.isprintable() or not text.strip():
        return
    assert yaml_text.parse(f"a: {scalar(text)}\n", "x").data["a"] == text


@given(st.text())
def test_folder_names_are_judged_without_a_crash(name):
    """Any name is either good or has its reason."""
    assert isinstance(folder_fault(name), str)


def test_the_examples_in_the_starter_are_good():
    """Every commented example, uncommented, passes; a user may remove any `# ` and go on."""
    text = fill("case.yaml", answers_of({"debtor_name": "A LLC", "debtor_kind": "llc", "schema": "x"}))
    lines = text.splitlines()[1:]  # the first is for editors
    code = [line[2:] if line.startswith("# ") and _is_code(line[2:]) else line for line in lines]

    file = validate(CaseFile, yaml_text.parse("\n".join(code), "case.yaml"))

    assert [file.invoices[0].id, file.payments[0].id, file.exhibits[0].id] == ["INV-1", "P-1", "contract"]
    assert file.agreement.late_fee
    assert file.debtor.contacts[0].email


def _is_code(text):
    """Know an example from a sentence: it has a key with a colon, and no capital letter first."""
    words = text.strip().removeprefix("- ")
    return words.split(" ")[0].endswith(":") and words[:1].islower()

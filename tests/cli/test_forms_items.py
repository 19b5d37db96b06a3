"""`kit forms map FILE --form us/b410`: the items of a form found on the user's blank, and confirmed once."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kit.cli import main

sys.path.insert(0, str(Path(__file__).parents[1] / "documents" / "forms"))

from claim_blanks import claim_blank

FORM = "us/b410"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Work in a folder with a blank of Form 410, and keep what is confirmed apart."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KIT_FORMS", str(tmp_path / "kept"))
    (tmp_path / "b410.pdf").write_bytes(claim_blank("stacked", "shuffled", 2).pdf)
    return tmp_path


def kit(*words: str, code: int = 0) -> str:
    """Run a command and return what it printed."""
    result = CliRunner().invoke(main, ["forms", *words])

    assert result.exit_code == code, result.output
    return result.output


def test_shown_before_confirmed(folder):
    """Without --confirm nothing is kept: the table, what is doubtful, and how to go on are shown."""
    said = kit("map", "b410.pdf", "--form", FORM)

    assert "8 Basis of the claim" in said
    assert "doubtful (?)" in said
    assert "--confirm" in said
    assert not (folder / "kept").exists()


def test_proof(folder):
    """--proof writes the form with the number of each field on it, and never over another file."""
    kit("map", "b410.pdf", "--form", FORM, "--proof", "numbered.pdf")

    assert (folder / "numbered.pdf").read_bytes().startswith(b"%PDF-")
    assert "is there already" in kit("map", "b410.pdf", "--form", FORM, "--proof", "numbered.pdf", code=1)


def test_confirmed_once_then_used(folder):
    """--confirm keeps the blank, its proof and its fields; from then on the form can be filled."""
    kit("add", "b410.pdf", "--form", FORM)
    before = kit("check", FORM, code=1)
    said = kit("map", "b410.pdf", "--form", FORM, "--confirm")
    after = kit("check", FORM)

    assert "K760" in before
    assert [one.suffix for one in sorted((folder / "kept" / "us" / "b410").iterdir())] == [".pdf", ".pdf", ".yaml"]
    assert said.count(str(Path("kept") / "us" / "b410")) == 3
    assert "us/b410: can be used" in after
    assert "confirmed already" in kit("map", "b410.pdf", "--form", FORM, "--confirm", code=1)


@pytest.mark.usefixtures("folder")
def test_recognised_without_its_name():
    """A blank handed over without a word is known by its items, and the user is told what comes next."""
    said = kit("add", "b410.pdf")

    assert "us/b410: kept; now run `kit forms map" in said
    assert "  here  " in kit("list", "--forum", "us")


@pytest.mark.usefixtures("folder")
def test_for_programs():
    """With --format json every field is listed with its item, its answer, and how sure that is."""
    said = json.loads(kit("map", "b410.pdf", "--form", FORM, "--format", "json"))
    basis = next(one for one in said["fields"] if one["item"] == "8")

    assert (basis["blank"], basis["page"]) == ("claim.basis", 2)
    assert said["missing"] == []
    assert (said["confirmed"], said["certain"]) == (False, False)


@pytest.mark.usefixtures("folder")
def test_blanks_of_the_claim():
    """The answers of a proof of claim are listed for their form."""
    said = kit("map", "--blanks", "--form", FORM)

    assert "secured.perfection" in said
    assert "plaintiffs[0].name" not in said


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("map", "b410.pdf", "--confirm"), 2, "--confirm goes with --form"),
        (("map", "b410.pdf", "--form", "us-ca/sc-100"), 1, "is mapped by its fields"),
        (("map", "none.pdf", "--form", FORM), 1, "none.pdf"),
        (("fill", FORM, "case"), 1, "kit claim CASE"),
    ],
)
def test_what_cannot_be_done(words, code, says):
    """A slip is answered in one sentence."""
    assert says in kit(*words, code=code)

"""The catalogue: each broken file beside the exact text that `kit check` answers with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from kit.cli import main

FOLDER = Path(__file__).parent
FILES = sorted(path for path in FOLDER.glob("*.yaml"))
CASES = sorted(path for path in FOLDER.iterdir() if path.is_dir() and path.with_suffix(".txt").exists())


@pytest.mark.parametrize("bad", [*FILES, *CASES], ids=lambda path: path.stem)
def test_error_text(bad, monkeypatch):
    """The text names the place, shows the line, says what to type, and the exit code is 1."""
    monkeypatch.chdir(FOLDER)

    result = CliRunner().invoke(main, ["check", bad.name, "--as-of", "2024-06-01"])

    assert result.exit_code == 1, result.output
    assert result.output.replace("\\", "/") == bad.with_suffix(".txt").read_text(encoding="utf-8").replace("\\", "/")


def test_catalogue_is_complete():
    """Every text belongs to a file or a folder, and there are enough of them to be called a catalogue."""
    texts = {path.stem for path in FOLDER.glob("*.txt")}

    assert texts == {path.stem for path in [*FILES, *CASES]}
    assert len(texts) >= 40


def test_no_text_speaks_of_the_program():
    """No sentence holds a word of the libraries underneath."""
    jargon = ("Input should", "valid dictionary", "Extra inputs", "Field required", "pydantic", "Traceback", "NoneType")
    texts = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.txt")}

    assert [name for name, text in texts.items() if any(word in text for word in jargon)] == []


ACCOUNT = FOLDER / "account"


@pytest.mark.parametrize("bad", sorted(ACCOUNT.glob("*.yaml")), ids=lambda path: path.stem)
def test_account_error_text(bad, monkeypatch):
    """A file that reads well but whose account contradicts itself is answered with the errors in the text."""
    monkeypatch.chdir(ACCOUNT)

    result = CliRunner().invoke(main, ["check", bad.name, "--as-of", "2024-06-01"])

    assert result.exit_code == 1, result.output
    assert _errors(result.output) == bad.with_suffix(".txt").read_text(encoding="utf-8")


def _errors(output):
    """Keep the errors; which notes of law go with them is tested where the law is."""
    blocks = re.split(r"\n(?=\S)", output.rstrip("\n"))
    return "".join(f"{block}\n" for block in blocks if ": error[" in block.split("\n")[0])

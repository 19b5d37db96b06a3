"""`kit templates`: list, eject, build, check."""

from __future__ import annotations

import json
import re

import docx
import pytest
from click.testing import CliRunner

from kit.cli import main


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Return a function that types a `kit templates` command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(main, ["templates", *words])


def test_list(run):
    """Every document is listed by name and title, for people and for programs."""
    assert re.search(r"^letters/final-demand +Final demand$", run("list").output, re.MULTILINE)
    told = json.loads(run("list", "--format", "json").output)
    assert {"contracts/services", "statements/invoice"} <= {one["id"] for one in told}


def test_eject_and_check(run, tmp_path):
    """An ejected docx is ready to be used as it is; a second eject overwrites nothing."""
    assert run("eject", "letters/final-demand", "--to", "mine").exit_code == 0
    assert sorted(path.name for path in (tmp_path / "mine/letters/final-demand").iterdir()) == [
        "document.yaml",
        "en.docx",
    ]

    checked = run("check", "mine/letters/final-demand")
    again = run("eject", "letters/final-demand", "--to", "mine")

    assert (checked.exit_code, "ready to be used" in checked.output) == (0, True)
    assert (again.exit_code, "there already" in again.stderr) == (1, True)


def test_eject_where_nothing_can_be_written(run, tmp_path):
    """A place that takes no folder is one sentence."""
    (tmp_path / "mine").write_text("a file", encoding="utf-8")

    result = run("eject", "letters/final-demand", "--to", "mine/inside")

    assert (result.exit_code, "cannot be written" in result.stderr) == (1, True)


@pytest.mark.parametrize("name", ["letterhead", "no_such_context"])
def test_a_context_that_fills_no_document(run, tmp_path, name):
    """A document of one's own that asks for blanks nobody fills is answered in one sentence."""
    run("eject", "letters/final-demand", "--to", "mine")
    file = tmp_path / "mine/letters/final-demand/document.yaml"
    file.write_text(file.read_text("utf-8").replace("final_demand", name), encoding="utf-8")
    (tmp_path / "kit.yaml").write_text("format: 1\ntemplates: mine\n", encoding="utf-8")

    result = run("check", "mine/letters/final-demand")

    assert (result.exit_code, f"a context `{name}`" in result.stderr) == (1, True)


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        pytest.param("{{ totl_due }}", "K303", "total_due", id="nearest-name"),
        pytest.param("{% if total_due > 500 %}x{% endif %}", "K304", "total_due > 500", id="logic"),
        pytest.param("{{ total_due", "K302", "{{ total_due", id="not-closed"),
        pytest.param("{%p if total_due %}", "K305", "", id="no-endif"),
    ],
)
def test_what_check_says(run, tmp_path, text, code, says):
    """A fault in a user's own docx is named with its paragraph before the template is used."""
    run("eject", "letters/final-demand", "--to", "mine")
    file = tmp_path / "mine/letters/final-demand/en.docx"
    paper = docx.Document(str(file))
    paper.add_paragraph(text)
    paper.save(str(file))

    result = run("check", str(file))

    assert result.exit_code == 1
    assert f"[{code}]" in result.stderr
    assert says in result.stderr


def test_your_own_words(run, tmp_path):
    """With the words ejected, changed and built, both templates say the new thing."""
    pytest.importorskip("pypandoc")
    run("eject", "letters/final-demand", "--to", "mine", "--words")
    words = tmp_path / "mine/letters/final-demand/en.md"
    words.write_text(words.read_text("utf-8").replace("Sincerely,", "With kind regards,"), encoding="utf-8")

    result = run("build", str(words.parent))

    assert "en.docx, en.typ" in result.output
    assert "With kind regards," in (words.parent / "en.typ").read_text("utf-8")


def test_words_that_cannot_be_built(run, tmp_path):
    """Logic in the words is refused with its line."""
    pytest.importorskip("pypandoc")
    run("eject", "letters/final-demand", "--to", "mine", "--words")
    words = tmp_path / "mine/letters/final-demand/en.md"
    words.write_text(words.read_text("utf-8") + "\n{{ total_due | upper }}\n", encoding="utf-8")

    result = run("build", str(words.parent))

    assert result.exit_code == 1
    assert "en.md:" in result.stderr
    assert "K380" in result.stderr

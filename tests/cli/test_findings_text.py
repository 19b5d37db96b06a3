"""How a finding looks on a terminal and in JSON."""

from __future__ import annotations

import json
from datetime import date

import pytest
from rich.cells import cell_len

from kit.cli.findings_text import as_json, as_text
from kit.findings import Place, Severity, error, note, stop


def test_the_whole_layout():
    """Line one is enough for grep; the line, its mark, the fix and the law follow."""
    line = "  - {id: P-1, invoice: INV-104, received_on: 2023-12-30, amount: 200.00}"
    place = Place("case.yaml", 18, 46, 10, line)

    text = as_text(
        stop(
            "K140", "the claim is too large", place, fix="waive it", law="Franklin Code § 1", clears_on=date(2026, 3, 1)
        )
    )

    assert text.splitlines() == [
        "case.yaml:18:46: stop[K140] the claim is too large",
        f" 18 | {line}",
        "    |                                              ^^^^^^^^^^",
        "  fix: waive it",
        "  law: Franklin Code § 1",
        "  clears on: 2026-03-01",
    ]


def test_without_a_place():
    """A finding about nothing in particular has one line."""
    assert as_text(note("K111", "no invoice yet")) == "note[K111] no invoice yet"


@pytest.mark.parametrize(
    ("line", "column", "length", "marked"),
    [
        pytest.param("a: b", 4, 1, "b", id="plain"),
        pytest.param("\ta:\tb", 5, 1, "b", id="tabs"),
        pytest.param("name: 株式会社, kind: x", 19, 1, "x", id="wide-letters"),
        pytest.param("e\u0301e\u0301e\u0301: b", 9, 1, "b", id="combining-accents"),
        pytest.param("a: \U0001f600 b", 6, 1, "b", id="emoji"),
        pytest.param("a: \x1b[31mb", 9, 1, "b", id="escape-sequence"),
        pytest.param("a: \u202eb", 5, 1, "b", id="turned-around"),
        pytest.param("x" * 9_000 + "bcd" + "y" * 9_000, 9_001, 3, "bcd", id="very-long"),
        pytest.param("a: b", 40, 5, "", id="past-the-end"),
    ],
)
def test_the_mark_stands_under_the_fault(line, column, length, marked):
    """Whatever the line holds, the mark begins where the fault begins, and the line fits a screen."""
    _, shown, mark = as_text(error("K022", "words", Place("case.yaml", 3, column, length, line))).splitlines()
    before = cell_len(mark[: mark.index("^")])

    assert shown[:before].isprintable()
    assert cell_len(shown) < 140
    assert _from_cell(shown, before).startswith(marked)
    assert mark.count("^") == max(1, cell_len(marked))


def _from_cell(text, cells):
    """Return the rest of ``text`` after so many columns."""
    for index in range(len(text) + 1):
        if cell_len(text[:index]) == cells and (index == len(text) or cell_len(text[index]) > 0):
            return text[index:]
    return ""


def test_nothing_moves_the_cursor():
    """Signs of control in a file never reach the terminal, wherever they come up."""
    text = as_text(error("K022", "a\x1b[2Jb", Place("\x07.yaml", 1, 1, 1, "\x1b]0;x\x07\u202e"), fix="c\rd"))

    assert all(line.isprintable() for line in text.splitlines())


def test_json_says_the_same():
    """A program gets every part of a finding under its own key."""
    finding = error("K024", "not a number", Place("case.yaml", 3, 7, 2, "a: xx"), fix="write 5")

    (record,) = json.loads(as_json([finding]))

    assert record == {
        "code": "K024",
        "severity": Severity.ERROR.value,
        "message": "not a number",
        "path": "case.yaml",
        "line": 3,
        "column": 7,
        "fix": "write 5",
        "law": None,
        "clears_on": None,
        "overridable": False,
        "overridden": None,
    }

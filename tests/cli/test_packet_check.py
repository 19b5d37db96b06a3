"""`kit packet --check`: every question with its answer, as a table, as a list on a narrow screen, and as data."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from click.testing import CliRunner
from rich.cells import cell_len

from kit.checks.filing import Filing, Subject, Verdict
from kit.checks.filing import Tested as Row
from kit.cli import main
from kit.cli.packet_check import all_rows, as_json, as_text
from kit.findings import Place, note, stop
from kit.model.law_words import Confidence

PLACE = Place("case.yaml", 18, 5)
OVER = stop("K603", "the claim counts as $9,120.00; the limit is $8,000.00", PLACE, fix="Give it up.", law="Code § 1",
            overridable=True)  # fmt: skip
ROWS = (
    Row("forum", "Is the law of the court at hand?", Verdict.CLEAR, "the court is one of Franklin", Subject.COURT),
    Row(
        "limit",
        "Is the claim within the court's limit?",
        Verdict.STOP,
        OVER.message,
        Subject.COURT,
        PLACE,
        OVER.law,
        Confidence.HIGH,
        OVER.fix,
        "K603",
        OVER,
    ),
    Row("fee", "What does filing cost?", Verdict.UNKNOWN, "not tested: nobody knows", Subject.COURT),
)
FILING = Filing(as_of=date(2026, 5, 1), tested=ROWS, findings=(OVER,))


def test_stops_come_first():
    """What is in the way is read before what is not known, and that before what is clear."""
    text = as_text(FILING, ROWS)

    heads = [text.index(head) for head in ("In the way (1)", "Not known (1)", "Clear (1)")]
    assert heads == sorted(heads)
    for words in ("case.yaml:18:5", "fix: Give it up.", "law: Code § 1 (high confidence)", "[K603]"):
        assert words in text
    assert text.endswith("1 thing in the way of filing; nothing was made.")


@pytest.mark.parametrize("width", [30, 40, 71, 72, 80, 132, 400])
def test_no_line_is_too_long(width):
    """On a narrow terminal no line is longer than the screen."""
    long = replace(ROWS[1], said=f"{ROWS[1].said} {'and so on ' * 40}")

    assert all(cell_len(line) <= width for line in as_text(FILING, (*ROWS, long), width=width).splitlines())


def test_signs_that_move_the_cursor():
    """A name that would colour or turn the screen around is shown by its number."""
    row = replace(ROWS[0], said="the court is \x1b[31mred\u202e [bold]x[/bold]")
    text = as_text(FILING, (row,))

    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[bold]x[/bold]" in text


def test_rows_as_data():
    """Programs get the same rows, each with place, law, confidence, remedy and whether it may be overridden."""
    data = json.loads(as_json(ROWS))

    assert [one["question"] for one in data] == ["forum", "limit", "fee"]
    assert data[1] == {
        "question": "limit",
        "asks": "Is the claim within the court's limit?",
        "subject": "the court",
        "verdict": "stop",
        "stops": True,
        "said": OVER.message,
        "path": "case.yaml",
        "line": 18,
        "column": 5,
        "law": "Code § 1",
        "confidence": "high",
        "fix": "Give it up.",
        "code": "K603",
        "clears_on": None,
        "overridable": True,
        "overridden": None,
    }


def test_overridden_and_other_findings():
    """A stop that the user judged is a note with the reason; what no question found is there too."""
    other = note("K184", "something else")
    rows = all_rows(FILING, (OVER.override("the clerk said yes"), other))

    assert [row.stops for row in rows] == [False, False, False, False]
    assert (rows[1].verdict, rows[1].finding.overridden) == (Verdict.NOTE, "the clerk said yes")
    assert (rows[3].id, rows[3].said) == ("other", "something else")
    assert "overridden: the clerk said yes" in as_text(FILING, rows)


def test_command(workspace, case):
    """The command shows the table or the list, makes nothing, and ends with 1 where something is in the way."""
    before = sorted(workspace.rglob("*"))
    told, data = (
        CliRunner().invoke(main, ["packet", str(case), "--check", "--as-of", "2026-05-01", *more])
        for more in ([], ["--format", "json"])
    )

    assert told.exit_code == data.exit_code == 1, told.output
    assert "In the way" in told.output
    assert {one["question"] for one in json.loads(data.output)} >= {"court", "limit", "demand", "limitation"}
    assert sorted(workspace.rglob("*")) == before

"""How old and how sure the law behind a paper is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kit.checks.law_data import check_jurisdiction, check_law_data, doubt
from kit.findings import Severity
from kit.load.jurisdiction_file import load_jurisdiction
from kit.model.law_names import RuleName

FRANKLIN = load_jurisdiction("us-xf", [Path(__file__).parents[1] / "fixtures" / "jurisdictions"])
READ_ON = date(2026, 3, 14)  # every source of Franklin


def codes(rule: RuleName, as_of: date, on: date | None = None, **asked: str) -> list[str]:
    """Return the codes that one answer draws on a day."""
    return [f.code for f in check_law_data([FRANKLIN.answer(rule, on or as_of, **asked)], as_of)]


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        pytest.param(date(2026, 3, 14), [], id="read-today"),
        pytest.param(date(2027, 3, 14), [], id="365-days-ago"),
        pytest.param(date(2027, 3, 15), ["K222"], id="366-days-ago"),
    ],
)
def test_an_old_reading_is_told(as_of, expected):
    """A value read more than a year before the day in question is due to be read again."""
    assert codes(RuleName.EXPIRY_EFFECT, as_of) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [pytest.param(date(2027, 1, 14), [], id="the-day-before"), pytest.param(date(2027, 1, 15), ["K223"], id="the-day")],
)
def test_a_reset_that_fell_due_is_told(as_of, expected):
    """A rate that is reset on a day warns from that day until it is read again."""
    assert codes(RuleName.PREJUDGMENT_INTEREST, as_of, date(2026, 5, 1), debtor="llc") == expected


def test_doubt_names_whom_to_ask():
    """A value nobody was sure of goes with its citation and the office that knows."""
    answer = FRANKLIN.answer(RuleName.FILING_FEE, date(2026, 5, 1), court="county-court")

    finding = doubt(answer, FRANKLIN.name)

    assert finding is not None
    assert (finding.code, finding.severity) == ("K221", Severity.NOTE)
    assert finding.message == "State of Franklin law read with medium confidence: What does filing cost?"
    assert finding.fix == "Confirm it with the clerk of the court."
    assert finding.law == "Franklin Court Fee Schedule 2024, read 2026-03-14"


def test_a_whole_state_is_told_at_once():
    """All that is old in a state comes together, each answer once."""
    stale = [f for f in check_jurisdiction(FRANKLIN, date(2027, 6, 1)) if f.code == "K222"]

    assert len(stale) == len(set(stale)) > 50
    assert all(f.law.endswith("read 2026-03-14") for f in stale)
    assert {f.code for f in check_jurisdiction(FRANKLIN, READ_ON)} == {"K221"}

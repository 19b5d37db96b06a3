"""Days are counted as the court counts them, and the safe day is shown beside."""

from __future__ import annotations

from datetime import date

import pytest

from kit.checks.counting import counted, ended
from kit.model.law_days import DayCounting, Roll
from kit.model.law_words import Say

ROLLS = {"saturday": Roll.NEXT_BUSINESS_DAY, "sunday": Roll.NEXT_BUSINESS_DAY, "holiday": Roll.NEXT_BUSINESS_DAY}
USUAL = DayCounting(first_day_counts=Say.NO, **ROLLS)


@pytest.mark.parametrize(
    ("start", "days", "last", "moved", "safe"),
    [
        ("2026-11-02", 10, "2026-11-12", "2026-11-12", "2026-11-12"),
        ("2026-11-04", 10, "2026-11-14", "2026-11-16", "2026-11-13"),  # a Saturday
        ("2026-11-05", 10, "2026-11-15", "2026-11-16", "2026-11-13"),  # a Sunday
        ("2026-11-16", 10, "2026-11-26", "2026-11-27", "2026-11-25"),  # Thanksgiving
        ("2026-12-15", 10, "2026-12-25", "2026-12-28", "2026-12-24"),  # Christmas on a Friday
    ],
)
def test_ten_days(start, days, last, moved, safe):
    """The day of the event does not count; a last day of rest moves on; the safe day is the business day before."""
    found = counted(date.fromisoformat(start), days, USUAL)

    assert (found.last, found.moved, found.safe) == tuple(map(date.fromisoformat, (last, moved, safe)))


def test_the_first_day_counts_where_the_law_says_so():
    """Ten days from the 2nd end on the 11th where the 2nd is one of them."""
    rule = DayCounting(first_day_counts=Say.YES, **ROLLS)

    assert counted(date(2026, 11, 2), 10, rule).last == date(2026, 11, 11)


def test_short_periods_leave_out_days_of_rest():
    """Where periods under a week leave out days of rest, five days from a Thursday end the Thursday after."""
    rule = DayCounting(first_day_counts=Say.NO, short_period_days=7, **ROLLS)

    assert counted(date(2026, 11, 12), 5, rule).last == date(2026, 11, 19)
    assert counted(date(2026, 11, 12), 7, rule).last == date(2026, 11, 19)


def test_what_is_not_settled_moves_nothing():
    """A day of rest that the law does not speak of stays, and the safe day lies before it."""
    found = ended(date(2026, 11, 14), DayCounting())

    assert (found.moved, found.safe, found.why) == (date(2026, 11, 14), date(2026, 11, 13), "a Saturday")


def test_a_states_own_holiday_counts_there():
    """The day after Thanksgiving rests in California and not for a federal court."""
    friday = date(2026, 11, 27)

    assert ended(friday, USUAL, "CA").moved == date(2026, 11, 30)
    assert ended(friday, USUAL).moved == friday

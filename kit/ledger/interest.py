"""Interest on what is overdue, by the day.

Day one is the day after the due date, and the day a payment arrives still
counts on the old balance: from a due date of February 1 to a payment on
March 1 of a common year there are 28 days. Periods are half-open in the days
that count: from ``start`` up to, not including, ``end``. A new rate counts
from its own first day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from kit.ledger.terms import RateSpan
from kit.model.agreement import DayCount

DAY = timedelta(days=1)
YEAR = {
    DayCount.ACTUAL_365: Decimal(36500),  # with the hundred of the percentage
    DayCount.ACTUAL_360: Decimal(36000),
    DayCount.ACTUAL_366: Decimal(36600),
    DayCount.THIRTY_360: Decimal(36000),
}


@dataclass(frozen=True, slots=True)
class Accrual:
    """Interest of one rate on one base, not yet rounded."""

    start: date
    end: date
    percent: Decimal
    days: int
    exact: Decimal
    cite: str
    by_plan: bool = False


def accrue(
    base: Decimal, rates: Sequence[RateSpan], count: DayCount, zero: date, start: date, end: date
) -> list[Accrual]:
    """Charge ``base`` from ``start`` up to, not including, ``end``, one accrual for each rate.

    ``zero`` is the day before interest first runs; the 30/360 count is anchored
    there so that adjacent periods always add up to the whole.
    """
    found = []
    for rate in rates:
        first = rate.start if rate.start and rate.start > start else start
        after = rate.end if rate.end and rate.end < end else end
        if first < after:
            if count is DayCount.THIRTY_360:
                days = day_count(count, zero, after - DAY) - day_count(count, zero, first - DAY)
            else:
                days = (after - first).days
            exact = base * rate.percent * days / YEAR[count]
            found.append(Accrual(first, after, rate.percent, days, exact, rate.cite, rate.by_plan))
    return found


def day_count(count: DayCount, start: date, end: date) -> int:
    """Return the days from ``start`` to ``end``: actual ones, or twelve months of thirty.

    30/360 is counted as municipal bonds are (MSRB Rule G-33(e)): a first day 31
    becomes 30, and a last day 31 becomes 30 where the first day is then 30.
    """
    if count is not DayCount.THIRTY_360:
        return end.toordinal() - start.toordinal()
    first = min(start.day, 30)
    last = 30 if end.day == 31 and first == 30 else end.day  # noqa: PLR2004
    return 360 * (end.year - start.year) + 30 * (end.month - start.month) + last - first


def uncovered(rates: Sequence[RateSpan], start: date, end: date) -> date | None:
    """Return the first day of the period that no rate covers."""
    day = start
    for rate in sorted(rates, key=lambda rate: rate.start or date.min):
        if rate.start and rate.start > day:
            break
        if rate.end is None:
            return None
        day = max(day, rate.end)
    return day if day < end else None

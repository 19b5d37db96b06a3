"""Counting a period of days as a court does: the day that does not count, short periods, and where a last day moves.

The rule is data (`day_counting`); the days of rest are Saturdays, Sundays and the
holidays of the state. What the law does not settle moves nothing, so the day
before it moves is always there as the safe one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kit.model.business_days import day_off, is_business_day
from kit.model.law_days import DayCounting, Roll
from kit.model.law_words import Say

DAY = timedelta(days=1)
SATURDAY, SUNDAY = 5, 6


@dataclass(frozen=True, slots=True)
class Counted:
    """The last day of a period: as counted, as the rule moves it, and the safe day that no rule can take away."""

    last: date
    moved: date
    safe: date
    why: str = ""  # what day of rest it fell on


def counted(start: date, days: int, rule: DayCounting, state: str | None = None) -> Counted:
    """Return the last of ``days`` days from the event on ``start`` (one or more days)."""
    short = rule.short_period_days is not None and days < rule.short_period_days
    last, left = start, days - (1 if rule.first_day_counts is Say.YES else 0)
    while left > 0:
        last += DAY
        left -= not (short and day_off(last, state))
    return ended(last, rule, state)


def counted_back(event: date, days: int, rule: DayCounting, state: str | None = None) -> Counted:
    """Return the last day on which there are still ``days`` days before the event, which itself does not count.

    Counted back from an event, a day of rest moves nothing to later; the safe day is the working day before it.
    """
    short = rule.short_period_days is not None and days < rule.short_period_days
    last, left = event, days
    while left > 0:
        last -= DAY
        left -= not (short and day_off(last, state))
    safe = last
    while not is_business_day(safe, state):
        safe -= DAY
    return Counted(last, last, safe, day_off(last, state))


def ended(last: date, rule: DayCounting, state: str | None = None) -> Counted:
    """Return where the rule moves a period that ends on ``last``."""
    moved = last
    while day_off(moved, state) and _roll(moved, rule) is Roll.NEXT_BUSINESS_DAY:
        moved += DAY
    safe = last
    while not is_business_day(safe, state):
        safe -= DAY
    return Counted(last, moved, safe, day_off(last, state))


def _roll(day: date, rule: DayCounting) -> Roll:
    """Return what the rule says of the kind of rest on ``day``."""
    return {SATURDAY: rule.saturday, SUNDAY: rule.sunday}.get(day.weekday(), rule.holiday)

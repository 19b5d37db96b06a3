"""Days on which business rests: Saturdays, Sundays, federal holidays and those of a state.

A letter dated on such a day looks careless, and a last day to pay that falls on
one moves on. A holiday that falls on a weekend counts on the day it is observed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

DAY = timedelta(days=1)
WEEKEND = {5: "a Saturday", 6: "a Sunday"}


def day_off(day: date, state: str | None = None) -> str:
    """Return why business rests on ``day`` in ``state`` ("a Sunday", "Labor Day"), or "" where it does not.

    ``state`` is two letters; without one, and for a state that nobody knows, federal holidays alone count.
    """
    if day.weekday() in WEEKEND:
        return WEEKEND[day.weekday()]
    return _holidays(state.upper() if state else "", day.year).get(day, "")


def is_business_day(day: date, state: str | None = None) -> bool:
    """Say whether offices are open on ``day`` in ``state``."""
    return not day_off(day, state)


def next_business_day(day: date, state: str | None = None) -> date:
    """Return ``day`` itself, or the first day after it on which offices in ``state`` are open."""
    while day_off(day, state):
        day += DAY
    return day


@lru_cache(maxsize=1024)
def _holidays(state: str, year: int) -> Mapping[date, str]:
    """Return the federal holidays of a year and those of the state, with their names."""
    from holidays import country_holidays, list_supported_countries  # noqa: PLC0415 - heavy, and not every command asks

    found = dict(country_holidays("US", years=year))
    if state in list_supported_countries()["US"]:
        found = {**country_holidays("US", subdiv=state, years=year), **found}
    return found

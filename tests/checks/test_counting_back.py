"""Days counted back from an event, such as the last day to serve before a hearing."""

from __future__ import annotations

from datetime import date

import pytest

from kit.checks.counting import counted_back
from kit.model.law_days import DayCounting

PLAIN = DayCounting.model_validate({"first_day_counts": "no", "saturday": "next_business_day"})
SHORT = DayCounting.model_validate({"first_day_counts": "no", "short_period_days": "7"})


@pytest.mark.parametrize(
    ("event", "days", "rule", "last", "safe"),
    [
        pytest.param(date(2026, 12, 14), 5, PLAIN, date(2026, 12, 9), date(2026, 12, 9), id="a-wednesday"),
        # 15 days before Monday, December 14: Sunday, November 29; the Friday before it is no holiday of the nation
        pytest.param(date(2026, 12, 14), 15, PLAIN, date(2026, 11, 29), date(2026, 11, 27), id="a-sunday"),
        # 18 days before it is Thanksgiving, a Thursday
        pytest.param(date(2026, 12, 14), 18, PLAIN, date(2026, 11, 26), date(2026, 11, 25), id="a-holiday"),
        # five working days before Monday, December 14, leaving out the weekend: December 7
        pytest.param(date(2026, 12, 14), 5, SHORT, date(2026, 12, 7), date(2026, 12, 7), id="a-short-period"),
        pytest.param(date(2026, 12, 14), 7, SHORT, date(2026, 12, 7), date(2026, 12, 7), id="no-short-period"),
    ],
)
def test_counted_back(event, days, rule, last, safe):
    """The event's day does not count; a day of rest never moves the last day closer to the event."""
    told = counted_back(event, days, rule)

    assert (told.last, told.moved, told.safe) == (last, last, safe)

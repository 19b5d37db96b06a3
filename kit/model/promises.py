"""Whether a promise to pay was kept: by the money that came after it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kit.model.case import Case
from kit.model.event import Promised


def paid_since(case: Case, promise: Promised, on: date) -> Decimal:
    """Return what came in from the day of the promise through ``on`` and did not come back."""
    came = (one for one in case.payments if promise.on <= one.on <= on)
    return sum((one.amount for one in came if not (one.bounced_on and one.bounced_on <= on)), Decimal(0))


def waits_for(case: Case, promise: Promised, on: date) -> bool:
    """Whether letters still wait for a promise on a day: its day has not passed, and the sum it names is not in yet."""
    if not promise.on <= on <= promise.by:
        return False
    return promise.amount is None or paid_since(case, promise, on) < promise.amount

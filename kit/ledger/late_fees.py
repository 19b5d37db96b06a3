"""Late fees: when each one falls, and how much it is.

A fee falls on a due item that is still unpaid when the days of grace are over:
once, or for each month. Months run from the first day after grace to the same
day of the next month (the last one where that month is shorter). A started
month is charged on its first day, a completed one on the day after its last,
on the principal then still unpaid. Nothing is charged on interest or on fees.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from dateutil.relativedelta import relativedelta

from kit.ledger.terms import LateFeeTerms
from kit.model.money import to_minor


def fee_days(terms: LateFeeTerms, due_on: date, as_of: date) -> Iterator[date]:
    """Yield the days up to ``as_of`` on which a fee falls if something is still unpaid."""
    first = due_on + timedelta(days=terms.grace_days + 1)
    if terms.percent_a_month is None:
        if first <= as_of:
            yield first
        return
    for day in same_days(first, as_of):
        if day > first or terms.month == "started":
            yield day


def same_days(first: date, until: date) -> Iterator[date]:
    """Yield ``first`` and the same day of every following month, up to and with ``until``."""
    month = 0
    while (day := first + relativedelta(months=month)) <= until:
        yield day
        month += 1


def fee_amount(terms: LateFeeTerms, principal: Decimal, currency: str) -> Decimal:
    """Return one fee on what is unpaid of a due item, before any cap."""
    if terms.flat is not None:
        return to_minor(terms.flat, currency)
    percent = terms.percent if terms.percent is not None else terms.percent_a_month
    return to_minor(principal * (percent or 0) / 100, currency)


def agreed_room(terms: LateFeeTerms, invoice_total: Decimal, charged: Decimal, currency: str) -> Decimal | None:
    """Return what the agreement's own caps leave for further fees on an invoice; None where it has none."""
    caps = [terms.cap_amount, invoice_total * terms.cap_percent / 100 if terms.cap_percent is not None else None]
    known = [to_minor(cap, currency) for cap in caps if cap is not None]
    return max(min(known) - charged, Decimal(0)) if known else None

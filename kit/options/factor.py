"""Factoring as terms: an advance at once, the rest when the debtor pays, a fee for each period begun."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_CEILING, Decimal

from kit.model.money import ZERO, spoken
from kit.model.options import Assumptions
from kit.options.debt import Debt
from kit.options.figures import WHOLE, ends, share, span, used
from kit.options.result import Range, Terms
from kit.options.said import LOST, NAMES, RATES


def factoring(debt: Debt, known: Assumptions, ages: tuple[tuple[int, Decimal], ...]) -> Terms:
    """Return the terms for invoices that a factor might buy, each with its days overdue; at most the debt.

    With recourse, what the debtor does not pay is bought back; without, the advance is kept whatever comes.
    """
    group, base = known.factoring, min(sum((amount for _, amount in ages), ZERO), debt.amount)
    advance, recovers = ends(group.advance), replace(debt, ages=ages).recovery(known, group.recovers)
    if group.recourse is False:
        recovers = Range(max(recovers.low, advance.low), max(recovers.high, advance.high))
    periods = periods_of(ends(group.days), ends(group.period_days))
    fee, first = ends(group.fee), ends(group.advance_days)
    at_once = span(Range(share(base, advance.low), share(base, advance.high)), "dollars")
    back = (
        "Unpaid invoices are bought back." if group.recourse is not False else "Unpaid invoices stay the factor's loss."
    )
    part = f" It could buy {spoken(base, 'USD')} of the debt." if ZERO < base < debt.amount else ""
    told = ("advance", "fee", "period_days", "oldest_days", "recovers", "advance_days", "days", "hours")
    return Terms(
        id="factoring",
        name=NAMES["factoring"].format(percent=span(advance, "percent")),
        base=base,
        kept=WHOLE,
        recovers=recovers,
        rate_of=RATES["factoring"],
        out_of_pocket=Range(share(base, fee.low * periods.low), share(base, fee.high * periods.high)),
        hours=ends(group.hours),
        days=Range(first.low, max(first.high, ends(group.days).high)),
        lost=LOST["factoring"],
        notes=(f"{at_once} at once, the rest when the debtor has paid. {back}{part}",),
        used=tuple(
            used(f"factoring.{name}", getattr(group, name)) for name in told if getattr(group, name) is not None
        ),
    )


def periods_of(days: Range, period: Range) -> Range:
    """Return how many periods are begun in so many days; a period of no days counts as one day."""
    most, least = max(period.low, Decimal(1)), max(period.high, Decimal(1))
    return Range(
        *((one / each).to_integral_value(ROUND_CEILING) for one, each in ((days.low, least), (days.high, most)))
    )

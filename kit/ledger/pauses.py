"""The times of signed plans: other interest or none, and no late fees, until the plan is over.

A plan's sums are worked out from the debt as it was counted, so what runs besides
ends with that day, once the plan is signed. It runs again from the day on which
the plan was accelerated or given up; a plan that is reinstated goes on from then.
An extension ends by itself when its day and the days of grace have passed. The sum
of a settlement that took the place of the debt bears interest again once it is broken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from dateutil.relativedelta import relativedelta

from kit.ledger.schedule import DueItem
from kit.ledger.terms import LateFeeTerms, Pause, RateSpan
from kit.model.agreed import Agreed, agreed
from kit.model.case import Case
from kit.model.deal_event import HowEnded
from kit.model.money import ZERO
from kit.model.plan import PlanInterest, PlanTerms
from kit.model.settlement import Default, SettlementTerms

DAY, MONTH = timedelta(days=1), relativedelta(months=1)


def pauses_of(case: Case) -> tuple[Pause, ...]:
    """Return the times of the plans and extensions of ``case``, oldest first."""
    found = agreed(case)
    plans = [pause for one in found if one.plan for pause in _pauses(one, one.plan)]
    return (*plans, *(pause for one in found if one.settlement for pause in _settled(one, one.settlement)))


def pause_for(terms: PlanTerms, start: date, end: date | None, cite: str) -> Pause:
    """Return the time from ``start`` up to, not including, ``end`` under the plan ``terms``."""
    percents = {PlanInterest.NONE: ZERO, PlanInterest.CONTRACT: None, PlanInterest.RATE: terms.percent}
    percent: Decimal | None = percents[terms.interest]
    return Pause(start, end, terms.counted_on, percent, cite)


def cut(rates: Iterable[RateSpan], pauses: Iterable[Pause], first: date) -> tuple[RateSpan, ...]:
    """Return ``rates`` with the plans' own in the place of what they take the place of, from ``first`` on."""
    spans = list(rates)
    for pause in pauses:
        start = max(pause.start, first)
        if pause.percent is None or (pause.end and pause.end <= start):
            continue
        spans = [left for span in spans for left in _outside(span, start, pause.end)]
        spans.append(RateSpan(pause.percent, start, pause.end, pause.cite, by_plan=True))
    return tuple(sorted(spans, key=lambda span: span.start or date.min))


def in_pause(pauses: Iterable[Pause], terms: LateFeeTerms, item: DueItem, day: date) -> bool:
    """Whether a late fee of ``day`` falls away: it falls in the time of a plan, or its month began in it."""
    began = day - MONTH if terms.percent_a_month is not None and terms.month == "completed" else day
    return any(one.holds(item.issued_on, day) or one.holds(item.issued_on, began) for one in pauses)


def _pauses(one: Agreed, terms: PlanTerms) -> Iterator[Pause]:
    cite = f"{terms.kind} of {one.on}"
    for start, end in _times(one, terms):
        if end is None or start < end:
            yield pause_for(terms, start, end, cite)


def _settled(one: Agreed, terms: SettlementTerms) -> Iterator[Pause]:
    """Yield the time of a settlement whose sum took the place of the debt: nothing runs on it until it is broken.

    From then on what is unpaid of the sum bears interest as the debt did, but no late fees; those were given up.
    """
    if terms.default is not Default.SETTLED_SUM:
        return
    end, cite = one.ended.on if one.ended else None, f"settlement of {one.on}"
    if end is None or one.on + DAY < end:
        yield Pause(one.on + DAY, end, terms.counted_on, ZERO, cite)
    if one.ended and one.ended.how is not HowEnded.CANCELLED:
        yield Pause(max(one.ended.on, one.on + DAY), None, terms.counted_on, None, cite)


def _times(one: Agreed, terms: PlanTerms) -> Iterator[tuple[date, date | None]]:
    """Yield each time in which the plan was in force."""
    start = terms.counted_on + DAY
    for accelerated, reinstated in one.accelerated:
        yield start, accelerated
        if reinstated is None:
            return
        start = reinstated
    ends = [one.over_on] if one.over_on else []
    ends += [terms.last_on + timedelta(terms.grace_days) + DAY] if terms.kind == "extension" else []
    yield start, min(ends, default=None)


def _outside(span: RateSpan, start: date, end: date | None) -> Iterator[RateSpan]:
    """Yield what of ``span`` lies before ``start`` and from ``end`` on."""
    if span.start is None or span.start < start:
        yield replace(span, end=min(span.end, start) if span.end else start)
    if end and (span.end is None or end < span.end):
        yield replace(span, start=max(span.start, end) if span.start else end)

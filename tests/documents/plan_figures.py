"""What a paper of a plan or a settlement may name: its sums and days, and how they are filled, worked out apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from every_paper import CASES, SPECIAL, facts
from paper_cases import facts_of

from kit.checks.settlement_law import settlement_law
from kit.facts import Facts
from kit.model.business_days import next_business_day
from kit.model.plan import PlanTerms
from kit.model.settlement import SettlementTerms

ZERO = Decimal(0)
Terms = PlanTerms | SettlementTerms


def sums_of(terms: Terms) -> Iterator[Decimal]:
    """Return the sums of an offer."""
    yield terms.debt
    if isinstance(terms, SettlementTerms):
        yield from (terms.sum, terms.debt - terms.sum, *(one.amount for one in terms.instalments))
        return
    yield from (one.amount for one in terms.dues)
    yield from (terms.total, terms.total - terms.debt)


def days_of(terms: Terms) -> Iterator[date]:
    """Return the days of an offer, the last one of grace among them."""
    yield terms.counted_on
    for one in terms.instalments if isinstance(terms, SettlementTerms) else terms.dues:
        last = one.due_on + timedelta(terms.grace_days)
        yield from (one.due_on, last, next_business_day(last))
    if terms.open_until:
        yield terms.open_until


def signed(known: Facts) -> list[tuple[date, Terms]]:
    """Return the plans and settlements on record."""
    return [(one.on, one.deal) for one in known.case.signed if isinstance(one.deal, PlanTerms | SettlementTerms)]


def lefts(known: Facts, terms: Terms) -> list[tuple[date, Decimal, Decimal]]:
    """Return each payment's day, amount and what of it has not come, filled in the order of their days."""
    later = {one.id for one in known.case.invoices if one.issued_on > terms.counted_on}
    came = sum((one.amount for one in known.case.payments if _counts(one, known, terms, later)), ZERO)
    found = []
    for due in terms.instalments if isinstance(terms, SettlementTerms) else terms.dues:
        used = min(came, due.amount)
        came -= used
        found.append((due.due_on, due.amount, due.amount - used))
    return found


def _counts(one: Any, known: Facts, terms: Terms, later: set[str]) -> bool:
    return terms.counted_on < one.on <= known.as_of and not one.bounced_on and one.invoice not in later


def asked(known: Facts) -> Iterator[Decimal]:
    """Return what the letters of a plan or a settlement may ask for: what is late, and what comes next."""
    for _, terms in signed(known):
        rows = lefts(known, terms)
        grace = timedelta(terms.grace_days)
        yield sum((left for day, _, left in rows if day + grace < known.as_of), ZERO)
        yield sum((left for day, _, left in rows if day < known.as_of), ZERO)
        yield from [left for day, _, left in rows if day >= known.as_of and left][:1]


def plan_amounts(known: Facts) -> Iterator[Decimal]:
    """Return what the letters of a plan or a settlement may name."""
    yield from asked(known)
    for _, terms in signed(known):
        yield from sums_of(terms)
        rows = lefts(known, terms)
        grace = timedelta(terms.grace_days)
        yield from (left for _, _, left in rows)
        yield from (amount - left for _, amount, left in rows)
        yield sum((left for _, _, left in rows), ZERO)
        coming = [left for day, _, left in rows if day >= known.as_of and left]
        yield sum(coming[1:], ZERO)
        yield sum((left for day, _, left in rows if day < known.as_of <= day + grace), ZERO)
        came = [one.amount for one in known.case.payments if one.on > terms.counted_on]
        yield sum(came, ZERO)
        own = {one.id for one in known.case.invoices if one.issued_on <= terms.counted_on}
        open_ = sum((item.collectable for item in known.ledger.items if item.invoice in own), ZERO)
        yield from (open_, open_ - sum((left for _, _, left in rows), ZERO))


def plan_days(known: Facts) -> Iterator[date]:
    """Return the days that the letters of a plan or a settlement may name."""
    for on, terms in signed(known):
        yield on
        yield from days_of(terms)
        for end in known.case.ended:
            if end.how == "reinstated" and isinstance(terms, PlanTerms):
                yield next_business_day(end.on + timedelta(max(terms.cure_days, 1)), known.case.debtor.state)
        for one in known.case.sent:
            if one.step == "plan-missed" and isinstance(terms, PlanTerms):
                yield next_business_day(one.on + timedelta(terms.cure_days), known.case.debtor.state)


def law_texts(known: Facts, terms: SettlementTerms) -> Iterator[str]:
    """Return the words of the law that a settlement repeats."""
    law = settlement_law(known, terms.stance)
    for rule in (law.talks, law.release):
        yield from (held for _, held in rule or () if isinstance(held, str))


@cache
def added_meanwhile(name: str) -> Decimal:
    """Return what a case bears because its plan was interrupted: the account as it is less the one without that."""
    variant = {**CASES, **SPECIAL}.get(name)
    if variant is None or not any(one.how == "reinstated" for one in facts(name).case.ended):
        return ZERO
    journal = tuple(one for one in variant.journal if one["event"] != "ended")
    return facts(name).ledger.totals.total - facts_of(replace(variant, journal=journal)).ledger.totals.total


@cache
def accelerated(name: str) -> Facts | None:
    """Return the case of that name as it is once its plan was accelerated on the day; None where there is none."""
    variant = {**CASES, **SPECIAL}.get(name)
    known = facts(name)
    if variant is None or not any(isinstance(terms, PlanTerms) for _, terms in signed(known)):
        return None
    if any(one.how == "accelerated" for one in known.case.ended):
        return known
    ended = {"on": str(known.as_of), "event": "ended", "entry": str(known.case.signed[-1].n), "how": "accelerated"}
    return facts_of(replace(variant, journal=(*variant.journal, ended)))

"""Could this claim be brought in small claims, and is it still in time?

A letter says that a suit is intended only where nothing here stands in the way
and the user has recorded the decision; otherwise it says that one is possible.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from dateutil.relativedelta import relativedelta

from kit.checks.inquiry import Inquiry
from kit.facts import Facts
from kit.findings import Finding, note, stop
from kit.ledger.account import Item
from kit.model.case import Case
from kit.model.law import Answer, Jurisdiction
from kit.model.law_courts import Counts, Demand, DemandMethod, LimitCounts, WhoMayFile
from kit.model.law_debts import LimitationPeriod
from kit.model.law_file import Court, Places, Where
from kit.model.law_names import RuleName
from kit.model.law_words import PARENTS, Say
from kit.model.money import ZERO
from kit.model.party import Address
from kit.model.selectors import selectors_of


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a suit would meet: the court, its limit, its demand rule, and every obstacle known."""

    court: Court | None = None
    limit: Decimal | None = None
    limit_cite: str = ""
    demand_days: int = 0
    demand_cite: str = ""
    demand_must_say: tuple[str, ...] = ()
    demand_methods: tuple[DemandMethod, ...] = ()
    findings: tuple[Finding, ...] = ()
    used: tuple[Answer, ...] = ()

    @property
    def clear(self) -> bool:
        """Whether nothing known stands in the way of filing."""
        return self.court is not None and not any(finding.stops for finding in self.findings)


def outlook(facts: Facts) -> Outlook:
    """Return what a suit on this claim would meet if it were filed on the day of ``facts``."""
    if facts.forum is None:
        message = "the court's state is not known"
        return Outlook(findings=(stop("K210", message, fix="Add `forum: us-..` or the debtor's address."),))
    inquiry = Inquiry(facts.forum, selectors_of(facts.case))
    found = [*_limitation(facts, inquiry)]
    court_id = court_for(facts.forum, facts.case)
    if court_id is None:
        found.append(note("K211", f"no small-claims court of {facts.forum.name} on record takes this plaintiff at this place"))
        return Outlook(findings=(*found, *inquiry.findings), used=tuple(inquiry.used))
    seen = _court(facts, inquiry, court_id, found)
    return replace(seen, findings=(*found, *inquiry.findings), used=tuple(inquiry.used))


def court_for(forum: Jurisdiction, case: Case) -> str | None:
    """Return the id of the small-claims court for this plaintiff at the debtor's place, or None."""
    if case.creditor is None:
        return None
    kind = case.creditor.kind.value.replace("-", "_")
    takes = {name: court for name, court in forum.courts.items() if not court.next_step_up and _takes(court, kind)}
    named = [name for name, court in takes.items() if isinstance(court.where, Places) and _in(court.where, case.debtor.address)]
    elsewhere = [name for name, court in takes.items() if court.where is Where.ELSEWHERE]
    everywhere = [name for name, court in takes.items() if court.where is Where.EVERYWHERE]
    return next(iter([*named, *everywhere, *elsewhere]), None)


def _takes(court: Court, kind: str) -> bool:
    words = {kind}
    while kind in PARENTS:
        kind = PARENTS[kind]
        words.add(kind)
    return any(word.value in words for word in court.plaintiffs)


def _in(places: Places, address: Address | None) -> bool:
    if address is None:
        return False
    city, county = address.city.casefold(), (address.county or "").casefold()
    return city in {one.casefold() for one in places.cities} or county in {one.casefold() for one in places.counties}


def _court(facts: Facts, inquiry: Inquiry, court_id: str, found: list[Finding]) -> Outlook:
    on = facts.as_of
    limit = inquiry.ask(RuleName.SMALL_CLAIMS_LIMIT, on, court=court_id)
    counts, _ = inquiry.value(RuleName.LIMIT_COUNTS, on, LimitCounts, court=court_id)
    who, who_cite = inquiry.value(RuleName.WHO_MAY_FILE, on, WhoMayFile, court=court_id)
    demand, demand_cite = inquiry.value(RuleName.DEMAND_BEFORE_SUIT, on, Demand, court=court_id)
    amount = counted(facts, counts)
    court = inquiry.law.courts[court_id]
    if limit and limit.state == "value" and amount > limit.value:
        message = f"the claim counts as {amount:,.2f}; the limit of the {court.name} is {limit.value:,.2f}"
        fix = "File in the next court up, or see whether the excess may be given up."
        found.append(stop("K212", message, fix=fix, law=limit.cite, overridable=True))
    creditor = facts.case.creditor
    if who and creditor and not creditor.kind.natural_person and who.entity is Say.NO:
        found.append(stop("K213", f"the {court.name} takes no claim of a company", law=who_cite, fix="File in the next court up."))
    return Outlook(
        court=court,
        limit=limit.value if limit and limit.state == "value" else None,
        limit_cite=limit.cite if limit else "",
        demand_days=(demand.days or 0) if demand and demand.required is Say.YES else 0,
        demand_cite=demand_cite,
        demand_must_say=demand.must_say if demand else (),
        demand_methods=demand.methods if demand and demand.required is Say.YES else (),
    )


def counted(facts: Facts, counts: LimitCounts | None) -> Decimal:
    """Return the part of the claim that counts toward a limit; what is not known to be left out counts."""
    totals = facts.ledger.totals
    how = counts or LimitCounts()
    parts = ((how.contract_interest, totals.interest), (how.late_fees, totals.fees), (how.costs, totals.costs))
    return totals.principal + sum((amount for word, amount in parts if word is not Counts.EXCLUDED), ZERO)


def _limitation(facts: Facts, inquiry: Inquiry) -> list[Finding]:
    """Name each invoice whose period has run, counted from its due day without what may have restarted it."""
    found = []
    for item in facts.ledger.items:
        if not item.invoice or item.due_on is None or not item.principal or item.due_on > facts.as_of:
            continue
        period, cite = inquiry.value(RuleName.LIMITATION_PERIOD, item.due_on, LimitationPeriod, amount=item.original)
        last = last_day(period, item.due_on) if period else None
        if last and last < facts.as_of:
            found.append(_expired(facts, item, last, cite))
    return found


def last_day(period: LimitationPeriod, from_day: date) -> date:
    """Return the last day to sue when ``period`` runs from ``from_day``."""
    return from_day + relativedelta(years=period.years or 0, months=period.months or 0, days=period.days or 0)


def _expired(facts: Facts, item: Item, last: date, cite: str) -> Finding:
    message = f"the time to sue on {item.invoice} ran out on {last}, unless a payment or a signed writing restarted it"
    fix = "Ask a lawyer before you write: a letter about an expired debt may be unlawful."
    natural = facts.case.debtor.kind.natural_person
    place = next((facts.case.place("invoices", n) for n, one in enumerate(facts.case.invoices) if one.id == item.invoice), None)
    return stop("K150", message, place, fix=fix, law=cite, overridable=not natural)

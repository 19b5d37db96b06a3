"""The days of a plan for two calendars: our own, and one for the debtor that names days and sums and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from kit.documents import wording
from kit.documents.calendar import Deadline
from kit.facts import Facts
from kit.ledger.agreed_dues import DueState
from kit.ledger.plan_standing import PlanStanding, PlanState, newest_plan
from kit.model.business_days import next_business_day
from kit.model.money import to_minor
from kit.model.plan import PlanTerms

AHEAD = (2, 1)  # days: one for the reminder's making, one for its sending
FOR_DEBTOR = (3, 1)  # days, to have the money there


def plan_deadlines(facts: Facts) -> Iterator[Deadline]:
    """Yield the days of the plan in force, if there is one."""
    here = newest_plan(facts.case, facts.as_of, facts.ledger)
    if here and here.state.holds and facts.ledger.judgment is None:
        yield from own_days(facts, here.terms, here)


def own_days(facts: Facts, terms: PlanTerms, here: PlanStanding | None = None) -> tuple[Deadline, ...]:
    """Return our own days: each payment that is open, the end of a cure, the end of the offer."""
    case = facts.case
    found = []
    for number, due, amount in _open(facts, terms, here):
        name = _name(terms, number)
        last = due + timedelta(terms.grace_days)
        last = next_business_day(last, case.debtor.state) if terms.kind == "plan" else last
        grace = wording.day(last)
        why = f"{name} of {wording.money(amount, case.currency)} is due; it is missed when it has not come by {grace}."
        found.append(Deadline(due, case.id, "plan", "payment day", why, _source(here), f"payment {number}", AHEAD))
    if here and here.state is PlanState.CURING and here.cure_ends:
        why = f"Our notice asks for {wording.money(here.arrears, case.currency)} by this day."
        found.append(Deadline(here.cure_ends, case.id, "plan_cure", "last day of our notice", why, _source(here)))
    if here is None and terms.open_until:
        why = "Our offer stands until this day."
        found.append(Deadline(terms.open_until, case.id, "plan_offer", "last day of our offer", why))
    return tuple(found)


def debtor_days(facts: Facts, terms: PlanTerms, here: PlanStanding | None = None) -> tuple[Deadline, ...]:
    """Return the debtor's days: when, and how much. Calendars are seen by others, so nothing says what for."""
    found = []
    for number, due, amount in _open(facts, terms, here):
        title = f"Payment of {wording.money(amount, facts.case.currency)}"
        found.append(Deadline(due, facts.case.id, "payment", title, "", about=f"payment {number}", ahead=FOR_DEBTOR))
    return tuple(found)


def _open(facts: Facts, terms: PlanTerms, here: PlanStanding | None) -> Iterator[tuple[int, date, Decimal]]:
    """Yield number, day and rest of each payment that is still to come."""
    if here:
        yield from ((one.number, one.due_on, one.left) for one in here.dues if one.state is DueState.OPEN)
        return
    for number, one in enumerate(terms.dues, 0 if terms.down else 1):
        yield number, one.due_on, to_minor(one.amount, facts.case.currency)


def _name(terms: PlanTerms, number: int) -> str:
    if terms.kind == "extension":
        return "The whole sum"
    return f"Instalment {number} of {len(terms.instalments)}" if number else "The down payment"


def _source(here: PlanStanding | None) -> str:
    return f"Entry {here.agreed.n} of the journal" if here else ""

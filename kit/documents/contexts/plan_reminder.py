"""The blanks of `letters/plan-reminder`: a word the day before a payment of the plan."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kit.documents import wording
from kit.documents.contexts import demand_words, letterhead, plan_status
from kit.documents.contexts.letter import Letter, opened
from kit.documents.contexts.letterhead import Way
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.ledger.agreed_dues import Due
from kit.ledger.plan_standing import PlanStanding
from kit.model.money import ZERO


@dataclass(frozen=True, slots=True)
class PlanReminder(Letter):
    """The blanks of ``letters/plan-reminder``."""

    opening: str
    part_sentence: str
    after_sentence: str
    where_to_pay: str
    ways: tuple[Way, ...]
    late_sentence: str
    reach: str


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request`` with the day of the payment; raises `KitError` where none is to come."""
    return replace(request, pay_by=_next(plan_status.standing(facts)).due_on)


def build(facts: Facts, request: Request) -> PlanReminder:
    """Fill the reminder of the next payment. Raises `KitError` as `decide` does."""
    case, here = facts.case, plan_status.standing(facts)
    due, ways = _next(here), letterhead.ways_to_pay(case)
    day = wording.day(decide(facts, request).pay_by or due.due_on)
    amount = wording.money(due.left, case.currency)
    said = f"This is a short reminder: {plan_status.named(here, due)} of {plan_status.plan_words(here)}, is {amount}."
    return PlanReminder(
        **opened(facts),
        subject=f"Payment plan: {amount} by {day}",
        opening=wording.sentences([demand_words.represented(facts), said]),
        part_sentence=_part(facts, due),
        after_sentence=_after(facts, here, due),
        where_to_pay=f"Please pay it{letterhead.where_to_pay(case)} so that it reaches us by {day}{_end(ways)}",
        ways=ways,
        late_sentence=_late(facts, here),
        reach=letterhead.reach(case, facts.as_of),
    )


def _end(ways: tuple[Way, ...]) -> str:
    return ":" if ways else "."


def _next(here: PlanStanding) -> Due:
    if here.coming is None or not here.state.holds:
        raise KitError("no payment of the plan is still to come")
    return here.coming


def _part(facts: Facts, due: Due) -> str:
    """Return what of the payment has come already; empty where nothing has."""
    if not due.paid:
        return ""
    paid, whole = (wording.money(one, facts.case.currency) for one in (due.paid, due.amount))
    return f"That is what is left of {whole}; {paid} has come already, thank you."


def _after(facts: Facts, here: PlanStanding, due: Due) -> str:
    """Return what is left once it has come."""
    later = [one for one in here.dues if one.left and one.due_on > due.due_on]
    if not later:
        return "It is the last one."
    left = wording.money(sum((one.left for one in later), ZERO), facts.case.currency)
    if len(later) == 1:
        return f"After it, one installment is left, {left}."
    return f"After it, {len(later)} installments are left, {left} in all."


def _late(facts: Facts, here: PlanStanding) -> str:
    """Return what should have come before; empty where all has."""
    if not here.late:
        return ""
    names = wording.listing(plan_status.named(here, one) for one in here.late)
    left = wording.money(here.arrears, facts.case.currency)
    return f"We are still looking for {left} of {names}."

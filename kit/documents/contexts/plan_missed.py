"""The blanks of `letters/plan-missed`: which payment of the plan did not come, and until when to put it right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from kit.documents import wording
from kit.documents.contexts import demand_words, letterhead, plan_status
from kit.documents.contexts.letter import Letter, opened
from kit.documents.contexts.letterhead import Way
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.ledger.agreed_dues import Due, DueState
from kit.ledger.plan_standing import PlanStanding
from kit.model.business_days import next_business_day
from kit.model.money import ZERO
from kit.model.plan import PlanInterest


@dataclass(frozen=True, slots=True)
class Missed:
    """One payment that was missed."""

    number: str
    day: str
    agreed: str
    came: str
    open: str


@dataclass(frozen=True, slots=True)
class PlanMissed(Letter):
    """The blanks of ``letters/plan-missed``."""

    opening: str
    rows: tuple[Missed, ...]
    total: str
    grace_sentence: str
    request: str
    ways: tuple[Way, ...]
    then_sentence: str
    else_sentence: str
    answer_sentence: str


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request`` with the last day to put the miss right; raises `KitError` for one sooner than the plan's."""
    here = plan_status.standing(facts)
    _missed(here)
    first = next_business_day(facts.as_of + timedelta(max(here.terms.cure_days, 1)), facts.case.debtor.state)
    if request.pay_by and request.pay_by < first:
        raise KitError(f"{request.pay_by} is sooner than the plan allows: {first} is its last day to put a miss right")
    return replace(request, pay_by=request.pay_by or first)


def build(facts: Facts, request: Request) -> PlanMissed:
    """Fill the notice as of the day of ``facts``. Raises `KitError` where nothing is missed."""
    case, here = facts.case, plan_status.standing(facts)
    missed = _missed(here)
    until = wording.day(decide(facts, request).pay_by or facts.as_of)
    total = wording.money(sum((one.left for one in missed), ZERO), case.currency)
    ways, where = letterhead.ways_to_pay(case), letterhead.where_to_pay(case)
    what = "this payment has" if len(missed) == 1 else "these payments have"
    said = f"Under {plan_status.plan_words(here)}, {what} not come in full{_grace(here)}:"
    return PlanMissed(
        **opened(facts),
        subject="Payment plan: a payment that has not come",
        opening=wording.sentences([demand_words.represented(facts), said]),
        rows=tuple(_row(facts, one) for one in missed),
        total=total,
        grace_sentence=_within(facts, here),
        request=f"Please pay {total}{where} so that it reaches us by {until}{':' if ways else '.'}",
        ways=ways,
        then_sentence=_then(here),
        else_sentence=_else(here),
        answer_sentence=_answer(facts),
    )


def _missed(here: PlanStanding) -> tuple[Due, ...]:
    found = tuple(one for one in here.dues if one.state is DueState.MISSED)
    if not found or not here.state.holds:
        raise KitError("no payment of the plan is missed")
    return found


def _grace(here: PlanStanding) -> str:
    days = here.terms.grace_days
    return f", and the {wording.count(days, 'day')} that the plan allows after its day are over" if days > 1 else ""


def _row(facts: Facts, due: Due) -> Missed:
    agreed, came, left = (wording.money(one, facts.case.currency) for one in (due.amount, due.paid, due.left))
    return Missed(plan_status.short_name(due), wording.day(due.due_on), agreed, came if due.paid else "", left)


def _within(facts: Facts, here: PlanStanding) -> str:
    """Return which payments are late and not missed yet; empty where none is."""
    late = [one for one in here.late if one.state is DueState.LATE]
    if not late:
        return ""
    left = wording.money(sum((one.left for one in late), ZERO), facts.case.currency)
    names = wording.listing(plan_status.named(here, one) for one in late)
    until = wording.day(late[-1].grace_ends)
    return f"Besides, {left} of {names} has not come; it is still in time through {until}."


def _then(here: PlanStanding) -> str:
    as_if = "the plan goes on as if nothing had been late"
    added = ", and nothing is added" if here.terms.interest is PlanInterest.NONE else ""
    return f"If it comes by then, {as_if}{added}."


def _else(here: PlanStanding) -> str:
    if not here.terms.accelerates:
        return "The other installments keep their days."
    return (
        "If it does not, the plan lets us make all that is still unpaid due. We would write to you before we ask for "
        "that."
    )


def _answer(facts: Facts) -> str:
    reach = letterhead.reach(facts.case, facts.as_of)
    return (
        "If you have just paid, thank you; please tell us the day and the reference. If you cannot pay it by then, "
        f"{reach} before that day: we would rather look for another way with you than end the plan."
    )

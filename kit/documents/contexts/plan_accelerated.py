"""The blanks of `letters/plan-accelerated`: a miss was not put right, and all that is unpaid is due.

What is due is counted as the account stands once the plan no longer holds the
agreed interest back, from the day of this letter on; nothing is added for the
time before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from kit.documents import wording
from kit.documents.contexts import demand_words, letterhead, plan_rows, plan_status
from kit.documents.contexts.letter import Letter, opened
from kit.documents.contexts.letterhead import Way
from kit.documents.contexts.plan_rows import Planned
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.ledger.account import Ledger
from kit.ledger.agreed_dues import Due, DueState
from kit.ledger.build import build_ledger
from kit.ledger.plan_standing import PlanStanding, PlanState
from kit.model.business_days import next_business_day
from kit.model.money import ZERO

DAYS = timedelta(days=10)  # manners: to answer or to pay
DAY = timedelta(days=1)
ASK = "As the plan says, we now ask for all that is still unpaid:"


@dataclass(frozen=True, slots=True)
class PlanAccelerated(Letter):
    """The blanks of ``letters/plan-accelerated``."""

    opening: str
    rows: tuple[Planned, ...]
    total: str
    credited_sentence: str
    interest_sentence: str
    dispute_sentence: str
    request: str
    ways: tuple[Way, ...]
    answer_sentence: str


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request`` with its last day to pay; raises `KitError` where the plan has not come so far."""
    _ready(plan_status.standing(facts))
    if request.pay_by and request.pay_by <= facts.as_of:
        raise KitError(f"{request.pay_by} is not after the day of the letter, {facts.as_of}")
    return replace(request, pay_by=request.pay_by or next_business_day(facts.as_of + DAYS, facts.case.debtor.state))


def build(facts: Facts, request: Request) -> PlanAccelerated:
    """Fill the letter as of the day of ``facts``. Raises `KitError` as `decide` does."""
    case, here = facts.case, plan_status.standing(facts)
    until = wording.day(decide(facts, request).pay_by or facts.as_of)
    ledger, through = accelerated(facts, here), here.terms.counted_on
    total = wording.money(plan_rows.open_sum(case, ledger, through), case.currency)
    further = _further(facts, ledger, here)
    added = ", and what is added until it arrives," if further else ""
    ways, where = letterhead.ways_to_pay(case), letterhead.where_to_pay(case)
    return PlanAccelerated(
        **opened(facts),
        subject=f"Payment plan: please pay {total} by {until}",
        opening=wording.sentences([demand_words.represented(facts), _opening(facts, here)]),
        rows=plan_rows.rows(case, ledger, through),
        total=total,
        credited_sentence=_credited(facts, here),
        interest_sentence=further,
        dispute_sentence=demand_words.dispute(facts),
        request=f"Please pay {total}{added}{where} so that it reaches us by {until}{':' if ways else '.'}",
        ways=ways,
        answer_sentence=_answer(facts),
    )


def accelerated(facts: Facts, here: PlanStanding) -> Ledger:
    """Return the account of the day as it stands once the plan is accelerated on it."""
    if here.state is PlanState.ACCELERATED:
        return facts.ledger
    pauses = tuple(one if one.end else replace(one, end=facts.as_of) for one in facts.terms.pauses)
    return build_ledger(facts.case, replace(facts.terms, pauses=pauses), facts.as_of)


def _ready(here: PlanStanding) -> None:
    if here.state not in (PlanState.UNCURED, PlanState.ACCELERATED) or not here.terms.accelerates:
        raise KitError("the plan is not so far that everything can be made due")


def _opening(facts: Facts, here: PlanStanding) -> str:
    plan, all_ = plan_status.plan_words(here), [one for one in here.dues if one.state is DueState.MISSED]
    told = [one for one in all_ if here.notice and one.grace_ends < here.notice.on] or all_
    since = [one for one in all_ if one not in told]
    which = wording.listing(plan_status.named(here, one) for one in told) if told else "a payment"
    wrote = f"We wrote to you that {which} of {plan}, had not come in full, and the time to put it right is over."
    if here.notice and here.cure_ends:
        day, until = wording.day(here.notice.on), wording.day(here.cure_ends)
        wrote = f"On {day} we wrote to you that {which} of {plan}, had not come in full, and you had until {until} to"
        wrote += " put it right."
    return wording.sentences([wrote, *_still_open(facts, here, told, since), ASK])


def _still_open(facts: Facts, here: PlanStanding, told: list[Due], since: list[Due]) -> Iterator[str]:
    """Yield that it is not put right, what has been missed since, and what of all that is open."""
    if not told:
        return
    left = wording.money(sum((one.left for one in (*told, *since)), ZERO), facts.case.currency)
    only = "It has" if len(told) == 1 else "They have"
    if not since:
        yield f"{only} not come in full; {left} is open."
        return
    names = wording.listing(plan_status.named(here, one) for one in since)
    yield f"{only} not come in full, and neither {'has' if len(since) == 1 else 'have'} {names}; {left} is open."


def _credited(facts: Facts, here: PlanStanding) -> str:
    """Return what was paid since the debt was counted; empty where nothing was."""
    if not here.received:
        return ""
    paid, since = wording.money(here.received, facts.case.currency), wording.day(here.terms.counted_on)
    return f"What you have paid since {since}, {paid} in all, is credited in these sums."


def _further(facts: Facts, ledger: Ledger, here: PlanStanding) -> str:
    """Return how interest runs on; without a figure where later invoices bear interest, too."""
    said = demand_words.further_charges(replace(facts, ledger=ledger))
    through = here.terms.counted_on
    later = [one for one in facts.case.invoices if one.issued_on > through]
    if not said or not later:
        return said
    return f"Interest and charges go on from {wording.day(facts.as_of + DAY)} as they were agreed before the plan."


def _answer(facts: Facts) -> str:
    reach = letterhead.reach(facts.case, facts.as_of)
    return (
        "If the missed payment is on its way, or if you can make it now, "
        f"{reach} before that day: we can take this letter back, and the plan goes on. If you believe that a figure is "
        "wrong, tell us in writing which and why; we will look at it and answer."
    )

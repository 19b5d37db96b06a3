"""The blanks of `letters/plan-reinstated`: a plan under which everything was made due goes on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from kit.documents import wording
from kit.documents.contexts import demand_words, letterhead, plan_rows, plan_status
from kit.documents.contexts.letter import Letter, opened
from kit.documents.contexts.letterhead import Way
from kit.documents.contexts.plan_status import Coming
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.ledger.build import build_ledger
from kit.ledger.pauses import pause_for
from kit.ledger.plan_standing import PlanStanding, arrears_by
from kit.ledger.terms import Pause

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PlanReinstated(Letter):
    """The blanks of ``letters/plan-reinstated``."""

    opening: str
    rows: tuple[Coming, ...]
    total: str
    late_sentence: str
    between_sentence: str
    where_to_pay: str
    ways: tuple[Way, ...]
    reach: str


def build(facts: Facts, request: Request) -> PlanReinstated:  # noqa: ARG001 - every document is built from facts and a request
    """Fill the letter as of the day of ``facts``; raises `KitError` where nothing was made due."""
    case, here = facts.case, plan_status.standing(facts)
    if not here.agreed.accelerated:
        raise KitError("the plan was not accelerated, so it goes on as it is")
    since, until = here.agreed.accelerated[-1]
    said = (
        f"On {wording.day(since)} all that was unpaid of {plan_status.plan_words(here)}, became due. We take that "
        f"back: from {wording.day(until or facts.as_of)} on, the plan goes on as it was signed. This is still to come:"
    )
    ways = letterhead.ways_to_pay(case)
    return PlanReinstated(
        **opened(facts),
        subject="Our payment plan goes on",
        opening=wording.sentences([demand_words.represented(facts), said]),
        rows=plan_status.coming(here.dues, case.currency),
        total=wording.money(here.left, case.currency),
        late_sentence=_late(facts, here, until or facts.as_of),
        between_sentence=_between(facts, here, since, until or facts.as_of),
        where_to_pay=f"You can pay{letterhead.where_to_pay(case)} as before{':' if ways else '.'}",
        ways=ways,
        reach=letterhead.reach(case, facts.as_of),
    )


def _late(facts: Facts, here: PlanStanding, again: date) -> str:
    """Return what of it should have come by now; empty where nothing should."""
    if not here.arrears:
        return ""
    late, until = wording.money(here.arrears, facts.case.currency), arrears_by(facts.case, here.terms, again)
    return f"Of this, {late} is late already. If that reaches us by {wording.day(until)}, it counts as paid in time."


def _between(facts: Facts, here: PlanStanding, since: date, until: date) -> str:
    """Return what was added while the plan did not hold it back; empty where nothing was."""
    case, through = facts.case, here.terms.counted_on
    halted = pause_for(
        here.terms, until, None, _cite(here)
    )  # recorded or not, the plan holds interest back from its day on
    others = tuple(one for one in facts.terms.pauses if one != halted)
    stood, kept = (
        build_ledger(case, replace(facts.terms, pauses=pauses), facts.as_of)
        for pauses in ((*others, halted), _unbroken(facts, here))
    )
    more = plan_rows.open_sum(case, stood, through) - plan_rows.open_sum(case, kept, through)
    if since >= until or more <= 0:
        return ""
    amount, day = wording.money(more, case.currency), wording.day(since)
    return (
        f"For the time from {day} until the plan went on again, {amount} was added as agreed before the plan; it is "
        "paid with the last installment."
    )


def _unbroken(facts: Facts, here: PlanStanding) -> tuple[Pause, ...]:
    """Return the times of plans as if this one had never been accelerated."""
    cite = _cite(here)
    others = tuple(one for one in facts.terms.pauses if one.cite != cite)
    return (*others, pause_for(here.terms, here.terms.counted_on + DAY, None, cite))


def _cite(here: PlanStanding) -> str:
    return f"{here.terms.kind} of {here.agreed.on}"

"""What a plan in force holds against a paper: while it binds, nothing is asked for but by the plan's own papers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kit.checks.ended_early import not_yet
from kit.facts import Facts
from kit.findings import Finding, note, stop
from kit.journal.fold import superseded
from kit.ledger.plan_standing import PlanStanding, PlanState, newest_plan, plan_standing
from kit.model.document import Document, DocumentKind
from kit.model.document_ids import (
    EXTENSION,
    INVOICE,
    JUDGMENT_PAPERS,
    PAYMENT_PLAN,
    PLAN_ACCELERATED,
    PLAN_COMPLETED,
    PLAN_LETTERS,
    PLAN_MISSED,
    PLAN_REINSTATED,
    STATEMENT,
)
from kit.model.money import spoken
from kit.model.plan import PlanTerms

APART = (INVOICE, PAYMENT_PLAN, EXTENSION, *JUDGMENT_PAPERS)  # asked about by themselves, or about another debt
UNFIT, IN_FORCE, OFFERED = "K806", "K807", "K808"


def check_in_plan(facts: Facts, document: Document) -> Iterator[Finding]:
    """Name what a plan in force, or one that is offered, holds against ``document``."""
    if document.id in PLAN_LETTERS:
        here = newest_plan(facts.case, facts.as_of, facts.ledger)
        yield from _fits(facts, here, document.id)
    elif document.kind in (DocumentKind.COLLECTION, DocumentKind.COURT) and document.id not in APART:
        found = tuple(plan_in_force(facts))
        yield from (one.as_note() for one in found) if document.id == STATEMENT else found
        yield from _offered(facts)


def plan_in_force(facts: Facts) -> Iterator[Finding]:
    """Stop whatever asks for the debt while a plan binds."""
    here = newest_plan(facts.case, facts.as_of, facts.ledger)
    if here is None or not here.state.holds or facts.ledger.judgment:
        return
    kind, n, place = here.terms.kind, here.agreed.n, facts.case.origin(f"entry:{here.agreed.n}")
    message = f"{'an' if kind == 'extension' else 'a'} {kind} of {here.agreed.on} is in force"
    if here.state is PlanState.KEPT:
        until = here.coming.due_on if here.coming else here.terms.last_on
        message += f" and kept; the next payment is due on {until}"
    else:
        message += f"; {spoken(here.arrears, facts.ledger.currency)} of it is late"
    fix = (
        "`kit next CASE` says what the plan itself asks for now. If both sides gave it up: "
        f"`kit log CASE ended --entry {n} --how cancelled`."
    )
    yield stop(IN_FORCE, message, place, fix=fix)


def note_plan(facts: Facts) -> Iterator[Finding]:
    """Note, of the case itself, that a plan binds, or that everything was made due before it could be."""
    if facts.case.closed is None:  # what closing a case over a plan leaves is said with the closing
        yield from (one.as_note() for one in plan_in_force(facts))
    here = newest_plan(facts.case, facts.as_of)
    if here is None or here.state is not PlanState.ACCELERATED or here.agreed.ended is None:
        return
    on = here.agreed.ended.on
    before = plan_standing(facts.case, replace(here.agreed, ended=None), on)
    if before.state is not PlanState.UNCURED:
        message = f"everything was made due on {on}, and then {_not_yet(before)}"
        fix = "Record what went out before it, or take it back: `kit log CASE ended --how reinstated`."
        yield note(UNFIT, message, facts.case.origin(f"entry:{here.agreed.ended.n}"), fix=fix)


def _offered(facts: Facts) -> Iterator[Finding]:
    """Note an offer that the debtor may still accept."""
    case, signed = facts.case, {one.made for one in facts.case.signed}
    gone = {number for sent in case.sent for number in sent.papers}
    old = superseded(case.made)
    for made in case.made:
        terms = made.deal
        if not isinstance(terms, PlanTerms) or terms.kind != "plan" or made.n in old or made.n in signed:
            continue
        if made.n in gone and terms.open_until and terms.open_until >= facts.as_of:
            message = f"the offer of a plan of {made.on} is open until {terms.open_until}"
            fix = "Wait for that day; if it was signed, record it: `kit log CASE signed`."
            yield note(OFFERED, message, case.origin(f"entry:{made.n}"), fix=fix)


def _fits(facts: Facts, here: PlanStanding | None, document: str) -> Iterator[Finding]:
    """Stop a paper of a plan that does not fit where the plan stands."""
    if here is None or here.terms.kind != "plan":
        fix = "`kit plan` offers one; `kit log CASE signed` records that it was signed."
        yield stop(UNFIT, "no plan is in force", fix=fix)
        return
    place, state = facts.case.origin(f"entry:{here.agreed.n}"), here.state
    why, clears_on = "", None
    if document == PLAN_COMPLETED:
        why = "" if state is PlanState.COMPLETED else f"the plan is not paid: {_left(facts, here)} is still to come"
    elif document == PLAN_REINSTATED:
        again = any(until for _, until in here.agreed.accelerated)
        why = "" if again or state is PlanState.ACCELERATED else "the plan was not accelerated"
    elif document == PLAN_ACCELERATED:
        clears_on = here.accelerate_from
        ready = state in (PlanState.UNCURED, PlanState.ACCELERATED)
        why = "" if ready and here.terms.accelerates else _not_yet(here)
    elif document == PLAN_MISSED:
        missed = state in (PlanState.MISSED, PlanState.CURING, PlanState.UNCURED)
        why = "" if missed else "no payment of the plan is missed"
    elif not state.holds or here.coming is None:
        why = "no payment of the plan is still to come"
    if why:
        fix = "`kit next CASE` says what the plan asks for now."
        yield stop(UNFIT, why, place, fix=fix, clears_on=clears_on)


def _not_yet(here: PlanStanding) -> str:
    if not here.terms.accelerates:
        return "this plan makes nothing else due upon a miss"
    return not_yet(here)


def _left(facts: Facts, here: PlanStanding) -> str:
    return spoken(here.left, facts.ledger.currency)

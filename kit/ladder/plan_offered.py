"""What comes next while a plan is offered and not signed: send it, then wait for its last day."""

from __future__ import annotations

from datetime import date, timedelta

from kit.facts import Facts
from kit.journal.fold import superseded
from kit.ladder.in_bankruptcy import Turn
from kit.model.agreed import agreed, in_force
from kit.model.case import Case
from kit.model.court_exhibits import paper_of
from kit.model.paper_event import Made
from kit.model.plan import PlanTerms

FRESH = timedelta(days=5)  # an offer that has not gone out by then is forgotten, or was given up


def plan_offer_turn(facts: Facts, shown: str) -> Turn | None:
    """Return what comes next for the newest plan that the debtor may still accept; None where there is none."""
    found = _open(facts.case, facts.as_of)
    if found is None or facts.ledger.judgment or in_force(facts.case, facts.as_of):
        return None
    made, until = found
    if any(made.n in one.papers for one in facts.case.sent):
        sentence = (
            f"Wait: the offer of a plan of {made.on} stands until {until}. When both have signed, record it: "
            f"`kit log {shown} signed`."
        )
        return Turn(sentence, "plan offered", until)
    if facts.as_of - made.on > FRESH:
        return None
    sentence = (
        f"Read {paper_of(made) or made.document}, send it, and record it: `kit log {shown} sent --made {made.n}`. When "
        f"both have signed: `kit log {shown} signed`."
    )
    return Turn(sentence, "send plan")


def _open(case: Case, as_of: date) -> tuple[Made, date] | None:
    """Return the newest offer of a plan, neither signed nor replaced nor lapsed, and its last day."""
    done = {*superseded(case.made), *(one.made for one in case.signed)}
    last = max((one.on for one in agreed(case)), default=date.min)
    for made in reversed(case.made):
        terms = made.deal
        if not isinstance(terms, PlanTerms) or terms.kind != "plan" or made.n in done or made.on < last:
            continue
        if terms.open_until and terms.open_until >= as_of:
            return made, terms.open_until
    return None

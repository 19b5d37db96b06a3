"""Where a case stands, and what comes next: one sentence and its day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kit.facts import Facts
from kit.model.case import Case
from kit.model.demands import demands_sent
from kit.model.document_ids import FINAL_DEMAND
from kit.model.event import Made, Sent

DECIDE = "decide on court, a lawyer, an agency, or a settlement"


@dataclass(frozen=True, slots=True)
class Next:
    """What to do next: a sentence, the same in a word or two for a table, and the day that a wait ends on, if any."""

    sentence: str
    short: str
    on: date | None = None


def next_for(facts: Facts, shown: str = "CASE") -> Next:
    """Return what comes next on the day of ``facts``; ``shown`` is the case as its user types it."""
    case, as_of = facts.case, facts.as_of
    if case.bankruptcy and case.bankruptcy.bars(as_of):
        if case.bankruptcy.discharged_on and case.bankruptcy.discharged_on <= as_of:
            sentence = "The debt was discharged in bankruptcy: send nothing; ask a lawyer if you think it was not."
            return Next(sentence, "send nothing")
        return Next("The debtor is in bankruptcy: send nothing; file a proof of claim in time.", "proof of claim")
    if not case.invoices:
        return Next("Sign the contract; send the first invoice when it is earned.", "first invoice")
    if not facts.ledger.totals.total:
        return Next("Nothing is owed.", "nothing owed")
    return _awaited(case, as_of, shown) or _not_overdue(facts) or _demand(case, as_of, shown)


def _awaited(case: Case, as_of: date, shown: str) -> Next | None:
    """Return the hold or promise that letters wait for; the hold first, since it is the user's own word."""
    for hold in case.holds:
        if hold.on <= as_of and (hold.review_on is None or hold.review_on > as_of):
            until = f"look at the hold again on {hold.review_on}" if hold.review_on else "when its reason is gone"
            sentence = f"Letters are held: {until}; `kit log {shown} released --entry {hold.n}` ends it."
            return Next(sentence, "hold to review" if hold.review_on else "held", hold.review_on)
    promised = max((one.by for one in case.promises if one.on <= as_of <= one.by), default=None)
    return Next(f"Wait: the debtor promised to pay by {promised}.", "promised", promised) if promised else None


def _not_overdue(facts: Facts) -> Next | None:
    items = facts.ledger.items
    if any(item.days_overdue for item in items):
        return None
    due = [item.due_on for item in items if item.due_on and item.principal and item.due_on >= facts.as_of]
    return Next("Wait: nothing is overdue yet.", "due" if due else "wait", min(due, default=None))


def _demand(case: Case, as_of: date, shown: str) -> Next:
    """Return the step that the newest final demand, made here or one's own, leads to."""
    made = next((one for one in reversed(case.made) if one.document == FINAL_DEMAND), None)
    gone = demands_sent(case)
    if gone and gone[-1].made is None and (made is None or gone[-1].n > made.n):
        sentence = f"Your own final demand went out on {gone[-1].on}: when its last day to pay has passed, {DECIDE}."
        return Next(sentence, "wait, then decide")
    if made is None:
        return Next(f"Make the final demand: `kit letter {shown} --step final-demand`.", "make final demand")
    sent = next((one for one in gone if one.made == made.n), None)
    if sent is None:
        typed = f"`kit log {shown} sent --step final-demand`"
        return Next(f"Read the final demand, sign it, send it, and record it: {typed}.", "send final demand")
    return _waiting(made, sent, as_of)


def _waiting(made: Made, sent: Sent, as_of: date) -> Next:
    if made.pay_by and as_of <= made.pay_by:
        sentence = f"Wait for the money until {made.pay_by}; the demand went out on {sent.on}."
        return Next(sentence, "pay by", made.pay_by)
    return Next(f"The last day to pay has passed: {DECIDE}.", "decide")

"""Where a case stands, and what comes next: one sentence and its day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kit.facts import Facts
from kit.model.event import Made, Sent

DEMAND = "letters/final-demand"
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Next:
    """What to do next; ``on`` is the first day for it, None where it can be done today."""

    sentence: str
    on: date | None = None


def next_for(facts: Facts) -> Next:
    """Return what comes next for the case on the day of ``facts``."""
    case, totals = facts.case, facts.ledger.totals
    if case.bankruptcy and case.bankruptcy.bars(facts.as_of):
        if case.bankruptcy.discharged_on and case.bankruptcy.discharged_on <= facts.as_of:
            return Next("The debt was discharged in bankruptcy: send nothing; ask a lawyer if you think it was not.")
        return Next("The debtor is in bankruptcy: send nothing; file a proof of claim in time.")
    if not case.invoices:
        return Next("Sign the contract; send the first invoice when it is earned.")
    if not totals.total:
        return Next("Nothing is owed.")
    due = [item.due_on for item in facts.ledger.items if item.due_on and item.principal and item.due_on >= facts.as_of]
    if not any(item.days_overdue for item in facts.ledger.items):
        return Next("Wait: nothing is overdue yet.", min(due) + DAY if due else None)
    return _after_demand(facts)


def _after_demand(facts: Facts) -> Next:
    demand = next((one for one in reversed(facts.case.made) if one.document == DEMAND), None)
    if demand is None:
        return Next("Make the final demand: `kit letter CASE --step final-demand`.")
    sent = next((one for one in facts.case.sent if one.made == demand.n), None)
    if sent is None:
        return Next("Read the final demand, sign it, send it, and record it: `kit log CASE sent --step final-demand`.")
    return _waiting(facts, demand, sent)


def _waiting(facts: Facts, demand: Made, sent: Sent) -> Next:
    if demand.pay_by and facts.as_of <= demand.pay_by:
        return Next(f"Wait for the money until {demand.pay_by}; the demand went out on {sent.on}.", demand.pay_by + DAY)
    return Next("The last day to pay has passed: decide on court, a lawyer, an agency, or a settlement.")

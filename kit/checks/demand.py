"""Is there something to demand, and was it not demanded already?

A letter asks only for what is overdue and not disputed. While an earlier final
demand's own last day is running, another one would only confuse.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from kit.facts import Facts
from kit.findings import Finding, stop
from kit.model.event import Made

DAY = timedelta(days=1)


def check_demand(facts: Facts, document: str) -> Iterator[Finding]:
    """Name every reason why ``document`` would ask for nothing, or ask again too soon."""
    case, totals = facts.case, facts.ledger.totals
    late = [item for item in facts.ledger.items if item.invoice and item.days_overdue]
    if not case.invoices:
        yield stop("K410", "the case has no invoice, so nothing can be demanded", case.place("invoices"), fix="Add one under `invoices:`.")
    elif totals.total == 0:
        yield stop("K411", f"{case.debtor.name} owes nothing on {facts.as_of}", fix="Record a bounced payment if there was one.")
    elif not late:
        due = min((item.due_on for item in facts.ledger.items if item.due_on and item.principal), default=None)
        when = f"; the first becomes due on {due}" if due else "; no invoice has a due date"
        yield stop("K412", f"nothing is overdue on {facts.as_of}{when}", clears_on=due + DAY if due else None, fix="Wait until then.")
    elif not any(item.collectable > 0 for item in late):
        dispute = case.disputes[-1] if case.disputes else None
        place = case.origin(f"entry:{dispute.n}") if dispute else None
        fix = "Settle the dispute first; `kit log released` ends it."
        yield stop("K413", "everything that is overdue is disputed or covered by money you hold", place, fix=fix)
    yield from _running(facts, document)


def _running(facts: Facts, document: str) -> Iterator[Finding]:
    sent = {event.made: event for event in facts.case.sent if event.made is not None}
    for made in facts.case.made:
        if made.document != document or made.n not in sent or made.pay_by is None or made.pay_by < facts.as_of:
            continue
        yield _again(facts, made)


def _again(facts: Facts, made: Made) -> Finding:
    message = f"a final demand was sent already and gives the debtor until {made.pay_by}"
    fix = "Wait for that day."
    return stop("K414", message, facts.case.origin(f"entry:{made.n}"), fix=fix, clears_on=made.pay_by + DAY if made.pay_by else None, overridable=True)  # noqa: E501

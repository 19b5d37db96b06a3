"""Is there something to demand, and was it not demanded already?

A letter asks only for what is overdue and not disputed, less money held for
the debtor; a settlement may be about what is disputed or not yet due. While an
earlier final demand's own last day is running, another one would only confuse.
A case without invoices is answered by the needs.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from kit.facts import Facts
from kit.findings import Finding, stop
from kit.model.document_ids import FINAL_DEMAND, SETTLEMENT_PAPERS
from kit.model.paper_event import Made

DAY = timedelta(days=1)


def check_demand(facts: Facts, document: str) -> Iterator[Finding]:
    """Name every reason why ``document`` would ask for nothing, or ask again too soon."""
    if facts.case.invoices and document not in SETTLEMENT_PAPERS:
        yield from _nothing(facts)
    if document == FINAL_DEMAND:
        yield from _running(facts, document)


def _nothing(facts: Facts) -> Iterator[Finding]:
    case = facts.case
    billed = [item for item in facts.ledger.items if item.invoice and item.balance]
    if facts.ledger.totals.total == 0:
        message = f"{case.debtor.name} owes nothing on {facts.as_of}"
        yield stop("K411", message, case.place("payments"), fix="Record a bounced payment if there was one.")
    elif billed and not any(item.days_overdue for item in billed):
        due = min((item.due_on for item in billed if item.due_on), default=None)
        when = f"; the first becomes due on {due}" if due else "; no invoice has a due date"
        message = f"nothing is overdue on {facts.as_of}{when}"
        fix = "Wait until then." if due else "Add `due_on:` to the invoice, or `net_days:` under `agreement`."
        yield stop("K412", message, case.place("invoices"), clears_on=due + DAY if due else None, fix=fix)
    elif not facts.ledger.demandable:
        dispute = case.disputes[-1] if case.disputes else None
        place = case.origin(f"entry:{dispute.n}") if dispute else case.place("invoices")
        fix = (
            "Settle the dispute first; `kit log CASE released` ends it." if dispute else "Use the money you hold first."
        )
        yield stop("K413", "everything that is overdue is disputed or covered by money you hold", place, fix=fix)


def _running(facts: Facts, document: str) -> Iterator[Finding]:
    sent = {event.made for event in facts.case.sent if event.made is not None and event.on <= facts.as_of}
    for made in facts.case.made:
        if made.document == document and made.n in sent and made.pay_by and made.pay_by >= facts.as_of:
            yield _again(facts, made)


def _again(facts: Facts, made: Made) -> Finding:
    message = f"a final demand was sent already and gives the debtor until {made.pay_by}"
    clears_on = made.pay_by + DAY if made.pay_by else None
    place = facts.case.origin(f"entry:{made.n}")
    return stop("K414", message, place, fix="Wait for that day.", clears_on=clears_on, overridable=True)

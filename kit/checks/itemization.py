"""From which day is the account itemized? 12 CFR 1006.34(b)(3) names five; the newest that the file knows is taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kit.facts import Facts
from kit.findings import Finding, KitError, note
from kit.ledger.since import Since, since
from kit.model.document_ids import INVOICE, STATEMENT
from kit.model.handoff import HandoffTerms
from kit.model.taken import taken

RULE = "12 CFR 1006.34(b)(3)"
CHOSEN = "a day that was chosen"


@dataclass(frozen=True, slots=True)
class Reference:
    """A day that the account may be itemized from, and what happened on it."""

    on: date
    what: str


def reference(facts: Facts, terms: HandoffTerms) -> Reference:
    """Return the day of ``terms`` with what happened on it; left open, the newest day of the kinds that the rule names.

    Raises `KitError` for a day before the first invoice or after the day of ``facts``.
    """
    days = tuple(_days(facts, terms))
    if terms.since is None:
        return max(days, key=lambda one: one.on, default=Reference(facts.as_of, CHOSEN))
    first = min((one.issued_on for one in facts.case.invoices), default=facts.as_of)
    if not first <= terms.since <= facts.as_of:
        raise KitError(f"the account cannot be itemized from {terms.since}: choose a day from {first} to {facts.as_of}")
    return next((one for one in days if one.on == terms.since), Reference(terms.since, CHOSEN))


def itemized(facts: Facts, terms: HandoffTerms) -> tuple[Reference, Since]:
    """Return that day, and what became of the balance of the invoices of ``terms`` since."""
    start = reference(facts, terms)
    return start, since(facts.case, facts.terms, facts.ledger, start.on, taken(facts.case, terms))


def check_itemization(facts: Facts, terms: HandoffTerms) -> Iterator[Finding]:
    """Note a day that the rule does not name, where the debt is a consumer's."""
    start = reference(facts, terms)
    if facts.case.consumer and start.what == CHOSEN:
        message = f"{start.on} is no day of a statement, a payment or a delivery on record"
        fix = "Leave --since out, or name such a day: the agency's first letter must itemize from one."
        yield note("K859", message, fix=fix, law=RULE)


def _days(facts: Facts, terms: HandoffTerms) -> Iterator[Reference]:
    """Yield the days on record, newest kind first: a statement or bill that went out, a payment, the work."""
    case, names = facts.case, taken(facts.case, terms)
    made = {one.n: one.document for one in case.made}
    for sent in case.sent:
        papers = {sent.document, *(made.get(number) for number in sent.papers)}
        if papers & {STATEMENT, INVOICE}:
            yield Reference(sent.on, "the last statement or bill sent")
    for paid in case.payments:
        if paid.on <= facts.as_of and not paid.bounced_on:
            yield Reference(paid.on, "the last payment")
    for invoice in case.invoices:
        if invoice.id in names and invoice.issued_on <= facts.as_of:
            day = invoice.delivered_on or invoice.issued_on
            yield Reference(max(day, invoice.issued_on), "the last delivery or invoice")

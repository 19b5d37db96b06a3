"""The lines of a time line: agreement, bills, deliveries, due days, money, letters, calls, answers, promises, court.

Talks of settlement and plans are left out, and so is every free text that
speaks of terms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from kit.documents import wording
from kit.documents.contexts.call_log import noted
from kit.documents.contexts.channel_words import BY
from kit.documents.contexts.court_caption import the_debtor
from kit.documents.contexts.discreet import about_terms, of_terms, public
from kit.documents.contexts.exhibit_refs import Exhibits, is_change
from kit.facts import Facts
from kit.model.account import ExhibitKind, Invoice
from kit.model.case import Case
from kit.model.court_event import Filed, Hearing, Served
from kit.model.court_exhibits import CourtExhibit
from kit.model.document_ids import INVOICE, STATEMENT, short_id
from kit.model.event import Answer, Answered, Called, Disputed, Held, HoldReason, Promised
from kit.model.money import to_minor
from kit.model.paper_event import Sent
from kit.model.party import Channel

HOLDS = {
    HoldReason.DISPUTE: "while the objection was looked into",
    HoldReason.NO_CONTACT: "at the request not to be contacted",
    HoldReason.LAWYER: "because a lawyer was named",
}
NO_BREAK = "\N{NO-BREAK SPACE}"
SAID = {  # any other answer is told in the words that were noted
    Answer.NOT_RECEIVED: "said{how} that nothing had arrived",
    Answer.DISPUTES_WORK: "objected{how} to the work",
    Answer.DISPUTES_AMOUNT: "objected{how} to the amount",
    Answer.CASH: "said{how} that money was short",
    Answer.FORGOT: "said{how} that the payment had been forgotten",
    Answer.LEFT: "said{how} that the person in charge had left",
    Answer.NO_AUTHORITY: "said{how} that somebody else decides",
    Answer.REFUSES: "said{how} that it would not pay",
    Answer.INSOLVENT: "said{how} that there was no money",
}
PAPERS = {
    "invoice-again": "a copy of the invoice",
    "thirty-day": "a reminder",
    "sixty-day": "a reminder",
    "friendly-reminder": "a reminder",
    "second-reminder": "a second reminder",
    "terms-recalled": "a letter recalling the terms",
    "final-demand": "a final demand",
    "promise-confirmation": "a confirmation of the promise",
    "reply-complaint": "a reply to the objection",
    "reply-threat": "a reply",
    "statement": "a statement of account",
    "receipt": "a receipt for the payment",
    "hold-notice": "a notice that work is held",
    "assignment-notice": "a notice of assignment",
    "placement-notice": "a notice that somebody acts for Plaintiff",
    "reassignment-notice": "a notice to pay Plaintiff again",
    "guarantor-demand": "a letter to a guarantor",
    "reclamation-demand": "a demand for the return of goods",
    "new-terms": "an offer of terms for new orders",
}

Told = tuple[date, int, str, tuple[CourtExhibit, ...]]


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``exhibit`` holds letters of exhibits, or nothing."""

    day: str
    what: str
    exhibit: str


def entries(facts: Facts, shown: Exhibits) -> tuple[Line, ...]:
    """Return everything on record up to the day of ``facts``, the oldest first."""
    every = (*_agreed(facts.case, shown), *_account(facts, shown), *_events(facts.case, shown))
    told = [one for one in every if one[0] <= facts.as_of]
    told.sort(key=lambda one: one[:2])
    return tuple(dict.fromkeys(Line(wording.short_day(on), what, _labels(found)) for on, _, what, found in told))


def _labels(found: Iterable[CourtExhibit]) -> str:
    return ", ".join(dict.fromkeys(one.label for one in found))


def _agreed(case: Case, shown: Exhibits) -> Iterator[Told]:
    """Yield what was agreed and ordered, and the end of the work where no invoice names a delivery."""
    if case.agreement.signed_on:
        yield case.agreement.signed_on, 0, "Agreement signed", shown.agreement()
    for order in shown.later_orders():
        if order.on:
            yield order.on, 1, "Change ordered" if is_change(order) else "Order placed", (order,)
    for change in case.changes:
        if change.signed_on:
            yield change.signed_on, 0, f"Change {public(case, change.id)} to the agreement signed", ()
    if case.work.last_day and not any(one.delivered_on for one in case.invoices):
        yield case.work.last_day, 1, "Last day of the work", shown.of(ExhibitKind.DELIVERY)


def _account(facts: Facts, shown: Exhibits) -> Iterator[Told]:
    """Yield what was billed, credited, paid and admitted."""
    case, who = facts.case, the_debtor(facts.case)
    for invoice in case.invoices:
        yield from _invoice(case, invoice, shown)
    for credit in case.credits:
        amount = wording.money(to_minor(credit.amount, case.currency), case.currency)
        yield credit.on, 4, f"Plaintiff credited {amount} on invoice {public(case, credit.invoice)}", ()
    for paid in case.payments:
        amount = wording.money(to_minor(paid.amount, case.currency), case.currency)
        back = paid.bounced_on is not None and paid.bounced_on <= facts.as_of
        yield paid.on, 5, f"{who} sent a payment of {amount}" if back else f"{who} paid {amount}", ()
        if paid.bounced_on:
            yield paid.bounced_on, 6, f"The payment of {amount} came back unpaid", shown.came_back(paid)
    for admitted in case.acknowledgments:
        how = "in a signed writing " if admitted.signed else ""
        said = public(case, admitted.text.rstrip("."))
        text = "" if of_terms(admitted.text) else f": “{said}”"
        yield admitted.on, 7, f"{who} acknowledged the debt {how}".strip() + text, shown.of(ExhibitKind.ACKNOWLEDGMENT)


def _invoice(case: Case, invoice: Invoice, shown: Exhibits) -> Iterator[Told]:
    name, amount = public(case, invoice.id), wording.money(case.total(invoice), case.currency)
    proof = shown.of(ExhibitKind.INVOICE, invoice=invoice.id) if invoice.id in shown.invoices else ()
    if invoice.delivered_on:
        delivered = shown.of(ExhibitKind.DELIVERY, invoice=invoice.id)
        yield invoice.delivered_on, 1, f"Delivered, as billed on invoice {name}", delivered
    yield invoice.issued_on, 2, f"Invoice {name} of {amount}", proof
    due = case.due_on(invoice)
    for number, part in enumerate(invoice.instalments, 1):
        yield part.due_on, 3, f"Part {number} of invoice {name} due", ()
    if due and not invoice.instalments:
        yield due, 3, f"Invoice {name} due", ()


def _events(case: Case, shown: Exhibits) -> Iterator[Told]:
    """Yield what the journal holds, without talks of terms."""
    for rank, event in enumerate(case.events, 10):
        words = _WORDS.get(type(event))
        said = words(case, event) if words else ""
        if said:
            yield event.on, rank, said, _proof(event, shown)


def _proof(event: Any, shown: Exhibits) -> tuple[CourtExhibit, ...]:
    if isinstance(event, Sent):
        papers = shown.sent(event)
        return (*papers, *shown.mailed(event.on)) if event.channel is Channel.MAIL or event.certified else papers
    return shown.of(ExhibitKind.CALL_LOG) if isinstance(event, Called) else ()


def _sent(case: Case, event: Sent) -> str:
    made = next((one for one in case.made if one.n == event.made), None)
    document = (made.document if made else event.document) or event.step or ""
    name = short_id(document)
    if about_terms(name):
        return ""
    how = "by certified mail" if event.certified else BY[event.channel]
    number = f", number {event.certified.replace(' ', NO_BREAK)}" if event.certified else ""
    if document in (INVOICE, short_id(INVOICE)):
        about = f" {public(case, made.about)}" if made and made.about else ""
        return f"Plaintiff sent invoice{about} {how}{number}" if about else f"Plaintiff sent the invoice {how}{number}"
    if document in (STATEMENT, short_id(STATEMENT)):
        name = short_id(STATEMENT)
    return f"Plaintiff sent {PAPERS.get(name, 'a letter')} {how}{number}"


def _called(case: Case, event: Called) -> str:
    to = public(case, event.to) if event.to else the_debtor(case)
    said = noted(case, event)
    did = f"Plaintiff spoke with {to} by telephone" if event.spoke else f"Plaintiff called {to} and reached nobody"
    return f"{did}: {said}" if said else did


def _answered(case: Case, event: Answered) -> str:
    by = public(case, event.by) if event.by else the_debtor(case)
    how = f" {BY[event.channel]}" if event.channel else ""
    if event.reason in SAID:
        return f"{by} {SAID[event.reason].format(how=how)}"
    if not event.text or of_terms(event.text):
        return ""
    return f"{by} answered{how}: {public(case, event.text.rstrip('.'))}"


def _promised(case: Case, event: Promised) -> str:
    what = "to pay"
    if event.amount is not None:
        what = f"to pay {wording.money(to_minor(event.amount, case.currency), case.currency)}"
    return f"{the_debtor(case)} promised {what} by {wording.day(event.by)}"


def _disputed(case: Case, event: Disputed) -> str:
    what = f"invoice {public(case, event.invoice)}"
    if event.lines:
        lines = wording.listing(map(str, event.lines))
        what = f"line{'s' if len(event.lines) > 1 else ''} {lines} of {what}"
    elif event.amount is not None:
        what = f"{wording.money(to_minor(event.amount, case.currency), case.currency)} of {what}"
    return f"{the_debtor(case)} objected to {what}"


def _held(case: Case, event: Held) -> str:  # noqa: ARG001 - every event is told with its case
    why = HOLDS.get(event.reason)
    return f"Plaintiff stopped writing {why}" if why else ""


def _filed(case: Case, event: Filed) -> str:
    number = f", case number {public(case, event.number)}" if event.number else ""
    return f"Plaintiff filed this claim{number}"


def _served(case: Case, event: Served) -> str:
    return f"The claim was served on {public(case, event.who) if event.who else the_debtor(case)}"


def _hearing(case: Case, event: Hearing) -> str:  # noqa: ARG001 - same
    return "Hearing held" if event.held else f"Hearing set for {wording.day(event.day)}"


_WORDS: dict[type, Callable[[Case, Any], str]] = {
    Sent: _sent,
    Called: _called,
    Answered: _answered,
    Promised: _promised,
    Disputed: _disputed,
    Held: _held,
    Filed: _filed,
    Served: _served,
    Hearing: _hearing,
}

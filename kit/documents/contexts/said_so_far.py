"""What happened between the two sides, in words: sent, called, heard, promised, disputed.

Only what is on record is told; what is not on record is said to be so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kit.documents import wording
from kit.documents.contexts.channel_words import BY
from kit.model.account import Invoice
from kit.model.case import Case
from kit.model.document_ids import INVOICE, short_id
from kit.model.event import Answer, Answered, Bounced, Called, Disputed, Paid, Promised
from kit.model.money import to_minor
from kit.model.paper_event import Made, Sent

NOT_ON_RECORD = "not on record"
SAID = {
    Answer.NOT_RECEIVED: "says that nothing arrived",
    Answer.DISPUTES_WORK: "says that something is wrong with the work",
    Answer.DISPUTES_AMOUNT: "says that the amount is wrong",
    Answer.CASH: "says that money is short",
    Answer.FORGOT: "says that it was forgotten",
    Answer.LEFT: "says that the person has left",
    Answer.NO_AUTHORITY: "says that somebody else decides",
    Answer.REFUSES: "will not pay",
    Answer.THREATENS: "threatened us",
    Answer.INSOLVENT: "says that there is no money at all",
    Answer.OTHER: "answered",
}
PAPERS = {
    "thirty-day": "the 30-day letter",
    "sixty-day": "the 60-day letter",
    "terms-recalled": "the letter that recalls the terms",
    "promise-confirmation": "the confirmation of the promise",
    "reply-complaint": "our reply to the complaint",
    "reply-threat": "our reply",
    "receipt": "the receipt",
    "statement": "a statement of account",
}  # the others are named as their folders are


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing on record."""

    day: str
    what: str


def happened(case: Case, last: int) -> tuple[Happened, ...]:
    """Return the ``last`` things between the two sides, the newest at the end."""
    told = [event for event in case.events if type(event) in _WORDS]
    return tuple(Happened(wording.short_day(one.on), words(case, one)) for one in told[-last:])


def words(case: Case, event: Any) -> str:
    """Return what one event of the kinds told here says, with its note."""
    said = _WORDS[type(event)](case, event)
    return f"{said}: {event.text}" if event.text else f"{said}."


def answers(case: Case) -> Iterator[str]:
    """Return what the debtor answered, each with its day."""
    for one in case.answers:
        yield f"{wording.short_day(one.on)}: {words(case, one)}"


def disputes(case: Case) -> Iterator[str]:
    """Return what is disputed and not settled, each with its day."""
    for one in case.disputes:
        yield f"{wording.short_day(one.on)}: {words(case, one)}"


def promises(case: Case) -> Iterator[str]:
    """Return what was promised, each with the day it was said."""
    for one in case.promises:
        yield f"{wording.short_day(one.on)}: {words(case, one)}"


def invoice_sent(case: Case, invoice: Invoice) -> str:
    """Return how and when an invoice last went out, or `NOT_ON_RECORD`."""
    made = {one.n for one in case.made if one.document == INVOICE and one.about == invoice.id}
    only = len(case.invoices) == 1
    gone = [one for one in case.sent if (one.made in made if one.made is not None else only and _is_invoice(one))]
    if gone:
        to = f" to {gone[-1].to}" if gone[-1].to else ""
        return f"{wording.short_day(gone[-1].on)}, {BY[gone[-1].channel]}{to}"
    return NOT_ON_RECORD


def _is_invoice(sent: Sent) -> bool:
    return sent.document in (INVOICE, short_id(INVOICE))


def _sent(case: Case, event: Sent) -> str:
    made = next((one for one in case.made if one.n == event.made), None)
    return f"We sent {_paper(made, event)} {BY[event.channel]}"


def _paper(made: Made | None, event: Sent) -> str:
    if made and made.document == INVOICE and made.about:
        return f"invoice {made.about}"
    name = short_id((made.document if made else event.document) or event.step or "")
    return PAPERS.get(name, f"the {name.replace('-', ' ')}" if name else "a paper")


def _money(case: Case, amount: Decimal) -> str:
    return wording.money(to_minor(amount, case.currency), case.currency)


def _called(_: Case, event: Called) -> str:
    to = event.to or "them"
    at = f" at {event.at:%H:%M}" if event.at else ""
    result = f", {event.result.rstrip('.')}" if event.result else ""
    said = f"spoke with {to}{at}" if event.spoke else f"called {to}{at} and reached nobody"
    return f"We {said}{result}"


def _answered(_: Case, event: Answered) -> str:
    return f"{event.by or 'The debtor'} {SAID[event.reason]}"


def _promised(case: Case, event: Promised) -> str:
    what = _money(case, event.amount) if event.amount is not None else "Payment"
    return f"{what} was promised by {wording.day(event.by)}"


def _disputed(case: Case, event: Disputed) -> str:
    if event.lines:
        part = f"line{'s' if len(event.lines) > 1 else ''} {wording.listing(map(str, event.lines))} of invoice"
    else:
        part = f"{_money(case, event.amount)} of invoice" if event.amount is not None else "Invoice"
    is_ = "are" if len(event.lines) > 1 else "is"
    return f"{part[:1].upper()}{part[1:]} {event.invoice} {is_} disputed"


def _paid(case: Case, event: Paid) -> str:
    return f"{_money(case, event.amount)} came in ({event.id})"


def _bounced(_: Case, event: Bounced) -> str:
    return f"Payment {event.payment} came back unpaid"


_WORDS: dict[type[Any], Callable[[Case, Any], str]] = {
    Sent: _sent,
    Called: _called,
    Answered: _answered,
    Promised: _promised,
    Disputed: _disputed,
    Paid: _paid,
    Bounced: _bounced,
}

"""The blanks of `letters/invoice-again`: the invoices once more, in case the first copy never arrived."""

from __future__ import annotations

from dataclasses import dataclass

from kit.documents import wording
from kit.documents.contexts import overdue, overdue_bills, overdue_history
from kit.documents.contexts.letter import opened
from kit.documents.contexts.overdue import Overdue
from kit.documents.contexts.overdue_bills import Copy
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.model.event import Answer

DAYS = 7  # to answer and to pay


@dataclass(frozen=True, slots=True)
class InvoiceAgain(Overdue):
    """The blanks of ``letters/invoice-again``."""

    opening: str
    bills: tuple[Copy, ...]
    were_sent: bool
    addressee_question: str
    charges_sentence: str


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request`` with its last day to answer and to pay."""
    return overdue.settled(facts, request, DAYS)


def build(facts: Facts, request: Request) -> InvoiceAgain:
    """Fill the cover of the copies as of the day of ``facts``."""
    names = _names(facts)
    copies = _copies(names)
    bills = overdue_bills.copies(facts)
    return InvoiceAgain(
        **opened(facts, enclosures=copies),
        **overdue.asking(facts, request, overdue.invoiced(facts), DAYS),
        subject=f"{copies[0].upper()}{copies[1:]}",
        opening=_opening(facts, copies),
        bills=bills,
        were_sent=any(bill.sent for bill in bills),
        addressee_question=_addressee(facts),
        charges_sentence=overdue.besides(facts),
    )


def _names(facts: Facts) -> list[str]:
    return list(dict.fromkeys(one.item.invoice for one in overdue.open_items(facts) if one.item.invoice))


def _copies(names: list[str]) -> str:
    if not names:
        return "a copy of your account"
    return f"{'a copy' if len(names) == 1 else 'copies'} of {overdue.invoices(names)}"


def _opening(facts: Facts, copies: str) -> str:
    """Return what the letter brings, and why; it never doubts that the invoice arrived where somebody has answered."""
    brings = f"With this letter you receive {copies}"
    if missing := _missing(facts):
        return wording.sentences([missing, f"{brings}."])
    first, which = overdue_history.since(facts), "it" if copies.startswith("a copy") else "them"
    if not overdue_history.heard(facts, first):
        return f"{brings}, in case what we sent before never arrived."
    return wording.sentences([overdue_history.said(facts), f"{brings}, so that you have {which} at hand."])


def _missing(facts: Facts) -> str:
    first = overdue_history.since(facts)
    told = [one for one in facts.case.answers if one.reason is Answer.NOT_RECEIVED and first < one.on <= facts.as_of]
    return overdue_history.told_us(facts, told[-1].on, Answer.NOT_RECEIVED) if told else ""


def _addressee(facts: Facts) -> str:
    """Return what to ask about the next invoice; of a natural person no more than the address."""
    if facts.case.debtor.kind.natural_person:
        return "to which address we should send your invoices"
    return "to whom we should send invoices, and what they must state, such as an order number"

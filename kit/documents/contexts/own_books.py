"""The blanks of `internal/own-books`: one's own mistakes, looked for before the first reminder.

A reminder of a bill that was paid, never sent, or sent to the wrong address
costs more than it brings. Each question stands beside what is on record; what
is not on record is said to be so, and a person ticks the box.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit.checks.account import check_account
from kit.checks.parties import check_parties
from kit.documents import wording
from kit.documents.contexts import letterhead, log_lines, said_so_far
from kit.documents.contexts.letterhead import Remark
from kit.documents.contexts.own_books_answers import Check, bills_asked, money_asked, said_asked
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.model.account import Invoice
from kit.model.case import Case
from kit.model.party import Debtor, PartyKind

NOTICED = 4  # findings that fit on the sheet; `kit check` shows all
KINDS = {
    PartyKind.INDIVIDUAL: "a person",
    PartyKind.SOLE_PROPRIETOR: "a person with a business",
    PartyKind.LLC: "an LLC",
    PartyKind.CORPORATION: "a corporation",
    PartyKind.PARTNERSHIP: "a partnership",
    PartyKind.NONPROFIT: "a nonprofit",
    PartyKind.GOVERNMENT: "a public body",
}


@dataclass(frozen=True, slots=True)
class Bill:
    """An invoice that is open, and what is on record about it."""

    invoice: str
    issued: str
    due: str
    amount: str
    order: str
    sent: str


@dataclass(frozen=True, slots=True)
class OwnBooks:
    """The blanks of ``internal/own-books``."""

    footer: str
    debtor_name: str
    today: str
    bills: tuple[Bill, ...]
    checks: tuple[Check, ...]
    noticed: tuple[Remark, ...]
    command: str


def build(facts: Facts, request: Request) -> OwnBooks:  # noqa: ARG001 - every document is built from facts and a request
    """Fill the check list as of the day of ``facts``. Raises `KitError` where no invoice is open."""
    case, today = facts.case, wording.day(facts.as_of)
    bills = open_invoices(facts)
    if not bills:
        raise KitError("no invoice of this case is open, so there is nothing to look up before a reminder")
    return OwnBooks(
        footer=letterhead.footer(case, f"own books of {today}"),
        debtor_name=case.debtor.shown_name,
        today=today,
        bills=tuple(_bill(case, one) for one in bills),
        checks=(*bills_asked(facts, bills), *_who(facts), *money_asked(facts), *said_asked(facts)),
        noticed=_noticed(facts),
        command=log_lines.log(case.id, "checked --step own-books"),
    )


def open_invoices(facts: Facts) -> tuple[Invoice, ...]:
    """Return the invoices on which something is unpaid."""
    unpaid = {item.invoice for item in facts.ledger.items if item.principal}
    return tuple(one for one in facts.case.invoices if one.id in unpaid)


def _who(facts: Facts) -> Iterator[Check]:
    debtor = facts.case.debtor
    kind = f"{debtor.shown_name}, {KINDS[debtor.kind]}"
    yield Check("The full legal name, as the state lists it?", kind)
    address = ", ".join(debtor.address.lines) if debtor.address else "no address in the file"
    yield Check("The address where they really get their mail?", address)
    yield Check("The person who handles our invoices?", _person(debtor))
    lawyer = debtor.lawyer_on(facts.as_of)
    if lawyer:
        yield Check("Everything goes to their lawyer, and nothing to them?", lawyer.name)


def _person(debtor: Debtor) -> str:
    if not debtor.contacts:
        reach = ", ".join(part for part in (debtor.phone, debtor.email) if part)
        if debtor.kind.natural_person:
            return reach or "no telephone and no email in the file"
        return f"nobody is named in the file{f'; {reach}' if reach else ''}"
    one = debtor.contacts[0]
    return ", ".join(part for part in (one.name, one.role, one.email, one.phone) if part)


def _bill(case: Case, invoice: Invoice) -> Bill:
    due = f"in {len(invoice.instalments)} parts" if invoice.instalments else letterhead.due_words(case.due_on(invoice))
    return Bill(
        invoice.id,
        wording.short_day(invoice.issued_on),
        due,
        wording.money(case.total(invoice), case.currency),
        invoice.purchase_order or "none",
        said_so_far.invoice_sent(case, invoice),
    )


def _noticed(facts: Facts) -> tuple[Remark, ...]:
    """Return what the file itself makes doubtful: days, amounts and names that do not fit each other."""
    found = [*check_account(facts.case, facts.as_of), *check_parties(facts.case, facts.as_of)]
    texts = [f"{one.message[:1].upper()}{one.message[1:]}.".replace("`", "") for one in found]
    shown = list(dict.fromkeys(texts))
    if len(shown) > NOTICED + 1:
        shown = [*shown[:NOTICED], f"And {len(shown) - NOTICED} more, which kit check lists."]
    return tuple(Remark(text) for text in shown)

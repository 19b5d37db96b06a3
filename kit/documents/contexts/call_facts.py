"""The facts of a call, each in a sentence that can be said aloud, and what to leave out of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit.documents import wording
from kit.documents.contexts import letterhead
from kit.documents.contexts.account import less
from kit.documents.contexts.caller import spoken_end
from kit.documents.contexts.entry_words import part_words
from kit.documents.contexts.letterhead import Remark
from kit.documents.contexts.no_call import account_items, due_items, due_total, holds
from kit.facts import Facts
from kit.ledger.account import Item
from kit.model.account import Invoice
from kit.model.event import Answer

MANY = 4  # invoices that one can say in a breath


@dataclass(frozen=True, slots=True)
class Open:
    """One line of what is open; the amounts add up to what the call asks for."""

    what: str
    due: str
    amount: str


def aloud(facts: Facts) -> str:
    """Return what is open in three sentences: what it is about, since when it is due, how much it is today."""
    late = due_items(facts)
    names = list(dict.fromkeys(item.invoice for item in late))
    if not names:
        return ""
    about = _one(facts, names[0]) if len(names) == 1 else _several(names)
    return wording.sentences([about, _due(late, len(names)), _open(facts, late)])


def _one(facts: Facts, name: str) -> str:
    invoice = _invoice(facts, name)
    of = f" of {wording.day(invoice.issued_on)} for {wording.money(facts.case.total(invoice), facts.case.currency)}"
    work = facts.case.work.text
    what = f", for {work}" if work else ""
    return f"I am calling about our invoice {spoken_end(f'{name}{of}{what}')}"


def _several(names: list[str]) -> str:
    if len(names) <= MANY:
        return f"I am calling about our invoices {spoken_end(wording.listing(names))}"
    return f"I am calling about {len(names)} of our invoices; I can read them to you or send you the list."


def _due(late: tuple[Item, ...], invoices: int) -> str:
    days = sorted({item.due_on for item in late if item.due_on})
    if not days:
        return ""
    first = wording.day(days[0])
    if len(late) == 1:
        part = f"Part {late[0].number} of {late[0].of} was" if late[0].of > 1 else "It was"
        return f"{part} due on {first}."
    if len(days) == 1:
        return f"They were all due on {first}."
    return f"The oldest was due on {first}." if invoices > 1 else f"It falls due in parts, the first on {first}."


def _open(facts: Facts, late: tuple[Item, ...]) -> str:
    charges = [item.balance != item.principal for item in late if not item.disputed]
    with_charges = ", with the charges that we agreed on," if any(charges) else ""
    amount = wording.money(due_total(facts), facts.case.currency)
    return f"Today {amount}{with_charges} is still open."


def rows(facts: Facts) -> tuple[Open, ...]:
    """Return what is open line by line, where it is more than one thing."""
    case = facts.case
    made = [
        Open(
            f"{part_words(case, item.invoice, item.number)}{_partly(item)}",
            letterhead.due_words(item.due_on),
            wording.money(item.collectable, case.currency),
        )
        for item in due_items(facts)
    ]
    charges = [wording.money(item.collectable, case.currency) for item in account_items(facts)]
    made += [Open("Charges of the account", "", amount) for amount in charges]
    held = less("Money that we hold for them", facts.ledger.totals.unapplied, case.currency)
    made += [Open(one.what, "", one.amount) for one in held]
    return tuple(made) if len(made) > 1 else ()


def _partly(item: Item) -> str:
    return ", without the disputed part" if item.disputed else ""


def aside(facts: Facts) -> tuple[Remark, ...]:
    """Return what a call must leave out, and what was promised and did not come."""
    return tuple(Remark(text) for text in _aside(facts))


def _aside(facts: Facts) -> Iterator[str]:
    case, items = facts.case, facts.ledger.items
    disputed = list(dict.fromkeys(item.invoice for item in items if item.disputed and item.invoice))
    if disputed:
        amount = wording.money(facts.ledger.totals.disputed, case.currency)
        which = wording.listing(disputed)
        yield f"Do not ask for the {amount} that they dispute on {which}; that is settled in writing."
    held = [hold.invoice for hold in holds(facts) if hold.invoice]
    if held:
        yield f"Leave out what is on hold: {wording.listing(dict.fromkeys(held))}."
    for heard in case.answers[-1:]:
        if heard.reason is Answer.CASH and not any(promise.on >= heard.on for promise in case.promises):
            day = wording.day(heard.on)
            yield f"On {day} they said that money is short. Thank them for saying so; then ask for a day, or for parts."
    for promise in case.promises[-1:]:
        if promise.by < facts.as_of and not any(paid.on > promise.on for paid in case.payments if not paid.bounced_on):
            said, by = wording.day(promise.on), wording.day(promise.by)
            yield f"On {said} they promised a payment by {by}, and none is on record since. Say so, without reproach."


def invoice_said(facts: Facts) -> str:
    """Return the invoice that a call is about, where it is one."""
    names = {item.invoice for item in due_items(facts)}
    return names.pop() if len(names) == 1 else ""


def _invoice(facts: Facts, name: str) -> Invoice:
    return next(one for one in facts.case.invoices if one.id == name)

"""What the papers share that answer the debtor or stop work: how it was said, what is due, until when.

A note that was kept with an entry of the journal is the user's own and never
printed; what was said is told from its code, its day and the invoices it names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from kit.documents import wording
from kit.documents.contexts import letterhead
from kit.documents.contexts.account import MINUS
from kit.documents.contexts.claim_schedule import due_items
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.ledger.account import Item
from kit.model.business_days import next_business_day
from kit.model.case import Case
from kit.model.event import Answered
from kit.model.money import ZERO
from kit.model.party import Channel

ANSWER_DAYS = 10  # to answer a letter that asks something; the house's own, no law sets it
TOLD = {
    Channel.PHONE: "told us on the telephone",
    Channel.EMAIL: "wrote to us by email",
    Channel.MAIL: "wrote to us",
    Channel.TEXT: "wrote to us by text message",
    Channel.PORTAL: "wrote to us",
}


@dataclass(frozen=True, slots=True)
class Open:
    """One sum that is due."""

    invoice: str
    due: str
    amount: str


@dataclass(frozen=True, slots=True)
class Due:
    """What is due today and not in dispute: a row for each sum, and their total."""

    rows: tuple[Open, ...]
    total: Decimal
    included: str  # a sentence about the interest and charges in the rows


def who_said(facts: Facts, heard: Answered) -> str:
    """Return who answered, as a sentence names them: the name on record; “you” for the addressee or nobody named."""
    case = facts.case
    lawyer = case.debtor.lawyer_on(facts.as_of)
    greeted = lawyer.name if lawyer else case.debtor.contacts[0].name if case.debtor.contacts else ""
    return heard.by if heard.by and heard.by not in (case.debtor.name, greeted) else "you"


def told(heard: Answered) -> str:
    """Return how the answer came, for a sentence about somebody: “told us on the telephone”."""
    return TOLD.get(heard.channel, "told us") if heard.channel else "told us"


def due_today(facts: Facts, items: tuple[Item, ...] | None = None) -> Due:
    """Return what is due today, or those of it in ``items``; money held for the debtor is taken off in a row."""
    account = [item for item in facts.ledger.claimable if not item.invoice and item.collectable > 0]
    shown = [*due_items(facts), *account] if items is None else list(items)
    gross = sum((item.collectable for item in shown), ZERO)
    total = min(gross, facts.ledger.demandable)
    rows = [_row(facts, item) for item in shown]
    if total < gross:
        rows.append(Open("Money we hold for you", "", MINUS + wording.bare_money(gross - total, facts.case.currency)))
    return Due(tuple(rows) if total else (), total, _included(facts, shown))


def _row(facts: Facts, item: Item) -> Open:
    part = f" ({item.number} of {item.of})" if item.of > 1 else ""
    left = ", the part not disputed" if item.disputed else ""
    name = f"{item.invoice}{part}{left}" if item.invoice else "Charges of the account"
    day = letterhead.due_words(item.due_on) if item.invoice else ""
    return Open(name, day, wording.bare_money(item.collectable, facts.case.currency))


def _included(facts: Facts, items: Sequence[Item]) -> str:
    listed = [item for item in items if item.invoice]
    kinds = [
        ("interest", sum((item.interest for item in listed), ZERO)),
        ("charges", sum((item.fees for item in listed), ZERO)),
        ("costs", sum((item.costs for item in listed), ZERO)),
    ]
    named = wording.listing(what for what, amount in kinds if amount)
    what = "The amounts include" if len(items) > 1 else "The amount includes"
    return f"{what} {named} through {wording.day(facts.as_of)}." if named else ""


def day_to_answer(facts: Facts, request: Request) -> date:
    """Return the day by which an answer is asked for, a business day unless the user chose another.

    Raises `KitError` where the user's own day is not after the letter's.
    """
    if request.pay_by and request.pay_by <= facts.as_of:
        raise KitError(f"{request.pay_by} leaves no time to answer a letter of {facts.as_of}; name a later day")
    return request.pay_by or open_day(facts.case, facts.as_of + timedelta(days=ANSWER_DAYS))


def open_day(case: Case, day: date) -> date:
    """Return ``day``, or the first day after it on which offices where the debtor is are open."""
    return next_business_day(day, case.debtor.state)

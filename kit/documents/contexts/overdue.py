"""What the letters before the final demand ask for: what is past its day and not disputed, less money held.

The first letters ask for what was invoiced and only name the charges that stand
on the account; from the second reminder on a letter asks for all of it. Either
way the lines printed add up to the sum asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TypedDict

from kit.documents import wording
from kit.documents.contexts import account, demand_words, letterhead
from kit.documents.contexts.account import MINUS, Sum
from kit.documents.contexts.letter import Letter
from kit.documents.contexts.letterhead import Way
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.ledger.account import Item
from kit.model.agreement import Bucket
from kit.model.money import ZERO

SATURDAY, WEEK = 5, 7


@dataclass(frozen=True, slots=True)
class Overdue(Letter):
    """The blanks of every letter that asks for what is overdue, over those of any letter."""

    represented: str
    dispute_sentence: str
    total_due: str
    pay_by: str
    where_to_pay: str
    ways: tuple[Way, ...]


class Asking(TypedDict):
    """Those blanks, by name."""

    represented: str
    dispute_sentence: str
    total_due: str
    pay_by: str
    where_to_pay: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Open:
    """What is open and not disputed on one due item; `extra` is everything but the charge itself."""

    item: Item
    principal: Decimal
    interest: Decimal
    fees: Decimal
    costs: Decimal

    @property
    def extra(self) -> Decimal:
        """Interest, fees and costs."""
        return self.interest + self.fees + self.costs

    @property
    def total(self) -> Decimal:
        """All of it."""
        return self.principal + self.extra


def open_items(facts: Facts) -> tuple[Open, ...]:
    """Return the items that can be asked for today, each without its disputed part."""
    left: dict[tuple[str, int, Bucket], Decimal] = {}
    for share in (one for posting in facts.ledger.postings for one in posting.shares if not one.disputed):
        key = (share.invoice, share.number, share.bucket)
        left[key] = left.get(key, ZERO) + share.amount
    found = [item for item in facts.ledger.claimable if item.collectable > 0]
    order = (Bucket.PRINCIPAL, Bucket.INTEREST, Bucket.FEES, Bucket.COSTS)
    return tuple(
        Open(item, *(left.get((item.invoice, item.number, bucket), ZERO) for bucket in order)) for item in found
    )


def invoiced(facts: Facts) -> Decimal:
    """Return what the first letters ask for: the invoices without charges; where only charges are open, those."""
    owed = sum((one.principal for one in open_items(facts)), ZERO) - facts.ledger.totals.unapplied
    return owed if owed > 0 else facts.ledger.demandable


def settled(facts: Facts, request: Request, days: int) -> Request:
    """Return ``request`` with its last day to pay: as asked, else after ``days`` days and never on a weekend.

    Raises `KitError` for one that is not after the letter's own day.
    """
    chosen = request.pay_by or weekday(facts.as_of + timedelta(days=days))
    if chosen <= facts.as_of:
        raise KitError(f"{chosen} cannot be the last day to pay of a letter of {facts.as_of}; choose a later one")
    return replace(request, pay_by=chosen)


def weekday(day: date) -> date:
    """Return ``day``, or the Monday after where it falls on a weekend."""
    return day + timedelta(days=WEEK - day.weekday()) if day.weekday() >= SATURDAY else day


def late(facts: Facts) -> str:
    """Return what was due when, within a sentence: `invoice A of May 4, 2026 was due on ... and has not been paid`."""
    items = tuple(one.item for one in open_items(facts) if one.item.invoice)
    return demand_words.late_words(items) if items else "charges on your account are open"


def until(facts: Facts, request: Request, days: int) -> str:
    """Return the last day to pay in words."""
    return wording.day(settled(facts, request, days).pay_by or facts.as_of)


def asking(facts: Facts, request: Request, total: Decimal, days: int) -> Asking:
    """Return what every such letter says: what is disputed, how much to pay, until when and how."""
    return Asking(
        represented=demand_words.represented(facts),
        dispute_sentence=demand_words.dispute(facts),
        total_due=wording.money(total, facts.case.currency),
        pay_by=until(facts, request, days),
        where_to_pay=letterhead.where_to_pay(facts.case),
        ways=letterhead.ways_to_pay(facts.case),
    )


def sums(facts: Facts) -> tuple[Sum, ...]:
    """Return the lines that lead to the sum asked for; none where it is a single one."""
    lines = [*_charged(facts, "Unpaid invoices", [one.principal for one in open_items(facts)]), *_extras(facts)]
    lines += account.less("Money we hold for you", facts.ledger.totals.unapplied, facts.case.currency)
    return tuple(lines) if len(lines) > 1 else ()


def _extras(facts: Facts) -> list[Sum]:
    found = open_items(facts)
    return [
        *_charged(facts, "Interest", [one.interest for one in found]),
        *_charged(facts, account.fees_words(facts.ledger), [one.fees for one in found]),
        *_charged(facts, "Costs", [one.costs for one in found]),
    ]


def sum_sentence(facts: Facts) -> str:
    """Return the same lines as a sentence; empty where there is a single one."""
    lines = sums(facts)
    if not lines:
        return ""
    named = [_named(one) for one in lines if not one.amount.startswith(MINUS)]
    held = facts.ledger.totals.unapplied
    less = f", less {wording.money(held, facts.case.currency)} that we hold for you" if held else ""
    return f"Open today are {wording.listing(named)}{less}."


def _named(one: Sum) -> str:
    """Return a line within a sentence: `late charges of $12.00`, `a returned-check charge of $30.00`."""
    article = "a " if one.what.endswith(" charge") else ""
    return f"{article}{one.what[0].lower()}{one.what[1:]} of {one.amount}"


def _charged(facts: Facts, what: str, amounts: list[Decimal]) -> list[Sum]:
    total = sum(amounts, ZERO)
    return [Sum(what, wording.money(total, facts.case.currency))] if total else []


def besides(facts: Facts) -> str:
    """Return which charges stand on the account and are not asked for yet; empty where there are none."""
    if invoiced(facts) == facts.ledger.demandable or not (extras := _extras(facts)):
        return ""
    named = wording.listing(_named(one) for one in extras)
    return f"Also on the account, and not part of this request: {named}."


def item_name(one: Open) -> str:
    """Return how a row names an item: its invoice, which part of it, and whether only a part is undisputed."""
    item = one.item
    if not item.invoice:
        return "Charges of the account"
    part = f" ({item.number} of {item.of})" if item.of > 1 else ""
    return f"{item.invoice}{part}{', undisputed part' if item.disputed else ''}"


def about(facts: Facts) -> str:
    """Return what a subject line calls the open items: an invoice, several by name or number, or the account."""
    named = list(dict.fromkeys(one.item.invoice for one in open_items(facts) if one.item.invoice))
    if not named:
        return "your account"
    return invoices(named)


def invoices(named: list[str]) -> str:
    """Return how a sentence names invoices: one, a few, or how many."""
    if len(named) == 1:
        return f"invoice {named[0]}"
    return f"invoices {wording.listing(named)}" if len(named) <= demand_words.MANY else f"{len(named)} invoices"

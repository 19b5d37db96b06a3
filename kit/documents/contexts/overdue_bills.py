"""The open items as rows, for the letters that show them: a short row for the first letters, a full one later.

Each column adds up to the sum under it, and the last one to what the letter asks for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kit.documents import wording
from kit.documents.contexts import letterhead, overdue
from kit.documents.contexts.account import MINUS
from kit.documents.contexts.channel_words import BY
from kit.documents.contexts.overdue import Open
from kit.facts import Facts
from kit.model.case import Case
from kit.model.document_ids import INVOICE, short_id
from kit.model.money import ZERO
from kit.model.paper_event import Sent
from kit.model.party import Channel

HELD = "Money we hold for you"
NOTHING = "\N{EN DASH}"
WENT = BY | {Channel.PORTAL: "through your portal", Channel.PHONE: ""}  # no bill goes by telephone


@dataclass(frozen=True, slots=True)
class Bill:
    """One open item of a first letter."""

    invoice: str
    due: str
    amount: str


@dataclass(frozen=True, slots=True)
class Copy(Bill):
    """One whose invoice is sent again; ``sent`` is the last time that it is on record as sent."""

    sent: str


@dataclass(frozen=True, slots=True)
class Late:
    """One open item with its charges."""

    invoice: str
    due: str
    days: str
    unpaid: str
    extra: str
    owed: str


def bills(facts: Facts) -> tuple[Bill, ...]:
    """Return what a first letter asks for, item by item, and the money held against it."""
    return tuple(Bill(copy.invoice, copy.due, copy.amount) for copy in copies(facts))


def copies(facts: Facts) -> tuple[Copy, ...]:
    """Return the same with the last time that each invoice was sent."""
    charges_only = not any(one.principal for one in overdue.open_items(facts))
    found = [(one, one.total if charges_only else one.principal) for one in overdue.open_items(facts)]
    rows = [_copy(facts, one, amount) for one, amount in found if amount]
    if held := facts.ledger.totals.unapplied:
        rows.append(Copy(HELD, "", f"{MINUS}{_bare(facts, held)}", ""))
    return tuple(rows)


def _copy(facts: Facts, one: Open, amount: Decimal) -> Copy:
    item = one.item
    if not item.invoice:
        return Copy(overdue.item_name(one), "", _bare(facts, amount), "")
    due, sent = letterhead.due_words(item.due_on), _last_sent(facts.case, item.invoice, facts.as_of)
    return Copy(overdue.item_name(one), due, _bare(facts, amount), sent)


def _last_sent(case: Case, invoice: str, today: date) -> str:
    """Return when and how the invoice last went out, as the journal has it; empty where it says nothing."""
    went = [one for one in case.sent if one.on < today and _carried(case, one, invoice)]
    return f"{wording.short_day(went[-1].on)} {WENT[went[-1].channel]}".rstrip() if went else ""


def _carried(case: Case, sent: Sent, invoice: str) -> bool:
    papers = {sent.made, *sent.enclosed}
    if any(made.n in papers and made.document == INVOICE and made.about == invoice for made in case.made):
        return True
    alone = len(case.invoices) == 1  # an entry for one's own paper does not say which invoice it was
    return alone and sent.made is None and sent.document in (INVOICE, short_id(INVOICE))


def late_rows(facts: Facts) -> tuple[Late, ...]:
    """Return every open item with its charges, and the money held against them."""
    rows = [_late(facts, one) for one in overdue.open_items(facts)]
    if held := facts.ledger.totals.unapplied:
        rows.append(Late(HELD, "", "", "", "", f"{MINUS}{_bare(facts, held)}"))
    return tuple(rows)


def _late(facts: Facts, one: Open) -> Late:
    item = one.item
    return Late(
        overdue.item_name(one),
        letterhead.due_words(item.due_on) if item.invoice else "",
        f"{item.days_overdue:,}" if item.invoice else "",
        _bare(facts, one.principal) if one.principal else NOTHING,
        _bare(facts, one.extra) if one.extra else NOTHING,
        _bare(facts, one.total),
    )


def late_total(facts: Facts) -> Late:
    """Return the sums under those rows."""
    found = overdue.open_items(facts)
    unpaid, extra = sum((one.principal for one in found), ZERO), sum((one.extra for one in found), ZERO)
    owed = _bare(facts, facts.ledger.demandable)
    return Late("Total", "", "", _bare(facts, unpaid), _bare(facts, extra) if extra else NOTHING, owed)


def _bare(facts: Facts, amount: Decimal) -> str:
    return wording.bare_money(amount, facts.case.currency)

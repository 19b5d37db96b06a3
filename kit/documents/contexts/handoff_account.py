"""The account that goes with a hand-off: each invoice with its days and its balance, and the balance itemized."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from kit.checks.court import inquiry_for
from kit.checks.handoff import amount_of, open_items
from kit.checks.itemization import itemized
from kit.checks.limitation import run_of
from kit.documents import wording
from kit.documents.contexts.account import MINUS, Sum
from kit.facts import Facts
from kit.ledger.kept import kept
from kit.ledger.since import Since
from kit.model.account import Invoice
from kit.model.handoff import HandoffTerms
from kit.model.money import ZERO
from kit.model.taken import taken

DAY_ZERO = date.min


@dataclass(frozen=True, slots=True)
class Placed:
    """One invoice as it goes over, in figures; ``account`` is what the account as a whole owes beside invoices."""

    invoice: Invoice | None
    due_on: date | None
    late_since: date | None  # the day from which it was never again paid up
    last_paid_on: date | None
    sue_by: date | None
    original: Decimal
    balance: Decimal
    disputed: Decimal
    days_overdue: int

    @property
    def name(self) -> str:
        """The invoice's number; the charges of the account have a name of their own."""
        return self.invoice.id if self.invoice else "Charges of the account"


def placed(facts: Facts, terms: HandoffTerms) -> tuple[Placed, ...]:
    """Return each invoice of ``terms`` with something open, the oldest due first; they add up to `amount_of`.

    The debtor's money held is taken off the oldest first.
    """
    names = taken(facts.case, terms)
    found = [_placed(facts, one) for one in facts.case.invoices if one.id in names]
    rows = sorted((one for one in found if one.balance), key=lambda one: (one.due_on or DAY_ZERO, one.name))
    all_of_them = not kept(facts.case, facts.ledger, terms)
    extra = sum((one.balance for one in facts.ledger.items if not one.invoice), ZERO) if all_of_them else ZERO
    if extra and rows:
        rows.append(Placed(None, rows[0].due_on, rows[0].late_since, None, None, ZERO, extra, ZERO, 0))
    held = facts.ledger.totals.unapplied if all_of_them else ZERO
    return tuple(_without(rows, held))


def _without(rows: list[Placed], held: Decimal) -> Iterator[Placed]:
    for one in rows:
        used = min(held, one.balance)
        held -= used
        if one.balance > used:
            left = one.balance - used
            yield replace(one, balance=left, disputed=min(one.disputed, left))


def _placed(facts: Facts, invoice: Invoice) -> Placed:
    items = [one for one in facts.ledger.of(invoice.id) if one.balance]
    days = [one.due_on for one in items if one.due_on]
    late = [one.due_on for one in items if one.due_on and one.days_overdue]
    went = {
        posting.ref for posting in facts.ledger.postings if any(share.invoice == invoice.id for share in posting.shares)
    }
    paid = [one.on for one in facts.case.payments if one.id in went and not one.bounced_on and one.on <= facts.as_of]
    return Placed(
        invoice=invoice,
        due_on=min(days, default=facts.case.due_on(invoice)),
        late_since=date.fromordinal(min(late).toordinal() + 1) if late else None,
        last_paid_on=max(paid, default=None),
        sue_by=_sue_by(facts, invoice),
        original=facts.case.total(invoice),
        balance=sum((one.balance for one in items), ZERO),
        disputed=sum((one.disputed for one in items), ZERO),
        days_overdue=max((one.days_overdue for one in items), default=0),
    )


def _sue_by(facts: Facts, invoice: Invoice) -> date | None:
    """Return the first day on which the time to sue on a due part of ``invoice`` ends, as far as it is on record."""
    if facts.forum is None:
        return None
    inquiry = inquiry_for(facts, facts.forum)
    due = (one for one in facts.ledger.of(invoice.id) if one.balance and one.due_on and one.due_on <= facts.as_of)
    runs = [run.last for one in due if (run := run_of(facts, inquiry, one, invoice))]
    return min(runs, default=None)


def day_or(day: date | None, otherwise: str = "not known") -> str:
    """Return a day for a column."""
    return wording.short_day(day) if day else otherwise


def total_words(facts: Facts, terms: HandoffTerms) -> str:
    """Return what goes over, in words."""
    return wording.money(amount_of(facts, terms), facts.case.currency)


def itemization(facts: Facts, terms: HandoffTerms) -> tuple[str, str, tuple[Sum, ...], str]:
    """Return the day, what happened on it, the lines from the balance of then to that of now, and the latter."""
    start, seen = itemized(facts, terms)
    currency = facts.case.currency
    lines = (
        Sum(f"Balance at the end of {wording.day(start.on)}", _signed(seen.then, currency)),
        *_lines(seen, currency),
    )
    return wording.day(start.on), start.what, lines, _signed(seen.now, currency)


def _lines(seen: Since, currency: str) -> Iterator[Sum]:
    named = (
        ("Billed since", seen.billed),
        ("Interest since", seen.interest_added),
        ("Fees since", seen.fees_added),
        ("Costs since", seen.costs_added),
        ("Payments since", -seen.paid),
        ("Credits and waivers since", -seen.credited),
    )
    always = ("Interest since", "Fees since", "Payments since", "Credits and waivers since")
    yield from (Sum(what, _signed(amount, currency)) for what, amount in named if amount or what in always)


def _signed(amount: Decimal, currency: str) -> str:
    return f"{MINUS if amount < 0 else ''}{wording.money(abs(amount), currency)}"


def made_of(facts: Facts, terms: HandoffTerms) -> tuple[Sum, ...]:
    """Return what the balance of now consists of; none where all of it is principal."""
    _, seen = itemized(facts, terms)
    named = (
        ("Principal", seen.principal),
        ("Interest", seen.interest),
        ("Late and returned-check charges", seen.fees),
        ("Costs", seen.costs),
        ("Less money held for the debtor", -seen.held),
    )
    found = tuple(Sum(what, _signed(amount, facts.case.currency)) for what, amount in named if amount)
    return () if [one.what for one in found] == ["Principal"] else found


def late_words(facts: Facts, terms: HandoffTerms) -> str:
    """Return the age of the oldest open item."""
    days = max((one.days_overdue for one in open_items(facts, terms)), default=0)
    return wording.count(days, "day") if days else "not past due"

"""What a plan is about, item by item: what was billed by its day and is not disputed, so that the rows add up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kit.documents import wording
from kit.documents.contexts import letterhead
from kit.documents.contexts.account import MINUS
from kit.ledger.account import Item, Ledger
from kit.model.agreement import Bucket
from kit.model.case import Case
from kit.model.money import ZERO


@dataclass(frozen=True, slots=True)
class Planned:
    """One item of the debt, as far as it is not disputed, with its interest and charges."""

    invoice: str
    dated: str
    due: str
    unpaid: str
    extra: str
    amount: str


def items_of(case: Case, ledger: Ledger, through: date) -> tuple[Item, ...]:
    """Return the items billed through the day ``through``, and the charges of the account."""
    billed = {one.id for one in case.invoices if one.issued_on <= through}
    return tuple(item for item in ledger.items if not item.invoice or item.invoice in billed)


def open_sum(case: Case, ledger: Ledger, through: date) -> Decimal:
    """Return what is owed on them and not disputed, less money held for the debtor; what the rows add up to."""
    owed = sum((item.collectable for item in items_of(case, ledger, through)), ZERO)
    return max(owed - ledger.totals.unapplied, ZERO)


def rows(case: Case, ledger: Ledger, through: date) -> tuple[Planned, ...]:
    """Return a row for each item on which something is owed and not disputed."""
    return tuple(_rows(case, ledger, items_of(case, ledger, through)))


def _rows(case: Case, ledger: Ledger, items: tuple[Item, ...]) -> Iterator[Planned]:
    currency = case.currency
    for item in items:
        if item.invoice and item.collectable > 0:
            part = f" ({item.number} of {item.of})" if item.of > 1 else ""
            part += " (in part)" if item.disputed else ""
            issued = wording.short_day(item.issued_on) if item.issued_on else ""
            unpaid = _unpaid(ledger, item)
            sums = [wording.bare_money(one, currency) for one in (unpaid, item.collectable - unpaid, item.collectable)]
            yield Planned(item.invoice + part, issued, letterhead.due_words(item.due_on), *sums)
    others = wording.bare_money(sum((item.collectable for item in items if not item.invoice), ZERO), currency)
    if any(item.collectable for item in items if not item.invoice):
        yield Planned("Charges of the account", "", "", "", others, others)
    if held := ledger.totals.unapplied:
        yield Planned("Less money held", "", "", "", "", f"{MINUS}{wording.bare_money(held, currency)}")


def _unpaid(ledger: Ledger, item: Item) -> Decimal:
    """Return what is unpaid of the invoiced amount and not disputed."""
    place = (item.invoice, item.number)
    shares = (share for posting in ledger.postings for share in posting.shares if not share.disputed)
    mine = (one for one in shares if (one.invoice, one.number) == place and one.bucket is Bucket.PRINCIPAL)
    return sum((one.amount for one in mine), ZERO)

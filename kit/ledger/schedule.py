"""What falls due, and when: each instalment ages by itself.

A disputed part is kept apart from the first day, so that what is not disputed
can be collected without it. Which part of an invoice in instalments is
disputed nobody says; it is taken from the end, because what is not disputed
falls due first.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kit.findings import KitError
from kit.model.account import Invoice
from kit.model.case import Case
from kit.model.fields import FIRST_YEAR, LAST_YEAR
from kit.model.money import ZERO, to_minor


@dataclass(frozen=True, slots=True)
class DueItem:
    """One sum that falls due on one day; ``disputed`` of it is contested since ``disputed_on``."""

    invoice: str
    number: int  # counted from 1
    of: int
    issued_on: date
    due_on: date | None
    amount: Decimal
    disputed: Decimal = ZERO
    disputed_on: date | None = None


def due_items(case: Case, invoice: Invoice, as_of: date) -> tuple[DueItem, ...]:
    """Return what ``invoice`` asks for, day by day, oldest first."""
    parts = _parts(case, invoice)
    left, since = disputed(case, invoice, as_of)
    items = []
    for number in range(len(parts), 0, -1):
        due_on, amount = parts[number - 1]
        contested = min(left, amount)
        left -= contested
        day = since if contested else None
        items.append(DueItem(invoice.id, number, len(parts), invoice.issued_on, due_on, amount, contested, day))
    return tuple(reversed(items))


def disputed(case: Case, invoice: Invoice, as_of: date) -> tuple[Decimal, date | None]:
    """Return how much of ``invoice`` is disputed on ``as_of``, and since when."""
    found = [dispute for dispute in case.disputes if dispute.invoice == invoice.id and dispute.on <= as_of]
    if not found:
        return ZERO, None
    total = case.total(invoice)
    lines: set[int] = set()
    amount = ZERO
    for dispute in found:
        lines.update(dispute.lines)
        if not dispute.lines:
            amount += total if dispute.amount is None else to_minor(dispute.amount, case.currency)
    amount += sum((line.total(case.currency) for n, line in enumerate(invoice.lines, 1) if n in lines), ZERO)
    return min(amount, total), min(dispute.on for dispute in found)


def within_calendar(as_of: date) -> None:
    """Refuse a day beyond the years that the files may speak of."""
    if not FIRST_YEAR <= as_of.year <= LAST_YEAR:
        raise KitError(f"{as_of} is no day for an account; ask for one from {FIRST_YEAR} to {LAST_YEAR}")


def _parts(case: Case, invoice: Invoice) -> list[tuple[date | None, Decimal]]:
    """Split the invoice's total; where the instalments do not add up (a finding says so) the total still holds."""
    total = case.total(invoice)
    if not invoice.instalments:
        return [(case.due_on(invoice), total)]
    parts: list[tuple[date | None, Decimal]] = []
    left = total
    for instalment in sorted(invoice.instalments, key=lambda part: (part.due_on, part.amount)):
        amount = min(to_minor(instalment.amount, case.currency), left)
        parts.append((instalment.due_on, amount))
        left -= amount
    if left:
        last_due, last = parts[-1]
        parts[-1] = (last_due, last + left)
    return parts

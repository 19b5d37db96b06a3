"""What is left when everything has happened: items, totals, interest a day, and what the caps found."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from kit.ledger.account import ByLaw, CapBreach, Item, Kind, Ledger, PerDiem, Posting, Totals
from kit.ledger.book import Book
from kit.ledger.cap_findings import breach_findings
from kit.ledger.interest import accrue
from kit.ledger.part import Part
from kit.model.agreement import Bucket
from kit.model.money import ZERO, to_minor

DAY = timedelta(days=1)


def summary(book: Book, postings: tuple[Posting, ...], as_of: date, unclaimed: Decimal) -> Ledger:
    """Return the finished account."""
    items = _items(book, as_of)
    breaches = tuple(breach for part in book.parts if part.meter for breach in part.meter.uncured())
    interest = book.terms.interest
    per_diem = _per_diem(book, as_of)
    by_law = None
    if interest and interest.basis == "by_law":
        amount = sum((part.by_law for part in book.parts), ZERO)
        by_law = ByLaw(amount, _per_diem(book, as_of, beside=True), interest.cite, _known_through(book, as_of))
    totals = _totals(book, items, as_of)
    return Ledger(
        as_of=as_of,
        currency=book.currency,
        postings=postings,
        items=items,
        totals=totals,
        per_diem=per_diem,
        spans=tuple(span for part in book.parts for span in part.spans),
        order=book.terms.order,
        interest=interest,
        by_law=by_law,
        breaches=breaches,
        trimmed=-sum((p.amount for p in postings if p.kind is Kind.TRIM), ZERO),
        unclaimed_costs=unclaimed,
        pauses=book.terms.pauses,
        findings=(
            *breach_findings(worst_of(breaches), book.uncured(), book.terms, book.currency),
            *([book.terms.unpublished.finding] if book.terms.unpublished and totals.overdue else []),
        ),
    )


def _known_through(book: Book, as_of: date) -> date | None:
    """Return the last day whose legal rate is known, None where that is not before ``as_of``."""
    missing = book.terms.unpublished
    return missing.day - DAY if missing and missing.day <= as_of else None


def worst_of(breaches: tuple[CapBreach, ...]) -> tuple[CapBreach, ...]:
    """Return the worst breach of each cap."""
    worst: dict[object, CapBreach] = {}
    for breach in breaches:
        known = worst.get(breach.cap)
        if known is None or breach.excess > known.excess:
            worst[breach.cap] = breach
    return tuple(worst.values())


def _items(book: Book, as_of: date) -> tuple[Item, ...]:
    """Join the two parts of each disputed item."""
    joined: dict[tuple[str, int], list[Part]] = {}
    for part in book.all_parts():
        joined.setdefault((part.invoice, part.number), []).append(part)
    return tuple(_item(parts, as_of) for parts in joined.values() if parts[0].invoice or any(parts[0].balance.values()))


def _item(parts: list[Part], as_of: date) -> Item:
    item = parts[0].item
    sums = {bucket: sum((part.balance[bucket] for part in parts), ZERO) for bucket in Bucket}
    overdue = (as_of - item.due_on).days if item.due_on and any(sums.values()) else 0
    return Item(
        invoice=item.invoice,
        number=item.number,
        of=item.of,
        issued_on=item.issued_on if item.invoice else None,
        due_on=item.due_on,
        original=sum((part.original for part in parts), ZERO),
        principal=sums[Bucket.PRINCIPAL],
        interest=sums[Bucket.INTEREST],
        fees=sums[Bucket.FEES],
        costs=sums[Bucket.COSTS],
        disputed=sum((sum(part.balance.values(), ZERO) for part in parts if part.disputed), ZERO),
        days_overdue=max(overdue, 0),
    )


def _totals(book: Book, items: tuple[Item, ...], as_of: date) -> Totals:
    names = ("principal", "interest", "fees", "costs", "disputed")
    sums = {name: sum((getattr(item, name) for item in items), ZERO) for name in names}
    owed = sums["principal"] + sums["interest"] + sums["fees"] + sums["costs"]
    held = sum((money.left for money in book.held), ZERO)
    overdue = sum((item.principal for item in items if item.due_on and item.due_on < as_of), ZERO)
    return Totals(
        **sums,
        not_due=sum((item.principal for item in items if item.due_on and item.due_on >= as_of), ZERO),
        overdue=overdue,
        unapplied=held,
        total=max(owed - held, ZERO),
        collectable=max(owed - sums["disputed"] - held, ZERO),
        overpaid=max(held - owed, ZERO),
    )


def _per_diem(book: Book, as_of: date, *, beside: bool = False) -> PerDiem:
    """Work out the interest of the next day alone, on what is overdue then: on the account, or ``beside`` it."""
    exact = undisputed = ZERO
    day = as_of + DAY
    for part in book.parts:
        terms = part.terms
        if terms is None or part.zero is None or part.zero >= day:
            continue
        if part.free_through and as_of <= part.free_through:
            continue
        accruals = accrue(part.principal + part.capital, part.rates, terms.day_count, part.zero, day, day + DAY)
        amount = sum((accrual.exact for accrual in accruals if part.beside(accrual) is beside), ZERO)
        room = part.meter.room(day, part.principal) if part.meter else None
        if part.meter and room is not None and room < amount:
            amount = part.meter.a_day(part.principal)
        exact += amount
        undisputed += ZERO if part.disputed else amount
    return PerDiem(exact, to_minor(exact, book.currency), to_minor(undisputed, book.currency))

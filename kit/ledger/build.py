"""The account as of a day: everything that happened, in order, once.

On one day: charges, then credits, late fees, costs, money that came back,
waivers, payments. Things of one kind follow their ids, so the order in which
they stand in the file changes nothing. What is dated after the day is left
out; a payment that came back by then never counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import partial
from itertools import accumulate

from kit.findings import KitError
from kit.ledger.account import Kind, Ledger, Posting, Rule
from kit.ledger.allocation import election_fault
from kit.ledger.book import Book, Row
from kit.ledger.late_fees import fee_days, same_days
from kit.ledger.release import release_events
from kit.ledger.rest import summary
from kit.ledger.schedule import DueItem, due_items, within_calendar
from kit.ledger.terms import Terms
from kit.model.account import Method, Payment
from kit.model.agreement import Bucket
from kit.model.case import Case
from kit.model.money import ZERO, to_minor

Event = tuple[date, int, str, Callable[[], None]]
RANK = {
    Kind.CHARGE: 0, Kind.CREDIT: 1, Kind.LATE_FEE: 2, Kind.COST: 3, Kind.REVERSAL: 4,
    Kind.WAIVER: 5, Kind.PAYMENT: 6, Kind.APPLIED: 7,
}  # fmt: skip
COMPOUND, USE_HELD, RELEASE = 8, 9, 10
PRINTED = {kind: rank for rank, kind in enumerate(
    (Kind.CHARGE, Kind.CREDIT, Kind.INTEREST, Kind.LATE_FEE, Kind.TRIM, Kind.COST, Kind.REVERSAL,
     Kind.RETURNED_CHECK, Kind.WAIVER, Kind.PAYMENT, Kind.APPLIED, Kind.RELEASE)
)}  # fmt: skip


def build_ledger(case: Case, terms: Terms, as_of: date) -> Ledger:
    """Return the account of ``case`` on ``as_of`` under ``terms``; raises `KitError` for figures beyond counting."""
    within_calendar(as_of)
    try:
        return _build(case, terms, as_of)
    except InvalidOperation as err:  # more digits than an exact sum can keep
        raise KitError(
            "the sums of this case are larger than this program counts; check amounts and quantities"
        ) from err


def _build(case: Case, terms: Terms, as_of: date) -> Ledger:
    book = Book(terms, case.currency)
    for _, _, _, happen in sorted(_events(case, terms, book, as_of), key=lambda event: event[:3]):
        happen()
    for part in book.all_parts():
        part.settle(as_of)
    book.use_held(as_of)
    return summary(book, _running(book.rows), as_of, _unclaimed(case, as_of))


def _events(case: Case, terms: Terms, book: Book, as_of: date) -> Iterator[Event]:
    """Yield everything up to ``as_of``: its day, its place within the day, and what it does."""
    yield from _invoices(case, terms, book, as_of)
    currency = case.currency
    for credit in case.credits:
        if credit.on <= as_of:
            amount = to_minor(credit.amount, currency)
            act = partial(book.credit, credit.id, credit.invoice, amount, credit.on)
            yield credit.on, RANK[Kind.CREDIT], credit.id, act
    for cost in case.costs:
        if cost.claimable and cost.on <= as_of:
            act = partial(book.cost, cost.id, to_minor(cost.amount, currency), cost.on, cost.invoice, cost.source or "")
            yield cost.on, RANK[Kind.COST], cost.id, act
            yield cost.on, USE_HELD, "", partial(book.use_held, cost.on)
    for waiver in case.waivers:
        if waiver.on <= as_of:
            given = None if waiver.amount is None else to_minor(waiver.amount, currency)
            act = partial(book.waive, f"entry {waiver.n}", Bucket(waiver.bucket), given, waiver.on, waiver.invoice)
            yield waiver.on, RANK[Kind.WAIVER], f"{waiver.n:09d}", act
    known = {invoice.id for invoice in case.invoices}
    for payment in case.payments:
        if payment.on <= as_of:
            yield _returned(case, payment, book) if _is_back(payment, as_of) else _payment(case, payment, book, known)
        if _is_back(payment, as_of) and payment.bounced_on:
            yield payment.bounced_on, USE_HELD, "", partial(book.use_held, payment.bounced_on)
    yield from release_events(case, book, as_of, RELEASE)


def _invoices(case: Case, terms: Terms, book: Book, as_of: date) -> Iterator[Event]:
    for invoice in case.invoices:
        if invoice.issued_on > as_of:
            continue
        for item in due_items(case, invoice, as_of):
            key = f"{item.invoice}\t{item.number:06d}"
            yield item.issued_on, RANK[Kind.CHARGE], key, partial(book.charge, item)
            yield from _lateness(item, key, terms, book, as_of)
        yield invoice.issued_on, USE_HELD, "", partial(book.use_held, invoice.issued_on)


def _lateness(item: DueItem, key: str, terms: Terms, book: Book, as_of: date) -> Iterator[Event]:
    """Yield the days on which being late by itself changes something."""
    if item.due_on is None:
        return
    early = terms.uncharged(item.issued_on)
    if terms.late_fee and not early:
        for day in fee_days(terms.late_fee, item.due_on, as_of):
            on = max(day, item.issued_on)
            yield on, RANK[Kind.LATE_FEE], key, partial(book.late_fee, terms.late_fee, item, on)
    interest = terms.interest if terms.interest and not (early and terms.interest.basis == "agreed") else None
    if interest and interest.compounding != "none" and not interest.waits:
        step = 1 if interest.compounding == "monthly" else 12
        for number, day in enumerate(same_days(interest.zero(item.issued_on, item.due_on), as_of)):
            if number and number % step == 0:
                yield day, COMPOUND, key, partial(_compound, book, item, day)


def _compound(book: Book, item: DueItem, day: date) -> None:
    for part in book.parts:
        if (part.invoice, part.number) == (item.invoice, item.number):
            part.compound(day)


def _is_back(payment: Payment, as_of: date) -> bool:
    return payment.bounced_on is not None and payment.bounced_on <= as_of


def _returned(case: Case, payment: Payment, book: Book) -> Event:
    back_on = payment.bounced_on or payment.on
    amount, check = to_minor(payment.amount, case.currency), payment.method is Method.CHECK
    act = partial(book.bounce, payment.id, amount, payment.on, back_on=back_on, check=check)
    return back_on, RANK[Kind.REVERSAL], payment.id, act


def _payment(case: Case, payment: Payment, book: Book, known: set[str]) -> Event:
    amount = to_minor(payment.amount, case.currency)
    named = payment.invoice if payment.invoice in known else None
    may_elect = payment.elected and book.terms.order.creditor_elects and not election_fault(case, payment)
    elected = payment.elected if may_elect else None
    act = partial(book.pay, payment.id, amount, payment.on, named, elected)
    return payment.on, RANK[Kind.PAYMENT], payment.id, act


def _place(row: Row) -> tuple[int, int]:
    """Return a line's place in its day; a payment that came back on the day it was received stands above its return."""
    kind, rule = row[1], row[5]
    if kind is Kind.PAYMENT and rule is Rule.RETURNED:
        return PRINTED[Kind.REVERSAL], 0
    return PRINTED[kind], 1


def _running(rows: list[Row]) -> tuple[Posting, ...]:
    """Sort the lines by day and give each the balance after it."""
    # sorting is stable: lines of one kind and day stay as they happened
    dated = sorted(rows, key=lambda row: (row[0], _place(row)))
    balances = accumulate(row[3] for row in dated)
    return tuple(Posting(*row, balance) for row, balance in zip(dated, balances, strict=True))


def _unclaimed(case: Case, as_of: date) -> Decimal:
    return sum((to_minor(c.amount, case.currency) for c in case.costs if not c.claimable and c.on <= as_of), ZERO)

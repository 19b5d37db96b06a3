"""The payments of the days before a petition and the new value between them, in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from kit.checks.claim_goods import GoodsBefore
from kit.checks.pay_days import DaysToPay, Paid
from kit.ledger.petition_claim import PetitionClaim
from kit.ledger.petition_scope import worked_on
from kit.model.account import Invoice
from kit.model.case import Case
from kit.model.money import ZERO, to_minor


@dataclass(frozen=True, slots=True)
class PreferenceRow:
    """One payment within the days, or one delivery of new value between them, oldest first."""

    on: date
    ref: str  # the payment, or the invoice of the new value
    paid: Decimal = ZERO  # on debts older than the payment
    advance: Decimal = ZERO  # for what was supplied after it, or held: no old debt was paid
    new_value: Decimal = ZERO  # supplied after a payment and unpaid at the petition
    days_to_pay: int | None = None  # from the invoice to the payment, weighted where it paid several
    days_late: int | None = None  # after the due date, below zero where early
    in_range: bool | None = None  # whether the days to pay lie within those of before; None where nothing compares
    expense: bool = False  # new value that is asked for as an expense of the estate too; courts differ on counting both
    exposure: Decimal = ZERO  # after this row: what could be asked back so far


def payment_rows(
    case: Case, claim: PetitionClaim, paid: Iterable[Paid], before: DaysToPay | None
) -> Iterator[PreferenceRow]:
    """Return a row for each payment: what it paid on debts older than itself, and how old they were."""
    bills = {invoice.id: invoice for invoice in case.invoices}
    by_payment: dict[str, list[Paid]] = defaultdict(list)
    for one in paid:
        by_payment[one.payment].append(one)
    came = {payment.id: payment.amount for payment in case.payments}
    for ref, parts in by_payment.items():
        old = [one for one in parts if one.invoice not in bills or _began(bills[one.invoice]) <= one.on]
        amount = sum((one.amount for one in old), ZERO)
        timed = [one for one in old if one.days is not None]
        yield PreferenceRow(
            on=parts[0].on,
            ref=ref,
            paid=amount,
            advance=max(to_minor(came[ref], claim.currency) - amount, ZERO),
            days_to_pay=_weighted([(one.days, one.principal) for one in timed if one.days is not None]),
            days_late=_weighted([(one.late, one.principal) for one in timed if one.late is not None]),
            in_range=all(before.holds(one.days) for one in timed if one.days is not None) if before and timed else None,
        )


def new_value_rows(
    case: Case, claim: PetitionClaim, goods: GoodsBefore | None, *, unpaid: bool
) -> Iterator[PreferenceRow]:
    """Return a row for what each invoice supplied on a day: all of it, or the part ``unpaid`` at the petition."""
    asked = {(one.invoice, one.received_on) for one in goods.request} if goods else set()
    rows = {row.invoice: row for row in claim.rows if row.billed > 0}
    for invoice in case.invoices:
        if (row := rows.get(invoice.id)) is None:
            continue
        supplied: dict[date, Decimal] = defaultdict(Decimal)
        for line in invoice.lines:
            day = worked_on(invoice, line) or invoice.issued_on
            if day <= claim.petition_on:
                supplied[day] += line.net(claim.currency)
        share = min(row.principal / row.billed, Decimal(1)) if unpaid else Decimal(1)
        for day, net in supplied.items():
            value = to_minor(net * share, claim.currency)
            if value > 0:
                yield PreferenceRow(on=day, ref=invoice.id, new_value=value, expense=(invoice.id, day) in asked)


def walked(rows: Iterable[PreferenceRow]) -> tuple[PreferenceRow, ...]:
    """Return the rows in order of days with the exposure after each.

    New value takes off what was paid before it, never more than that, and nothing of what is paid later; what was
    supplied on the day of a payment is not after it. New value before the first payment is left out.
    """
    found: list[PreferenceRow] = []
    exposure = ZERO
    for row in sorted(rows, key=lambda one: (one.on, not one.new_value, one.ref)):
        if row.new_value and not exposure:
            continue
        exposure = max(exposure + row.paid - row.new_value, ZERO)
        found.append(replace(row, exposure=exposure))
    return tuple(found)


def _began(invoice: Invoice) -> date:
    """Return the first day on which something of an invoice was supplied, or its own day."""
    return min((worked_on(invoice, line) or invoice.issued_on for line in invoice.lines), default=invoice.issued_on)


def _weighted(days: list[tuple[int, Decimal]]) -> int | None:
    whole = sum((amount for _, amount in days), ZERO)
    if not whole:
        return None
    return int((sum((n * amount for n, amount in days), ZERO) / whole).quantize(Decimal(1), ROUND_HALF_UP))

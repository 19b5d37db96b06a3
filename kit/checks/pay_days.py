"""How long the debtor took to pay: from invoice to payment, invoice by invoice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from kit.ledger.account import Kind, Ledger, Posting, Rule
from kit.ledger.judgment_account import Act
from kit.model.agreement import Bucket
from kit.model.case import Case
from kit.model.money import ZERO

TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Paid:
    """What one payment paid on one invoice; a payment that pays three invoices is three of these."""

    payment: str
    on: date
    invoice: str
    principal: Decimal
    charges: Decimal  # interest, fees and costs
    days: int | None  # from the invoice's date; None where it paid no invoice, but charges or a judgment
    late: int | None  # after the due date; below zero where it was early

    @property
    def amount(self) -> Decimal:
        """All that it paid on the invoice."""
        return self.principal + self.charges


@dataclass(frozen=True, slots=True)
class DaysToPay:
    """The days from invoice to payment over several payments."""

    count: int
    least: int
    most: int
    median: Decimal  # of the invoices paid, each counted once for each payment
    average: Decimal  # weighted by what was paid, to a tenth of a day
    late_median: Decimal | None  # days after the due date, where due dates are known

    def holds(self, days: int) -> bool:
        """Whether ``days`` lies within the range."""
        return self.least <= days <= self.most


def paid_invoices(case: Case, ledger: Ledger) -> tuple[Paid, ...]:
    """Return what each payment that stayed paid on each invoice, or on the judgment, oldest first."""
    came = {payment.id: payment.on for payment in case.payments}
    found = [
        one for posting in ledger.postings if (on := _stayed(posting, came)) for one in _paid(case, ledger, posting, on)
    ]
    for act in ledger.judgment.postings if ledger.judgment else ():
        if act.act is Act.PAYMENT and act.portions:
            principal = -sum((part.amount for part in act.portions if part.bucket is Bucket.PRINCIPAL), ZERO)
            charges = -sum((part.amount for part in act.portions), ZERO) - principal
            found.append(Paid(act.ref, came.get(act.ref, act.on), "", principal, charges, None, None))
    return tuple(sorted(found, key=lambda one: (one.on, one.payment, one.invoice)))


def _stayed(posting: Posting, came: dict[str, date]) -> date | None:
    """Return the day on which the money of a posting came; None where it is no payment, or came back."""
    if posting.kind not in (Kind.PAYMENT, Kind.APPLIED) or posting.rule is Rule.RETURNED:
        return None
    return came.get(posting.ref)


def _paid(case: Case, ledger: Ledger, posting: Posting, on: date) -> Iterator[Paid]:
    bills = {invoice.id: invoice for invoice in case.invoices}
    for name in dict.fromkeys(share.invoice for share in posting.shares):
        own = [share for share in posting.shares if share.invoice == name]
        principal = -sum((share.amount for share in own if share.bucket is Bucket.PRINCIPAL), ZERO)
        charges = -sum((share.amount for share in own), ZERO) - principal
        due = ledger.item(name, own[0].number).due_on if name else None
        days = (on - bills[name].issued_on).days if name in bills and principal else None
        yield Paid(posting.ref, on, name, principal, charges, days, (on - due).days if due else None)


def days_to_pay(paid: Iterable[Paid]) -> DaysToPay | None:
    """Return the figures over ``paid``, None where there is nothing; what was paid in advance counts below zero."""
    known = [(one.days, one.principal, one.late) for one in paid if one.days is not None]
    if not known:
        return None
    days = [one for one, _, _ in known]
    late = [one for _, _, one in known if one is not None]
    whole = sum((amount for _, amount, _ in known), ZERO)
    weighted = sum((n * amount for n, amount, _ in known), ZERO) / whole
    return DaysToPay(
        count=len(known),
        least=min(days),
        most=max(days),
        median=_half(days),
        average=weighted.quantize(TENTH, ROUND_HALF_UP),
        late_median=_half(late) if late else None,
    )


def _half(days: list[int]) -> Decimal:
    return Decimal(str(median(days))).quantize(TENTH).normalize() + 0

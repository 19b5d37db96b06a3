"""The account of a judgment on one day: what was awarded, what came in, what it bears, what is left.

Amounts are exact decimals in the case's currency, rounded half up once for each
posting. The balance of the last posting is what is owed on the judgment.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from kit.model.agreement import Bucket
from kit.model.money import ZERO


class Act(StrEnum):
    """What a posting on a judgment is."""

    AWARD = "award"
    COST = "cost"
    INTEREST = "interest"
    REVERSAL = "reversal"  # of a payment that came back
    WAIVER = "waiver"
    PAYMENT = "payment"
    CLOSED = "closed"  # what was left when the satisfaction was filed


@dataclass(frozen=True, slots=True)
class Portion:
    """The part of a posting that changed one bucket."""

    bucket: Bucket
    amount: Decimal


@dataclass(frozen=True, slots=True)
class JudgmentPosting:
    """One line; ``amount`` is added to what is owed, payments are below zero."""

    on: date
    act: Act
    ref: str
    amount: Decimal
    portions: tuple[Portion, ...] = ()
    held: Decimal = ZERO  # of a payment: over what was owed
    cite: str = ""
    balance: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class JudgmentSpan:
    """Interest from ``start`` up to, not including, ``end``, at one rate on one base."""

    start: date
    end: date
    days: int
    percent: Decimal
    base: Decimal
    amount: Decimal
    cite: str


@dataclass(frozen=True, slots=True)
class Awarded:
    """What the court awarded."""

    principal: Decimal
    interest: Decimal
    costs: Decimal
    attorney_fees: Decimal

    @property
    def total(self) -> Decimal:
        """All of it."""
        return self.principal + self.interest + self.costs + self.attorney_fees


@dataclass(frozen=True, slots=True)
class JudgmentAccount:
    """What is owed on a judgment on ``as_of``.

    Where all that was awarded bears interest, it is one principal. ``against`` is empty where the debtor alone must
    pay. A judgment for the debtor awards nothing.
    """

    as_of: date
    entered_on: date
    winner: str
    number: str
    court: str
    against: tuple[str, ...]
    by_default: bool
    awarded: Awarded
    postings: tuple[JudgmentPosting, ...] = ()
    spans: tuple[JudgmentSpan, ...] = ()
    principal: Decimal = ZERO
    interest: Decimal = ZERO
    costs: Decimal = ZERO
    attorney_fees: Decimal = ZERO
    overpaid: Decimal = ZERO
    per_diem: Decimal = ZERO  # of the day after, as printed
    per_diem_exact: Decimal = ZERO
    percent: Decimal | None = None  # in force on the day after
    cite: str = ""  # of the rate
    on_all: bool = False
    compounds: bool = False
    interest_through: date | None = None  # the last day charged, where the rates on record end before ``as_of``
    order: tuple[Bucket, ...] = ()
    order_cite: str = ""
    unclaimed_costs: Decimal = ZERO
    appealed_on: date | None = None
    satisfied_on: date | None = None

    @property
    def total(self) -> Decimal:
        """What is owed."""
        return self.principal + self.interest + self.costs + self.attorney_fees

    @property
    def paid(self) -> Decimal:
        """What came in and stayed."""
        kinds = (Act.PAYMENT, Act.REVERSAL)
        return -sum((one.amount for one in self.postings if one.act in kinds), ZERO)

    @property
    def won(self) -> bool:
        """Whether it is the creditor's."""
        return self.winner == "creditor"

"""What agreement and law let the creditor charge, as plain data.

The ledger knows nothing else: whoever fills these terms has already asked the
agreement and the governing law. Every term carries the place it was read.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from kit.findings import Finding
from kit.model.agreement import Bucket, DayCount

if TYPE_CHECKING:  # the law's models are not needed to work out an account
    from kit.model.law import Answer

LEGAL_ORDER = (Bucket.INTEREST, Bucket.PRINCIPAL, Bucket.FEES, Bucket.COSTS)
TRIMMED = "trimmed"  # the one remedy that a program may carry out


@dataclass(frozen=True, slots=True)
class RateSpan:
    """A yearly percentage in force from ``start`` up to, not including, ``end``; None is open."""

    percent: Decimal
    start: date | None = None
    end: date | None = None
    cite: str = ""
    by_plan: bool = False  # a signed plan's own, in the place of what ran before

    def covers(self, day: date) -> bool:
        """Whether the rate is in force on ``day``."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class InterestTerms:
    """Interest on overdue principal.

    ``basis`` is ``agreed`` for interest the parties agreed; it is part of the
    account. Interest ``by_law`` is worked out beside the account as a figure a
    court may add; no payment is ever applied to it.

    ``grace`` either ``forgives`` (what is paid within the days of grace bears
    nothing; what is not bears interest from the due date) or ``delays``
    (interest starts when the days of grace are over). ``runs_from`` holds a
    fixed first day zero, such as the day of a demand; interest then starts the
    day after it, or after the due date if that is later. ``waits`` says that
    such a day is needed and has not come: nothing runs.
    """

    rates: tuple[RateSpan, ...]
    day_count: DayCount = DayCount.ACTUAL_365
    compounding: Literal["none", "monthly", "yearly"] = "none"
    grace_days: int = 0
    grace: Literal["forgives", "delays"] = "forgives"
    runs_from: date | None = None
    waits: bool = False
    from_issue: bool = False  # counted from the invoice's date instead of the due date
    moves: Literal["follows", "fixed", "yearly"] = "follows"  # what a new rate does to a debt already running
    basis: Literal["agreed", "by_law"] = "agreed"
    cite: str = ""

    def zero(self, issued_on: date, due_on: date) -> date:
        """Return the day before interest first runs on a sum due on ``due_on``."""
        day = issued_on if self.from_issue else max(due_on, issued_on)
        if self.runs_from:
            day = max(day, self.runs_from)
        return day + timedelta(days=self.grace_days) if self.grace == "delays" else day

    def rates_from(self, first: date) -> tuple[RateSpan, ...]:
        """Return the rates of a debt whose interest first runs on ``first``."""
        if self.moves == "follows":
            return self.rates
        held = next((rate for rate in self.rates if rate.covers(first)), None)
        if held is None:
            return ()
        if self.moves == "fixed":
            return (replace(held, start=first, end=None),)
        reset = date(first.year + 1, 1, 1)
        spans = [replace(held, start=first, end=reset)]
        while (held := next((rate for rate in self.rates if rate.covers(reset)), None)) is not None:
            after = date(reset.year + 1, 1, 1)
            spans.append(replace(held, start=reset, end=after))
            reset = after
            if held.end is None and (held.start or date.min) < reset:
                return (*spans[:-1], replace(spans[-1], end=None))
        return tuple(spans)


@dataclass(frozen=True, slots=True)
class LateFeeTerms:
    """An agreed charge for lateness, for each due item by itself; caps hold for the invoice as a whole."""

    flat: Decimal | None = None
    percent: Decimal | None = None
    percent_a_month: Decimal | None = None
    month: Literal["started", "completed"] = "completed"
    grace_days: int = 0
    cap_amount: Decimal | None = None
    cap_percent: Decimal | None = None
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Cap:
    """The most that fees and interest for the same days may come to, in percent a year of actual days over 365."""

    percent_a_year: Decimal
    remedy: str = "not_researched"  # a word of kit.model.law_words.Remedy
    cite: str = ""
    confidence: str = "high"

    @property
    def trims(self) -> bool:
        """Whether the excess is simply not owed."""
        return self.remedy == TRIMMED


@dataclass(frozen=True, slots=True)
class FeeLimit:
    """The most that one late fee may be, apart from any yearly cap."""

    flat: Decimal | None = None
    percent: Decimal | None = None  # of the payment that is late
    greater: bool = False  # of the two, the greater holds; else the lesser
    remedy: str = "not_researched"
    cite: str = ""

    @property
    def trims(self) -> bool:
        """Whether the excess is simply not owed."""
        return self.remedy == TRIMMED

    def most(self, late: Decimal) -> Decimal | None:
        """Return the largest fee for a ``late`` payment, None where nothing limits it."""
        limits = [self.flat, late * self.percent / 100 if self.percent is not None else None]
        known = [limit for limit in limits if limit is not None]
        if not known:
            return None
        return max(known) if self.greater else min(known)


@dataclass(frozen=True, slots=True)
class ReturnedCheck:
    """The charge for a check that comes back; where the agreement and the law both name one, the lower.

    The law's charge is ``first`` for the first check and ``later`` for others,
    or goes by ``tiers`` of the check's amount, and is ``percent`` of the check
    where that is more.
    """

    agreed: Decimal | None = None
    first: Decimal | None = None
    later: Decimal | None = None
    tiers: tuple[tuple[Decimal | None, Decimal], ...] = ()  # up to and with this amount: the charge
    percent: Decimal | None = None
    cite: str = ""

    def fee(self, check: Decimal, earlier: int) -> Decimal:
        """Return the charge for a ``check`` after ``earlier`` others came back."""
        lawful = self._lawful(check, earlier)
        known = [fee for fee in (self.agreed, lawful) if fee is not None]
        return min(known, default=Decimal(0))

    def _lawful(self, check: Decimal, earlier: int) -> Decimal | None:
        fee = self.later if earlier and self.later is not None else self.first
        for up_to, charge in self.tiers:
            if up_to is None or check <= up_to:
                fee = charge
                break
        if self.percent is None:
            return fee
        return max(fee or Decimal(0), check * self.percent / 100)


@dataclass(frozen=True, slots=True)
class Order:
    """The order in which a payment reduces the parts of an account, and why this one."""

    buckets: tuple[Bucket, ...] = LEGAL_ORDER
    reason: str = "nothing agreed and no rule on record: interest that is due before principal, the oldest debt first"
    cite: str = "Restatement (Second) of Contracts § 260(2)"
    creditor_elects: bool = True  # whether the law lets the creditor choose where the debtor did not

    @property
    def complete(self) -> tuple[Bucket, ...]:
        """The order with the parts it does not name behind the others, in the legal order."""
        return (*self.buckets, *(bucket for bucket in LEGAL_ORDER if bucket not in self.buckets))


@dataclass(frozen=True, slots=True)
class Unpublished:
    """Where the law's own rates end: the first ``day`` without one, and what to say if something is overdue then."""

    day: date
    finding: Finding


@dataclass(frozen=True, slots=True)
class Pause:
    """The time of a signed plan: its own interest or none, and no late fees, on what was billed by ``covers``."""

    start: date
    end: date | None  # the first day after it
    covers: date
    percent: Decimal | None  # 0: no interest; None: interest runs as before
    cite: str

    def holds(self, issued_on: date, day: date) -> bool:
        """Whether ``day`` is in the time of the plan for an invoice of ``issued_on``."""
        return issued_on <= self.covers and self.start <= day and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class Terms:
    """Everything that may be charged, and in which order a payment counts."""

    interest: InterestTerms | None = None
    late_fee: LateFeeTerms | None = None
    caps: tuple[Cap, ...] = ()
    fee_limit: FeeLimit | None = None
    returned_check: ReturnedCheck | None = None
    order: Order = field(default_factory=Order)
    agreed_on: date | None = None  # agreed interest and fees are charged on invoices issued from this day on
    unpublished: Unpublished | None = None
    pauses: tuple[Pause, ...] = ()  # the times of signed plans, oldest first
    used: tuple[Answer, ...] = ()  # what the law said, for the record of a paper

    def uncharged(self, issued_on: date) -> bool:
        """Whether an invoice of that day was billed before the late charges were agreed."""
        return self.agreed_on is not None and issued_on < self.agreed_on

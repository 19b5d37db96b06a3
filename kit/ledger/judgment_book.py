"""The running state of a judgment's account: what is left of each part, and the interest that runs on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from kit.ledger.interest import accrue
from kit.ledger.judgment_account import Act, Awarded, JudgmentPosting, JudgmentSpan, Portion
from kit.ledger.judgment_terms import Bearing
from kit.ledger.terms import RateSpan
from kit.model.agreement import Bucket
from kit.model.money import ZERO, to_minor

DAY = timedelta(days=1)


@dataclass(slots=True)
class Book:
    """What is left of a judgment while its events happen in order.

    ``accrued`` is the interest since judgment, ``bearing`` what of it was added to the sum that bears interest;
    both are part of what is left of the interest.
    """

    bearing: Bearing
    currency: str
    left: dict[Bucket, Decimal] = field(default_factory=lambda: dict.fromkeys(Bucket, ZERO))
    merged: dict[Bucket, Decimal] = field(default_factory=dict)  # awarded beside the debt, and one sum with it
    accrued: Decimal = ZERO
    compounded: Decimal = ZERO
    held: Decimal = ZERO
    since: date | None = None  # the next day that bears interest
    postings: list[JudgmentPosting] = field(default_factory=list)
    spans: list[JudgmentSpan] = field(default_factory=list)
    rates: tuple[RateSpan, ...] = ()

    def award(self, on: date, number: str, awarded: Awarded) -> None:
        """Open the account with what was awarded on ``on``."""
        beside = {
            Bucket.INTEREST: awarded.interest,
            Bucket.COSTS: awarded.costs,
            Bucket.FEES: awarded.attorney_fees,
        }
        parts = {Bucket.PRINCIPAL: awarded.principal, **beside}
        if self.bearing.on_all:
            parts, self.merged = {Bucket.PRINCIPAL: awarded.total}, beside
        if interest := self.bearing.interest:
            self.since = (interest.runs_from or on) + DAY
            self.rates = interest.rates_from(self.since)
        self._add(on, Act.AWARD, number, parts)

    def cost(self, on: date, ref: str, amount: Decimal, cite: str) -> None:
        """Add a cost spent after judgment; it bears no interest here."""
        self._add(on, Act.COST, ref, {Bucket.COSTS: amount}, cite)

    def compound(self, on: date) -> None:
        """Let the interest of the year that ends on ``on`` bear interest from the next day on."""
        self.settle(on)
        self.compounded = self.accrued

    def settle(self, on: date) -> None:
        """Charge the interest through ``on``."""
        interest = self.bearing.interest
        if interest is None or self.since is None or on < self.since:
            return
        base, charged = self.base, ZERO
        for one in accrue(base, self.rates, interest.day_count, self.since - DAY, self.since, on + DAY) if base else ():
            amount = to_minor(one.exact, self.currency)
            self.spans.append(JudgmentSpan(one.start, one.end, one.days, one.percent, base, amount, one.cite))
            charged += amount
        self.since = on + DAY
        if charged:
            self.accrued += charged
            self._add(on, Act.INTEREST, "", {Bucket.INTEREST: charged}, self.spans[-1].cite)

    @property
    def base(self) -> Decimal:
        """The sum that bears interest now."""
        return self.left[Bucket.PRINCIPAL] + self.compounded

    @property
    def total(self) -> Decimal:
        """All that is left."""
        return sum(self.left.values(), ZERO)

    def pay(self, on: date, ref: str, amount: Decimal) -> None:
        """Apply a payment; what is over is held for whoever paid."""
        self.settle(on)
        portions = self._take(amount)
        over = amount + sum((one.amount for one in portions), ZERO)
        self.held += over
        self.postings.append(JudgmentPosting(on, Act.PAYMENT, ref, -amount, portions, over))

    def returned(self, ref: str, amount: Decimal, on: date, back_on: date) -> None:
        """Show a payment that came back: it never counted, and both lines stand."""
        self.postings.append(JudgmentPosting(on, Act.PAYMENT, ref, -amount))
        self.postings.append(JudgmentPosting(back_on, Act.REVERSAL, ref, amount))

    def waive(self, on: date, ref: str, bucket: Bucket, amount: Decimal | None) -> None:
        """Give up ``amount`` of a bucket, or all of it up to that day."""
        self.settle(on)
        wanted = self.left[bucket] + self.merged.get(bucket, ZERO) if amount is None else amount
        portions = list(self._lower(bucket, min(wanted, self.left[bucket])))
        rest = wanted + sum((one.amount for one in portions), ZERO)
        within = min(rest, self.merged.get(bucket, ZERO), self.left[Bucket.PRINCIPAL])
        if within > 0:
            self.merged[bucket] -= within
            portions += self._lower(Bucket.PRINCIPAL, within)
        if portions:
            given = sum((one.amount for one in portions), ZERO)
            self.postings.append(JudgmentPosting(on, Act.WAIVER, ref, given, tuple(portions)))

    def close(self, on: date, ref: str) -> None:
        """End the account: the satisfaction was filed, and what was left is not asked for any more."""
        self.settle(on)
        portions = self._take(self.total)
        self.since = None
        if portions:
            given = sum((one.amount for one in portions), ZERO)
            self.postings.append(JudgmentPosting(on, Act.CLOSED, ref, given, portions))

    def per_diem(self, day: date) -> tuple[Decimal, RateSpan | None]:
        """Return the interest of ``day``, exact, and the rate in force on it."""
        interest = self.bearing.interest
        if interest is None or self.since is None:
            return ZERO, None
        rate = next((one for one in self.rates if one.covers(day)), None)
        found = (
            accrue(self.base, self.rates, interest.day_count, day - DAY, day, day + DAY) if day >= self.since else []
        )
        return sum((one.exact for one in found), ZERO), rate

    def _add(self, on: date, act: Act, ref: str, parts: dict[Bucket, Decimal], cite: str = "") -> None:
        portions = tuple(Portion(bucket, amount) for bucket, amount in parts.items() if amount)
        for one in portions:
            self.left[one.bucket] += one.amount
        amount = sum((one.amount for one in portions), ZERO)
        self.postings.append(JudgmentPosting(on, act, ref, amount, portions, cite=cite))
        if self.held and act is not Act.INTEREST:
            self._use_held()

    def _use_held(self) -> None:
        """Set money held against what was added; no posting, since the payment's own line took it off already."""
        taken = self._take(self.held)
        self.held += sum((one.amount for one in taken), ZERO)

    def _take(self, amount: Decimal) -> tuple[Portion, ...]:
        """Lower what is left by ``amount`` in the order of application, and return what was lowered."""
        portions: list[Portion] = []
        for bucket in self.bearing.order:
            portions += self._lower(bucket, min(amount, self.left[bucket]))
            amount += sum((one.amount for one in portions if one.bucket is bucket), ZERO)
        return tuple(portions)

    def _lower(self, bucket: Bucket, amount: Decimal) -> tuple[Portion, ...]:
        if amount <= 0:
            return ()
        if bucket is Bucket.INTEREST:  # the oldest first: what was awarded, what was compounded, the rest
            awarded = self.left[bucket] - self.accrued
            since = max(ZERO, amount - awarded)
            self.accrued -= since
            self.compounded = max(ZERO, self.compounded - since)
        self.left[bucket] -= amount
        return (Portion(bucket, -amount),)

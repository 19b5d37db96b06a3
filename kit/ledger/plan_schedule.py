"""The payments of a plan: equal sums at equal distances, and a last one that takes the rest to the cent.

Days are counted from the first one, so that a plan of the 31st comes back to the 31st after a shorter month; one that
falls on a day off moves to the next business day. Where interest runs, the account itself is run with each payment on
its day, so that the last one closes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from kit.findings import KitError
from kit.ledger.build import build_ledger
from kit.ledger.pauses import pause_for
from kit.ledger.terms import Terms
from kit.model.account import Instalment, Payment
from kit.model.business_days import next_business_day
from kit.model.case import Case
from kit.model.fields import LAST_YEAR
from kit.model.money import ZERO, minor_unit, spoken
from kit.model.plan import LONGEST, PlanInterest, PlanTerms

DAY = timedelta(days=1)


class Every(StrEnum):
    """How far apart the payments are."""

    MONTH = "month"
    FORTNIGHT = "fortnight"
    WEEK = "week"

    def after(self, first: date, count: int) -> date:
        """Return the day ``count`` distances after ``first``."""
        if self is Every.MONTH:
            return first + relativedelta(months=count)
        return first + timedelta(weeks=count * (2 if self is Every.FORTNIGHT else 1))


@dataclass(frozen=True, slots=True)
class Wish:
    """How the debtor is to pay: so many payments, or of so much; with a first one before them, if any."""

    start: date
    every: Every = Every.MONTH
    count: int | None = None
    amount: Decimal | None = None
    down: Decimal | None = None  # a sum
    down_percent: Decimal | None = None  # of the debt
    interest: PlanInterest = PlanInterest.NONE
    percent: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Schedule:
    """The payments, and the interest within them if each comes on its day."""

    down: Instalment | None
    instalments: tuple[Instalment, ...]
    interest: Decimal

    @property
    def total(self) -> Decimal:
        """What all payments come to."""
        return sum((one.amount for one in self.instalments), self.down.amount if self.down else ZERO)


class NoSchedule(KitError):  # noqa: N818 - the name says what there is not
    """No plan comes of such a wish; ``code`` is the finding's."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        super().__init__(message)


def due_days(start: date, every: Every, count: int, state: str | None, *, skip: int = 0) -> tuple[date, ...]:
    """Return ``count`` days from ``start`` on, the first ``skip`` left out, each a business day of ``state``."""
    return tuple(next_business_day(every.after(start, number), state) for number in range(skip, skip + count))


def schedule(case: Case, terms: Terms, wish: Wish, *, debt: Decimal, counted_on: date, alone: bool = False) -> Schedule:
    """Return the payments for ``debt``, all that is owed and not disputed on ``counted_on``.

    ``alone``: one payment of the whole on the first day, which is more time and no plan.

    Raises `NoSchedule` where the wish comes to no plan: K800 too small a sum, K801 too many payments, K802 too few or
    nothing left to divide.
    """
    account = _Account(case, terms, wish, debt, counted_on)
    if alone:
        return account.done(1, ZERO)
    if wish.count is not None:
        return account.of_count(wish.count)
    assert wish.amount is not None  # noqa: S101 - one of the two
    return account.of_amount(wish.amount)


class _Account:
    """The account under the plan, run for one number of payments and one sum after the other."""

    def __init__(self, case: Case, terms: Terms, wish: Wish, debt: Decimal, counted_on: date) -> None:
        self.case, self.wish, self.debt = _as_counted(case, counted_on), wish, debt
        self.unit, self.state = minor_unit(case.currency), case.debtor.state
        self.down = self._down()
        skip = 1 if self.down else 0
        longest = LONGEST if wish.count is None else wish.count
        if wish.every.after(wish.start, min(longest, LONGEST) + skip).year > LAST_YEAR:
            raise NoSchedule("K801", f"payments from {wish.start} on go beyond the year {LAST_YEAR}")
        self.days = due_days(wish.start, wish.every, min(longest, LONGEST), self.state, skip=skip)
        first = Instalment(due_on=wish.start, amount=debt)
        plan = PlanTerms(
            counted_on=counted_on, debt=debt, instalments=(first,), interest=wish.interest, percent=wish.percent
        )
        pause = pause_for(plan, counted_on + DAY, None, "plan")
        self.terms = replace(terms, pauses=(*terms.pauses, pause))

    def of_count(self, count: int) -> Schedule:
        """Return so many equal payments; raises `NoSchedule`."""
        if count > LONGEST:
            raise NoSchedule("K801", f"a plan has {LONGEST} instalments at most, not {count}")
        if count + (self.down is not None) < 2:  # noqa: PLR2004 - one payment is no plan
            message = "one payment is no plan; `--extension` offers one later day for the whole sum"
            raise NoSchedule("K802", message)
        share = self._level(count)
        if self._rest(count, share) <= 0:
            left = spoken(self._open(), self.case.currency)
            raise NoSchedule("K802", f"{left} is too little for {count} instalments")
        return self.done(count, share)

    def of_amount(self, amount: Decimal) -> Schedule:
        """Return payments of ``amount`` until nothing is left; raises `NoSchedule`."""
        amount = amount.quantize(self.unit, ROUND_HALF_UP)
        if amount > 0 and self.down is None and self._rest(1, amount) <= amount:
            whole = spoken(self.debt, self.case.currency)
            raise NoSchedule("K802", f"one payment pays all of {whole}; `--extension` offers one later day for it")
        if amount <= 0 or self._rest(LONGEST, amount) > amount:
            raise self._too_small(amount)
        low, high = 1, LONGEST  # the least number of payments that pays everything
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if self._rest(middle, amount) <= amount else (middle + 1, high)
        return self.done(low, amount)

    def _down(self) -> Instalment | None:
        wish = self.wish
        amount = wish.down
        if wish.down_percent is not None:
            amount = self.debt * wish.down_percent / 100
        if amount is None:
            return None
        amount = amount.quantize(self.unit, ROUND_HALF_UP)
        if not ZERO < amount < self.debt:
            whole, said = spoken(self.debt, self.case.currency), spoken(amount, self.case.currency)
            raise NoSchedule("K802", f"a down payment of {said} leaves nothing to divide, or is nothing, of {whole}")
        return Instalment(due_on=next_business_day(wish.start, self.state), amount=amount)

    def _level(self, count: int) -> Decimal:
        """Return the least equal sum after which the last payment is no larger."""
        low = (self._open() / count).quantize(self.unit, ROUND_CEILING)
        rest = self._rest(count, low)
        if rest <= low:
            return low
        # each payment bears its part of what is over, and interest on interest at the very most as much again
        high = low + ((rest - low) / count).quantize(self.unit, ROUND_CEILING) + self.unit
        while self._rest(count, high) > high:
            low, high = high, high + (high - low)
        while high - low > self.unit:
            middle = ((low + high) / 2).quantize(self.unit, ROUND_HALF_UP)
            low, high = (low, middle) if self._rest(count, middle) <= middle else (middle, high)
        return high

    def _too_small(self, amount: Decimal) -> NoSchedule:
        cash, every = self.case.currency, self.wish.every.value
        least, said = spoken(self._level(LONGEST), cash), spoken(amount, cash)
        first = self._interest_of_first()
        if first and amount <= first:
            message = (
                f"{said} a {every} does not pay the debt: the interest alone is {spoken(first, cash)} a {every}; "
                f"{least} is the least that pays it in {LONGEST} instalments"
            )
            return NoSchedule("K800", message)
        message = f"{said} a {every} takes more than {LONGEST} instalments; {least} is the least that works"
        return NoSchedule("K801", message)

    def _interest_of_first(self) -> Decimal:
        """Return the interest that runs from one payment to the next while nothing is paid off."""
        return self._rest(2, ZERO) - self._rest(1, ZERO)

    def _rest(self, count: int, amount: Decimal) -> Decimal:
        """Return what is open on the day of the last of ``count`` payments, those before it paid."""
        if self.wish.interest is PlanInterest.NONE:  # nothing runs, so no account need be run
            return self._open() - amount * (count - 1)
        paid = [(one, amount) for one in self.days[: count - 1]] if amount else []
        paid = [(self.down.due_on, self.down.amount), *paid] if self.down else paid
        then = self.case.model_copy(update={"payments": (*self.case.payments, *_payments(paid))})
        totals = build_ledger(then, self.terms, self.days[count - 1]).totals
        return totals.collectable - totals.overpaid

    def _open(self) -> Decimal:
        """Return what is left for the instalments, interest apart."""
        return self.debt - (self.down.amount if self.down else ZERO)

    def done(self, count: int, share: Decimal) -> Schedule:
        """Return ``count`` payments of ``share``, the last one of whatever is open then."""
        last = self._rest(count, share)
        amounts = [share] * (count - 1) + [last]
        parts = tuple(
            Instalment(due_on=day, amount=amount) for day, amount in zip(self.days[:count], amounts, strict=True)
        )
        paid = sum(amounts, self.down.amount if self.down else ZERO)
        return Schedule(self.down, parts, paid - self.debt)


def _as_counted(case: Case, day: date) -> Case:
    """Return the case without what is dated after ``day``: it is no part of the plan."""
    return case.model_copy(update={
        "invoices": tuple(one for one in case.invoices if one.issued_on <= day),
        "payments": tuple(one for one in case.payments if one.on <= day),
        "credits": tuple(one for one in case.credits if one.on <= day),
        "costs": tuple(one for one in case.costs if one.on <= day),
    })  # fmt: skip


def _payments(paid: Sequence[tuple[date, Decimal]]) -> tuple[Payment, ...]:
    return tuple(
        Payment.model_validate({"id": f"plan {number}", "on": on.isoformat(), "amount": str(amount)})
        for number, (on, amount) in enumerate(paid)
    )

"""The payments of an agreement, plan or settlement alike, and how far the money that came fills them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from kit.model.account import Instalment
from kit.model.business_days import next_business_day
from kit.model.case import Case
from kit.model.money import ZERO, to_minor


class DueState(StrEnum):
    """Where one payment stands."""

    PAID = "paid"
    OPEN = "open"  # its day has not passed
    LATE = "late"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Due:
    """One payment of an agreement; ``paid`` of it came, ``paid_on`` is the day the last of it did."""

    number: int  # counted from 1; a first payment before the instalments is number 0
    due_on: date
    amount: Decimal
    paid: Decimal
    paid_on: date | None
    state: DueState
    grace_ends: date  # the last day on which it is in time

    @property
    def left(self) -> Decimal:
        """What of it has not come."""
        return self.amount - self.paid


class Dues:
    """What follows from the payments of an agreement; a standing that has them as ``dues`` inherits it."""

    __slots__ = ()
    dues: tuple[Due, ...]

    @property
    def missed(self) -> Due | None:
        """The oldest payment that is missed."""
        return next((one for one in self.dues if one.state is DueState.MISSED), None)

    @property
    def late(self) -> tuple[Due, ...]:
        """The payments whose day has passed, missed ones included."""
        return tuple(one for one in self.dues if one.state in (DueState.LATE, DueState.MISSED))

    @property
    def coming(self) -> Due | None:
        """The next payment that is open and not late."""
        return next((one for one in self.dues if one.state is DueState.OPEN), None)

    @property
    def arrears(self) -> Decimal:
        """What should have come by now and has not."""
        return sum((one.left for one in self.late), ZERO)

    @property
    def left(self) -> Decimal:
        """What is still to come."""
        return sum((one.left for one in self.dues), ZERO)


def filled(
    case: Case,
    payments: Iterable[Instalment],
    money: Iterable[tuple[date, Decimal]],
    as_of: date,
    *,
    grace_days: int,
    first: int = 1,
    moves: bool = False,
) -> Iterator[Due]:
    """Yield each of the ``payments``, numbered from ``first``, as far as the ``money`` fills them in their order.

    ``moves``: a last day of grace that is no business day moves to the next one.
    """
    waiting = [*money]
    for number, due in enumerate(payments, first):
        amount = to_minor(due.amount, case.currency)
        paid, paid_on = ZERO, None
        while waiting and paid < amount:
            on, sum_ = waiting.pop(0)
            used = min(sum_, amount - paid)
            paid, paid_on = paid + used, on
            if used < sum_:
                waiting.insert(0, (on, sum_ - used))
        ends = due.due_on + timedelta(grace_days)
        ends = next_business_day(ends, case.debtor.state) if moves else ends
        state = _due_state(ends, due.due_on, amount - paid, as_of)
        yield Due(number, due.due_on, amount, paid, paid_on, state, ends)


def _due_state(grace_ends: date, due_on: date, left: Decimal, as_of: date) -> DueState:
    if not left:
        return DueState.PAID
    if as_of <= due_on:
        return DueState.OPEN
    return DueState.MISSED if as_of > grace_ends else DueState.LATE

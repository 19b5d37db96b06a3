"""Where a plan stands on a day: which instalments are paid, which are late, and what a miss leads to.

Money fills the instalments in their order, whatever it was meant for: all that came after the day on which the debt
was counted, and did not come back. An instalment is late the day after its day, and missed when the days of grace are
over. Then the notice may go; it gives days to put the miss right; when they have passed, all can be made due at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from kit.model.account import Instalment
from kit.model.agreed import Agreed, agreed, money_for
from kit.model.business_days import next_business_day
from kit.model.case import Case
from kit.model.deal_event import HowEnded
from kit.model.document_ids import PLAN_MISSED, short_id
from kit.model.money import ZERO, to_minor
from kit.model.paper_event import Sent
from kit.model.plan import PlanTerms

DAY = timedelta(days=1)


class PlanState(StrEnum):
    """Where a plan stands."""

    KEPT = "kept"
    LATE = "late"  # an instalment is late, within the days of grace
    MISSED = "missed"  # the notice may go
    CURING = "curing"  # the notice went; its days are running
    UNCURED = "uncured"  # its days have passed
    ACCELERATED = "accelerated"
    COMPLETED = "completed"
    LAPSED = "lapsed"  # an extension whose day has passed
    OVER = "over"  # given up

    @property
    def holds(self) -> bool:
        """Whether the plan still binds, so that nothing else may be asked for."""
        return self in (PlanState.KEPT, PlanState.LATE, PlanState.MISSED, PlanState.CURING, PlanState.UNCURED)


class DueState(StrEnum):
    """Where one instalment stands."""

    PAID = "paid"
    OPEN = "open"  # its day has not passed
    LATE = "late"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class PlanDue:
    """One payment of a plan; ``paid`` of it came, ``paid_on`` is the day the last of it did."""

    number: int  # counted from 1; a first payment before the instalments is number 0
    due_on: date
    amount: Decimal
    paid: Decimal
    paid_on: date | None
    state: DueState

    @property
    def left(self) -> Decimal:
        """What of it has not come."""
        return self.amount - self.paid


@dataclass(frozen=True, slots=True)
class PlanStanding:
    """A plan on one day."""

    agreed: Agreed
    terms: PlanTerms
    as_of: date
    state: PlanState
    dues: tuple[PlanDue, ...]
    received: Decimal  # since the debt was counted
    notice_from: date | None = None  # the first day for the notice of the oldest miss
    notice: Sent | None = None
    cure_ends: date | None = None  # the last day to put the miss right
    completed_on: date | None = None

    @property
    def missed(self) -> PlanDue | None:
        """The oldest payment that is missed."""
        return next((one for one in self.dues if one.state is DueState.MISSED), None)

    @property
    def late(self) -> tuple[PlanDue, ...]:
        """The payments whose day has passed, missed ones included."""
        return tuple(one for one in self.dues if one.state in (DueState.LATE, DueState.MISSED))

    @property
    def coming(self) -> PlanDue | None:
        """The next payment that is open and not late."""
        return next((one for one in self.dues if one.state is DueState.OPEN), None)

    @property
    def arrears(self) -> Decimal:
        """What should have come by now and has not."""
        return sum((one.left for one in self.late), ZERO)

    @property
    def left(self) -> Decimal:
        """What is still to come under the plan."""
        return sum((one.left for one in self.dues), ZERO)

    @property
    def over(self) -> Decimal:
        """What came beyond the plan."""
        return max(self.received - sum((one.amount for one in self.dues), ZERO), ZERO)

    @property
    def accelerate_from(self) -> date | None:
        """The first day on which everything can be made due."""
        return self.cure_ends + DAY if self.cure_ends and self.terms.accelerates else None

    @property
    def early(self) -> bool:
        """Whether it was paid before its last day."""
        return self.completed_on is not None and self.completed_on < self.terms.last_on


def newest_plan(case: Case, as_of: date, owed: Decimal | None = None) -> PlanStanding | None:
    """Return where the newest plan or extension of the case stands, whatever became of it; see `plan_standing`."""
    found = next((one for one in reversed(agreed(case)) if one.plan), None)
    return plan_standing(case, found, as_of, owed) if found else None


def plan_standing(case: Case, found: Agreed, as_of: date, owed: Decimal | None = None) -> PlanStanding:
    """Return where the plan ``found`` stands; ``owed``, where it is known, is what the account still asks for.

    A plan is completed, too, when the account asks for nothing more: interest that was counted on may have been saved.
    """
    terms = found.plan
    assert terms is not None  # noqa: S101 - the caller chose a plan
    money = [*money_for(case, found, as_of, as_of)]
    dues = tuple(filled(case, terms.dues, money, as_of, grace_days=terms.grace_days, first=0 if terms.down else 1))
    received = sum((amount for _, amount in money), ZERO)
    state, done_on = _state(found, terms, dues, owed), None
    if state is PlanState.COMPLETED:
        done_on = max((one.paid_on for one in dues if one.paid_on), default=as_of)
    missed = next((one for one in dues if one.state is DueState.MISSED), None)
    if missed is None or not state.holds:
        return PlanStanding(found, terms, as_of, state, dues, received, completed_on=done_on)
    notice_from = max([missed.due_on + timedelta(terms.grace_days) + DAY, *_reinstated(found)])
    notice = next((one for one in case.sent if notice_from <= one.on <= as_of and _is_notice(case, one)), None)
    ends = _cure_ends(case, notice, terms) if notice else None
    if ends:
        state = PlanState.UNCURED if as_of > ends else PlanState.CURING
    return PlanStanding(found, terms, as_of, state, dues, received, notice_from, notice, ends)


def filled(
    case: Case,
    payments: Iterable[Instalment],
    money: Iterable[tuple[date, Decimal]],
    as_of: date,
    *,
    grace_days: int,
    first: int = 1,
) -> Iterator[PlanDue]:
    """Yield each of the ``payments``, numbered from ``first``, as far as the ``money`` fills them in their order."""
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
        state = _due_state(due.due_on + timedelta(grace_days), due.due_on, amount - paid, as_of)
        yield PlanDue(number, due.due_on, amount, paid, paid_on, state)


def _due_state(grace_ends: date, due_on: date, left: Decimal, as_of: date) -> DueState:
    if not left:
        return DueState.PAID
    if as_of <= due_on:
        return DueState.OPEN
    return DueState.MISSED if as_of > grace_ends else DueState.LATE


def _state(found: Agreed, terms: PlanTerms, dues: tuple[PlanDue, ...], owed: Decimal | None) -> PlanState:
    if found.ended:
        return PlanState.ACCELERATED if found.ended.how is HowEnded.ACCELERATED else PlanState.OVER
    if all(one.state is DueState.PAID for one in dues) or (owed is not None and not owed):
        return PlanState.COMPLETED
    states = {one.state for one in dues}
    if DueState.MISSED in states:
        return PlanState.LAPSED if terms.kind == "extension" else PlanState.MISSED
    return PlanState.LATE if DueState.LATE in states else PlanState.KEPT


def _reinstated(found: Agreed) -> list[date]:
    return [until for _, until in found.accelerated if until]


def _is_notice(case: Case, sent: Sent) -> bool:
    papers = {made.n: made.document for made in case.made}
    documents = {sent.document, *(papers.get(number) for number in sent.papers)}
    return PLAN_MISSED in documents or sent.step == short_id(PLAN_MISSED)


def _cure_ends(case: Case, notice: Sent, terms: PlanTerms) -> date:
    """Return the last day to put the miss right: the days from the notice, or the later day that it names itself."""
    counted = next_business_day(notice.on + timedelta(terms.cure_days), case.debtor.state)
    named = [one.pay_by for one in case.made if one.n in notice.papers and one.pay_by]
    return max([counted, *named])

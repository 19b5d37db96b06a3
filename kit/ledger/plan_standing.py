"""Where a plan stands on a day: which instalments are paid, which are late, and what a miss leads to.

Money fills the instalments in their order, whatever it was meant for: all that came after the day on which the debt
was counted, and did not come back. An instalment is late the day after its day, and missed when the days of grace are
over. Then the notice may go; it gives days to put the miss right; when they have passed, all can be made due at once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from kit.ledger.account import Ledger
from kit.ledger.agreed_dues import Due, Dues, DueState, filled
from kit.model.agreed import Agreed, agreed, money_for
from kit.model.business_days import next_business_day
from kit.model.case import Case
from kit.model.deal_event import HowEnded
from kit.model.document_ids import PLAN_MISSED, short_id
from kit.model.money import ZERO
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


@dataclass(frozen=True, slots=True)
class PlanStanding(Dues):
    """A plan on one day."""

    agreed: Agreed
    terms: PlanTerms
    as_of: date
    state: PlanState
    dues: tuple[Due, ...]
    received: Decimal  # since the debt was counted
    notice_from: date | None = None  # the first day for the notice of the oldest miss
    notice: Sent | None = None
    cure_ends: date | None = None  # the last day to put the miss right
    completed_on: date | None = None

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


def newest_plan(case: Case, as_of: date, ledger: Ledger | None = None) -> PlanStanding | None:
    """Return where the newest plan or extension of the case stands, whatever became of it; see `plan_standing`."""
    found = next((one for one in reversed(agreed(case)) if one.plan), None)
    if found is None:
        return None
    return plan_standing(case, found, as_of, None if ledger is None else _owed(ledger, found.terms.counted_on))


def _owed(ledger: Ledger, counted_on: date) -> Decimal:
    """Return what the account asks for of the debt that was counted on a day; later bills are no part of the plan."""
    mine = (one.balance for one in ledger.items if one.issued_on is None or one.issued_on <= counted_on)
    return max(sum(mine, ZERO) - ledger.totals.unapplied, ZERO)


def plan_standing(case: Case, found: Agreed, as_of: date, owed: Decimal | None = None) -> PlanStanding:
    """Return where the plan ``found`` stands; ``owed`` is what the account still asks for of its debt, if known.

    A plan is completed, too, when the account asks for nothing more: interest that was counted on may have been saved.
    """
    terms = found.plan
    assert terms is not None  # noqa: S101 - the caller chose a plan
    money = [*money_for(case, found, as_of, as_of)]
    first, moves = 0 if terms.down else 1, terms.kind == "plan"  # as each paper says of its last day
    dues = tuple(filled(case, terms.dues, money, as_of, grace_days=terms.grace_days, first=first, moves=moves))
    dues = tuple(_fresh(case, terms, one, _reinstated(found), as_of) for one in dues)
    received = sum((amount for _, amount in money), ZERO)
    state, done_on = _state(found, terms, dues, owed), None
    if state is PlanState.COMPLETED:
        done_on = max((one.paid_on for one in dues if one.paid_on), default=as_of)
    missed = next((one for one in dues if one.state is DueState.MISSED), None)
    if missed is None or not state.holds:
        return PlanStanding(found, terms, as_of, state, dues, received, completed_on=done_on)
    notice_from = max([missed.grace_ends + DAY, *_reinstated(found)])
    notice = next((one for one in case.sent if notice_from <= one.on <= as_of and _is_notice(case, one)), None)
    ends = _cure_ends(case, notice, terms) if notice else None
    if ends:
        state = PlanState.UNCURED if as_of > ends else PlanState.CURING
    return PlanStanding(found, terms, as_of, state, dues, received, notice_from, notice, ends)


def _state(found: Agreed, terms: PlanTerms, dues: tuple[Due, ...], owed: Decimal | None) -> PlanState:
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


def arrears_by(case: Case, terms: PlanTerms, on: date) -> date:
    """Return the last day for what was late when the plan went on again on a day."""
    return next_business_day(on + timedelta(max(terms.cure_days, 1)), case.debtor.state)


def _fresh(case: Case, terms: PlanTerms, due: Due, again: list[date], as_of: date) -> Due:
    """Return a payment with the new last day that it has where the plan went on again after its own."""
    since = [on for on in again if due.due_on <= on <= as_of]
    if not since or not due.left:
        return due
    ends = max(due.grace_ends, arrears_by(case, terms, max(since)))
    late = due.state is DueState.MISSED and as_of <= ends
    return replace(due, grace_ends=ends, state=DueState.LATE if late else due.state)


def _is_notice(case: Case, sent: Sent) -> bool:
    papers = {made.n: made.document for made in case.made}
    documents = {sent.document, *(papers.get(number) for number in sent.papers)}
    return PLAN_MISSED in documents or sent.step == short_id(PLAN_MISSED)


def _cure_ends(case: Case, notice: Sent, terms: PlanTerms) -> date:
    """Return the last day to put the miss right: the days from the notice, or the later day that it names itself."""
    counted = next_business_day(notice.on + timedelta(terms.cure_days), case.debtor.state)
    named = [one.pay_by for one in case.made if one.n in notice.papers and one.pay_by]
    return max([counted, *named])

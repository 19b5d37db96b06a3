"""Where a settlement stands on a day: paid, late, missed, cleared, and what is left to do.

Money fills the payments in their order, whatever it was meant for: all that came since the debt was counted and did
not come back. A check is no money before the bank has paid it, so the rest is given up when a person has looked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from kit.journal.fold import superseded
from kit.ledger.agreed_dues import Due, Dues, DueState, filled
from kit.model.account import Method
from kit.model.agreed import Agreed, agreed, money_for
from kit.model.business_days import next_business_day
from kit.model.case import Case
from kit.model.deal_event import HowEnded
from kit.model.document_ids import SETTLEMENT, SETTLEMENT_MISSED, short_id
from kit.model.money import ZERO
from kit.model.paper_event import Made, Sent
from kit.model.settlement import SettlementTerms

DAY = timedelta(days=1)
CHECK_CLEARS = timedelta(days=10)  # the house's own: most checks that come back have come back by then
DISMISSAL = timedelta(days=14)  # the agreement's own: to ask the court to dismiss a case that was settled
NOTICE = timedelta(days=7)  # the house's own: how long the notice of a miss waits


class SettlementState(StrEnum):
    """Where a settlement stands."""

    KEPT = "kept"
    LATE = "late"  # a payment is late, within the days of grace
    MISSED = "missed"  # the notice may go
    TOLD = "told"  # the notice went; its days are running
    UNPAID = "unpaid"  # its days have passed
    PAID = "paid"  # all of it came; it may still come back
    CLEARED = "cleared"  # recorded: the rest is given up
    RETURNED = "returned"  # recorded as cleared, and a payment came back after all
    OVER = "over"  # broken, or given up by both

    @property
    def holds(self) -> bool:
        """Whether the settlement still binds, so that nothing else may be asked for."""
        return self not in (SettlementState.CLEARED, SettlementState.OVER)


@dataclass(frozen=True, slots=True)
class SettlementStanding(Dues):
    """A settlement on one day."""

    agreed: Agreed
    terms: SettlementTerms
    state: SettlementState
    dues: tuple[Due, ...]
    received: Decimal  # since the debt was counted
    notice_from: date | None = None  # the first day for the notice of the oldest miss
    notice: Sent | None = None
    notice_ends: date | None = None
    clears_on: date | None = None  # when a check that filled it may be trusted


def newest_settlement(case: Case, as_of: date) -> SettlementStanding | None:
    """Return where the newest settlement that was signed stands, whatever became of it."""
    found = next((one for one in reversed(agreed(case)) if one.settlement), None)
    return settlement_standing(case, found, as_of) if found else None


def settlement_standing(case: Case, found: Agreed, as_of: date) -> SettlementStanding:
    """Return where the settlement ``found`` stands."""
    terms = found.settlement
    assert terms is not None  # noqa: S101 - the caller chose a settlement
    money = [*money_for(case, found, as_of, as_of)]
    dues = tuple(filled(case, terms.instalments, money, as_of, grace_days=terms.grace_days, moves=True))
    received = sum((amount for _, amount in money), ZERO)
    state = _state(found, dues)
    if state is SettlementState.PAID:
        return SettlementStanding(found, terms, state, dues, received, clears_on=_clears_on(case, found, dues, as_of))
    missed = next((one for one in dues if one.state is DueState.MISSED), None)
    if missed is None or state is not SettlementState.MISSED:
        return SettlementStanding(found, terms, state, dues, received)
    notice_from = missed.grace_ends + DAY
    notice = next((one for one in case.sent if one.on >= notice_from and _is_notice(case, one)), None)
    ends = _notice_ends(case, notice) if notice else None
    if ends:
        state = SettlementState.UNPAID if as_of > ends else SettlementState.TOLD
    return SettlementStanding(found, terms, state, dues, received, notice_from, notice, ends)


def open_offer(case: Case, as_of: date) -> Made | None:
    """Return the newest settlement agreement that was offered, neither signed nor replaced, and has not lapsed."""
    signed, old = {one.made for one in case.signed}, superseded(case.made)
    last = max((one.on for one in agreed(case)), default=date.min)
    found = [one for one in case.made if one.document == SETTLEMENT and one.n not in signed and one.n not in old]
    for made in reversed(found):
        until = made.deal.open_until if isinstance(made.deal, SettlementTerms) else None
        if made.on >= last and until and until >= as_of:
            return made
    return None


def last_day_of_notice(case: Case, on: date) -> date:
    """Return until when a notice of ``on`` waits."""
    return next_business_day(on + NOTICE, case.debtor.state)


def _state(found: Agreed, dues: tuple[Due, ...]) -> SettlementState:
    paid = all(one.state is DueState.PAID for one in dues)
    if found.ended and found.ended.how in (HowEnded.BROKEN, HowEnded.CANCELLED, HowEnded.ACCELERATED):
        return SettlementState.OVER
    if found.settled:
        return SettlementState.CLEARED if paid else SettlementState.RETURNED
    if paid:
        return SettlementState.PAID
    states = {one.state for one in dues}
    if DueState.MISSED in states:
        return SettlementState.MISSED
    return SettlementState.LATE if DueState.LATE in states else SettlementState.KEPT


def _clears_on(case: Case, found: Agreed, dues: tuple[Due, ...], as_of: date) -> date:
    """Return the day on which the newest check among the payments may be trusted; other money is there at once."""
    last = max(one.paid_on for one in dues if one.paid_on)
    days = {on for on, _ in money_for(case, found, as_of, as_of)}
    checks = [one.on for one in case.payments if one.method is Method.CHECK and one.on in days and one.on <= last]
    return max([last, *(on + CHECK_CLEARS for on in checks)])


def _is_notice(case: Case, sent: Sent) -> bool:
    papers = {made.n: made.document for made in case.made}
    documents = {sent.document, *(papers.get(number) for number in sent.papers)}
    return SETTLEMENT_MISSED in documents or sent.step == short_id(SETTLEMENT_MISSED)


def _notice_ends(case: Case, notice: Sent) -> date:
    """Return the last day of the notice: its days from the sending, or the later day that it names itself."""
    named = [one.pay_by for one in case.made if one.n in notice.papers and one.pay_by]
    return max([last_day_of_notice(case, notice.on), *named])

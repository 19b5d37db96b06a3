"""What an agreement promises the debtor before it is over for a miss: the notice of it, its days, and the second one.

Both agreements say so in their own words, so an entry that has everything due, or a settlement broken, before that
came to pass is a slip, or something that happened and is recorded with --again.
"""

from __future__ import annotations

from kit.findings import KitError
from kit.ledger.plan_standing import PlanStanding, PlanState, plan_standing
from kit.ledger.settlement_standing import SettlementStanding, SettlementState, settlement_standing
from kit.model.agreed import Agreed, agreed
from kit.model.case import Case
from kit.model.deal_event import Ended, HowEnded
from kit.model.document_ids import PLAN_ACCELERATED, short_id

BY_MISS = (HowEnded.ACCELERATED, HowEnded.BROKEN)
UNPAID = (SettlementState.UNPAID, SettlementState.RETURNED)


def refuse_ended(case: Case, ended: Ended, *, again: bool) -> None:
    """Raise `KitError` where what the agreement promises before ``ended`` has not happened on its day.

    ``case`` is the case as known on that day, without the entry. ``again``: it is recorded as it happened.
    """
    found = next((one for one in agreed(case) if one.n == ended.entry), None)
    if found is None or again or ended.how not in BY_MISS:
        return
    why = _plan(case, found, ended) if found.plan else _settlement(case, found, ended)
    if why:
        raise KitError(
            f"{why}; the agreement is not over before that. `kit next CASE` says what comes first; if it was ended "
            "all the same, add --again"
        )


def not_yet(here: PlanStanding) -> str:
    """Return what is missing before a plan can be over for a miss; empty where nothing is."""
    if here.state is PlanState.UNCURED:
        return ""
    if here.cure_ends and here.state is PlanState.CURING:
        return f"the notice of the miss gives the debtor until {here.cure_ends}"
    if here.missed and here.state.holds:
        return "no notice of the missed payment went out yet"
    return "no payment of the plan is missed"


def told_all_due(case: Case, here: PlanStanding) -> bool:
    """Whether the notice that everything is due went out after the days of the miss."""
    papers = {one.n for one in case.made if one.document == PLAN_ACCELERATED}
    return any(
        one.on >= (here.cure_ends or here.as_of)
        and (
            one.step == short_id(PLAN_ACCELERATED)
            or one.document == PLAN_ACCELERATED
            or any(number in papers for number in one.papers)
        )
        for one in case.sent
    )


def _plan(case: Case, found: Agreed, ended: Ended) -> str:
    here = plan_standing(case, found, ended.on)
    if why := not_yet(here):
        return f"{why} (as of {ended.on})"
    if ended.how is HowEnded.ACCELERATED and not told_all_due(case, here):
        return f"the notice that everything is due has not gone out by {ended.on}"
    return ""


def _settlement(case: Case, found: Agreed, ended: Ended) -> str:
    here = settlement_standing(case, found, ended.on)
    if here.state in UNPAID:
        return ""
    return f"{_unbroken(here)} (as of {ended.on})"


def _unbroken(here: SettlementStanding) -> str:
    if here.state is SettlementState.TOLD:
        return f"the notice of the miss gives the debtor until {here.notice_ends}"
    if here.state is SettlementState.MISSED:
        return "no notice of the missed payment went out yet"
    return "no payment of the settlement is missed"

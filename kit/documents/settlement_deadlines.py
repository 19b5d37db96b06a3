"""The days of a settlement for our calendar, and the day to decide on a check that is marked as payment in full."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from kit.documents import wording
from kit.documents.calendar import Deadline
from kit.facts import Facts
from kit.ledger.agreed_dues import DueState
from kit.ledger.settlement_standing import (
    DISMISSAL,
    SettlementStanding,
    SettlementState,
    newest_settlement,
    open_offer,
)
from kit.model.settlement import SettlementTerms
from kit.model.suit import suit_of
from kit.model.tender import decide_by, waiting_check

AHEAD = (3, 1)  # days: nobody reminds the debtor, so look at the bank


def settlement_deadlines(facts: Facts) -> Iterator[Deadline]:
    """Yield the days of a settlement that is offered, in force, or paid with a case to dismiss; of a marked check."""
    here = newest_settlement(facts.case, facts.as_of)
    if here and here.state.holds and facts.ledger.judgment is None:
        yield from _payments(facts, here)
    elif here and here.state is SettlementState.CLEARED:
        yield from _dismissal(facts, here)
    if (check := waiting_check(facts.case)) and check.on <= facts.as_of:
        why = "Decide whether the check goes back; one that is kept for long may count as accepted."
        day, source = decide_by(facts.case, check), f"Entry {check.n} of the journal"
        yield Deadline(day, facts.case.id, "marked_check", "decide on a check", why, source)
    made = open_offer(facts.case, facts.as_of)
    gone = made and any(made.n in one.papers for one in facts.case.sent)
    if made and gone and isinstance(made.deal, SettlementTerms) and made.deal.open_until:
        why = f"Our offer of {wording.day(made.on)} stands until this day."
        source = f"Entry {made.n} of the journal"
        yield Deadline(made.deal.open_until, facts.case.id, "settlement_offer", "last day of our offer", why, source)


def _payments(facts: Facts, here: SettlementStanding) -> Iterator[Deadline]:
    case, source = facts.case, f"Entry {here.agreed.n} of the journal"
    count = len(here.terms.instalments)
    for due in here.dues:
        if due.state is not DueState.OPEN:
            continue
        name = f"Payment {due.number} of {count}" if count > 1 else "The settlement sum"
        grace = wording.day(due.due_on + timedelta(here.terms.grace_days))
        why = f"{name}, {wording.money(due.left, case.currency)}, is due; it is missed when it has not come by {grace}."
        yield Deadline(due.due_on, case.id, "settlement", "payment day", why, source, f"payment {due.number}", AHEAD)
    if here.state is SettlementState.TOLD and here.notice_ends:
        why = f"Our notice asks for {wording.money(here.arrears, case.currency)} by this day."
        yield Deadline(here.notice_ends, case.id, "settlement_notice", "last day of our notice", why, source)
    if here.state is SettlementState.PAID and here.clears_on:
        why = "Look whether the last payment has cleared; only then is the rest given up (`kit log CASE settled`)."
        yield Deadline(here.clears_on, case.id, "settlement_cleared", "look at the bank", why, source)


def _dismissal(facts: Facts, here: SettlementStanding) -> Iterator[Deadline]:
    suit = suit_of(facts.case)
    if here.terms.dismissal and here.agreed.settled and suit and suit.dismissed is None:
        why = "The settlement is paid; by this day we promised to ask the court to dismiss the case."
        source = f"Entry {here.agreed.n} of the journal"
        day = here.agreed.settled.on + DISMISSAL
        yield Deadline(day, facts.case.id, "settlement_dismissal", "ask the court to dismiss", why, source)

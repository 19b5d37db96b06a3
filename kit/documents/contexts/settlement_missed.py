"""The blanks of `letters/settlement-missed`: which payment of a settlement did not come, and until when it may.

The agreement says that the creditor writes before it acts on a default; this is that letter. It waits a few days more
and says what the agreement leads to, in the agreement's own words and no harder ones.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kit.documents import wording
from kit.documents.contexts import demand_words, letterhead
from kit.documents.contexts.letter import Letter, opened
from kit.documents.contexts.letterhead import Way
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.ledger.agreed_dues import Due, DueState
from kit.ledger.settlement_standing import SettlementStanding, last_day_of_notice, newest_settlement
from kit.model.money import ZERO
from kit.model.settlement import Default


@dataclass(frozen=True, slots=True)
class Missed:
    """One payment that was missed."""

    number: str
    day: str
    agreed: str
    came: str
    open: str


@dataclass(frozen=True, slots=True)
class SettlementMissed(Letter):
    """The blanks of ``letters/settlement-missed``."""

    opening: str
    rows: tuple[Missed, ...]
    total: str
    request: str
    ways: tuple[Way, ...]
    then_sentence: str
    else_sentence: str
    answer_sentence: str


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request`` with the last day that the notice gives; raises `KitError` where nothing is missed."""
    missed_of(facts)
    return replace(request, pay_by=request.pay_by or last_day_of_notice(facts.case, facts.as_of))


def build(facts: Facts, request: Request) -> SettlementMissed:
    """Fill the notice as of the day of ``facts``. Raises `KitError` where nothing is missed."""
    case, (here, missed) = facts.case, missed_of(facts)
    until = wording.day(decide(facts, request).pay_by or facts.as_of)
    total = wording.money(sum((one.left for one in missed), ZERO), case.currency)
    ways, where = letterhead.ways_to_pay(case), letterhead.where_to_pay(case)
    what = "this payment has" if len(missed) == 1 else "these payments have"
    on = wording.day(here.agreed.on)
    grace = wording.count(here.terms.grace_days, "day")
    over = f", and the {grace} that it allows after the due day are over" if here.terms.grace_days > 1 else ""
    said = f"Under our settlement agreement signed on {on}, {what} not come in full{over}:"
    return SettlementMissed(
        **opened(facts),
        subject="Settlement agreement: a payment that has not come",
        opening=wording.sentences([demand_words.represented(facts), said]),
        rows=tuple(_row(facts, here, one) for one in missed),
        total=total,
        request=f"Please pay {total}{where} so that it reaches us by {until}{':' if ways else '.'}",
        ways=ways,
        then_sentence="If it comes by then, we treat it as paid in time, and the settlement goes on as agreed.",
        else_sentence=_else(facts, here),
        answer_sentence=_answer(facts),
    )


def missed_of(facts: Facts) -> tuple[SettlementStanding, tuple[Due, ...]]:
    """Return the settlement in force and the payments of it that were missed; raises `KitError` where none was."""
    here = newest_settlement(facts.case, facts.as_of)
    found = tuple(one for one in here.dues if one.state is DueState.MISSED) if here and here.state.holds else ()
    if here is None or not found:
        raise KitError("no payment of a settlement is missed")
    return here, found


def _row(facts: Facts, here: SettlementStanding, due: Due) -> Missed:
    agreed, came, left = (wording.money(one, facts.case.currency) for one in (due.amount, due.paid, due.left))
    number = f"{due.number} of {len(here.terms.instalments)}" if len(here.terms.instalments) > 1 else "Settlement sum"
    return Missed(number, wording.day(due.due_on), agreed, came if due.paid else "", left)


def _else(facts: Facts, here: SettlementStanding) -> str:
    """Return what the agreement leads to."""
    if here.terms.default is Default.WHOLE:
        owed = wording.money(here.terms.debt, facts.case.currency)
        less = ", less what you have paid" if here.received else ""
        return (
            f"If it does not, the discount is gone under the agreement: we may then ask for the whole debt, which was "
            f"{owed} on {wording.day(here.terms.counted_on)}, with its interest{less}."
        )
    left = wording.money(here.left, facts.case.currency)
    if here.left == sum((one.left for one in here.late), ZERO):
        return f"If it does not, we may collect the {left} that is unpaid of the settlement sum."
    return f"If it does not, all that is unpaid of the settlement sum, {left}, is due under the agreement."


def _answer(facts: Facts) -> str:
    reach = letterhead.reach(facts.case, facts.as_of)
    return (
        "If you have just paid, thank you; please tell us the day and the reference. If you cannot pay it by then, "
        f"{reach} before that day."
    )

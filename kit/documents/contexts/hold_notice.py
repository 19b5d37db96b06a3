"""The blanks of `letters/hold-notice`: work stops on a day unless what is overdue is paid, or new work is declined.

Work stops only where the agreement lets it and its days are over
(`kit.checks.replies`). What the debtor already has in use is never touched.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from kit.checks.replies import complaint, overdue_for_stop, stop_after
from kit.documents import wording
from kit.documents.contexts import demand_words, letterhead, reply_words
from kit.documents.contexts.letter import Letter, opened
from kit.documents.contexts.letterhead import Way
from kit.documents.contexts.reply_words import Due, Open
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.model.case import Case, WorkKind
from kit.model.party import Channel

USUAL_DAYS = 10  # to pay before work stops; the house's own, and never less than the notice below
NOTICE_DAYS = 3  # business days from the notice to the stop, as the kit's own contract has it
ARRIVES = {Channel.MAIL: 4}  # business days; anything quicker counts on the next one, as that contract has it
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class HoldNotice(Letter):
    """The blanks of ``letters/hold-notice``."""

    opening: str
    items: tuple[Open, ...]
    total_due: str
    account_sentences: str
    request: str
    ways: tuple[Way, ...]
    stop_sentences: str
    answer_sentence: str


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request`` with the last day to pay. Raises `KitError` for one that gives less than the notice asked."""
    first = facts.as_of
    for _ in range(NOTICE_DAYS + ARRIVES.get(request.channel or Channel.MAIL, 1)):
        first = reply_words.open_day(facts.case, first + DAY)
    if request.pay_by is None:
        usual = reply_words.open_day(facts.case, facts.as_of + timedelta(days=USUAL_DAYS))
        return replace(request, pay_by=max(usual, first))
    if request.pay_by < first:
        message = f"{request.pay_by} is too soon: the notice must arrive and leave {NOTICE_DAYS} business days"
        raise KitError(f"{message}, so give until {first}")
    return request


def build(facts: Facts, request: Request) -> HoldNotice:
    """Fill the notice. Raises `KitError` where nothing undisputed is overdue for as long as the agreement asks."""
    case, days = facts.case, stop_after(facts.case, facts.as_of)
    due = reply_words.due_today(facts, None if days is None else overdue_for_stop(facts))
    if not due.total:
        raise KitError(f"nothing undisputed has been overdue long enough on {facts.as_of} to hold back work for it")
    last_day = decide(facts, request).pay_by or facts.as_of
    total, until = wording.money(due.total, case.currency), wording.day(last_day)
    ways, where = letterhead.ways_to_pay(case), letterhead.where_to_pay(case)
    further, disputed = demand_words.further_charges(facts), demand_words.dispute(facts)
    account = [due.included, _besides(facts, due), further, disputed]
    stop = [_right(case, days), _stop(case, days, last_day, total), _in_use(case, days)]
    return HoldNotice(
        **opened(facts),
        subject=_subject(case, days),
        opening=_opening(facts, due),
        items=due.rows,
        total_due=total,
        account_sentences=wording.sentences(account),
        request=f"Please pay {total}{where} so that it reaches us by {until}{':' if ways else '.'}",
        ways=ways,
        stop_sentences=wording.sentences(stop),
        answer_sentence=_answer(facts),
    )


def _goods(case: Case) -> bool:
    return case.work.kind is WorkKind.GOODS


def _subject(case: Case, days: int | None) -> str:
    if days is None:
        return f"New {'orders' if _goods(case) else 'work'} under our agreement"
    return f"{'Deliveries' if _goods(case) else 'Work'} under our agreement"


def _opening(facts: Facts, due: Due) -> str:
    several = len(due.rows) > 1
    what = "these amounts are" if several else "this amount is"
    settled = "" if complaint(facts.case) and not facts.case.disputes else " and not in dispute"
    under = f"{demand_words.under(facts.case)}, {what} overdue{settled}:"
    return wording.sentences([demand_words.represented(facts), under])


def _besides(facts: Facts, due: Due) -> str:
    more = facts.ledger.demandable - due.total
    if not more:
        return ""
    amount = wording.money(more, facts.case.currency)
    return f"A further {amount} is due as well; this notice does not turn on it."


def _right(case: Case, days: int | None) -> str:
    if days is None:
        return ""
    what = "deliveries" if _goods(case) else "work"
    late = f"more than {wording.count(days, 'day')} overdue" if days else "overdue"
    return f"Our agreement lets us stop {what} when an undisputed amount is {late}. This letter is our notice of that."


def _stop(case: Case, days: int | None, last_day: date, total: str) -> str:
    """Return what stops and when, what lets it go on, and what becomes of the dates."""
    if days is None:
        what, new = ("take new orders", "orders") if _goods(case) else ("start new work", "work")
        with_ = "them" if _goods(case) else "it"
        return (
            f"We will not {what} for you until {total} has reached us; then we will gladly talk about it. What we have "
            f"already agreed to do, and its dates, are not affected; dates for new {new} are agreed with {with_}."
        )
    until, stops = wording.day(last_day), wording.day(reply_words.open_day(case, last_day + DAY))
    what, on = ("deliveries stop", "Deliveries go on") if _goods(case) else ("work stops", "Work goes on")
    return (
        f"If it has not reached us by {until}, {what} on {stops}. {on} as soon as {total} has reached us. "
        "The dates agreed for it move by the time lost."
    )


def _in_use(case: Case, days: int | None) -> str:
    if _goods(case):
        what = "new orders" if days is None else "further deliveries"
        return f"This notice is about {what}; it does not touch what you have received."
    return "What you already have in use stays as it is: we neither disable it nor take it back."


def _answer(facts: Facts) -> str:
    reach = letterhead.reach(facts.case, facts.as_of)
    return (
        "If something here is wrong, tell us in writing by then which amount and why; we will look at it and answer. "
        f"If you cannot pay it all, {reach} before that day: we would rather agree on a plan."
    )

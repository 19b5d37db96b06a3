"""What went before a reminder, from the record alone: letters that were really sent, what the debtor said, what came.

A letter that is not on record as sent is never named; a promise is held against
the money that came in, not against anybody's memory.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kit.documents import wording
from kit.documents.contexts import overdue
from kit.facts import Facts
from kit.model.account import Method, Payment
from kit.model.case import Case
from kit.model.document_ids import short_id
from kit.model.event import Answer, Promised
from kit.model.money import ZERO
from kit.model.paper_event import Sent

ASKED = frozenset(
    "statement friendly-reminder invoice-again second-reminder thirty-day terms-recalled sixty-day final-demand".split()
)  # papers that ask to be paid
FEW = 3  # days that a sentence can name
TIMES = dict(enumerate("four five six seven eight nine".split(), FEW + 1))
TOLD = {
    Answer.NOT_RECEIVED: "that {which} had not reached you",
    Answer.CASH: "that you were short of money at that time",
    Answer.FORGOT: "that the payment had been overlooked",
}


def since(facts: Facts) -> date:
    """Return the oldest due day of what is open; what was said before it was about something else."""
    return min((one.item.due_on for one in overdue.open_items(facts) if one.item.due_on), default=facts.as_of)


def letters_sent(facts: Facts) -> tuple[date, ...]:
    """Return the days on which letters about what is open went out, in order, each once."""
    first, case = since(facts), facts.case
    return tuple(sorted({one.on for one in case.sent if first < one.on < facts.as_of and _asked(case, one)}))


def _asked(case: Case, sent: Sent) -> bool:
    made = next((paper for paper in case.made if paper.n == sent.made), None)
    names = (sent.document, sent.step, *((made.document, made.step) if made else ()))
    return any(short_id(name) in ASKED for name in names if name)


def wrote(facts: Facts) -> str:
    """Return when we wrote about it, and that nothing was heard where nothing was; empty where no letter went out."""
    days = letters_sent(facts)
    if not days:
        return ""
    silent = "" if heard(facts, days[0]) else " and have had no answer"
    if len(days) > FEW:
        times = TIMES.get(len(days), len(days))
        return f"We have written to you about this {times} times since {wording.day(days[0])}{silent}."
    return f"We wrote to you about this on {_days(days)}{silent}."


def _days(days: tuple[date, ...]) -> str:
    if len({day.year for day in days}) == 1:
        *others, last = map(wording.day, days)
        return wording.listing([*(day.rsplit(",", 1)[0] for day in others), last])
    return "; ".join(map(wording.day, days))


def heard(facts: Facts, first: date) -> bool:
    """Whether anything came back from the day ``first`` on: money, a word, a talk."""
    case = facts.case
    talks = [one.on for one in case.called if one.spoke]
    words = [one.on for one in case.answers] + [one.on for one in case.promises] + [one.on for one in case.disputes]
    return any(first <= day <= facts.as_of for day in (*talks, *words, *(one.on for one in case.payments)))


def said(facts: Facts) -> str:
    """Return what the debtor promised and what became of it, else what was answered last, and what came in."""
    promised, came = _promised(facts), _came(facts)
    back, bounced = _bounced(facts)
    if not promised:
        return wording.sentences([_answer(facts), bounced, came])
    promise = _promise(facts, promised)
    told = [bounced, promise] if back <= promised.on else [promise, bounced]
    return wording.sentences([*told, "" if _received(facts, promised.on, facts.as_of) else came])


def _bounced(facts: Facts) -> tuple[date, str]:
    """Return what came back unpaid, last when, and was not made good by as much; it explains the charge for it too."""
    first, case = since(facts), facts.case
    good = [one for one in case.payments if one.on <= facts.as_of and not _back(facts, one)]
    back = [one for one in case.payments if one.bounced_on and first < one.bounced_on and _back(facts, one)]
    open_ = [one for one in back if not any(_makes_good(new, one) for new in good)]
    if not open_:
        return facts.as_of, ""
    last = max(open_, key=lambda one: one.bounced_on or one.on)
    amount, came = wording.money(last.amount, case.currency), wording.day(last.on)
    which = f"{'check for' if last.method is Method.CHECK else 'payment of'} {amount} that reached us on {came}"
    on = last.bounced_on or last.on
    if len(open_) > 1:
        count = wording.count(len(open_), "payment")
        return on, f"{count} came back unpaid; the last, the {which}, on {wording.day(on)}."
    return on, f"The {which} came back unpaid on {wording.day(on)}."


def _makes_good(new: Payment, old: Payment) -> bool:
    return old.bounced_on is not None and new.on >= old.bounced_on and new.amount >= old.amount


def _came(facts: Facts) -> str:
    """Return thanks for what came in since the last letter; empty where nothing did."""
    last = letters_sent(facts)[-1:]
    came = [one for one in facts.case.payments if last and last[0] < one.on <= facts.as_of]
    days = list(dict.fromkeys(one.on for one in came if not _back(facts, one)))
    if not days:
        return ""
    amount = wording.money(_received(facts, days[0], facts.as_of), facts.case.currency)
    if len(days) > 1:
        return f"Thank you for the {amount} that has reached us since {wording.day(days[0])}; it is taken into account."
    return f"Thank you for the {amount} that reached us on {wording.day(days[0])}; it is taken into account."


def _promised(facts: Facts) -> Promised | None:
    """Return the last promise, once its day has passed: one still to come is waited for, not argued about."""
    told = [one for one in facts.case.promises if since(facts) < one.on <= facts.as_of]
    return told[-1] if told and told[-1].by < facts.as_of else None


def _promise(facts: Facts, promise: Promised) -> str:
    came = _received(facts, promise.on, facts.as_of)
    amount = f" {wording.money(promise.amount, facts.case.currency)}" if promise.amount else ""
    start = f"You told us on {wording.day(promise.on)} that you would pay{amount} by {wording.day(promise.by)}"
    return f"{start}{_became(facts, promise, came)}"


def _became(facts: Facts, promise: Promised, came: Decimal) -> str:
    in_time = _received(facts, promise.on, promise.by)
    received = wording.money(came, facts.case.currency)
    if promise.amount and in_time >= promise.amount:
        return f". We have received {received} since then; thank you."
    if came:
        return f"; that day has passed, and {received} has come in since you told us."
    return "; that day has passed."


def _received(facts: Facts, first: date, last: date) -> Decimal:
    """Return what came in from ``first`` through ``last`` and had not come back by the day of the letter."""
    came = (one for one in facts.case.payments if first <= one.on <= last)
    return sum((one.amount for one in came if not _back(facts, one)), ZERO)


def _back(facts: Facts, payment: Payment) -> bool:
    return payment.bounced_on is not None and payment.bounced_on <= facts.as_of


def _answer(facts: Facts) -> str:
    told = [one for one in facts.case.answers if since(facts) < one.on <= facts.as_of]
    if not told or told[-1].reason not in TOLD:
        return ""
    return told_us(facts, told[-1].on, told[-1].reason)


def told_us(facts: Facts, on: date, reason: Answer) -> str:
    """Return what the debtor said that day, as a fact."""
    what = TOLD[reason].format(which=overdue.about(facts))
    return f"You told us on {wording.day(on)} {what}."

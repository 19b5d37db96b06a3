"""What comes next while a plan is in force: the ladder rests, and the plan's own papers take its place.

A reminder goes the business day before each payment. A payment that has not come when the days of grace are over
brings the notice of it; when its days have passed, everything is made due at once, and the ladder goes on with its
final demand. What is done is read from the record, as on the ladder of letters.
"""

from __future__ import annotations

from datetime import date, timedelta

from kit.facts import Facts
from kit.journal.fold import superseded
from kit.ladder.ahead import Act, Ahead
from kit.ladder.in_bankruptcy import Turn
from kit.ladder.newer_bills import newer_bills
from kit.ledger.agreed_dues import Due
from kit.ledger.plan_standing import PlanStanding, PlanState, newest_plan
from kit.model.business_days import is_business_day
from kit.model.document_ids import (
    PLAN_ACCELERATED,
    PLAN_COMPLETED,
    PLAN_MISSED,
    PLAN_REINSTATED,
    PLAN_REMINDER,
    short_id,
)
from kit.model.ladder import DoneBy, Reply, Task
from kit.model.money import ZERO, spoken
from kit.model.paper_event import Made, Sent
from kit.model.suit import suit_of

DAY = timedelta(days=1)
THANKS_WITHIN = timedelta(days=60)  # a word of completion later than that surprises more than it pleases
REMINDER = Reply(
    id=short_id(PLAN_REMINDER),
    title="Reminder of the plan's next payment",
    documents=(PLAN_REMINDER,),
    done_by=DoneBy.EMAILED,
)
MISSED = Reply(
    id=short_id(PLAN_MISSED),
    title="Notice of a missed payment",
    documents=(PLAN_MISSED,),
    done_by=DoneBy.MAILED,
    advice="Look at the bank once more before it goes; record it the day it goes, its days count from there.",
)
REINSTATED = Reply(
    id=short_id(PLAN_REINSTATED),
    title="Word that the plan goes on",
    documents=(PLAN_REINSTATED,),
    done_by=DoneBy.MAILED,
    advice="Once it went out, record that the plan goes on: `kit log CASE ended --how reinstated`.",
)
ACCELERATED = Reply(
    id=short_id(PLAN_ACCELERATED),
    title="Notice that everything is due",
    documents=(PLAN_ACCELERATED,),
    done_by=DoneBy.MAILED,
    pay_by_days=10,
    advice="Once it went out, record it for that day: `kit log CASE ended --how accelerated --on DAY`.",
)
COMPLETED = Reply(
    id=short_id(PLAN_COMPLETED),
    title="Word that the plan is paid",
    documents=(PLAN_COMPLETED,),
    done_by=DoneBy.MAILED,
)
TASKS: tuple[Task, ...] = (REMINDER, MISSED, REINSTATED, ACCELERATED, COMPLETED)


def plan_turn(facts: Facts, shown: str) -> Turn | None:
    """Return what comes next under the plan; None where the ladder, or the court, goes on."""
    suit = suit_of(facts.case)
    here = newest_plan(facts.case, facts.as_of, facts.ledger)
    if here is None or (suit and (suit.judgment or suit.dismissed)):
        return None
    turn = _turn(facts, here, shown)
    if turn is None:
        return None
    sentence = _paid_after_all(facts, here) + turn.sentence
    if here.state.holds:
        sentence += newer_bills(facts, here.terms.counted_on, here.terms.kind, shown)
    if suit:
        sentence += f" The suit is still open: `kit judgment {shown} days` lists its days."
    return Turn(sentence, turn.short, turn.on, turn.ahead)


def reminder_day(due: date, state: str | None) -> date:
    """Return the last business day before ``due``."""
    day = due - DAY
    while not is_business_day(day, state):
        day -= DAY
    return day


def _turn(facts: Facts, here: PlanStanding, shown: str) -> Turn | None:
    if here.state is PlanState.COMPLETED:
        return _completed(facts, here, shown)
    if here.state is PlanState.ACCELERATED:
        return _paper(facts, ACCELERATED, _since(here), shown, "Everything was made due")
    if not here.state.holds:
        return None
    again = [until for _, until in here.agreed.accelerated if until]
    if again and (told := _paper(facts, REINSTATED, _fell_due(here), shown, "The plan goes on")):
        return told
    said = {PlanState.KEPT: _kept, PlanState.LATE: _late}
    return said.get(here.state, _missed)(facts, here, shown)


def _kept(facts: Facts, here: PlanStanding, shown: str) -> Turn:
    due = here.coming
    if due is None:
        return Turn("Wait: the plan is kept.", "plan")
    what = f"{_named(here, due)} of {_sum(facts, due)} is due on {due.due_on}"
    if here.terms.kind == "extension":
        return Turn(f"Wait: more time was given; {_sum(facts, due)} is due on {due.due_on}.", "extension", due.due_on)
    opens = reminder_day(due.due_on, facts.case.debtor.state)
    if facts.as_of < opens:
        return Turn(f"Wait: the plan is kept; {what}. Its reminder goes on {opens}.", "plan", opens)
    before = max((one.due_on for one in here.dues if one.due_on < due.due_on), default=here.agreed.on)
    told = _paper(facts, REMINDER, before, shown, "")  # one that went early counts
    return told or Turn(f"Wait: the plan is kept, and the reminder went out; {what}.", "plan", due.due_on)


def _late(facts: Facts, here: PlanStanding, shown: str) -> Turn:
    due = here.late[0]
    until = due.grace_ends
    wait = "Today is" if until == facts.as_of else f"Wait until {until},"
    sentence = (
        f"{wait} the last day of grace: {_named(here, due)} of {_sum(facts, due)} was due on "
        f"{due.due_on} and is not in. `kit log {shown} paid` records it."
    )
    return Turn(sentence, "late instalment", until + DAY)


def _missed(facts: Facts, here: PlanStanding, shown: str) -> Turn:
    due, since = here.missed, here.notice_from or facts.as_of
    said = (
        f"{_named(here, due)} of {due.due_on} was missed ({_open(facts, here, due)})" if due else "a payment was missed"
    )
    what = said[0].upper() + said[1:]
    if here.state is PlanState.MISSED:
        told = _paper(facts, MISSED, since, shown, what) or Turn(f"{what}.", "missed instalment")
        return Turn(f"{told.sentence}{_copy(facts, here)}", told.short, told.on, told.ahead)
    ends = here.cure_ends
    if here.state is PlanState.CURING:
        left = spoken(here.arrears, facts.ledger.currency)
        sent = here.notice.on if here.notice else since
        wait = "Today is the last day" if ends == facts.as_of else f"Wait until {ends}"
        return Turn(f"{wait}: {said}; the notice of {sent} asks for {left} by then.", "pay by", ends)
    if not here.terms.accelerates:
        return _nothing_else_due(facts, here, shown, f"{what}, and the notice has run out on {ends}")
    told_all = _paper(facts, ACCELERATED, ends or since, shown, f"{what}, and the notice has run out on {ends}")
    if told_all:
        return told_all
    last = _sent(facts, ACCELERATED, ends or since)
    on = f" --on {last.on}" if last else ""
    sentence = (
        "The notice that everything is due went out; record that it is, from its day: "
        f"`kit log {shown} ended --how accelerated{on}`; then the ladder goes on."
    )
    return Turn(sentence, "record acceleration")


def _copy(facts: Facts, here: PlanStanding) -> str:
    """Return that the notice goes to whoever signed a guaranty, too; nothing where nobody did, or may be asked."""
    name = here.terms.guarantor
    if not name or any(one.name == name and one.in_bankruptcy(facts.as_of) for one in facts.case.guarantors):
        return ""
    return f" Send {name} a copy the same day: the guaranty promises it, and nothing is asked of {name} without it."


def _nothing_else_due(facts: Facts, here: PlanStanding, shown: str, why: str) -> Turn:
    """Return what an uncured miss leads to where the plan makes nothing else due: what is late, and no more."""
    if here.coming is None:
        sentence = (
            f"{why}. The day of every payment has passed: record that the plan was not paid, `kit log {shown} ended "
            "--how broken`; then the ladder goes on."
        )
        return Turn(sentence, "plan broken")
    late = spoken(here.arrears, facts.ledger.currency)
    sentence = (
        f"{why}. This plan makes nothing else due: the {late} that is late may be asked for, in court too, and the "
        f"other payments keep their days; the next is due on {here.coming.due_on}. If both sides give the plan up: "
        f"`kit log {shown} ended --how cancelled`."
    )
    return Turn(sentence, "decide")


def _completed(facts: Facts, here: PlanStanding, shown: str) -> Turn | None:
    """Return the last word of a plan: its completion, or what is left to decide; None once that is done."""
    billed = {one.id for one in facts.case.invoices if one.issued_on <= here.terms.counted_on}
    own = [one for one in facts.ledger.items if not one.invoice or one.invoice in billed]
    rest = sum((one.collectable for one in own), ZERO) - facts.ledger.totals.unapplied
    if rest > 0:
        left = spoken(rest, facts.ledger.currency)
        sentence = (
            f"All payments of the plan are in; {left} of charges for late days is open. Ask for it, or give it up: "
            f"`kit log {shown} waived`."
        )
        return Turn(sentence, "small rest")
    done = here.completed_on or facts.as_of
    if here.terms.kind == "extension" or facts.as_of - done > THANKS_WITHIN:
        return None
    return _paper(facts, COMPLETED, done, shown, "The plan is paid")


def _since(here: PlanStanding) -> date:
    """Return from which day a notice of acceleration is the one for this miss."""
    again = [until for _, until in here.agreed.accelerated if until]
    return max([here.agreed.on, *again])


def _fell_due(here: PlanStanding) -> date:
    return max(start for start, until in here.agreed.accelerated if until)


def _paper(facts: Facts, task: Task, since: date, shown: str, why: str) -> Turn | None:
    """Return the making or the sending of a paper since a day; None once it went out."""
    document, case = task.documents[0], facts.case
    made = [one for one in case.made if one.document == document and one.on >= since]
    if any(_went(one, document, made, task) for one in case.sent if one.on >= since):
        return None
    old = superseded(case.made)
    waiting = [one for one in made if one.n not in old and facts.as_of - one.on <= timedelta(5)]
    start = f"{why}. " if why else ""
    if waiting:
        sentence = f"{start}Read {_file(waiting[-1])}, send it, and record it: `kit log {shown} sent --step {task.id}`."
        return Turn(sentence, f"send {task.id}", None, Ahead(Act.SEND, task, made=waiting[-1]))
    return Turn(f"{start}{task.title}: `kit letter {shown}`.", f"make {task.id}", None, Ahead(Act.MAKE, task))


def _went(sent: Sent, document: str, made: list[Made], task: Task) -> bool:
    papers = {one.n for one in made}
    return sent.step == task.id or sent.document == document or any(one in papers for one in sent.papers)


def _sent(facts: Facts, task: Task, since: date) -> Sent | None:
    """Return how a paper went out since a day."""
    made = [one for one in facts.case.made if one.document == task.documents[0] and one.on >= since]
    found = (one for one in facts.case.sent if one.on >= since and _went(one, task.documents[0], made, task))
    return next(found, None)


def _paid_after_all(facts: Facts, here: PlanStanding) -> str:
    """Return that the word of a paid plan is wrong, where a payment came back after it; empty where it holds."""
    told = _sent(facts, COMPLETED, here.agreed.on)
    back = [one for one in facts.case.payments if one.bounced_on and told and told.on <= one.bounced_on <= facts.as_of]
    if told is None or not back or here.state is PlanState.COMPLETED:
        return ""
    return (
        f"Payment {back[-1].id} came back on {back[-1].bounced_on}, so our letter of {told.on} that the plan is paid "
        "in full is wrong: tell the debtor in writing that it does not hold, and what is open. "
    )


def _file(made: Made) -> str:
    pages = (one.path for one in made.files if one.path.endswith(".pdf") and one.path.count(".") == 1)
    return next(pages, made.document)


def _named(here: PlanStanding, due: Due) -> str:
    if here.terms.kind == "extension":
        return "the sum"
    return f"instalment {due.number} of {len(here.terms.instalments)}" if due.number else "the down payment"


def _open(facts: Facts, here: PlanStanding, due: Due) -> str:
    """Return what of a missed payment is open, and what with later ones is late."""
    left = spoken(due.left, facts.ledger.currency)
    part = f"{left} of {spoken(due.amount, facts.ledger.currency)} is open" if due.paid else f"{left} is open"
    later = here.arrears - due.left
    return f"{part}, and {spoken(later, facts.ledger.currency)} of later ones is late" if later else part


def _sum(facts: Facts, due: Due) -> str:
    left = spoken(due.left, facts.ledger.currency)
    return f"{left}, the rest of {spoken(due.amount, facts.ledger.currency)}" if due.paid else left

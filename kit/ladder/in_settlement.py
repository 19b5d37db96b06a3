"""What comes next for a settlement: offered, signed and kept, missed, paid, cleared.

While it is offered or in force the ladder rests. A payment that has not come when the days of grace are over brings
the notice of it, which gives a few days more; then it may be recorded as broken, and the ladder goes on. When all is
paid a person looks whether it cleared, and only then is the rest given up.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from kit.facts import Facts
from kit.journal.fold import superseded
from kit.ladder.ahead import Act, Ahead
from kit.ladder.in_bankruptcy import Turn
from kit.ladder.newer_bills import newer_bills
from kit.ledger.agreed_dues import Due
from kit.ledger.settlement_standing import (
    DISMISSAL,
    SettlementStanding,
    SettlementState,
    newest_settlement,
    open_offer,
)
from kit.model.agreed import in_force
from kit.model.document_ids import SETTLEMENT, SETTLEMENT_COMPLETED, SETTLEMENT_MISSED, SETTLEMENT_OFFER, short_id
from kit.model.ladder import DoneBy, Reply, Task
from kit.model.money import spoken
from kit.model.paper_event import Made
from kit.model.settlement import Default, SettlementTerms
from kit.model.suit import suit_of

DAY, FRESH = timedelta(days=1), timedelta(days=5)
THANKS_WITHIN = timedelta(days=60)  # a word of completion later than that surprises more than it pleases
OFFER = Reply(
    id=short_id(SETTLEMENT_OFFER),
    title="Settlement offer",
    documents=(SETTLEMENT_OFFER, SETTLEMENT),
    done_by=DoneBy.MAILED,
)
MISSED = Reply(
    id=short_id(SETTLEMENT_MISSED),
    title="Notice that a payment of the settlement is missing",
    documents=(SETTLEMENT_MISSED,),
    done_by=DoneBy.MAILED,
    pay_by_days=7,
    advice="Look at the bank once more before it goes; record it the day it goes.",
)
COMPLETED = Reply(
    id=short_id(SETTLEMENT_COMPLETED),
    title="Word that the settlement is paid",
    documents=(SETTLEMENT_COMPLETED,),
    done_by=DoneBy.MAILED,
)
TASKS: tuple[Task, ...] = (OFFER, MISSED, COMPLETED)


def settlement_turn(facts: Facts, shown: str) -> Turn | None:
    """Return what comes next for a settlement; None where there is none, or it has nothing more to ask."""
    suit = suit_of(facts.case)
    if suit and suit.judgment:
        return None
    here = newest_settlement(facts.case, facts.as_of)
    turn = _turn(facts, here, shown) if here else None
    if turn is None and in_force(facts.case, facts.as_of) is None:
        turn = _offered(facts, shown)
    if turn is None:
        return None
    sentence = turn.sentence
    if here and here.state.holds:
        sentence += newer_bills(facts, here.terms.counted_on, "settlement", shown)
    if suit and not suit.dismissed and "dismiss" not in turn.sentence:
        sentence += f" The suit is still open: `kit judgment {shown} days` lists its days."
    return Turn(sentence, turn.short, turn.on, turn.ahead)


def _offered(facts: Facts, shown: str) -> Turn | None:
    made = open_offer(facts.case, facts.as_of)
    if made is None or not isinstance(made.deal, SettlementTerms):
        return None
    until, case = made.deal.open_until, facts.case
    letter = next((one for one in reversed(case.made) if one.document == SETTLEMENT_OFFER and one.on == made.on), made)
    if any(made.n in one.papers or letter.n in one.papers for one in case.sent):
        sentence = (
            f"Wait: the settlement offer of {made.on} stands until {until}. When both have signed, record it: "
            f"`kit log {shown} signed`."
        )
        return Turn(sentence, "settlement offered", until)
    if facts.as_of - made.on > FRESH:
        return None
    what = f"Read {_file(letter)} and the agreement, sign the letter, send both, and record it"
    sentence = f"{what}: `kit log {shown} sent --step {OFFER.id}`."
    return Turn(sentence, f"send {OFFER.id}", None, Ahead(Act.SEND, OFFER, made=letter))


def _turn(facts: Facts, here: SettlementStanding, shown: str) -> Turn | None:
    if here.state is SettlementState.KEPT:
        return _kept(facts, here)
    if here.state is SettlementState.LATE:
        return _late(facts, here, shown)
    if here.state is SettlementState.PAID:
        return _paid(facts, here, shown)
    if here.state is SettlementState.RETURNED and here.agreed.settled:
        entry = here.agreed.settled.n
        kept = "nothing as given up"
        if here.terms.default is Default.SETTLED_SUM:
            kept = f"that as owed; the {_money(facts, here.terms.given_up)} that was given up stays given up"
        sentence = (
            f"A payment of the settlement came back; {_money(facts, here.left)} of it is open again, and the account "
            f"counts {kept}. Take the entry back: `kit log {shown} undo {entry}`."
        )
        return Turn(sentence, "payment returned")
    if here.state is SettlementState.CLEARED:
        return _cleared(facts, here, shown)
    return _missed(facts, here, shown) if here.state.holds else None


def _kept(facts: Facts, here: SettlementStanding) -> Turn:
    due = here.coming
    if due is None:
        return Turn("Wait: the settlement is kept.", "settlement")
    sentence = f"Wait: a settlement is in force; {_named(here, due)} of {_sum(facts, due)} is due on {due.due_on}."
    return Turn(sentence, "settlement", due.due_on)


def _late(facts: Facts, here: SettlementStanding, shown: str) -> Turn:
    due = here.late[0]
    until = due.grace_ends
    wait = "today is the last day of grace" if until <= facts.as_of else f"wait until {until}, the last day of grace"
    sentence = (
        f"{_named(here, due).capitalize()} of {_sum(facts, due)} was due on {due.due_on} and is not in; {wait}. "
        f"`kit log {shown} paid` records it."
    )
    return Turn(sentence, "late payment", until + DAY)


def _missed(facts: Facts, here: SettlementStanding, shown: str) -> Turn:
    due = here.missed
    what = f"{_named(here, due).capitalize()} of {due.due_on} was missed" if due else "A payment was missed"
    if here.state is SettlementState.MISSED:
        told = _paper(facts, MISSED, here.notice_from or facts.as_of, shown, what)
        return told or Turn(f"{what}.", "missed payment")
    ends = here.notice_ends
    if here.state is SettlementState.TOLD:
        sent = here.notice.on if here.notice else ends
        left = _money(facts, here.arrears)
        last = ends == facts.as_of
        wait, by = ("Look at the bank at the end of today", "today") if last else (f"Wait until {ends}", "then")
        return Turn(
            f"{wait}: {what[:1].lower()}{what[1:]}; the notice of {sent} asks for {left} by {by}.",
            "pay by",
            ends,
        )
    sentence = (
        f"{what}, and the notice has run out on {ends}. To go on collecting, record that it was broken: "
        f"`kit log {shown} ended --how broken`; then the ladder goes on."
    )
    return Turn(sentence, "settlement broken")


def _paid(facts: Facts, here: SettlementStanding, shown: str) -> Turn:
    on = here.clears_on
    record = f"`kit log {shown} settled`; with it the rest is given up"
    if on and on > facts.as_of:
        sentence = (
            f"All payments of the settlement are in. A check may still come back: look at the bank on {on}; when it "
            f"has cleared, record it: {record}."
        )
        return Turn(sentence, "wait for clearing", on)
    return Turn(
        f"All payments of the settlement are in. When they have cleared, record it: {record}.", "record settled"
    )


def _cleared(facts: Facts, here: SettlementStanding, shown: str) -> Turn | None:
    done = here.agreed.settled.on if here.agreed.settled else facts.as_of
    suit = suit_of(facts.case)
    if here.terms.dismissal and suit and suit.dismissed is None:
        by = done + DISMISSAL
        sentence = (
            f"The settlement is paid: ask the court by {by} to dismiss the case, and record it: "
            f"`kit log {shown} dismissed`."
        )
        return Turn(sentence, "dismiss case", by)
    if facts.as_of - done > THANKS_WITHIN:
        return None
    return _paper(facts, COMPLETED, done, shown, "The settlement is paid")


def _paper(facts: Facts, task: Task, since: date, shown: str, why: str) -> Turn | None:
    """Return the making or the sending of a paper since a day; None once it went out."""
    document, case = task.documents[0], facts.case
    made = [one for one in case.made if one.document == document and one.on >= since]
    papers = {one.n for one in made}
    gone = (one for one in case.sent if one.on >= since)
    if any(one.step == task.id or one.document == document or papers.intersection(one.papers) for one in gone):
        return None
    old = superseded(case.made)
    waiting = [one for one in made if one.n not in old and facts.as_of - one.on <= FRESH]
    if waiting:
        sentence = f"{why}. Read {_file(waiting[-1])}, send it, and record it: `kit log {shown} sent --step {task.id}`."
        return Turn(sentence, f"send {task.id}", None, Ahead(Act.SEND, task, made=waiting[-1]))
    advice = f" {task.advice}" if task.advice else ""
    sentence = f"{why}. {task.title}: `kit letter {shown}`.{advice}"
    return Turn(sentence, f"make {task.id}", None, Ahead(Act.MAKE, task))


def _file(made: Made) -> str:
    return next((one.path for one in made.files if one.path.endswith(".pdf")), made.document)


def _named(here: SettlementStanding, due: Due) -> str:
    count = len(here.terms.instalments)
    return f"payment {due.number} of {count}" if count > 1 else "the payment"


def _sum(facts: Facts, due: Due) -> str:
    left = _money(facts, due.left)
    return f"{left}, the rest of {_money(facts, due.amount)}," if due.paid else left


def _money(facts: Facts, amount: Decimal) -> str:
    return spoken(amount, facts.ledger.currency)

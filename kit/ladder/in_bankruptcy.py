"""What comes next once the debtor filed, or another proceeding took the claims: the steps of the ladder lapse.

First the stop list, then a notice to the court where a suit is open, then the claim by its day, then nothing but
waiting for the trustee. What is done is read from the record, as on the ladder of letters.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from kit.facts import Facts
from kit.journal.fold import superseded
from kit.journal.sending import claim_sent
from kit.ladder.ahead import Act, Ahead
from kit.model.bankruptcy import Bankruptcy
from kit.model.document_ids import CLAIM_LETTER, NOTICE_TO_COURT, STOP_LIST, short_id
from kit.model.ladder import DoneBy, Reply, Task
from kit.model.paper_event import Made
from kit.model.stay import Stand, proceeding, stand_of
from kit.model.suit import suit_of

FIRST = Reply(
    id=short_id(STOP_LIST),
    title="Stop list",
    documents=(STOP_LIST,),
    done_by=DoneBy.CHECKED,
    advice="Go through it today; then record it: `kit log CASE checked --step stop-list`.",
)
TELL_COURT = Reply(
    id=short_id(NOTICE_TO_COURT),
    title="Notice of the bankruptcy for the court of the suit",
    documents=(NOTICE_TO_COURT,),
    done_by=DoneBy.MAILED,
    advice="File it with the clerk of that court, send the debtor's lawyer a copy, and ask for no hearing or judgment.",
)
CLAIM_ELSEWHERE = Reply(
    id=short_id(CLAIM_LETTER),
    title="Claim to whoever runs the insolvency",
    documents=(CLAIM_LETTER,),
    done_by=DoneBy.MAILED,
    advice="Look whether the notice asks for a form of its own; send it so that it arrives in time.",
)
TASKS: tuple[Task, ...] = (FIRST, TELL_COURT, CLAIM_ELSEWHERE)


@dataclass(frozen=True, slots=True)
class Turn:
    """What comes next in an insolvency: a sentence, a word or two, a day, and the paper where there is one to make."""

    sentence: str
    short: str
    on: date | None = None
    ahead: Ahead | None = None


def turn_of(facts: Facts, shown: str, claim_by: date | None = None, beside: tuple[str, ...] = ()) -> Turn | None:
    """Return what comes next on the day of ``facts``; None where no insolvency freezes the debt.

    ``claim_by`` is the last day for a claim where somebody counted it, a day of the notice among them; ``beside`` is
    what may be done beside the claim, a sentence each.
    """
    case, as_of = facts.case, facts.as_of
    filed, stand = case.bankruptcy, stand_of(case, as_of)
    if filed and stand.freezes:
        listed = None if stand is Stand.DISCHARGED else _listed(facts, shown, filed.petition_on)
        if listed:
            return listed
        turn = _in_bankruptcy(facts, filed, stand, shown, claim_by)
        more = "" if turn.ahead else "".join(f" {one.replace('CASE', shown)}" for one in beside)
        return replace(turn, sentence=f"{turn.sentence}{more}")
    seen = proceeding(case, as_of)
    if seen is None:
        return None
    if seen.closed(as_of):
        return Turn(f"The proceeding was closed on {seen.ended_on}: send nothing; ask a lawyer.", "send nothing")
    day = claim_by or seen.claims_by
    return _listed(facts, shown, seen.on) or _paper(facts, CLAIM_ELSEWHERE, seen.on, shown, day) or _sent_there(shown)


def _listed(facts: Facts, shown: str, since: date) -> Turn | None:
    """Return the stop list until somebody went through it."""
    done = [one for one in facts.case.events if getattr(one, "step", None) == FIRST.id and one.event == "checked"]
    if any(one.on >= since for one in done):
        return None
    filed = facts.case.bankruptcy is not None and stand_of(facts.case, facts.as_of).freezes
    start = "The debtor is in bankruptcy" if filed else "Another proceeding has taken the claims"
    sentence = (
        f"{start}: send nothing. First the stop list: `kit letter {shown}` makes it; then "
        f"`kit log {shown} checked --step {FIRST.id}`."
    )
    return Turn(sentence, FIRST.id, None, Ahead(Act.MAKE, FIRST))


def _in_bankruptcy(facts: Facts, filed: Bankruptcy, stand: Stand, shown: str, claim_by: date | None) -> Turn:
    suit = suit_of(facts.case)
    open_suit = suit and not (suit.dismissed or suit.satisfied)
    if open_suit and suit and not (suit.judgment and stand is Stand.DISCHARGED):
        told = _paper(facts, TELL_COURT, filed.petition_on, shown)
        if told:
            return told
    if stand is Stand.ANCILLARY:
        sentence = "Chapter 15: the claim goes to the proceeding abroad, in the time of its notice. Send nothing else."
        return Turn(sentence, "claim abroad")
    if stand in (Stand.NO_DISCHARGE, Stand.CLOSED_UNTOLD):
        sentence = "Send nothing before the court's record was read: `kit check` says what of it is not clear."
        return Turn(sentence, "read the docket")
    return _claim(facts, filed, stand, shown, claim_by)


def _claim(facts: Facts, filed: Bankruptcy, stand: Stand, shown: str, claim_by: date | None) -> Turn:
    """Return the claim, or the wait for the trustee once it is filed, or is not needed yet."""
    over = filed.closed_on is not None and filed.closed_on <= facts.as_of
    if stand is Stand.DISCHARGED and over:
        return _discharged()
    if filed.claims:
        last = filed.claims[-1]
        number = f", number {last.number}," if last.number else ""
        sentence = f"The claim{number} was filed on {last.on}: wait for the trustee or the plan; send nothing."
        return Turn(sentence, "claim filed")
    if sent := claim_sent(facts.case, filed.petition_on):
        sentence = (
            f"The claim went out on {sent.on}: record its filing, `kit log {shown} bankruptcy --claim-on ..`, with "
            "`--claim-number` once the court gives one. Send nothing."
        )
        return Turn(sentence, "record the claim")
    if filed.without_assets(facts.as_of):
        sentence = (
            "The notice says that there is nothing to share out: no claim is needed until a later notice sets a day; "
            f"record it then: `kit log {shown} bankruptcy --asset-notice-on .. --bar-date ..`. Send nothing."
        )
        return Turn(sentence, "no assets")
    day = claim_by or filed.bar_date
    if day and day < facts.as_of:
        sentence = f"The day for claims, {day}, has passed: `kit claim {shown}` says what can still be done."
        return Turn(sentence, "claim is late", day)
    by = f" by {day}" if day else " in the time that the notice gives"
    start = "The debt was discharged in bankruptcy" if stand is Stand.DISCHARGED else "The debtor is in bankruptcy"
    number = "" if filed.number else f" The court's number is still to be recorded: `kit log {shown} bankruptcy`."
    return Turn(f"{start}: send nothing. File the proof of claim{by}: `kit claim {shown}`.{number}", "claim", day)


def _discharged() -> Turn:
    sentence = "The debt was discharged in bankruptcy: send nothing; ask a lawyer if you think it was not."
    return Turn(sentence, "send nothing")


def _sent_there(shown: str) -> Turn:
    sentence = f"The claim went out: wait for whoever runs it; `kit log {shown} paid` records what comes."
    return Turn(sentence, "claim sent")


def _paper(facts: Facts, task: Task, since: date, shown: str, day: date | None = None) -> Turn | None:
    """Return the making or the sending of a paper since a day; None once it went out."""
    document, case = task.documents[0], facts.case
    made = [one for one in case.made if one.document == document and one.on >= since]
    gone = {number for one in case.sent for number in one.papers}
    own = [one for one in case.sent if one.on >= since and (one.step == task.id or one.document == document)]
    if own or any(one.n in gone for one in made):
        return None
    old = superseded(case.made)
    waiting = [one for one in made if one.n not in old]
    until = f" It must arrive by {day}." if day else ""
    if day and day < facts.as_of:
        until = f" The day for it, {day}, has passed: send it all the same, and ask what can still be done."
    if waiting:
        sentence = (
            f"Read {_file(waiting[-1])}, sign it, send it, and record it: `kit log {shown} sent --step {task.id}`."
        )
        return Turn(sentence + until, f"send {task.id}", day, Ahead(Act.SEND, task, made=waiting[-1]))
    start = "Send nothing to the debtor. " if document == CLAIM_LETTER else ""
    return Turn(f"{start}{task.title}: `kit letter {shown}`.{until}", f"make {task.id}", day, Ahead(Act.MAKE, task))


def _file(made: Made) -> str:
    return next((one.path for one in made.files if one.path.endswith(".pdf")), made.document)

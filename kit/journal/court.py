"""What of a suit cannot be: an entry about a claim that is in no court, or out of its order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kit.findings import Finding, KitError, error
from kit.journal.file import Entry
from kit.model.case import Case
from kit.model.court_event import Appealed, Dismissed, Filed, Hearing, Judgment, Satisfied, Served, Side
from kit.model.event import Event
from kit.model.suit import Suit, suit_of

AFTER_FILING = (Served, Hearing, Judgment, Appealed, Satisfied, Dismissed)
AGAIN = "if it did happen again, add --again"


def refuse_court(case: Case, event: Event, today: date, *, again: bool) -> None:
    """Raise `KitError` where ``event``, about a suit, cannot be or is on record."""
    suit = suit_of(case)
    if isinstance(event, Filed):
        if suit and not again:
            raise KitError(_filed_before(suit))
        _refuse_number(case, event)
    elif isinstance(event, AFTER_FILING):
        if suit is None:
            raise KitError("the claim is not on record as filed; record that first: `kit log CASE filed`")
        if suit.dismissed:
            raise KitError(f"the claim was dismissed on {suit.dismissed.on} (entry {suit.dismissed.n})")
        if event.on < suit.filed.on:
            raise KitError(f"{event.on} is before the claim was filed, {suit.filed.on}; correct the day")
        _refuse_later(suit, event, today, again=again)


def _filed_before(suit: Suit) -> str:
    if suit.dismissed:
        return f"the claim was dismissed on {suit.dismissed.on} and cannot be brought again; ask a lawyer"
    said = f"the claim is on record as filed on {suit.filed.on} (entry {suit.filed.n})"
    return f"{said}; if it was withdrawn or dismissed, record that first: `kit log CASE dismissed`"


def _refuse_number(case: Case, event: Filed) -> None:
    if event.made is not None and all(paper.n != event.made for paper in case.made):
        raise KitError(f"entry {event.made} is not a paper that was made and stands")
    if event.hearing_on and event.hearing_on <= event.on:
        raise KitError(f"a hearing on {event.hearing_on} cannot follow a filing on {event.on}")


def _refuse_later(suit: Suit, event: Event, today: date, *, again: bool) -> None:
    if isinstance(event, Served):
        _refuse_service(suit, event, today, again=again)
    elif isinstance(event, Hearing):
        _refuse_hearing(event, today)
    elif isinstance(event, Judgment):
        _refuse_judgment(suit, event)
    elif isinstance(event, Appealed | Satisfied):
        _refuse_after_judgment(suit, event, again=again)


def _refuse_service(suit: Suit, event: Served, today: date, *, again: bool) -> None:
    if event.proof_filed_on and not event.on <= event.proof_filed_on <= today:
        raise KitError(f"the proof of a service on {event.on} cannot have been filed on {event.proof_filed_on}")
    known = next((one for one in suit.services if (one.who, one.on) == (event.who, event.on)), None)
    if known and not again and known.proof_filed_on == event.proof_filed_on:
        raise KitError(f"that service is on record as entry {known.n}; {AGAIN}")


def _refuse_hearing(event: Hearing, today: date) -> None:
    if event.held and event.day > today:
        raise KitError(f"{event.day} is not here yet (today is {today}), so no hearing was held on it")
    if not event.held and event.day < today:
        raise KitError(f"{event.day} has passed; add --held if the hearing took place, else give its new day")


def _refuse_judgment(suit: Suit, event: Judgment) -> None:
    known = suit.judgment
    if known and suit.appealed is None:
        raise KitError(
            f"the judgment of {known.on} is on record (entry {known.n}); another one follows only upon an appeal, "
            f"else undo entry {known.n} first"
        )
    if known and event.on < known.on:
        raise KitError(f"{event.on} is before the judgment that was appealed, {known.on}; correct the day")
    if event.mailed_on and event.mailed_on < event.on:
        raise KitError(f"a judgment of {event.on} cannot have been mailed on {event.mailed_on}")


def _refuse_after_judgment(suit: Suit, event: Appealed | Satisfied, *, again: bool) -> None:
    judgment = suit.judgment
    if judgment is None:
        raise KitError("no judgment is on record; record that first: `kit log CASE judgment`")
    if event.on < judgment.on:
        raise KitError(f"{event.on} is before the judgment of {judgment.on}; correct the day")
    if isinstance(event, Appealed):
        known = next((one for one in suit.appeals if one.n > judgment.n and one.by is event.by), None)
        if known and not again:
            raise KitError(f"that appeal is on record as entry {known.n}; {AGAIN}")
    elif judgment.winner is not Side.CREDITOR:
        raise KitError("the judgment is for the debtor, so there is nothing to satisfy")
    elif suit.satisfied:
        raise KitError(f"the satisfaction is on record as entry {suit.satisfied.n}")


def out_of_order(standing: Sequence[Entry]) -> list[Finding]:
    """Return a finding for each entry about a suit that no filing precedes, and each that no judgment does."""
    found, filed, judged = [], False, False
    for entry in standing:
        event = entry.event
        if isinstance(event, Filed):
            filed, judged = True, False
        elif isinstance(event, AFTER_FILING) and not filed:
            message = f"entry {event.n} is about a claim in court, and none is on record as filed before it"
            found.append(error("K690", message, entry.at("event"), fix="Record it with `kit log CASE filed` first."))
        elif isinstance(event, Judgment):
            judged = True
        elif isinstance(event, Appealed | Satisfied) and not judged:
            message = f"entry {event.n} rests on a judgment, and none is on record before it"
            found.append(error("K690", message, entry.at("event"), fix="Record it with `kit log CASE judgment` first."))
        elif isinstance(event, Dismissed):
            filed = judged = False
    return found

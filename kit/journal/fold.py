"""The case as it stood on a day: `case.yaml` with the journal folded into it.

An entry dated after the day is not known yet and is left out. An undone entry
is left out on every day: it was a mistake, and a mistake was never true. An
undo can itself be undone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from pydantic import ValidationError

from kit.findings import Finding, InvalidFile, Place, error
from kit.journal.file import Entry, Journal
from kit.journal.payments import merged
from kit.journal.references import wrong_references
from kit.model.account import Credit
from kit.model.agreed import still_disputed
from kit.model.bankruptcy_event import BankruptcyNews, laid_over
from kit.model.case import Case, CaseFile
from kit.model.court_event import Appealed, Dismissed, Filed, Hearing, Judgment, Satisfied, Served
from kit.model.deal_event import (
    Adjusted,
    Closed,
    Commission,
    Ended,
    HandedOff,
    PassedOn,
    Reopened,
    Returned,
    Settled,
    Signed,
    Tendered,
)
from kit.model.event import Answered, Called, Disputed, Event, Held, Promised, Released, Undone, Waived
from kit.model.insolvency_event import InsolvencyNews, insolvency_of
from kit.model.paper_event import Made, Sent

Find = Callable[..., Place]
E = TypeVar("E")
N = TypeVar("N")


def fold(case_file: CaseFile, journal: Journal, as_of: date, *, find: Find | None = None, id: str = "") -> Case:  # noqa: A002
    """Return the case as known on ``as_of``; ``find`` places a value of `case.yaml`, ``id`` is the folder's name.

    Raises `InvalidFile` with every fault of the journal, and every contradiction between the two files.
    """
    undoing: list[Finding] = []
    all_standing = stand(journal, undoing)
    faults = [*journal.errors, *(undoing or wrong_references(case_file, all_standing))]
    standing = [entry for entry in all_standing if entry.event.on <= as_of]
    payments, origins = merged(case_file, standing, find, faults)
    if faults:
        raise InvalidFile(faults)
    origins |= {f"entry:{entry.event.n}": entry.place for entry in journal.entries if entry.place}
    events = tuple(entry.event for entry in standing)
    of_file = {name: getattr(case_file, name) for name in CaseFile.model_fields}
    disputes, holds = _open(events)
    news = _all(BankruptcyNews, events)
    if news:
        of_file["bankruptcy"] = _laid(lambda said: laid_over(case_file.bankruptcy, said), BankruptcyNews, standing)
    if _all(InsolvencyNews, events):
        of_file["insolvency"] = _laid(lambda said: insolvency_of(case_file.insolvency, said), InsolvencyNews, standing)
    adjusted = _all(Adjusted, events)
    folded = Case.model_construct(
        case_file.model_fields_set,
        **of_file | {"payments": payments, "credits": (*case_file.credits, *_credits(adjusted))},
        news=news,
        id=id,
        events=events,
        made=_all(Made, events),
        sent=_all(Sent, events),
        called=_all(Called, events),
        answers=_all(Answered, events),
        promises=_all(Promised, events),
        disputes=disputes,
        holds=holds,
        waivers=_all(Waived, events),
        filings=_all(Filed, events),
        services=_all(Served, events),
        hearings=_all(Hearing, events),
        judgments=_all(Judgment, events),
        appeals=_all(Appealed, events),
        satisfied=_all(Satisfied, events),
        dismissals=_all(Dismissed, events),
        signed=_all(Signed, events),
        ended=_all(Ended, events),
        settled=_all(Settled, events),
        tendered=_all(Tendered, events),
        adjusted=adjusted,
        handed_off=_all(HandedOff, events),
        returned=_all(Returned, events),
        commissions=_all(Commission, events),
        passed_on=_all(PassedOn, events),
        closed=_closed(events),
    )
    if folded.signed and disputes:
        folded = folded.model_copy(update={"disputes": still_disputed(folded)})
    return folded.at(find or _nowhere, origins)


def _laid(lay: Callable[[tuple[E, ...]], N], kind: type[E], standing: Sequence[Entry]) -> N:
    """Return what the news of a proceeding comes to.

    Raises `InvalidFile` where its days cannot be, at the entry from which on they cannot.
    """
    told = [(entry, entry.event) for entry in standing if isinstance(entry.event, kind)]
    events = tuple(event for _, event in told)
    try:
        return lay(events)
    except ValidationError as err:
        fault, first = err, len(events)
    for count in range(first - 1, 0, -1):
        try:
            lay(events[:count])
            break
        except ValidationError as err:
            fault, first = err, count
    said = fault.errors(include_url=False)[0]
    words = {"sentence": said["msg"], "fix": "", **said.get("ctx", {})}
    raise InvalidFile([error("K029", words["sentence"], told[first - 1][0].at("event"), fix=words["fix"])]) from None


def stand(journal: Journal, faults: list[Finding] | None = None) -> tuple[Entry, ...]:
    """Return the entries that count, without the corrections themselves; what cannot be undone goes to ``faults``."""
    corrections = undos(journal)
    undone = {one.entry for one in corrections}
    left = tuple(e for e in journal.entries if e.event.n not in undone and not isinstance(e.event, Undone))
    if faults is not None:
        entries = [entry for one in corrections if (entry := journal.entry(one.n))]
        faults += [fault for entry in entries if (fault := _cannot_undo(entry, journal, left))]
    return left


def undos(journal: Journal) -> tuple[Undone, ...]:
    """Return the corrections that no later correction has taken back, oldest first."""
    standing: list[Undone] = []
    for event in reversed(journal.events):
        if isinstance(event, Undone) and all(one.entry != event.n for one in standing):
            standing.append(event)
    return tuple(reversed(standing))


def superseded(made: tuple[Made, ...]) -> frozenset[int]:
    """Return the numbers of the papers that a later one has replaced."""
    return frozenset(number for paper in made for number in paper.overtaken)


def _cannot_undo(entry: Entry, journal: Journal, left: tuple[Entry, ...]) -> Finding | None:
    number = entry.event.entry if isinstance(entry.event, Undone) else 0
    target = journal.entry(number)
    if target is None or number >= entry.event.n:
        message = f"there is no entry {number} before this one to undo"
        return error("K192", message, entry.at("entry"), fix="`kit log CASE show` lists them.")
    sent = next((e.event for e in left if isinstance(e.event, Sent) and number in e.event.papers), None)
    if isinstance(target.event, Made) and sent:
        message = f"entry {number} made a paper that went out (entry {sent.n}), so it cannot be undone"
        fix = f"If it did not go out after all, undo entry {sent.n} first."
        return error("K192", message, entry.at("entry"), fix=fix)
    return None


def _open(events: tuple[Event, ...]) -> tuple[tuple[Disputed, ...], tuple[Held, ...]]:
    """Return the disputes and the holds that no release has ended."""
    open_: list[Disputed | Held] = []
    for event in events:
        if isinstance(event, Disputed | Held):
            open_.append(event)
        elif isinstance(event, Released):
            open_ = [one for one in open_ if not _ends(event, one)]
        elif isinstance(event, Adjusted) and event.resolves:
            open_ = [one for one in open_ if not (isinstance(one, Disputed) and one.invoice == event.invoice)]
    return _all(Disputed, open_), _all(Held, open_)


def _credits(adjusted: tuple[Adjusted, ...]) -> tuple[Credit, ...]:
    """Return what adjustments gave up, as the credits that they are."""
    given = (one for one in adjusted if one.amount)
    return tuple(Credit(id=one.id, on=one.on, invoice=one.invoice, amount=one.amount, reason=one.text) for one in given)


def _closed(events: tuple[Event, ...]) -> Closed | None:
    """Return how the case was closed, unless it was reopened since."""
    last = next((event for event in reversed(events) if isinstance(event, Closed | Reopened)), None)
    return last if isinstance(last, Closed) else None


def _ends(release: Released, one: Disputed | Held) -> bool:
    if release.entry is not None:
        return one.n == release.entry
    return release.invoice is None or one.invoice == release.invoice


def _all(kind: type[E], events: tuple[Event, ...] | list[Disputed | Held]) -> tuple[E, ...]:
    return tuple(event for event in events if isinstance(event, kind))


def _nowhere(*_: str | int) -> Place:
    return Place("case.yaml")

"""News of a bankruptcy or another insolvency rests on the entry that opened it, and counts for nothing without it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kit.findings import Finding, error
from kit.journal.file import Entry
from kit.model.bankruptcy_event import BankruptcyNews
from kit.model.case import CaseFile
from kit.model.event import Event
from kit.model.insolvency_event import InsolvencyNews
from kit.model.small_claims import InsolvencyKind

News = BankruptcyNews | InsolvencyNews


def unopened(case_file: CaseFile, standing: Sequence[Entry]) -> Iterator[Finding]:
    """Yield a finding for each entry about a proceeding that neither `case.yaml` nor any entry opens."""
    for kind, known, what, key in (
        (BankruptcyNews, case_file.bankruptcy, "a bankruptcy, and no petition is on record", "petition_on: YYYY-MM-DD"),
        (InsolvencyNews, case_file.insolvency, "an insolvency, and no kind of it is on record", "kind: .."),
    ):
        told = [(entry, entry.event) for entry in standing if isinstance(entry.event, kind)]
        if known or any(_opened(event) for _, event in told):
            continue
        for entry, event in told:
            fix = f"Write `{key}` into that entry, or take it back: `kit log CASE undo {event.n}`."
            yield error("K193", f"entry {event.n} speaks of {what}", entry.at("event"), fix=fix)


def resting_on(event: Event, standing: Sequence[Event], case_file: CaseFile) -> tuple[int, ...]:
    """Return the later entries about the proceeding that ``event`` opened: without it they speak of none, or another's.

    Empty where ``event`` opened none, or where `case.yaml` or an entry before it opens the same.
    """
    if not isinstance(event, News) or (opened := _opened(event)) is None:
        return ()
    alike = [one for one in standing if isinstance(one, News) and one.event == event.event and one.n != event.n]
    before = [one for one in alike if one.n < event.n]
    ended = any(isinstance(one, InsolvencyNews) and one.ended_on for one in before)  # the same kind opens another then
    if not ended and opened in (_opened_in(case_file, event), *(_opened(one) for one in before)):
        return ()
    resting: list[int] = []
    for one in alike:
        if one.n > event.n and _opened(one) is not None:
            break  # from here on the news rests on that entry
        resting += [one.n] if one.n > event.n else []
    return tuple(resting)


def _opened(event: News) -> date | InsolvencyKind | None:
    """Return what ``event`` opens a proceeding with: the day of the petition, or the kind of another insolvency."""
    return event.petition_on if isinstance(event, BankruptcyNews) else event.kind


def _opened_in(case_file: CaseFile, event: News) -> date | InsolvencyKind | None:
    """Return the same of the proceeding in `case.yaml`, unless it ended there and cannot be the one meant."""
    if isinstance(event, BankruptcyNews):
        return case_file.bankruptcy.petition_on if case_file.bankruptcy else None
    seen = case_file.insolvency
    return seen.kind if seen and seen.ended_on is None else None

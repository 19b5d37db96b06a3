"""One entry from the command line into the journal: read, built, refused or recorded, and said."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click
from pydantic import ValidationError

from kit.checks.ended_early import refuse_ended
from kit.checks.overtaken import refuse_sent_beside
from kit.checks.stay_papers import refuse_sent
from kit.checks.whose_claim import refuse_sent_away
from kit.cli.findings_text import as_data, as_text, plain
from kit.cli.log_beside import worth_knowing
from kit.cli.log_manners import JUDGED, there, warnings
from kit.cli.log_words import words
from kit.documents.wording import day, short_day
from kit.findings import Finding, InvalidFile, KitError
from kit.journal import Journal, append, fold, read
from kit.journal.deal_entry import completed
from kit.journal.file import NAME
from kit.journal.fold import stand, undos
from kit.journal.refusal import refuse, refuse_undo
from kit.journal.sending import enclosed_with, paper_sent
from kit.journal.written import keys
from kit.load.case_file import CaseParts, read_case_file
from kit.load.text_file import shown_path
from kit.model.agreed import in_force
from kit.model.case import Case
from kit.model.deal_event import Closed, Ended
from kit.model.event import MODELS, Event, Paid
from kit.model.money import spoken
from kit.model.paper_event import Sent

Said = dict[str, Any]
LISTED = ("checked", "called")  # events that name a step by its id alone


def enter(path: Path, word: str, today: date, said: Said, *, again: bool, shape: str) -> None:
    """Record the event ``word`` with what the command line ``said`` and print it and what is owed now."""
    parts = read_case_file(path)
    given = {name: value for name, value in said.items() if value not in (None, (), False)}

    aside: list[Finding] = []
    beside: list[str] = []

    def make(journal: Journal) -> Event:
        aside[:] = journal.findings if journal.whole is not None else ()
        if word == "undone":
            return _undo(parts, journal, given, today)
        case = _case(parts, journal)
        event = _built(word, journal, _completed(word, parts, case, journal, there(path, given), again=again))
        refuse(case, event, today, again=again)
        if isinstance(event, Sent):
            known = _case_on(parts, journal, event.on)
            refuse_sent(known, event)
            refuse_sent_away(known, event, again=again)
            refuse_sent_beside(known, event, again=again)
        if isinstance(event, Ended):
            refuse_ended(_case_on(parts, journal, event.on), event, again=again)
        beside[:] = [*worth_knowing(path, parts, journal, event), *_closed_over(case, event)]
        _case(parts, journal.followed_by(event))  # whatever contradicts the case is refused with its reasons
        return event

    event = append(parts.folder, make, shown=_shown(parts))
    for finding in aside:
        fix = "Its lines stand in the journal as comments now; if it happened, record it again."
        click.echo(as_text(replace(finding, fix=fix)), err=shape == "json")
    wrong = warnings(path, event)
    if shape == "json":
        data = _data(event) | ({"warnings": [as_data(one) for one in wrong]} if isinstance(event, JUDGED) else {})
        click.echo(json.dumps(data, indent=2, ensure_ascii=False, default=str))
        return
    click.echo(plain(f"Entry {event.n}, {short_day(event.on)}: {words(event, parts.file.currency)}"))
    for one in wrong:
        click.echo(as_text(one, "warning"), err=True)
    for more in beside:  # what is worth knowing beside the entry
        click.echo(more)
    if owed := _owed(path, today):
        click.echo(owed)


def show_journal(path: Path, shape: str, as_of: date | None = None) -> None:
    """Print every entry, undone ones marked; with ``as_of`` those dated up to that day."""
    parts = read_case_file(path)
    journal = read(parts.folder, _shown(parts))
    for finding in journal.findings:
        click.echo(as_text(finding), err=True)
    left = {entry.event.n for entry in stand(journal)} | {one.n for one in undos(journal)}
    shown = [one for one in journal.events if as_of is None or one.on <= as_of]
    if shape == "json":
        data = [_data(event) | {"stands": event.n in left} for event in shown]
        click.echo(json.dumps(data, indent=2, ensure_ascii=False, default=str))
    else:
        for event in shown:
            mark = "" if event.n in left else "  (undone)"
            click.echo(plain(f"{event.n:>4}  {event.on}  {words(event, parts.file.currency)}{mark}"))
        if not shown:
            click.echo("Nothing is recorded yet." if as_of is None else f"Nothing is recorded up to {as_of}.")
    if journal.errors:
        raise click.exceptions.Exit(1)


def _closed_over(case: Case, event: Event) -> list[str]:
    """Return that an agreement goes on where a case is closed over it."""
    found = in_force(case, event.on) if isinstance(event, Closed) else None
    if found is None:
        return []
    what = "plan" if found.plan else "settlement"
    return [f"Note: the {what} of {found.on} is in force and binds you as before; closing does not end it."]


def _undo(parts: CaseParts, journal: Journal, given: Said, today: date) -> Event:
    """Return the correction; it may leave faults that were there before, so that it can mend them one by one."""
    event = _built("undone", journal, given)
    refuse_undo(parts.file, journal, event, today)
    try:
        _case(parts, journal.followed_by(event))
    except InvalidFile as after:
        if len(after.findings) >= len(_faults(parts, journal)):
            raise
    return event


def _faults(parts: CaseParts, journal: Journal) -> tuple[Finding, ...]:
    try:
        _case(parts, journal)
    except InvalidFile as err:
        return err.findings
    return ()


def _case(parts: CaseParts, journal: Journal) -> Case:
    return fold(parts.file, journal, date.max, find=parts.tree.place, id=parts.id)


def _case_on(parts: CaseParts, journal: Journal, on: date) -> Case:
    """Return the case as known on a day."""
    return fold(parts.file, journal, on, find=parts.tree.place, id=parts.id)


def _shown(parts: CaseParts) -> str:
    return shown_path(parts.folder / NAME)


def _completed(word: str, parts: CaseParts, case: Case, journal: Journal, given: Said, *, again: bool) -> Said:
    """Return what was said with what follows from the case: a payment's number, the paper that went out."""
    if word == "paid":
        return {"id": _next_payment(case, journal)} | given
    if word == "placed" and given.get("after"):
        return given | {"ladder": _mark(parts, given["after"])}
    if word in LISTED and given.get("step"):
        _step_there(parts, word, given["step"])
    if word == "sent":
        given = dict(given)
        if given.pop("own", False):
            return given
        meant: dict[str, Any] = {name: given.pop(name, None) for name in ("step", "document")}
        paper = paper_sent(case, number=given.pop("made", None), again=again, **meant)
        found = {"made": paper.n, "document": paper.document, "enclosed": enclosed_with(case, paper)}
        usual = {"channel": paper.channel} if paper.channel else {}
        return usual | given | found | ({"step": paper.step} if paper.step else {})
    return completed(word, case, journal, dict(given))


def _step_there(parts: CaseParts, word: str, name: str) -> None:
    """Raise `KitError` where the case's ladder has no step ``name``, or one that another event makes done."""
    from kit.ladder.off_ladder import task_named  # noqa: PLC0415 - recording most events needs no ladder
    from kit.load.ladder_file import ladder_of  # noqa: PLC0415

    ladder = ladder_of(parts)
    task = (ladder.task(name) if ladder else None) or task_named(name)
    if ladder and task is None:
        known = [one.id for one in (*ladder.steps, *ladder.replies)]
        raise KitError(f"there is no step `{name}`; there are {', '.join(known)}")
    if task and task.done_by != word:
        raise KitError(f"`{name}` is {task.done_by.value}, not {word}; record it with `sent`, `called` or `checked`")


def _mark(parts: CaseParts, step: str) -> str:
    """Return the mark of the ladder up to ``step``; raises `KitError` where it has no such step."""
    from kit.load.ladder_file import ladder_of  # noqa: PLC0415 - only this entry needs the ladder

    ladder = ladder_of(parts)
    if ladder is None or step not in ladder.places:
        raise KitError(f"there is no step `{step}`; there are {', '.join(ladder.places) if ladder else 'none'}")
    return ladder.fingerprint(step)


def _next_payment(case: Case, journal: Journal) -> str:
    """Return the first P-number that nobody used, undone payments included."""
    used = {one.id for one in case.payments} | {one.id for one in journal.events if isinstance(one, Paid)}
    number = len(used) + 1
    while f"P-{number}" in used:
        number += 1
    return f"P-{number}"


def _built(word: str, journal: Journal, given: Said) -> Event:
    try:
        event: Event = MODELS[word].model_validate({"n": journal.next_number, "event": word} | given)
    except ValidationError as err:
        raise KitError("; ".join(_complaint(fault) for fault in err.errors(include_url=False))) from None
    return event


def _complaint(fault: Any) -> str:
    option = str(fault["loc"][0]).replace("_", "-") if fault["loc"] else ""
    ctx = fault.get("ctx", {})
    said = f"{ctx['sentence']}. {ctx['fix']}".rstrip() if fault["type"] == "kit" else fault["msg"]
    return f"{option}: {said}" if option else said


def _data(event: Event) -> dict[str, Any]:
    return dict(keys(event))


def _owed(path: Path, today: date) -> str:
    """Return what is owed now in a sentence; nothing where the account cannot be drawn up."""
    from kit import pipeline  # noqa: PLC0415 - loads the law, which recording does not need

    try:
        facts = pipeline.look(path, as_of=today)
    except KitError:
        return ""
    totals, currency = facts.ledger.totals, facts.ledger.currency
    if judgment := facts.ledger.judgment:
        over = f" {spoken(judgment.overpaid, currency)} came in over that." if judgment.overpaid else ""
        return f"Owed on the judgment on {day(today)}: {spoken(judgment.total, currency)}.{over}"
    over = f" {spoken(totals.overpaid, currency)} came in over that." if totals.overpaid else ""
    return f"Owed on {day(today)}: {spoken(totals.total, currency)}.{over}"

"""The next step as text for a person and as data for a program."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from kit.cli.case_folders import days_overdue
from kit.cli.case_table import case_table, nothing_in, totals, unread
from kit.cli.findings_text import as_data, plain
from kit.cli.findings_text import as_text as finding_text
from kit.cli.next_rows import Row
from kit.documents.wording import count, day
from kit.escalation import Prospect
from kit.ladder.ahead import Act
from kit.load.text_file import shown_path
from kit.model.money import spoken
from kit.step_papers import requests_of


def as_text(found: Prospect) -> str:
    """Return the next step of one case: where it stands, what comes, every blocker, every note."""
    facts, ahead = found.facts, found.next.ahead
    ledger = facts.ledger
    days = days_overdue(facts)
    overdue = f", overdue for {count(days, 'day')} at the most" if days and ledger.totals.total else ""
    if ledger.judgment:
        overdue = f", on the judgment of {day(ledger.judgment.entered_on)}"
    owed = spoken(ledger.owed, ledger.currency)
    lines = [f"{facts.case.debtor.name} owes {owed} on {day(facts.as_of)}{overdue}."]
    if ahead and ahead.standing and ahead.standing.done:
        lines.append(f"done: {', '.join(f'{one.step} {one.on}' for one in ahead.standing.done)}")
    if ahead and ahead.task:
        opens = f", open from {ahead.opens.on}, {ahead.opens.why}" if ahead.opens else ""
        answers = f", because {ahead.due.why}" if ahead.due else ""
        lines.append(f"step: {ahead.task.id} ({ahead.task.title}; {ahead.task.done_by.value}){opens}{answers}")
        lines.append(f"papers: {', '.join(_papers(found))}")
    if found.bank:
        lines.append(f"bank: looked at through {found.bank}")
    lines.append(f"next: {found.next.sentence}")
    text = [plain(line) for line in lines]
    if found.blockers:
        clear = f"; clear on {found.clears_on}" if found.clears_on else "; at least one has no day on which it clears"
        text += ["", f"{count(len(found.blockers), 'reason')} why not today{clear}:"]
        text += [finding_text(one) for one in found.blockers]
    if notes := [one for one in found.findings if not one.stops]:
        text += ["", "worth knowing:", *(finding_text(one) for one in notes)]
    return "\n".join(text)


def _papers(found: Prospect) -> list[str]:
    return [f"{one.document}{f' {one.about}' if one.about else ''}" for one in requests_of(found)]


def as_json(found: Prospect) -> str:
    """Return the same for programs."""
    facts, ahead = found.facts, found.next.ahead
    task = ahead.task if ahead else None
    data: dict[str, Any] = {
        "case": shown_path(found.folder),
        "as_of": facts.as_of,
        "debtor": facts.case.debtor.name,
        "currency": facts.ledger.currency,
        "owed": facts.ledger.owed,
        "days_overdue": days_overdue(facts),
        "act": (ahead.act if ahead else Act.NOTHING).value,
        "step": task.id if task else None,
        "title": task.title if task else None,
        "done_by": task.done_by.value if task else None,
        "papers": _papers(found),
        "opens_on": ahead.opens.on if ahead and ahead.opens else None,
        "why": ahead.opens.why if ahead and ahead.opens else ahead.due.why if ahead and ahead.due else None,
        "done": [{"step": one.step, "on": one.on, "entry": one.n} for one in _done(found)],
        "sentence": found.next.sentence,
        "clears_on": found.clears_on if found.blockers else None,
        "bank_through": found.bank,
        "blockers": [as_data(one) for one in found.blockers],
        "notes": [as_data(one) for one in found.findings if not one.stops],
    }
    return json.dumps(data, indent=2, ensure_ascii=False, default=str)


def _done(found: Prospect) -> tuple[Any, ...]:
    ahead = found.next.ahead
    return ahead.standing.done if ahead and ahead.standing else ()


def rows_json(found: Sequence[Row], as_of: date) -> str:
    """Return the rows of a folder for programs; amounts are text, so that no cent is lost."""
    data = {"as_of": as_of, "bank_through": _bank(found), "cases": [dataclasses.asdict(row) for row in found]}
    return json.dumps(data, indent=2, ensure_ascii=False, default=str)


def rows_text(found: Sequence[Row], folder: Path, as_of: date) -> str:
    """Return the rows of a folder as a table, what can be done today first; faults below it."""
    if not found:
        return nothing_in(folder)
    good = [row for row in found if not row.fault]
    today = sum(row.ready for row in good)
    lines = [f"{count(len(found), 'case')} on {day(as_of)}, {today} with a step that can be done today"]
    bank = _bank(found)
    lines.append(
        f"Bank looked at through {bank}."
        if bank
        else "`bank:` in kit.yaml can say through which day the bank was looked at."
    )
    if good:
        lines += ["", *case_table(good, ("Next", "On", "In the way"), _cells)]
        lines += ["", *totals(good)]
    return "\n".join([*lines, *unread(found)])


def _cells(row: Row) -> tuple[str, ...]:
    on = "today" if row.ready else row.on.isoformat() if row.on else ""
    return (row.short, on, " ".join(row.blockers))


def _bank(found: Sequence[Row]) -> date | None:
    """Return the oldest day through which a bank account was looked at."""
    return min((row.bank for row in found if row.bank), default=None)

"""Limits of all states, changes of one, several side by side, and what is old."""

from __future__ import annotations

import dataclasses
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from kit.checks.place import takes
from kit.cli.law_words import scope_in_words, value_in_words
from kit.cli.table import table
from kit.documents.wording import count, day
from kit.findings import KitError
from kit.load.jurisdiction_file import jurisdiction_codes, load_jurisdiction
from kit.model.law import Answer, Jurisdiction, RateUnknown
from kit.model.law_names import RuleName
from kit.model.law_overview import standings
from kit.model.law_rules import RULES
from kit.model.law_words import Confidence
from kit.model.party import PartyKind

PLAINTIFFS = (PartyKind.INDIVIDUAL, PartyKind.LLC)
USUAL = {"claim": "trade", "debtor": "llc", "plaintiff": "llc", "amount": Decimal(1)}
UNKNOWN = "?"  # nobody has researched it, or it turns on more than was said
WIDTH = 100


@dataclass(frozen=True, slots=True)
class Limit:
    """The limits of one court on a day."""

    state: str
    name: str
    court: str
    person: str
    company: str
    confidence: str
    next_step_up: bool


@dataclass(frozen=True, slots=True)
class Change:
    """A value that begins on a day, and what it replaces."""

    on: date
    rule: str
    turns_on: str
    before: str
    after: str
    cite: str
    confidence: str
    scheduled: bool


@dataclass(frozen=True, slots=True)
class Old:
    """An answer that somebody should read again."""

    state: str
    rule: str
    read_on: date | None
    review_by: date | None
    cite: str


def data(rows: Sequence[Any]) -> list[dict[str, Any]]:
    """Return rows for programs; days are text."""
    return [
        {key: str(value) if isinstance(value, date) else value for key, value in dataclasses.asdict(row).items()}
        for row in rows
    ]


def limits(on: date, folders: Sequence[Path]) -> list[Limit]:
    """Return the limits of every small-claims court on record, and of the next courts up."""
    rows = []
    for code in jurisdiction_codes(folders):
        law = load_jurisdiction(code, folders)
        for key, court in law.courts.items():
            found = {kind: _limit(law, key, kind, on) for kind in PLAINTIFFS}
            sure = _worst([answer for _, answer in found.values() if answer])
            said = [words for words, _ in found.values()]
            upper = bool(court.next_step_up)
            rows.append(Limit(code, law.name, court.name, said[0], said[1], sure, next_step_up=upper))
    return rows


def _limit(law: Jurisdiction, court: str, plaintiff: PartyKind, on: date) -> tuple[str, Answer | None]:
    """Return the limit of a court for such a plaintiff in words; a dash where it does not hear one."""
    if not takes(law.courts[court], plaintiff):
        return "-", None
    answer = _answer(law, RuleName.SMALL_CLAIMS_LIMIT, on, court=court, plaintiff=plaintiff.value)
    return _short(answer), answer


def limits_text(rows: Sequence[Limit], on: date) -> str:
    """Return the limits as a table."""
    heads = ("State", "Court", "A person", "A company", "Confidence")
    cells = [(row.state, row.court, row.person, row.company, row.confidence) for row in rows if not row.next_step_up]
    states = len({row.state for row in rows})
    lines = [f"Small-claims limits of {count(states, 'jurisdiction')} on {day(on)}. No legal advice.", ""]
    return "\n".join([*lines, *table([heads, *cells], (2, 3))])


def changed(law: Jurisdiction, on: date) -> list[Change]:
    """Return every value that replaced another, in order of day."""
    courts = {key: court.name for key, court in law.courts.items()}
    found = [change for rule in law.rules for change in _changes(law, rule, courts, on)]
    return sorted(found, key=lambda one: (one.on, one.rule))


def _changes(law: Jurisdiction, rule: RuleName, courts: dict[str, str], on: date) -> Iterator[Change]:
    if law.block(rule).not_researched:
        return
    for group in law.groups(rule):
        before = ""
        for row in sorted(group.rows, key=lambda one: one.starts):
            answer = law.told(rule, row.starts, row)
            after = value_in_words(RULES[rule], answer.value) or "not settled"
            if before and before != after:
                scope, sure = scope_in_words(group.scope, courts), str(answer.confidence or "")
                yield Change(row.starts, rule.value, scope, before, after, answer.cite, sure, row.starts > on)
            before = after


def changes_text(law: Jurisdiction, rows: Sequence[Change]) -> str:
    """Return the changes as text."""
    if not rows:
        return f"{law.name}: no change of a value is on record."
    lines = [f"{law.name}: {count(len(rows), 'change')} on record. No legal advice."]
    for row in rows:
        when = f"{row.on} (enacted, not in force yet)" if row.scheduled else str(row.on)
        turns = f", {row.turns_on}" if row.turns_on else ""
        lines += ["", f"{when}  {row.rule}{turns}"]
        for label, words in (("was", row.before), ("is", row.after)):
            lines += textwrap.wrap(f"{label}: {words}", WIDTH, initial_indent="  ", subsequent_indent="      ")
        lines.append(f"  {row.cite}; {row.confidence} confidence")
    return "\n".join(lines)


QUESTIONS: tuple[tuple[str, RuleName, dict[str, Any]], ...] = (
    ("Small claims, a person sues", RuleName.SMALL_CLAIMS_LIMIT, {"plaintiff": "individual"}),
    ("Small claims, a company sues", RuleName.SMALL_CLAIMS_LIMIT, {"plaintiff": "llc"}),
    ("Limitation, written", RuleName.LIMITATION_PERIOD, {"kind": "written"}),
    ("Limitation, oral", RuleName.LIMITATION_PERIOD, {"kind": "oral"}),
    ("Limitation, open account", RuleName.LIMITATION_PERIOD, {"kind": "open_account"}),
    ("Limitation, account stated", RuleName.LIMITATION_PERIOD, {"kind": "account_stated"}),
    ("Limitation, sale of goods", RuleName.LIMITATION_PERIOD, {"kind": "sale_of_goods"}),
    ("Interest before judgment", RuleName.PREJUDGMENT_INTEREST, {"kind": "written", "agreed": False}),
    ("Interest on a judgment", RuleName.JUDGMENT_INTEREST, {"kind": "written", "agreed": False}),
    ("Late charges, company owes", RuleName.LATE_CHARGE_CAP, {"debtor": "llc", "agreed": True}),
    ("Late charges, person owes", RuleName.LATE_CHARGE_CAP, {"debtor": "individual", "agreed": True}),
)


def compared(laws: Sequence[Jurisdiction], on: date) -> list[dict[str, str]]:
    """Return the main questions with the answer of each state, under its code."""
    rows = []
    for label, rule, asked in QUESTIONS:
        cells = {law.code: _cell(law, rule, on, asked) for law in laws}
        rows.append({"question": label, **cells})
    return rows


def compare_text(laws: Sequence[Jurisdiction], rows: Sequence[dict[str, str]]) -> str:
    """Return the comparison as a table; a mark says where the confidence is not high."""
    heads = ("", *(law.code for law in laws))
    cells = [(row["question"], *(row[law.code] for law in laws)) for row in rows]
    foot = f"~ medium or low confidence; {UNKNOWN} not researched, or it turns on more. `kit law show` has the sources."
    return "\n".join([*table([heads, *cells], ()), "", foot])


def _cell(law: Jurisdiction, rule: RuleName, on: date, asked: dict[str, Any]) -> str:
    if rule is not RuleName.SMALL_CLAIMS_LIMIT:
        return _published(law, rule, on, asked) or _marked(_answer(law, rule, on, **asked))
    who = PartyKind(asked["plaintiff"])
    small = [key for key, court in law.courts.items() if not court.next_step_up and takes(court, who)]
    said = dict.fromkeys(_marked(_answer(law, rule, on, court=key, **asked)) for key in small)
    return " / ".join(said) or UNKNOWN


def old(days: int, on: date, folders: Sequence[Path]) -> list[Old]:
    """Return every answer of the day read more than ``days`` ago, or whose day to be read again has come."""
    rows = []
    for code in jurisdiction_codes(folders):
        law = load_jurisdiction(code, folders)
        for rule in law.rules:
            answers = [one.answer for one in standings(law, rule, on) if one.answer and one.answer.known]
            aged = [one for one in answers if one.read_on and (on - one.read_on).days > days]
            due = law.block(rule).review_by
            if aged or (due and due <= on):
                first = min(aged, key=lambda one: one.read_on or on) if aged else (answers[0] if answers else None)
                rows.append(Old(code, rule.value, first.read_on if first else None, due, first.cite if first else ""))
    return rows


def stale_text(rows: Sequence[Old], days: int, on: date) -> str:
    """Return what is old as a table."""
    if not rows:
        return f"Nothing was read more than {count(days, 'day')} before {day(on)}, and nothing is to be read again."
    heads = ("State", "Rule", "Read", "Read again by")
    cells = [(row.state, row.rule, str(row.read_on or ""), str(row.review_by or "")) for row in rows]
    return "\n".join([f"{count(len(rows), 'answer')} to be read again", "", *table([heads, *cells], ())])


def _answer(law: Jurisdiction, rule: RuleName, on: date, **asked: Any) -> Answer | None:
    """Return the answer for an ordinary claim between businesses; None where it is not known."""
    try:
        found = law.answer(rule, on, **{**USUAL, **asked})
    except KitError:
        return None
    return found if found.known else None


def _published(law: Jurisdiction, rule: RuleName, on: date, asked: dict[str, Any]) -> str:
    """Return that a rate is published whose figure for the day is not on record; empty where there is an answer."""
    try:
        law.answer(rule, on, **{**USUAL, **asked})
    except RateUnknown:
        return "published rate"
    except KitError:
        pass
    return ""


def _short(answer: Answer | None) -> str:
    if answer is None:
        return UNKNOWN
    return "no limit" if answer.state == "none" else value_in_words(RULES[answer.rule], answer.value)


def _marked(answer: Answer | None) -> str:
    if answer is None:
        return UNKNOWN
    doubt = "~" if answer.confidence in (Confidence.MEDIUM, Confidence.LOW) else ""
    said = "none" if answer.state == "none" else value_in_words(RULES[answer.rule], answer.value)
    return f"{said.split(';')[0]}{doubt}"


def _worst(answers: Sequence[Answer]) -> str:
    order = [Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH]
    return next((str(level) for level in order if any(one.confidence is level for one in answers)), "")

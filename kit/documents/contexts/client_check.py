"""The blanks of `internal/client-check`: what to look at before agreeing to work, what was found, what follows.

Every answer there could be stands on the paper with its weight and a box, so that what is still open can be filled in
by hand, and nobody has to believe a sum that he cannot add up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kit.checks.client import Result, Seen, weigh
from kit.documents import wording
from kit.documents.contexts import client_result, letterhead
from kit.documents.contexts.client_result import EMPTY, TICKED, Reason, Step
from kit.documents.contexts.client_words import kind_words
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.load.client_points import load_points
from kit.model.case import Case
from kit.model.client_points import Choice, Points

TIED = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Row:
    """A question, its answers with their boxes, and what was written down."""

    asks: str
    choices: str
    notes: str


@dataclass(frozen=True, slots=True)
class FlagRow:
    """A red flag to watch for, or one that was noticed."""

    says: str
    notes: str


@dataclass(frozen=True, slots=True)
class ClientCheckPaper:
    """The blanks of ``internal/client-check``."""

    footer: str
    client_name: str
    client_address: str
    client_contact: str
    check_date: str
    client_kind: str
    organized_in: str
    looked_by: str
    looked_on: str
    counted: bool
    outcome: str
    count_sentence: str
    reasons: tuple[Reason, ...]
    total_weight: str
    outcome_sentence: str
    terms: tuple[Step, ...]
    needed_sentence: str
    rows: tuple[Row, ...]
    flags: tuple[FlagRow, ...]
    flags_sentence: str


def build(facts: Facts, request: Request) -> ClientCheckPaper:  # noqa: ARG001 - every document is built from facts and a request
    """Fill the client check as of the day of ``facts``."""
    case, points = facts.case, load_points()
    result = weigh(case, points, facts.as_of)
    return ClientCheckPaper(
        footer=_footer(case),
        client_name=case.debtor.shown_name,
        client_address=letterhead.address_lines(case.debtor.address),
        client_contact=letterhead.contact_line(case.debtor),
        check_date=wording.day(facts.as_of),
        client_kind=kind_words(case.debtor),
        organized_in=case.debtor.organized_in or "",
        looked_by=case.client_check.by or "",
        looked_on=_looked_on(case, facts.as_of),
        counted=result.outcome is not None,
        outcome=client_result.outcome(result),
        count_sentence=client_result.count_sentence(result),
        reasons=client_result.reasons(result),
        total_weight=str(result.weight),
        outcome_sentence=client_result.outcome_sentence(result),
        terms=client_result.terms(result, points),
        needed_sentence=client_result.needed_sentence(points, result),
        rows=tuple(_row(seen, points, case.client_check.on) for seen in result.rows),
        flags=tuple(_flags(result, points)),
        flags_sentence=_flags_sentence(result),
    )


def _looked_on(case: Case, as_of: date) -> str:
    on = case.client_check.on
    return f"{wording.short_day(on)}, unless noted" if on and on <= as_of else ""


def _footer(case: Case) -> str:
    name = case.debtor.name
    short = name if len(name) <= letterhead.FOOT else f"{name[: letterhead.FOOT - 1].rstrip()}…"
    return f"Client check · {short}"


def _row(seen: Seen, points: Points, usual: date | None) -> Row:
    where = f"\n{seen.question.where[:1].upper()}{seen.question.where[1:]}" if seen.question.where else ""
    choices = f"{TIED} ".join(_boxed(choice, ticked=choice == seen.choice) for choice in seen.question.answers)
    return Row(f"{seen.question.asks}{where}", choices, _notes(seen, points, usual))


def _boxed(choice: Choice, *, ticked: bool) -> str:
    return _line(choice, ticked=ticked).replace(" ", TIED)


def _notes(seen: Seen, points: Points, usual: date | None) -> str:
    answer = seen.answer
    if answer is None:
        return ""
    day = wording.short_day(answer.on) if answer.on and answer.on != usual else ""
    reach = [part for part in answer.who if "@" in part]  # too long for a line with others
    lines = [" · ".join(part for part in answer.who if part not in reach), *reach]
    lines += [", ".join(part for part in (day, answer.source) if part), answer.remark]
    if answer.word == "unknown" and answer.on:
        lines.append("Could not be found out.")
    if seen.stale:
        lines.append(f"Older than {points.stale_after_days} days: look again.")
    return "\n".join(line for line in lines if line)


def _flags(result: Result, points: Points) -> list[FlagRow]:
    noticed = result.noticed or ()
    rows = []
    for choice in points.flags:
        about = [one for one in noticed if one.choice == choice]
        notes = [
            ", ".join(part for part in (wording.short_day(one.flag.on) if one.flag.on else "", one.flag.remark) if part)
            for one in about
        ]
        rows.append(FlagRow(_line(choice, ticked=bool(about)), "\n".join(note for note in notes if note)))
    return rows


def _line(choice: Choice, *, ticked: bool) -> str:
    best = f", {choice.no_better_than}" if choice.no_better_than else ""
    weight = f" ({choice.against}{best})" if choice.against else ""
    return f"{TICKED if ticked else EMPTY} {choice.says}{weight}"


def _flags_sentence(result: Result) -> str:
    return "No red flag was noticed." if result.noticed == () else ""

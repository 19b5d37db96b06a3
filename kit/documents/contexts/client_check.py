"""The blanks of `internal/client-check`: what to look at before agreeing to work, what was found, what follows.

Every answer there could be stands on the paper with its weight and a box, so that what is still open can be filled in
by hand, and nobody has to believe a sum that he cannot add up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kit.checks.client import Noticed, Result, Seen, weigh
from kit.documents import wording
from kit.documents.contexts import letterhead
from kit.documents.contexts.client_words import kind_words
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.load.client_points import load_points
from kit.model.case import Case
from kit.model.client_points import Choice, Points

TICKED, EMPTY = "☒", "☐"
TIED = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks against the client."""

    text: str
    weight: str


@dataclass(frozen=True, slots=True)
class Step:
    """The terms that a weight leads to."""

    mark: str
    weight: str
    says: str


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
        outcome=_title(result),
        count_sentence=_count(result),
        reasons=_reasons(result),
        total_weight=str(result.weight),
        outcome_sentence=_why(result),
        terms=_terms(result, points),
        needed_sentence=_needed(points, result),
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


def _title(result: Result) -> str:
    return _small(result.outcome.says.rstrip(".")) if result.outcome else ""


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _count(result: Result) -> str:
    asked, against = len(result.rows), len(result.against)
    looked = (
        f"{result.looked} of {wording.count(asked, 'question')} {'was' if result.looked == 1 else 'were'} looked at."
    )
    if not against:
        return f"{looked} Nothing that was found speaks against the client."
    return f"{looked} {wording.count(against, 'finding')} {'speaks' if against == 1 else 'speak'} against the client:"


def _reasons(result: Result) -> tuple[Reason, ...]:
    found = [(_about(seen), seen.choice) for seen in result.rows if seen.choice and seen.choice.against]
    noticed = [(_flag_words(one), one.choice) for one in result.noticed or ()]
    answers = [(f"{about}: {choice.says}", choice) for about, choice in found]
    return tuple(Reason(text, str(choice.against)) for text, choice in (*answers, *noticed))


def _about(seen: Seen) -> str:
    firm = seen.answer.who[0] if seen.question.id == "references" and seen.answer and seen.answer.who else ""
    return f"{seen.question.name} {firm}".strip()


def _flag_words(one: Noticed) -> str:
    return one.flag.remark or "" if one.flag.flag == "other" else one.choice.says


def _why(result: Result) -> str:
    """Return what kept better terms away where the weight alone did not, and what is still to be looked at."""
    if result.outcome is None or result.by_sum is None:
        return ""
    parts = []
    if result.outcome != result.by_sum:
        parts.append(f"The weight alone would lead to: {_small(result.by_sum.says)}")
        grave = [choice.says for choice in result.against if choice.no_better_than == result.outcome.id]
        because = "A finding is grave enough to rule that out by itself." if grave else "Too much is still open for it."
        parts.append(because)
    if result.missing:
        parts.append(f"Needed, and not looked at yet: {_listed(result)}.")
    return wording.sentences(parts)


def _listed(result: Result) -> str:
    return wording.listing(_small(question.name) for question in result.missing)


def _needed(points: Points, result: Result) -> str:
    asked = {seen.question.id for seen in result.rows}
    names = wording.listing(_small(one.name) for one in points.questions if one.needed and one.id in asked)
    terms = _small(points.worst(points.unlooked).says.rstrip("."))
    return f"Before these were looked at, nothing better follows than {terms}: {names}."


def _terms(result: Result, points: Points) -> tuple[Step, ...]:
    last = points.outcomes[-1]
    spans = [f"{one.at_least} to {after.at_least - 1}" for one, after in pairwise(points.outcomes)]
    ranges = [*spans, f"{last.at_least} or more"]
    return tuple(
        Step(TICKED if result.outcome == one else EMPTY, weight, one.says)
        for one, weight in zip(points.outcomes, ranges, strict=True)
    )


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

"""What a client check came to, in words: the count, what speaks against the client, what follows, what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from kit.checks.client import Noticed, Result, Seen
from kit.documents import wording
from kit.model.client_points import Points

TICKED, EMPTY = "☒", "☐"


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


def outcome(result: Result) -> str:
    """Return the terms that follow, for the heading."""
    return _small(result.outcome.says.rstrip(".")) if result.outcome else ""


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def count_sentence(result: Result) -> str:
    """Return how much was looked at, and how much of it speaks against the client."""
    asked, against = len(result.rows), len(result.against)
    looked = (
        f"{result.looked} of {wording.count(asked, 'question')} {'was' if result.looked == 1 else 'were'} looked at."
    )
    if not against:
        return f"{looked} Nothing that was found speaks against the client."
    return f"{looked} {wording.count(against, 'finding')} {'speaks' if against == 1 else 'speak'} against the client:"


def reasons(result: Result) -> tuple[Reason, ...]:
    """Return everything that speaks against the client, with its weight."""
    found = [(_about(seen), seen.choice) for seen in result.rows if seen.choice and seen.choice.against]
    noticed = [(_flag_words(one), one.choice) for one in result.noticed or ()]
    answers = [(f"{about}: {choice.says}", choice) for about, choice in found]
    return tuple(Reason(text, str(choice.against)) for text, choice in (*answers, *noticed))


def _about(seen: Seen) -> str:
    firm = seen.answer.who[0] if seen.question.id == "references" and seen.answer and seen.answer.who else ""
    return f"{seen.question.name} {firm}".strip()


def _flag_words(one: Noticed) -> str:
    return one.flag.remark or "" if one.flag.flag == "other" else one.choice.says


def outcome_sentence(result: Result) -> str:
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


def needed_sentence(points: Points, result: Result) -> str:
    """Return what normal terms wait for."""
    asked = {seen.question.id for seen in result.rows}
    names = wording.listing(_small(one.name) for one in points.questions if one.needed and one.id in asked)
    terms = _small(points.worst(points.unlooked).says.rstrip("."))
    return f"Before these were looked at, nothing better follows than {terms}: {names}."


def terms(result: Result, points: Points) -> tuple[Step, ...]:
    """Return the terms that each weight leads to, those of the result ticked."""
    last = points.outcomes[-1]
    spans = [f"{one.at_least} to {after.at_least - 1}" for one, after in pairwise(points.outcomes)]
    ranges = [*spans, f"{last.at_least} or more"]
    return tuple(
        Step(TICKED if result.outcome == one else EMPTY, weight, one.says)
        for one, weight in zip(points.outcomes, ranges, strict=True)
    )

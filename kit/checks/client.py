"""What a client check comes to: a count of what was looked at, what spoke against the client, and what follows.

What was not looked at weighs nothing and never counts in the client's favor: while something needed is missing, the
best terms are not offered, and with nothing looked at there is no result at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kit.checks.client_answers import Answer, answer_to, references
from kit.findings import Finding, note
from kit.model.capacity import Known
from kit.model.case import Case
from kit.model.client import ClientCheck, RedFlag
from kit.model.client_points import Asked, Choice, Outcome, Points, Question

FEWEST_CALLED = 2  # trade references
REFERENCES = "references"


@dataclass(frozen=True, slots=True)
class Seen:
    """A question and what was found; ``choice`` is None where nobody looked, or could not find out."""

    question: Question
    answer: Answer | None
    choice: Choice | None
    stale: bool = False  # in the client's favor, and too old to count

    @property
    def counts(self) -> bool:
        """Whether this was looked at."""
        return self.choice is not None and not self.stale


@dataclass(frozen=True, slots=True)
class Noticed:
    """A red flag and what it weighs."""

    choice: Choice
    flag: RedFlag


@dataclass(frozen=True, slots=True)
class Result:
    """The count. ``outcome`` is None where nothing was looked at; ``by_sum`` is what the weight alone leads to."""

    rows: tuple[Seen, ...]
    noticed: tuple[Noticed, ...] | None  # None: nobody paid attention to red flags yet
    missing: tuple[Question, ...]  # needed, and not looked at
    by_sum: Outcome | None
    outcome: Outcome | None

    @property
    def looked(self) -> int:
        """How many questions were looked at."""
        return sum(seen.counts for seen in self.rows)

    @property
    def against(self) -> tuple[Choice, ...]:
        """The answers and red flags that speak against the client."""
        answers = [seen.choice for seen in self.rows if seen.choice]
        return tuple(one for one in (*answers, *(noticed.choice for noticed in self.noticed or ())) if one.against)

    @property
    def weight(self) -> int:
        """What they weigh together."""
        return sum(choice.against for choice in self.against)


def weigh(case: Case, points: Points, as_of: date) -> Result:
    """Return what the client check of ``case`` comes to by ``points`` on the day ``as_of``."""
    rows, noticed = tuple(_rows(case, points, as_of)), _noticed(case, points, as_of)
    bare = Result(rows, noticed, _missing(rows), None, None)
    if not bare.looked and not bare.against:
        return bare
    by_sum = points.by_sum(bare.weight)
    least = {choice.no_better_than for choice in bare.against if choice.no_better_than}
    waiting = {points.unlooked} if bare.missing else set()
    return Result(rows, noticed, bare.missing, by_sum, points.worst(by_sum.id, *least, *waiting))


def _rows(case: Case, points: Points, as_of: date) -> Iterator[Seen]:
    for question in points.questions:
        if not _asked(case, question):
            continue
        if question.id == REFERENCES:
            called: list[Answer | None] = [*references(case, as_of)]
            blank: list[Answer | None] = [None] * (FEWEST_CALLED - len(called))
            yield from (_seen(question, one, points, as_of) for one in (*called, *blank))
        else:
            yield _seen(question, answer_to(case, question.id, as_of), points, as_of)


def _asked(case: Case, question: Question) -> bool:
    person = case.debtor.kind.natural_person
    if question.of is Asked.ENTITY:
        return not person
    return question.of is Asked.ANYBODY or person or case.debtor.dba is not None


def _seen(question: Question, answer: Answer | None, points: Points, as_of: date) -> Seen:
    word = answer.word if answer else ""
    choice = next((one for one in question.answers if one.answer == word), None)
    old = as_of - timedelta(days=points.stale_after_days)
    stale = bool(choice and not choice.against and answer and answer.on and answer.on < old)
    return Seen(question, answer, choice, stale)


def _missing(rows: tuple[Seen, ...]) -> tuple[Question, ...]:
    """Return the needed questions that nobody looked at; one reference called is not two."""
    looked = Counter(seen.question.id for seen in rows if seen.counts)
    asked = dict.fromkeys(seen.question for seen in rows if seen.question.needed)
    return tuple(one for one in asked if looked[one.id] < (FEWEST_CALLED if one.id == REFERENCES else 1))


def _noticed(case: Case, points: Points, as_of: date) -> tuple[Noticed, ...] | None:
    check = case.client_check
    if check.red_flags is None:
        return None
    by_word = {choice.answer: choice for choice in points.flags}
    known = [flag for flag in check.red_flags if (flag.on or check.on or as_of) <= as_of]
    return tuple(Noticed(by_word[flag.flag], flag) for flag in known)


def check_client(case: Case, as_of: date) -> Iterator[Finding]:
    """Note what in the client check cannot be: an answer from a later day, or one that the case contradicts."""
    check, debtor = case.client_check, case.debtor
    for loc, on in _days(check):
        if on > as_of:
            message = f"`{loc[0]}` was looked at on {on}, which is after {as_of}; it does not count"
            yield note("K197", message, case.place("client_check", *loc), fix="Correct the day, or wait for it.")
    said = check.good_standing
    if said and said.answer != "unknown" and debtor.good_standing not in (Known.UNKNOWN, Known(said.answer)):
        message = f"the client check says `good_standing: {said.answer}`, the debtor `{debtor.good_standing.value}`"
        fix = "Correct the older one, or leave it out under `client_check`."
        yield note("K198", message, case.place("client_check", "good_standing"), fix=fix)


def _days(check: ClientCheck) -> Iterator[tuple[tuple[str | int, ...], date]]:
    """Yield every day that the check names, and where it stands below `client_check`."""
    if check.on:
        yield ("on",), check.on
    for name in type(check).model_fields:
        entry = getattr(check, name)
        many = isinstance(entry, tuple)
        for index, one in enumerate(entry if many else (entry,)):
            on = getattr(one, "on", None)
            if on:
                yield (name, *((index,) if many else ()), "on"), on

"""Is the law that a paper stands on fresh and sure?

A figure that was read long ago, that is due to be read again, or that nobody
was sure of goes to the user as a note: it names the rule, the day it was read,
and whom to ask. Nothing here stops a paper; an answer that is missing does,
where it is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kit.findings import Finding, note
from kit.model.inquiry import doubt
from kit.model.law import Answer, Jurisdiction
from kit.model.law_overview import standings
from kit.model.law_rules import RULES

STALE_DAYS = 365  # read longer ago than this, a value is due to be read again


def check_law_data(answers: Iterable[Answer], as_of: date, *, stale_days: int = STALE_DAYS) -> tuple[Finding, ...]:
    """Return what is old or due to be read again among the ``answers`` that a paper of ``as_of`` stands on."""
    found = [finding for answer in answers for finding in _age(answer, as_of, stale_days)]
    return tuple(dict.fromkeys(found))


def check_jurisdiction(law: Jurisdiction, as_of: date, *, stale_days: int = STALE_DAYS) -> tuple[Finding, ...]:
    """Return the same, and every doubt, for all that ``law`` answers on the day ``as_of``."""
    every = [standing.answer for rule in law.rules for standing in standings(law, rule, as_of)]
    told = [answer for answer in every if answer is not None]
    doubts = [finding for answer in told if (finding := doubt(answer, law.name)) is not None]
    return (*check_law_data(told, as_of, stale_days=stale_days), *dict.fromkeys(doubts))


def _age(answer: Answer, as_of: date, stale_days: int) -> Iterator[Finding]:
    asks = f"{RULES[answer.rule].asks} ({answer.code})"
    fix = f"Read it again at {answer.source.url}." if answer.source else "Read it again."
    if answer.read_on and (as_of - answer.read_on).days > stale_days:
        message = f"read {(as_of - answer.read_on).days} days before {as_of}: {asks}"
        yield note("K222", message, fix=fix, law=answer.cite)
    due = answer.review_by
    if due and due <= as_of and not (answer.read_on and answer.read_on >= due):
        yield note("K223", f"due to be read again since {due}: {asks}", fix=fix, law=answer.cite)

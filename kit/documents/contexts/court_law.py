"""What the law of the court says to this claim, asked once for every paper of a packet.

A question without an answer stays open on paper: it goes to the clerk and is
never filled by a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from kit.checks.court import inquiry_for
from kit.checks.place import court_for
from kit.documents import wording
from kit.documents.contexts.account import citation
from kit.facts import Facts
from kit.model.case import Case
from kit.model.law import Answer
from kit.model.law_file import Court
from kit.model.law_names import RuleName as R
from kit.model.law_words import Confidence
from kit.model.suit import suit_of

T = TypeVar("T")
ISO = re.compile(r"\b\d{4}-\d\d-\d\d\b")
CLERK = "the clerk of the court"
ASKED = (
    R.SMALL_CLAIMS_LIMIT,
    R.LIMIT_COUNTS,
    R.EXCESS,
    R.VENUE,
    R.FILING_FEE,
    R.SERVICE,
    R.COURT_FORMS,
    R.WHO_MAY_APPEAR,
    R.WHO_MAY_APPEAL,
    R.DAY_COUNTING,
    R.FILING_CAPS,
    R.JUDGMENT_INTEREST,
    R.JUDGMENT_TERMS,
)


@dataclass(frozen=True, slots=True)
class CourtLaw:
    """A court and what is on record about it; empty where no court or no law is known."""

    state: str = ""  # its name
    letters: str | None = None  # its two letters
    court: Court | None = None
    answers: Mapping[R, Answer] = field(default_factory=dict)

    def of(self, rule: R, shape: type[T]) -> T | None:
        """Return the answer's value, or None where the law is silent or not on record."""
        answer = self.answers.get(rule)
        return answer.of(shape) if answer else None

    def cite(self, rule: R) -> str:
        """Return the citation for paper; empty where there is none."""
        answer = self.answers.get(rule)
        return cited(answer.cite) if answer else ""

    def note(self, rule: R) -> str:
        """Return what the reader of the source noted, as a sentence."""
        answer = self.answers.get(rule)
        note = printed(answer.note.strip()) if answer else ""
        return note if not note or note.endswith((".", "?")) else f"{note}."

    def basis(self, rule: R) -> str:
        """Return the citation, and how sure its reader was where that is less than high."""
        answer = self.answers.get(rule)
        if answer is None or not answer.cite:
            return ""
        if not doubted(answer):
            return cited(answer.cite)
        return f"{cited(answer.cite)}; read with {answer.confidence} confidence, confirm with {whom(answer)}"

    @property
    def doubts(self) -> Iterator[Answer]:
        """Every answer that somebody should confirm."""
        return (answer for answer in self.answers.values() if doubted(answer))


def doubted(answer: Answer) -> bool:
    """Whether an answer was read with less than high confidence."""
    return answer.confidence in (Confidence.MEDIUM, Confidence.LOW)


def whom(answer: Answer) -> str:
    """Return whom to ask about an answer."""
    return printed(answer.confirm_with or CLERK)


def printed(text: str) -> str:
    """Return words from the law data as they are printed: days in words, the apostrophes of print."""
    spoken = ISO.sub(lambda found: wording.day(date.fromisoformat(found[0])), text)
    return spoken.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")


def cited(cite: str) -> str:
    """Return a citation for paper, without the day on which it was read."""
    return printed(citation(cite)).rstrip(".")


def filed_on(case: Case, as_of: date) -> date:
    """Return the day the claim was filed, or the day of the papers."""
    suit = suit_of(case)
    return suit.filed.on if suit else as_of


def court_law(facts: Facts) -> CourtLaw:
    """Return what the forum's law says about a claim filed on the day of ``facts``, or when it was filed."""
    forum = facts.forum
    if forum is None:
        return CourtLaw()
    inquiry, on = inquiry_for(facts, forum), filed_on(facts.case, facts.as_of)
    name = court_for(forum, facts.case).court
    letters = forum.code.removeprefix("us-").upper()
    if name is None:
        counting = inquiry.ask(R.DAY_COUNTING, on)
        return CourtLaw(forum.name, letters, None, {R.DAY_COUNTING: counting} if counting else {})
    told = {rule: answer for rule in ASKED if (answer := inquiry.ask(rule, on, court=name))}
    return CourtLaw(forum.name, letters, forum.courts[name], told)

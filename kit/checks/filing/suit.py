"""The claim as it would be filed today, asked about by every question; and how an answer becomes a row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Generic, TypeVar

from kit.checks.court import claimed, inquiry_for
from kit.checks.filing.result import Tested, Verdict
from kit.checks.place import Choice, court_for
from kit.facts import Facts
from kit.findings import Finding, Place
from kit.ledger.claim import claim_sums
from kit.model.case import Case
from kit.model.inquiry import Inquiry
from kit.model.law import Answer, Jurisdiction
from kit.model.law_courts import LimitCounts
from kit.model.law_file import Court
from kit.model.law_names import RuleName
from kit.model.law_rules import RULES
from kit.model.law_words import Say
from kit.model.money import spoken

T = TypeVar("T")
UNKNOWN = "K220"  # what an inquiry says where it got no answer


@dataclass(frozen=True, slots=True)
class Ruled(Generic[T]):
    """The law's answer: its value of the wanted shape, None where the law sets nothing or nobody knows."""

    rule: RuleName
    value: T | None
    answer: Answer | None  # None: not known

    @property
    def known(self) -> bool:
        """Whether the law was found to say something, or nothing."""
        return self.answer is not None

    @property
    def cite(self) -> str:
        """Where it stands."""
        return self.answer.cite if self.answer else ""


@dataclass(frozen=True, slots=True)
class Suit:
    """What is asked about: the case, its law, its court and the sums."""

    facts: Facts
    law: Inquiry | None  # of the court's state
    federal: Inquiry | None
    choice: Choice
    claim: Decimal  # what the form could ask for today
    counts: LimitCounts  # what of it counts toward the limit
    counted: Decimal  # that part of it

    @property
    def case(self) -> Case:
        """The case."""
        return self.facts.case

    @property
    def as_of(self) -> date:
        """The day of filing."""
        return self.facts.as_of

    @property
    def court_id(self) -> str:
        """The chosen court's id; empty where there is none."""
        return self.choice.court or ""

    @property
    def court(self) -> Court:
        """The chosen court; asked only where there is one."""
        return self.forum.courts[self.court_id]

    @property
    def forum(self) -> Jurisdiction:
        """The law of the court's state; asked only where it is at hand."""
        return self.inquiry.law

    @property
    def inquiry(self) -> Inquiry:
        """What asks that law."""
        if self.law is None:
            raise LookupError("the law of the court was asked for, and there is none")
        return self.law

    @property
    def state(self) -> str:
        """The two letters of the court's state."""
        return self.forum.code.removeprefix("us-").upper()

    def ask(self, rule: RuleName, shape: type[T], **more: Any) -> Ruled[T]:
        """Return what the law says to ``rule`` of this court on the day of filing."""
        court = {"court": self.court_id} if self.court_id else {}
        answer = self.inquiry.ask(rule, self.as_of, **{**court, **more})
        return Ruled(rule, answer.of(shape) if answer else None, answer)

    def money(self, amount: Decimal) -> str:
        """Return ``amount`` in words of the case's currency."""
        return spoken(amount, self.case.currency)

    def unknown(self, rule: RuleName, why: str = "", fact: Place | None = None) -> Tested:
        """Return the row of a question that the law's data does not answer; ``why`` says which part is missing."""
        if why:
            self.inquiry.unknown(rule, why)
        asks = RULES[rule].asks
        told_ = [one for one in self.inquiry.findings if one.code == UNKNOWN and asks in one.message]
        said = f"{why[:1].upper()}{why[1:]}."
        found = next((one for one in told_ if why and one.message.endswith(said)), told_[-1])
        return replace(unanswered(found), fact=fact)


def suit_of(facts: Facts) -> Suit:
    """Return the claim of ``facts`` as it would be filed on its day."""
    law = inquiry_for(facts, facts.forum) if facts.forum else None
    federal = inquiry_for(facts, facts.federal) if facts.federal else None
    choice = court_for(facts.forum, facts.case) if facts.forum else Choice()
    counts = LimitCounts()
    if law and choice.court:
        counts = law.value(RuleName.LIMIT_COUNTS, facts.as_of, LimitCounts, court=choice.court)[0] or counts
    return Suit(facts, law, federal, choice, claim_of(facts), counts, claimed(facts, counts))


def claim_of(facts: Facts) -> Decimal:
    """Return what the form asks for today; interest by law and a court's costs are the court's to add."""
    return claim_sums(facts.case, facts.ledger).whole


def clear(said: str, fact: Place | None = None, answer: Answer | None = None, cite: str = "") -> Tested:
    """Return the row of a question with nothing in the way; ``said`` names the fact that makes it so."""
    sure = answer.confidence if answer else None
    return Tested("", "", Verdict.CLEAR, said, fact=fact, cite=cite or (answer.cite if answer else ""), confidence=sure)


def told(finding: Finding, answer: Answer | None = None) -> Tested:
    """Return the row of a question that a finding answers."""
    return Tested(
        "",
        "",
        Verdict.STOP if finding.stops else Verdict.NOTE,
        finding.message,
        fact=finding.place,
        cite=finding.law,
        confidence=answer.confidence if answer else None,
        fix=finding.fix,
        code=finding.code,
        finding=finding,
    )


def unanswered(finding: Finding) -> Tested:
    """Return the row of a question that nobody has answered; the finding may stop the claim all the same."""
    return replace(told(finding), verdict=Verdict.UNKNOWN)


def untested(why: str) -> Tested:
    """Return the row of a question that could not be asked."""
    return Tested("", "", Verdict.UNKNOWN, f"not tested: {why}")


def settled(word: Say) -> bool:
    """Whether the law's file says yes or no."""
    return word is not Say.NOT_RESEARCHED

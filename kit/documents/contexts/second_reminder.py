"""The blanks of `letters/second-reminder`: what was written before, what is open, and a request for money or a word."""

from __future__ import annotations

from dataclasses import dataclass

from kit.documents.contexts import demand_words, letterhead, overdue, overdue_history
from kit.documents.contexts.account import Sum
from kit.documents.contexts.letter import opened
from kit.documents.contexts.overdue import Overdue
from kit.documents.contexts.request import Request
from kit.facts import Facts

DAYS = 7  # to pay or to answer


@dataclass(frozen=True, slots=True)
class SecondReminder(Overdue):
    """The blanks of ``letters/second-reminder``."""

    late: str
    history: str
    said: str
    sums: tuple[Sum, ...]
    interest_sentence: str
    reach: str


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request`` with its last day to pay."""
    return overdue.settled(facts, request, DAYS)


def build(facts: Facts, request: Request) -> SecondReminder:
    """Fill the second reminder as of the day of ``facts``."""
    asked = overdue.asking(facts, request, facts.ledger.demandable, DAYS)
    return SecondReminder(
        **opened(facts),
        **asked,
        subject=f"Second reminder: {asked['total_due']} for {overdue.about(facts)}",
        late=overdue.late(facts),
        history=overdue_history.wrote(facts),
        said=overdue_history.said(facts),
        sums=overdue.sums(facts),
        interest_sentence=demand_words.further_charges(facts),
        reach=letterhead.reach(facts.case, facts.as_of),
    )

"""The blanks of `letters/thirty-day`: every open item in a table, and two ways to answer: pay, or name a day."""

from __future__ import annotations

from dataclasses import dataclass

from kit.documents.contexts import demand_words, letterhead, overdue, overdue_bills, overdue_history
from kit.documents.contexts.letter import opened
from kit.documents.contexts.overdue import Overdue
from kit.documents.contexts.overdue_bills import Late
from kit.documents.contexts.request import Request
from kit.facts import Facts

DAYS = 10  # to pay or to name a day


@dataclass(frozen=True, slots=True)
class ThirtyDay(Overdue):
    """The blanks of ``letters/thirty-day``."""

    late: str
    under: str
    history: str
    said: str
    rows: tuple[Late, ...]
    unpaid_total: str
    extra_total: str
    owed_total: str
    interest_sentence: str
    reach: str


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request`` with its last day to pay or to name a day."""
    return overdue.settled(facts, request, DAYS)


def build(facts: Facts, request: Request) -> ThirtyDay:
    """Fill the 30-day letter as of the day of ``facts``."""
    asked = overdue.asking(facts, request, facts.ledger.demandable, DAYS)
    under = overdue_bills.late_total(facts)
    return ThirtyDay(
        **opened(facts),
        **asked,
        subject=f"{asked['total_due']} overdue: please pay, or name a day, by {asked['pay_by']}",
        late=overdue.late(facts),
        under=demand_words.under(facts.case),
        history=overdue_history.wrote(facts),
        said=overdue_history.said(facts),
        rows=overdue_bills.late_rows(facts),
        unpaid_total=under.unpaid,
        extra_total=under.extra,
        owed_total=under.owed,
        interest_sentence=demand_words.further_charges(facts),
        reach=letterhead.reach(facts.case, facts.as_of),
    )

"""The blanks of `letters/sixty-day`: the charges for the delay line by line, the account enclosed, the next step named.

The next step is a final demand and nothing else; what may follow that one is
for that one to say.
"""

from __future__ import annotations

from dataclasses import dataclass

from kit.documents.contexts import account, demand_words, letterhead, overdue, overdue_charges, overdue_history
from kit.documents.contexts.account import Entry, Span
from kit.documents.contexts.letter import opened
from kit.documents.contexts.overdue import Overdue
from kit.documents.contexts.overdue_charges import Charge
from kit.documents.contexts.request import Request
from kit.facts import Facts

DAYS = 10  # to pay


@dataclass(frozen=True, slots=True)
class SixtyDay(Overdue):
    """The blanks of ``letters/sixty-day``."""

    late: str
    under: str
    history: str
    said: str
    lines: tuple[Charge, ...]
    interest_sentence: str
    reach: str
    postings: tuple[Entry, ...]
    balance_sentence: str
    spans: tuple[Span, ...]
    spans_total: str


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request`` with its last day to pay."""
    return overdue.settled(facts, request, DAYS)


def build(facts: Facts, request: Request) -> SixtyDay:
    """Fill the 60-day letter as of the day of ``facts``."""
    case, ledger = facts.case, facts.ledger
    asked = overdue.asking(facts, request, ledger.demandable, DAYS)
    return SixtyDay(
        **opened(facts),
        **asked,
        subject=f"Before a final demand: please pay {asked['total_due']} by {asked['pay_by']}",
        late=overdue.late(facts),
        under=demand_words.under(case),
        history=overdue_history.wrote(facts),
        said=overdue_history.said(facts),
        lines=overdue_charges.lines(facts),
        interest_sentence=demand_words.further_charges(facts),
        reach=letterhead.reach(case, facts.as_of),
        postings=account.entries(case, ledger),
        balance_sentence=overdue_charges.balance(facts),
        spans=account.spans(case, ledger),
        spans_total=account.spans_total(case, ledger),
    )

"""The blanks of `letters/terms-recalled`: what was agreed about paying late, and what follows from it so far."""

from __future__ import annotations

from dataclasses import dataclass

from kit.documents.contexts import demand_words, letterhead, overdue, overdue_history, overdue_terms
from kit.documents.contexts.letter import opened
from kit.documents.contexts.overdue import Overdue
from kit.documents.contexts.overdue_terms import Term
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError

DAYS = 10  # to pay


@dataclass(frozen=True, slots=True)
class TermsRecalled(Overdue):
    """The blanks of ``letters/terms-recalled``."""

    late: str
    under: str
    history: str
    said: str
    terms: tuple[Term, ...]
    sum_sentence: str
    added: str
    reach: str


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request`` with its last day to pay."""
    return overdue.settled(facts, request, DAYS)


def build(facts: Facts, request: Request) -> TermsRecalled:
    """Fill the letter as of the day of ``facts``. Raises `KitError` where the case has no terms to recall."""
    terms = overdue_terms.terms(facts)
    if not terms:
        raise KitError(
            "there are no terms to recall: write `net_days`, `interest` or `late_fee` under `agreement` as they were "
            "agreed, or go on with the next letter"
        )
    asked = overdue.asking(facts, request, facts.ledger.demandable, DAYS)
    return TermsRecalled(
        **opened(facts),
        **asked,
        subject=f"What we agreed on, and {asked['total_due']} for {overdue.about(facts)}",
        late=overdue.late(facts),
        under=demand_words.under(facts.case),
        history=overdue_history.wrote(facts),
        said=overdue_history.said(facts),
        terms=terms,
        sum_sentence=overdue.sum_sentence(facts),
        added=", and what is added until it arrives," if demand_words.further_charges(facts) else "",
        reach=letterhead.reach(facts.case, facts.as_of),
    )

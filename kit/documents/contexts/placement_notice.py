"""The blanks of `letters/placement-notice`: the debtor is told that an agency or a lawyer asks for the debt now."""

from __future__ import annotations

from dataclasses import dataclass

from kit.checks.assignment_law import assignment_law
from kit.documents import wording
from kit.documents.contexts.account import citation
from kit.documents.contexts.assignment_notice import reached
from kit.documents.contexts.handoff_account import placed, total_words
from kit.documents.contexts.handoff_head import terms_for
from kit.documents.contexts.letter import Letter, opened
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.model.handoff import Taker, Title


@dataclass(frozen=True, slots=True)
class PlacementNotice(Letter):
    """The blanks of ``letters/placement-notice``."""

    agency: str
    reached: str
    invoices: str
    amount: str
    assigned: str
    law: str
    nothing_added: str


def build(facts: Facts, request: Request) -> PlacementNotice:
    """Fill the notice. Raises `KitError` where nothing is with an agency."""
    terms = terms_for(facts, request, Taker.AGENCY)
    rows = [one for one in placed(facts, terms) if one.invoice]
    if not rows or facts.ledger.judgment:
        raise KitError("nothing is open on what was placed, so there is nothing to tell the debtor")
    names = wording.listing(one.name for one in rows)
    rule = assignment_law(facts).rule
    return PlacementNotice(
        **opened(facts),
        subject=f"{terms.who} acts for us",
        agency=terms.who,
        reached=reached(terms),
        invoices=f"{'invoice' if len(rows) == 1 else 'invoices'} {names}",
        amount=total_words(facts, terms),
        assigned="yes" if terms.title is Title.COLLECTION else "",
        law=citation(rule.notice_law) if rule.notice_law and terms.sold else "",
        nothing_added="What we pay them is our own cost; you are asked for nothing on account of it.",
    )

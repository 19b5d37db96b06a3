"""The blanks of `letters/assignment-notice`: the debtor is told whom to pay now, and from when.

It says what the law asks of such a notice and no more: which invoices, that they were assigned, whom to pay, from
when paying the old creditor no longer counts, and that proof may be asked for.
"""

from __future__ import annotations

from dataclasses import dataclass

from kit.checks.assignment_law import assignment_law
from kit.documents import wording
from kit.documents.contexts.account import citation
from kit.documents.contexts.handoff_account import day_or, placed, total_words
from kit.documents.contexts.handoff_head import terms_for
from kit.documents.contexts.letter import Letter, opened
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.ledger.kept import kept
from kit.model.handoff import HandoffTerms, Taker, Title
from kit.model.law_words import Say


@dataclass(frozen=True, slots=True)
class AssignedRow:
    """One invoice."""

    invoice: str
    due: str
    open: str


@dataclass(frozen=True, slots=True)
class AssignmentNotice(Letter):
    """The blanks of ``letters/assignment-notice``."""

    new_owner: str
    rows: tuple[AssignedRow, ...]
    total: str
    pay_to: str
    law: str
    proof: str
    dispute: str
    others: str


def build(facts: Facts, request: Request) -> AssignmentNotice:
    """Fill the notice. Raises `KitError` where nothing is assigned, or nobody said where to pay."""
    case, terms = facts.case, terms_for(facts, request, Taker.FACTOR, Taker.AGENCY)
    if terms.title is Title.AUTHORITY:
        raise KitError("the claim is not assigned, only placed; `letters/placement-notice` tells the debtor that")
    rows = placed(facts, terms)
    if not rows or facts.ledger.judgment:
        raise KitError("nothing is open on what was assigned, so there is nothing to tell the debtor")
    where = terms.pay_to or (f"{terms.who}, {', '.join(terms.address.lines)}" if terms.address else "")
    if not where:
        raise KitError("where is the debtor to pay from now on? Say it with --pay-to")
    found = assignment_law(facts)
    return AssignmentNotice(
        **opened(facts),
        subject=f"Please pay {terms.who} from now on: {_count(len(rows))} assigned",
        new_owner=terms.who,
        rows=tuple(
            AssignedRow(one.name, day_or(one.due_on), wording.bare_money(one.balance, case.currency)) for one in rows
        ),
        total=total_words(facts, terms),
        pay_to=where,
        law=citation(found.cite),
        proof=_proof(terms, found.rule.proof_on_request),
        dispute=f"Questions about the work or the bill itself come to us as before; {terms.who} is told of them.",
        others=_others(facts, terms),
    )


def _count(many: int) -> str:
    return wording.count(many, "invoice")


def _proof(terms: HandoffTerms, asked: Say) -> str:
    until = " If you ask, you may pay us until you have it." if asked is Say.YES else ""
    return f"You may ask us or {terms.who} for proof of the assignment, and will get it promptly.{until}"


def _others(facts: Facts, terms: HandoffTerms) -> str:
    stay = kept(facts.case, facts.ledger, terms)
    if not stay:
        return ""
    what = "Invoice" if len(stay) == 1 else "Invoices"
    verb, them = ("was", "it") if len(stay) == 1 else ("were", "them")
    return f"{what} {wording.listing(stay)} {verb} not assigned: please pay {them} to us as before."


def reached(terms: HandoffTerms) -> str:
    """Return how the taker is reached, in one line; raises `KitError` where nobody said."""
    where = terms.address.lines if terms.address else ()
    ways = [*where, *(one for one in (terms.phone, terms.email) if one)]
    if not ways:
        raise KitError(f"how is the debtor to reach {terms.who}? Give an address (--street ...), --phone or --email")
    return ", ".join([terms.who, *ways])

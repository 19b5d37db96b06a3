"""The blanks of `handoff/proof-of-assignment`: what a debtor may see before it pays a new owner (UCC 9-406(c))."""

from __future__ import annotations

from dataclasses import dataclass

from kit.documents import wording
from kit.documents.contexts.handoff_head import Headed, head, standing
from kit.documents.contexts.letterhead import recipient
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.model.handoff import Taker, Title
from kit.model.taken import taken


@dataclass(frozen=True, slots=True)
class ProofRow:
    """One invoice that was assigned."""

    invoice: str
    dated: str
    charged: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofOfAssignment(Headed):
    """The blanks of ``handoff/proof-of-assignment``."""

    buyer: str
    assigned_on: str
    what: str
    rows: tuple[ProofRow, ...]
    pay_to: str
    debtor: str


def build(facts: Facts, request: Request) -> ProofOfAssignment:  # noqa: ARG001 - every document is built from both
    """Fill the proof. Raises `KitError` where nothing is assigned."""
    case, one = facts.case, standing(facts.case, Taker.FACTOR, Taker.AGENCY)
    terms = one.terms
    if terms.title is Title.AUTHORITY:
        raise KitError(f"{terms.who} acts for you and owns nothing of the claim, so there is no assignment to prove")
    names = taken(case, terms)
    shared = head(facts, terms, "Proof of assignment")
    shared["recipient"] = recipient(case, facts.as_of)
    return ProofOfAssignment(
        **shared,
        buyer=terms.who,
        assigned_on=wording.day(one.on),
        what="sold and assigned" if terms.title is Title.SALE else "assigned for collection",
        rows=tuple(
            ProofRow(bill.id, wording.short_day(bill.issued_on), wording.bare_money(case.total(bill), case.currency))
            for bill in case.invoices
            if bill.id in names
        ),
        pay_to=terms.pay_to or "",
        debtor=case.debtor.shown_name,
    )

"""The blanks of `handoff/recall`: the creditor takes an account back from an agency or a lawyer."""

from __future__ import annotations

from dataclasses import dataclass

from kit.documents import wording
from kit.documents.contexts.handoff_account import total_words
from kit.documents.contexts.handoff_head import Headed, head, standing
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.model.handoff import Taker, Title
from kit.model.taken import taken

TITLE = "Recall of a placed account"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall(Headed):
    """The blanks of ``handoff/recall``."""

    who: str
    reference: str
    debtor: str
    invoices: str
    since: str
    amount: str
    lawyer: str
    assigned: str


def build(facts: Facts, request: Request) -> Recall:  # noqa: ARG001 - every document is built from both
    """Fill the letter. Raises `KitError` where nothing is with an agency or a lawyer."""
    one = standing(facts.case, Taker.AGENCY, Taker.ATTORNEY)
    terms = one.terms
    names = taken(facts.case, terms)
    return Recall(
        **head(facts, terms, TITLE),
        who=terms.who,
        reference=terms.reference or "",
        debtor=facts.case.debtor.shown_name,
        invoices=("invoice " if len(names) == 1 else "invoices ") + wording.listing(names),
        since=wording.day(one.on),
        amount=total_words(facts, terms),
        lawyer="yes" if terms.to is Taker.ATTORNEY else "",
        assigned="yes" if terms.title is Title.COLLECTION else "",
    )

"""The blanks of `bankruptcy/withdrawal`: the creditor takes a proof of claim back.

Fed. R. Bankr. P. 3006: it may be done freely until somebody objects to the claim,
sues the creditor in the case, or the creditor has voted; then by leave.
"""

from __future__ import annotations

from dataclasses import dataclass

from kit.documents import wording
from kit.documents.contexts.bankruptcy_caption import bankruptcy_caption, bankruptcy_of
from kit.documents.contexts.claim_signer import ClaimSigned, claim_signer
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError

TITLE = "Withdrawal of proof of claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWithdrawal(ClaimSigned):
    """The blanks of ``bankruptcy/withdrawal``."""

    filed_on: str
    claim_number: str
    amount: str


def build(facts: Facts, request: Request) -> ClaimWithdrawal:  # noqa: ARG001 - every document is built from both
    """Fill the withdrawal of the last claim on record. Raises `KitError` where none was filed."""
    filed = bankruptcy_of(facts)
    claims = [one for one in filed.claims if one.on <= facts.as_of]
    if not claims:
        raise KitError("no proof of claim is on record as filed, so there is nothing to withdraw")
    last = claims[-1]
    return ClaimWithdrawal(
        **bankruptcy_caption(facts, TITLE),
        **claim_signer(facts),
        filed_on=wording.day(last.on),
        claim_number=last.number or "",
        amount=wording.money(last.amount, facts.case.currency) if last.amount is not None else "",
    )

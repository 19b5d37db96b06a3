"""The blanks of `bankruptcy/notice-request`: where the creditor wants the court's notices."""

from __future__ import annotations

from dataclasses import dataclass

from kit.documents.contexts.bankruptcy_caption import bankruptcy_caption
from kit.documents.contexts.claim_signer import ClaimSigned, claim_signer
from kit.documents.contexts.letterhead import creditor_of
from kit.documents.contexts.request import Request
from kit.facts import Facts

TITLE = "Request for notices"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimNoticeRequest(ClaimSigned):
    """The blanks of ``bankruptcy/notice-request``."""

    attention: str


def build(facts: Facts, request: Request) -> ClaimNoticeRequest:  # noqa: ARG001 - every document is built from both
    """Fill the request; raises `KitError` where no bankruptcy is on record."""
    creditor = creditor_of(facts.case)
    apart = creditor.signer and creditor.signer.name != creditor.name
    return ClaimNoticeRequest(
        **bankruptcy_caption(facts, TITLE),
        **claim_signer(facts),
        attention=creditor.signer.name if apart and creditor.signer else "",
    )

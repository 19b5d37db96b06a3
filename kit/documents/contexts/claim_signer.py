"""Who signs a paper for the bankruptcy court: name and title in print, the signature and the day by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from kit.documents.contexts.bankruptcy_caption import BankruptcyCaptioned
from kit.documents.contexts.letterhead import creditor_of
from kit.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSigned(BankruptcyCaptioned):
    """The blanks of the caption and of whoever signs."""

    signer_name: str
    signer_title: str
    address: str
    phone: str
    email: str


class Signer(TypedDict):
    """The same by their names."""

    signer_name: str
    signer_title: str
    address: str
    phone: str
    email: str


def claim_signer(facts: Facts) -> Signer:
    """Return the creditor's own signer, with how to reach the creditor; raises `KitError` without a creditor."""
    creditor = creditor_of(facts.case)
    signer = creditor.signer
    named = signer.name if signer else (creditor.name if creditor.kind.natural_person else "____")
    return Signer(
        signer_name=named,
        signer_title=(signer.title or "") if signer else "",
        address=", ".join(creditor.address.lines) if creditor.address else "____",
        phone=creditor.phone or "",
        email=creditor.email or "",
    )

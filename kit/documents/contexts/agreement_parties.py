"""Who agrees about a debt: the blanks of the parts `agreement-parties` and `agreement-signatures`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from kit.documents.contexts import letterhead
from kit.documents.contexts.contract_parties import client_contact
from kit.model.case import Case


@dataclass(frozen=True, slots=True)
class DebtParties:
    """The blanks of creditor and debtor, and of their signatures."""

    creditor_name: str
    creditor_address: str
    creditor_contact: str
    debtor_name: str
    debtor_address: str
    debtor_contact: str
    creditor_signer: str
    creditor_title: str
    debtor_entity: bool
    debtor_signer: str


class DebtPartiesFilled(TypedDict):
    """All of them, filled."""

    creditor_name: str
    creditor_address: str
    creditor_contact: str
    debtor_name: str
    debtor_address: str
    debtor_contact: str
    creditor_signer: str
    creditor_title: str
    debtor_entity: bool
    debtor_signer: str


def debt_parties(case: Case) -> DebtPartiesFilled:
    """Return creditor and debtor and who signs for them. Raises `KitError` where the case has no creditor."""
    creditor = letterhead.creditor_of(case)
    name, title = letterhead.signer(case)
    person = case.debtor.kind.natural_person
    return DebtPartiesFilled(
        creditor_name=letterhead.creditor_name(case),
        creditor_address=letterhead.address_lines(creditor.address),
        creditor_contact="\n".join(part for part in (creditor.phone, creditor.email) if part),
        debtor_name=case.debtor.shown_name,
        debtor_address=letterhead.address_lines(case.debtor.address),
        debtor_contact=client_contact(case),
        creditor_signer=name,
        creditor_title=title,
        debtor_entity=not person,
        debtor_signer=case.debtor.name if person else "",
    )

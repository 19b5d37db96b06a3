"""Who agrees with whom: the blanks of the parts `contract-parties` and `contract-signatures`.

An agreement's own blanks are a frozen dataclass over `Parties`; its builder fills
the shared ones with `**parties(case)`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from kit.documents.contexts import letterhead
from kit.model.case import Case


@dataclass(frozen=True, slots=True)
class Parties:
    """The blanks of the two sides and of their signatures."""

    provider_name: str
    provider_address: str
    provider_contact: str
    client_name: str
    client_address: str
    client_contact: str
    provider_signer: str
    provider_title: str
    client_entity: bool
    client_signer: str


class PartiesFilled(TypedDict):
    """All of them, filled."""

    provider_name: str
    provider_address: str
    provider_contact: str
    client_name: str
    client_address: str
    client_contact: str
    provider_signer: str
    provider_title: str
    client_entity: bool
    client_signer: str


def parties(case: Case) -> PartiesFilled:
    """Return the two sides and who signs for them. Raises `KitError` where the case has no creditor."""
    creditor = letterhead.creditor_of(case)
    name, title = letterhead.signer(case)
    return PartiesFilled(
        provider_name=letterhead.creditor_name(case),
        provider_address=letterhead.address_lines(creditor.address),
        provider_contact="\n".join(part for part in (creditor.phone, creditor.email) if part),
        client_name=case.debtor.shown_name,
        client_address=letterhead.address_lines(case.debtor.address),
        client_contact=client_contact(case),
        provider_signer=name,
        provider_title=title,
        client_entity=not case.debtor.kind.natural_person,
        client_signer=case.debtor.name if case.debtor.kind.natural_person else "",
    )


def client_contact(case: Case) -> str:
    """Return how the debtor is reached: its first contact, else its own telephone and email, a line each."""
    people = case.debtor.contacts
    if people:
        return "\n".join(part for part in (people[0].name, people[0].phone, people[0].email) if part)
    return "\n".join(part for part in (case.debtor.phone, case.debtor.email) if part)

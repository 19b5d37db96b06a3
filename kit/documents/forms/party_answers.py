"""What a court form asks about a party: names, addresses, who takes papers for it.

A street that is a post-office box is a mailing address: forms ask where a
party is, and nobody is found or served at a box.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kit.model.party import Address, Party, PartyKind

AGENT = "Agent for service of process"
_BOX = re.compile(r"\bp\.?\s*o\.?\s*box\b|\bpost\s*office\s*box\b", re.IGNORECASE)
_TYPES = {
    PartyKind.INDIVIDUAL: "individual",
    PartyKind.SOLE_PROPRIETOR: "sole proprietor",
    PartyKind.LLC: "limited liability company",
    PartyKind.CORPORATION: "corporation",
    PartyKind.PARTNERSHIP: "partnership",
    PartyKind.NONPROFIT: "nonprofit organization",
    PartyKind.GOVERNMENT: "public entity",
}


@dataclass(frozen=True, slots=True)
class AgentAnswers:
    """Who takes court papers for an entity; the name is None where nobody said who that is."""

    name: str | None = ""
    title: str = ""
    line: str = ""  # name and title
    street: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    city_state_zip: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class PartyAnswers:
    """One plaintiff or defendant. A party that is not there has every answer empty."""

    name: str = ""  # with the trade name: Mara Lind, dba Lind Design
    legal_name: str = ""
    trade_name: str = ""
    person_name: str = ""  # the name, of a natural person only
    business_name: str = ""  # the name, of an entity only
    kind: str = ""  # llc, corporation, sole-proprietor ...
    type: str = ""  # the same in words
    entity: bool | None = None
    fictitious: bool | None = None  # trades under another name
    public_entity: bool | None = None
    organized_in: str = ""
    phone: str = ""
    fax: str = ""
    email: str = ""
    street: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    county: str = ""
    city_state_zip: str = ""
    address: str = ""  # all in one line
    block: str = ""  # name and address, line by line
    mailing_street: str = ""  # where it differs from the street
    mailing_city: str = ""
    mailing_state: str = ""
    mailing_zip: str = ""
    mailing_city_state_zip: str = ""
    mailing_address: str = ""
    reached_at: str = ""  # where mail reaches it, in one line
    contact: str = ""
    contact_title: str = ""
    agent: AgentAnswers = field(default_factory=AgentAnswers)


def party_answers(party: Party) -> PartyAnswers:
    """Return what a form may ask about ``party``."""
    entity = not party.kind.natural_person
    name = f"{party.name}, dba {party.dba}" if party.dba else party.name
    first = party.contacts[0] if party.contacts else None
    here, mail = _where(party.address)
    return PartyAnswers(
        name=name,
        legal_name=party.name,
        trade_name=party.dba or "",
        person_name="" if entity else name,
        business_name=name if entity else "",
        kind=party.kind.value,
        type=_TYPES[party.kind],
        entity=entity,
        fictitious=party.dba is not None,
        public_entity=party.kind is PartyKind.GOVERNMENT,
        organized_in=party.organized_in or "",
        phone=party.phone or (first.phone if first else None) or "",
        email=party.email or (first.email if first else None) or "",
        street=_street(here),
        city=here.city if here else "",
        state=here.state if here else "",
        zip=here.zip if here else "",
        county=party.address.county or "" if party.address else "",
        city_state_zip=_last_line(here),
        address=_line(here),
        block="\n".join((name, *(party.address.lines if party.address else ()))),
        mailing_street=_street(mail),
        mailing_city=mail.city if mail else "",
        mailing_state=mail.state if mail else "",
        mailing_zip=mail.zip if mail else "",
        mailing_city_state_zip=_last_line(mail),
        mailing_address=_line(mail),
        reached_at=_line(mail or here),
        contact=first.name if first else "",
        contact_title=(first.role or "") if first else "",
        agent=_agent(party),
    )


def _agent(party: Party) -> AgentAnswers:
    if party.kind.natural_person:
        return AgentAnswers()
    if party.registered_agent is None:
        return AgentAnswers(name=None)
    agent = party.registered_agent
    return AgentAnswers(
        name=agent.name,
        title=AGENT,
        line=f"{agent.name}, {AGENT[:1].lower()}{AGENT[1:]}",
        street=_street(agent.address),
        city=agent.address.city,
        state=agent.address.state,
        zip=agent.address.zip,
        city_state_zip=_last_line(agent.address),
        address=_line(agent.address),
    )


def _where(address: Address | None) -> tuple[Address | None, Address | None]:
    """Return where a party is, and where its mail goes if that is a post-office box."""
    if address is None:
        return None, None
    if _BOX.search(address.street):
        here = address.model_copy(update={"street": address.street2, "street2": None}) if address.street2 else None
        return here, address.model_copy(update={"street2": None})
    if address.street2 and _BOX.search(address.street2):
        mail = address.model_copy(update={"street": address.street2, "street2": None})
        return address.model_copy(update={"street2": None}), mail
    return address, None


def _street(address: Address | None) -> str:
    return ", ".join(part for part in (address.street, address.street2) if part) if address else ""


def _last_line(address: Address | None) -> str:
    if address is None:
        return ""
    abroad = "" if address.country == "US" else f", {address.country}"
    return f"{address.city}, {address.state} {address.zip}{abroad}"


def _line(address: Address | None) -> str:
    return f"{_street(address)}, {_last_line(address)}" if address else ""

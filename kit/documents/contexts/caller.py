"""Who calls whom, in names that anybody may hear.

Nobody but the debtor is told of the debt. A telephone is answered by
colleagues and family, so what is said before the right person is on the line
names neither the matter nor a firm or a title that gives it away. Once a
lawyer is known, the lawyer is called and nobody else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kit.documents.contexts import letterhead
from kit.model.case import Case
from kit.model.party import Channel, Contact

UNNAMED = "[your name]"
NO_NUMBER = "________________"
TELLING = re.compile(
    r"collection|collector|collecting|credit|debt|recover|receivabl|\bloan|\blend|financ|factoring|judg|legal|\blaw\b",
    re.IGNORECASE,
)
"""What in the name of a firm tells a stranger why it calls."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls: ``said`` is how that is told to whoever answers; ``number`` where to call back."""

    name: str
    said: str
    number: str


@dataclass(frozen=True, slots=True)
class Called:
    """Whom to ask for. ``name`` is empty where nobody is named in the file; ``number`` where none is."""

    name: str
    role: str
    number: str
    firm: str  # whose line it is
    lawyer: bool = False
    person: bool = False  # the debtor is this very person


def caller(case: Case) -> Caller:
    """Return who calls for the creditor; a firm is named only where its name does not tell the matter."""
    creditor = letterhead.creditor_of(case)
    name = creditor.signer.name if creditor.signer else creditor.name if creditor.kind.natural_person else UNNAMED
    firm = creditor.dba or creditor.name
    said = name if firm == name or TELLING.search(firm) else f"{name} of {firm}"
    return Caller(name, said, creditor.phone or NO_NUMBER)


def called(case: Case, on: date) -> Called:
    """Return whom to call on the day ``on``: the lawyer, the person who owes, or the debtor's contact."""
    debtor, lawyer = case.debtor, case.debtor.lawyer_on(on)
    if lawyer:
        return Called(lawyer.name, f"lawyer of {debtor.name}", lawyer.phone or "", lawyer.firm or "", lawyer=True)
    if debtor.kind.natural_person:
        own = next((one.phone for one in debtor.contacts if one.name == debtor.name and one.phone), "")
        return Called(debtor.name, "", debtor.phone or own or "", "", person=True)
    contact = _contact(debtor.contacts)
    number = (contact.phone if contact else None) or debtor.phone or ""
    firm = debtor.dba or debtor.name
    return Called(contact.name if contact else "", (contact.role or "") if contact else "", number, firm)


def _contact(contacts: tuple[Contact, ...]) -> Contact | None:
    """Return who takes calls and has a number, else the first person named."""
    willing = [one for one in contacts if one.phone and (not one.accepts or Channel.PHONE in one.accepts)]
    return next(iter((*willing, *contacts)), None)


def _before_stop(name: str) -> str:
    """Return a name as a sentence can end with it: without the stop of `Inc.`"""
    return name.rstrip(".")


def spoken_end(name: str) -> str:
    """Return a name as the last word of a sentence, with one stop."""
    return f"{_before_stop(name)}."


def only_there(whom: Called) -> str:
    """Return where a message may be left once a lawyer is known; empty where none is."""
    if not whom.lawyer:
        return ""
    office = f"the office of {whom.firm}" if whom.firm else "that office"
    return f"Call {whom.name} and leave this only at {office}, with nobody else."

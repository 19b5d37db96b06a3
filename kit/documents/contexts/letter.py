"""What every letter opens and closes with: the blanks of the parts `letter-top` and `letter-close`.

A letter's own blanks are a frozen dataclass over `Letter`; its builder fills the
shared ones with `**opened(facts)`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from kit.documents import wording
from kit.documents.contexts import letterhead
from kit.facts import Facts


@dataclass(frozen=True, slots=True)
class Letter:
    """The blanks of a letter's top and close."""

    creditor_name: str
    creditor_address: str
    creditor_contact: str
    footer: str
    recipient: str
    sent_how: str
    letter_date: str
    subject: str
    salutation: str
    signer_name: str
    signer_title: str
    enclosures: str


class Opened(TypedDict):
    """All of them but the subject, which each letter words itself."""

    creditor_name: str
    creditor_address: str
    creditor_contact: str
    footer: str
    recipient: str
    sent_how: str
    letter_date: str
    salutation: str
    signer_name: str
    signer_title: str
    enclosures: str


def opened(facts: Facts, *, sent_how: str = "", enclosures: str = "") -> Opened:
    """Return who writes, to whom, when, and who signs; ``enclosures`` is what the letter brings with it."""
    case, today = facts.case, wording.day(facts.as_of)
    creditor = letterhead.creditor_of(case)
    name, title = letterhead.signer(case)
    return Opened(
        creditor_name=letterhead.creditor_name(case),
        creditor_address=letterhead.address_lines(creditor.address),
        creditor_contact=letterhead.contact_line(creditor, creditor.website),
        footer=letterhead.footer(case, f"letter of {today}"),
        recipient=letterhead.recipient(case, facts.as_of),
        sent_how=sent_how,
        letter_date=today,
        salutation=letterhead.salutation(case, facts.as_of),
        signer_name=name,
        signer_title=title,
        enclosures=enclosures,
    )

"""What every paper of a hand-off opens and closes with: from whom, to whom, when, about what, and who signs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from kit.documents import wording
from kit.documents.contexts import letterhead
from kit.documents.contexts.client_words import kind_words
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.model.agreed import away
from kit.model.case import Case
from kit.model.deal_event import HandedOff
from kit.model.handoff import HandoffTerms, Taker
from kit.model.party import Party

ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
NONE = "none on record"


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of particulars."""

    what: str
    said: str


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence or paragraph."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Headed:
    """The blanks of ``handoff-top``, and of whoever signs for the creditor."""

    creditor_name: str
    creditor_address: str
    creditor_contact: str
    footer: str
    recipient: str
    paper_date: str
    signer_name: str
    signer_title: str


class Head(TypedDict):
    """The same by their names."""

    creditor_name: str
    creditor_address: str
    creditor_contact: str
    footer: str
    recipient: str
    paper_date: str
    signer_name: str
    signer_title: str


def head(facts: Facts, terms: HandoffTerms, title: str) -> Head:
    """Return the head of the paper called ``title``, to the taker; raises `KitError` without a creditor."""
    case = facts.case
    creditor = letterhead.creditor_of(case)
    name, signs_as = letterhead.signer(case)
    return Head(
        creditor_name=letterhead.creditor_name(case),
        creditor_address=letterhead.address_lines(creditor.address),
        creditor_contact=letterhead.contact_line(creditor, creditor.website),
        footer=letterhead.footer(case, title),
        recipient=taker_block(terms),
        paper_date=wording.day(facts.as_of),
        signer_name=name,
        signer_title=signs_as,
    )


def taker_block(terms: HandoffTerms) -> str:
    """Return the taker as an address block; where no address is known, the email, or a line to fill in."""
    return "\n".join(part for part in (terms.who, letterhead.address_lines(terms.address) or terms.email) if part)


def terms_for(facts: Facts, request: Request, *takers: Taker) -> HandoffTerms:
    """Return the terms that a paper is about: those asked for, else those of the hand-off that stands.

    Raises `KitError` where there is none to one of ``takers``.
    """
    if isinstance(request.deal, HandoffTerms) and request.deal.to in takers:
        return request.deal
    return standing(facts.case, *takers).terms


def standing(case: Case, *takers: Taker) -> HandedOff:
    """Return the newest hand-off to one of ``takers`` that stands; raises `KitError` where there is none."""
    found = [one for one in away(case) if one.terms.to in takers]
    if not found:
        whom = wording.listing((f"{_article(one)} {one.value}" for one in takers), "or")
        raise KitError(
            f"nothing is with {whom}: `kit handoff CASE` makes the papers, `kit log CASE handed-off` records"
        )
    return found[-1]


def _article(taker: Taker) -> str:
    return "a" if taker is Taker.FACTOR else "an"


def reach_words(party: Party) -> str:
    """Return address, telephone and email of a party in one line."""
    place = ", ".join(party.address.lines) if party.address else ""
    return "; ".join(part for part in (place, party.phone, party.email) if part)


def who_words(party: Party) -> str:
    """Return a party with what it is in law: `Alder & Finch LLC, a limited liability company of Texas`."""
    return f"{party.shown_name}, {kind_words(party)}"


def on_paper(text: str) -> str:
    """Return a text of a check as papers print it: days in words, curly apostrophes, a capital, a full stop."""
    said = ISO.sub(lambda found: wording.short_day(date(*map(int, found.groups()))), wording.curly(text)).strip()
    return f"{said[:1].upper()}{said[1:]}".rstrip(".") + "."


def signed_as(terms: HandoffTerms) -> str:
    """Return what a paper calls the taker."""
    return {Taker.ATTORNEY: "Lawyer", Taker.AGENCY: "Agency", Taker.FACTOR: "Buyer"}[terms.to]

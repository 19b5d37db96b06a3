"""The head of every court paper: the court, who sues whom, the case number and the hearing.

Creditor and debtor are Plaintiff and Defendant here. What is not known is a
line to fill in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from typing import TypedDict

from kit.documents import wording
from kit.documents.contexts import letterhead
from kit.documents.contexts.client_words import kind_words
from kit.documents.contexts.court_law import CourtLaw, printed
from kit.documents.contexts.discreet import public
from kit.facts import Facts
from kit.model.case import Case
from kit.model.party import Guarantor, Party
from kit.model.suit import suit_of

LINE = "____"  # to be filled in by hand
NOON = 12
ASIDE = re.compile(r"\s*\([^)]*\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Captioned:
    """The blanks of ``court-caption``, which court papers share."""

    footer: str
    court: str
    court_address: str
    branch_open: str
    plaintiff: str
    defendants: str
    defendants_label: str
    case_number: str
    hearing: str


class Caption(TypedDict):
    """The blanks of the caption by their names."""

    footer: str
    court: str
    court_address: str
    branch_open: str
    plaintiff: str
    defendants: str
    defendants_label: str
    case_number: str
    hearing: str


def caption(facts: Facts, law: CourtLaw, title: str) -> Caption:
    """Return the head of the paper called ``title``; raises `KitError` where the case has no creditor."""
    case, sued = facts.case, defendants(facts.case)
    house = case.small_claims.court
    day = hearing_set(case)
    return Caption(
        footer=foot(case, title),
        court="\n".join(court_lines(case, law)),
        court_address="\n".join(house.lines[1:]) if house else "",
        branch_open="" if house or not court_name(case, law) else "yes",
        plaintiff=public(case, letterhead.creditor_name(case)),
        defendants=wording.listing(public(case, one.shown_name) for one in sued),
        defendants_label="Defendant" if len(sued) == 1 else "Defendants",
        case_number=case_number(case),
        hearing=f"{wording.day(day)}{_clock(case, day)}" if day else "",
    )


def foot(case: Case, title: str) -> str:
    """Return the words at the foot of each page."""
    return f"{_short(letterhead.creditor_of(case).name)} v. {_short(case.debtor.name)} · {title}"


def _short(name: str) -> str:
    return name if len(name) <= letterhead.FOOT else f"{name[: letterhead.FOOT - 1].rstrip()}…"


def defendants(case: Case) -> tuple[Party, ...]:
    """Return who is sued: the debtor, and each guarantor who is to be sued with it."""
    return (case.debtor, *(one for one in case.guarantors if one.sue))


def guarantors_sued(case: Case) -> tuple[Guarantor, ...]:
    """Return the guarantors among the defendants."""
    return tuple(one for one in case.guarantors if one.sue)


def the_debtor(case: Case) -> str:
    """Return how a sentence names the debtor: `Defendant`, by name where several are sued."""
    return "Defendant" if len(defendants(case)) == 1 else f"Defendant {public(case, case.debtor.name)}"


def court_name(case: Case, law: CourtLaw) -> str:
    """Return the court as the user looked it up, as the receipt names it, or as the law does; empty: unknown."""
    suit = suit_of(case)
    if case.small_claims.court:
        return case.small_claims.court.name
    return (suit.filed.court if suit else None) or (printed(law.court.name) if law.court else "")


def court_lines(case: Case, law: CourtLaw) -> tuple[str, ...]:
    """Return the court and, where its name as the user has it leaves that out, its small claims division."""
    name, division = court_name(case, law), ""
    if law.court and ", " in law.court.name:
        division = ASIDE.sub("", printed(law.court.name).rpartition(", ")[2])
    missing = "claims" in division.casefold() and "claims" not in name.casefold()
    return (name, division) if name and missing else (name,)


def case_number(case: Case) -> str:
    """Return the court's number of the case; empty where it is not known yet."""
    suit = suit_of(case)
    return suit.number if suit else ""


def hearing_set(case: Case) -> date | None:
    """Return the day of the hearing as the court set it last; None before."""
    suit = suit_of(case)
    return suit.hearing if suit else None


def hearing_on(case: Case) -> date | None:
    """Return the day of the hearing to reckon with: as set, else as the user expects it; None: nobody knows."""
    return hearing_set(case) or case.small_claims.hearing_on


def _clock(case: Case, day: date) -> str:
    at = next((one.at for one in reversed(case.hearings) if one.day == day and one.at), None)
    return f", {clock(at)}" if at else ""


def clock(at: time) -> str:
    """Return a time of day as an American reads it: 2:30 p.m."""
    return f"{at.hour % NOON or NOON}:{at.minute:02d} {'a.m.' if at.hour < NOON else 'p.m.'}"


def party_block(case: Case, party: Party, *, reach: bool = False) -> str:
    """Return a party with its address, and who takes court papers for it."""
    parts = [public(case, party.shown_name), what_it_is(party), letterhead.address_lines(party.address)]
    agent = party.registered_agent
    if agent:
        parts.append("\n".join([f"Agent for service: {agent.name}", *agent.address.lines]))
    if reach:
        parts.append(letterhead.contact_line(party))
    return "\n".join(part for part in parts if part)


def what_it_is(party: Party) -> str:
    """Return what a party is in law, and through whom it acts: `a limited liability company organized in CA`."""
    where = f" organized in {party.organized_in}" if party.organized_in else ""
    through = f", by {party.representative}" if party.representative else ""
    named = kind_words(party)
    return f"{'an' if named[0] in 'aeiou' else 'a'} {named}{where}{through}"

"""What a court form asks about the court and the proceeding: where it is, its number, the hearing, who was served."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time

from kit.documents.forms.party_answers import PartyAnswers
from kit.facts import Facts
from kit.model.case import Case
from kit.model.suit import suit_of

_DEPARTMENT = re.compile(r"\b(?:dept\.?|department|courtroom|room)\s*([\w-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CourtAddress:
    """The courthouse as far as the user has looked it up; its county comes from the ground of venue."""

    name: str = ""
    county: str = ""
    street: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    city_state_zip: str = ""
    city_zip: str = ""
    phone: str = ""
    branch: str = ""  # what its name says beyond its county
    address: str = ""  # street and city in one line
    block: str = ""  # name and address, line by line
    county_block: str = ""  # the same after the county, where a form prints `County of`


@dataclass(frozen=True, slots=True)
class CaseAnswers:
    """The proceeding; its number is empty until the court has given one."""

    number: str = ""
    name: str = ""  # Lind v. Reed
    filed_on: date | str = ""


@dataclass(frozen=True, slots=True)
class HearingAnswers:
    """The hearing that the court has set."""

    on: date | str = ""
    time: str = ""
    department: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class ServiceAnswers:
    """Service as the journal has it; a form on which the server swears to it is left to the server."""

    on: date | str = ""
    by: str = ""
    how: str = ""
    who: str = ""


def court_address(facts: Facts, county: str) -> CourtAddress:
    """Return the court in ``county``, with the address that the case gives."""
    known = facts.case.small_claims.court
    if known is None:
        return CourtAddress(county=county, county_block=county)
    state_zip = " ".join(part for part in (known.state, known.zip) if part)
    branch = _within(known.name, county)
    last = ", ".join(part for part in (known.city, state_zip) if part)
    return CourtAddress(
        name=known.name,
        county=county,
        street=known.street or "",
        city=known.city or "",
        state=known.state or "",
        zip=known.zip or "",
        city_state_zip=last,
        city_zip=" ".join(part for part in (known.city, known.zip) if part),
        phone=known.phone or "",
        branch=branch if county else "",
        address=", ".join(part for part in (known.street, last) if part),
        block="\n".join(known.lines),
        county_block="\n".join(part for part in (county, branch, *known.lines[1:]) if part),
    )


def _within(name: str, county: str) -> str:
    """Return what a court's name says beyond its county, which the form's own words and the line before have said."""
    before, found, after = name.partition(f"County of {county}") if county else (name, "", "")
    return after.strip(" ,;-\N{EN DASH}") if found else before


def case_answers(case: Case, plaintiffs: tuple[PartyAnswers, ...], defendants: tuple[PartyAnswers, ...]) -> CaseAnswers:
    """Return the proceeding by its name and number."""
    sides = [side[0].legal_name + (" et al." if len(side) > 1 else "") for side in (plaintiffs, defendants) if side]
    suit = suit_of(case)
    filed = suit.filed.on if suit else ""
    return CaseAnswers(suit.number if suit else "", " v. ".join(sides) if plaintiffs else "", filed)


def hearing_answers(case: Case) -> HearingAnswers:
    """Return the hearing that the court set last; one that the user only reckons with is none."""
    suit = suit_of(case)
    if suit and suit.hearings:
        last = suit.hearings[-1]
        where = last.where or ""
        found = _DEPARTMENT.search(where)
        return HearingAnswers(last.day, _clock(last.at), found[1] if found else "", where)
    return HearingAnswers((suit.filed.hearing_on if suit else None) or "")


def service_answers(case: Case) -> ServiceAnswers:
    """Return the last service on record."""
    suit = suit_of(case)
    if suit is None or not suit.services:
        return ServiceAnswers()
    last = suit.services[-1]
    how = last.how.value.replace("_", " ") if last.how else ""
    return ServiceAnswers(last.on, last.by or "", how, last.who or case.debtor.name)


def _clock(at: time | None) -> str:
    if at is None:
        return ""
    half = "a.m." if at.hour < 12 else "p.m."  # noqa: PLR2004 - noon
    return f"{at.hour % 12 or 12}:{at.minute:02d} {half}"

"""Which blank answers a field, once it is known what the field asks for and of whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kit.documents.forms import proposed_blanks as blanks
from kit.documents.forms.following import follows_address, opens_party
from kit.documents.forms.form_parts import Part
from kit.documents.forms.form_things import Role, Thing
from kit.documents.forms.reading import Spot

ADDRESSES = (Thing.STREET, Thing.ADDRESS)
LISTED = re.compile(r"\bpart(?:y|ies) served\b|\bon the envelope\b")
ENTITY = re.compile(r"\bbusiness\b|\bentity\b")
WHOLE_ROLES = {Role.COURT: blanks.COURT, Role.BUSINESS: blanks.BUSINESS, Role.APPEARANCE: blanks.APPEARANCE}


def blank_for(spot: Spot, thing: Thing, role: Role | None, part: Part, spots: Sequence[Spot]) -> str:
    """Return the blank that answers ``thing`` of ``role``, empty where none does."""
    if thing is Thing.SIGNER:
        return "appearance.name" if part.appearance else "signer.name" if part.declaration else "signer.line"
    own = role is Role.BUSINESS and thing in blanks.BUSINESS
    if thing in blanks.ALONE and not own:
        return blanks.ALONE[thing]
    if part.service and role in (Role.SERVED, Role.AGENT):
        return _served(spot, thing, role, part)
    if thing in ADDRESSES and role not in (Role.COURT, Role.FILER, Role.BUSINESS):
        thing = Thing.STREET if follows_address(spot, spots) else Thing.ADDRESS
    if role in WHOLE_ROLES:
        return _of_role(spot, thing, role, part)
    return _of_party(spot, thing, role, part, spots) if role else ""


def _of_role(spot: Spot, thing: Thing, role: Role, part: Part) -> str:
    if role is Role.BUSINESS and part.mailing and thing in ADDRESSES:
        return "plaintiffs[0].mailing_address"
    if thing is Thing.COURT and not spot.lines:
        thing = Thing.COUNTY  # one line after `County of` has room for no more
    return WHOLE_ROLES[role].get(thing, "")


def _of_party(spot: Spot, thing: Thing, role: Role, part: Part, spots: Sequence[Spot]) -> str:
    if role is Role.AGENT:
        tail = blanks.AGENT.get(thing, "")
        return f"{_party(Role.DEFENDANT, part, spot)}.agent.{tail}" if tail else ""
    if role is Role.FILER:
        tail = "block" if spot.lines and thing is Thing.ADDRESS else blanks.PARTY.get(thing, "")
        return f"plaintiffs[0].{tail}" if tail else ""
    if role not in blanks.LISTS:
        return ""
    if thing is Thing.NAME and not opens_party(spot, spots):
        return "appearance.plaintiff" if part.appearance and role is Role.PLAINTIFF else f"{role.value}_names"
    tail = (blanks.MAILING if part.mailing else {}).get(thing) or blanks.PARTY.get(thing, "")
    return f"{_party(role, part, spot)}.{tail}" if tail else ""


def _party(role: Role, part: Part, spot: Spot) -> str:
    """Return the path of the party asked about; a form for further defendants is about one of them on each sheet."""
    if role is Role.DEFENDANT and part.further(role):
        return "defendant"
    return f"{blanks.LISTS[role]}[{part.party(role, spot)}]"


def _served(spot: Spot, thing: Thing, role: Role, part: Part) -> str:
    """Return the blank for who was served: one party on a sheet of its own, or a list of them."""
    if LISTED.search(spot.words):
        part.served += thing is Thing.NAME
        return f"defendants[{max(0, part.served - 1)}].{'name' if thing is Thing.NAME else 'reached_at'}"
    for clue in sorted(spot.clues, key=lambda one: -one.weight):
        if found := _named(clue.words, thing):
            return f"defendant.{found}"
    return f"defendant.agent.{'title' if thing is Thing.JOB else 'name'}" if role is Role.AGENT else "defendant.name"


def _named(words: str, thing: Thing) -> str:
    """Return whom words about service speak of: the agent, the business itself, or a person."""
    if "authorized" in words and "business" not in words:
        return f"agent.{'line' if 'title' in words else 'name'}"
    if thing is Thing.JOB:
        return "agent.title" if "title" in words else ""
    return "business_name" if ENTITY.search(words) else "person_name" if "person" in words.split() else ""

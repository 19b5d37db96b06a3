"""Which small-claims court hears this plaintiff at this debtor's place.

A city's or county's own court goes before one of the whole state, and that
before the court of what the others leave; a place that some court names is not
left over, whoever that court hears.
"""

from __future__ import annotations

from dataclasses import dataclass

from kit.findings import Finding, stop
from kit.model.case import Case
from kit.model.law import Jurisdiction
from kit.model.law_courts import Ground
from kit.model.law_file import Court, Places, Where
from kit.model.law_words import PARENTS
from kit.model.party import Address, PartyKind

Loc = tuple[str, str]
HOME, WORK, SIGNED, MINE = ("debtor", "address"), ("work", "place"), ("agreement", "signed_in"), ("creditor", "address")
PLACES: dict[Ground, Loc] = {  # where the file says the place that a ground of venue is about
    Ground.DEFENDANT_LIVES: HOME,
    Ground.DEFENDANT_WORKS: HOME,
    Ground.DEFENDANT_DOES_BUSINESS: HOME,
    Ground.DEFENDANT_OFFICE: HOME,
    Ground.CONTRACT_MADE: SIGNED,
    Ground.CONTRACT_SIGNED_BY_DEFENDANT: SIGNED,
    Ground.CONTRACT_PERFORMED: WORK,
    Ground.CONTRACT_BROKEN: MINE,
    Ground.PAYMENT_DUE: MINE,
    Ground.CLAIM_AROSE: WORK,
    Ground.PLAINTIFF_LIVES: MINE,
    Ground.ANYWHERE_IN_STATE: HOME,
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A city and its county, as far as they are known."""

    city: str
    county: str


@dataclass(frozen=True, slots=True)
class Choice:
    """The id of a court, others that fit as well, or why there is none."""

    court: str | None = None
    others: tuple[str, ...] = ()
    obstacles: tuple[Finding, ...] = ()


def court_for(forum: Jurisdiction, case: Case) -> Choice:
    """Return the small-claims court of ``forum`` for this creditor and debtor."""
    if case.creditor is None:
        message = "who would sue is not known, so no court was chosen"
        return Choice(obstacles=(stop("K602", message, case.place("creditor"), fix="Add `creditor:`."),))
    place = place_in(forum, case)
    ranked = courts_for(forum, case.creditor.kind, Spot(place.city, place.county or "") if place else None)
    if ranked:
        return Choice(ranked[0], tuple(ranked[1:]))
    return Choice(obstacles=(_none(forum, case, place),))


def courts_for(forum: Jurisdiction, kind: PartyKind, spot: Spot | None) -> list[str]:
    """Return the ids of the small-claims courts that hear a plaintiff of ``kind`` at ``spot``, the nearest first."""
    small = {name: court for name, court in forum.courts.items() if not court.next_step_up}
    named = {name for name, court in small.items() if _named(court, spot)}
    hear = [
        name for name, court in small.items() if takes(court, kind) and (name in named or _general(court, spot, named))
    ]
    return sorted(hear, key=lambda name: _rank(small[name], spot))


def place_in(forum: Jurisdiction, case: Case) -> Address | None:
    """Return the place in the forum's state that decides the court, or None: see `spot_in`."""
    found = spot_in(forum, case)
    return found[0] if found else None


def spot_in(forum: Jurisdiction, case: Case) -> tuple[Address, Loc] | None:
    """Return the place in the forum's state that decides the court, and where the file says it.

    It is that of the ground of venue the user chose, else the debtor's address, else where the work was done, else
    where the debtor signed.
    """
    chosen = case.small_claims.venue
    order = ((PLACES[chosen],) if chosen else ()) + (HOME, WORK, SIGNED)
    for loc in order:
        address = address_at(case, loc)
        if address and f"us-{address.state.lower()}" == forum.code:
            return address, loc
    return None


def address_at(case: Case, loc: Loc) -> Address | None:
    """Return the address that the case gives at ``loc``, one of `PLACES`."""
    creditor = case.creditor.address if case.creditor else None
    known = {HOME: case.debtor.address, WORK: case.work.place, SIGNED: case.agreement.signed_in, MINE: creditor}
    return known[loc]


def _none(forum: Jurisdiction, case: Case, place: Address | None) -> Finding:
    if place is None:
        message = f"no place of the debtor or of the work in {forum.name} is in the file, so no court was chosen"
        fix = _where(forum, case.debtor.address)
    else:
        message = f"no small-claims court of {forum.name} on record takes this plaintiff in {place.city}"
        fix = "File in the next court up, or ask the clerk there."
    return stop("K602", message, case.place("debtor", "address"), fix=fix)


def _general(court: Court, place: Spot | None, named: set[str]) -> bool:
    """Whether a court without places of its own reaches this one."""
    if court.where is Where.EVERYWHERE:
        return True
    return court.where is Where.ELSEWHERE and place is not None and not named


def _rank(court: Court, place: Spot | None) -> int:
    if isinstance(court.where, Places):
        return 0 if place and _city(court.where, place) else 1
    return 2 if court.where is Where.EVERYWHERE else 3


def takes(court: Court, plaintiff: PartyKind) -> bool:
    """Whether such a plaintiff, or what it is a kind of, is among those that the court hears."""
    kind = plaintiff.value.replace("-", "_")
    words = {kind}
    while kind in PARENTS:
        kind = PARENTS[kind]
        words.add(kind)
    return any(word.value in words for word in court.plaintiffs)


def _named(court: Court, place: Spot | None) -> bool:
    if place is None or not isinstance(court.where, Places):
        return False
    return _city(court.where, place) or _plain(place.county) in {_plain(one) for one in court.where.counties}


def _city(places: Places, place: Spot) -> bool:
    return place.city.casefold() in {one.casefold() for one in places.cities}


def _plain(county: str) -> str:
    return county.casefold().removesuffix(" county").strip()


def _where(forum: Jurisdiction, address: Address | None) -> str:
    """Return what would bring the debtor before a court of ``forum``."""
    if address is None:
        return "Add the debtor's address with its county, or the place of the work as `work.place`."
    if f"us-{address.state.lower()}" == forum.code:
        return "Add the county to `debtor.address`, or the place of the work as `work.place`."
    return (
        f"The debtor is in {address.state}: sue there with `forum: us-{address.state.lower()}`, or say with "
        f"`work.place` what was done in {forum.name} and ask a lawyer whether its courts reach this debtor."
    )

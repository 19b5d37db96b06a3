"""What a court form asks about the plaintiff beyond name and address: trade name, who signs, who appears.

The name of the person who signs is printed; the signature and its day never are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kit.model.party import Address, Creditor, PartyKind, TradeName


@dataclass(frozen=True, slots=True)
class FictitiousName:
    """The plaintiff's trade name and its registration; None is what the case does not say of it."""

    used: bool = False
    name: str = ""
    county: str | None = ""
    number: str | None = ""
    expires_on: date | str | None = ""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs for the plaintiff; the name in print, never the signature."""

    name: str = ""
    title: str = ""
    line: str = ""  # name and title


@dataclass(frozen=True, slots=True)
class Appearance:
    """Who speaks for a plaintiff that cannot appear in person."""

    needed: bool = False
    name: str = ""
    title: str | None = ""
    address: str = ""
    phone: str = ""
    plaintiff: str = ""
    for_plaintiff: bool = False
    kind: str = ""  # of the plaintiff


def fictitious_name(creditor: Creditor | None) -> FictitiousName:
    """Return the plaintiff's trade name, if it uses one, and its registration as far as the case says."""
    if creditor is None or creditor.dba is None:
        return FictitiousName()
    known = creditor.dba_statement or TradeName()
    county = known.county.removesuffix(" County") if known.county else None
    return FictitiousName(True, creditor.dba, county, known.number, known.expires_on)


def signer_of(creditor: Creditor | None) -> Signer:
    """Return who signs: the creditor's signer, else the creditor itself where it is a natural person."""
    if creditor is None:
        return Signer()
    if creditor.signer:
        title = creditor.signer.title or ""
        return Signer(creditor.signer.name, title, ", ".join(part for part in (creditor.signer.name, title) if part))
    return Signer(creditor.name, "", creditor.name) if creditor.kind.natural_person else Signer()


def appearance_of(creditor: Creditor | None) -> Appearance:
    """Return who appears: somebody must for an entity, and somebody may for an owner who sends an employee."""
    if creditor is None:
        return Appearance()
    signer = creditor.signer
    other = signer is not None and signer.name.casefold() != creditor.name.casefold()
    if creditor.kind.natural_person and not (creditor.kind is PartyKind.SOLE_PROPRIETOR and other):
        return Appearance()
    return Appearance(
        needed=True,
        name=signer.name if signer else "",
        title=signer.title if signer else None,
        address=_two_lines(creditor.address),
        phone=creditor.phone or "",
        plaintiff=creditor.name,
        for_plaintiff=True,
        kind=creditor.kind.value,
    )


def _two_lines(address: Address | None) -> str:
    """Return an address as forms have room for it: the street with its suite, then the city."""
    return "\n".join((", ".join(address.lines[:-1]), address.lines[-1])) if address else ""

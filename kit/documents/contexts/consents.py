"""Which ways to reach the debtor were agreed to, which were refused, and which nobody asked about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit.documents import wording
from kit.facts import Facts
from kit.model.party import Channel

WAYS = {Channel.MAIL: "Mail", Channel.PHONE: "Telephone", Channel.EMAIL: "Email", Channel.TEXT: "Text message"}


@dataclass(frozen=True, slots=True)
class Consent:
    """One way, and what the file says of it."""

    way: str
    stand: str
    fact: str


def consents(facts: Facts) -> tuple[Consent, ...]:
    """Return every way with what the debtor said of it, up to the day of ``facts``."""
    return tuple(_consent(facts, way, name) for way, name in WAYS.items())


def refused(facts: Facts, way: Channel) -> bool:
    """Return whether the debtor asked not to be reached by ``way``, or has a lawyer who is to be written to."""
    wish = facts.case.debtor.no_contact
    if wish and wish.on <= facts.as_of and (not wish.channels or way in wish.channels):
        return True
    return facts.case.debtor.lawyer_on(facts.as_of) is not None


def _consent(facts: Facts, way: Channel, name: str) -> Consent:
    debtor, wish = facts.case.debtor, facts.case.debtor.no_contact
    if wish and wish.on <= facts.as_of and (not wish.channels or way in wish.channels):
        return Consent(name, "refused", f"asked on {wording.short_day(wish.on)} not to be contacted this way")
    if lawyer := debtor.lawyer_on(facts.as_of):
        return Consent(name, "to the lawyer only", f"{lawyer.name} speaks for the debtor")
    agreed = tuple(_agreed(facts, way))
    if agreed:
        return Consent(name, "agreed", wording.listing(agreed))
    return Consent(name, "not asked", "nothing on record")


def _agreed(facts: Facts, way: Channel) -> Iterator[str]:
    yield from (one.name for one in facts.case.debtor.contacts if way in one.accepts)

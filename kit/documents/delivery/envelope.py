"""A printed #10 envelope for a paper that goes by mail: return address and addressee, nothing of what is inside.

The last line of the addressee is the city, as mail is sorted by it: whom a
lawyer acts for stands on the letter, not outside.
"""

from __future__ import annotations

from dataclasses import dataclass

from kit.documents import unprintable
from kit.documents.contexts import letterhead
from kit.documents.glyphs import NoGlyph, house_folder
from kit.facts import Facts
from kit.findings import Finding, note

TITLE = "Envelope"


@dataclass(frozen=True, slots=True)
class Envelope:
    """The blanks of ``house/envelope.typ``, a line of the address each."""

    sender: str
    addressee: str


def envelope(facts: Facts) -> tuple[bytes | None, tuple[Finding, ...]]:
    """Return the envelope for a letter of the day of ``facts`` as PDF, or None and which address is missing.

    Raises `KitError` for a character that no house font has.
    """
    from kit.documents.typeset import plain, typeset  # noqa: PLC0415 - heavy

    whom = addressee(facts)
    if not whom:
        case = facts.case
        who = "debtor.lawyer" if case.debtor.lawyer_on(facts.as_of) else "debtor"
        message = f"no postal address is under `{who}`, so no envelope was made"
        return None, (note("K468", message, case.place(*who.split(".")), fix=f"Add `address:` to `{who}`."),)
    house, creditor = house_folder(), letterhead.creditor_of(facts.case)
    blanks = plain(Envelope(sender="\n".join(sender(facts)), addressee="\n".join(whom)), "house/envelope.typ")
    try:
        made = typeset(house / "envelope.typ", blanks, title=TITLE, author=creditor.name, day=facts.as_of)
    except NoGlyph as fault:
        raise unprintable.refuse(facts.case, house, fault) from None
    return made, ()


def sender(facts: Facts) -> tuple[str, ...]:
    """Return the lines of the return address."""
    creditor = letterhead.creditor_of(facts.case)
    return (creditor.dba or creditor.name, *(creditor.address.lines if creditor.address else ()))


def addressee(facts: Facts) -> tuple[str, ...]:
    """Return the lines of the addressee: the debtor, or the lawyer where one is known; none without an address."""
    case, lawyer = facts.case, facts.case.debtor.lawyer_on(facts.as_of)
    if lawyer:
        firm = (lawyer.firm,) if lawyer.firm else ()
        return (lawyer.name, *firm, *lawyer.address.lines) if lawyer.address else ()
    return tuple(letterhead.recipient(case, facts.as_of).splitlines()) if case.debtor.address else ()

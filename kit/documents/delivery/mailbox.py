"""To which email address a paper goes, and what must be thought of there.

The debtor's lawyer, once known, is the only reader. Otherwise a contact who
agreed to email comes first, then one who was not asked, then the debtor's own
address. Nobody is written to at an address after asking not to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from kit.documents.contexts import letterhead
from kit.facts import Facts
from kit.findings import Finding, Place, note
from kit.model.case import Case
from kit.model.party import Channel, Lawyer

SHARED = frozenset(
    "account accounting accounts admin administration ap ar billing bills bookkeeping clerk contact customer dept desk "
    "enquiries finance frontdesk general hello help hr info inquiries invoice invoices mail noreply office orders "
    "payable payables payroll post purchasing reception receivable sales service staff support team".split()
)

_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\Z")
_HOST = re.compile(r"([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9][A-Za-z0-9-]{0,62}\Z")
_LONGEST_LOCAL, _LONGEST_HOST = 64, 253  # RFC 5321, section 4.5.3.1


class Reader(Enum):
    """Who opens the mailbox."""

    LAWYER = "lawyer"
    PERSON = "person"
    SHARED = "shared"  # several people, as far as the address tells


@dataclass(frozen=True, slots=True)
class Mailbox:
    """One address, in the form that every mail program reads, and who is behind it."""

    name: str
    address: str
    reader: Reader
    salutation: str
    place: Place | None = None


def mailbox(facts: Facts) -> tuple[Mailbox | None, tuple[Finding, ...]]:
    """Return where an email of the day of ``facts`` goes, or None and what has to be added first."""
    case = facts.case
    if lawyer := case.debtor.lawyer_on(facts.as_of):
        return _lawyers(facts, lawyer)
    wish = case.debtor.no_contact
    if wish and wish.on <= facts.as_of and (not wish.channels or Channel.EMAIL in wish.channels):
        message = f"{case.debtor.name} asked on {wish.on} for no email, so no email was drafted"
        return None, (note("K463", message, case.place("debtor", "no_contact"), fix="Send the letter by mail."),)
    return _chosen(facts)


def usable(address: str) -> str:
    """Return ``address`` as it is written into a message, a foreign host name in its ASCII form; empty if it cannot."""
    local, _, host = address.rpartition("@")
    try:
        host = host if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        return ""
    fits = len(local) <= _LONGEST_LOCAL and len(host) <= _LONGEST_HOST
    return f"{local}@{host}" if fits and _LOCAL.match(local) and _HOST.match(host) else ""


def shared(address: str) -> bool:
    """Whether the name before the @ is that of an office rather than a person: info@, accounts.payable@."""
    words = re.split(r"[._-]", address.rpartition("@")[0].split("+")[0].casefold())
    return all(word in SHARED for word in words)


def unusable(what: str, address: str, place: Place | None) -> Finding:
    """Return the finding for an address that cannot stand in a message."""
    message = f"{what}, `{address}`, holds a sign that not every mail program accepts; no email was drafted"
    return note("K461", message, place, fix="Correct it, or write the message by hand.")


def _lawyers(facts: Facts, lawyer: Lawyer) -> tuple[Mailbox | None, tuple[Finding, ...]]:
    place = facts.case.place("debtor", "lawyer")
    if lawyer.email is None:
        message = f"the email address of the debtor's lawyer, {lawyer.name}, is not in the file; no email was drafted"
        return None, (note("K460", message, place, fix="Add `email:` to `debtor.lawyer`, or send it by mail."),)
    address = usable(lawyer.email)
    if not address:
        return None, (unusable("the address of the debtor's lawyer", lawyer.email, place),)
    greeting = letterhead.salutation(facts.case, facts.as_of)
    return Mailbox(lawyer.name, address, Reader.LAWYER, greeting, place), ()


def _chosen(facts: Facts) -> tuple[Mailbox | None, tuple[Finding, ...]]:
    """Return the first address that may be used, with what is to be thought of there."""
    case = facts.case
    found = next(_candidates(case, facts.as_of), None)
    if found is None:
        return None, (_no_address(case),)
    address = usable(found.address)
    if not address:
        return None, (unusable(f"the address of {found.name}", found.address, found.place),)
    found = replace(found, address=address)
    if not shared(address):
        return found, tuple(_private(case, found))
    message = f"{address} looks like a mailbox that several people read"
    fix = "Ask who reads it, and add the address of a contact who accepts email."
    if case.consumer:  # nobody but a consumer learns of a consumer's debt
        return None, (note("K462", f"{message}; no email was drafted", found.place, fix=fix),)
    said = note("K462", f"{message}; the message says nothing about money", found.place, fix=fix)
    return replace(found, reader=Reader.SHARED), (said,)


def _candidates(case: Case, on: date) -> Iterator[Mailbox]:
    """Yield the addresses in the order of choice; a contact who agreed to other ways only has none."""
    contacts = [(n, one) for n, one in enumerate(case.debtor.contacts) if one.email]
    agreed = [pair for pair in contacts if Channel.EMAIL in pair[1].accepts]
    for number, contact in (*agreed, *(pair for pair in contacts if not pair[1].accepts)):
        place = case.place("debtor", "contacts", number, "email")
        yield Mailbox(contact.name, contact.email or "", Reader.PERSON, f"Dear {contact.name}:", place)
    if case.debtor.email:
        place, greeting = case.place("debtor", "email"), letterhead.salutation(case, on)
        yield Mailbox(case.debtor.name, case.debtor.email, Reader.PERSON, greeting, place)


def _no_address(case: Case) -> Finding:
    others = [contact.name for contact in case.debtor.contacts if contact.email]
    if others:
        ways = "is not among the ways that"
        message = f"email {ways} {', '.join(others)} agreed to, and there is no other address; no email was drafted"
        fix = "Send it another way, or ask, and add `email` to `accepts:`."
    else:
        message = f"no email address of {case.debtor.name} is in the file; no email was drafted"
        fix = "Add `email:` to a contact under `debtor.contacts`, or to `debtor`."
    return note("K460", message, case.place("debtor", "contacts"), fix=fix)


def _private(case: Case, found: Mailbox) -> Iterator[Finding]:
    if case.consumer:
        message = f"{found.address} must be an address that only {found.name} reads"
        yield note("K464", message, found.place, fix="Not one at work, and not a family's.")

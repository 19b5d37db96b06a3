"""Nobody but the debtor is told of the debt.

Whoever is named as the person called or written to is looked for among the
people of the case. A first name is enough; a name that nobody knows is asked
about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kit.checks.collection_law import laws_that_bind
from kit.facts import Facts
from kit.findings import Finding, note, stop
from kit.model.case import Case
from kit.model.law_words import Say
from kit.model.party import Party


def told(facts: Facts, to: str | None, on: date, how: str) -> Iterator[Finding]:
    """Ask about a person ``to`` who is not known to the case; ``how`` is `called` or `written to`."""
    if to is None or not is_stranger(facts.case, to, on):
        return
    message = f"{to}, who is not among the debtor's people, was {how}; nobody but the debtor may learn of the debt"
    fix = "If this is the right person there, add the name under `debtor.contacts`; otherwise say nothing of the debt."
    place = facts.case.place("debtor", "contacts")
    barred = [one for one in laws_that_bind(facts, on) if one.rule.others_barred is Say.YES]
    if barred:
        yield stop("K436", message, place, fix=fix, law="; ".join(one.cite for one in barred))
    else:
        yield note("K436", message, place, fix=fix)


def is_lawyer(case: Case, to: str | None, on: date) -> bool:
    """Whether ``to`` names the debtor's lawyer or the lawyer's firm."""
    lawyer = case.debtor.lawyer_on(on)
    return to is not None and lawyer is not None and _any(to, (lawyer.name, lawyer.firm))


def is_stranger(case: Case, to: str | None, on: date) -> bool:
    """Whether ``to`` is somebody whom the case does not name: no debtor, guarantor, contact, agent or lawyer."""
    if not to or is_lawyer(case, to, on):
        return False
    return not _any(to, (name for party in (case.debtor, *case.guarantors) for name in _names(party)))


def _names(party: Party) -> Iterator[str | None]:
    yield from (party.name, party.dba, party.email, party.phone)
    for contact in party.contacts:
        yield from (contact.name, contact.role, contact.email, contact.phone)
    if party.registered_agent:
        yield party.registered_agent.name


def _any(to: str, names: Iterator[str | None] | tuple[str | None, ...]) -> bool:
    """Whether every word of ``to`` stands in one of ``names``."""
    asked = _words(to)
    return any(asked and asked <= _words(name) for name in names if name)


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.casefold()))

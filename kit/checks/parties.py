"""Are these the right parties, by their right names, with the right to sue?

A suit against "Acme" when the debtor is "Acme LLC" is lost or unenforceable;
an unlicensed contractor may recover nothing at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kit.findings import Finding, note
from kit.model.capacity import Known
from kit.model.case import Case
from kit.model.party import Creditor, Party, PartyKind

LLC = r"\b(p?\.?l\.?l\.?c|limited liability company|l\.c|ltd\.? liability co)\b"
CORPORATION = r"\b(inc|incorporated|corp|corporation)\b"
SUFFIXES = {
    PartyKind.CORPORATION: rf"{CORPORATION}|\b(co|company|ltd|limited|p\.?c|p\.?a|s\.?p\.?a|ag|gmbh|plc)\b",
    PartyKind.LLC: rf"{LLC}|\blc\b",
}


def check_parties(case: Case, as_of: date) -> Iterator[Finding]:
    """Note what a court or the other side would ask about the parties."""
    yield from _name(case.debtor, case, "debtor")
    if case.creditor:
        yield from _name(case.creditor, case, "creditor")
        yield from _licence(case, case.creditor, as_of)
    for index, guarantor in enumerate(case.guarantors):
        yield from _name(guarantor, case, "guarantors", index)
    if case.creditor and case.creditor.claim_pledged_to:
        message = f"your claims are pledged to {case.creditor.claim_pledged_to}"
        place = case.place("creditor", "claim_pledged_to")
        yield note("K114", message, place, fix="Settle, assign or sue only with its written leave.")
    if case.debtor.good_standing is Known.NO:
        message = f"{case.debtor.name} is not in good standing"
        fix = "Look it up at the secretary of state: a dissolved company has its own claim deadline."
        yield note("K112", message, case.place("debtor", "good_standing"), fix=fix)


def _name(party: Party, case: Case, *where: str | int) -> Iterator[Finding]:
    pattern, name = SUFFIXES.get(party.kind), party.name
    if pattern and not re.search(pattern, name, re.IGNORECASE):
        message = f"`{name}` is said to be a {_spoken(party.kind)}, but its name does not show it"
        fix = "Copy the full legal name from the secretary of state's register."
        yield note("K110", message, case.place(*where, "name"), fix=fix)
    elif shown := _other(party):
        message = f"`{name}` is said to be {_article(_spoken(party.kind))}, but its name is that of a {_spoken(shown)}"
        fix = f"Write `kind: {shown.value}`, or the name of the person without the company's ending."
        yield note("K110", message, case.place(*where, "kind"), fix=fix)
    if party.dba and party.dba_registered is not Known.YES:
        known = "it is not known whether" if party.dba_registered is Known.UNKNOWN else "it is said not to be so that"
        message = f"{known} the trade name `{party.dba}` is registered"
        fix = f"Find out, then write `dba_registered: yes` under `{where[0]}`."
        yield note("K111", message, case.place(*where, "dba"), fix=fix)


def _other(party: Party) -> PartyKind | None:
    """Return the kind that the name shows, where the file says another one."""
    if party.kind is not PartyKind.LLC and re.search(LLC, party.name, re.IGNORECASE):
        return PartyKind.LLC
    natural = party.kind.natural_person
    return PartyKind.CORPORATION if natural and re.search(CORPORATION, party.name, re.IGNORECASE) else None


def _licence(case: Case, creditor: Creditor, as_of: date) -> Iterator[Finding]:
    """Note a licence that this work needs and that is not there, or not any more."""
    if not case.work.licence_needed:
        return
    licence, needed_until = creditor.licence, min(case.work.last_day or as_of, as_of)
    if licence is None:
        message = "this work needs a licence, and no licence of yours is in the file"
        fix = "Add `licence: {number: ...}` under `creditor`. Without one, some states allow no recovery at all."
        yield note("K113", message, case.place("work", "licence_needed"), fix=fix)
    elif licence.expires_on and licence.expires_on < needed_until:
        message = (
            f"your licence {licence.number} ended on {licence.expires_on}, and this work went on until {needed_until}"
        )
        fix = "Correct `expires_on`, or ask a lawyer: some states allow nothing for work done without a licence."
        yield note("K119", message, case.place("creditor", "licence"), fix=fix)


def _spoken(kind: PartyKind) -> str:
    return "limited liability company" if kind is PartyKind.LLC else kind.value.replace("-", " ")


def _article(words: str) -> str:
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"

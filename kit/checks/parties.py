"""Are these the right parties, by their right names, with the right to sue?

A suit against "Acme" when the debtor is "Acme LLC" is lost or unenforceable;
an unlicensed contractor may recover nothing at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kit.findings import Finding, note
from kit.model.case import Case
from kit.model.party import Known, Party, PartyKind

SUFFIXES = {
    PartyKind.CORPORATION: r"\b(inc|incorporated|corp|corporation|co|company|ltd|limited|p\.?c|p\.?a|s\.?p\.?a|ag|gmbh|plc)\b",
    PartyKind.LLC: r"\b(l\.?l\.?c|limited liability company|l\.?c|p\.?l\.?l\.?c|ltd\.? liability co)\b",
}


def check_parties(case: Case) -> Iterator[Finding]:
    """Note what a court or the other side would ask about the parties."""
    yield from _name(case.debtor, "debtor", case)
    if case.creditor:
        yield from _name(case.creditor, "creditor", case)
        yield from _right_to_sue(case)
    if case.debtor.good_standing is Known.NO:
        message = f"{case.debtor.name} is not in good standing"
        fix = "Look it up at the secretary of state: a dissolved company has its own claim deadline."
        yield note("K112", message, case.place("debtor", "good_standing"), fix=fix)


def _name(party: Party, where: str, case: Case) -> Iterator[Finding]:
    pattern = SUFFIXES.get(party.kind)
    if pattern and not re.search(pattern, party.name, re.IGNORECASE):
        message = f"`{party.name}` is said to be a {_spoken(party.kind)}, but its name does not show it"
        fix = "Copy the full legal name from the secretary of state's register."
        yield note("K110", message, case.place(where, "name"), fix=fix)
    if party.dba and party.dba_registered is not Known.YES:
        message = f"it is not known whether the trade name `{party.dba}` is registered"
        yield note("K111", message, case.place(where, "dba"), fix=f"Find out, then write `dba_registered: yes` under `{where}`.")


def _right_to_sue(case: Case) -> Iterator[Finding]:
    creditor = case.creditor
    if creditor and case.work.licence_needed and creditor.licence is None:
        message = "this work needs a licence, and no licence of yours is in the file"
        fix = "Add `licence: {number: ...}` under `creditor`. Without one, some states allow no recovery at all."
        yield note("K113", message, case.place("work", "licence_needed"), fix=fix)
    if creditor and creditor.claim_pledged_to:
        message = f"your claims are pledged to {creditor.claim_pledged_to}"
        yield note("K114", message, case.place("creditor"), fix="Settle, assign or sue only with its written leave.")


def _spoken(kind: PartyKind) -> str:
    return {PartyKind.LLC: "limited liability company"}.get(kind, kind.value)

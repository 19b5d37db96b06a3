"""An assignment, a receivership, a probate, a dissolution, a foreign proceeding: the same switch as a bankruptcy.

Each takes the claims: nothing that collects goes to the debtor, and the claim goes to whoever runs it, by the day
of its notice. Where no notice came, the law of the state may set a day; it is counted from the earliest day that
the event can have had, so that it is never too late.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from kit.checks.court import inquiry_for
from kit.facts import Facts
from kit.findings import Finding, Place, note, stop
from kit.model.case import Case
from kit.model.document import DocumentKind
from kit.model.insolvency_event import InsolvencyNews
from kit.model.law_contracts import ClaimsPeriod
from kit.model.law_names import RuleName
from kit.model.small_claims import Insolvency, InsolvencyEnd, InsolvencyKind

SAID = {
    InsolvencyKind.ASSIGNMENT: "assigned all it has for the benefit of its creditors",
    InsolvencyKind.RECEIVERSHIP: "is in the hands of a receiver, who may be sued only with the leave of the court",
    InsolvencyKind.PROBATE: "has died, and the estate pays its debts",
    InsolvencyKind.DISSOLUTION: "was dissolved, and pays what is claimed in time",
    InsolvencyKind.FOREIGN: "is in an insolvency proceeding of another country",
}
GOES_TO = {
    InsolvencyKind.ASSIGNMENT: "the assignee",
    InsolvencyKind.RECEIVERSHIP: "the receiver",
    InsolvencyKind.PROBATE: "the executor or administrator, or the probate court",
    InsolvencyKind.DISSOLUTION: "the company at its last address, or whoever winds it up",
    InsolvencyKind.FOREIGN: "the office-holder of that proceeding",
}
CALLED = {
    InsolvencyKind.ASSIGNMENT: "assignment",
    InsolvencyKind.RECEIVERSHIP: "receivership",
    InsolvencyKind.PROBATE: "estate",
    InsolvencyKind.DISSOLUTION: "dissolution",
    InsolvencyKind.FOREIGN: "insolvency abroad",
}
CLAIMS = {
    InsolvencyKind.PROBATE: RuleName.ESTATE_CLAIMS,
    InsolvencyKind.DISSOLUTION: RuleName.DISSOLVED_ENTITY_CLAIMS,
}


@dataclass(frozen=True, slots=True)
class ClaimsDay:
    """The last day for a claim: as the notice says, else as the law sets it; None where nobody knows it."""

    day: date | None
    of_notice: bool = False
    event: str = ""  # from which the law counts, in its words
    period: str = ""  # such as `4 months`
    filed_with: str = ""
    cite: str = ""
    note: str = ""


def check_insolvency(case: Case, as_of: date, kind: DocumentKind | None = None) -> Iterator[Finding]:
    """Refuse a paper of ``kind`` that collects while another proceeding takes the claims; a contract gets a note."""
    seen, name = case.insolvency, case.debtor.name
    if seen is None or kind in (DocumentKind.INTERNAL, DocumentKind.BANKRUPTCY, DocumentKind.HANDOFF):
        return
    place, message = where(case), f"{name} {SAID[seen.kind]} (since {seen.on})"
    if seen.over(as_of) or seen.closed(as_of):
        yield _ended(case, seen, as_of, kind)
    elif seen.on > as_of and (kind is None or not kind.collects):
        fix = "Correct `on:` if it is wrong."
        yield note("K718", f"{message}; that day has not come yet", place, fix=fix)
    elif kind is DocumentKind.AGREEMENT:
        fix = f"Ask {whom(seen)} first who may still bind the debtor, and be paid in advance."
        yield note("K718", message, place, fix=fix)
    else:
        until = f" by {seen.claims_by}" if seen.claims_by else " by the day that the notice names"
        late = " That day is over; ask a lawyer at once." if seen.claims_by and seen.claims_by < as_of else ""
        fix = f"Send nothing to the debtor. Send the claim to {whom(seen)}{until}: `kit letter CASE`.{late}"
        yield stop("K718", f"{message}; claims go to whoever runs it, not to the debtor", place, fix=fix)


def _ended(case: Case, seen: Insolvency, as_of: date, kind: DocumentKind | None) -> Finding:
    """Say what the end of a proceeding leaves of the debt; a closed estate or company leaves nobody to write to."""
    name, place = case.debtor.name, where(case)
    if seen.ended is InsolvencyEnd.LIFTED:
        message = f"the {CALLED[seen.kind]} of {name} was lifted on {seen.ended_on}; the debt is collected as before"
        return note("K780", message, place, fix="Keep the order or the notice that says so with the case.")
    message = f"the {CALLED[seen.kind]} of {name} was closed on {seen.ended_on}"
    if seen.over(as_of):
        fix = "Take off what you were paid there. A company that went through it seldom has anything left."
        return note("K780", f"{message}; it discharged nobody, so what is left is still owed", place, fix=fix)
    fix = "Ask a lawyer whether anything is still owed, and by whom. Record it as lifted if it was dismissed instead."
    say = stop if kind is None or kind.collects else note
    return say("K781", f"{message}; what was not claimed there in time is lost as a rule", place, fix=fix)


def where(case: Case) -> Place | None:
    """Return where the insolvency stands: the newest entry about it, else `case.yaml`."""
    told = [one for one in case.events if isinstance(one, InsolvencyNews)]
    return case.origin(f"entry:{told[-1].n}") if told else case.place("insolvency")


def whom(seen: Insolvency) -> str:
    """Return who takes the claims: by name where the notice gives one."""
    return seen.who or GOES_TO[seen.kind]


def claims_day(facts: Facts) -> ClaimsDay | None:
    """Return the last day for a claim in the proceeding on record; None where there is none."""
    seen = facts.case.insolvency
    if seen is None or seen.on > facts.as_of or seen.over(facts.as_of):
        return None
    rule = CLAIMS.get(seen.kind)
    answer = inquiry_for(facts, facts.forum).ask(rule, seen.on) if rule and facts.forum else None
    value = answer.of(ClaimsPeriod) if answer else None
    if value is None or answer is None:
        return ClaimsDay(seen.claims_by, of_notice=seen.claims_by is not None)
    counts = {"days": value.days, "months": value.months, "years": value.years}
    last = seen.on + relativedelta(days=value.days or 0, months=value.months or 0, years=value.years or 0)
    said = " and ".join(f"{n} {name if n != 1 else name[:-1]}" for name, n in counts.items() if n)
    parts = {"event": value.event, "period": said, "filed_with": value.filed_with or "", "note": answer.note}
    day = seen.claims_by or (last if said else None)
    return ClaimsDay(day, of_notice=seen.claims_by is not None, cite=answer.cite, **parts)

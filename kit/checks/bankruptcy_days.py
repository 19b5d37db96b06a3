"""Every day that counts in the debtor's bankruptcy, and what is left when the day for a claim has passed.

The days come from the federal file and are counted by Rule 9006(a). A dismissed
or closed case has none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from kit.checks.case_deadline import Asked, CaseDays, CaseDeadline, DeadlineKind
from kit.checks.claim_days import GAP, OPEN, SEVEN, UNFILED, claim_deadline
from kit.facts import Facts
from kit.findings import Finding, Place, note
from kit.model.bankruptcy import Bankruptcy
from kit.model.business_days import DAY
from kit.model.inquiry import Inquiry
from kit.model.law import Jurisdiction
from kit.model.law_bankruptcy import (
    ClaimDeadline,
    ClaimExtension,
    LateClaims,
    Nondischargeability,
)
from kit.model.law_names import RuleName
from kit.model.law_words import Say
from kit.model.party import PartyKind
from kit.model.stay import Stand, stand_of

NOTHING = CaseDays()
OUTSIDE = (Stand.CLEAR, Stand.LATER, Stand.SPOUSE)  # where no claim of ours is due in the case


def deadlines(
    filed: Bankruptcy, law: Jurisdiction | None, day: date, *, government: bool = False, natural_person: bool = True
) -> tuple[CaseDeadline, ...]:
    """Return the days of the bankruptcy ``filed`` as it stands on ``day``, past ones too, in their order.

    ``government`` says that the creditor is a governmental unit, ``natural_person`` that the debtor is a person.
    """
    return days_of(filed, law, day, government=government, natural_person=natural_person).deadlines


def days_of(
    filed: Bankruptcy,
    law: Jurisdiction | None,
    day: date,
    *,
    government: bool = False,
    natural_person: bool = True,
    place: Callable[..., Place | None] | None = None,
) -> CaseDays:
    """Return the days, with what is missing or differs as findings, and what can be done for a late claim."""
    if law is None or _over(filed, day):
        return NOTHING
    asked = Asked(filed, Inquiry(law, {}), day, government, natural_person)
    if place is not None:
        asked.place = place
    claim = claim_deadline(asked)
    _rejected(asked)
    found = [one for one in (claim, _complaint(asked)) if one]
    left = tuple(_left(asked, claim)) if claim and claim.passed(day) else ()
    if claim and left and not filed.claims:
        message = f"the last day for a claim was {claim.moved} ({claim.why}), and no claim is on record"
        asked.tell("K727", message, fix=" ".join(left), law=claim.cite)
    said = [one for one in asked.findings if not (filed.claims and one.code in UNFILED)]
    findings = dict.fromkeys((*said, *asked.inquiry.findings))
    return CaseDays(tuple(sorted(found, key=lambda one: (one.moved, one.kind))), tuple(findings), left)


def case_days(facts: Facts) -> CaseDays:
    """Return the days of the debtor's bankruptcy on the day of ``facts``; none without one."""
    case = facts.case
    if case.bankruptcy is None or stand_of(case, facts.as_of) in OUTSIDE:
        return NOTHING
    government = case.creditor is not None and case.creditor.kind is PartyKind.GOVERNMENT
    person = case.debtor.kind.natural_person
    where = case.place
    return days_of(
        case.bankruptcy, facts.federal, facts.as_of, government=government, natural_person=person, place=where
    )


def check_bankruptcy_days(facts: Facts) -> Iterator[Finding]:
    """Say what is missing for the days of the debtor's bankruptcy, what differs, and what has passed."""
    yield from case_days(facts).findings
    filed = facts.case.bankruptcy
    if filed and filed.involuntary and not _over(filed, facts.as_of):
        yield from _gap(facts, filed)


def _gap(facts: Facts, filed: Bankruptcy) -> Iterator[Finding]:
    """Point out what was supplied between a petition of creditors and the order for relief, which ranks higher."""
    case, until = facts.case, filed.order_for_relief_on or facts.as_of + DAY  # the day of the order is outside
    for n, invoice in enumerate(case.invoices):
        days = [on for line in invoice.lines if (on := line.on or invoice.delivered_on)]
        if any(filed.petition_on < on < until for on in days):
            message = f"{invoice.id} has work or goods of between the petition and the order for relief"
            fix = "In the ordinary course it is claimed like an older debt and paid before others: list it apart."
            yield note(OPEN, message, case.place("invoices", n), fix=fix, law=GAP)


def _over(filed: Bankruptcy, day: date) -> bool:
    """Whether nothing is due in the case: dismissed or closed by then, or not the debtor's own."""
    return filed.spouse_only or any(end is not None and end <= day for end in (filed.dismissed_on, filed.closed_on))


def _complaint(asked: Asked) -> CaseDeadline | None:
    """Return the last day to sue over the discharge of a debt made by fraud, theft or malice (Rule 4007(c))."""
    filed, chapter, moved = asked.filed, asked.chapter, asked.conversion
    discharged = filed.discharged_on is not None and filed.discharged_on <= asked.day
    if not asked.natural_person or chapter is None or discharged:
        return None
    answer = asked.inquiry.ask(RuleName.NONDISCHARGEABILITY, filed.petition_on)
    rule = answer.of(Nondischargeability) if answer else None
    if answer is None or rule is None or chapter not in rule.chapters:
        return None
    start = filed.meeting_on
    anew = moved is not None and moved.to == SEVEN and rule.conversion_restarts
    if start is None or (moved and anew and start < moved.on):
        which = "after the conversion " if start else ""
        message = f"the first date set for the meeting of creditors {which}is not on record"
        fix = "Write it as `meeting_on` from the notice: a suit over a debt made by fraud is counted from it."
        asked.tell("K726", message, "meeting_on", fix=fix, law=answer.cite)
        return None
    why = f"{rule.days} days after the first date set for the meeting of creditors"
    return asked.deadline(DeadlineKind.COMPLAINT, start, rule.days, why, answer)


def _rejected(asked: Asked) -> None:
    """Say that a claim from a rejected contract has a day of its own."""
    rejected = asked.filed.rejected_contract_on
    if rejected is None or rejected > asked.day:
        return
    answer = asked.inquiry.ask(RuleName.PROOF_OF_CLAIM_DEADLINE, asked.filed.petition_on)
    rule = answer.of(ClaimDeadline) if answer else None
    if answer and rule and rule.court_sets_for_rejected_contract:
        message = f"the contract was rejected on {rejected}; the court sets a day of its own for a claim from that"
        fix = "Read it in the order of rejection or the order on claims. It comes beside the claim for older debts."
        asked.tell("K728", message, "rejected_contract_on", fix=fix, law=answer.cite)


def _left(asked: Asked, claim: CaseDeadline) -> Iterator[str]:
    """Yield what can still be done after the last day for a claim, in sentences."""
    late = asked.inquiry.ask(RuleName.LATE_CLAIMS, asked.filed.petition_on)
    rule = late.of(LateClaims) if late else None
    chapter = asked.chapter
    in_time = any(one.on <= claim.moved for one in asked.filed.claims)
    if rule and in_time:
        if rule.may_amend is Say.YES:
            yield "The claim filed in time may be amended; it may not become another claim."
        return
    if rule and chapter in rule.paid_last:
        yield "File it all the same: in chapter 7 a late claim is paid after the claims that came in time."
        if rule.unaware_in_time:
            yield "If you had no notice of the case and did not know of it, it counts as in time while it can be paid."
    if rule and chapter in rule.disallowed:
        yield f"In chapter {chapter} a late claim falls if anybody objects."
    if rule and chapter in rule.excusable_neglect:
        yield f"In chapter {chapter} the court may take a late claim whose lateness it can excuse: ask a lawyer soon."
    more = asked.inquiry.ask(RuleName.CLAIM_EXTENSION, asked.day)
    extension = more.of(ClaimExtension) if more else None
    if more and extension and extension.after_expiry is Say.YES:
        grounds = ", or ".join(extension.grounds)
        yield f"On a motion the court may give up to {extension.days} days more if {grounds} ({more.cite})."

"""The days of the debtor's bankruptcy for a calendar, and the claim day of another insolvency.

What we must do stands on its safe day; the day as the rule moves it is told beside it. A claim on record needs no
reminder, and debts of after the petition alone have no day in the case.
"""

from __future__ import annotations

from collections.abc import Iterator

from kit.checks.bankruptcy_days import case_days
from kit.checks.case_deadline import CaseDays, CaseDeadline, DeadlineKind
from kit.checks.claim_class import claim_classes
from kit.checks.claim_days import DOUBTFUL
from kit.checks.insolvency import claims_day, whom
from kit.documents import wording
from kit.documents.calendar import Deadline
from kit.facts import Facts
from kit.findings import KitError
from kit.ledger.petition import petition_account
from kit.model.bankruptcy import Bankruptcy
from kit.model.business_days import DAY, is_business_day
from kit.model.inquiry import DOUBT
from kit.model.law_words import Confidence

AHEAD = (30, 14, 7, 1)  # days, to gather what belongs to a claim
TITLES = {DeadlineKind.CLAIM: "claim with the court", DeadlineKind.COMPLAINT: "complaint to the court, if any"}


def bankruptcy_deadlines(facts: Facts) -> Iterator[Deadline]:
    """Yield the days that the bankruptcy or another insolvency of the debtor sets, past ones too."""
    filed = facts.case.bankruptcy
    if filed:
        found = case_days(facts)
        for one in found.deadlines:
            if one.kind is not DeadlineKind.CLAIM or not filed.claims:
                yield _deadline(facts, filed, one, found)
        if found.deadlines:
            yield from _reclaims(facts, filed)
            yield from _meeting(facts, filed)
    yield from _guarantors(facts)
    yield from _elsewhere(facts)


def _deadline(facts: Facts, filed: Bankruptcy, one: CaseDeadline, found: CaseDays) -> Deadline:
    """Return one day of the case with how it was counted and what is doubtful about it."""
    day = one.safe if facts.as_of <= one.safe else one.moved
    lines = [_to_do(filed, one), _counting(one)]
    if one.kind is DeadlineKind.CLAIM:
        lines += [f"In doubt: {said.message}. {said.fix}" for said in found.findings if said.code in (*DOUBTFUL, DOUBT)]
    if one.confidence is not Confidence.HIGH:
        lines.append("This day is not certain: confirm it with the clerk of the court.")
    return Deadline(day, facts.case.id, one.kind, TITLES[one.kind], "\n".join(lines), one.cite, "bankruptcy", AHEAD)


def _to_do(filed: Bankruptcy, one: CaseDeadline) -> str:
    clerk = f"the clerk of the {filed.court}" if filed.court else "the clerk of the bankruptcy court"
    to = filed.claims_agent.name if filed.claims_agent else clerk
    if one.kind is DeadlineKind.CLAIM:
        return f"The proof of claim must have reached {to} by {wording.day(one.safe)}; posting it is not enough."
    return (
        f"Whoever holds that this debt was made by fraud, theft or malice must have sued by {wording.day(one.safe)}. "
        "Ask a lawyer long before; without a suit such a debt is discharged like any other."
    )


def _counting(one: CaseDeadline) -> str:
    """Return how the day came about: the period, the day it ends on, and where a day of rest moves it."""
    last = wording.day(one.last)
    rest = f", {one.off}" if one.off else ""
    if one.from_notice:
        said = f"The court's notice names {last}{rest}."
        return f"{said} A day that the court names is not moved." if one.off else said
    since = f", from {wording.day(one.start)}" if one.start else ""
    ends = f"{one.why}{since}: {last}{rest}."
    if one.moved == one.last:
        return f"Counted: {ends}"
    return f"Counted: {ends} The rule moves it to {wording.day(one.moved)}; the safe day is kept here."


def _reclaims(facts: Facts, filed: Bankruptcy) -> Iterator[Deadline]:
    """Yield the last day to ask for goods that the debtor received shortly before the petition."""
    try:
        claim = petition_account(
            facts.case, facts.terms, filed.petition_on, facts.as_of, forum=facts.forum, security=filed.security
        )
        classes = claim_classes(facts, claim)
    except KitError:
        return  # the claim itself says why it cannot be counted
    for one in classes.goods.reclaim:
        day = one.safe_by
        while not is_business_day(day, filed.court_state):
            day -= DAY
        goods = one.goods
        why = (
            f"Goods of {goods.invoice} ({goods.text}) reached the debtor on {wording.day(goods.received_on)}. Asked "
            f"back in writing by {wording.day(one.by)} at the latest, they may be reclaimed; a lender with a lien on "
            "them goes first. Ask a lawyer before you send the demand."
        )
        about = f"{goods.invoice} {goods.text}"
        yield Deadline(
            day, facts.case.id, "reclamation", "demand for goods", why, "11 U.S.C. § 546(c)(1)", about, (7, 1)
        )


def _meeting(facts: Facts, filed: Bankruptcy) -> Iterator[Deadline]:
    """Yield the meeting of creditors, where the debtor answers under oath."""
    if filed.meeting_on:
        why = (
            "The meeting of creditors was first set for this day; look whether it was put off. Creditors may come and "
            "ask the debtor, who answers under oath; nobody must. The notice says where, or by which telephone number."
        )
        source = "11 U.S.C. §§ 341, 343"
        yield Deadline(
            filed.meeting_on, facts.case.id, "meeting", "meeting with the trustee", why, source, "bankruptcy"
        )


def _guarantors(facts: Facts) -> Iterator[Deadline]:
    """Yield the last day for a claim in a guarantor's own bankruptcy, as its notice names it."""
    for one in facts.case.guarantors:
        if one.claims_by and one.in_bankruptcy(facts.as_of):
            why = (
                f"{one.name}, who guaranteed this debt, is in bankruptcy. The proof of claim there must have reached "
                "the court by this day; posting it is not enough."
            )
            about = f"guarantor {one.name}"
            yield Deadline(
                one.claims_by, facts.case.id, "claim", "claim with the court", why, "the notice", about, AHEAD
            )


def _elsewhere(facts: Facts) -> Iterator[Deadline]:
    """Yield the last day for a claim to an assignee, a receiver, an estate or whoever winds a company up."""
    seen, found = facts.case.insolvency, claims_day(facts)
    if seen is None or found is None or found.day is None:
        return
    source = found.cite or "the notice"
    how = "the notice names it" if found.of_notice else f"{found.period} from {found.event}, counted from {seen.on}"
    why = f"The claim must have reached {whom(seen)} by this day: {how}."
    yield Deadline(found.day, facts.case.id, "claim", "claim to be handed in", why, source, "insolvency", AHEAD)

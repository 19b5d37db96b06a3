"""The automatic stay: from the petition on, nothing that collects goes out.

11 U.S.C. § 362(a)(6) forbids any act to collect a claim that arose before the
petition; § 524(a)(2) makes it permanent after a discharge. No override reaches
this check: only recorded facts do (`kit.model.stay`). What the law says is read
in the federal file; the citations here serve where that file is absent.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kit.checks.insolvency import check_insolvency
from kit.checks.stay_ends import ended
from kit.checks.stay_words import DISCHARGE, NO_DISCHARGE, STAY, also, at, cite
from kit.findings import Finding, note, stop
from kit.model.bankruptcy import Bankruptcy
from kit.model.case import Case
from kit.model.document import DocumentKind
from kit.model.law import Jurisdiction
from kit.model.law_names import RuleName
from kit.model.stay import Stand, later_invoices, stand_of

__all__ = ["DISCHARGE", "STAY", "check_stay"]

OUTSIDE = (DocumentKind.INTERNAL, DocumentKind.BANKRUPTCY, DocumentKind.HANDOFF)  # a hand-off has checks of its own


def check_stay(
    case: Case, as_of: date, federal: Jurisdiction | None = None, kind: DocumentKind | None = None
) -> Iterator[Finding]:
    """Refuse a paper of ``kind`` that collects while the debtor's bankruptcy, or another insolvency, forbids it.

    Without a kind the case itself is looked at, as a letter would be. Papers that collect nothing go with a note.
    """
    filed = case.bankruptcy
    if kind in OUTSIDE:
        return
    if kind is not DocumentKind.COURT:  # a court paper is asked about it by the questions before a suit
        yield from check_insolvency(case, as_of, kind)
    if filed and filed.petition_on > as_of and kind is not None and kind.collects:
        yield _backdated(case, filed, as_of, federal)
    elif filed and filed.petition_on > as_of and kind is None:
        message = f"the petition is dated {filed.petition_on}, which is after {as_of}"
        fix = "Correct `petition_on` if that day has not come yet."
        yield note("K706", message, at(case, "petition_on"), fix=fix)
    elif filed and filed.petition_on <= as_of:
        if kind is DocumentKind.AGREEMENT:
            yield from _agreement(case, filed, as_of)
        else:
            yield from _standing(case, filed, as_of, federal)


def _standing(case: Case, filed: Bankruptcy, as_of: date, federal: Jurisdiction | None) -> Iterator[Finding]:
    """Yield what the bankruptcy makes of debts before the petition on the day ``as_of``."""
    name, stand = case.debtor.name, stand_of(case, as_of)
    if stand is Stand.DISCHARGED:
        yield _discharged(case, filed, as_of, federal)
    elif stand is Stand.NO_DISCHARGE:
        message = f"{name} is said to be discharged in chapter 7, where only a person can be"
        fix = "Read the court's order. Take `discharged_on` out; write `dismissed_on` if the case was dismissed."
        yield stop("K702", message, at(case, "discharged_on"), fix=fix, law=NO_DISCHARGE)
    elif stand is Stand.ANCILLARY:
        message = f"a petition under chapter 15 of {filed.petition_on} says that {name} is insolvent in another country"
        fix = (
            "Send nothing. Read the court's order of recognition, and send the claim to the foreign proceeding's "
            "office-holder in the time its notice gives; a proof of claim on Form 410 is not for chapter 15."
        )
        yield stop("K709", message, at(case, "petition_on"), fix=fix, law="11 U.S.C. §§ 1517, 1519, 1520(a)(1)")
    elif stand is Stand.FROZEN:
        yield _frozen(case, filed, as_of, federal)
        yield from also(case, filed, as_of)
        yield from _later(case, filed)
    else:
        yield from ended(case, filed, stand, as_of, federal)


def _frozen(case: Case, filed: Bankruptcy, as_of: date, federal: Jurisdiction | None) -> Finding:
    chapter = filed.chapter_on(as_of)
    under = f" (chapter {chapter})" if chapter and chapter != "7" else ""
    message = (
        f"{case.debtor.name} filed for bankruptcy on {filed.petition_on}{under}; no paper that collects may go to "
        "the debtor"
    )
    fix = "Send nothing, stop calls and charges, and file a proof of claim with the court in time."
    law = cite(federal, RuleName.AUTOMATIC_STAY, filed)
    return stop("K700", message, at(case, "petition_on"), fix=fix, law=law)


def _discharged(case: Case, filed: Bankruptcy, as_of: date, federal: Jurisdiction | None) -> Finding:
    before = [one.discharged_on for one in filed.earlier if one.discharged_on and one.discharged_on <= as_of]
    on = filed.discharged_on if filed.discharged(as_of) else before[0]
    message = f"{case.debtor.name} was discharged on {on}; this debt may not be collected any more"
    fix = "Write nothing to the debtor. Ask a lawyer if you think this debt was not discharged."
    law = cite(federal, RuleName.DISCHARGE, filed)
    return stop("K701", message, at(case, "discharged_on"), fix=fix, law=law)


def _later(case: Case, filed: Bankruptcy) -> Iterator[Finding]:
    """Name the invoices of after the petition: a letter of this case would ask for the old ones with them."""
    later = later_invoices(case, filed.petition_on)
    if not later:
        return
    names = ", ".join(one.id for one in later)
    place = case.place("invoices", case.invoices.index(later[0]))
    all_of_them = len(later) == len(case.invoices)
    why = "the agreement is older" if all_of_them else "this case holds older debts too"
    message = f"{names} is of after the petition of {filed.petition_on}, and {why}; a letter would ask for both"
    fix = (
        "Keep them apart: `kit new` opens a case for what was ordered after the petition, with that day as "
        "`agreement.signed_on`; ask a lawyer whether the trustee or the estate pays it."
    )
    yield note("K707", message, place, fix=fix, law=STAY)


def _backdated(case: Case, filed: Bankruptcy, as_of: date, federal: Jurisdiction | None) -> Finding:
    """Refuse a paper with an earlier date: whoever makes it today knows of the petition."""
    message = (
        f"{case.debtor.name} filed for bankruptcy on {filed.petition_on}; a paper dated {as_of} may not go out now"
    )
    fix = "Send nothing, whatever its date. Correct `petition_on` if the day is wrong."
    law = cite(federal, RuleName.AUTOMATIC_STAY, filed)
    return stop("K700", message, at(case, "petition_on"), fix=fix, law=law)


def _agreement(case: Case, filed: Bankruptcy, as_of: date) -> Iterator[Finding]:
    if stand_of(case, as_of) in (Stand.DISMISSED, Stand.CLOSED, Stand.SPOUSE):
        return
    message = (
        f"{case.debtor.name} filed for bankruptcy on {filed.petition_on}; a contract for new work may be "
        "made all the same"
    )
    fix = "Let it promise nothing about the old debt, and ask whether the trustee or the court must agree."
    yield note("K705", message, at(case, "petition_on"), fix=fix, law=STAY)

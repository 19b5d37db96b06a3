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
from kit.checks.stay_words import DISCHARGE, NO_DISCHARGE, STAY, also, at, chapters, cite, correct
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
        fix = (
            f"Read the court's order. If it is no discharge: {correct(case, 'discharged_on')}; a dismissal is recorded "
            "as `kit log CASE bankruptcy --dismissed-on ..`."
        )
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
        yield from also(case, filed, as_of, federal)
        yield from _later(case, filed, as_of)
    else:
        yield from ended(case, filed, stand, as_of, federal)


def _frozen(case: Case, filed: Bankruptcy, as_of: date, federal: Jurisdiction | None) -> Finding:
    message = (
        f"{case.debtor.name} filed for bankruptcy on {filed.petition_on}{chapters(filed, as_of)}; no paper that "
        "collects may go to the debtor"
    )
    fix = f"Send nothing, and stop calls and charges. {_claim(filed, as_of)}"
    law = cite(federal, RuleName.AUTOMATIC_STAY, filed)
    return stop("K700", message, at(case, "petition_on"), fix=fix, law=law)


def _claim(filed: Bankruptcy, as_of: date) -> str:
    """Return what is to be done about a claim: nothing where one is filed, or where none is needed yet."""
    done = [one for one in filed.claims if one.on <= as_of]
    if done:
        return f"The claim was filed on {done[-1].on}: wait for the trustee or the plan."
    if filed.without_assets(as_of):
        return f"By the notice of {filed.no_asset_notice_on} no claim is needed until a later one sets a day."
    return "File a proof of claim with the court in time: `kit claim CASE`."


def _discharged(case: Case, filed: Bankruptcy, as_of: date, federal: Jurisdiction | None) -> Finding:
    before = [one.discharged_on for one in filed.earlier if one.discharged_on and one.discharged_on <= as_of]
    on = filed.discharged_on if filed.discharged(as_of) else before[0]
    message = f"{case.debtor.name} was discharged on {on}; this debt may not be collected any more"
    fix = "Write nothing to the debtor. Ask a lawyer if you think this debt was not discharged."
    law = cite(federal, RuleName.DISCHARGE, filed)
    return stop("K701", message, at(case, "discharged_on"), fix=fix, law=law)


def _later(case: Case, filed: Bankruptcy, as_of: date) -> Iterator[Finding]:
    """Name the invoices of after the petition: a letter of this case would ask for the old ones with them."""
    later = later_invoices(case, as_of)
    if not later:
        return
    names = ", ".join(one.id for one in later)
    place = case.place("invoices", case.invoices.index(later[0]))
    all_of_them = len(later) == len(case.invoices)
    why = "the agreement is older" if all_of_them else "this case holds older debts too"
    since = f"order for relief of {filed.relief}" if filed.involuntary else f"petition of {filed.petition_on}"
    are = "are" if len(later) > 1 else "is"
    message = f"{names} {are} of after the {since}, and {why}; a letter would ask for both"
    fix = (
        "Keep them apart: `kit new` opens a case for what was ordered after that day, with its own day as "
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

"""The automatic stay: from the petition on, nothing that collects goes out.

11 U.S.C. § 362(a)(6) forbids any act to collect a claim that arose before the
petition; § 524(a)(2) makes it permanent after a discharge. No override reaches
this check: only recorded facts (a dismissal) end it. What the law says is read
in the federal file; the citations here serve where that file is absent.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kit.findings import Finding, note, stop
from kit.model.bankruptcy import Bankruptcy
from kit.model.case import Case
from kit.model.document import DocumentKind
from kit.model.inquiry import Inquiry
from kit.model.law import Jurisdiction
from kit.model.law_names import RuleName

STAY = "11 U.S.C. § 362(a)(6)"
DISCHARGE = "11 U.S.C. § 524(a)(2)"
NO_DISCHARGE = "11 U.S.C. § 727(a)(1)"
DISMISSED = "11 U.S.C. § 362(c)(2)(B)"


def check_stay(
    case: Case, as_of: date, federal: Jurisdiction | None = None, kind: DocumentKind | None = None
) -> Iterator[Finding]:
    """Refuse a paper of ``kind`` that collects while the debtor's bankruptcy forbids it.

    Without a kind the case itself is looked at, as a letter would be. Papers that collect nothing go with a note.
    """
    filed = case.bankruptcy
    if filed and filed.petition_on > as_of and kind is not None and kind.collects:
        yield _backdated(case, filed, as_of, federal)
        return
    if filed and filed.petition_on > as_of and kind is None:
        message = f"the petition is dated {filed.petition_on}, which is after {as_of}"
        fix = "Correct `petition_on` if that day has not come yet."
        yield note("K706", message, case.place("bankruptcy", "petition_on"), fix=fix)
    if filed is None or filed.petition_on > as_of or kind in (DocumentKind.INTERNAL, DocumentKind.BANKRUPTCY):
        return
    if kind is DocumentKind.AGREEMENT:
        yield _agreement(case, filed)
    elif _all_later(case, filed):
        message = (
            f"all of this was agreed and billed after the petition of {filed.petition_on}, so the stay leaves it out"
        )
        fix = "Ask a lawyer first: what belongs to the bankrupt estate may still not be touched."
        yield note(
            "K704",
            message,
            case.place("bankruptcy", "petition_on"),
            fix=fix,
            law=_cite(federal, RuleName.AUTOMATIC_STAY, filed),
        )
    else:
        yield _standing(case, filed, as_of, federal)


def _standing(case: Case, filed: Bankruptcy, as_of: date, federal: Jurisdiction | None) -> Finding:
    """Return what the bankruptcy makes of debts before the petition on the day ``as_of``."""
    name = case.debtor.name
    if filed.discharged_on and filed.discharged_on <= as_of:
        if filed.chapter == "7" and not case.debtor.kind.natural_person:
            message = f"{name} is said to be discharged in chapter 7, where only a person can be"
            fix = "Read the court's order. Take `discharged_on` out; write `dismissed_on` if the case was dismissed."
            return stop("K702", message, case.place("bankruptcy", "discharged_on"), fix=fix, law=NO_DISCHARGE)
        message = f"{name} was discharged on {filed.discharged_on}; this debt may not be collected any more"
        fix = "Write nothing to the debtor. Ask a lawyer if you think this debt was not discharged."
        law = _cite(federal, RuleName.DISCHARGE, filed)
        return stop("K701", message, case.place("bankruptcy", "discharged_on"), fix=fix, law=law)
    if filed.dismissed_on and filed.dismissed_on <= as_of:
        message = f"the bankruptcy of {name} was dismissed on {filed.dismissed_on}; the stay has ended"
        return note("K703", message, case.place("bankruptcy", "dismissed_on"), law=DISMISSED)
    message = f"{name} filed for bankruptcy on {filed.petition_on}; no paper that collects may go to the debtor"
    fix = "Send nothing, stop calls and charges, and file a proof of claim with the court in time."
    return stop(
        "K700",
        message,
        case.place("bankruptcy", "petition_on"),
        fix=fix,
        law=_cite(federal, RuleName.AUTOMATIC_STAY, filed),
    )


def _backdated(case: Case, filed: Bankruptcy, as_of: date, federal: Jurisdiction | None) -> Finding:
    """Refuse a paper with an earlier date: whoever makes it today knows of the petition."""
    message = (
        f"{case.debtor.name} filed for bankruptcy on {filed.petition_on}; a paper dated {as_of} may not go out now"
    )
    fix = "Send nothing, whatever its date. Correct `petition_on` if the day is wrong."
    law = _cite(federal, RuleName.AUTOMATIC_STAY, filed)
    return stop("K700", message, case.place("bankruptcy", "petition_on"), fix=fix, law=law)


def _agreement(case: Case, filed: Bankruptcy) -> Finding:
    message = (
        f"{case.debtor.name} filed for bankruptcy on {filed.petition_on}; a contract for new work may be "
        "made all the same"
    )
    fix = "Let it promise nothing about the old debt, and ask whether the trustee or the court must agree."
    return note("K705", message, case.place("bankruptcy", "petition_on"), fix=fix, law=STAY)


def _all_later(case: Case, filed: Bankruptcy) -> bool:
    """Whether every debt of the case arose after the petition; the stay protects only against older ones."""
    began = [day for day in (case.agreement.signed_on, case.agreement.starts_on, case.work.first_day) if day]
    billed = [day for invoice in case.invoices for day in (invoice.issued_on, invoice.delivered_on) if day]
    billed += [line.on for invoice in case.invoices for line in invoice.lines if line.on]
    return bool(began and billed) and min(began + billed) > filed.petition_on


def _cite(federal: Jurisdiction | None, rule: RuleName, filed: Bankruptcy) -> str:
    """Return where the law stands, from the federal file where there is one."""
    day = filed.discharged_on if rule is RuleName.DISCHARGE and filed.discharged_on else filed.petition_on
    answer = Inquiry(federal, {}).ask(rule, day) if federal else None
    return answer.cite if answer else DISCHARGE if rule is RuleName.DISCHARGE else STAY

"""What goes with the stay: its citations, and what is special about a petition."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dateutil.relativedelta import relativedelta

from kit.findings import Finding, Place, note
from kit.model.bankruptcy import Bankruptcy
from kit.model.case import Case
from kit.model.inquiry import Inquiry
from kit.model.law import Jurisdiction
from kit.model.law_days import PapersFrozen
from kit.model.law_names import RuleName
from kit.model.party import PartyKind

STAY = "11 U.S.C. § 362(a)(6)"
DISCHARGE = "11 U.S.C. § 524(a)(2)"
NO_DISCHARGE = "11 U.S.C. § 727(a)(1)"
SUING, ENFORCING, TAKING = "11 U.S.C. § 362(a)(1)", "11 U.S.C. § 362(a)(2)", "11 U.S.C. § 362(a)(3)"
LIENS, SETTING_OFF = "11 U.S.C. § 362(a)(4)", "11 U.S.C. § 362(a)(7)"
LIEN_KEPT, SETOFF_KEPT, DAMAGES = "11 U.S.C. § 362(b)(3)", "11 U.S.C. § 553", "11 U.S.C. § 362(k)"
INTEREST_ENDS, RECLAIM = "11 U.S.C. § 502(b)(2)", "11 U.S.C. § 546(c)"
EXPENSES, GOODS_EXPENSE = "11 U.S.C. § 503(b)(1)(A)", "11 U.S.C. § 503(b)(9)"
SALES = "UCC § 2-702"
CODE = "Title 11 of the United States Code"
PRINTED = (  # the parts of the stay that papers name, beside what the federal file cites
    SUING, ENFORCING, TAKING, LIENS, STAY, SETTING_OFF, LIEN_KEPT, SETOFF_KEPT, DAMAGES, DISCHARGE, CODE,
    INTEREST_ENDS, RECLAIM, EXPENSES, GOODS_EXPENSE, SALES,
)  # fmt: skip


def cite(federal: Jurisdiction | None, rule: RuleName, filed: Bankruptcy) -> str:
    """Return where the law stands, from the federal file where there is one."""
    day = filed.discharged_on if rule is RuleName.DISCHARGE and filed.discharged_on else filed.petition_on
    answer = Inquiry(federal, {}).ask(rule, day) if federal else None
    return answer.cite if answer else DISCHARGE if rule is RuleName.DISCHARGE else STAY


def at(case: Case, field: str, *, entry: str = "") -> Place | None:
    """Return where a fact of the bankruptcy stands: the newest entry that says it, else `case.yaml`."""
    told = [one for one in case.news if getattr(one, entry or field, None) is not None]
    return case.origin(f"entry:{told[-1].n}") if told else case.place("bankruptcy", field)


def chapters(filed: Bankruptcy, as_of: date) -> str:
    """Return the chapter and the orders that changed it, in brackets; empty where it was chapter 7 all along."""
    moved = [one for one in filed.converted if one.on <= as_of]
    said = [f"chapter {filed.chapter}"] if filed.chapter and (moved or filed.chapter != "7") else []
    said += [f"converted to chapter {one.to} on {one.on}" for one in moved]
    return f" ({'; '.join(said)})" if said else ""


def correct(case: Case, field: str) -> str:
    """Return how a fact of the bankruptcy is taken back: undo the entry that says it, else correct `case.yaml`."""
    told = [one for one in case.news if getattr(one, field, None) is not None]
    return f"`kit log CASE undo {told[-1].n}`" if told else f"correct `{field}` in `case.yaml`"


def also(case: Case, filed: Bankruptcy, as_of: date, federal: Jurisdiction | None = None) -> Iterator[Finding]:
    """Say what is special about a petition while it stands: its chapter, its orders, a case before it."""
    yield from _municipal(case, filed, as_of)
    for order in filed.relief_orders:
        if order.on <= as_of:
            message = f"the order of {order.on} lifts the stay for something else: {order.text}"
            place = at(case, "relief_orders", entry="relief_on")
            fix = "Only an order that lets you collect this debt from the debtor counts: `against_debtor: yes`."
            yield note("K708", message, place, fix=fix, law="11 U.S.C. § 362(d)")
    yield from _dismissed_before(case, filed, federal)


def _dismissed_before(case: Case, filed: Bankruptcy, federal: Jurisdiction | None) -> Iterator[Finding]:
    """Say that an earlier case was dismissed within the time in which that shortens the stay, where it is known."""
    if not case.debtor.kind.natural_person:
        return
    law = Inquiry(federal, {}).value(RuleName.AUTOMATIC_STAY, filed.petition_on, PapersFrozen)[0] if federal else None
    years = law.earlier_case_years if law else None
    first = filed.petition_on - relativedelta(years=years) if years else date.min
    dismissed = [one.dismissed_on for one in filed.earlier if one.dismissed_on and one.dismissed_on >= first]
    if dismissed:
        span = f"within {'a year' if years == 1 else f'{years} years'} before" if years else "before"
        message = f"an earlier case was dismissed on {dismissed[-1]}, {span} this petition"
        fix = (
            "The stay may end sooner, or never have begun: ask a lawyer. The kit counts it as standing until an order "
            "or a dismissal is on record."
        )
        place = at(case, "petition_on")
        yield note("K715", message, place, fix=fix, law="11 U.S.C. § 362(c)(3), (4)")


def _municipal(case: Case, filed: Bankruptcy, as_of: date) -> Iterator[Finding]:
    if filed.chapter_on(as_of) != "9":
        return
    place = at(case, "chapter")
    if case.debtor.kind is not PartyKind.GOVERNMENT:
        message = f"chapter 9 is for towns, districts and other public bodies, and {case.debtor.name} is none"
        fix = "Look at the notice again: `chapter:` under `bankruptcy`, or `kind:` of the debtor."
    else:
        message = "chapter 9 is the adjustment of a public body's debts: the stay reaches its officers and people too"
        fix = "The court sets the day for claims; look whether the list that the debtor files has yours as it is."
    yield note("K711", message, place, fix=fix, law="11 U.S.C. §§ 109(c), 901(a), 922")

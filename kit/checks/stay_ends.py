"""When the stay has ended or never reached the debt: papers may go out again, each with a note that says why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from kit.checks.stay_words import NO_DISCHARGE, at, cite
from kit.findings import Finding, note, stop
from kit.model.bankruptcy import Bankruptcy
from kit.model.case import Case
from kit.model.inquiry import Inquiry
from kit.model.law import Jurisdiction
from kit.model.law_bankruptcy import CodebtorStay
from kit.model.law_names import RuleName
from kit.model.stay import Stand, relief_of

DISMISSED = "11 U.S.C. § 362(c)(2)(B)"
CLOSED = "11 U.S.C. § 362(c)(2)(A)"
CODEBTOR = "11 U.S.C. §§ 1201(a), 1301(a)"

Say = Callable[[Case, Bankruptcy, date, Jurisdiction | None], Finding]


def ended(case: Case, filed: Bankruptcy, stand: Stand, as_of: date, federal: Jurisdiction | None) -> Iterator[Finding]:
    """Say why ``stand`` leaves the debts of the case outside the stay, or why that cannot be told."""
    yield _SAID[stand](case, filed, as_of, federal)


def codebtor(case: Case, filed: Bankruptcy, as_of: date, federal: Jurisdiction | None) -> str:
    """Return the citation of the law that protects whoever owes this debt beside the one who filed; else nothing.

    It does in chapters 12 and 13, for a consumer debt, until that case is closed, dismissed or converted. Whoever
    became liable in the ordinary course of business is not covered; for a consumer debt nobody is taken to have.
    """
    chapter = filed.chapter_on(as_of)
    over = [day for day in (filed.dismissed_on, filed.closed_on) if day and day <= as_of]
    if over or not case.consumer or chapter is None:
        return ""
    answer = Inquiry(federal, {}).ask(RuleName.CODEBTOR_STAY, filed.petition_on) if federal else None
    rule = answer.of(CodebtorStay) if answer else None
    if rule is None:
        return CODEBTOR if chapter in ("12", "13") else ""
    return answer.cite if answer and chapter in rule.chapters else ""


def _closed_untold(case: Case, filed: Bankruptcy, _: date, __: Jurisdiction | None) -> Finding:
    message = (
        f"the bankruptcy of {case.debtor.name} was closed on {filed.closed_on}, and nothing says whether a discharge "
        "was granted"
    )
    fix = (
        "Look at the court's record. Write `discharged_on` where there is an order of discharge (a confirmed plan can "
        "be one), `closed_without_discharge: yes` where there is none."
    )
    return stop("K710", message, at(case, "closed_on"), fix=fix, law="11 U.S.C. §§ 362(c)(2), 524(a)")


def _closed(case: Case, filed: Bankruptcy, _: date, __: Jurisdiction | None) -> Finding:
    message = f"the bankruptcy of {case.debtor.name} was closed on {filed.closed_on} without a discharge"
    fix = "The stay has ended and the debt stands; a company that went through chapter 7 seldom has anything left."
    law = f"{CLOSED}; {NO_DISCHARGE}" if not case.debtor.kind.natural_person else CLOSED
    return note("K712", f"{message}; the stay has ended", at(case, "closed_on"), fix=fix, law=law)


def _dismissed(case: Case, filed: Bankruptcy, _: date, __: Jurisdiction | None) -> Finding:
    message = f"the bankruptcy of {case.debtor.name} was dismissed on {filed.dismissed_on}; the stay has ended"
    return note("K703", message, at(case, "dismissed_on"), law=DISMISSED)


def _later(case: Case, filed: Bankruptcy, _: date, federal: Jurisdiction | None) -> Finding:
    message = f"all of this was agreed and billed after the petition of {filed.petition_on}, so the stay leaves it out"
    fix = "Ask a lawyer first: what belongs to the bankrupt estate may still not be touched."
    law = cite(federal, RuleName.AUTOMATIC_STAY, filed)
    return note("K704", message, at(case, "petition_on"), fix=fix, law=law)


def _relieved(case: Case, filed: Bankruptcy, as_of: date, _: Jurisdiction | None) -> Finding:
    order = relief_of(filed, as_of)
    on, text = (order.on, order.text) if order else (as_of, "")
    message = f"the order of {on} lets you collect this debt from the debtor: {text}"
    fix = "Do what the order says and no more, and keep a copy with every paper."
    place = at(case, "relief_orders", entry="relief_on")
    return note("K708", message, place, fix=fix, law="11 U.S.C. § 362(d)")


def _spouse(case: Case, filed: Bankruptcy, as_of: date, federal: Jurisdiction | None) -> Finding:
    place = at(case, "spouse_only")
    message = f"only the husband or wife of {case.debtor.name} filed, on {filed.petition_on}; the debtor did not"
    if law := codebtor(case, filed, as_of, federal):
        chapter = filed.chapter_on(as_of)
        message += f", and chapter {chapter} protects whoever owes a consumer debt beside the one who filed"
        fix = "Send nothing if both owe it. Ask a lawyer if only this debtor does."
        return stop("K714", message, place, fix=fix, law=law)
    fix = (
        "Write to the debtor alone, never to the one who filed. Where what a couple owns is owned in common, it may "
        "belong to the bankrupt estate: ask a lawyer before anything is taken."
    )
    return note("K714", message, place, fix=fix, law="11 U.S.C. §§ 362(a)(3), 541(a)(2)")


_SAID: dict[Stand, Say] = {
    Stand.CLOSED_UNTOLD: _closed_untold,
    Stand.CLOSED: _closed,
    Stand.DISMISSED: _dismissed,
    Stand.LATER: _later,
    Stand.RELIEVED: _relieved,
    Stand.SPOUSE: _spouse,
}

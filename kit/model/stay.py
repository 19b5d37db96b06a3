"""Where a debt stands towards the debtor's bankruptcy, told by recorded facts alone.

A petition freezes debts before it (11 U.S.C. § 362(a)(6)); a discharge does so for good (§ 524(a)(2)). What
leaves a debt outside, or ends the freeze, is a fact in the case: debts that are all of after the petition, an
order that lifts the stay for this debt (§ 362(d)), a dismissal, a closing without discharge (§ 362(c)(2)), or
a petition of the husband or wife alone. No override takes part.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from kit.model.account import Invoice
from kit.model.bankruptcy import Bankruptcy, ReliefOrder
from kit.model.business_days import DAY
from kit.model.case import Case
from kit.model.small_claims import Insolvency


class Stand(StrEnum):
    """What a bankruptcy makes of the debts of a case on one day."""

    CLEAR = "clear"  # no petition by that day
    FROZEN = "frozen"
    DISCHARGED = "discharged"
    NO_DISCHARGE = "no discharge"  # a company is said to be discharged in chapter 7: § 727(a)(1)
    CLOSED_UNTOLD = "closed, discharge not told"
    ANCILLARY = "chapter 15"  # claims go to the proceeding abroad
    LATER = "later debts"  # all of after the petition
    RELIEVED = "relieved"  # an order lifts the stay for this debt
    DISMISSED = "dismissed"
    CLOSED = "closed without discharge"
    SPOUSE = "spouse only"

    @property
    def freezes(self) -> bool:
        """Whether nothing that collects may go to the debtor."""
        return self in _FREEZING


_FREEZING = (Stand.FROZEN, Stand.DISCHARGED, Stand.NO_DISCHARGE, Stand.CLOSED_UNTOLD, Stand.ANCILLARY)


def stand_of(case: Case, day: date) -> Stand:
    """Return what the bankruptcy on record makes of the debts of ``case`` on ``day``."""
    filed = case.bankruptcy
    if filed is None or filed.petition_on > day:
        return Stand.CLEAR
    if filed.spouse_only:
        return Stand.SPOUSE
    if all_later(case, _begins(filed, day)):
        return Stand.LATER
    before = (one for one in filed.earlier if one.discharged_on and one.discharged_on <= day)
    if any(not all_later(case, one.petition_on) for one in before):
        return Stand.DISCHARGED
    return _of(case, filed, day)


def _begins(filed: Bankruptcy, day: date) -> date:
    """Return the last day whose debts fall into the bankruptcy: the petition, or the eve of an order for relief.

    Where creditors filed it, debts up to the order are claimed as if they were of before (11 U.S.C. § 502(f)).
    """
    order = filed.order_for_relief_on if filed.involuntary else None
    return order - DAY if order and filed.petition_on < order <= day else filed.petition_on


def _of(case: Case, filed: Bankruptcy, day: date) -> Stand:
    chapter, company = filed.chapter_on(day), not case.debtor.kind.natural_person
    if filed.discharged(day):
        return Stand.NO_DISCHARGE if chapter == "7" and company else Stand.DISCHARGED
    if filed.dismissed_on and filed.dismissed_on <= day:
        return Stand.DISMISSED
    if filed.closed_on and filed.closed_on <= day:
        told = filed.closed_without_discharge or (chapter == "7" and company)
        return Stand.CLOSED if told else Stand.CLOSED_UNTOLD
    if chapter == "15":
        return Stand.ANCILLARY
    return Stand.RELIEVED if relief_of(filed, day) else Stand.FROZEN


def relief_of(filed: Bankruptcy, day: date) -> ReliefOrder | None:
    """Return the newest order that lets this debt be collected from the debtor by ``day``."""
    orders = [one for one in filed.relief_orders if one.against_debtor and one.on <= day]
    return orders[-1] if orders else None


def freezes(case: Case, day: date) -> bool:
    """Whether nothing that collects may go to the debtor on ``day``: bankruptcy, or another end of payments."""
    return stand_of(case, day).freezes or proceeding(case, day) is not None


def proceeding(case: Case, day: date) -> Insolvency | None:
    """Return the assignment, receivership, probate, dissolution or foreign proceeding that takes the claims."""
    seen = case.insolvency
    return seen if seen and seen.on <= day and not seen.over(day) else None


def all_later(case: Case, petition: date) -> bool:
    """Whether every debt of the case was agreed, worked for and billed after the petition of that day."""
    began = [day for day in (case.agreement.signed_on, case.agreement.starts_on, case.work.first_day) if day]
    billed = [day for invoice in case.invoices for day in _days(invoice)]
    return bool(began and billed) and min(began + billed) > petition


def later_invoices(case: Case, day: date) -> tuple[Invoice, ...]:
    """Return the invoices that the bankruptcy on record leaves outside on ``day``, whatever was agreed before.

    Every day of them is after the petition. Where creditors filed it, what comes before the order for relief is
    claimed as if it were of before (11 U.S.C. § 502(f)), so until that order nothing is outside.
    """
    filed = case.bankruptcy
    if filed is None or filed.petition_on > day:
        return ()
    begins = _begins(filed, day)
    if filed.involuntary and not (filed.order_for_relief_on and filed.order_for_relief_on <= day):
        return ()
    return tuple(one for one in case.invoices if min(_days(one)) > begins)


def _days(invoice: Invoice) -> list[date]:
    """Return the days on which an invoice's debt arose, as far as it tells them."""
    return [day for day in (invoice.issued_on, invoice.delivered_on, *(line.on for line in invoice.lines)) if day]

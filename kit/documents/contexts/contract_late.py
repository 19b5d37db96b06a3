"""The contract's sentences about lateness: fee, interest, estimate, checks, costs of collecting."""

from __future__ import annotations

from decimal import Decimal

from kit.checks.contract_terms import ContractTerms
from kit.documents import wording
from kit.model.agreement import DayCount, Interest, LateFee
from kit.model.case import Case
from kit.model.money import ZERO

DAY_COUNTS = {
    DayCount.ACTUAL_365: "counting actual days over a year of 365",
    DayCount.ACTUAL_360: "counting actual days over a year of 360",
    DayCount.ACTUAL_366: "counting actual days over a year of 366",
    DayCount.THIRTY_360: "counting months of 30 days and years of 360",
}
LAWFUL = (
    "No charge for late payment is owed beyond what the law allows. If one is higher, it is lowered to what is lawful, "
    "and anything paid above that is credited to Client."
)


def late_fee_sentence(case: Case) -> str:
    """Return the late fee as agreed."""
    fee = case.agreement.late_fee
    return wording.sentences([_fee(case, fee), _fee_cap(case, fee)]) if fee else ""


def _fee(case: Case, fee: LateFee) -> str:
    grace = wording.count(fee.grace_days, "day") if fee.grace_days else ""
    paid = f"If an invoice is paid {f'more than {grace} ' if grace else ''}after its due date, Client owes a late"
    if fee.flat is not None:
        return f"{paid} charge of {wording.money(fee.flat, case.currency)}, once for that invoice."
    if fee.percent is not None:
        return f"{paid} charge of {wording.percent(fee.percent)} of the overdue amount, once for that invoice."
    each = "each full month" if fee.month == "completed" else "each month or part of a month"
    end = "that day" if fee.grace_days == 1 else f"those {grace}"
    since = f", counted from the end of {end}" if grace else ""
    rate = wording.percent(fee.percent_a_month or ZERO)
    return (
        f"{paid} charge of {rate} of the overdue amount for {each} that it is late{since}. "
        "Earlier late charges are not part of that amount."
    )


def _fee_cap(case: Case, fee: LateFee) -> str:
    if fee.cap_amount is not None:
        return f"All late charges on one invoice together are at most {wording.money(fee.cap_amount, case.currency)}."
    if fee.cap_percent is not None:
        return f"All late charges on one invoice together are at most {wording.percent(fee.cap_percent)} of it."
    return ""


def interest_sentence(case: Case) -> str:
    """Return the interest as agreed."""
    interest = case.agreement.interest
    if interest is None:
        return ""
    kind = {"none": "simple interest", "monthly": "interest compounded monthly", "yearly": "interest compounded yearly"}
    what = f"bears {kind[interest.compounding]} at {wording.percent(interest.percent_a_year)} a year"
    first = f"What is not paid when due {what}, {_from(interest)} until payment, {DAY_COUNTS[interest.day_count]}."
    later = [
        f"From {wording.day(change.starts)} the rate is {wording.percent(change.percent_a_year)} a year."
        for change in interest.changes
    ]
    return wording.sentences([first, *later, _forgiven(interest)])


def _from(interest: Interest) -> str:
    if interest.starts == "demand":
        return "from the day after Provider asks for it in writing"
    if interest.starts == "after_grace" and interest.grace_days:
        return f"from the day after {wording.count(interest.grace_days, 'day')} of grace have passed"
    return "from the day after the due date"


def _forgiven(interest: Interest) -> str:
    if not interest.grace_days or interest.starts == "after_grace":
        return ""
    return f"An invoice paid within {wording.count(interest.grace_days, 'day')} after its due date bears none."


def estimate_sentence(case: Case) -> str:
    """Return the honest estimate of what a late payment costs, where the case gives one."""
    estimate = case.agreement.delay_cost_estimate
    if not estimate or (case.agreement.late_fee is None and case.agreement.interest is None):
        return ""
    end = "" if estimate.endswith((".", "!", "?")) else "."
    return (
        "The parties agree that the cost of a late payment is hard to prove and that this charge is a fair estimate "
        f"of it. The estimate rests on this: {estimate}{end}"
    )


def together_sentence(case: Case) -> str:
    """Return how fee and interest stand to each other, where both are agreed."""
    agreement = case.agreement
    if agreement.late_fee is None or agreement.interest is None:
        return ""
    if not agreement.interest_and_late_fee_together:
        return "For one and the same delay only the interest is owed."
    return (
        "The late charge pays for the work of reminding, the interest for the use of the money. Both are owed, and the "
        "late charge bears no interest."
    )


def returned_check_sentence(case: Case, terms: ContractTerms) -> str:
    """Return the charge for a returned check."""
    if not terms.returned_check:
        return ""
    amount = wording.money(terms.returned_check, case.currency)
    return (
        "If a check comes back unpaid, the amount is owed as if the check had not been given, and Client owes a charge "
        f"of {amount}, or the most the law allows if that is less."
    )


def collection_sentence(case: Case) -> str:
    """Return who bears the cost of collecting: the actual and reasonable ones only (Bradley, 739 F.3d 606)."""
    if not case.agreement.collection_costs:
        return ""
    return (
        "If Client does not pay what is due, Client also owes the actual and reasonable costs that Provider then has "
        "to spend to collect it, such as court filing and service fees. A percentage charged by a collection agency is "
        "not such a cost."
    )


def attorney_sentence(terms: ContractTerms) -> str:
    """Return the attorney-fee clause as the law leaves it."""
    if not terms.attorney_fees:
        return ""
    if terms.attorney_fees == "both-ways":
        first = (
            "In a suit about this agreement the side that loses pays the reasonable attorney fees and costs of the "
            "side that wins."
        )
    else:
        first = (
            "If Provider has to sue for what is due and wins, Client pays the reasonable attorney fees "
            "and costs of Provider."
        )
    return wording.sentences([first, _fee_limit(terms.attorney_percent), _fee_notice(terms.attorney_notice_days)])


def _fee_limit(percent: Decimal | None) -> str:
    return "" if percent is None else f"Attorney fees are at most {wording.percent(percent)} of the debt."


def _fee_notice(days: int | None) -> str:
    if not days:
        return ""
    return (
        f"Before Provider asks for attorney fees, it gives Client written notice and {wording.count(days, 'day')} "
        "to pay without them."
    )

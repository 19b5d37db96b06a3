"""A late charge before it is signed, against the law that governs the agreement.

Late fee and interest for the same days are added and measured against the cap
over actual days on 365, at every day of the first year: charges by the month
begun, 360-day years and flat fees on small invoices break a cap that the
yearly rate itself keeps. What follows is the law's own remedy; only a law that
trims lets the clause stand as drafted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kit.checks.inquiry import Inquiry
from kit.findings import Finding, note, stop
from kit.model.agreement import DayCount, HourlyPrice, MilestonePrice, RecurringPrice
from kit.model.case import Case

from kit.model.law import Answer
from kit.model.law_debts import LateChargeConditions, LateFeeLimit
from kit.model.law_names import RuleName
from kit.model.law_words import Remedy, Say

YEAR = 365
REMEDIES = {
    Remedy.EXCESS_VOID: "what is over the limit is void",
    Remedy.INTEREST_FORFEIT: "the creditor would lose all interest and charges",
    Remedy.CLAUSE_VOID: "the whole clause would be void",
    Remedy.MULTIPLE: "the creditor would owe a multiple of the excess",
    Remedy.STOP: "the whole debt would be at risk",
    Remedy.NOT_RESEARCHED: "what follows has not been researched",
}


@dataclass(frozen=True, slots=True)
class Worst:
    """The day on which the charge weighs most, as a percentage a year."""

    day: int
    percent: Decimal
    why: str


def check_late_terms(case: Case, inquiry: Inquiry, on: date) -> Iterator[Finding]:
    """Say what the law makes of the late fee and interest that the case wants to agree."""
    agreement = case.agreement
    if agreement.late_fee is None and agreement.interest is None:
        return
    worst = worst_day(case)
    cap = inquiry.ask(RuleName.LATE_CHARGE_CAP, on, agreed=True, amount=smallest_bill(case) or Decimal(1))
    if cap and cap.state == "value" and worst.percent > cap.value:
        yield from _over(case, cap, worst)
    yield from _single_fee(case, inquiry, on)
    yield from _conditions(case, inquiry, on)


def worst_day(case: Case) -> Worst:
    """Return the day of the first year on which fee and interest come to the highest yearly percentage."""
    principal = smallest_bill(case) or Decimal(1000)
    days = sorted({1, 30, 31, YEAR, *_first_days(case)})
    rated = [(sum(charge for charge, _ in _charges(case, principal, day)) * 100 * YEAR / principal / day, day) for day in days]
    percent, day = max(rated, key=lambda pair: (pair[0], -pair[1]))
    return Worst(day, percent, "; ".join(why for charge, why in _charges(case, principal, day) if charge))


def smallest_bill(case: Case) -> Decimal | None:
    """Return the smallest invoice that the price foresees, or None where the price does not say."""
    price = case.agreement.price
    if isinstance(price, MilestonePrice):
        return min(stage.amount for stage in price.stages) or None
    if isinstance(price, HourlyPrice):
        return price.rate or None
    if isinstance(price, RecurringPrice):
        return price.amount or None
    return (price.amount or None) if price else None


def _first_days(case: Case) -> Iterator[int]:
    """Yield the first day on which each charge exists, where a fee weighs most."""
    fee, interest = case.agreement.late_fee, case.agreement.interest
    if fee:
        yield fee.grace_days + 1
        yield fee.grace_days + 31
    if interest:
        yield interest.grace_days + 1


def _charges(case: Case, principal: Decimal, day: int) -> Iterator[tuple[Decimal, str]]:
    fee, interest = case.agreement.late_fee, case.agreement.interest
    if interest and day > interest.grace_days:
        charged = day - interest.grace_days if interest.starts == "after_grace" else day
        base = {DayCount.ACTUAL_360: 360, DayCount.THIRTY_360: 360, DayCount.ACTUAL_366: 366}.get(interest.day_count, YEAR)
        rate = max([interest.percent_a_year, *(change.percent_a_year for change in interest.changes)])
        yield principal * rate / 100 * charged / base, f"interest at {rate}% on {base} days"
    if fee and day > fee.grace_days:
        late = day - fee.grace_days
        if fee.percent_a_month is not None:
            months = -(-late * 12 // YEAR) if fee.month == "started" else late * 12 // YEAR
            amount, why = principal * fee.percent_a_month / 100 * months, f"{fee.percent_a_month}% for each month {fee.month}"
        elif fee.percent is not None:
            amount, why = principal * fee.percent / 100, f"{fee.percent}% once"
        else:
            amount, why = fee.flat or Decimal(0), f"a flat fee of {fee.flat} on a bill of {principal}"
        limits = [fee.cap_amount, principal * fee.cap_percent / 100 if fee.cap_percent is not None else None]
        yield min([amount, *(limit for limit in limits if limit is not None)]), why


def _over(case: Case, cap: Answer, worst: Worst) -> Iterator[Finding]:
    where = "late_fee" if case.agreement.late_fee else "interest"
    place = case.place("agreement", where)
    shown = worst.percent.quantize(Decimal("0.1"))
    days = "1 day" if worst.day == 1 else f"{worst.day} days"
    message = f"after {days} the late charge comes to {shown}% a year ({worst.why}); the limit is {cap.value}%"
    if cap.remedy is Remedy.TRIMMED:
        yield note("K121", f"{message}; the clause says that no more than the law allows is owed", place, law=cap.cite)
        return
    result = REMEDIES[cap.remedy or Remedy.NOT_RESEARCHED]
    fix = f"Agree interest of at most {cap.value}% a year by the day on 365 days, without a fee beside it."
    yield stop("K121", f"{message}, and {result}", place, fix=fix, law=cap.cite)


def _single_fee(case: Case, inquiry: Inquiry, on: date) -> Iterator[Finding]:
    fee = case.agreement.late_fee
    if fee is None:
        return
    limit, cite = inquiry.value(RuleName.LATE_FEE_LIMIT, on, LateFeeLimit, agreed=True, amount=smallest_bill(case) or Decimal(1))
    if limit is None:
        return
    place = case.place("agreement", "late_fee")
    if limit.flat is not None and fee.flat is not None and fee.flat > limit.flat and limit.percent is None:
        yield stop("K123", f"the late fee of {fee.flat} is over the {limit.flat} the law allows", place, fix=f"Write `flat: {limit.flat}` or less.", law=cite)  # noqa: E501
    if limit.percent is not None and fee.percent is not None and fee.percent > limit.percent:
        yield stop("K123", f"the late fee of {fee.percent}% is over the {limit.percent}% the law allows", place, fix=f"Write `percent: {limit.percent}` or less.", law=cite)  # noqa: E501
    if limit.grace_days and fee.grace_days < limit.grace_days:
        message = f"the late fee is due {fee.grace_days} days after the due date; the law asks for {limit.grace_days}"
        yield stop("K124", message, place, fix=f"Write `grace_days: {limit.grace_days}`.", law=cite)


def _conditions(case: Case, inquiry: Inquiry, on: date) -> Iterator[Finding]:
    agreement = case.agreement
    asked, cite = inquiry.value(RuleName.LATE_CHARGE_CONDITIONS, on, LateChargeConditions, agreed=True)
    if asked is None:
        return
    if asked.honest_estimate is Say.YES and not agreement.delay_cost_estimate:
        message = "here a late charge stands only as an honest estimate of what a late payment costs, and the file has none"
        fix = "Add `delay_cost_estimate:` under `agreement`: what a late payment costs you, and how you know."
        yield stop("K122", message, case.place("agreement"), fix=fix, law=cite, overridable=True)
    both = agreement.late_fee is not None and agreement.interest is not None
    if both and asked.fee_and_interest_together is Say.NO:
        yield stop("K125", "here a late fee and interest may not be charged for the same days", case.place("agreement", "late_fee"), fix="Keep `interest:` or `late_fee:`.", law=cite)  # noqa: E501
    elif both and not agreement.interest_and_late_fee_together:
        fix = "Keep one of them, or write `interest_and_late_fee_together: yes` so that the contract says so."
        yield stop("K126", "the case has both a late fee and interest, and does not say that both are meant", case.place("agreement", "late_fee"), fix=fix)  # noqa: E501
    if agreement.interest and agreement.interest.compounding != "none" and asked.compounding is Say.NO:
        yield stop("K127", "here interest on interest may not be agreed", case.place("agreement", "interest", "compounding"), fix="Write `compounding: none`.", law=cite)  # noqa: E501
    if asked.periodic_statement is Say.YES:
        yield note("K128", "here a late charge is owed only on a periodic statement", case.place("agreement"), fix="Send a statement every month.", law=cite)  # noqa: E501

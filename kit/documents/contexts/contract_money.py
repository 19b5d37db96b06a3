"""The contract's sentences about money: price, invoices, lateness, checks, costs of collecting."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kit.checks.contract_terms import ContractTerms
from kit.documents import wording
from kit.documents.contexts.account import bucket_words
from kit.ledger.terms import Order
from kit.model.agreement import (
    DayCount,
    Deposit,
    Every,
    FixedPrice,
    HourlyPrice,
    LateFee,
    MilestonePrice,
    Price,
    RecurringPrice,
)
from kit.model.case import Case
from kit.model.law_contracts import ContractTerm
from kit.model.money import ZERO

DAY_COUNTS = {
    DayCount.ACTUAL_365: "counting actual days over a year of 365",
    DayCount.ACTUAL_360: "counting actual days over a year of 360",
    DayCount.ACTUAL_366: "counting actual days over a year of 366",
    DayCount.THIRTY_360: "counting months of 30 days and years of 360",
}
EACH = {
    Every.WEEK: "each week",
    Every.FORTNIGHT: "every two weeks",
    Every.MONTH: "each month",
    Every.QUARTER: "each quarter",
    Every.YEAR: "each year",
}


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the price."""

    text: str
    amount: str
    when: str


def price_sentence(case: Case, price: Price) -> str:
    """Return what the client pays for the work."""
    cash = case.currency
    if isinstance(price, FixedPrice):
        return f"Client pays {wording.money(price.amount, cash)} for the whole of the work."
    if isinstance(price, RecurringPrice):
        starts = f", from {wording.day(price.starts_on)}" if price.starts_on else ""
        about = "The parties expect orders of about" if case.work.kind.value == "goods" else "Client pays"
        more = " Each order is charged at the prices confirmed for it." if case.work.kind.value == "goods" else ""
        return f"{about} {wording.money(price.amount, cash)} {EACH[price.every]}{starts}.{more}"
    if isinstance(price, MilestonePrice):
        total = wording.money(sum_of(price), cash)
        return f"The price is {total} in all. It falls due in stages, each when its stage is delivered:"
    return _hourly(case, price)


def sum_of(price: MilestonePrice) -> Decimal:
    """Return the whole price: the deposit, where it comes on top, is a stage of its own."""
    deposit = price.deposit.amount if price.deposit and price.deposit.amount else ZERO
    return sum((stage.amount for stage in price.stages), deposit)


def _hourly(case: Case, price: HourlyPrice) -> str:
    rate = wording.money(price.rate, case.currency)
    parts = [f"Client pays {rate} for each hour worked, to the nearest quarter of an hour."]
    if price.estimate_hours:
        estimate = wording.number(price.estimate_hours)
        parts.append(f"The work is estimated at {estimate} hours; an estimate is not a promise, and Provider says so early if more is needed.")
    if price.not_above:
        parts.append(f"Provider does not charge more than {wording.money(price.not_above, case.currency)} for hours unless Client agrees to more in writing first.")
    return wording.sentences(parts)


def stages(case: Case, price: Price) -> tuple[Stage, ...]:
    """Return the stages of a price by milestones."""
    if not isinstance(price, MilestonePrice):
        return ()
    first: tuple[Stage, ...] = ()
    if price.deposit and price.deposit.amount:
        first = (Stage("Deposit", wording.money(price.deposit.amount, case.currency), ", before work starts"),)
    return first + tuple(
        Stage(stage.text, wording.money(stage.amount, case.currency), f", by {wording.day(stage.due_on)}" if stage.due_on else "")
        for stage in price.stages
    )


def deposit_sentence(case: Case, price: Price) -> str:
    """Return the deposit and what it is counted against."""
    deposit: Deposit | None = getattr(price, "deposit", None)
    if deposit is None:
        return ""
    amount = wording.money(deposit.amount, case.currency) if deposit.amount is not None else f"{wording.percent(deposit.percent or ZERO)} of the price"
    if isinstance(price, MilestonePrice) and deposit.amount is not None:
        return "Work starts when the deposit has arrived."
    return f"Client pays a deposit of {amount} before work starts. It is counted against the first amounts that fall due."


def invoicing_sentence(case: Case, price: Price, terms: ContractTerms) -> str:
    """Return when invoices come; where a freelancer law asks for a list of services by a date, the date."""
    when = {
        "fixed": "Provider sends an invoice when the work is delivered.",
        "milestones": "Provider sends an invoice for the deposit on signing, and one for each stage when it is delivered.",
    }.get(price.kind)
    if isinstance(price, HourlyPrice):
        when = f"Provider sends an invoice {EACH[price.billed_every]} with the dates, the hours and what was done."
    if isinstance(price, RecurringPrice):
        when = "Provider sends an invoice with each delivery." if case.work.kind.value == "goods" else f"Provider sends an invoice {EACH[price.every]}."
    listed = terms.freelancer and ContractTerm.SERVICE_LIST_DATE in terms.freelancer.contract_terms
    more = "The invoice is also the list of the services rendered; Provider submits it within 5 days of the day the amount is earned, and Client needs nothing else to pay in time." if listed else ""
    return wording.sentences([when or "", more])


def due_sentence(case: Case) -> str:
    """Return when an invoice is due."""
    days = case.agreement.net_days
    if days is None or days == 0:
        return "Invoices are due when Client receives them."
    return f"Each invoice is due {wording.count(days, 'day')} after its date. Payment is made when it reaches Provider in full, free of bank charges."


def application_sentence(case: Case, order: Order) -> str:
    """Return the order in which a payment counts; one the parties chose, or the law's."""
    chosen = case.agreement.application_order
    words = wording.listing(bucket_words(bucket) for bucket in order.complete)
    if chosen:
        return f"A payment that names an invoice goes to that invoice. Within it, and where no invoice is named, a payment is applied to {words}, in this order, and the oldest debt first."
    return f"A payment that names an invoice goes to that invoice. Otherwise a payment is applied to {words}, in this order, and the oldest debt first."


def late_fee_sentence(case: Case) -> str:
    """Return the late fee as agreed."""
    fee = case.agreement.late_fee
    if fee is None:
        return ""
    after = f"more than {wording.count(fee.grace_days, 'day')} after its due date" if fee.grace_days else "after its due date"
    return wording.sentences([_fee(case, fee, after), _fee_cap(case, fee)])


def _fee(case: Case, fee: LateFee, after: str) -> str:
    if fee.flat is not None:
        return f"If an invoice is paid {after}, Client owes a late fee of {wording.money(fee.flat, case.currency)}, once for that invoice."
    if fee.percent is not None:
        return f"If an invoice is paid {after}, Client owes a late fee of {wording.percent(fee.percent)} of the overdue amount, once for that invoice."
    each = "each full month" if fee.month == "completed" else "each month begun"
    return f"If an invoice is paid {after}, Client owes a late charge of {wording.percent(fee.percent_a_month or ZERO)} of the overdue amount for {each} that it is late, without interest on earlier charges."


def _fee_cap(case: Case, fee: LateFee) -> str:
    if fee.cap_amount is not None:
        return f"All late fees on one invoice together are at most {wording.money(fee.cap_amount, case.currency)}."
    if fee.cap_percent is not None:
        return f"All late fees on one invoice together are at most {wording.percent(fee.cap_percent)} of it."
    return ""


def interest_sentence(case: Case) -> str:
    """Return the interest as agreed."""
    interest = case.agreement.interest
    if interest is None:
        return ""
    start = {
        "due_date": "from the day after the due date",
        "after_grace": f"from the day after {wording.count(interest.grace_days, 'day')} of grace have passed",
        "demand": "from the day after Provider asks for it in writing",
    }[interest.starts]
    grace = f" An invoice paid within {wording.count(interest.grace_days, 'day')} of its due date bears none." if interest.grace_days and interest.starts == "due_date" else ""
    kind = {"none": "simple interest", "monthly": "interest compounded monthly", "yearly": "interest compounded yearly"}[interest.compounding]
    later = "".join(f" From {wording.day(change.starts)} the rate is {wording.percent(change.percent_a_year)}." for change in interest.changes)
    rate = wording.percent(interest.percent_a_year)
    return f"What is not paid when due bears {kind} at {rate} a year, {start} until payment, {DAY_COUNTS[interest.day_count]}.{later}{grace}"


def estimate_sentence(case: Case) -> str:
    """Return the honest estimate of what a late payment costs, where the case gives one."""
    estimate = case.agreement.delay_cost_estimate
    if not estimate:
        return ""
    return f"The parties agree that the cost of a late payment is hard to prove and that this charge is a fair estimate of it. The estimate rests on this: {estimate}"


def together_sentence(case: Case) -> str:
    """Return how fee and interest stand to each other, where both are agreed."""
    agreement = case.agreement
    if agreement.late_fee is None or agreement.interest is None:
        return ""
    return "The late fee pays for the work of reminding, the interest for the use of the money; both are owed, and neither bears interest."


LAWFUL = "No charge for late payment is owed beyond what the law allows. If one is higher, it is lowered to what is lawful, and anything paid above that is credited to Client."


def returned_check_sentence(case: Case, terms: ContractTerms) -> str:
    """Return the charge for a returned check."""
    if terms.returned_check is None:
        return ""
    amount = wording.money(terms.returned_check, case.currency)
    return f"If a check comes back unpaid, the amount is owed as if the check had not been given, and Client owes a charge of {amount}, or the most the law allows if that is less."


def collection_sentence(case: Case) -> str:
    """Return who bears the cost of collecting: the actual and reasonable ones only."""
    if not case.agreement.collection_costs:
        return ""
    return "If Client does not pay what is due, Client also owes the actual and reasonable costs that Provider then has to spend to collect it, such as court filing and service fees. A percentage charged by a collection agency is not such a cost."


def attorney_sentence(terms: ContractTerms) -> str:
    """Return the attorney-fee clause as the law leaves it."""
    if not terms.attorney_fees:
        return ""
    most = f", at most {wording.percent(terms.attorney_percent)} of the debt" if terms.attorney_percent is not None else ""
    notice = ""
    if terms.attorney_notice_days:
        notice = f" Provider first gives Client written notice and {wording.count(terms.attorney_notice_days, 'day')} to pay without such fees."
    if terms.attorney_fees == "both-ways":
        return f"In a suit about this agreement the side that loses pays the reasonable attorney fees and costs of the side that wins{most}.{notice}"
    return f"If Provider has to sue for what is due and wins, Client pays the reasonable attorney fees and costs of Provider{most}.{notice}"

"""The contract's sentences about money: price, deposit, invoices, when they are due, how a payment counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kit.checks.contract_terms import ContractTerms
from kit.documents import wording
from kit.documents.contexts.account import bucket_words
from kit.findings import KitError
from kit.ledger.terms import Order
from kit.model.agreed_price import sum_of
from kit.model.case import Case, WorkKind
from kit.model.law_contracts import ContractTerm
from kit.model.money import ZERO, to_minor
from kit.model.price import Deposit, Every, HourlyPrice, MilestonePrice, Price, RecurringPrice

EACH = {
    Every.WEEK: "each week",
    Every.FORTNIGHT: "every two weeks",
    Every.MONTH: "each month",
    Every.QUARTER: "each quarter",
    Every.YEAR: "each year",
}
LIST_DAYS = 5  # the house's own term; the law asks that the contract names a date
AS_CONFIRMED = "Each order is charged at the prices confirmed for it."
WITH_EACH = "Provider sends an invoice with each delivery."
WITH_THE = "Provider sends an invoice with the delivery."
ARRIVES = "It is paid when the money has reached Provider in full, free of bank charges."


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the price."""

    text: str
    amount: str
    when: str


def price_sentence(case: Case, price: Price) -> str:
    """Return what the client pays for the work."""
    goods = case.work.kind is WorkKind.GOODS
    if isinstance(price, HourlyPrice):
        return _hourly(case, price)
    if isinstance(price, RecurringPrice):
        return _recurring(case, price)
    if isinstance(price, MilestonePrice):
        return f"The price is {wording.money(sum_of(price), case.currency)} in all, in these stages:"
    what = "everything named above" if goods else "the whole of the work"
    return f"Client pays {wording.money(price.amount, case.currency)} for {what}."


def _recurring(case: Case, price: RecurringPrice) -> str:
    starts = f", from {wording.day(price.starts_on)}" if price.starts_on else ""
    amount = f"{wording.money(price.amount, case.currency)} {EACH[price.every]}{starts}"
    if case.work.kind is not WorkKind.GOODS:
        return f"Client pays {amount}."
    return f"The parties expect orders of about {amount}. {AS_CONFIRMED}"


def _hourly(case: Case, price: HourlyPrice) -> str:
    cash = case.currency
    parts = [
        f"Client pays {wording.unit_price(price.rate, cash)} for each hour worked, to the nearest quarter of an hour."
    ]
    if price.estimate_hours:
        hours = f"{wording.number(price.estimate_hours)} {'hour' if price.estimate_hours == 1 else 'hours'}"
        value = wording.money(to_minor(price.estimate_hours * price.rate, cash), cash)
        parts.append(
            f"The work is estimated at {hours}, which is {value}. An estimate is not a promise; Provider says so early "
            "if more is needed."
        )
    if price.not_above:
        most = wording.money(price.not_above, cash)
        parts.append(f"Provider charges no more than {most} for hours unless Client agrees to more in writing first.")
    return wording.sentences(parts)


def stages(case: Case, price: Price) -> tuple[Stage, ...]:
    """Return the stages of a price by milestones."""
    if not isinstance(price, MilestonePrice):
        return ()
    first: tuple[Stage, ...] = ()
    if price.deposit and price.deposit.amount is not None:
        first = (Stage("Deposit", wording.money(price.deposit.amount, case.currency), ", before work starts"),)
    return first + tuple(
        Stage(stage.text, wording.money(stage.amount, case.currency), _when(stage.due_on)) for stage in price.stages
    )


def _when(day: date | None) -> str:
    return f", by {wording.day(day)}" if day else ""


def deposit_sentence(case: Case, price: Price) -> str:
    """Return the deposit and what it is counted against. Raises `KitError` for a percentage of nothing known."""
    deposit: Deposit | None = getattr(price, "deposit", None)
    if deposit is None:
        return ""
    if isinstance(price, MilestonePrice) and deposit.amount is not None:
        return "Work starts when the deposit has arrived."
    amount = wording.money(_deposit(case, price, deposit), case.currency)
    of = "the price"
    if isinstance(price, HourlyPrice):
        of = "the estimate" if price.estimate_hours else "the most that Provider charges"
    share = f", {wording.percent(deposit.percent)} of {of}," if deposit.percent is not None else ""
    starts = "the first delivery" if case.work.kind is WorkKind.GOODS else "work starts"
    counted = "It is counted against the first amounts that fall due."
    return f"Client pays a deposit of {amount}{share} before {starts}. {counted}"


def _deposit(case: Case, price: Price, deposit: Deposit) -> Decimal:
    if deposit.amount is not None:
        return deposit.amount
    if isinstance(price, MilestonePrice):
        whole: Decimal | None = sum_of(price)
    elif isinstance(price, HourlyPrice):
        whole = price.estimate_hours * price.rate if price.estimate_hours else price.not_above
    else:
        whole = price.amount
    if whole is None:
        raise KitError(
            "the deposit is a percentage and the hourly price has no total; add `estimate_hours:` or `not_above:`, or "
            "write `deposit: {amount: ..}`"
        )
    return to_minor(whole * (deposit.percent or ZERO) / 100, case.currency)


def invoicing_sentence(case: Case, price: Price, terms: ContractTerms) -> str:
    """Return when invoices come; where a freelancer law asks for a list of services by a date, the date."""
    listed = any(ContractTerm.SERVICE_LIST_DATE in law.contract_terms for law in terms.freelancers)
    more = (
        "The invoice is also the list of the services rendered. If Client has it within "
        f"{LIST_DAYS} days after its date, that is in time for payment on the due date; Client sets no earlier "
        "deadline for it."
    )
    return wording.sentences([_invoices(case, price), more if listed else ""])


def _invoices(case: Case, price: Price) -> str:
    goods = case.work.kind is WorkKind.GOODS
    if isinstance(price, HourlyPrice):
        when = f"{EACH[price.billed_every]} with the dates, the hours and what was done"
    elif isinstance(price, RecurringPrice):
        when = "with each delivery" if goods else EACH[price.every]
    elif isinstance(price, MilestonePrice):
        when = "for each stage when it is delivered"
    else:
        when = "with the delivery" if goods else "when the work is delivered"
    first = "for the deposit on signing, and one " if getattr(price, "deposit", None) else ""
    return f"Provider sends an invoice {first}{when}."


def due_sentence(case: Case) -> str:
    """Return when an invoice is due."""
    days = case.agreement.net_days
    if days is None or days == 0:
        return f"Each invoice is due when Client receives it. {ARRIVES}"
    after = wording.count(days, "day")
    deposit = " The deposit is due when this agreement is signed."
    first = deposit if getattr(case.agreement.price, "deposit", None) else ""
    return f"Each invoice is due {after} after its date.{first} {ARRIVES}"


def application_sentence(case: Case, order: Order) -> str:
    """Return the order in which a payment counts; one the parties chose, or the law's."""
    named = "A payment that names an invoice goes to that invoice."
    if not case.agreement.application_order:
        return f"{named} Where no invoice is named, a payment is applied as the law provides."
    words = wording.listing(bucket_words(bucket) for bucket in order.complete)
    return (
        f"{named} Within it, and where no invoice is named, a payment is applied to {words}, in this order, and to the "
        "oldest debt first."
    )

"""What a late charge weighs: fee and interest of one bill together, on the day on which they weigh most.

The account itself works it out, so that what is said before signing is what it
would charge later. The bill is the smallest that the price foresees, because a
flat fee weighs most there. Due dates are chosen so that the shortest month
comes first: a fee by the month, a year of 360 days and months of thirty days
weigh most around the end of February.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from kit.ledger.account import Kind
from kit.ledger.build import build_ledger
from kit.ledger.resolution import terms_of
from kit.ledger.terms import Cap
from kit.model.account import Invoice, InvoiceLine
from kit.model.agreement import Agreement
from kit.model.case import Case
from kit.model.money import ZERO, minor_unit, to_minor
from kit.model.price import Deposit, HourlyPrice, MilestonePrice, Price

YEAR = Decimal(36500)  # with the hundred of the percentage
EXAMPLE = Decimal(1000)  # a bill, where percentages alone are charged or no price says how small one can be
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Burden:
    """Fees and interest of one bill from its due date through one day, and what a cap allows for the same days."""

    bill: Decimal
    due_on: date
    on: date
    fees: Decimal
    interest: Decimal
    allowed: Decimal
    over: bool  # by more than rounding explains

    @property
    def days(self) -> int:
        """Actual days late."""
        return (self.on - self.due_on).days

    @property
    def charged(self) -> Decimal:
        """Fees and interest together."""
        return self.fees + self.interest

    @property
    def percent(self) -> Decimal:
        """The charge as a percentage a year, over actual days on 365."""
        return self.charged * YEAR / self.bill / self.days


def heaviest(case: Case, cap: Decimal, on: date) -> Burden | None:
    """Return the worst day of an agreement made on the day ``on`` under a cap of ``cap`` percent a year.

    None where nothing is charged for lateness. A breach goes before a day that only weighs much; of days that weigh
    the same to a percent the last one is taken, where the rounding of a cent no longer shows.
    """
    days = [burden for due_on in _due_dates(case, on) for burden in _days(case, due_on, cap)]
    return max(days, key=lambda one: (one.over, round(one.percent), one.days), default=None)


def smallest_bill(case: Case) -> Decimal | None:
    """Return the smallest bill that the price foresees, or None where it does not say."""
    price = case.agreement.price
    goods = case.agreement.goods
    if price is None and goods.total_known:
        return goods.total(case.currency) or None
    found = [amount for amount in _bills(price) if amount > 0] if price else []
    return to_minor(min(found), case.currency) if found else None


def _bills(price: Price) -> Iterator[Decimal]:
    """Yield what single bills may come to, the deposit among them."""
    if isinstance(price, MilestonePrice):
        whole = sum((stage.amount for stage in price.stages), ZERO)
        yield from (stage.amount for stage in price.stages)
    else:
        whole = (
            price.rate if isinstance(price, HourlyPrice) else price.amount
        )  # an hour is the smallest bill by the hour
        yield whole
    deposit: Deposit | None = getattr(price, "deposit", None)
    if deposit:
        paid = deposit.amount if deposit.amount is not None else whole * (deposit.percent or 0) / 100
        yield paid
        yield whole - paid


def _due_dates(case: Case, on: date) -> list[date]:
    """Return due dates in the next common year after which the months are shortest."""
    year = on.year + 2 if isleap(on.year + 1) else on.year + 1
    fee, interest = case.agreement.late_fee, case.agreement.interest
    grace = interest.grace_days if interest and interest.starts == "after_grace" else 0
    first = {
        date(year, 1, 31) - timedelta(days=fee.grace_days if fee else 0),
        date(year, 2, 28) - timedelta(days=grace),
    }
    return sorted({date(year, 1, 31), date(year, 2, 28)} | first)


def _days(case: Case, due_on: date, cap: Decimal) -> Iterator[Burden]:
    """Yield the burden on every day on which something is charged, through a year, and on the first day of interest."""
    interest = case.agreement.interest
    ends = {due_on + timedelta(days=365)}
    if interest:
        ends |= {due_on + timedelta(days=interest.grace_days + 1)}
    for end in ends:
        yield from _charged(case, due_on, end, cap)


def _charged(case: Case, due_on: date, end: date, cap: Decimal) -> Iterator[Burden]:
    bill = smallest_bill(case) or EXAMPLE
    fee = case.agreement.late_fee
    if fee is None or fee.flat is None:
        bill = max(bill, EXAMPLE)  # percentages weigh the same on every bill; round figures are easier to check
    sample = _sample(case, bill, due_on)
    terms, _ = terms_of(sample, None, end)
    ledger = build_ledger(sample, replace(terms, caps=(Cap(cap),)), end)
    sums = {Kind.LATE_FEE: ZERO, Kind.INTEREST: ZERO}
    lines = [posting for posting in ledger.postings if posting.kind in sums]
    for count, posting in enumerate(lines, 1):
        sums[posting.kind] += posting.amount
        days = (posting.on - due_on).days
        if days < 1 or (count < len(lines) and lines[count].on == posting.on):
            continue  # counted together with the next line of the same day
        exact = cap * bill * days / YEAR
        fees, interest = sums[Kind.LATE_FEE], sums[Kind.INTEREST]
        over = fees + interest - exact > minor_unit(case.currency) / 2 * count
        yield Burden(bill, due_on, posting.on, fees, interest, to_minor(exact, case.currency), over)


def _sample(case: Case, bill: Decimal, due_on: date) -> Case:
    """Return the case with one unpaid bill and the highest rate that the agreement ever charges."""
    line = InvoiceLine(text="bill", unit_price=bill)
    invoice = Invoice(id="bill", issued_on=due_on, due_on=due_on, lines=(line,))
    empty: dict[str, object] = dict.fromkeys(("payments", "credits", "costs", "waivers", "disputes", "events"), ())
    return case.model_copy(update={**empty, "invoices": (invoice,), "agreement": _harshest(case.agreement)})


def _harshest(agreement: Agreement) -> Agreement:
    """Return the agreement with its highest rate from the first day on; a demand is taken as made at once."""
    interest = agreement.interest
    if interest:
        rate = max([interest.percent_a_year, *(change.percent_a_year for change in interest.changes)])
        starts = "due_date" if interest.starts == "demand" else interest.starts
        interest = interest.model_copy(update={"percent_a_year": rate, "changes": (), "starts": starts})
    both = agreement.late_fee is not None and interest is not None
    update = {"interest": interest, "interest_and_late_fee_together": both, "signed_on": None}  # agreed in time
    return agreement.model_copy(update=update)

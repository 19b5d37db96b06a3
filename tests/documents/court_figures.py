"""What a court paper may name besides the account of the day: other days' accounts, the court's figures, its last days.

Worked out here from postings, items and the rows of the law, apart from the code that words the papers.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from kit.checks.court import inquiry_for
from kit.checks.limitation import run_of
from kit.facts import Facts
from kit.ledger.account import Kind, Ledger
from kit.ledger.build import build_ledger
from kit.ledger.resolution import terms_of
from kit.model.business_days import is_business_day
from kit.model.case import Case
from kit.model.law_names import RuleName

ONE, ZERO = timedelta(days=1), Decimal(0)
COURT_COSTS = ("filing", "service")
RULES = (
    RuleName.SMALL_CLAIMS_LIMIT,
    RuleName.FILING_FEE,
    RuleName.WHO_MAY_APPEAL,
    RuleName.JUDGMENT_INTEREST,
)
SERVED = ("days_before_hearing", "days_before_hearing_outside", "proof_days_before")


def hearings(case: Case) -> list[date]:
    """Return every day of a hearing that the case names."""
    named = [
        case.small_claims.hearing_on,
        *(one.hearing_on for one in case.filings),
        *(one.day for one in case.hearings),
    ]
    return [day for day in named if day]


def court_amounts(known: Facts) -> Iterator[Decimal]:
    """Return what is claimed, today and on each day of the court, its limits, and what is over these."""
    limits = [row.value for row in _rows(known, RuleName.SMALL_CLAIMS_LIMIT) if isinstance(row.value, Decimal)]
    for day in {known.as_of, *hearings(known.case), *(one.on for one in known.case.filings)}:
        ledger = known.ledger if day == known.as_of else _account(known, day)
        for amount in _claimed(known, ledger):
            yield amount
            yield from (over for limit in limits for over in (amount - limit, limit) if over > 0)
            by_law = ledger.by_law.amount if ledger.by_law else ZERO
            yield from (amount + by_law, *(amount + by_law - limit for limit in limits))
            yield from (amount - (amount + by_law - limit) for limit in limits)
    yield from (paid for _, paid in _paid_here(known))
    yield sum((paid for _, paid in _paid_here(known)), ZERO)


def _account(known: Facts, day: date) -> Ledger:
    return build_ledger(known.case, terms_of(known.case, known.law, day)[0], day)


def _claimed(known: Facts, ledger: Ledger) -> Iterator[Decimal]:
    """Return the parts of what was due today, as an account has them, and their sum without the court's own costs."""
    due = {(one.invoice, one.number) for one in known.ledger.claimable}
    late = [one for one in ledger.claimable if (one.invoice, one.number) in due]
    own = {one.id for one in known.case.costs if one.kind in COURT_COSTS}
    courts = sum((one.amount for one in ledger.postings if one.kind is Kind.COST and one.ref in own), ZERO)
    parts = {
        part: sum((getattr(one, part) for one in late), ZERO) for part in ("principal", "interest", "fees", "costs")
    }
    parts["costs"] -= courts
    yield from (*parts.values(), courts)
    whole = sum(parts.values(), ZERO) - ledger.totals.unapplied
    yield from (whole, whole + courts, sum((one.disputed for one in late), ZERO))
    yield from (ledger.per_diem.printed, sum((one.balance - one.principal for one in late), ZERO))
    if ledger.by_law:
        yield from (ledger.by_law.amount, ledger.by_law.per_diem.printed)
    yield from _interest(ledger, {one.invoice for one in late})


def _interest(ledger: Ledger, claimed: set[str]) -> Iterator[Decimal]:
    """Return the interest computed on what is claimed, and what of it is no longer open."""
    open_ = sum((one.interest for one in ledger.claimable), ZERO)
    for by_law in (False, True):
        total = sum((one.amount for one in ledger.spans if one.by_law is by_law and one.invoice in claimed), ZERO)
        yield from (total, total - open_)
    late = {one.invoice for one in ledger.claimable if one.balance}
    total = sum((one.amount for one in ledger.spans if not one.by_law and one.invoice in late), ZERO)
    yield from (total, total - open_)


def _paid_here(known: Facts) -> list[tuple[str, Decimal]]:
    """Return each payment, and what of it went to the invoices that are claimed."""
    late = {one.invoice for one in known.ledger.claimable if one.balance} | {""}
    kinds = (Kind.PAYMENT, Kind.APPLIED)
    found = [one for one in known.ledger.postings if one.kind in kinds]
    return [
        (
            ref,
            -sum(
                (share.amount for one in found if one.ref == ref for share in one.shares if share.invoice in late), ZERO
            ),
        )
        for ref in dict.fromkeys(one.ref for one in found)
    ]


def _rows(known: Facts, rule: RuleName) -> list[object]:
    return list(known.forum.file.rules[rule.value].values) if known.forum else []


def court_values(known: Facts) -> list[object]:
    """Return the values of the court's rules, whose amounts a paper may name."""
    return [{"value": row.value} for rule in RULES for row in _rows(known, rule)]


def court_days(known: Facts) -> Iterator[date]:
    """Return the last days to sue, to serve and to prove it, and the working day before each."""
    if known.forum is None:
        return
    state = known.forum.code.removeprefix("us-").upper()
    yield from (
        row.value.published for row in _rows(known, RuleName.FILING_FEE) if getattr(row.value, "published", None)
    )
    for row in _rows(known, RuleName.SERVICE):
        for days in (getattr(row.value, name, None) for name in SERVED):
            for last in (day - ONE * days for day in hearings(known.case) if days):
                yield last
                yield next(day for n in range(9) if is_business_day(day := last - ONE * n, state))
    inquiry = inquiry_for(known, known.forum)
    invoices = {one.id: one for one in known.case.invoices}
    for item in known.ledger.claimable:
        if item.invoice in invoices and (run := run_of(known, inquiry, item, invoices[item.invoice])):
            yield from (run.start, run.last)

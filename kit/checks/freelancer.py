"""Freelancer laws: do they protect this creditor, and does the case hold what the contract must then state?

Small jobs for one client are added up over the law's window, so a price below
the threshold does not settle the matter. Several laws can hold side by side.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from kit.findings import Finding, note, stop
from kit.model.case import Case, WorkKind
from kit.model.inquiry import Inquiry
from kit.model.law_contracts import ContractTerm, FreelancerLaw, LeftOut, Threshold, Window, WorkerKind
from kit.model.law_names import RuleName
from kit.model.money import DOLLARS, ZERO, spoken
from kit.model.party import PartyKind
from kit.model.price import Every, FixedPrice, HourlyPrice, MilestonePrice, RecurringPrice

WINDOW_DAYS = {Window.DAYS_120: 120, Window.CALENDAR_YEAR: 366, Window.WEEK: 7}
PERIOD_DAYS = {Every.WEEK: 7, Every.FORTNIGHT: 14, Every.MONTH: 28, Every.QUARTER: 90, Every.YEAR: 365}
ALONE = (PartyKind.LLC, PartyKind.CORPORATION)  # kinds that one person can be
TRADES = {
    LeftOut.LAWYERS: "lawyers",
    LeftOut.MEDICAL: "medical professions",
    LeftOut.SALES_REPRESENTATIVES: "sales representatives",
    LeftOut.CONSTRUCTION: "building trades",
}


def check_freelancer(case: Case, inquiry: Inquiry, on: date, found: list[Finding]) -> tuple[FreelancerLaw, ...]:
    """Return the freelancer laws that protect this creditor; put what they ask and lack into ``found``."""
    if case.creditor is None or case.work.kind is WorkKind.GOODS or case.consumer:
        return ()
    price = whole_price(case)
    holding = []
    for law, cite in inquiry.every(RuleName.FREELANCER_LAW, on, FreelancerLaw, amount=price or Decimal(1)):
        if not reaches(law, case):
            continue
        if not any(_reached(case, threshold) for threshold in law.thresholds):
            found.append(_small(case, law, cite))
            continue
        holding.append(law)
        message = f"{law.name} may protect you here; the contract carries the terms it asks for"
        found.append(note("K140", message, case.place("agreement"), fix=_unless(law, case), law=cite))
        found += [*_late(case, law, cite), *_missing(case, law, cite)]
    return tuple(holding)


def reaches(law: FreelancerLaw, case: Case) -> bool:
    """Say whether ``law`` protects a creditor of this kind in this trade."""
    if case.creditor is None or (LeftOut.CONSTRUCTION in law.left_out and case.work.kind is WorkKind.CONSTRUCTION):
        return False
    kinds = {WorkerKind.NATURAL_PERSON} if case.creditor.kind.natural_person else set()
    kinds |= {WorkerKind.ONE_PERSON_ENTITY} if case.creditor.kind in ALONE else set()
    return bool(kinds.intersection(law.protects))


def whole_price(case: Case) -> Decimal | None:
    """Return what the contract comes to; one period's price where it recurs; None where the price does not say."""
    price, goods = case.agreement.price, case.agreement.goods
    if price is None and goods.total_known:
        return goods.total(case.currency)
    if isinstance(price, MilestonePrice):
        return sum((stage.amount for stage in price.stages), ZERO)
    if isinstance(price, HourlyPrice):
        return price.not_above or (price.rate * price.estimate_hours if price.estimate_hours else None)
    return price.amount if isinstance(price, FixedPrice | RecurringPrice) else None


def _reached(case: Case, threshold: Threshold) -> bool:
    """Whether the contract alone may reach the threshold within its window; an unknown price may."""
    price, whole = case.agreement.price, whole_price(case)
    if whole is None:
        return True
    if isinstance(price, RecurringPrice):  # as many payments as can fall into one window
        whole *= -(-WINDOW_DAYS[threshold.window] // PERIOD_DAYS[price.every])
    return whole >= threshold.amount


def _small(case: Case, law: FreelancerLaw, cite: str) -> Finding:
    windows = {Window.DAYS_120: "120 days", Window.CALENDAR_YEAR: "a calendar year", Window.WEEK: "a week"}
    limits = " or ".join(f"{spoken(one.amount, DOLLARS)} within {windows[one.window]}" for one in law.thresholds)
    message = f"{law.name} protects jobs that come to {limits}; this contract alone does not"
    fix = "Count your other jobs for this client; if they reach it together, ask for the terms of that law."
    return note("K144", message, case.place("agreement", "price"), fix=fix, law=cite)


def _unless(law: FreelancerLaw, case: Case) -> str:
    """Return who is left out, which a case does not say."""
    out = [TRADES[trade] for trade in law.left_out if trade is not LeftOut.CONSTRUCTION]
    parts = [f"It leaves out {', '.join(out)}."] if out else []
    parts += [f"It reaches only {law.listed_work_only}."] if law.listed_work_only else []
    if case.creditor and not case.creditor.kind.natural_person:
        parts.append("It reaches a company only where one person is all of it.")
    return " ".join(parts)


def _late(case: Case, law: FreelancerLaw, cite: str) -> Iterator[Finding]:
    days, latest = case.agreement.net_days, law.at_most_due_days
    if latest is not None and days is not None and days > latest:
        message = f"payment is due after {days} days; {law.name} says {latest}"
        place = case.place("agreement", "net_days")
        yield note("K141", message, place, fix=f"Write `net_days: {latest}` or less.", law=cite)


def _missing(case: Case, law: FreelancerLaw, cite: str) -> Iterator[Finding]:
    """Yield a stop for each term that the law asks for and the case has nothing for."""
    for term in law.contract_terms:
        for name, fix, there in _facts(term, case):
            if not there:
                message = f"{law.name} asks that the contract states {name}, and the case has none"
                yield stop("K145", message, case.place("agreement"), fix=fix, law=cite, overridable=True)


def _facts(term: ContractTerm, case: Case) -> Iterator[tuple[str, str, bool]]:
    """Yield what a term needs from the case: its name, what to write, and whether it is there."""
    creditor, debtor, agreed = case.creditor, case.debtor, case.agreement
    if creditor is None:
        return
    client = debtor.contacts[0] if debtor.contacts else debtor  # as the contract prints it
    where = "the first of `debtor.contacts`" if debtor.contacts else "`debtor`"
    address = "{street: .., city: .., state: .., zip: ..}"
    yield from {
        ContractTerm.MAILING_ADDRESSES: (
            ("your mailing address", f"Add `address: {address}` under `creditor`.", creditor.address is not None),
            ("the client's mailing address", f"Add `address: {address}` under `debtor`.", debtor.address is not None),
        ),
        ContractTerm.PHONE_NUMBERS: (
            ("your telephone number", "Add `phone:` under `creditor`.", bool(creditor.phone)),
            ("the client's telephone number", f"Add `phone:` to {where}.", bool(client.phone)),
        ),
        ContractTerm.EMAIL_ADDRESSES: (
            ("your email address", "Add `email:` under `creditor`.", bool(creditor.email)),
            ("the client's email address", f"Add `email:` to {where}.", bool(client.email)),
        ),
        ContractTerm.ITEMISED_SERVICES: (
            (
                "the services one by one",
                "List them under `agreement.scope`.",
                bool(agreed.scope or agreed.deliverables),
            ),
        ),
        ContractTerm.VALUE_OF_SERVICES: (("the price", "Add `agreement.price`.", agreed.price is not None),),
        ContractTerm.RATE_AND_METHOD: (("rate and method of pay", "Add `agreement.price`.", agreed.price is not None),),
        ContractTerm.PAY_DATE: (
            ("the day of payment", "Add `net_days:` under `agreement`.", agreed.net_days is not None),
        ),
        ContractTerm.NOTICE_OF_RIGHTS: (
            ("the notice of rights that the law prescribes", "Attach that notice yourself: this text has none.", False),
        ),
    }.get(term, ())

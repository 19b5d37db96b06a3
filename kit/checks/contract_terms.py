"""The other clauses of a contract, before anybody signs: what the governing law leaves of them.

The answers steer the words: fees for one side become fees for both where the
law says so, a returned-check charge never passes the law's, a clause that the
law voids is left out and the user is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kit.checks.inquiry import Inquiry
from kit.checks.late_terms import check_late_terms
from kit.facts import Facts
from kit.findings import Finding, note, stop
from kit.model.agreement import FixedPrice, MilestonePrice
from kit.model.case import Case, WorkKind
from kit.model.law import Answer
from kit.model.law_building import ConsumerWork
from kit.model.law_contracts import (
    ByContract,
    ContractFees,
    FreelancerLaw,
    FullPayment,
    FullPaymentCheck,
    Guaranty,
    LeftOut,
    WorkerKind,
)
from kit.model.law_debts import ReturnedCheck
from kit.model.law_names import RuleName
from kit.model.law_words import Say
from kit.model.party import PartyKind
from kit.model.selectors import selectors_of


@dataclass(frozen=True, slots=True)
class ContractTerms:
    """What the law leaves of the clauses that the case asks for."""

    attorney_fees: str = ""  # "", "one-way" or "both-ways"
    attorney_percent: Decimal | None = None
    attorney_notice_days: int | None = None
    returned_check: Decimal | None = None
    full_payment_office: bool = False
    both_spouses: bool = False
    freelancers: tuple[FreelancerLaw, ...] = ()  # a city's law stands beside its state's
    findings: tuple[Finding, ...] = ()
    used: tuple[Answer, ...] = ()


def terms_for(facts: Facts) -> ContractTerms:
    """Return the clauses as the governing law leaves them on the day the agreement is made."""
    on = facts.case.agreement.signed_on or facts.as_of
    if facts.law is None:
        return untested(facts.case)
    return contract_terms(facts.case, Inquiry(facts.law, selectors_of(facts.case)), on)


def contract_terms(case: Case, inquiry: Inquiry, on: date) -> ContractTerms:
    """Return the clauses as the law leaves them on the day ``on``, with every finding and answer behind them."""
    found: list[Finding] = [*_form(case, inquiry, on), *check_late_terms(case, inquiry, on)]
    fees, percent, days = _attorney_fees(case, inquiry, on, found)
    return ContractTerms(
        attorney_fees=fees,
        attorney_percent=percent,
        attorney_notice_days=days,
        returned_check=_returned_check(case, inquiry, on, found),
        full_payment_office=_full_payment(case, inquiry, on, found),
        both_spouses=_guaranty(case, inquiry, on, found),
        freelancers=_freelancers(case, inquiry, on, found),
        findings=_all(found, inquiry),
        used=tuple(inquiry.used),
    )


def untested(case: Case) -> ContractTerms:
    """Return the clauses as the case asks for them, where no governing law is known, and a stop that says so."""
    asked = case.agreement.attorney_fees
    fees = "" if asked is None or not asked.clause else "both-ways" if asked.reciprocal else "one-way"
    fix = "Add `governing_law: us-..` under `agreement`, or the client's address."
    finding = stop("K120", "no governing law is known, so no clause could be checked", case.place("agreement"), fix=fix)
    return ContractTerms(attorney_fees=fees, returned_check=case.agreement.returned_check_fee, findings=(finding,))


def _all(found: list[Finding], inquiry: Inquiry) -> tuple[Finding, ...]:
    return (*found, *inquiry.findings)


def _form(case: Case, inquiry: Inquiry, on: date) -> Iterator[Finding]:
    """Refuse the generic contract where consumer law wants another one."""
    if not case.consumer:
        return
    home, cite = inquiry.value(RuleName.HOME_IMPROVEMENT, on, ConsumerWork, amount=_price(case) or Decimal(1))
    if case.work.home_improvement:
        over = home.over if home else None
        if home is None or home.own_contract is not Say.NO:
            limit = f" over {over}" if over else ""
            message = f"work on a consumer's home{limit} needs a contract of its own form; this one would not do"
            fix = "Use the form that the state's contractors board publishes, or have a lawyer draw it."
            yield stop("K130", message, case.place("work", "home_improvement"), fix=fix, law=cite)
    message = "the client is a consumer: cooling-off and credit-disclosure rules may apply to this contract"
    yield note("K131", message, case.place("purpose"), fix="Ask a lawyer before using it for consumers.", law="16 C.F.R. § 429.1")


def _attorney_fees(
    case: Case, inquiry: Inquiry, on: date, found: list[Finding]
) -> tuple[str, Decimal | None, int | None]:
    asked = case.agreement.attorney_fees
    if asked is None or not asked.clause:
        return "", None, None
    place = case.place("agreement", "attorney_fees")
    rule, cite = inquiry.value(RuleName.ATTORNEY_FEES_BY_CONTRACT, on, ContractFees, amount=_price(case) or Decimal(1))
    if rule is None:
        return ("both-ways" if asked.reciprocal else "one-way"), None, None
    if rule.clause is ByContract.VOID:
        found.append(note("K132", "the attorney-fee clause is left out: it would be void here", place, law=cite))
        return "", None, None
    if not asked.reciprocal and rule.reciprocal is Say.YES:
        message = "the attorney-fee clause is written for both sides: the law gives it to both in any case"
        found.append(note("K133", message, place, law=cite))
    if rule.percent_at_most is not None:
        message = f"attorney fees are limited to {rule.percent_at_most}% of the debt, and the clause says so"
        found.append(note("K134", message, place, law=cite))
    if rule.both_sign_by_hand:
        fix = "Have both sides sign the contract by hand."
        found.append(note("K135", "an attorney-fee clause counts here only where both sides sign by hand", place, fix=fix, law=cite))
    both = asked.reciprocal or rule.reciprocal is Say.YES
    return ("both-ways" if both else "one-way"), rule.percent_at_most, rule.notice_days


def _returned_check(case: Case, inquiry: Inquiry, on: date, found: list[Finding]) -> Decimal | None:
    wanted = case.agreement.returned_check_fee
    if wanted is None:
        return None
    rule, cite = inquiry.value(RuleName.RETURNED_CHECK, on, ReturnedCheck)
    if rule is not None and rule.fee is not None and wanted > rule.fee:
        place = case.place("agreement", "returned_check_fee")
        found.append(note("K136", f"the returned-check charge is written as {rule.fee}, the most the law allows", place, law=cite))
        return rule.fee
    return wanted


def _full_payment(case: Case, inquiry: Inquiry, on: date, found: list[Finding]) -> bool:
    """Whether a clause may name the only office for full-payment checks (UCC 3-311(c)(1))."""
    rule, cite = inquiry.value(RuleName.FULL_PAYMENT_CHECK, on, FullPaymentCheck)
    if rule is None:
        return False
    if rule.law is FullPayment.NOT_IN_FORCE or rule.named_office is Say.NO:
        message = "no office for full-payment checks is named: the law that gives such a clause its effect is not in force here"
        found.append(note("K137", message, law=cite))
        return False
    return rule.named_office is Say.YES and bool(case.creditor and case.creditor.disputes_to)


def _guaranty(case: Case, inquiry: Inquiry, on: date, found: list[Finding]) -> bool:
    if case.agreement.guaranty is None:
        return False
    place = case.place("agreement", "guaranty")
    rule, cite = inquiry.value(RuleName.GUARANTY, on, Guaranty)
    guarantor = next((g for g in case.guarantors if g.name == case.agreement.guaranty.guarantor), None)
    if guarantor is None:
        message = f"the guarantor {case.agreement.guaranty.guarantor} does not stand under `guarantors`"
        found.append(stop("K138", message, place, fix="Add the guarantor with name, kind and address under `guarantors`."))
    if rule is not None and rule.both_spouses_sign is Say.YES:
        message = "a married guarantor's spouse must sign too"
        found.append(note("K139", message, place, fix="Add `spouse:` under the guarantor if there is one.", law=cite))
        return True
    return False


def _freelancers(case: Case, inquiry: Inquiry, on: date, found: list[Finding]) -> tuple[FreelancerLaw, ...]:
    """Return the freelancer laws that protect this creditor."""
    if case.creditor is None or case.work.kind is WorkKind.GOODS or case.consumer:
        return ()
    laws = inquiry.every(RuleName.FREELANCER_LAW, on, FreelancerLaw, amount=_price(case) or Decimal(1))
    holding = [(law, cite) for law, cite in laws if _protects(law, case, case.creditor.kind)]
    for law, cite in holding:
        message = f"{law.name} may protect you here; the contract carries the terms it asks for"
        found.append(note("K140", message, case.place("agreement"), law=cite))
        days, latest = case.agreement.net_days, law.at_most_due_days
        if latest is not None and days is not None and days > latest:
            message = f"payment is due after {days} days; that law says {latest}"
            place = case.place("agreement", "net_days")
            found.append(note("K141", message, place, fix=f"Write `net_days: {latest}` or less.", law=cite))
    return tuple(law for law, _ in holding)


def _protects(law: FreelancerLaw, case: Case, creditor: PartyKind) -> bool:
    """Say whether ``law`` reaches a creditor of this kind, this work and this price."""
    kinds = {WorkerKind.NATURAL_PERSON} if creditor.natural_person else set()
    kinds |= {WorkerKind.ONE_PERSON_ENTITY} if creditor in (PartyKind.LLC, PartyKind.CORPORATION) else set()
    if LeftOut.CONSTRUCTION in law.left_out and case.work.kind is WorkKind.CONSTRUCTION:
        return False
    price = _price(case)
    small = price is not None and all(price < threshold.amount for threshold in law.thresholds)
    return not small and bool(kinds.intersection(law.protects))


def _price(case: Case) -> Decimal | None:
    price = case.agreement.price
    if isinstance(price, FixedPrice):
        return price.amount
    if isinstance(price, MilestonePrice):
        return sum((stage.amount for stage in price.stages), Decimal(0))
    if price is not None and price.kind == "hourly":
        return price.not_above or (price.rate * price.estimate_hours if price.estimate_hours else None)
    return price.amount if price is not None else None

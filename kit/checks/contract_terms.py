"""The other clauses of a contract, before anybody signs: what the governing law leaves of them.

The answers steer the words: fees for one side become fees for both where the
law says so, a returned-check charge never passes the law's, a clause that the
law voids is left out and the user is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kit.checks.contract_form import check_form, check_guaranty
from kit.checks.freelancer import check_freelancer, whole_price
from kit.checks.goods_terms import check_goods
from kit.checks.late_terms import check_late_terms
from kit.facts import Facts
from kit.findings import Finding, note, stop
from kit.model.case import Case
from kit.model.inquiry import Inquiry
from kit.model.law import Answer
from kit.model.law_contracts import ByContract, ContractFees, FreelancerLaw, FullPayment, FullPaymentCheck
from kit.model.law_debts import ReturnedCheck
from kit.model.law_names import RuleName
from kit.model.law_words import ChosenBy, Say
from kit.model.money import DOLLARS, spoken
from kit.model.selectors import days_of, selectors_of

BY_HAND = "K135"  # an attorney-fee clause counts only where both sign by hand


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
    """Return the clauses as the governing law leaves them on the day the agreement is made, and why."""
    case = facts.case
    if facts.law is None:
        return untested(case)
    on = case.agreement.signed_on or facts.as_of
    selectors = {**selectors_of(case), "agreed": True, "amount": whole_price(case) or Decimal(1)}
    inquiry = Inquiry(facts.law, selectors, {**days_of(case, facts.as_of), ChosenBy.AGREEMENT: on})
    found: list[Finding] = [*check_form(facts, inquiry, on), *check_goods(case)]
    found += check_late_terms(case, inquiry, on)
    fees, percent, days = _attorney_fees(case, inquiry, on, found)
    return ContractTerms(
        attorney_fees=fees,
        attorney_percent=percent,
        attorney_notice_days=days,
        returned_check=_returned_check(case, inquiry, on, found),
        full_payment_office=_full_payment(case, inquiry, on, found),
        both_spouses=check_guaranty(facts, inquiry, on, found),
        freelancers=check_freelancer(case, inquiry, on, found),
        findings=(*found, *inquiry.findings),
        used=tuple(inquiry.used),
    )


def untested(case: Case) -> ContractTerms:
    """Return the clauses as the case asks for them, where no governing law is at hand, and a stop that says so."""
    asked = case.agreement.attorney_fees
    fees = "" if asked is None or not asked.clause else "both-ways" if asked.reciprocal else "one-way"
    place = case.place("agreement", "governing_law")
    if case.law_code is None:
        fix = "Add `governing_law: us-..` under `agreement`, or the client's address."
        finding = stop("K120", "no governing law is known, so no clause could be checked", place, fix=fix)
    else:
        message = f"there is no file of the law of {case.law_code}, so no clause could be checked"
        fix = "Have a lawyer there read the contract, then `--override K120 --because ...`."
        finding = stop("K120", message, place, fix=fix, overridable=True)
    found = (finding, *check_goods(case))
    return ContractTerms(attorney_fees=fees, returned_check=case.agreement.returned_check_fee, findings=found)


def _attorney_fees(
    case: Case, inquiry: Inquiry, on: date, found: list[Finding]
) -> tuple[str, Decimal | None, int | None]:
    """Return who gets fees ("", "one-way", "both-ways"), the most in percent, and the days of notice before."""
    asked = case.agreement.attorney_fees
    if asked is None or not asked.clause:
        return "", None, None
    place = case.place("agreement", "attorney_fees")
    rule, cite = inquiry.value(RuleName.ATTORNEY_FEES_BY_CONTRACT, on, ContractFees)
    if rule is None:
        return ("both-ways" if asked.reciprocal else "one-way"), None, None
    if rule.clause is ByContract.VOID:
        found.append(note("K132", "the attorney-fee clause is left out: it would be void here", place, law=cite))
        return "", None, None
    if rule.clause is ByContract.NOT_RESEARCHED:
        inquiry.unknown(RuleName.ATTORNEY_FEES_BY_CONTRACT, "whether such a clause stands was not settled")
    both = asked.reciprocal or rule.reciprocal is Say.YES
    if both and not asked.reciprocal:
        message = "the attorney-fee clause is written for both sides: the law gives it to both in any case"
        found.append(note("K133", message, place, law=cite))
    found += [note("K134", message, place, law=cite) for message in _limits(rule)]
    if rule.both_sign_by_hand:
        message, fix = (
            "an attorney-fee clause counts here only where both sides sign by hand",
            "Do not sign electronically.",
        )
        found.append(note(BY_HAND, message, place, fix=fix, law=cite))
    return ("both-ways" if both else "one-way"), rule.percent_at_most, rule.notice_days


def _limits(rule: ContractFees) -> list[str]:
    """Return what the law cuts off an attorney-fee clause, a sentence each."""
    said = []
    if rule.percent_at_most is not None:
        said.append(f"attorney fees are limited to {rule.percent_at_most}% of the debt, and the clause says so")
    if rule.notice_days:
        said.append(f"attorney fees are owed only {rule.notice_days} days after a notice, and the clause says so")
    if rule.at_least_debt is not None:
        said.append(f"no attorney fees are owed on a debt under {spoken(rule.at_least_debt, DOLLARS)}")
    if rule.clause is ByContract.LIMITED and not said:
        said.append("the law gives an attorney-fee clause only a part of its effect")
    return said


def _returned_check(case: Case, inquiry: Inquiry, on: date, found: list[Finding]) -> Decimal | None:
    """Return the charge to write for a returned check; the clause itself ends at what the law allows."""
    wanted = case.agreement.returned_check_fee
    if wanted is None:
        return None
    rule, cite = inquiry.value(RuleName.RETURNED_CHECK, on, ReturnedCheck)
    if rule is None or case.currency != DOLLARS:
        return wanted
    place = case.place("agreement", "returned_check_fee")
    most = _most(rule, whole_price(case))
    if rule.fee_tiers:
        tiers = "; ".join(
            f"{spoken(tier.fee, DOLLARS)} on "
            + (f"checks up to {spoken(tier.up_to, DOLLARS)}" if tier.up_to is not None else "larger ones")
            for tier in rule.fee_tiers
        )
        found.append(
            note("K149", f"the law's charge for a returned check goes by its amount: {tiers}", place, law=cite)
        )
    if most is None or wanted <= most:
        return wanted
    message = (
        f"the returned-check charge is written as {spoken(most, DOLLARS)}, the most the law allows; "
        f"the case asks for {spoken(wanted, DOLLARS)}"
    )
    found.append(note("K136", message, place, fix=f"Write `returned_check_fee: {most}`.", law=cite))
    return most


def _most(rule: ReturnedCheck, price: Decimal | None) -> Decimal | None:
    """Return the highest charge that a first check of this contract can bear; None where the law sets no sum.

    Where the charge is a percentage of the check if that is more, a check for the whole price is taken.
    """
    known = [tier.fee for tier in rule.fee_tiers if price is None or tier is _tier(rule, price)]
    known += [rule.fee] if rule.fee is not None else []
    if known and rule.fee_percent is not None and price is not None:
        known.append((price * rule.fee_percent / 100).quantize(Decimal("0.01")))
    return max(known, default=None)


def _tier(rule: ReturnedCheck, price: Decimal) -> object:
    return next((tier for tier in rule.fee_tiers if tier.up_to is None or price <= tier.up_to), rule.fee_tiers[-1])


def _full_payment(case: Case, inquiry: Inquiry, on: date, found: list[Finding]) -> bool:
    """Whether a clause may name the only office for full-payment checks (UCC 3-311(c)(1))."""
    rule, cite = inquiry.value(RuleName.FULL_PAYMENT_CHECK, on, FullPaymentCheck)
    office = case.creditor.disputes_to if case.creditor else None
    if rule is None or rule.named_office is Say.NOT_RESEARCHED:
        return False
    if rule.law is FullPayment.NOT_IN_FORCE or rule.named_office is Say.NO:
        if office:
            message = "no office for full-payment checks is named: here such a clause has no effect"
            found.append(note("K137", message, case.place("creditor", "disputes_to"), law=cite))
        return False
    return office is not None

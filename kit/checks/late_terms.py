"""A late charge before it is signed, against the law that governs the agreement.

Late fee and interest for the same days are added and measured against the cap
over actual days on 365, at every date: charges by the month begun, 360-day
years and flat fees on small bills break a cap that the yearly rate itself
keeps. What follows is the law's own remedy; only a law that trims lets the
clause stand as drafted.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from kit.checks.late_burden import EXAMPLE, Burden, heaviest, smallest_bill
from kit.findings import Finding, note, stop
from kit.ledger.conditions import above_cautious
from kit.model.agreement import LateFee
from kit.model.case import Case
from kit.model.inquiry import Inquiry
from kit.model.law import Answer
from kit.model.law_debts import LateChargeConditions, LateFeeLimit, Which
from kit.model.law_names import RuleName
from kit.model.law_remedies import REMEDIES
from kit.model.law_words import Remedy, Say
from kit.model.money import DOLLARS, spoken, to_minor

TOO_HIGH = ("K121", "K123")  # over the yearly cap, over the limit of one fee


def check_late_terms(case: Case, inquiry: Inquiry, on: date) -> Iterator[Finding]:
    """Say what the law makes of the late fee and interest that the case wants to agree on the day ``on``."""
    agreement = case.agreement
    if agreement.late_fee is None and agreement.interest is None:
        return
    bill = smallest_bill(case) or EXAMPLE
    yield from _cap(case, inquiry, on, bill)
    if agreement.late_fee:
        yield from _single_fee(case, agreement.late_fee, inquiry, on, bill)
    yield from _conditions(case, inquiry, on)


def _cap(case: Case, inquiry: Inquiry, on: date, bill: Decimal) -> Iterator[Finding]:
    needed = "a charge for late payment is to be agreed"
    cap = inquiry.ask(RuleName.LATE_CHARGE_CAP, on, needed, agreed=True, amount=bill)
    worst = heaviest(case, cap.value, on) if cap and cap.state == "value" else None
    if cap is None or worst is None or not worst.over:
        return
    remedy = cap.remedy or Remedy.NOT_RESEARCHED
    place = case.place("agreement", "late_fee" if worst.fees else "interest")
    message = f"{arithmetic(worst, cap.value, case.currency)}; {_follows(remedy)}"
    if remedy is Remedy.TRIMMED:
        yield note("K121", message, place, fix=_lower(case, cap), law=cap.cite)
    else:
        yield stop("K121", message, place, fix=_lower(case, cap), law=cap.cite)


def _follows(remedy: Remedy) -> str:
    """Return what the law makes of the excess; where it only takes it off, the contract is written accordingly."""
    return REMEDIES[remedy] + (", and the clause says so" if remedy is Remedy.TRIMMED else "")


def arithmetic(burden: Burden, cap: Decimal, currency: str) -> str:
    """Return the sum that shows how a charge goes over the cap, to be followed with pencil and paper."""
    days = "1 day" if burden.days == 1 else f"{burden.days} days"
    bill = spoken(burden.bill, currency)
    parts = [f"late fees of {spoken(burden.fees, currency)}"] if burden.fees else []
    parts += [f"interest of {spoken(burden.interest, currency)}"] if burden.interest else []
    together = f" = {spoken(burden.charged, currency)}" if len(parts) > 1 else ""
    rate = burden.percent.quantize(Decimal("0.1")).normalize()
    return (
        f"a bill of {bill} due on {burden.due_on} and unpaid on {burden.on}, {days} later, bears "
        f"{' and '.join(parts)}{together}, which is {rate:f}% a year; the limit of {cap.normalize():f}% a year allows "
        f"{bill} x {cap.normalize():f}% x {burden.days}/365 = {spoken(burden.allowed, currency)}"
    )


def _lower(case: Case, cap: Answer) -> str:
    """Return what to write so that the cap is kept on every day."""
    both = case.agreement.interest and case.agreement.late_fee
    day_count = " and no `late_fee:` beside it" if both else ""
    return f"Write `interest: {{percent_a_year: {cap.value.normalize():f}}}` or less, counted by actual/365{day_count}."


def _single_fee(case: Case, fee: LateFee, inquiry: Inquiry, on: date, bill: Decimal) -> Iterator[Finding]:
    """Hold one late fee on the smallest bill against the law's limit on a single fee."""
    answer = inquiry.ask(RuleName.LATE_FEE_LIMIT, on, "a late fee is to be agreed", agreed=True, amount=bill)
    limit = answer.of(LateFeeLimit) if answer else None
    if answer is None or limit is None:
        return
    place, cite = case.place("agreement", "late_fee"), answer.cite
    percent = fee.percent if fee.percent is not None else fee.percent_a_month
    charged = to_minor(fee.flat if fee.flat is not None else bill * (percent or 0) / 100, case.currency)
    most = _most(limit, bill, case.currency)
    if most is not None and charged > most:
        remedy = _follows(answer.remedy or Remedy.NOT_RESEARCHED)
        message = (
            f"a late fee on a bill of {spoken(bill, case.currency)} comes to {spoken(charged, case.currency)}; "
            f"the law allows {spoken(most, case.currency)} ({_said(limit)}); {remedy}"
        )
        fix = f"Write {_fitting(limit, most)} instead."
        say = note if answer.remedy is Remedy.TRIMMED else stop
        yield say("K123", message, place, fix=fix, law=cite)
    if limit.grace_days and fee.grace_days < limit.grace_days:
        message = (
            f"the late fee comes {fee.grace_days} days after the due date; the law gives the debtor {limit.grace_days}"
        )
        yield stop("K124", message, place, fix=f"Write `grace_days: {limit.grace_days}`.", law=cite)
    if limit.once_a_payment is Say.YES and fee.percent_a_month is not None:
        message = "the law allows one late fee for each late payment; this one comes again every month"
        yield stop(
            "K129", message, place, fix="Write `percent:` (once) or `flat:`, or charge interest instead.", law=cite
        )


def _most(limit: LateFeeLimit, bill: Decimal, currency: str) -> Decimal | None:
    """Return the largest single fee on ``bill``; amounts in dollars say nothing about other currencies."""
    flat = limit.flat if currency == DOLLARS else None
    share = bill * limit.percent / 100 if limit.percent is not None else None
    known = [most for most in (flat, share) if most is not None]
    if not known:
        return None
    return to_minor(max(known) if limit.which is Which.GREATER else min(known), currency)


def _said(limit: LateFeeLimit) -> str:
    parts = [spoken(limit.flat, DOLLARS)] if limit.flat is not None else []
    parts += [f"{limit.percent}%"] if limit.percent is not None else []
    return f"the {limit.which or Which.LESSER} of {' and '.join(parts)}" if len(parts) > 1 else f"at most {parts[0]}"


def _fitting(limit: LateFeeLimit, most: Decimal) -> str:
    by_percent = limit.percent is not None and (limit.flat is None or limit.which is Which.GREATER)
    return f"`percent: {limit.percent}` in place of the fee" if by_percent else f"`flat: {most}` or less"


def _conditions(case: Case, inquiry: Inquiry, on: date) -> Iterator[Finding]:
    """Say what a late charge needs here to be owed at all, and what of it the contract lacks."""
    agreement = case.agreement
    asked, cite = inquiry.value(RuleName.LATE_CHARGE_CONDITIONS, on, LateChargeConditions, agreed=True)
    both = agreement.late_fee is not None and agreement.interest is not None
    barred = asked is not None and asked.fee_and_interest_together is Say.NO
    if both and not barred and not agreement.interest_and_late_fee_together:
        message = "the case has both a late fee and interest, and does not say that both are meant"
        fix = "Keep one of them, or write `interest_and_late_fee_together: yes` so that the contract says so."
        yield stop("K126", message, case.place("agreement", "late_fee"), fix=fix)
    if asked is None:
        return
    if found := above_cautious(case, asked, cite):
        yield found
    if both and barred:
        message = "here a late fee and interest may not be charged for the same days"
        yield stop(
            "K125", message, case.place("agreement", "late_fee"), fix="Keep `interest:` or `late_fee:`.", law=cite
        )
    if asked.honest_estimate is Say.YES and not agreement.delay_cost_estimate:
        message = (
            "here a late charge stands only as an honest estimate of what a late payment costs, and the file has none"
        )
        fix = "Add `delay_cost_estimate:` under `agreement`: what a late payment costs you, and how you know."
        yield stop("K122", message, case.place("agreement"), fix=fix, law=cite, overridable=True)
    if agreement.interest and agreement.interest.compounding != "none" and asked.compounding is Say.NO:
        place = case.place("agreement", "interest", "compounding")
        yield stop(
            "K127", "here interest on interest may not be agreed", place, fix="Write `compounding: none`.", law=cite
        )
    if asked.periodic_statement is Say.YES:
        message = "here a late charge is owed only on a periodic statement"
        yield note("K128", message, case.place("agreement"), fix="Send a statement every month.", law=cite)
    yield from _in_time(case, asked, on, cite)


def _in_time(case: Case, asked: LateChargeConditions, on: date, cite: str) -> Iterator[Finding]:
    """Say that a charge must be agreed before the work, and that words on an invoice come too late."""
    begun = case.agreement.starts_on
    if asked.agreed_before_work is Say.YES and begun and begun < on:
        message = (
            f"here a late charge must be agreed before work starts; work starts on {begun}, the contract is of {on}"
        )
        fix = "Charge it only on work that starts after the signature, or correct `starts_on` or `signed_on`."
        yield stop("K142", message, case.place("agreement", "starts_on"), fix=fix, law=cite, overridable=True)
    if asked.print_on_invoice_enough is Say.NO:
        message = "here words on an invoice alone make no late charge: it is owed once this contract is signed"
        yield note("K143", message, case.place("agreement"), fix="Have it signed before the first invoice.", law=cite)

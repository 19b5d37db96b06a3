"""From agreement and law to the terms of an account.

The agreement goes first. The law limits what was agreed, fills what was left
open (the order of application, the charge for a bounced check), and where no
interest was agreed gives a figure of its own, kept beside the account. Late
fee and interest run together only where the agreement says so and the law lets
them.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kit.findings import Finding, note
from kit.ledger.agreed_in_time import charged_from, uncharged
from kit.ledger.by_law import demanded_on, legal_interest
from kit.ledger.conditions import Charges, lawful, limit_of
from kit.ledger.pauses import pauses_of
from kit.ledger.schedule import within_calendar
from kit.ledger.terms import (
    Cap,
    FeeLimit,
    InterestTerms,
    LateFeeTerms,
    Order,
    RateSpan,
    ReturnedCheck,
    Terms,
    Unpublished,
)
from kit.model.account import Method
from kit.model.agreement import Bucket, Interest, LateFee
from kit.model.case import Case
from kit.model.inquiry import Inquiry
from kit.model.law import Answer, Jurisdiction
from kit.model.law_contracts import Applied, PaymentApplication
from kit.model.law_debts import ReturnedCheck as CheckLaw
from kit.model.law_debts import Which
from kit.model.law_names import RuleName
from kit.model.law_words import Remedy, Say
from kit.model.money import DOLLARS, ZERO
from kit.model.selectors import days_of, selectors_of

AGREED = "the agreement"
BUCKETS = {
    Applied.COSTS: Bucket.COSTS,
    Applied.INTEREST: Bucket.INTEREST,
    Applied.LATE_FEES: Bucket.FEES,
    Applied.OLDEST_PRINCIPAL: Bucket.PRINCIPAL,
    Applied.MOST_BURDENSOME: Bucket.PRINCIPAL,
    Applied.LEAST_SECURED: Bucket.PRINCIPAL,
    Applied.PRO_RATA: Bucket.PRINCIPAL,
}


def terms_of(case: Case, law: Jurisdiction | None, as_of: date) -> tuple[Terms, tuple[Finding, ...]]:
    """Return what may be charged in ``case``, and every doubt about it.

    ``law`` is the one that governs the agreement; None where it is not known:
    then only what was agreed is charged, and a note says that nothing was tested.
    """
    within_calendar(as_of)
    inquiry = _inquiry(law, case, as_of) if law else None
    found: list[Finding] = []
    interest, late_fee = _agreed(case, inquiry, as_of, found)
    since = charged_from(case, inquiry, as_of, found) if interest or late_fee else None
    too_late = since is not None and uncharged(case, since, as_of)
    if too_late:
        interest = late_fee = None
    charged = bool(interest or late_fee)
    if inquiry is None and (charged or case.invoices):
        message = "the governing law is not known, so nothing charged here was held against it"
        found.append(note("K167", message, fix="Write `governing_law: us-..` under `agreement`."))
    unpublished = None
    if interest is None and inquiry:
        interest, unpublished = _by_law(case, inquiry, as_of, beside_fee=not too_late)
    pauses = pauses_of(case)
    charged = charged or any(one.percent for one in pauses)
    terms = Terms(
        interest=interest,
        late_fee=late_fee,
        caps=_caps(inquiry) if inquiry and charged else (),
        pauses=pauses,
        fee_limit=_fee_limit(case, inquiry) if inquiry and late_fee else None,
        returned_check=_returned_check(case, inquiry, as_of),
        order=_order(case, inquiry),
        agreed_on=since,
        unpublished=unpublished,
    )
    if inquiry is None:
        return terms, tuple(found)
    return replace(terms, used=tuple(inquiry.used)), (*found, *inquiry.findings)


def _agreed(case: Case, inquiry: Inquiry | None, as_of: date, found: list[Finding]) -> Charges:
    """Return what the agreement charges for lateness, as far as the law lets it."""
    agreement = case.agreement
    interest = _interest(case, agreement.interest, as_of, found) if agreement.interest else None
    late_fee = _late_fee(agreement.late_fee) if agreement.late_fee else None
    if interest and late_fee and not agreement.interest_and_late_fee_together:
        late_fee = None
        found.append(_one_only(case))
    return lawful(case, interest, late_fee, inquiry) if inquiry else (interest, late_fee)


def _inquiry(law: Jurisdiction, case: Case, as_of: date) -> Inquiry:
    """Return the questions to the governing law; what turns on an amount is asked for all that was billed."""
    billed = sum((case.total(invoice) for invoice in case.invoices), ZERO)
    return Inquiry(law, {**selectors_of(case), "amount": billed or Decimal(1)}, days_of(case, as_of))


def _by_law(
    case: Case, inquiry: Inquiry, as_of: date, *, beside_fee: bool
) -> tuple[InterestTerms | None, Unpublished | None]:
    """Return the law's own interest, unless a late fee was agreed in time for the same delay, and where it ends."""
    if case.agreement.late_fee is None or not beside_fee:
        return legal_interest(case, inquiry, as_of)
    message = "a late fee was agreed, so no interest allowed by law is shown for the same delay"
    inquiry.add(note("K172", message, case.place("agreement", "late_fee")))
    return None, None


def _one_only(case: Case) -> Finding:
    message = "the agreement has a late fee and interest and does not say that both run; only interest is charged"
    fix = "If the agreement says so, write `interest_and_late_fee_together: yes`; else keep one of the two."
    return note("K163", message, case.place("agreement", "late_fee"), fix=fix)


def _interest(case: Case, agreed: Interest, as_of: date, found: list[Finding]) -> InterestTerms:
    cite = agreed.source or AGREED
    changes = sorted(agreed.changes, key=lambda change: change.starts)
    starts = [None, *(change.starts for change in changes)]
    ends = [*(change.starts for change in changes), None]
    percents = [agreed.percent_a_year, *(change.percent_a_year for change in changes)]
    rates = tuple(RateSpan(p, a, b, cite) for p, a, b in zip(percents, starts, ends, strict=True))
    demanded = demanded_on(case, as_of) if agreed.starts == "demand" else None
    waits = agreed.starts == "demand" and demanded is None
    if waits:
        message = "interest runs from a demand, and no demand is on record; none is charged yet"
        place = case.place("agreement", "interest")
        found.append(note("K165", message, place, fix="Log the letter that demanded payment with `kit log sent`."))
    return InterestTerms(
        rates=rates,
        day_count=agreed.day_count,
        compounding=agreed.compounding,
        grace_days=agreed.grace_days,
        grace="delays" if agreed.starts == "after_grace" else "forgives",
        runs_from=demanded,
        waits=waits,
        cite=cite,
    )


def _late_fee(agreed: LateFee) -> LateFeeTerms:
    return LateFeeTerms(
        flat=agreed.flat,
        percent=agreed.percent,
        percent_a_month=agreed.percent_a_month,
        month=agreed.month,
        grace_days=agreed.grace_days,
        cap_amount=agreed.cap_amount,
        cap_percent=agreed.cap_percent,
        cite=agreed.source or AGREED,
    )


def _fee_limit(case: Case, inquiry: Inquiry) -> FeeLimit | None:
    limit, remedy, cite = limit_of(inquiry)
    if limit is None:
        return None
    flat = limit.flat if case.currency == DOLLARS else None
    return FeeLimit(flat, limit.percent, limit.which is Which.GREATER, str(remedy or Remedy.NOT_RESEARCHED), cite)


def _caps(inquiry: Inquiry) -> tuple[Cap, ...]:
    answer = inquiry.ask(RuleName.LATE_CHARGE_CAP, needed="late charges run", agreed=True)
    if answer is None or answer.state != "value":
        return ()
    remedy = str(answer.remedy or Remedy.NOT_RESEARCHED)
    return (Cap(answer.value, remedy, answer.cite, str(answer.confidence or "low")),)


def _returned_check(case: Case, inquiry: Inquiry | None, as_of: date) -> ReturnedCheck | None:
    """Return the charge for bounced checks; asked only where one came back."""
    days = [p.bounced_on for p in case.payments if p.bounced_on and p.bounced_on <= as_of and p.method is Method.CHECK]
    if not days:
        return None
    agreed = case.agreement.returned_check_fee
    answer = inquiry.ask(RuleName.RETURNED_CHECK, min(days), agreed=agreed is not None) if inquiry else None
    law = answer.of(CheckLaw) if answer and case.currency == DOLLARS else None
    if law is None or answer is None or (law.agreed_first and agreed is None):
        return ReturnedCheck(agreed=agreed, cite=AGREED) if agreed is not None else None
    if inquiry and agreed is None and _waits_for_demand(law):
        if law.fee is not None or law.fee_tiers:
            inquiry.add(_demand_first(law, answer.cite))
        return None
    tiers = tuple((tier.up_to, tier.fee) for tier in law.fee_tiers)
    cite = answer.cite if agreed is None else f"{AGREED}; {answer.cite}"
    return ReturnedCheck(agreed, law.fee, law.later_fee, tiers, law.fee_percent, cite)


def _waits_for_demand(law: CheckLaw) -> bool:
    """Whether the law's own charge for a returned check is owed only once it was demanded in writing."""
    return law.fee_owed_at_once is Say.NO or (law.fee_owed_at_once is Say.NOT_RESEARCHED and bool(law.demand_days))


def _demand_first(law: CheckLaw, cite: str) -> Finding:
    days = f" ({law.demand_days} days to pay)" if law.demand_days else ""
    message = "the law's charge for a returned check is not in the account: it comes only with a written demand"
    fix = (
        f"Send the demand that the law describes{days}; with it enter the charge under `costs`, `claimable: yes` "
        "and the law as its `source:`. A charge agreed in the contract (`returned_check_fee:`) needs no demand."
    )
    return note("K185", message, fix=fix, law=cite)


def _order(case: Case, inquiry: Inquiry | None) -> Order:
    answer = _application(case, inquiry)
    rule = answer.of(PaymentApplication) if answer else None
    elects = rule is None or rule.creditor_may_elect is not Say.NO
    if inquiry and answer and not elects and any(payment.elected for payment in case.payments):
        message = (
            "the law leaves the creditor no choice of the invoice that a payment goes to; `elected:` is not followed"
        )
        inquiry.add(note("K176", message, fix="Leave out `elected:`.", law=answer.cite))
    if case.agreement.application_order:
        order = case.agreement.application_order
        return Order(order, "the agreement fixes this order", AGREED, creditor_elects=elects)
    if inquiry is None or rule is None or answer is None:
        return Order(creditor_elects=elects)
    if Applied.OLDEST_PRINCIPAL not in rule.order and len(case.invoices) > 1:
        message = "the law applies payments that nobody directed otherwise; the account takes the oldest debt first"
        inquiry.add(note("K170", message, fix="Name the invoice of each payment with `invoice:`.", law=answer.cite))
    buckets = tuple(dict.fromkeys(BUCKETS[word] for word in rule.order))
    return Order(buckets, "the law's order where nobody chose otherwise", answer.cite, creditor_elects=elects)


def _application(case: Case, inquiry: Inquiry | None) -> Answer | None:
    """Ask what a payment goes to, where there is a payment whose way the case leaves open."""
    open_ways = case.payments and not case.agreement.application_order
    if inquiry is None or not (open_ways or any(payment.elected for payment in case.payments)):
        return None
    return inquiry.ask(RuleName.PAYMENT_APPLICATION, min(payment.on for payment in case.payments))

"""What the law asks of an agreed late charge before it is owed at all.

Where the law plainly takes a charge away, or makes it smaller or later, the
account follows it and says so. Where it leaves the charge in doubt, the paper
stops.
"""

from __future__ import annotations

from dataclasses import replace

from kit.findings import Finding, note, stop
from kit.ledger.terms import InterestTerms, LateFeeTerms
from kit.model.agreement import AgreementKind
from kit.model.case import Case
from kit.model.inquiry import Inquiry
from kit.model.law_debts import LateChargeConditions, LateFeeLimit
from kit.model.law_names import RuleName
from kit.model.law_words import Remedy, Say
from kit.model.money import ZERO

Charges = tuple[InterestTerms | None, LateFeeTerms | None]


def lawful(case: Case, interest: InterestTerms | None, fee: LateFeeTerms | None, inquiry: Inquiry) -> Charges:
    """Return what is left of agreed interest and late fee under the governing law."""
    if interest is None and fee is None:
        return None, None
    answer = inquiry.ask(RuleName.LATE_CHARGE_CONDITIONS, agreed=True)
    asked = answer.of(LateChargeConditions) if answer else None
    if answer and asked:
        _in_writing(case, asked, answer.cite, inquiry)
        if found := above_cautious(case, asked, answer.cite):
            inquiry.add(found)
        if interest and interest.compounding != "none" and asked.compounding is Say.NO:
            message = "the law lets no interest bear interest; simple interest is charged"
            place = case.place("agreement", "interest", "compounding")
            inquiry.add(note("K174", message, place, law=answer.cite))
            interest = replace(interest, compounding="none")
        if interest and fee and asked.fee_and_interest_together is Say.NO:
            message = "the law lets no late fee and interest run for the same days; only interest is charged"
            place = case.place("agreement", "late_fee")
            inquiry.add(note("K164", message, place, fix="Keep `interest:` or `late_fee:`.", law=answer.cite))
            fee = None
    return interest, _grace(case, fee, inquiry) if fee else None


def _in_writing(case: Case, asked: LateChargeConditions, cite: str, inquiry: Inquiry) -> None:
    """Stop where the law wants a late charge agreed in writing and the agreement is oral."""
    if asked.in_writing is Say.YES and case.agreement.kind is AgreementKind.ORAL:
        message = "the law wants a late charge agreed in writing, and the agreement is oral"
        fix = "Leave out `interest:` and `late_fee:`, or give the writing: `kind: written` and its `signed_on:`."
        inquiry.add(stop("K175", message, case.place("agreement", "kind"), fix=fix, law=cite))


def above_cautious(case: Case, asked: LateChargeConditions, cite: str) -> Finding | None:
    """Return a note where the agreed yearly rates go over the figure that the law's reader calls cautious.

    It is no cap: a court weighs whether a charge is out of proportion. A fee charged once has no yearly rate.
    """
    agreement, most = case.agreement, asked.cautious_percent
    if most is None:
        return None
    interest, fee = agreement.interest, agreement.late_fee
    rates = [interest.percent_a_year, *(change.percent_a_year for change in interest.changes)] if interest else []
    monthly = fee.percent_a_month if fee else None
    both = agreement.interest_and_late_fee_together or not interest
    agreed = max(rates, default=ZERO) + (12 * monthly if monthly and both else ZERO)
    if agreed <= most:
        return None
    message = (
        f"the agreed charge for lateness is {agreed.normalize():f}% a year; no cap was found here, but "
        f"{most.normalize():f}% is the cautious figure, and a court may strike a higher one"
    )
    fix = f"Keep proof that it is a fair measure of what waiting costs you, or charge {most.normalize():f}% or less."
    return note("K186", message, case.place("agreement", "interest" if rates else "late_fee"), fix=fix, law=cite)


def _grace(case: Case, fee: LateFeeTerms, inquiry: Inquiry) -> LateFeeTerms:
    """Give the debtor the law's days of grace where the agreement has fewer."""
    limit, _, cite = limit_of(inquiry)
    if limit is None:
        return fee
    place = case.place("agreement", "late_fee")
    if limit.once_a_payment is Say.YES and fee.percent_a_month is not None:
        message = "the law allows one late fee for each late payment; the agreement charges one every month"
        fix = "Waive all but the first, or charge interest by the day."
        inquiry.add(stop("K169", message, place, fix=fix, law=cite))
    if limit.grace_days is None or limit.grace_days <= fee.grace_days:
        return fee
    days, own = limit.grace_days, fee.grace_days
    message = f"the law gives {days} days before a late fee, the agreement {own}; the law's are kept"
    inquiry.add(note("K168", message, place, law=cite))
    return replace(fee, grace_days=days)


def limit_of(inquiry: Inquiry) -> tuple[LateFeeLimit | None, Remedy | None, str]:
    """Return the law's limit on a single late fee, what exceeding it does, and the citation."""
    answer = inquiry.ask(RuleName.LATE_FEE_LIMIT, needed="late fees are charged", agreed=True)
    return (answer.of(LateFeeLimit), answer.remedy, answer.cite) if answer else (None, None, "")

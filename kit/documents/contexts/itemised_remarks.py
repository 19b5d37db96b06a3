"""What the itemized statement of a claim says under its tables: what it rests on, holds, and leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kit.checks.claim_class import EXPENSE, ClaimClasses
from kit.documents import wording
from kit.documents.contexts.account import citation
from kit.ledger.petition_claim import PetitionClaim
from kit.ledger.petition_scope import Later, Why
from kit.model.case import Case
from kit.model.suit import suit_of

WHY = {
    Why.LATER_WORK: "done or delivered after the petition",
    Why.LATER_BILL: "billed after the petition",
    Why.AFTER_JUDGMENT: "billed after the judgment that the claim rests on",
}


def statement_remarks(case: Case, classes: ClaimClasses) -> Iterator[str]:
    """Yield what the statement says under its tables, in sentences."""
    claim = classes.claim
    yield from _judged(case, claim)
    yield "No interest and no charge is claimed for any day after the petition (11 U.S.C. § 502(b)(2))."
    yield from _taken_off(case, claim)
    yield from _of_the_gap(case, classes)
    if claim.fees and case.agreement.late_fee and case.agreement.late_fee.source:
        yield f"The charges for lateness are those that the agreement names ({case.agreement.late_fee.source})."
    if claim.disputed:
        yield f"The debtor disputed {_money(claim, claim.disputed)} of this; it is part of the claim."
    if claim.setoff:
        yield f"The creditor holds {_money(claim, claim.setoff)} of the debtor's money and claims a right of setoff."
    if claim.by_law and claim.by_law.amount:
        cite = citation(claim.by_law.cite)
        yield (
            f"Interest was not agreed. What the law allows up to the petition, {_money(claim, claim.by_law.amount)} "
            f"({cite}), is not in the sum above."
        )
    yield from _of_the_last_days(classes)
    yield from (_later(claim, one) for one in claim.later if one.ref not in classes.gap.counted)
    if claim.billed_later:
        yield f"Billed after the petition for work before it, and in the claim: {wording.listing(claim.billed_later)}."
    for left in claim.left_out:
        if left in classes.gap.lines:
            continue
        yield f"Not in the claim: {_money(claim, left.amount)} of {left.invoice}, {WHY[left.why]}."


def _of_the_gap(case: Case, classes: ClaimClasses) -> Iterator[str]:
    """Say why the statement of the petition day holds what was supplied after it."""
    lines = classes.gap.lines
    if not lines or case.bankruptcy is None:
        return
    order = case.bankruptcy.order_for_relief_on
    until = f"the order for relief of {wording.day(order)}" if order else "the order for relief, which is still to come"
    named = wording.listing(f"{one.text} ({one.invoice}, {wording.day(one.on)})" for one in lines)
    yield (
        f"Supplied between the petition of creditors and {until}, and claimed as if it had been owed on the day of the "
        f"petition (11 U.S.C. § 502(f)): {named}."
    )


def _of_the_last_days(classes: ClaimClasses) -> Iterator[str]:
    """Name the goods that rank as an expense of the estate, and what keeps them from being paid twice."""
    goods, claim = classes.goods, classes.claim
    if not goods.request or goods.window is None:
        return
    part = "All of this" if goods.amount == classes.on_form else f"Of this, {_money(claim, goods.amount)}"
    bills = wording.listing(dict.fromkeys(one.invoice for one in goods.request))
    first, last = (wording.day(one) for one in goods.window)
    said = f"{part} is for goods received from {first} through {last} ({EXPENSE}; {bills})"
    beside = ", and is for a request as an expense of the estate too. It is to be paid once only."
    yield f"{said}{beside if classes.asked_beside else '.'}"


def _judged(case: Case, claim: PetitionClaim) -> Iterator[str]:
    """Name the judgment that the claim rests on, so that the trustee can find it."""
    suit = suit_of(case) if claim.judgment else None
    if suit is None or suit.won is None:
        return
    where = f", {suit.filed.court}" if suit.filed.court else ""
    number = f", case number {suit.number}" if suit.number else ""
    yield f"The claim rests on the judgment entered on {wording.day(suit.won.on)}{where}{number}."
    if claim.one_sum and claim.judgment:
        one = claim.judgment.awarded
        named = {"for the debt": one.principal, "for interest": one.interest, "for costs": one.costs,
                 "for attorney fees": one.attorney_fees}  # fmt: skip
        parts = wording.listing(f"{_money(claim, amount)} {what}" for what, amount in named.items() if amount)
        yield f"It awarded {parts}; all of it bears interest as one sum."


def _taken_off(case: Case, claim: PetitionClaim) -> Iterator[str]:
    """Name the payments and credits of before the petition, so that they can be found in the debtor's books."""
    last, known = claim.petition_on, claim.as_of
    named = [
        f"payment {one.id} of {_money(claim, one.amount)} on {wording.day(one.on)}"
        for one in case.payments
        if one.on <= last and (one.bounced_on is None or one.bounced_on > known)
    ]
    named += [
        f"credit {one.id} of {_money(claim, one.amount)} on {wording.day(one.on)}"
        for one in case.credits
        if one.on <= last
    ]
    if named and claim.rows:
        yield f"Taken into account: {wording.listing(named)}."


def _later(claim: PetitionClaim, one: Later) -> str:
    amount = "all" if one.amount is None else _money(claim, one.amount)
    about = f" for {one.invoice}" if one.invoice else ""
    outside = ", for what is no part of this claim" if one.outside else ""
    what = f"{one.kind} of {amount}{about} on {wording.day(one.on)}{outside}"
    return f"After the petition, and not taken off above: {what}."


def _money(claim: PetitionClaim, amount: Decimal) -> str:
    return wording.money(amount, claim.currency)

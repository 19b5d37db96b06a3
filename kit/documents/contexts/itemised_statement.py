"""The blanks of `bankruptcy/itemised-statement`: principal, interest and charges up to the petition, bill by bill.

Fed. R. Bankr. P. 3001(c)(2)(A) asks for it where the debtor is a person; it is
useful for any claim, and a trustee reads it first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kit.checks.claim_class import EXPENSE, ClaimClasses, claim_classes
from kit.checks.claim_gap import LAW as GAP
from kit.checks.claim_gap import GapBill
from kit.documents import wording
from kit.documents.contexts.account import Span, Sum, citation, signed
from kit.documents.contexts.bankruptcy_caption import BankruptcyCaptioned, bankruptcy_caption
from kit.documents.contexts.claim_entries import CHARGED, Charge
from kit.documents.contexts.discreet import public
from kit.documents.contexts.entry_words import posting_words
from kit.documents.contexts.request import Request
from kit.documents.forms.claim_form_facts import claim_of
from kit.facts import Facts
from kit.ledger.petition_claim import ClaimRow, PetitionClaim, Segment
from kit.ledger.petition_scope import Later, Why
from kit.model.case import Case
from kit.model.money import ZERO
from kit.model.suit import suit_of

TITLE = "Itemized statement of the claim"
WHY = {
    Why.LATER_WORK: "done or delivered after the petition",
    Why.LATER_BILL: "billed after the petition",
    Why.AFTER_JUDGMENT: "billed after the judgment that the claim rests on",
}


@dataclass(frozen=True, slots=True)
class BillRow:
    """One invoice, or the charges of the account as a whole."""

    invoice: str
    due: str
    billed: str
    settled: str
    principal: str
    charges: str
    total: str


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence about what is in the claim or beside it."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemisedStatement(BankruptcyCaptioned):
    """The blanks of ``bankruptcy/itemised-statement``."""

    petition_day: str
    currency: str
    rows: tuple[BillRow, ...]
    sums: tuple[Sum, ...]
    total: str
    charges: tuple[Charge, ...]
    spans: tuple[Span, ...]
    spans_total: str
    remarks: tuple[Remark, ...]


def build(facts: Facts, request: Request) -> ItemisedStatement:  # noqa: ARG001 - every document is built from both
    """Fill the statement. Raises `KitError` where no petition is on record or nothing was owed on its day."""
    claim = claim_of(facts)
    classes = claim_classes(facts, claim)
    return ItemisedStatement(
        **bankruptcy_caption(facts, TITLE),
        petition_day=wording.day(claim.petition_on),
        currency="US dollars" if claim.currency == "USD" else claim.currency,
        rows=(
            *(_row(claim, row) for row in claim.rows),
            *(_gap_row(facts.case, claim, one) for one in classes.gap.bills),
        ),
        sums=tuple(_sums(classes)),
        total=_money(claim, classes.on_form),
        charges=tuple(_charges(facts.case, claim)),
        spans=tuple(_span(claim, one) for one in claim.segments),
        spans_total=_bare(claim, sum((one.amount for one in claim.segments), ZERO)),
        remarks=tuple(Remark(text) for text in _remarks(facts.case, classes)),
    )


def _row(claim: PetitionClaim, row: ClaimRow) -> BillRow:
    return BillRow(
        row.invoice or "Account as a whole",
        _day(row.due_on),
        _bare(claim, row.billed),
        _bare(claim, row.credited + row.paid + row.waived),
        _bare(claim, row.principal),
        _bare(claim, row.interest + row.fees + row.costs),
        _bare(claim, row.total),
    )


def _gap_row(case: Case, claim: PetitionClaim, one: GapBill) -> BillRow:
    """Return what an invoice charges for the time before the order for relief."""
    due = next((case.due_on(bill) for bill in case.invoices if bill.id == one.invoice), None)
    left, none = _bare(claim, one.left), _bare(claim, ZERO)
    return BillRow(one.invoice, _day(due), _bare(claim, one.billed), _bare(claim, one.came), left, none, left)


def _sums(classes: ClaimClasses) -> Iterator[Sum]:
    claim = classes.claim
    named = (
        ("Principal", claim.principal),
        ("Interest up to the petition", claim.interest),
        ("Late and returned-check charges", claim.fees),
        ("Costs", claim.costs),
        ("Attorney fees that a court awarded", claim.attorney_fees),
    )
    yield from (Sum(what, _money(claim, amount)) for what, amount in named if amount)
    if classes.gap.amount:
        yield Sum(f"Supplied before the order for relief ({GAP})", _money(claim, classes.gap.amount))
    if classes.off_form:
        yield Sum(f"Less goods asked for by a request ({EXPENSE})", _money(claim, -classes.off_form))


def _charges(case: Case, claim: PetitionClaim) -> Iterator[Charge]:
    """Yield each charge besides the invoices as it arose, for Rule 3001(c)(2)(A); a judgment has taken them in."""
    for one in () if claim.judgment else claim.ledger.postings:
        if one.kind in CHARGED:
            what = public(case, posting_words(case, one)).replace("waived by us", "waived by the creditor")
            yield Charge(wording.short_day(one.on), what, signed(one.amount, claim.currency))


def _span(claim: PetitionClaim, one: Segment) -> Span:
    return Span(
        one.invoice or "Judgment",
        wording.short_day(one.start),
        wording.short_day(one.last),
        str(one.days),
        wording.percent(one.percent),
        _bare(claim, one.base),
        _bare(claim, one.amount),
    )


def _remarks(case: Case, classes: ClaimClasses) -> Iterator[str]:
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
    if classes.protective:
        yield f"All of this is also asked for as an expense of the estate ({EXPENSE}). It is to be paid once only."
    elif classes.goods_on_form and classes.goods.amount:
        yield f"Of this, {_money(claim, classes.goods.amount)} is for goods under {EXPENSE}."
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


def _judged(case: Case, claim: PetitionClaim) -> Iterator[str]:
    """Name the judgment that the claim rests on, so that the trustee can find it."""
    suit = suit_of(case) if claim.judgment else None
    if suit is None or suit.won is None:
        return
    where = f", {suit.filed.court}" if suit.filed.court else ""
    number = f", case number {suit.number}" if suit.number else ""
    yield f"The claim rests on the judgment entered on {wording.day(suit.won.on)}{where}{number}."


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


def _day(day: date | None) -> str:
    return wording.short_day(day) if day else ""


def _money(claim: PetitionClaim, amount: Decimal) -> str:
    return wording.money(amount, claim.currency)


def _bare(claim: PetitionClaim, amount: Decimal) -> str:
    return wording.bare_money(amount, claim.currency)

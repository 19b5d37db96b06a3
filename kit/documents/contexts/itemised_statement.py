"""The blanks of `bankruptcy/itemised-statement`: principal, interest and charges up to the petition, bill by bill.

Fed. R. Bankr. P. 3001(c)(2)(A) asks for it where the debtor is a person; it is
useful for any claim, and a trustee reads it first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kit.checks.claim_class import ClaimClasses, claim_classes
from kit.checks.claim_gap import LAW as GAP
from kit.checks.claim_gap import GapBill
from kit.documents import wording
from kit.documents.contexts.account import Span, Sum, signed
from kit.documents.contexts.bankruptcy_caption import BankruptcyCaptioned, bankruptcy_caption
from kit.documents.contexts.claim_entries import CHARGED, Charge
from kit.documents.contexts.discreet import public
from kit.documents.contexts.entry_words import posting_words
from kit.documents.contexts.itemised_remarks import statement_remarks
from kit.documents.contexts.request import Request
from kit.documents.forms.claim_form_facts import claim_of
from kit.facts import Facts
from kit.ledger.petition_claim import ClaimRow, PetitionClaim, Segment
from kit.model.case import Case
from kit.model.money import ZERO

TITLE = "Itemized statement of the claim"


@dataclass(frozen=True, slots=True)
class BillRow:
    """One invoice, or the charges of the account as a whole: billed and charged, less what came, is claimed."""

    invoice: str
    due: str
    billed: str
    charged: str
    settled: str
    total: str
    principal: str


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
        remarks=tuple(Remark(text) for text in statement_remarks(facts.case, classes)),
    )


def _row(claim: PetitionClaim, row: ClaimRow) -> BillRow:
    return BillRow(
        row.invoice or "Account as a whole",
        _day(row.due_on),
        _bare(claim, row.billed),
        _bare(claim, row.charged),
        _bare(claim, row.credited + row.paid + row.waived),
        _bare(claim, row.total),
        _bare(claim, row.principal),
    )


def _gap_row(case: Case, claim: PetitionClaim, one: GapBill) -> BillRow:
    """Return what an invoice charges for the time before the order for relief."""
    due = next((case.due_on(bill) for bill in case.invoices if bill.id == one.invoice), None)
    left, none = _bare(claim, one.left), _bare(claim, ZERO)
    return BillRow(one.invoice, _day(due), _bare(claim, one.billed), none, _bare(claim, one.came), left, left)


def _sums(classes: ClaimClasses) -> Iterator[Sum]:
    claim = classes.claim
    named = (
        ("Judgment, with all that it awarded" if claim.one_sum else "Principal", claim.principal),
        ("Interest up to the petition", claim.interest),
        ("Late and returned-check charges", claim.fees),
        ("Costs", claim.costs),
        ("Attorney fees that a court awarded", claim.attorney_fees),
    )
    yield from (Sum(what, _money(claim, amount)) for what, amount in named if amount)
    if classes.gap.amount:
        yield Sum(f"Supplied before the order for relief ({GAP})", _money(claim, classes.gap.amount))


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


def _day(day: date | None) -> str:
    return wording.short_day(day) if day else ""


def _money(claim: PetitionClaim, amount: Decimal) -> str:
    return wording.money(amount, claim.currency)


def _bare(claim: PetitionClaim, amount: Decimal) -> str:
    return wording.bare_money(amount, claim.currency)

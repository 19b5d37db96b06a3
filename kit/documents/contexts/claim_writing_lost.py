"""The blanks of `bankruptcy/writing-lost`: why the writing a claim rests on is not attached.

Fed. R. Bankr. P. 3001(c)(1) asks for the circumstances of the loss. They are for
the hand of whoever knows them; the file tells only what the writing said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit.documents import wording
from kit.documents.contexts.bankruptcy_caption import bankruptcy_caption
from kit.documents.contexts.claim_signer import ClaimSigned, claim_signer
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.model.agreement import LateFee
from kit.model.case import WorkKind
from kit.model.money import ZERO

TITLE = "Statement about a lost writing"
RULE = "This statement stands in the place of the copy that Fed. R. Bankr. P. 3001(c)(1) asks for."


@dataclass(frozen=True, slots=True)
class Term:
    """One thing the writing said."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWritingLost(ClaimSigned):
    """The blanks of ``bankruptcy/writing-lost``."""

    writing: str
    terms: tuple[Term, ...]
    rule_sentence: str


def build(facts: Facts, request: Request) -> ClaimWritingLost:  # noqa: ARG001 - every document is built from both
    """Fill the statement; raises `KitError` where no bankruptcy is on record."""
    agreed = facts.case.agreement
    named = f"“{agreed.title}”" if agreed.title else "the written agreement"
    signed = f", signed on {wording.day(agreed.signed_on)}" if agreed.signed_on else ""
    return ClaimWritingLost(
        **bankruptcy_caption(facts, TITLE),
        **claim_signer(facts),
        writing=f"{named}{signed}",
        terms=tuple(Term(text) for text in _terms(facts)) or (Term("____"),),
        rule_sentence=RULE,
    )


def _terms(facts: Facts) -> Iterator[str]:
    agreed = facts.case.agreement
    what = "Goods" if facts.case.work.kind is WorkKind.GOODS else "Work"
    yield from (f"{what}: {one}" for one in agreed.scope)
    if agreed.net_days is not None:
        yield f"Invoices are due {wording.count(agreed.net_days, 'day')} after their date"
    if agreed.interest:
        percent = f"{agreed.interest.percent_a_year.normalize():f}"
        yield f"Interest at {percent}% a year on what is overdue" + (
            f" ({agreed.interest.source})" if agreed.interest.source else ""
        )
    if fee := agreed.late_fee:
        source = f" ({fee.source})" if fee.source else ""
        yield f"{_late(fee, facts.case.currency)}{source}"
    if agreed.goods.retain_title:
        yield "The seller keeps title until it is paid: a security interest in the goods"


def _late(fee: LateFee, currency: str) -> str:
    if fee.flat is not None:
        return f"A late charge of {wording.money(fee.flat, currency)} on an invoice that is overdue"
    if fee.percent is not None:
        return f"A late charge of {wording.percent(fee.percent)} of what is overdue, once"
    each = "full month" if fee.month == "completed" else "month begun"
    return f"A late charge of {wording.percent(fee.percent_a_month or ZERO)} of what is overdue for each {each}"

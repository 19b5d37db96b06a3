"""The blanks of `bankruptcy/administrative-data`: goods of the last days before the petition, for a request.

11 U.S.C. § 503(b)(9) makes their value an expense of the estate, asked for by a
request; the claim form holds it as a general claim, to be paid once only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kit.checks.claim_class import ClaimClasses, claim_classes
from kit.checks.claim_goods import GoodsBefore, GoodsLine
from kit.documents import wording
from kit.documents.contexts.bankruptcy_caption import bankruptcy_caption
from kit.documents.contexts.claim_signer import ClaimSigned, claim_signer
from kit.documents.contexts.request import Request
from kit.documents.forms.claim_form_facts import claim_of
from kit.facts import Facts
from kit.findings import KitError

TITLE = "Goods delivered before the petition"


@dataclass(frozen=True, slots=True)
class GoodsRow:
    """Goods on one line of an invoice."""

    invoice: str
    goods: str
    received: str
    days: str
    price: str
    value: str


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence about what is not in the table, or in doubt."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdministrativeData(ClaimSigned):
    """The blanks of ``bankruptcy/administrative-data``."""

    petition_day: str
    first_day: str
    last_day: str
    rows: tuple[GoodsRow, ...]
    total: str
    remarks: tuple[Remark, ...]


def build(facts: Facts, request: Request) -> AdministrativeData:  # noqa: ARG001 - every document is built from both
    """Fill the sheet. Raises `KitError` where no petition is on record, or no unpaid goods came in the days before."""
    claim = claim_of(facts)
    classes = claim_classes(facts, claim)
    goods = classes.goods
    if not goods.request or goods.window is None:
        raise KitError(_none(goods))
    first, last = goods.window
    return AdministrativeData(
        **bankruptcy_caption(facts, TITLE),
        **claim_signer(facts),
        petition_day=wording.day(claim.petition_on),
        first_day=wording.day(first),
        last_day=wording.day(last),
        rows=tuple(_row(one, claim.currency) for one in goods.request),
        total=wording.money(goods.amount, claim.currency),
        remarks=tuple(Remark(text) for text in _remarks(classes, claim.currency, facts.as_of)),
    )


def _none(goods: GoodsBefore) -> str:
    if goods.undated:
        fix = "write `delivered_on:`"
        return f"no day on which the goods of {wording.listing(goods.undated)} arrived is in the file; {fix}"
    if goods.window is None:
        return "no goods of the last days before the petition can be told apart in this claim"
    first, last = goods.window
    return f"no unpaid goods reached the debtor from {first} through {last}, so there is nothing to ask for"


def _row(one: GoodsLine, currency: str) -> GoodsRow:
    return GoodsRow(
        one.invoice,
        one.text,
        wording.short_day(one.received_on),
        str(one.days_before),
        wording.bare_money(one.net, currency),
        wording.bare_money(one.value, currency),
    )


def _remarks(classes: ClaimClasses, currency: str, today: date) -> Iterator[str]:
    goods = classes.goods
    if classes.asked_beside:
        yield "The proof of claim holds this sum too, as a general claim. It is to be paid once only."
    disputed = tuple(dict.fromkeys(one.invoice for one in goods.request if one.disputed))
    if disputed:
        yield f"The debtor disputes something of {wording.listing(disputed)}."
    if goods.of_the_day:
        amount = wording.money(sum((one.value for one in goods.of_the_day), Decimal(0)), currency)
        yield f"Goods of {amount} came on the day of the petition itself and are not in the table: the hour decides."
    if goods.undated:
        yield f"No day of receipt is known for {wording.listing(goods.undated)}; they are not in the table."
    if goods.beside:
        named = wording.listing(
            f"{one.text} ({one.invoice}, {wording.money(one.value, currency)})" for one in goods.beside
        )
        yield wording.curly(f"Not counted, as charges for work, carriage or a fee and not for goods: {named}.")
    for one in (each for each in goods.reclaim if each.safe_by >= today):
        yield (
            f"Goods of {one.goods.invoice} may be asked back in writing by {wording.day(one.safe_by)} "
            "(11 U.S.C. § 546(c)), if the debtor still has them. Ask a lawyer first."
        )

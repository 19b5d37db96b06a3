"""The blanks of `bankruptcy/reclamation-demand`: goods delivered shortly before the petition are asked back in writing.

11 U.S.C. § 546(c) and UCC § 2-702. It asks for goods, not for payment, and takes nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kit.checks.claim_goods import Reclaim
from kit.checks.reclamation import Reclaimable, reclaimable
from kit.checks.stay_words import GOODS_EXPENSE, RECLAIM, SALES
from kit.documents import wording
from kit.documents.contexts import demand_words, letterhead
from kit.documents.contexts.bankruptcy_caption import bankruptcy_of
from kit.documents.contexts.letter import Letter, opened
from kit.documents.contexts.request import Request
from kit.documents.contexts.stay_letter import case_line, sent_to
from kit.facts import Facts
from kit.findings import KitError
from kit.model.account import InvoiceLine
from kit.model.case import Case


@dataclass(frozen=True, slots=True)
class Wanted:
    """Goods on one line of an invoice."""

    invoice: str
    goods: str
    quantity: str
    received: str
    price: str


@dataclass(frozen=True, slots=True)
class ReclamationDemand(Letter):
    """The blanks of ``bankruptcy/reclamation-demand``."""

    opening: str
    rows: tuple[Wanted, ...]
    grounds: str
    demand: str
    limits: str
    reserve: str
    answer: str
    sent_to: str


def build(facts: Facts, request: Request) -> ReclamationDemand:  # noqa: ARG001 - every document is built from both
    """Fill the demand. Raises `KitError` where no petition stands, or no goods of the days before can be named."""
    case, filed, found = facts.case, bankruptcy_of(facts), reclaimable(facts)
    if not found.open or found.rule is None:
        raise KitError(_none(case.debtor.name, found))
    several = len(found.open) > 1
    first = f", those under {GOODS_EXPENSE} among them" if found.expense else ""
    return ReclamationDemand(
        **opened(facts, enclosures=_enclosed(found)),
        subject=f"Demand for the return of goods: {case_line(facts, filed)}",
        opening=_opening(facts, found),
        rows=tuple(_row(case, one) for one in found.open),
        grounds=(
            f"We sold {'them' if several else 'these goods'} on credit in the ordinary course of our business. You "
            f"received them within {found.rule.received_within_days} days before the petition of "
            f"{wording.day(filed.petition_on)} and, as we understand, while insolvent."
        ),
        demand=f"We demand the return of these goods under {RECLAIM} and {SALES}.",
        limits=(
            "This letter asks for goods, not for payment. We will fetch nothing without your consent or leave of the "
            "bankruptcy court, and we know that whoever holds an earlier security interest in the goods or their "
            "proceeds goes first. If you know of one, please tell us whose it is."
        ),
        reserve=f"For what does not come back our claims stand{first}. Nothing in this letter gives up any right.",
        answer=f"Please answer within seven days. For questions, {letterhead.reach(case, facts.as_of)}.",
        sent_to=f"This demand goes to {wording.listing(sent_to(facts, filed)).removesuffix('.')}.",
    )


def _none(name: str, found: Reclaimable) -> str:
    if found.undated and not found.late:
        listed = wording.listing(found.undated)
        return f"no day on which the goods of {listed} arrived is in the file; write `delivered_on:`"
    if found.late:
        return f"the last day to ask for these goods back was {found.by}"
    return f"no unpaid goods that {name} received in the days before a petition that stands are on record"


def _opening(facts: Facts, found: Reclaimable) -> str:
    names = list(dict.fromkeys(one.goods.invoice for one in found.open))
    bills = f"invoice{'s' if len(names) > 1 else ''} {wording.listing(names)}"
    said = f"On {bills} we delivered these goods, which have not been paid for in full:"
    return wording.sentences([demand_words.represented(facts), said])


def _row(case: Case, one: Reclaim) -> Wanted:
    goods = one.goods
    line = _line(case, one)
    unit = f" {line.unit}" if line and line.unit else ""
    return Wanted(
        goods.invoice,
        goods.text,
        f"{wording.number(line.quantity)}{unit}" if line and (unit or line.quantity != Decimal(1)) else "",
        wording.short_day(goods.received_on),
        wording.bare_money(goods.net, case.currency),
    )


def _line(case: Case, one: Reclaim) -> InvoiceLine | None:
    """Return the line of the invoice that charges for these goods, for its quantity."""
    lines: Iterator[InvoiceLine] = (
        line
        for invoice in case.invoices
        if invoice.id == one.goods.invoice
        for line in invoice.lines
        if line.text == one.goods.text and line.net(case.currency) == one.goods.net
    )
    return next(lines, None)


def _enclosed(found: Reclaimable) -> str:
    several = len({one.goods.invoice for one in found.open}) > 1
    return f"copies of the invoice{'s' if several else ''} and of the proof of delivery"

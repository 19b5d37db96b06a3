"""Goods that reached the debtor shortly before the petition: the 20-day expense, and reclamation.

The value of goods received in the last days before the petition is an expense of the estate (11 U.S.C. § 503(b)(9)),
asked for by request and not on the claim form. Receipt is physical possession (In re World Imports, Ltd., 862 F.3d 338
(3d Cir. 2017)). Days are counted back from the petition date, which is not before itself; no day of rest moves them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from kit.ledger.petition_claim import PetitionClaim
from kit.ledger.petition_scope import worked_on
from kit.model.account import Invoice, InvoiceLine
from kit.model.agreement import AgreementKind
from kit.model.case import Case, WorkKind
from kit.model.law_bankruptcy import Reclamation, TwentyDayGoods
from kit.model.money import ZERO, to_minor

TIME = frozenset("minute hour day week month year min hr h d".split())  # a line by these units is work, not goods
BESIDE = re.compile(  # what a seller of goods charges beside their price: carriage, work, fees
    r"\b(?:freight|shipping|postage|courier|haulage|carriage|drayage|transport(?:ation)?|handling|insurance|storage"
    r"|(?:delivery|shipment)(?! of\b)|install(?:ation|ing)?|set-?up|assembl(?:y|ing)|labou?r|services?|servicing"
    r"|training|consult(?:ing|ation)|design(?:ing)?|repairs?|maintenance|rentals?|lease|licen[cs]es?|subscription"
    r"|fees?|surcharges?|demurrage|restocking)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class GoodsLine:
    """Goods on one line of an invoice.

    ``net`` is the price without tax; ``value`` what is asked for: the price less the share of it that was paid or
    credited on the invoice.
    """

    invoice: str
    text: str
    received_on: date
    days_before: int  # the petition
    net: Decimal
    value: Decimal
    disputed: bool  # whether the debtor contests something of the invoice


@dataclass(frozen=True, slots=True)
class Reclaim:
    """Goods that may be asked back in writing, by ``by``; ``safe_by`` is the day on which no reading is too late."""

    goods: GoodsLine
    by: date
    safe_by: date


@dataclass(frozen=True, slots=True)
class GoodsBefore:
    """What became of the goods of a case before the petition."""

    request: tuple[GoodsLine, ...] = ()  # within the days: to be asked for as an expense of the estate
    earlier: tuple[GoodsLine, ...] = ()  # received before the days began
    of_the_day: tuple[GoodsLine, ...] = ()  # received on the petition day: the hour decides
    undated: tuple[str, ...] = ()  # invoices of goods without a day of receipt
    beside: tuple[GoodsLine, ...] = ()  # lines of those days that charge for work, carriage or a fee, not for goods
    reclaim: tuple[Reclaim, ...] = ()
    window: tuple[date, date] | None = None  # the first and the last day of receipt that count

    @property
    def amount(self) -> Decimal:
        """What is asked for as an expense of the estate."""
        return sum((one.value for one in self.request), ZERO)


def goods_before(
    case: Case, claim: PetitionClaim, rule: TwentyDayGoods | None, reclamation: Reclamation | None
) -> GoodsBefore:
    """Return the goods of ``claim``, parted by the day of their receipt."""
    if rule is None or claim.judgment:
        return GoodsBefore()
    first = claim.petition_on - timedelta(days=rule.days)
    lines, undated, beside = _lines(case, claim)
    request = tuple(one for one in lines if first <= one.received_on < claim.petition_on)
    return GoodsBefore(
        request=request,
        earlier=tuple(one for one in lines if one.received_on < first),
        of_the_day=tuple(one for one in lines if one.received_on == claim.petition_on),
        undated=undated,
        beside=tuple(one for one in beside if first <= one.received_on <= claim.petition_on),
        reclaim=_reclaims(lines, claim.petition_on, reclamation),
        window=(first, claim.petition_on - timedelta(days=1)),
    )


def is_goods(case: Case, line: InvoiceLine) -> bool:
    """Whether a line charges for goods: as the line says, as the agreement lists it, else by its words and its unit.

    Where goods are sold a line is for goods unless it is charged by time or reads like carriage, work or a fee: their
    price is no value of goods (§ 503(b)(9)).
    """
    if line.goods is not None:
        return line.goods
    return _listed(case, line) or (_sells_goods(case) and not _by_time(line) and not BESIDE.search(line.text))


def is_work(case: Case, line: InvoiceLine) -> bool:
    """Whether a line may charge for somebody's work: neither goods nor what goes with their sale."""
    if line.goods is not None:
        return not line.goods
    return not _listed(case, line) and (not _sells_goods(case) or _by_time(line))


def _listed(case: Case, line: InvoiceLine) -> bool:
    return any(item.text == line.text for item in case.agreement.goods.items)


def _sells_goods(case: Case) -> bool:
    return case.work.kind is WorkKind.GOODS or case.agreement.kind is AgreementKind.SALE_OF_GOODS


def _by_time(line: InvoiceLine) -> bool:
    unit = (line.unit or "").strip().rstrip(".").casefold()
    return unit in TIME or unit.removesuffix("s") in TIME


def _lines(case: Case, claim: PetitionClaim) -> tuple[tuple[GoodsLine, ...], tuple[str, ...], tuple[GoodsLine, ...]]:
    """Return the goods of the claim with a day of receipt, the invoices without one, and charges beside them."""
    lines: list[GoodsLine] = []
    undated: list[str] = []
    beside: list[GoodsLine] = []
    claimed = {row.invoice: row for row in claim.rows if row.principal > 0}
    for invoice in case.invoices:
        row = claimed.get(invoice.id)
        if row is None or not row.billed:
            continue
        left = row.principal / _charged(case, invoice, claim.petition_on)
        for line in invoice.lines:
            received, goods = worked_on(invoice, line), is_goods(case, line)
            if not goods and (line.goods is False or not _sells_goods(case)):
                continue
            if received is None:
                undated += [invoice.id] if goods and line.total(claim.currency) > 0 else []
            elif received <= claim.petition_on:
                net = line.net(claim.currency)
                value = to_minor(net * min(left, Decimal(1)), claim.currency)
                before = (claim.petition_on - received).days
                found = GoodsLine(invoice.id, line.text, received, before, net, value, row.disputed > 0)
                (lines if goods else beside).append(found)
    return tuple(lines), tuple(dict.fromkeys(undated)), tuple(beside)


def _charged(case: Case, invoice: Invoice, petition_on: date) -> Decimal:
    """Return what an invoice charges up to the petition; a discount without a day is spread over all lines."""
    kept = [ln for ln in invoice.lines if (day := worked_on(invoice, ln)) is None or day <= petition_on]
    dated = [ln for ln in kept if ln.total(case.currency) >= 0 or worked_on(invoice, ln)]
    return sum((ln.total(case.currency) for ln in dated), ZERO)


def _reclaims(lines: tuple[GoodsLine, ...], petition_on: date, rule: Reclamation | None) -> tuple[Reclaim, ...]:
    """Return which goods may be asked back and until when (§ 546(c)(1)).

    The demand is due within so many days of receipt; where those end after the petition, within the days after it.
    Where the first of the two comes earlier, it is the safe one.
    """
    if rule is None:
        return ()
    found = []
    for one in lines:
        own = one.received_on + timedelta(days=rule.demand_days)
        after = petition_on + timedelta(days=rule.after_petition_days)
        if one.received_on <= petition_on and one.days_before <= rule.received_within_days:
            by = after if own > petition_on else own
            found.append(Reclaim(one, by, min(own, by)))
    return tuple(found)

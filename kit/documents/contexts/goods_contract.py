"""The blanks of `contracts/goods`: the sale of goods, once or on orders, before anything is delivered."""

from __future__ import annotations

from dataclasses import dataclass

from kit.checks.contract_terms import terms_for
from kit.documents import wording
from kit.documents.contexts import contract_goods, contract_money
from kit.documents.contexts.contract import Contract, shared
from kit.documents.contexts.contract_line import Line, line
from kit.documents.contexts.contract_money import Stage
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.model.case import Case
from kit.model.goods import GoodsItem


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a price list."""

    text: str
    unit: str
    price: str


@dataclass(frozen=True, slots=True)
class GoodsContract(Contract):
    """The blanks of ``contracts/goods``."""

    goods_opening: str
    sold: tuple[Line, ...]
    sold_total: str
    price_list: tuple[Listed, ...]
    orders: bool
    confirm_sentence: str
    delivery_sentence: str
    time_sentence: str
    freight_sentence: str
    risk_sentence: str
    inspection_days: str
    warranty_sentence: str
    excluded: bool
    grant_sentence: str
    price_sentence: str
    stages: tuple[Stage, ...]
    deposit_sentence: str
    invoicing_sentence: str
    limited: bool
    ending_sentence: str


def build(facts: Facts, request: Request) -> GoodsContract:  # noqa: ARG001 - every document is built from facts and a request
    """Fill the contract as of the day of ``facts``. Raises `KitError` where the case names no price at all."""
    case, agreement = facts.case, facts.case.agreement
    goods, price = agreement.goods, agreement.price
    if price is None and not goods.items:
        raise KitError(
            "`agreement.price` is missing; the contract needs it, or `agreement.goods.items` with their prices"
        )
    terms = terms_for(facts)
    return GoodsContract(
        **shared(facts, terms, agreement.title or "Sale agreement"),
        goods_opening=contract_goods.opening(case),
        sold=tuple(line(item, case.currency) for item in goods.items) if goods.total_known else (),
        sold_total=wording.money(goods.total(case.currency), case.currency) if goods.total_known else "",
        price_list=() if goods.total_known else tuple(_listed(case, item) for item in goods.items),
        orders=contract_goods.on_orders(case),
        confirm_sentence=contract_goods.confirm_sentence(case),
        delivery_sentence=contract_goods.delivery_sentence(case),
        time_sentence=contract_goods.time_sentence(case),
        freight_sentence=contract_goods.freight_sentence(case),
        risk_sentence=contract_goods.risk_sentence(case),
        inspection_days=wording.count(contract_goods.inspection_days(case), "day"),
        warranty_sentence=contract_goods.warranty_sentence(case),
        excluded=goods.disclaim_warranties,
        grant_sentence=contract_goods.grant_sentence(case),
        price_sentence=contract_goods.price_sentence(case),
        stages=contract_money.stages(case, price) if price else (),
        deposit_sentence=contract_money.deposit_sentence(case, price) if price else "",
        invoicing_sentence=contract_goods.invoicing_sentence(case, terms),
        limited=goods.limit_liability,
        ending_sentence=contract_goods.ending(case),
    )


def _listed(case: Case, item: GoodsItem) -> Listed:
    return Listed(text=item.text, unit=item.unit or "", price=wording.unit_price(item.unit_price, case.currency))

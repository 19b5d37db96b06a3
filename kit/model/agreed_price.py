"""What is agreed at a change order: the price and the last day before it, with every signed change before it counted.

A change that nobody has signed is an offer and moves nothing.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from kit.model.case import CaseFile
from kit.model.change import Change
from kit.model.money import ZERO
from kit.model.price import FixedPrice, HourlyPrice, MilestonePrice


def first_price(case: CaseFile) -> Decimal | None:
    """Return the sum that the contract itself names; None where it names a rate or a period's price only."""
    price = case.agreement.price
    if isinstance(price, FixedPrice):
        return price.amount
    if isinstance(price, MilestonePrice):
        return sum_of(price)
    if isinstance(price, HourlyPrice):
        return price.not_above
    goods = case.agreement.goods
    return goods.total(case.currency) if price is None and goods.total_known else None


def sum_of(price: MilestonePrice) -> Decimal:
    """Return the whole price: the deposit, where it comes on top, is a stage of its own."""
    deposit = price.deposit.amount if price.deposit and price.deposit.amount else ZERO
    return sum((stage.amount for stage in price.stages), deposit)


def earlier(case: CaseFile, change: Change) -> tuple[Change, ...]:
    """Return the changes drawn up before ``change``; of one day, those that stand before it in the file."""
    order = sorted(case.changes, key=lambda each: each.on)
    return tuple(order[: order.index(change)])


def signed(changes: tuple[Change, ...], until: date | None = None) -> tuple[Change, ...]:
    """Return those that were signed, by the day ``until`` where one is given."""
    return tuple(each for each in changes if each.signed_on and (until is None or each.signed_on <= until))


def price_before(case: CaseFile, change: Change, until: date | None = None) -> Decimal | None:
    """Return the price that ``change`` starts from; None where the contract names no sum."""
    price = first_price(case)
    if price is None:
        return None
    return sum((each.price_moves(case.currency) for each in signed(earlier(case, change), until)), price)


def last_day_before(case: CaseFile, change: Change, until: date | None = None) -> date | None:
    """Return the day by which the work is to be finished before ``change``; None where none is agreed."""
    day = case.agreement.ends_on
    for each in signed(earlier(case, change), until):
        day = last_day_after(each, day)
    return day


def last_day_after(change: Change, before: date | None) -> date | None:
    """Return that day after ``change``."""
    if change.ends_on:
        return change.ends_on
    return before + timedelta(days=change.more_days) if before and change.more_days else before

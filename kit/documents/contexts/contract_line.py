"""One priced line of an agreement: of the goods that are sold, or of what a change adds or leaves out."""

from __future__ import annotations

from dataclasses import dataclass

from kit.documents import wording
from kit.model.change import ChangeLine
from kit.model.goods import GoodsItem
from kit.model.money import ZERO


@dataclass(frozen=True, slots=True)
class Line:
    """One thing with how much of it, the price of one, and the amount."""

    text: str
    quantity: str
    price: str
    amount: str


def line(thing: GoodsItem | ChangeLine, currency: str) -> Line:
    """Return ``thing`` as a line; one without a price of its own has an empty one."""
    return Line(
        text=thing.text,
        quantity=quantity(thing),
        price=wording.unit_price(thing.unit_price, currency) if thing.unit_price is not None else "",
        amount=wording.money(thing.total(currency) or ZERO, currency),
    )


def quantity(thing: GoodsItem | ChangeLine) -> str:
    """Return how much of it, with its unit: 40 reams."""
    count = wording.number(thing.quantity or ZERO)
    return f"{count} {thing.unit}" if thing.unit else count

"""A change order: what is added to the work or left out of it, what that does to the price, and to the dates.

The change of the price is the sum of its lines, each rounded once, or one sum
for all of them; it is never both, unless both say the same.
"""

from __future__ import annotations

from decimal import Decimal

from pydantic import Field, model_validator

from kit.model.fields import Amount, Count, Day, Frozen, Line, Number, refuse
from kit.model.money import ZERO, to_minor


class ChangeLine(Frozen):
    """One thing added or left out; without a price of its own it is part of the sum for the whole change."""

    text: Line
    quantity: Number = Decimal(1)
    unit: Line | None = Field(None, description="hours, reams, days ...")
    unit_price: Amount | None = None

    @model_validator(mode="after")
    def _some(self) -> ChangeLine:
        if self.quantity <= 0:
            fix = "What is left out stands under `left_out:`, without a minus."
            raise refuse(f"“{self.text}” has a quantity of {self.quantity}", fix, "K024")
        return self

    def total(self, currency: str) -> Decimal:
        """Return quantity times price, rounded once."""
        return to_minor(self.quantity * (self.unit_price or ZERO), currency)


class Change(Frozen):
    """One change order, offered or signed."""

    id: Line
    on: Day
    why: Line
    added: tuple[ChangeLine, ...] = ()
    left_out: tuple[ChangeLine, ...] = ()
    price_change: Number | None = Field(None, description="One sum for the whole change; less is written -200.00.")
    more_days: Count | None = Field(None, description="By how many days the dates move.")
    ends_on: Day | None = Field(None, description="The new day by which the work is finished.")
    signed_on: Day | None = Field(None, description="The day the last party signed; until then it is an offer.")

    @property
    def lines(self) -> tuple[ChangeLine, ...]:
        """What is added, then what is left out."""
        return (*self.added, *self.left_out)

    @property
    def itemised(self) -> bool:
        """Whether every line has its price."""
        return bool(self.lines) and all(line.unit_price is not None for line in self.lines)

    def sum_of_lines(self, currency: str) -> Decimal:
        """Return what the lines do to the price."""
        more = sum((line.total(currency) for line in self.added), ZERO)
        return more - sum((line.total(currency) for line in self.left_out), ZERO)

    def price_moves(self, currency: str) -> Decimal:
        """Return what the change does to the price: more is above zero, less below."""
        return self.sum_of_lines(currency) if self.itemised or self.price_change is None else self.price_change

    @model_validator(mode="after")
    def _complete(self) -> Change:
        priced = [line for line in self.lines if line.unit_price is not None]
        bare = next((line for line in self.lines if line.unit_price is None), None)
        if not self.lines and self.price_change is None and self.more_days is None and self.ends_on is None:
            fix = "List what is `added:` or `left_out:`, or write `price_change:`, `more_days:` or `ends_on:`."
            raise refuse(f"change {self.id} changes nothing", fix, "K020")
        if bare and self.price_change is None:
            fix = "Write its `unit_price:` (0 if it costs nothing), or one `price_change:` for all of them."
            raise refuse(f"change {self.id}: “{bare.text}” has no price", fix, "K020")
        if bare and priced:
            fix = "Give every line its `unit_price:`, or none of them beside `price_change:`."
            raise refuse(f"change {self.id} has prices for some lines only", fix, "K028")
        if self.more_days is not None and self.ends_on is not None:
            raise refuse(f"change {self.id} has both `more_days` and `ends_on`", "Keep one of them.", "K028")
        return self

    @model_validator(mode="after")
    def _orderly(self) -> Change:
        if self.signed_on and self.signed_on < self.on:
            message = f"change {self.id} is signed on {self.signed_on}, before it was drawn up on {self.on}"
            raise refuse(message, "Correct one of the dates.", "K029")
        if self.ends_on and self.ends_on < self.on:
            message = f"change {self.id} of {self.on} ends the work on {self.ends_on}, which was past by then"
            raise refuse(message, "Correct one of the dates.", "K029")
        return self

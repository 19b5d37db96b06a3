"""What a sale of goods agrees beyond price and payment: what is sold, delivery, inspection, title, what is promised."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Literal

from pydantic import Field, model_validator

from kit.model.fields import Amount, Count, Flag, Frozen, Line, Number, refuse
from kit.model.money import to_minor


class DeliveryTerm(StrEnum):
    """Where delivery is complete; the risk of loss passes there (UCC § 2-509)."""

    DESTINATION = "destination"
    SHIPMENT = "shipment"
    PICKUP = "pickup"


class GoodsItem(Frozen):
    """One line of the goods; without a quantity it is a line of a price list."""

    text: Line
    quantity: Number | None = None
    unit: Line | None = Field(None, description="reams, cartons, tons ...")
    unit_price: Amount

    @model_validator(mode="after")
    def _some(self) -> GoodsItem:
        if self.quantity is not None and self.quantity <= 0:
            message, fix = f"“{self.text}” has a quantity of {self.quantity}", "Write how many are sold."
            raise refuse(message, f"{fix} Leave `quantity:` out of a price list.", "K024")
        return self

    def total(self, currency: str) -> Decimal | None:
        """Return quantity times price, rounded once; None where no quantity is agreed."""
        return None if self.quantity is None else to_minor(self.quantity * self.unit_price, currency)


class Goods(Frozen):
    """The terms of a sale of goods; what is left out falls back on a plain term of the contract."""

    items: tuple[GoodsItem, ...] = ()
    delivery_term: DeliveryTerm = Field(
        DeliveryTerm.DESTINATION,
        description="destination: you bring the goods; shipment: you hand them to a carrier; pickup: they are fetched.",
    )
    place: Line | None = Field(None, description="Where to, or from where they are fetched; else the address.")
    freight: Literal["included", "charged"] | None = Field(None, description="Else charged for a shipment only.")
    deliver_within_days: Count | None = Field(None, description="After the order, or after signing, is agreed.")
    confirm_within_days: Count = Field(3, description="To answer an order.")
    inspection_days: Count | None = Field(None, description="Else `accept_within_days`.")
    retain_title: Flag = Field(False, description="Keep title until paid: a security interest that must be filed.")
    warranty_days: Count | None = Field(None, description="How long you stand by the goods; else no period is named.")
    disclaim_warranties: Flag = Field(False, description="Exclude the warranties that the law implies.")
    limit_liability: Flag = Field(False, description="At most the price of the goods; no lost profit.")

    @model_validator(mode="after")
    def _time_to_look(self) -> Goods:
        if self.inspection_days == 0:
            message = "`inspection_days: 0` leaves the client no time to look at the goods"
            raise refuse(message, "Write a number such as 10; the law gives a buyer a reasonable time.", "K024")
        return self

    @property
    def total_known(self) -> bool:
        """Whether every item has its quantity, so that the items come to a sum."""
        return bool(self.items) and all(item.quantity is not None for item in self.items)

    def total(self, currency: str) -> Decimal:
        """Return what the items with a quantity come to."""
        return sum((item.total(currency) or Decimal(0) for item in self.items), Decimal(0))

    @property
    def freight_charged(self) -> bool:
        """Whether the client pays the freight on top of the price."""
        if self.freight is None:
            return self.delivery_term is DeliveryTerm.SHIPMENT
        return self.freight == "charged"

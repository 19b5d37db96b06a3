"""What was charged and what came in: invoices, credits, payments, costs.

An invoice's total is what its lines say, each line and its tax rounded once.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Literal

from pydantic import Field, model_validator

from kit.model.fields import Amount, Count, Day, File, Flag, Frozen, Line, Number, Percent, refuse
from kit.model.money import ZERO, to_minor


class InvoiceLine(Frozen):
    """One thing charged for."""

    text: Line
    quantity: Number = Decimal(1)
    unit: Line | None = Field(None, description="hours, reams, days ...")
    unit_price: Amount
    tax_percent: Percent = ZERO
    on: Day | None = None
    goods: Flag | None = Field(
        None, description="Whether it charges for goods; left out, its words and its unit tell where goods are sold."
    )

    def net(self, currency: str) -> Decimal:
        """Quantity times price, rounded once."""
        return to_minor(self.quantity * self.unit_price, currency)

    def tax(self, currency: str) -> Decimal:
        """Sales tax on the line, rounded once."""
        return to_minor(self.net(currency) * self.tax_percent / 100, currency)

    def total(self, currency: str) -> Decimal:
        """Net and tax."""
        return self.net(currency) + self.tax(currency)


class Instalment(Frozen):
    """A part of an invoice that falls due on its own day."""

    due_on: Day
    amount: Amount


class Invoice(Frozen):
    """A bill: when it was issued, when it is due, what it is for."""

    id: Line
    issued_on: Day
    due_on: Day | None = None
    net_days: Count | None = None
    lines: tuple[InvoiceLine, ...] = Field(min_length=1)
    instalments: tuple[Instalment, ...] = ()
    delivered_on: Day | None = Field(None, description="When the goods or the work reached the debtor.")
    purchase_order: Line | None = None

    def total(self, currency: str) -> Decimal:
        """Return what the invoice charges."""
        return sum((line.total(currency) for line in self.lines), ZERO)

    @model_validator(mode="after")
    def _due_once(self) -> Invoice:
        if self.due_on and self.net_days is not None:
            raise refuse(f"{self.id} has both `due_on` and `net_days`", "Keep one of them.", "K028")
        return self

    @model_validator(mode="after")
    def _not_below_nothing(self) -> Invoice:
        """Let a line take something off, such as a discount, but never more than the others charge."""
        if sum(line.quantity * line.unit_price for line in self.lines) < 0:
            fix = "Correct the quantities; a credit has its own entry under `credits:`."
            raise refuse(f"{self.id} charges less than nothing", fix, "K024")
        return self


class Credit(Frozen):
    """A credit note: less is owed from that day."""

    id: Line
    on: Day
    invoice: Line
    amount: Amount
    reason: Line | None = None


class Method(StrEnum):
    """How money came."""

    CHECK = "check"
    TRANSFER = "transfer"
    CARD = "card"
    CASH = "cash"
    OTHER = "other"


class Payment(Frozen):
    """Money received: ``invoice`` is what the debtor said it was for, ``elected`` what the creditor chose in time."""

    id: Line
    on: Day
    amount: Amount
    method: Method = Method.OTHER
    invoice: Line | None = Field(None, description="The invoice the debtor named.")
    elected: Line | None = Field(None, description="The invoice the creditor elected, where the debtor named none.")
    bounced_on: Day | None = None
    reference: Line | None = None

    @model_validator(mode="after")
    def _orderly(self) -> Payment:
        if self.amount == 0:
            raise refuse(f"payment {self.id} is of nothing", "Leave it out.", "K024")
        if self.bounced_on and self.bounced_on < self.on:
            raise refuse(f"payment {self.id} bounced before it was received", "Correct one of the dates.", "K029")
        return self


class Cost(Frozen):
    """Money the creditor spent because the debtor did not pay."""

    id: Line
    on: Day
    amount: Amount
    text: Line
    kind: Literal["filing", "service", "postage", "bank", "other"] = "other"
    invoice: Line | None = None
    claimable: Flag = Field(False, description="Whether agreement or law lets the creditor claim it now.")
    source: Line | None = Field(None, description="What allows it: section 9, or a court's order.")


class ExhibitKind(StrEnum):
    """What sort of paper an exhibit is; decides its place in the list."""

    CONTRACT = "contract"
    GUARANTY = "guaranty"
    ORDER = "order"
    INVOICE = "invoice"
    DELIVERY = "delivery"
    STATEMENT = "statement"
    LETTER = "letter"
    MAILING = "mailing"  # proof that something was mailed
    EMAIL = "email"
    ACKNOWLEDGMENT = "acknowledgment"
    CALL_LOG = "call_log"
    SETTLEMENT = "settlement"  # offers and talks; kept out unless chosen
    OTHER = "other"


class Exhibit(Frozen):
    """A paper that proves something."""

    id: Line
    file: File
    title: Line
    on: Day | None = None
    invoice: Line | None = None
    kind: ExhibitKind = ExhibitKind.OTHER
    proves: Line | None = Field(None, description="What it shows, in a few words.")
    use: Flag | None = Field(None, description="Whether it goes to court; talks of settlement only where this is yes.")

"""What becomes of offers: signed, ended, settled; what changes the account by agreement; and how a case is closed."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field, model_validator

from kit.model.deal import Deal
from kit.model.entered import Entered
from kit.model.fields import Amount, Count, Flag, Line, refuse
from kit.model.handoff import HandoffTerms
from kit.model.money import ZERO


class Signed(Entered):
    """Both sides signed a plan or a settlement; ``on`` is the day the last one did."""

    event: Literal["signed"]
    made: Count | None = Field(None, description="The `made` entry of the paper that was signed.")
    deal: Deal | None = Field(None, description="Its terms, where the paper was not the kit's.")
    by: Line | None = Field(None, description="Who signed for the debtor.")

    @model_validator(mode="after")
    def _one_paper(self) -> Signed:
        if (self.made is None) == (self.deal is None):
            raise refuse("a signature belongs to one paper", "Name its entry: `--made N`.")
        return self


class HowEnded(StrEnum):
    """How a plan or a settlement came to its end."""

    ACCELERATED = "accelerated"  # a miss was not cured; everything is due
    BROKEN = "broken"  # a settlement was not paid
    CANCELLED = "cancelled"  # both sides gave it up
    REINSTATED = "reinstated"  # not an end: it goes on as if it had not been accelerated


class Ended(Entered):
    """A plan or a settlement ended, or goes on again."""

    event: Literal["ended"]
    entry: Count = Field(description="The `signed` entry it is about.")
    how: HowEnded


class Settled(Entered):
    """The money of a settlement has cleared, and the rest of the debt is given up."""

    event: Literal["settled"]
    entry: Count = Field(description="The `signed` entry of the settlement.")


class Tendered(Entered):
    """A check came that says it pays everything; it is no payment before it is cashed. ``on`` is the day it came."""

    event: Literal["tendered"]
    amount: Amount
    number: Line | None = Field(None, description="The check's number.")
    words: Line | None = Field(None, description="What it, or the letter with it, says: paid in full.")

    @model_validator(mode="after")
    def _of_something(self) -> Tendered:
        if not self.amount:
            raise refuse("a check is of nothing", "Give --amount.", "K024")
        return self


class HowAdjusted(StrEnum):
    """How a dispute was resolved."""

    CREDIT = "credit"  # a part of the price is given up
    REDONE = "redone"  # the work was done again; nothing is given up
    SCOPE = "scope"  # less or more was agreed than was billed


class Adjusted(Entered):
    """A dispute about an invoice was resolved; what is given up is a credit from that day."""

    event: Literal["adjusted"]
    id: Line = Field(description="The credit's number, such as C-1.")
    invoice: Line
    how: HowAdjusted
    amount: Amount = ZERO
    resolves: Flag = Field(True, description="Whether the dispute of the invoice is over with it.")

    @model_validator(mode="after")
    def _of_something(self) -> Adjusted:
        if self.how is HowAdjusted.CREDIT and not self.amount:
            raise refuse("a credit is of nothing", "Give --amount.", "K024")
        return self


class HandedOff(Entered):
    """The claim, or invoices of it, went to a lawyer, an agency or a factor."""

    event: Literal["handed_off"]
    made: Count | None = None
    terms: HandoffTerms


class HowReturned(StrEnum):
    """How a claim came back."""

    RECALLED = "recalled"
    RETURNED = "returned"
    REPURCHASED = "repurchased"  # from a factor, under recourse


class Returned(Entered):
    """A claim that was handed off is the creditor's to collect again."""

    event: Literal["returned"]
    entry: Count = Field(description="The `handed_off` entry.")
    how: HowReturned = HowReturned.RETURNED


class Commission(Entered):
    """What a lawyer, an agency or a factor kept or was paid; the debtor never owes it as such."""

    event: Literal["commission"]
    entry: Count = Field(description="The `handed_off` entry.")
    amount: Amount
    payment: Line | None = Field(None, description="The payment it was taken from.")


class PassedOn(Entered):
    """Money for a sold invoice came to the creditor and was passed on to its owner."""

    event: Literal["passed_on"]
    entry: Count = Field(description="The `handed_off` entry.")
    payment: Line
    amount: Amount


class WhyClosed(StrEnum):
    """Why a case is over."""

    PAID = "paid"
    SETTLED = "settled"
    WRITTEN_OFF = "written_off"
    UNCOLLECTIBLE = "uncollectible"
    DISCHARGED = "discharged"
    SOLD = "sold"
    MISTAKE = "mistake"
    OTHER = "other"


class Closed(Entered):
    """The creditor is done with the case. Nothing is given up by it."""

    event: Literal["closed"]
    reason: WhyClosed
    amount: Amount | None = Field(None, description="What was written off in the books.")


class Reopened(Entered):
    """A closed case goes on."""

    event: Literal["reopened"]

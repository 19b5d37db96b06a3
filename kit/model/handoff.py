"""What a hand-off says: to whom the claim goes, as what, and on which terms."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field, model_validator

from kit.model.fields import Amount, Count, Day, Flag, Frozen, Line, Percent, refuse
from kit.model.party import Address


class Taker(StrEnum):
    """Who takes the claim in hand."""

    ATTORNEY = "attorney"
    AGENCY = "agency"
    FACTOR = "factor"


class Title(StrEnum):
    """Whose the claim is after the hand-off."""

    AUTHORITY = "authority"  # the creditor's still: the taker acts for it
    COLLECTION = "collection"  # assigned to collect; the money is the creditor's
    SALE = "sale"  # sold: the claim and the money are the taker's


class HandoffTerms(Frozen):
    """A hand-off as offered and, once signed, as agreed."""

    kind: Literal["handoff"] = "handoff"
    to: Taker
    who: Line
    address: Address | None = None
    email: Line | None = None
    phone: Line | None = None
    title: Title = Title.AUTHORITY
    invoices: tuple[Line, ...] = Field((), description="The invoices that go; left out, all that are open.")
    counted_on: Day | None = None
    amount: Amount | None = Field(None, description="What was open on them on that day.")
    contingent_percent: Percent | None = Field(None, description="An agency's or a lawyer's share of what comes in.")
    fee: Amount | None = Field(None, description="A fixed fee.")
    advance_percent: Percent | None = Field(None, description="What a factor pays at once, of the invoices.")
    fee_percent: Percent | None = Field(None, description="A factor's fee for each period begun, of the invoices.")
    fee_period_days: Count | None = None
    recourse: Flag | None = Field(None, description="Whether the factor may give an unpaid invoice back.")
    recourse_days: Count | None = Field(None, description="After how many days unpaid.")
    pay_to: Line | None = Field(None, description="Where the debtor is to pay from now on.")
    overdue_days: Count | None = Field(None, description="A factor takes no invoice that is more days past due.")
    since: Day | None = Field(None, description="The day that the account is itemized from.")
    reference: Line | None = Field(None, description="The number that the taker gave the creditor as its client.")
    wish: Line | None = Field(None, description="What is asked of the taker, such as: a letter first, then suit.")
    notify_debtor: Flag = Field(False, description="Whether the debtor is told to pay the taker.")

    @property
    def sold(self) -> bool:
        """Whether the claim is no longer the creditor's to collect or settle."""
        return self.title is not Title.AUTHORITY

    @model_validator(mode="after")
    def _fits(self) -> HandoffTerms:
        if self.to is Taker.FACTOR and self.title is not Title.SALE:
            raise refuse("a factor buys the invoices", "Write `title: sale`.", "K028")
        if self.to is Taker.ATTORNEY and self.title is Title.SALE:
            raise refuse("a lawyer acts for you and does not buy the claim", "Leave out `title`.", "K028")
        return self

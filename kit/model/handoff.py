"""What a hand-off says: to whom the claim goes, as what, and on which terms."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field, model_validator

from kit.model.fields import Amount, Count, Day, Flag, Frozen, Line, Percent, refuse
from kit.model.party import Address

WHOLE = 100  # percent
OF_FACTOR = (
    "advance_percent", "fee_percent", "fee_period_days", "recourse", "recourse_days", "overdue_days",
)  # fmt: skip


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

    @model_validator(mode="after")
    def _in_bounds(self) -> HandoffTerms:
        shares = {"contingent_percent": "a share", "advance_percent": "an advance", "fee_percent": "a fee"}
        for name, what in shares.items():
            share = getattr(self, name)
            if share is not None and share > WHOLE:
                raise refuse(
                    f"{what} of {share:f}% is more than the whole", "Write a percentage from 0 to 100.", "K024"
                )
        if self.recourse_days is not None and self.recourse is False:
            raise refuse("without recourse nothing comes back after days", "Leave out `recourse_days`.", "K028")
        wrong = [name for name in OF_FACTOR if self.to is not Taker.FACTOR and getattr(self, name) is not None]
        if self.to is Taker.FACTOR and self.contingent_percent is not None:
            wrong.append("contingent_percent")
        if wrong:
            whom = "an agency or a lawyer" if self.to is Taker.FACTOR else "a factor"
            raise refuse(f"`{wrong[0]}` is only for {whom}", f"Leave out `{wrong[0]}`.", "K028")
        return self

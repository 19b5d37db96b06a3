"""What a settlement for less than the debt says."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field, model_validator

from kit.model.account import Instalment
from kit.model.fields import Amount, Count, Day, Flag, Frozen, Line, refuse
from kit.model.money import ZERO
from kit.model.plan import LONGEST


class Release(StrEnum):
    """Who lets whom go."""

    MUTUAL = "mutual"
    ONE_WAY = "one-way"  # the creditor releases the debtor


class Stance(StrEnum):
    """What the debtor says of the debt; what a default may revive turns on it."""

    ADMITTED = "admitted"
    DISPUTED = "disputed"


class Default(StrEnum):
    """What is owed again when the settlement is not paid."""

    WHOLE = "whole"  # the debt as if nothing had been settled, less what was paid
    SETTLED_SUM = "settled_sum"  # what is unpaid of the settlement, and no more


class SettlementTerms(Frozen):
    """A settlement as offered and, once signed, as agreed."""

    kind: Literal["settlement"] = "settlement"
    counted_on: Day = Field(description="The day the debt was counted.")
    debt: Amount = Field(description="All that was owed on that day.")
    instalments: tuple[Instalment, ...] = Field(min_length=1, max_length=LONGEST)
    release: Release = Release.MUTUAL
    stance: Stance
    default: Default
    grace_days: Count = Field(5, description="How late a payment may come without consequence.")
    confidential: Flag = False
    no_disparagement: Flag = False
    dismissal: Flag = Field(False, description="A pending case is dismissed once the money has cleared.")
    reports_credit: Flag = Field(False, description="The creditor reports to credit bureaus and will correct it.")
    signer_for_debtor: Line | None = None
    open_until: Day | None = Field(None, description="The last day to accept the offer.")

    @property
    def sum(self) -> Amount:
        """What is to be paid."""
        return sum((one.amount for one in self.instalments), ZERO)

    @property
    def given_up(self) -> Amount:
        """What of the debt, as counted, is given up when it is paid."""
        return self.debt - self.sum

    @property
    def last_on(self) -> Day:
        """The day of the last payment."""
        return self.instalments[-1].due_on

    @property
    def acknowledges(self) -> bool:
        """Whether the debtor owns to the debt in it."""
        return self.stance is Stance.ADMITTED

    @model_validator(mode="after")
    def _less(self) -> SettlementTerms:
        days = [one.due_on for one in self.instalments]
        if days != sorted(set(days)):
            raise refuse("the payments of a settlement are not in the order of their days", "One a day, oldest first.")
        if days[0] < self.counted_on:
            raise refuse(
                f"the settlement's first day, {days[0]}, is before {self.counted_on}", "Take a later day.", "K029"
            )
        if not ZERO < self.sum < self.debt:
            raise refuse(f"a settlement is for less than the debt of {self.debt}, not for {self.sum}",
                         "For all of it in parts, make a plan: `kit plan`.", "K024")  # fmt: skip
        return self

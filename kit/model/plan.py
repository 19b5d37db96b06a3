"""What a payment plan or an extension says: the debt acknowledged, the days and sums, and what a miss leads to."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field, model_validator

from kit.model.account import Instalment
from kit.model.fields import Amount, Count, Day, Flag, Frozen, Line, Percent, refuse
from kit.model.money import ZERO

LONGEST = 120  # instalments; what takes longer is no plan
GRACE, CURE = 5, 10  # days, where the user says nothing


class PlanInterest(StrEnum):
    """What the debt bears while the plan is kept."""

    NONE = "none"
    CONTRACT = "contract"  # as agreed before the plan, or as the law has it
    RATE = "rate"  # a percentage of the plan's own


class PlanTerms(Frozen):
    """A plan as offered and, once signed, as agreed; an `extension` is one later day for the whole sum."""

    kind: Literal["plan", "extension"] = "plan"
    counted_on: Day = Field(description="The day the debt was counted.")
    debt: Amount = Field(description="All that was owed on that day; what the debtor acknowledges.")
    down: Instalment | None = Field(None, description="A first payment before the instalments.")
    instalments: tuple[Instalment, ...] = Field(min_length=1, max_length=LONGEST)
    interest: PlanInterest = PlanInterest.NONE
    percent: Percent | None = Field(None, description="A year; only with `interest: rate`.")
    grace_days: Count = Field(GRACE, description="How late an instalment may come without consequence.")
    cure_days: Count = Field(CURE, description="Days to put a miss right, from the notice of it.")
    accelerates: Flag = Field(True, description="Whether an uncured miss makes everything due at once.")
    acknowledges: Flag = Field(True, description="Whether the debtor acknowledges the debt in it.")
    guarantor: Line | None = Field(None, description="Who signs a guaranty with it.")
    stipulated_judgment: Flag = Field(False, description="Whether the debtor agrees to a judgment upon default.")
    methods: tuple[Line, ...] = ()
    open_until: Day | None = Field(None, description="The last day to accept the offer.")

    @property
    def dues(self) -> tuple[Instalment, ...]:
        """All payments, the one before the instalments first."""
        return (*((self.down,) if self.down else ()), *self.instalments)

    @property
    def total(self) -> Amount:
        """What all payments come to."""
        return sum((one.amount for one in self.dues), ZERO)

    @property
    def first_on(self) -> Day:
        """The day of the first payment."""
        return self.dues[0].due_on

    @property
    def last_on(self) -> Day:
        """The day of the last payment."""
        return self.dues[-1].due_on

    @model_validator(mode="after")
    def _in_order(self) -> PlanTerms:
        days = [one.due_on for one in self.dues]
        if days != sorted(set(days)):
            raise refuse("the payments of a plan are not in the order of their days", "One a day, oldest first.")
        if days[0] < self.counted_on:
            raise refuse(f"the plan's first payment, {days[0]}, is before {self.counted_on}", "Begin later.", "K029")
        if any(one.amount == 0 for one in self.dues):
            raise refuse("an instalment of a plan is of nothing", "Leave it out.", "K024")
        if (self.interest is PlanInterest.RATE) != (self.percent is not None):
            raise refuse("a plan's `percent` goes with `interest: rate`, and with nothing else", "Give both.")
        return self

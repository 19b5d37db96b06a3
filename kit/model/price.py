"""What the work costs: one price, by the hour, stage by stage, or the same amount again and again."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from kit.model.fields import Amount, Count, Day, Frozen, Line, Number, Percent, refuse


class Every(StrEnum):
    """How often a recurring price falls due."""

    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Deposit(Frozen):
    """Paid before work starts: an amount, or a percentage of the price."""

    amount: Amount | None = None
    percent: Percent | None = None

    @model_validator(mode="after")
    def _one(self) -> Deposit:
        if (self.amount is None) == (self.percent is None):
            raise refuse("a deposit is an amount or a percentage", "Keep `amount:` or `percent:`, not both.", "K028")
        return self


class FixedPrice(Frozen):
    """One price for the whole work."""

    kind: Literal["fixed"]
    amount: Amount
    deposit: Deposit | None = None


class HourlyPrice(Frozen):
    """Paid by the hour."""

    kind: Literal["hourly"]
    rate: Amount
    estimate_hours: Number | None = None
    not_above: Amount | None = Field(None, description="The most the client pays without agreeing to more in writing.")
    billed_every: Every = Every.MONTH
    deposit: Deposit | None = None


class Milestone(Frozen):
    """A stage of the work with its own price."""

    id: Line
    text: Line
    amount: Amount
    due_on: Day | None = None


class MilestonePrice(Frozen):
    """Paid stage by stage, a deposit up front if agreed."""

    kind: Literal["milestones"]
    stages: tuple[Milestone, ...] = Field(min_length=1)
    deposit: Deposit | None = None


class RecurringPrice(Frozen):
    """The same amount every week, month, quarter or year."""

    kind: Literal["recurring"]
    amount: Amount
    every: Every = Every.MONTH
    starts_on: Day | None = None
    notice_days: Count = 30


Price = Annotated[FixedPrice | HourlyPrice | MilestonePrice | RecurringPrice, Field(discriminator="kind")]

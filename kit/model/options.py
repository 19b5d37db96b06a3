"""What `kit options` reckons with: for each way to go on, its costs, its time, and what may come in.

The same keys stand in the kit's own file of defaults, where each has its source, and under `options:` in kit.yaml and
in a case, where the user puts better figures.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field, model_validator

from kit.model.fields import Count, Flag, Frozen, Shorthand, refuse
from kit.model.ranges import ALL, CODE, Days, Dollars, Given, Numbers, PercentRange, Percents, Share

OPTIONS = "internal/options"
MOST_FEES = 5  # of agencies that are compared side by side


def _shares(value: Any) -> Any:
    if isinstance(value, str) and "," in value:
        return {"shares": [part.strip() for part in value.split(",")]}
    return {"shares": value} if isinstance(value, list) else {"shares": [value]} if isinstance(value, str) else value


class AgencyFees(Given):
    """What agencies keep of what they bring in: one row of the comparison for each."""

    shares: tuple[Share, ...] = Field(min_length=1, max_length=MOST_FEES)

    @model_validator(mode="after")
    def _ascend(self) -> AgencyFees:
        if list(self.shares) != sorted(set(self.shares)):
            raise refuse("the agency's fees do not ascend", "Write each once, the lowest first: 25, 30, 50.", CODE)
        return self


class AgeRange(PercentRange):
    """What comes in of a debt that has been overdue for ``days`` and more, until the next one begins."""

    days: Count


class Remind(Frozen):
    """Wait, and remind."""

    recovers: Percents | None = None
    days: Days | None = None
    hours: Numbers | None = None


class Plan(Frozen):
    """A payment plan; `recovers` is the share of its instalments that come."""

    recovers: Percents | None = None
    days: Days | None = None
    hours: Numbers | None = None


class Settle(Frozen):
    """Less than the debt; `percent` is what is asked, `recovers` the share of it that is agreed to and comes."""

    percent: Percents | None = None
    recovers: Percents | None = None
    days: Days | None = None
    hours: Numbers | None = None


class Agency(Frozen):
    """A collection agency that keeps a part of what it brings in."""

    percent: Annotated[AgencyFees | None, Shorthand(_shares, "string", "number", "array")] = None
    recovers: Percents | None = None
    days: Days | None = None
    hours: Numbers | None = None


class Discount(Frozen):
    """A discount to the client; `percent` is what is given away, as much as an agency would keep if left out."""

    percent: Percents | None = None
    recovers: Percents | None = None
    days: Days | None = None
    hours: Numbers | None = None


class Factoring(Frozen):
    """A factor buys the invoices: `fee` is of their amount for each period begun."""

    advance: Percents | None = None
    fee: Percents | None = None
    period_days: Days | None = None
    oldest_days: Days | None = Field(None, description="How long overdue an invoice may be that a factor buys.")
    recourse: Flag | None = Field(None, description="Whether the factor may give an unpaid invoice back.")
    recovers: Percents | None = None
    advance_days: Days | None = None
    days: Days | None = None
    hours: Numbers | None = None


class AttorneyLetter(Frozen):
    """A letter by a lawyer."""

    fee: Dollars | None = None
    recovers: Percents | None = None
    days: Days | None = None
    hours: Numbers | None = None


class Suing(Frozen):
    """A suit: `wins` is how often it is won, `collects` the share of what is won that comes in."""

    fee: Dollars | None = Field(None, description="For filing; left out, the court's own list decides.")
    service: Dollars | None = None
    lawyer: Dollars | None = None
    wins: Percents | None = None
    collects: Percents | None = None
    days: Days | None = None
    hours: Numbers | None = None
    days_off: Numbers | None = None


class Dividend(Frozen):
    """What a bankruptcy pays: `recovers` on claims without rank, `ranked` on those paid before them."""

    recovers: Percents | None = None
    ranked: Percents | None = None
    days: Days | None = None
    hours: Numbers | None = None


class WriteOff(Frozen):
    """The bad-debt deduction; worth the tax it saves, on the accrual basis only."""

    basis: Literal["accrual", "cash", "unknown"] | None = None
    tax: Percents | None = None
    days: Days | None = None
    hours: Numbers | None = None


class Assumptions(Frozen):
    """Everything the comparison reckons with; what is left out is filled in from the kit's defaults."""

    hour: Annotated[Dollars | None, Field(description="What an hour of your own time is worth.")] = None
    recovery: Percents | None = Field(None, description="What comes in of this debt, whatever its age.")
    by_age: tuple[AgeRange, ...] | None = Field(
        None, description="What comes in, by days overdue; first row `days: 0`."
    )
    remind: Remind = Remind()
    plan: Plan = Plan()
    settle: Settle = Settle()
    agency: Agency = Agency()
    discount: Discount = Discount()
    factoring: Factoring = Factoring()
    attorney_letter: AttorneyLetter = AttorneyLetter()
    small_claims: Suing = Suing()
    court: Suing = Suing()
    bankruptcy: Dividend = Dividend()
    write_off: WriteOff = WriteOff()

    @model_validator(mode="after")
    def _by_age(self) -> Assumptions:
        starts = [row.days for row in self.by_age or ()]
        if self.by_age is not None and (starts[:1] != [0] or starts != sorted(set(starts))):
            raise refuse("the ages do not begin at 0 and ascend", "Begin with `days: 0`; the oldest comes last.", CODE)
        return self

    def age(self, days: int) -> AgeRange:
        """Return the range for a debt overdue for ``days``; asked of filled-in assumptions."""
        rows = self.by_age or (AgeRange(days=0, low=0, high=ALL),)
        return next(row for row in reversed(rows) if row.days <= max(days, 0))


F = TypeVar("F", bound=Frozen)


def filled(asked: F, default: F) -> F:
    """Return ``asked`` with what it leaves out taken from ``default``, group by group."""
    taken = {}
    for name in type(asked).model_fields:
        mine, theirs = getattr(asked, name), getattr(default, name)
        group = isinstance(mine, Frozen) and not isinstance(mine, Given)
        taken[name] = filled(mine, theirs) if group else theirs if mine is None else mine
    return asked.model_copy(update=taken)

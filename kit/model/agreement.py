"""What was agreed: scope, price, when to pay, and what lateness costs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from kit.model.fields import Amount, Count, Day, Flag, Frozen, Line, Percent, Shorthand, refuse
from kit.model.goods import Goods
from kit.model.party import Address, Forum
from kit.model.price import Price


class AgreementKind(StrEnum):
    """What the claim rests on; the limitation period turns on it."""

    WRITTEN = "written"
    ORAL = "oral"
    OPEN_ACCOUNT = "open-account"
    ACCOUNT_STATED = "account-stated"
    SALE_OF_GOODS = "sale-of-goods"


class DayCount(StrEnum):
    """How days become a share of a year."""

    ACTUAL_365 = "actual/365"
    ACTUAL_360 = "actual/360"
    ACTUAL_366 = "actual/366"
    THIRTY_360 = "30/360"


class Bucket(StrEnum):
    """The parts of an account that a payment can reduce."""

    PRINCIPAL = "principal"
    INTEREST = "interest"
    FEES = "fees"
    COSTS = "costs"


class RateChange(Frozen):
    """From this day the agreed rate is another one."""

    starts: Day = Field(alias="from")
    percent_a_year: Percent


NOBODYS_MONTHLY, NOBODYS_YEARLY = 20, 240  # per cent; beyond these a figure is a slip of the keyboard


class Interest(Frozen):
    """Agreed interest on what is overdue, simple unless ``compounding`` says otherwise."""

    percent_a_year: Percent
    starts: Literal["due_date", "after_grace", "demand"] = Field("due_date", alias="from")
    grace_days: Count = 0
    day_count: DayCount = DayCount.ACTUAL_365
    compounding: Literal["none", "monthly", "yearly"] = "none"
    changes: tuple[RateChange, ...] = ()
    source: Line | None = Field(None, description="Where it stands in the agreement: section 7.")

    @model_validator(mode="after")
    def _no_slip(self) -> Interest:
        if self.percent_a_year > NOBODYS_YEARLY:
            message = f"{self.percent_a_year}% a year is more than any court would allow"
            raise refuse(message, "Write 12 for twelve per cent a year.", "K024")
        return self


class LateFee(Frozen):
    """An agreed charge for lateness: a flat sum once, or a percentage once or for each month.

    A month runs from the day after the due date and grace to the same day of the next
    month; ``month`` says whether a month counts when it starts or when it is over.
    """

    flat: Amount | None = None
    percent: Percent | None = Field(None, description="Once, of the overdue balance.")
    percent_a_month: Percent | None = None
    month: Literal["started", "completed"] = "completed"
    grace_days: Count = 0
    cap_amount: Amount | None = Field(None, description="All late fees of one invoice together.")
    cap_percent: Percent | None = Field(None, description="The same, of the invoice's principal.")
    source: Line | None = None

    @model_validator(mode="after")
    def _one(self) -> LateFee:
        ways = [way for way in (self.flat, self.percent, self.percent_a_month) if way is not None]
        if len(ways) != 1:
            message = "a late fee is flat, a percentage once, or a percentage a month"
            raise refuse(message, "Keep one of `flat:`, `percent:`, `percent_a_month:`.", "K028")
        if self.percent_a_month is not None and self.percent_a_month > NOBODYS_MONTHLY:
            yearly = self.percent_a_month * 12
            message = f"{self.percent_a_month}% a month is {yearly}% a year, more than any court would allow"
            raise refuse(message, "Write 1.5 for one and a half per cent a month.", "K024")
        return self


def _yes_no(value: Any) -> Any:
    return {"clause": value} if isinstance(value, str | bool) else value


class AttorneyFees(Frozen):
    """Whether the loser pays the winner's lawyer."""

    clause: Flag
    reciprocal: Flag = True


class Guaranty(Frozen):
    """A guaranty on its own signed page: of payment, not of collection."""

    guarantor: Line
    limit: Amount | None = None


class Conditions(Frozen):
    """What the agreement asks before anybody may sue."""

    notice_and_cure_days: Count | None = None
    mediation: Flag = False
    arbitration: Flag = False
    small_claims_carved_out: Flag = True
    forum_clause: Forum | None = Field(None, description="The state whose courts alone the agreement names.")


class RightsPass(StrEnum):
    """When rights in the work pass to the client."""

    ON_PAYMENT = "on-payment"
    ON_DELIVERY = "on-delivery"
    NONE = "none"


class Agreement(Frozen):
    """The contract, signed or still to be signed."""

    kind: AgreementKind = AgreementKind.WRITTEN
    title: Line | None = None
    signed_on: Day | None = None
    signed_in: Address | None = Field(None, description="Where the debtor signed; it may decide the court.")
    starts_on: Day | None = None
    ends_on: Day | None = None
    governing_law: Forum | None = None
    drafted_by: Literal["creditor", "debtor", "both"] = "creditor"
    scope: tuple[Line, ...] = ()
    deliverables: tuple[Line, ...] = ()
    price: Price | None = None
    goods: Goods = Field(Goods(), description="Where goods are sold: what, delivery, inspection, title.")
    net_days: Count | None = None
    accept_within_days: Count = 10
    dispute_within_days: Count = 10
    interest: Interest | None = None
    late_fee: LateFee | None = None
    interest_and_late_fee_together: Flag = Field(
        False, description="Whether the agreement charges both for the same delay."
    )
    delay_cost_estimate: Line | None = Field(
        None, description="The honest estimate of what a late payment costs, and how it was made."
    )
    application_order: tuple[Bucket, ...] = Field((), description="The order in which a payment is applied.")
    returned_check_fee: Amount | None = None
    attorney_fees: Annotated[AttorneyFees | None, Shorthand(_yes_no, "boolean", "string")] = None
    suspension_after_days: Count | None = Field(None, description="Days overdue after which work may stop.")
    rights: RightsPass = RightsPass.ON_PAYMENT
    guaranty: Guaranty | None = None
    conditions: Conditions = Conditions()
    collection_costs: Flag = True

    @model_validator(mode="after")
    def _orderly(self) -> Agreement:
        if len(set(self.application_order)) != len(self.application_order):
            raise refuse(
                "`application_order` names one part twice",
                "Name each of costs, fees, interest, principal once.",
                "K028",
            )
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise refuse(
                f"the agreement ends on {self.ends_on}, before it starts on {self.starts_on}",
                "Correct one of the dates.",
                "K029",
            )
        return self

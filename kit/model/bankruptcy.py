"""The debtor's bankruptcy as the notices tell it: what stops, which days count, who takes the claim."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from kit.model.fields import Amount, Day, Flag, Frozen, Line, Percent, refuse
from kit.model.party import Address, Email

Chapter = Literal["7", "9", "11", "12", "13", "15"]


class Official(Frozen):
    """A trustee or a claims agent."""

    name: Line
    address: Address | None = None
    email: Email | None = None
    website: Line | None = None


class Conversion(Frozen):
    """The case went on under another chapter; ``on`` is the day of the order."""

    on: Day
    to: Chapter


class ReliefOrder(Frozen):
    """An order that lifted the stay; ``text`` says for what, in the order's own words."""

    on: Day
    text: Line
    against_debtor: Flag = Field(False, description="Whether it allows collecting this debt from the debtor.")


class FiledClaim(Frozen):
    """A proof of claim that was filed."""

    on: Day
    number: Line | None = Field(None, description="Its number on the claims register.")
    amount: Amount | None = None


class Security(Frozen):
    """What secures the claim: a lien, retained title, a deposit."""

    text: Line
    value: Amount | None = None
    perfected: Flag = False
    perfected_how: Line | None = Field(None, description="Such as: financing statement no. .., filed on ..")
    percent: Percent | None = None


class EarlierBankruptcy(Frozen):
    """A bankruptcy of the same debtor that ended before the one on record was filed."""

    petition_on: Day
    chapter: Chapter | None = None
    court: Line | None = None
    district: Line | None = None
    number: Line | None = None
    dismissed_on: Day | None = None
    dismissal_notice_on: Day | None = None
    discharged_on: Day | None = None
    closed_on: Day | None = None

    @property
    def ended_on(self) -> date | None:
        """The day on which its stay ended, as far as it is on record."""
        return self.dismissed_on or self.discharged_on or self.closed_on


class Bankruptcy(Frozen):
    """The debtor's bankruptcy: from the petition on, nothing that collects goes out."""

    petition_on: Day
    chapter: Chapter | None = None
    involuntary: Flag = False
    order_for_relief_on: Day | None = Field(None, description="In an involuntary case; else the petition is the order.")
    court: Line | None = None
    district: Line | None = Field(None, description="Such as: Northern District of California.")
    court_state: Line | None = Field(None, description="The two letters of the court's state, for its holidays.")
    number: Line | None = None
    judge: Line | None = None
    joint_debtor: Line | None = None
    trustee: Official | None = None
    claims_agent: Official | None = None
    meeting_on: Day | None = Field(None, description="The first date set for the meeting of creditors.")
    no_asset_notice_on: Day | None = None
    asset_notice_on: Day | None = None
    bar_date: Day | None = Field(None, description="The last day for claims, as the notice says it.")
    government_bar_date: Day | None = None
    goods_on_form: Flag = Field(
        False, description="The court's order takes goods of the last days before the petition on the claim form."
    )
    converted: tuple[Conversion, ...] = ()
    dismissed_on: Day | None = None
    dismissal_notice_on: Day | None = None
    discharged_on: Day | None = None
    closed_on: Day | None = None
    closed_without_discharge: Flag = Field(False, description="The court's record shows no discharge at the closing.")
    spouse_only: Flag = Field(False, description="Only the debtor's husband or wife filed; the debtor did not.")
    earlier: tuple[EarlierBankruptcy, ...] = Field((), description="Bankruptcies that ended before this petition.")
    relief_orders: tuple[ReliefOrder, ...] = ()
    claims: tuple[FiledClaim, ...] = Field((), description="Proofs of claim filed on this debt, oldest first.")
    security: Security | None = None
    rejected_contract_on: Day | None = None
    creditor_role: Literal["employee", "contractor"] | None = Field(
        None, description="What you were to the debtor, where you worked for it in person."
    )

    def bars(self, day: date) -> bool:
        """Whether debts before the petition may not be collected on ``day``: filed, and not dismissed undischarged.

        What else ends the stay, or leaves a debt outside it, is in `kit.model.stay`.
        """
        dismissed = self.dismissed_on is not None and self.dismissed_on <= day
        return self.petition_on <= day and (self.discharged(day) or not dismissed)

    def discharged(self, day: date) -> bool:
        """Whether a discharge was granted by ``day``."""
        return self.discharged_on is not None and self.discharged_on <= day

    @property
    def ended_on(self) -> date | None:
        """The day on which the stay ended, as far as it is on record: dismissal, discharge or closing."""
        return self.dismissed_on or self.discharged_on or self.closed_on

    def chapter_on(self, day: date) -> Chapter | None:
        """Return the chapter that the case is under on ``day``."""
        last = [one.to for one in self.converted if one.on <= day]
        return last[-1] if last else self.chapter

    def without_assets(self, day: date) -> bool:
        """Whether the newest notice says on ``day`` that no claim is needed: chapter 7, and nothing to share out."""
        said, later = self.no_asset_notice_on, self.asset_notice_on
        if said is None or said > day or self.bar_date or self.chapter_on(day) != "7":
            return False
        overtaken = [one.on for one in self.converted] + ([later] if later else [])
        return not any(said <= one <= day for one in overtaken)

    @property
    def relief(self) -> date | None:
        """The order for relief: the petition in a voluntary case; None in an involuntary one without an order yet."""
        return self.order_for_relief_on or (None if self.involuntary else self.petition_on)

    @model_validator(mode="after")
    def _in_order(self) -> Bankruptcy:
        later = {
            "order_for_relief_on": self.order_for_relief_on,
            "meeting_on": self.meeting_on,
            "dismissed_on": self.dismissed_on,
            "discharged_on": self.discharged_on,
            "closed_on": self.closed_on,
        }
        for name, day in later.items():
            if day is not None and day < self.petition_on:
                message = f"`{name}` {day} is before the petition of {self.petition_on}"
                raise refuse(message, "Correct one of the dates.", "K029")
        days = [one.on for one in self.converted]
        if days and min(days) < self.petition_on:
            message = f"the conversion of {min(days)} is before the petition of {self.petition_on}"
            raise refuse(message, "Correct one of the dates.", "K029")
        if days != sorted(days):
            raise refuse("the conversions are not in the order of their days", "List the oldest first.", "K029")
        for what, day in self._within():
            if day < self.petition_on:
                message = f"{what} of {day} is before the petition of {self.petition_on}"
                raise refuse(message, "Correct one of the dates.", "K029")
        for one in self.earlier:
            if one.petition_on >= self.petition_on:
                message = f"the earlier petition of {one.petition_on} is not before that of {self.petition_on}"
                raise refuse(message, "List under `earlier:` only cases that ended before.", "K029")
            if one.ended_on is None:
                message = (
                    f"the case of the earlier petition of {one.petition_on} has no end, so there would be two at once"
                )
                fix = (
                    "Write how it ended: `dismissed_on`, `discharged_on` or `closed_on`. Else it is the one on record."
                )
                raise refuse(message, fix, "K029")
        return self

    def _within(self) -> list[tuple[str, date]]:
        """Return what happens in a case and cannot come before its petition, with its day."""
        found = [("the proof of claim", one.on) for one in self.claims]
        found += [("the order that lifted the stay", one.on) for one in self.relief_orders]
        notices = {
            "dismissal notice": self.dismissal_notice_on,
            "bar date": self.bar_date,
            "bar date of public bodies": self.government_bar_date,
            "notice of no assets": self.no_asset_notice_on,
            "notice of assets": self.asset_notice_on,
            "rejection of the contract": self.rejected_contract_on,
        }
        return found + [(f"the {name}", day) for name, day in notices.items() if day]

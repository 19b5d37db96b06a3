"""What happens once a claim is in court: filed, served, heard, judged, appealed, satisfied, or dismissed."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field, model_validator

from kit.model.entered import Entered
from kit.model.fields import Amount, Clock, Day, Flag, Line, Percent, refuse
from kit.model.law_courts import ServiceMethod
from kit.model.money import ZERO


class Filed(Entered):
    """The claim was handed in; ``on`` is the filing date."""

    event: Literal["filed"]
    court: Line | None = Field(None, description="The court as the receipt names it.")
    number: Line | None = Field(None, description="The court's case number.")
    amount: Amount | None = Field(None, description="The amount claimed on the form.")
    fee: Amount | None = Field(None, description="The filing fee paid.")
    hearing_on: Day | None = Field(None, description="The day of the hearing, where the court set it at once.")
    made: int | None = Field(None, description="The `made` entry of the packet that was filed.")


class Served(Entered):
    """A defendant got the papers; ``on`` is the day of service."""

    event: Literal["served"]
    who: Line | None = Field(None, description="The defendant; left out, the debtor.")
    how: ServiceMethod | None = None
    by: Line | None = Field(None, description="Who served the papers.")
    proof_filed_on: Day | None = None


class Hearing(Entered):
    """A hearing was set, moved or held; ``on`` is the day this became known, ``day`` the hearing's."""

    event: Literal["hearing"]
    day: Day
    at: Clock | None = None
    where: Line | None = None
    held: Flag = False


class Side(StrEnum):
    """Whose act or gain it is."""

    CREDITOR = "creditor"
    DEBTOR = "debtor"


class Judgment(Entered):
    """The court decided; ``on`` is the day the judgment was entered."""

    event: Literal["judgment"]
    number: Line | None = Field(None, description="The court's case number, where it was not known before.")
    winner: Side = Side.CREDITOR
    principal: Amount = Field(ZERO, description="What was awarded on the debt.")
    interest: Amount = Field(ZERO, description="Interest up to judgment that was awarded.")
    costs: Amount = Field(ZERO, description="Costs that were awarded.")
    attorney_fees: Amount = ZERO
    against: tuple[Line, ...] = Field((), description="Who must pay; left out, the debtor.")
    percent_a_year: Percent | None = Field(None, description="The rate the judgment itself names.")
    interest_on_all: Flag = Field(False, description="The judgment says that all of it bears interest, costs included.")
    by_default: Flag = False
    mailed_on: Day | None = Field(None, description="When the clerk mailed or gave notice of it.")

    @property
    def total(self) -> Amount:
        """All that was awarded."""
        return self.principal + self.interest + self.costs + self.attorney_fees

    @model_validator(mode="after")
    def _of_something(self) -> Judgment:
        if self.winner is Side.CREDITOR and not self.total:
            raise refuse("a judgment for the creditor awards nothing", "Give --principal, and --costs if any.", "K024")
        return self


class Appealed(Entered):
    """Somebody appealed; ``on`` is the day the notice was filed."""

    event: Literal["appealed"]
    by: Side


class Satisfied(Entered):
    """The acknowledgment of satisfaction was filed with the court: the judgment is paid."""

    event: Literal["satisfied"]


class Dismissed(Entered):
    """The claim was withdrawn or dismissed; ``on`` is the day that became final."""

    event: Literal["dismissed"]
    with_prejudice: Flag = Field(False, description="The same claim cannot be brought again.")

"""What a case says for a court: the plaintiff's choices, and what only the plaintiff can know."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field, model_validator

from kit.model.fields import Amount, Day, Flag, Frozen, Line, refuse
from kit.model.law_courts import Ground
from kit.model.party import Address, State


class EarlierFiling(Frozen):
    """A small claim this plaintiff filed before; some courts count them."""

    on: Day
    amount: Amount
    state: State | None = Field(None, description="Left out: the state of this case.")
    county: Line | None = None
    court: Line | None = None


class Courthouse(Frozen):
    """The court as its own pages name it, where the user has looked it up."""

    name: Line
    street: Line | None = None
    city: Line | None = None
    state: Line | None = None
    zip: Line | None = None
    phone: Line | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """Name and address, line by line."""
        last = " ".join(part for part in (self.city and f"{self.city},", self.state, self.zip) if part)
        return tuple(line for line in (self.name, self.street, last) if line)


class SmallClaims(Frozen):
    """The plaintiff's choices for a small claim."""

    waive_excess: Flag = Field(False, description="Give up what is over the court's limit, for good.")
    venue: Ground | None = Field(None, description="The ground of venue, where several fit.")
    court: Courthouse | None = Field(None, description="The courthouse with its address.")
    filed: tuple[EarlierFiling, ...] | None = Field(
        None, description="Claims filed before in small claims; `[]` says there were none."
    )
    leave_out: tuple[Line, ...] = Field(
        (), description="Papers that went out and stay out of the packet: the numbers of their entries, such as 12."
    )
    hearing_on: Day | None = Field(None, description="A hearing to reckon with before the court has set one.")
    leave_to_sue: Line | None = Field(None, description="Who, holding the claim as security, agreed to this suit.")
    service_beyond_state: Line | None = Field(None, description="Why a court here reaches a debtor elsewhere.")


class Acknowledgment(Frozen):
    """Words in which the debtor admitted the debt; a signed one may start the time to sue anew."""

    id: Line
    on: Day
    text: Line
    signed: Flag = False
    invoice: Line | None = None


class Setoff(Frozen):
    """What the debtor says the creditor owes in turn, credited or not."""

    id: Line
    text: Line
    amount: Amount | None = None


class InsolvencyKind(StrEnum):
    """An end of payments other than bankruptcy."""

    ASSIGNMENT = "assignment"  # for the benefit of creditors
    RECEIVERSHIP = "receivership"
    PROBATE = "probate"
    DISSOLUTION = "dissolution"
    FOREIGN = "foreign"  # a proceeding under another country's law


class InsolvencyEnd(StrEnum):
    """How a proceeding came to its end."""

    LIFTED = "lifted"  # given up or dismissed: the debtor is its own master again
    CLOSED = "closed"  # what there was has been shared out


class Insolvency(Frozen):
    """A proceeding in which claims go to whoever runs it, not to a small-claims court."""

    kind: InsolvencyKind
    on: Day
    who: Line | None = Field(None, description="Receiver, assignee, executor or liquidator.")
    address: Address | None = None
    claims_by: Day | None = Field(None, description="The last day for claims, from the notice.")
    ended_on: Day | None = None
    ended: InsolvencyEnd | None = Field(
        None, description="lifted: given up or dismissed; closed: what there was is shared out."
    )

    def over(self, day: date) -> bool:
        """Whether it has ended by ``day`` and leaves the debt to be collected as before.

        A closed assignment or receivership discharges nobody; an estate, a dissolution or a proceeding abroad may
        have ended the debt with it.
        """
        if self.ended_on is None or self.ended_on > day:
            return False
        return self.ended is InsolvencyEnd.LIFTED or self.kind in _DISCHARGES_NOBODY

    def closed(self, day: date) -> bool:
        """Whether it was closed by ``day``."""
        return self.ended_on is not None and self.ended_on <= day and self.ended is InsolvencyEnd.CLOSED

    @model_validator(mode="after")
    def _in_order(self) -> Insolvency:
        if (self.ended_on is None) != (self.ended is None):
            message = "the end of an insolvency has a day and a word for how it ended"
            raise refuse(message, "Write both: `ended_on:`, and `ended: lifted` or `closed`.", "K029")
        for name in ("ended_on", "claims_by"):
            if (day := getattr(self, name)) and day < self.on:
                message = f"`{name}` {day} is before the insolvency of {self.on}"
                raise refuse(message, "Correct one of the dates.", "K029")
        return self


_DISCHARGES_NOBODY = (InsolvencyKind.ASSIGNMENT, InsolvencyKind.RECEIVERSHIP)


class AssignedFrom(Frozen):
    """Whose claim it was before this creditor took it over."""

    name: Line
    on: Day


class Private(Frozen):
    """What must not be read in a public file."""

    minors: tuple[Line, ...] = Field((), description="Names of minors; courts want their initials.")
    words: tuple[Line, ...] = Field((), description="Anything else to find and black out.")

"""What happened, one event each: the journal's entries.

Made, sent, heard and paid are separate facts. An entry is never changed; a
later `undone` entry takes one back.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal, get_args

from pydantic import Field, TypeAdapter, model_validator

from kit.model.account import Method
from kit.model.bankruptcy_event import BankruptcyNews
from kit.model.court_event import Appealed, Dismissed, Filed, Hearing, Judgment, Satisfied, Served
from kit.model.deal_event import (
    Adjusted,
    Closed,
    Commission,
    Ended,
    HandedOff,
    PassedOn,
    Reopened,
    Returned,
    Settled,
    Signed,
    Tendered,
)
from kit.model.entered import Entered
from kit.model.fields import Amount, Clock, Count, Day, Flag, Line, refuse
from kit.model.insolvency_event import InsolvencyNews
from kit.model.paper_event import Made, Sent
from kit.model.party import Channel


class Answer(StrEnum):
    """What the debtor said, coded."""

    NOT_RECEIVED = "not_received"
    DISPUTES_WORK = "disputes_work"
    DISPUTES_AMOUNT = "disputes_amount"
    CASH = "cash"
    FORGOT = "forgot"
    LEFT = "left"
    NO_AUTHORITY = "no_authority"
    REFUSES = "refuses"
    THREATENS = "threatens"
    INSOLVENT = "insolvent"
    OTHER = "other"


class HoldReason(StrEnum):
    """Why nothing goes out for now."""

    BY_HAND = "by_hand"
    DISPUTE = "dispute"
    LAWYER = "lawyer"
    NO_CONTACT = "no_contact"
    PLAN = "plan"
    HANDED_OFF = "handed_off"
    INSOLVENCY = "insolvency"


class Called(Entered):
    """Somebody telephoned."""

    event: Literal["called"]
    step: Line | None = Field(None, description="The step it was; left out, the call step that was open.")
    at: Clock | None = None
    to: Line | None = None
    spoke: Flag = False
    result: Line | None = None


class Answered(Entered):
    """The debtor answered."""

    event: Literal["answered"]
    reason: Answer
    channel: Channel | None = None
    by: Line | None = None


class Checked(Entered):
    """Somebody went through the check list of a step."""

    event: Literal["checked"]
    step: Line


class Placed(Entered):
    """A person decided where on the ladder the case stands: after ``after``, or before its first step."""

    event: Literal["placed"]
    after: Line | None = Field(None, description="The last step that counts as done; left out: none.")
    ladder: Line | None = Field(None, description="The mark of the ladder up to that step.")


class Promised(Entered):
    """The debtor promised to pay by a day."""

    event: Literal["promised"]
    by: Day
    amount: Amount | None = None


class Paid(Entered):
    """Money came; ``on`` is the day it was received."""

    event: Literal["paid"]
    id: Line
    amount: Amount
    method: Method = Method.OTHER
    invoice: Line | None = None
    elected: Line | None = None
    reference: Line | None = None

    @model_validator(mode="after")
    def _something(self) -> Paid:
        if self.amount == 0:
            raise refuse(f"payment {self.id} is of nothing", "Leave it out.", "K024")
        return self


class Bounced(Entered):
    """A payment came back unpaid."""

    event: Literal["bounced"]
    payment: Line


class Disputed(Entered):
    """The debtor disputes an invoice, some lines of it, or an amount on it."""

    event: Literal["disputed"]
    invoice: Line
    lines: tuple[Count, ...] = Field((), description="Numbers of the disputed lines, from 1; empty: see `amount`.")
    amount: Amount | None = Field(None, description="The disputed part; neither lines nor amount: the whole invoice.")


class Held(Entered):
    """Nothing goes out until released, or until the review day."""

    event: Literal["held"]
    reason: HoldReason = HoldReason.BY_HAND
    invoice: Line | None = None
    review_on: Day | None = None


class Released(Entered):
    """A hold or a dispute is over; ``entry`` names it, else all of them are."""

    event: Literal["released"]
    entry: Count | None = None
    invoice: Line | None = None


class Waived(Entered):
    """The creditor gave up a charge: an explicit act, never a side effect."""

    event: Literal["waived"]
    bucket: Literal["interest", "fees", "costs"]
    amount: Amount | None = Field(None, description="Nothing here means all of it up to that day.")
    invoice: Line | None = None


class Note(Entered):
    """Something worth keeping."""

    event: Literal["note"]
    text: Line


class Undone(Entered):
    """An earlier entry was a mistake and counts no more."""

    event: Literal["undone"]
    entry: Count


Event = Annotated[
    Made
    | Sent
    | Called
    | Answered
    | Checked
    | Placed
    | Promised
    | Paid
    | Bounced
    | Disputed
    | Held
    | Released
    | Waived
    | Filed
    | Served
    | Hearing
    | Judgment
    | Appealed
    | Satisfied
    | Dismissed
    | BankruptcyNews
    | Signed
    | Ended
    | Settled
    | Tendered
    | Adjusted
    | HandedOff
    | Returned
    | Commission
    | PassedOn
    | Closed
    | Reopened
    | InsolvencyNews
    | Note
    | Undone,
    Field(discriminator="event"),
]
EVENT: TypeAdapter[Event] = TypeAdapter(Event)
MODELS: dict[str, type[Any]] = {
    model.model_fields["event"].annotation.__args__[0]: model for model in get_args(get_args(Event)[0])
}
"""Each kind of event by its word in the journal."""

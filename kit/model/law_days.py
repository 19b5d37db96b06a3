"""Answers about counting days, and the federal answers of their own shape."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from kit.model.fields import Amount, Count, Flag, Line
from kit.model.law_debts import Formula
from kit.model.law_shape import LawModel, Shape
from kit.model.law_words import Say


class Roll(StrEnum):
    """Where a last day goes that falls on a day of rest."""

    NEXT_BUSINESS_DAY = "next_business_day"
    STAYS = "stays"
    NOT_RESEARCHED = "not_researched"


class HolidaysOf(StrEnum):
    """Whose holidays move a last day."""

    UNITED_STATES = "united_states"
    STATE_OF_THE_COURT = "state_of_the_court"  # for periods after an event


class DayCounting(Shape):
    """How a period of days is counted."""

    first_day_counts: Say = Say.NOT_RESEARCHED
    saturday: Roll = Roll.NOT_RESEARCHED
    sunday: Roll = Roll.NOT_RESEARCHED
    holiday: Roll = Roll.NOT_RESEARCHED
    short_period_days: Count | None = None  # periods shorter than this leave out days of rest
    mail_adds_days: Count | None = None
    holidays_of: tuple[HolidaysOf, ...] = ()  # left out: as the court itself keeps them


class Signatures(Shape):
    """Whether an electronic signature holds."""

    valid: Say
    act: Line


class Paper(StrEnum):
    """Kinds of papers, as a document's own description classes it."""

    COLLECTION = "collection"
    CONTRACT = "contract"
    COURT = "court"
    ENFORCEMENT = "enforcement"
    SETTLEMENT = "settlement"
    STATEMENT = "statement"


class PapersFrozen(Shape):
    """Papers that may not go to a debtor from an event until another."""

    from_event: Line
    until_event: Line
    papers: tuple[Paper, ...] = Field(min_length=1)
    debts_before: Line | None = None  # only debts older than this event
    natural_person_only: Flag = False
    guarantor_covered: Say = Say.NOT_RESEARCHED
    limitation_extended_days: Count | None = None  # after notice that it ended
    earlier_case_years: Count | None = None  # a case dismissed within them before the petition may shorten it


class InterestStops(Shape):
    """A claim's interest ends at an event, though the debt's goes on."""

    event: Line
    claim_only: Flag = False
    guarantor_goes_on: Say = Say.NOT_RESEARCHED


class ServiceCap(Shape):
    """A ceiling on what debts older than military service may bear."""

    percent_at_most: Amount
    debts_before_service_only: Flag = False
    counts_fees: Say = Say.NOT_RESEARCHED
    notice_days_after_service: Count | None = None
    excess_forgiven: Say = Say.NOT_RESEARCHED


class MilitaryAffidavit(Shape):
    """The statement about military service before a default judgment."""

    required: Say
    natural_person_only: Flag = False
    look_up: Line | None = None


class AgencyPayment(Shape):
    """When a federal agency must pay."""

    due_days: Count
    counted_from: Line
    interest: Formula | None = None


class CoolingOff(Shape):
    """A consumer's right to cancel a sale made away from the seller's place."""

    business_days: Count
    over_at_home: Amount | None = None
    over_elsewhere: Amount | None = None
    notice_copies: Count | None = None


class OthersName(Shape):
    """Papers that look as if somebody else were collecting."""

    barred: Say
    must_not_suggest: tuple[Line, ...] = ()


class CallManners(Shape):
    """How often and when collectors by trade may call; good manners for others."""

    binds_own_debts: Say
    calls: Count
    days: Count
    days_after_talk: Count
    not_before: Line
    not_after: Line


class ZoneStates(LawModel):
    """A time zone of the tz database, and the states that lie in it or partly in it."""

    zone: Line
    states: tuple[Line, ...] = Field(min_length=1)


class StandardTime(Shape):
    """Which time each state keeps; a state under two zones keeps two."""

    zones: tuple[ZoneStates, ...] = Field(min_length=1)

    def of(self, state: str) -> tuple[str, ...]:
        """Return the zones of a state by its two letters; none for a state that is not listed."""
        return tuple(one.zone for one in self.zones if state in one.states)


class ReviewGag(Shape):
    """Clauses that forbid reviews."""

    void: Say


class CreditRefusal(Shape):
    """How soon an applicant for credit hears the answer and, on request, the reasons."""

    told_within_days: Count  # after the application is complete
    ask_within_days: Count  # after the answer
    reasons_within_days: Count  # after the request
    office: Line  # of the government, that sees to it; with its address

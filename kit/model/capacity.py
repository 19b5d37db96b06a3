"""What is known about the standing of a party: nothing here is ever assumed."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from kit.model.fields import Day, Frozen, Line


class Known(StrEnum):
    """Yes, no, or nobody has looked."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Military(Frozen):
    """What was found about active military service, on which day and how."""

    in_service: Known
    checked_on: Day
    how: Line = Field(description="Such as: status report of the Defense Manpower Data Center.")


class Capacity(StrEnum):
    """In what standing a party is."""

    ADULT = "adult"
    MINOR = "minor"
    ESTATE = "estate"
    INCAPACITATED = "incapacitated"

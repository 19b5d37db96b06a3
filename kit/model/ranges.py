"""Ranges of assumptions: what is not known is given as a lowest and a highest figure, with where they come from."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from kit.model.fields import Amount, Count, Day, Frozen, Line, Number, Shorthand, parse_percent, refuse
from kit.model.law_words import Confidence
from kit.model.money import ZERO

ALL = 100  # per cent
YOURS = "your own figure"
CODE = "K870"  # a range that cannot be
_SPAN = re.compile(r"\s*(\$?[\d.,]+\s*%?)\s*(?:-|to|\.\.)\s*(\$?[\d.,]+\s*%?)\s*\Z")


def _share(value: Any) -> Decimal:
    """Return a percentage from 0 to 100; 0.3 without its sign is taken for a slip of thirty."""
    number = parse_percent(value)
    if number > ALL:
        raise refuse(f"{value} per cent is more than all of it", "Write a percentage from 0 to 100.", CODE)
    if 0 < number < 1 and not str(value).strip().endswith("%") and isinstance(value, str):
        hundred = f"{(number * ALL).normalize():f}"
        message = f"`{value}` would be less than one per cent"
        raise refuse(message, f"Write {hundred} for {hundred} per cent, or {value}% if that is meant.", CODE)
    return number


Share = Annotated[Decimal, BeforeValidator(_share), WithJsonSchema({"type": ["string", "number"]})]


def read_span(value: Any) -> Any:
    """Return one figure, or two with a dash between, as the two ends of a range."""
    if not isinstance(value, str | int | Decimal):
        return value
    found = _SPAN.match(value) if isinstance(value, str) else None
    return {"low": found[1], "high": found[2]} if found else {"low": value, "high": value}


SPAN = Shorthand(read_span, "string", "number")


class Given(Frozen):
    """Where an assumption comes from; one without a source is the user's own."""

    source: Line | None = None
    url: Line | None = None
    figures_of: Line | None = Field(None, description="The year or years that the figures are of.")
    read_on: Day | None = None
    confidence: Confidence | None = None
    note: Line | None = None

    @property
    def whence(self) -> str:
        """Where it comes from, in words."""
        return self.source or YOURS


class _Ends(Given):
    """A range; the ends may be the same."""

    unit: ClassVar[str] = ""

    @model_validator(mode="after")
    def _in_order(self) -> _Ends:
        low, high = getattr(self, "low", ZERO), getattr(self, "high", ZERO)
        if low > high:
            message = f"the range begins at {low} and ends at {high}"
            raise refuse(message, "Write the lower figure first.", CODE)
        return self


class PercentRange(_Ends):
    """Percentages from 0 to 100."""

    unit: ClassVar[str] = "percent"
    low: Share
    high: Share


class MoneyRange(_Ends):
    """Dollars."""

    unit: ClassVar[str] = "dollars"
    low: Amount
    high: Amount


class DayRange(_Ends):
    """Whole days."""

    unit: ClassVar[str] = "days"
    low: Count
    high: Count


class NumberRange(_Ends):
    """Hours, or days off; parts of one are fine."""

    unit: ClassVar[str] = "number"
    low: Number
    high: Number

    @model_validator(mode="after")
    def _not_below(self) -> NumberRange:
        if self.low < 0:
            raise refuse(f"{self.low} is less than nothing", "Write zero or more.", CODE)
        return self


Percents = Annotated[PercentRange, SPAN]
Dollars = Annotated[MoneyRange, SPAN]
Days = Annotated[DayRange, SPAN]
Numbers = Annotated[NumberRange, SPAN]

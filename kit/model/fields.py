"""Fields that understand text: days, amounts, percentages, numbers, yes and no.

Each parser takes the text as typed and answers with a value or with a sentence
about that text. Money keeps every digit that was typed; rounding happens once,
in the ledger.
"""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, WithJsonSchema
from pydantic_core import PydanticCustomError

LARGEST = Decimal(10) ** 12  # nobody's invoice; a slip of the keyboard

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z", re.ASCII)
_NUMBER = re.compile(r"-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?\Z", re.ASCII)
_CONTINENTAL = re.compile(r"-?\d{1,3}(\.\d{3})*,\d{1,2}\Z|-?\d{1,3}(\.\d{3}){2,}\Z", re.ASCII)
_YES = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}


class Frozen(BaseModel):
    """A model that never changes and knows all of its keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, use_attribute_docstrings=False)


def refuse(message: str, fix: str = "", code: str = "K022") -> PydanticCustomError:
    """Return the fault that the loader turns into a finding: a sentence, what to type, and its code."""
    return PydanticCustomError("kit", "{sentence}", {"sentence": message, "fix": fix, "code": code})


def parse_day(value: Any) -> date:
    """Return the day written as YYYY-MM-DD."""
    if isinstance(value, date):
        return value
    text = _text(value, "a day", "2026-03-01")
    found = _ISO.match(text)
    if not found:
        raise refuse(f"`{text}` is not written as year-month-day", "Write it like 2026-03-01.", "K023")
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        raise refuse(f"{text} is not a day of the calendar", "Correct the month or the day.", "K023") from None


def parse_clock(value: Any) -> time:
    """Return the time of day written as HH:MM on the 24-hour clock."""
    if isinstance(value, time):
        return value
    text = _text(value, "a time of day", "14:30")
    try:
        return time.fromisoformat(text) if re.match(r"\d{2}:\d{2}\Z", text, re.ASCII) else _no_clock(text)
    except ValueError:
        return _no_clock(text)


def _no_clock(text: str) -> time:
    raise refuse(f"`{text}` is not a time of day", "Write it like 14:30.", "K023")


def parse_number(value: Any) -> Decimal:
    """Return the exact number in ``value``; commas may group thousands, a point marks decimals."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    text = _text(value, "a number", "1234.50")
    if _CONTINENTAL.match(text):
        raise refuse(
            f"`{text}` can be read in two ways",
            "Write thousands with a comma or nothing and decimals with a point: 1,234.50 or 1234.50.",
            "K024",
        )
    if not _NUMBER.match(text):
        raise refuse(f"`{text}` is not a number", "Write it like 1,234.50 or 1234.50.", "K024")
    number = Decimal(text.replace(",", ""))
    if abs(number) >= LARGEST:
        raise refuse(f"`{text}` is larger than this program counts", "Check the figure.", "K024")
    return number


def parse_amount(value: Any) -> Decimal:
    """Return the amount of money in ``value``, zero or more; `$1,234.50` and `1234.50` are the same."""
    number = parse_number(value.strip().removeprefix("$").strip() if isinstance(value, str) else value)
    if number < 0:
        raise refuse(f"{value} is less than nothing", "Amounts are written without a minus; a credit has its own entry.", "K024")
    return number


def parse_percent(value: Any) -> Decimal:
    """Return the percentage in ``value``: 18, 18% or 1.5."""
    number = parse_number(value.strip().removesuffix("%").strip() if isinstance(value, str) else value)
    if not 0 <= number <= 1000:  # noqa: PLR2004 - a thousand per cent is a slip, not a rate
        raise refuse(f"{value} per cent is out of range", "Write 18 for eighteen per cent.", "K024")
    return number


def parse_count(value: Any) -> int:
    """Return the whole number in ``value``, zero or more."""
    number = parse_number(value)
    if number != int(number) or number < 0:
        raise refuse(f"`{value}` is not a whole number", "Write a number such as 30.", "K024")
    return int(number)


def parse_flag(value: Any) -> bool:
    """Return yes or no."""
    if isinstance(value, bool):
        return value
    text = _text(value, "yes or no", "yes")
    if text.lower() not in _YES:
        raise refuse(f"`{text}` is neither yes nor no", "Write yes or no.", "K025")
    return _YES[text.lower()]


def parse_line(value: Any) -> str:
    """Return text without the spaces around it."""
    if isinstance(value, str):
        text = value.strip()
        if text:
            return text
        raise refuse("the text is empty", "Fill it in, or remove the line.", "K022")
    raise refuse(f"{_kind(value)} stands where text was expected", "Write one value on the line.", "K022")


def _text(value: Any, wanted: str, example: str) -> str:
    if isinstance(value, str) and value.strip():
        return value.strip()
    if isinstance(value, str):
        raise refuse(f"the text is empty where {wanted} was expected", f"Write it like {example}.", "K022")
    raise refuse(f"{_kind(value)} stands where {wanted} was expected", f"Write one value such as {example}.", "K022")


def _kind(value: Any) -> str:
    return "a list" if isinstance(value, list | tuple) else "a group of keys" if isinstance(value, dict) else "something else"


def _schema(kind: str | list[str], **more: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": kind, **more})


Day = Annotated[date, BeforeValidator(parse_day), _schema("string", format="date")]
Clock = Annotated[time, BeforeValidator(parse_clock), _schema("string", pattern=r"^\d{2}:\d{2}$")]
Amount = Annotated[Decimal, BeforeValidator(parse_amount), _schema(["string", "number"])]
Number = Annotated[Decimal, BeforeValidator(parse_number), _schema(["string", "number"])]
Percent = Annotated[Decimal, BeforeValidator(parse_percent), _schema(["string", "number"])]
Count = Annotated[int, BeforeValidator(parse_count), _schema(["string", "integer"])]
Flag = Annotated[bool, BeforeValidator(parse_flag), _schema(["string", "boolean"])]
Line = Annotated[str, BeforeValidator(parse_line), _schema(["string", "number"])]

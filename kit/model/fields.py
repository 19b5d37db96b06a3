"""Fields that understand text: days, amounts, percentages, numbers, yes and no.

Each parser takes the text as typed and answers with a value or with a sentence
about that text. Money keeps every digit that was typed; rounding happens once,
in the ledger.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from kit.model import slips

LARGEST = Decimal(10) ** 12  # nobody's invoice; a slip of the keyboard
LONGEST = 5_000  # characters of one text
FIRST_YEAR, LAST_YEAR = 1900, 2200
MOST_DAYS = 100_000  # of a count; past it, a due date would leave the calendar

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z", re.ASCII)
_PLAIN_NUMBER = re.compile(r"\d{1,12}(\.\d{1,12})?\Z", re.ASCII)
_NUMBER = re.compile(r"-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?\Z", re.ASCII)
_YES = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}


class Frozen(BaseModel):
    """A model that never changes and knows all of its keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, use_attribute_docstrings=False)


def refuse(message: str, fix: str = "", code: str = "K022") -> PydanticCustomError:
    """Return the fault that the loader turns into a finding: a sentence, what to type, and its code."""
    return PydanticCustomError("kit", "{sentence}", {"sentence": message, "fix": fix, "code": code})


class Shorthand:
    """Lets a group of keys be written as one word; ``read`` turns the word into the group."""

    def __init__(self, read: Callable[[Any], Any], *types: str) -> None:
        self.read, self.types = read, list(types)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read the word before the group."""
        return core_schema.no_info_before_validator_function(self.read, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Tell editors of both ways to write it."""
        return {"anyOf": [{"type": self.types}, handler(schema)]}


def parse_day(value: Any) -> date:
    """Return the day written as YYYY-MM-DD, from 1900 to 2200."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    text = _text(value, "a day", "2026-03-01")
    found = _ISO.match(text)
    if not found:
        raise refuse(*slips.of_day(text), "K023")
    year, month, day = int(found[1]), int(found[2]), int(found[3])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise refuse(f"the year of {text} is out of range", f"Years run from {FIRST_YEAR} to {LAST_YEAR}.", "K023")
    try:
        return date(year, month, day)
    except ValueError:
        raise refuse(*slips.of_calendar(text, year, month), "K023") from None


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
    raise refuse(f"`{slips.short(text)}` is not a time of day", "Write it like 14:30.", "K023")


def parse_number(value: Any) -> Decimal:
    """Return the exact number in ``value``; commas may group thousands, a point marks decimals."""
    if isinstance(value, Decimal) and value.is_finite():
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    text = _text(value, "a number", "1234.50")
    if _PLAIN_NUMBER.match(text):
        return Decimal(text)
    if len(text) <= LONGEST and not _NUMBER.match(text):
        raise refuse(*slips.of_number(text), "K024")
    number = Decimal(text.replace(",", ""))
    if abs(number) >= LARGEST:
        raise refuse(f"`{slips.short(text)}` is larger than this program counts", "Check the figure.", "K024")
    return number


def parse_amount(value: Any) -> Decimal:
    """Return the amount of money in ``value``, zero or more; `$1,234.50` and `1234.50` are the same."""
    number = parse_number(value.strip().removeprefix("$").strip() if isinstance(value, str) else value)
    if number < 0:
        raise refuse(
            f"{value} is less than nothing", "Amounts are written without a minus; a credit has its own entry.", "K024"
        )
    return number


def parse_percent(value: Any) -> Decimal:
    """Return the percentage in ``value``: 18, 18% or 1.5."""
    number = parse_number(value.strip().removesuffix("%").strip() if isinstance(value, str) else value)
    if not 0 <= number <= 1000:  # noqa: PLR2004 - a thousand per cent is a slip, not a rate
        raise refuse(f"{value} per cent is out of range", "Write 18 for eighteen per cent.", "K024")
    return number


def parse_count(value: Any) -> int:
    """Return the whole number in ``value``, from zero to a hundred thousand."""
    number = parse_number(value)
    if number != int(number) or number < 0:
        raise refuse(f"`{value}` is not a whole number", "Write a number such as 30.", "K024")
    if number > MOST_DAYS:
        raise refuse(f"`{value}` is larger than this program counts", "Check the figure.", "K024")
    return int(number)


def parse_flag(value: Any) -> bool:
    """Return yes or no."""
    if isinstance(value, bool):
        return value
    text = _text(value, "yes or no", "yes")
    if text.lower() not in _YES:
        raise refuse(f"`{slips.short(text)}` is neither yes nor no", "Write yes or no.", "K025")
    return _YES[text.lower()]


def parse_line(value: Any) -> str:
    """Return text on one line, without the spaces around it; signs that nobody can see are refused."""
    if not isinstance(value, str):
        raise refuse(f"{_kind(value)} stands where text was expected", "Write one value on the line.", "K022")
    text = value.strip()
    if not text:
        raise refuse("the text is empty", "Fill it in, or remove the line.", "K022")
    if len(text) > LONGEST:
        raise refuse(
            f"the text has {len(text):,} characters", f"Keep it under {LONGEST:,}; longer texts are exhibits.", "K022"
        )
    return text if text.isprintable() else _visible(text)


def _visible(text: str) -> str:
    """Join the lines of ``text`` and turn odd spaces into plain ones."""
    text = "".join(" " if unicodedata.category(c) == "Zs" else c for c in re.sub(r"\s*[\n\r\t]\s*", " ", text))
    for char in text:
        if unicodedata.category(char) in _HIDDEN and char not in _JOINERS:
            what = unicodedata.name(char, "a control character").lower()
            raise refuse(
                f"the text holds an invisible sign, U+{ord(char):04X} ({what})", "Type the text again by hand.", "K022"
            )
    return text


_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINERS = frozenset("\u200c\u200d")  # Persian, Indic scripts and emoji are written with them


def parse_file(value: Any) -> str:
    """Return the path of a file inside the case folder, with forward slashes."""
    text = parse_line(value).replace("\\", "/")
    parts = text.split("/")
    if text.startswith(("/", "~")) or re.match(r"[A-Za-z]:", text):
        raise refuse(
            f"`{text}` does not start in the case folder",
            "Copy the file into the folder and write exhibits/name.pdf.",
            "K036",
        )
    if ".." in parts:
        raise refuse(
            f"`{text}` leads out of the case folder",
            "Copy the file into the folder and write exhibits/name.pdf.",
            "K036",
        )
    if any(set(part) <= {".", " "} for part in parts):
        raise refuse(f"`{text}` is not the name of a file", "Write it like exhibits/name.pdf.", "K036")
    return text


def _text(value: Any, wanted: str, example: str) -> str:
    if isinstance(value, str) and value.strip():
        return value.strip()
    if isinstance(value, str):
        raise refuse(f"the text is empty where {wanted} was expected", f"Write it like {example}.", "K022")
    raise refuse(f"{_kind(value)} stands where {wanted} was expected", f"Write one value such as {example}.", "K022")


def _kind(value: Any) -> str:
    if value is None:
        return "nothing"
    return (
        "a list"
        if isinstance(value, list | tuple)
        else "a group of keys"
        if isinstance(value, dict)
        else "something else"
    )


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
File = Annotated[str, BeforeValidator(parse_file), _schema("string")]

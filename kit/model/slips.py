"""What somebody probably meant who wrote a day or a number another way.

A figure that can be read in two ways is never guessed: both readings are said.
Each function answers with a sentence about the text and with what to type.
"""

from __future__ import annotations

import difflib
import re
from calendar import month_name, monthrange
from collections.abc import Iterable
from datetime import date

SHOWN = 60  # characters of the user's text in a sentence
NAMED = 8  # names listed where none is near

_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\Z", re.ASCII)
_LOOSE = re.compile(r"(\d{4})[/.-]?(\d{1,2})[/.-]?(\d{1,2})\Z", re.ASCII)
_TIMED = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d", re.ASCII)


def short(text: str) -> str:
    """Return ``text``, cut where it is too long for a sentence."""
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}..."


def near(word: str, known: Iterable[str], kind: str) -> str:
    """Return a hint that names the nearest of ``known``, or the first of them where none is near."""
    names = list(known)
    close = difflib.get_close_matches(word, names, 1, 0.5)
    if close:
        return f"Did you mean {close[0]}?"
    return f"There are {', '.join(names[:NAMED])}." if names else f"The case has no {kind} yet."


def of_day(text: str) -> tuple[str, str]:
    """Explain a day that is not written as year-month-day."""
    if found := _SLASHED.match(text):
        return _two_readings(text, int(found[3]), int(found[1]), int(found[2]))
    if found := _LOOSE.match(text):
        meant = _day(int(found[1]), int(found[2]), int(found[3]))
        if meant:
            return f"`{text}` is not written as year-month-day", f"Write {meant}."
    if found := _TIMED.match(text):
        return f"`{short(text)}` holds a time of day", f"Write {found[1]} alone."
    return f"`{short(text)}` is not written as year-month-day", "Write it like 2026-03-01."


def _two_readings(text: str, year: int, first: int, second: int) -> tuple[str, str]:
    readings = [day for day in dict.fromkeys((_day(year, first, second), _day(year, second, first))) if day]
    if len(readings) > 1:
        american, other = readings
        return f"`{text}` can be read as {american} or as {other}", "Write the year first: year-month-day."
    if readings:
        return f"`{text}` is not written as year-month-day", f"Write {readings[0]}."
    return f"`{text}` is not a day of the calendar", "Write it like 2026-03-01."


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def of_calendar(text: str, year: int, month: int) -> tuple[str, str]:
    """Explain a day that no calendar has."""
    if not 1 <= month <= 12:  # noqa: PLR2004 - months
        return f"{text} has no such month", "Months run from 01 to 12; the day comes last."
    return f"{text} is not a day of the calendar", f"{month_name[month]} {year} has {monthrange(year, month)[1]} days."


def of_number(text: str) -> tuple[str, str]:
    """Explain a text that is not a number as this program reads them."""
    for pattern, sentence, fix in _NUMBERS:
        if pattern.search(text):
            return sentence.format(short(text)), fix
    return f"`{short(text)}` is not a number", _LIKE


_LIKE = "Write it like 1,234.50 or 1234.50."
_NUMBERS = (
    (
        re.compile(r"^(-?\d+(\.\d{3})*,\d{1,2}|-?\d{1,3}(\.\d{3}){2,})\Z", re.ASCII),
        "`{}` can be read in two ways",
        "Write thousands with a comma or nothing and decimals with a point: 1,234.50 or 1234.50.",
    ),
    (re.compile(r"(?![0-9])\d"), "`{}` is written with other digits than 0 to 9", "Type the figure again."),
    (
        re.compile(r"^[+-]?[\d.]+[eE][+-]?\d+\Z", re.ASCII),
        "`{}` is written with an exponent",
        "Write the figure out: 100000 for 1e5.",
    ),
    (re.compile(r"^-?[\d,]+(\.\d+)?\Z", re.ASCII), "the commas in `{}` do not group thousands", _LIKE),
    (re.compile(r"^[\d\s.,]+\Z"), "`{}` is not one number", f"{_LIKE[:-1]}, with digits on both sides of the point."),
    (
        re.compile(r"\d.*([A-Z]{3}|[€£¥₹])|([A-Z]{3}|[€£¥₹]).*\d"),
        "`{}` names a currency beside the amount",
        "Write the figure alone; the case's currency stands in `currency:`.",
    ),
)

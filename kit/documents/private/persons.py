"""Birth dates beside their label, the names of minors, and the user's own words.

A name is found however it is broken over lines, with a middle name or initial, and with the last name first. Accents
and capitals do not matter. Initials may stand, so they are not looked for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from kit.documents.private.found import PrivateKind
from kit.documents.private.hit import Hit

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:\d{{4}} ?[-/.] ?\d{{1,2}} ?[-/.] ?\d{{1,2}}|\d{{1,2}} ?[-/.] ?\d{{1,2}} ?[-/.] ?\d{{2,4}}"
    rf"|{_MONTH}\s{_DAY},?\s?\d{{4}}|{_DAY}\s(?:day\s)?(?:of\s)?{_MONTH},?\s\d{{4}})"
)
_BETWEEN = r"(?:[ :.)]*\n[^\d\n]{0,30}?|[^\d\n]{0,40}?)"  # a month may follow in letters
BIRTH = r"(?:\bdate\s+of\s+birth\b|\bbirth\s?-?\s?dates?\b|\bbirthdays?\b|\bd\.?o\.?b\b|\bborn\b)"
_BORN = re.compile(rf"{BIRTH}{_BETWEEN}(?<![\da-z])({_DATE})(?!\d)")
_ANY_DATE = re.compile(rf"(?<![\w-])({_DATE})(?![\d-])")
_RIGHT_TO_LEFT = ("R", "AL")


def birth_dates(text: str) -> Iterator[Hit]:
    """Yield the birth dates in ``text``; a year alone may stand."""
    yield from _dated(_BORN.finditer(text))


def dates(text: str) -> Iterator[Hit]:
    """Yield every date, as a birth date if it stood under the label of one."""
    yield from _dated(_ANY_DATE.finditer(text))


def names(text: str, minors: Sequence[str], words: Sequence[str]) -> Iterator[Hit]:
    """Yield where ``minors`` are named, and where ``words`` stand."""
    for number, name in enumerate(minors, 1):
        says = f"the name of a minor (number {number} of `private: {{minors: [..]}}`)"
        for hit in _name(plain(name)).finditer(text):
            yield Hit(PrivateKind.MINOR, says, hit.start(), hit.end())
    for number, word in enumerate(words, 1):
        says = f"a word you want blacked out (number {number} of `private: {{words: [..]}}`)"
        for hit in _words(plain(word)).finditer(text):
            yield Hit(PrivateKind.WORD, says, hit.start(), hit.end())


def plain(text: str) -> str:
    """Return ``text`` in small letters without accents, with plain hyphens, digits and single spaces."""
    return " ".join("".join(plain_character(char) for char in text).split())


@lru_cache(4096)
def plain_character(char: str) -> str:
    """Return what one character is read as: nothing, one letter, or several for a ligature."""
    if char in "\x02\xad\ufffe\u2212" or unicodedata.category(char) == "Pd":
        return "-"
    if char == "\r" or unicodedata.category(char) in ("Cf", "Mn"):
        return ""
    if char.isspace():
        return "\n" if char in "\n\u2028\u2029" else " "
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    return "".join(one for one in unicodedata.normalize("NFKD", char).lower() if not unicodedata.combining(one))


def _dated(found: Iterable[re.Match[str]]) -> Iterator[Hit]:
    for hit in found:
        yield Hit(PrivateKind.BIRTH_DATE, f"a birth date, of the year {_year(hit[1])}", hit.start(1), hit.end(1))


def _year(date: str) -> str:
    years = re.findall(r"\d{4}", date)
    return str(years[0] if years else re.findall(r"\d+", date)[-1])


@lru_cache(256)
def _name(name: str) -> re.Pattern[str]:
    parts = name.split()
    orders = [r"\s+(?:[^\W\d]+\.?\s+)?".join(_spelled(part) for part in parts)]
    if len(parts) > 1:
        orders.append(_spelled(parts[-1]) + r"\s*,\s*" + r"\s+".join(_spelled(part) for part in parts[:-1]))
    return _whole(orders, name)


@lru_cache(256)
def _words(words: str) -> re.Pattern[str]:
    return _whole([r"\s+".join(_spelled(part) for part in words.split())], words)


def _whole(orders: list[str], name: str) -> re.Pattern[str]:
    if any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in name):
        orders.append(r"\s+".join(_spelled(part[::-1]) for part in reversed(name.split())))  # as some files store it
    return re.compile(rf"(?<!\w)(?:{'|'.join(orders)})(?!\w)") if name else re.compile(r"(?!)")


def _spelled(part: str) -> str:
    """Return a pattern for a word that may be broken by a hyphen at the end of a line."""
    return r"(?:-\s*)?".join(re.escape(char) for char in part)

"""Social security numbers, and the taxpayer numbers of persons.

Three, two and four digits make one, if the number can have been given out: no area 000, 666 or 9xx, no group 00, no
serial 0000 (Social Security Administration, number randomization). A taxpayer number for a person without one begins
with 9 and has a group of 50 to 65, 70 to 88, 90 to 92 or 94 to 99 (IRS Pub. 1915). Nine digits in one piece are too
many other things to be either, unless a label says so. The number of a business, two and seven digits, is public.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kit.documents.private.found import PrivateKind
from kit.documents.private.hit import BETWEEN, HYPHEN, JOIN, Hit, digits_of, numbered

_GROUPED = re.compile(
    rf"(?<![\da-z])(?<![\da-z][-.])(?<!\d,)(\d{{3}})({HYPHEN}| )(\d{{2}})({HYPHEN}| )(\d{{4}})(?![\d%])(?![-.,/]\d)"
)
_SOMETHING_ELSE = re.compile(
    r"\b(?:invoice|inv|order|p\.?o|case|docket|cause|part|item|sku|serial|model|tracking|job|quote|estimate)"
    r"\.?\s*(?:number|no|nr|#|id)?\.?\s*[:#]?\s*\Z"
)
LABEL = (
    r"(?:\bs\.?s\.?n\b|\bsocial\s+security|\bsoc\.?\s?sec|\bss\s?(?:#|no\b)|\bi?tin\b|\btax(?:payer)?\s?(?:'s\s)?"
    r"(?:id\b|i\.d\.|ident\w*))"
)
_NINE = rf"(?<!\d)(\d(?:{JOIN}?\d){{8}})(?!\d)(?!-\d)"
_LABELLED = re.compile(rf"{LABEL}{BETWEEN}{_NINE}")
_UNLABELLED = re.compile(r"(?<![\d,.-])(\d{9})(?![\d-])(?![.,]\d)")
_BUSINESS = re.compile(r"\d{2} ?- ?\d{7}\Z")
_ITIN_GROUPS = (range(50, 66), range(70, 89), range(90, 93), range(94, 100))
_LEFT = 40  # characters looked back over for what else a number may be


def person_numbers(text: str) -> Iterator[Hit]:
    """Yield the numbers of persons in ``text``."""
    yield from _valid(_LABELLED.finditer(text))
    for hit in _GROUPED.finditer(text):
        kind = _kind(hit[1] + hit[3] + hit[5])
        if kind and not _SOMETHING_ELSE.search(text, max(0, hit.start() - _LEFT), hit.start()):
            yield numbered(kind, hit[5], hit.start(), hit.end(), loose=" " in (hit[2], hit[4]))


def nine_digits(text: str) -> Iterator[Hit]:
    """Yield every number in one piece that would be a person's if it stood under the label of one."""
    yield from _valid(_UNLABELLED.finditer(text))


def _valid(found: Iterable[re.Match[str]]) -> Iterator[Hit]:
    for hit in found:
        kind = _kind(digits_of(hit[1]))
        if kind and not _BUSINESS.match(hit[1]):
            yield numbered(kind, digits_of(hit[1]), hit.start(1), hit.end(1))


def _kind(digits: str) -> PrivateKind | None:
    area, group, serial = digits[:3], int(digits[3:5]), digits[5:]
    if area.startswith("9"):
        return PrivateKind.TAXPAYER if any(group in groups for groups in _ITIN_GROUPS) else None
    given = area not in ("000", "666") and group and serial != "0000"
    return PrivateKind.SOCIAL_SECURITY if given else None

"""Payment card numbers: a known first part, the length that goes with it, and a check digit that is right (Luhn).

The digits of a card stand in one piece or in the groups of a card, so that a row of figures is not taken for one.
What a carrier prints under a bar code is told apart first: 20 to 22 digits that begin with 9, a ZIP before it or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from kit.documents.private.found import PrivateKind
from kit.documents.private.hit import Hit, digits_of, numbered

_TRACKING = re.compile(r"(?<![\d-])(?:420 ?\d{5}(?: ?\d{4})? ?)?9[1-5]\d{2}(?:[ -]?\d{4}){4}(?:[ -]?\d{1,2})?(?!\d)")
_RUN = re.compile(r"(?<![\d.,-])\d+(?:(?:[ ]?-[ ]?\n?|[ ]?\n[ ]?|[ ]{1,2})\d+)*(?![.,]\d)")
_GROUP = re.compile(r"\d+")
_BROKEN = re.compile(r"(?<=\d) ?-? ?\n ?(?=\d)")
_CARD = re.compile(
    r"(?:(?P<visa>4(?:\d{12}|\d{15}|\d{18}))"
    r"|(?P<master>(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12})"
    r"|(?P<amex>3[47]\d{13})"
    r"|(?P<discover>(?:6011|64[4-9]\d|65\d\d|62\d\d)\d{12,15})"
    r"|(?P<diners>(?:30[0-59]|36\d|3[89]\d)\d{11,13})"
    r"|(?P<jcb>35(?:2[89]|[3-8]\d)\d{12,15})"
    r"|(?P<maestro>(?:5018|5020|5038|5893|6304|6759|676[1-3])\d{9,15}))\Z"
)
_SHAPES = {(4, 4, 4, 4), (4, 6, 5), (4, 6, 4), (4, 4, 4, 1), (4, 4, 4, 4, 1), (4, 4, 4, 4, 2), (4, 4, 4, 4, 3)}
_BEGINS = "23456"
_SHORTEST, _LONGEST = 13, 19
_TWO_DIGITS = 9


def without_tracking(text: str) -> str:
    """Return ``text``, as long as it was, with the numbers of carriers made unreadable."""
    return _TRACKING.sub(lambda hit: re.sub(r"\d", "_", hit[0]), text)


def cards(text: str) -> Iterator[Hit]:
    """Yield the numbers of payment cards in ``text``."""
    for run in _RUN.finditer(text):
        if len(digits_of(run[0])) >= _SHORTEST:
            yield from _in_run(text, run.start(), run.end())


def _in_run(text: str, start: int, end: int) -> Iterator[Hit]:
    whole = list(_GROUP.finditer(text, start, end))
    done = start
    for first, group in enumerate(whole):
        inside = first and len(group[0]) == 1 == len(whole[first - 1][0])  # of digits that stand one by one
        if group.start() < done or group[0][0] not in _BEGINS or inside:
            continue
        for last, total in enumerate(accumulate(len(one[0]) for one in whole[first:]), first):
            if total > _LONGEST:
                break
            if total < _SHORTEST:
                continue
            piece = text[group.start() : whole[last].end()]
            if _shaped(piece, whole[first : last + 1]) and is_card(digits_of(piece)):
                loose = " " in piece
                yield numbered(PrivateKind.CARD, digits_of(piece), group.start(), whole[last].end(), loose=loose)
                done = whole[last].end()


def _shaped(piece: str, groups: Sequence[re.Match[str]]) -> bool:
    """Whether digits are grouped as on a card, in one piece, or one by one; a line may end between them."""
    lengths = tuple(group.end() - group.start() for group in groups)
    if len(lengths) == 1 or lengths in _SHAPES or set(lengths) == {1}:
        return True
    joined = tuple(map(len, _GROUP.findall(_BROKEN.sub("", piece)))) if "\n" in piece else lengths
    return len(joined) == 1 or joined in _SHAPES


def is_card(digits: str) -> bool:
    """Whether ``digits`` can be the number of a card."""
    if not _CARD.match(digits) or len(set(digits)) == 1:
        return False
    total = 0
    for place, char in enumerate(reversed(digits)):
        value = int(char) * (1 + place % 2)
        total += value - 9 if value > _TWO_DIGITS else value
    return total % 10 == 0

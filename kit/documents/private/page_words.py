"""The words of a page as the rules read them, and where each of their characters stands.

Characters come in the order of the file. A form often draws all its labels first and what was filled in
afterwards, so the same characters are also put in rows, as they are seen.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kit.documents.private.persons import plain_character
from kit.documents.rectangle import Rect

if TYPE_CHECKING:
    import pypdfium2

_NONE = Rect(0.0, 0.0, 0.0, 0.0)
_SAME_ROW = 0.5  # of a character's height
_SPACE = 0.15
_COLUMN = 1.5
_QUARTER = 90
_SAMPLES = 40


@dataclass(frozen=True, slots=True)
class Words:
    """Text for the rules; ``at`` gives for each of its characters the number of a box, -1 for none."""

    text: str
    at: Sequence[int]
    box: Callable[[int], Rect]
    strange: int = 0  # characters that no font explains
    angle: int = 0  # by which most of the words are turned on the page, clockwise in degrees
    full: Callable[[int], Rect] | None = None  # boxes as high as the line and as wide as the character's room

    def boxes(self, start: int, end: int) -> list[Rect]:
        """Return the boxes of the characters from ``start`` up to ``end``, in order, each once."""
        numbers = dict.fromkeys(self.at[start:end])
        return [box for box in (self.box(number) for number in numbers if number >= 0) if box != _NONE]


def page_words(page: pypdfium2.PdfTextPage) -> Words:
    """Return the words of a page of a PDF, in the order of the file."""
    from pypdfium2 import raw  # noqa: PLC0415 - heavy

    found = page.get_text_range()
    count = page.count_chars()
    if len(found) != count:
        found = "".join(_character(raw.FPDFText_GetUnicode(page, index)) for index in range(count))
    strange = sum(1 for char in found if char in "\0\ufffd" or "\ue000" <= char <= "\uf8ff")
    words = read(found, range(count), _box_reader(page.raw), strange)
    return replace(words, angle=_angle(page.raw, count), full=_room_reader(page.raw))


def read(found: str, numbers: Sequence[int], box: Callable[[int], Rect], strange: int = 0) -> Words:
    """Return ``found`` as the rules read it; ``numbers`` are the boxes of its characters."""
    if found.isascii() and "\x02" not in found:
        return Words(found.lower().replace("\r", " ").replace("\t", " "), numbers, box, strange)
    text: list[str] = []
    at: list[int] = []
    for number, char in zip(numbers, found, strict=True):
        for one in plain_character(char):
            text.append(one)
            at.append(number)
    return Words("".join(text), at, box, strange)


def in_rows(words: Words) -> Words:
    """Return the same characters as they are read, row by row, whichever way the page or its words are turned."""
    box_of = words.full or words.box
    placed = [
        (number, char, turned(box_of(number), words.angle))
        for number, char in zip(words.at, words.text, strict=True)
        if number >= 0 and not char.isspace()
    ]
    placed = [one for one in placed if one[2].top > one[2].bottom or one[2].right > one[2].left]
    text: list[str] = []
    at: list[int] = []
    for row in _rows(placed):
        row.sort(key=lambda one: one[2].left)
        before = None
        for number, char, box in row:
            gap = box.left - before.right if before else 0.0
            size = max(box.top - box.bottom, before.top - before.bottom) if before else 1.0  # a line's height
            blanks = 0 if gap < _SPACE * size else 1 if gap < _COLUMN * size else 4
            text += [*" " * blanks, char]
            at += [*[-1] * blanks, number]
            before = box
        text.append("\n")
        at.append(-1)
    return Words("".join(text), at, words.box)


def close_together(boxes: Sequence[Rect]) -> bool:
    """Whether characters stand as in one number: the next one near, or on the next line."""
    for one, following in pairwise(boxes):
        size = max(one.top - one.bottom, one.right - one.left, following.top - following.bottom, 1.0)
        across = max(following.left - one.right, one.left - following.right)
        along = max(following.bottom - one.top, one.bottom - following.top)
        if across > size and along < 0:
            return False
    return True


def merged(boxes: Sequence[Rect]) -> Iterator[Rect]:
    """Yield one box for the characters of each line, so that nothing shows between them."""
    held: Rect | None = None
    for box in boxes:
        if held and _same_line(held, box):
            west, south = min(held.left, box.left), min(held.bottom, box.bottom)
            held = Rect(west, south, max(held.right, box.right), max(held.top, box.top))
            continue
        if held:
            yield held
        held = box
    if held:
        yield held


def _same_line(one: Rect, other: Rect) -> bool:
    """Whether two boxes overlap in one direction and are near in the other, in lines across or upward."""
    size = max(one.top - one.bottom, other.top - other.bottom, 1.0)
    wide = max(one.right - one.left, other.right - other.left, 1.0)
    across = max(other.left - one.right, one.left - other.right)
    along = max(other.bottom - one.top, one.bottom - other.top)
    return (along < 0 and across < 2 * size) or (across < 0 and along < 2 * min(size, wide))


def _rows(placed: list[tuple[int, str, Rect]]) -> list[list[tuple[int, str, Rect]]]:
    rows: list[list[tuple[int, str, Rect]]] = []
    low = 0.0
    for one in sorted(placed, key=lambda item: -(item[2].top + item[2].bottom)):
        middle = (one[2].top + one[2].bottom) / 2
        if not rows or middle < low:
            rows.append([])
            low = middle - max(one[2].top - one[2].bottom, 4.0) * _SAME_ROW
        rows[-1].append(one)
    return rows


def turned(box: Rect, angle: int) -> Rect:
    """Return where ``box`` is seen by someone who reads words turned by ``angle`` clockwise, but for a shift."""
    if angle == _QUARTER:
        return Rect(box.bottom, -box.right, box.top, -box.left)
    if angle == 2 * _QUARTER:
        return Rect(-box.right, -box.top, -box.left, -box.bottom)
    if angle == 3 * _QUARTER:
        return Rect(-box.top, box.left, -box.bottom, box.right)
    return box


def _angle(page: Any, count: int) -> int:
    from pypdfium2 import raw  # noqa: PLC0415 - heavy

    some = range(0, count, count // _SAMPLES + 1)
    angles = [raw.FPDFText_GetCharAngle(page, number) for number in some if not raw.FPDFText_IsGenerated(page, number)]
    quarters = [-round(angle * 2 / math.pi) % 4 for angle in angles]
    return _QUARTER * max(range(4), key=quarters.count)


def _character(code: int) -> str:
    return chr(code) if 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\0"  # noqa: PLR2004 - Unicode


def _box_reader(page: Any) -> Callable[[int], Rect]:
    from pypdfium2 import raw  # noqa: PLC0415 - heavy

    sides = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = sides
    asked = [ctypes.byref(side) for side in sides]

    def box(number: int) -> Rect:
        if not raw.FPDFText_GetCharBox(page, number, *asked):
            return _NONE
        return Rect(left.value, bottom.value, right.value, top.value)

    return box


def _room_reader(page: Any) -> Callable[[int], Rect]:
    from pypdfium2 import raw  # noqa: PLC0415 - heavy

    sides = raw.FS_RECTF()
    asked = ctypes.byref(sides)

    def box(number: int) -> Rect:
        if not raw.FPDFText_GetLooseCharBox(page, number, asked):
            return _NONE
        return Rect(sides.left, sides.bottom, sides.right, sides.top)

    return box

"""The words printed on a form, with their places: what a person reads beside a field.

PDF has no labels, only signs at positions. Signs on one line that stand close
together are one piece of text; a gap, a ruled line of underscores, or another
size ends it. Coordinates are points from the lower left corner of the page.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

from kit.documents.rectangle import Rect
from kit.findings import KitError

RULES = frozenset("_.\N{HORIZONTAL ELLIPSIS}\N{DOUBLE LOW LINE}\N{DASHED LOW LINE}")  # printed lines to write on
LONGEST_RULE = 3  # so many of them in a row are a line
GAP = 0.9  # of the size of the text; a wider gap ends a piece
SPACE = 0.18
SAME_LINE = 0.45
MOST_SIGNS = 60_000  # of one page; a form has some thousand
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some printed words that belong together."""

    text: str
    rect: Rect
    bold: bool = False


@dataclass(frozen=True, slots=True)
class _Sign:
    char: str
    rect: Rect
    bold: bool
    spaced: bool  # a space stood before it in the text


def pieces(pdf: bytes) -> tuple[tuple[Piece, ...], ...]:
    """Return the printed words of every page, from top to bottom and left to right.

    Raises `KitError` where the pages cannot be read.
    """
    try:
        document = pdfium.PdfDocument(pdf)
        try:
            return tuple(_page(document, number) for number in range(len(document)))
        finally:
            document.close()
    except pdfium.PdfiumError as err:
        raise KitError(f"the pages of this form cannot be read ({err}); download it again") from err


def _page(document: pdfium.PdfDocument, number: int) -> tuple[Piece, ...]:
    page = document[number]
    text = page.get_textpage()
    try:
        lines = _lines(list(_signs(text)))
    finally:
        text.close()
        page.close()
    return tuple(piece for line in lines for piece in _split(line))


def _signs(text: pdfium.PdfTextPage) -> Iterator[_Sign]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    box, spaced = raw.FS_RECTF(), False
    for index in range(min(text.count_chars(), MOST_SIGNS)):
        char = chr(raw.FPDFText_GetUnicode(text, index))
        if not char.isprintable() or char.isspace():
            spaced = True
            continue
        raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
        raw.FPDFText_GetLooseCharBox(text, index, box)
        bold = raw.FPDFText_GetFontWeight(text, index) >= 600 or _bold_name(text, index)  # noqa: PLR2004 - semi-bold
        yield _Sign(char, Rect(left.value, box.bottom, right.value, box.top), bold, spaced)
        spaced = False


def _bold_name(text: pdfium.PdfTextPage, index: int) -> bool:
    name = ctypes.create_string_buffer(64)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, index, name, 64, flags)
    return b"bold" in name.value.lower()


def _lines(signs: list[_Sign]) -> list[list[_Sign]]:
    """Gather signs whose middles lie on one line, the topmost line first."""
    lines: list[list[_Sign]] = []
    for sign in sorted(signs, key=lambda one: (-one.rect.middle, one.rect.left)):
        near = next((line for line in reversed(lines[-3:]) if _on_line(sign, line)), None)
        if near is None:
            lines.append([sign])
        else:
            near.append(sign)
    return [sorted(line, key=lambda one: one.rect.left) for line in lines]


def _on_line(sign: _Sign, line: list[_Sign]) -> bool:
    first = line[0].rect
    return abs(sign.rect.middle - first.middle) < SAME_LINE * min(sign.rect.height, first.height)


def _split(line: list[_Sign]) -> Iterator[Piece]:
    start = 0
    ruled = _ruled([sign.char for sign in line])
    for index in range(1, len(line) + 1):
        if index < len(line) and ruled[index] == ruled[index - 1] and not _apart(line[index - 1], line[index]):
            continue
        if not ruled[start] and (words := _words(line[start:index])):
            yield Piece(
                words, _around(line[start:index]), sum(one.bold for one in line[start:index]) * 2 > index - start
            )
        start = index


def _ruled(chars: list[str]) -> list[bool]:
    """Say of each sign whether it is part of a printed line to write on."""
    found = [False] * len(chars)
    start = 0
    for index in range(1, len(chars) + 1):
        if index == len(chars) or chars[index] != chars[start]:
            if chars[start] in RULES and index - start >= LONGEST_RULE:
                found[start:index] = [True] * (index - start)
            start = index
    return found


def _apart(one: _Sign, other: _Sign) -> bool:
    return other.rect.left - one.rect.right > GAP * min(one.rect.height, other.rect.height)


def _words(signs: list[_Sign]) -> str:
    parts = [signs[0].char]
    for one, other in pairwise(signs):
        gap = other.rect.left - one.rect.right
        parts.append((" " if other.spaced or gap > SPACE * other.rect.height else "") + other.char)
    return _SPACES.sub(" ", "".join(parts)).strip()


def _around(signs: list[_Sign]) -> Rect:
    rects = [sign.rect for sign in signs]
    return Rect(
        min(one.left for one in rects),
        min(one.bottom for one in rects),
        max(one.right for one in rects),
        max(one.top for one in rects),
    )

"""What a reader sees of a filled form: the characters in a rectangle, and what looks different from the blank."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pikepdf
import pypdfium2
from PIL import Image, ImageChops, ImageDraw

from kit.documents.forms.blank import Blank
from kit.documents.forms.flatten import draw_fields
from kit.documents.rectangle import Rect

SCALE = 1.5  # pixels a point
MOST = 3_000  # pixels along a side of a page
DIFFERENT = 48  # of 255
OVERHANG = 1.0  # points by which a letter may reach over the edge of its rectangle, as slanted ones do
_AROUND = 1.5  # points around a field in which its own border may change
_HYPHENS = {"\x02": "-", "\xad": "-", "\ufffe": "-"}  # what pdfium makes of a hyphen at the end of a line

Places = Mapping[int, tuple[int, Rect]]  # page, counted from 1, and rectangle by the number of the place


@dataclass(frozen=True, slots=True)
class Printed:
    """The characters in one rectangle, without spaces, and which of them reach over its edge."""

    text: str
    over: tuple[bool, ...]

    def holds(self, wanted: str) -> bool:
        """Say whether all of ``wanted`` is here, in its order as far as that can be told."""
        squeezed = "".join(wanted.split())
        return squeezed in self.text or not Counter(squeezed) - Counter(self.text)

    def outside(self, wanted: str) -> str:
        """Return the characters of ``wanted`` that reach over the edge; what else stands here may belong elsewhere."""
        squeezed = "".join(wanted.split())
        first = self.text.find(squeezed)
        here = range(first, first + len(squeezed)) if first >= 0 else ()  # mixed up with what else stands here
        return "".join(self.text[at] for at in here if self.over[at])


@dataclass(frozen=True, slots=True)
class Changes:
    """Where a filled form looks different from its blank."""

    changed: Mapping[int, bool]  # by the number of the place
    pages: tuple[int, ...]  # that look different beside all of those places


def printed(pdf: bytes, places: Places) -> dict[int, Printed]:
    """Return what stands in each of ``places`` when the fields alone are printed."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as copy:
        for emptied in copy.pages:
            emptied.obj.Contents = copy.make_stream(b"")
        draw_fields(copy)
        copy.save(written)
    found: dict[int, Printed] = {}
    with closing(pypdfium2.PdfDocument(written.getvalue())) as document:
        for page_number in sorted({page for page, _ in places.values()}):
            letters = _letters(document[page_number - 1].get_textpage())
            for number, (page, rect) in places.items():
                if page == page_number:
                    found[number] = _within(letters, rect)
    return found


def _letters(page: Any) -> list[tuple[str, Rect]]:
    letters = []
    for at in range(page.count_chars()):
        code = pypdfium2.raw.FPDFText_GetUnicode(page, at)
        char = _HYPHENS.get(chr(code), chr(code))
        if not char.isspace() and char.isprintable():
            letters.append((char, Rect(*page.get_charbox(at))))
    return letters


def _within(letters: list[tuple[str, Rect]], rect: Rect) -> Printed:
    here = [
        (char, box)
        for char, box in letters
        if rect.left <= (box.left + box.right) / 2 <= rect.right
        and rect.bottom <= (box.bottom + box.top) / 2 <= rect.top
    ]
    over = [
        box.left < rect.left - OVERHANG
        or box.right > rect.right + OVERHANG
        or box.bottom < rect.bottom - OVERHANG
        or box.top > rect.top + OVERHANG
        for _, box in here
    ]
    return Printed("".join(char for char, _ in here), tuple(over))


def changes(blank: Blank, pdf: bytes, places: Places) -> Changes:
    """Return which of ``places``, and which pages beside them, look different in ``pdf`` than in ``blank``."""
    changed: dict[int, bool] = {}
    pages = []
    with closing(_opened(pdf)) as document:
        for page_number in sorted({page for page, _ in places.values()}):
            now = _look(document[page_number - 1])
            before = _blank_page(blank, page_number)
            rest = ImageChops.difference(before.picture, now.picture).point(_clearly)
            brush = ImageDraw.Draw(rest)
            here = [(number, now.pixels(rect)) for number, (page, rect) in places.items() if page == page_number]
            for number, pixels in here:
                changed[number] = rest.crop(pixels).getbbox() is not None
            for _, pixels in here:
                brush.rectangle(pixels, fill=0)
            if rest.getbbox():
                pages.append(page_number)
    return Changes(changed, tuple(pages))


@dataclass(frozen=True, slots=True)
class _Look:
    """A page as pixels, unturned, and where its lower left corner is."""

    picture: Image.Image
    left: float
    bottom: float
    scale: float

    def pixels(self, rect: Rect) -> tuple[int, int, int, int]:
        """Return a rectangle of the page, with a little around it, in pixels from the upper left corner."""
        high, scale = self.picture.height, self.scale
        return (
            max(0, int((rect.left - self.left - _AROUND) * scale)),
            max(0, int(high - (rect.top - self.bottom + _AROUND) * scale)),
            int((rect.right - self.left + _AROUND) * scale) + 1,
            int(high - (rect.bottom - self.bottom - _AROUND) * scale) + 1,
        )


def _clearly(difference: int) -> int:
    return 255 if difference >= DIFFERENT else 0


def _opened(pdf: bytes) -> Any:
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()  # without it the fields are not drawn
    return document


def _look(page: Any) -> _Look:
    left, bottom, _, _ = page.get_cropbox()
    scale = min(SCALE, MOST / max(page.get_size()))
    bitmap = page.render(scale=scale, rotation=-page.get_rotation() % 360, grayscale=True)
    return _Look(bitmap.to_pil().convert("L"), left, bottom, scale)


@lru_cache(maxsize=64)
def _blank_page(blank: Blank, page_number: int) -> _Look:
    with closing(_opened(blank.pdf)) as document:
        return _look(document[page_number - 1])

"""Pictures on letter paper: inside a margin, never larger than they are, on a turned page where that shows more.

A picture counts as having 150 pixels to the inch; it is made smaller to fit and
never larger. One that is much taller than a page, like the picture of a long chat,
runs over several pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from pikepdf import Array, Dictionary, Name, Pdf

from kit.documents.exhibits.limits import too_many_pages
from kit.documents.exhibits.raster import Raster
from kit.documents.exhibits.saving import saved

_SHORT, _LONG = 612.0, 792.0
_MARGIN = 54.0  # three quarters of an inch, for the stamps
_POINTS_A_PIXEL = 72 / 150
_TALL = 3.0  # times as tall as wide: shown in pieces
_AGAIN = 36.0  # points of a piece that the next one repeats


@dataclass(frozen=True, slots=True)
class _Piece:
    """What of a picture stands on a page: its box in points from the lower left, and what of the page it may fill."""

    page: tuple[float, float]
    wide: float
    tall: float
    left: float
    low: float
    clip: tuple[float, float, float, float] | None = None


def on_paper(pictures: Sequence[Raster], most: int) -> tuple[bytes, int]:
    """Return a PDF with each picture on a page of its own, and its number of pages, which ``most`` may be."""
    with Pdf.new() as pdf:
        for picture in pictures:
            image = picture.image(pdf)
            for piece in _pieces(picture):
                if len(pdf.pages) >= most:
                    raise too_many_pages(most + 1, most)
                page = pdf.add_blank_page(page_size=piece.page)
                numbers = " ".join(
                    f"{number:.3f}" for number in picture.matrix(piece.wide, piece.tall, piece.left, piece.low)
                )
                clip = f"{' '.join(f'{number:.3f}' for number in piece.clip)} re W n " if piece.clip else ""
                page.obj[Name.Resources] = Dictionary(XObject=Dictionary(Im=image))
                page.obj[Name.Contents] = pdf.make_stream(f"q {clip}{numbers} cm /Im Do Q\n".encode())
                page.obj[Name.MediaBox] = Array([0, 0, *piece.page])
        return saved(pdf), len(pdf.pages)


def _pieces(picture: Raster) -> Iterator[_Piece]:
    wide, tall = (pixels * _POINTS_A_PIXEL for pixels in picture.upright)
    inner = (_SHORT - 2 * _MARGIN, _LONG - 2 * _MARGIN)
    if tall > inner[1] and tall > wide * _TALL:
        yield from _long(wide, tall, inner)
        return
    page = (_SHORT, _LONG)
    if wide > tall and wide > inner[0]:
        page, inner = (_LONG, _SHORT), (inner[1], inner[0])
    scale = min(1.0, inner[0] / wide, inner[1] / tall)
    wide, tall = max(wide * scale, 1.0), max(tall * scale, 1.0)
    yield _Piece(page, wide, tall, (page[0] - wide) / 2, page[1] - _MARGIN - tall)


def _long(wide: float, tall: float, inner: tuple[float, float]) -> Iterator[_Piece]:
    """Yield a tall picture page by page, each repeating a little of the one before."""
    scale = min(1.0, inner[0] / wide)
    wide, tall = wide * scale, tall * scale
    left, step = (_SHORT - wide) / 2, inner[1] - _AGAIN
    for number in range(max(1, ceil((tall - _AGAIN) / step))):
        top = _LONG - _MARGIN + number * step
        yield _Piece((_SHORT, _LONG), wide, tall, left, top - tall, (left, _MARGIN, wide, inner[1]))

"""The stamps at the foot of a page: the exhibit's label at the left, the packet's page at the right.

A stamp never stands on what a page says. Where the foot of a page is not free,
the page is drawn a little smaller, its head in place, and the stamp stands on
the strip that this leaves: nothing of an exhibit is covered, and no white
patch can look like something blotted out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kit.documents.packet.geometry import LETTER, SHEET_MARGIN, Matrix, Sheet, number
from kit.documents.packet.stamp_font import StampFont

SIZE = 8.0  # points, on a page of letter size or smaller; a larger page gets larger letters, as it is shrunk to print
LEAST = 4.0
LINE = 1.25  # of the size, from one line to the next
LIFT = 18.0  # from the edge of the paper to the lowest line: printers reach that far
AIR = 3.0  # between the stamp and what stands above it
SIDE = 36.0
GAP = 18.0  # between two texts on one line


@dataclass(frozen=True, slots=True)
class Line:
    """A text at a place of the page as seen, in points from its lower left corner."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """What to draw: lines of one size, and the height of the strip they need."""

    lines: tuple[Line, ...]
    size: float
    height: float


@dataclass(frozen=True, slots=True)
class Setting:
    """How a page is set: its new sheet, where its old content goes in the page's own units, and its stamp."""

    sheet: Sheet
    content: Matrix
    stamp: Stamp


def setting(page: Sheet, free: float, left: str, right: str, font: StampFont) -> Setting:
    """Return how to set a page whose lowest ``free`` points are empty, as seen."""
    if page.tiny:
        return _on_letter_paper(page, left, right, font)
    stamp = lay_out(page.width, page.height, left, right, font)
    if free >= stamp.height:
        return Setting(page, Matrix(), stamp)
    scale = 1 - stamp.height / page.height
    shrunk = Matrix(scale, 0, 0, scale, page.width * (1 - scale) / 2, page.height * (1 - scale))
    return Setting(page, page.to_page.inverse().then(shrunk).then(page.to_page), stamp)


def _on_letter_paper(page: Sheet, left: str, right: str, font: StampFont) -> Setting:
    """Centre a small page, upright, on a sheet of letter paper, at its own size."""
    paper = Sheet((0.0, 0.0, *LETTER))
    stamp = lay_out(paper.width, paper.height, left, right, font)
    low = max(stamp.height, SHEET_MARGIN)
    x, y = (paper.width - page.width) / 2, low + (paper.height - low - SHEET_MARGIN - page.height) / 2
    return Setting(paper, page.to_page.inverse().then(Matrix(1, 0, 0, 1, x, y)), stamp)


def lay_out(width: float, height: float, left: str, right: str, font: StampFont) -> Stamp:
    """Return the stamp of a page of this size in points: one line where both texts fit, else one below the other."""
    grown = max(1.0, min(width, height) / LETTER[0])
    side, lift = min(SIDE * grown, width * 0.06), min(LIFT * grown, height * 0.04)
    room, size = width - 2 * side, SIZE * grown
    texts = [text for text in (left, right) if text]

    def measured(text: str) -> float:
        return font.width(text) * size

    if sum(map(measured, texts)) + GAP * (len(texts) - 1) <= room:
        rows = [(left, right)]
    else:
        longest = max(font.width(word) for text in texts for word in text.split(" "))
        size = max(min(size, room / longest), LEAST)
        rows = [(row, "") for row in _wrapped(left, room, measured)]
        rows += [("", row) for row in _wrapped(right, room, measured)]
    lines = []
    for down, (start, end) in enumerate(rows, 1):
        y = lift + (len(rows) - down) * size * LINE
        lines += [Line(side, y, start)] if start else []
        lines += [Line(width - side - measured(end), y, end)] if end else []
    return Stamp(tuple(lines), size, lift + ((len(rows) - 1) * LINE + 1) * size + AIR)


def _wrapped(text: str, room: float, measured: Callable[[str], float]) -> Sequence[str]:
    rows: list[str] = []
    for word in text.split():
        if rows and measured(f"{rows[-1]} {word}") <= room:
            rows[-1] += f" {word}"
        else:
            rows.append(word)
    return rows


def drawn(setting_: Setting, font: StampFont, font_name: str) -> str:
    """Return the operators that draw the stamp in the page's own units, whichever way the page is turned."""
    stamp = setting_.stamp
    shown = "\n".join(
        f"1 0 0 1 {number(line.x)} {number(line.y)} Tm {font.shown(line.text)} Tj" for line in stamp.lines
    )
    return (
        f"q\n{setting_.sheet.to_page} cm\n/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n"
        f"BT 0.2 g {font_name} {number(stamp.size)} Tf\n{shown}\nET\nEMC\nQ\n"
    )

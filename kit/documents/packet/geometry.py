"""A page as its reader sees it, whatever its boxes and its rotation say.

Lengths are points as printed: a page with a ``/UserUnit`` is larger than its
numbers. Visible coordinates start at the lower left corner of what is seen and
run right and up for the reader; a matrix leads from them to the page's own.
"""

from __future__ import annotations

from dataclasses import dataclass

QUARTER = 90
LETTER = (612.0, 792.0)
SMALLEST = (216.0, 144.0)  # narrower or lower pages are centred on a sheet of letter paper
SHEET_MARGIN = 54.0

Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True)
class Matrix:
    """An affine map as PDF writes it: ``x' = ax + cy + e``, ``y' = bx + dy + f``."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, after: Matrix) -> Matrix:
        """Return the map that does this one first and ``after`` next."""
        return Matrix(
            self.a * after.a + self.b * after.c,
            self.a * after.b + self.b * after.d,
            self.c * after.a + self.d * after.c,
            self.c * after.b + self.d * after.d,
            self.e * after.a + self.f * after.c + after.e,
            self.e * after.b + self.f * after.d + after.f,
        )

    def box(self, box: Box) -> Box:
        """Return the upright box around the image of ``box``."""
        corners = [self.point(x, y) for x in box[::2] for y in box[1::2]]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return min(xs), min(ys), max(xs), max(ys)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return the image of a point."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def inverse(self) -> Matrix:
        """Return the map back."""
        det = self.a * self.d - self.b * self.c
        a, b, c, d = self.d / det, -self.b / det, -self.c / det, self.a / det
        return Matrix(a, b, c, d, -(self.e * a + self.f * c), -(self.e * b + self.f * d))

    def __str__(self) -> str:
        return " ".join(number(value) for value in (self.a, self.b, self.c, self.d, self.e, self.f))


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is seen of a page: its box in the page's own units, its quarter turns, and the size of a unit in points."""

    box: Box
    turns: int = 0  # clockwise quarter turns
    unit: float = 1.0

    @property
    def width(self) -> float:
        """Points across, as seen."""
        return self._sides[self.turns % 2] * self.unit

    @property
    def height(self) -> float:
        """Points from foot to head, as seen."""
        return self._sides[1 - self.turns % 2] * self.unit

    @property
    def _sides(self) -> tuple[float, float]:
        left, bottom, right, top = self.box
        return right - left, top - bottom

    @property
    def to_page(self) -> Matrix:
        """From what is seen, in points, to the page's own units."""
        left, bottom, right, top = self.box
        turned = (
            Matrix(1, 0, 0, 1, left, bottom),
            Matrix(0, 1, -1, 0, right, bottom),
            Matrix(-1, 0, 0, -1, right, top),
            Matrix(0, -1, 1, 0, left, top),
        )[self.turns]
        return Matrix(1 / self.unit, 0, 0, 1 / self.unit).then(turned)

    @property
    def tiny(self) -> bool:
        """Whether a stamp would have no room: such a page is put on a sheet of letter paper, if it fits there."""
        small = self.width < SMALLEST[0] or self.height < SMALLEST[1]
        return small and self.width <= LETTER[0] - 2 * SHEET_MARGIN and self.height <= LETTER[1] - 2 * SHEET_MARGIN


def sheet(media: Box, crop: Box | None, rotate: int, unit: float) -> Sheet:
    """Return what a reader sees of a page: the crop box within the media box, however their corners are given."""
    seen = upright(media)
    if crop is not None:
        cropped = upright(crop)
        both = (*map(max, seen[:2], cropped[:2]), *map(min, seen[2:], cropped[2:]))
        if both[0] < both[2] and both[1] < both[3]:
            seen = (both[0], both[1], both[2], both[3])
    if not (seen[0] < seen[2] and seen[1] < seen[3]):
        seen = (0.0, 0.0, *LETTER)
    return Sheet(seen, round(rotate / QUARTER) % 4, unit if unit > 0 else 1.0)


def upright(box: Box) -> Box:
    """Return a box with its lower left corner first."""
    left, bottom, right, top = box
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def number(value: float) -> str:
    """Return a number as PDF writes it, never with an exponent."""
    text = f"{value:.5f}".rstrip("0").rstrip(".")
    return "0" if text in {"", "-0"} else text

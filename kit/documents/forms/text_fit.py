"""Text into a rectangle: measured, wrapped, set smaller down to a floor, and cut at a word where it still does not fit.

Nothing is ever lost: what is not shown comes back as the rest, and the words
shown and the rest make the whole text again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kit.documents.forms.face import Face

RISE, FALL = 0.75, 0.22  # of the size: how far letters reach above and below their line
LEADING = 1.15  # of the size: from line to line
AUTOMATIC = 12.0  # points, where the form leaves the size open
STEP = 0.5  # points, between the sizes that are tried
PADDING = 2.0  # points, on each side of a line
_TOP = 2.0  # points above the first of several lines, where there is room
_ABOVE = 0.24  # of the size: how far a line stands above its rule
_NARROW = 24.0  # points; below it the padding would take too much of the width
_END_OF_WORD = re.compile(r"\S+")

_Words = list[list[tuple[str, int]]]  # by paragraph, with their widths


@dataclass(frozen=True, slots=True)
class Frame:
    """The room for a text, and how it may be used."""

    across: float  # points
    up: float
    padding: float  # on each side of a line
    border: float = 0.0
    step: float = 0.0  # from line to line where lines are printed; otherwise the height
    multiline: bool = False
    most: int | None = None  # characters
    rules: tuple[float, ...] = ()  # printed lines to write on, in points above the lower edge

    def lines(self, size: float) -> int:
        """Return how many lines of ``size`` fit."""
        if not self.multiline:
            return 1
        if self.rules:
            return len(self.rules)
        free = self.up - 2 * self.border
        return max(1, int((free + (LEADING - RISE - FALL) * size + 1e-6) // (LEADING * size)))

    def largest(self, size: float) -> float:
        """Return the largest size up to ``size`` of which one line fits."""
        return min(size, self.step / (RISE + FALL))

    def baselines(self, size: float, count: int) -> list[float]:
        """Return how far above the lower edge each of ``count`` lines of ``size`` stands."""
        if not self.multiline:
            return [(self.up - (RISE - FALL) * size) / 2] * count
        if self.rules:
            return [rule + _ABOVE * size for rule in self.rules[:count]]
        used = (RISE + FALL + LEADING * (count - 1)) * size
        first = self.up - max(0.0, min(_TOP + self.border, (self.up - used) / 2)) - RISE * size
        return [first - LEADING * size * number for number in range(count)]


def frame(
    across: float, up: float, *, border: float, multiline: bool, most: int | None, rules: tuple[float, ...]
) -> Frame:
    """Return the room of ``across`` by ``up`` points inside a border of ``border`` points."""
    padding = max(PADDING if across >= _NARROW else PADDING / 2, 2 * border)
    step = rules[0] - rules[1] if len(rules) > 1 else up - 2 * border
    return Frame(across, up, padding, border, max(step, 1.0), multiline, most, rules)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text as it stands in its rectangle."""

    lines: tuple[str, ...]
    size: float  # points
    shown: str
    rest: str = ""  # what did not fit
    kept: str = ""  # with a rest: the part of the text that stands before the hint


def fit(text: str, face: Face, size: float, frame: Frame, floor: float, see: str = "") -> Fitted:
    """Return ``text`` in ``frame``, at ``size`` (0: whatever fits) or smaller, not below ``floor`` points.

    Where the form's own size, or the height of the rectangle, is below the floor, that size is the floor. What does
    not fit at the floor is the rest; ``see`` then stands at the end of what is shown.
    """
    largest = frame.largest(size or AUTOMATIC)
    room = frame.across - 2 * frame.padding
    if "\n" not in text and face.width(text) * largest <= room * 1000 and not (frame.most and len(text) > frame.most):
        return Fitted((text,), largest, text)
    floor = min(floor, largest)
    known: dict[str, int] = {}
    words = _measured(text, face, known)
    fits_at = largest
    while frame.most is None or len(text) <= frame.most:
        lines = _lines(words, face, frame, fits_at)
        if lines is not None:
            return Fitted(tuple(lines), fits_at, text)
        if fits_at <= floor:
            break
        fits_at = max(floor, _smaller(words, face, frame, fits_at))
    return _cut(text, face, frame, floor, see, known)


def _smaller(words: _Words, face: Face, frame: Frame, size: float) -> float:
    """Return the next size to try: for one line the very size that fits."""
    if frame.multiline:
        return size - STEP
    wide = _width(words[0], face.widths[" "])
    return int((frame.across - 2 * frame.padding) * 100_000 / wide) / 100 if wide else size - STEP


def _cut(text: str, face: Face, frame: Frame, size: float, see: str, known: dict[str, int]) -> Fitted:
    ends = [found.end() for found in _END_OF_WORD.finditer(text)]

    def attempt(count: int, hint: str) -> Fitted | None:
        kept = text[: ends[count - 1]] if count else ""
        shown = f"{kept} {hint}".strip(" ")
        lines = _lines(_measured(shown, face, known), face, frame, size)
        if lines is None or (frame.most is not None and len(shown) > frame.most):
            return None
        return Fitted(tuple(lines), size, shown, text[len(kept) :].lstrip(), kept)

    return (
        _most(len(ends), lambda count: attempt(count, see))
        or _most(len(ends), lambda count: attempt(count, ""))
        or Fitted((), size, "", text)
    )


def _most(highest: int, attempt: Callable[[int], Fitted | None]) -> Fitted | None:
    """Return the attempt with the highest number that succeeds; if one fails, all above it do."""
    best, low, high = attempt(0), 1, highest
    while low <= high:
        middle = (low + high) // 2
        found = attempt(middle)
        if found is None:
            high = middle - 1
        else:
            best, low = found, middle + 1
    return best


def _measured(text: str, face: Face, known: dict[str, int]) -> _Words:
    """Return the words of ``text`` with their widths, which ``known`` remembers."""
    paragraphs = [paragraph.split(" ") for paragraph in text.split("\n")]
    for paragraph in paragraphs:
        for word in paragraph:
            if word not in known:
                known[word] = face.width(word)
    return [[(word, known[word]) for word in paragraph] for paragraph in paragraphs]


def _lines(words: _Words, face: Face, frame: Frame, size: float) -> list[str] | None:
    """Return the lines of a text at ``size``; None where it does not fit."""
    limit = (frame.across - 2 * frame.padding) * 1000 / size + 0.5
    space, most = face.widths[" "], frame.lines(size)
    if not frame.multiline:
        return [" ".join(word for word, _ in words[0])] if _width(words[0], space) <= limit else None
    if sum(_width(paragraph, space) - space * len(paragraph) for paragraph in words) > most * limit:
        return None
    lines: list[str] = []
    for paragraph in words:
        lines += _wrapped(paragraph, face, limit, space, most - len(lines))
        if len(lines) > most:
            return None
    return lines


def _width(paragraph: Sequence[tuple[str, int]], space: int) -> int:
    return sum([width for _, width in paragraph]) + space * (len(paragraph) - 1)


def _wrapped(paragraph: Sequence[tuple[str, int]], face: Face, limit: float, space: int, most: int) -> list[str]:
    """Return a paragraph in lines no wider than ``limit``; stops soon after ``most`` of them."""
    lines: list[str] = []
    line, used = "", 0.0
    for word, wide in paragraph:
        if line and used + space + wide <= limit:
            line, used = f"{line} {word}", used + space + wide
            continue
        if line:
            lines.append(line)
        line, used = word, wide
        while used > limit and len(line) > 1 and len(lines) <= most:
            at = _break(line, face, limit)
            lines.append(line[:at])
            line = line[at:]
            used = face.width(line)
        if len(lines) > most:
            break
    return [*lines, line]


def _break(word: str, face: Face, limit: float) -> int:
    """Return how many characters of a word that is wider than a line stand on this one, at least one."""
    used = 0
    for at, char in enumerate(word):
        used += face.widths[char]
        if used > limit:
            return max(1, at)
    return len(word)

"""Where each item of a form begins, and so which fields are its own.

Items are met in one order only. Of all ways to take printed lines for their
headings the one is chosen that keeps the order and agrees best with the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kit.documents.forms.item_words import best, joined, running, tokens
from kit.documents.forms.labels import Piece
from kit.documents.forms.reading import Page, Spot
from kit.model.form_items import FormItem

ENOUGH = 0.6  # of agreement, for words to be a heading
BEGINS = 0.5  # of the words on its first line, which are the heading's own
NUMBERED = 0.25  # more, where the item's own number stands before it; less, where another does
OVER = 6.0  # points by which a field may stand above the heading of its item
COLUMN = 40.0  # points by which a field may begin left of the heading of its column
LEVEL = 20.0  # points within which headings stand side by side
TALL = 30.0  # points; a field higher than this is read from its top
_NUMBER = re.compile(r"(?:item\s+)?(\d{1,2})\s*[.):]?(?:\s|\Z)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line that may be a heading."""

    page: int
    piece: Piece
    number: str  # printed before it
    texts: tuple[str, ...]  # it alone, with the line below it, and so on


def level(spot: Spot) -> float:
    """Return the height at which a person begins to read a field."""
    return spot.rect.middle if spot.rect.height < TALL else spot.rect.top - 8


def printed(page: Page) -> tuple[Piece, ...]:
    """Return the words of a page in reading order."""
    return tuple(one for row in page.rows for one in row if isinstance(one, Piece))


def lines(pages: Iterable[Page]) -> tuple[Line, ...]:
    """Return all printed lines of a form in reading order."""
    found = []
    for page in pages:
        pieces = printed(page)
        for piece in pieces:
            texts = tuple(text for text, _ in running(piece, pieces))
            found.append(Line(page.number, piece, _number(piece, pieces), texts))
    return tuple(found)


def _number(piece: Piece, pieces: Sequence[Piece]) -> str:
    if own := _NUMBER.match(joined(piece.text)):
        return own[1]
    beside = (one for one in pieces if one is not piece and _just_left(one, piece))
    return next((found[1] for one in beside if (found := _NUMBER.fullmatch(joined(one.text)))), "")


def _just_left(one: Piece, piece: Piece) -> bool:
    gap = piece.rect.left - one.rect.right
    return 0 <= gap < COLUMN and abs(one.rect.middle - piece.rect.middle) < OVER


def headings(items: Sequence[FormItem], found: Sequence[Line]) -> dict[str, Line]:
    """Return the line with which each item begins; items that are not printed are left out."""
    known = [one for one in items if one.heading]
    scores = [[_score(item, line) for line in found] for item in known]
    best_to = [[0.0] * (len(found) + 1) for _ in range(len(known) + 1)]
    for at, row in enumerate(scores, 1):
        for to, score in enumerate(row, 1):
            taken = best_to[at - 1][to - 1] + score if score else 0.0
            best_to[at][to] = max(best_to[at - 1][to], best_to[at][to - 1], taken)
    chosen: dict[str, Line] = {}
    at, to = len(known), len(found)
    while at and to:
        if best_to[at][to] == best_to[at - 1][to]:
            at -= 1
        elif best_to[at][to] == best_to[at][to - 1]:
            to -= 1
        else:
            at, to = at - 1, to - 1
            chosen[known[at].item] = found[to]
    return chosen


def _score(item: FormItem, line: Line) -> float:
    alike = _agreement(item.heading, line)
    if alike and line.number and item.item.isdigit():
        alike += NUMBERED if line.number == item.item else -NUMBERED
    return alike if alike >= ENOUGH else 0.0


def _agreement(words: Sequence[str], line: Line) -> float:
    """Return how well a line, alone or with those below it, says ``words``; nothing where it begins with others."""
    begins = [word for word in tokens(line.texts[0]) if not word.isdigit()]
    known = frozenset().union(*map(tokens, words))
    if not begins or sum(word in known for word in begins) < BEGINS * len(begins):
        return 0.0
    return max(best(words, text) for text in line.texts)


def by_item(items: Sequence[FormItem], starts: dict[str, Line], spots: Iterable[Spot]) -> dict[str, list[Spot]]:
    """Return the fields of each item; what stands above all headings belongs to the item without one."""
    first = next((one.item for one in items if not one.heading), "")
    found: dict[str, list[Spot]] = {one.item: [] for one in items}
    for spot in spots:
        above = [(line.page, -line.piece.rect.top, name) for name, line in starts.items() if _above(line, spot)]
        name = max(above)[2] if above else first
        if name:
            found[name].append(spot)
    return found


def _above(line: Line, spot: Spot) -> bool:
    if line.page != spot.page:
        return line.page < spot.page
    return line.piece.rect.top + OVER >= level(spot)


def by_column(
    under: Sequence[tuple[str, ...]], found: Sequence[Line], spots: Sequence[Spot]
) -> dict[tuple[str, ...], list[Spot]]:
    """Return the fields of one item by the heading below which each stands; ``found`` are the item's own lines."""
    tops = {words: line for words in under if words and (line := _heading(words, found))}
    lefts = {words: _left(words, tops) for words in tops}
    columns: dict[tuple[str, ...], list[Spot]] = {words: [] for words in (*under, ())}
    for spot in spots:
        fits = [
            (-round(line.piece.rect.top / LEVEL), lefts[words], words)
            for words, line in tops.items()
            if _above(line, spot) and line.page == spot.page and lefts[words] <= spot.rect.left + COLUMN
        ]
        columns[max(fits)[2] if fits else ()].append(spot)
    return columns


def _left(words: tuple[str, ...], tops: dict[tuple[str, ...], Line]) -> float:
    """Return where a column begins; headings printed so close that they read as one line share it evenly."""
    rect = tops[words].piece.rect
    same = [one for one, line in tops.items() if line is tops[words]]
    return rect.left + rect.width * same.index(words) / len(same)


def _heading(words: Sequence[str], found: Sequence[Line]) -> Line | None:
    scored = [(_agreement(words, line), n) for n, line in enumerate(found)]
    alike, n = max(scored, key=lambda one: (one[0], -one[1]), default=(0.0, 0))
    return found[n] if alike >= ENOUGH else None

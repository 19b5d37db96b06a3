"""What stands around a field: the printed words a person would take for its label, and how near they are.

A word belongs to the field it is nearest to; for any other field it counts for
little. Words to the left count most, then words inside the field's own box,
above and below it; for a box to tick, the words to its right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kit.documents.forms.labels import Piece
from kit.documents.rectangle import Rect

LEFT_REACH, RIGHT_REACH, UP_REACH, DOWN_REACH = 300.0, 60.0, 16.0, 14.0  # points
INTO = 4.0  # so far a label may stand over the edge of its field
NOT_ITS_OWN = 0.3  # of the weight, for words that another field is nearer to


class Side(StrEnum):
    """Where a label stands."""

    INSIDE = "inside"
    LEFT = "left"
    ABOVE = "above"
    BELOW = "below"
    RIGHT = "right"


WEIGHT = {Side.LEFT: 0.9, Side.INSIDE: 0.9, Side.ABOVE: 0.75, Side.BELOW: 0.7, Side.RIGHT: 0.45}
BOX_WEIGHT = WEIGHT | {Side.RIGHT: 0.95, Side.LEFT: 0.6, Side.ABOVE: 0.3, Side.BELOW: 0.2, Side.INSIDE: 0.2}


@dataclass(frozen=True, slots=True)
class Near:
    """A piece of text near a field: its side, its distance in points, and what it counts from 0 to 1."""

    piece: Piece
    side: Side
    gap: float
    weight: float


def around(rects: Sequence[Rect], boxes: Sequence[bool], pieces: Sequence[Piece]) -> list[tuple[Near, ...]]:
    """Return for each field of one page the words near it, the weightiest first.

    ``boxes`` says of each rectangle whether it is a box to tick.
    """
    found = [_seen(n, rects, pieces, is_box) for n, is_box in enumerate(boxes)]
    owner = _owners(found, boxes)
    result = []
    for n, (near, is_box) in enumerate(zip(found, boxes, strict=True)):
        table = BOX_WEIGHT if is_box else WEIGHT
        weighed = [
            Near(pieces[at], side, gap, table[side] * _fading(side, gap) * (1 if owner[at] == n else NOT_ITS_OWN))
            for at, (side, gap) in near.items()
        ]
        result.append(tuple(sorted(weighed, key=lambda one: -one.weight)))
    return result


def _fading(side: Side, gap: float) -> float:
    reach = {Side.LEFT: LEFT_REACH, Side.RIGHT: RIGHT_REACH, Side.ABOVE: UP_REACH, Side.BELOW: DOWN_REACH}
    return 1 - 0.5 * min(1.0, max(0.0, gap) / reach[side]) if side in reach else 1.0


def _owners(found: Sequence[dict[int, tuple[Side, float]]], boxes: Sequence[bool]) -> dict[int, int]:
    """Return which field each piece is nearest to."""
    best: dict[int, tuple[float, int]] = {}
    for n, near in enumerate(found):
        for at, (side, gap) in near.items():
            cost = (_cost(side, gap, boxes[n]), n)
            best[at] = min(best.get(at, cost), cost)
    return {at: n for at, (_, n) in best.items()}


def _cost(side: Side, gap: float, is_box: bool) -> float:
    """Return how little a place looks like a label's; points, more or less."""
    gap = max(0.0, gap)
    if is_box:
        return {Side.RIGHT: gap, Side.LEFT: 2 * gap + 8}.get(side, 3 * gap + 25)
    return {Side.INSIDE: 0.0, Side.LEFT: 0.6 * gap, Side.ABOVE: 1.5 * gap + 5, Side.BELOW: 1.5 * gap + 4}.get(
        side, 2 * gap + 18
    )


def _seen(n: int, rects: Sequence[Rect], pieces: Sequence[Piece], is_box: bool) -> dict[int, tuple[Side, float]]:
    rect, found = rects[n], {}
    for at, piece in enumerate(pieces):
        seen = _side(rect, piece.rect, is_box)
        if seen and not _between(seen[0], rect, piece.rect, rects, n):
            found[at] = seen
    return found


def _side(rect: Rect, text: Rect, is_box: bool) -> tuple[Side, float] | None:
    level = min(rect.top, text.top) - max(rect.bottom, text.bottom) > 0.4 * min(rect.height, text.height)
    beside = min(rect.right, text.right) - max(rect.left, text.left)
    if level and beside > INTO and not is_box:
        inside = text.left >= rect.left - INTO and text.right <= rect.right + INTO
        # Words that end inside a field written over them stand to its left.
        return (Side.INSIDE, 0.0) if inside else (Side.LEFT, 0.0) if text.left < rect.left else None
    if level and text.right <= rect.left + INTO:
        gap = rect.left - text.right
        return (Side.LEFT, gap) if gap < LEFT_REACH else None
    if level and text.left >= rect.right - INTO:
        gap = text.left - rect.right
        return (Side.RIGHT, gap) if gap < RIGHT_REACH else None
    if beside < min(INTO, text.width):
        return None
    above, below = text.bottom - rect.top, rect.bottom - text.top
    if -INTO * 1.5 <= above < UP_REACH:
        return Side.ABOVE, above
    return (Side.BELOW, below) if -INTO * 1.5 <= below < DOWN_REACH else None


def _between(side: Side, rect: Rect, text: Rect, rects: Sequence[Rect], n: int) -> bool:
    """Say whether another field stands between a field and words beside it."""
    if side not in (Side.LEFT, Side.RIGHT):
        return False
    start, end = (text.right, rect.left) if side is Side.LEFT else (rect.right, text.left)
    return any(
        min(other.top, rect.top) - max(other.bottom, rect.bottom) > 0.5 * min(other.height, rect.height)
        and other.right > start + 1
        and other.left < end - 1
        for at, other in enumerate(rects)
        if at != n
    )

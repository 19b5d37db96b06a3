"""Which page gets which number.

Numbers run on from volume to volume. How long the contents are is known before
anything is numbered: they are set once to be counted and, when the count was
another, once more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kit.documents.packet.opening import OpenPart
from kit.documents.packet.part import Placed


@dataclass(frozen=True, slots=True)
class Piece:
    """Pages ``start`` up to, not including, ``stop`` of a part, counted from 0."""

    part: OpenPart
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The pages of one volume: ``contents`` pages from number ``first``, then the pieces, up to number ``last``."""

    first: int
    last: int
    contents: int
    pieces: tuple[Piece, ...]
    placed: tuple[Placed, ...]  # one for each piece
    blanks: tuple[int, ...]

    @property
    def pages(self) -> int:
        """Pages in the volume."""
        return self.last - self.first + 1


def whole(part: OpenPart) -> Piece:
    """Return all of a part."""
    return Piece(part, 0, len(part.pages))


def plans(volumes: Sequence[Sequence[Piece]], contents: Sequence[int], *, pad_odd: bool) -> tuple[Plan, ...]:
    """Return the numbers of the pages of ``volumes``, each opening with that many pages of ``contents``.

    With ``pad_odd`` every part, and every volume, starts on an odd page, after a blank one where need be.
    """
    made: list[Plan] = []
    number = 1
    for at, (pieces, length) in enumerate(zip(volumes, contents, strict=True)):
        first, number = number, number + length
        placed: list[Placed] = []
        blanks: list[int] = []
        for piece in pieces:
            if pad_odd and number % 2 == 0:
                blanks.append(number)
                number += 1
            placed.append(_placed(piece, number))
            number = placed[-1].last + 1
        if pad_odd and number % 2 == 0 and at + 1 < len(volumes):
            blanks.append(number)
            number += 1
        made.append(Plan(first, number - 1, length, tuple(pieces), tuple(placed), tuple(blanks)))
    return tuple(made)


def _placed(piece: Piece, number: int) -> Placed:
    part = piece.part.part
    cover = number if part.exhibit and piece.start == 0 else 0
    last = number + bool(cover) + (piece.stop - piece.start) - 1
    return Placed(part, number, last, len(piece.part.pages), piece.start + 1, cover)

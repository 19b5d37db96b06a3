"""The fields of one item, each paired with what the item asks for.

An official form asks in one order, so a pairing keeps the order, separately for
boxes and for what is written; of all that do, the one is taken whose printed
words agree best. The name of a field is never asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from kit.documents.forms.item_places import level
from kit.documents.forms.item_words import best
from kit.documents.forms.reading import Spot
from kit.documents.forms.surroundings import Side
from kit.model.form_items import ItemField

PLACE = 0.3  # what the right order counts without any words
LEAST = 0.2  # of agreement, where an item has more or fewer fields than it should
TOGETHER = 0.2  # what a row of fields counts more for an answer in parts
ROW = 6.0  # points
APART = 90.0  # points between two fields of one answer, at most
BEFORE = 0.9  # of agreement, for words that stand before the first of them alone
LATE = 0.5  # of agreement, for a field out of the order
_SIDES = frozenset(Side)


@dataclass(frozen=True, slots=True)
class Match:
    """One answer and the field, or the row of fields for its parts, that takes it."""

    ask: ItemField
    spots: tuple[Spot, ...]
    sure: float  # from 0 to 1


class _Step(NamedTuple):
    value: float
    took: int  # fields; 0: the ask has none, -1: the field is nobody's


def match(asks: Sequence[ItemField], spots: Sequence[Spot]) -> tuple[Match, ...]:
    """Pair what an item asks for with its fields, in the order of the asks; what has no field is left out."""
    found: list[Match] = []
    for box in (True, False):
        wanted = [ask for ask in asks if ask.box is box]
        there = in_order([spot for spot in spots if spot.is_box is box])
        found += _aligned(wanted, there)
        found += _late(wanted, there, found)
    place = {id(ask): n for n, ask in enumerate(asks)}
    return tuple(sorted(found, key=lambda one: place[id(one.ask)]))


def in_order(spots: Sequence[Spot]) -> list[Spot]:
    """Return fields from top to bottom, those of one row from left to right."""
    rows: list[list[Spot]] = []
    for spot in sorted(spots, key=lambda one: (one.page, -level(one))):
        if rows and rows[-1][0].page == spot.page and abs(level(rows[-1][0]) - level(spot)) <= ROW:
            rows[-1].append(spot)
        else:
            rows.append([spot])
    return [spot for row in rows for spot in sorted(row, key=lambda one: one.rect.left)]


def alike(words: Sequence[str], spot: Spot) -> float:
    """Return how well the words printed about a field are ``words``; nearer words count more."""
    clues = [clue for clue in spot.clues if clue.source in _SIDES]
    return max((best(words, clue.text) * (0.6 + 0.4 * clue.weight) for clue in clues), default=0.0)


def _aligned(asks: Sequence[ItemField], spots: Sequence[Spot]) -> list[Match]:
    even = len(asks) == len(spots)
    if even and len(asks) == 1:
        return [Match(asks[0], (spots[0],), _sure(asks[0], spots, even=even))]

    @cache
    def ahead(at: int, to: int) -> _Step:
        if at == len(asks) or to == len(spots):
            return _Step(0.0, 0)
        steps = [_Step(ahead(at + 1, to).value, 0), _Step(ahead(at, to + 1).value, -1)]
        for count in (1, len(asks[at].parts)):
            value = _value(asks[at], spots[to : to + count], count, even=even)
            if value > 0:
                steps.append(_Step(value + ahead(at + 1, to + count).value, count))
        return max(steps, key=lambda one: one.value)

    found, at, to = [], 0, 0
    while at < len(asks) and to < len(spots):
        step = ahead(at, to)
        if step.took > 0:
            run = tuple(spots[to : to + step.took])
            found.append(Match(asks[at], run, _sure(asks[at], run, even=even)))
        at, to = at + (step.took >= 0), to + abs(step.took)
    return found


def _value(ask: ItemField, run: Sequence[Spot], count: int, *, even: bool) -> float:
    if not count or len(run) < count:
        return 0.0
    if count > 1 and not one_row(run):
        return 0.0
    words = _agreement(ask, run)
    if words < LEAST and not (even and (ask.box or words > 0)):
        return 0.0
    return words + PLACE + (TOGETHER if count > 1 else 0.0)


def _agreement(ask: ItemField, run: Sequence[Spot]) -> float:
    if len(run) == 1:
        return alike(ask.printed, run[0])
    parts = sum(alike(part.printed, spot) for part, spot in zip(ask.parts, run, strict=True)) / len(run)
    return max(parts, BEFORE * alike(ask.printed, run[0]))


def one_row(run: Sequence[Spot]) -> bool:
    """Say whether fields stand side by side, from left to right."""
    return all(
        one.page == other.page and abs(level(one) - level(other)) <= ROW and other.rect.left - one.rect.right < APART
        for one, other in pairwise(run)
    )


def _sure(ask: ItemField, run: Sequence[Spot], *, even: bool) -> float:
    """Return how sure a pairing is: half of it by the order alone, where an item has just the fields it should."""
    words = _agreement(ask, run)
    return round(0.5 + 0.5 * words if even else words, 2)


def _late(asks: Sequence[ItemField], spots: Sequence[Spot], found: Sequence[Match]) -> Iterator[Match]:
    """Pair what is left over, wherever it stands in the item, by its words alone."""
    done = {id(one.ask) for one in found}
    taken = {id(spot) for one in found for spot in one.spots}
    left = [ask for ask in asks if id(ask) not in done]
    pairs = [(alike(ask.printed, spot), n, to) for n, ask in enumerate(left) for to, spot in enumerate(spots)]
    used: set[int] = set()
    for words, n, to in sorted(pairs, key=lambda one: -one[0]):
        if words >= LATE and n not in used and id(spots[to]) not in taken:
            used.add(n)
            taken.add(id(spots[to]))
            yield Match(left[n], (spots[to],), round(words, 2))

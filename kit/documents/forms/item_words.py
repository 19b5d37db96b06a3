"""How well printed words agree with the words an item is known by.

Both are compared as sets of telling words, so that a label broken over two
lines, a line of explanation behind it or another number in it changes the
degree and not the answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kit.documents.forms.form_words import plain
from kit.documents.forms.labels import Piece

_SILENT = frozenset("a an the of to in is are be or and for by as at on with that has have from this any if".split())
_SPACED = re.compile(r"(?<=\d)[ ,](?=\d)")  # a narrow 1 stands apart from the next figure
PART = 0.85  # of full agreement, where all words are there and many others
STEP = 1.9  # lines of text; farther apart, two lines are two texts
ASIDE = 34.0  # points by which the lines of one text may begin apart: an item's number stands before the first
LINES = 4


def joined(text: str) -> str:
    """Return ``text`` with the figures of each number together."""
    return _SPACED.sub("", text)


@lru_cache(maxsize=8192)
def tokens(text: str) -> frozenset[str]:
    """Return the telling words of ``text``; `no` and `yes` are, `the` is not."""
    words = plain(joined(text)).replace("$", " ").split()
    found = [word for word in words if word not in _SILENT]
    return frozenset(found or words)


def likeness(known: str, printed: str) -> float:
    """Return from 0 to 1 how well ``printed`` words are the ``known`` ones."""
    wanted, there = tokens(known), tokens(printed)
    both = len(wanted & there)
    if not both:
        return 0.0
    recall, precision = both / len(wanted), both / len(there)
    return max(2 * recall * precision / (recall + precision), PART * recall)


def best(known: Sequence[str], printed: str) -> float:
    """Return how well ``printed`` words are one of the ``known`` ones."""
    return max((likeness(one, printed) for one in known), default=0.0)


def running(first: Piece, pieces: Sequence[Piece]) -> tuple[tuple[str, float], ...]:
    """Return the text that begins with ``first``, one line longer each time, with where it ends in points."""
    text, last = first.text, first
    found = [(text, first.rect.bottom)]
    for _ in range(LINES - 1):
        below = [one for one in pieces if _follows(last, one, first)]
        if not below:
            break
        last = max(below, key=lambda one: (one.rect.top, -abs(one.rect.left - first.rect.left)))
        text = f"{text} {last.text}"
        found.append((text, last.rect.bottom))
    return tuple(found)


def _follows(last: Piece, one: Piece, first: Piece) -> bool:
    down = last.rect.middle - one.rect.middle
    high = max(last.rect.height, one.rect.height)
    return 0.5 * high < down < STEP * high and abs(one.rect.left - first.rect.left) < ASIDE

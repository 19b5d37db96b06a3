"""What stands in a column under its label: in a table the label of a number is above it, not before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kit.documents.private.accounts import NAMED, number_at
from kit.documents.private.hit import Hit
from kit.documents.private.page_words import Words, turned
from kit.documents.private.person_numbers import LABEL as PERSON
from kit.documents.private.person_numbers import nine_digits
from kit.documents.private.persons import BIRTH, dates
from kit.documents.rectangle import Rect

_NUMBER = re.compile(r"(?<![\da-z$.,_-])\d{3,17}")
_LINES = 2.5  # how far below, in heights of the label


def under_labels(words: Words) -> Iterator[Hit]:
    """Yield what stands right under a label, and in the same column under that."""
    for label, values in (
        (NAMED, lambda text: (hit for at in _NUMBER.finditer(text) for hit in number_at(text, at.start()))),
        (re.compile(PERSON), nine_digits),
        (re.compile(BIRTH), dates),
    ):
        labels = [_frame(words, *one.span()) for one in label.finditer(words.text)]
        if labels:
            yield from _under(words, labels, values(words.text))


def _under(words: Words, labels: list[Rect | None], values: Iterable[Hit]) -> Iterator[Hit]:
    above = [label for label in labels if label]
    placed = [(hit, box) for hit in values if (box := _frame(words, hit.start, hit.end))]
    for hit, box in sorted(placed, key=lambda one: -one[1].top):
        if any(_right_under(box, one) for one in above):
            above.append(box)
            yield hit


def _right_under(box: Rect, label: Rect) -> bool:
    height = label.top - label.bottom
    return (
        min(box.right, label.right) > max(box.left, label.left)
        and -0.5 * height < label.bottom - box.top < _LINES * height
        and box.bottom < label.bottom
    )


def _frame(words: Words, start: int, end: int) -> Rect | None:
    boxes = [turned(box, words.angle) for box in words.boxes(start, end)]
    if not boxes:
        return None
    return Rect(
        min(box.left for box in boxes),
        min(box.bottom for box in boxes),
        max(box.right for box in boxes),
        max(box.top for box in boxes),
    )

"""Looking through every page of a PDF for what a public file should not show."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kit.documents.private.accounts import accounts
from kit.documents.private.cards import cards, without_tracking
from kit.documents.private.columns import under_labels
from kit.documents.private.found import PrivateData, Scan
from kit.documents.private.hit import Hit
from kit.documents.private.ocr import Engine, find_engine, seen_words
from kit.documents.private.opened import opened, page_of
from kit.documents.private.page_words import Words, close_together, in_rows, merged, page_words
from kit.documents.private.person_numbers import LABEL, person_numbers
from kit.documents.private.persons import BIRTH, birth_dates, names
from kit.documents.private.unread import Legible, legible
from kit.documents.rectangle import Rect

if TYPE_CHECKING:
    import pypdfium2

_Found = tuple[Hit, tuple[Rect, ...]]
_RULES: tuple[Callable[[str], Iterator[Hit]], ...] = (person_numbers, cards, accounts, birth_dates)
_IN_ROWS = (  # a label and what it may belong to: only then is a page worth putting in rows
    (
        re.compile(r"acc(?:oun)?t|a/c|routing|\baba\b|iban"),
        re.compile(r"(?<![\d-])\d{6}|\d{4}[ -]\d{4}[ -]\d|\d\d[ -]\d{6}"),
    ),
    (re.compile(LABEL), re.compile(r"\d{9}|\d{3}\D{1,3}\d\d\D{1,3}\d{4}|(?:\d\s){8}\d")),
    (re.compile(BIRTH), re.compile(r"\d[-/. ]+\d{1,2}[-/. ]+\d|\d\D{1,3}(?:19|20)\d\d")),
)


def scan(
    pdf: bytes | Path,
    *,
    minors: tuple[str, ...] = (),
    words: tuple[str, ...] = (),
    ocr: bool = False,
    engine: Engine | None = None,
) -> Scan:
    """Return the private data on the pages of ``pdf``, and the pages that could not be read, or not wholly.

    With ``ocr`` such pages are read by ``engine``, or by that of the extra `ocr` where it is installed. Raises
    `KitError` for a file that is no PDF, is damaged, or is locked by a password.
    """
    from pypdfium2 import PdfiumError  # noqa: PLC0415 - heavy

    reader = (engine or find_engine()) if ocr else None
    found: list[PrivateData] = []
    states: dict[int, Legible] = {}
    with opened(pdf) as document:
        for number in range(1, len(document) + 1):
            try:
                with page_of(document, number - 1) as page:
                    seen, states[number] = _on_page(page, minors, words, reader)
            except PdfiumError:  # one broken page does not hide the others
                states[number] = Legible.NOT
                continue
            found += [PrivateData(number, hit.kind, hit.says, boxes) for hit, boxes in seen]
    return Scan(tuple(found), *(_pages(states, state) for state in (Legible.NOT, Legible.PARTLY)))


def hits(text: str, minors: Sequence[str] = (), words: Sequence[str] = ()) -> list[Hit]:
    """Return what the rules find in ``text``, which is read as `plain` gives it, in order; of two that overlap, one."""
    readable = without_tracking(text)
    found = [hit for rule in _RULES for hit in rule(readable)]
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda one: (one.loose, -(one.end - one.start), one.start)):
        if not any(hit.start < other.end and other.start < hit.end for other in kept if not other.loose):
            kept.append(hit)
    return sorted((*kept, *names(text, minors, words)), key=lambda one: one.start)


def _on_page(
    page: pypdfium2.PdfPage, minors: Sequence[str], words: Sequence[str], engine: Engine | None
) -> tuple[list[_Found], Legible]:
    text = page.get_textpage()
    try:
        read = page_words(text)
        found = list(_placed(read, minors, words))
        if any(label.search(read.text) and figures.search(read.text) for label, figures in _IN_ROWS):
            found += _new(found, _placed(in_rows(read), (), ()))
            found += _new(found, _boxed(read, under_labels(read)))
        state = legible(page, read)
    finally:
        text.close()
    if engine and state is not Legible.WHOLLY:
        found += _new(found, _placed(seen_words(page, engine), minors, words))
        state = Legible.WHOLLY
    return found, state


def _placed(words: Words, minors: Sequence[str], own: Sequence[str]) -> Iterator[_Found]:
    yield from _boxed(words, hits(words.text, minors, own))


def _boxed(words: Words, found: Iterable[Hit]) -> Iterator[_Found]:
    for hit in found:
        boxes = words.boxes(hit.start, hit.end)
        if boxes and not (hit.loose and not close_together(boxes)):
            yield hit, tuple(merged(boxes))


def _new(known: Sequence[_Found], found: Iterable[_Found]) -> list[_Found]:
    """Return what of ``found`` is not covered by what is known already."""
    covered = [box for _, boxes in known for box in boxes]
    return [
        (hit, boxes) for hit, boxes in found if not all(any(_within(box, other) for other in covered) for box in boxes)
    ]


def _within(box: Rect, other: Rect, slack: float = 1.0) -> bool:
    return (
        box.left >= other.left - slack
        and box.right <= other.right + slack
        and box.bottom >= other.bottom - slack
        and box.top <= other.top + slack
    )


def _pages(states: dict[int, Legible], wanted: Legible) -> tuple[int, ...]:
    return tuple(number for number, state in states.items() if state is wanted)

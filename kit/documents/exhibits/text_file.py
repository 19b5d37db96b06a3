"""A plain text on paper: its own lines, long ones wrapped, columns kept as columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kit.documents.exhibits.decode import decoded, printable
from kit.documents.exhibits.limits import MB, Limits, Refusal, Remark, too_many_pages
from kit.documents.exhibits.paper import known, paper

_TEMPLATE = "exhibit-text.typ"
_COLUMNS = re.compile(r"\S(?: {2,}|\t)\S")
_DRAWN = re.compile("[\u2500-\u259f]|[-=+|]{4,}")  # rules and boxes made of signs
_SHARE = 0.15  # of the lines with something on them: then columns matter
_TAB = 8
_WIDE = 98  # signs of one width that fit on a line in the smallest size
_BLOCK = 50  # lines set together
_LINES = 66  # to a page, at most


@dataclass(frozen=True, slots=True)
class Laid:
    """A text made ready: ``blocks`` of lines, whether in ``columns``, and the ``widest`` line in signs."""

    blocks: tuple[str, ...]
    columns: bool
    widest: int


def set_text(data: bytes, name: str, limits: Limits) -> tuple[bytes, int, tuple[Remark, ...]]:
    """Return a text as PDF, its number of pages and what is to be said about it.

    Raises `Refusal` for a text without anything to see, and for one that is too long.
    """
    if len(data) > limits.text_bytes:
        most = f"{limits.text_bytes / MB:.0f} MB"
        raise Refusal("K625", f"is a text of more than {most}", "Save the part that proves something.")
    text, said = decoded(data)
    text, more = printable(text, known())
    if not text.strip():
        raise Refusal("K624", "holds nothing that can be seen", "Get the file once more.")
    text = text.strip("\n")
    if text.count("\n") // _LINES > limits.pages:
        raise too_many_pages(text.count("\n") // _LINES, limits.pages)
    laid = lay_out(text)
    shown, _ = printable(name, known())
    blanks = {"name": shown, "columns": laid.columns, "widest": laid.widest, "blocks": list(laid.blocks)}
    pdf, pages = paper(_TEMPLATE, shown, blanks)
    if pages > limits.pages:
        raise too_many_pages(pages, limits.pages)
    return pdf, pages, (*said, *more)


def lay_out(text: str) -> Laid:
    """Return ``text`` in blocks of lines; where columns matter, tabs become spaces and long lines are wrapped."""
    lines = [line.rstrip() for line in text.split("\n")]
    columns = in_columns(lines)
    if columns:
        lines = [part for line in lines for part in _wrapped(line.expandtabs(_TAB))]
    else:
        lines = [_indented(line.replace("\t", "    ")) for line in lines]
    widest = max(map(len, lines), default=0)
    return Laid(tuple("\n".join(lines[at : at + _BLOCK]) for at in range(0, len(lines), _BLOCK)), columns, widest)


def in_columns(lines: list[str]) -> bool:
    """Whether enough lines hold gaps or rules that only stand right in letters of one width."""
    filled = [line for line in lines if line.strip()]
    marked = sum(bool(_COLUMNS.search(line) or _DRAWN.search(line)) for line in filled)
    return marked > len(filled) * _SHARE


def _wrapped(line: str) -> Iterator[str]:
    """Yield a line in pieces that fit, broken at a space where there is one in the last third."""
    while len(line) > _WIDE:
        at = line.rfind(" ", _WIDE * 2 // 3, _WIDE)
        cut = at if at > 0 else _WIDE
        yield _fixed(line[:cut])
        line = "    " + line[cut:].lstrip()
    yield _fixed(line)


def _fixed(line: str) -> str:
    return line.replace(" ", "\u00a0")


def _indented(line: str) -> str:
    """Return a line whose spaces at the start, and gaps within, stay as wide as they were."""
    bare = line.lstrip(" ")
    start = "\u00a0" * (len(line) - len(bare))
    return start + re.sub(r" {2,}", lambda gap: "\u00a0" * (len(gap[0]) - 1) + " ", bare)

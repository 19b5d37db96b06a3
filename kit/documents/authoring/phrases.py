"""The words within a paragraph or a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kit.documents.authoring.markdown import Element, refused
from kit.documents.authoring.marks import CLOSE, OPEN, Mark, Marked
from kit.documents.authoring.nesting import nest
from kit.documents.authoring.tree import Blank, Break, Emphasis, Node, Nodes, Rule, Strong, Text

_TOKEN = re.compile(f"{OPEN}(\\d+){CLOSE}")
_QUOTES = {"SingleQuote": ("\u2018", "\u2019"), "DoubleQuote": ("\u201c", "\u201d")}


def read_phrase(found: list[Element], marked: Marked) -> Nodes:
    """Return the words, blanks and questions of ``found``."""
    flat = [node for element in found for node in _nodes(element, marked)]
    return nest(_joined(flat), "", marked)


def lone_mark(found: list[Element], marked: Marked) -> Mark | None:
    """Return the mark that stands alone in a paragraph or cell and governs more than its words."""
    token = _TOKEN.fullmatch(found[0]["c"]) if len(found) == 1 and found[0]["t"] == "Str" else None
    mark = marked.marks[int(token[1])] if token else None
    return mark if mark and mark.level else None


def _nodes(element: Element, marked: Marked) -> Iterator[Node | Mark]:
    kind, content = element["t"], element.get("c", [])
    if kind == "Str":
        yield from _words(content, marked)
    elif kind in {"Space", "SoftBreak"}:
        yield Text(" ")
    elif kind == "LineBreak":
        yield Break()
    elif kind == "Strong":
        yield Strong(read_phrase(content, marked))
    elif kind == "Emph":
        yield Emphasis(read_phrase(content, marked))
    elif kind == "Quoted":
        left, right = _QUOTES[content[0]["t"]]
        yield Text(left)
        for each in content[1]:
            yield from _nodes(each, marked)
        yield Text(right)
    else:
        raise refused(marked, element)


def _words(text: str, marked: Marked) -> Iterator[Node | Mark]:
    for n, piece in enumerate(_TOKEN.split(text)):
        if n % 2 == 0:
            if piece:
                yield Text(piece)
            continue
        mark = marked.marks[int(piece)]
        if mark.kind == "blank":
            yield Blank(mark.path)
        else:
            yield Rule() if mark.kind == "line" else mark


def _joined(nodes: list[Node | Mark]) -> list[Node | Mark]:
    joined: list[Node | Mark] = []
    for node in nodes:
        last = joined[-1] if joined else None
        if isinstance(node, Text) and isinstance(last, Text):
            joined[-1] = Text(last.text + node.text)
        else:
            joined.append(node)
    return joined

"""What can be known of a template's part before any value is.

docxtpl reads every rendered part back into a tree, to mend and to rewrite it.
Most of what that finds is the same for every case, so it is settled once: a part
whose tags open and close in step, with escaped values between, is well formed
whatever the values; its tables keep their columns; and the only thing that the
rewriting changes is an element left empty, ``<w:t></w:t>`` to ``<w:t/>``. A part
for which this cannot be shown is read back each time, as docxtpl does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from jinja2 import nodes

_PIECE = re.compile(r"<(/?)([\w:.-]+)[^<>]*?(/?)>|<\?.*?\?>|<!--.*?-->|[^<]+", re.DOTALL)
_ROUNDS = 3  # loops settle after two


class Open(NamedTuple):
    """An element whose end has not been met."""

    name: str
    tags: frozenset[str]  # how its start may read, by which way the template went
    filled: bool = False  # has content whatever the values
    chosen: bool = False  # an if or a loop stands in it


Stack = tuple[Open, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """What holds for every document made from one part."""

    sound: bool = False  # well formed for any values; the rest means nothing without it
    in_text: bool = False  # every value stands in a run's text, where a line break can be written at once
    hollow: tuple[tuple[str, str], ...] = ()  # what to rewrite when a value is empty
    hollow_always: tuple[tuple[str, str], ...] = ()  # what to rewrite in any case


class _Unproven(Exception):  # noqa: N818 - not an error: the part is read back instead
    """The part's shape turns on its values."""


def prove(tree: nodes.Template, within: str = "") -> Proof:
    """Return what holds for the part parsed as ``tree``; ``within`` is the start tag that surrounds it, if any."""
    proof = _Prover()
    start = (Open(within, frozenset({f"<{within}>"}), filled=True),)
    try:
        end = proof.follow(tree.body, start)
    except _Unproven:
        return Proof()
    if _names(end) != _names(start):
        return Proof()
    only_values = proof.hollow - proof.hollow_always
    return Proof(True, proof.in_text, tuple(sorted(only_values)), tuple(sorted(proof.hollow_always)))


class _Prover:
    def __init__(self) -> None:
        self.in_text = True
        self.hollow: set[tuple[str, str]] = set()
        self.hollow_always: set[tuple[str, str]] = set()

    def follow(self, found: Iterable[nodes.Node], stack: Stack) -> Stack:
        """Return the elements open after ``found``."""
        for node in found:
            if isinstance(node, nodes.Output):
                for child in node.nodes:
                    stack = self._printed(child, stack)
            elif isinstance(node, nodes.If):
                ways = [node.body, *(way.body for way in node.elif_), node.else_]
                stack = _either([self.follow(way, stack) for way in ways])
            elif isinstance(node, nodes.For) and not node.recursive:
                stack = self._repeated(node, stack)
            else:
                raise _Unproven
        return stack

    def _repeated(self, loop: nodes.For, stack: Stack) -> Stack:
        for _ in range(_ROUNDS):
            after = _either([stack, self.follow(loop.body, stack)])
            if after == stack:
                break
            stack = after
        else:
            raise _Unproven
        return _either([stack, self.follow(loop.else_, stack)])

    def _printed(self, node: nodes.Expr, stack: Stack) -> Stack:
        if isinstance(node, nodes.TemplateData):
            return self._written(node.data, stack)
        if not isinstance(node, (nodes.Name, nodes.Getattr)):
            raise _Unproven  # a filter may hand out markup
        names = _names(stack)
        self.in_text &= names[-2:] == ("w:r", "w:t") and names.count("w:p") == 1
        return stack

    def _written(self, xml: str, stack: Stack) -> Stack:
        at = 0
        for piece in _PIECE.finditer(xml):
            if piece.start() != at:
                raise _Unproven  # inside a tag: a value stands in an attribute
            at = piece.end()
            closes, name, closed = piece.groups()
            if closes:
                stack = self._closed(name, stack)
            elif name and not closed:
                stack = (*_filled(stack), Open(name, frozenset({piece.group()})))
            else:
                stack = _filled(stack)
        if at != len(xml):
            raise _Unproven
        return stack

    def _closed(self, name: str, stack: Stack) -> Stack:
        top = stack[-1]
        if len(stack) == 1 or top.name != name:
            raise _Unproven
        if not top.filled:
            pairs = {(f"{tag}</{name}>", f"{tag[:-1]}/>") for tag in top.tags}
            (self.hollow_always if top.chosen else self.hollow).update(pairs)
        return stack[:-1]


def _filled(stack: Stack) -> Stack:
    top = stack[-1]
    return stack if top.filled else (*stack[:-1], top._replace(filled=True))


def _either(ways: list[Stack]) -> Stack:
    """Return what is open when any one of ``ways`` was taken."""
    if len({_names(way) for way in ways}) != 1:
        raise _Unproven
    return tuple(
        Open(
            same[0].name,
            frozenset().union(*(level.tags for level in same)),
            all(level.filled for level in same),
            chosen=True,
        )
        for same in zip(*ways, strict=True)
    )


def _names(stack: Stack) -> tuple[str, ...]:
    return tuple(level.name for level in stack)


_TABLE_PIECE = re.compile(
    r"\{%-?\s*(?P<word>\w+)|<(?P<end>/?)w:(?P<name>tbl|tr|tc|gridCol|sdt)(?=[ />])(?P<rest>[^<>]*)>"
    r"|<w:gridSpan\b[^<>]*?w:val=\"(?P<span>[^\"]*)\"|<wp:docPr\b[^<>]*?\bid=\"(?P<drawing>[^\"]*)\""
)
_OPENS, _CLOSES = frozenset({"if", "for"}), frozenset({"endif", "endfor"})


@dataclass(slots=True)
class _Level:
    depth: int  # how many ifs and loops surround it
    columns: int = 0
    widest: int = 0
    cells: int = 0
    width: int = 0


def settled(source: str, first_drawing: int) -> bool:
    """Whether no values can change the columns of a table or the numbers of the drawings in ``source``.

    docxtpl adds grid columns to a table with longer rows, takes away those that no
    row uses, and numbers drawings anew from ``first_drawing``.
    """
    depth, drawing = 0, first_drawing
    tables: list[_Level] = []
    rows: list[_Level] = []
    for piece in _TABLE_PIECE.finditer(source):
        word, name, span = piece["word"], piece["name"], piece["span"]
        if word:
            depth += (word in _OPENS) - (word in _CLOSES)
        elif piece["drawing"] is not None:
            if depth or piece["drawing"] != str(drawing):
                return False
            drawing += 1
        elif span is not None:
            if not span.isdigit() or not rows or rows[-1].depth != depth:
                return False
            rows[-1].width += int(span) - 1
        elif not _counted(name, bool(piece["end"]), piece["rest"], depth, tables, rows):
            return False
    return not tables and not rows and depth == 0


def _counted(name: str, ends: bool, rest: str, depth: int, tables: list[_Level], rows: list[_Level]) -> bool:  # noqa: PLR0913
    if name == "tbl" and not ends:
        tables.append(_Level(depth))
    elif name == "tbl":
        table = tables.pop()
        return table.depth == depth and table.widest >= table.columns
    elif name == "gridCol":
        tables[-1].columns += 1
        return tables[-1].depth == depth
    elif name == "tr" and not ends:
        rows.append(_Level(depth))
        return not rest.endswith("/")
    elif name == "tr":
        row = rows.pop()
        if row.depth == depth == tables[-1].depth:
            tables[-1].widest = max(tables[-1].widest, row.width)
        return row.depth == depth and all(row.cells <= table.columns for table in tables)
    elif name == "tc" and not ends:
        rows[-1].cells += 1
        rows[-1].width += 1
        return rows[-1].depth == depth
    elif name == "sdt":
        return not rows
    return True

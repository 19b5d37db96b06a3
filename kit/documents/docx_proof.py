"""What can be known of a template's part before any value is.

docxtpl reads every rendered part back into a tree, to mend and to rewrite it.
Most of what that finds is the same for every case, so it is settled once: a part
whose tags open and close in step, with escaped values in the text between, is well formed
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

    sound: bool = False  # well formed for any escaped values, each inside a run's text; else the rest means nothing
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
    return Proof(True, tuple(sorted(only_values)), tuple(sorted(proof.hollow_always)))


class _Prover:
    def __init__(self) -> None:
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
        if names[-2:] != ("w:r", "w:t") or names.count("w:p") != 1:
            raise _Unproven  # a line break has no place here
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

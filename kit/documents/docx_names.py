"""Which blanks a template names, and whether its tags do more than name them.

A blank is written as a path: ``debtor_name``, ``creditor.city``, ``lines`` for the
rows and ``lines[].amount`` for a field of each. Templates hold words: a tag may
print a blank, test whether there is one, and repeat rows; whatever calculates,
compares or formats belongs in the program, where it is tested.
"""

from __future__ import annotations

import re
import types
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from jinja2 import Environment, nodes

# docxtpl's marks for "this tag stands for its whole row, cell, paragraph or run"
_MARK = re.compile(r"(\{[%{#])(?:tr|tc|p|r)(?=\s)")
_LOOP_WORDS = frozenset({"first", "last", "index", "length"})
_PLAIN = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.If, nodes.Not, nodes.And, nodes.Or)
_CALLED = {
    nodes.Filter: "a filter",
    nodes.Compare: "a comparison",
    nodes.Call: "a call",
    nodes.Const: "a constant",
    nodes.TemplateData: "a constant",
    nodes.Test: "a test with `is`",
    nodes.CondExpr: "a choice inside a value",
    nodes.Assign: "`set`",
    nodes.Getitem: "an index in brackets",
    nodes.Concat: "joining of texts",
    nodes.BinExpr: "arithmetic",
    nodes.UnaryExpr: "arithmetic",
    nodes.Literal: "a constant",
}


@cache
def _environment() -> Environment:
    return Environment(autoescape=True)


def parse(source: str) -> nodes.Template:
    """Parse tags in ``source`` (the words of a template, or a patched part); raises Jinja's TemplateSyntaxError."""
    return _environment().parse(_MARK.sub(r"\1", source))


def names_in(tree: nodes.Node) -> frozenset[str]:
    """Return the path of every blank in a parsed template."""
    return frozenset(path for path, _ in _uses([tree], {}))


def uses_in(tree: nodes.Node) -> tuple[tuple[str, int], ...]:
    """Return each path with the line of the source it stands on, in reading order."""
    return tuple(_uses([tree], {}))


def _uses(found: Iterable[nodes.Node], scope: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    for node in found:
        path = _path(node, scope)
        if path is not None:
            if path:
                yield path, node.lineno
        elif isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr):
            yield from _uses([node.node.node, *node.args], scope)  # the method is no blank
        elif isinstance(node, nodes.For):
            yield from _uses([node.iter], scope)
            yield from _uses(node.body, {**scope, "loop": "", **_targets(node, scope)})
            yield from _uses(node.else_, scope)
        else:
            yield from _uses(node.iter_child_nodes(), scope)


def _targets(loop: nodes.For, scope: Mapping[str, str]) -> dict[str, str]:
    rows = _path(loop.iter, scope)
    if isinstance(loop.target, nodes.Name):
        return {loop.target.name: f"{rows}[]" if rows else ""}
    return {name.name: "" for name in loop.target.find_all(nodes.Name)}


def _path(node: nodes.Node, scope: Mapping[str, str]) -> str | None:
    """Return the blank that ``node`` names, "" for the loop's own counters, None for anything else."""
    if isinstance(node, nodes.Name):
        return scope.get(node.name, node.name) if node.ctx == "load" else ""
    if isinstance(node, nodes.Getattr):
        owner = _path(node.node, scope)
        return f"{owner}.{node.attr}" if owner else owner
    return None


def logic_in(tree: nodes.Node) -> tuple[tuple[str, int], ...]:
    """Return what a template does beyond printing, testing and repeating, each with its line in the source."""
    return tuple(_logic(tree))


def _logic(node: nodes.Node) -> Iterator[tuple[str, int]]:
    if isinstance(node, nodes.For):
        plain = isinstance(node.target, nodes.Name) and not node.test and not node.recursive
        if not plain or _path(node.iter, {}) is None:
            yield "a loop that does more than repeat rows", node.lineno
            return
    elif isinstance(node, nodes.Getattr):
        if _path(node, {}) is None:
            yield from _logic(node.node)
        elif isinstance(node.node, nodes.Name) and node.node.name == "loop" and node.attr not in _LOOP_WORDS:
            yield f"`loop.{node.attr}`", node.lineno
        return
    elif not isinstance(node, _PLAIN) and not _by_docxtpl(node):
        known = next((word for kind, word in _CALLED.items() if isinstance(node, kind)), None)
        yield known or f"`{type(node).__name__.lower()}`", node.lineno
        return
    if not _by_docxtpl(node):
        for child in node.iter_child_nodes():
            yield from _logic(child)


def _by_docxtpl(node: nodes.Node) -> bool:
    # {% hm %} makes docxtpl write a cell's width as its own times loop.length.
    return isinstance(node, nodes.Mul) and isinstance(node.left, nodes.Const) and _path(node.right, {"loop": ""}) == ""


@cache
def blank_paths(kind: type) -> frozenset[str]:
    """Return the paths a document's context class (a dataclass) can fill."""
    return frozenset(path for path, _ in _paths_of("", kind))


@cache
def yes_no_paths(kind: type) -> frozenset[str]:
    """Return those of `blank_paths` that hold a yes or no."""
    return frozenset(path for path, hint in _paths_of("", kind) if hint is bool)


def _paths_of(path: str, hint: Any) -> Iterator[tuple[str, Any]]:
    if get_origin(hint) in {types.UnionType, Union}:
        for part in get_args(hint):
            yield from _paths_of(path, part)
    elif get_origin(hint) in {tuple, list, Sequence}:
        yield path, tuple
        yield from _paths_of(f"{path}[]", get_args(hint)[0])
    elif is_dataclass(hint) and isinstance(hint, type):
        hints = get_type_hints(hint)
        for field in fields(hint):
            yield from _paths_of(f"{path}.{field.name}" if path else field.name, hints[field.name])
    else:
        yield path, hint


def paths_in(context: object, path: str = "") -> frozenset[str]:
    """Return the paths that a context of plain mappings and rows fills."""
    if isinstance(context, Mapping):
        inner = (paths_in(value, f"{path}.{name}" if path else str(name)) for name, value in context.items())
        return frozenset().union(*inner)
    if isinstance(context, list):
        return frozenset({path}).union(*(paths_in(row, f"{path}[]") for row in context))
    return frozenset({path})


def known(path: str, blanks: frozenset[str]) -> bool:
    """Whether ``path`` is among ``blanks``, or is the group that some of them belong to."""
    return path in blanks or any(blank.startswith((f"{path}.", f"{path}[]")) for blank in blanks)


def near(path: str, blanks: Iterable[str]) -> tuple[str, ...]:
    """Return up to three blanks spelt much like ``path``, nearest first; a field is sought among its own row's."""
    group, _, name = path.rpartition(".")
    others = {other.rpartition(".")[2]: other for other in sorted(blanks) if other.rpartition(".")[0] == group}
    return tuple(others[close] for close in get_close_matches(name, others, n=3, cutoff=0.6))

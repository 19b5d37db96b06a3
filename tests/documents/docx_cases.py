"""Contexts for the docx tests: made for a template from the blanks it names, with a seed."""

# ruff: noqa: S311 - seeded dice

from __future__ import annotations

import random
from collections.abc import Iterator

from jinja2 import nodes

from kit.documents.docx_names import parse

WORDS = (
    "Alder & Finch <LLC>",
    'O\'Brien "Bob" Söhne',
    "Łódź",
    "五十",
    "$1,234.50",
    "a",
    "",
    "100% of it",
    "R&D > all; &amp; &#39;",
    "x{{ 7*7 }}y",
    "{% if %}",
    "90 Quay St\nOverton, XF 02135",
    "tab\there",
    "naïve café — “quoted”",
    "\N{GRINNING FACE}",
    "  two  spaces  ",
    "]]>",
    "<w:p>",
    "no break",
)


def contexts(paths: frozenset[str], yes_no: frozenset[str], count: int, seed: int = 7) -> Iterator[dict[str, object]]:
    """Yield ``count`` contexts that fill every path, from plain words to hard ones."""
    for number in range(count):
        yield _filled(paths, yes_no, random.Random(f"{seed}-{number}"), hard=number % 2 == 1)


def only_tested(source: str) -> frozenset[str]:
    """Return the names a template tests but never prints or repeats: they may be a plain yes or no."""
    tree = parse(source)
    tested = {name.name for test in tree.find_all(nodes.If) for name in [test.test] if isinstance(name, nodes.Name)}
    printed = {
        node.name for output in tree.find_all(nodes.Output) for node in output.nodes if isinstance(node, nodes.Name)
    }
    repeated = {loop.iter.name for loop in tree.find_all(nodes.For) if isinstance(loop.iter, nodes.Name)}
    return frozenset(tested - printed - repeated)


def _filled(paths: frozenset[str], yes_no: frozenset[str], dice: random.Random, *, hard: bool) -> dict[str, object]:
    groups: dict[str, set[str]] = {}
    context: dict[str, object] = {}
    for path in sorted(paths):
        name = path.replace("[]", "\0").split(".")[0].split("\0")[0]
        rest = path[len(name) :]
        groups.setdefault(name, set()).update({rest} if rest else ())
    for name, rests in groups.items():
        rows = {rest[2:].lstrip(".") for rest in rests if rest.startswith("[]")}
        if rows:
            inner = frozenset(rows - {""})
            size = dice.choice((0, 1, 2, 5, 24))
            context[name] = [
                _filled(inner, yes_no, dice, hard=hard) if inner else _word(dice, hard) for _ in range(size)
            ]
        elif rests:
            context[name] = _filled(frozenset(rest.lstrip(".") for rest in rests), yes_no, dice, hard=hard)
        else:
            context[name] = dice.random() < 0.5 if name in yes_no else _word(dice, hard)
    return context


def _word(dice: random.Random, hard: bool) -> str:
    return dice.choice(WORDS) if hard else f"word {dice.randrange(10**6):,}"

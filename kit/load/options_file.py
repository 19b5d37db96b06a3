"""What `kit options` reckons with, on disk: the kit's defaults in `templates/options.yaml`, and figures given as words.

A figure of the kit without a source, or a missing one, is a fault of its file: nothing is reckoned with silently.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from kit.findings import Finding, InvalidFile, Place, error
from kit.load import yaml_text
from kit.load.text_file import shown_path
from kit.load.tree import Key, Tree
from kit.load.validation import validate
from kit.model.fields import Frozen
from kit.model.options import Assumptions, filled
from kit.model.ranges import CODE, Given
from kit.paths import data_folder

OWN = {"recovery"}  # only the user can know them
FOLLOWS = {  # left out, they follow from something else: the age of the debt, the agency's fees, the court's list
    ("remind", "recovers"),
    ("agency", "recovers"),
    ("discount", "percent"),
    ("factoring", "recovers"),
    ("attorney_letter", "recovers"),
    ("small_claims", "fee"),
    ("court", "fee"),
}


@cache
def load_defaults() -> Assumptions:
    """Return the kit's own figures."""
    return read_defaults(data_folder("templates") / "options.yaml")


def read_defaults(path: Path) -> Assumptions:
    """Return the figures in the file at ``path``; raises `InvalidFile` with every fault, absent sources among them."""
    tree = yaml_text.read(path, shown_path(path))
    read = validate(Assumptions, tree)
    if faults := [*_incomplete(read, tree, ())]:
        raise InvalidFile(faults)
    return read


def _incomplete(group: Frozen, tree: Tree, loc: tuple[Key, ...]) -> Iterator[Finding]:
    for name in type(group).model_fields:
        value, here = getattr(group, name), (*loc, name)
        if value is None and name not in OWN and here not in FOLLOWS:
            yield error(CODE, f"`{'.'.join(map(str, here))}` has no figure", tree.place(*here), fix="Add it.")
        rows = value if isinstance(value, tuple) else (value,)
        for number, row in enumerate(rows):
            where = (*here, number) if isinstance(value, tuple) else here
            if isinstance(row, Given):
                yield from _unsourced(row, tree, where)
            elif isinstance(row, Frozen):
                yield from _incomplete(row, tree, where)


def _unsourced(given: Given, tree: Tree, loc: tuple[Key, ...]) -> Iterator[Finding]:
    for key in ("source", "read_on", "confidence"):
        if getattr(given, key) is None:
            name = ".".join(map(str, loc))
            yield error(CODE, f"`{name}` has no `{key}`", tree.place(*loc), fix="Say where the figure comes from.")


def read_words(words: Sequence[str]) -> Assumptions:
    """Return the figures in ``words``, each a path of keys, a sign of equality and a figure; raises `InvalidFile`."""
    read = Assumptions()
    faults: list[Finding] = []
    for word in words:
        try:
            read = filled(_read(word), read)
        except InvalidFile as err:
            faults += err.findings
    if faults:
        raise InvalidFile(faults)
    return read


def _read(word: str) -> Assumptions:
    shown = f"--set {word}"
    keys, sign, value = word.partition("=")
    if not sign or not all(keys.split(".")) or not value.strip():
        fix = "Write it like --set agency.percent=30 or --set plan.recovers=50-80."
        raise InvalidFile([error(CODE, f"`{word}` names no figure", Place(shown), fix=fix)])
    data: Any = value.strip()
    for key in reversed(keys.strip().split(".")):
        data = {key.strip(): data}
    return validate(Assumptions, Tree(shown, word, data))

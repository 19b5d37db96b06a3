"""YAML read as text with places.

Scalars stay text until a field understands them: ZIP 02134 stays 02134, `no`
in a name stays `no`, 10000.10 keeps its cents. Tags, merge keys, repeated keys
and more than a few anchors are refused; nobody types them on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from kit.findings import InvalidFile, Place, error
from kit.load.syntax import complaint
from kit.load.text_file import MAX_BYTES, not_yaml, read_text, unseen
from kit.load.tree import Key, Mark, Tree
from kit.load.yaml_build import Builder
from kit.load.yaml_quick import Odd, clean_documents

__all__ = ["MAX_BYTES", "Key", "Mark", "Tree", "documents", "parse", "read", "read_text"]

PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one where PyYAML was built with libyaml


def read(path: Path, shown: str) -> Tree:
    """Return the one document of the file at ``path``, named ``shown`` in findings. Raises `InvalidFile`."""
    return parse(read_text(path, shown), shown)


def parse(text: str, path: str) -> Tree:
    """Return the one document in ``text``; raises `InvalidFile` with every fault found."""
    trees = list(documents(text, path))
    if len(trees) > 1:
        place = trees[1].at(trees[1].mark)
        fix = "Keep one document in this file; remove the `---`."
        raise InvalidFile([error("K009", "a second document starts here", place, fix=fix)])
    if not trees or trees[0].data is None:
        raise InvalidFile([error("K010", "the file is empty", Place(path))])
    tree = trees[0]
    if not isinstance(tree.data, dict):
        fix = "Write `format: 1` first, then one `key: value` a line, with a space after the colon."
        raise InvalidFile([error("K010", "the file does not start with a `key: value` line", tree.place(), fix=fix)])
    return tree


def documents(text: str, path: str) -> Iterator[Tree]:
    """Yield each document of a stream. Raises `InvalidFile` at the first one that cannot be read."""
    if hidden := unseen(text, path):
        raise InvalidFile(hidden)
    read = 0
    try:
        for clean in clean_documents(PARSER(text)):
            again = partial(_placed, text, path, read)
            read += 1
            yield Tree(path, text, clean.data, clean.mark, empties=clean.empties, again=again)
    except (Odd, yaml.YAMLError):
        yield from islice(_with_places(text, path), read, None)


def _with_places(text: str, path: str) -> Iterator[Tree]:
    builder = Builder(path, text)
    try:
        parser = PARSER(text)
        try:
            yield from builder.run(parser)
        finally:
            parser.dispose()
    except yaml.reader.ReaderError:
        raise InvalidFile([*builder.faults, *not_yaml(text, path)]) from None
    except yaml.YAMLError as err:
        raise InvalidFile([*builder.faults, complaint(err, path, text)]) from None


def _placed(text: str, path: str, number: int) -> Tree:
    return _all_placed(text, path)[number]


@lru_cache(maxsize=1)  # each entry of a journal asks on its own
def _all_placed(text: str, path: str) -> list[Tree]:
    found: list[Tree] = []
    with suppress(InvalidFile):  # documents before a bad one have their places
        for tree in _with_places(text, path):
            found.append(tree)  # noqa: PERF402 - extend() would promise nothing about what came before the bad one
    return found

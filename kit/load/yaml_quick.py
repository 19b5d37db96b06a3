"""The quick way through a text that has nothing special in it, which is nearly every text.

Only the data is built; where things stand is worked out when somebody asks, by
the builder in `yaml_build`. At the first sign of anything that takes care (an
anchor, a tag, a repeated key, deep nesting) this one stops, and that one reads
the whole text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, NamedTuple

import yaml

from kit.load.tree import Mark, mark_of
from kit.load.yaml_build import MAX_DEPTH, MAX_NODES, MISSING, NO_KEYS

MAX_EMPTIES = 50  # each is compared with every key; past this, the other builder is quicker


class Odd(Exception):  # noqa: N818 - no error: the other builder will say whether it is one
    """Something here takes care."""


class Clean(NamedTuple):
    """A document with nothing special in it."""

    data: Any
    mark: Mark
    empties: list[tuple[Any, str]]  # mappings, and a key of theirs with nothing after it


def clean_documents(parser: Any) -> Iterator[Clean]:
    """Yield each document of a stream; raises `Odd` at the first that takes care, and what the parser raises."""
    get = parser.get_event
    try:
        while (kind := type(get())) is not yaml.StreamEndEvent:
            if kind is yaml.DocumentStartEvent:
                yield _document(get)
    finally:
        parser.dispose()


def _document(get: Callable[[], Any]) -> Clean:
    first = get()
    empties: list[tuple[Any, str]] = []
    if type(first) is yaml.MappingStartEvent and first.anchor is None and first.tag is None:
        data: dict[str, Any] = {}
        _fill(iter(get, None), data, empties)
        get()  # the document's end
        return Clean(data, mark_of(first), empties)
    raise Odd


def _fill(  # noqa: C901, PLR0912 - one flat loop: a call for each value would cost a third of the time
    events: Iterator[Any], top: dict[str, Any], empties: list[tuple[Any, str]]
) -> None:
    """Fill ``top`` up to its end."""
    box: Any = top
    key: Any = None  # waits for its value; always None in a list
    waiting: list[Any] = []
    for event in islice(events, MAX_NODES):
        kind = type(event)
        if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            if not waiting:
                return
            box, key = waiting.pop(), None
            continue
        if kind is yaml.AliasEvent or event.anchor is not None or event.tag is not None:
            raise Odd
        mapping = type(box) is dict
        if kind is yaml.ScalarEvent:
            value = event.value
            if mapping and key is None:
                key = _key(value, box, empties)
                continue
            if value in MISSING and not event.style:
                if not mapping or len(empties) == MAX_EMPTIES:
                    raise Odd
                empties.append((box, key))
                key = None
                continue
        elif len(waiting) >= MAX_DEPTH - 1 or (mapping and key is None):
            raise Odd
        else:
            value = {} if kind is yaml.MappingStartEvent else []
        if mapping:
            box[key], key = value, None
        else:
            box.append(value)
        if kind is not yaml.ScalarEvent:
            waiting.append(box)
            box = value
    raise Odd


def _key(value: str, box: dict[str, Any], empties: list[tuple[Any, str]]) -> str:
    if value in box or value in NO_KEYS or any(other is box and value == key for other, key in empties):
        raise Odd
    return value

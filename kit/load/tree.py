"""One YAML document as plain text values, and where each of them stands.

Positions are kept beside the data, by container, so that the data stays plain
dicts, lists and strings. A place is only worked out when somebody asks for it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from kit.findings import Place

Key = str | int
Mark = tuple[int, int, int, int]  # line and column of the start and of the end, from 0

BREAK = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")  # what YAML counts as the end of a line


@dataclass(slots=True)
class Tree:
    """One YAML document: plain dicts, lists and strings, and where each of them stands."""

    path: str
    text: str
    data: Any = None
    mark: Mark | None = None
    keys: dict[int, dict[Key, Mark]] = field(default_factory=dict)  # by id of the container
    values: dict[int, dict[Key, Mark]] = field(default_factory=dict)
    empties: list[tuple[Any, str]] = field(default_factory=list)  # mappings, and a key of theirs with nothing after it
    again: Callable[[], Tree] | None = None  # reads the document with its places, where that was left for later
    _placed: Any = None  # the data that ``keys`` and ``values`` tell the places of
    _lines: list[str] | None = None

    def place(self, *loc: Key) -> Place:
        """Return the place of the value at ``loc``, or of the nearest thing around it that exists."""
        return self._place(loc, "values")

    def key_place(self, *loc: Key) -> Place:
        """Return the place of the key at ``loc``; the nearest thing around it where there is none."""
        return self._place(loc, "keys")

    def has(self, *loc: Key) -> bool:
        """Say whether the document holds something at ``loc``."""
        return self.value(*loc) is not None

    def value(self, *loc: Key) -> Any:
        """Return what stands at ``loc``, None where nothing does."""
        here = self.data
        for step in loc:
            here = inside(here, step)
        return here

    def names(self, *loc: Key) -> bool:
        """Say whether the key at ``loc`` is written, even with nothing after it."""
        here = self._with_places()
        for step in loc[:-1]:
            here = inside(here, step)
        return loc[-1] in self.keys.get(id(here), {})

    def _with_places(self) -> Any:
        """Return the data whose places are known, working them out the first time."""
        if self._placed is None and self.again is not None:
            found = self.again()
            self.keys, self.values, self._placed = found.keys, found.values, found.data
        return self.data if self._placed is None else self._placed

    def _place(self, loc: tuple[Key, ...], kind: str) -> Place:
        here, mark = self._with_places(), self.mark
        last = self.keys if kind == "keys" else self.values
        held = mark  # the key of what was found last: where to look for what is not there
        for depth, step in enumerate(loc):
            wanted = last if depth == len(loc) - 1 else self.values
            found = wanted.get(id(here), {}).get(step) or self.values.get(id(here), {}).get(step)
            if found is None:
                mark = held if isinstance(here, dict | list) else mark
                break
            mark, held = found, self.keys.get(id(here), {}).get(step, found)
            here = inside(here, step)
        return self.at(mark)

    def at(self, mark: Mark | None) -> Place:
        """Return ``mark`` as a place in this file."""
        if mark is None:
            return Place(self.path)
        lines = self._split()
        number, column, last, end = mark
        if number >= len(lines):  # the parser ends an unfinished last line on a line of its own
            number = last = len(lines) - 1
            column = end = len(lines[number])
        line = lines[number]
        stop = end if last == number else len(line)
        return Place(self.path, number + 1, column + 1, max(1, stop - column), line)

    def _split(self) -> list[str]:
        if self._lines is None:
            # The reader refuses the rarer line ends, and splitting by pattern takes twenty times as long.
            self._lines = BREAK.split(self.text) if "\r" in self.text else self.text.split("\n")
        return self._lines


def mark_of(event: Any) -> Mark:
    """Return where ``event`` of the parser stands, as plain numbers; its own marks are three objects a value."""
    start, end = event.start_mark, event.end_mark
    return start.line, start.column, end.line, end.column


def places_at(path: str, text: str, offsets: Iterable[int]) -> list[Place]:
    """Return the places of the characters at ``offsets`` of ``text``."""
    starts = [0, *(found.end() for found in BREAK.finditer(text))]
    places = []
    for offset in offsets:
        number = bisect_right(starts, offset) - 1
        line = BREAK.split(text[starts[number] : starts[number + 1] if number + 1 < len(starts) else None], maxsplit=1)[
            0
        ]
        places.append(Place(path, number + 1, offset - starts[number] + 1, 1, line))
    return places


def inside(here: Any, step: Key) -> Any:
    """Return what ``here``, a mapping or a list, holds at ``step``; None where it holds nothing."""
    if isinstance(here, dict):
        return here.get(step)
    return here[step] if isinstance(here, list) and isinstance(step, int) and 0 <= step < len(here) else None

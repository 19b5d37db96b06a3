"""The parser's events become a tree of text.

Events, not composed nodes: composing recurses and crashes on deep nesting.
Open containers wait on a list; what aliases would expand to is counted, so a
file of a few lines cannot grow into millions of values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NoReturn

import yaml

from kit.findings import Finding, InvalidFile, error
from kit.load.tree import Key, Mark, Tree

MAX_DEPTH = 50
MAX_ANCHORS = 20
MAX_NODES = 200_000
MAX_FAULTS = 50

MISSING = frozenset({"", "~", "null"})  # `Null` with a capital is somebody's name


class Builder:
    """Builds one tree for each document of a stream, and collects what is wrong with it."""

    __slots__ = (
        "anchors",
        "box",
        "faults",
        "handlers",
        "key",
        "keys",
        "marks",
        "named",
        "nodes",
        "path",
        "since",
        "text",
        "tree",
        "waiting",
    )

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self.faults: list[Finding] = []
        self.handlers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
        }

    def run(self, parser: Any) -> Iterator[Tree]:
        """Yield a tree for each document; raises `InvalidFile` with the faults of the first bad one."""
        get = parser.get_event
        while True:
            kind = type(get())
            if kind is yaml.StreamEndEvent:
                return
            if kind is yaml.DocumentStartEvent:
                tree = self._document(get)
                if self.faults:
                    raise InvalidFile(self.faults)
                yield tree

    def _document(self, get: Callable[[], Any]) -> Tree:
        self.tree = tree = Tree(self.path, self.text)
        self.box: Any = None  # the innermost open container
        self.key: Any = None  # the key that waits for its value
        self.keys: dict[Key, Mark] = {}  # where the keys of the box stand
        self.marks: dict[Key, Mark] = {}  # where its values stand
        self.since = 0  # how many nodes there were when it opened
        self.waiting: list[tuple[Any, Any, dict[Key, Mark], dict[Key, Mark], int]] = []
        self.nodes = 0
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.named: dict[int, str] = {}  # open containers that have an anchor
        handlers = self.handlers
        while True:
            event = get()
            kind = type(event)
            if kind is yaml.DocumentEndEvent:
                return tree
            handlers[kind](event)

    def _scalar(self, event: Any) -> None:
        value = event.value
        if value in MISSING and not event.style:
            value = None
        if event.tag is not None or event.anchor is not None:
            self._tag(event)
            self._anchor(event, value, 1)
        self._put(event, value)

    def _open(self, event: Any) -> None:
        if len(self.waiting) >= MAX_DEPTH:
            self._give_up(event, "K006", f"lists and mappings are nested more than {MAX_DEPTH} deep")
        box: Any = {} if type(event) is yaml.MappingStartEvent else []
        if event.tag is not None or event.anchor is not None:
            self._tag(event)
            self._anchor(event, box, -1)
        self._put(event, box)
        self.waiting.append((self.box, self.key, self.keys, self.marks, self.since))
        self.box, self.key, self.keys, self.marks, self.since = box, None, {}, {}, self.nodes - 1
        self.tree.keys[id(box)], self.tree.values[id(box)] = self.keys, self.marks

    def _close(self, _event: Any) -> None:
        done = self.named.pop(id(self.box), None) if self.named else None
        if done is not None:
            self.anchors[done] = (self.box, self.nodes - self.since)
        self.box, self.key, self.keys, self.marks, self.since = self.waiting.pop()

    def _alias(self, event: Any) -> None:
        value, size = self.anchors.get(event.anchor, (None, 0))
        if size <= 0:
            self._fault(
                event,
                "K007",
                f"`*{event.anchor}` refers to {'itself' if size else 'nothing above it'}",
                "Put quotes around text that starts with `*`, or write the value out.",
            )
            value = ""
        self.nodes += max(size, 1) - 1
        self._put(event, value)

    def _put(self, event: Any, value: Any) -> None:
        """Put ``value`` where it belongs: into the open list, after its key, or keep it as the next key."""
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self._give_up(
                event,
                "K007",
                f"the file comes to more than {MAX_NODES:,} values",
                "Write the values out without aliases, or split the file.",
            )
        mark = (event.start_mark, event.end_mark)
        box = self.box
        if type(box) is dict:
            key = self.key
            if key is None:
                self.key = self._new_key(event, value, mark)
                return
            self.key = None
            self.marks.setdefault(key, mark)
            if value is not None:
                box.setdefault(key, value)
            else:
                self.tree.empties.append((box, key))
        elif box is None:
            self.tree.data, self.tree.mark = value, mark
        else:
            if value is None:
                self._fault(event, "K010", "this list item is empty", "Fill it in, or remove the line.")
            self.marks[len(box)] = mark
            box.append(value)

    def _new_key(self, event: Any, value: Any, mark: Mark) -> str:
        if value is None or type(value) is not str:
            self._give_up(
                event, "K008", "a key must be a word", 'Put quotes around a value that starts with { or [: "{...}".'
            )
        if value == "<<":
            self._fault(event, "K008", "merge keys (`<<`) are not read here", "Write the values out.")
        first = self.keys.setdefault(value, mark)
        if first is not mark:
            self._fault(
                event,
                "K005",
                f"`{value}` stands here a second time; the first is on line {first[0].line + 1}",
                "Keep one of them.",
            )
        return value

    def _tag(self, event: Any) -> None:
        if event.tag is not None and event.tag != "!":
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._fault(
                event, "K008", f"tags such as `{tag}` are not read here", "Remove the tag; plain text is enough."
            )

    def _anchor(self, event: Any, value: Any, size: int) -> None:
        if event.anchor is None:
            return
        if len(self.anchors) >= MAX_ANCHORS:
            self._give_up(event, "K007", f"the file has more than {MAX_ANCHORS} anchors", "Write the values out.")
        self.anchors[event.anchor] = (value, size)
        if size < 0:
            self.named[id(value)] = event.anchor

    def _fault(self, event: Any, code: str, message: str, fix: str = "") -> None:
        self.faults.append(error(code, message, self.tree.at((event.start_mark, event.end_mark)), fix=fix))
        if len(self.faults) >= MAX_FAULTS:
            raise InvalidFile(self.faults)

    def _give_up(self, event: Any, code: str, message: str, fix: str = "") -> NoReturn:
        place = self.tree.at((event.start_mark, event.end_mark))
        raise InvalidFile([*self.faults, error(code, message, place, fix=fix)])

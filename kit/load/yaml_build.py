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
from kit.load.tree import Key, Mark, Tree, mark_of

MAX_DEPTH = 50
MAX_ANCHORS = 20
MAX_NODES = 200_000
MAX_FAULTS = 50

MISSING = frozenset({"", "~", "null"})  # `Null` with a capital is somebody's name
NO_KEYS = MISSING | {"<<"}


class Builder:
    """Builds one tree for each document of a stream, and collects what is wrong with it."""

    __slots__ = (
        "anchors",
        "box",
        "faults",
        "handlers",
        "key",
        "keys",
        "mapping",
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
        self.mapping = False  # whether that is a mapping
        self.key: Any = None  # the key that waits for its value
        self.keys: dict[Key, Mark] = {}  # where its keys stand
        self.marks: dict[Key, Mark] = {}  # and its values
        self.since = 0  # how many nodes there were when it opened
        self.waiting: list[tuple[Any, bool, dict[Key, Mark], dict[Key, Mark], int]] = []
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
        """Take a text as the next key, or put it where it belongs. Most events come here."""
        value = event.value
        if event.tag is not None or event.anchor is not None:
            self._tag(event)
            self._anchor(event, value if event.style or value not in MISSING else None, 1)
        if self.mapping and self.key is None:
            self.nodes += 1
            if value in self.keys or value in NO_KEYS:
                self._odd_key(event, value)
            else:
                start, end = event.start_mark, event.end_mark  # written out: called for every value of a file
                self.keys[value] = (start.line, start.column, end.line, end.column)
            self.key = value
        else:
            self._put(event, None if value in MISSING and not event.style else value)

    def _open(self, event: Any) -> None:
        if len(self.waiting) >= MAX_DEPTH:
            self._give_up(event, "K006", f"lists and mappings are nested more than {MAX_DEPTH} deep")
        mapping = type(event) is yaml.MappingStartEvent
        box: Any = {} if mapping else []
        if event.tag is not None or event.anchor is not None:
            self._tag(event)
            self._anchor(event, box, -1)
        self._put(event, box)
        self.waiting.append((self.box, self.mapping, self.keys, self.marks, self.since))
        self.box, self.mapping, self.keys, self.marks, self.since = box, mapping, {}, {}, self.nodes - 1
        self.tree.keys[id(box)], self.tree.values[id(box)] = self.keys, self.marks

    def _close(self, _event: Any) -> None:
        done = self.named.pop(id(self.box), None) if self.named else None
        if done is not None:
            self.anchors[done] = (self.box, self.nodes - self.since)
        self.key = None
        self.box, self.mapping, self.keys, self.marks, self.since = self.waiting.pop()

    def _alias(self, event: Any) -> None:
        value, size = self.anchors.get(event.anchor, (None, 0))
        if size <= 0:
            message = f"`*{event.anchor}` refers to {'itself' if size else 'nothing above it'}"
            self._fault(event, "K007", message, "Put quotes around text that starts with `*`, or write the value out.")
            value = ""
        self.nodes += max(size, 1) - 1
        self._put(event, value)

    def _put(self, event: Any, value: Any) -> None:
        """Put ``value`` after its key, into the open list, or at the top."""
        self.nodes += 1
        if self.nodes > MAX_NODES:
            fix = "Write the values out without aliases, or split the file."
            self._give_up(event, "K007", f"the file comes to more than {MAX_NODES:,} values", fix)
        box = self.box
        if self.mapping:
            key = self.key
            if key is None:
                self._no_text(event, value)
                return
            self.key = None
            if key in self.marks:
                return  # a repeated key, which is a fault already
            self.marks[key] = mark_of(event)
            if value is None:
                self.tree.empties.append((box, key))
            else:
                box[key] = value
        elif box is None:
            self.tree.data, self.tree.mark = value, mark_of(event)
        else:
            if value is None:
                self._fault(event, "K010", "this list item is empty", "Fill it in, or remove the line.")
            self.marks[len(box)] = mark_of(event)
            box.append(value)

    def _no_text(self, event: Any, value: Any) -> None:
        """Take an alias of a text as a key; nothing else but text can be one."""
        if type(value) is not str:
            fix = 'Put quotes around a value that starts with { or [: "{...}".'
            self._give_up(event, "K008", "a key must be a word", fix)
        if value in self.keys or value in NO_KEYS:
            self._odd_key(event, value)
        self.keys.setdefault(value, mark_of(event))
        self.key = value

    def _odd_key(self, event: Any, value: str) -> None:
        if value in self.keys:
            first = self.keys[value][0] + 1
            message = f"`{value}` stands here a second time; the first is on line {first}"
            self._fault(event, "K005", message, "Keep one of them.")
        elif value == "<<":
            self._fault(event, "K008", "merge keys (`<<`) are not read here", "Write the values out.")
        elif not getattr(event, "style", ""):
            self._give_up(event, "K008", "a key must be a word", "Write `key: value`.")
        self.keys.setdefault(value, mark_of(event))

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
        self.faults.append(error(code, message, self.tree.at(mark_of(event)), fix=fix))
        if len(self.faults) >= MAX_FAULTS:
            raise InvalidFile(self.faults)

    def _give_up(self, event: Any, code: str, message: str, fix: str = "") -> NoReturn:
        place = self.tree.at(mark_of(event))
        raise InvalidFile([*self.faults, error(code, message, place, fix=fix)])

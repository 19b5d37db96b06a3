"""YAML read as text with places.

Scalars stay text until a field understands them: ZIP 02134 stays 02134, `no`
in a name stays `no`, 10000.10 keeps its cents. The builder eats the C parser's
events instead of composed nodes, because composing recurses and crashes on
deep nesting. Aliases share one object; what they would expand to is counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kit.findings import Finding, InvalidFile, Place, error

MAX_BYTES = 2_000_000
MAX_DEPTH = 50
MAX_ANCHORS = 20
MAX_NODES = 200_000

PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MISSING = frozenset({"", "~", "null"})  # `Null` with a capital is somebody's name

Key = str | int
Mark = tuple[Any, Any]  # start and end mark of an event, resolved only when a place is asked for


@dataclass(slots=True)
class Tree:
    """One YAML document: plain dicts, lists and strings, and where each of them stands."""

    path: str
    text: str
    data: Any = None
    mark: Mark | None = None
    keys: dict[int, dict[Key, Mark]] = field(default_factory=dict)  # by id of the container
    values: dict[int, dict[Key, Mark]] = field(default_factory=dict)

    def place(self, *loc: Key) -> Place:
        """Return the place of the value at ``loc``, or of the nearest thing around it that exists."""
        return self._place(loc, self.values)

    def key_place(self, *loc: Key) -> Place:
        """Return the place of the key at ``loc``; the nearest thing around it where there is none."""
        return self._place(loc, self.keys)

    def has(self, *loc: Key) -> bool:
        """Say whether the document holds something at ``loc``."""
        here = self.data
        for step in loc:
            if isinstance(here, dict) and step in here:
                here = here[step]
            elif isinstance(here, list) and isinstance(step, int) and step < len(here):
                here = here[step]
            else:
                return False
        return True

    def _place(self, loc: tuple[Key, ...], last: dict[int, dict[Key, Mark]]) -> Place:
        here, mark = self.data, self.mark
        for depth, step in enumerate(loc):
            own = (last if depth == len(loc) - 1 else self.values).get(id(here), {})
            found = own.get(step) or self.values.get(id(here), {}).get(step)
            if found is None:
                break
            if depth < len(loc) - 1 and isinstance(here, dict) and not isinstance(here.get(str(step)), dict | list):
                mark = found
                break
            mark = found
            here = here.get(step) if isinstance(here, dict) else here[step]
        return self.at(mark)

    def at(self, mark: Mark | None) -> Place:
        """Return ``mark`` as a place in this file."""
        if mark is None:
            return Place(self.path)
        start, end = mark
        line = self.line(start.line)
        stop = end.column if end.line == start.line else len(line)
        return Place(self.path, start.line + 1, start.column + 1, max(1, stop - start.column), line)

    def line(self, number: int) -> str:
        """Return the line ``number`` (from 0) as written."""
        lines = self.text.split("\n")
        return lines[number].rstrip("\r") if number < len(lines) else ""


def read_text(path: Path, shown: str) -> str:
    """Return the file as text without its byte order mark.

    Raises `InvalidFile` for a file that is absent, a folder, unreadable, over 2 MB or not UTF-8.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise InvalidFile([error("K001", "there is no such file", Place(shown))]) from None
    except IsADirectoryError:
        raise InvalidFile([error("K001", "this is a folder, not a file", Place(shown))]) from None
    except OSError as err:
        raise InvalidFile([error("K001", f"the file cannot be read: {err.strerror}", Place(shown))]) from None
    if len(raw) > MAX_BYTES:
        raise InvalidFile([error("K002", "the file is larger than 2 MB", Place(shown), fix="Split it, or move long texts into exhibits.")])
    return _decode(raw, shown)


def _decode(raw: bytes, shown: str) -> str:
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise InvalidFile([error("K003", "the file is saved as UTF-16", Place(shown), fix="Save it again as UTF-8.")])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as err:
        before = raw[: err.start].decode("utf-8", "replace")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        whole = raw.split(b"\n")[line - 1].decode("utf-8", "replace").rstrip("\r")
        place = Place(shown, line, column, 1, whole)
        message = f"the byte 0x{raw[err.start]:02X} is not UTF-8"
        raise InvalidFile([error("K003", message, place, fix="Save the file again as UTF-8.")]) from None


def read(path: Path, shown: str) -> Tree:
    """Return the one document of the file at ``path``, named ``shown`` in findings. Raises `InvalidFile`."""
    return parse(read_text(path, shown), shown)


def parse(text: str, path: str) -> Tree:
    """Return the one document in ``text``; raises `InvalidFile` with every fault found."""
    trees = list(documents(text, path))
    if len(trees) > 1:
        place = trees[1].at(trees[1].mark)
        raise InvalidFile([error("K009", "a second document starts here", place, fix="Keep one document in this file; remove the `---`.")])
    if not trees or trees[0].data is None:
        raise InvalidFile([error("K010", "the file is empty", Place(path))])
    tree = trees[0]
    if not isinstance(tree.data, dict):
        raise InvalidFile([error("K010", "the file does not start with a `key: value` line", tree.place())])
    return tree


def documents(text: str, path: str) -> Iterator[Tree]:
    """Yield each document of a stream. Raises `InvalidFile` at the first one that cannot be read."""
    builder = _Builder(path, text)
    try:
        parser = PARSER(text)
        try:
            yield from builder.run(parser)
        finally:
            parser.dispose()
    except yaml.YAMLError as err:
        raise InvalidFile([*builder.faults, _syntax(err, path, text)]) from None


class _Builder:
    """Builds one tree a document, keeping the open containers on a list of its own."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self.faults: list[Finding] = []

    def run(self, parser: Any) -> Iterator[Tree]:
        get = parser.get_event
        while True:
            event = get()
            if isinstance(event, yaml.StreamEndEvent):
                return
            if isinstance(event, yaml.DocumentStartEvent):
                tree = Tree(self.path, self.text)
                self._document(get, tree)
                if self.faults:
                    raise InvalidFile(self.faults)
                yield tree

    def _document(self, get: Any, tree: Tree) -> None:  # noqa: C901, PLR0912, PLR0915 - one loop over events, kept flat for speed
        open_: list[tuple[Any, Any, dict[Key, Mark], int]] = []  # container, waiting key, its marks, nodes before it
        anchors: dict[str, tuple[Any, int]] = {}
        opened: dict[int, str] = {}
        nodes = 0
        box: Any = None
        key: Any = None
        marks: dict[Key, Mark] = {}
        start = 0
        while True:
            event = get()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                value: Any = event.value
                if event.style is None and value in MISSING:
                    value = None
                nodes += 1
                if event.tag is not None or event.anchor is not None:
                    self._tag(tree, event)
                    if event.anchor is not None:
                        self._anchor(tree, anchors, event, value, 1)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                if len(open_) >= MAX_DEPTH:
                    place = tree.at((event.start_mark, event.end_mark))
                    raise InvalidFile([error("K006", f"lists and mappings are nested more than {MAX_DEPTH} deep", place)])
                value = {} if kind is yaml.MappingStartEvent else []
                nodes += 1
                self._tag(tree, event)
                if event.anchor is not None:
                    opened[id(value)] = event.anchor
                    self._anchor(tree, anchors, event, value, -1)
            elif kind is yaml.AliasEvent:
                value, size = anchors.get(event.anchor, (None, 0))
                if size <= 0:
                    self._fault(tree, event, "K007", f"`*{event.anchor}` refers to {'itself' if size else 'nothing above it'}")
                    value = None
                nodes += size
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                done = box
                box, key, marks, began = open_.pop()
                if id(done) in opened:
                    anchors[opened.pop(id(done))] = (done, nodes - start)
                start = began
                if not open_:
                    return self._end(get)
                continue
            else:
                return None
            if nodes > MAX_NODES:
                place = tree.at((event.start_mark, event.end_mark))
                raise InvalidFile([error("K007", "the file's aliases expand to more than 200,000 values", place)])
            mark = (event.start_mark, event.end_mark)
            if box is None:
                tree.data, tree.mark = value, mark
            elif type(box) is list:
                marks[len(box)] = mark
                if value is None:
                    self._fault(tree, event, "K010", "this list item is empty", "Fill it in, or remove the line.")
                box.append(value)
            elif key is None:
                key = self._key(tree, event, value, box)
                if key in tree.keys.setdefault(id(box), {}):
                    self._repeated(tree, event, key, tree.keys[id(box)][key])
                else:
                    tree.keys[id(box)][key] = mark
                if not isinstance(value, dict | list):
                    continue
            else:
                marks.setdefault(key, mark)
                if value is not None:
                    box.setdefault(key, value)
                if not (kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent):
                    key = None
            if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                open_.append((box, None, marks, start))
                box, key, marks, start = value, None, {}, nodes - 1
                tree.values[id(box)] = marks
            elif box is None:
                return self._end(get)

    def _end(self, get: Any) -> None:
        """Eat the document's end event."""
        get()

    def _key(self, tree: Tree, event: Any, value: Any, box: dict[str, Any]) -> str:
        if isinstance(value, str) and value != "<<":
            return value
        if value == "<<":
            self._fault(tree, event, "K008", "merge keys (`<<`) are not read here", "Write the values out.")
        else:
            self._fault(tree, event, "K008", "a key must be a word", "Write `key: value`; quote a key that holds { } or [ ].")
        return f"\0{len(box)}{event.start_mark.index}"

    def _repeated(self, tree: Tree, event: Any, key: str, first: Mark) -> None:
        self._fault(tree, event, "K005", f"`{key}` stands here a second time; the first is on line {first[0].line + 1}", "Keep one of them.")

    def _tag(self, tree: Tree, event: Any) -> None:
        if event.tag is not None and event.tag != "!":
            self._fault(tree, event, "K008", f"tags such as `{event.tag}` are not read here", "Remove the tag; plain text is enough.")

    def _anchor(self, tree: Tree, anchors: dict[str, tuple[Any, int]], event: Any, value: Any, size: int) -> None:
        if len(anchors) >= MAX_ANCHORS:
            place = tree.at((event.start_mark, event.end_mark))
            raise InvalidFile([error("K007", f"the file has more than {MAX_ANCHORS} anchors", place, fix="Write the values out.")])
        anchors[event.anchor] = (value, size)

    def _fault(self, tree: Tree, event: Any, code: str, message: str, fix: str = "") -> None:
        self.faults.append(error(code, message, tree.at((event.start_mark, event.end_mark)), fix=fix))


def _syntax(err: yaml.YAMLError, path: str, text: str) -> Finding:
    """Return the parser's complaint in words about the user's line."""
    if isinstance(err, yaml.reader.ReaderError):
        before = text[: err.position] if isinstance(err.position, int) else ""
        line, column = before.count("\n"), len(before) - (before.rfind("\n") + 1)
        char = err.character if isinstance(err.character, int) else ord(err.character[:1] or "\0")
        place = _place(path, text, line, column)
        return error("K004", f"the character U+{char:04X} may not stand in a YAML file", place, fix="Delete it.")
    mark = getattr(err, "problem_mark", None) or getattr(err, "context_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    place = _place(path, text, line, column)
    if place.text[: len(place.text) - len(place.text.lstrip())].count("\t"):
        tab = place.text.index("\t")
        return error("K004", "the line is indented with a tab", _place(path, text, line, tab), fix="Use spaces.")
    problem = str(getattr(err, "problem", None) or "it stops making sense").removeprefix("did not find expected ")
    if problem != getattr(err, "problem", None):
        problem = f"{problem.replace('<', '').replace('>', '')} was expected"
    fix = "Put quotes around text that holds `: `, ` #`, `{`, `[`, `*`, `&` or starts with a special sign; check the indentation."
    return error("K004", f"the YAML cannot be read here: {problem}", place, fix=fix)


def _place(path: str, text: str, line: int, column: int) -> Place:
    lines = text.split("\n")
    if line >= len(lines):
        line, column = len(lines) - 1, 0
    return Place(path, line + 1, column + 1, 1, lines[line].rstrip("\r"))

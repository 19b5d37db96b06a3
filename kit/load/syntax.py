"""What the YAML parser complains of, in words about the user's line.

The C parser and the one in Python say the same things differently, so a
complaint is known by a few words that both have in common.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from kit.findings import Finding, Place, error
from kit.load.tree import BREAK

_QUOTE = 'Put quotes around the value: "..."'
_LINE_UP = "Start the line in the same column as the lines beside it; quote a value that holds quotes."

# Words of the complaint (and of what was being read), our sentence, what to type, whether to point at where it began.
_KNOWN: tuple[tuple[str, str, str, str, bool], ...] = (
    ("end of stream", "quoted scalar", "the quote that opens here is never closed", "Close it on the same line.", True),
    (
        "document indicator",
        "quoted scalar",
        "the quote that opens here is never closed",
        "Close it on the same line.",
        True,
    ),
    ("escape", "", "a backslash in double quotes starts a special sign", "Use single quotes: '...'", False),
    ("hexdecimal", "", "a backslash in double quotes starts a special sign", "Use single quotes: '...'", False),
    (
        "node content",
        "flow node",
        "a `[` or `{` is not closed, or a value is missing before this sign",
        "Close it; quote values that hold `,` `[` `]` `{` or `}`.",
        False,
    ),
    ("node content", "", "a value may not start with this sign", _QUOTE, False),
    (
        "']'",
        "",
        "the list that opens here with `[` is not closed",
        "Close it with `]`; quote values that hold `,` `[` or `]`.",
        True,
    ),
    (
        "'}'",
        "",
        "the group that opens here with `{` is not closed",
        "Close it with `}`; quote values that hold `,` `{` or `}`.",
        True,
    ),
    (
        "mapping values are not allowed",
        "",
        "a second `:` stands here where no key can be",
        _QUOTE + ", or line it up with the lines above.",
        False,
    ),
    ("cannot start any token", "", "a value may not start with this sign", _QUOTE, False),
    (
        "could not find expected ':'",
        "",
        "this line has no `:` after its key",
        "Write `key: value`, with a space after the colon.",
        True,
    ),
    ("alphabetic or numeric", "", "a value may not start with `*` or `&`", _QUOTE, True),
    ("expected alphanumeric", "", "a value may not start with `*` or `&`", _QUOTE, True),
    (
        "'-' indicator",
        "",
        "this line stands among list items but has no `-`",
        "Start it with `- `, or line it up with the key it belongs to.",
        False,
    ),
    (
        "expected <block end>",
        "block collection",
        "this line stands among list items but has no `-`",
        "Start it with `- `, or line it up with the key it belongs to.",
        False,
    ),
    ("expected key", "", "this does not line up with the lines above it", _LINE_UP, False),
    ("expected <block end>", "block mapping", "this does not line up with the lines above it", _LINE_UP, False),
    (
        "sequence entries are not allowed",
        "",
        "a list cannot start here",
        "Start the list on a line of its own, below its key.",
        False,
    ),
    ("expected <document start>", "", "this does not line up with the lines above it", _LINE_UP, False),
    ("undefined tag handle", "", "a value may not start with `!`", _QUOTE, False),
    ("tag", "", "a value may not start with `!`", _QUOTE, False),
    ("block scalar", "", "nothing but a comment may stand after `|` or `>`", "Start the text on the next line.", False),
    (
        "line break",
        "scanning a block scalar",
        "nothing but a comment may stand after `|` or `>`",
        "Start the text on the next line.",
        False,
    ),
    ("incompatible", "", "a line may not start with `%`", _QUOTE, False),
    (
        "indentation indicator",
        "",
        "nothing but a comment may stand after `|` or `>`",
        "Start the text on the next line.",
        False,
    ),
    ("directive", "", "a line may not start with `%`", _QUOTE, False),
)


def complaint(err: yaml.YAMLError, path: str, text: str) -> Finding:
    """Return the parser's complaint as a finding in ``text``."""
    at = getattr(err, "problem_mark", None) or getattr(err, "context_mark", None)
    place = _place(path, text, at)
    indent = place.text[: len(place.text) - len(place.text.lstrip())]
    if "\t" in indent:
        place = Place(path, place.line, indent.index("\t") + 1, 1, place.text)
        return error("K004", "the line is indented with a tab", place, fix="Use spaces.")
    problem, context = str(getattr(err, "problem", None) or ""), str(getattr(err, "context", None) or "")
    if "'\\t'" in problem or "\t" in problem or place.text[place.column - 1 : place.column] == "\t":
        return error("K004", "a tab stands here where a space was expected", place, fix="Use spaces.")
    if after := _after_quote(place, problem):
        return after
    if "mapping values" in problem and (above := _no_space(path, text, place)):
        return above
    for words, reading, sentence, fix, at_start in _KNOWN:
        if words in problem and reading in context:
            return error("K004", sentence, _place(path, text, _start(err) or at) if at_start else place, fix=fix)
    return error(
        "K004",
        "the line cannot be read from here on",
        place,
        fix="Put quotes around text with special signs; check the indentation.",
    )


def _after_quote(place: Place, problem: str) -> Finding | None:
    """Know `"a" b` and `'it's'`, which the parser reports as bad alignment."""
    before = place.text[: place.column - 1].rstrip()
    if not before.endswith(("'", '"')) or ("expected key" not in problem and "expected <block end>" not in problem):
        return None
    fix = "Put the whole value into double quotes; inside single quotes, write '' for an apostrophe."
    return error("K004", "more text stands here after the closing quote", place, fix=fix)


def _no_space(path: str, text: str, place: Place) -> Finding | None:
    """Know `key:value` on the line above, which the parser reads on as one long text."""
    above = BREAK.split(text)[place.line - 2] if place.line > 1 else ""
    found = re.match(r"\s*(?:- )?[A-Za-z_]\w*:(?=[^\s/])", above)
    if not found:
        return None
    here = Place(path, place.line - 1, found.end(), 1, above)
    return error("K004", "no space stands after the colon", here, fix="Write `key: value`.")


def _start(err: Any) -> Any:
    return getattr(err, "context_mark", None)


def _place(path: str, text: str, mark: Any) -> Place:
    """Return the place of ``mark``; the end of the last line that says something, where the mark lies past it."""
    lines = BREAK.split(text)
    number, column = (mark.line, mark.column) if mark else (0, 0)
    if number >= len(lines) or (number == len(lines) - 1 and not lines[number].strip()):
        number = max((n for n, line in enumerate(lines) if line.strip()), default=0)
        column = len(lines[number])
    return Place(path, number + 1, min(column, len(lines[number])) + 1, 1, lines[number])

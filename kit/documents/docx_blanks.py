"""The values that go into a docx: finished text, yes or no, and rows of these.

Whatever Word cannot hold is refused by name. docxtpl drops control characters
without a word and, after half a surrogate pair, the rest of the paragraph; a
letter that lost words on the way is worse than no letter. Line breaks and tabs
are text; None never is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from kit.findings import KitError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

# Controls other than tab and line break, half surrogate pairs, and the two that XML forbids.
_REFUSED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_NEEDS_DOCXTPL = frozenset({"InlineImage", "Subdoc"})
_FROM_DOCXTPL = ("docxtpl.",)


class Unprintable(KitError):  # noqa: N818 - says what the blank is
    """A blank that is no text stands where text is printed."""


class _YesNo:
    __slots__ = ("_yes", "path")

    def __init__(self, path: str, *, yes: bool) -> None:
        self.path = path
        self._yes = yes

    def __bool__(self) -> bool:
        return self._yes

    def __str__(self) -> str:
        raise Unprintable(f"the blank `{self.path}` is a yes or no, and stands where text is printed")


class Row(dict[str, Any]):
    """The blanks of one row or group; printing it whole is an error."""

    __slots__ = ("path",)
    path: str

    def __str__(self) -> str:
        raise Unprintable(f"the blank `{self.path}` is a group of others, and stands where text is printed")


class _Rows(list[Any]):
    __slots__ = ("path",)
    path: str

    def __str__(self) -> str:
        raise Unprintable(f"the blank `{self.path}` is rows, and stands where text is printed")


@dataclass(frozen=True, slots=True)
class Blanks:
    """Values ready for a template, and what is known of all of them together."""

    values: Row
    escaped: Row  # the same, as XML inside a run's text
    empty: bool  # one of the texts is empty
    breaks: bool  # one holds a line break
    tabs: bool
    markup: bool  # one is a RichText or Listing, which brings XML of its own
    package: bool  # one is an InlineImage or Subdoc, which brings parts of its own


def blanks_of(context: DataclassInstance) -> dict[str, object]:
    """Return the fields of a frozen dataclass by name, one level deep; rows stay as they are until rendered."""
    names, values = _reader(type(context))
    return dict(zip(names, values(context), strict=True))


def prepared(context: Mapping[str, object]) -> Blanks:
    """Check every value and return plain rows; a `KitError` names the blank and what is wrong with it."""
    texts: list[str] = []
    foreign: list[object] = []
    values = _row(context, context.values(), texts, foreign, "")
    together = "".join(texts)
    # isprintable runs at the speed of memory, the pattern does not; most values pass the first.
    if foreign or (not together.isprintable() and _REFUSED.search(together)):
        fault = next((fault for name, value in context.items() if (fault := _first_fault(value, name))), "")
        if fault:
            raise KitError(fault)
        together += "".join(str(value) for value in foreign if not _brings_parts(value))
    breaks = "\n" in together
    special = breaks or "&" in together or "<" in together or ">" in together
    return Blanks(
        values,
        _escaped(values) if special else values,
        empty="" in texts,
        breaks=breaks,
        tabs="\t" in together or "\a" in together or "\f" in together,
        markup=bool(foreign),
        package=any(_brings_parts(value) for value in foreign),
    )


def _row(names: Iterable[str], values: Iterable[object], texts: list[str], foreign: list[object], path: str) -> Row:
    row = Row()
    row.path = path
    for name, value in zip(names, values, strict=True):
        if type(value) is str:
            texts.append(value)
            row[name] = value
        else:
            row[name] = _plain(value, texts, foreign, f"{path}.{name}" if path else name)
    return row


def _plain(value: object, texts: list[str], foreign: list[object], path: str) -> object:
    kind = type(value)
    if kind is bool:
        return _YesNo(path, yes=value is True)
    if isinstance(value, (tuple, list)):
        rows = _Rows(_plain(item, texts, foreign, f"{path}[]") for item in value)
        rows.path = path
        return rows
    if isinstance(value, Mapping):
        return _row(value, value.values(), texts, foreign, path)
    if is_dataclass(kind):
        names, fields_of = _reader(kind)
        return _row(names, fields_of(value), texts, foreign, path)
    if isinstance(value, str) and not hasattr(value, "__html__"):
        texts.append(str(value))
        return str(value)
    foreign.append(value)
    return value


def _escaped(value: Any) -> Any:
    kind = type(value)
    if kind is str:
        if "&" in value or "<" in value or ">" in value or "\n" in value:
            value = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", _BREAK)
        return value
    if kind is Row:
        same: Row | _Rows = Row({name: _escaped(item) for name, item in value.items()})
    elif kind is _Rows:
        same = _Rows(_escaped(item) for item in value)
    else:
        return value
    same.path = value.path
    return same


_READERS: dict[type, tuple[tuple[str, ...], Callable[[object], tuple[object, ...]]]] = {}


def _reader(kind: type) -> tuple[tuple[str, ...], Callable[[object], tuple[object, ...]]]:
    # dataclasses.asdict copies every value deeply, which takes longer than rendering does.
    found = _READERS.get(kind)
    if found is None:
        names = tuple(field.name for field in fields(kind))
        several = attrgetter(*names) if len(names) > 1 else lambda row: tuple(getattr(row, name) for name in names)
        found = _READERS[kind] = (names, several)
    return found


def _brings_parts(value: object) -> bool:
    return type(value).__name__ in _NEEDS_DOCXTPL and type(value).__module__.startswith(_FROM_DOCXTPL)


def refuse_characters(blank: str, text: str) -> None:
    """Raise a `KitError` when ``text`` holds a character that a docx cannot."""
    found = _REFUSED.search(text)
    if found:
        raise KitError(_bad_character(blank, text, found.start()))


def _first_fault(value: object, path: str) -> str:
    if isinstance(value, str) and not hasattr(value, "__html__"):
        found = _REFUSED.search(value)
        return _bad_character(path, value, found.start()) if found else ""
    if isinstance(value, bool):
        return ""
    if value is None:
        return f"the blank `{path}` has no value"
    if isinstance(value, (tuple, list)):
        inner = [(f"{path}[{number}]", item) for number, item in enumerate(value)]
    elif isinstance(value, Mapping) or is_dataclass(value):
        rows = value if isinstance(value, Mapping) else dict(zip(*_pairs(value), strict=True))
        inner = [(f"{path}.{name}" if path else str(name), item) for name, item in rows.items()]
    elif hasattr(value, "__html__"):
        return ""
    else:
        return f"the blank `{path}` holds {value!r} ({type(value).__name__}) where finished text belongs"
    return next((fault for where, item in inner if (fault := _first_fault(item, where))), "")


def _pairs(row: Any) -> tuple[tuple[str, ...], tuple[object, ...]]:
    names, values = _reader(type(row))
    return names, values(row)


def _bad_character(blank: str, text: str, at: int) -> str:
    near = "".join(ch if ch.isprintable() else "\N{WHITE SQUARE}" for ch in text[max(at - 20, 0) : at + 20])
    return f"the blank `{blank}` holds the character U+{ord(text[at]):04X}, which no document can show, in “{near}”"

"""The values that go into a docx: finished text, yes or no, and rows of these.

Whatever Word cannot hold is refused by name. docxtpl drops control characters
without a word and, after half a surrogate pair, the rest of the paragraph; a
letter that lost words on the way is worse than no letter. Line breaks and tabs
are text; None never is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from kit.findings import KitError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

# Controls other than tab and line break, half surrogate pairs, and the two that XML forbids.
_REFUSED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_NEEDS_DOCXTPL = frozenset({"InlineImage", "Subdoc"})
_FROM_DOCXTPL = ("docxtpl.",)


@dataclass(frozen=True, slots=True)
class Blanks:
    """Values ready for a template, and what is known of all of them together."""

    values: dict[str, Any]
    empty: bool  # one of the texts is empty
    quotes: bool  # one holds ' or "
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
    values = {name: _plain(value, texts, foreign) for name, value in context.items()}
    together = "".join(texts)
    # isprintable runs at the speed of memory, the pattern does not; most values pass the first.
    if foreign or (not together.isprintable() and _REFUSED.search(together)):
        fault = next((fault for name, value in context.items() if (fault := _first_fault(value, name))), "")
        if fault:
            raise KitError(fault)
        together += "".join(str(value) for value in foreign if not _brings_parts(value))
    return Blanks(
        values,
        empty="" in texts,
        quotes="'" in together or '"' in together,
        breaks="\n" in together,
        tabs="\t" in together or "\a" in together or "\f" in together,
        markup=bool(foreign),
        package=any(_brings_parts(value) for value in foreign),
    )


def _plain(value: object, texts: list[str], foreign: list[object]) -> object:
    kind = type(value)
    if kind is str:
        texts.append(value)  # type: ignore[arg-type]
        return value
    if kind is bool:
        return value
    if kind is tuple or kind is list:
        return [_plain(item, texts, foreign) for item in value]  # type: ignore[attr-defined]
    if isinstance(value, Mapping):
        return {name: _plain(item, texts, foreign) for name, item in value.items()}
    if is_dataclass(kind):
        names, values = _reader(kind)
        return {name: _plain(item, texts, foreign) for name, item in zip(names, values(value), strict=True)}
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return _plain(str(value), texts, foreign)
    foreign.append(value)
    return value


@cache
def _reader(kind: type) -> tuple[tuple[str, ...], Callable[[object], tuple[object, ...]]]:
    # dataclasses.asdict copies every value deeply, which takes longer than rendering does.
    names = tuple(field.name for field in fields(kind))
    if len(names) > 1:
        return names, attrgetter(*names)
    return names, lambda row: tuple(getattr(row, name) for name in names)


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
        return f"the blank `{path}` holds {value!r}, a {type(value).__name__}, where finished text belongs"
    return next((fault for where, item in inner if (fault := _first_fault(item, where))), "")


def _pairs(row: object) -> tuple[tuple[str, ...], tuple[object, ...]]:
    names, values = _reader(type(row))
    return names, values(row)


def _bad_character(blank: str, text: str, at: int) -> str:
    near = "".join(ch if ch.isprintable() else "\N{WHITE SQUARE}" for ch in text[max(at - 20, 0) : at + 20])
    return f"the blank `{blank}` holds the character U+{ord(text[at]):04X}, which no document can show, in “{near}”"

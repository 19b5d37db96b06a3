"""A template tried out: filled once with every blank and once with as little as there can be.

What reading the tags cannot show, this does: an if that opens in a table and closes
below it, rows printed as one word, text that lands between paragraphs, where Word
shows nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from kit.documents.docx import CompiledDocx
from kit.documents.docx_blanks import Unprintable
from kit.documents.docx_zip import parts_of
from kit.findings import Finding, KitError, Place, error

_SHOWN = frozenset({"t", "instrText", "delText"})
_FIRST = re.compile(r"([^.\[]+)(.*)")
_OPEN, _CLOSE = "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}", "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"


def tried(content: bytes, name: str, paths: frozenset[str], yes_no: frozenset[str]) -> Iterator[Finding]:
    """Yield what goes wrong (K305, K308) when the template ``content`` is filled with ``paths``."""
    try:
        compiled = CompiledDocx(content, name)
        compiled.render(example(paths, yes_no, full=False))
        full = compiled.render(example(paths, yes_no, full=True))
    except Unprintable as err:
        yield error(
            "K308", str(err), Place(name), fix="test it with {%p if name %}, or repeat it with {%tr for row in name %}"
        )
    except KitError as err:
        yield error(
            "K305", str(err), Place(name), fix="open and close each if and loop in the same table, row or paragraph"
        )
    else:
        for path in sorted(_lost(parts_of(full, name), paths)):
            fix = f"write {{{{ {path.rpartition('.')[2]} }}}} inside a sentence"
            yield error("K308", f"`{path}` is printed where Word shows no text", Place(name), fix=fix)


def example(paths: Iterable[str], yes_no: frozenset[str] = frozenset(), *, full: bool, at: str = "") -> dict[str, Any]:
    """Return a context that fills ``paths``: each text its own path, two rows, yes; or nothing, none, no."""
    groups: dict[str, set[str]] = {}
    for path in paths:
        found = _FIRST.fullmatch(path)
        if found:
            groups.setdefault(found[1], set()).add(found[2])
    return {name: _value(rests, f"{at}{name}", yes_no, full=full) for name, rests in sorted(groups.items())}


def _value(rests: set[str], path: str, yes_no: frozenset[str], *, full: bool) -> Any:
    rows = {rest[2:] for rest in rests if rest.startswith("[]")}
    if rows:
        return [_value(rows, f"{path}[]", yes_no, full=full)] * 2 if full else []
    inner = {rest[1:] for rest in rests if rest.startswith(".")}
    if inner:
        return example(inner, yes_no, full=full, at=f"{path}.")
    if path in yes_no:
        return full
    return f"{_OPEN}{path}{_CLOSE}" if full else ""


def _lost(parts: dict[str, bytes], paths: frozenset[str]) -> set[str]:
    from lxml import etree  # noqa: PLC0415

    marks = {f"{_OPEN}{path}{_CLOSE}": path for path in paths}
    lost: set[str] = set()
    for part, content in parts.items():
        if part.startswith("word/") and part.endswith(".xml") and _OPEN.encode() in content:
            for element in etree.fromstring(content).iter(etree.Element):
                loose = (element.tail or "") + ("" if etree.QName(element).localname in _SHOWN else element.text or "")
                lost.update(path for mark, path in marks.items() if mark in loose)
    return lost

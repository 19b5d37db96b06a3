"""Proof of a filled form: it is opened again, read and looked at, as a clerk's program and printer would.

Every answer must be stored as it was given, stand on paper whole and inside its
rectangle, and be seen; and nothing beside the answers may look different.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

from kit.documents.forms.blank import Blank
from kit.documents.forms.field import OFF, Field, FieldKind
from kit.documents.forms.fill import Filled
from kit.documents.forms.requests import option, plain
from kit.documents.forms.seen import changes, printed
from kit.findings import Finding, error

_BOXES = (FieldKind.BOX, FieldKind.RADIO)
_SHOWN = 60  # characters of an answer in a finding


def prove(blank: Blank, filled: Filled, values: Mapping[str, str]) -> tuple[Finding, ...]:
    """Return what is wrong with a filled copy of ``blank`` that should say ``values``; nothing where all is well."""
    fields = [blank.fields[name] for name in blank.fields if name in values]
    found = [*_stored(fields, filled, values), *_whole(fields, filled), *_looks(blank, fields, filled)]
    return tuple(found)


def _stored(fields: list[Field], filled: Filled, values: Mapping[str, str]) -> Iterator[Finding]:
    from pypdf import PdfReader  # noqa: PLC0415 - heavy, and only a proof reads a form with it

    reader = PdfReader(io.BytesIO(filled.pdf))
    read = reader.get_fields() or {}
    for field in fields:
        wanted = values[field.name] if field.kind in _BOXES else plain(field, values[field.name])
        has = str(read.get(field.name, {}).get("/V", "")).replace("\r\n", "\n").replace("\r", "\n")
        if field.kind in _BOXES:
            states = {str(reader.get_object(one.number).get("/AS", OFF)) for one in field.widgets}  # type: ignore[union-attr]
            right = {wanted if wanted in one.states else OFF for one in field.widgets}
            if _bytes(has) != _bytes(wanted) or set(map(_bytes, states)) != set(map(_bytes, right)):
                yield error("K540", f"`{field.name}` should be set to {wanted} and reads back as {has or 'nothing'}")
        elif has != filled.shown.get(field.name):
            yield error("K541", f"`{field.name}` reads back as “{_short(has)}”, not as what was filled in")
        elif not _complete(field, filled, wanted):
            yield error("K542", f"`{field.name}`: a part of “{_short(wanted)}” is neither shown nor left over")


def _bytes(state: str) -> bytes:
    """Return a state as it stands in the file; a name that is no UTF-8 is read in two ways."""
    plain_bytes = state.encode("utf-8", "surrogateescape")
    try:
        plain_bytes.decode()
    except UnicodeDecodeError:
        return plain_bytes.decode("latin-1").encode()
    return plain_bytes


def _complete(field: Field, filled: Filled, wanted: str) -> bool:
    """Say whether what is shown and what is left over make the whole answer."""
    if field.name in filled.overflow:
        return f"{filled.kept[field.name]} {filled.overflow[field.name]}".split() == wanted.split()
    pair = option(field, wanted) if field.options else None
    return filled.shown[field.name] == (pair[0] if pair else wanted)


def _whole(fields: list[Field], filled: Filled) -> Iterator[Finding]:
    texts = [field for field in fields if field.kind not in _BOXES and filled.shown.get(field.name)]
    places = {one.number: (one.page, one.rect) for field in texts for one in field.widgets}
    found = printed(filled.pdf, places)
    for field in texts:
        pair = option(field, filled.shown[field.name]) if field.options else None
        wanted = pair[1] if pair else filled.shown[field.name]
        for widget in field.widgets:
            said = found[widget.number]
            if not said.holds(wanted):
                message = f"`{field.name}` shows “{_short(said.text)}” on page {widget.page}, not “{_short(wanted)}”"
                yield error("K543", message)
            elif outside := said.outside(wanted):
                message = f"`{field.name}`: “{_short(outside)}” stands outside its rectangle on page {widget.page}"
                yield error("K544", message)


def _looks(blank: Blank, fields: list[Field], filled: Filled) -> Iterator[Finding]:
    places = {one.number: (one.page, one.rect) for field in fields for one in field.widgets}
    seen = changes(blank, filled.pdf, places)
    for page in seen.pages:
        yield error("K545", f"page {page} looks different from the blank beside the fields that were filled")
    for field in fields:
        value = filled.shown.get(field.name, "")
        if field.value and field.kind not in _BOXES:
            continue  # the blank itself said something there, perhaps the same
        for widget in field.widgets:
            on = value in widget.states if field.kind in _BOXES else bool(value.strip())
            if on and field.value != value and not seen.changed[widget.number]:
                yield error("K546", f"`{field.name}` cannot be seen on page {widget.page}")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"

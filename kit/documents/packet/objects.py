"""Plain values as objects of a PDF: ``{"/Type": "/Font"}`` and no more ceremony."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

if TYPE_CHECKING:
    from pypdf import PdfWriter


def obj(value: object) -> PdfObject:
    """Return a value as it stands in a PDF: text with a leading slash is a name, other text a string."""
    if isinstance(value, PdfObject):
        return value
    if isinstance(value, str):
        return NameObject(value) if value.startswith("/") else TextStringObject(value)
    if isinstance(value, int):
        return NumberObject(value)
    if isinstance(value, float):
        return NumberObject(int(value)) if value.is_integer() else FloatObject(f"{value:.4f}")
    if isinstance(value, Mapping):
        return dictionary(value)
    if isinstance(value, list | tuple):
        return ArrayObject(obj(item) for item in value)
    raise TypeError(type(value))


def dictionary(entries: Mapping[str, object]) -> DictionaryObject:
    """Return a mapping as a dictionary; a key that starts with a slash is a name already."""
    return DictionaryObject({NameObject(key): obj(value) for key, value in entries.items()})


def stream(data: bytes, entries: Mapping[str, object] | None = None) -> StreamObject:
    """Return ``data``, deflated, as a stream."""
    plain = DecodedStreamObject()
    plain.set_data(data)
    packed = plain.flate_encode()
    packed.update(dictionary(entries or {}))
    return packed


def added(writer: PdfWriter, thing: DictionaryObject) -> IndirectObject:
    """Give a PDF a dictionary or a stream as an object of its own, and return the reference to it."""
    thing.indirect_reference = None  # what has the attribute is numbered when it is cloned
    return cast("IndirectObject", thing.clone(writer).indirect_reference)

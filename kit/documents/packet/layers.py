"""Layers of a part, such as those of a drawing: what its author hid stays hidden in the packet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from kit.documents.packet.objects import dictionary
from kit.documents.packet.opening import OpenPart

if TYPE_CHECKING:
    from pypdf import PdfWriter


def carry(writer: PdfWriter, parts: Sequence[OpenPart]) -> None:
    """Tell the packet which layers of ``parts`` there are, and which are not shown."""
    groups, hidden = ArrayObject(), ArrayObject()
    for part in parts:
        layers = cast("DictionaryObject", part.reader.root_object.get("/OCProperties", DictionaryObject()).get_object())
        known = _list(layers, "/OCGs")
        default = cast("DictionaryObject", layers.get("/D", DictionaryObject()).get_object())
        shown = _list(default, "/ON")
        off = [one for one in known if one not in shown] if default.get("/BaseState") == "/OFF" else []
        groups.extend(one.clone(writer) for one in known)
        hidden.extend(one.clone(writer) for one in [*off, *_list(default, "/OFF")])
    if groups:
        said = dictionary({"/OCGs": groups, "/D": {"/Order": ArrayObject(), "/ON": ArrayObject(), "/OFF": hidden}})
        writer.root_object[NameObject("/OCProperties")] = said


def _list(entries: DictionaryObject, key: str) -> ArrayObject:
    found = entries.get(key, ArrayObject()).get_object()
    return found if isinstance(found, ArrayObject) else ArrayObject()

"""Every field of a clean form by its full name, with what filling needs to know of it.

A field may stand in several places, inherit from its parents, or share its full
name with another one that means the same; each place on a page is found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf

from kit.documents.forms.field import Align, Field, FieldKind, Style, Widget
from kit.documents.forms.place import Places
from kit.documents.forms.styles import Styles
from kit.documents.forms.values import flag, number, text

DEEPEST = 40  # a chain of parents
MOST = 20_000  # nodes of the tree of fields
_INHERITED = ("/FT", "/Ff", "/V", "/DA", "/Q", "/MaxLen", "/Opt")
_SET = "/Yes"  # the state of a box that brings no pictures
_ALIGNS = {1: Align.CENTRE, 2: Align.RIGHT}
_WRITTEN = ("/V", "/RV", "/I")  # of a holder: what filling writes, or what would speak against it
_READ_ONLY, _REQUIRED, _MULTILINE, _COMB = 1, 2, 13, 25
_RADIO, _PUSH, _COMBO, _EDIT = 16, 17, 18, 19


@dataclass(slots=True)
class _Parts:
    """What was found of one full name."""

    said: dict[str, Any]
    tooltip: str = ""
    widgets: list[tuple[Any, bool]] = field(default_factory=list)  # object, and whether it keeps the value itself
    holders: dict[int, Any] = field(default_factory=dict)


def read_fields(pdf: pikepdf.Pdf) -> dict[str, Field]:
    """Return the fields of ``pdf`` that are shown on a page, in the order of its tree of fields."""
    form: Any = pdf.Root.AcroForm
    places, styles = Places(pdf), Styles(form)
    found: dict[str, _Parts] = {}
    for root in form.Fields.as_list():
        _walk(root, "", {}, found)
    fields: dict[str, Field] = {}
    for name, parts in found.items():
        kind = _kind(parts.said)
        widgets = tuple(_with_states(list(_widgets(parts, kind, places)), kind))
        if kind and widgets:
            fields[name] = _field(name, kind, parts, widgets, styles)
    return fields


def _walk(node: Any, above: str, inherited: Mapping[str, Any], found: dict[str, _Parts], depth: int = 0) -> None:
    if not isinstance(node, pikepdf.Dictionary) or depth > DEEPEST or len(found) > MOST:
        return
    said = {**inherited, **{key: node[key] for key in _INHERITED if key in node}}
    own = text(node.get("/T"))
    name = f"{above}.{own}" if above and own else own or above
    kids = [kid for kid in _kids(node) if isinstance(kid, pikepdf.Dictionary)]
    places = [kid for kid in kids if "/T" not in kid]
    for kid in kids:
        if "/T" in kid:
            _walk(kid, name, said, found, depth + 1)
    if not kids or places:
        parts = found.setdefault(name, _Parts(said))
        parts.tooltip = parts.tooltip or text(node.get("/TU")) or next(filter(None, map(_tooltip, places)), "")
        parts.widgets += [(place, False) for place in places] if kids else [(node, True)]
        if places:
            parts.holders[node.objgen[0]] = node


def _kids(node: pikepdf.Dictionary) -> list[Any]:
    kids = node.get("/Kids")
    return [*kids.as_list()] if isinstance(kids, pikepdf.Array) else []


def _tooltip(place: pikepdf.Dictionary) -> str:
    return text(place.get("/TU"))


def _kind(said: Mapping[str, Any]) -> FieldKind | None:
    flags, what = number(said.get("/Ff")), str(said.get("/FT", ""))
    if what == "/Btn":
        if flag(flags, _PUSH):
            return FieldKind.BUTTON
        return FieldKind.RADIO if flag(flags, _RADIO) else FieldKind.BOX
    return {"/Tx": FieldKind.TEXT, "/Ch": FieldKind.CHOICE, "/Sig": FieldKind.SIGNATURE}.get(what)


def _widgets(parts: _Parts, kind: FieldKind | None, places: Places) -> Iterator[Widget]:
    for place, keeps in parts.widgets:
        widget = places.widget(place, keeps=keeps, states=kind in (FieldKind.BOX, FieldKind.RADIO))
        if widget:
            yield widget


def _with_states(widgets: list[Widget], kind: FieldKind | None) -> Iterator[Widget]:
    """Name the states of boxes that bring no pictures: several of one name by their number."""
    for at, widget in enumerate(widgets, 1):
        named = kind not in (FieldKind.BOX, FieldKind.RADIO) or widget.states
        yield widget if named else replace(widget, states=(f"/{at}" if len(widgets) > 1 else _SET,))


def _field(name: str, kind: FieldKind, parts: _Parts, widgets: tuple[Widget, ...], styles: Styles) -> Field:
    said = parts.said
    flags = number(said.get("/Ff"))
    most = number(said.get("/MaxLen"))
    multiline = kind is FieldKind.TEXT and flag(flags, _MULTILINE)
    first = next((place.get("/DA") for place, _ in parts.widgets if "/DA" in place), said.get("/DA"))
    style: Style = styles.style(text(first), _ALIGNS.get(number(said.get("/Q")), Align.LEFT))
    return Field(
        name=name,
        kind=kind,
        widgets=widgets,
        style=style,
        tooltip=parts.tooltip,
        value=text(said.get("/V")),
        read_only=flag(flags, _READ_ONLY),
        required=flag(flags, _REQUIRED),
        multiline=multiline,
        comb=flag(flags, _COMB) and most > 0 and not multiline,
        editable=flag(flags, _COMBO) and flag(flags, _EDIT),
        max_length=most if most > 0 and kind is FieldKind.TEXT else None,
        options=tuple(_options(said.get("/Opt"))) if kind is FieldKind.CHOICE else (),
        holders={at: _head(node) for at, node in parts.holders.items() if at},
    )


def _options(listed: Any) -> Iterator[tuple[str, str]]:
    for item in listed.as_list() if isinstance(listed, pikepdf.Array) else []:
        if isinstance(item, pikepdf.Array) and len(item) > 1:
            yield text(item[0]), text(item[1])
        else:
            yield text(item), text(item)


def _head(node: Any) -> bytes:
    """Return the dictionary of a field without its value, open at the end."""
    copy = pikepdf.Dictionary(node)
    for key in _WRITTEN:
        if key in copy:
            del copy[key]
    return copy.unparse().removesuffix(b">>").rstrip()

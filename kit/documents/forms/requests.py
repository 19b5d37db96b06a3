"""Whether the answers given can stand in the fields they are given for; all that cannot are said at once."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Collection, Iterator, Mapping

from kit.documents.forms.blank import Blank
from kit.documents.forms.field import OFF, Field, FieldKind
from kit.documents.forms.house_face import house_font, unprintable
from kit.documents.glyphs import describe
from kit.findings import Finding, InvalidFile, error

HINT = 20  # characters; a field that takes fewer has no room for `see attachment`
SHOWN = 40  # characters of a value in a message
_BREAKS = str.maketrans({"\t": " ", "\xa0": " ", "\u2007": " ", "\u202f": " ", "\u00ad": None, "\u200b": None})


def plain(field: Field, value: str) -> str:
    """Return ``value`` as the field says it: composed letters, ordinary spaces, one line where it has only one."""
    if value.isascii() and value.isprintable():
        return value
    text = unicodedata.normalize("NFC", value).translate(_BREAKS)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n")
    return text if field.multiline else " ".join(text.split("\n"))


def check(blank: Blank, values: Mapping[str, str], copies: Collection[str]) -> None:
    """Raise `InvalidFile` with every answer that cannot be filled in; ``copies`` are read-only fields that may be."""
    found = [one for name, value in values.items() for one in _faults(blank, name, value, name in copies)]
    if found:
        raise InvalidFile(found)


def _faults(blank: Blank, name: str, value: str, copied: bool) -> Iterator[Finding]:
    field = blank.fields.get(name)
    if field is None:
        near = difflib.get_close_matches(name, blank.fields, 1, 0.6)
        fix = f"Did you mean `{near[0]}`?" if near else "List its fields with `kit forms check`."
        yield error("K520", f"the form has no field `{name}`", fix=fix)
    elif field.kind in (FieldKind.SIGNATURE, FieldKind.BUTTON):
        yield error("K522", f"`{name}` is a {field.kind.value}, which is never filled in", fix="Leave it out.")
    elif field.read_only and not copied:
        yield error("K522", f"`{name}` is read-only", fix="Leave it out; what belongs there stands in another field.")
    elif field.kind in (FieldKind.BOX, FieldKind.RADIO):
        if value not in (OFF, *field.states):
            fix = f"Its states are {', '.join(field.states)} and {OFF}."
            yield error("K521", f"`{name}` has no state `{_short(value)}`", fix=fix)
    else:
        yield from _text(field, plain(field, value))


def _text(field: Field, value: str) -> Iterator[Finding]:
    if field.kind is FieldKind.CHOICE and not field.editable and option(field, value) is None and value:
        fix = f"It takes {', '.join(shown for _, shown in field.options)}."
        yield error("K523", f"`{field.name}` does not offer `{_short(value)}`", fix=fix)
    if field.max_length and len(value) > field.max_length and (field.comb or field.max_length < HINT):
        message = f"`{field.name}` takes {field.max_length} characters, and “{_short(value)}” has {len(value)}"
        yield error("K525", message, fix="Shorten it: a field this small has no room to point to an attachment.")
    if not field.style.face.has(value.replace("\n", "")) and house_font(_line(value), bold=False) is None:
        signs = unprintable(_line(value)) or field.style.face.lacks(_line(value))
        listed = ", ".join(describe(char) for char in signs)
        message = f"`{field.name}`: “{_short(value)}” holds {listed}, which neither the form's font nor ours can print"
        yield error("K524", message, fix="Write it in Latin letters; a name as it stands on the register.")


def _line(value: str) -> str:
    return value.replace("\n", " ")


def option(field: Field, value: str) -> tuple[str, str] | None:
    """Return what a choice stores and shows for ``value``, which may be either; None where it is not offered."""
    return next((pair for pair in field.options if value == pair[0]), None) or next(
        (pair for pair in field.options if value == pair[1]), None
    )


def _short(value: str) -> str:
    shown = "".join(char if char.isprintable() else " " for char in value)
    return shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}…"

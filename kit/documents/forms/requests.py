"""Whether the answers given can stand in the fields they are given for; all that cannot are said at once."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kit.documents.forms.blank import Blank
from kit.documents.forms.field import OFF, Field, FieldKind
from kit.documents.forms.house_face import house_font, unprintable
from kit.documents.glyphs import describe
from kit.findings import Finding, InvalidFile, error

HINT = 20  # characters; a field that takes fewer has no room for `see attachment`
SHOWN = 40  # characters of a value in a message
_BREAKS = str.maketrans({"\t": " ", "\xa0": " ", "\u2007": " ", "\u202f": " ", "\u00ad": None, "\u200b": None})


@dataclass(frozen=True, slots=True)
class Answers:
    """What goes into the fields of a form, in the order of its fields."""

    said: dict[str, str]
    hints: dict[str, str]  # what ends a text that overflows
    houses: dict[str, Path]  # the house font of those that the field's own font cannot show


def plain(field: Field, value: str) -> str:
    """Return ``value`` as the field says it: composed letters, ordinary spaces, one line where it has only one."""
    if value.isascii() and value.isprintable():
        return value
    text = unicodedata.normalize("NFC", value).translate(_BREAKS)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n")
    return text if field.multiline else " ".join(text.split("\n"))


def read_answers(blank: Blank, values: Mapping[str, str], see: Mapping[str, str], copies: Collection[str]) -> Answers:
    """Return ``values`` as they are filled in, with the hints ``see``; ``copies`` are read-only fields that may be.

    Raises `InvalidFile` with every answer that cannot stand.
    """
    answers = Answers({}, {}, {})
    found = [_unknown(blank, name) for name in values if name not in blank.fields]
    for name, field in blank.fields.items():
        value = values.get(name)
        if value is None:
            continue
        if field.kind in (FieldKind.TEXT, FieldKind.CHOICE) and (not field.read_only or name in copies):
            value = plain(field, value)
            if name in see:
                answers.hints[name] = " ".join(plain(field, see[name]).split())
            found += _text(field, value, answers)
        else:
            found += _other(field, value, copied=name in copies)
        answers.said[name] = value
    if found:
        raise InvalidFile(found)
    return answers


def _unknown(blank: Blank, name: str) -> Finding:
    near = difflib.get_close_matches(name, blank.fields, 1, 0.6)
    fix = f"Did you mean `{near[0]}`?" if near else "List its fields with `kit forms check`."
    return error("K520", f"the form has no field `{name}`", fix=fix)


def _other(field: Field, value: str, *, copied: bool) -> Iterator[Finding]:
    if field.kind in (FieldKind.SIGNATURE, FieldKind.BUTTON):
        message = f"`{field.name}` is a {field.kind.value}, which is never filled in"
        yield error("K522", message, fix="Leave it out.")
    elif field.read_only and not copied:
        fix = "Leave it out; what belongs there stands in another field."
        yield error("K522", f"`{field.name}` is read-only", fix=fix)
    elif value not in (OFF, *field.states):
        fix = f"Its states are {', '.join(field.states)} and {OFF}."
        yield error("K521", f"`{field.name}` has no state `{_short(value)}`", fix=fix)


def _text(field: Field, value: str, answers: Answers) -> Iterator[Finding]:
    if field.kind is FieldKind.CHOICE and not field.editable and option(field, value) is None and value:
        fix = f"It takes {', '.join(shown for _, shown in field.options)}."
        yield error("K523", f"`{field.name}` does not offer `{_short(value)}`", fix=fix)
        return
    if field.max_length and len(value) > field.max_length and (field.comb or field.max_length < HINT):
        message = f"`{field.name}` takes {field.max_length} characters, and “{_short(value)}” has {len(value)}"
        yield error("K525", message, fix="Shorten it: a field this small has no room to point to an attachment.")
    shown = (option(field, value) or (value, value))[1] if field.options else value
    if field.name in answers.hints:
        shown = f"{shown} {answers.hints[field.name]}"
    if not field.style.face.has(shown.replace("\n", "") if field.multiline else shown):
        yield from _foreign(field, _line(shown), answers)


def _foreign(field: Field, value: str, answers: Answers) -> Iterator[Finding]:
    """Find a house font for what the field's own font cannot show."""
    house = house_font(value, bold=field.style.face.bold) or house_font(value, bold=False)
    if house:
        answers.houses[field.name] = house
        return
    signs = unprintable(value) or field.style.face.lacks(value)
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

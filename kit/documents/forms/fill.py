"""A blank with answers in it: its own bytes, and one section with the values and what is drawn for them.

Text is measured by the field's own font, wrapped, and set smaller down to a
floor; what still does not fit comes back, and never disappears. Boxes take the
exact states they have.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import repeat
from pathlib import Path

from kit.documents.forms import house_face
from kit.documents.forms.appearance import comb_stream, picture, text_stream
from kit.documents.forms.blank import Blank
from kit.documents.forms.face import Face
from kit.documents.forms.field import Field, FieldKind, Style, Widget
from kit.documents.forms.requests import Answers, option, read_answers
from kit.documents.forms.section import Section, name_of, string_of
from kit.documents.forms.styles import style_of
from kit.documents.forms.text_fit import Fitted, Frame, fit

FLOOR = 8.0  # points
_BOXES = (FieldKind.BOX, FieldKind.RADIO)


@dataclass(frozen=True, slots=True, eq=False)
class Filled:
    """A filled copy of a blank."""

    pdf: bytes
    shown: Mapping[str, str]  # what each field that was filled says now
    overflow: Mapping[str, str]  # text that did not fit, by field
    kept: Mapping[str, str]  # of those fields: the part of the text that is shown
    sizes: Mapping[str, float]  # points, of fields with text


@dataclass(slots=True)
class _Copy:
    """A copy in the making."""

    section: Section
    resources: bytes  # of the form's own fonts
    houses: Mapping[str, tuple[Face, bytes]]
    shown: dict[str, str]
    overflow: dict[str, str]
    kept: dict[str, str]
    sizes: dict[str, float]


def fill(
    blank: Blank,
    values: Mapping[str, str],
    *,
    floor: float = FLOOR,
    see: Mapping[str, str] | None = None,
    copies: Collection[str] = (),
) -> Filled:
    """Return a copy of ``blank`` with ``values``, by full name: a text, an option, or the exact state of a box.

    Text is not set smaller than ``floor`` points. ``see`` holds words such as `see attachment, item 3a`, which end
    the text of a field that overflows. ``copies`` names read-only fields that are filled all the same, because the
    form copies a value there only in its own program. Raises `InvalidFile` with every answer that cannot stand: a
    field or a state the form does not have, an option it does not offer, a signature, a character nothing prints.
    """
    answers = read_answers(blank, values, see or {}, copies)
    section = Section(blank)
    houses = _houses(answers, section)
    copy = _Copy(section, b"%d 0 R" % blank.resources, houses, {}, {}, {}, {})
    for name, value in answers.said.items():
        field = blank.fields[name]
        if field.kind in _BOXES:
            _set_box(copy, field, value)
        else:
            _set_text(copy, field, value, floor, answers.hints.get(name, ""))
    return Filled(section.copy(), copy.shown, copy.overflow, copy.kept, copy.sizes)


def _houses(answers: Answers, section: Section) -> dict[str, tuple[Face, bytes]]:
    """Write the house fonts that answers need, each with the characters of all it shows; return them by field."""
    needed: dict[Path, set[str]] = {}
    for name, path in answers.houses.items():
        needed.setdefault(path, set()).update(answers.said[name].replace("\n", " "), answers.hints.get(name, ""))
    written = {}
    for path, characters in needed.items():
        house = house_face.house_face(path, frozenset(characters))
        written[path] = (house.face, house_face.write(house, section))
    return {name: written[path] for name, path in answers.houses.items()}


def _set_box(copy: _Copy, field: Field, state: str) -> None:
    named = name_of(state)
    for widget in field.widgets:
        here = named if state in widget.states else b"/Off"
        value = b"/V%b" % named if widget.keeps else b""
        pictures = b"" if widget.drawn else _drawn_box(copy, widget)
        copy.section.write(widget.number, b"%b%b/AS%b%b>>" % (widget.head, value, here, pictures))
    for number, head in field.holders.items():
        copy.section.write(number, b"%b/V%b>>" % (head, named))
    copy.shown[field.name] = state


def _drawn_box(copy: _Copy, widget: Widget) -> bytes:
    on = copy.section.add(widget.on)
    off = copy.section.add(widget.off)  # without it some programs show the other picture
    pictures = b"".join([b"%b %d 0 R" % (name_of(state), on) for state in widget.states])
    return b"/AP<</N<<%b/Off %d 0 R>>>>" % (pictures, off)


def _set_text(copy: _Copy, field: Field, value: str, floor: float, see: str) -> None:
    stored, seen = (option(field, value) if field.options else None) or (value, value)
    style, resources = field.style, copy.resources
    if field.name in copy.houses:
        face, resources = copy.houses[field.name]
        style = style_of(face, style.size, style.colour, style.align)
    if field.comb:
        drawings = [comb_stream(widget, style, seen, field.max_length or 1) for widget in field.widgets]
    else:
        fitted = _fit_all(seen, style, field.frames, floor, see)
        if fitted[0].rest:
            copy.overflow[field.name], copy.kept[field.name] = fitted[0].rest, fitted[0].kept
            stored = fitted[0].shown
        copy.sizes[field.name] = min([one.size for one in fitted])
        drawings = list(map(text_stream, field.widgets, repeat(style), fitted, field.frames))
    copy.shown[field.name] = stored
    _write_text(copy, field, string_of(stored), map(picture, field.widgets, drawings, repeat(resources)))


def _fit_all(text: str, style: Style, frames: tuple[Frame, ...], floor: float, see: str) -> list[Fitted]:
    """Fit the same text into every place of a field; where one overflows, all show what the smallest shows."""
    fitted = [fit(text, style.face, style.size, frame, floor, see) for frame in frames]
    least = max(fitted, key=lambda one: len(one.rest))
    if not least.rest or len(fitted) == 1:
        return fitted
    again = [fit(least.shown, style.face, style.size, frame, floor) for frame in frames]
    return [replace(one, rest=least.rest, kept=least.kept) for one in again]


def _write_text(copy: _Copy, field: Field, value: bytes, pictures: Iterable[bytes]) -> None:
    for widget, drawn in zip(field.widgets, pictures, strict=True):
        kept = b"/V%b" % value if widget.keeps else b""
        number = copy.section.add(drawn)
        copy.section.write(widget.number, b"%b%b/AP<</N %d 0 R>>>>" % (widget.head, kept, number))
    for number, head in field.holders.items():
        copy.section.write(number, b"%b/V%b>>" % (head, value))

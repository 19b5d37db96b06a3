"""How a form says its text is set: font, size and colour, from a default appearance such as `/Helv 12 Tf 0 g`."""

from __future__ import annotations

import re
from typing import Any

import pikepdf

from kit.documents.forms.face import Face, helvetica, read_face
from kit.documents.forms.field import Align, Style
from kit.documents.forms.values import text

LARGEST = 300.0  # points
OWN = "/KitHelvetica"  # the standard font for fields whose own cannot be used; cleaning puts it there
_FONT = re.compile(r"/([^\s/()<>\[\]{}%]+)\s+(-?\d*\.?\d+)\s+Tf")
_COLOUR = re.compile(r"(?:-?\d*\.?\d+\s+){1,4}(?:g|rg|k)(?=\s|\Z)")
_BLACK = b"0 g"


class Styles:
    """The fonts of one form, read once each."""

    def __init__(self, form: pikepdf.Dictionary) -> None:
        self._fonts: Any = form.DR.Font
        self._default = text(form.get("/DA"))
        self._faces: dict[str, Face] = {}

    def style(self, said: str, align: Align) -> Style:
        """Return the style that the default appearance ``said``, else the form's, describes."""
        fonts = _FONT.findall(said) or _FONT.findall(self._default)
        name, size = fonts[-1] if fonts else ("", "0")
        colours = _COLOUR.findall(said)
        points = abs(float(size))
        colour = colours[-1].encode("ascii") if colours else _BLACK
        return style_of(self._face(f"/{name}"), points if points <= LARGEST else 0.0, colour, align)

    def _face(self, resource: str) -> Face:
        if resource not in self._faces:
            font = self._fonts.get(resource) if len(resource) > 1 else None
            self._faces[resource] = read_face(resource, font) or helvetica(OWN)
        return self._faces[resource]


def style_of(face: Face, size: float, colour: bytes, align: Align) -> Style:
    """Return a style with the start of every text that is set in it."""
    opening = b"/Tx BMC\nq\nBT\n%b\n%b " % (colour, face.resource.encode("utf-8"))
    return Style(face, size, colour, align, opening)

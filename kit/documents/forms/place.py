"""Where a field stands on paper, and the frame that is drawn there."""

from __future__ import annotations

from typing import Any

import pikepdf

from kit.documents.forms.field import OFF, Widget
from kit.documents.forms.values import number, numbers, text
from kit.documents.rectangle import Rect

_OVERWRITTEN = ("/V", "/RV", "/I", "/AS")  # of a place: what filling writes, or what would speak against it
_PRINT, _UNSEEN = 4, 1 | 2 | 32  # flags of an annotation: printed; invisible, hidden, not shown
_OPERATORS = {1: "g", 3: "rg", 4: "k"}  # of colours, by how many numbers they have
_SMALLEST = 1.0  # points


class Places:
    """The places of one form."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pages: dict[int, int] = {}
        for page_number, page in enumerate(pdf.pages, 1):
            for note in page.obj.get("/Annots", pikepdf.Array()).as_list():
                self._pages.setdefault(note.objgen[0], page_number)

    def widget(self, node: pikepdf.Dictionary, *, keeps: bool, states: bool) -> Widget | None:
        """Return the place ``node`` describes; None where it is on no page, or too small to be seen."""
        page, sides = self._pages.get(node.objgen[0]), numbers(node.get("/Rect"))
        if not page or len(sides) != 4 or not all(abs(side) < 1e5 for side in sides):  # noqa: PLR2004
            return None
        rect = Rect(min(sides[::2]), min(sides[1::2]), max(sides[::2]), max(sides[1::2]))
        if rect.width < _SMALLEST or rect.height < _SMALLEST:
            return None
        looks = _dictionary(node.get("/MK"))
        turn = number(looks.get("/R")) % 360
        border = _border(node, looks)
        size = (rect.height, rect.width) if turn in (90, 270) else (rect.width, rect.height)
        return Widget(
            number=node.objgen[0],
            page=page,
            rect=rect,
            turn=turn if turn % 90 == 0 else 0,
            head=_head(node, states=states),
            keeps=keeps,
            states=_states(node) if states else (),
            mark=text(looks.get("/CA"))[:1],
            drawn=_drawn(node),
            ground=_ground(looks, border, *size),
            border=border,
        )


def _head(node: Any, *, states: bool) -> bytes:
    """Return the dictionary of a place, open at the end, so that what is filled in there is seen and printed."""
    copy = pikepdf.Dictionary(node)
    for key in (*_OVERWRITTEN, *(() if states and _drawn(node) else ("/AP",))):
        if key in copy:
            del copy[key]
    copy["/F"] = (number(node.get("/F")) | _PRINT) & ~_UNSEEN
    return copy.unparse().removesuffix(b">>").rstrip()


def _dictionary(value: Any) -> pikepdf.Dictionary:
    return value if isinstance(value, pikepdf.Dictionary) else pikepdf.Dictionary()


def _normal(node: pikepdf.Dictionary) -> pikepdf.Dictionary:
    pictures = _dictionary(node.get("/AP")).get("/N")
    return pikepdf.Dictionary() if isinstance(pictures, pikepdf.Stream) else _dictionary(pictures)


def _drawn(node: pikepdf.Dictionary) -> bool:
    """Say whether a box brings a picture for each state that can be set, and none that needs a font from elsewhere."""
    pictures = [one for key, one in _normal(node).items() if key != OFF]
    return bool(pictures) and all(isinstance(one, pikepdf.Stream) and _complete(one) for one in pictures)


def _complete(drawing: pikepdf.Stream) -> bool:
    """Say whether a drawing does without fonts; ZapfDingbats is not at hand on every machine that prints a form."""
    resources = _dictionary(drawing.get("/Resources"))
    return not _dictionary(resources.get("/Font")).keys()


def _states(node: pikepdf.Dictionary) -> tuple[str, ...]:
    return tuple(key for key in _normal(node).keys() if key != OFF)  # noqa: SIM118 - not a dict


def _border(node: pikepdf.Dictionary, looks: pikepdf.Dictionary) -> float:
    """Return the width of the border in points; 0 where none is drawn."""
    if not numbers(looks.get("/BC")):
        return 0.0
    style = node.get("/BS")
    try:
        return max(0.0, float(_dictionary(style).get("/W", 1)))
    except (TypeError, ValueError):
        return 1.0


def _ground(looks: pikepdf.Dictionary, border: float, across: float, up: float) -> bytes:
    drawn = ""
    if fill := _colour(numbers(looks.get("/BG"))):
        drawn += f"{fill} 0 0 {across:.2f} {up:.2f} re f\n"
    if border and (line := _colour(numbers(looks.get("/BC")))):
        half = border / 2
        drawn += f"{line.upper()} {border:.2f} w {half:.2f} {half:.2f} {across - border:.2f} {up - border:.2f} re S\n"
    return f"q\n{drawn}Q\n".encode("ascii") if drawn else b""


def _colour(parts: list[float]) -> str:
    operator = _OPERATORS.get(len(parts))
    return f"{' '.join(f'{part:.4g}' for part in parts)} {operator}" if operator else ""

"""What is drawn where a field stands: its text line by line, one character a cell, or a mark.

The stream is what a printer shows; the value beside it is what programs read.
"""

from __future__ import annotations

from dataclasses import replace

from kit.documents.forms.field import Align, FieldKind, Style, Widget
from kit.documents.forms.text_fit import AUTOMATIC, FALL, RISE, Fitted, Frame

_TURNS = {90: "0 1 -1 0 {up} 0", 180: "-1 0 0 -1 {across} {up}", 270: "0 -1 1 0 0 {across}"}
_SHOW = b"1 0 0 1 %.2f %.2f Tm\n%b Tj\n"
_CLOSING = b"ET\nQ\nEMC\n"
_DISC = 0.5523  # of the radius: where the handles of a quarter of a circle stand
_CHECK = (((0.2, 0.5), (0.42, 0.25), (0.82, 0.8)),)  # strokes, in parts of the box
_CROSS = (((0.2, 0.2), (0.8, 0.8)), ((0.2, 0.8), (0.8, 0.2)))
_STROKES = {"6": _CROSS, "8": _CROSS, "5": _CROSS, "7": _CROSS}  # by the sign of ZapfDingbats the form asks for
_DISCS = ("l", "n", "u", "H")


def text_stream(widget: Widget, style: Style, fitted: Fitted, frame: Frame) -> bytes:
    """Return the drawing of lines of text."""
    size = fitted.size
    parts = [_opening(widget, style, size)]
    for line, y in zip(fitted.lines, frame.baselines(size, len(fitted.lines)), strict=True):
        if line:
            parts.append(_SHOW % (_start(style, line, size, frame), y, style.face.shown(line)))
    parts.append(_CLOSING)
    return b"".join(parts)


def _start(style: Style, line: str, size: float, frame: Frame) -> float:
    if style.align is Align.LEFT:
        return frame.padding
    free = frame.across - style.face.width(line) * size / 1000
    return free / 2 if style.align is Align.CENTRE else free - frame.padding


def comb_stream(widget: Widget, style: Style, text: str, cells: int) -> bytes:
    """Return the drawing of ``text`` with one character in the middle of each of ``cells``."""
    across, up = widget.size
    face, cell = style.face, across / cells
    widest = max((face.widths[char] for char in text), default=1)
    size = min(style.size or AUTOMATIC, up / (RISE + FALL), cell * 1000 / widest)
    free = cells - len(text)
    first = {Align.LEFT: 0, Align.CENTRE: free // 2, Align.RIGHT: free}[style.align]
    y = (up - (RISE + FALL) * size) / 2 + FALL * size
    parts = [_opening(widget, style, size)]
    for at, char in enumerate(text, first):
        x = (at + 0.5) * cell - face.widths[char] * size / 2000
        parts.append(_SHOW % (x, y, face.shown(char)))
    parts.append(_CLOSING)
    return b"".join(parts)


def _opening(widget: Widget, style: Style, size: float) -> bytes:
    return b"%b%b%.2f Tf\n" % (widget.ground, style.opening, size)


def _mark(widget: Widget, kind: FieldKind) -> bytes:
    """Return the drawing of a box that is set, in strokes: no printer needs a font for it."""
    across, up = widget.size
    side = min(across, up)
    if widget.mark in _DISCS or (kind is FieldKind.RADIO and not widget.mark):
        return widget.ground + _disc(across / 2, up / 2, side * 0.3)
    left, bottom = (across - side) / 2, (up - side) / 2
    path = "\n".join(
        " ".join(
            f"{left + x * side:.2f} {bottom + y * side:.2f} {'l' if at else 'm'}" for at, (x, y) in enumerate(stroke)
        )
        for stroke in _STROKES.get(widget.mark, _CHECK)
    )
    return widget.ground + f"q\n0 G {side / 8:.2f} w 1 J 1 j\n{path} S\nQ\n".encode("ascii")


def _disc(x: float, y: float, radius: float) -> bytes:
    handle = radius * _DISC
    path = [f"{x + radius:.2f} {y:.2f} m"]
    for a, b in (((1, 0), (0, 1)), ((0, 1), (-1, 0)), ((-1, 0), (0, -1)), ((0, -1), (1, 0))):
        spots = (
            (a[0] * radius + b[0] * handle, a[1] * radius + b[1] * handle),
            (b[0] * radius + a[0] * handle, b[1] * radius + a[1] * handle),
            (b[0] * radius, b[1] * radius),
        )
        path.append(" ".join(f"{x + right:.2f} {y + high:.2f}" for right, high in spots) + " c")
    return ("q\n0 g\n" + "\n".join(path) + " f\nQ\n").encode("ascii")


def boxed(widget: Widget, kind: FieldKind) -> Widget:
    """Return ``widget`` with all of its drawing that does not depend on an answer."""
    widget = replace(widget, opening=_picture_opening(widget))
    if not widget.states or widget.drawn:
        return widget
    on, off = _mark(widget, kind), widget.ground
    return replace(widget, on=picture(widget, on, b"<<>>"), off=picture(widget, off, b"<<>>"))


def _picture_opening(widget: Widget) -> bytes:
    across, up = widget.size
    turn = _TURNS.get(widget.turn, "").format(across=f"{across:.3f}", up=f"{up:.3f}")
    matrix = b"/Matrix[%b]" % turn.encode("ascii") if turn else b""
    return b"<</Type/XObject/Subtype/Form/BBox[0 0 %.3f %.3f]%b/Resources " % (across, up, matrix)


def picture(widget: Widget, drawing: bytes, resources: bytes) -> bytes:
    """Return ``drawing`` as an object that the place of a field can show."""
    return b"%b%b/Length %d>>\nstream\n%b\nendstream" % (widget.opening, resources, len(drawing), drawing)

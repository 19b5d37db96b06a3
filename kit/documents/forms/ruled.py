"""Lines printed on a form for somebody to write on: text of several lines stands on them, not across them.

A PDF does not say that a field is ruled; some forms draw lines, some print rows
of underscores. So the page is looked at as a reader sees it.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pypdfium2

from kit.documents.forms.field import Field, Widget

SCALE = 3  # pixels a point
LARGEST = 2_000.0  # points; larger pages are no paper, and would take much memory to look at
DARK = 90  # of 255: how dark a row is, on average over the width of the field, where a rule runs
INK = 4  # of 255: how dark a row is where anything is printed
THICKEST = 3.0  # points of a rule
CLOSEST, FARTHEST = 9.0, 32.0  # points from rule to rule
UNEVEN = 1.0  # points by which one step may differ from the others
_ROOM = 0.97  # of the size: what a line of text needs above its rule
_EDGE = 2.0  # points at each side, where a frame may run
_MARGIN = 3.0  # points around the field that are looked at, too


def with_rules(pdf: bytes, fields: Mapping[str, Field]) -> dict[str, Field]:
    """Return ``fields`` of the clean form ``pdf``, with the rules that are printed under those of several lines."""
    written = (field for field in fields.values() if field.multiline and not field.read_only)
    wanted = {field.name for field in written if any(map(_tall, field.widgets))}
    pages = {widget.page for name in wanted for widget in fields[name].widgets}
    found = dict(fields)
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        for number in sorted(pages):
            picture, left, bottom = _picture(document[number - 1])
            for name in sorted(wanted):
                field = found[name]
                widgets = tuple(
                    _seen(picture, one, left, bottom, field.style.size) if one.page == number else one
                    for one in field.widgets
                )
                found[name] = replace(field, widgets=widgets)
    return found


def _tall(widget: Widget) -> bool:
    return widget.turn == 0 and widget.rect.height >= 2 * CLOSEST


def _picture(page: Any) -> tuple[Any, float, float]:
    """Return the page in shades of grey, without its fields, and where its lower left corner is."""
    left, bottom, _, _ = page.get_cropbox()
    if page.get_rotation() or max(page.get_size()) > LARGEST:
        return None, left, bottom
    bitmap = page.render(scale=SCALE, grayscale=True, may_draw_forms=False, draw_annots=False)
    return bitmap.to_pil(), left, bottom


def _seen(picture: Any, widget: Widget, left: float, bottom: float, size: float) -> Widget:
    """Return a place with its rules, and with what is printed at its upper edge."""
    if picture is None or not _tall(widget):
        return widget
    rect = widget.rect
    first = round(picture.height - (rect.top + _MARGIN - bottom) * SCALE)
    last = round(picture.height - (rect.bottom - _MARGIN - bottom) * SCALE)
    sides = round((rect.left + _EDGE - left) * SCALE), round((rect.right - _EDGE - left) * SCALE)
    strip = picture.crop((sides[0], first, sides[1], last))
    shades = strip.resize((1, strip.height), 4).tobytes()  # 4: the average of each row
    rules: list[float] = []
    taken = 0.0
    for above, below, dark in _runs(shades):
        top, foot = (rect.height + _MARGIN - edge / SCALE for edge in (above, below))
        if dark >= DARK and top - foot <= THICKEST:
            rules.append((top + foot) / 2)
        elif rect.height / 2 < top < rect.height + 1 and foot >= CLOSEST:
            taken = rect.height - foot
    return replace(widget, rules=_usable(rules, widget, size, taken), taken=taken)


def _runs(shades: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield where something is printed: its first row, the row below it, and how dark it gets."""
    run: list[int] = []
    for row, shade in enumerate([*shades, 255]):
        if 255 - shade >= INK:
            run.append(row)
        elif run:
            yield run[0], run[-1] + 1, 255 - min(shades[at] for at in run)
            run = []


def _usable(rules: list[float], widget: Widget, size: float, taken: float) -> tuple[float, ...]:
    """Return the rules that text can stand on; none where they are not the even lines of a form."""
    steps = [above - below for above, below in pairwise(rules)]
    if not steps:
        return ()
    step = statistics.median(steps)
    if not CLOSEST <= step <= FARTHEST or any(abs(one - step) > UNEVEN for one in steps):
        return ()
    while rules[-1] - step >= -UNEVEN:  # the lowest line may stand on the edge of something else
        rules.append(rules[-1] - step)
    needed = _ROOM * min(size or step, step)
    return tuple(round(rule, 2) for rule in rules if rule + needed <= widget.rect.height - taken + UNEVEN)

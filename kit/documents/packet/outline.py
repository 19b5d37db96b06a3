"""Ways into a packet: bookmarks, exhibits under one of their own, and contents lines that lead to their pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from kit.documents.packet.front import EXHIBITS, MARK
from kit.documents.packet.geometry import Box, Matrix, number
from kit.documents.packet.objects import added, dictionary
from kit.documents.packet.part import Placed

if TYPE_CHECKING:
    from pypdf import PageObject, PdfWriter

CONTENTS = "Contents"


def bookmark(writer: PdfWriter, placed: Sequence[Placed], first: int) -> None:
    """Give the PDF a bookmark for the contents and for each part; its first page has the number ``first``."""
    from pypdf.generic import Fit  # noqa: PLC0415 - heavy

    writer.add_outline_item(title=CONTENTS, page_number=0, fit=Fit.fit())
    group = None
    for one in placed:
        at = one.first - first
        if one.part.exhibit and group is None:
            group = writer.add_outline_item(title=EXHIBITS, page_number=at, fit=Fit.fit())
        parent = group if one.part.exhibit else None
        writer.add_outline_item(title=bookmark_title(one), page_number=at, parent=parent, fit=Fit.fit())


def bookmark_title(placed: Placed) -> str:
    """Return the words of a part's bookmark."""
    return placed.part.name if placed.begins == 1 else f"{placed.part.name} (continued)"


def link(writer: PdfWriter, page: PageObject, at: int, moved: Matrix, first: int) -> None:
    """Make each contents line of ``page``, now page ``at`` of the PDF, lead to the page whose number it carries."""
    links = ArrayObject()
    for box, target in _marks(page):
        entries = {
            "/Type": "/Annot",
            "/Subtype": "/Link",
            "/Rect": [float(number(side)) for side in moved.box(box)],
            "/Border": [0, 0, 0],
            "/F": 4,
            "/Dest": [writer.pages[target - first].indirect_reference, "/Fit"],
        }
        links.append(added(writer, dictionary(entries)))
    if links:
        writer.pages[at][NameObject("/Annots")] = links


def _marks(page: PageObject) -> Iterator[tuple[Box, int]]:
    for annotation in cast("ArrayObject", page.get("/Annots", ArrayObject())):
        entries = cast("DictionaryObject", annotation.get_object())
        action = cast("DictionaryObject", entries.get("/A", DictionaryObject()).get_object())
        address = str(action.get("/URI", ""))
        if address.startswith(MARK):
            left, bottom, right, top = (float(side) for side in cast("ArrayObject", entries["/Rect"]))
            yield (left, bottom, right, top), int(address.removeprefix(MARK))

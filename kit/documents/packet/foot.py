"""How much of the foot of each page is empty: by the boxes of what is drawn there, seen or not."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kit.documents.packet.geometry import Sheet
from kit.findings import KitError

if TYPE_CHECKING:
    import pypdfium2

MOST = 4000  # things on a page that are looked at one by one; a page with more has no free foot


def free_feet(pdf: bytes, sheets: Sequence[Sheet], name: str) -> tuple[float, ...]:
    """Return, for each page, the points from the lower edge to the lowest thing on it; raises `KitError` if unreadable.

    A picture counts with all of its box, so a scan has no free foot: whether its margin is white is not looked at.
    """
    import pypdfium2  # noqa: PLC0415 - heavy

    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        raise KitError(f"{name} cannot be read as a PDF, so it is not in the packet") from None
    with document:
        if len(document) != len(sheets):
            raise KitError(f"{name}: its pages cannot be counted with certainty; print it to PDF anew")
        return tuple(_free(document, number, sheet) for number, sheet in enumerate(sheets))


def _free(document: pypdfium2.PdfDocument, number: int, sheet: Sheet) -> float:
    import pypdfium2  # noqa: PLC0415 - heavy

    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return 0.0
    try:
        return min(_bottoms(page, sheet), default=sheet.height)
    finally:
        page.close()


def _bottoms(page: pypdfium2.PdfPage, sheet: Sheet) -> Iterator[float]:
    """Yield the lower edge, as seen, of everything on a page that reaches into view."""
    from pypdfium2 import raw  # noqa: PLC0415 - heavy

    count = raw.FPDFPage_CountObjects(page)
    if count > MOST:
        yield 0.0
        return
    seen, edges = sheet.to_page.inverse(), [ctypes.c_float() for _ in range(4)]
    for index in range(count):
        thing = raw.FPDFPage_GetObject(page, index)
        if not raw.FPDFPageObj_GetBounds(thing, *edges):
            continue
        left, bottom, right, top = (edge.value for edge in edges)
        low = seen.box((left, bottom, right, top))
        if low[3] > 0 and low[1] < sheet.height and low[2] > 0 and low[0] < sheet.width:
            yield max(low[1], 0.0)

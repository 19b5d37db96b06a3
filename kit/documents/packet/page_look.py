"""Whether anything is seen on a page without words: by what is drawn there and, in doubt, by looking."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

from pypdfium2 import raw

if TYPE_CHECKING:
    import pypdfium2

BUSY = 0.06  # bytes for each dot of a picture; a white scan takes less, a page of text or a photograph more
SCALE = 0.5  # 36 dots an inch
PAPER = 235  # of 255; paler is paper
SPECKS = 0.0002  # of all dots, that may be dust
FOOT = 0.9  # of the height; what stands below is the stamp
_DARK = bytes(value < PAPER for value in range(256))


def is_blank(page: pypdfium2.PdfPage) -> bool:
    """Whether a page of a packet, without words but its stamps, shows nothing at all."""
    things = [thing for thing in _things(page, None) if raw.FPDFPageObj_GetType(thing) != raw.FPDF_PAGEOBJ_TEXT]
    if not things:
        return True
    return not any(_busy(thing) for thing in things) and _looks_blank(page)


def _things(page: pypdfium2.PdfPage, form: ctypes.c_void_p | None) -> list[ctypes.c_void_p]:
    """Return what is drawn on a page, or in a form on it, forms opened."""
    if form is None:
        found = [raw.FPDFPage_GetObject(page, at) for at in range(raw.FPDFPage_CountObjects(page))]
    else:
        found = [raw.FPDFFormObj_GetObject(form, at) for at in range(raw.FPDFFormObj_CountObjects(form))]
    things: list[ctypes.c_void_p] = []
    for thing in found:
        inner = raw.FPDFPageObj_GetType(thing) == raw.FPDF_PAGEOBJ_FORM
        things += _things(page, thing) if inner else [thing]
    return things


def _busy(thing: ctypes.c_void_p) -> bool:
    """Whether a picture is too rich to be a white sheet."""
    if raw.FPDFPageObj_GetType(thing) != raw.FPDF_PAGEOBJ_IMAGE:
        return False
    width, height = ctypes.c_uint(), ctypes.c_uint()
    if not raw.FPDFImageObj_GetImagePixelSize(thing, width, height):
        return False
    size: int = raw.FPDFImageObj_GetImageDataRaw(thing, None, 0)
    return size > BUSY * width.value * height.value


def _looks_blank(page: pypdfium2.PdfPage) -> bool:
    longest = max(page.get_size())
    bitmap = page.render(scale=min(SCALE, 1500 / longest), grayscale=True, draw_annots=False)
    dots = bytes(bitmap.buffer)[: int(bitmap.height * FOOT) * bitmap.stride]
    return dots.translate(_DARK).count(1) <= SPECKS * len(dots)

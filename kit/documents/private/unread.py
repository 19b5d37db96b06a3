"""Whether a page can be looked through at all: a picture has no words, and a strange font has none either."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from kit.documents.private.page_words import Words

if TYPE_CHECKING:
    import pypdfium2

LEAST = 3  # letters that make a page readable
FEW = 400  # letters under which a large picture is most of what a page says
LARGE = 0.3  # of the page
STRANGE = 0.2  # of the letters, that no font explains


class Legible(Enum):
    """How much of a page its words are."""

    WHOLLY = "wholly"
    PARTLY = "partly"
    NOT = "not"


def legible(page: pypdfium2.PdfPage, words: Words) -> Legible:
    """Return whether the words of a page are all that can be read on it; an empty page is read."""
    letters = sum(1 for char in words.text if char.isalnum())
    if words.strange > STRANGE * (letters + words.strange):
        return Legible.NOT
    if letters < LEAST:
        return Legible.NOT if _draws(page) else Legible.WHOLLY
    return Legible.PARTLY if letters < FEW and _pictured(page) >= LARGE else Legible.WHOLLY


def _draws(page: pypdfium2.PdfPage) -> bool:
    from pypdfium2 import raw  # noqa: PLC0415 - heavy

    return bool(raw.FPDFPage_CountObjects(page) > 0)


def _pictured(page: pypdfium2.PdfPage) -> float:
    """Return how much of the page pictures cover, from 0; those that lie over each other count twice."""
    from pypdfium2 import raw  # noqa: PLC0415 - heavy

    left, bottom, right, top = page.get_bbox()
    covered, outer, counted = 0.0, (left, bottom, right, top), False
    for one in page.get_objects(max_depth=6):
        if one.level == 0:
            outer, counted = one.get_bounds(), False
        if one.type == raw.FPDF_PAGEOBJ_IMAGE and not counted:  # inside a form, bounds are the form's own; take its
            counted = True
            wide, high = min(outer[2], right) - max(outer[0], left), min(outer[3], top) - max(outer[1], bottom)
            covered += max(wide, 0.0) * max(high, 0.0)
    return float(covered / max((right - left) * (top - bottom), 1.0))

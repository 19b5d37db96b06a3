"""The picture of a page with rectangles blacked out."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kit.documents.private.ocr import scale_of
from kit.documents.rectangle import Rect

if TYPE_CHECKING:
    import pypdfium2
    from PIL.Image import Image

DOTS = 200 / 72  # pixels a point
MARGIN = 1.5  # points around each rectangle, for what a letter's own box leaves out
COLOURLESS = 8  # of 255: how far the colours of a grey page may differ
QUALITY = 85


@dataclass(frozen=True, slots=True)
class PagePicture:
    """An image as it stands in a PDF, and the rectangle of the page it fills, in points."""

    data: bytes = field(repr=False)
    jpeg: bool
    grey: bool
    pixels: tuple[int, int]
    fills: Rect


def blacked_out(page: pypdfium2.PdfPage, boxes: Sequence[Rect]) -> PagePicture:
    """Return the picture of ``page`` as it is stored, not turned, with ``boxes`` black."""
    from PIL import ImageDraw  # noqa: PLC0415 - heavy

    left, bottom, right, top = page.get_bbox()
    scale = scale_of(page, DOTS)
    picture = page.render(scale=scale, rotation=-page.get_rotation() % 360).to_pil().convert("RGB")
    if _colourless(picture):
        picture = picture.convert("L")
    draw = ImageDraw.Draw(picture)
    across, along = picture.width / (right - left), picture.height / (top - bottom)
    for box in boxes:
        draw.rectangle(
            (
                int((box.left - MARGIN - left) * across),
                int((top - box.top - MARGIN) * along),
                int((box.right + MARGIN - left) * across) + 1,
                int((top - box.bottom + MARGIN) * along) + 1,
            ),
            fill=0 if picture.mode == "L" else (0, 0, 0),
        )
    packed, jpeg = _smaller(picture)
    return PagePicture(packed, jpeg, picture.mode == "L", picture.size, Rect(left, bottom, right, top))


def _colourless(picture: Image) -> bool:
    from PIL import ImageChops  # noqa: PLC0415 - heavy

    red, green, blue = picture.split()
    differences = (ImageChops.difference(one, other) for one, other in ((red, green), (green, blue)))
    return not any(sum(difference.histogram()[COLOURLESS + 1 :]) for difference in differences)


def _smaller(picture: Image) -> tuple[bytes, bool]:
    """Return the picture packed without loss, or as a JPEG where that is smaller; then whether it is a JPEG."""
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=QUALITY)
    exact, jpeg = zlib.compress(picture.tobytes(), 6), file.getvalue()
    return (jpeg, True) if len(jpeg) < len(exact) else (exact, False)

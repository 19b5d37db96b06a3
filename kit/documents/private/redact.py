"""A copy without the private data: the page becomes its picture, with the words blacked out."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pypdfium2
from PIL import ImageDraw

from kit.documents.private.found import PrivateData
from kit.documents.private.scan import scan
from kit.findings import KitError

DOTS = 200 / 72
MARGIN = 1.5  # points around each letter


def redact(pdf: bytes | Path, found: Sequence[PrivateData]) -> bytes:
    """Return ``pdf`` with the pages of ``found`` replaced by pictures; raises `KitError` where something remains."""
    data = pdf.read_bytes() if isinstance(pdf, Path) else pdf
    source = pypdfium2.PdfDocument(data)
    with pikepdf.open(io.BytesIO(data)) as made:
        for number in sorted({one.page for one in found}):
            page = source[number - 1]
            picture = page.render(scale=DOTS).to_pil().convert("L")
            draw = ImageDraw.Draw(picture)
            width, height = page.get_size()
            for one in found:
                if one.page == number:
                    for box in one.boxes:
                        draw.rectangle(
                            (
                                (box.left - MARGIN) * DOTS,
                                (height - box.top - MARGIN) * DOTS,
                                (box.right + MARGIN) * DOTS,
                                (height - box.bottom + MARGIN) * DOTS,
                            ),
                            fill=0,
                        )
            file = io.BytesIO()
            picture.save(file, "JPEG", quality=80)
            _replace(made, number, file.getvalue(), picture.size, (width, height))
        out = io.BytesIO()
        made.save(out, deterministic_id=True)
    source.close()
    if scan(out.getvalue()).found:
        raise KitError("private data is still on a page that was blacked out")
    return out.getvalue()


def _replace(
    made: pikepdf.Pdf, number: int, jpeg: bytes, pixels: tuple[int, int], points: tuple[float, float]
) -> None:
    image = pikepdf.Stream(made, jpeg)
    image.Type, image.Subtype, image.Filter = pikepdf.Name.XObject, pikepdf.Name.Image, pikepdf.Name.DCTDecode
    image.Width, image.Height, image.BitsPerComponent, image.ColorSpace = *pixels, 8, pikepdf.Name.DeviceGray
    content = pikepdf.Stream(made, f"{points[0]} 0 0 {points[1]} 0 0 cm /Page Do".encode())
    made.pages[number - 1] = pikepdf.Page(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Page,
            MediaBox=[0, 0, *points],
            Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary({"/Page": image})),
            Contents=content,
        )
    )

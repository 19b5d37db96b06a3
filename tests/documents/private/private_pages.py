"""Pages with words on them, placed as other people place them: turned, cut, hidden, inside of something else."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image

LETTER = (0, 0, 612, 792)


def made(*pages: str | Iterable[tuple[str, float, float]], **how: object) -> bytes:
    """Return a PDF with a page for each text, or each list of pieces with their places."""
    pdf = Pdf.new()
    for words in pages:
        pieces = (
            [(line, 72, 700 - 20 * at) for at, line in enumerate(words.split("\n"))]
            if isinstance(words, str)
            else words
        )
        add_page(pdf, pieces, **how)
    return stored(pdf)


def add_page(
    pdf: Pdf,
    pieces: Iterable[tuple[str, float, float]],
    *,
    media: tuple[float, ...] = LETTER,
    crop: tuple[float, ...] | None = None,
    rotate: int = 0,
    mode: int = 0,
    size: int = 12,
    before: bytes = b"",
) -> pikepdf.Object:
    """Add a page and return its dictionary; ``mode`` 3 draws words that nobody sees."""
    page = pdf.add_blank_page(page_size=(100, 100)).obj
    page.MediaBox = Array(list(media))
    if crop:
        page.CropBox = Array(list(crop))
    if rotate:
        page.Rotate = rotate
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    page.Resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(font)))
    page.Contents = pdf.make_stream(before + drawn(pieces, mode, size))
    return page


def drawn(pieces: Iterable[tuple[str, float, float]], mode: int = 0, size: int = 12) -> bytes:
    """Return what draws ``pieces``."""
    said = [f"BT /F1 {size} Tf {mode} Tr {x} {y} Td ({escaped(text)}) Tj ET" for text, x, y in pieces]
    return "\n".join(said).encode("cp1252")


def escaped(text: str) -> str:
    """Return text as it stands between the brackets of a PDF string."""
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def picture(pdf: Pdf, page: pikepdf.Object, *, wide: float = 612, high: float = 792) -> None:
    """Lay a grey picture over a page, under its words."""
    file = io.BytesIO()
    Image.new("L", (60, 80), 200).save(file, "JPEG")
    image = pdf.make_stream(file.getvalue(), Type=Name.XObject, Subtype=Name.Image, Filter=Name.DCTDecode)
    image.Width, image.Height, image.BitsPerComponent, image.ColorSpace = 60, 80, 8, Name.DeviceGray
    page.Resources.XObject = Dictionary(Im=image)
    page.Contents = pdf.make_stream(f"q {wide} 0 0 {high} 0 0 cm /Im Do Q\n".encode() + page.Contents.read_bytes())


def stored(pdf: Pdf) -> bytes:
    """Return the bytes of a PDF."""
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def text_of(data: bytes) -> str:
    """Return everything that can be extracted."""
    with pypdfium2.PdfDocument(data) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def shown(data: bytes, number: int = 1, scale: float = 1.0) -> Image.Image:
    """Return what is seen of a page."""
    with pypdfium2.PdfDocument(data) as document:
        return document[number - 1].render(scale=scale).to_pil().convert("L")

"""PDFs made for the tests: pages of any box and rotation with words where they are wanted."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name
from PIL import Image

from kit.documents.glyphs import house_folder
from kit.documents.packet.assemble import assemble
from kit.documents.packet.part import Packet, Part
from kit.documents.typeset import compiler

DAY = date(2026, 11, 21)
CAPTION = "Lindqvist v. Harbor & Vine"
BINDING = {"caption": CAPTION, "title": "Small-claims packet", "author": "Lindqvist Studio", "day": DAY}


@dataclass(frozen=True)
class Leaf:
    """A page to be made; ``words`` stand at the middle, ``foot`` at the very bottom as a reader sees it."""

    media: tuple[float, ...] = (0, 0, 612, 792)
    crop: tuple[float, ...] | None = None
    rotate: int = 0
    words: str = "Words of the page"
    foot: str = ""
    unit: float = 1
    scan: bool = False
    raw: bytes = b""


def helvetica(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Return the resources of a text page; one object, shared by every page that takes it."""
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    return pdf.make_indirect(Dictionary(Font=Dictionary(F1=pdf.make_indirect(font), KitStamp=pdf.make_indirect(font))))


def pdf_of(*leaves: Leaf, root=None) -> bytes:
    """Return a PDF of ``leaves`` that share one /Resources; ``root(pdf)`` may add what it likes."""
    pdf = pikepdf.new()
    resources = helvetica(pdf)
    for leaf in leaves:
        add_leaf(pdf, leaf, resources)
    if root:
        root(pdf)
    out = io.BytesIO()
    pdf.save(out, static_id=True)
    return out.getvalue()


def add_leaf(pdf: pikepdf.Pdf, leaf: Leaf, resources: pikepdf.Object) -> None:
    """Add one page."""
    seen = leaf.crop or leaf.media
    left, bottom, right, top = seen
    turn = {
        0: f"1 0 0 1 {left} {bottom}",
        90: f"0 1 -1 0 {right} {bottom}",
        180: f"-1 0 0 -1 {right} {top}",
        270: f"0 -1 1 0 {left} {top}",
    }[leaf.rotate % 360]
    high = (right - left) if leaf.rotate % 180 else (top - bottom)
    text = f"q {turn} cm BT /F1 7 Tf 1 0 0 1 12 {high / 2} Tm ({leaf.words}) Tj ET "
    text += f"BT /F1 7 Tf 1 0 0 1 12 2 Tm ({leaf.foot}) Tj ET Q" if leaf.foot else "Q"
    if leaf.scan:
        resources = Dictionary(XObject=Dictionary(Im0=picture(pdf, leaf.words)))
        text = f"q {right - left} 0 0 {top - bottom} {left} {bottom} cm /Im0 Do Q"
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array(list(leaf.media)),
        Resources=resources,
        Rotate=leaf.rotate,
        Contents=pdf.make_stream(leaf.raw or text.encode("latin-1")),
    )
    if leaf.crop:
        page.CropBox = Array(list(leaf.crop))
    if leaf.unit != 1:
        page.UserUnit = leaf.unit
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))


def picture(pdf: pikepdf.Pdf, words: str) -> pikepdf.Object:
    """Return a scanned page as an image; ``white`` is an empty sheet."""
    image = pdf.make_stream(scan(words))
    entries = {
        "/Type": Name.XObject,
        "/Subtype": Name.Image,
        "/Width": 850,
        "/Height": 1100,
        "/BitsPerComponent": 8,
        "/ColorSpace": Name.DeviceGray,
        "/Filter": Name.DCTDecode,
    }
    for key, value in entries.items():
        image[key] = value
    return image


def scan(words: str) -> bytes:
    """Return a JPEG that looks like a scanned page: grey noise in a band, white around."""
    image = Image.new("L", (850, 1100), 253)
    if words != "white":
        image.paste(Image.effect_noise((650, 800), 40 + sum(words.encode()) % 50), (100, 100))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80)
    return out.getvalue()


def kit_pdf(*words: str) -> bytes:
    """Return a PDF as the kit sets it, fonts embedded, a page for each of ``words``."""
    shown = "\n#pagebreak()\n".join(f"#{json.dumps(text, ensure_ascii=False)}" for text in words)
    source = f'#set text(font: "Carlito")\n#set page(paper: "us-letter", margin: 1in)\n{shown}\n'
    made = compiler(house_folder()).compile(
        input={"main": source.encode()}, format="pdf", timestamp=datetime(2026, 11, 21, tzinfo=UTC)
    )
    assert isinstance(made, bytes)
    return made


def claim(*words: str, **more: object) -> Part:
    """Return a part the kit made."""
    return Part("claim", "Statement of claim", kit_pdf(*(words or ("The claim is $1,200.00.",))), **more)


def exhibit(label: str, *leaves: Leaf, **more: object) -> Part:
    """Return an exhibit of ``leaves``."""
    entries = {"title": f"Paper {label}", "kit_made": False, "subtitle": "March 1, 2026", **more}
    return Part(f"exhibit-{label}", pdf=pdf_of(*(leaves or (Leaf(),))), exhibit=label, **entries)


def bound(*parts: Part, **more: object) -> Packet:
    """Return a packet of ``parts``."""
    return assemble(parts, **{**BINDING, **more})


def texts(pdf: bytes) -> list[str]:
    """Return what is read on each page, spaces single."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]

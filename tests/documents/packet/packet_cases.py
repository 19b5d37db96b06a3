"""PDFs made for the tests: pages of any box and rotation with words where they are wanted."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date

import pikepdf
from PIL import Image
from pikepdf import Array, Dictionary, Name

from kit.documents.packet.assemble import assemble
from kit.documents.packet.part import Packet, Part

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
        picture = pdf.make_stream(scan(leaf.words))
        picture.update(
            Dictionary(
                Type=Name.XObject,
                Subtype=Name.Image,
                Width=850,
                Height=1100,
                BitsPerComponent=8,
                ColorSpace=Name.DeviceGray,
                Filter=Name.DCTDecode,
            )
        ) if False else None
        for key, value in {
            "/Type": Name.XObject,
            "/Subtype": Name.Image,
            "/Width": 850,
            "/Height": 1100,
            "/BitsPerComponent": 8,
            "/ColorSpace": Name.DeviceGray,
            "/Filter": Name.DCTDecode,
        }.items():
            picture[key] = value
        resources = Dictionary(XObject=Dictionary(Im0=picture))
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


def scan(seed: str, size: tuple[int, int] = (850, 1100)) -> bytes:
    """Return a JPEG that looks like a scanned page: grey noise in a band, white around."""
    number = sum(seed.encode())
    band = Image.effect_noise((size[0] - 200, size[1] - 300), 40 + number % 50)
    image = Image.new("L", size, 255)
    image.paste(band, (100, 100))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80)
    return out.getvalue()


def bound(*parts: Part, **more: object) -> Packet:
    """Return a packet of ``parts``."""
    return assemble(parts, **{**BINDING, **more})

"""Layers of a PDF that are switched off: hidden content must not come to light by leaving out the switch.

Which layers are seen is written apart from the pages, and is lost when pages are
put together. A page with a hidden layer is therefore replaced by its picture.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf

from kit.documents.exhibits.saving import saved

_DPI = 200
_POINTS = 72
_MOST_PIXELS = 25_000_000
_QUALITY = 88
_DEEP = 6  # forms within forms


def hidden_pages(pdf: Pdf) -> tuple[int, ...]:
    """Return the pages, counted from 0, on which something belongs to a layer that is switched off."""
    off = switched_off(pdf)
    if not off:
        return ()
    return tuple(number for number, page in enumerate(pdf.pages) if _layered(page.obj.get(Name.Resources), off, 0))


def switched_off(pdf: Pdf) -> frozenset[tuple[int, int]]:
    """Return the layers of ``pdf`` that are not shown when it is opened."""
    setting = pdf.Root.get(Name.OCProperties)
    default = setting.get(Name.D) if isinstance(setting, Dictionary) else None
    if not isinstance(setting, Dictionary) or not isinstance(default, Dictionary):
        return frozenset()
    off = _layers(default.get(Name.OFF))
    if default.get(Name.BaseState) == Name.OFF:
        off |= _layers(setting.get(Name.OCGs)) - _layers(default.get(Name.ON))
    return off


def hides(layer: object, off: frozenset[tuple[int, int]]) -> bool:
    """Whether what belongs to ``layer``, or to a choice of layers, may be hidden."""
    if not isinstance(layer, Dictionary):
        return False
    if layer.get(Name.Type) == Name.OCMD:
        return Name.VE in layer or bool(off & _layers(layer.get(Name.OCGs)))
    return layer.objgen in off


def _layers(found: object) -> frozenset[tuple[int, int]]:
    items = list(found.as_list()) if isinstance(found, Array) else [found]
    return frozenset(item.objgen for item in items if isinstance(item, Dictionary))


def _layered(resources: object, off: frozenset[tuple[int, int]], depth: int) -> bool:
    if not isinstance(resources, Dictionary) or depth > _DEEP:
        return depth > _DEEP
    named = resources.get(Name.Properties)
    if isinstance(named, Dictionary) and any(hides(item, off) for item in named.values()):
        return True
    drawn = resources.get(Name.XObject)
    for item in drawn.values() if isinstance(drawn, Dictionary) else ():
        if hides(item.get(Name.OC), off):
            return True
        if item.get(Name.Subtype) == Name.Form and _layered(item.get(Name.Resources), off, depth + 1):
            return True
    return False


def as_seen(data: bytes, pages: Sequence[int]) -> bytes:
    """Return the PDF with ``pages`` replaced by pictures of what is seen of them, and without layers."""
    with Pdf.open(io.BytesIO(data)) as pdf:
        for number, (jpeg, size) in zip(pages, _rendered(data, pages), strict=True):
            _replace(pdf, pdf.pages[number].obj, jpeg, size)
        if Name.OCProperties in pdf.Root:
            del pdf.Root[Name.OCProperties]
        return saved(pdf)


def _rendered(data: bytes, pages: Sequence[int]) -> list[tuple[bytes, tuple[int, int]]]:
    import pypdfium2 as pdfium  # noqa: PLC0415 - heavy, and few files need it

    document, made = pdfium.PdfDocument(data), []
    try:
        for number in pages:
            page = document[number]
            width, height = page.get_size()
            scale = min(_DPI / _POINTS, (_MOST_PIXELS / (width * height)) ** 0.5)
            picture = page.render(scale=scale).to_pil().convert("RGB")
            out = io.BytesIO()
            picture.save(out, "JPEG", quality=_QUALITY)
            made.append((out.getvalue(), picture.size))
            page.close()
    finally:
        document.close()
    return made


def _replace(pdf: Pdf, page: Object, jpeg: bytes, size: tuple[int, int]) -> None:
    """Put a picture, upright as seen, in the place of what a page draws."""
    left, low, right, high = (float(number) for number in page.get(Name.CropBox, page[Name.MediaBox]).as_list())
    wide, tall = abs(right - left), abs(high - low)
    turned = page.get(Name.Rotate, 0) % 180 != 0
    if turned:
        wide, tall = tall, wide
    image = pdf.make_stream(
        jpeg,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=size[0],
        Height=size[1],
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Name.DCTDecode,
    )
    for key in (Name.Rotate, Name.CropBox, Name.Group):
        if key in page:
            del page[key]
    page[Name.MediaBox] = Array([0, 0, wide, tall])
    page[Name.Resources] = Dictionary(XObject=Dictionary(Im=image))
    page[Name.Contents] = pdf.make_stream(f"q {wide:.3f} 0 0 {tall:.3f} 0 0 cm /Im Do Q".encode())

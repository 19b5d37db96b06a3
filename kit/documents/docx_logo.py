"""The creditor's logo, built into a template before it is compiled.

The contract with whoever makes a letterhead: wherever the logo goes, in the body, a
header or a footer, stands a picture whose drawing is named ``kit-logo`` (Word calls
it the name in the selection pane; in the file it is ``wp:docPr/@name``). Its size is
the box the logo may fill. With a logo the picture is exchanged and scaled to fit
that box, its shape kept, its nearest corner where it was; without one the drawing
leaves together with the run that holds it, and the paragraph stays.
"""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any

from kit.findings import KitError

NAME = "kit-logo"
FORMATS = ("PNG", "JPEG")
LARGEST = 10 * 2**20  # bytes
MOST_PIXELS = 40_000_000

_ROTATION = 0x0112  # the camera's note on how to turn the picture
_CLEAR = frozenset({"RGBA", "LA", "PA"})  # modes in which a pixel may be transparent

_NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_EMBED = f"{{{_NS['r']}}}embed"


@lru_cache(maxsize=8)
def sound_logo(logo: bytes) -> tuple[bytes, int, int]:
    """Return ``logo`` as every program shows it, with its width and height in pixels.

    A PNG or an ordinary JPEG stays as it is; print colors, a rotation that only a camera's note tells of, and a
    JPEG without the usual head become a PNG. A `KitError` says why a file cannot stand on a letterhead.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415

    if not logo:
        raise KitError("the logo is an empty file")
    if len(logo) > LARGEST:
        raise KitError(f"the logo is larger than {LARGEST // 2**20} MB; a letterhead needs a few hundred KB at most")
    try:
        with Image.open(io.BytesIO(logo), formats=FORMATS) as picture:
            width, height = picture.size
            if width * height > MOST_PIXELS:
                raise KitError(f"the logo measures {width} by {height} pixels, more than any letterhead can show")
            picture.load()
            if picture.getexif().get(_ROTATION, 1) == 1 and (picture.format == "PNG" or _plain_jpeg(picture, logo)):
                return logo, width, height
            upright = ImageOps.exif_transpose(picture)
            clear = "transparency" in upright.info or upright.mode in _CLEAR
            changed = upright.convert("RGBA" if clear else "RGB")
    except (UnidentifiedImageError, Image.DecompressionBombError) as err:
        raise KitError("the logo is neither a PNG nor a JPEG picture") from err
    except (OSError, SyntaxError, ValueError) as err:
        raise KitError("the logo is a damaged picture; save it anew as PNG") from err
    changed.info.clear()  # what the file noted about itself no longer holds
    out = io.BytesIO()
    changed.save(out, "PNG")
    return out.getvalue(), *changed.size


def _plain_jpeg(picture: Any, logo: bytes) -> bool:
    return picture.mode in {"RGB", "L"} and logo[6:10] in {b"JFIF", b"Exif"}


def place_logo(document: Any, logo: bytes | None) -> int:
    """Put ``logo`` in every place of ``document`` made for one, or clear them; return how many there are."""
    size = (0, 0)
    if logo is not None:
        logo, *measured = sound_logo(logo)
        size = (measured[0], measured[1])
    count = 0
    for part in document.part.package.parts:
        element = getattr(part, "element", None)
        if element is None or not hasattr(part, "get_or_add_image"):
            continue
        for drawing in element.xpath(f".//w:drawing[.//wp:docPr[@name='{NAME}']]"):
            count += 1
            if logo is None:
                _remove(part, drawing)
            else:
                _exchange(part, drawing, logo, size)
    return count


def _remove(part: Any, drawing: Any) -> None:
    pictures = _pictures(drawing)
    run = next(drawing.iterancestors(f"{{{_NS['w']}}}r"))
    run.getparent().remove(run)
    for relation in pictures:
        _forget(part, relation)


def _exchange(part: Any, drawing: Any, logo: bytes, size: tuple[int, int]) -> None:
    relation, _ = part.get_or_add_image(io.BytesIO(logo))
    before = _pictures(drawing)
    for blip in drawing.iterfind(".//a:blip", _NS):
        for extension in blip.findall("a:extLst", _NS):  # an SVG twin of the old picture
            blip.remove(extension)
        blip.set(_EMBED, relation)
    extent = drawing.find(".//wp:extent", _NS)
    width, height = _fitted(size, (int(extent.get("cx")), int(extent.get("cy"))))
    for box in (extent, *drawing.iterfind(".//a:xfrm/a:ext", _NS)):
        box.set("cx", str(width))
        box.set("cy", str(height))
    for cut in drawing.xpath(".//a:srcRect"):
        cut.getparent().remove(cut)
    for old in before:
        _forget(part, old)


def _fitted(size: tuple[int, int], box: tuple[int, int]) -> tuple[int, int]:
    width, height = size
    if width * box[1] >= height * box[0]:
        return box[0], max(box[0] * height // width, 1)
    return max(box[1] * width // height, 1), box[1]


def _pictures(drawing: Any) -> set[str]:
    return {blip.get(_EMBED) for blip in drawing.iterfind(".//a:blip", _NS)} - {None}


def _forget(part: Any, relation: str) -> None:
    if relation in part.rels and f'"{relation}"' not in _text(part):
        del part.rels[relation]


def _text(part: Any) -> str:
    from lxml import etree  # noqa: PLC0415

    return etree.tostring(part.element, encoding="unicode")

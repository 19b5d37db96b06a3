"""A letterhead's logo: a PNG or JPEG, looked at before it goes on paper."""

from __future__ import annotations

import base64
from functools import lru_cache
from io import BytesIO
from xml.sax.saxutils import quoteattr

from kit.findings import KitError

_KINDS = {"PNG": "image/png", "JPEG": "image/jpeg"}


@lru_cache(maxsize=8)
def measure(logo: bytes) -> tuple[str, int, int]:
    """Return a logo's media type, width and height in pixels; raise `KitError` for what is no picture."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - only a letterhead with a logo needs it

    try:
        with Image.open(BytesIO(logo)) as picture:
            kind, (width, height) = _KINDS.get(picture.format or "", ""), picture.size
            picture.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise KitError("The logo is not a picture that can be read; give a PNG or JPEG file.") from None
    if not kind:
        raise KitError("The logo is neither PNG nor JPEG; save it as one of these.")
    return kind, width, height


@lru_cache(maxsize=8)
def as_svg(logo: bytes) -> str:
    """Return the logo wrapped in SVG, which is text and so can go to the typesetter as data."""
    kind, width, height = measure(logo)
    data = quoteattr(f"data:{kind};base64,{base64.b64encode(logo).decode('ascii')}")
    size = f'width="{width}" height="{height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {size}><image {size} xlink:href={data}/></svg>'

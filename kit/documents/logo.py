"""A letterhead's logo as the typesetter takes it: sound for every program, and wrapped as text."""

from __future__ import annotations

import base64
from functools import lru_cache

from kit.documents.docx_logo import sound_logo

_PNG = b"\x89PNG"


@lru_cache(maxsize=8)
def shape(logo: bytes) -> float:
    """Return width over height of a PNG or JPEG; raise `KitError` for what cannot stand on a letterhead."""
    _, width, height = sound_logo(logo)
    return width / height


@lru_cache(maxsize=8)
def as_svg(logo: bytes) -> bytes:
    """Return the logo wrapped in SVG: the typesetter takes files beside a template only as text."""
    logo, width, height = sound_logo(logo)
    kind = "png" if logo.startswith(_PNG) else "jpeg"
    size = f'width="{width}" height="{height}"'
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    data = base64.b64encode(logo).decode("ascii")
    return f'<svg {names} {size}><image {size} xlink:href="data:image/{kind};base64,{data}"/></svg>'.encode()

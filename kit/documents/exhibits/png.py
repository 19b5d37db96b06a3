"""A PNG's own packed pixels: a PDF reads them as they are, so they need not be unpacked and packed again."""

from __future__ import annotations

import struct
import zlib

from kit.documents.exhibits.limits import damaged
from kit.documents.exhibits.raster import Raster

_HEAD = 8
_GRAY, _RGB, _PALETTE = 0, 2, 3
_PIECE = 1 << 20


def passed_on(data: bytes, *, stretch: float = 1.0) -> Raster | None:
    """Return the picture as it is packed, or None where it has to be unpacked: alpha, interlaced, 16 bits.

    Raises `Refusal` K627 for a picture cut short.
    """
    chunks: dict[bytes, bytes] = {}
    pixels, at = [], _HEAD
    while at + _HEAD <= len(data):
        length, name = struct.unpack(">I4s", data[at : at + _HEAD])
        body = data[at + _HEAD : at + _HEAD + length]
        if name == b"IDAT":
            pixels.append(body)
        elif name == b"IEND":
            break
        else:
            chunks.setdefault(name, body)
        at += _HEAD + length + 4
    width, height, bits, colors, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[b"IHDR"][:13])
    if colors not in {_GRAY, _RGB, _PALETTE} or interlaced or bits > _HEAD or b"tRNS" in chunks:
        return None
    samples, packed = 3 if colors == _RGB else 1, b"".join(pixels)
    _whole(packed, ((width * samples * bits + 7) // 8 + 1) * height)
    return Raster(
        width,
        height,
        packed,
        "FlateDecode",
        "DeviceRGB" if colors == _RGB else "DeviceGray",
        bits,
        palette=chunks.get(b"PLTE", b"")[: 3 << bits] if colors == _PALETTE else b"",
        predicted=True,
        stretch=stretch,
        samples=samples,
    )


def _whole(packed: bytes, due: int) -> None:
    """Raise `Refusal` where the pixels are not exactly as many as they should be."""
    undo, size, rest = zlib.decompressobj(), 0, packed
    try:
        while rest and not undo.eof and size <= due:
            size += len(undo.decompress(rest, _PIECE))
            rest = undo.unconsumed_tail
    except zlib.error:
        raise damaged("a PNG") from None
    if size != due:
        raise damaged("a PNG")

"""A JPEG's own bytes, without what a camera wrote beside the picture: place, time, owner, second pictures.

The picture itself is not packed anew, so nothing of it is lost.
"""

from __future__ import annotations

import re
import struct

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})  # markers without a length
_APP, _COMMENT = range(0xE0, 0xF0), 0xFE
_KEPT_APPS = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
_NEXT = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]", re.DOTALL)  # the end of packed pixels


def bare(data: bytes) -> bytes:
    """Return a JPEG up to its end, without camera data and comments; raise `ValueError` for what is none."""
    parts, at = [b"\xff\xd8"], 2
    while True:
        if data[at : at + 1] != b"\xff":
            raise ValueError("no marker where one is due")
        mark = data[at + 1]
        if mark == 0xFF:  # noqa: PLR2004 - filling before a marker
            at += 1
            continue
        if mark == _END:
            return b"".join([*parts, b"\xff\xd9"])
        if mark in _ALONE:
            at += 2
            continue
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        end = at + 2 + length
        if not (_own(mark) and not data.startswith(_KEPT_APPS.get(mark, b"\0\0"), at + 4)):
            parts.append(data[at:end])
        at = end
        if mark == _SCAN:
            found = _NEXT.search(data, at)
            if not found:
                raise ValueError("the picture has no end")
            parts.append(data[at : found.start()])
            at = found.start()


def _own(mark: int) -> bool:
    """Whether a segment is the camera's, not the picture's."""
    return mark in _APP or mark == _COMMENT

"""What an exhibit is once it is open."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kit.findings import Finding


class Kind(StrEnum):
    """What a file is, seen from its content."""

    PDF = "PDF"
    JPEG = "JPEG"
    PNG = "PNG"
    HEIC = "HEIC"
    TIFF = "TIFF"
    GIF = "GIF"
    BMP = "BMP"
    WEBP = "WebP"
    TEXT = "text"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Opened:
    """A clean copy of an exhibit: ``pdf`` is its bytes, or a file in the folder that was asked for.

    The copy stays what the exhibit is and is not PDF/A. ``sha256`` is that of the exhibit's own file as it
    was read. ``notes`` say what the copy lacks or shows otherwise.
    """

    pdf: bytes | Path
    pages: int
    kind: Kind
    sha256: str
    notes: tuple[Finding, ...] = ()

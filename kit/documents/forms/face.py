"""A font as a form's field uses it: which characters it has, how it writes them, how wide they are.

Measured from the font's own public data: its encoding, its widths, the program
embedded in the file. A font that cannot be measured for certain is not used.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import pikepdf

from kit.documents.forms.core_widths import core_widths

SUBSET = 7  # `ABCDEF+` before the name of a font that holds only some of its glyphs
_SYMBOLIC = 4  # flag of a font descriptor
_CODECS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman", "/PDFDocEncoding": "pdfdoc"}
_FAMILIES = (("courier", "Courier"), ("times", "Times-Roman"), ("arial", "Helvetica"), ("helvetica", "Helvetica"))
_STYLES = {
    "Helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica", "Helvetica-Bold"),
    "Times-Roman": ("Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic"),
    "Courier": ("Courier",) * 4,
}


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A font by the name it has in the form's resources."""

    resource: str  # /Helv
    codes: Mapping[str, bytes]  # what stands for a character between ``opening`` and ``closing``
    widths: Mapping[str, int]  # in thousandths of the size
    bold: bool = False
    opening: bytes = b"("
    closing: bytes = b")"

    def has(self, text: str) -> bool:
        """Say whether every character of ``text`` can be shown."""
        return self.codes.keys() >= set(text)

    def lacks(self, text: str) -> list[str]:
        """Return the characters of ``text`` that cannot be shown, each once."""
        return [char for char in dict.fromkeys(text) if char not in self.codes]

    def width(self, text: str) -> int:
        """Return how wide ``text`` is, in thousandths of the size."""
        return sum(map(self.widths.__getitem__, text))

    def shown(self, text: str) -> bytes:
        """Return ``text`` as an operand of a text operator."""
        return self.opening + b"".join(map(self.codes.__getitem__, text)) + self.closing


def read_face(resource: str, font: Any) -> Face | None:
    """Return the font that ``resource`` names; None where it cannot be measured or written in single bytes."""
    if not isinstance(font, pikepdf.Dictionary) or font.get("/Subtype") not in ("/Type1", "/TrueType", "/MMType1"):
        return None
    name = str(font.get("/BaseFont", "")).lstrip("/")
    chars = _encoding(font, name)
    widths = _widths(font, name, chars)
    known = {char: code for code, char in chars.items() if char.isprintable() and widths.get(code)}
    known = _embedded(font, name, known)
    if not set("0123456789AaEeNnOoTt .,-").issubset(known):
        return None
    codes = {char: _literal(code) for char, code in known.items()}
    bold = "bold" in name.lower()
    return Face(resource, codes, {char: widths[code] for char, code in known.items()}, bold)


@cache
def helvetica(resource: str) -> Face:
    """Return Helvetica in Windows-1252, for fields whose own font cannot be used."""
    widths = core_widths("Helvetica")
    codes = {char: _literal(char.encode("cp1252")[0]) for char in widths if _in_windows(char)}
    return Face(resource, codes, {char: widths[char] for char in codes})


def _in_windows(char: str) -> bool:
    return char.isprintable() and bool(char.encode("cp1252", "ignore"))


def _literal(code: int) -> bytes:
    """Return the byte ``code`` as it stands within parentheses, in ASCII."""
    if code in b"()\\":
        return b"\\" + bytes([code])
    return bytes([code]) if 0x20 <= code < 0x7F else b"\\%03o" % code  # noqa: PLR2004


def _encoding(font: pikepdf.Dictionary, name: str) -> dict[int, str]:
    """Return the character of each code; the lowest code of a character stands last, so that it wins."""
    encoding = font.get("/Encoding")
    differences: Any = ()
    if isinstance(encoding, pikepdf.Dictionary):
        differences, encoding = encoding.get("/Differences", ()), encoding.get("/BaseEncoding")
    if encoding is None and not _standard(font, name):
        chars = {}
    elif (codec := _CODECS.get(str(encoding))) is not None:
        chars = {code: bytes([code]).decode(codec, "ignore") for code in range(0x20, 0x100)}
    else:
        chars = {code: char for code, char in _standard_encoding().items() if code >= 0x20}  # noqa: PLR2004
    chars |= _named(differences) if differences else {}
    return {code: char for code, char in sorted(chars.items(), reverse=True) if len(char) == 1}


def _standard(font: pikepdf.Dictionary, name: str) -> bool:
    """Say whether a font without an encoding of its own writes Latin letters where everybody expects them."""
    described = font.get("/FontDescriptor")
    if described is None:
        return bool(core_widths(_core_name(name)))
    return not int(described.get("/Flags", _SYMBOLIC)) & _SYMBOLIC


def _named(differences: Any) -> dict[int, str]:
    from fontTools import agl  # noqa: PLC0415 - only some forms need it

    found: dict[int, str] = {}
    code = 0
    for item in differences.as_list():
        if isinstance(item, pikepdf.Name):
            found[code] = agl.toUnicode(str(item)[1:])
            code += 1
        else:
            code = int(item)
    return found


@cache
def _standard_encoding() -> dict[int, str]:
    from fontTools import agl  # noqa: PLC0415 - only some forms need it
    from fontTools.encodings.StandardEncoding import StandardEncoding  # noqa: PLC0415 - same

    return {code: agl.toUnicode(name) for code, name in enumerate(StandardEncoding) if name != ".notdef"}


def _widths(font: pikepdf.Dictionary, name: str, chars: Mapping[int, str]) -> dict[int, int]:
    listed = font.get("/Widths")
    if isinstance(listed, pikepdf.Array) and len(listed):
        first = int(font.get("/FirstChar", 0))
        return {first + at: round(float(width)) for at, width in enumerate(listed.as_list()) if _is_number(width)}
    core = core_widths(_core_name(name))
    return {code: core[char] for code, char in chars.items() if char in core}


def _is_number(value: Any) -> bool:
    try:
        return float(value) >= 0
    except (TypeError, ValueError):
        return False


def _core_name(name: str) -> str:
    """Return the standard font that ``name`` is, or is made after: ``Arial,Bold`` is Helvetica-Bold."""
    plain = _whole(name).lower()
    family = next((core for start, core in _FAMILIES if plain.startswith(start)), "")
    return _STYLES[family][("bold" in plain) + 2 * ("italic" in plain or "oblique" in plain)] if family else ""


def _whole(name: str) -> str:
    return name[SUBSET:] if name[SUBSET - 1 : SUBSET] == "+" else name


def _embedded(font: pikepdf.Dictionary, name: str, known: dict[str, int]) -> dict[str, int]:
    """Keep the characters that the program in the file really has."""
    described = font.get("/FontDescriptor")
    if not isinstance(described, pikepdf.Dictionary):
        return known
    for key in ("/FontFile", "/FontFile2", "/FontFile3"):
        if key in described:
            has = _glyphs(described[key].read_bytes(), key, whole=_whole(name) == name)
            return {char: code for char, code in known.items() if char in has} if has is not None else known
    return known


def _glyphs(data: bytes, key: str, *, whole: bool) -> set[str] | None:
    """Return the characters that have a glyph; None where the program is whole and need not be looked into."""
    if key != "/FontFile2":
        return None if whole else set()
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415 - only some forms need it

    try:
        with TTFont(io.BytesIO(data), lazy=True) as program:
            codes = program.getBestCmap()
            drawn = program["glyf"] if "glyf" in program and not whole else None
            if codes is None:
                return None if whole else set()
            return {chr(code) for code, glyph in codes.items() if code <= 0x20 or drawn is None or _drawn(drawn[glyph])}  # noqa: PLR2004
    except (TTLibError, KeyError, ValueError, AssertionError, IndexError):
        return set()


def _drawn(glyph: Any) -> bool:
    return bool(glyph.numberOfContours)

"""A house font for what a form's own font cannot show: only the characters that are needed, embedded in the copy."""

from __future__ import annotations

import hashlib
import io
import logging
import unicodedata
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kit.documents.forms.face import Face
from kit.documents.forms.section import Section
from kit.documents.glyphs import font_files, house_folder

_ORDER = ("Carlito-Regular", "Carlito-Bold", "DejaVuSans", "DejaVuSans-Bold")
_RIGHT_TO_LEFT = ("R", "AL", "AN")  # would be set in the wrong order


@dataclass(frozen=True, slots=True, eq=False)
class HouseFace:
    """A font with what must be written into the file for it."""

    face: Face
    program: bytes
    glyphs: tuple[tuple[int, int, str], ...]  # glyph, width, character
    box: tuple[int, int, int, int]
    rise: int
    fall: int


def house_font(text: str, *, bold: bool) -> Path | None:
    """Return the first house font that has every character of ``text``; None where there is none."""
    wanted = set(text)
    if any(not _is_set(char) for char in wanted):
        return None
    return next((path for path in _fonts(bold=bold) if wanted <= _characters(path)), None)


def unprintable(text: str) -> list[str]:
    """Return the characters of ``text`` that no house font can show, each once."""
    fonts = _fonts(bold=False)
    return [char for char in dict.fromkeys(text) if not _is_set(char) or not any(char in _characters(f) for f in fonts)]


def _is_set(char: str) -> bool:
    """Say whether a character can be set one after the other, from left to right."""
    plain = char.isprintable() and not unicodedata.combining(char)
    return plain and unicodedata.bidirectional(char) not in _RIGHT_TO_LEFT


def _fonts(*, bold: bool) -> list[Path]:
    known = {path.stem: path for path in font_files(house_folder())}
    return [known[name] for name in _ORDER if name in known and name.endswith("Bold") == bold]


@lru_cache(maxsize=8)
def _characters(path: Path) -> frozenset[str]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - heavy, and most answers need no house font

    with TTFont(path, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


@lru_cache(maxsize=64)
def house_face(path: Path, characters: frozenset[str]) -> HouseFace:
    """Return the font at ``path`` cut down to ``characters``."""
    from fontTools import subset  # noqa: PLC0415 - heavy, and most answers need no house font
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - same

    logging.getLogger("fontTools").setLevel(logging.ERROR)  # the fonts' dates are odd, and nobody needs to know
    options = subset.Options(
        layout_features=[], hinting=False, glyph_names=False, name_IDs=[], notdef_outline=True, recalc_timestamp=False
    )
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "kern", "MATH", "FFTM", "meta"]
    with TTFont(path, recalcTimestamp=False) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=[ord(char) for char in sorted(characters | {" "})])
        cutter.subset(font)
        written = io.BytesIO()
        font.save(written, reorderTables=True)
        scale = 1000 / font["head"].unitsPerEm
        codes, widths = font.getBestCmap(), font["hmtx"].metrics
        glyphs = [
            (font.getGlyphID(name), round(widths[name][0] * scale), chr(code)) for code, name in sorted(codes.items())
        ]
        head, lines = font["head"], font["hhea"]
        box = tuple(round(side * scale) for side in (head.xMin, head.yMin, head.xMax, head.yMax))
        rise, fall = round(lines.ascent * scale), round(lines.descent * scale)
    face = Face(
        resource=f"/Kit{path.stem}",
        codes={char: b"%04X" % glyph for glyph, _, char in glyphs},
        widths={char: width for _, width, char in glyphs},
        bold="Bold" in path.stem,
        opening=b"<",
        closing=b">",
    )
    return HouseFace(face, written.getvalue(), tuple(glyphs), (box[0], box[1], box[2], box[3]), rise, fall)


def write(house: HouseFace, section: Section) -> bytes:
    """Write the font into ``section`` and return the resources that name it."""
    name = b"/%b+%b" % (_tag(house), house.face.resource.removeprefix("/Kit").encode("ascii"))
    packed = zlib.compress(house.program, 9)
    program = section.add(_stream(packed, b"/Filter/FlateDecode/Length1 %d" % len(house.program)))
    described = section.add(
        b"<</Type/FontDescriptor/FontName%b/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d/Descent %d"
        b"/CapHeight %d/StemV 80/FontFile2 %d 0 R>>" % (name, *house.box, house.rise, house.fall, house.rise, program)
    )
    widths = b" ".join(b"%d[%d]" % (glyph, width) for glyph, width, _ in sorted(house.glyphs))
    below = section.add(
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont%b"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        b"/FontDescriptor %d 0 R/CIDToGIDMap/Identity/DW 1000/W[%b]>>" % (name, described, widths)
    )
    readable = section.add(_stream(_unicode_map(house.glyphs)))
    font = section.add(
        b"<</Type/Font/Subtype/Type0/BaseFont%b/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
        % (name, below, readable)
    )
    return b"<</Font<<%b %d 0 R>>>>" % (house.face.resource.encode("ascii"), font)


def _tag(house: HouseFace) -> bytes:
    """Return six letters that differ from those of the same font with other characters."""
    digest = hashlib.md5("".join(house.face.codes).encode(), usedforsecurity=False).digest()
    return bytes(ord("A") + byte % 26 for byte in digest[:6])


def _stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (more, len(data), data)


def _unicode_map(glyphs: Iterable[tuple[int, int, str]]) -> bytes:
    rows = [b"<%04X><%b>" % (glyph, char.encode("utf-16-be").hex().upper().encode()) for glyph, _, char in glyphs]
    blocks = [rows[at : at + 100] for at in range(0, len(rows), 100)]
    listed = b"\n".join(b"%d beginbfchar\n%b\nendbfchar" % (len(block), b"\n".join(block)) for block in blocks)
    return (
        b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /KitUnicode def\n/CMapType 2 def\n"
        b"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n%b\nendcmap\n"
        b"CMapName currentdict /CMap defineresource pop\nend\nend" % listed
    )

"""The letters of the stamps: one house font, cut down to what they say and embedded."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kit.documents import glyphs
from kit.documents.packet.objects import added, dictionary, stream
from kit.documents.packet.quiet import quiet
from kit.findings import KitError

if TYPE_CHECKING:
    from pypdf import PdfWriter
    from pypdf.generic import IndirectObject

FILES = ("Carlito-Regular.ttf", "DejaVuSans.ttf")  # the first that has every letter
SYMBOLIC = 4
_TAG = "KITSTP+"


@dataclass(frozen=True, slots=True)
class StampFont:
    """A font cut down; lengths are thousandths of its size."""

    name: str
    data: bytes
    codes: dict[str, int]  # of each letter
    widths: dict[int, int]  # of each code
    box: tuple[int, int, int, int]
    ascent: int
    descent: int

    def width(self, text: str) -> float:
        """Return how long a text is at size 1."""
        return sum(self.widths[self.codes[char]] for char in text) / 1000

    def shown(self, text: str) -> str:
        """Return a text as the codes a content stream shows."""
        return "<" + "".join(f"{self.codes[char]:04X}" for char in text) + ">"


@lru_cache(maxsize=8)
@quiet("fontTools")
def stamp_font(letters: frozenset[str]) -> StampFont:
    """Return a font with ``letters``; raises `KitError` naming a letter no house font has."""
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 - heavy
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    font = None
    for file in FILES:
        font = TTFont(glyphs.house_folder() / "fonts" / file, recalcTimestamp=False)
        absent = [char for char in sorted(letters) if ord(char) not in font.getBestCmap()]
        if not absent:
            break
    if font is None or absent:
        raise KitError(f"the stamp on each page would hold {glyphs.describe(absent[0])}, which no house font can print")
    name = font["name"].getDebugName(6)
    options = Options(layout_features=[], name_IDs=[6], hinting=False, notdef_outline=True, glyph_names=False)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "kern", "DSIG", "MATH"]  # how letters join; stamps are set plainly
    cutter = Subsetter(options)
    cutter.populate(text="".join(sorted(letters)))
    cutter.subset(font)
    file_ = io.BytesIO()
    font.save(file_)
    cmap, head, hhea = font.getBestCmap(), font["head"], font["hhea"]
    em: int = head.unitsPerEm

    def scaled(length: float) -> int:
        return round(length * 1000 / em)

    codes = {char: font.getGlyphID(cmap[ord(char)]) for char in sorted(letters)}
    widths = {font.getGlyphID(glyph): scaled(font["hmtx"][glyph][0]) for glyph in font.getGlyphOrder()}
    box = (scaled(head.xMin), scaled(head.yMin), scaled(head.xMax), scaled(head.yMax))
    return StampFont(name, file_.getvalue(), codes, widths, box, scaled(hhea.ascent), scaled(hhea.descent))


def embed(font: StampFont, writer: PdfWriter) -> IndirectObject:
    """Add the font to a PDF and return the reference to it."""
    name = f"/{_TAG}{font.name}"
    descriptor = {
        "/Type": "/FontDescriptor",
        "/FontName": name,
        "/Flags": SYMBOLIC,
        "/FontBBox": font.box,
        "/Ascent": font.ascent,
        "/Descent": font.descent,
        "/CapHeight": font.ascent,
        "/ItalicAngle": 0,
        "/StemV": 80,
        "/FontFile2": added(writer, stream(font.data, {"/Length1": len(font.data)})),
    }
    descendant = {
        "/Type": "/Font",
        "/Subtype": "/CIDFontType2",
        "/BaseFont": name,
        "/CIDSystemInfo": {"/Registry": "Adobe", "/Ordering": "Identity", "/Supplement": 0},
        "/CIDToGIDMap": "/Identity",
        "/FontDescriptor": added(writer, dictionary(descriptor)),
        "/W": [item for code, width in sorted(font.widths.items()) for item in (code, [width])],
    }
    whole = {
        "/Type": "/Font",
        "/Subtype": "/Type0",
        "/BaseFont": name,
        "/Encoding": "/Identity-H",
        "/DescendantFonts": [added(writer, dictionary(descendant))],
        "/ToUnicode": added(writer, stream(_to_unicode(font.codes.items()))),
    }
    return added(writer, dictionary(whole))


def _to_unicode(codes: Iterable[tuple[str, int]]) -> bytes:
    """Return the map by which readers copy and search the stamps (ISO 32000-1, 9.10.3)."""
    rows = [f"<{code:04X}> <{char.encode('utf-16-be').hex().upper()}>" for char, code in codes]
    blocks = [rows[at : at + 100] for at in range(0, len(rows), 100)]
    mapped = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{mapped}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")

"""What a finished packet is made of: bookmarks, links, fonts, and nothing that acts."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kit.documents.packet import outline
from kit.documents.packet.front import EXHIBITS
from kit.documents.packet.part import Packet, Placed
from kit.findings import Finding, stop

if TYPE_CHECKING:
    import pikepdf

ROOT = frozenset("/Type /Pages /Outlines /Lang /PageMode /ViewerPreferences /OCProperties".split())
PAGE = frozenset("/Type /Parent /MediaBox /CropBox /Rotate /UserUnit /Group /Resources /Contents /Annots".split())
ACTIONS = frozenset(
    "/JavaScript /Launch /URI /GoToR /GoToE /SubmitForm /ImportData /Rendition /Movie /Sound /Thread".split()
)
FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
DEEPEST = 12  # forms within forms


def file_faults(packet: Packet) -> Iterator[Finding]:
    """Yield what is wrong inside the file. Raises `pikepdf.PdfError` where it is broken."""
    import pikepdf  # noqa: PLC0415 - heavy

    with pikepdf.open(io.BytesIO(packet.pdf)) as pdf:
        numbers = {page.obj.objgen: packet.first + at for at, page in enumerate(pdf.pages)}
        yield from _bookmark_faults(pdf, packet, numbers)
        yield from _link_faults(pdf, packet, numbers)
        yield from _acting(pdf, packet)
        yield from _font_faults(pdf, packet)


def _bookmark_faults(pdf: pikepdf.Pdf, packet: Packet, numbers: dict[tuple[int, int], int]) -> Iterator[Finding]:
    wanted = [(outline.CONTENTS, packet.first, 0), *_wanted(packet.placed)]
    found = []
    with pdf.open_outline() as marks:
        level = [(item, 0) for item in reversed(marks.root)]
        while level:
            item, depth = level.pop()
            found.append((item.title, numbers.get(_target(item), 0), depth))
            level += [(child, depth + 1) for child in reversed(item.children)]
    if found != wanted:
        wrong = next((one for one in [*wanted, *found] if found.count(one) != wanted.count(one)), wanted[0])
        yield stop("K651", f"the bookmark “{wrong[0]}” does not lead to the page it should")


def _target(item: pikepdf.OutlineItem) -> tuple[int, int]:
    """Return the object of the page a bookmark leads to; one that does anything else leads nowhere."""
    import pikepdf  # noqa: PLC0415 - heavy

    action = item.action
    if action is not None and action.get("/S") != "/GoTo":
        return (0, 0)
    target = action.get("/D") if action is not None else item.destination
    return target[0].objgen if isinstance(target, pikepdf.Array) else (0, 0)


def _wanted(placed: tuple[Placed, ...]) -> Iterator[tuple[str, int, int]]:
    """Yield title, page and depth of the bookmark of each part."""
    exhibits = [one for one in placed if one.part.exhibit]
    for one in placed:
        if not one.part.exhibit:
            yield outline.bookmark_title(one), one.first, 0
        elif one is exhibits[0]:
            yield EXHIBITS, one.first, 0
            yield from ((outline.bookmark_title(each), each.first, 1) for each in exhibits)


def _link_faults(pdf: pikepdf.Pdf, packet: Packet, numbers: dict[tuple[int, int], int]) -> Iterator[Finding]:
    """Compare where each link of the contents leads with the number that is read under it."""
    from kit.documents.packet.contents_lines import read_lines  # noqa: PLC0415 - heavy

    lines = read_lines(pdf, packet, numbers)
    for placed in packet.placed:
        mine = [line for line in lines if line.target == placed.first]
        if not any(line.text == str(placed.first) for line in mine):
            yield stop("K652", f"no line of the contents leads to page {placed.first}, {placed.part.name}")
    starts = {placed.first for placed in packet.placed}
    for line in lines:
        strange = line.target not in starts or (line.text.isdecimal() and line.number and line.target != line.number)
        if strange:
            yield stop("K652", f"the contents line “{line.text}” leads to page {line.target or 'nowhere'}")


def _acting(pdf: pikepdf.Pdf, packet: Packet) -> Iterator[Finding]:
    import pikepdf  # noqa: PLC0415 - heavy

    strange = {str(key) for key in pdf.Root if str(key) not in ROOT}
    for at, page in enumerate(pdf.pages):
        strange |= {str(key) for key in page.obj if str(key) not in PAGE}
        if "/Annots" in page:
            notes = list(page.Annots)
            strange |= {"/Annots"} if at >= packet.contents else set()
            strange |= {"/A" for each in notes if "/A" in each or "/AA" in each or each.get("/Subtype") != "/Link"}
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
            action = each.get("/S")
            strange |= {str(action)} if action is not None and str(action) in ACTIONS else set()
            strange |= {"/EF"} if "/EF" in each else set()
    if strange:
        yield stop("K658", f"the packet holds something that acts or reaches outside: {', '.join(sorted(strange))}")


def _font_faults(pdf: pikepdf.Pdf, packet: Packet) -> Iterator[Finding]:
    other = {number for one in packet.placed if not one.part.kit_made for number in one.numbers}
    seen: set[tuple[int, int]] = set()
    for at, page in enumerate(pdf.pages):
        number = packet.first + at
        if number not in other:
            for name in sorted(set(_missing(page.obj.get("/Resources"), seen, 0))):
                yield stop("K657", f"page {number} of the packet uses the font {name}, which is not embedded")


def _missing(resources: pikepdf.Object | None, seen: set[tuple[int, int]], depth: int) -> Iterator[str]:
    """Yield the names of fonts without a font file, in forms too."""
    if resources is None or depth > DEEPEST:
        return
    for font in _values(resources, "/Font"):
        inner = [font, *_values(font, "/DescendantFonts")]
        embedded = any(key in each.get("/FontDescriptor", {}) for each in inner for key in FONT_FILES)
        if not embedded and font.get("/Subtype") != "/Type3":
            yield str(font.get("/BaseFont", "without a name"))
    for form in _values(resources, "/XObject"):
        if form.get("/Subtype") == "/Form" and form.objgen not in seen:
            seen.add(form.objgen)
            yield from _missing(form.get("/Resources"), seen, depth + 1)


def _values(entries: pikepdf.Object, key: str) -> list[pikepdf.Object]:
    import pikepdf  # noqa: PLC0415 - heavy

    found = entries.get(key)
    if found is None:
        return []
    return list(found) if isinstance(found, pikepdf.Array) else [found[str(each)] for each in found]

"""A part, opened: readable, without anything that acts, and its pages measured.

Exhibits come here cleaned and forms flattened. What still carries a form, notes
in the margin or anything that acts is flattened once more, so that two forms
with fields of one name never become one, and what a note says stays on paper.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from kit.documents.packet.foot import free_feet
from kit.documents.packet.geometry import Box, Sheet, sheet
from kit.documents.packet.part import Part
from kit.documents.packet.quiet import quiet
from kit.findings import KitError

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

ACTING = ("/AcroForm", "/OpenAction", "/AA", "/Names")


@dataclass(frozen=True, slots=True)
class OpenPart:
    """A part with its pages; ``feet`` are the points free at the foot of each page, empty where no stamp goes."""

    part: Part
    reader: PdfReader
    pages: tuple[PageObject, ...]
    sheets: tuple[Sheet, ...]
    feet: tuple[float, ...]
    size: int  # bytes


@quiet("pypdf", "pikepdf")
def open_part(part: Part, *, own: bool = False) -> OpenPart:
    """Return ``part`` ready to be bound; raises `KitError`, one sentence, where it cannot be.

    What the packet set itself, its ``own``, keeps its links.
    """
    from pypdf import PdfReader  # noqa: PLC0415 - heavy
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    data = _read(part)
    try:
        reader = PdfReader(io.BytesIO(data))
        if not own and (reader.is_encrypted or _acts(reader)):
            data = _flattened(data, part)
            reader = PdfReader(io.BytesIO(data))
        pages = tuple(reader.pages)
        sheets = tuple(_sheet(page) for page in pages)
    except KitError:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RuntimeError, OSError) as err:
        raise _unreadable(part) from err
    if not pages:
        raise KitError(f"{part.name} has no pages")
    feet = free_feet(data, sheets, part.name) if part.stamped else ()
    return OpenPart(part, reader, pages, sheets, feet, len(data))


def open_parts(parts: Sequence[Part]) -> tuple[OpenPart, ...]:
    """Return all of ``parts`` opened; raises `KitError` for the first that cannot be or a name given twice."""
    label = _twice([part.exhibit for part in parts if part.exhibit])
    if label:
        raise KitError(f"two exhibits are called {label}; give each its own label")
    name = _twice([part.id for part in parts])
    if name:
        raise KitError(f"two parts of the packet are called {name}; give each its own id")
    return tuple(open_part(part) for part in parts)


def _twice(names: Sequence[str]) -> str:
    return next((name for name in names if names.count(name) > 1), "")


def _read(part: Part) -> bytes:
    if isinstance(part.pdf, bytes):
        return part.pdf
    try:
        return part.pdf.read_bytes()
    except OSError as err:
        raise KitError(f"{part.name}: the file {part.pdf.name} cannot be read ({err.strerror})") from None


def _unreadable(part: Part) -> KitError:
    return KitError(f"{part.name} cannot be read as a PDF, so it is not in the packet")


def _acts(reader: PdfReader) -> bool:
    root = reader.root_object
    return any(key in root for key in ACTING) or any("/Annots" in page for page in reader.pages)


def _flattened(data: bytes, part: Part) -> bytes:
    """Return a PDF with what its fields and notes show drawn into the pages, and neither left."""
    import pikepdf  # noqa: PLC0415 - heavy

    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if "/AcroForm" in pdf.Root:
                pdf.generate_appearance_streams()
            pdf.flatten_annotations("print")  # what paper shows, not the buttons around it
            for page in pdf.pages:
                for key in ("/Annots", "/AA"):
                    if key in page:
                        del page[key]
            for key in ACTING:
                if key in pdf.Root:
                    del pdf.Root[key]
            out = io.BytesIO()
            pdf.save(out, deterministic_id=True)
    except pikepdf.PasswordError:
        raise KitError(f"{part.name} is protected by a password, so it is not in the packet") from None
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError) as err:  # a broken file breaks in many ways
        raise _unreadable(part) from err
    return out.getvalue()


def _sheet(page: PageObject) -> Sheet:
    rotate = page.get("/Rotate", 0)
    unit = page.get("/UserUnit", 1)
    return sheet(_box(page.mediabox), _box(page.cropbox), int(cast("int", rotate)), float(cast("float", unit)))


def _box(rectangle: Sequence[object]) -> Box:
    left, bottom, right, top = (float(cast("float", side)) for side in rectangle)
    return left, bottom, right, top

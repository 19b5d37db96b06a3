"""Form fields and marks on a page, drawn into it: a filled form stays filled, a highlighted line highlighted.

What cannot be seen on paper (links, comments in pop-ups, attached files, film)
goes. A mark that brings its own picture is drawn by qpdf; one without, which
every program draws its own way, is drawn by PDFium first.
"""

from __future__ import annotations

import io
from collections.abc import Iterable

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from kit.documents.exhibits import layers
from kit.documents.exhibits.streams import bomb

_SEEN = frozenset(
    "/Widget /Highlight /Underline /StrikeOut /Squiggly /FreeText /Ink /Line /Square /Circle /Polygon /PolyLine "
    "/Stamp /Caret /Watermark /Redact".split()
)
_PUSHED = 1 << 16  # a button that does something, like printing; nothing is written in it
_INVISIBLE, _HIDDEN, _NO_VIEW = 1, 2, 32  # bits of an annotation's flags
_MOST = 10_000  # marks and fields of one file, which take some seconds to draw
_ACTIONS = (Name.A, Name.AA, Name.PA, Name.Popup)
_DEEP = 32  # fields within fields


def strip(pdf: Pdf) -> None:
    """Take away the annotations that are not seen on paper, and what any of them would do.

    Raises `Refusal` K632 for more of them than can be drawn in any reasonable time.
    """
    off, total = layers.switched_off(pdf), 0
    for page in pdf.pages:
        if Name.Annots not in page.obj:
            continue
        found = page.obj[Name.Annots]
        kept = [item for item in (found.as_list() if isinstance(found, Array) else ()) if _seen(item, off)]
        total += len(kept)
        if total > _MOST:
            raise bomb()
        for item in kept:
            _without(item, _ACTIONS)
            item[Name.F] = _flags(item) & ~_INVISIBLE
        if kept:
            page.obj[Name.Annots] = Array(kept)
        else:
            del page.obj[Name.Annots]
    form = pdf.Root.get(Name.AcroForm)
    if isinstance(form, Dictionary):
        _without(form, (Name.XFA, Name.CO))
    _without(pdf.Root, (Name.Names, Name.OpenAction, Name.AA, Name.Perms))


def _without(item: Object, keys: Iterable[Name]) -> None:
    for key in keys:
        if key in item:
            del item[key]


def redrawn(pdf: Pdf) -> Pdf:
    """Return ``pdf`` with its marks and fields drawn into the pages; the same object, or a new one."""
    if not any(Name.Annots in page.obj for page in pdf.pages):
        return pdf
    if not _undrawn(pdf):
        pdf.flatten_annotations("all")
        return pdf
    if not isinstance(pdf.Root.get(Name.AcroForm), Dictionary):
        pdf.Root[Name.AcroForm] = Dictionary(Fields=Array([]))  # without it PDFium does not look for marks
    out = io.BytesIO()
    pdf.save(out, encryption=False)
    return Pdf.open(io.BytesIO(_by_pdfium(out.getvalue())))


def _seen(item: object, off: frozenset[tuple[int, int]]) -> bool:
    if not isinstance(item, Dictionary) or str(item.get(Name.Subtype)) not in _SEEN:
        return False
    if _number(_inherited(item, Name.Ff)) & _PUSHED and _inherited(item, Name.FT) == Name.Btn:
        return False
    return not _flags(item) & (_HIDDEN | _NO_VIEW) and not layers.hides(item.get(Name.OC), off)


def _flags(item: Object) -> int:
    return _number(item.get(Name.F))


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def _undrawn(pdf: Pdf) -> bool:
    """Whether a mark has no picture of its own, or the form says that its pictures are out of date."""
    form = pdf.Root.get(Name.AcroForm)
    stale = isinstance(form, Dictionary) and bool(form.get(Name.NeedAppearances, False))
    for page in pdf.pages:
        for item in page.obj.get(Name.Annots, ()):
            widget = item.get(Name.Subtype) == Name.Widget
            if widget and (stale or not _pictured(item)) and _inherited(item, Name.V) is not None:
                return True
            if not widget and not _pictured(item):
                return True
    return False


def _pictured(item: Object) -> bool:
    drawn = item.get(Name.AP)
    normal = drawn.get(Name.N) if isinstance(drawn, Dictionary) else None
    return isinstance(normal, Stream | Dictionary)


def _inherited(item: Object, key: Name) -> object:
    """Return what a field or one that it belongs to says under ``key``."""
    for _ in range(_DEEP):
        if key in item:
            return item[key]
        above = item.get(Name.Parent)
        if not isinstance(above, Dictionary):
            return None
        item = above
    return None


def _by_pdfium(data: bytes) -> bytes:
    import pypdfium2 as pdfium  # noqa: PLC0415 - heavy, and few files need it

    document = pdfium.PdfDocument(data)
    try:
        document.init_forms()
        for number in range(len(document)):
            page = document[number]
            page.flatten()
            page.close()
        out = io.BytesIO()
        document.save(out)
    finally:
        document.close()
    return out.getvalue()

"""A PDF as it came, opened and made a clean copy of.

What is kept is listed, not what is dropped: the pages with their content,
resources and sizes. Scripts, actions, links, attached files, forms, structure and
metadata hang elsewhere and do not come along. What could be seen of a form or a
mark on the page is drawn into the page first.
"""

from __future__ import annotations

import io

from pikepdf import Array, Dictionary, Name, Object, PasswordError, Pdf, PdfError, Stream

from kit.documents.exhibits import layers, marks, streams
from kit.documents.exhibits.left_out import left_out, needs_adobe
from kit.documents.exhibits.limits import Limits, Refusal, Remark, damaged, too_many_pages
from kit.documents.exhibits.nesting import weigh_nesting
from kit.documents.exhibits.saving import saved

_PAGE = frozenset("/Type /Parent /MediaBox /CropBox /Rotate /Resources /Contents /UserUnit /Group".split())
_TREE = frozenset("/Type /Parent /Kids /Count".split())
_STREAM = (
    "/F /FFilter /FDecodeParms /OPI /Ref /Metadata /PieceInfo /AF /Alternates /StructParent /StructParents".split()
)
_LETTER = (0, 0, 612, 792)
_WIDEST = 14_400  # points a page may measure
_CORNERS = 4


def clean_copy(data: bytes, limits: Limits) -> tuple[bytes, int, tuple[Remark, ...]]:
    """Return a clean copy of a PDF, its number of pages and what is to be said about it.

    Raises `Refusal` for what is protected by a password, broken beyond repair, without pages, too long or too
    large once unpacked, and for a form that only Adobe's program can show.
    """
    with _open(data) as pdf:
        pages = _pages(pdf, limits)
        streams.weigh(pdf, limits)
        weigh_nesting(pdf)
        if needs_adobe(pdf):
            fix = "Open it in Adobe's program, print it to PDF there, and name that file."
            raise Refusal("K635", "is a form that only Adobe's program shows; others see a page that says so", fix)
        remarks = [*_repaired(pdf), *left_out(pdf)]
        hidden = layers.hidden_pages(pdf)
        marks.strip(pdf)
        again = marks.redrawn(pdf)
        _bare(again, layers=bool(hidden))
        clean = saved(again)
    if hidden:
        clean = layers.as_seen(clean, hidden)
        words = "has layers that are switched off; the pages with them are kept as pictures of what is seen"
        remarks.append(Remark("K639", words, "Print it to PDF once more to keep their text."))
    return clean, pages, tuple(remarks)


def _open(data: bytes) -> Pdf:
    try:
        return Pdf.open(io.BytesIO(data))
    except PasswordError:
        fix = "Open it with its password, print it to PDF, and name that file."
        raise Refusal("K626", "is protected by a password", fix) from None
    except MemoryError:
        raise streams.bomb() from None
    except (PdfError, RuntimeError, ValueError):
        raise damaged("a PDF") from None


def _pages(pdf: Pdf, limits: Limits) -> int:
    try:
        count = len(pdf.pages)
    except (PdfError, RuntimeError, ValueError, TypeError):
        raise damaged("a PDF", "its list of pages is broken") from None
    if count == 0:
        if pdf.get_warnings():
            raise damaged("a PDF", "no page of it is left")
        raise Refusal("K628", "has no pages", "Print it to PDF once more, and name that file.")
    if count > limits.pages:
        raise too_many_pages(count, limits.pages)
    return count


def _repaired(pdf: Pdf) -> list[Remark]:
    """Say that a broken file was repaired; raise `Refusal` K627 where a page lost what stood on it."""
    for item in pdf.objects:  # what is broken is known once everything was read
        del item
    if not pdf.get_warnings():
        return []
    lost = [number for number, page in enumerate(pdf.pages, start=1) if not _whole(page.obj)]
    if lost:
        raise damaged("a PDF", f"page {lost[0]} lost what stood on it")
    return [Remark("K636", "was damaged and could be repaired; compare each page with your own copy", "")]


def _whole(page: Object) -> bool:
    """Whether a page still has its content and the pictures and fonts it names."""
    content = page.get(Name.Contents)
    parts = list(content.as_list()) if isinstance(content, Array) else [content]
    if not parts or not all(isinstance(part, Stream) for part in parts):
        return False
    resources = page.get(Name.Resources)
    for sort in (Name.XObject, Name.Font):
        named = resources.get(sort) if isinstance(resources, Dictionary) else None
        if isinstance(named, Dictionary) and any(named.get(key) is None for key in named.keys()):  # noqa: SIM118
            return False
    return True


def _bare(pdf: Pdf, *, layers: bool) -> None:
    """Leave the pages and what draws them, nothing else."""
    kept = {"/Type", "/Pages", "/OCProperties"} if layers else {"/Type", "/Pages"}
    _only(pdf.Root, kept)
    for key in ("/Info", "/ID"):
        if key in pdf.trailer:
            del pdf.trailer[key]
    for page in pdf.pages:
        _only(page.obj, _PAGE)
        _measured(page.obj)
    for item in pdf.objects:
        if isinstance(item, Stream):
            for key in _STREAM:
                if key in item:
                    del item[key]
            if item.get(Name.Subtype) == Name.PS:  # a program for the printer
                item.write(b"")
        elif isinstance(item, Dictionary) and item.get(Name.Type) == Name.Pages:
            _only(item, _TREE)


def _only(item: Object, kept: set[str] | frozenset[str]) -> None:
    for key in list(item.keys()):
        if key not in kept:
            del item[key]


def _measured(page: Object) -> None:
    """Give a page without a size that makes sense the size of a letter, and quarter turns only."""
    for key in (Name.MediaBox, Name.CropBox):
        if key in page and not _box(page[key]):
            del page[key]
    if Name.MediaBox not in page:
        page[Name.MediaBox] = Array(list(_LETTER))
    if Name.Rotate in page:
        turn = page[Name.Rotate]
        if not isinstance(turn, int) or turn % 90:
            del page[Name.Rotate]


def _box(value: object) -> bool:
    if not isinstance(value, Array) or len(value) != _CORNERS:
        return False
    try:
        left, low, right, high = (float(number) for number in value.as_list())
    except (TypeError, ValueError):
        return False
    return 1 <= abs(right - left) <= _WIDEST and 1 <= abs(high - low) <= _WIDEST

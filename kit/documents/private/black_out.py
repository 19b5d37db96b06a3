"""A copy without the private data: the page becomes its picture, with the words blacked out.

A black rectangle drawn over words hides nothing from a program, so the words themselves go: the page's own dictionary
keeps its size and its turn, and holds one picture. What else of the file may repeat them goes too.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kit.documents.private.found import PrivateData
from kit.documents.private.ocr import Engine
from kit.documents.private.opened import opened, page_of
from kit.documents.private.page_picture import blacked_out
from kit.documents.private.page_words import page_words
from kit.documents.private.persons import plain
from kit.documents.private.scrub import put_picture, remaining, scrub
from kit.documents.private.search import scan
from kit.findings import KitError

if TYPE_CHECKING:
    import pypdfium2


def redact(
    pdf: bytes | Path,
    found: Iterable[PrivateData],
    *,
    minors: tuple[str, ...] = (),
    words: tuple[str, ...] = (),
    engine: Engine | None = None,
) -> bytes:
    """Return a copy of ``pdf`` with the pages of ``found`` as pictures, blacked out where ``found`` says.

    The copy is opened and searched again, for ``minors`` and ``words`` too, and for words in pictures where an
    ``engine`` read them; raises `KitError` where anything remains, or the file cannot be opened. The same input
    gives the same bytes, and nothing found gives the file as it is.
    """
    import pikepdf  # noqa: PLC0415 - heavy

    data = pdf.read_bytes() if isinstance(pdf, Path) else pdf
    pages: dict[int, list[PrivateData]] = {}
    for one in found:
        pages.setdefault(one.page, []).append(one)
    if not pages:
        return data
    secrets: set[str] = set()
    with opened(data) as document, pikepdf.open(io.BytesIO(data)) as made:
        if max(pages) > len(document) or min(pages) < 1:
            raise KitError(f"the PDF has {len(document)} pages, and private data was named on another")
        for number, on_page in sorted(pages.items()):
            with page_of(document, number - 1) as page:
                secrets |= _secrets(page, on_page)
                put_picture(made, number, blacked_out(page, [box for one in on_page for box in one.boxes]))
        scrub(made, secrets)
        out = io.BytesIO()
        made.remove_unreferenced_resources()
        made.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    copy = out.getvalue()
    _prove(copy, sorted(pages), secrets, minors, words, engine)
    return copy


def _secrets(page: pypdfium2.PdfPage, found: Sequence[PrivateData]) -> set[str]:
    """Return the words to be blacked out on a page, as the rules read them."""
    text = page.get_textpage()
    try:
        boxes = [box for one in found for box in one.boxes]
        pieces = [text.get_text_bounded(box.left, box.bottom, box.right, box.top) for box in boxes]
    finally:
        text.close()
    return {secret for secret in (plain(piece).strip(" .,:;") for piece in pieces) if secret}


def _prove(
    copy: bytes,
    pages: Sequence[int],
    secrets: set[str],
    minors: tuple[str, ...],
    words: tuple[str, ...],
    engine: Engine | None,
) -> None:
    import pikepdf  # noqa: PLC0415 - heavy

    with opened(copy) as document:
        for number in pages:
            with page_of(document, number - 1) as page:
                text = page.get_textpage()
                letters = page_words(text).text.strip()
                text.close()
            if letters:
                raise KitError(f"page {number} still holds words after it was blacked out")
    again = scan(copy, minors=minors, words=words, ocr=engine is not None, engine=engine)
    left = sorted({one.page for one in again.found if one.page in pages})
    with pikepdf.open(io.BytesIO(copy)) as made:
        if left or remaining(made, secrets):
            where = f"page {left[0]}" if left else "the file"
            raise KitError(f"private data is still in {where} after it was blacked out")

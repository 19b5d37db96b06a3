"""A PDF opened to be looked through: what stands in notes and form fields counts as standing on the page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kit.findings import KitError

if TYPE_CHECKING:
    import pypdfium2


@contextmanager
def opened(pdf: bytes | Path) -> Iterator[pypdfium2.PdfDocument]:
    """Open ``pdf``; raises `KitError` where it cannot be opened or has no pages."""
    import pypdfium2  # noqa: PLC0415 - heavy
    from pypdfium2 import raw  # noqa: PLC0415 - heavy

    name = f"`{pdf.name}`" if isinstance(pdf, Path) else "the PDF"
    try:
        data = pdf.read_bytes() if isinstance(pdf, Path) else pdf
        document = pypdfium2.PdfDocument(data)
    except OSError as err:
        raise KitError(f"{name} cannot be read: {err.strerror or err}") from err
    except pypdfium2.PdfiumError as err:
        why = "is locked by a password" if "password" in str(err).lower() else "is damaged, has no pages, or is no PDF"
        raise KitError(f"{name} {why}, so it cannot be looked through for private data") from err
    try:
        if len(document) == 0:
            raise KitError(f"{name} has no pages to look through for private data")
        if document.get_formtype() == raw.FORMTYPE_ACRO_FORM:
            with suppress(pypdfium2.PdfiumError):
                document.init_forms()
        yield document
    finally:
        document.close()


@contextmanager
def page_of(document: pypdfium2.PdfDocument, index: int) -> Iterator[pypdfium2.PdfPage]:
    """Load a page with its notes and fields drawn into it, in memory only; raises `PdfiumError` for a broken one."""
    from pypdfium2 import raw  # noqa: PLC0415 - heavy

    page = document[index]
    if raw.FPDFPage_GetAnnotCount(page) > 0:
        raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
        page.close()
        page = document[index]
    try:
        yield page
    finally:
        page.close()

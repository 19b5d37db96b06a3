"""A filled form becomes plain pages: what its fields show is drawn into them, and nothing can be changed any more.

Only what a printer would show is kept. The form's own tree of fields goes, so
that two filled copies can stand in one file and never share a field.
"""

from __future__ import annotations

import io

import pikepdf

from kit.documents.forms.fill import Filled


def flatten(filled: Filled | bytes) -> bytes:
    """Return the pages of a filled form, with its answers as part of the pages. The same form gives the same bytes."""
    data = filled.pdf if isinstance(filled, Filled) else filled
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        draw_fields(pdf)
        pdf.save(written, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return written.getvalue()


def draw_fields(pdf: pikepdf.Pdf) -> None:
    """Draw every field of ``pdf`` that is printed into its page, and drop all notes and the form."""
    pdf.flatten_annotations("print")
    for page in pdf.pages:
        if "/Annots" in page.obj:
            del page.obj["/Annots"]
    if "/AcroForm" in pdf.Root:
        del pdf.Root["/AcroForm"]

"""The bytes of a PDF of ours: the same for the same content, streams packed as they were."""

from __future__ import annotations

import io

from pikepdf import Pdf, StreamDecodeLevel


def saved(pdf: Pdf) -> bytes:
    """Return a PDF's bytes without encryption; what nothing refers to does not come along."""
    if "/ID" in pdf.trailer:
        del pdf.trailer["/ID"]  # that of a page set here differs from run to run
    out = io.BytesIO()
    pdf.save(
        out,
        encryption=False,
        deterministic_id=True,
        fix_metadata_version=False,
        preserve_pdfa=False,
        stream_decode_level=StreamDecodeLevel.none,
    )
    return out.getvalue()

"""What the tests of the packet share: the case in the State of Franklin, and a PDF of any length."""

from __future__ import annotations

import io
from datetime import date

import pikepdf

FILED = date(2026, 5, 4)

MORE = """\
legal_action: {decided_on: 2026-04-20, not_before: 2026-05-01}
small_claims: {filed: []}
exhibits:
  - {id: agreement, kind: contract, file: exhibits/agreement.pdf, title: Catalogue agreement, on: 2025-05-01}
  - {id: delivery, kind: delivery, file: exhibits/delivery.txt, title: Delivery note, on: 2025-12-20}
  - {id: proof, kind: other, file: exhibits/proof.png, title: "Photograph of the catalogues <&> #read", on: 2025-12-20}
"""


def pdf_of(pages: int = 2, size: tuple[int, int] = (612, 792)) -> bytes:
    """Return a PDF with a word on each page."""
    made = pikepdf.new()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    for number in range(pages):
        page = made.add_blank_page(page_size=size)
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        page.Contents = made.make_stream(
            f"BT /F 14 Tf 72 700 Td (Catalogue agreement, page {number + 1}) Tj ET".encode()
        )
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()

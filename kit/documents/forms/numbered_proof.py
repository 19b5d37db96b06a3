"""The form with each field's number on it, to hold beside `fields.yaml`.

Green: a blank is proposed. Blue: it stays empty on purpose. Red: nobody knows
yet. The fields themselves are taken out, so that nothing covers a number.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable, Sequence

import pikepdf

from kit.documents.forms.mapping import Proposal

BOUND, EMPTY, UNKNOWN = "0 0.45 0.15", "0.1 0.3 0.75", "0.8 0.05 0.05"
SIZE = 6.5  # points
DIGIT = 0.556  # of the size, as wide as a digit of Helvetica is
FONT = "/KitProof"


def numbered_proof(pdf: bytes, proposals: Sequence[Proposal]) -> bytes:
    """Return the form ``pdf``, clean as `prepare` leaves it, with the numbers of ``proposals`` drawn on its fields."""
    by_page: dict[int, list[Proposal]] = defaultdict(list)
    for one in proposals:
        by_page[one.spot.page].append(one)
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        font = document.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        )
        for number, page in enumerate(document.pages, 1):
            if "/Annots" in page:
                del page.Annots
            page.contents_add(b"q", prepend=True)
            page.contents_add(b"Q\n" + _marks(by_page[number]), prepend=False)
            page.add_resource(font, pikepdf.Name.Font, pikepdf.Name(FONT))
        if "/AcroForm" in document.Root:
            del document.Root.AcroForm
        document.save(written, deterministic_id=True)
    return written.getvalue()


def _marks(proposals: Iterable[Proposal]) -> bytes:
    return "\n".join(line for one in proposals for line in _mark(one)).encode("ascii")


def _mark(one: Proposal) -> Iterable[str]:
    rect, text = one.spot.rect, str(one.number)
    colour = BOUND if one.blank else EMPTY if one.leave else UNKNOWN
    wide = DIGIT * SIZE * len(text) + 2
    left = rect.left + 0.5 if not one.spot.is_box else rect.left - wide
    bottom = rect.top - SIZE - 1.5 if rect.height > SIZE + 3 else rect.middle - SIZE / 2
    yield f"q {colour} RG 0.6 w {rect.left:.2f} {rect.bottom:.2f} {rect.width:.2f} {rect.height:.2f} re S"
    yield f"{colour} rg {left:.2f} {bottom:.2f} {wide:.2f} {SIZE + 1:.2f} re f"
    yield f"BT 1 1 1 rg {FONT} {SIZE} Tf {left + 1:.2f} {bottom + 1.6:.2f} Td ({text}) Tj ET Q"

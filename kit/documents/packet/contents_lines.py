"""The contents as a reader of the finished file finds them: what stands under each link, and where it leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2

from kit.documents.packet.part import Packet
from kit.documents.packet.proof_words import normal

if TYPE_CHECKING:
    import pikepdf


@dataclass(frozen=True, slots=True)
class Line:
    """One link: the words under it, the number they are (0 for words), the number of the page it leads to (0: none)."""

    text: str
    number: int
    target: int


def read_lines(pdf: pikepdf.Pdf, packet: Packet, numbers: dict[tuple[int, int], int]) -> list[Line]:
    """Return every link on the pages of contents."""
    found = []
    with pypdfium2.PdfDocument(packet.pdf) as document:
        for at in range(packet.contents):
            page = document[at]
            words = page.get_textpage()
            for note in pdf.pages[at].obj.get("/Annots", []):
                left, bottom, right, top = (float(side) for side in note.Rect)
                text = normal(words.get_text_bounded(left, bottom, right, top))
                target = note.get("/Dest")
                leads = numbers.get(target[0].objgen, 0) if target is not None else 0
                right_most = text.isdecimal() and right > page.get_width() / 2
                found.append(Line(text, int(text) if right_most else 0, leads))
            words.close()
            page.close()
    return found

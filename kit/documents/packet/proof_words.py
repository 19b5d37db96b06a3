"""What can be read on the pages of a finished packet: values, stamps, and what must never stand there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kit.documents.packet.geometry import LETTER, Sheet, sheet
from kit.documents.packet.page_look import is_blank
from kit.documents.packet.part import Packet, Part, Placed, exhibit_stamp
from kit.findings import Finding, note, stop

if TYPE_CHECKING:
    import pypdfium2

STRIP = 90.0  # points at the foot within which a stamp stands, on a page of letter size
LEFT_OVER = re.compile(
    r"\{\{|\}\}|\{%|%\}|\bNone\b(?! (?:of|are|is|was|were|has|have|known)\b)|"
    r"\bnan\b|\bNaN\b|Decimal\('|datetime\.|<kit\."
)
BLANK_WORDS = "This page is left blank on purpose."
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class PageWords:
    """What is read on one page; ``foot`` is the text of the strip where stamps stand."""

    number: int
    text: str
    foot: str
    blank: bool  # nothing is seen but stamps

    @cached_property
    def tight(self) -> str:
        """The text without any space."""
        return _SPACE.sub("", self.text)


def read(document: pypdfium2.PdfDocument, packet: Packet) -> tuple[PageWords, ...]:
    """Return what is read on each page of a packet."""
    exhibits = {
        number: exhibit_stamp(placed.part, placed.begins + at, placed.total)
        for placed in packet.placed
        for at, number in enumerate(placed.numbers)
    }
    found = []
    for index in range(packet.pages):
        page = document[index]
        number = packet.first + index
        seen = sheet(page.get_mediabox(), page.get_cropbox(), page.get_rotation(), 1.0)
        words = page.get_textpage()
        text = normal(words.get_text_bounded(*seen.box))
        foot = normal(words.get_text_bounded(*_strip(seen)))
        words.close()
        stamps = (exhibits.get(number, ""), packet.page_stamp(number))
        found.append(PageWords(number, text, foot, _without(text, stamps) == "" and is_blank(page)))
        page.close()
    return tuple(found)


def normal(text: str) -> str:
    """Return text with ligatures taken apart, marks of line ends gone, and single spaces."""
    return _SPACE.sub(" ", unicodedata.normalize("NFKC", text).replace("\ufffe", "").replace("\x02", "-")).strip()


def whole(value: str, text: str) -> bool:
    """Whether ``value`` stands in ``text`` (both `normal`), not as a part of a longer figure; lines may break it."""
    wanted = normal(value)
    return any(
        re.search(rf"(?<!\d)(?<!\d[.,]){re.escape(needle)}(?![.,]?\d)", hay)
        for needle, hay in ((wanted, text), (_SPACE.sub("", wanted), _SPACE.sub("", text)))
    )


def unread(texts: Mapping[Part, str]) -> Iterator[Finding]:
    """Yield every value a part should show, and does not show whole, in all the text of its own pages."""
    for part, text in texts.items():
        for value in part.expects:
            if not whole(value, text):
                yield stop("K650", f"{part.name}: “{value}” cannot be read whole on its pages")


def faults(pages: tuple[PageWords, ...], packet: Packet) -> Iterator[Finding]:
    """Yield what is wrong with the words on the pages."""
    said = _users_words(packet)
    for placed in packet.placed:
        label = f"Exhibit {placed.part.exhibit}"
        if placed.cover and label not in pages[packet.index(placed.cover)].text:
            yield stop("K664", f"the cover of {label} does not name it")
        own = [pages[packet.index(number)] for number in placed.numbers]
        yield from _exhibit_faults(own, placed)
        yield from _blank_faults(own, placed)
        if placed.part.kit_made:
            yield from _left_over(own, placed.part.name, said)
    yield from _left_over([pages[index] for index in range(packet.contents)], "the contents", said)
    unstamped = {number for placed in packet.placed if not placed.part.stamped for number in placed.numbers}
    for page in pages:
        if page.number not in unstamped and not _holds(page.foot, packet.page_stamp(page.number)):
            yield stop("K654", f"page {page.number} of the packet does not say so at its foot")
        if page.number in packet.blanks and BLANK_WORDS not in page.text:
            yield stop("K663", f"page {page.number} is blank and does not say that it is on purpose")


def _exhibit_faults(own: list[PageWords], placed: Placed) -> Iterator[Finding]:
    part = placed.part
    if not part.exhibit or not part.stamped:
        return
    for at, page in enumerate(own):
        stamp = exhibit_stamp(part, placed.begins + at, placed.total)
        if not _holds(page.foot, stamp):
            yield stop("K653", f"page {page.number} of the packet does not carry the stamp “{stamp}” at its foot")


def _blank_faults(own: list[PageWords], placed: Placed) -> Iterator[Finding]:
    for at, page in enumerate(own):
        if not page.blank:
            continue
        where = f"page {placed.begins + at} of {placed.part.name}"
        if placed.part.exhibit:
            fix = "Look whether a page is missing or was scanned from the wrong side."
            yield note("K662", f"{where} is blank", fix=fix)
        else:
            yield stop("K655", f"{where} came out blank")


def _users_words(packet: Packet) -> tuple[str, ...]:
    """Return names and titles as the user wrote them, the longest first: a debtor may be called None."""
    words = {*packet.binding.caption.split(" v. "), *(part.title for part in packet.parts)}
    words |= {value for part in packet.parts for value in part.expects}
    return tuple(sorted((normal(word) for word in words if word), key=len, reverse=True))


def _left_over(own: list[PageWords], name: str, said: tuple[str, ...]) -> Iterator[Finding]:
    for page in own:
        text = page.text
        for word in said:
            text = text.replace(word, "")
        found = LEFT_OVER.search(text)
        if found:
            around = text[max(0, found.start() - 20) : found.end() + 20]
            message = f"{name}: page {page.number} of the packet says “{around}”, a blank that was never filled"
            yield stop("K656", message)


def _holds(text: str, stamp: str) -> bool:
    return _SPACE.sub("", normal(stamp)) in _SPACE.sub("", text)


def _without(text: str, stamps: tuple[str, ...]) -> str:
    tight = _SPACE.sub("", text)
    for stamp in stamps:
        tight = tight.replace(_SPACE.sub("", normal(stamp)), "") if stamp else tight
    return tight


def _strip(seen: Sheet) -> tuple[float, float, float, float]:
    """Return the strip at the foot, in the page's own units."""
    grown = max(1.0, min(seen.width, seen.height) / LETTER[0])
    return seen.to_page.box((0.0, 0.0, seen.width, min(STRIP * grown, seen.height)))

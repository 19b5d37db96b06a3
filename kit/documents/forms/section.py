"""One incremental section: the objects that a filled copy changes or adds, after the bytes of its blank.

The blank's own bytes stay as they are, so nothing of it is parsed or written
again, and the same answers always give the same bytes.
"""

from __future__ import annotations

import hashlib
import string
from collections.abc import Iterator

from kit.documents.forms.blank import Blank

_PLAIN = (string.ascii_letters + string.digits).encode("ascii")
_ENTRY = b"%010d 00000 n \n"


class Section:
    """Objects on their way into a copy of ``blank``."""

    def __init__(self, blank: Blank) -> None:
        self._blank = blank
        self._at = len(blank.pdf)
        self._next = blank.next_number
        self._parts: list[bytes] = []
        self._offsets: dict[int, int] = {}

    def write(self, number: int, body: bytes) -> None:
        """Write object ``number`` anew."""
        part = b"%d 0 obj\n%b\nendobj\n" % (number, body)
        self._offsets[number] = self._at
        self._parts.append(part)
        self._at += len(part)

    def add(self, body: bytes) -> int:
        """Write an object the blank does not have and return its number."""
        number = self.reserve()
        self.write(number, body)
        return number

    def reserve(self) -> int:
        """Return the number of an object that is written later."""
        self._next += 1
        return self._next - 1

    def copy(self) -> bytes:
        """Return the blank with this section at its end."""
        blank = self._blank
        body = b"".join(self._parts)
        tail = [b"xref\n", *self._table(), b"trailer\n<</Size %d/Root %d 0 R" % (self._next, blank.root)]
        if blank.info:
            tail.append(b"/Info %d 0 R" % blank.info)
        changed = hashlib.md5(body, usedforsecurity=False).hexdigest().encode("ascii")
        tail.append(
            b"/Prev %d/ID[<%b><%b>]>>\nstartxref\n%d\n%%%%EOF\n"
            % (blank.xref, blank.id.hex().encode(), changed, self._at)
        )
        return b"".join((blank.pdf, body, *tail))

    def _table(self) -> Iterator[bytes]:
        run: list[int] = []
        for number in sorted(self._offsets):
            if run and number != run[-1] + 1:
                yield self._rows(run)
                run = []
            run.append(number)
        if run:
            yield self._rows(run)

    def _rows(self, run: list[int]) -> bytes:
        return b"%d %d\n" % (run[0], len(run)) + b"".join([_ENTRY % self._offsets[number] for number in run])


def name_of(state: str) -> bytes:
    """Return a state such as `/Yes` as a name of the PDF; what is no plain letter or digit is written by its code."""
    written = [
        b"%c" % byte if byte in _PLAIN else b"#%02X" % byte for byte in state[1:].encode("utf-8", "surrogateescape")
    ]
    return b"/" + b"".join(written)


def string_of(value: str) -> bytes:
    """Return a text as a string of the PDF."""
    if value.isascii():
        escaped = value.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").replace("\n", "\\n")
        return b"(%b)" % escaped.encode("ascii")
    return b"<FEFF%b>" % value.encode("utf-16-be").hex().upper().encode("ascii")

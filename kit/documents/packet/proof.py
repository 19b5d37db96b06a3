"""The finished packet opened again: proof, not trust.

Nothing that was known while it was bound is taken for granted. What a reader
sees is read out of the file by another library than the one that wrote it.
"""

from __future__ import annotations

import gc
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kit.documents.packet import proof_structure, proof_words
from kit.documents.packet.part import Packet, Part
from kit.findings import Finding, stop

QPDF_SECONDS = 120
_QPDF_CLEAN = (0, 3)  # 3: readable, with warnings
_PICTURE, _CLOSED = b"/DCTDecode", b"/XCTDecode"  # as long as each other, so nothing in the file moves


def prove(*volumes: Packet) -> tuple[Finding, ...]:
    """Return everything that is not as it should be in finished packets, each in one volume or in several, in order.

    Stops: a value of a part that is not readable whole, a stamp, bookmark or contents line that is not right, a page of
    the kit's that is blank or holds a blank never filled, a font not embedded, anything that acts, a file qpdf cannot
    read. A note: a page of an exhibit that is blank.
    """
    gc.collect()  # what was opened to bind the packet points at itself in circles, and is as large as the packet
    texts: dict[Part, str] = {}
    found: list[Finding] = []
    for packet in volumes:
        if packet.volume == 1:  # another set of the same parts, which has to show every value itself
            found += proof_words.unread(texts)
            texts = {}
        found += _proved(packet, texts)
    return (*found, *proof_words.unread(texts))


def _proved(packet: Packet, texts: dict[Part, str]) -> Iterator[Finding]:
    """Yield what is wrong with one volume, and add to ``texts`` what is read on the pages of each part."""
    import pikepdf  # noqa: PLC0415 - heavy
    import pypdfium2  # noqa: PLC0415

    try:
        with pypdfium2.PdfDocument(packet.pdf) as document:
            if len(document) != packet.pages:
                yield _unreadable(f"it has {len(document)} pages and should have {packet.pages}")
                return
            words = proof_words.read(document, packet)
    except pypdfium2.PdfiumError:
        yield _unreadable("it cannot be opened, or not all of its pages can")
        return
    for placed in packet.placed:
        own = " ".join(words[packet.index(number)].text for number in placed.numbers)
        texts[placed.part] = f"{texts.get(placed.part, '')} {own}"
    yield from proof_words.faults(words, packet)
    try:
        yield from proof_structure.file_faults(packet)
    except pikepdf.PdfError as err:
        yield _unreadable(str(err))
    yield from _by_qpdf(packet)


def _unreadable(why: str) -> Finding:
    return stop("K660", f"the packet came out broken: {why}", fix="Make the packet again; report it if it stays so.")


def _by_qpdf(packet: Packet) -> Iterator[Finding]:
    """Ask qpdf, where it is installed.

    It would take apart every photograph, dot by dot, for which there is no need: pictures go in as they came. So they
    are given to it under a name it does not know, and of the rest not a byte differs.
    """
    program = shutil.which("qpdf")
    if program is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "packet.pdf"
        _write_closed(packet.pdf, path)
        try:
            done = subprocess.run(  # noqa: S603 - our own arguments
                [program, "--check", str(path)], capture_output=True, text=True, timeout=QPDF_SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            return
    if done.returncode not in _QPDF_CLEAN:
        said = next(iter(done.stderr.strip().splitlines()), "no reason given").replace(str(path), "the packet")
        yield stop("K659", f"qpdf does not accept the packet: {said}")


def _write_closed(pdf: bytes, path: Path) -> None:
    """Write a PDF with its photographs renamed, without a second copy of it in memory."""
    start, view = 0, memoryview(pdf)
    with path.open("wb") as file:
        while (at := pdf.find(_PICTURE, start)) >= 0:
            file.write(view[start:at])
            file.write(_CLOSED)
            start = at + len(_PICTURE)
        file.write(view[start:])

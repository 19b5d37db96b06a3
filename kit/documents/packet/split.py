"""A packet too large to be uploaded, in volumes: cut between parts, and within one only where it alone is too large."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kit.documents.packet.bind import bind
from kit.documents.packet.opening import OpenPart, open_parts
from kit.documents.packet.part import Packet
from kit.documents.packet.plan import Piece, whole
from kit.findings import Finding, KitError, stop

if TYPE_CHECKING:
    from pypdf import PdfWriter

ROUNDS = 4  # of cutting smaller, where a volume came out larger than its pages
FRONT = 64 * 1024  # bytes that contents, the first cover and the letters of the stamps take
COVER = 2 * 1024  # bytes of each further cover and line of the contents
PAGE = 1024  # bytes that a page's stamps and bookmarks take
TIGHTER = 0.97
MEGABYTE = 1_000_000

Key = tuple[str, int, int]


def split(packet: Packet, max_bytes: int) -> tuple[Packet, ...]:
    """Return ``packet`` in volumes of at most ``max_bytes``, page numbers running on; itself where it fits.

    A page that alone is larger has a finding (K661) in its volume, which is then too large. Raises `KitError` for a
    limit below which no volume has room for its contents.
    """
    if len(packet.pdf) <= max_bytes:
        return (packet,)
    if max_bytes <= FRONT * 2:
        raise KitError(f"no volume fits into {max_bytes:,} bytes; the least that makes sense is {FRONT * 2:,}")
    opened = open_parts(packet.parts)
    sizes: dict[Key, int] = {}
    room = max_bytes - FRONT
    made: tuple[Packet, ...] = ()
    for _ in range(ROUNDS):
        volumes = list(_filled(opened, room, sizes))
        made = bind(volumes, packet.binding)
        largest = max((len(one.pdf) for one in made if not _alone(one, room, sizes)), default=0)
        if largest <= max_bytes:
            break
        room = int((room - (largest - max_bytes)) * TIGHTER)
    return tuple(_judged(one, max_bytes) for one in made)


def _filled(parts: Sequence[OpenPart], room: int, sizes: dict[Key, int]) -> Iterator[list[Piece]]:
    """Yield the pieces of each volume."""
    volume: list[Piece] = []
    left = room
    for part in parts:
        for piece in _pieces(part, room, sizes):
            size = _size(piece, sizes) + COVER
            if volume and size > left:
                yield volume
                volume, left = [], room
            volume.append(piece)
            left -= size
    if volume:
        yield volume


def _pieces(part: OpenPart, room: int, sizes: dict[Key, int]) -> Iterator[Piece]:
    """Yield a part whole where a volume can hold it, else cut before the page that no longer fits."""
    if _size(whole(part), sizes) + COVER <= room:
        yield whole(part)
        return
    start, left = 0, room - COVER
    for index in range(len(part.pages)):
        size = _size(Piece(part, index, index + 1), sizes)
        if index > start and size > left:
            yield Piece(part, start, index)
            start, left = index, room - COVER
        left -= size
    yield Piece(part, start, len(part.pages))


def _size(piece: Piece, sizes: dict[Key, int]) -> int:
    """Return how many bytes the pages of a piece take on their own, at least what they take among others."""
    from pypdf import PdfWriter  # noqa: PLC0415 - heavy

    key = (piece.part.part.id, piece.start, piece.stop)
    if key not in sizes:
        writer = PdfWriter()
        for index in range(piece.start, piece.stop):
            writer.add_page(piece.part.pages[index])
        sizes[key] = _written(writer) + PAGE * (piece.stop - piece.start)
    return sizes[key]


def _written(writer: PdfWriter) -> int:
    out = io.BytesIO()
    writer.write(out)
    size = out.getbuffer().nbytes
    writer.close()
    return size


def _alone(packet: Packet, room: int, sizes: Mapping[Key, int]) -> bool:
    """Whether a volume holds a single page, too large for any."""
    one = packet.placed[0]
    return len(packet.placed) == 1 and one.count == 1 and _bytes(packet, sizes) > room - COVER


def _bytes(packet: Packet, sizes: Mapping[Key, int]) -> int:
    one = packet.placed[0]
    return sizes.get((one.part.id, one.begins - 1, one.begins - 1 + one.count), 0)


def _judged(packet: Packet, max_bytes: int) -> Packet:
    if len(packet.pdf) <= max_bytes:
        return packet
    return replace(packet, findings=(*packet.findings, _too_large(packet, max_bytes)))


def _too_large(packet: Packet, max_bytes: int) -> Finding:
    one = packet.placed[0]
    single = len(packet.placed) == 1 and one.count == 1
    what = f"page {one.begins} of {one.part.name} alone" if single else f"volume {packet.volume} of the packet"
    message = f"{what} makes a file of {_megabytes(len(packet.pdf))}; the limit is {_megabytes(max_bytes)}"
    fix = "Scan it again with fewer dots an inch (200 are enough), or in grey."
    return stop("K661", message, fix=fix)


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:,.2f} MB"

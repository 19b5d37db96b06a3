"""Binding: pages drawn in order into one PDF for each volume, stamped, bookmarked, and the same on every run."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pypdf import PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import NameObject, TextStringObject

from kit.documents.packet import front, layers, outline
from kit.documents.packet.objects import dictionary
from kit.documents.packet.opening import OpenPart
from kit.documents.packet.page import Binder
from kit.documents.packet.part import Binding, Packet, exhibit_stamp
from kit.documents.packet.plan import Piece, Plan, plans
from kit.documents.packet.quiet import quiet
from kit.documents.packet.stamp_font import StampFont, stamp_font
from kit.findings import KitError

ROUNDS = 4  # of setting the contents with what they came to
STAMP_WORDS = "Exhibit volume page of · 0123456789"
_TRAILER = b"trailer\n<<"
_TAIL = 1024  # bytes at the end that hold the trailer


@dataclass(frozen=True, slots=True)
class Front:
    """The pages the packet adds of its own, and the letters of its stamps."""

    contents: tuple[OpenPart, ...]  # for each volume
    covers: OpenPart | None
    labels: tuple[str, ...]  # of the covers, in order
    blank: OpenPart | None
    font: StampFont


@quiet("pypdf")
def bind(volumes: Sequence[Sequence[Piece]], binding: Binding) -> tuple[Packet, ...]:
    """Bind each of ``volumes``; numbers run on. Raises `KitError` for a volume without parts."""
    if not volumes or not all(volumes):
        raise KitError("there is nothing to put into the packet")
    planned, contents = _contents(volumes, binding)
    exhibits = {piece.part.part.exhibit: piece.part for pieces in volumes for piece in pieces}
    exhibits.pop("", None)
    added = Front(
        contents,
        front.covers(binding, tuple(exhibits.values())),
        tuple(exhibits),
        front.blank(binding) if any(plan.blanks for plan in planned) else None,
        stamp_font(frozenset("".join([binding.caption, STAMP_WORDS, *exhibits]))),
    )
    return tuple(_volume(planned, at, binding, added) for at in range(len(planned)))


def _contents(volumes: Sequence[Sequence[Piece]], binding: Binding) -> tuple[tuple[Plan, ...], tuple[OpenPart, ...]]:
    """Set the contents and number the pages, until the contents are as long as the numbers took them to be."""
    lengths = [1] * len(volumes)
    for _ in range(ROUNDS):
        planned = plans(volumes, lengths, pad_odd=binding.pad_odd)
        total, count = planned[-1].last, len(planned)
        lists = tuple(
            front.contents(binding, plan.placed, f"Volume {at} of {count}" if count > 1 else "", total)
            for at, plan in enumerate(planned, 1)
        )
        found = [len(one.pages) for one in lists]
        if found == lengths:
            return planned, lists
        lengths = found
    raise KitError("the contents of the packet never come out even; shorten a title")


def _volume(planned: Sequence[Plan], at: int, binding: Binding, added: Front) -> Packet:
    plan = planned[at]
    packet = Packet(
        pdf=b"",
        pages=plan.pages,
        placed=plan.placed,
        binding=binding,
        contents=plan.contents,
        first=plan.first,
        of=planned[-1].last,
        volume=at + 1,
        volumes=len(planned),
        blanks=plan.blanks,
    )
    writer = PdfWriter()
    try:
        _draw(writer, packet, plan, added)
        outline.bookmark(writer, plan.placed, plan.first)
        layers.carry(writer, [piece.part for piece in plan.pieces])
        return replace(packet, pdf=_written(writer, packet))
    except (PyPdfError, RecursionError) as err:
        raise KitError(f"the packet cannot be written: {err}") from err
    finally:
        writer.close()


def _draw(writer: PdfWriter, packet: Packet, plan: Plan, added: Front) -> None:
    binder, contents = Binder(writer, added.font), added.contents[packet.volume - 1]
    moved = [
        binder.stamped(contents, index, "", packet.page_stamp(packet.first + index)) for index in range(packet.contents)
    ]
    for piece, placed in zip(plan.pieces, plan.placed, strict=True):
        if placed.first - 1 in packet.blanks and added.blank is not None:
            binder.stamped(added.blank, 0, "", packet.page_stamp(placed.first - 1))
        if placed.cover and added.covers is not None:
            cover = added.labels.index(placed.part.exhibit)
            binder.stamped(added.covers, cover, "", packet.page_stamp(placed.cover))
        _pages(binder, packet, piece, placed.opens)
    if packet.blanks and packet.blanks[-1] == plan.last and added.blank is not None:
        binder.stamped(added.blank, 0, "", packet.page_stamp(plan.last))
    for index, matrix in enumerate(moved):
        outline.link(writer, contents.pages[index], index, matrix, packet.first)


def _pages(binder: Binder, packet: Packet, piece: Piece, opens: int) -> None:
    part = piece.part.part
    for number, index in enumerate(range(piece.start, piece.stop), opens):
        try:
            if part.stamped:
                left = exhibit_stamp(part, index + 1, len(piece.part.pages))
                binder.stamped(piece.part, index, left, packet.page_stamp(number))
            else:
                binder.unaltered(piece.part, index)
        except (PyPdfError, RuntimeError, AttributeError, KeyError, TypeError, ValueError) as err:
            raise KitError(f"{part.name}: page {index + 1} cannot be read; print it to PDF anew") from err


def _written(writer: PdfWriter, packet: Packet) -> bytes:
    """Return the PDF with its title, its day, and a name for the file that comes from what it holds."""
    binding = packet.binding
    day = f"D:{binding.day:%Y%m%d}000000Z"
    volume = f", volume {packet.volume} of {packet.volumes}" if packet.volumes > 1 else ""
    writer.metadata = {
        "/Title": f"{binding.caption}: {binding.title}{volume}",
        "/Author": binding.author,
        "/CreationDate": day,
        "/ModDate": day,
    }
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject("en-US")
    root[NameObject("/PageMode")] = NameObject("/UseOutlines")
    root[NameObject("/ViewerPreferences")] = dictionary({"/DisplayDocTitle": True})
    writer.pdf_header = "%PDF-1.7"
    out = io.BytesIO()
    writer.write(out)
    writer.close()  # its copies of every page go before the file is copied once more
    return _named(out)


def _named(out: io.BytesIO) -> bytes:
    """Return a PDF with the name of the file that comes from what it holds.

    It goes behind the table of objects, so no place in it moves.
    """
    name = hashlib.sha256(out.getbuffer()).hexdigest()[:32].encode()
    start = max(0, out.getbuffer().nbytes - _TAIL)
    out.seek(start)
    tail = out.read()
    at = tail.rindex(_TRAILER) + len(_TRAILER)
    out.seek(start + at)
    out.write(b"\n/ID [<%s> <%s>]%s" % (name, name, tail[at:]))
    return out.getvalue()

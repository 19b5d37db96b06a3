"""How much the streams of a PDF unpack to, counted before anybody unpacks them for good.

Deflate packs at most about a thousand to one, so a file of a few kilobytes can
fill any memory once streams are nested. Each is unpacked piece by piece, counted
and let go. Pictures are judged by the size they claim: a reader decodes no more.
"""

from __future__ import annotations

import zlib
from math import prod

from pikepdf import Array, Name, Object, Pdf, PdfError, Stream, StreamDecodeLevel

from kit.documents.exhibits.limits import Limits, Refusal, too_many_pixels

_PIECE = 1 << 20
_CHAIN = 8  # filters one stream may have
_RATIOS = {"/LZWDecode": 2_730, "/FlateDecode": 1_032, "/RunLengthDecode": 64}  # to one, at most
_LITTLE = 1 << 20  # what unpacks to no more, at most, is not unpacked to be counted
_FILTERS = {"/Fl": "/FlateDecode", "/LZW": "/LZWDecode", "/RL": "/RunLengthDecode"}


def bomb() -> Refusal:
    """Return the refusal of a file made to fill memory."""
    fix = "Print it to PDF once more, and name that file."
    return Refusal("K632", "unpacks to more than can be opened", fix)


def weigh(pdf: Pdf, limits: Limits) -> None:
    """Raise `Refusal` K632 or K631 where the streams of ``pdf`` unpack to more than ``limits`` allow."""
    drawn = _drawn(pdf)
    total = 0
    for item in pdf.objects:
        if not isinstance(item, Stream):
            continue
        if item.get(Name.Subtype) == Name.Image and item.objgen not in drawn:
            _picture(item, limits)
            continue
        total += _size(item, min(limits.stream_bytes, limits.unpacked_bytes - total))


def filters(stream: Object) -> list[str]:
    """Return the names of a stream's filters in the order they are undone."""
    found = stream.get(Name.Filter)
    names = [found] if isinstance(found, Name) else list(found.as_list()) if isinstance(found, Array) else []
    return [_FILTERS.get(str(name), str(name)) for name in names]


def _drawn(pdf: Pdf) -> set[tuple[int, int]]:
    """Return the streams that are the content of a page, whatever else they claim to be."""
    found: set[tuple[int, int]] = set()
    for page in pdf.pages:
        content = page.obj.get(Name.Contents)
        parts = list(content.as_list()) if isinstance(content, Array) else [content]
        found.update(part.objgen for part in parts if isinstance(part, Stream))
    return found


def _picture(stream: Object, limits: Limits) -> None:
    width, height = _number(stream.get(Name.Width)), _number(stream.get(Name.Height))
    if width * height > limits.pixels:
        raise too_many_pixels(width, height)
    if len(filters(stream)) > _CHAIN:
        raise bomb()


def _number(value: object) -> int:
    try:
        return max(0, int(value))  # type: ignore[call-overload, no-any-return]  # whatever the file says
    except (TypeError, ValueError, OverflowError):
        return 0


def _size(stream: Object, most: int) -> int:
    """Return the size of a stream once unpacked; raise `Refusal` K632 where that is more than ``most``."""
    chain = filters(stream)
    if len(chain) > _CHAIN:
        raise bomb()
    raw = stream.read_raw_bytes()
    if len(raw) > most:
        raise bomb()
    if chain and all(name == "/FlateDecode" for name in chain):
        return _flate(raw, len(chain), most)
    bound = len(raw) * prod(_RATIOS.get(name, 1) for name in chain)
    return bound if bound <= min(most, _LITTLE) else _decoded(stream, most)


def _flate(raw: bytes, layers: int, most: int) -> int:
    """Undo every layer of deflate, each of which must fit; a broken one draws as far as it goes."""
    size = len(raw)
    for layer in range(layers):
        undo, size, rest, kept = zlib.decompressobj(), 0, raw, []
        try:
            while rest and not undo.eof:
                piece = undo.decompress(rest, _PIECE)
                size, rest = size + len(piece), undo.unconsumed_tail
                if size > most:
                    raise bomb()
                if layer + 1 < layers:
                    kept.append(piece)
        except zlib.error:
            return size
        raw = b"".join(kept)
    return size


def _decoded(stream: Object, most: int) -> int:
    try:
        size = len(stream.read_bytes(StreamDecodeLevel.specialized))
    except PdfError:
        return 0
    except MemoryError:
        raise bomb() from None
    if size > most:
        raise bomb()
    return size

"""How much the streams of a PDF unpack to, counted before anybody unpacks them for good.

Deflate packs at most about a thousand to one, so a file of a few kilobytes can
fill any memory once streams are nested. Each is unpacked piece by piece, counted
and let go. Pictures are judged by the size they claim: a reader decodes no more.
"""

from __future__ import annotations

import zlib

from pikepdf import Array, Name, Object, Pdf, PdfError, Stream

from kit.documents.exhibits.limits import Limits, Refusal, too_many_pixels

_PIECE = 1 << 20
_CHAIN = 8  # filters one stream may have
_LZW = 2_730  # to one, at most: 4,096 entries for each code of 12 bits
_DEFLATE = 1_032
_FILTERS = {"/Fl": "/FlateDecode", "/LZW": "/LZWDecode", "/RL": "/RunLengthDecode"}
_SHORT = 4_096  # a stream this short is looked at no further unless filters are nested


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
    if not chain or (len(chain) == 1 and len(raw) <= _SHORT):
        return len(raw)
    if chain[0] == "/FlateDecode":
        return _flate(raw, most) if len(chain) == 1 else _nested(raw, chain, stream, most)
    if len(raw) * _LZW ** sum(name == "/LZWDecode" for name in chain) * _DEFLATE ** chain.count("/FlateDecode") > most:
        return _decoded(stream, most)
    return len(raw)


def _flate(raw: bytes, most: int) -> int:
    undo, size, rest = zlib.decompressobj(), 0, raw
    try:
        while rest and not undo.eof:
            size += len(undo.decompress(rest, _PIECE))
            rest = undo.unconsumed_tail
            if size > most:
                raise bomb()
    except zlib.error:
        return size  # a broken stream draws as far as it goes
    return size


def _nested(raw: bytes, chain: list[str], stream: Object, most: int) -> int:
    """Undo deflate while it is the next filter; each layer must fit by itself."""
    for place, name in enumerate(chain):
        if name != "/FlateDecode":
            return _decoded(stream, most) if len(raw) * _LZW > most else len(raw)
        _flate(raw, most)
        if place + 1 < len(chain):
            try:
                raw = zlib.decompressobj().decompress(raw, most)
            except zlib.error:
                return len(raw)
    return len(raw)


def _decoded(stream: Object, most: int) -> int:
    try:
        size = len(stream.read_bytes())
    except PdfError:
        return 0
    except MemoryError:
        raise bomb() from None
    if size > most:
        raise bomb()
    return size

"""The package around a docx: read with suspicion, written the same way each time.

A docx from outside may be no docx, locked with a password, cut short, or made to
fill the disk when unpacked; each has its own sentence. A docx we write has fixed
dates (1 January 1980) and a fixed order, so the same input gives the same bytes.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from kit.findings import InvalidFile, KitError, Place, error

LARGEST_FILE = 50 * 2**20  # bytes of the docx itself
LARGEST_CONTENT = 200 * 2**20  # bytes of all parts unpacked
LARGEST_PART = 40 * 2**20  # bytes of one XML part unpacked
MOST_PARTS = 4000

WORD_DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # a locked docx and an old .doc both begin like this
_LOCAL = struct.Struct("<IHHHHHIIIHH")
_CENTRAL = struct.Struct("<IHHHHHHIIIHHHHHII")
_END = struct.Struct("<IHHHHIIH")
STORED = 0  # the level for a part too small to be worth packing
_STORED, _DEFLATED, _VERSION = 0, 8, 20
_MIDNIGHT, _FIRST_DAY = 0, 0x21  # 1980-01-01 in the dates of a zip
# A 16 KB window and small tables: zlib's usual 268 KB are fetched from the system for each part,
# which costs more time than the packing itself and saves two bytes in a hundred.
_WINDOW, _TABLES, _LEVEL = -14, 6, 1


def file_bytes(template: Path) -> bytes:
    """Return the content of ``template``; a `KitError` says why it cannot be read."""
    try:
        if template.stat().st_size > LARGEST_FILE:
            raise refused(template.name, f"is larger than {LARGEST_FILE // 2**20} MB")
        return template.read_bytes()
    except OSError as err:
        raise KitError(f"{template} cannot be read: {err.strerror or err}") from err


def parts_of(content: bytes, name: str) -> dict[str, bytes]:
    """Return the parts of the docx ``content``; raises `InvalidFile` (K301), which calls it ``name``."""
    if content.startswith(_OLE):
        raise refused(name, "is locked with a password or is an old .doc", "remove the password and save it as .docx")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _refuse_bomb(package, name)
            parts = {info.filename: package.read(info) for info in package.infolist() if not info.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, UnicodeDecodeError) as err:
        raise refused(name, "is not a Word document, or it is damaged") from err
    _refuse_other_kinds(parts, name)
    return parts


def _refuse_bomb(package: zipfile.ZipFile, name: str) -> None:
    infos = package.infolist()
    if len(infos) > MOST_PARTS:
        raise refused(name, f"holds {len(infos)} parts, more than the {MOST_PARTS} any letter needs")
    if any(info.flag_bits & 1 for info in infos):
        raise refused(name, "is locked with a password", "remove the password and save it again")
    if sum(info.file_size for info in infos) > LARGEST_CONTENT:
        raise refused(name, f"unpacks to more than {LARGEST_CONTENT // 2**20} MB")
    if any(info.file_size > LARGEST_PART and info.filename.endswith((".xml", ".rels")) for info in infos):
        raise refused(name, f"has a part of more than {LARGEST_PART // 2**20} MB of text")
    names = [info.filename for info in infos]
    if len(set(names)) != len(names):
        raise refused(name, "holds two parts of one name")


def _refuse_other_kinds(parts: dict[str, bytes], name: str) -> None:
    types = parts.get("[Content_Types].xml")
    if types is None:
        raise refused(name, "is a zip file but not a Word document")
    if WORD_DOCUMENT not in types:
        fix = "save it in Word as a document (.docx)"
        raise refused(name, "is not a plain Word document (a template, a file with macros, or another program's)", fix)
    if any(
        b"<!DOCTYPE" in part or b"<!ENTITY" in part for path, part in parts.items() if path.endswith((".xml", ".rels"))
    ):
        raise refused(name, "declares entities of its own, which no Word document does")


def refused(name: str, what: str, fix: str = "open it in Word and save it again as .docx") -> InvalidFile:
    """Return the refusal (K301) of the file ``name``, which ``what`` says why."""
    return InvalidFile([error("K301", f"{name} {what}", Place(name), fix=fix)])


class Entry(NamedTuple):
    """One part as it stands in the zip, without its place in it."""

    local: bytes  # header, name and packed content
    name: bytes
    facts: tuple[int, int, int, int]  # method, crc, packed size, size


def entry(name: str, content: bytes, level: int = _LEVEL) -> Entry:
    """Return ``content`` under ``name``, packed at zlib's ``level``; not at all if that would not make it smaller."""
    packed, method = content, _STORED
    if level != STORED:
        squeeze = zlib.compressobj(level, zlib.DEFLATED, _WINDOW, _TABLES)
        smaller = squeeze.compress(content) + squeeze.flush()
        if len(smaller) < len(content):
            packed, method = smaller, _DEFLATED
    label, crc = name.encode(), zlib.crc32(content)
    flags = 0 if name.isascii() else 0x800
    sizes = (len(packed), len(content))
    head = _LOCAL.pack(0x04034B50, _VERSION, flags, method, _MIDNIGHT, _FIRST_DAY, crc, *sizes, len(label), 0)
    return Entry(head + label + packed, label, (method, crc, *sizes))


class Package:
    """A docx whose fixed parts are packed once; each document adds its own to them."""

    __slots__ = ("_body", "_count", "_directory")

    def __init__(self, fixed: Iterable[Entry] = ()) -> None:
        self._body, self._directory, self._count = _laid_out(fixed, 0)

    def with_parts(self, entries: Iterable[Entry]) -> bytes:
        """Return the whole docx: the fixed parts, then ``entries`` in their order."""
        body, directory, count = _laid_out(entries, len(self._body))
        count += self._count
        start = len(self._body) + len(body)
        size = len(self._directory) + len(directory)
        end = _END.pack(0x06054B50, 0, 0, count, count, size, start, 0)
        return b"".join((self._body, body, self._directory, directory, end))


def _laid_out(entries: Iterable[Entry], start: int) -> tuple[bytes, bytes, int]:
    bodies: list[bytes] = []
    records: list[bytes] = []
    for local, name, (method, crc, packed, size) in entries:
        flags = 0 if name.isascii() else 0x800
        numbers = (method, _MIDNIGHT, _FIRST_DAY, crc, packed, size, len(name), 0, 0, 0, 0, 0, start)
        records.append(_CENTRAL.pack(0x02014B50, _VERSION, _VERSION, flags, *numbers) + name)
        bodies.append(local)
        start += len(local)
    return b"".join(bodies), b"".join(records), len(records)

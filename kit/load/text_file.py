"""A file's bytes become text, or a sentence says why not.

Only ordinary files are read: a pipe or a device would never end. Characters
that nobody can see are refused here, where their place is known.
"""

from __future__ import annotations

import os
import re
import stat
from itertools import islice
from pathlib import Path

from kit.findings import Finding, InvalidFile, Place, error
from kit.load.tree import places_at

MAX_BYTES = 2_000_000
MAX_SHOWN = 20  # faults of one kind; more of them help nobody

# Line ends that editors do not count, byte order marks past the start, halves of surrogate pairs.
_UNSEEN = re.compile("[\x85\u2028\u2029\ufeff\ud800-\udfff]")
_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")


def read_text(path: Path, shown: str) -> str:
    """Return the file as text without its byte order mark.

    Raises `InvalidFile` for a file that is absent, a folder, a device, unreadable, over 2 MB or not UTF-8.
    """
    raw = read_bytes(path, shown, MAX_BYTES)
    if raw.startswith(_WIDE_MARKS) or raw[:1] == b"\0" or raw[1:2] == b"\0":
        raise InvalidFile([error("K003", "the file is saved as UTF-16", Place(shown), fix="Save it again as UTF-8.")])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as err:
        raise InvalidFile([_not_utf8(raw, err.start, shown)]) from None


def read_bytes(path: Path, shown: str, most: int) -> bytes:
    """Return the bytes of an ordinary file of at most ``most`` bytes; raises `InvalidFile` for any other."""
    try:
        # Without O_NONBLOCK, opening a named pipe waits for somebody to write into it.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
        try:
            status = os.fstat(handle)
            mode = status.st_mode
            raw = _up_to(handle, status.st_size, most + 1) if stat.S_ISREG(mode) else b""
        finally:
            os.close(handle)
    except (OSError, ValueError) as err:
        raise InvalidFile([_unreadable(path, err, shown)]) from None
    if not stat.S_ISREG(mode):
        what = "a folder" if stat.S_ISDIR(mode) else "a device or a pipe"
        raise InvalidFile([error("K001", f"this is {what}, not a file", Place(shown))])
    if len(raw) > most:
        fix = "Move long texts into exhibits." if most == MAX_BYTES else "Make it smaller."
        raise InvalidFile([error("K002", f"the file is larger than {most // 1_000_000} MB", Place(shown), fix=fix)])
    return raw


def _up_to(handle: int, size: int, most: int) -> bytes:
    parts = [os.read(handle, most)]
    if len(parts[0]) == size:  # as a rule: whole at once
        return parts[0]
    most -= len(parts[0])
    while most > 0 and (part := os.read(handle, most)):
        parts.append(part)
        most -= len(part)
    return b"".join(parts)


def _unreadable(path: Path, err: OSError | ValueError, shown: str) -> Finding:
    if isinstance(err, FileNotFoundError):
        return error("K001", "there is no such file", Place(shown))
    if isinstance(err, PermissionError) and not path.is_dir():  # Windows answers so for folders, too
        return error(
            "K001", "you may not read this file", Place(shown), fix="Change its permissions, or ask its owner."
        )
    if isinstance(err, PermissionError):
        return error("K001", "this is a folder, not a file", Place(shown))
    reason = (
        err.strerror if isinstance(err, OSError) and err.strerror else "its name holds a character no file name has"
    )
    return error("K001", f"the file cannot be read: {reason[:1].lower()}{reason[1:]}", Place(shown))


def _not_utf8(raw: bytes, at: int, shown: str) -> Finding:
    decoded = raw[:at].decode("utf-8-sig", "replace")
    whole = places_at(shown, decoded + raw[at:].decode("utf-8", "replace"), [len(decoded)])[0]
    elsewhere = raw[at : at + 1].decode("cp1252", "ignore")
    meaning = f" (in Windows-1252 it is {elsewhere})" if elsewhere.isprintable() and elsewhere else ""
    return error("K003", f"the byte 0x{raw[at]:02X} is not UTF-8{meaning}", whole, fix="Save the file again as UTF-8.")


def shown_path(path: Path) -> str:
    """Return ``path`` as a person standing in the current folder would type it, with the separators of the system."""
    try:
        relative = os.path.relpath(path)
    except (OSError, ValueError):  # the current folder is gone, or the file is on another drive
        return str(path)
    return str(path) if relative.startswith(_FAR) else relative


_FAR = os.path.join(os.pardir, os.pardir, os.pardir)  # noqa: PTH118 - three folders up, nobody counts the dots


def unseen(text: str, path: str) -> list[Finding]:
    """Return a finding for each character that no editor shows and that would shift every line after it."""
    if text.isascii():
        return []
    return _characters(_UNSEEN, text, path)


def not_yaml(text: str, path: str) -> list[Finding]:
    """Return a finding for each control character in ``text``."""
    return _characters(_NOT_YAML, text, path)


def _characters(pattern: re.Pattern[str], text: str, path: str) -> list[Finding]:
    found = list(islice(pattern.finditer(text), MAX_SHOWN))
    fix = "Delete it; it may have come along with pasted text."
    return [
        error("K004", f"the invisible character U+{ord(match[0]):04X} stands here", place, fix=fix)
        for match, place in zip(found, places_at(path, text, (match.start() for match in found)), strict=True)
    ]

"""Adding an entry: numbered under the lock, whole or not at all.

The file is written anew beside itself and takes the old one's name in one step,
rather than being lengthened in place: a kill, a power cut or a full disk leaves
the old journal, never half an entry. What stands in it, comments and hand
corrections too, is kept byte for byte.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from kit.findings import InvalidFile, KitError
from kit.journal import disk
from kit.journal.file import NAME, Journal, read
from kit.journal.lock import NOTHING, WAIT, locked
from kit.journal.pending import recover
from kit.journal.written import as_entry
from kit.load.text_file import MAX_BYTES, read_bytes
from kit.model.event import Event

OPENING = b"""\
# What happened in this case, one entry each, oldest first. `kit log` adds to it.
# An entry may be corrected by hand; `kit log CASE undo N` takes one back and keeps it on record.
"""
CUT = b"# The lines below were cut short and were left out:\n"
BOM = b"\xef\xbb\xbf"

Make = Callable[[Journal], Event]


def append(folder: Path, make: Make, *, shown: str = NAME, wait: float = WAIT) -> Event:
    """Add the event that ``make`` returns for the journal as it is now, and return it.

    ``make`` runs while nobody else can write, and numbers its event `Journal.next_number`; what it
    raises leaves the journal alone. Raises `InvalidFile` for a journal with errors in it, `KitError`
    where the case is in use or cannot be written to.
    """
    with locked(folder, wait):
        recover(folder, shown)
        return add(folder, make, shown=shown)


def add(folder: Path, make: Make, *, shown: str = NAME) -> Event:
    """Do what `append` does, for a caller that holds the lock."""
    path = folder / NAME
    for _ in range(disk.TRIES):
        journal, raw = _state(folder, shown)
        if journal.errors:
            raise InvalidFile(journal.errors)
        event = make(journal)
        if event.n != journal.next_number:
            raise KitError(f"{shown} was added to by another program meanwhile; {NOTHING}, run the command again")
        data = _longer(raw, journal, as_entry(event).encode())
        if len(data) > MAX_BYTES:
            raise KitError(f"{shown} would grow over 2 MB, more than is read; {NOTHING}")
        try:
            if _bytes(path, shown) == raw:
                disk.replace(path, data)
                return event
        except OSError as err:
            raise disk.in_words(err, folder, NOTHING) from err
    raise KitError(f"{shown} is being changed by another program; {NOTHING}, save it there and try again")


def _state(folder: Path, shown: str) -> tuple[Journal, bytes]:
    for _ in range(disk.TRIES):
        raw = _bytes(folder / NAME, shown)
        journal = read(folder, shown)
        if _bytes(folder / NAME, shown) == raw:
            return journal, raw
    raise KitError(f"{shown} is being changed by another program; {NOTHING}, try again")


def _bytes(path: Path, shown: str) -> bytes:
    """Return what the journal holds, nothing where there is none; raises `InvalidFile` for what is no ordinary file."""
    return read_bytes(path, shown, MAX_BYTES) if os.path.lexists(path) else b""


def _longer(raw: bytes, journal: Journal, entry: bytes) -> bytes:
    if not raw:
        return OPENING + entry
    if journal.whole is not None:
        raw = _set_aside(raw, journal.whole)
    return raw + (b"" if raw.endswith(b"\n") else b"\n") + entry


def _set_aside(raw: bytes, whole: int) -> bytes:
    """Turn the lines that were cut short into comments: they stay to be read and end nothing else."""
    bom = BOM if raw.startswith(BOM) else b""
    text = raw[len(bom) :].decode("utf-8", "replace")
    lines = "".join(f"# {line}\n" for line in text[whole:].splitlines())
    return bom + text[:whole].encode() + CUT + lines.encode()

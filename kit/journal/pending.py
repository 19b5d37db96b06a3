"""Papers under way: what a killed command leaves behind, and how the next one clears it away.

Before the first byte of a paper is written, `.kit/pending.yaml` lists the name
and the fingerprint of every file it will have, and the made-up name each is
written under. After the journal entry, the list goes. So the next command that
writes finds either no list, or a list and the entry (the paper is complete), or
a list without it: then it removes the made-up names, which nobody else can have
chosen, and the listed files whose bytes are the listed ones. Nothing else is
touched, in `out/` or anywhere.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import secrets
from collections.abc import Iterable
from pathlib import Path

from kit.findings import InvalidFile, KitError
from kit.journal import disk
from kit.journal.file import Journal, read
from kit.journal.lock import NOTHING, own_folder
from kit.journal.written import as_yaml
from kit.load import yaml_text
from kit.load.validation import validate
from kit.model.fields import Frozen, Line
from kit.model.paper_event import Made

OUT = "out"
DEEPEST = 3  # a packet has a folder of its own, and its sets folders in that

_PART = re.compile(r"\.[0-9a-f]{32}\.kit-part\Z")


class PendingFile(Frozen):
    """A file of a paper under way: the name it will have in `out/`, its fingerprint, the name it has until then."""

    name: Line
    sha256: Line
    part: Line

    @property
    def sound(self) -> bool:
        """Whether both names stay in `out/`, one folder deep at most, and the made-up one is of the kit's making."""
        parts = self.name.split("/")
        inside = len(parts) <= DEEPEST and all(part not in ("", ".", "..") for part in parts)
        return inside and Path(parts[-1]).name == parts[-1] and bool(_PART.match(self.part))


class Pending(Frozen):
    """The files of one paper under way."""

    files: tuple[PendingFile, ...]


def part_name() -> str:
    """Return a name for a file under way that nobody has chosen before."""
    return f".{secrets.token_hex(16)}.kit-part"


def begin(folder: Path, pending: Pending) -> None:
    """Put down which files are about to be written. Raises `OSError`."""
    listed = [dict(file) for file in pending.files]
    disk.replace(_list(folder), as_yaml({"files": listed}).encode())


def end(folder: Path) -> None:
    """Take the list away: the paper is complete, or gone. Raises `OSError`."""
    _list(folder).unlink(missing_ok=True)
    disk.sync_folder(own_folder(folder))


def recover(folder: Path, shown: str) -> tuple[str, ...]:
    """Bring the case back to before an interrupted command, unless that was complete; return the names removed.

    The caller holds the lock. Raises `KitError` where the case cannot be written to.
    """
    pending = _read(folder)
    if pending is None:
        return ()
    journal = read(folder, shown)
    if journal.errors:
        raise InvalidFile(journal.errors)
    try:
        gone = _clear_parts(folder, pending) if _committed(journal, pending) else take_back(folder, pending)
        end(folder)
    except OSError as err:
        raise disk.in_words(err, folder, NOTHING) from err
    return gone


def take_back(folder: Path, pending: Pending) -> tuple[str, ...]:
    """Remove every file of ``pending`` that is certainly the kit's; return their names. Raises `OSError`."""
    out = folder / OUT
    gone = list(_clear_parts(folder, pending))
    for file in pending.files:
        if fingerprint(out / file.name) == file.sha256:
            (out / file.name).unlink()
            gone.append(file.name)
    inner_folders = {folder for file in pending.files for folder in (out / file.name).parents if out in folder.parents}
    for inner in sorted(inner_folders, reverse=True):  # the innermost first
        with contextlib.suppress(OSError):  # what somebody put there stays
            inner.rmdir()
    return tuple(gone)


def fingerprint(path: Path) -> str | None:
    """Return the SHA-256 of the file, None where there is none to read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def changed_since(folder: Path, made: Made) -> tuple[str, ...]:
    """Return the files of ``made`` that are there and are no longer what was made."""
    found = ((file.path, fingerprint(folder / file.path), file.sha256) for file in made.files)
    return tuple(path for path, now, then in found if now is not None and now != then)


def _clear_parts(folder: Path, pending: Pending) -> tuple[str, ...]:
    return tuple(_remove(folder / OUT, (file.part for file in pending.files)))


def _remove(out: Path, names: Iterable[str]) -> Iterable[str]:
    for name in names:
        with contextlib.suppress(FileNotFoundError):
            (out / name).unlink()
            yield name


def _committed(journal: Journal, pending: Pending) -> bool:
    want = {(f"{OUT}/{file.name}", file.sha256) for file in pending.files}
    return any(
        want >= {(file.path, file.sha256) for file in event.files} and want & {(f.path, f.sha256) for f in event.files}
        for event in journal.events
        if isinstance(event, Made)
    )


def _list(folder: Path) -> Path:
    return own_folder(folder) / "pending.yaml"


def _read(folder: Path) -> Pending | None:
    path = _list(folder)
    if not path.exists():
        return None
    shown = f"{folder.name}/{own_folder(folder).name}/{path.name}"
    try:
        pending = validate(Pending, yaml_text.read(path, shown))
    except InvalidFile:
        pending = None
    if pending is None or not all(file.sound for file in pending.files):
        raise KitError(f"{shown}, where an interrupted command listed its files, was changed; delete it; {NOTHING}")
    return pending

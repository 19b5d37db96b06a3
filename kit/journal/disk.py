"""Writing so that a kill at any moment leaves the old file or the new one, and nothing in between.

Bytes reach the disk under another name first and are synced there; one step of
the file system then gives them their name. No function here writes over a file
that is not its own to replace.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
import time
from pathlib import Path

from kit.findings import KitError

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
BARRED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
NO_LINKS = frozenset({errno.EPERM, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})
TRIES = 10  # a virus scanner or an editor on Windows lets go of a file within a second


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet and sync it; raises `FileExistsError` rather than touch another's."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def replace(path: Path, data: bytes) -> None:
    """Give ``path`` new content in one step and sync it; on any fault the old content stands. Raises `OSError`."""
    target = Path(os.path.realpath(path))  # a linked journal stays a link
    part = target.with_name(f".{target.name}.kit-part")
    part.unlink(missing_ok=True)  # what a killed command left; the lock is ours
    try:
        write_new(part, data)
        if target.exists():
            shutil.copymode(target, part)
        _rename(part, target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def _rename(part: Path, target: Path) -> None:
    for left in reversed(range(TRIES)):
        try:
            part.replace(target)
        except PermissionError:
            if sys.platform != "win32" or not left:
                raise
            time.sleep(0.1)
        else:
            return


def give_name(part: Path, final: Path) -> None:
    """Give the written file ``part`` its name; raises `FileExistsError` where a file has that name."""
    try:
        os.link(part, final)  # unlike a rename, never replaces
    except OSError as err:
        if err.errno not in NO_LINKS:
            raise
        if final.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(final)) from None
        part.rename(final)
    else:
        part.unlink()


def sync_folder(folder: Path) -> None:
    """Make new names in ``folder`` last through a power cut, where the system has a way to ask for it.

    A system that refuses is not argued with: the names are there and the bytes are synced already.
    """
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def in_words(err: OSError, folder: Path, unharmed: str) -> KitError:
    """Return why nothing could be written in ``folder``, in one sentence that ends in what is ``unharmed``."""
    where = folder.name or str(folder)
    if err.errno in FULL:
        return KitError(f"the disk that holds {where} is full; {unharmed}")
    if err.errno in BARRED:
        return KitError(f"{where} cannot be written to ({_reason(err)}); {unharmed}")
    return KitError(f"{where} could not be written ({_reason(err)}); {unharmed}")


def _reason(err: OSError) -> str:
    return (err.strerror or type(err).__name__).lower()

"""One writer at a time on a case.

The lock is the operating system's, so it ends with the process that holds it,
however that ends. Reading needs no lock: a journal is replaced in one step.
"""

from __future__ import annotations

import contextlib
import os
import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kit.findings import KitError
from kit.journal import disk

WAIT = 10.0  # seconds a second command waits for the first
NOTHING = "nothing was recorded"


def own_folder(folder: Path) -> Path:
    """Return the kit's own corner of the case ``folder``: the lock, its holder, the list of files under way."""
    return folder / ".kit"


@contextmanager
def locked(folder: Path, wait: float = WAIT) -> Iterator[None]:
    """Hold the case in ``folder`` for writing; raises `KitError` that says who has held it for ``wait`` seconds."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - reading commands never need it

    own = own_folder(folder)
    if not folder.is_dir():
        raise KitError(f"there is no case folder {folder}")
    try:
        own.mkdir(exist_ok=True)
        lock = FileLock(own / "lock", timeout=wait)
        lock.acquire()
    except Timeout:
        raise KitError(f"{folder.name} is in use by {_holder(own)}; {NOTHING}, try again when that is done") from None
    except NotImplementedError:
        unable = f"the disk that holds {folder.name} cannot lock files; {NOTHING}, move the case to another disk"
        raise KitError(unable) from None
    except OSError as err:
        raise disk.in_words(err, folder, NOTHING) from err
    try:
        with contextlib.suppress(OSError):  # who holds it is a courtesy
            (own / "holder").write_text(_self(), encoding="utf-8")
        yield
    finally:
        with contextlib.suppress(OSError):
            (own / "holder").unlink()
        lock.release()


def _self() -> str:
    words = [Path(sys.argv[0]).stem, *sys.argv[1:2]] if sys.argv and sys.argv[0] else ["python"]
    return f"`{' '.join(words)}` (process {os.getpid()} on {platform.node() or 'this computer'})"


def _holder(own: Path) -> str:
    try:
        return (own / "holder").read_text(encoding="utf-8").strip() or "another command"
    except (OSError, UnicodeDecodeError):
        return "another command"

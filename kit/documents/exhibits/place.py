"""Where an exhibit lies: inside the case folder, a file with a name that every system can hold.

Links are followed first and the place they end at is judged, so a link cannot
lead out. The file is opened without waiting, and looked at once it is open: a
pipe or a device cannot make the kit wait for it.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from pathlib import Path

from kit.documents.exhibits.limits import MB, Limits, Refusal

_RESERVED = re.compile(r"(con|prn|aux|nul|com[1-9]|lpt[1-9])(\..*)?", re.IGNORECASE)  # of Windows
_ODD = frozenset('<>:"|?*')
_LONGEST = 255
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINERS = frozenset("\u200c\u200d")
_COPY = "Copy the file into the case folder."
_KINDS = {
    stat.S_ISDIR: ("is a folder, not a file", "Name one file; several become several exhibits."),
    stat.S_ISFIFO: ("is a pipe, not a file", _COPY),
    stat.S_ISSOCK: ("is a socket, not a file", _COPY),
    stat.S_ISCHR: ("is a device, not a file", _COPY),
    stat.S_ISBLK: ("is a device, not a file", _COPY),
}


def shown(path: Path | str, folder: Path | None = None) -> str:
    """Return a file's name, from ``folder`` on, as it can stand in a sentence: what cannot be seen is written out."""
    if folder is not None and Path(path).is_relative_to(folder):
        path = Path(path).relative_to(folder)
    text = str(path).replace("\\", "/")
    return "".join(char if _visible(char) else f"<U+{ord(char):04X}>" for char in text)


def inside(folder: Path, path: Path | str) -> Path:
    """Return the file ``path`` (from ``folder`` on, or whole) with every link followed.

    Raises `Refusal` K620 for a name that is a trick, K621 for no file, K622 for what is no file, K623 for a place
    outside of ``folder``.
    """
    _name(str(path), folder)
    root = Path(os.path.realpath(folder))
    given = root / path
    try:
        found = given.resolve(strict=True)
    except FileNotFoundError:
        outside = not Path(os.path.realpath(given)).is_relative_to(root)
        raise _outside() if outside else _absent() from None
    except (OSError, RuntimeError):  # a circle of links, or a part of the path that is a file
        raise _absent() from None
    if not found.is_relative_to(root):
        raise _outside()
    try:
        _regular(found.stat().st_mode)
    except OSError:
        raise _absent() from None
    return found


def read(file: Path, limits: Limits) -> bytes:
    """Return the bytes of ``file``; raise `Refusal` for what is no file, cannot be read, is empty or too large."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    try:
        handle = os.open(file, flags)
    except OSError as fault:
        raise Refusal("K621", f"cannot be opened ({fault.strerror})", "Let the file be read, then try again.") from None
    with os.fdopen(handle, "rb") as stream:
        _regular(os.fstat(handle).st_mode)
        try:
            data = stream.read(limits.file_bytes + 1)
        except OSError as fault:
            raise Refusal("K621", f"cannot be read ({fault.strerror})", "Copy the file anew, then try again.") from None
    if not data:
        raise Refusal("K624", "is empty", "Get the file once more.")
    if len(data) > limits.file_bytes:
        most = f"{limits.file_bytes // MB:,} MB" if limits.file_bytes >= MB else f"{limits.file_bytes:,} bytes"
        raise Refusal("K625", f"is larger than {most}", "Save it smaller, or only the pages that prove something.")
    return data


def _name(text: str, folder: Path) -> None:
    if any(not _visible(char) for char in text):
        fix = "Give the file a plain name."
        raise Refusal("K620", "has a character in its name that cannot be seen", fix)
    given = Path(text)
    if given.is_absolute():
        try:
            given = given.relative_to(folder)
        except ValueError:
            given = Path(given.name)  # where it lies is judged once links are followed
    if ".." in given.parts:
        raise _outside()
    if not given.parts:
        raise Refusal("K620", "is no file's name", "Write it like exhibits/name.pdf.")
    for part in given.parts:
        if part != part.rstrip(". ") or _RESERVED.fullmatch(part) or _ODD & set(part):
            raise Refusal("K620", "has a name that not every system can hold", "Rename it like invoice-104.pdf.")
        if len(part.encode("utf-8", "surrogatepass")) > _LONGEST:
            raise Refusal("K620", "has a name that is too long", "Rename it like invoice-104.pdf.")


def _visible(char: str) -> bool:
    return unicodedata.category(char) not in _HIDDEN or char in _JOINERS


def _regular(mode: int) -> None:
    if stat.S_ISREG(mode):
        return
    words, fix = next((said for is_kind, said in _KINDS.items() if is_kind(mode)), ("is not a file", _COPY))
    raise Refusal("K622", words, fix)


def _absent() -> Refusal:
    return Refusal("K621", "is not there", "Correct the name, or put the file into the case folder.")


def _outside() -> Refusal:
    return Refusal("K623", "leads out of the case folder", _COPY)

"""The user's own blanks: one folder for all cases, each file under its form and its hash.

A court's form is the court's to hand out, so none comes with the kit. What the
user downloads or hands over is kept here by form id and sha256, so that two
revisions of one form lie side by side and neither is ever written over. The
newest one on which every mapped field still stands is used.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kit.documents.forms.revision import Compared, compare
from kit.findings import Finding, InvalidFile, KitError, stop
from kit.journal import disk
from kit.load.text_file import read_bytes, shown_path
from kit.model.form import CourtForm

ENVIRONMENT = "KIT_FORMS"
PROGRAM = "escalation-kit"
LARGEST = 30_000_000  # bytes; the largest court form met had 2.3 million
NOTHING = "nothing was kept"
MISSING = "K552"  # what says that no blank is here
_KEPT = re.compile(r"[0-9a-f]{64}\.pdf\Z")


@dataclass(frozen=True, slots=True)
class Kept:
    """A usable blank: where it lies, its bytes and their hash."""

    path: Path
    data: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Found:
    """The newest usable blank of a form, or None, and what was met on the way to it."""

    kept: Kept | None
    findings: tuple[Finding, ...] = ()


def folder() -> Path:
    """Return the folder of the user's blanks, which need not be there yet; `KIT_FORMS` names another one.

    Raises `KitError` for an account without a home.
    """
    if own := os.environ.get(ENVIRONMENT):
        return Path(own)
    try:
        return _data_folder() / PROGRAM / "forms"
    except RuntimeError:
        raise KitError(f"this account has no home folder; set {ENVIRONMENT} to a folder for the blanks") from None


def _data_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    wanted = os.environ.get("XDG_DATA_HOME", "")
    return Path(wanted) if Path(wanted).is_absolute() else Path.home() / ".local" / "share"  # as the XDG rules say


def home(form_id: str) -> Path:
    """Return the folder of one form's blanks."""
    return folder().joinpath(*form_id.split("/"))


def find(form: CourtForm, beside: Path | None = None) -> bytes | None:
    """Return the newest usable blank of ``form``, or None; `look` says more.

    ``beside`` is a folder with blanks of this case or workspace: `us-ca/sc-100/*.pdf`, `sc-100.pdf` or `sc100.pdf`.
    They come before the user's store.
    """
    found = look(form, beside)
    return found.kept.data if found.kept else None


def look(form: CourtForm, beside: Path | None = None) -> Found:
    """Return the newest usable blank of ``form`` with the notes about its revision, or the reasons there is none."""
    refused: list[Finding] = []
    for path in _candidates(form, beside):
        kept, compared = _opened(form, path)
        if kept and compared.usable:
            return Found(kept, compared.findings)
        refused += compared.findings
    return Found(None, (*refused, _missing(form)) if not refused else tuple(refused))


def _missing(form: CourtForm) -> Finding:
    fix = f"Run `kit forms get {form.id}`, or save the PDF from {form.url} and `kit forms add FILE --form {form.id}`."
    return stop(MISSING, f"the blank of form {form.number} is not here", fix=fix)


def _candidates(form: CourtForm, beside: Path | None) -> Iterator[Path]:
    """Yield the files that may be the form, those beside the case first, the newest first."""
    if beside is not None:
        short = form.id.rpartition("/")[2]
        named = [beside / f"{name}.pdf" for name in dict.fromkeys((short, short.replace("-", "")))]
        yield from _newest([*(beside / form.id).glob("*.pdf"), *named])
    with contextlib.suppress(OSError):  # a folder that is not there
        yield from _newest(path for path in home(form.id).iterdir() if _KEPT.match(path.name))


def _newest(paths: Iterable[Path]) -> list[Path]:
    """Return the files among ``paths``; a folder, or a link that leads nowhere, is none."""
    return sorted(filter(Path.is_file, paths), key=lambda path: (path.stat().st_mtime_ns, path.name), reverse=True)


def _opened(form: CourtForm, path: Path) -> tuple[Kept | None, Compared]:
    try:
        data = read_bytes(path, shown_path(path), LARGEST)
        digest = sha256(data)
        if _KEPT.match(path.name) and path.stem != digest:
            message = f"{shown_path(path)} was changed since it was kept"
            return None, Compared(usable=False, findings=(stop("K553", message, fix=f"Delete it; {_again(form)}."),))
        return Kept(path, data, digest), compare(form, data, digest)
    except InvalidFile as err:
        return None, Compared(usable=False, findings=err.findings)


def _again(form: CourtForm) -> str:
    return f"then run `kit forms get {form.id}`"


def add(form: CourtForm, data: bytes) -> tuple[Kept, Compared]:
    """Keep the blank ``data`` under its form and hash, and say whether the kit can use it.

    A revision that lacks mapped fields is kept too: it is the court's own, and what `kit forms map` reads.
    Raises `KitError` where the bytes are no form, or nothing can be written.
    """
    compared = compare(form, data, sha256(data))
    if not compared.readable:
        raise KitError(f"{compared.findings[0].message}; {NOTHING}")
    return Kept(keep(form.id, data), data, sha256(data)), compared


def keep(form_id: str, data: bytes) -> Path:
    """Write ``data`` under its form and hash in one step, and return where; a copy that is there becomes the newest."""
    place = home(form_id)
    path = place / f"{sha256(data)}.pdf"
    try:
        place.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.read_bytes() == data:
            os.utime(path)
        else:
            disk.replace(path, data)
    except OSError as err:
        raise disk.in_words(err, place, NOTHING) from err
    return path


def sha256(data: bytes) -> str:
    """Return the sha256 of ``data`` in small letters."""
    return hashlib.sha256(data).hexdigest()

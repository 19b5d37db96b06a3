"""A new case folder: written whole or not at all, and never over anything."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kit.findings import KitError
from kit.load import case_file, workspace_file
from kit.load.schema import MARK, schema_text
from kit.load.starter import fill, folder_fault, schema_path
from kit.load.text_file import shown_path
from kit.load.validation import PLACEHOLDER

SCHEMAS = ".schema"  # beside kit.yaml, for editors


@dataclass(frozen=True, slots=True)
class Started:
    """The files that were made, and those of them in which something is left to fill in."""

    made: tuple[str, ...]
    unfilled: tuple[str, ...]


def workspace_above(folder: Path) -> Path | None:
    """Return the `kit.yaml` that will speak for a case in ``folder``."""
    return workspace_file.nearest(folder)


def free_folder(parent: Path, name: str) -> Path:
    """Return the folder that a case ``name`` would have; raises `KitError` where it can have none."""
    if fault := folder_fault(name):
        raise KitError(fault)
    if os.path.lexists(parent / name):
        raise KitError(f"{name} is already there; nothing was written")
    return parent / name


def start(parent: Path, name: str, answers: Mapping[str, str]) -> Started:
    """Make the case folder ``name`` in ``parent``, and a `kit.yaml` where none speaks for it.

    Raises `KitError` for a name no folder can have, a folder that is there already, or a disk that refuses.
    """
    folder = free_folder(parent, name)
    above = workspace_above(parent)
    top = above.parent if above else parent
    try:
        texts = {} if above else {parent / workspace_file.NAME: _text("workspace", top, top, answers)}
        _schemas(top)
        for path, text in texts.items():
            _write(path, text)
        texts |= _folder(folder, _text("case", folder, top, answers))
    except OSError as err:
        raise KitError(f"{name} cannot be made: {err.strerror}") from None
    unfilled = tuple(shown_path(path) for path, text in texts.items() if f": {PLACEHOLDER}" in text)
    return Started(tuple(shown_path(path) for path in texts), unfilled)


def _text(kind: str, folder: Path, top: Path, answers: Mapping[str, str]) -> str:
    name = case_file.NAME if kind == "case" else workspace_file.NAME
    return fill(name, {**answers, "schema": schema_path(folder, top, kind)})


def _folder(folder: Path, text: str) -> dict[Path, str]:
    """Make the folder beside its place and move it there, so that a kill leaves no half of it."""
    half = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent))
    try:
        (half / "exhibits").mkdir()
        _write(half / case_file.NAME, text)
        half.chmod(0o777 & ~_mask())
        half.rename(folder)
    except OSError:
        shutil.rmtree(half, ignore_errors=True)
        raise
    return {folder / case_file.NAME: text}


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _schemas(top: Path) -> None:
    (top / SCHEMAS).mkdir(exist_ok=True)
    for kind in ("case", "workspace"):
        path = top / SCHEMAS / f"{kind}.json"
        if path.exists() and MARK not in path.read_text(encoding="utf-8", errors="replace"):
            continue  # somebody's own
        path.write_text(schema_text(kind), encoding="utf-8", newline="\n")


def _write(path: Path, text: str) -> None:
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)

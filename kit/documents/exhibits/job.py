"""What is asked of the child process, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kit.documents.exhibits.limits import Limits, Refusal, Remark
from kit.documents.exhibits.opened import Kind


@dataclass(frozen=True, slots=True)
class Job:
    """A file to open, the name it goes by, and the file its pages are written to."""

    file: Path
    name: str
    out: Path
    limits: Limits


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a `Job`; its pages are written."""

    pages: int
    kind: Kind
    sha256: str
    remarks: tuple[Remark, ...]


Answer = Done | Refusal


def out_of_memory() -> Refusal:
    """Return the refusal of a file that needs more memory than an exhibit may take."""
    fix = "Print it to PDF once more, in a lower resolution, and name that file."
    return Refusal("K634", "needs more memory than an exhibit may take", fix)

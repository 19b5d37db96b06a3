"""`kit next --ics`: the deadlines of a case or of a folder as a calendar file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from kit.cli.case_folders import case_folders
from kit.documents.calendar import MAKER, Deadline, calendar
from kit.escalation import deadlines_of, look_ahead
from kit.findings import KitError
from kit.journal import disk


def of_folder(folder: Path, as_of: date) -> list[Deadline]:
    """Return the deadlines of every case in ``folder`` that can be read; the table names the others."""
    found: list[Deadline] = []
    for path in case_folders(folder):
        try:
            found += deadlines_of(look_ahead(path, as_of=as_of))
        except (KitError, OSError):
            continue
    return found


def write(
    path: Path, deadlines: Iterable[Deadline], as_of: date, *, name: str = "Deadlines", naming: bool = True
) -> None:
    """Write the calendar; an older one of the kit is replaced, any other file is kept and refused.

    ``naming`` puts the case before each title; a calendar for others has no such name.
    """
    try:
        if path.exists() and MAKER.encode() not in path.read_bytes()[:2000]:
            raise KitError(f"{path} is not a calendar of the kit, and is kept; name another file")
        disk.replace(path, calendar(deadlines, name=name, as_of=as_of, naming=naming))
    except OSError as err:
        raise KitError(f"{path} cannot be written: {err.strerror or err}") from err
    click.echo(f"{name}: {path}", err=True)

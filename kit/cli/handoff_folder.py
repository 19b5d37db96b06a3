"""`kit handoff FOLDER --to agency`: every case of a folder to one agency, and their accounts in one file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kit.cli.case_folders import case_folders, fault_of
from kit.documents.placement_data import COLUMNS, file_of, rows
from kit.findings import KitError, Stopped
from kit.handing_off import MadeHandoff, make_handoff
from kit.journal import disk
from kit.load.text_file import shown_path
from kit.model.handoff import HandoffTerms, Taker

CALLED = "placement"


@dataclass(frozen=True, slots=True)
class Handed:
    """What became of the cases of a folder: the papers of each, why others were left out, the file of all accounts."""

    made: tuple[MadeHandoff, ...]
    left_out: tuple[tuple[Path, str], ...]
    file: Path | None


def hand_off_folder(folder: Path, terms: HandoffTerms, *, as_of: date, overrides: Mapping[str, str]) -> Handed:
    """Make the papers of every case in ``folder`` that can go, and one file of all accounts beside the cases.

    Raises `KitError` for a taker other than an agency, terms that name invoices, and a folder without cases.
    """
    if terms.to is not Taker.AGENCY or terms.invoices:
        raise KitError("a folder of cases goes to an agency, whole; name one case for anything else")
    paths = tuple(case_folders(folder))
    if not paths:
        raise KitError(f"there is no case in {folder}")
    file = folder / f"{as_of.isoformat()}-{CALLED}.csv"
    _ours(file)
    made: list[MadeHandoff] = []
    left: list[tuple[Path, str]] = []
    for path in paths:
        try:
            made.append(make_handoff(path, terms, as_of=as_of, overrides=overrides))
        except Stopped as stopped:
            left.append((path, "; ".join(f"[{one.code}] {one.message}" for one in stopped.findings if one.stops)))
        except (KitError, OSError) as err:
            left.append((path, fault_of(err)))
    every = [row for one in made for row in rows(one.papers[0].facts, one.terms)]
    if every:
        disk.replace(file, file_of(every))
    return Handed(tuple(made), tuple(left), file if every else None)


def _ours(file: Path) -> None:
    """Refuse to write over a file that is none of the kit's."""
    if file.exists() and not file.read_bytes().startswith(",".join(COLUMNS).encode()):
        raise KitError(f"{file} is no placement file of the kit, and is kept; move it away")


def as_text(found: Handed) -> str:
    """Return which cases go, which stay and why, and where the file is."""
    lines = [
        f"{shown_path(one.folder)}: {one.terms.amount} in {len(one.terms.invoices)} invoices" for one in found.made
    ]
    lines += [f"{shown_path(path)}: left out: {why}" for path, why in found.left_out]
    if found.file:
        lines += [
            f"Accounts as CSV: {shown_path(found.file)}",
            "Record each when it has gone: `kit log CASE handed-off`.",
        ]
    return "\n".join(lines)

"""What is proposed for the fields of a blank, as a table, as data, or as files."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kit.cli.findings_text import plain
from kit.cli.table import table
from kit.documents.forms import map_files, mapping, reading, store
from kit.documents.forms.answer_paths import paths
from kit.documents.forms.blank import Blank, prepare
from kit.documents.forms.mapping import Proposal
from kit.documents.forms.numbered_proof import numbered_proof
from kit.findings import KitError
from kit.journal import disk
from kit.load.form_files import FIELDS
from kit.load.text_file import read_bytes, shown_path

WIDE = 44  # signs of a label in the table


def read_blank(file: Path) -> Blank:
    """Return the blank in ``file``, ready to be filled; raises `InvalidFile` with the reason where it cannot be."""
    shown = shown_path(file)
    return prepare(read_bytes(file, shown, store.LARGEST), shown)


def mapped(file: Path, folder: Path | None, proof: Path | None, known: Mapping[str, str], shape: str) -> str:
    """Read the blank ``file``, write what was asked for, and return what to print."""
    blank = read_blank(file)
    pages = reading.read(blank, blank.pdf)
    proposals = mapping.propose(pages)
    written: tuple[Path, ...] = ()
    if folder is not None:
        written = map_files.write(folder, blank, pages, proposals, known)
    if proof is not None:
        written = (*written, write_new(proof, numbered_proof(blank.pdf, proposals)))
    if shape == "json":
        return json.dumps(_data(proposals, written), indent=2, ensure_ascii=False)
    lines = _files(file, folder, written) if written else _table(proposals)
    return "\n".join(plain(line) for line in [*lines, "", _count(proposals)])


def write_new(path: Path, data: bytes) -> Path:
    """Write a file that is not there yet; raises `KitError` where one is, or nothing can be written."""
    try:
        disk.write_new(path, data)
    except FileExistsError:
        raise KitError(f"{shown_path(path)} is there already; nothing was written") from None
    except OSError as err:
        raise disk.in_words(err, path.parent, "nothing was written") from err
    return path


def _table(proposals: Sequence[Proposal]) -> list[str]:
    rows = [
        (str(one.number), str(one.spot.page), _cut(one.label), _answer(one), f"{one.score:.2f}" if one.settled else "")
        for one in proposals
    ]
    return table([("No.", "Page", "Printed", "Proposed", "Sure"), *rows], (0, 1, 4))


def _answer(one: Proposal) -> str:
    if one.blank:
        return one.blank + (f" = {one.equals}" if one.equals else "")
    if one.leave is None:
        return "?"
    return f"empty: {one.why or one.leave.value.replace('_', ' ')}"


def _cut(text: str) -> str:
    return text if len(text) <= WIDE else text[: WIDE - 3].rstrip() + "..."


def _count(proposals: Sequence[Proposal]) -> str:
    bound, empty = sum(bool(one.blank) for one in proposals), sum(one.leave is not None for one in proposals)
    open_ = len(proposals) - bound - empty
    return f"{len(proposals)} places: {bound} with a proposed blank, {empty} left empty on purpose, {open_} not mapped."


def _files(file: Path, folder: Path | None, written: Sequence[Path]) -> list[str]:
    lines = ["Written:", *(f"  {shown_path(path)}" for path in written)]
    if folder is not None:
        rows = shown_path(folder / FIELDS)
        lines.append(f"Correct the rows while looking at {map_files.PROOF}, fill in document.yaml, then:")
        lines.append(f"  kit forms check {shown_path(file)} --fields {rows}")
        form = f"{folder.parent.name}/{folder.name}"
        lines.append(f"  kit forms add {shown_path(file)} --form {form}   (in the folder forms/ beside kit.yaml)")
    return lines


def _data(proposals: Sequence[Proposal], written: Sequence[Path]) -> dict[str, Any]:
    rows = [
        {
            "number": one.number,
            "field": one.spot.field.name,
            "kind": one.spot.field.kind.value,
            "state": one.spot.state or None,
            "page": one.spot.page,
            "label": one.label,
            "blank": one.blank or None,
            "equals": one.equals or None,
            "leave": one.leave.value if one.leave else None,
            "why": one.why or None,
            "sure": one.score,
        }
        for one in proposals
    ]
    return {"fields": rows, "files": [str(path) for path in written]}


def blanks(shape: str, family: str = "") -> str:
    """Return every blank of one family of answers, with what kind of answer it has."""
    rows = [(one.path, " or ".join(sorted(one.kinds)), ", ".join(one.words)) for one in paths(family).values()]
    if shape == "json":
        return json.dumps([{"blank": path, "answer": kind, "words": words or None} for path, kind, words in rows])
    once = [row for row in rows if not any(f"[{number}]" in row[0] for number in range(1, 9))]
    counted = any("[" in row[0] for row in rows)
    head = ["Plaintiffs and defendants are counted from 0: plaintiffs[0], plaintiffs[1] ...", ""] if counted else []
    return "\n".join([*head, *table([("Blank", "Answer", "One of"), *once], ())])

"""A blank of a form that is known by its items: what was found on it, and the one confirmation of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from kit.cli.findings_text import plain
from kit.cli.forms_map_text import write_new
from kit.cli.table import table
from kit.documents.forms import binding, store
from kit.documents.forms.blank import prepare
from kit.documents.forms.numbered_proof import numbered_proof
from kit.documents.forms.recognise import CERTAIN, Recognised
from kit.load.form_files import find_form
from kit.load.text_file import read_bytes, shown_path

WIDE = 40  # signs of a label in the table


def found(name: str, file: Path, proof: Path | None, confirmed_on: date | None, own: Path | None, shape: str) -> str:
    """Find the items of the form ``name`` on the blank ``file``, keep what was asked for, and return what to print.

    ``confirmed_on`` is the day of the user's confirmation; None only looks. Raises `KitError` and `InvalidFile` for
    a file that is not this form or cannot be read, and where it was confirmed before.
    """
    form = find_form(name, own)
    shown = shown_path(file)
    data = read_bytes(file, shown, store.LARGEST)
    blank = prepare(data, shown)
    seen = binding.looked_at(form, blank)
    written: list[Path] = []
    if proof is not None:
        written.append(write_new(proof, numbered_proof(blank.pdf, seen.proposals)))
    if confirmed_on is not None:
        written += binding.confirm(form, blank, data, seen, confirmed_on)
    if shape == "json":
        return json.dumps(_data(seen, written, confirmed=confirmed_on is not None), indent=2, ensure_ascii=False)
    again = [] if confirmed_on else _how(shown, form.id, proof)
    lines = [*_table(seen), "", *_summary(seen), *(f"  {shown_path(path)}" for path in written), *again]
    return "\n".join(plain(line) for line in lines)


def family(name: str, own: Path | None) -> str:
    """Return the family of answers that fills the form ``name``."""
    return find_form(name, own).answers


def _table(seen: Recognised) -> list[str]:
    numbers = {id(one.spot): one.number for one in seen.proposals}
    rows = [
        (
            str(numbers[id(one.spot)]),
            str(one.spot.page),
            one.ask.label if len(one.ask.label) <= WIDE else one.ask.label[: WIDE - 3] + "...",
            one.blank or "empty: for the person who signs",
            f"{one.sure:.2f}" + ("" if one.sure >= CERTAIN else " ?"),
        )
        for one in seen.bound
    ]
    return table([("No.", "Page", "Item", "Answer", "Sure"), *rows], (0, 1))


def _summary(seen: Recognised) -> list[str]:
    doubtful = sum(one.sure < CERTAIN for one in seen.bound)
    lines = [f"{len(seen.bound)} places found, {doubtful} of them doubtful (?)."]
    if seen.missing:
        lines.append(f"Not found, to be written by hand: {'; '.join(ask.label for ask in seen.missing)}.")
    if seen.open:
        lines.append(f"{len(seen.open)} fields belong to no item that is known, and stay empty.")
    return lines


def _how(shown: str, form: str, proof: Path | None) -> list[str]:
    look = [] if proof else [f"  kit forms map {shown} --form {form} --proof numbered.pdf"]
    return [
        "Hold the table against the numbered proof; when every number stands at its item, confirm once:",
        *look,
        f"  kit forms map {shown} --form {form} --confirm",
    ]


def _data(seen: Recognised, written: Sequence[Path], *, confirmed: bool) -> dict[str, Any]:
    numbers = {id(one.spot): one.number for one in seen.proposals}
    rows = [
        {
            "number": numbers[id(one.spot)],
            "field": one.spot.field.name,
            "state": one.spot.state or None,
            "page": one.spot.page,
            "item": one.item,
            "label": one.ask.label,
            "blank": one.blank or None,
            "equals": one.ask.equals,
            "leave": one.ask.leave.value if one.ask.leave else None,
            "sure": one.sure,
        }
        for one in seen.bound
    ]
    return {
        "fields": rows,
        "missing": [ask.label for ask in seen.missing],
        "without_item": [spot.field.name for spot in seen.open],
        "certain": seen.certain,
        "confirmed": confirmed,
        "files": [str(path) for path in written],
    }

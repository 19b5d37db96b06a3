"""A form that is known by its items, made ready to be filled: its fields as a person has confirmed them, once.

The confirmation lies beside the blank in the user's store, under the blank's
own hash: another file of the same form asks again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kit.documents.forms import store
from kit.documents.forms.blank import Blank
from kit.documents.forms.numbered_proof import numbered_proof
from kit.documents.forms.recognise import Recognised, recognise
from kit.findings import Finding, KitError, note, stop
from kit.journal import disk
from kit.load import yaml_text
from kit.load.form_files import read_items
from kit.load.text_file import shown_path
from kit.load.validation import validate
from kit.model.form import CourtForm, FieldRow
from kit.model.form_items import ConfirmedFields, ItemField

LOOKS_LIKE = 0.5  # of all that a form asks, found on a blank; with less it is another form
_HEAD = """\
# Which field of this one file answers which item of the form. Compare it with the numbered proof beside it; a row
# may be corrected by hand: write the `field` that the proof shows there. Delete this file to begin again.
"""


@dataclass(frozen=True, slots=True)
class Ready:
    """A form with the fields of one blank, or without any, and what is to be said about it."""

    form: CourtForm
    missing: tuple[ItemField, ...]  # what the form asks and this blank has no field for
    confirmed: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def usable(self) -> bool:
        """Whether it may be filled."""
        return bool(self.form.fields)


def ready(form: CourtForm, blank: Blank) -> Ready:
    """Return ``form`` bound to ``blank`` as somebody confirmed it; else it has no fields, and a finding says so.

    No file of such a form is known by its hash, so even labels that leave no doubt wait for a person's look: an
    amount in the wrong place of an official form is signed under penalty of perjury.

    Raises `InvalidFile` where the confirmation was damaged, `KitError` where the blank's pages cannot be read.
    """
    items = read_items(Path(form.folder))
    if (rows := _confirmed(form, blank)) is not None:
        named = {row.label for row in rows}
        gone = tuple(ask for item in items for ask in item.asks if ask.label not in named)
        return Ready(_with(form, blank, rows), gone, confirmed=True, findings=tuple(_without(form, gone)))
    found = recognise(items, blank)
    return Ready(form, found.missing, findings=(_unconfirmed(form, certain=found.certain),))


def _with(form: CourtForm, blank: Blank, rows: tuple[FieldRow, ...]) -> CourtForm:
    return form.model_copy(update={"fields": rows, "sha256": blank.sha256})


def _how(form: CourtForm) -> str:
    return f"Look at the numbered proof and confirm once: `kit forms map FILE --form {form.id} --confirm`."


def _unconfirmed(form: CourtForm, *, certain: bool) -> Finding:
    message = f"nobody has confirmed yet which fields of this blank answer form {form.number}"
    if certain:
        message += "; all were found by their labels, so a look at the numbered proof is enough"
    return stop("K760", message, fix=_how(form))


def _without(form: CourtForm, missing: tuple[ItemField, ...]) -> Iterator[Finding]:
    if needed := [ask.label for ask in missing if not ask.optional]:
        message = f"this blank of form {form.number} has no field that was found for: {'; '.join(needed)}"
        yield note("K762", message, fix="Write these by hand, or correct the confirmation.")


def place(form: CourtForm, sha256: str) -> Path:
    """Return where the confirmation of one blank lies, or would lie."""
    return store.home(form.id) / f"{sha256}.yaml"


def _confirmed(form: CourtForm, blank: Blank) -> tuple[FieldRow, ...] | None:
    path = place(form, blank.sha256)
    if not path.is_file():
        return None
    read = validate(ConfirmedFields, yaml_text.read(path, shown_path(path)))
    return read.fields if (read.form, read.sha256) == (form.id, blank.sha256) else None


def looked_at(form: CourtForm, blank: Blank) -> Recognised:
    """Return what is found on ``blank``; raises `KitError` where it is not this form at all."""
    if not form.by_label:
        raise KitError(f"form {form.id} is mapped by its fields; `kit forms check {form.id}` tries the map")
    items = read_items(Path(form.folder))
    found = recognise(items, blank)
    asked = sum(len(item.asks) for item in items)
    if asked - len(found.missing) < LOOKS_LIKE * asked:
        there = asked - len(found.missing)
        raise KitError(f"this does not look like form {form.number}: {there} of the {asked} things it asks were found")
    return found


def confirm(form: CourtForm, blank: Blank, data: bytes, found: Recognised, day: date) -> tuple[Path, ...]:
    """Keep the blank, whose bytes are ``data``, with its numbered proof and its fields as confirmed on ``day``.

    Raises `KitError` where it was confirmed before, or nothing can be written.
    """
    path = place(form, blank.sha256)
    if path.exists():
        raise KitError(f"this blank was confirmed already, in {shown_path(path)}; delete that file to begin again")
    kept = store.keep(form.id, data)
    proof = kept.with_name(f"{blank.sha256}.numbered.pdf")
    try:
        disk.replace(proof, numbered_proof(blank.pdf, found.proposals))
        disk.write_new(path, _text(form, blank, found, day).encode())
    except OSError as err:
        raise disk.in_words(err, path.parent, "nothing was confirmed") from err
    return kept, proof, path


def _text(form: CourtForm, blank: Blank, found: Recognised, day: date) -> str:
    said = {"form": form.id, "sha256": blank.sha256, "confirmed_on": day.isoformat()}
    lines = [f"{key}: {json.dumps(value)}" for key, value in said.items()]
    numbers = {(one.spot.field.name, one.spot.state): one.number for one in reversed(found.proposals)}
    lines.append("fields:")
    for row in found.rows:
        cells = {key: value for key, value in row.model_dump(mode="json").items() if value}
        number = numbers.get((row.field, row.state or ""))
        lines.append(f"  # {number}" if number else "  # on another place of the same field")
        lines.append("  - {" + ", ".join(f"{key}: {json.dumps(value)}" for key, value in cells.items()) + "}")
    return _HEAD + "\n".join(lines) + "\n"

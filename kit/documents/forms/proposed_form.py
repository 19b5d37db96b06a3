"""A form that nobody has described yet, so that its map can be tried all the same."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kit.documents.forms.blank import Blank
from kit.documents.forms.map_files import OPEN, rows_of
from kit.documents.forms.mapping import Proposal
from kit.load import yaml_text
from kit.load.text_file import shown_path
from kit.load.validation import validate
from kit.model.form import CourtForm, FieldRow, FieldRows, Leave

UNKNOWN = "unknown"


def proposed_form(blank: Blank, shown: str, proposals: Sequence[Proposal] = ()) -> CourtForm:
    """Return a form for ``blank``, which was read from the file ``shown``, filled as ``proposals`` say."""
    return CourtForm(
        number=shown,
        title=shown,
        court=UNKNOWN,
        revision=UNKNOWN,
        url="https://courts.example/",
        sha256=blank.sha256,
        pages=blank.pages,
        forum="us",
        answers="small-claims",
        id=f"us/{UNKNOWN}",
        fields=tuple(_row(one) for one in rows_of(proposals)),
        folder=str(Path(shown).parent),
    )


def with_fields(form: CourtForm, file: Path) -> CourtForm:
    """Return ``form`` with the rows of another `fields.yaml`; raises `InvalidFile` with every fault of it."""
    rows = validate(FieldRows, yaml_text.read(file, shown_path(file))).fields
    return form.model_copy(update={"fields": rows, "folder": shown_path(file.parent)})


def _row(one: Proposal) -> FieldRow:
    label = one.label or None
    if one.blank:
        state = one.spot.state or None
        return FieldRow(field=one.spot.field.name, label=label, blank=one.blank, state=state, equals=one.equals or None)
    leave = one.leave or Leave.OTHER
    why = (one.why or OPEN) if leave is Leave.OTHER else None
    return FieldRow(field=one.spot.field.name, label=label, leave=leave, why=why)

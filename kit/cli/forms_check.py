"""A map tried with the sample case, and what to say about it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kit.cli import findings_text
from kit.cli.forms_map_text import read_blank, write_new
from kit.documents.forms import binding, mapping, reading, store
from kit.documents.forms.blank import Blank, prepare
from kit.documents.forms.inspect_form import Inspected, inspect_form
from kit.documents.forms.proposed_form import proposed_form, with_fields
from kit.findings import Finding, Stopped
from kit.load.form_files import all_forms, find_form
from kit.load.text_file import shown_path
from kit.model.form import CourtForm


@dataclass(frozen=True, slots=True)
class Checked:
    """What was tried, and what came of it."""

    what: str
    inspected: Inspected
    before: tuple[Finding, ...] = ()  # about the blank's revision

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything found."""
        return (*self.before, *self.inspected.findings)

    @property
    def stopped(self) -> bool:
        """Whether the map cannot be used as it is."""
        return any(one.stops for one in self.findings)

    def as_text(self, kept: tuple[Path, ...]) -> str:
        """Return the findings and a line that sums up."""
        got = self.inspected
        lines = [findings_text.as_text(one) for one in self.findings]
        verdict = "cannot be used as it is" if self.stopped else "can be used"
        lines.append(f"{self.what}: {verdict}.")
        lines.append(f"  {got.filled} fields filled, {got.left} left empty on purpose, {got.open} not mapped.")
        lines += [f"  {shown_path(path)}" for path in kept]
        return "\n".join(lines)


def check(what: str, fields_file: Path | None, own: Path | None) -> Checked:
    """Try the form or the file ``what`` with the sample case.

    Raises `Stopped` where a form's blank is not here, `KitError` and `InvalidFile` for what cannot be read.
    """
    path = Path(what)
    if path.suffix.lower() == ".pdf" or path.is_file():
        blank = read_blank(path)
        form = _form_of(blank, shown_path(path), fields_file, own)
        return Checked(shown_path(path), inspect_form(form, blank))
    form = find_form(what, own)
    found = store.look(form, own)
    if found.kept is None:
        raise Stopped(found.findings)
    blank = prepare(found.kept.data, form.number)
    if form.by_label:
        bound = binding.ready(form, blank)
        if not bound.usable:
            raise Stopped(bound.findings)
        return Checked(form.id, inspect_form(bound.form, blank), (*found.findings, *bound.findings))
    if fields_file:
        form = with_fields(form, fields_file)
    return Checked(form.id, inspect_form(form, blank), found.findings)


def _form_of(blank: Blank, shown: str, fields_file: Path | None, own: Path | None) -> CourtForm:
    if fields_file:
        return with_fields(proposed_form(blank, shown), fields_file)
    known = next((form for form in all_forms(own) if form.sha256 == blank.sha256), None)
    return known or proposed_form(blank, shown, mapping.propose(reading.read(blank, blank.pdf)))


def keep(checked: Checked, target: Path | None) -> tuple[Path, ...]:
    """Write the sample copies to ``target`` and, for the second, beside it; never over another file."""
    if target is None:
        return ()
    names = (target, target.with_name(f"{target.stem}-no{target.suffix}"))
    return tuple(write_new(path, data) for path, data in zip(names, checked.inspected.copies, strict=False))


def data(checked: Checked, kept: tuple[Path, ...]) -> dict[str, Any]:
    """Return the same for programs."""
    return {
        "what": checked.what,
        "usable": not checked.stopped,
        "filled": checked.inspected.filled,
        "left_empty": checked.inspected.left,
        "not_mapped": checked.inspected.open,
        "files": [str(path) for path in kept],
        "findings": [findings_text.as_data(one) for one in checked.findings],
    }

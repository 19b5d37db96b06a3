"""The court's own forms in a packet: filled, proved, their fields drawn into the page, in the order they are used.

A form whose blank is not at hand is named with how to get it; without the claim
form the kit's own statement of claim stands in its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from kit.documents.contexts.packet_forms import PacketForm
from kit.documents.forms import store
from kit.documents.forms.bind import FindBlank, complete
from kit.documents.forms.blank import prepare
from kit.documents.forms.flatten import flatten
from kit.documents.forms.needed import NeededSheet, needed_sheets
from kit.documents.forms.read_back import prove
from kit.filing.look import Prospect
from kit.findings import Finding, InvalidFile, Severity, note
from kit.load.form_files import forms_of
from kit.model.form import CourtForm, Use

ALWAYS = "always"  # a filing form that every claim needs is the claim itself


@dataclass(frozen=True, slots=True)
class FilledForm:
    """One sheet of a court's form, filled: as it is filed, and as it can still be edited."""

    id: str
    number: str
    title: str
    use: Use
    pdf: bytes = field(repr=False)  # the fields drawn into the page
    editable: bytes = field(repr=False)
    claim: bool = False


@dataclass(frozen=True, slots=True)
class Forms:
    """The filled forms of a packet, what they came from, and what is left to a person."""

    sheets: tuple[FilledForm, ...] = ()
    findings: tuple[Finding, ...] = ()
    sources: tuple[tuple[str, Path], ...] = ()
    needed: tuple[PacketForm, ...] = ()  # in the order of their use, those without a blank too

    @property
    def claim(self) -> bool:
        """Whether the court's claim form is among them."""
        return any(one.claim for one in self.sheets)

    def of(self, *uses: Use) -> tuple[FilledForm, ...]:
        """Return the sheets for any of ``uses``."""
        return tuple(one for one in self.sheets if one.use in uses)


def filled_forms(prospect: Prospect) -> Forms:
    """Return every form that this claim needs and whose blank is at hand, filled and proved.

    Raises `InvalidFile` where a filled form does not show what it was given.
    """
    facts, own = prospect.facts, prospect.loaded.parts.forms
    if facts.forum is None:
        return Forms()
    needed = needed_sheets(facts, forms_of(facts.forum.code, own))
    found: list[Finding] = []
    sources: dict[str, Path] = {}
    sheets: list[FilledForm] = []
    blanks = {form.id: store.look(form, own) for form in _forms(needed)}
    for form in _forms(needed):
        kept = blanks[form.id].kept
        found += [replace(one, severity=Severity.NOTE) for one in blanks[form.id].findings]
        sources |= {f"{form.id}/{name}": Path(form.folder) / name for name in ("document.yaml", "fields.yaml")}
        if kept:
            sources[f"{form.id}/blank"] = kept.path
    asks: dict[str, list[str]] = {}
    for sheet in needed:
        if kept := blanks[sheet.form.id].kept:
            made, left = _filled(prospect, sheet, kept.data, own)
            sheets += made
            asks.setdefault(sheet.form.id, []).extend(left)
            found += _left(sheet, left)
    known = tuple(
        PacketForm(
            form.id,
            form.number,
            form.title,
            form.use,
            blanks[form.id].kept is not None,
            _is_claim(form),
            tuple(dict.fromkeys(asks.get(form.id, []))),
        )
        for form in _forms(needed)
    )
    return Forms(tuple(sheets), tuple(dict.fromkeys(found)), tuple(sources.items()), known)


def _is_claim(form: CourtForm) -> bool:
    return form.use is Use.FILING and form.needed_when == ALWAYS


def _forms(needed: tuple[NeededSheet, ...]) -> tuple[CourtForm, ...]:
    return tuple({one.form.id: one.form for one in needed}.values())


def _filled(
    prospect: Prospect, sheet: NeededSheet, data: bytes, own: Path | None
) -> tuple[list[FilledForm], tuple[str, ...]]:
    """Return the sheet filled, with what goes on behind it, and what a person writes on it by hand."""
    form, blank = sheet.form, prepare(data, sheet.form.number)
    done = complete(form, blank, sheet.answers, day=prospect.facts.as_of, own=own, find=_find(own))
    if faults := [one for one in prove(blank, done.filled, done.values) if one.stops]:
        raise InvalidFile(faults)
    name = form.id.rpartition("/")[2] + (f"-{sheet.number}" if sheet.of > 1 else "")
    made = [FilledForm(name, form.number, sheet.title, form.use, flatten(done.filled), done.pdf, _is_claim(form))]
    for number, pdf in enumerate(done.continuation, 1):
        title = f"Attachment to {form.number}" + (f", sheet {number}" if len(done.continuation) > 1 else "")
        drawn = flatten(pdf) if done.continued_on else pdf
        made.append(FilledForm(f"{name}-attachment-{number}", done.continued_on, title, form.use, drawn, pdf))
    return made, done.asks


def _left(sheet: NeededSheet, asks: tuple[str, ...]) -> Iterator[Finding]:
    """Say what the person who files still has to write on a form by hand."""
    if asks:
        message = f"{sheet.title}: the case does not say {'; '.join(asks)}"
        yield note("K666", message, fix="Write it on the form by hand, or add it to the case.")


def _find(own: Path | None) -> FindBlank:
    return lambda form: store.find(form, own)

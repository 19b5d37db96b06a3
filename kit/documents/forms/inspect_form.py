"""A form and its map, tried with a full sample case: what is not mapped, what does not fit, what cannot be read.

Nothing here needs a case of the user's. A map passes when the sample's answers
all stand on the form, whole and readable, or go on in an attachment.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kit.documents.forms.answer_paths import PROOF_OF_CLAIM, Answers
from kit.documents.forms.answered import copies, faults
from kit.documents.forms.bind import bind
from kit.documents.forms.blank import Blank
from kit.documents.forms.claim_sample import sample_claim
from kit.documents.forms.field import FieldKind
from kit.documents.forms.fill import Filled, fill
from kit.documents.forms.map_files import OPEN
from kit.documents.forms.read_back import prove
from kit.documents.forms.sample import sample_answers
from kit.findings import Finding, InvalidFile, error, note, stop
from kit.model.form import CourtForm, FieldRow

FEDERAL = "us"
SHOWN = 8  # names that are listed


@dataclass(frozen=True, slots=True)
class Inspected:
    """What was found, and the sample copies: one with every box answered yes, one with no."""

    findings: tuple[Finding, ...]
    copies: tuple[bytes, ...]
    filled: int  # fields that got an answer in either copy
    left: int  # fields that stay empty on purpose
    open: int  # fields that nobody has mapped

    @property
    def stopped(self) -> bool:
        """Whether the map cannot be used as it is."""
        return any(one.stops for one in self.findings)


def inspect_form(form: CourtForm, blank: Blank) -> Inspected:
    """Fill ``blank`` by the map of ``form`` with the sample case, twice, and report."""
    findings = [*faults(form), *_unmapped(form, blank)]
    done: list[tuple[Filled, Mapping[str, str]]] = []
    for yes in (True, False) if not any(one.stops for one in findings) else ():
        try:
            values = bind(form, blank, _sample(form, yes=yes))
            filled = fill(blank, values, copies=copies(form))
        except InvalidFile as err:
            findings += err.findings
            continue
        done.append((filled, values))
        findings += [*_too_long(form, filled), *prove(blank, filled, values)]
    answered = {name for _, values in done for name in values}
    rows = {row.field for row in form.fields if row.leave and row.why != OPEN} - answered
    open_ = sum(1 for _ in _nameless(form, blank)) + len({row.field for row in form.fields if row.why == OPEN})
    return Inspected(
        tuple(dict.fromkeys(findings)), tuple(filled.pdf for filled, _ in done), len(answered), len(rows), open_
    )


def _sample(form: CourtForm, *, yes: bool) -> Answers:
    return sample_claim(yes=yes) if form.answers == PROOF_OF_CLAIM else sample_answers(yes=yes)


def of_another_state(form: CourtForm, forum: str | None) -> Iterator[Finding]:
    """Say that ``form`` is not one of the courts of ``forum``; federal forms are everybody's."""
    if forum and form.forum not in (FEDERAL, forum):
        message = f"form {form.number} is of {form.forum}, and this case goes to court in {forum}"
        yield note("K577", message, fix=f"See `kit forms list --forum {forum}`.")


def _unmapped(form: CourtForm, blank: Blank) -> Iterator[Finding]:
    if gone := [name for name in form.names if name not in blank.fields]:
        message = f"the map names {len(gone)} fields that this blank does not have: {_listed(gone)}"
        yield error("K570", message, fix="Correct the names, or map this revision with `kit forms map`.")
    if unknown := list(_states(form, blank)):
        message = f"the map sets states that their boxes do not have: {_listed(unknown)}"
        yield error("K571", message, fix="Write a state as `kit forms map` lists it.")
    if new := list(_nameless(form, blank)):
        message = f"{len(new)} fields of the blank are not in the map, so they stay empty: {_listed(new)}"
        yield note("K572", message, fix="Give each a row: `blank:`, or `leave:` with the reason.")
    if unsettled := [row for row in form.fields if row.why == OPEN]:
        names = _listed([row.label or row.field for row in unsettled])
        message = f"{len(unsettled)} fields are `{OPEN}`: {names}"
        yield note("K573", message, fix="Give each a blank, or the reason why it stays empty.")


def _nameless(form: CourtForm, blank: Blank) -> Iterator[str]:
    known = set(form.names)
    for name, field in blank.fields.items():
        notice = field.read_only and field.value
        if name not in known and not notice and field.kind not in (FieldKind.BUTTON, FieldKind.SIGNATURE):
            yield name


def _states(form: CourtForm, blank: Blank) -> Iterator[str]:
    for row in form.fields:
        field = blank.fields.get(row.field)
        if field and row.state and row.state not in field.states:
            yield f"{_short(row.field)} {row.state} (it has {', '.join(field.states) or 'none'})"


def _too_long(form: CourtForm, filled: Filled) -> Iterator[Finding]:
    """Report what the sample's answers are too long for: one finding a field, a stop where nothing takes the rest."""
    for name in filled.overflow:
        row = next(one for one in form.fields if one.field == name)
        label = row.label or _short(name)
        if row.overflow:
            yield note("K574", f"{label}: the sample's answer is too long and goes on in the attachment")
        else:
            yield _narrow(row, label, filled.kept.get(name, ""))


def _narrow(row: FieldRow, label: str, kept: str) -> Finding:
    fix = "Write `overflow: HEADING` in the row to name its attachment, or take a shorter blank."
    message = f"{label}: the sample's answer to `{row.blank}` does not fit"
    if not kept.strip():
        return stop("K575", f"{message}, not one word of it", fix=fix)
    return note("K576", f"{message} and goes on in an attachment after “{kept[:40].strip()}”", fix=fix)


def _listed(names: list[str]) -> str:
    rest = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return ", ".join(_short(name) for name in names[:SHOWN]) + rest


def _short(name: str) -> str:
    return (name.rpartition(".")[2] if "[" in name else name)[:60] or name

"""Whether a blank is the revision that was mapped, or a newer one on which the map still holds.

A court changes a form without notice. The hash says whether the file is the one
the map was made from; where it is not, the names of its fields decide: a map
with one name missing would leave an answer out, so it is not used at all.
"""

from __future__ import annotations

from dataclasses import dataclass

from kit.findings import Finding, KitError, error, note, stop
from kit.model.form import CourtForm

SHOWN = 12  # missing fields that are named


@dataclass(frozen=True, slots=True)
class Compared:
    """What became of a blank held against a form's map."""

    usable: bool
    findings: tuple[Finding, ...] = ()
    readable: bool = True
    mapped: bool = False  # the very revision that was mapped
    missing: tuple[str, ...] = ()  # mapped fields that are gone
    new: tuple[str, ...] = ()  # fields the map does not know


def compare(form: CourtForm, data: bytes, sha256: str) -> Compared:
    """Say whether the blank ``data`` can be filled by the map of ``form``."""
    if sha256 == form.sha256:
        return Compared(usable=True, mapped=True)
    from kit.documents.forms.blank import prepare  # noqa: PLC0415 - a known hash needs no second look

    try:
        blank = prepare(data)
    except KitError as err:
        said = f"the file for form {form.number} cannot be used: {err}"
        return Compared(usable=False, readable=False, findings=(error("K554", said),))
    if form.by_label:
        return Compared(usable=True)  # whether its items are known is asked where it is filled
    names = set(blank.fields)
    missing = tuple(name for name in form.names if name not in names)
    new = tuple(sorted(names - set(form.names)))
    if missing:
        return Compared(usable=False, findings=(_refused(form, missing, new, sha256),), missing=missing, new=new)
    return Compared(usable=True, findings=(_newer(form, new, sha256),), new=new)


def _newer(form: CourtForm, new: tuple[str, ...], sha256: str) -> Finding:
    mapped = (form.sha256 or "")[:12]
    more = f"; {len(new)} of its fields are not mapped" if new else ""
    message = (
        f"this blank of form {form.number} is another revision (sha256 {sha256[:12]}) than the one mapped "
        f"({form.revision}, sha256 {mapped}); every mapped field is still there{more}"
    )
    return note("K550", message, fix="Compare the filled form with the court's instructions before you file it.")


def _refused(form: CourtForm, missing: tuple[str, ...], new: tuple[str, ...], sha256: str) -> Finding:
    names = ", ".join(name.rpartition(".")[2] or name for name in missing[:SHOWN])
    mapped = (form.sha256 or "")[:12]
    rest = f" and {len(missing) - SHOWN} more" if len(missing) > SHOWN else ""
    message = (
        f"this blank of form {form.number} is another revision (sha256 {sha256[:12]}) than the one mapped "
        f"({form.revision}, sha256 {mapped}), and {len(missing)} mapped fields are not on it: {names}{rest}"
    )
    fix = f"Map it with `kit forms map FILE --into FOLDER`; it has {len(new)} fields of its own."
    return stop("K551", message, fix=fix)

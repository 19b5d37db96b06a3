"""From the rows of a form and the answers of a case to the value of each field.

An answer that nobody has given leaves its field empty and is asked for; empty
text leaves it empty and is not. A box is set only where its row says so in so
many words: never because another box is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from kit.documents import wording
from kit.documents.forms.answer_paths import Answer, Answers, Path, answer_at, paths
from kit.findings import Finding, Place, error
from kit.load.form_files import FIELDS
from kit.model.form import ON_REQUEST, CourtForm, FieldRow, Leave, Shown

YES_NO = {True: "yes", False: "no"}
_ITEM = re.compile(r"\d+")
_CHOICE = re.compile(r": (?:yes|no)\Z")


def values_of(form: CourtForm, answers: Answers) -> dict[str, str]:
    """Return what each field of ``form`` says; fields that stay empty are left out."""
    found: dict[str, str] = {}
    for row in form.fields:
        if row.blank is None:
            continue
        answer = answer_at(answers, row.blank)
        if row.state is None:
            if text := shown(answer, row.format):
                found[row.field] = text
        elif _sets(row, answer):
            found[row.field] = row.state
    return found


def shown(answer: Answer, how: Shown | None = None) -> str:
    """Return an answer as a form shows it: 11/23/2026, 1,234.50; nothing for what nobody has said."""
    if isinstance(answer, bool):
        return YES_NO[answer]
    if isinstance(answer, date):
        return wording.day(answer) if how is Shown.LONG_DAY else f"{answer:%m/%d/%Y}"
    if isinstance(answer, Decimal):
        return wording.money(answer) if how is Shown.DOLLARS else wording.bare_money(answer)
    return answer or ""


def asked(form: CourtForm, answers: Answers) -> tuple[str, ...]:
    """Return the labels of the fields that a person has to fill in, because the case does not say."""
    open_: dict[str, str] = {}
    boxed = {row.blank for row in form.fields if row.state and row.equals}
    for row in form.fields:
        if row.blank is None:
            continue
        answer = answer_at(answers, row.blank)
        fits = any(_sets(other, answer) for other in form.fields if other.blank == row.blank and other.state)
        if answer is None:
            open_.setdefault(row.blank, _CHOICE.sub("", row.label or row.field))
        elif row.blank in boxed and row.state and answer != "" and not fits:
            item = _ITEM.match(row.label or "")
            open_.setdefault(row.blank, f"{item[0]}, the box that fits" if item else row.label or row.field)
    return tuple(open_.values())


def to_sign(form: CourtForm) -> tuple[str, ...]:
    """Return the labels of what the person who signs fills in."""
    return tuple(row.label or row.field for row in form.fields if row.leave in (Leave.SIGNATURE, Leave.SIGNING_DATE))


def copies(form: CourtForm) -> tuple[str, ...]:
    """Return the read-only fields to which the form itself would copy a value."""
    return tuple(row.field for row in form.fields if row.read_only)


def faults(form: CourtForm) -> tuple[Finding, ...]:
    """Return every row of ``form`` that asks for an answer there is not."""
    return tuple(_faults(form, paths(form.answers)))


def _faults(form: CourtForm, known: Mapping[str, Path]) -> Iterator[Finding]:
    from difflib import get_close_matches  # noqa: PLC0415 - only where something is wrong

    place = Place(f"{form.folder}/{FIELDS}")
    wanted = [(row.blank, row.field) for row in form.fields if row.blank]
    wanted += [(one.blank, f"attach, {one.heading},") for one in form.attach]
    if form.needed_when != ON_REQUEST:
        wanted.append((form.needed_when, "needed_when"))
    for path, where in wanted:
        if path not in known:
            near = get_close_matches(path, known, 1)
            fix = f"Did you mean `{near[0]}`?" if near else "`kit forms map --blanks` lists every blank."
            yield error(
                "K530", f"{form.number}: {where} asks for `{path}`, which is no blank of the kit", place, fix=fix
            )
    for row in form.fields:
        words = known[row.blank].words if row.blank and row.blank in known else ()
        if row.equals and words and row.equals not in words:
            message = f"{form.number}: `{row.blank}` is never `{row.equals}`"
            yield error("K531", message, place, fix=f"It is one of {', '.join(words)}.")


def _sets(row: FieldRow, answer: Answer) -> bool:
    return sets(answer, row.equals)


def sets(answer: Answer, equals: str | None) -> bool:
    """Whether a box is set: the answer is yes, or is what its row names."""
    if isinstance(answer, bool):
        return YES_NO[answer] == (equals or "yes")
    return equals is not None and answer == equals

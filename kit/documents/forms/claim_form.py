"""Official Form 410 filled from the answers of a proof of claim, where the user has the blank: filled, and proved.

Nothing is left out in silence: an answer that the blank has no field for, or
whose field cannot take it, is named so that a person writes it by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kit.documents.forms import store
from kit.documents.forms.answer_paths import answer_at
from kit.documents.forms.answered import sets, shown
from kit.documents.forms.bind import Completed, bind, complete, offered
from kit.documents.forms.binding import Ready, place, ready
from kit.documents.forms.blank import Blank, prepare
from kit.documents.forms.claim_form_answers import ClaimFormAnswers
from kit.documents.forms.field import FieldKind
from kit.documents.forms.read_back import prove
from kit.documents.forms.requests import HINT
from kit.findings import Finding, InvalidFile
from kit.load.form_files import find_form
from kit.model.form import CourtForm
from kit.model.form_items import ItemField

FORM = "us/b410"


@dataclass(frozen=True, slots=True)
class ClaimForm:
    """The official form of a claim: filled, or the reasons why it is not."""

    form: CourtForm
    completed: Completed | None
    findings: tuple[Finding, ...] = ()
    by_hand: tuple[str, ...] = ()  # what a person writes, each with the item and, where it is known, the words
    blank: Path | None = None
    confirmation: Path | None = None  # which fields of the blank answer what, as somebody confirmed it

    @property
    def pdf(self) -> bytes:
        """The filled form; empty where there is none."""
        return self.completed.pdf if self.completed else b""

    @property
    def continuation(self) -> tuple[bytes, ...]:
        """The sheets behind it, with answers too long for their fields."""
        return self.completed.continuation if self.completed else ()

    @property
    def to_sign(self) -> tuple[str, ...]:
        """What the person who signs fills in."""
        return self.completed.to_sign if self.completed else ()


def claim_form(answers: ClaimFormAnswers, *, day: date, own: Path | None = None) -> ClaimForm:
    """Return Form 410 filled with ``answers``, on the newest blank the user has.

    ``day`` dates a sheet for what does not fit, ``own`` is the user's folder of forms. Without a blank, or before
    somebody has confirmed its fields, however sure the labels are, nothing is filled and the findings say what to do.
    Raises `InvalidFile` where an answer cannot stand on the form.
    """
    form = find_form(FORM, own)
    found = store.look(form, own)
    if found.kept is None:
        return ClaimForm(form, None, found.findings)
    blank = prepare(found.kept.data, form.number)
    bound = ready(form, blank)
    said = (*found.findings, *bound.findings)
    if not bound.usable:
        return ClaimForm(form, None, said, blank=found.kept.path)
    done, by_hand = filled(bound, blank, answers, day=day, own=own)
    return ClaimForm(bound.form, done, said, by_hand, found.kept.path, place(form, blank.sha256))


def filled(
    bound: Ready, blank: Blank, answers: ClaimFormAnswers, *, day: date, own: Path | None = None
) -> tuple[Completed, tuple[str, ...]]:
    """Return a bound form filled and proved, and what a person writes by hand on it.

    Raises `InvalidFile` with every answer that cannot stand on it, or does not stand on it as it should.
    """
    refused = dict(_refused(bound.form, blank, answers))
    rows = tuple(row for row in bound.form.fields if row.field not in refused)
    done = complete(bound.form.model_copy(update={"fields": rows}), blank, answers, day=day, own=own)
    if wrong := prove(blank, done.filled, done.values):
        raise InvalidFile(wrong)
    return done, (*done.asks, *refused.values(), *_homeless(bound.missing, answers))


def _refused(form: CourtForm, blank: Blank, answers: ClaimFormAnswers) -> Iterator[tuple[str, str]]:
    """Yield the fields that cannot take their answer, each with what to write there: a list, or too few characters."""
    labels = {row.field: row.label or row.field for row in form.fields}
    for name, value in bind(form, blank, answers).items():
        field = blank.fields.get(name)
        if field is None:
            yield name, f"{labels[name]}: {value}"
        elif field.kind is FieldKind.CHOICE and not field.editable and not offered(field, value):
            yield name, f"{labels[name]}: {value} (choose it in the list)"
        elif field.max_length and len(value) > field.max_length and (field.comb or field.max_length < HINT):
            yield name, f"{labels[name]}: {value}"


def _homeless(missing: tuple[ItemField, ...], answers: ClaimFormAnswers) -> Iterator[str]:
    for ask in missing:
        if ask.blank is None:
            continue
        answer = answer_at(answers, ask.blank)
        if ask.box:
            if sets(answer, ask.equals):
                yield f"{ask.label}: tick it"
        elif text := shown(answer):
            yield f"{ask.label}: {text}"

"""Which forms a claim needs, and how many sheets of each: asked of the forms' own data, state by state alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kit.documents.forms.answer_paths import answer_at, paths
from kit.documents.forms.answered import faults
from kit.documents.forms.court_answers import CourtAnswers, answers, sheets
from kit.facts import Facts
from kit.findings import InvalidFile
from kit.model.form import ON_REQUEST, CourtForm, Use

_ORDER = tuple(Use)


@dataclass(frozen=True, slots=True)
class NeededSheet:
    """One sheet to be filled, and its answers."""

    form: CourtForm
    answers: CourtAnswers
    number: int = 1
    of: int = 1

    @property
    def title(self) -> str:
        """What it is called where it is listed."""
        about = self.answers.defendant.name if self.form.each and self.of > 1 else ""
        return f"{self.form.number}, {self.form.title}" + (f" ({about})" if about else "")


def needed_sheets(facts: Facts, forms: Iterable[CourtForm]) -> tuple[NeededSheet, ...]:
    """Return every sheet that this claim needs, with its answers: one for each defendant where the form wants that."""
    said = answers(facts)
    found = []
    for form in _needed(said, forms):
        each = sheets(said, form.each)
        found += [NeededSheet(form, one, n, len(each)) for n, one in enumerate(each, 1)]
    return tuple(found)


def _needed(said: CourtAnswers, forms: Iterable[CourtForm]) -> tuple[CourtForm, ...]:
    """Return those of ``forms`` that a claim needs: what is filed first, then what is served, then the hearing."""
    known = list(forms)
    if found := [fault for form in known if form.needed_when not in (ON_REQUEST, *paths()) for fault in faults(form)]:
        raise InvalidFile(found)
    chosen = [one for one in known if one.needed_when != ON_REQUEST and answer_at(said, one.needed_when) is True]
    return tuple(sorted(chosen, key=lambda one: (_ORDER.index(one.use), one.id)))

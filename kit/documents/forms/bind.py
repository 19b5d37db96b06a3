"""A form filled from a case: its values, the copy, and what goes behind it.

What does not fit is never cut: the field shows whole sentences and sends the
reader to an attachment where the whole answer stands, on the form that the
court has for it or else on a sheet of the kit's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kit.documents.forms import store
from kit.documents.forms.addendum import Section, addendum, hint, running_text, section_of, title_of
from kit.documents.forms.answer_paths import Answers, answer_at
from kit.documents.forms.answered import asked, copies, faults, shown, to_sign, values_of
from kit.documents.forms.blank import Blank, prepare
from kit.documents.forms.court_answers import Attachment
from kit.documents.forms.field import Field, FieldKind
from kit.documents.forms.fill import Filled, fill
from kit.documents.forms.item_words import tokens
from kit.findings import InvalidFile
from kit.load.form_files import find_form
from kit.model.form import CourtForm

CUT = "..."  # after words that break off
MOST_SHEETS = 20
READABLE = 10.0  # points, on a sheet that has room for it
_END = re.compile(r"(?<![A-Z])[.!?](?=\s+[A-Z“\"]|\s*\Z)")  # of a sentence, not of P.O. or of Inc. within one

FindBlank = Callable[[CourtForm], bytes | None]


@dataclass(frozen=True, slots=True)
class Completed:
    """A filled form, and everything a person has to know to finish it."""

    form: CourtForm
    filled: Filled
    values: Mapping[str, str]  # by field, as asked of the engine
    continuation: tuple[bytes, ...] = ()  # the sheets behind it
    continued_on: str = ""  # the form's number; empty for the kit's own sheet
    moved: tuple[str, ...] = ()  # the items whose answers stand there
    expects: tuple[str, ...] = ()  # texts that stand whole in the continuation
    asks: tuple[str, ...] = ()  # what the case does not say
    to_sign: tuple[str, ...] = ()

    @property
    def pdf(self) -> bytes:
        """The filled form."""
        return self.filled.pdf


def bind(form: CourtForm, blank: Blank, answers: Answers) -> dict[str, str]:
    """Return the value of each field of ``blank`` that is filled, by full name.

    Raises `InvalidFile` with every row that asks for an answer there is not. A row whose field the blank does not
    have is left to the engine, which names them all.
    """
    if found := faults(form):
        raise InvalidFile(found)
    values = values_of(form, answers)
    return {name: _in_place(blank.fields.get(name), value) for name, value in values.items()}


def _in_place(field: Field | None, value: str) -> str:
    """Return a text as the field takes it: an option as it is stored, several lines as one where there is one line."""
    if field is not None and field.kind is FieldKind.CHOICE and not field.editable:
        return offered(field, value) or value
    if field is None or field.multiline or field.kind is not FieldKind.TEXT:
        return value
    return _on_one_line(value)


def offered(field: Field, value: str) -> str:
    """Return the option of ``field`` with the same words as ``value``, in whatever order; empty where there is none."""
    said = tokens(value)
    return next((stored for stored, shown in field.options if said in (tokens(shown), tokens(stored))), "")


def _on_one_line(value: str) -> str:
    return ", ".join(part for part in value.split("\n") if part)


def complete(
    form: CourtForm,
    blank: Blank,
    answers: Answers,
    *,
    day: date,
    find: FindBlank = store.find,
    own: Path | None = None,
) -> Completed:
    """Return ``blank`` filled, with what does not fit on sheets behind it.

    ``day`` dates the kit's own sheet, ``find`` returns the blank of the form that takes what does not fit, ``own`` is
    the user's folder of forms. Raises `InvalidFile` and `KitError` as the engine does.
    """
    values = bind(form, blank, answers)
    sections = {row.field: section_of(row, values[row.field]) for row in form.fields if row.field in values}
    see = {name: f"{CUT} {hint(one)}" for name, one in sections.items() if _takes_words(blank, name)}
    filled = fill(blank, values, see=see, copies=copies(form))
    if tight := {name: _on_one_line(values[name]) for name in filled.overflow if "\n" in values[name]}:
        values |= tight
        filled = fill(blank, values, see=see, copies=copies(form))
    done = Completed(form, filled, values, asks=asked(form, answers), to_sign=to_sign(form))
    over = _once([*(sections[name] for name in values if name in filled.overflow), *_apart(form, answers)])
    if not over:
        return done
    attached = Attachment(needed=True, title=title_of(form, over), text=running_text(form, over))
    again = bind(form, blank, replace(answers, attachment=attached)) | tight
    for name in filled.overflow:
        again[name] = _shortened(filled, name, sections[name], multiline=blank.fields[name].multiline)
    done = replace(done, filled=fill(blank, again, see=see, copies=copies(form)), values=again)
    behind, number = _behind(form, over, replace(answers, attachment=attached), day, find, own)
    said = tuple(one.text for one in over)
    return replace(
        done, continuation=behind, continued_on=number, moved=tuple(one.heading for one in over), expects=said
    )


def _apart(form: CourtForm, answers: Answers) -> tuple[Section, ...]:
    """Return the answers that the form wants on a sheet of their own."""
    said = [(one.heading, shown(answer_at(answers, one.blank))) for one in form.attach]
    return tuple(Section(heading, "", text) for heading, text in said if text)


def _takes_words(blank: Blank, name: str) -> bool:
    """Whether the field ``name`` takes text."""
    return name in blank.fields and blank.fields[name].kind is FieldKind.TEXT


def _once(sections: list[Section]) -> tuple[Section, ...]:
    """Return each text once, under the first item that has it."""
    return tuple({one.text: one for one in reversed(sections)}.values())[::-1]


def _shortened(filled: Filled, name: str, section: Section, *, multiline: bool) -> str:
    """Return what the field shows: whole sentences where one fits, else as many words as the engine kept."""
    end = _last_end(section.text, len(filled.kept[name])) if multiline else 0
    return f"{section.text[:end]} {hint(section)}" if end else filled.shown[name]


def _behind(
    form: CourtForm, over: tuple[Section, ...], answers: Answers, day: date, find: FindBlank, own: Path | None
) -> tuple[tuple[bytes, ...], str]:
    """Return the sheets with the whole answers, and the number of the form they are."""
    if form.overflow_form:
        other = find_form(form.overflow_form, own)
        data = find(other)
        sheets = _sheets(other, prepare(data, other.number), answers) if data else ()
        if sheets:
            return sheets, other.number
    sides = (answers.plaintiff_names, answers.defendant_names)
    return (addendum(form, over, sides, answers.case.number, day),), ""


def _sheets(form: CourtForm, blank: Blank, answers: Answers) -> tuple[bytes, ...]:
    """Return as many filled sheets of the court's own form as the text needs; none where it does not take it."""
    fields = [row.field for row in form.fields if row.blank == "attachment.text"]
    sheets: list[bytes] = []
    attached = answers.attachment
    while len(fields) == 1 and len(sheets) < MOST_SHEETS:
        (field,) = fields
        filled = _sheet(form, blank, answers, field, attached.text)
        if set(filled.overflow) - {field}:
            return ()  # a name too long for its line: the kit's own sheet has room
        kept = filled.kept.get(field, "")
        if field not in filled.overflow:
            return (*sheets, filled.pdf)
        end = _last_end(attached.text, len(kept)) or len(kept)
        if not attached.text[:end].strip():
            return ()
        sheets.append(_sheet(form, blank, answers, field, attached.text[:end]).pdf)
        attached = replace(attached, text=f"{attached.title}, continued\n\n{attached.text[end:].strip()}")
    return ()


def _sheet(form: CourtForm, blank: Blank, answers: Answers, field: str, text: str) -> Filled:
    """Fill one sheet in letters that are read with ease, or in small ones where a name needs them."""
    values = bind(form, blank, replace(answers, attachment=replace(answers.attachment, text=text)))
    filled = fill(blank, values, floor=READABLE, copies=copies(form))
    return filled if set(filled.overflow) <= {field} else fill(blank, values, copies=copies(form))


def _last_end(text: str, most: int) -> int:
    """Return where the last sentence of ``text`` ends that is over after ``most`` characters; 0 where none is."""
    return max((found.end() for found in _END.finditer(text) if found.end() <= most), default=0)

"""What does not fit on a form: whole answers under their items, on the court's own sheet or on one of the kit's.

An answer that is too long stands here complete, not only its end, so that
nobody has to put two halves together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kit.model.form import CourtForm, FieldRow

SIDES = {"proof-of-claim": ("Creditor", "Debtor")}  # by the family of answers; else plaintiff and defendant
_NUMBER = re.compile(r"\d+[a-z]?\b")
_ITEM = re.compile(r"(item \d+)[a-z]*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Section:
    """One answer: the item, the question as the form has it, the whole text."""

    heading: str
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class AddendumSection:
    """The same, for paper."""

    heading: str
    question: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Addendum:
    """The blanks of ``house/addendum.typ``."""

    title: str
    plaintiff: str
    defendant: str
    number: str
    sections: tuple[AddendumSection, ...]
    plaintiff_is: str = "Plaintiff"
    defendant_is: str = "Defendant"


def section_of(row: FieldRow, text: str) -> Section:
    """Return the section that takes the answer of ``row``."""
    label = row.label or ""
    found = _NUMBER.match(label)
    question = label[found.end() :].strip() if found else label
    if row.overflow:
        return Section(row.overflow, question, text)
    return Section(f"Item {found[0]}" if found else label or row.field, question if found else "", text)


def hint(section: Section) -> str:
    """Return the words that send a reader from the field to its section."""
    if not _ITEM.match(section.heading):
        return "See attachment."
    return f"See attachment, {section.heading[:1].lower()}{section.heading[1:]}."


def title_of(form: CourtForm, sections: tuple[Section, ...]) -> str:
    """Return what stands at the top, such as `SC-100, Item 3` where everything belongs to one item."""
    items = {found[1] if (found := _ITEM.match(one.heading)) else one.heading for one in sections}
    number = f"Form {form.number}" if form.number.isdigit() else form.number
    return f"{number}, {items.pop()}" if len(items) == 1 else f"Attachment to {number}"


def running_text(form: CourtForm, sections: tuple[Section, ...]) -> str:
    """Return all sections as one text, for a form's own sheet."""
    parts = [title_of(form, sections)]
    for one in sections:
        asked = f". {one.question}" if one.question else ""
        parts.append(f"{one.heading}{asked}\n{one.text}")
    return "\n\n".join(parts)


def addendum(form: CourtForm, sections: tuple[Section, ...], sides: tuple[str, str], number: str, day: date) -> bytes:
    """Return the kit's own attachment as PDF. Raises `KitError` for a character that no house font has."""
    from kit.documents.glyphs import house_folder  # noqa: PLC0415 - heavy, and few forms overflow
    from kit.documents.typeset import plain, typeset  # noqa: PLC0415

    title = title_of(form, sections)
    if not title.startswith("Attachment"):
        title = f"Attachment to {title}"
    shown = tuple(AddendumSection(one.heading, one.question, tuple(one.text.split("\n"))) for one in sections)
    called = SIDES.get(form.answers, ("Plaintiff", "Defendant"))
    blanks = plain(Addendum(title, *sides, number, shown, *called), "house/addendum.typ")
    return typeset(house_folder() / "addendum.typ", blanks, title=title, author=sides[0], day=day)

"""What the kit knows of a court's form: its number and revision, and which blank answers which PDF field.

The form itself is never part of this: courts revise their forms, so the user
brings today's, and its hash is compared with the revision that was mapped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from kit.model.fields import Count, Flag, Frozen, Line, refuse

CODE = "K500"
KIT_MADE = "addendum"  # what does not fit goes to the kit's own attachment
ON_REQUEST = "on_request"  # no packet needs it; who wants it asks for it
LONGEST_NAME = 1000

_STEP = r"[a-z][a-z0-9_]*(?:\[\d{1,2}\])?"
_BLANK = re.compile(rf"{_STEP}(?:\.{_STEP})*\Z")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_FORUM = re.compile(r"us(?:-[a-z]{2})?\Z")
_FORM = re.compile(r"(?:us(?:-[a-z]{2})?/)?[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_HASH = re.compile(r"[0-9a-f]{64}\Z")
_STATE = re.compile(r"/[^/\r\n]+\Z")
_HTTPS = re.compile(r"https://\S+\Z")


def _like(pattern: re.Pattern[str], what: str, example: str) -> BeforeValidator:
    def parse(value: Any) -> str:
        if isinstance(value, str) and pattern.match(value.strip()):
            return value.strip()
        raise refuse(f"`{str(value)[:60]}` is not {what}", f"Write it like {example}.", CODE)

    return BeforeValidator(parse)


def _name(value: Any) -> str:
    """Take a field's full name exactly as the PDF has it, spaces at its ends included."""
    if isinstance(value, str) and value and len(value) <= LONGEST_NAME:
        return value
    raise refuse("this is not the name of a field", "Write the full name, as `kit forms check` lists it.", CODE)


_TEXT = WithJsonSchema({"type": "string"})
Blank = Annotated[str, _like(_BLANK, "the path of a blank", "plaintiffs[0].name"), _TEXT]
Slug = Annotated[str, _like(_SLUG, "a name in small letters", "small-claims"), _TEXT]
Forum = Annotated[str, _like(_FORUM, "the code of a jurisdiction", "us-ca"), _TEXT]
FormId = Annotated[str, _like(_FORM, "the id of a form", "mc-031 or us-ca/mc-031"), _TEXT]
Hash = Annotated[str, _like(_HASH, "a sha256 in small letters", "64 signs of 0-9 and a-f"), _TEXT]
State = Annotated[str, _like(_STATE, "the state of a box", '"/1", as the PDF has it'), _TEXT]
Https = Annotated[str, _like(_HTTPS, "an address that starts with https://", "https://courts.example/sc-1.pdf"), _TEXT]
FieldName = Annotated[str, BeforeValidator(_name), _TEXT]


class Leave(StrEnum):
    """Why a field stays empty."""

    SIGNATURE = "signature"
    SIGNING_DATE = "signing_date"
    COURT_USE = "court_use"
    OTHER = "other"


class Shown(StrEnum):
    """How a day or an amount is written; left out, as 11/23/2026 and 1,234.50."""

    LONG_DAY = "long_day"  # November 23, 2026
    DOLLARS = "dollars"  # $1,234.50, where the form prints no sign


class Use(StrEnum):
    """What a form is for in the course of a claim."""

    FILING = "filing"  # goes to the clerk with the claim
    SERVICE = "service"  # is filled in by whoever serves the papers
    HEARING = "hearing"
    CONTINUATION = "continuation"  # takes what does not fit elsewhere
    OTHER = "other"


class Each(StrEnum):
    """A form that is filled once for every one of these."""

    DEFENDANTS = "defendants"
    OTHER_DEFENDANTS = "other_defendants"  # all but the first


class FieldRow(Frozen):
    """One field of the PDF, and the blank that answers it or the reason it stays empty."""

    field: FieldName
    label: Line | None = Field(None, description="What is printed beside it, with the number of its item.")
    blank: Blank | None = Field(None, description="The answer that fills it, such as `plaintiffs[0].name`.")
    state: State | None = Field(None, description="Of a box or a radio: the state that is set.")
    equals: Line | None = Field(None, description="Set `state` when the blank is this; left out, when it is yes.")
    format: Shown | None = Field(None, description="Of a day or an amount: how it is written.")
    overflow: Line | None = Field(None, description="What does not fit goes to the attachment under this heading.")
    read_only: Flag = Field(
        default=False, description="The form means to copy the value here itself; only its own program would."
    )
    leave: Leave | None = None
    why: Line | None = Field(None, description="Why it stays empty; with `leave: other`.")

    @model_validator(mode="after")
    def _makes_sense(self) -> FieldRow:
        for wrong, sentence, fix in self._faults():
            if wrong:
                raise refuse(sentence, fix, CODE)
        return self

    def _faults(self) -> Iterator[tuple[bool, str, str]]:
        yield (
            (self.blank is None) == (self.leave is None),
            "a field is answered by a blank or stays empty",
            "Write either `blank:` or `leave:`.",
        )
        yield (
            self.equals is not None and self.state is None,
            "`equals` goes with the state that is then set",
            'Add `state: "/1"`, as the PDF has it.',
        )
        yield (
            self.state is not None and self.blank is None,
            "a state is set by a blank",
            "Add `blank:`, or remove `state:`.",
        )
        yield (
            self.overflow is not None and (self.state is not None or self.blank is None),
            "only text can overflow",
            "Remove `overflow:`.",
        )
        yield (
            self.format is not None and (self.state is not None or self.blank is None),
            "`format` goes with the blank of a day or an amount",
            "Remove `format:`.",
        )
        yield (
            self.leave is Leave.OTHER and self.why is None,
            "`leave: other` needs its reason",
            "Add `why:`.",
        )
        yield self.leave is None and self.why is not None, "`why` goes with `leave`", "Remove `why:`."


class Attach(Frozen):
    """An answer for which the form has no place; it goes to the attachment."""

    heading: Line
    blank: Blank


class FormDescription(Frozen):
    """A form's `document.yaml`."""

    number: Line
    title: Line
    court: Line = Field(description="The court's id in the jurisdiction's file, or its name.")
    revision: Line = Field(description="As the form prints it.")
    url: Https
    sha256: Hash | None = Field(
        None, description="Of the file that was mapped; left out where `items.yaml` says what is printed beside each."
    )
    pages: Count
    forum: Forum
    overflow: FormId = Field(KIT_MADE, description="The form that takes what does not fit; `addendum`: the kit's own.")
    answers: Slug = Field(description="The family of answers that fills it.")
    use: Use = Use.OTHER
    needed_when: Blank = Field(
        ON_REQUEST, description="The answer that, when it is yes, makes the form part of a packet; `always`."
    )
    each: Each | None = Field(None, description="Filled once for every one of these.")
    attach: tuple[Attach, ...] = Field((), description="Answers that the form wants on a sheet behind it.")
    notes: tuple[Line, ...] = Field((), description="What a person who fills it by hand should know.")


class FieldRows(Frozen):
    """A form's `fields.yaml`: its fields in the order in which a person meets them."""

    fields: Annotated[tuple[FieldRow, ...], Field(min_length=1)]


class CourtForm(FormDescription):
    """A form that the kit knows how to fill."""

    id: str  # us-ca/sc-100
    fields: tuple[FieldRow, ...]
    folder: str
    own: bool = False  # the user's own, not the kit's

    @property
    def overflow_form(self) -> str | None:
        """The id of the form that takes what does not fit; None for the kit's own attachment."""
        if self.overflow == KIT_MADE:
            return None
        return self.overflow if "/" in self.overflow else f"{self.forum}/{self.overflow}"

    @property
    def by_label(self) -> bool:
        """Whether its fields are found by the words printed beside them (`items.yaml`): no file was mapped."""
        return self.sha256 is None

    @property
    def names(self) -> tuple[str, ...]:
        """The full names of the PDF fields that are mapped, each once."""
        return tuple(dict.fromkeys(row.field for row in self.fields))

    def rows(self, field: str) -> tuple[FieldRow, ...]:
        """Return the rows of one PDF field; a radio has one for each state."""
        return tuple(row for row in self.fields if row.field == field)

"""What is known of a form whose file nobody has seen yet: its items, and the words printed beside each of their fields.

Such a form is bound by what a person reads on it, never by the names of its
fields, which a program made up and the next revision makes up again.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from kit.model.fields import Flag, Frozen, Line, refuse
from kit.model.form import CODE, Blank, FieldRows, Hash, Leave

Words = Annotated[tuple[Line, ...], Field(min_length=1)]


class ItemPart(Frozen):
    """A part of an answer, where the form has a field of its own for each part: month, day, year."""

    blank: Blank
    printed: Words


class ItemField(Frozen):
    """One thing that an item asks for, and the answer that fills it or the reason it stays empty."""

    label: Line = Field(description="What it is called, with the number of its item.")
    printed: Words = Field(description="The words printed beside it; several where printings differ.")
    blank: Blank | None = None
    box: Flag = Field(default=False, description="It is ticked rather than written in.")
    equals: Line | None = Field(None, description="Of a box: ticked when the blank is this; left out, when it is yes.")
    parts: tuple[ItemPart, ...] = Field((), description="Its parts, where it is printed as several fields in a row.")
    under: tuple[Line, ...] = Field((), description="The column or the heading below which it stands in its item.")
    optional: Flag = Field(default=False, description="Some printings leave it out.")
    leave: Leave | None = None

    @model_validator(mode="after")
    def _makes_sense(self) -> ItemField:
        if (self.blank is None) == (self.leave is None):
            raise refuse("a field is answered by a blank or stays empty", "Write either `blank:` or `leave:`.", CODE)
        if self.equals is not None and not self.box:
            raise refuse("`equals` goes with a box", "Add `box: yes`.", CODE)
        if self.parts and (self.box or self.leave):
            raise refuse("only an answer in words has parts", "Remove `parts:`.", CODE)
        return self


class FormItem(Frozen):
    """An item of a form: the words it begins with, and what it asks for in the order in which it asks."""

    item: Line = Field(description="Its number as printed, or a word for a part without one.")
    heading: tuple[Line, ...] = Field((), description="The words it begins with; none for what stands above them all.")
    asks: tuple[ItemField, ...] = ()


class FormItems(Frozen):
    """A form's `items.yaml`, in the order in which a person meets them."""

    items: Annotated[tuple[FormItem, ...], Field(min_length=1)]


class ConfirmedFields(FieldRows):
    """Which field of one file answers which item, as a person has confirmed it."""

    form: Line
    sha256: Hash
    confirmed_on: Line

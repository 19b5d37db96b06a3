"""A field of a blank, and each place on paper where it is shown.

Everything a filled copy needs of the blank is kept here as finished bytes, so
that filling never reads the blank again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kit.documents.forms.face import Face
from kit.documents.forms.text_fit import Frame
from kit.documents.rectangle import Rect

OFF = "/Off"


class FieldKind(StrEnum):
    """What a field takes."""

    TEXT = "text"
    BOX = "box"  # one or more check boxes of one name
    RADIO = "radio"
    CHOICE = "choice"
    BUTTON = "button"
    SIGNATURE = "signature"


class Align(StrEnum):
    """Where the text of a line stands (/Q)."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Widget:
    """One place on paper where a field is shown."""

    number: int  # of its object in the clean file
    page: int  # counted from 1
    rect: Rect
    turn: int  # degrees, counter-clockwise, by which its text is turned against the page
    head: bytes  # its dictionary without what filling writes, open at the end
    keeps: bool = True  # whether the value is written here, not in an object above
    states: tuple[str, ...] = ()  # the states of a box that this place shows, without /Off
    mark: str = ""  # the sign of a box in ZapfDingbats
    drawn: bool = False  # whether a box brings pictures of its states
    ground: bytes = b""  # draws its background and border
    border: float = 0.0  # points
    rules: tuple[float, ...] = ()  # points above its lower edge of each printed line to write on, from the top down
    taken: float = 0.0  # points at its upper edge in which the form has printed something
    opening: bytes = b""  # starts the object that is drawn here
    on: bytes = b""  # of a box that brings no pictures: the object that shows it set, and the one that shows it empty
    off: bytes = b""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as its text sees them."""
        across, up = self.rect.width, self.rect.height
        return (up, across) if self.turn in (90, 270) else (across, up)


@dataclass(frozen=True, slots=True)
class Style:
    """How a field's text is set."""

    face: Face
    size: float  # points; 0: whatever fits
    colour: bytes
    align: Align
    opening: bytes  # starts the drawing of a text, up to its size


@dataclass(frozen=True, slots=True)
class Field:
    """One field by its full name."""

    name: str
    kind: FieldKind
    widgets: tuple[Widget, ...]
    style: Style
    tooltip: str = ""
    value: str = ""  # what the blank itself says there
    read_only: bool = False
    required: bool = False
    multiline: bool = False
    comb: bool = False
    editable: bool = False  # of a choice: takes other words than its options
    max_length: int | None = None
    frames: tuple[Frame, ...] = ()  # of a text: the room in each place
    options: tuple[tuple[str, str], ...] = ()  # of a choice: what is stored, what is shown
    holders: Mapping[int, bytes] = field(default_factory=dict)  # objects that keep the value apart from the places

    @property
    def states(self) -> tuple[str, ...]:
        """The states of a box or radio that can be set, in the order of its places, without /Off."""
        return tuple(dict.fromkeys(state for widget in self.widgets for state in widget.states))

    @property
    def font_size(self) -> float:
        """Points; 0 where the field takes whatever fits."""
        return self.style.size

    @property
    def places(self) -> tuple[tuple[int, Rect], ...]:
        """Page, counted from 1, and rectangle of each place where the field is shown."""
        return tuple((widget.page, widget.rect) for widget in self.widgets)

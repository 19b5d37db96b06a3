"""What the words of a document may hold, as a tree both outputs are written from.

Whatever is not here has no place in a document, so the Word file and the PDF
cannot differ in what they can say.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Fixed words."""

    text: str


@dataclass(frozen=True, slots=True)
class Blank:
    """A place for a value: ``amount_due``, or ``line.amount`` inside a repetition."""

    path: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Bold words."""

    parts: Nodes


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Italic words."""

    parts: Nodes


@dataclass(frozen=True, slots=True)
class Break:
    """A new line within a paragraph."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line to write on by hand, as wide as there is room."""


@dataclass(frozen=True, slots=True)
class When:
    """What stands only where a blank holds something (or, with ``absent``, where it holds nothing)."""

    path: str
    absent: bool
    then: Nodes
    otherwise: Nodes


@dataclass(frozen=True, slots=True)
class Repeat:
    """What stands once for each item of a blank; ``name`` is what an item is called."""

    name: str
    path: str
    nodes: Nodes


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; ``keep`` holds it on one page with what follows."""

    parts: Nodes
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3."""

    level: int
    parts: Nodes


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of one-paragraph items; one that does not ``restart`` counts on from the list before."""

    numbered: bool
    restart: bool
    items: tuple[Nodes, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; a ``total`` has a rule above it."""

    cells: tuple[Nodes, ...]
    total: bool


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under an optional heading row; ``widths`` are shares of the whole."""

    widths: tuple[int, ...]
    aligns: tuple[str, ...]  # left, center, right
    head: Row | None
    rows: Nodes


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the page with a layout of its own (see ``BOXES`` in `boxes`)."""

    kind: str
    nodes: Nodes


Node = (
    Text | Blank | Strong | Emphasis | Break | Rule | When | Repeat | Paragraph | Heading | Listing | Row | Table | Box
)
Nodes = tuple[Node, ...]

"""What goes into a packet, and what came of it.

A packet is the same parts in three sets: everything for the user, what is filed,
what is served. What is private stands in the first alone, and an official form
carries no stamp, because courts want their forms unaltered.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path

from kit.findings import Finding


class PacketSet(Enum):
    """Whom a copy of the packet is for."""

    OWN = "own"  # everything
    FILE = "file"  # for the court
    SERVE = "serve"  # for the other side


FOLDERS = {PacketSet.FILE: "to-file", PacketSet.SERVE: "to-serve"}  # beside the whole packet


@dataclass(frozen=True, slots=True)
class Part:
    """One paper of a packet, as PDF in memory or in a file."""

    id: str
    title: str
    pdf: bytes | Path = field(repr=False)
    exhibit: str = ""  # the label; such a part gets a cover page, and its label on every page
    private: bool = False  # the user's alone: never filed, never served
    filed: bool = True
    served: bool = True
    kit_made: bool = True  # set by the kit, so its words and fonts answer to the proof
    stamped: bool = True  # no for an official form
    subtitle: str = ""  # under the title: a date, a form's number
    expects: tuple[str, ...] = ()  # what must be readable in it, whole

    @property
    def name(self) -> str:
        """What a person calls it: ``Exhibit A, Services agreement``."""
        return f"Exhibit {self.exhibit}, {self.title}" if self.exhibit else self.title


@dataclass(frozen=True, slots=True)
class Binding:
    """What stands on every copy, and how it is bound."""

    caption: str  # who against whom, as at the foot of each page
    title: str
    author: str
    day: date
    pad_odd: bool = False  # each part starts on an odd page, for printing on both sides


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a part stands: page numbers as printed, ``first`` to ``last``, its cover among them.

    A part cut over two volumes is placed twice; ``begins`` is the page of the part, from 1, that this piece opens with.
    """

    part: Part
    first: int
    last: int
    total: int  # pages of the whole part, without its cover
    begins: int = 1
    cover: int = 0  # the number of the cover page, 0 for none

    @property
    def opens(self) -> int:
        """The page on which the part's own pages start."""
        return self.first + bool(self.cover)

    @property
    def count(self) -> int:
        """How many of the part's own pages are here."""
        return self.last - self.opens + 1

    @property
    def whole(self) -> bool:
        """Whether all of the part's pages are here."""
        return self.count == self.total

    @property
    def numbers(self) -> range:
        """The numbers of the part's own pages."""
        return range(self.opens, self.last + 1)


@dataclass(frozen=True, slots=True)
class Packet:
    """A finished volume; a packet that was not split is one volume."""

    pdf: bytes = field(repr=False)
    pages: int  # in this volume
    placed: tuple[Placed, ...]
    binding: Binding
    findings: tuple[Finding, ...] = ()
    contents: int = 1  # pages of contents it opens with
    first: int = 1  # the number on its first page
    of: int = 0  # pages of all volumes
    volume: int = 1
    volumes: int = 1
    blanks: tuple[int, ...] = ()  # numbers of the pages left blank on purpose

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts in order, each once."""
        return tuple(dict.fromkeys(placed.part for placed in self.placed))

    def index(self, number: int) -> int:
        """Return where the page numbered ``number`` stands in this volume, from 0."""
        return number - self.first

    def page_stamp(self, number: int) -> str:
        """Return what stands at the foot of the page numbered ``number``."""
        volume = f" · volume {self.volume} of {self.volumes}" if self.volumes > 1 else ""
        return f"{self.binding.caption}{volume} · page {number} of {self.of or self.pages}"


def exhibit_stamp(part: Part, page: int, total: int) -> str:
    """Return the label on page ``page`` of an exhibit, nothing for other parts."""
    return f"Exhibit {part.exhibit} · page {page} of {total}" if part.exhibit else ""


def chosen(parts: tuple[Part, ...], wanted: PacketSet) -> tuple[Part, ...]:
    """Return the parts that belong to a set."""
    if wanted is PacketSet.OWN:
        return parts
    shared = (part for part in parts if not part.private)
    return tuple(part for part in shared if (part.filed if wanted is PacketSet.FILE else part.served))

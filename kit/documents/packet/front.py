"""The pages the packet itself adds: contents, covers of exhibits, pages left blank; set in the house look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kit.documents import wording
from kit.documents.glyphs import house_folder
from kit.documents.packet.opening import OpenPart, open_part
from kit.documents.packet.part import Binding, Part, Placed
from kit.documents.typeset import plain, typeset
from kit.findings import KitError

MARK = "https://page.invalid/"  # what a line of the contents carries until it leads to its page
EXHIBITS = "Exhibits"
LONGEST = 600  # characters of a title that a cover can hold


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the contents."""

    label: str
    title: str
    subtitle: str
    heading: str  # above the line, where the exhibits start
    apart: bool  # the first line after the exhibits
    page: int
    link: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The blanks of ``house/packet-contents.typ``."""

    caption: str
    title: str
    day: str
    volume: str
    length: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """An exhibit's cover page."""

    label: str
    title: str
    subtitle: str
    length: str


@dataclass(frozen=True, slots=True)
class Covers:
    """The blanks of ``house/packet-covers.typ``."""

    caption: str
    rows: tuple[Cover, ...]


def contents(binding: Binding, placed: Sequence[Placed], volume: str, length: int) -> OpenPart:
    """Return the pages of contents for ``placed``, ``length`` pages with themselves."""
    rows = tuple(_row(one, before) for one, before in zip(placed, (None, *placed), strict=False))
    day = wording.day(binding.day)
    blanks = Contents(binding.caption, binding.title, day, volume, wording.count(length, "page"), rows)
    return _set("packet-contents", blanks, binding, "Contents")


def covers(binding: Binding, exhibits: Sequence[OpenPart]) -> OpenPart | None:
    """Return a cover for each of ``exhibits``, a page each; None where there is none. Raises `KitError` for a title
    that no page can hold.
    """
    if not exhibits:
        return None
    long = next((one.part for one in exhibits if len(one.part.title) + len(one.part.subtitle) > LONGEST), None)
    if long is not None:
        raise KitError(f"the title of Exhibit {long.exhibit} is longer than its cover can hold; shorten it")
    rows = tuple(
        Cover(one.part.exhibit, one.part.title, one.part.subtitle, wording.count(len(one.pages), "page"))
        for one in exhibits
    )
    made = _set("packet-covers", Covers(binding.caption, rows), binding, "Covers")
    if len(made.pages) != len(rows):
        raise KitError("the covers of the exhibits do not fit on a page each; shorten the titles")
    return made


def blank(binding: Binding) -> OpenPart:
    """Return the page that says it is blank on purpose."""
    return _set("packet-blank", {}, binding, "Blank page")


def _row(one: Placed, before: Placed | None) -> Row:
    part = one.part
    title = part.title if one.begins == 1 else f"{part.title} (continued)"
    some = "" if one.whole else f"pages {one.begins} to {one.begins + one.count - 1} of {one.total}"
    starts = part.exhibit and (before is None or not before.part.exhibit)
    return Row(
        label=part.exhibit,
        title=title,
        subtitle=" · ".join(text for text in (part.subtitle, some) if text),
        heading=EXHIBITS if starts else "",
        apart=bool(before and before.part.exhibit and not part.exhibit),
        page=one.first,
        link=f"{MARK}{one.first}",
    )


def _set(name: str, blanks: object, binding: Binding, title: str) -> OpenPart:
    template = house_folder() / f"{name}.typ"
    values = plain(blanks, f"house/{name}.typ")
    pdf = typeset(template, values, title=f"{title}: {binding.title}", author=binding.author, day=binding.day)
    return open_part(Part(id=f"house/{name}", title=title, pdf=pdf), own=True)

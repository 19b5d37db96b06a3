"""A blank as a person reads it: its fields in order, each with the words that tell what it asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kit.documents.forms import form_words
from kit.documents.forms.blank import Blank
from kit.documents.forms.field import Field, FieldKind
from kit.documents.forms.form_things import Role, Thing
from kit.documents.forms.labels import Piece, pieces
from kit.documents.forms.surroundings import Near, Side, around
from kit.documents.rectangle import Rect
from kit.findings import KitError

TOOLTIP, NAME, HINT = 1.0, 0.72, 0.5
ENOUGH, LIES = 4, 0.4  # fields to judge by, and the share of true names under which all are ignored
TWO_LINES, TALL = 22.0, 40.0  # points
ONE_WORD = frozenset({Thing.DATE, Thing.AMOUNT, Thing.COSTS, Thing.WHEN, Thing.ZIP, Thing.STATE, Thing.PHONE})
MOST = 1500  # fields of one page
SAME_ROW = 6.0  # points between the middles of what stands in one row
READ = frozenset({FieldKind.TEXT, FieldKind.BOX, FieldKind.RADIO, FieldKind.CHOICE, FieldKind.SIGNATURE})


@dataclass(frozen=True, slots=True)
class Clue:
    """Words about a field: as printed or written, as the patterns see them, and what they count."""

    text: str
    words: str
    weight: float
    source: str  # tooltip, name, or the side on which they stand


@dataclass(frozen=True, slots=True)
class Spot:
    """One place where a field is shown; a radio has one for each state."""

    field: Field
    state: str  # of a box or radio, such as `/1`; empty for text
    page: int  # counted from 1
    rect: Rect
    clues: tuple[Clue, ...]

    @property
    def is_box(self) -> bool:
        """Whether it is ticked rather than written in."""
        return self.field.kind in (FieldKind.BOX, FieldKind.RADIO)

    @property
    def lines(self) -> bool:
        """Whether it has room for several lines."""
        return self.field.multiline and self.rect.height > TWO_LINES

    def scores(self) -> dict[Thing, float]:
        """Return what the clues tell of, each thing with the best clue's weight and a little for agreement."""
        found: dict[Thing, list[float]] = {}
        for clue in self.clues:
            for match in form_words.things(clue.words):
                found.setdefault(match.thing, []).append(match.sure * clue.weight)
        if any(max(found[thing]) > NAME for thing in found if thing.value in form_words.DATES):
            found.pop(Thing.DATE, None)
        if self.field.multiline and self.rect.height > TALL:  # room for sentences, not for one word
            found = {thing: all_ for thing, all_ in found.items() if thing not in ONE_WORD}
        return {thing: min(1.0, max(all_) + 0.08 * (len(all_) - 1)) for thing, all_ in found.items()}

    def role(self, thing: Thing) -> tuple[Role | None, float]:
        """Return whose ``thing`` it is by the words that tell of the thing, and what those words count."""
        for clue in sorted(self.clues, key=lambda one: -one.weight):
            told = clue.source in ("tooltip", "name") or thing in {one.thing for one in form_words.things(clue.words)}
            roles = form_words.roles(clue.words) if told and clue.weight >= HINT else ()
            both = {Role.PLAINTIFF, Role.DEFENDANT} <= set(roles)
            if roles and not (both and roles[0] in (Role.PLAINTIFF, Role.DEFENDANT)):
                return roles[0], clue.weight
        return None, 0.0

    @property
    def words(self) -> str:
        """Everything a strong clue says of it, as the patterns see it."""
        return " ".join(clue.words for clue in self.clues if clue.weight >= HINT)

    def label(self, thing: Thing | None) -> str:
        """Return what a person would call it: the printed words that tell of ``thing``, else its tooltip or name."""
        sides = set(Side)
        printed = [one for one in self.clues if one.source in sides and one.weight >= HINT]
        telling = [one for one in printed if thing in {match.thing for match in form_words.things(one.words)}]
        hints = [one for one in self.clues if one.source not in sides]
        for one in (*telling, *hints, *printed):
            return one.text.strip(" :_.$") or one.text
        return ""


Row = tuple[Spot | Piece, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page in reading order: rows from top to bottom, each from left to right."""

    number: int
    rows: tuple[Row, ...]

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The places of fields alone."""
        return tuple(one for row in self.rows for one in row if isinstance(one, Spot))


def read(blank: Blank, pdf: bytes) -> tuple[Page, ...]:
    """Return the pages of a blank whose bytes are ``pdf``; buttons are left out.

    Raises `KitError` where its pages cannot be read, or hold more fields than any form.
    """
    pages = tuple(_page(number, _places(blank, number), printed) for number, printed in enumerate(pieces(pdf), 1))
    return pages if _names_are_true(pages) else tuple(_without_names(page) for page in pages)


def _names_are_true(pages: Sequence[Page]) -> bool:
    """Say whether the fields' names agree with what stands beside them; on some forms they are another form's."""
    agreed = [one for page in pages for spot in page.spots if (one := _agrees(spot)) is not None]
    return len(agreed) < ENOUGH or sum(agreed) > LIES * len(agreed)


def _agrees(spot: Spot) -> bool | None:
    """Say whether a field's name tells of the thing its best label tells of; None where one of them is silent."""
    named = {match.thing for clue in spot.clues if clue.source == "name" for match in form_words.things(clue.words)}
    for clue in sorted(spot.clues, key=lambda one: -one.weight):
        if clue.source != "name" and clue.weight >= HINT and (matches := form_words.things(clue.words)):
            return not named.isdisjoint(match.thing for match in matches) if named else None
    return None


def _without_names(page: Page) -> Page:
    rows = tuple(tuple(_nameless(item) if isinstance(item, Spot) else item for item in row) for row in page.rows)
    return Page(page.number, rows)


def _nameless(spot: Spot) -> Spot:
    return replace(spot, clues=tuple(clue for clue in spot.clues if clue.source != "name"))


def _places(blank: Blank, page: int) -> list[tuple[Field, str, Rect]]:
    found = []
    for field in blank.fields.values():
        if field.kind not in READ:
            continue
        for widget in field.widgets:
            if widget.page != page:
                continue
            found += [(field, state, widget.rect) for state in widget.states or ("",)]
    return found


def _page(number: int, places: Sequence[tuple[Field, str, Rect]], printed: tuple[Piece, ...]) -> Page:
    if len(places) > MOST:
        raise KitError(f"page {number} has {len(places):,} fields, more than any form; nothing was mapped")
    rects = [rect for _, _, rect in places]
    boxes = [bool(state) for _, state, _ in places]
    near = around(rects, boxes, printed)
    spots = [
        Spot(field, state, number, rect, tuple(_clues(field, about, state)))
        for (field, state, rect), about in zip(places, near, strict=True)
    ]
    return Page(number, tuple(_rows([*spots, *printed])))


def _clues(field: Field, near: Sequence[Near], state: str) -> Iterator[Clue]:
    tooltip = " ".join(field.tooltip.split())
    name = form_words.name_words(field.name)
    words = form_words.plain(tooltip)
    if form_words.telling(words) and words != form_words.plain(_last(field.name)):
        yield Clue(tooltip, words, TOOLTIP, "tooltip")
    for one in near[:6]:
        yield Clue(one.piece.text, form_words.plain(one.piece.text), one.weight, one.side.value)
    if name:
        yield Clue(name, name, NAME, "name")
    if state and (words := form_words.name_words(state.lstrip("/"))):
        yield Clue(words, words, HINT, "name")


def _last(name: str) -> str:
    return name.rpartition(".")[2]


def _rows(items: Sequence[Spot | Piece]) -> Iterator[Row]:
    row: list[Spot | Piece] = []
    for item in sorted(items, key=lambda one: -_level(one)):
        if row and abs(_level(row[0]) - _level(item)) > SAME_ROW:
            yield tuple(sorted(row, key=lambda one: one.rect.left))
            row = []
        row.append(item)
    if row:
        yield tuple(sorted(row, key=lambda one: one.rect.left))


def _level(item: Spot | Piece) -> float:
    """Return the height at which a person begins to read it; tall fields begin at their top."""
    return item.rect.middle if item.rect.height < 30 else item.rect.top - 8  # noqa: PLR2004 - two lines of text

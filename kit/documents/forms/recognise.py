"""A blank of a form that is known by its items: which field answers which, by the words printed and the places.

What a field is called inside the PDF counts for nothing. A binding made here is
a proposal; `binding` keeps what a person has confirmed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kit.documents.forms import item_match, item_places, reading
from kit.documents.forms.blank import Blank
from kit.documents.forms.item_match import Match
from kit.documents.forms.item_places import Line
from kit.documents.forms.mapping import Proposal
from kit.documents.forms.reading import Page, Spot
from kit.model.form import FieldRow
from kit.model.form_items import FormItem, ItemField

CERTAIN = 0.6  # of every field; below it, a person looks first
AGAIN = 0.6  # of agreement, for what the head of a later page asks for once more
MARGIN = 1.0  # points by which two fields of one place may differ


@dataclass(frozen=True, slots=True)
class Bound:
    """One place of one field, and the answer it takes or the reason it stays empty."""

    item: str
    ask: ItemField
    spot: Spot
    blank: str  # the answer, or the part of it that this field takes; empty where it stays empty
    sure: float


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was found on a blank, in the order of the form's items."""

    bound: tuple[Bound, ...]
    missing: tuple[ItemField, ...]  # asked by the form as it is known, and not found
    open: tuple[Spot, ...]  # fields that nothing was found for

    @property
    def certain(self) -> bool:
        """Whether all was found, nothing is left over, and each is sure enough to be used before it is confirmed."""
        needed = all(ask.optional for ask in self.missing)
        return bool(self.bound) and needed and not self.open and all(one.sure >= CERTAIN for one in self.bound)

    @property
    def rows(self) -> tuple[FieldRow, ...]:
        """The fields as a form's rows."""
        found: dict[tuple[str, str], FieldRow] = {}
        for one in self.bound:
            found.setdefault((one.spot.field.name, one.spot.state), row_of(one))
        return tuple(found.values())

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """The same in reading order and numbered, as on the numbered proof; fields without an answer among them."""
        spots = [*((one.spot, one) for one in self.bound), *((spot, None) for spot in self.open)]
        order = {id(spot): n for n, spot in enumerate(item_match.in_order([spot for spot, _ in spots]))}
        ranked = sorted(spots, key=lambda one: order[id(one[0])])
        return tuple(_proposal(spot, bound, number) for number, (spot, bound) in enumerate(ranked, 1))


def recognise(items: Sequence[FormItem], blank: Blank) -> Recognised:
    """Return which fields of ``blank`` answer the ``items``; raises `KitError` where its pages cannot be read."""
    pages = reading.read(blank, blank.pdf)
    spots = [spot for page in pages for spot in page.spots]
    lines = item_places.lines(pages)
    starts = item_places.headings(items, lines)
    shares = item_places.by_item(items, starts, spots)
    bound: list[Bound] = list(_at_heads(items, pages, starts, shares))
    for item in items:
        own = _own_lines(item, items, starts, lines)
        bound += [one for found in _matches(item, own, shares[item.item]) for one in _bound(item, found)]
    bound += _beside_signing(bound, spots)
    bound = _without_shared(bound)
    taken = {id(one.spot) for one in bound}
    asked = {id(one.ask) for one in bound}
    order = {id(ask): n for n, ask in enumerate(ask for item in items for ask in item.asks)}
    bound.sort(key=lambda one: (order[id(one.ask)], one.spot.page))
    missing = tuple(ask for item in items for ask in item.asks if id(ask) not in asked)
    return Recognised(tuple(bound), missing, tuple(spot for spot in spots if id(spot) not in taken))


def _matches(item: FormItem, lines: Sequence[Line], spots: Sequence[Spot]) -> list[Match]:
    """Return the pairs of one item: column by column, then whatever is left over in any of them."""
    under = tuple(dict.fromkeys(ask.under for ask in item.asks))
    if not any(under):
        return list(item_match.match(item.asks, spots))
    columns = item_places.by_column(under, lines, spots)
    found: list[Match] = []
    for words in under:
        found += item_match.match([ask for ask in item.asks if ask.under == words], columns[words])
    done, taken = {id(one.ask) for one in found}, {id(spot) for one in found for spot in one.spots}
    rest = [ask for ask in item.asks if id(ask) not in done]
    return [*found, *item_match.match(rest, [spot for spot in spots if id(spot) not in taken])]


def _bound(item: FormItem, found: Match) -> list[Bound]:
    ask = found.ask
    if len(found.spots) == 1:
        return [Bound(item.item, ask, found.spots[0], ask.blank or "", found.sure)]
    pairs = zip(ask.parts, found.spots, strict=True)
    return [Bound(item.item, ask, spot, part.blank, found.sure) for part, spot in pairs]


def _own_lines(
    item: FormItem, items: Sequence[FormItem], starts: dict[str, Line], lines: Sequence[Line]
) -> Sequence[Line]:
    """Return the lines below an item's heading, up to the next one."""
    if item.item not in starts:
        return ()
    after = [starts[one.item] for one in items[items.index(item) + 1 :] if one.item in starts]
    first = lines.index(starts[item.item]) + 1
    return lines[first : lines.index(after[0])] if after else lines[first:]


def _at_heads(
    items: Sequence[FormItem], pages: Sequence[Page], starts: dict[str, Line], shares: dict[str, list[Spot]]
) -> list[Bound]:
    """Take what the head of a later page asks for again, such as the case number, out of the shares of the items."""
    top = next((item for item in items if not item.heading), None)
    found: list[Bound] = []
    if top is None:
        return found
    for page in pages[1:]:
        below = max((line.piece.rect.top for line in starts.values() if line.page == page.number), default=0.0)
        for spot in page.spots:
            if spot.is_box or item_places.level(spot) <= below + item_places.OVER:
                continue
            words, ask = max(((item_match.alike(one.printed, spot), one) for one in top.asks), key=lambda one: one[0])
            if words >= AGAIN:
                found.append(Bound(top.item, ask, spot, ask.blank or "", round(words, 2)))
                for share in shares.values():
                    share[:] = [one for one in share if one is not spot]
    return found


def _without_shared(bound: Sequence[Bound]) -> list[Bound]:
    """Leave out fields that are shown at two items and would say the same at both; a person writes these."""
    said: dict[tuple[str, str], set[tuple[str, str | None]]] = {}
    for one in bound:
        said.setdefault((one.spot.field.name, one.spot.state), set()).add((one.blank, one.ask.equals))
    return [one for one in bound if len(said[one.spot.field.name, one.spot.state]) == 1]


def _beside_signing(bound: Sequence[Bound], spots: Sequence[Spot]) -> list[Bound]:
    """Return the fields that go on in the row of the day of signing: month, day and year stay empty alike."""
    taken = {id(one.spot) for one in bound}
    free = [spot for spot in spots if id(spot) not in taken and not spot.is_box]
    found: list[Bound] = []
    for one in bound:
        last = one.spot
        for spot in item_match.in_order(free) if one.ask.leave else ():
            if item_match.one_row((last, spot)) and spot.rect.left > last.rect.left:
                found.append(replace(one, spot=spot))
                last = spot
    return found


def row_of(one: Bound) -> FieldRow:
    """Return the row by which a form is filled."""
    ask, name = one.ask, one.spot.field.name
    if ask.leave:
        return FieldRow(field=name, label=ask.label, leave=ask.leave)
    if ask.box:
        return FieldRow(field=name, label=ask.label, blank=one.blank, state=one.spot.state, equals=ask.equals)
    number = one.item.isdigit()
    return FieldRow(field=name, label=ask.label, blank=one.blank, overflow=f"Item {one.item}" if number else ask.label)


def _proposal(spot: Spot, bound: Bound | None, number: int) -> Proposal:
    if bound is None:
        return Proposal(spot, number, spot.label(None))
    ask = bound.ask
    return Proposal(spot, number, ask.label, bound.blank, ask.leave, score=bound.sure, equals=ask.equals or "")

"""What comes after a field: whether an address follows a name, and a city a street."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kit.documents.forms.form_things import Thing
from kit.documents.forms.reading import HINT, SAME_ROW, Spot
from kit.documents.rectangle import Rect

FOLLOWED = frozenset(
    {Thing.STREET, Thing.ADDRESS, Thing.CITY, Thing.CITY_STATE_ZIP, Thing.PHONE, Thing.JOB, Thing.BIRTH}
)
PLACE = frozenset({Thing.CITY, Thing.STATE, Thing.ZIP, Thing.CITY_STATE_ZIP, Thing.CITY_ZIP, Thing.CITY_STATE})
ANOTHER = frozenset({Thing.NAME, Thing.SIGNER, Thing.CASE_NUMBER, Thing.CASE_NAME, Thing.COURT, Thing.AMOUNT})
LOOK_AHEAD = 8  # fields in which an address must follow for a name to begin a party
BELOW = 40.0  # points under a name where its address may stand without a label


def opens_party(spot: Spot, spots: Sequence[Spot]) -> bool:
    """Say whether an address follows a name before anything else does."""
    for thing in _after(spot, spots):
        if thing in ANOTHER:
            return False
        if thing in FOLLOWED:
            return True
    return False


def follows_address(spot: Spot, spots: Sequence[Spot]) -> bool:
    """Say whether the city has a field of its own after a street, before another address or name."""
    for thing in _after(spot, spots):
        if thing in (Thing.NAME, Thing.SIGNER, Thing.STREET, Thing.ADDRESS):
            return False
        if thing in PLACE:
            return True
    return False


def _after(spot: Spot, spots: Sequence[Spot]) -> Iterator[Thing | None]:
    """Yield what the next fields ask for; a name or an address beside it belongs to another column."""
    at = spots.index(spot)
    for other in spots[at + 1 : at + 1 + LOOK_AHEAD]:
        if other.is_box:
            continue
        thing = max(other.scores().items(), key=lambda one: one[1], default=(None, 0.0))[0]
        beside = abs(other.rect.middle - spot.rect.middle) < SAME_ROW
        if not (beside and thing in (Thing.NAME, Thing.STREET, Thing.ADDRESS)):
            yield thing


def begins_block(spot: Spot, spots: Sequence[Spot]) -> bool:
    """Say whether a field under words that ask for name and address at once has another line below it."""
    both = any({"name", "address"} <= set(clue.words.split()) for clue in spot.clues if clue.weight >= HINT)
    return both and not spot.lines and any(below(spot.rect, other) for other in spots)


def below(rect: Rect, other: Spot) -> bool:
    """Say whether a field stands right under ``rect``."""
    beside = min(rect.right, other.rect.right) - max(rect.left, other.rect.left)
    under = rect.bottom - other.rect.top
    return not other.is_box and beside > rect.width / 2 and -SAME_ROW < under < BELOW - other.rect.height

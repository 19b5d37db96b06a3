"""Whose part of a form is being read: the state of mind of a person who goes down the page.

A heading names plaintiff or defendant and holds until the next one. An address
belongs to the name before it; city, state and ZIP belong to the street before
them, be it where the party is or where its mail goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kit.documents.forms import form_words
from kit.documents.forms import proposed_blanks as blanks
from kit.documents.forms.form_words import Role, Thing
from kit.documents.forms.labels import Piece
from kit.documents.forms.reading import Spot

FOLLOWED = frozenset(
    {Thing.STREET, Thing.ADDRESS, Thing.CITY, Thing.CITY_STATE_ZIP, Thing.PHONE, Thing.JOB, Thing.BIRTH}
)
PLACE = frozenset({Thing.CITY, Thing.STATE, Thing.ZIP, Thing.CITY_STATE_ZIP, Thing.CITY_ZIP, Thing.CITY_STATE})
LOOK_AHEAD = 8  # fields in which an address must follow for a name to begin a party
SHORT = 9  # words; a longer line is no heading unless it is bold or ends in a colon
HEADINGS = (
    Role.FILER,
    Role.AGENT,
    Role.APPEARANCE,
    Role.SERVER,
    Role.SERVED,
    Role.LAWYER,
    Role.BUSINESS,
    Role.DEFENDANT,
    Role.PLAINTIFF,
)
STRONG = frozenset({Role.FILER, Role.AGENT})  # however long the line
COURT = re.compile(r"^(?:in the )?(?:superior|justice|district|county|circuit|municipal|magistrate) court (?:of|for)\b")
SERVICE = re.compile(r"^(?:proof|certificate|affidavit|return|declaration) of (?:service|mailing)\b")
SIGNING = re.compile(r"\bdeclare\b|\bpenalty of perjury\b|\btrue and correct\b|\bsworn\b|\bverif(?:y|ication)\b")
COURT_USE = re.compile(r"\bclerk (?:fills|will)\b|\bcourt (?:fills|will fill)\b|\border to go\b")
MORE_THAN = re.compile(r"\bmore than (one|two|three|four|five|\d)\b")
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}


@dataclass(slots=True)
class Part:
    """What was read so far."""

    role: Role | None = None
    before: Role | None = None  # what held until the last heading
    left: float = 0.0  # where that heading begins; what stands wholly to its left is not under it
    mailing: bool = False
    street: bool = False  # the party's street was asked for
    signing: bool = False
    court_use: bool = False
    service: bool = False  # the form proves service, and who serves fills most of it in
    appearance: bool = False  # the form names somebody who appears for a party
    declaration: bool = False
    served: int = 0  # parties served that were listed
    filer: int = 0  # lines taken of a block without labels
    _index: dict[Role, int] = field(default_factory=dict)
    _first: dict[Role, int] = field(default_factory=dict)  # where a form for further parties begins

    def begin_page(self) -> None:
        """Start a page: what was about the court's own part does not go on there."""
        self.mailing = self.court_use = False

    def party(self, role: Role) -> int:
        """Return which party of ``role`` is being asked about, from 0."""
        return self._index.get(role, self._first.get(role, 0))

    def take(self, piece: Piece) -> None:
        """Read a printed line: a heading begins another part."""
        words = form_words.plain(piece.text)
        self.signing = self.signing or bool(SIGNING.search(words))
        self.court_use = self.court_use or bool(COURT_USE.search(words) and piece.bold)
        self.service = self.service or bool(piece.bold and SERVICE.match(words))
        self.declaration = self.declaration or (piece.bold and words == "declaration")
        if COURT.match(words):
            self._begin(Role.COURT, piece)
            return
        roles = form_words.roles(words)
        found = next((role for role in HEADINGS if role in roles), None)
        self.appearance = self.appearance or found is Role.APPEARANCE
        if found is None:
            return
        more = MORE_THAN.search(words)
        if more and found in blanks.LISTS and found not in self._index and piece.bold:
            self._first.setdefault(found, NUMBERS.get(more[1]) or int(more[1]))
        if found in STRONG or _is_heading(piece, words, roles):
            self._begin(found, piece)

    def _begin(self, role: Role, piece: Piece) -> None:
        self.before = self.role if role is not self.role else self.before
        self.role, self.left, self.mailing = role, piece.rect.left, False

    def over(self, spot: Spot) -> Role | None:
        """Return whose part of the form a field stands in."""
        return self.role if spot.rect.right > self.left else self.before

    def further(self, role: Role) -> bool:
        """Say whether the form is for parties beyond those of another form."""
        return role in self._first

    def remember(self, spot: Spot, thing: Thing, role: Role | None, spots: Sequence[Spot]) -> None:
        """Go on from a field that asks for ``thing`` of ``role``."""
        if role is None or thing is Thing.SIGNER:
            return
        if thing in (Thing.STREET, Thing.ADDRESS):
            words = " ".join(clue.words for clue in spot.clues[:3])
            other = self.street or "different" in words
            self.mailing = "mailing" in words and "street or mailing" not in words and other
            self.street = True
        elif thing not in PLACE:
            self.mailing = False
        if thing is Thing.NAME:
            self.street = False
        if thing is Thing.NAME and role in blanks.LISTS and opens_party(spot, spots):
            self._index[role] = self._index.get(role, self._first.get(role, 0) - 1) + 1
            self.role, self.left = role, min(self.left, spot.rect.left)


def _is_heading(piece: Piece, words: str, roles: Sequence[Role]) -> bool:
    if Role.PLAINTIFF in roles and Role.DEFENDANT in roles:
        return False
    return piece.bold or len(words.split()) <= SHORT or piece.text.rstrip().endswith(":")


def opens_party(spot: Spot, spots: Sequence[Spot]) -> bool:
    """Say whether an address follows a name before another name does."""
    for thing in _after(spot, spots):
        if thing in (Thing.NAME, Thing.SIGNER):
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
    at = spots.index(spot)
    for other in spots[at + 1 : at + 1 + LOOK_AHEAD]:
        if not other.is_box:
            yield max(other.scores().items(), key=lambda one: one[1], default=(None, 0.0))[0]

"""Whose part of a form is being read: the state of mind of a person who goes down the page.

A heading names plaintiff or defendant and holds until the next one. An address
belongs to the name before it; city, state and ZIP belong to the street before
them, be it where the party is or where its mail goes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kit.documents.forms import form_words
from kit.documents.forms import proposed_blanks as blanks
from kit.documents.forms.following import PLACE, opens_party
from kit.documents.forms.form_things import Role, Thing
from kit.documents.forms.labels import Piece
from kit.documents.forms.reading import Spot
from kit.documents.rectangle import Rect

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


ORDINALS = (
    (0, re.compile(r"\b(?:first|1st)\b")),
    (2, re.compile(r"\b(?:third|3rd)\b")),
    (1, re.compile(r"\b(?:second|2nd|additional|another|next)\b")),
)
NEXT_COLUMN = 150.0  # points further right, and a heading begins a column of its own


@dataclass(frozen=True, slots=True)
class Heading:
    """Words that begin a part of the form: of whom it is, which of them, and where it begins."""

    role: Role | None = None
    left: float = 0.0  # what stands wholly to its left is not under it
    number: int | None = None  # first, second ... counted from 0


@dataclass(slots=True)
class Part:
    """What was read so far."""

    now: Heading = Heading()
    before: Heading = Heading()
    question: str = ""  # the last one printed
    line: str = ""  # printed before that
    block: Rect | None = None  # a name under whose label the address is asked for, too
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

    @property
    def role(self) -> Role | None:
        """Whose part the last heading began."""
        return self.now.role

    def over(self, spot: Spot) -> Heading:
        """Return the heading under which a field stands."""
        return self.now if spot.rect.right > self.now.left else self.before

    def party(self, role: Role, spot: Spot) -> int:
        """Return which party of ``role`` a field is about, from 0."""
        heading = self.over(spot)
        if heading.role is role and heading.number is not None and role not in self._first:
            return heading.number
        return self._index.get(role, self._first.get(role, 0))

    def take(self, piece: Piece) -> None:
        """Read a printed line: a heading begins another part."""
        words = form_words.plain(piece.text)
        if "?" in piece.text:
            self.question = f"{self.line} {words}"
        self.line = words
        self.signing = self.signing or bool(SIGNING.search(words))
        self.court_use = self.court_use or bool(COURT_USE.search(words) and piece.bold)
        self.service = self.service or bool(piece.bold and SERVICE.match(words))
        self.declaration = self.declaration or (piece.bold and words == "declaration")
        if COURT.match(words):
            self._begin(Role.COURT, piece, words)
            return
        roles = form_words.roles(words)
        found = next((role for role in HEADINGS if role in roles), None)
        self.appearance = self.appearance or found is Role.APPEARANCE
        if found is None or (found is Role.LAWYER and self.role is Role.FILER):
            return  # the bar number of a party without a lawyer is still that party's line
        more = MORE_THAN.search(words)
        if more and found in blanks.LISTS and found not in self._index and piece.bold:
            self._first.setdefault(found, NUMBERS.get(more[1]) or int(more[1]))
        if found in STRONG or _is_heading(piece, words, roles):
            self._begin(found, piece, words)

    def _begin(self, role: Role, piece: Piece, words: str) -> None:
        number = next((number for number, pattern in ORDINALS if pattern.search(words)), None)
        if role in self._index and number == 1 and self._index[role] > 0:
            number = None  # the next after several
        beside = piece.rect.left > self.now.left + NEXT_COLUMN or role is not self.now.role
        self.before = self.now if beside else self.before
        self.now, self.mailing = Heading(role, piece.rect.left, number), False

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
            heading = self.over(spot)
            if heading.role is role and heading.number is not None:
                return
            self._index[role] = self._index.get(role, self._first.get(role, 0) - 1) + 1
            begun = Heading(role, min(heading.left, spot.rect.left))
            if heading is self.now:
                self.now = begun
            else:
                self.before = begun


def _is_heading(piece: Piece, words: str, roles: Sequence[Role]) -> bool:
    if Role.PLAINTIFF in roles and Role.DEFENDANT in roles:
        return False
    return piece.bold or len(words.split()) <= SHORT or piece.text.rstrip().endswith(":")

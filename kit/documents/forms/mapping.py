"""A blank never seen before, and what the kit would write into each of its fields.

A form is read as a person reads it, from top to bottom. A label says what is
asked for; whose it is, the label says too, or the heading above, or the name
asked for last. A name that an address follows begins a party; the next such
name begins the next one. Every proposal carries how sure it is, and none is
more than a proposal until somebody has looked at it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kit.documents.forms import proposed_blanks as blanks
from kit.documents.forms.boxes import box_blank
from kit.documents.forms.following import begins_block, below
from kit.documents.forms.form_parts import Part
from kit.documents.forms.form_things import Role, Thing
from kit.documents.forms.labels import Piece
from kit.documents.forms.proposed_answer import LISTED, blank_for
from kit.documents.forms.reading import Page, Spot
from kit.model.form import Leave

SURE = 0.45  # below this nothing is proposed
NO_COURT = (Role.BUSINESS, Role.SERVER, Role.LAWYER)
LAWYERS = frozenset(blanks.PARTY) | {Thing.EXPIRES, Thing.REGISTRATION}
GUESS = 0.6  # by its place alone
BESIDE, UNDER = 14.0, 50.0  # points
NOTICE = "a notice of the form itself"
SERVERS_OWN = frozenset(blanks.PARTY) | {Thing.DATE, Thing.TIME, Thing.SIGNER, Thing.SPECIFY, Thing.CITY_STATE}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the kit would do with one place of one field."""

    spot: Spot
    number: int  # as on the numbered proof
    label: str = ""
    blank: str = ""  # empty where it stays empty
    leave: Leave | None = None
    why: str = ""
    score: float = 0.0
    equals: str = ""  # of a box: when the blank is this

    @property
    def settled(self) -> bool:
        """Whether anything is proposed."""
        return bool(self.blank) or self.leave is not None


def propose(pages: Sequence[Page]) -> tuple[Proposal, ...]:
    """Return a proposal for every place of every field, in reading order, numbered from 1."""
    part = Part()
    found: list[Proposal] = []
    for page in pages:
        part.begin_page()
        spots = page.spots
        for item in (item for row in page.rows for item in row):
            if isinstance(item, Piece):
                part.take(item)
            else:
                found.append(_proposal(item, len(found) + 1, part, spots))
    if not any(one.blank == "claim.how_calculated" for one in found):  # one place for why and how
        found = [replace(one, blank="claim.summary") if one.blank == "claim.why" else one for one in found]
    return tuple(found)


def _proposal(spot: Spot, number: int, part: Part, spots: Sequence[Spot]) -> Proposal:
    if spot.is_box:
        blank, equals, score = box_blank(spot, part)
        return Proposal(spot, number, spot.label(None), blank, score=score, equals=equals)
    if spot.field.read_only and spot.field.value:
        return Proposal(spot, number, spot.field.value[:60], leave=Leave.OTHER, why=NOTICE, score=1.0)
    thing, score = _thing(spot, part, spots)
    label = spot.label(thing)
    if thing is None:
        return Proposal(spot, number, label)
    role = _role(spot, thing, part)
    part.remember(spot, thing, role, spots)
    leave, why = _left_empty(spot, thing, role, part)
    if thing is Thing.DATE and any(_signed_beside(spot, other) for other in spots):
        leave = Leave.SIGNING_DATE
    if leave:
        return Proposal(spot, number, label, leave=leave, why=why, score=score)
    blank = blank_for(spot, thing, role, part, spots)
    return Proposal(spot, number, label, blank, score=score) if blank else Proposal(spot, number, label)


def _thing(spot: Spot, part: Part, spots: Sequence[Spot]) -> tuple[Thing | None, float]:
    """Return what a field asks for, and how sure that is: less so where something else is nearly as likely."""
    scores = sorted(spot.scores().items(), key=lambda one: -one[1])
    best, score = scores[0] if scores else (None, 0.0)
    if part.role is Role.FILER and (score < SURE or best is Thing.ADDRESS) and part.filer < len(blanks.FILER):
        part.filer += 1
        return (Thing.ADDRESS, GUESS) if spot.lines else (blanks.FILER[part.filer - 1], GUESS)
    if best is Thing.ADDRESS and begins_block(spot, spots):
        part.block = spot.rect
        return Thing.NAME, GUESS
    block, part.block = part.block, None if part.block and below(part.block, spot) else part.block
    if score < SURE and block and part.block is None:
        return Thing.ADDRESS, GUESS
    if best is None or score < SURE:
        return None, 0.0
    if part.signing and best is Thing.NAME and any("print" in clue.words.split() for clue in spot.clues[:3]):
        return Thing.SIGNER, round(score, 2)
    rival = scores[1][1] if len(scores) > 1 else 0.0
    return best, round(max(0.0, min(1.0, score - 0.35 * max(0.0, rival - score + 0.25))), 2)


def _signed_beside(spot: Spot, other: Spot) -> bool:
    """Say whether a signature is asked for in the same row, or a name in print close below."""
    down = spot.rect.middle - other.rect.middle
    if not -BESIDE < down < UNDER:
        return False
    thing = max(other.scores().items(), key=lambda one: one[1], default=(None, 0.0))[0]
    return thing is Thing.SIGNER or (thing is Thing.SIGNATURE and down < BESIDE)


def _role(spot: Spot, thing: Thing, part: Part) -> Role | None:
    """Return whose thing it is: by the field's own words, else by the part of the form it stands in."""
    if thing is Thing.COURT:
        return Role.COURT
    own, _ = spot.role(thing)
    over = part.over(spot).role
    if thing is Thing.COUNTY and own in (None, Role.COURT) and over not in NO_COURT:
        return Role.COURT  # forms ask for the court's county, hardly ever for a party's
    if part.service and thing in SERVERS_OWN:
        return next((one for one in (own, over) if one in (Role.SERVED, Role.AGENT)), Role.SERVER)
    if (over is Role.AGENT and own is Role.DEFENDANT) or (over is Role.FILER and own is Role.LAWYER):
        return over
    return own or over or Role.PLAINTIFF


def _left_empty(spot: Spot, thing: Thing, role: Role | None, part: Part) -> tuple[Leave | None, str]:
    """Return why a field stays empty, and in words where it is for a reason of its own."""
    if part.signing and thing in (Thing.DATE, Thing.SIGN_DATE):
        return Leave.SIGNING_DATE, ""
    if part.court_use and thing in (Thing.HEARING, Thing.TIME, Thing.DEPARTMENT, Thing.DATE):
        return Leave.COURT_USE, ""
    if thing in blanks.LEFT_EMPTY:
        return blanks.LEFT_EMPTY[thing], ""
    why = blanks.NOT_KEPT.get(thing, "")
    if role is Role.LAWYER and thing in LAWYERS:
        why = blanks.NO_LAWYER
    elif _servers(spot, thing, role, part):
        why = blanks.SWORN_TO
    elif thing is Thing.SIGNER and "second" in spot.words.split():
        why = blanks.ONE_SIGNS
    elif role is Role.COURT and thing in (Thing.STREET, Thing.ADDRESS) and "mailing" in spot.words:
        why = blanks.NO_MAILING
    elif role is Role.BUSINESS and thing in blanks.BUSINESS:
        why = ""
    return (Leave.OTHER, why) if why else (None, "")


def _servers(spot: Spot, thing: Thing, role: Role | None, part: Part) -> bool:
    """Say whether it is for the person who serves: all but who is to be served."""
    if thing is Thing.TIME and part.service:
        return "at" in spot.words.split()
    if role is Role.SERVER:
        return thing in SERVERS_OWN
    place = thing in SERVERS_OWN and thing not in (Thing.NAME, Thing.JOB)
    return part.service and role in (Role.AGENT, Role.SERVED) and place and not LISTED.search(spot.words)

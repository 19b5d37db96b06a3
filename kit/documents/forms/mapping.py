"""A blank never seen before, and what the kit would write into each of its fields.

A form is read as a person reads it, from top to bottom. A label says what is
asked for; whose it is, the label says too, or the heading above, or the name
asked for last. A name that an address follows begins a party; the next such
name begins the next one. Every proposal carries how sure it is, and none is
more than a proposal until somebody has looked at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kit.documents.forms import form_words
from kit.documents.forms import proposed_blanks as paths
from kit.documents.forms.labels import Piece
from kit.documents.forms.reading import Page, Spot
from kit.documents.forms.form_words import Role, Thing
from kit.model.form import Leave

SURE = 0.45  # below this nothing is proposed
FOLLOWED = frozenset({Thing.STREET, Thing.ADDRESS, Thing.CITY, Thing.CITY_STATE_ZIP, Thing.PHONE, Thing.JOB})
PLACE = frozenset({Thing.CITY, Thing.STATE, Thing.ZIP, Thing.CITY_STATE_ZIP})
LOOK_AHEAD = 8  # fields in which an address must follow for a name to begin a party
ROLES_OF_HEADINGS = (Role.AGENT, Role.SERVER, Role.SERVED, Role.LAWYER, Role.BUSINESS, Role.DEFENDANT, Role.PLAINTIFF)
SIGNING = re.compile(r"\bdeclare\b|\bpenalty of perjury\b|\btrue and correct\b|\bsworn\b|\bverif(?:y|ication)\b")
COURT_USE = re.compile(r"\bclerk (?:fills|will|stamps)\b|\bcourt (?:fills|use)\b|\border to\b|\btrial date\b")
MORE_THAN = re.compile(r"\bmore than (one|two|three|four|five|\d)\b")
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the kit would do with one place of one field."""

    spot: Spot
    number: int  # as on the numbered proof
    blank: str = ""  # empty where it stays empty
    leave: Leave | None = None
    why: str = ""
    score: float = 0.0
    equals: str = ""  # of a box: when the blank is this


@dataclass(slots=True)
class _Context:
    """What was read so far: whose part of the form this is."""

    role: Role | None = None
    index: dict[Role, int] = field(default_factory=dict)  # of the party that is being asked about
    first: dict[Role, int] = field(default_factory=dict)  # where a form for further parties begins
    mailing: bool = False
    signing: bool = False
    court_use: bool = False


def propose(pages: Sequence[Page]) -> tuple[Proposal, ...]:
    """Return a proposal for every place of every field, in reading order, numbered from 1."""
    context, found = _Context(), []
    for page in pages:
        context.mailing = context.court_use = False
        items = [item for row in page.rows for item in row]
        spots = [item for item in items if isinstance(item, Spot)]
        for item in items:
            if isinstance(item, Piece):
                _head(item, context)
            else:
                found.append(_proposal(item, len(found) + 1, context, spots))
    return tuple(found)


def _head(piece: Piece, context: _Context) -> None:
    """Take from a printed line whose part of the form begins with it."""
    words = form_words.plain(piece.text)
    if SIGNING.search(words):
        context.signing = True
    if COURT_USE.search(words):
        context.court_use = True
    roles = form_words.roles(words)
    found = next((role for role in ROLES_OF_HEADINGS if role in roles), None)
    if found is None:
        return
    if more := MORE_THAN.search(words):
        count = NUMBERS.get(more[1]) or int(more[1])
        if found in paths.LISTS and found not in context.index and piece.bold:
            context.first.setdefault(found, count)
    if _is_heading(piece, words, roles):
        context.role, context.mailing = found, False


def _is_heading(piece: Piece, words: str, roles: Sequence[Role]) -> bool:
    if Role.PLAINTIFF in roles and Role.DEFENDANT in roles and Role.AGENT not in roles:
        return False
    return piece.bold or len(words.split()) <= 9 or piece.text.rstrip().endswith(":")  # noqa: PLR2004 - a short line


def _proposal(spot: Spot, number: int, context: _Context, spots: Sequence[Spot]) -> Proposal:
    if spot.is_box:
        return Proposal(spot, number)
    thing, score = _thing(spot, context)
    if thing is None:
        return Proposal(spot, number)
    role = _role(spot, thing, context)
    _remember(spot, thing, role, context, spots)
    if context.signing and thing in (Thing.DATE, Thing.SIGN_DATE):
        return Proposal(spot, number, leave=Leave.SIGNING_DATE, score=score)
    if leave := paths.LEFT_EMPTY.get(thing):
        return Proposal(spot, number, leave=leave, score=score)
    if why := _not_kept(thing, role):
        return Proposal(spot, number, leave=Leave.OTHER, why=why, score=score)
    blank = _blank(spot, thing, role, context, spots)
    return Proposal(spot, number, blank, score=round(score, 2)) if blank else Proposal(spot, number)


def _thing(spot: Spot, context: _Context) -> tuple[Thing | None, float]:
    scores = sorted(spot.scores().items(), key=lambda one: -one[1])
    if context.signing and scores and scores[0][0] is Thing.NAME and any("print" in c.words for c in spot.clues[:3]):
        return Thing.SIGNER, scores[0][1]
    if not scores or scores[0][1] < SURE:
        return None, 0.0
    best, score = scores[0]
    rival = next((other for thing, other in scores[1:] if thing is not best), 0.0)
    return best, round(max(0.0, min(1.0, score - 0.35 * max(0.0, rival - score + 0.25))), 2)


def _not_kept(thing: Thing, role: Role | None) -> str:
    if role is Role.LAWYER and thing is not Thing.ADDRESS:
        return paths.NO_LAWYER
    if role in (Role.SERVER, Role.SERVED):
        return paths.SWORN_TO
    return "" if role is Role.BUSINESS and thing in paths.BUSINESS else paths.NOT_KEPT.get(thing, "")


def _role(spot: Spot, thing: Thing, context: _Context) -> Role | None:
    """Return whose thing it is: by the field's own words, else by the part of the form it stands in."""
    if thing in (Thing.COURT, Thing.BRANCH):
        return Role.COURT
    return spot.role() or context.role


def _remember(spot: Spot, thing: Thing, role: Role | None, context: _Context, spots: Sequence[Spot]) -> None:
    words = " ".join(clue.words for clue in spot.clues[:3])
    if thing is Thing.COURT:
        context.role = Role.COURT
    if role is None or thing is Thing.SIGNER:
        return
    if thing in (Thing.STREET, Thing.ADDRESS):
        context.mailing = "mailing" in words and "street or mailing" not in words
    elif thing not in PLACE:
        context.mailing = False
    if thing is Thing.NAME and role in paths.LISTS and _begins_party(spot, spots):
        start = context.first.get(role, 0)
        context.index[role] = context.index.get(role, start - 1) + 1
        context.role = role


def _begins_party(spot: Spot, spots: Sequence[Spot]) -> bool:
    """Say whether an address follows a name before another name does."""
    at = spots.index(spot)
    for other in spots[at + 1 : at + 1 + LOOK_AHEAD]:
        if other.is_box:
            continue
        thing = max(other.scores().items(), key=lambda one: one[1], default=(None, 0.0))[0]
        if thing in (Thing.NAME, Thing.SIGNER):
            return False
        if thing in FOLLOWED:
            return True
    return False


def _blank(spot: Spot, thing: Thing, role: Role | None, context: _Context, spots: Sequence[Spot]) -> str:
    if thing in paths.ALONE and not (role is Role.BUSINESS and thing in paths.BUSINESS):
        return paths.ALONE[thing]
    if role is Role.COURT:
        return paths.COURT.get(thing, "")
    if role is Role.BUSINESS:
        return paths.BUSINESS.get(thing, "")
    if role is Role.AGENT:
        tail = paths.AGENT.get(thing, "")
        return f"defendants[{context.index.get(Role.DEFENDANT, 0)}].agent.{tail}" if tail else ""
    if role is Role.LAWYER:
        return "plaintiffs[0].block" if spot.field.multiline else "plaintiffs[0].name"
    if role not in paths.LISTS:
        return "court.county" if thing is Thing.COUNTY else ""
    return _of_party(spot, thing, role, context, spots)


def _of_party(spot: Spot, thing: Thing, role: Role, context: _Context, spots: Sequence[Spot]) -> str:
    if thing is Thing.NAME and not _begins_party(spot, spots):
        return f"{role.value}_names"
    tail = (paths.MAILING if context.mailing else {}).get(thing) or paths.PARTY.get(thing, "")
    start = context.first.get(role, 0)
    return f"{paths.LISTS[role]}[{context.index.get(role, start)}].{tail}" if tail else ""


def unsure(proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    """Yield the places of text for which nothing is proposed."""
    yield from (one for one in proposals if not one.spot.is_box and not one.blank and one.leave is None)

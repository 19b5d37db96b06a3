"""The right to sue at all: licence, registration, good standing, trade name.

What the forum's law asks of this creditor is `kit.checks.right_to_sue`'s; here
each of the four grounds gets its row, also where it asks nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit.checks.filing.result import Tested
from kit.checks.filing.suit import Suit, clear, told, unanswered
from kit.checks.parties import check_parties
from kit.checks.right_to_sue import check_right_to_sue
from kit.findings import Place, note
from kit.model.case import WorkKind
from kit.model.law_building import RightToSue
from kit.model.law_names import RuleName
from kit.model.law_words import Say


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground on which a creditor is turned away: its finding, the rule's key, and whether it reaches this one."""

    code: str
    key: str
    reaches: bool
    clear: str  # what is so where nothing is in the way
    fact: Place | None


def licence(suit: Suit) -> Iterator[Tested]:
    """Ask whether the work needed a licence, and whether there was one."""
    mine = [told(one) for one in check_parties(suit.case, suit.as_of) if one.code in ("K113", "K119")]
    yield from mine
    trade = suit.case.work.kind is WorkKind.CONSTRUCTION or suit.case.work.home_improvement
    has = suit.case.creditor.licence if suit.case.creditor else None
    said = f"licence {has.number} is in the file" if has else "no licence is asked of you for this claim"
    fact = suit.case.place("creditor", "licence") if has else suit.case.place("work")
    rows = tuple(_ground(suit, Ground("K606", "unlicensed_barred", trade, said, fact)))
    yield from (row for row in rows if row.code or not mine)


def registered(suit: Suit) -> Iterator[Tested]:
    """Ask whether a company of another state had to register here."""
    creditor = suit.case.creditor
    company = bool(creditor and not creditor.kind.natural_person)
    home = creditor.organized_in if creditor else None
    foreign = company and home is not None and home != suit.state
    said = f"you are registered in {suit.forum.name}" if foreign else f"you are a company of {home}"
    if company and home is None:
        yield _nowhere(suit)
        return
    said = said if company else "only companies register"
    fact = suit.case.place("creditor", "registered_in" if foreign else "organized_in" if company else "kind")
    yield from _ground(suit, Ground("K608", "unregistered_foreign_entity_barred", foreign, said, fact))


def _nowhere(suit: Suit) -> Tested:
    """Return the row of a company of which nobody has said where it was organized."""
    message = "where your company was organized is not in the file; one of another state may have to register first"
    fix = "Write `organized_in:` under `creditor`, and `registered_in:` if that is another state."
    return unanswered(note("K608", message, suit.case.place("creditor"), fix=fix))


def good_standing(suit: Suit) -> Iterator[Tested]:
    """Ask whether a company that sues is in good standing."""
    company = bool(suit.case.creditor and not suit.case.creditor.kind.natural_person)
    said = "your company is in good standing, as the file says" if company else "good standing is asked of companies"
    fact = suit.case.place("creditor", "good_standing" if company else "kind")
    yield from _ground(suit, Ground("K609", "not_in_good_standing_barred", company, said, fact))


def trade_name(suit: Suit) -> Iterator[Tested]:
    """Ask whether the creditor's trade name had to be registered."""
    dba = suit.case.creditor.dba if suit.case.creditor else None
    said = f"the trade name {dba} is registered" if dba else "you sue in your legal name and use no other"
    fact = suit.case.place("creditor", "dba_registered" if dba else "name")
    yield from _ground(suit, Ground("K610", "unregistered_name_barred", bool(dba), said, fact))


def _ground(suit: Suit, ground: Ground) -> Iterator[Tested]:
    if not ground.reaches:
        yield clear(ground.clear, ground.fact)
        return
    ruled = suit.ask(RuleName.RIGHT_TO_SUE, RightToSue)
    word = getattr(ruled.value, ground.key) if ruled.value else Say.NOT_RESEARCHED
    found = [one for one in check_right_to_sue(suit.facts, suit.inquiry) if one.code == ground.code]
    if found:
        yield from (told(one, ruled.answer) for one in found)
    elif ruled.known and ruled.value is None:
        yield clear("the law here turns no creditor away for it", ground.fact, ruled.answer)
    elif word is Say.NOT_RESEARCHED:
        why = f"whether that bars a suit ({ground.key.replace('_', ' ')}) is not settled" if ruled.known else ""
        yield suit.unknown(RuleName.RIGHT_TO_SUE, why, ground.fact)
    elif word is Say.NO:
        yield clear("the law here turns no creditor away for it", ground.fact, ruled.answer)
    else:
        yield clear(ground.clear, ground.fact, ruled.answer)

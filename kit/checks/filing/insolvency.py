"""Bankruptcy and every other end of payments: claims go to whoever runs it, not to a small-claims court."""

from __future__ import annotations

from collections.abc import Iterator

from kit.checks.filing.result import Tested
from kit.checks.filing.suit import Suit, clear, told
from kit.checks.insolvency import CLAIMS, SAID, where, whom
from kit.checks.stay import check_stay
from kit.findings import note, stop
from kit.model.document import DocumentKind
from kit.model.law import Answer
from kit.model.small_claims import InsolvencyKind

MAY_BE_JUDGED = (InsolvencyKind.DISSOLUTION, InsolvencyKind.FOREIGN)


def bankruptcy(suit: Suit) -> Iterator[Tested]:
    """Refuse while the debtor's bankruptcy forbids every paper that collects."""
    found = tuple(check_stay(suit.case, suit.as_of, suit.facts.federal, DocumentKind.COURT))
    yield from (told(one) for one in found)
    if not found:
        yield clear(f"no bankruptcy of {suit.case.debtor.name} is on record", suit.case.place("debtor"))


def insolvency(suit: Suit) -> Iterator[Tested]:
    """Refuse while another proceeding takes the claims, and say where they go."""
    seen = suit.case.insolvency
    if seen is None or seen.over(suit.as_of):
        yield clear("no receivership, assignment, probate or dissolution is on record", suit.case.place("debtor"))
        return
    fact, name = where(suit.case), suit.case.debtor.name
    message = f"{name} {SAID[seen.kind]} (since {seen.on})"
    if seen.on > suit.as_of:
        yield told(note("K684", f"{message}; that day has not come yet", fact, fix="Correct `on:` if it is wrong."))
        return
    answer = _law(suit, seen.kind)
    until = f" until {seen.claims_by}" if seen.claims_by else ", in the time its notice gives"
    late = " That day is over; ask a lawyer at once." if seen.claims_by and seen.claims_by < suit.as_of else ""
    fix = f"Send the claim to {whom(seen)}{until}.{late}"
    free = seen.kind in MAY_BE_JUDGED
    yield told(stop("K684", message, fact, fix=fix, law=answer.cite if answer else "", overridable=free), answer)


def _law(suit: Suit, kind: InsolvencyKind) -> Answer | None:
    rule = CLAIMS.get(kind)
    return suit.inquiry.ask(rule, suit.as_of) if rule and suit.law else None

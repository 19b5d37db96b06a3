"""Everything tested before a small claim is filed, at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kit.checks.filing.claim import LAW
from kit.checks.filing.defendant import defendants_of
from kit.checks.filing.questions import QUESTIONS, SURE, Needs, Question
from kit.checks.filing.result import Filing, Tested
from kit.checks.filing.suit import Suit, clear, suit_of, told, untested
from kit.checks.filing.venue import venue_of
from kit.checks.filing.ways import given_up, limit_of, ways_of
from kit.checks.law_data import check_law_data
from kit.facts import Facts
from kit.findings import Finding, in_file_order
from kit.model.law import Answer


def look(facts: Facts) -> Filing:
    """Return what filing this claim on the day of ``facts`` would meet: a row for every question, nothing made."""
    suit = suit_of(facts)
    rows = tuple(row for question in QUESTIONS for row in _rows(suit, question))
    court = bool(suit.law and suit.court_id)
    ways = ways_of(suit) if court else None
    venue, defendants = venue_of(suit) if court else None, defendants_of(suit)
    used = _used(suit)
    rows += _about_law(suit, rows, used)
    return Filing(
        as_of=facts.as_of,
        court=suit.court if court else None,
        court_id=suit.court_id,
        limit=limit_of(suit),
        claim=suit.claim,
        counted=suit.counted,
        waived=given_up(suit),
        ways=ways,
        venue=venue,
        defendants=defendants,
        tested=rows,
        findings=_findings(rows),
        used=used,
    )


def _rows(suit: Suit, question: Question) -> Iterator[Tested]:
    """Yield the rows of one question; where it cannot be asked, a row that says why."""
    if question.needs is not Needs.CASE and suit.law is None:
        found = [untested("the law of the court is not at hand")]
    elif question.needs is Needs.COURT and not suit.court_id:
        found = [untested("no court was found that hears the claim")]
    else:
        found = list(question.test(suit))
    for row in found:
        yield replace(row, id=question.id, question=question.asks, subject=question.subject)


def _used(suit: Suit) -> tuple[Answer, ...]:
    inquiries = [one for one in (suit.law, suit.federal) if one]
    return tuple(dict.fromkeys((*suit.facts.used, *(answer for one in inquiries for answer in one.used))))


def _about_law(suit: Suit, rows: tuple[Tested, ...], used: tuple[Answer, ...]) -> tuple[Tested, ...]:
    """Return a row for every doubt about the law, and for what was read long ago, that no other row tells."""
    said = {row.finding for row in rows if row.finding}
    doubts = [finding for one in (suit.law, suit.federal) if one for finding in one.findings]
    doubts += [one for one in suit.facts.findings if one.code in LAW]
    every = dict.fromkeys((*doubts, *check_law_data(used, suit.as_of)))
    found = [told(one) for one in every if one not in said]
    found = found or [clear(f"every answer of the law was read within a year of {suit.as_of}, and none is doubted")]
    return tuple(replace(row, id=SURE.id, question=SURE.asks, subject=SURE.subject) for row in found)


def _findings(rows: tuple[Tested, ...]) -> tuple[Finding, ...]:
    """Return what the rows found, each once and in file order."""
    return tuple(sorted(dict.fromkeys(row.finding for row in rows if row.finding), key=in_file_order))

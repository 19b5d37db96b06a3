"""Whether payment was asked for before the suit: only what is on record counts, and nothing on record is no answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kit.documents import wording
from kit.documents.contexts.channel_words import BY
from kit.findings import KitError
from kit.load.document_files import find_template
from kit.model.case import Case
from kit.model.document import DocumentKind
from kit.model.document_ids import LETTERS
from kit.model.party import Channel

_HOW = BY | {Channel.PHONE: "by phone", Channel.PORTAL: "through its portal"}  # of the defendant


@dataclass(frozen=True, slots=True)
class DemandAnswers:
    """Whether payment was asked for, when last and how; None where nothing of it is on record."""

    made: bool | None = None
    on: date | str = ""
    how: str = ""
    why_not: str = ""


def demand_answers(case: Case) -> DemandAnswers:
    """Find the last time payment was asked for: a letter that went out, or a call that reached somebody."""
    papers = {one.n: one.document for one in case.made}
    asked = [
        (one.on, _HOW[one.channel])
        for one in case.sent
        if any(_asks(papers.get(n)) for n in one.papers) or (not one.papers and (one.step or _asks(one.document)))
    ]
    asked += [(one.on, _HOW[Channel.PHONE]) for one in case.called if one.spoke]
    if not asked:
        return DemandAnswers()
    last = max(on for on, _ in asked)
    ways = dict.fromkeys(how for _, how in sorted(asked))
    return DemandAnswers(made=True, on=last, how=wording.listing(ways))


def _asks(document: str | None) -> bool:
    """Whether a paper is a letter that asks for money; a bill alone is not, nor is what the kit does not know."""
    if document is None or not document.startswith(LETTERS):
        return False
    try:
        return find_template(document, None).document.kind is DocumentKind.COLLECTION
    except KitError:
        return False

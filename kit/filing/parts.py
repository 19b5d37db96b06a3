"""What a packet holds, in order: the user's own pages, the claim, the account, the exhibits, what comes after.

Where the court's form is mapped and its blank is at hand, the form is the claim;
otherwise the kit's own statement of claim is, which says so on its face.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kit.documents.packet.part import Part
from kit.documents.wording import money
from kit.filing.court_forms import FilledForm, Forms, filled_forms
from kit.filing.evidence import Evidence
from kit.filing.look import Prospect
from kit.filing.papers import Drawn, draw, parties
from kit.findings import Finding
from kit.model.document_ids import (
    CLAIM_ITEMS,
    CLAIM_STATEMENT,
    EXHIBIT_LIST,
    FILING_CHECKLIST,
    HEARING_OUTLINE,
    JUDGMENT_AMOUNT,
    MILITARY_SERVICE,
    PROOF_OF_SERVICE,
    TIME_LINE,
)
from kit.model.form import Use


@dataclass(frozen=True, slots=True)
class Contents:
    """The parts of a packet in order, what they came from, and what can be edited before it is filed."""

    parts: tuple[Part, ...]
    sources: tuple[tuple[str, Path], ...]
    findings: tuple[Finding, ...] = ()
    editable: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)


def contents(prospect: Prospect, shown: Evidence) -> Contents:
    """Return what the packet of ``prospect`` holds. Raises `KitError` where a page cannot be drawn."""
    forms = filled_forms(prospect)
    papers = {one: draw(prospect, one, forms.needed) for one in _wanted(prospect, forms)}
    parts = (
        _own(papers, FILING_CHECKLIST),
        *_claim(prospect, papers, forms),
        *_account(prospect, papers),
        *shown.parts,
        *_after(papers, forms),
        _own(papers, HEARING_OUTLINE),
    )
    sources = [*forms.sources, *shown.sources, *(file for paper in papers.values() for file in paper.sources)]
    told = (*forms.findings, *(one for paper in papers.values() for one in paper.findings))
    words = papers.get(CLAIM_STATEMENT)
    editable = [(f"{one.id}-to-edit.pdf", one.editable) for one in forms.sheets]
    editable += [("statement-of-claim.docx", words.docx)] if words else []
    return Contents(parts, tuple(dict.fromkeys(sources)), told, tuple(editable))


def _wanted(prospect: Prospect, forms: Forms) -> Iterator[str]:
    yield FILING_CHECKLIST
    if not forms.claim:
        yield CLAIM_STATEMENT
    yield from (CLAIM_ITEMS, TIME_LINE)
    if prospect.exhibits:
        yield EXHIBIT_LIST
    if any(one.party.kind.natural_person for one in prospect.filing.defendants):
        yield MILITARY_SERVICE
    yield from (PROOF_OF_SERVICE, JUDGMENT_AMOUNT, HEARING_OUTLINE)


def _own(papers: dict[str, Drawn], document: str) -> Part:
    return papers[document].part(private=True)


def _claim(prospect: Prospect, papers: dict[str, Drawn], forms: Forms) -> Iterator[Part]:
    if CLAIM_STATEMENT in papers:
        yield papers[CLAIM_STATEMENT].part(expects=(*parties(prospect.facts), _asked(prospect)))
    yield from (_form(one) for one in forms.of(Use.FILING))


def _account(prospect: Prospect, papers: dict[str, Drawn]) -> Iterator[Part]:
    yield papers[CLAIM_ITEMS].part(expects=(_asked(prospect),))
    yield papers[TIME_LINE].part()
    if EXHIBIT_LIST in papers:
        yield papers[EXHIBIT_LIST].part(expects=tuple(one.title for one in prospect.exhibits))


def _after(papers: dict[str, Drawn], forms: Forms) -> Iterator[Part]:
    """Yield what is signed or filed later: it goes to the court, never to the other side with the claim."""
    if MILITARY_SERVICE in papers:
        yield papers[MILITARY_SERVICE].part(served=False)
    yield from (_form(one, served=False) for one in forms.of(Use.SERVICE, Use.HEARING, Use.OTHER))
    if forms.of(Use.SERVICE):  # then the page only tells how to serve
        yield papers[PROOF_OF_SERVICE].part(private=True)
    else:
        yield papers[PROOF_OF_SERVICE].part(served=False)
    yield papers[JUDGMENT_AMOUNT].part(served=False)


def _form(one: FilledForm, *, served: bool = True) -> Part:
    return Part(one.id, one.title, one.pdf, kit_made=False, stamped=False, served=served)


def _asked(prospect: Prospect) -> str:
    return money(prospect.filing.demand, prospect.facts.case.currency)

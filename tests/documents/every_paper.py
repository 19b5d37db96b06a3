"""Every document there is, in every tone, read in every case: whoever adds a folder of words adds to these tests.

A paper is made as `kit` makes it: what it left open is settled, the checks are asked, and only then is it filled.
A case in which the kit makes no such paper is a `Refused`. The PDF is set only where it is compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from check_cases import CHECKS
from court_cases import COURT
from handoff_cases import AWAY, DEALS
from insolvent_cases import INSOLVENT
from judgment_cases import JUDGED
from paper_cases import AS_OF, VARIANTS, Variant, facts_of
from paper_cases import CASES as GOLDEN
from paper_text import Block, Table, blocks
from plan_cases import IN_PLAN, NEW, OFFERED, SETTLED, STATES, deals
from settlement_cases import SETTLING
from walked_cases import WALKED

from kit import pipeline
from kit.documents import draft
from kit.documents.contexts.request import Request
from kit.documents.docx import blanks_of, load
from kit.facts import Facts
from kit.findings import KitError, Stopped
from kit.load.document_files import find_templates
from kit.model.document import DocumentKind, Template
from kit.model.document_ids import (
    CHECK_PAPERS,
    COLLECTION_AUTHORITY,
    HANDOFF_NOTICES,
    PLACEMENT,
    PLAN_LETTERS,
    REFERRAL_MEMO,
    SALE_SCHEDULE,
    SETTLEMENT_COMPLETED,
    SETTLEMENT_MISSED,
)

TEMPLATES = {
    (name, tone): template.model_copy(update={"tone": tone})
    for name, template in find_templates().items()
    for tone in sorted(path.stem[3:] for path in Path(template.folder).glob("en*.md"))
}
"""Every document in every tone it is worded in; the plain tone is the empty word."""

TOLD = (  # of the cases of the papers, one of each sort; the cases of the walk all belong
    "plain late-flat late-started interest interest-changes both-charges oral account many instalments not-yet-due "
    "disputed-line disputed-two lawyer consumer yen bounced credits money-held costs waived tax goods bare conditions "
    "everything decided expired long-names hostile-names foreign-names"
).split()
FOLDERS = tuple(sorted(path.parent.name for path in GOLDEN.glob("*/case.yaml")))  # whole cases, as users write them
CASES: dict[str, Variant] = (
    {name: VARIANTS[name] for name in TOLD} | WALKED | COURT | JUDGED | INSOLVENT | AWAY | IN_PLAN
)
SPECIAL: dict[str, Variant] = NEW | STATES | SETTLING | CHECKS
"""Cases for the papers of plans, settlements and marked checks alone."""

HANDED = (REFERRAL_MEMO, PLACEMENT, COLLECTION_AUTHORITY, SALE_SCHEDULE, *HANDOFF_NOTICES)  # made of terms asked for

OFFERS = (*OFFERED, *SETTLED)  # papers that offer terms worked out from the account of their day

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Refused:
    """Why the kit makes no such paper of a case."""

    why: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper as it is read."""

    case: str
    template: Template
    request: Request
    facts: Facts
    blanks: Any
    docx: bytes

    blocks: list[Block]  # the paragraphs and tables, in order
    pieces: list[str]  # every paragraph and every cell, each as it stands
    sentences: list[str]  # every sentence; a cell, a heading, a line of an address counts as one


def read(case: str, key: Key, request: Request, blanks: Any) -> Sheet:
    """Return the paper with these blanks, as its reader has it."""
    docx = load(draft.words_file(TEMPLATES[key], ".docx"), logo=None).render(blanks_of(blanks))
    pieces = list(_pieces(blocks(docx)))
    lines = [line for piece in pieces for line in piece.split("\n") if line.strip()]
    sentences = [each for line in lines for each in re.split(r"(?<=[a-z)\d”%][.?:]) (?=[A-Z“])", line)]
    return Sheet(case, TEMPLATES[key], request, facts(case), blanks, docx, blocks(docx), pieces, sentences)


def _pieces(found: list[Block]) -> Iterator[str]:
    for block in found:
        if isinstance(block, Table):
            yield from (cell for row in block.rows for cell in row)
        else:
            yield block


def named(key: Key) -> str:
    """Return a document and its tone for the name of a test."""
    return " ".join(part for part in key if part)


def of(*families: str, kinds: tuple[DocumentKind, ...] = tuple(DocumentKind)) -> list[Key]:
    """Return the documents of these families and kinds, in every tone."""
    return [
        key
        for key, template in TEMPLATES.items()
        if key[0].split("/")[0] in families and template.document.kind in kinds
    ]


LETTERS = of("letters")
WRITTEN = of("letters", "statements")
EVERY = list(TEMPLATES)


@cache
def facts(case: str) -> Facts:
    """Return everything known about the case of that name."""
    if case in FOLDERS:
        return pipeline.gather(pipeline.load_case(GOLDEN / case, as_of=AS_OF))
    return facts_of({**VARIANTS, **CASES, **SPECIAL}[case])


def _requests(case: str, document: str, known: Facts) -> list[Request]:
    """Return what may be asked for: the paper as such, or of the last invoice, payment, change, step of the case."""
    found = [Request(document)]
    for name, things in (("invoice", known.case.invoices), ("payment", known.case.payments)):
        found += [Request(document, **{name: things[-1].id})] if things else []
    found += [Request(document, change=known.case.changes[-1].id)] if known.case.changes else []
    found += [Request(document, deal=deal) for deal in DEALS.values()] if document in HANDED else []
    found += [Request(document, deal=deal) for deal in deals(case, document, known)] if document in OFFERS else []
    steps = [made.step for made in known.case.made if made.step]
    return [*found, *(Request(document, step=step) for step in steps[-1:])]


def filled(case: str, key: Key) -> tuple[Request, Any] | Refused:
    """Return what is asked for, all settled, and the blanks as filled; or why the kit makes no such paper."""
    template, known, why = TEMPLATES[key], facts(case), "nothing to ask for"
    for request in _requests(case, key[0], known):
        try:
            request = draft.decide(known, request, template)  # noqa: PLW2901 - settled step by step
            pipeline.checked(known, request, template, {})
            blanks = draft.context_of(template).build(known, request)
        except Stopped as stopped:
            why = "; ".join(one.message for one in stopped.findings if one.stops)
        except KitError as err:
            why = str(err)
        else:
            return request, blanks
    return Refused(why)


@cache
def sheet(case: str, key: Key) -> Sheet | Refused:
    """Return the paper of a case as the kit makes it today; each is made once for all tests."""
    found = filled(case, key)
    return found if isinstance(found, Refused) else read(case, key, *found)


def cases(key: Key) -> list[str]:
    """Return the cases in which a paper is read: one to be signed comes before the walk."""
    if key[0] in PLAN_LETTERS:
        return [*CASES, *FOLDERS, *STATES]
    if key[0] in (SETTLEMENT_MISSED, SETTLEMENT_COMPLETED):
        return [*CASES, *FOLDERS, *SETTLING]
    if key[0] in CHECK_PAPERS:
        return [*CHECKS]
    if key[0] in OFFERS:
        return [*CASES, *FOLDERS, *NEW]
    if TEMPLATES[key].document.kind is not DocumentKind.AGREEMENT:
        return [*CASES, *FOLDERS]
    return [name for name, variant in VARIANTS.items() if key[0] in variant.documents] or list(TOLD)


def sheets(key: Key) -> list[Sheet]:
    """Return the paper in every case that has it."""
    return [found for case in cases(key) if isinstance(found := sheet(case, key), Sheet)]


def faults(key: Key, look: Callable[[Sheet], list[str]]) -> list[str]:
    """Return what ``look`` finds in the papers of every case: each fault once, with the first case that shows it."""
    seen: dict[str, str] = {}
    for one in sheets(key):
        for fault in look(one):
            seen.setdefault(re.sub(r"\d+", "0", fault), f"{one.case}: {fault}")
    return list(seen.values())

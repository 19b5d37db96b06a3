"""What a paper rests on, gathered for its record: files, law, sums, findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kit.checks.assignment_law import assignment_law
from kit.checks.claim_papers import claim_law
from kit.checks.contract_terms import terms_for
from kit.checks.court import outlook
from kit.checks.credit import credit_terms
from kit.checks.marked_check import marked_law
from kit.checks.plan import plan_used
from kit.checks.settlement_law import settlement_law
from kit.documents.contexts.request import Request
from kit.documents.draft import Paper, context_of
from kit.documents.record import LawUsed, Record, Source, Sums, journal_source, source
from kit.facts import Facts
from kit.findings import Finding
from kit.journal.sending import claim_on_file
from kit.model.client import CLIENT_CHECK, CREDIT_APPLICATION
from kit.model.deal import Deal
from kit.model.document import Document, DocumentKind
from kit.model.document_ids import CHECK_PAPERS, HANDOFF_NOTICES, SALE_SCHEDULE, offers
from kit.model.law import Answer
from kit.model.plan import PlanTerms
from kit.model.settlement import SettlementTerms


def record_of(facts: Facts, paper: Paper, findings: tuple[Finding, ...], files: Mapping[str, Path]) -> Record:
    """Return the record of ``paper``; ``files`` are what it was made from, by the names the user knows them by."""
    document, request = paper.template.document, paper.request
    sources = [source(path, name) for name, path in files.items()]
    return Record(
        document=document.id,
        as_of=facts.as_of,
        version=kit_version(),
        sources=(*sources, *_papers(facts, paper), journal_source(facts.case.events)),
        about=request.about or None,
        step=request.step or None,
        pay_by=request.pay_by,
        channel=request.channel,
        ladder=request.ladder or None,
        deal=request.deal,
        offers=offers(document.id),
        sums=sums_of(facts) if document.kind in (DocumentKind.COLLECTION, DocumentKind.REPLY) else None,
        law=tuple(law_used(answer) for answer in answers(facts, document, request.deal)),
        findings=findings,
        gone=tuple(one.n for one in claim_on_file(facts.case)),
    )


def _papers(facts: Facts, paper: Paper) -> tuple[Source, ...]:
    """Return the papers made before that this one speaks of, where its context names them."""
    rests_on: Callable[[Facts, Request], tuple[Source, ...]] | None
    rests_on = getattr(context_of(paper.template), "rests_on", None)
    return rests_on(facts, paper.request) if rests_on else ()


def answers(facts: Facts, document: Document, deal: Deal | None = None) -> Iterable[Answer]:
    """Return every answer of the law behind this paper, each once."""
    if document.id == CLIENT_CHECK:
        return ()
    if document.id == CREDIT_APPLICATION:
        return dict.fromkeys(credit_terms(facts).used)
    if document.kind is DocumentKind.AGREEMENT:
        return dict.fromkeys(terms_for(facts).used)
    if document.id in CHECK_PAPERS:
        return dict.fromkeys((*facts.used, *marked_law(facts).used))
    settled = settlement_law(facts, deal.stance).used if isinstance(deal, SettlementTerms) else ()
    planned = plan_used(facts, deal) if isinstance(deal, PlanTerms) else ()
    offered = (*settled, *planned, *_of_assignment(facts, document))
    return dict.fromkeys((*facts.used, *outlook(facts).used, *claim_law(facts, document.id), *offered))


def _of_assignment(facts: Facts, document: Document) -> tuple[Answer, ...]:
    tells = document.id in (*HANDOFF_NOTICES, SALE_SCHEDULE)
    return assignment_law(facts).used if tells else ()


def kit_version() -> str:
    """Return the version of this kit."""
    try:
        return version("escalation-kit")
    except PackageNotFoundError:
        return "unknown"


def law_used(answer: Answer) -> LawUsed:
    """Return an answer of the law as a record lists it."""
    return LawUsed(
        jurisdiction=answer.code,
        rule=answer.rule.value,
        value=answer.value,
        citation=answer.cite,
        read_on=answer.read_on or answer.on,
        confidence=str(answer.confidence or ""),
    )


def sums_of(facts: Facts) -> Sums:
    """Return what the ledger says is owed, as a record lists it."""
    totals, judgment = facts.ledger.totals, facts.ledger.judgment
    if judgment:
        return Sums(
            currency=facts.case.currency,
            principal=judgment.principal,
            interest=judgment.interest,
            fees=judgment.attorney_fees,
            costs=judgment.costs,
            total=judgment.total,
            per_diem=judgment.per_diem,
        )
    return Sums(
        currency=facts.case.currency,
        principal=totals.principal,
        interest=totals.interest,
        fees=totals.fees,
        costs=totals.costs,
        total=totals.total,
        per_diem=facts.ledger.per_diem.printed,
    )

"""The papers of a step: all are checked and drawn up before the first of them is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from kit import pipeline
from kit.checks import run
from kit.documents import draft as drafting
from kit.documents.contexts.request import Request
from kit.documents.delivery.travel import ENVELOPE
from kit.documents.draft import Paper
from kit.escalation import Prospect, asked, prospect, task_of
from kit.facts import Facts
from kit.findings import Finding, KitError, Stopped
from kit.ladder.history import overdue
from kit.load.ladder_file import ladder_of
from kit.model.business_days import next_business_day
from kit.model.document import Template
from kit.model.document_ids import INTERNAL, INVOICE, MAILING_RECORD
from kit.model.ladder import Step
from kit.pipeline import Loaded


def make_step(
    path: Path,
    name: str | None = None,
    *,
    as_of: date,
    pay_by: date | None = None,
    payment: str = "",
    overrides: dict[str, str] | None = None,
) -> tuple[Prospect, tuple[pipeline.Made, ...]]:
    """Make the papers of the next step, or of the step ``name``; all are checked and drawn up before one is written.

    Raises `Stopped` with everything that stands in the way, `KitError` where there is no step to make.
    """
    loaded = pipeline.load_case(path, as_of=as_of)
    ladder = ladder_of(loaded.parts)
    found = asked(loaded, ladder, task_of(ladder, name)) if name else prospect(loaded, ladder)
    if found.task is None or (name is None and found.next.waits and not found.blockers):
        _refuse(found)
    requests = requests_of(found, pay_by, payment)
    papers, notes = _papers(loaded, found, requests, overrides or {}, strict=pay_by is not None)
    made = [*_commit(loaded, found.facts, papers, notes)]
    if any(file.name.endswith(ENVELOPE) for one in made for file in one.files):
        made.append(pipeline.make(path, Request(MAILING_RECORD, step=made[0].paper.request.step), as_of=as_of))
    return found, tuple(made)


def _commit(loaded: Loaded, facts: Facts, papers: list[Paper], notes: tuple[Finding, ...]) -> Iterator[pipeline.Made]:
    """Put the papers of a step into the case; the letter gets its email or envelope, the others travel with it."""
    letters = [paper for paper in papers if not paper.request.document.startswith(INTERNAL)]
    for paper in papers:
        if letters and paper is letters[0]:
            yield pipeline.commit(loaded, facts, paper, notes, tuple(letters[1:]))
        else:
            quiet = replace(paper, request=replace(paper.request, channel=None))
            yield pipeline.commit(loaded, facts, quiet, notes)


def requests_of(found: Prospect, pay_by: date | None = None, payment: str = "") -> tuple[Request, ...]:
    """Return the papers of the step: one of each document, and one invoice for each that is open and overdue."""
    task, ladder, facts = found.task, found.ladder, found.facts
    if task is None or (ladder is None and isinstance(task, Step)):
        return ()
    mark = ladder.fingerprint(task.id) if ladder and isinstance(task, Step) else ""
    days = task.pay_by_days
    last = pay_by or (next_business_day(facts.as_of + timedelta(days), facts.case.debtor.state) if days else None)
    usual = Request(
        "", payment=payment, step=task.id, pay_by=last, tone=task.tone or "", channel=task.done_by.channel, ladder=mark
    )
    open_ = list(dict.fromkeys(item.invoice for item in overdue(facts)))
    found_: list[Request] = []
    for document in task.documents:
        if document == INVOICE:
            found_ += [replace(usual, document=document, invoice=name, pay_by=None) for name in open_]
        elif document.startswith(INTERNAL):
            found_.append(replace(usual, document=document, pay_by=None))
        else:
            found_.append(replace(usual, document=document))
    return tuple(found_)


def _papers(
    loaded: Loaded, found: Prospect, requests: tuple[Request, ...], overrides: dict[str, str], *, strict: bool
) -> tuple[list[Paper], tuple[Finding, ...]]:
    """Return every paper drawn up, and what goes with them. Raises `Stopped` with all that stands in the way."""
    facts = found.facts
    told = run.override(found.findings, overrides)
    if any(one.stops for one in told):
        raise Stopped(told)
    papers = []
    for request in requests:
        template = pipeline.sound_template(loaded, request)
        papers.append(pipeline.draft(facts, _decided(facts, request, template, strict), template))
    return papers, told


def _decided(facts: Facts, request: Request, template: Template, strict: bool) -> Request:
    """Return the request with its last day; unless ``strict``, a day gives way where the law gives the debtor more."""
    try:
        return drafting.decide(facts, request, template)
    except KitError:
        if strict or request.pay_by is None:
            raise
        return drafting.decide(facts, replace(request, pay_by=None), template)


def _refuse(found: Prospect) -> None:
    """Raise what is to be said where there is no step to make."""
    if found.blockers:
        raise Stopped(found.findings)
    raise KitError(f"there is no letter to make now. {found.next.sentence}")

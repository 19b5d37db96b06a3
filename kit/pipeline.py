"""The path of every paper, top to bottom. Read this first.

    case.yaml + journal.yaml + kit.yaml ─ load ─┐
    jurisdictions/us-xx.yaml ───────────────────┴─► ledger ─► facts ─► checks ─► draft ─► record

Each step is a function that takes what the step before gave; nothing flows back
and nothing is kept between calls. Only `make` writes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kit.checks import run
from kit.checks.account import check_issued
from kit.checks.whose_claim import check_whose_invoice
from kit.documents import draft as drafting
from kit.documents import output, provenance
from kit.documents.contexts.request import Request
from kit.documents.delivery.travel import travel_files, travel_sources
from kit.documents.draft import Paper
from kit.documents.output import commit_paper
from kit.documents.sources import files_of, inspect_logo
from kit.facts import Facts
from kit.findings import Finding, InvalidFile, Stopped
from kit.journal import Journal, fold, read
from kit.ledger.account import Ledger
from kit.ledger.judgment import judged
from kit.ledger.resolution import terms_of
from kit.ledger.terms import Terms
from kit.load.case_file import CaseParts, read_case_file
from kit.load.case_law import law_of
from kit.load.document_files import find_template
from kit.model.case import Case
from kit.model.document import Template
from kit.model.law import Jurisdiction


@dataclass(frozen=True, slots=True)
class Loaded:
    """A case as known on one day, with the law that it asks."""

    case: Case
    as_of: date
    parts: CaseParts
    journal: Journal
    law: Jurisdiction | None
    forum: Jurisdiction | None
    federal: Jurisdiction | None
    terms: Terms
    findings: tuple[Finding, ...] = ()
    later: Case | None = None  # as known by now, where the journal has entries after that day


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command has to show."""

    facts: Facts
    findings: tuple[Finding, ...] = field(default=())

    @property
    def case(self) -> Case:
        """The case."""
        return self.facts.case

    @property
    def ledger(self) -> Ledger:
        """The account."""
        return self.facts.ledger

    @property
    def stopped(self) -> bool:
        """Whether a finding stands in the way."""
        return any(finding.stops for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Made:
    """A paper in its case, and everything said about it on the way."""

    folder: Path
    facts: Facts
    paper: Paper
    outcome: output.Outcome
    findings: tuple[Finding, ...]

    @property
    def files(self) -> tuple[Path, ...]:
        """The files made, or found as they were made before."""
        return tuple(self.folder / file.path for file in self.outcome.made.files)


def load_case(path: Path, *, as_of: date) -> Loaded:
    """Return the case at ``path`` (its folder or `case.yaml`) as known on ``as_of``.

    Raises `InvalidFile` with every fault of its files.
    """
    parts = read_case_file(path)
    journal = read(parts.folder, str(Path(parts.tree.path).parent / "journal.yaml"))
    case = fold(parts.file, journal, as_of, find=parts.tree.place, id=parts.id)
    case = case.model_copy(update={"filed_before": parts.filed_before})
    if parts.workspace and (logo := parts.workspace.logo()) is not None:
        case = case.model_copy(update={"logo": logo})
    asked = law_of(case, parts.jurisdictions)
    terms, doubts = terms_of(case, asked.law, as_of)
    found = (*parts.notes, *journal.findings, *asked.notes, *doubts)
    later = _known_by_now(parts, journal) if any(one.on > as_of for one in journal.events) else None
    return Loaded(case, as_of, parts, journal, asked.law, asked.forum, asked.federal, terms, found, later)


def _known_by_now(parts: CaseParts, journal: Journal) -> Case:
    return fold(parts.file, journal, date.max, find=parts.tree.place, id=parts.id)


def build_ledger(loaded: Loaded) -> Ledger:
    """Return what is owed on the day of ``loaded``, and why."""
    return judged(loaded.case, loaded.terms, loaded.as_of, loaded.forum)[0]


def gather(loaded: Loaded) -> Facts:
    """Return everything known on that day."""
    ledger, bearing = judged(loaded.case, loaded.terms, loaded.as_of, loaded.forum)
    findings = (*loaded.findings, *ledger.findings)
    return Facts(
        case=loaded.case,
        as_of=loaded.as_of,
        law=loaded.law,
        forum=loaded.forum,
        federal=loaded.federal,
        terms=loaded.terms,
        ledger=ledger,
        findings=findings,
        used=(*loaded.terms.used, *bearing.used),
        later=loaded.later,
    )


def run_checks(facts: Facts, template: Template | None = None) -> tuple[Finding, ...]:
    """Return everything wrong or worth knowing, for a paper or for the case as it stands."""
    return run.run_checks(facts, template.document if template else None)


def draft(facts: Facts, request: Request, template: Template) -> Paper:
    """Return the paper as bytes; nothing is written and nothing is checked."""
    return drafting.draft(facts, request, template)


def look(path: Path, *, as_of: date) -> Facts:
    """Return everything known about the case at ``path`` on ``as_of``."""
    return gather(load_case(path, as_of=as_of))


def check(path: Path, *, as_of: date) -> Outcome:
    """Return everything wrong or worth knowing in the case at ``path``."""
    facts = look(path, as_of=as_of)
    return Outcome(facts, run_checks(facts))


def ledger(path: Path, *, as_of: date) -> Outcome:
    """Return the account of the case at ``path``, and every doubt about it."""
    facts = look(path, as_of=as_of)
    return Outcome(facts, run.check_ledger(facts))


def template_for(loaded: Loaded, document: str, tone: str = "") -> Template:
    """Return the template of ``document``, the user's own before the kit's; raises `KitError` naming near ones.

    Without words in ``tone`` the usual ones serve.
    """
    return find_template(document, loaded.parts.templates, tone)


def checked(facts: Facts, request: Request, template: Template, overrides: dict[str, str]) -> tuple[Finding, ...]:
    """Return what goes with a paper once nothing stands in its way; raises `Stopped` with everything that does."""
    found = run.override((*_about_invoice(facts, request, template), *run_checks(facts, template)), overrides)
    if any(finding.stops for finding in found):
        raise Stopped(found)
    return found


def _about_invoice(facts: Facts, request: Request, template: Template) -> tuple[Finding, ...]:
    if not request.invoice:
        return ()
    whose = check_whose_invoice(facts.case, request.invoice, template.document, facts.ledger)
    return (*check_issued(facts.case, request.invoice, facts.as_of), *whose)


def make(path: Path, request: Request, *, as_of: date, overrides: dict[str, str] | None = None) -> Made:
    """Make the paper that ``request`` asks for and put it into the case, all of it or nothing.

    Raises `InvalidFile` for files that cannot be used, `Stopped` with everything that stands in the way, and
    `KitError` where the paper cannot be written. The same inputs make nothing new.
    """
    loaded = load_case(path, as_of=as_of)
    template = sound_template(loaded, request)
    facts = gather(loaded)
    request = drafting.decide(facts, request, template)
    found = checked(facts, request, template, overrides or {})
    return commit(loaded, facts, draft(facts, request, template), found)


def sound_template(loaded: Loaded, request: Request) -> Template:
    """Return the template that ``request`` asks for; raises `InvalidFile` where it or the logo cannot be used."""
    template = template_for(loaded, request.document, request.tone)
    faults = drafting.inspect(template) if template.own else ()
    if any(fault.stops for fault in faults):
        raise InvalidFile(faults)
    inspect_logo(loaded.case.logo, loaded.parts.workspace)
    return template


def commit(
    loaded: Loaded, facts: Facts, paper: Paper, found: tuple[Finding, ...], enclosed: tuple[Paper, ...] = ()
) -> Made:
    """Put ``paper`` and what was ``found`` into the case, with what it needs to travel by its request's channel."""
    files, sources = dict(paper.files), _sources(loaded, paper.template)
    if channel := paper.request.channel:
        own = loaded.parts.templates
        beside, more = travel_files(facts, paper, channel, enclosed=enclosed, own=own)
        files, found = files | beside, (*found, *more)
        sources |= travel_sources(facts, paper, channel, own) if beside else {}
    record = provenance.record_of(facts, paper, (*found, *paper.findings), sources)
    outcome = commit_paper(loaded.parts.folder, record, files)
    return Made(loaded.parts.folder, facts, paper, outcome, record.findings)


def _sources(loaded: Loaded, template: Template) -> dict[str, Path]:
    laws = (law for law in (loaded.law, loaded.forum, loaded.federal) if law)
    return files_of(loaded.parts, laws, template)

"""The path of a hand-off: what stands against it, the papers for whoever takes the claim, the data, the copies.

    the account ─ checks of the hand-off ─ memo | placement, authority, data | schedule, notice ─ copies in one PDF

All is checked and drawn up before the first paper is written. A copy is looked through for private data, which is
blacked out.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kit import pipeline
from kit.checks.assignment_law import assignment_law, check_notice, wants_notice
from kit.checks.filing import Filing
from kit.checks.handoff import amount_of, check_handoff
from kit.checks.itemization import check_itemization
from kit.checks.run import override
from kit.documents import output, provenance
from kit.documents.contexts.handoff_copies import copies_of
from kit.documents.contexts.request import Request
from kit.documents.output import commit_paper
from kit.documents.packet.assemble import assemble
from kit.documents.packet.proof import prove
from kit.documents.placement_data import placement_csv
from kit.documents.record import Record, journal_source, source
from kit.documents.sources import case_files
from kit.facts import Facts
from kit.filing.evidence import Evidence, evidence
from kit.filing.look import Prospect
from kit.findings import Finding, InvalidFile, KitError, Stopped
from kit.model.case import Case
from kit.model.document import Template
from kit.model.document_ids import (
    ASSIGNMENT_NOTICE,
    COLLECTION_AUTHORITY,
    HANDOFF_COPIES,
    PLACEMENT,
    PLACEMENT_DATA,
    PLACEMENT_NOTICE,
    REFERRAL_MEMO,
    SALE_SCHEDULE,
)
from kit.model.handoff import HandoffTerms, Taker
from kit.model.slips import near
from kit.pipeline import Loaded

TITLE = "Copies of the papers"


@dataclass(frozen=True, slots=True)
class MadeHandoff:
    """A hand-off in its case: the papers, the data and the copies where there are any, and what was said."""

    folder: Path
    terms: HandoffTerms
    papers: tuple[pipeline.Made, ...]
    others: tuple[output.Outcome, ...]
    findings: tuple[Finding, ...]

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file made, or found as it was made before."""
        own = (self.folder / file.path for one in self.others for file in one.made.files)
        return (*(file for made in self.papers for file in made.files), *own)


def make_handoff(
    path: Path, terms: HandoffTerms, *, as_of: date, overrides: Mapping[str, str] | None = None
) -> MadeHandoff:
    """Make the papers of a hand-off of the case at ``path`` on ``terms``, as of ``as_of``.

    Raises `KitError` where the terms name what is not there, `Stopped` and `InvalidFile` with everything that stands in
    the way; then nothing was made.
    """
    loaded = pipeline.load_case(path, as_of=as_of)
    facts = pipeline.gather(loaded)
    terms = settled(facts, terms)
    requests = tuple(Request(name, deal=terms) for name in papers_of(facts, terms))
    templates = {one.document: pipeline.sound_template(loaded, one) for one in requests}
    found = _checked(facts, terms, templates, overrides or {})
    drafts = [pipeline.draft(facts, one, templates[one.document]) for one in requests]
    with tempfile.TemporaryDirectory(prefix="kit-handoff-") as scratch:
        prospect = Prospect(loaded, facts, Filing(as_of=as_of), copies_of(facts, terms), ())
        shown = evidence(prospect, Path(scratch), redact=True) if prospect.exhibits else Evidence((), (), ())
        if any(one.stops for one in shown.findings):
            raise Stopped((*found, *shown.findings))
        told = tuple(dict.fromkeys((*found, *shown.findings)))
        files = {HANDOFF_COPIES: {".pdf": _bound(facts, shown)}} if shown.parts else {}
    if terms.to is Taker.AGENCY:
        files[PLACEMENT_DATA] = {".csv": placement_csv(facts, terms)}
    papers = tuple(pipeline.commit(loaded, facts, draft, told) for draft in drafts)
    others = tuple(
        commit_paper(loaded.parts.folder, _record(loaded, facts, terms, name, shown, told), made)
        for name, made in files.items()
    )
    return MadeHandoff(loaded.parts.folder, terms, papers, others, told)


def settled(facts: Facts, terms: HandoffTerms) -> HandoffTerms:
    """Return ``terms`` with what the case decides: the invoices that go, what is open on them, and since when.

    Raises `KitError` for an invoice that is not there.
    """
    case = facts.case
    known = [one.id for one in case.invoices]
    for name in terms.invoices:
        if name not in known:
            raise KitError(f"there is no invoice {name}. {near(name, known, 'invoices')}")
    names = tuple(dict.fromkeys(terms.invoices)) or tuple(_open(facts)) or tuple(known)
    named = terms.model_copy(update={"invoices": names, "counted_on": facts.as_of})
    return named.model_copy(update={"amount": amount_of(facts, named)})


def _open(facts: Facts) -> Iterator[str]:
    for one in facts.case.invoices:
        if any(item.balance for item in facts.ledger.of(one.id)):
            yield one.id


def papers_of(facts: Facts, terms: HandoffTerms) -> tuple[str, ...]:
    """Return the documents that such a hand-off wants, the one with the terms first."""
    if terms.to is Taker.ATTORNEY:
        return (REFERRAL_MEMO,)
    if terms.to is Taker.FACTOR:
        return (SALE_SCHEDULE, *((ASSIGNMENT_NOTICE,) if terms.notify_debtor else ()))
    told = terms.notify_debtor or wants_notice(facts, terms)
    return (PLACEMENT, COLLECTION_AUTHORITY, *((PLACEMENT_NOTICE,) if told else ()))


def _checked(
    facts: Facts, terms: HandoffTerms, templates: Mapping[str, Template], overrides: Mapping[str, str]
) -> tuple[Finding, ...]:
    """Return what goes with the papers; raises `Stopped` with everything that stands in the way of any of them."""
    about = (*check_handoff(facts, terms), *check_notice(facts, terms), *check_itemization(facts, terms))
    of_papers = (one for template in templates.values() for one in pipeline.run_checks(facts, template))
    found = override(dict.fromkeys((*about, *of_papers)), overrides)
    if any(one.stops for one in found):
        raise Stopped(found)
    return found


def _bound(facts: Facts, shown: Evidence) -> bytes:
    """Return the copies in one PDF, proved; raises `InvalidFile` with what is wrong with it."""
    packet = assemble(
        shown.parts,
        caption=f"{_name(facts.case)} and {facts.case.debtor.name}",
        title=TITLE,
        author=_name(facts.case),
        day=facts.as_of,
    )
    if faults := [one for one in prove(packet) if one.stops]:
        raise InvalidFile(faults)
    return packet.pdf


def _name(case: Case) -> str:
    return case.creditor.name if case.creditor else ""


def _record(
    loaded: Loaded, facts: Facts, terms: HandoffTerms, name: str, shown: Evidence, told: tuple[Finding, ...]
) -> Record:
    """Return the record of what is no paper of words; the terms stand in the record of the first paper."""
    files = case_files(loaded.parts, (law for law in (facts.law, facts.forum, facts.federal) if law))
    named = {**files, **(dict(shown.sources) if name == HANDOFF_COPIES else {})}
    used = (*facts.used, *assignment_law(facts).used)
    said = {key: str(value) for key, value in terms if value is not None and value != ()}
    return Record(
        document=name,
        about=terms.to.value,
        as_of=facts.as_of,
        version=provenance.kit_version(),
        sources=(*(source(path, key) for key, path in named.items()), journal_source(facts.case.events)),
        law=tuple(provenance.law_used(answer) for answer in dict.fromkeys(used)),
        findings=tuple(replace(one, overridable=False) for one in told),
        choices=tuple(sorted(said.items())),
    )

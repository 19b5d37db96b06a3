"""The claim in the debtor's bankruptcy: its papers, the official form where the user has it, and the attachment.

    the account of the petition day ─ the form or the sheet ─ answers ─ check list ─ what is attached, in one PDF

What is attached is looked through for private data and blacked out, as Fed. R. Bankr. P. 9037 wants it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kit import pipeline
from kit.checks.claim_amended import check_amended, claimed
from kit.checks.claim_class import ClaimClasses, claim_classes
from kit.checks.claim_papers import claim_account, claim_exhibits, claim_law, goods_to_ask_for
from kit.checks.filing import Filing
from kit.checks.run import override
from kit.checks.stay_guarantor import may_be_asked
from kit.documents import draft as drafting
from kit.documents import output, provenance
from kit.documents.contexts.request import Request
from kit.documents.forms.claim_form import ClaimForm, claim_form
from kit.documents.forms.claim_form_facts import claim_answers_of
from kit.documents.forms.flatten import flatten
from kit.documents.output import commit_paper
from kit.documents.packet.assemble import assemble
from kit.documents.packet.part import Packet, Part
from kit.documents.packet.proof import prove
from kit.documents.record import Record, choices_of, journal_source, source
from kit.documents.sources import case_files
from kit.documents.wording import money
from kit.facts import Facts
from kit.filing.evidence import Evidence, evidence
from kit.filing.look import Prospect
from kit.filing.papers import draw
from kit.findings import Finding, InvalidFile, Severity, Stopped
from kit.journal.sending import claim_on_file
from kit.model.document import Template
from kit.model.document_ids import (
    CLAIM_ANSWERS,
    CLAIM_ATTACHMENT,
    CLAIM_MAILING,
    GOODS_DATA,
    GUARANTOR_DEMAND,
    ITEMISED_STATEMENT,
    PROOF_OF_CLAIM,
)
from kit.pipeline import Loaded

Findings = tuple[Finding, ...]
WANTED = (CLAIM_ANSWERS, CLAIM_MAILING, ITEMISED_STATEMENT, PROOF_OF_CLAIM)  # the last where no form can be filled


@dataclass(frozen=True, slots=True)
class MadeClaim:
    """A claim in its case: the papers, the attachment with the form where there is one, and what was said."""

    folder: Path
    papers: tuple[pipeline.Made, ...]
    attachment: output.Outcome
    form: ClaimForm
    findings: tuple[Finding, ...]

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file made, or found as it was made before."""
        own = (self.folder / file.path for file in self.attachment.made.files)
        return (*(file for made in self.papers for file in made.files), *own)


def make_claim(path: Path, *, as_of: date, overrides: Mapping[str, str] | None = None) -> MadeClaim:
    """Make the papers of a proof of claim for the case at ``path`` as of ``as_of``.

    Raises `KitError` where no petition is on record or nothing was owed on its day, `Stopped` and `InvalidFile` with
    everything that stands in the way.
    """
    loaded = pipeline.load_case(path, as_of=as_of)
    facts = pipeline.gather(loaded)
    checked = _checked(loaded, facts, overrides or {})
    answers, classes = claim_answers_of(facts)
    form = claim_form(answers, day=as_of, own=loaded.parts.forms)
    with tempfile.TemporaryDirectory(prefix="kit-claim-") as scratch:
        prospect = Prospect(loaded, facts, Filing(as_of=as_of), claim_exhibits(facts), ())
        shown = evidence(prospect, Path(scratch), redact=True)
        if any(one.stops for one in shown.findings):
            raise Stopped(shown.findings)
        packet = _bound(prospect, shown, classes)
        drawn = tuple(
            (pipeline.draft(facts, Request(name), template), found)
            for name, (template, found) in checked.items()
            if name != PROOF_OF_CLAIM or not form.completed
        )
        as_notes = (replace(one, severity=Severity.NOTE, overridable=False) for one in form.findings)
        said = (one for _, found in checked.values() for one in found)
        found = tuple(dict.fromkeys((*said, *shown.findings, *as_notes)))
        record = _record(prospect, shown, form, found, claimed(classes))
        # first: a form of before is withdrawn ahead of a new sheet, and a sheet of before together with a new form
        outcome = commit_paper(loaded.parts.folder, record, _files(packet, form))
        papers = tuple(pipeline.commit(loaded, facts, paper, said) for paper, said in drawn)
    return MadeClaim(loaded.parts.folder, papers, outcome, form, found)


def ask_guarantors(
    path: Path, name: str = "", *, as_of: date, overrides: dict[str, str] | None = None
) -> tuple[pipeline.Made, ...]:
    """Make a letter to each guarantor of the case at ``path`` who may be asked, or to the one called ``name``.

    All are drawn up before the first is put into the case. Raises `KitError`, `Stopped` and `InvalidFile` as
    `pipeline.make` does.
    """
    loaded = pipeline.load_case(path, as_of=as_of)
    facts = pipeline.gather(loaded)
    asked = [name] if name else [one.name for one in may_be_asked(facts.case, as_of, facts.federal)] or [""]
    ready = []
    for one in asked:
        request = Request(GUARANTOR_DEMAND, guarantor=one)
        template = pipeline.sound_template(loaded, request)
        request = drafting.decide(facts, request, template)
        found = pipeline.checked(facts, request, template, overrides or {})
        ready.append((pipeline.draft(facts, request, template), found))
    return tuple(pipeline.commit(loaded, facts, paper, found) for paper, found in ready)


def _checked(loaded: Loaded, facts: Facts, overrides: Mapping[str, str]) -> dict[str, tuple[Template, Findings]]:
    """Return each paper with what goes with it, once nothing stands in the way of any of them.

    Raises `Stopped` with everything that does, before anything is made.
    """
    wanted = (*WANTED, GOODS_DATA) if goods_to_ask_for(facts) else WANTED
    templates = {name: pipeline.sound_template(loaded, Request(name)) for name in wanted}
    met = {name: pipeline.run_checks(facts, template) for name, template in templates.items()}
    met[PROOF_OF_CLAIM] = (*met[PROOF_OF_CLAIM], *_same(loaded, facts))
    every = override(dict.fromkeys(one for found in met.values() for one in found), overrides)
    if any(one.stops for one in every):
        raise Stopped(every)
    given = {code.strip().upper(): reason for code, reason in overrides.items()}
    return {
        name: (
            templates[name],
            override(found, {one.code: given[one.code] for one in found if one.stops and one.code in given}),
        )
        for name, found in met.items()
    }


def _same(loaded: Loaded, facts: Facts) -> Findings:
    """Return what stands against a claim that repeats the one on file, by the record of that one's attachment."""
    claim = claim_account(facts)
    if claim is None:
        return ()
    attached = [one for one in claim_on_file(facts.case) if one.document == CLAIM_ATTACHMENT]
    before = choices_of(loaded.parts.folder / attached[-1].record) if attached else {}
    return tuple(check_amended(facts, claim_classes(facts, claim), before))


def _bound(prospect: Prospect, shown: Evidence, classes: ClaimClasses) -> Packet:
    """Return the attachment in one PDF, proved; raises `InvalidFile` with what is wrong with it."""
    facts = prospect.facts
    first = draw(prospect, ITEMISED_STATEMENT).part(expects=(money(classes.on_form, classes.claim.currency),))
    parts: tuple[Part, ...] = (first, *shown.parts)
    packet = assemble(
        parts,
        caption=f"In re {facts.case.debtor.name}",
        title="Attachment to the proof of claim",
        author=facts.case.creditor.name if facts.case.creditor else "",
        day=facts.as_of,
    )
    if faults := [one for one in prove(packet) if one.stops]:
        raise InvalidFile(faults)
    return packet


def _files(packet: Packet, form: ClaimForm) -> dict[str, bytes]:
    files = {".pdf": packet.pdf}
    if form.completed:
        files["/form.pdf"] = flatten(form.pdf)
        files["/form-to-edit.pdf"] = form.pdf
        files |= {f"/form-attachment-{number}.pdf": pdf for number, pdf in enumerate(form.continuation, 1)}
    return files


def _record(
    prospect: Prospect, shown: Evidence, form: ClaimForm, findings: Findings, said: tuple[tuple[str, str], ...]
) -> Record:
    facts = prospect.facts
    used = (*facts.used, *claim_law(facts, PROOF_OF_CLAIM))
    files = case_files(prospect.loaded.parts, (law for law in (facts.law, facts.forum, facts.federal) if law))
    filled = {"us/b410/blank": form.blank, "us/b410/fields": form.confirmation} if form.completed else {}
    named = {**files, **dict(shown.sources), **{name: path for name, path in filled.items() if path}}
    return Record(
        document=CLAIM_ATTACHMENT,
        as_of=facts.as_of,
        version=provenance.kit_version(),
        sources=(*(source(path, name) for name, path in named.items()), journal_source(facts.case.events)),
        law=tuple(provenance.law_used(answer) for answer in dict.fromkeys(used)),
        findings=findings,
        choices=said,
        replaces=(PROOF_OF_CLAIM,) if form.completed else (),
        gone=tuple(one.n for one in claim_on_file(facts.case)),
    )

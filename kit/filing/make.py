"""The packet: every part drawn up, bound in three sets, proved, and put into the case in one step.

    look ahead ─ exhibits opened ─ stopped? ─ papers and forms ─ bound: yours, to file, to serve ─ proved ─ out/

Nothing is written before all of it is there and proved.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kit.checks import run
from kit.checks.backdated import check_backdated
from kit.documents import output, provenance
from kit.documents.output import commit_paper
from kit.documents.packet.assemble import assemble_sets
from kit.documents.packet.manifest import PacketFile, manifest
from kit.documents.packet.part import FOLDERS, Packet, PacketSet, Part
from kit.documents.packet.proof import prove
from kit.documents.packet.split import split
from kit.documents.record import Record, journal_source, source
from kit.documents.sources import case_files
from kit.filing.evidence import evidence
from kit.filing.look import Prospect, look_ahead
from kit.filing.options import Options
from kit.filing.parts import Contents, contents
from kit.filing.private_data import in_own_words
from kit.findings import Finding, InvalidFile, Stopped
from kit.model.document_ids import CLAIM_STATEMENT, PACKET
from kit.model.money import spoken
from kit.pipeline import template_for

TITLES = {
    PacketSet.OWN: "Small-claims packet",
    PacketSet.FILE: "Small-claims packet: to file",
    PacketSet.SERVE: "Small-claims packet: to serve",
}
LONGEST = 40  # characters of a part's id in the name of its file


@dataclass(frozen=True, slots=True)
class MadePacket:
    """A packet in its case, and everything said about it on the way."""

    folder: Path
    prospect: Prospect
    outcome: output.Outcome
    packets: Mapping[PacketSet, tuple[Packet, ...]]
    findings: tuple[Finding, ...]

    @property
    def files(self) -> tuple[Path, ...]:
        """The files made, or found as they were made before."""
        return tuple(self.folder / file.path for file in self.outcome.made.files)


def make_packet(path: Path, options: Options, *, as_of: date) -> MadePacket:
    """Make the packet of the case at ``path`` as filed on ``as_of``, all of it or nothing.

    Raises `InvalidFile` for files that cannot be used, `Stopped` with everything that stands in the way, and `KitError`
    where a page cannot be drawn. The same inputs make nothing new.
    """
    prospect = look_ahead(path, as_of=as_of)
    with tempfile.TemporaryDirectory(prefix="kit-packet-") as scratch:
        shown = evidence(prospect, Path(scratch), redact=options.redact)
        found = run.override((*prospect.findings, *_by_now(prospect), *shown.findings), dict(options.overrides))
        if any(one.stops for one in found):
            raise Stopped(found)
        held = contents(prospect, shown)
        sets = _bound(prospect, held.parts, options)
        faults = prove(*(volume for volumes in sets.values() for volume in volumes))
        if any(one.stops for one in faults):
            raise InvalidFile([one for one in faults if one.stops])
        told = (
            *found,
            *held.findings,
            *in_own_words(prospect, held.parts),
            *faults,
            *(one for volumes in sets.values() for volume in volumes for one in volume.findings),
        )
        record = _record(prospect, held, options, tuple(dict.fromkeys(told)))
        files = dict(_files(held, sets, record))
        outcome = commit_paper(prospect.loaded.parts.folder, record, files)
    return MadePacket(prospect.loaded.parts.folder, prospect, outcome, sets, record.findings)


def _by_now(prospect: Prospect) -> Iterator[Finding]:
    """Return what stops a packet that is dated back, beside what stood in its way on its own day."""
    claim = template_for(prospect.loaded, CLAIM_STATEMENT).document
    said = {one.code for one in prospect.findings if one.stops}
    return (one for one in check_backdated(prospect.facts, claim) if one.code not in said)


def _bound(prospect: Prospect, parts: Sequence[Part], options: Options) -> dict[PacketSet, tuple[Packet, ...]]:
    """Bind the three sets; those that are uploaded are cut to the size asked for."""
    case = prospect.facts.case
    plaintiff = case.creditor.name if case.creditor else ""
    made = assemble_sets(
        parts,
        TITLES,
        caption=f"{plaintiff} v. {case.debtor.name}",
        author=plaintiff,
        day=prospect.facts.as_of,
        pad_odd=options.pad_odd,
    )
    most = options.most_bytes
    return {
        wanted: split(packet, most) if most and wanted is not PacketSet.OWN else (packet,)
        for wanted, packet in made.items()
    }


def _record(prospect: Prospect, held: Contents, options: Options, findings: tuple[Finding, ...]) -> Record:
    facts, filing = prospect.facts, prospect.filing
    files = case_files(prospect.loaded.parts, (law for law in (facts.law, facts.forum, facts.federal) if law))
    sources = [source(path, name) for name, path in {**files, **dict(held.sources)}.items()]
    answers = dict.fromkeys((*facts.used, *filing.used))
    return Record(
        document=PACKET,
        as_of=facts.as_of,
        version=provenance.kit_version(),
        sources=(*sources, journal_source(facts.case.events)),
        sums=provenance.sums_of(facts),
        law=tuple(provenance.law_used(answer) for answer in answers),
        findings=findings,
        choices=(*options.choices, ("asks for", spoken(filing.demand, facts.case.currency))),
    )


def _files(held: Contents, sets: Mapping[PacketSet, tuple[Packet, ...]], record: Record) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the packet by what follows its stem."""
    (own,) = sets[PacketSet.OWN]
    yield ".pdf", own.pdf
    listed = [PacketFile(f"{record.stem}.pdf", PacketSet.OWN, own)]
    for wanted, folder in FOLDERS.items():
        for volume in sets[wanted]:
            which = f"-volume-{volume.volume}" if volume.volumes > 1 else ""
            name = f"/{folder}/packet{which}.pdf"
            yield name, volume.pdf
            listed.append(PacketFile(f"{record.stem}{name}", wanted, volume))
    for number, part in enumerate(held.parts, 1):
        label = f"exhibit-{part.exhibit.lower()}-" if part.exhibit else ""
        data = part.pdf.read_bytes() if isinstance(part.pdf, Path) else part.pdf
        yield f"/parts/{number:02d}-{label}{_plain(part.id)}.pdf", data
    yield from ((f"/parts/{name}", data) for name, data in held.editable)
    yield "/manifest.yaml", manifest(listed, record.law).encode()


def _plain(name: str) -> str:
    """Return an id as a part of a file's name: an exhibit's id is any text, also one that would lead elsewhere."""
    return re.sub(r"[^\w.]+|\.{2,}", "-", name)[:LONGEST].strip("-.") or "part"

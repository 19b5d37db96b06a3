"""The exhibits of a packet: opened, looked through for private data, and put in order behind their letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kit.documents import wording
from kit.documents.exhibits import open_all
from kit.documents.packet.part import Part
from kit.filing.look import Prospect, place_of
from kit.filing.papers import draw
from kit.filing.private_data import looked_through
from kit.findings import Finding, note
from kit.model.court_exhibits import CourtExhibit, left_out

LEAVE_OUT = "Or leave it out: `use: no` at the exhibit, or its number under `small_claims: {leave_out: [..]}`."


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exhibits as parts, what was found on the way, and the files they came from."""

    parts: tuple[Part, ...]
    findings: tuple[Finding, ...]
    sources: tuple[tuple[str, Path], ...]


def evidence(prospect: Prospect, scratch: Path, *, redact: bool) -> Evidence:
    """Return the exhibits of ``prospect`` as clean copies in the folder ``scratch``.

    A file that cannot be read is a finding that stops, and so is private data unless it is to be blacked out.
    """
    folder = prospect.loaded.parts.folder
    filed = [one for one in prospect.exhibits if one.file]
    opened = open_all(
        [one.file for one in filed], folder, into=scratch, places=[place_of(prospect, one) for one in filed]
    )
    found: list[Finding] = [*_omitted(prospect)]
    copies: dict[str, bytes | Path] = {}
    for exhibit, result in zip(filed, opened, strict=True):
        if isinstance(result, Finding):
            found.append(replace(result, fix=f"{result.fix} {LEAVE_OUT}".strip()))
        else:
            found += result.notes
            copies[exhibit.id] = result.pdf
    sources = [(f"exhibit {one.label}, {one.file}", folder / one.file) for one in filed]
    for exhibit in prospect.exhibits:
        if not exhibit.file:
            drawn = draw(prospect, exhibit.document)
            copies[exhibit.id] = drawn.pdf
            sources += drawn.sources
    parts = [_part(one, copies[one.id]) for one in prospect.exhibits if one.id in copies]
    seen, told = looked_through(prospect, parts, redact=redact)
    return Evidence(tuple(seen), (*found, *told), tuple(sources))


def _part(exhibit: CourtExhibit, pdf: bytes | Path) -> Part:
    subtitle = wording.day(exhibit.on) if exhibit.on else ""
    return Part(exhibit.id, exhibit.title, pdf, exhibit=exhibit.label, kit_made=not exhibit.file, subtitle=subtitle)


def _omitted(prospect: Prospect) -> Iterator[Finding]:
    """Say what the case lists and the packet leaves out, so that nothing is missing by surprise."""
    case = prospect.facts.case
    names: Sequence[str] = [one.id for one in left_out(case)]
    for number, exhibit in enumerate(case.exhibits):
        if exhibit.id in names:
            message = f"exhibit {exhibit.id} stays out of the packet"
            fix = "Write `use: yes` at it to put it in; what was said to settle is usually kept from the court."
            yield note("K665", message, case.place("exhibits", number), fix=fix)

"""What was made, from what, under which law: the record beside each paper.

The fingerprint covers all that decides what the paper says: the files read, the
day, the document, the choices made. Notes and papers made before decide
nothing, so a record of them does not make a paper look changed.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from kit.findings import Finding, InvalidFile, Place
from kit.journal.pending import fingerprint
from kit.journal.written import as_yaml, keys, plain_keys
from kit.load.yaml_text import parse
from kit.model.deal import Deal
from kit.model.event import Event, Note
from kit.model.paper_event import Made, OutputFile, Override
from kit.model.party import Channel

NOTICE = (
    "This record says how the paper was made. Neither the paper nor this record is legal advice; "
    "whoever sends the paper answers for what it says."
)
JOURNAL = "journal.yaml"
HERE = Path()

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST = 80  # characters of a name, so that the whole path fits on any system


@dataclass(frozen=True, slots=True)
class Source:
    """A file the paper was made from, as the user knows it, and its SHA-256."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class LawUsed:
    """A value of law that the paper rests on."""

    jurisdiction: str
    rule: str
    value: object  # an amount, a word, or a group of them as the law data holds it
    citation: str
    read_on: date
    confidence: str


@dataclass(frozen=True, slots=True)
class Sums:
    """What the ledger says is owed; ``per_diem`` is what each further day adds."""

    currency: str
    principal: Decimal
    interest: Decimal
    fees: Decimal
    costs: Decimal
    total: Decimal
    per_diem: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """All there is to say about the making of one paper, but its files."""

    document: str
    as_of: date
    version: str  # of the kit
    sources: tuple[Source, ...]  # case.yaml, journal, kit.yaml, template, jurisdiction files
    about: str | None = None
    step: str | None = None
    pay_by: date | None = None
    sums: Sums | None = None
    law: tuple[LawUsed, ...] = ()
    findings: tuple[Finding, ...] = ()  # noted, overridden ones included
    channel: Channel | None = None  # how it is to travel
    ladder: str | None = None  # mark of the ladder up to the step
    choices: tuple[tuple[str, str], ...] = ()  # what the command line decided beyond the files
    deal: Deal | None = None  # the terms that the paper is about
    offers: bool = False  # whether the paper itself offers them
    replaces: tuple[str, ...] = ()  # other documents that are not to be sent beside it
    gone: tuple[int, ...] = ()  # entries of papers that were filed, though no sending of theirs is on record

    @property
    def stem(self) -> str:
        """The paper's name without version and suffix: its day, its document, and what it is about."""
        words = [self.document.rsplit("/", 1)[-1], self.about or ""]
        name = _UNSAFE.sub("-", "-".join(word for word in words if word)).strip("-.")
        return f"{self.as_of.isoformat()}-{name[:_LONGEST].rstrip('-.')}"

    @property
    def overrides(self) -> tuple[Override, ...]:
        """The stops the user judged, and why."""
        return tuple(Override(code=f.code, because=f.overridden) for f in self.findings if f.overridden)

    @property
    def fingerprint(self) -> str:
        """SHA-256 over everything that decides what the paper says."""
        parts: list[object] = [self.document, self.about, self.step, self.as_of, self.version, self.pay_by]
        parts += [as_yaml(plain_keys(self.deal))] if self.deal else []
        parts += sorted((source.name, source.sha256) for source in self.sources)
        parts += [*sorted(self.choices), *sorted((one.code, one.because) for one in self.overrides)]
        return hashlib.sha256(repr([str(part) for part in parts]).encode()).hexdigest()


def source(path: Path, name: str) -> Source:
    """Return the file at ``path`` as a source called ``name``; one that is not there has no fingerprint."""
    return Source(name, fingerprint(path) or "not there")


def choices_of(path: Path) -> dict[str, str]:
    """Return the choices in the record at ``path``; none where it is not there, or cannot be read."""
    try:
        found = parse(path.read_text("utf-8"), path.name).value("choices")
    except (OSError, UnicodeError, InvalidFile):
        return {}
    return {str(name): str(said) for name, said in found.items()} if isinstance(found, dict) else {}


def journal_source(events: Iterable[Event]) -> Source:
    """Return the journal as a source: the events that stand, papers made and notes apart."""
    said = [keys(event) for event in events if not isinstance(event, Made | Note)]
    return Source(JOURNAL, hashlib.sha256(as_yaml(said).encode()).hexdigest())


def as_text(
    record: Record,
    files: Sequence[OutputFile],
    number: int,
    supersedes: Made | None,
    folder: Path = HERE,
    replaced: Sequence[Made] = (),
) -> str:
    """Return the record of the paper ``files``, made by entry ``number`` of the journal of the case in ``folder``."""
    data: dict[str, Any] = {
        "document": record.document,
        "about": record.about,
        "step": record.step,
        "as_of": record.as_of,
        "pay_by": record.pay_by,
        "journal_entry": number,
        "supersedes": _superseded(supersedes),
        "replaces": [_superseded(one) for one in replaced],
        "kit": record.version,
        "fingerprint": record.fingerprint,
        "files": [{"path": file.path, "sha256": file.sha256} for file in files],
        "made_from": [{"name": one.name, "sha256": one.sha256} for one in record.sources],
        "choices": dict(record.choices),
        "terms": plain_keys(record.deal) if record.deal else None,
        "totals": _sums(record.sums) if record.sums else None,
        "law": [law_keys(one) for one in record.law],
        "findings": [_finding(one, folder) for one in record.findings],
        "notice": NOTICE,
    }
    return as_yaml({name: value for name, value in data.items() if value not in (None, [], {})})


def _superseded(made: Made | None) -> dict[str, Any] | None:
    return {"journal_entry": made.n, "not_to_be_sent": [file.path for file in made.files]} if made else None


def _sums(sums: Sums) -> dict[str, Any]:
    said = {name: getattr(sums, name) for name in ("currency", "principal", "interest", "fees", "costs", "total")}
    return said | ({"per_diem": sums.per_diem} if sums.per_diem is not None else {})


def law_keys(law: LawUsed) -> dict[str, Any]:
    """Return a value of law as a record lists it: which, from where, read when, how sure."""
    said = {name: getattr(law, name) for name in ("jurisdiction", "rule", "value", "citation", "read_on", "confidence")}
    return said | {"value": _value(law.value)}


def _value(value: object) -> object:
    """Return a value of the law as lists and keys, without what it leaves open."""
    if isinstance(value, BaseModel):
        return {name: _value(inner) for name, inner in value if inner is not None and inner != ()}
    if isinstance(value, tuple | list):
        return [_value(item) for item in value]
    return value if isinstance(value, str | int | Decimal | date) else str(value)


def _finding(finding: Finding, folder: Path) -> dict[str, Any]:
    said = {
        "code": finding.code,
        "message": finding.message,
        "place": _place(finding.place, folder) if finding.place else "",
        "law": finding.law,
        "overridden_because": finding.overridden,
    }
    return {name: value for name, value in said.items() if value}


def _place(place: Place, folder: Path) -> str:
    """Return where something stands as seen from the case, so that a record does not tell where the case was kept."""
    try:
        path = os.path.relpath(place.path, folder)
    except ValueError:  # another drive
        path = os.path.basename(place.path)  # noqa: PTH119 - beside relpath, which has no twin in pathlib
    near = Path(path).as_posix()
    return str(replace(place, path=Path(path).name if near.startswith("../../../") else near))

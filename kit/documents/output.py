"""Putting a paper into the case: all of it or nothing, and never over another file.

1. The case is locked; what an interrupted command left is cleared away.
2. A paper that was made before from the same inputs, or with the same bytes, is
   not made again.
3. `.kit/pending.yaml` lists every file to come: its name, its SHA-256, and the
   made-up name it is written under. The list is synced.
4. Each file is written under its made-up name in `out/` and synced.
5. Each gets its own name, in a step that never replaces a file.
6. The journal gets its `made` entry. This is the commit.
7. The list goes.

A kill before 6 leaves a list without an entry: the next command that writes
removes the files the list proves to be the kit's. A kill after 6 leaves a
complete paper; the next command removes the list.
"""

from __future__ import annotations

import contextlib
import hashlib
import itertools
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kit.documents import record as records
from kit.documents.record import Record
from kit.findings import InvalidFile, KitError
from kit.journal import disk
from kit.journal.append import add
from kit.journal.file import NAME, Journal, read
from kit.journal.fold import stand, superseded
from kit.journal.lock import WAIT, locked
from kit.journal.pending import OUT, Pending, PendingFile, begin, changed_since, end, part_name, recover
from kit.model.document_ids import INTERNAL
from kit.model.paper_event import Made, OutputFile, Sent

NOTHING = "nothing was made"
RECORD = ".record.yaml"

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a paper: ``new``, or found as it was made before, with lost files ``put_back``.

    Not to be sent any more are the one of before that it ``superseded`` and papers of other documents it ``replaced``.
    """

    made: Made
    new: bool
    superseded: Made | None = None
    replaced: tuple[Made, ...] = ()
    put_back: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()  # files of a paper made before that somebody changed since; they are kept


def commit_paper(folder: Path, record: Record, files: Files, *, shown: str = NAME, wait: float = WAIT) -> Outcome:
    """Put a paper and its record into `out/` of the case in ``folder``, and its `made` entry into the journal.

    ``files`` are the paper's bytes by suffix (``.docx``, ``.pdf``; ``/01-claim.pdf`` for a file in a folder of the
    paper's own), ``record`` says how it came about.

    Raises `KitError` where the case is in use, cannot be written to, or was changed since the paper was
    drawn up, `InvalidFile` for a journal with errors; then nothing was made.
    """
    with locked(folder, wait):
        recover(folder, shown)
        journal = read(folder, shown)
        if journal.errors:
            raise InvalidFile(journal.errors)
        before = _standing_papers(journal, record.document, record.about, record.step)
        same = _same(folder, before, record, files)
        if same:
            changed = changed_since(folder, same)
            return Outcome(same, new=False, put_back=_put_back(folder, same, files, shown), changed=changed)
        _unchanged(journal, record, shown)
        gone = (entry.event for entry in stand(journal) if isinstance(entry.event, Sent))
        sent = {number for event in gone for number in event.papers} | set(record.gone)
        leaves = not record.document.startswith(INTERNAL)  # what is never sent is not replaced either
        replaced = before[-1] if before and leaves and before[-1].n not in sent else None
        beside = tuple(one for name in record.replaces for one in _standing_papers(journal, name) if one.n not in sent)
        stem = _free_stem(folder / OUT, record, files, journal)
        made = _entry(record, files, stem, journal.next_number, replaced, beside)
        text = records.as_text(record, made.files, made.n, replaced, folder, beside)
        with _whole(folder, shown):
            named = {stem + suffix: data for suffix, data in sorted(files.items())}
            _write(folder, named | {stem + RECORD: text.encode()})
            add(folder, lambda _: made, shown=shown)
        return Outcome(made, new=True, superseded=replaced, replaced=beside)


def _standing_papers(
    journal: Journal, document: str, about: str | None = None, step: str | None = None
) -> tuple[Made, ...]:
    """Return the papers of a document, subject and step that stand and are not superseded, oldest first."""
    made = tuple(entry.event for entry in stand(journal) if isinstance(entry.event, Made))
    wanted, old = (document, about, step), superseded(made)
    return tuple(one for one in made if (one.document, one.about, one.step) == wanted and one.n not in old)


def _same(folder: Path, before: tuple[Made, ...], record: Record, files: Files) -> Made | None:
    """Return the paper this one repeats, unless files of that one are gone and would not come out the same."""
    fresh = _hashes(files)
    for made in reversed(before):
        lost = {file.sha256 for file in made.files if not (folder / file.path).exists()}
        alike = made.inputs == record.fingerprint or {file.sha256 for file in made.files} == set(fresh)
        if alike and lost <= set(fresh):
            return made
    return None


def _hashes(files: Files) -> dict[str, bytes]:
    return {_hash(data): data for data in files.values()}


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _put_back(folder: Path, made: Made, files: Files, shown: str) -> tuple[str, ...]:
    """Write again the files of ``made`` that are gone."""
    fresh, out = _hashes(files), folder / OUT
    here = [file for file in made.files if out in (folder / file.path).parents]
    lost = [file for file in here if not (folder / file.path).exists()]
    if lost:
        with _whole(folder, shown):
            _write(folder, {file.path.removeprefix(f"{OUT}/"): fresh[file.sha256] for file in lost})
    return tuple(file.path for file in lost)


def _unchanged(journal: Journal, record: Record, shown: str) -> None:
    """Refuse a paper whose figures the journal has overtaken while it was drawn up."""
    known = next((one.sha256 for one in record.sources if one.name == records.JOURNAL), None)
    events = [entry.event for entry in stand(journal) if entry.event.on <= record.as_of]
    if known is not None and known != records.journal_source(events).sha256:
        raise KitError(f"{shown} was added to while the paper was drawn up; {NOTHING}, run the command again")


@contextmanager
def _whole(folder: Path, shown: str) -> Iterator[None]:
    """Leave all of the files, or none, whatever happens inside."""
    try:
        yield
    except BaseException as err:
        with contextlib.suppress(OSError, KitError):  # what is left the next command clears away
            recover(folder, shown)
        if isinstance(err, OSError):
            raise disk.in_words(err, folder, NOTHING) from err
        raise
    with contextlib.suppress(OSError):  # the paper is complete; the next command takes the list away
        end(folder)


def _write(folder: Path, files: Files) -> None:
    out = folder / OUT
    listed = [(name, _hash(data), part_name()) for name, data in files.items()]
    pending = Pending(files=tuple(PendingFile(name=name, sha256=digest, part=part) for name, digest, part in listed))
    out.mkdir(exist_ok=True)
    begin(folder, pending)
    for file in pending.files:
        disk.write_new(out / file.part, files[file.name])
    for inner in {(out / file.name).parent for file in pending.files} - {out}:
        inner.mkdir(parents=True, exist_ok=True)
    for file in pending.files:
        disk.give_name(out / file.part, out / file.name)
    for written in {out, *((out / file.name).parent for file in pending.files)}:
        disk.sync_folder(written)


def _entry(
    record: Record, files: Files, stem: str, number: int, replaced: Made | None, beside: tuple[Made, ...]
) -> Made:
    return Made(
        n=number,
        on=record.as_of,
        event="made",
        document=record.document,
        about=record.about,
        step=record.step,
        files=tuple(
            OutputFile(path=f"{OUT}/{stem}{suffix}", sha256=_hash(data)) for suffix, data in sorted(files.items())
        ),
        inputs=record.fingerprint,
        record=f"{OUT}/{stem}{RECORD}",
        supersedes=replaced.n if replaced else None,
        replaces=tuple(one.n for one in beside),
        pay_by=record.pay_by,
        total=record.sums.total if record.sums else None,
        overrides=record.overrides,
        channel=record.channel,
        ladder=record.ladder,
        deal=record.deal if record.offers else None,
    )


def _free_stem(out: Path, record: Record, files: Files, journal: Journal) -> str:
    """Return the first name that neither `out/` nor the journal knows; capitals make no difference on some systems."""
    made = [event for event in journal.events if isinstance(event, Made)]
    paths = [path for one in made for path in (one.record, *(file.path for file in one.files))]
    taken = {_first(path.removeprefix(f"{OUT}/")) for path in paths}
    if out.is_dir():
        taken |= {path.name.casefold() for path in out.iterdir()}
    stems = (record.stem if version == 1 else f"{record.stem}-{version}" for version in itertools.count(1))
    suffixes = (*files, RECORD)
    return next(stem for stem in stems if not any(_first(stem + suffix) in taken for suffix in suffixes))


def _first(name: str) -> str:
    """Return what stands in `out/` itself: the file, or the folder that holds it."""
    return name.split("/", maxsplit=1)[0].casefold()

"""Exhibits opened: names are judged here, files are read in a child process, and each answer stands by itself.

The child is started as a new program, on every system alike, so a script that opens
exhibits does so below ``if __name__ == "__main__":``.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from kit.documents.exhibits import place
from kit.documents.exhibits.child import Child
from kit.documents.exhibits.job import Answer, Job
from kit.documents.exhibits.limits import Limits, Refusal
from kit.documents.exhibits.opened import Opened
from kit.findings import Finding, InvalidFile, Place, error, note

_SEVERAL = 8  # files from which a second child pays for its start
_MOST = 4


@dataclass(frozen=True, slots=True)
class _Asked:
    """A file to open, where it stands in the list, and where the case names it."""

    number: int
    name: str
    place: Place
    job: Job


def open_exhibit(path: Path | str, folder: Path, *, limits: Limits | None = None) -> Opened:
    """Return a clean PDF copy of the file ``path`` of the case folder ``folder``; ``Opened.pdf`` is its bytes.

    The kinds are PDF, JPEG, PNG, HEIC, TIFF, GIF, BMP, WebP, plain text and email, told by content. Raises
    `InvalidFile` with one finding, K620 to K635, for a file that cannot be opened; the file is never written to.
    """
    with tempfile.TemporaryDirectory(prefix="kit-") as scratch:
        (found,) = open_all([path], folder, into=Path(scratch), limits=limits)
        if isinstance(found, Finding):
            raise InvalidFile([found])
        pdf = found.pdf.read_bytes() if isinstance(found.pdf, Path) else found.pdf
        return Opened(pdf, found.pages, found.kind, found.sha256, found.notes)


def open_all(
    paths: Sequence[Path | str],
    folder: Path,
    *,
    into: Path,
    limits: Limits | None = None,
    places: Sequence[Place | None] = (),
    children: int | None = None,
) -> tuple[Opened | Finding, ...]:
    """Open many files of the case folder ``folder``; return for each, in order, what was opened or why not.

    ``Opened.pdf`` is a file in the folder ``into``. ``places`` say where the case names each file. One child
    process reads them, two where there are many; ``children`` sets another number.
    """
    bounds = limits or Limits()
    answers: dict[int, Opened | Finding] = {}
    asked: list[_Asked] = []
    for number, path in enumerate(paths):
        name = place.shown(path, folder)
        at = (places[number] if number < len(places) else None) or Place(name)
        try:
            file = place.inside(folder, path)
        except Refusal as refusal:
            answers[number] = _refused(name, at, refusal)
            continue
        asked.append(_Asked(number, name, at, Job(file, name, into / f"exhibit-{number + 1:04}.pdf", bounds)))
    for one, answer in _answered(asked, bounds, children or _children(len(asked))):
        answers[one.number] = _told(one, answer)
    return tuple(answers[number] for number in range(len(paths)))


def _children(files: int) -> int:
    return max(1, min(_MOST, (os.cpu_count() or 1), files // _SEVERAL + 1))


def _answered(asked: Sequence[_Asked], limits: Limits, children: int) -> Iterator[tuple[_Asked, Answer]]:
    """Yield each file with its answer; every child takes the next file that nobody took."""
    waiting = iter(asked)  # taken from by several threads, one at a time

    def work(_: int) -> list[tuple[_Asked, Answer]]:
        with Child(limits) as child:
            return [(one, child.ask(one.job)) for one in waiting]

    if children == 1 or len(asked) <= 1:
        yield from work(0)
        return
    with ThreadPoolExecutor(children) as threads:
        for found in threads.map(work, range(children)):
            yield from found


def _told(one: _Asked, answer: Answer) -> Opened | Finding:
    if isinstance(answer, Refusal):
        return _refused(one.name, one.place, answer)
    notes = tuple(_note(one, remark.code, remark.words, remark.fix) for remark in answer.remarks)
    return Opened(one.job.out, answer.pages, answer.kind, answer.sha256, notes)


def _note(one: _Asked, code: str, words: str, fix: str) -> Finding:
    return note(code, f"`{one.name}` {words}", one.place, fix=fix)


def _refused(name: str, at: Place, refusal: Refusal) -> Finding:
    return error(refusal.code, f"`{name}` {refusal.words}", at, fix=refusal.fix)

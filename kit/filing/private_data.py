"""Private data in the packet: named by page, and blacked out in the exhibits where the user asks for it.

What the kit draws itself is looked through too, for what the case's own texts may say; that is taken out of the
case, not blacked out, and a court's form is not made a picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kit.documents.packet.part import Part
from kit.documents.private import PrivateData, Scan, find_engine, scan
from kit.documents.private import redact as black_out
from kit.documents.private.ocr import EXTRA
from kit.filing.look import Prospect, place_of
from kit.findings import Finding, Place, note, stop

MAY_REDACT = "Run it with --redact to black it out in the packet, or replace the file."
TAKE_OUT = "Take it out of the case's own words; the last four digits, the year or initials may stand."
LOOK = "Look at it yourself."
ADVICE = f"The extra `ocr` would let the kit read pictures: `{EXTRA}`, and the program Tesseract."


def looked_through(
    prospect: Prospect, parts: Sequence[Part], *, redact: bool
) -> tuple[list[Part], tuple[Finding, ...]]:
    """Return ``parts``, blacked out where asked for, and a finding for each page with private data or without text."""
    private, engine = prospect.facts.case.private, find_engine()
    places = {one.id: place_of(prospect, one) for one in prospect.exhibits}
    found: list[Finding] = []
    made: list[Part] = []
    for part in parts:
        seen = scan(part.pdf, minors=private.minors, words=private.words, ocr=True, engine=engine)
        found += [_told(part, one, places.get(part.id), redact=redact) for one in seen.found]
        found += _unread(part, seen, places.get(part.id))
        if redact and seen.found:
            copy = black_out(part.pdf, seen.found, minors=private.minors, words=private.words, engine=engine)
            made.append(replace(part, pdf=copy))
        else:
            made.append(part)
    return made, tuple(found if engine else _with_advice(found))


def in_own_words(prospect: Prospect, parts: Sequence[Part]) -> tuple[Finding, ...]:
    """Return what the pages that leave the house say and should not, exhibits left aside."""
    private = prospect.facts.case.private
    found = {}
    for part in parts:
        if part.exhibit or part.private:
            continue
        for one in scan(part.pdf, minors=private.minors, words=private.words).found:
            message = f"{part.name}, page {one.page}: {one.says}"
            found[message] = note("K643", message, fix=TAKE_OUT, law=one.rule)
    return tuple(found.values())


def _told(part: Part, one: PrivateData, place: Place | None, *, redact: bool) -> Finding:
    message = f"{part.name}, page {one.page}: {one.says}"
    if redact:
        return note("K640", f"{message}; blacked out in the packet", place, law=one.rule)
    return stop("K640", message, place, fix=MAY_REDACT, law=one.rule, overridable=True)


def _unread(part: Part, seen: Scan, place: Place | None) -> Iterator[Finding]:
    if seen.unread:
        message = f"{part.name}: {_pages(seen.unread)} could not be read for private data, for want of words"
        yield note("K641", message, place, fix=LOOK)
    if seen.partly:
        message = f"{part.name}: {_pages(seen.partly)} could be read for private data only beside a picture"
        yield note("K642", message, place, fix=LOOK)


def _with_advice(found: Sequence[Finding]) -> Iterator[Finding]:
    """Say once, at the first page that was not read, what would read it."""
    first = next((one for one in found if one.fix == LOOK), None)
    for one in found:
        yield replace(one, fix=f"{LOOK} {ADVICE}") if one is first else one


def _pages(numbers: Sequence[int]) -> str:
    return f"page{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"

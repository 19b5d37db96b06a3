"""Private data in the exhibits: named by page, and blacked out where the user asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kit.documents.packet.part import Part
from kit.documents.private import PrivateData, Scan, scan
from kit.documents.private import redact as black_out
from kit.filing.look import Prospect
from kit.findings import Finding, note, stop

MAY_REDACT = "Run it with --redact to black it out in the packet, or replace the file."


def looked_through(
    prospect: Prospect, parts: Sequence[Part], *, redact: bool
) -> tuple[list[Part], tuple[Finding, ...]]:
    """Return ``parts``, blacked out where asked for, and a finding for each page with private data or without text."""
    private = prospect.facts.case.private
    found: list[Finding] = []
    made: list[Part] = []
    for part in parts:
        seen = scan(part.pdf, minors=private.minors, words=private.words)
        found += [_told(prospect, part, one, redact=redact) for one in seen.found]
        found += _unread(prospect, part, seen)
        made.append(replace(part, pdf=black_out(part.pdf, seen.found)) if redact and seen.found else part)
    return made, tuple(found)


def _told(prospect: Prospect, part: Part, one: PrivateData, *, redact: bool) -> Finding:
    message, place = f"{part.name}, page {one.page}: {one.says}", prospect.facts.case.place("exhibits")
    if redact:
        return note("K640", f"{message}; blacked out in the packet", place, law=one.rule)
    return stop("K640", message, place, fix=MAY_REDACT, law=one.rule, overridable=True)


def _unread(prospect: Prospect, part: Part, seen: Scan) -> Iterator[Finding]:
    if seen.unread:
        pages = f"page{'s' if len(seen.unread) > 1 else ''} {', '.join(map(str, seen.unread))}"
        message = f"{part.name}: {pages} could not be read for private data"
        fix = "Look at it yourself; a picture has no words to search."
        yield note("K641", message, prospect.facts.case.place("exhibits"), fix=fix)

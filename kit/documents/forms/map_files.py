"""What was proposed for a form, as the files a person corrects: `fields.yaml`, `document.yaml`, and the numbered proof.

Every row carries the number that stands on the proof. What nobody knows is
written as a row, too, so that it is seen and settled rather than missing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kit.documents.forms.blank import Blank
from kit.documents.forms.labels import Piece
from kit.documents.forms.mapping import Proposal
from kit.documents.forms.numbered_proof import numbered_proof
from kit.documents.forms.reading import Page
from kit.findings import KitError
from kit.journal import disk
from kit.load.form_files import DESCRIPTION, FIELDS
from kit.load.text_file import shown_path
from kit.model.form import Leave

PROOF = "numbered.pdf"
OPEN = "not mapped yet"  # why a field stays empty until somebody has looked at it
TODO = "TODO"  # never written: an open line is a fault until somebody has filled it in
LABEL = 80  # characters
OVERFLOWS = ("claim.why", "claim.how_calculated", "claim.summary", "demand.why_not")
NUMBER = re.compile(r"\b(?=[A-Z0-9./-]*\d)(?:[A-Z]{1,5}[- ]?\d{1,4}[A-Z]?|\d{2,4}-\d{3,6})(?![\w.,-]*\d)\b")
REVISION = re.compile(
    r"\b(?:rev(?:ised|ision)?\.?|effective|eff\.?)\s*:?\s*"
    r"([A-Z][a-z]+\.? \d{1,2} ?, \d{4}|[A-Z][a-z]+ \d{4}|\d{1,2}/(?:\d{1,2}/)?\d{2,4})"
    r"|\((\d{1,2}/\d{2,4})\)",
    re.IGNORECASE,
)
_HEAD = """\
# Proposed by reading the form; correct each row while looking at {proof}, which carries the same numbers.
# A row either names a blank or says why the field stays empty. `kit forms check` then fills it with a sample case.
"""


def write(
    folder: Path, blank: Blank, pages: Sequence[Page], proposals: Sequence[Proposal], known: Mapping[str, str]
) -> tuple[Path, ...]:
    """Write the three files into ``folder`` and return them; ``known`` is what the user said of the form.

    Raises `KitError` where one of them is there already, or nothing can be written; then nothing was.
    """
    files = {
        folder / DESCRIPTION: description(folder, blank, pages, known).encode(),
        folder / FIELDS: fields(proposals).encode(),
        folder / PROOF: numbered_proof(blank.pdf, proposals),
    }
    if there := [path for path in files if path.exists()]:
        raise KitError(f"{shown_path(there[0])} is there already; nothing was written")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, data in files.items():
            disk.write_new(path, data)
    except OSError as err:
        raise disk.in_words(err, folder, "the map is not whole") from err
    return tuple(files)


def fields(proposals: Sequence[Proposal]) -> str:
    """Return the rows of `fields.yaml`, one for each field, one for each state of a radio."""
    lines = [_HEAD.format(proof=PROOF), "fields:"]
    page = 0
    for one in rows_of(proposals):
        if one.spot.page != page:
            page = one.spot.page
            lines += ["", f"  # Page {page}"]
        lines += _row(one)
    return "\n".join(lines) + "\n"


def rows_of(proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    """Yield the proposals that are rows: a field once, a box once for each of its states that is bound."""
    seen: set[tuple[str, str]] = set()
    told = {one.spot.field.name for one in proposals if one.blank}
    for one in proposals:
        key = (one.spot.field.name, one.spot.state if one.blank else "")
        if key not in seen and (one.blank or one.spot.field.name not in told):
            seen.add(key)
            yield one


def _row(one: Proposal) -> Iterator[str]:
    cells = {"field": one.spot.field.name}
    if label := _line(one.label):
        cells["label"] = label
    if one.blank:
        cells["blank"] = one.blank
        if one.spot.is_box:
            cells |= {"equals": one.equals} if one.equals else {}
            cells["state"] = one.spot.state
        elif one.blank in OVERFLOWS and one.spot.field.multiline:
            cells["overflow"] = _line(one.label) or "continued"
    else:
        leave = one.leave or Leave.OTHER
        cells["leave"] = leave.value
        if leave is Leave.OTHER:
            cells["why"] = one.why or OPEN
    sure = f", sure {one.score:.2f}" if one.settled else ""
    yield f"  # {one.number}{sure}"
    yield "  - {" + ", ".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in cells.items()) + "}"


def _line(text: str) -> str:
    words = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return words if len(words) <= LABEL else words[: LABEL - 3].rstrip() + "..."


def description(folder: Path, blank: Blank, pages: Sequence[Page], known: Mapping[str, str]) -> str:
    """Return `document.yaml` with what the form prints of itself; what it does not say is left open."""
    printed = [item for page in pages for row in page.rows for item in row if isinstance(item, Piece)]
    forum = known.get("forum") or (folder.parent.name if re.fullmatch(r"us(-[a-z]{2})?", folder.parent.name) else TODO)
    rows = {
        "number": known.get("number") or _number(printed),
        "title": known.get("title") or _title(printed),
        "court": known.get("court") or TODO,
        "revision": known.get("revision") or _revision(printed),
        "url": known.get("url") or TODO,
        "sha256": blank.sha256,
        "pages": str(blank.pages),
        "forum": forum,
        "answers": known.get("answers") or "small-claims",
    }
    todo = [key for key, value in rows.items() if value == TODO]
    head = f"# To be filled in by hand: {', '.join(todo)}.\n" if todo else ""
    lines = [f"{key}: {'' if value == TODO else json.dumps(value, ensure_ascii=False)}" for key, value in rows.items()]
    return head + "".join(f"{line.rstrip()}\n" for line in lines)


def _number(printed: Sequence[Piece]) -> str:
    """Return the form's number: what looks like one and is printed most often, at the edge of a page at least once."""
    found = [match[0] for piece in printed for match in NUMBER.finditer(piece.text)]
    return max(dict.fromkeys(found), key=found.count, default=TODO)


def _revision(printed: Sequence[Piece]) -> str:
    for piece in printed:
        if match := REVISION.search(piece.text):
            return (match[1] or match[2]).replace(" ,", ",")
    return TODO


def _title(printed: Sequence[Piece]) -> str:
    """Return the largest bold words of the form."""
    bold = [piece for piece in printed if piece.bold and len(piece.text) > 5]  # noqa: PLR2004 - longer than a number
    return max(bold, key=lambda one: one.rect.height).text if bold else TODO

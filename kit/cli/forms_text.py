"""The forms there are, as rows for people and for programs."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kit.cli.findings_text import plain
from kit.cli.table import table
from kit.documents.forms import store
from kit.load.form_files import all_forms
from kit.load.jurisdiction_file import load_jurisdiction
from kit.load.text_file import shown_path
from kit.load.workspace_file import nearest, read_workspace
from kit.model.form import CourtForm
from kit.model.law_courts import CourtForms
from kit.model.law_names import RuleName
from kit.model.law_overview import standings

HERE, NEWER, UNUSABLE, ABSENT = "here", "here, another revision", "another revision, not usable", "not here"


@dataclass(frozen=True, slots=True)
class Listed:
    """A form, and where its blank is."""

    id: str  # empty where nobody has mapped it
    forum: str
    number: str
    title: str
    revision: str
    blank: str  # one of the four words above; empty where it is not mapped
    path: str
    url: str
    mapped: bool
    own: bool = False


def listed(forums: Sequence[str], on: date, own: Path | None) -> list[Listed]:
    """Return the forms of ``forums``, or all of them, then those that only the law names.

    Raises `KitError` for a state that is not on record.
    """
    wanted = tuple(dict.fromkeys(forum.strip().lower() for forum in forums))
    named = [one for forum in wanted for one in _in_law(forum, on)]
    known = [one for one in all_forms(own) if not wanted or one.forum in wanted]
    numbers = {(one.forum, _plain_number(one.number)) for one in known}
    rows = [_row(one, own) for one in known]
    return rows + [one for one in named if (one.forum, _plain_number(one.number)) not in numbers]


def _row(form: CourtForm, own: Path | None) -> Listed:
    found = store.look(form, own)
    if found.kept:
        blank = HERE if form.by_label or found.kept.sha256 == form.sha256 else NEWER
    else:
        blank = ABSENT if any(one.code == store.MISSING for one in found.findings) else UNUSABLE
    path = shown_path(found.kept.path) if found.kept else ""
    return Listed(
        form.id, form.forum, form.number, form.title, form.revision, blank, path, form.url, mapped=True, own=form.own
    )


def _in_law(forum: str, on: date) -> Iterator[Listed]:
    """Yield the forms that the law of ``forum`` names on the day ``on``, each once."""
    law = load_jurisdiction(forum, _law_folders())
    if RuleName.COURT_FORMS not in law.rules:
        return
    seen = set()
    for standing in standings(law, RuleName.COURT_FORMS, on):
        value = standing.answer.value if standing.answer else None
        for form in value.forms if isinstance(value, CourtForms) else ():
            key = (form.number, form.title)
            if key not in seen:
                seen.add(key)
                yield Listed("", law.code, form.number or "", form.title, "", "", "", form.url or "", mapped=False)


def _law_folders() -> tuple[Path, ...]:
    found = nearest(Path.cwd())
    own = read_workspace(found).jurisdictions if found else None
    return (own,) if own else ()


def _plain_number(number: str) -> str:
    return "".join(char for char in number.casefold() if char.isalnum())


def data(rows: Sequence[Listed]) -> list[dict[str, Any]]:
    """Return the rows for programs."""
    return [dataclasses.asdict(row) for row in rows]


def as_text(rows: Sequence[Listed]) -> str:
    """Return the rows as a table, the addresses under it, the forms nobody has mapped last."""
    known, named = [row for row in rows if row.mapped], [row for row in rows if not row.mapped]
    lines: list[str] = []
    if known:
        cells = [(row.id, row.number, row.revision, row.blank, _short(row.title)) for row in known]
        lines += table([("Form", "Number", "Revision mapped", "Blank", "Title"), *cells], ())
        lines += ["", "Official addresses:", *(f"  {row.id}  {row.url}" for row in known)]
        lines += ["", f"Blanks are kept in {shown_path(store.folder())}; `kit forms get FORM` fetches one."]
    if named:
        lines += [""] if lines else []
        lines.append("Named in the law, and not mapped; `kit forms map FILE` reads such a blank:")
        lines += [
            f"  {row.forum}  {' '.join(filter(None, (row.number, row.title)))}" + (f"  {row.url}" if row.url else "")
            for row in named
        ]
    return "\n".join(plain(line) for line in lines) or "No form is known there, and the law on record names none."


def _short(title: str) -> str:
    most = 48
    return title if len(title) <= most else title[: most - 3].rstrip() + "..."

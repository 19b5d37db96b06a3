"""The court forms there are: every folder `templates/forms/<us-xx>/<form>/`, the user's own folder first.

Besides the shape the loader checks that a folder's name and forum agree, that a
field is answered once, and that the form for what does not fit is there.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

from kit.findings import Finding, InvalidFile, KitError, error
from kit.load import yaml_text
from kit.load.text_file import shown_path
from kit.load.tree import Tree
from kit.load.validation import validate
from kit.model.form import CourtForm, FieldRow, FieldRows, FormDescription
from kit.model.form_items import FormItem, FormItems
from kit.paths import data_folder

DESCRIPTION, FIELDS, ITEMS = "document.yaml", "fields.yaml", "items.yaml"
_Stamp = tuple[tuple[int, int], ...]
_loaded: dict[Path, tuple[_Stamp, CourtForm]] = {}


def find_form(form_id: str, own: Path | None = None) -> CourtForm:
    """Return the form `us-ca/sc-100`, from the user's ``own`` folder before the kit's; `SC-100` where one state has it.

    Raises `KitError` that names near ones, and `InvalidFile` with every fault of its files.
    """
    wanted = form_id.strip().lower()
    known = form_ids(own)
    found = [one for one in known if wanted in (one, one.partition("/")[2])]
    if not found:
        raise KitError(f"there is no form `{form_id}`; {_near(wanted, known)}")
    if len(found) > 1:
        raise KitError(f"several states have a form `{form_id}`: {', '.join(found)}")
    folder = known[found[0]]
    form = read_form(folder, own=own is not None and folder.is_relative_to(own))
    if form.overflow_form and form.overflow_form not in known:
        tree = yaml_text.read(folder / DESCRIPTION, shown_path(folder / DESCRIPTION))
        message = f"overflow: there is no form `{form.overflow_form}`"
        fix = "Correct it, or write `overflow: addendum`."
        raise InvalidFile([error("K503", message, tree.place("overflow"), fix=fix)])
    return form


def all_forms(own: Path | None = None) -> tuple[CourtForm, ...]:
    """Return every form, sorted by id. Raises `InvalidFile` with the faults of all of them."""
    forms: list[CourtForm] = []
    faults: list[Finding] = []
    for one in form_ids(own):
        try:
            forms.append(find_form(one, own))
        except InvalidFile as err:
            faults += err.findings
    if faults:
        raise InvalidFile(faults)
    return tuple(forms)


def forms_of(forum: str, own: Path | None = None) -> tuple[CourtForm, ...]:
    """Return the forms of the jurisdiction ``forum`` (`us-ca`), sorted by id."""
    wanted = forum.strip().lower()
    return tuple(find_form(one, own) for one in form_ids(own) if one.partition("/")[0] == wanted)


def form_ids(own: Path | None = None) -> dict[str, Path]:
    """Return the folder of every form by its id, sorted."""
    found: dict[str, Path] = {}
    for root in (data_folder("templates") / "forms", own):
        for file in sorted(root.glob(f"us*/*/{DESCRIPTION}")) if root else ():
            found[f"{file.parent.parent.name}/{file.parent.name}"] = file.parent
    return dict(sorted(found.items()))


def read_form(folder: Path, *, own: bool = False) -> CourtForm:
    """Return the form in ``folder``; raises `InvalidFile` with every fault. Unchanged files are read once."""
    files = (folder / DESCRIPTION, folder / (ITEMS if (folder / ITEMS).is_file() else FIELDS))
    stamp = tuple((stat.st_mtime_ns, stat.st_size) for file in files if file.is_file() and (stat := file.stat()))
    kept = _loaded.get(folder)
    if kept is None or kept[0] != stamp or len(stamp) < len(files):
        kept = _loaded[folder] = (stamp, _read(folder, own=own))
    return kept[1]


def _read(folder: Path, *, own: bool) -> CourtForm:
    description, said, faults = _described(folder)
    rows: tuple[FieldRow, ...] = ()
    if description and description.sha256 is None and not faults:
        read_items(folder)
        return CourtForm(id=said, fields=(), folder=str(folder), own=own, **dict(description))
    try:
        tree = yaml_text.read(folder / FIELDS, shown_path(folder / FIELDS))
        rows = validate(FieldRows, tree).fields
        faults += _twice(rows, tree)
    except InvalidFile as err:
        faults += err.findings
    if description is None or faults:
        raise InvalidFile(faults)
    return CourtForm(id=said, fields=rows, folder=str(folder), own=own, **dict(description))


def read_items(folder: Path) -> tuple[FormItem, ...]:
    """Return the items of a form that is bound by its printed words; raises `InvalidFile` with every fault."""
    return validate(FormItems, yaml_text.read(folder / ITEMS, shown_path(folder / ITEMS))).items


def _described(folder: Path) -> tuple[FormDescription | None, str, list[Finding]]:
    said = f"{folder.parent.name}/{folder.name}"
    try:
        tree = yaml_text.read(folder / DESCRIPTION, shown_path(folder / DESCRIPTION))
        description = validate(FormDescription, tree)
    except InvalidFile as err:
        return None, said, list(err.findings)
    if description.forum != folder.parent.name:
        message = f"the forum `{description.forum}` is not the folder's, `{folder.parent.name}`"
        fix = f"Write `forum: {folder.parent.name}`, or move the folder."
        return description, said, [error("K501", message, tree.place("forum"), fix=fix)]
    return description, said, []


def _twice(rows: tuple[FieldRow, ...], tree: Tree) -> Iterator[Finding]:
    """Find fields that two rows answer; the states of one radio are rows of their own."""
    first: dict[tuple[str, str | None], int] = {}
    by_name: dict[str, int] = {}
    for number, row in enumerate(rows):
        before = first.get((row.field, row.state))
        other = by_name.get(row.field)
        if before is None and other is not None and (row.state is None or rows[other].state is None):
            before = other
        if before is not None and not (row.state and row.equals != rows[before].equals):
            line = tree.place("fields", before, "field").line
            message = f"`{row.field}` is answered twice; first on line {line}"
            yield error("K502", message, tree.place("fields", number, "field"), fix="Keep one of them.")
        first.setdefault((row.field, row.state), number)
        by_name.setdefault(row.field, number)


def _near(wanted: str, known: dict[str, Path]) -> str:
    short = {one.partition("/")[2]: one for one in known}
    near = difflib.get_close_matches(wanted, [*known, *short], 1, 0.6)
    if near:
        return f"did you mean {short.get(near[0], near[0])}?"
    return f"there are {', '.join(known)}" if known else "there are none yet"

"""The documents there are: every folder under `templates/` with a `document.yaml`.

A user's own folder of templates is looked at first: a folder of the same id
there replaces the kit's words, and whatever files it lacks come from the kit.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path

from kit.findings import InvalidFile, KitError, Place, error
from kit.load import yaml_text
from kit.load.validation import validate
from kit.model.document import Document, Template
from kit.paths import data_folder

FAMILIES = ("contracts", "letters", "statements", "internal", "agreements", "handoff", "court", "bankruptcy")


def read_document(folder: Path) -> Document:
    """Return the description of the document in ``folder``; raises `InvalidFile`."""
    file = folder / "document.yaml"
    tree = yaml_text.read(file, str(file))
    document = validate(Document, tree)
    if document.id != f"{folder.parent.name}/{folder.name}":
        message = f"the id `{document.id}` is not the folder's name"
        raise InvalidFile(
            [error("K320", message, tree.place("id"), fix=f"Write `id: {folder.parent.name}/{folder.name}`.")]
        )
    return document


def find_templates(own: Path | None = None) -> dict[str, Template]:
    """Return every document's template by its id, the user's ``own`` folder first. Raises `InvalidFile`."""
    found: dict[str, Template] = {}
    for root, is_own in ((data_folder("templates"), False), (own, True)):
        if root is None:
            continue
        if is_own and not root.is_dir():
            raise InvalidFile(
                [error("K321", f"there is no folder {root}", Place(str(root)), fix="Correct `templates:` in kit.yaml.")]
            )
        for file in _descriptions(root):
            document = read_document(file.parent)
            found[document.id] = Template(document=document, folder=str(file.parent), own=is_own)
    return found


def find_template(name: str, own: Path | None = None, tone: str = "") -> Template:
    """Return the template of the document ``name``, in ``tone`` where it has such words.

    Raises `KitError` that names near ones.
    """
    for root, is_own in ((own, True), (data_folder("templates"), False)):
        if root is not None and _is_id(name) and (root / name / "document.yaml").is_file():
            found = Template(document=read_document(root / name), folder=str(root / name), own=is_own)
            return found.model_copy(update={"tone": tone}) if tone and has_tone(found, tone) else found
    templates = find_templates(own)
    near = difflib.get_close_matches(name, sorted(templates), 1, 0.4)
    hint = f"; did you mean {near[0]}?" if near else f"; there are {', '.join(sorted(templates))}"
    raise KitError(f"there is no document `{name}`{hint}")


def _is_id(name: str) -> bool:
    family, slash, last = name.partition("/")
    return family in FAMILIES and bool(slash) and Path(last).name == last


def has_tone(template: Template, tone: str) -> bool:
    """Say whether a document has words in ``tone``."""
    return (Path(template.folder) / f"en.{tone}.docx").is_file()


def _descriptions(root: Path) -> Iterable[Path]:
    return sorted(file for family in FAMILIES for file in (root / family).glob("*/document.yaml"))

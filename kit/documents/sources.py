"""The files that decide what a paper says, and whether they can be used."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kit.documents.docx_logo import sound_logo
from kit.documents.draft import words_file
from kit.findings import InvalidFile, KitError, error
from kit.load.case_file import CaseParts
from kit.load.workspace_file import WorkspaceFile
from kit.model.document import Template
from kit.model.law import Jurisdiction
from kit.paths import data_folder


def inspect_logo(logo: bytes | None, workspace: WorkspaceFile | None) -> None:
    """Raise `InvalidFile` that points to `logo:` where its file is no picture for a letterhead."""
    if logo is None or workspace is None:
        return
    try:
        sound_logo(logo)
    except KitError as err:
        fix = "Save the logo as PNG or JPEG and name that file, or remove the line."
        raise InvalidFile([error("K037", str(err), workspace.tree.place("logo"), fix=fix)]) from None


def files_of(parts: CaseParts, laws: Iterable[Jurisdiction], template: Template) -> dict[str, Path]:
    """Return the files that decide what a paper says, by the names the user knows them by."""
    return case_files(parts, laws) | template_files(template)


def case_files(parts: CaseParts, laws: Iterable[Jurisdiction]) -> dict[str, Path]:
    """Return the files of the case, its workspace and its law, by the names the user knows them by."""
    files = {"case.yaml": parts.path}
    if parts.workspace:
        files["kit.yaml"] = parts.workspace.path
        if parts.workspace.workspace.logo:
            files["logo"] = parts.workspace.path.parent / parts.workspace.workspace.logo
    files["house.typ"] = data_folder("templates") / "house" / "house.typ"
    return files | {f"{law.code}.yaml": Path(law.origin) for law in laws if law.origin}


def template_files(template: Template) -> dict[str, Path]:
    """Return the files of a document's words."""
    folder, document = Path(template.folder), template.document.id
    words = {f"{document}/{template.stem}{ending}": words_file(template, ending) for ending in (".docx", ".typ")}
    beside = {f"{document}/{data.name}": data for data in sorted(folder.glob("*.yaml")) if data.name != "document.yaml"}
    return words | beside

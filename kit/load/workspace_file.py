"""`kit.yaml`: the nearest one above a case says what is the same for all of them.

The search starts in the case folder and ends at the user's home or at the root
of the disk, so that a stray file elsewhere never speaks for a case.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from kit.findings import Finding, InvalidFile, error
from kit.load import yaml_text
from kit.load.text_file import read_bytes, shown_path
from kit.load.tree import Tree
from kit.load.validation import validate
from kit.model.workspace import Workspace

NAME = "kit.yaml"
FORMS = "forms"  # the folder beside it with the user's own form maps and blanks
LARGEST_LOGO = 5_000_000  # bytes


@dataclass(frozen=True, slots=True)
class WorkspaceFile:
    """What `kit.yaml` says, and where it stands."""

    path: Path
    tree: Tree
    workspace: Workspace

    @property
    def templates(self) -> Path | None:
        """The folder of the user's own templates."""
        return self._beside(self.workspace.templates)

    @property
    def jurisdictions(self) -> Path | None:
        """The folder of the user's own jurisdiction files, which come before the shipped ones."""
        return self._beside(self.workspace.jurisdictions)

    @property
    def forms(self) -> Path | None:
        """The folder of the user's own form maps and blanks, which come first; None where there is none."""
        return forms_beside(self.path)

    def logo(self) -> bytes | None:
        """Return the bytes of the logo; raises `InvalidFile` where its file cannot be read."""
        path = self._beside(self.workspace.logo)
        try:
            return read_bytes(path, shown_path(path), LARGEST_LOGO) if path else None
        except InvalidFile as err:
            place = self.tree.place("logo")
            said = [
                error("K037", f"logo: {one.message}", place, fix="Correct the name, or remove the line.")
                for one in err.findings
            ]
            raise InvalidFile(said) from None

    def _beside(self, name: str | None) -> Path | None:
        return self.path.parent / name if name else None


def nearest(folder: Path) -> Path | None:
    """Return the `kit.yaml` that speaks for cases in ``folder``."""
    home, above = _home(), str(folder)
    while True:  # plain strings: asked at every level for every case
        path = os.path.join(above, NAME)  # noqa: PTH118
        if os.path.exists(path):  # noqa: PTH110
            return Path(path)
        higher = os.path.dirname(above)  # noqa: PTH120
        if above in (home, higher):
            return None
        above = higher


def read_workspace(path: Path) -> WorkspaceFile:
    """Return the workspace that the file at ``path`` describes; raises `InvalidFile` with every fault."""
    tree = yaml_text.read(path, shown_path(path))
    found = WorkspaceFile(path, tree, validate(Workspace, tree))
    if faults := [*_absent(found)]:
        raise InvalidFile(faults)
    return found


def forms_beside(path: Path) -> Path | None:
    """Return the folder of the user's own form maps and blanks beside the `kit.yaml` at ``path``, which is not read."""
    found = path.parent / FORMS
    return found if found.is_dir() else None


def _absent(found: WorkspaceFile) -> list[Finding]:
    folders = {"templates": found.templates, "jurisdictions": found.jurisdictions}
    fix = "Make it, correct the name, or remove the line."
    return [
        error(
            "K037",
            f"{key}: there is no folder `{getattr(found.workspace, key)}` beside {NAME}",
            found.tree.place(key),
            fix=fix,
        )
        for key, folder in folders.items()
        if folder and not folder.is_dir()
    ]


def _home() -> str:
    return os.path.expanduser("~")  # noqa: PTH111 - stays `~` for a machine account without a home

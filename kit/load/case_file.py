"""`case.yaml` with the workspace above it: the facts of one debt as its owner wrote them.

The faults of both files are reported together. What the case leaves out, the
workspace fills in; what neither says is asked for only by the command that needs it.
"""

from __future__ import annotations

import difflib
import os
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from kit.findings import Finding, InvalidFile, Place, error
from kit.load import yaml_text
from kit.load.case_checks import absent_exhibits, faults_of
from kit.load.text_file import shown_path
from kit.load.tree import Tree
from kit.load.validation import MAX_FAULTS, validate
from kit.load.workspace_file import WorkspaceFile, nearest, read_workspace
from kit.model.case import CaseFile
from kit.model.options import filled
from kit.model.small_claims import EarlierFiling

NAME = "case.yaml"


@dataclass(frozen=True, slots=True)
class CaseParts:
    """A case as read: what the user wrote with the workspace filled in, and where everything stands."""

    file: CaseFile
    tree: Tree
    path: Path  # of case.yaml
    workspace: WorkspaceFile | None
    notes: tuple[Finding, ...] = ()

    @property
    def folder(self) -> Path:
        """The case folder."""
        return self.path.parent

    @property
    def id(self) -> str:
        """The folder's name."""
        return self.folder.name

    @property
    def templates(self) -> Path | None:
        """The folder of the user's own templates."""
        return self.workspace.templates if self.workspace else None

    @property
    def jurisdictions(self) -> Path | None:
        """The folder of the user's own jurisdiction files."""
        return self.workspace.jurisdictions if self.workspace else None

    @property
    def forms(self) -> Path | None:
        """The folder of the user's own form maps and blanks; None where there is none."""
        return self.workspace.forms if self.workspace else None

    @property
    def filed_before(self) -> tuple[EarlierFiling, ...] | None:
        """The small claims of this creditor that kit.yaml and the case list; None where neither says a word."""
        lists = (self.workspace.workspace.filed if self.workspace else None, self.file.small_claims.filed)
        said = [one for one in lists if one is not None]
        return tuple(filing for one in said for filing in one) if said else None


def read_case_file(case: Path) -> CaseParts:
    """Return the parts of ``case``, which is a case folder or its `case.yaml`.

    Raises `InvalidFile` with the faults of the case and of the workspace above it.
    """
    path = case_path(case)
    faults: list[Finding] = []
    workspace: WorkspaceFile | None = None
    try:
        above = nearest(path.parent)
        workspace = read_workspace(above) if above else None
    except InvalidFile as err:
        faults += err.findings
    try:
        tree = yaml_text.read(path, shown_path(path))
        file = _with_defaults(validate(CaseFile, tree), workspace)
        faults += islice(faults_of(file, tree, path.parent), MAX_FAULTS)
    except InvalidFile as err:
        raise InvalidFile([*faults, *err.findings]) from None
    if faults:
        raise InvalidFile(faults)
    return CaseParts(file, tree, path, workspace, tuple(absent_exhibits(file, tree, path.parent)))


def case_path(case: Path) -> Path:
    """Return the path of the file that ``case`` means; raises `InvalidFile` where there is none."""
    path = Path(os.path.abspath(case))  # noqa: PTH100 - resolve() would follow links and show another name than was typed
    if os.path.isdir(path):  # noqa: PTH112 - Path's own raise where a name is too long or a folder is closed
        if not os.path.exists(path / NAME):  # noqa: PTH110 - same
            others = sorted(other.name for other in path.glob("*.yml"))
            fix = f"Rename {others[0]} to {NAME}." if others else "`kit new NAME` starts a case folder."
            raise InvalidFile([error("K001", f"there is no {NAME} in this folder", Place(shown_path(path)), fix=fix)])
        return path / NAME
    if not os.path.exists(path):  # noqa: PTH110 - same
        raise InvalidFile([error("K001", "there is no such file or folder", Place(str(case)), fix=_nearby(path))])
    return path


def _nearby(path: Path) -> str:
    try:
        beside = sorted(other.name for other in path.parent.iterdir())
    except OSError:
        return ""
    near = difflib.get_close_matches(path.name, beside, 1)
    return f"Did you mean `{near[0]}`?" if near else ""


def _with_defaults(file: CaseFile, found: WorkspaceFile | None) -> CaseFile:
    known: dict[str, Any] = {}
    if found and file.creditor is None and found.workspace.creditor:
        known["creditor"] = found.workspace.creditor
    if found and "currency" not in file.model_fields_set and found.workspace.currency:
        known["currency"] = found.workspace.currency
    if found and "options" in found.workspace.model_fields_set:
        known["options"] = filled(file.options, found.workspace.options)
    return file.model_copy(update=known) if known else file

"""Four true-to-life cases, each walked through its story with the steps a user would take."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kit import escalation
from kit.demo.beats import do
from kit.documents.delivery.travel import ENVELOPE
from kit.facts import Facts
from kit.findings import KitError
from kit.journal.pending import OUT
from kit.ladder.standing import Next
from kit.load import yaml_text
from kit.model.document_ids import (
    CLAIM_ATTACHMENT,
    CLAIM_MAILING,
    CONTRACT,
    FINAL_DEMAND,
    GOODS,
    PACKET,
    PAYMENT_PLAN,
    PROOF_OF_CLAIM,
    SETTLEMENT,
    STATEMENT,
    STOP_LIST,
)
from kit.paths import data_folder

AS_OF = date(2026, 12, 14)
WORTH_OPENING = (
    CONTRACT, GOODS, STATEMENT, FINAL_DEMAND, PAYMENT_PLAN, SETTLEMENT, PACKET, STOP_LIST, PROOF_OF_CLAIM,
    CLAIM_ATTACHMENT, CLAIM_MAILING,
)  # fmt: skip
WORKSPACE = """\
# What is the same for every case of this folder. The demo's cases name their creditors themselves.
format: 1
currency: USD
"""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done in a story."""

    case: str
    number: int
    of: int
    what: str
    files: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Ending:
    """How a case stands when its story is told."""

    folder: Path
    title: str
    facts: Facts
    next: Next
    worth_opening: tuple[Path, ...]


def stories() -> tuple[Path, ...]:
    """Return the folders of the demo's cases."""
    return tuple(sorted(path.parent for path in (data_folder("templates") / "demo").glob("*/story.yaml")))


def lay_out(workspace: Path) -> tuple[Path, ...]:
    """Make ``workspace`` with the cases in it; raises `KitError` where something stands there already."""
    if workspace.exists() and any(workspace.iterdir()):
        raise KitError(f"{workspace} is not empty; name another folder, or remove it first")
    workspace.mkdir(parents=True, exist_ok=True)
    (workspace / "kit.yaml").write_text(WORKSPACE, encoding="utf-8")
    folders = []
    for story in stories():
        folder = workspace / story.name
        folder.mkdir()
        shutil.copyfile(story / "case.yaml", folder / "case.yaml")
        if (story / "exhibits").is_dir():
            shutil.copytree(story / "exhibits", folder / "exhibits")
        folders.append(folder)
    return tuple(folders)


def walk(folder: Path) -> Iterator[Step]:
    """Do what the story of the case in ``folder`` says, one step at a time."""
    steps = yaml_text.read(
        data_folder("templates") / "demo" / folder.name / "story.yaml", f"{folder.name}/story.yaml"
    ).data["steps"]
    for number, beat in enumerate(steps, 1):
        what, files = do(folder, dict(beat), AS_OF)
        yield Step(folder.name, number, len(steps), what, files)


def ending(folder: Path) -> Ending:
    """Return how the case in ``folder`` stands on the demo's last day."""
    coming = escalation.look_ahead(folder, as_of=AS_OF)
    facts = coming.facts
    newest = {made.document: made for made in facts.case.made if made.document in WORTH_OPENING}
    files = (folder / file.path for name in WORTH_OPENING if name in newest for file in newest[name].files)
    shown = (file for file in files if file.suffix == ".pdf" and file.parent.name == OUT)
    pdfs = tuple(file for file in shown if not file.name.endswith(ENVELOPE))
    return Ending(folder, facts.case.title or folder.name, facts, coming.next, pdfs)

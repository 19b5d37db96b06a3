"""Three true-to-life cases, each walked through its story with the steps a user would take."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kit import escalation, pipeline, step_papers
from kit.claiming import make_claim
from kit.documents.contexts.request import Request
from kit.documents.delivery.travel import ENVELOPE
from kit.facts import Facts
from kit.filing.make import make_packet
from kit.filing.options import Options
from kit.findings import KitError
from kit.journal import Journal, append
from kit.journal.pending import OUT
from kit.journal.sending import enclosed_with
from kit.ladder.standing import Next
from kit.load import yaml_text
from kit.model.court_exhibits import paper_of
from kit.model.document_ids import (
    CLAIM_ATTACHMENT,
    CLAIM_MAILING,
    CONTRACT,
    FINAL_DEMAND,
    GOODS,
    PACKET,
    PROOF_OF_CLAIM,
    STATEMENT,
    STOP_LIST,
)
from kit.model.event import EVENT, Event
from kit.model.fields import parse_day, parse_flag
from kit.model.ladder import DoneBy
from kit.paths import data_folder

AS_OF = date(2026, 12, 14)
WORTH_OPENING = (
    CONTRACT, GOODS, STATEMENT, FINAL_DEMAND, PACKET, STOP_LIST, PROOF_OF_CLAIM, CLAIM_ATTACHMENT, CLAIM_MAILING,
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
        what, files = _do(folder, dict(beat))
        yield Step(folder.name, number, len(steps), what, files)


def _do(folder: Path, beat: dict[str, Any]) -> tuple[str, tuple[Path, ...]]:
    on = parse_day(beat.pop("on"))
    if "make" in beat:
        request = Request(beat["make"], step=beat.get("step", ""), invoice=beat.get("invoice", ""))
        made = pipeline.make(folder, request, as_of=on)
        return f"{made.paper.template.document.title} {request.invoice}".strip(), made.files
    if "step" in beat:
        return _step(folder, on, beat)
    if "keep" in beat:
        return _keep(folder, beat["keep"], beat["file"])
    if "packet" in beat:
        made_packet = make_packet(folder, Options(redact=True), as_of=on)
        return "Small-claims packet", made_packet.files
    if "claim" in beat:
        return "Proof of claim with its attachment", tuple(reversed(make_claim(folder, as_of=on).files))  # itself first
    kind = beat.pop("log")
    event = append(folder, _event(folder, kind, on, beat))
    return f"Recorded: {event.event}", ()


def _keep(folder: Path, document: str, file: str) -> tuple[str, tuple[Path, ...]]:
    """Keep a copy of the last paper of that kind among the exhibits, as a user does with what was signed."""
    case = pipeline.load_case(folder, as_of=AS_OF).case
    paper = next(made for made in reversed(case.made) if made.document == document)
    (folder / file).parent.mkdir(exist_ok=True)
    shutil.copyfile(folder / paper_of(paper), folder / file)
    return f"Kept as {file}", ()


def _step(folder: Path, on: date, beat: dict[str, Any]) -> tuple[str, tuple[Path, ...]]:
    """Make the papers of a step of the ladder; unless ``done: no`` is said, record that they went out, too."""
    name, done = beat.pop("step"), parse_flag(beat.pop("done", "yes"))
    found, made = step_papers.make_step(folder, name, as_of=on)
    task = found.task
    if task is None:
        raise KitError(f"{folder.name}: there is no step {name} on {on}")
    if done:
        said = {"step": task.id, **beat}
        if task.done_by.written:
            paper = made[0].outcome.made
            case = pipeline.load_case(folder, as_of=on).case
            said |= {"made": paper.n, "document": paper.document, "enclosed": list(enclosed_with(case, paper))}
            said |= {"channel": str(task.done_by.channel)}
        kind = {DoneBy.CHECKED: "checked", DoneBy.CALLED: "called"}.get(task.done_by, "sent")
        append(folder, _event(folder, kind, on, said))
    files = tuple(file for one in made for file in one.files)
    return f"{task.title}, {task.done_by.value}" if done else task.title, files


def _event(folder: Path, kind: str, on: date, said: dict[str, Any]) -> Callable[[Journal], Event]:
    if kind == "sent" and "made" not in said:
        last = pipeline.load_case(folder, as_of=on).case.made[-1]
        said = {"made": last.n, "document": last.document, **said}
    return lambda journal: EVENT.validate_python({"n": journal.next_number, "on": on, "event": kind, **said})


def ending(folder: Path) -> Ending:
    """Return how the case in ``folder`` stands on the demo's last day."""
    coming = escalation.look_ahead(folder, as_of=AS_OF)
    facts = coming.facts
    newest = {made.document: made for made in facts.case.made if made.document in WORTH_OPENING}
    files = (folder / file.path for name in WORTH_OPENING if name in newest for file in newest[name].files)
    shown = (file for file in files if file.suffix == ".pdf" and file.parent.name == OUT)
    pdfs = tuple(file for file in shown if not file.name.endswith(ENVELOPE))
    return Ending(folder, facts.case.title or folder.name, facts, coming.next, pdfs)

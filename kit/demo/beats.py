"""What each beat of a story does, as its user would have done it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from kit import pipeline, planning, settling, step_papers
from kit.claiming import make_claim
from kit.documents.contexts.request import Request
from kit.filing.make import make_packet
from kit.filing.options import Options
from kit.findings import KitError
from kit.journal import Journal, append
from kit.journal.deal_entry import completed
from kit.journal.sending import enclosed_with
from kit.ledger.plan_schedule import Wish as Instalments
from kit.model.court_exhibits import paper_of
from kit.model.event import EVENT, Event
from kit.model.fields import parse_amount, parse_day, parse_flag, parse_percent
from kit.model.ladder import DoneBy
from kit.model.settlement import Stance

Beat = dict[str, Any]
Done = tuple[str, tuple[Path, ...]]  # what was done, in words, and the files that came of it


def do(folder: Path, beat: Beat, last_day: date) -> Done:
    """Do what ``beat`` says in the case at ``folder``: make a paper or record an event; ``last_day`` is the story's."""
    on = parse_day(beat.pop("on"))
    kind = next(kind for kind in _BEATS if kind in beat)
    return _BEATS[kind](folder, on if kind != "keep" else last_day, beat)


def _make(folder: Path, on: date, beat: Beat) -> Done:
    request = Request(beat["make"], step=beat.get("step", ""), invoice=beat.get("invoice", ""))
    made = pipeline.make(folder, request, as_of=on)
    return f"{made.paper.template.document.title} {request.invoice}".strip(), made.files


def _packet(folder: Path, on: date, _: Beat) -> Done:
    return "Small-claims packet", make_packet(folder, Options(redact=True), as_of=on).files


def _claim(folder: Path, on: date, _: Beat) -> Done:
    return "Proof of claim with its attachment", tuple(reversed(make_claim(folder, as_of=on).files))  # itself first


def _log(folder: Path, on: date, beat: Beat) -> Done:
    event = append(folder, _event(folder, beat.pop("log"), on, beat))
    return f"Recorded: {event.event}", ()


def _plan(folder: Path, on: date, beat: Beat) -> Done:
    """Offer the plan that the beat describes, as `kit plan` does."""
    said = beat["plan"]
    wish = Instalments(
        parse_day(said["start"]), count=int(said["instalments"]), down_percent=parse_percent(said["down"])
    )
    paper = planning.make_plan(folder, planning.Offer(wish), as_of=on).paper
    return "Payment plan", paper.files if paper else ()


def _settle(folder: Path, on: date, beat: Beat) -> Done:
    """Offer the settlement that the beat describes, as `kit settle` does."""
    said = beat["settle"]
    wish = settling.Wish(parse_day(said["by"]), Stance(said["stance"]), pay=parse_amount(said["pay"]))
    papers = settling.make_settlement(folder, wish, as_of=on).papers
    return "Settlement offer with its agreement", tuple(file for paper in papers for file in paper.files)


def _keep(folder: Path, last_day: date, beat: Beat) -> Done:
    """Keep a copy of the last paper of that kind among the exhibits, as a user does with what was signed."""
    document, file = beat["keep"], beat["file"]
    case = pipeline.load_case(folder, as_of=last_day).case
    paper = next(made for made in reversed(case.made) if made.document == document)
    (folder / file).parent.mkdir(exist_ok=True)
    shutil.copyfile(folder / paper_of(paper), folder / file)
    return f"Kept as {file}", ()


def _step(folder: Path, on: date, beat: Beat) -> Done:
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


def _event(folder: Path, kind: str, on: date, said: Beat) -> Callable[[Journal], Event]:
    case = pipeline.load_case(folder, as_of=on).case
    if kind == "sent" and "made" not in said:
        last = case.made[-1]
        if last.step:  # of the papers of a step its letter, the others go with it
            last = next(made for made in case.made if (made.step, made.on) == (last.step, last.on))
        said = {"made": last.n, "document": last.document, "enclosed": list(enclosed_with(case, last)), **said}

    def build(journal: Journal) -> Event:
        known = completed(kind, case, journal, dict(said))
        return EVENT.validate_python({"n": journal.next_number, "on": on, "event": kind, **known})

    return build


_BEATS: dict[str, Callable[[Path, date, Beat], Done]] = {
    "log": _log,
    "make": _make,
    "step": _step,
    "keep": _keep,
    "packet": _packet,
    "claim": _claim,
    "plan": _plan,
    "settle": _settle,
}

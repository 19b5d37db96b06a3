"""A ladder on disk to the steps it holds: `templates/ladders/<name>.yaml`, the user's own folder first.

Besides the shape the loader checks that ids stand once, that a step counts from
an earlier one, and that every document is there.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from pydantic import TypeAdapter

from kit.findings import Finding, InvalidFile, KitError, error
from kit.load import yaml_text
from kit.load.case_file import CaseParts
from kit.load.document_files import find_templates, has_tone
from kit.load.text_file import shown_path
from kit.load.tree import Key, Tree
from kit.load.validation import validate
from kit.model.document import Template
from kit.model.fields import Frozen
from kit.model.ladder import NONE, Ladder, Reply, Step
from kit.paths import data_folder

REPLIES = "replies"
STANDARD = "standard"


class _Replies(Frozen):
    replies: tuple[Reply, ...]


_REPLIES = TypeAdapter(_Replies)
_loaded: dict[tuple[Path, Path | None], tuple[tuple[int, int], Ladder]] = {}


def load_ladder(name: str, own: Path | None = None) -> Ladder:
    """Return the ladder ``name``, from the user's ``own`` folder of templates before the kit's.

    Raises `KitError` that names near ones where there is none, `InvalidFile` with every fault of its file.
    Unchanged files are read once.
    """
    path = next((file for root in _roots(own) if (file := root / f"{name}.yaml").is_file()), None)
    if path is None or name == REPLIES or Path(name).name != name:
        raise KitError(f"there is no ladder `{name}`; {_near(name, ladder_names(own))}")
    stat = path.stat()
    stamp = (stat.st_mtime_ns, stat.st_size)
    kept = _loaded.get((path, own))
    if kept is None or kept[0] != stamp:
        kept = _loaded[path, own] = (stamp, read_ladder(path, own))
    return kept[1]


def ladder_of(parts: CaseParts) -> Ladder | None:
    """Return the ladder that a case, else kit.yaml, names, else the standard one; None where it says `none`.

    Raises `InvalidFile` with every fault of the ladder's file, or at its name where there is no such ladder.
    """
    workspace = parts.workspace
    name = parts.file.ladder or (workspace.workspace.ladder if workspace else None) or STANDARD
    if name == NONE:
        return None
    try:
        return load_ladder(name, parts.templates)
    except InvalidFile:
        raise
    except KitError as err:
        tree = parts.tree if parts.file.ladder or workspace is None else workspace.tree
        raise InvalidFile([error("K444", str(err), tree.place("ladder"), fix="Correct the name.")]) from None


def ladder_names(own: Path | None = None) -> tuple[str, ...]:
    """Return the names of the ladders there are, sorted."""
    found = {file.stem for root in _roots(own) for file in root.glob("*.yaml")}
    return tuple(sorted(found - {REPLIES}))


def read_ladder(path: Path, own: Path | None = None) -> Ladder:
    """Return the ladder in the file at ``path``, with the kit's replies where it has none of its own."""
    tree = yaml_text.read(path, shown_path(path))
    ladder = validate(Ladder, tree)
    known = find_templates(own)
    faults = [*_name(ladder, tree, path.stem), *_ids(ladder, tree), *_order(ladder, tree)]
    faults += [*_documents(ladder.steps, "steps", tree, known), *_documents(ladder.replies, "replies", tree, known)]
    faults += _answers(ladder.replies, tree)
    if faults:
        raise InvalidFile(faults)
    return ladder if ladder.replies else ladder.model_copy(update={"replies": _usual_replies(known)})


def _usual_replies(known: Mapping[str, Template]) -> tuple[Reply, ...]:
    path = data_folder("templates") / "ladders" / f"{REPLIES}.yaml"
    tree = yaml_text.read(path, shown_path(path))
    replies = validate(_REPLIES, tree).replies
    if faults := [*_documents(replies, "replies", tree, known), *_answers(replies, tree)]:
        raise InvalidFile(faults)
    return replies


def _roots(own: Path | None) -> list[Path]:
    roots = [data_folder("templates") / "ladders"]
    return [own / "ladders", *roots] if own else roots


def _near(name: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(name, known, 1)
    return f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"


def _fix(name: str, known: Collection[str]) -> str:
    """Return what is near ``name`` as a sentence of its own."""
    said = _near(name, known)
    return f"{said[:1].upper()}{said[1:]}{'' if said.endswith('?') else '.'}"


def _name(ladder: Ladder, tree: Tree, stem: str) -> Iterator[Finding]:
    if ladder.id != stem:
        yield error(
            "K440", f"the id `{ladder.id}` is not the file's name", tree.place("id"), fix=f"Write `id: {stem}`."
        )


def _ids(ladder: Ladder, tree: Tree) -> Iterator[Finding]:
    first: dict[str, tuple[Key, ...]] = {}
    for key, tasks in (("steps", ladder.steps), ("replies", ladder.replies)):
        for number, task in enumerate(tasks):
            loc: tuple[Key, ...] = (key, number, "id")
            if task.id in first:
                line = tree.place(*first[task.id]).line
                message = f"`{task.id}` is the id of two steps; the first is on line {line}"
                yield error("K441", message, tree.place(*loc), fix="Give one of them another id.")
            first.setdefault(task.id, loc)


def _order(ladder: Ladder, tree: Tree) -> Iterator[Finding]:
    """Find steps that count from themselves, from a later step, in a circle, or from nothing."""
    waits = {step.id: step.after.step for step in ladder.steps}
    for number, step in enumerate(ladder.steps):
        place = tree.place("steps", number, "after", "step")
        wanted = step.after.step
        if number == 0 and step.after.due_date is None and wanted is None:
            fix = "Write `after: {due_date: 1}`."
            yield error("K442", "nothing comes before the first step", tree.place("steps", 0, "after"), fix=fix)
        if wanted is None:
            continue
        circle = _circle(step.id, waits)
        if wanted == step.id:
            yield error("K442", f"`{step.id}` waits for itself", place, fix="Name an earlier step.")
        elif wanted not in waits:
            yield error("K442", f"there is no step `{wanted}`", place, fix=_fix(wanted, list(waits)))
        elif circle:
            message = f"the steps wait for each other in a circle: {', which waits for '.join(circle)}"
            yield error("K442", message, place, fix="Let each step name an earlier one.")
        elif ladder.places[wanted] > number:
            yield error("K442", f"`{wanted}` comes after `{step.id}`", place, fix="Name an earlier step.")


def _circle(start: str, waits: dict[str, str | None]) -> list[str]:
    seen, here = [start], waits.get(start)
    while here is not None and here not in seen:
        seen.append(here)
        here = waits.get(here)
    return [*seen, start] if here == start and len(seen) > 1 else []


def _documents(
    tasks: Collection[Step | Reply], key: str, tree: Tree, known: Mapping[str, Template]
) -> Iterator[Finding]:
    for number, task in enumerate(tasks):
        for index, document in enumerate(task.documents):
            if document not in known:
                fix = _fix(document, sorted(known))
                place = tree.place(key, number, "documents", index)
                yield error("K443", f"there is no document `{document}`", place, fix=fix)
        having = [known[name] for name in task.documents if name in known]
        if task.tone and having and not any(has_tone(template, task.tone) for template in having):
            message = f"no paper of `{task.id}` has words in the tone `{task.tone}`"
            yield error("K447", message, tree.place(key, number, "tone"), fix="Correct the tone, or remove the line.")
        if task.done_by.written and all(document.startswith("internal/") for document in task.documents):
            message = f"`{task.id}` is {task.done_by.value}, and all its papers stay in the house"
            place = tree.place(key, number, "done_by")
            yield error("K445", message, place, fix="Add a letter, or write `done_by: called`.")


def _answers(replies: Collection[Reply], tree: Tree) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for number, reply in enumerate(replies):
        for what in reply.to:
            if what in seen:
                message = f"`{what}` is answered by `{seen[what]}` and by `{reply.id}`"
                yield error("K446", message, tree.place("replies", number, "to"), fix="Keep one of them.")
            seen.setdefault(what, reply.id)

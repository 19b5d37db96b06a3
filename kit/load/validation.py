"""A tree of text to a model: every fault becomes a finding with its place.

Pydantic reports all faults with the path of keys to each; the tree knows where
each key stands. Nothing here decides anything about a debt.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from kit.findings import Finding, InvalidFile, Place, error
from kit.load.fault_words import Fault, describe, spoken, unknown
from kit.load.known_keys import models_at
from kit.load.tree import Key, Tree

M = TypeVar("M")

MAX_FAULTS = 100  # described in one run; a file with more of them has one cause
NEWER = "K030"  # the file is of another format, so what else is wrong with it says nothing
PLACEHOLDER = "CHANGE ME"  # what `kit new` writes where only the user knows the answer

_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}


def validate(model: type[M] | TypeAdapter[M], tree: Tree) -> M:
    """Return the document in ``tree`` as ``model``; raises `InvalidFile` with every fault in it."""
    adapter: TypeAdapter[M] = model if isinstance(model, TypeAdapter) else _adapter(model)
    missed = [*_unfilled(tree), *_unknown_empty(model, tree)]
    try:
        read = adapter.validate_python(tree.data)
    except ValidationError as err:
        found = findings(err, tree, model)
        places = {one.place for one in missed}
        newer = any(one.code == NEWER for one in found)
        raise InvalidFile(found if newer else [*missed, *(one for one in found if one.place not in places)]) from None
    if missed:
        raise InvalidFile(missed)
    return read


def _adapter(model: Any) -> TypeAdapter[Any]:
    if model not in _ADAPTERS:
        _ADAPTERS[model] = TypeAdapter(model)
    return _ADAPTERS[model]


def findings(err: ValidationError, tree: Tree, model: Any) -> list[Finding]:
    """Return each fault of ``err``, found by ``model``, as a finding in ``tree``."""
    errors = err.errors(include_url=False)
    faults = (_fault(one, tree) for one in errors[:MAX_FAULTS])
    found = list(dict.fromkeys(describe(fault, tree, model) for fault in _one_branch(faults) if not _echo(fault)))
    newer = [one for one in found if one.code == NEWER]
    if len(errors) > MAX_FAULTS:
        more = f"{len(errors) - MAX_FAULTS:,} more faults of this file are not listed"
        found.append(error("K039", more, Place(tree.path), fix="Correct these first."))
    return newer or found


def _fault(raw: Any, tree: Tree) -> Fault:
    """Drop the steps that pydantic adds for unions, which are not in the file."""
    kept: list[Key] = []
    branch: tuple[int, Key] | None = None
    for index, step in enumerate(raw["loc"]):
        named = index == len(raw["loc"]) - 1 and raw["type"] == "missing"
        if named or tree.has(*kept, step):
            kept.append(step)
        elif branch is None:
            branch = (len(kept), step)
    return Fault(raw["type"], tuple(kept), raw.get("input"), raw.get("ctx", {}), raw["msg"], branch)


def _echo(fault: Fault) -> bool:
    """Know a list called short only because its items have faults of their own."""
    return fault.kind == "too_short" and isinstance(fault.input, list) and len(fault.input) >= fault.ctx["min_length"]


def _one_branch(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Keep, where a value may be one of several kinds, the faults of the kind it comes nearest to."""
    groups: dict[Any, dict[Key | None, list[Fault]]] = {}
    for fault in faults:
        point = fault.loc[: fault.branch[0]] if fault.branch else fault
        groups.setdefault(point, {}).setdefault(fault.branch[1] if fault.branch else None, []).append(fault)
    for branches in groups.values():
        yield from max(branches.values(), key=_nearness)


def _nearness(faults: list[Fault]) -> tuple[bool, int, int]:
    wrong_kind = all(fault.kind.endswith("_type") for fault in faults)
    return (not wrong_kind, max(len(fault.loc) for fault in faults), -len(faults))


def _unfilled(tree: Tree) -> Iterator[Finding]:
    if PLACEHOLDER not in tree.text:
        return
    for loc, value in _scalars(tree.data):
        if PLACEHOLDER in value:
            yield error(
                "K038",
                f"{spoken(loc)} still says {PLACEHOLDER}",
                tree.place(*loc),
                fix="Write what belongs here, or remove the line.",
            )


def _scalars(data: Any, loc: tuple[Key, ...] = ()) -> Iterator[tuple[tuple[Key, ...], str]]:
    if isinstance(data, str):
        yield loc, data
    items: Any = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield from _scalars(value, (*loc, key))


def _unknown_empty(model: Any, tree: Tree) -> Iterator[Finding]:
    """Find unknown keys with nothing after them, which pydantic never gets to see."""
    if not tree.empties:
        return
    wanted: dict[int, list[str]] = {}
    for box, key in tree.empties[:MAX_FAULTS]:
        wanted.setdefault(id(box), []).append(key)
    for loc in _empties(tree.data, wanted):
        readers = models_at(model, loc[:-1], tree.data)
        if readers and not any(_reads(reader, str(loc[-1])) for reader in readers):
            yield unknown(loc, tree, model)


def _reads(reader: Any, key: str) -> bool:
    return any(key in (name, field.alias) for name, field in reader.model_fields.items())


def _empties(data: Any, wanted: dict[int, list[str]], loc: tuple[Key, ...] = ()) -> Iterator[tuple[Key, ...]]:
    yield from ((*loc, key) for key in wanted.get(id(data), ()))
    items: Any = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        if isinstance(value, dict | list):
            yield from _empties(value, wanted, (*loc, key))

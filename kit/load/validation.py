"""A tree of text to a model: every fault becomes a finding with its place.

Pydantic reports all faults with the path of keys to each; the tree knows where
each key stands. Nothing here decides anything about a debt.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from kit.findings import Finding, InvalidFile, error
from kit.load.yaml_text import Key, Tree

M = TypeVar("M")


def validate(model: type[M] | TypeAdapter[M], tree: Tree) -> M:
    """Return the document in ``tree`` as ``model``; raises `InvalidFile` with every fault in it."""
    adapter: TypeAdapter[M] = model if isinstance(model, TypeAdapter) else _adapter(model)
    try:
        return adapter.validate_python(tree.data)
    except ValidationError as err:
        raise InvalidFile(findings(err, tree, _keys_of(model))) from None


_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}


def _adapter(model: Any) -> TypeAdapter[Any]:
    return _ADAPTERS.setdefault(model, TypeAdapter(model)) if model not in _ADAPTERS else _ADAPTERS[model]


def findings(err: ValidationError, tree: Tree, keys: Mapping[str, Any]) -> Iterable[Finding]:
    """Return each fault of ``err`` as a finding in ``tree``; ``keys`` are the words known at the top."""
    return [_finding(fault, tree, keys) for fault in err.errors(include_url=False, include_context=True)]


def _finding(fault: Any, tree: Tree, keys: Mapping[str, Any]) -> Finding:
    loc = _path(fault["loc"], tree)
    name = _spoken(loc)
    kind = fault["type"]
    ctx = fault.get("ctx", {})
    if kind == "kit":
        return error(ctx["code"], f"{name}: {ctx['sentence']}" if name else ctx["sentence"], tree.place(*loc), fix=ctx["fix"])
    if kind == "missing":
        return error("K020", f"`{name}` is missing", tree.key_place(*loc[:-1]), fix=f"Add `{loc[-1]}:`.")
    if kind == "extra_forbidden":
        near = difflib.get_close_matches(str(loc[-1]), sorted(keys), 1)
        fix = f"Did you mean `{near[0]}`?" if near else "Remove it, or see `kit schema case` for the keys there are."
        return error("K031", f"`{name}` is not a key that is read here", tree.key_place(*loc), fix=fix)
    if kind in ("enum", "literal_error", "union_tag_invalid"):
        return error("K032", f"{name}: `{fault['input']}` is not one of the words read here", tree.place(*loc), fix=f"Write {ctx.get('expected', ctx.get('expected_tags', ''))}.")
    return error("K033", f"{name}: {fault['msg'][:1].lower()}{fault['msg'][1:]}", tree.place(*loc))


def _path(loc: tuple[Key, ...], tree: Tree) -> tuple[Key, ...]:
    """Drop the steps that pydantic adds for unions, which are not in the file."""
    kept: list[Key] = []
    for index, step in enumerate(loc):
        last = index == len(loc) - 1
        if tree.has(*kept, step) or last:
            kept.append(step)
    return tuple(kept)


def _spoken(loc: tuple[Key, ...]) -> str:
    text = ""
    for step in loc:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def _keys_of(model: Any) -> Mapping[str, Any]:
    return model.model_fields if isinstance(model, type) and issubclass(model, BaseModel) else {}

"""Which keys a model reads at each place, and where a misplaced key belongs.

Only asked once a file has a fault, so nothing here is kept or hurried.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter

from kit.load.tree import Key, inside

Model = type[BaseModel]

_CLOSE = 0.75  # near enough to be a slip of the keyboard
_NEAR = 0.6
_HOMES = 2  # a key of many homes, such as `amount`, says nothing about what was meant
_LISTED = 12  # keys named when none is near


def keys_of(model: Model) -> dict[str, Any]:
    """Return the keys of ``model`` as the file writes them, each with its type."""
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def models_at(model: Any, loc: tuple[Key, ...], data: Any) -> list[Model]:
    """Return the models that may describe what stands at ``loc`` of ``data``."""
    kinds = _narrow(_plain(model), data)
    for step in loc:
        kinds = [inner for kind in kinds for inner in _inside(kind, step)]
        data = inside(data, step)
        kinds = _narrow(kinds, data)
    return [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)]


def advice(model: Any, loc: tuple[Key, ...], data: Any) -> str:
    """Return what to do about the unknown key at ``loc``: its spelling, its place, or the keys there are."""
    key = str(loc[-1])
    here = sorted({name for found in models_at(model, loc[:-1], data) for name in keys_of(found)})
    if near := difflib.get_close_matches(key, here, 1, _CLOSE):
        return f"Did you mean `{near[0]}`?"
    elsewhere = sorted(set(_homes(model, key)))
    if 0 < len(elsewhere) <= _HOMES:
        return f"`{key}` belongs {' or '.join(elsewhere)}."
    if near := difflib.get_close_matches(key.lower(), here, 1, _NEAR):
        return f"Did you mean `{near[0]}`?"
    if here and len(here) <= _LISTED:
        return f"The keys here are {', '.join(here)}."
    return "Remove it, or see `kit schema` for the keys there are."


def tags_of(model: Any, loc: tuple[Key, ...], data: Any, tag: str) -> list[str]:
    """Return the words that ``tag`` may hold at ``loc``, one for each kind of thing that may stand there."""
    found = (keys_of(one).get(tag) for one in models_at(model, loc, data))
    return [str(word) for kind in found if get_origin(kind) is Literal for word in get_args(kind)]


def _plain(kind: Any) -> list[Any]:
    """Return the types in a union, without what is wrapped around them."""
    if isinstance(kind, TypeAdapter):
        kind = kind._type  # noqa: SLF001 - pydantic keeps no public name for it
    if get_origin(kind) is Annotated:
        return _plain(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return [one for arg in get_args(kind) for one in _plain(arg)]
    return [kind]


def _inside(kind: Any, step: Key) -> list[Any]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        found = keys_of(kind).get(str(step))
        return _plain(found) if found is not None else []
    args = get_args(kind)
    if get_origin(kind) in (tuple, list, set, frozenset) and args:
        return _plain(args[0])
    return _plain(args[1]) if get_origin(kind) is dict else []


def _narrow(kinds: list[Any], data: Any) -> list[Any]:
    """Keep the models whose fixed words agree with ``data``, such as `kind: hourly`; all of them where none does."""
    fitting = [kind for kind in kinds if isinstance(data, dict) and _fits(kind, data)]
    return fitting or kinds


def _fits(kind: Any, data: dict[str, Any]) -> bool:
    if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
        return False
    words = {key: get_args(one) for key, one in keys_of(kind).items() if get_origin(one) is Literal}
    return all(data[key] in map(str, known) for key, known in words.items() if isinstance(data.get(key), str))


def _homes(model: Any, key: str, path: str = "", seen: tuple[Any, ...] = ()) -> Iterator[str]:
    """Yield each place below ``model`` that reads ``key``, in words."""
    for kind in _plain(model):
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            if kind in seen:
                continue
            fields = keys_of(kind)
            if key in fields:
                yield f"under `{path}`" if path else "at the top of the file, not indented"
            for name, inner in fields.items():
                yield from _homes(inner, key, f"{path}.{name}" if path else name, (*seen, kind))
        elif get_origin(kind) in (tuple, list) and get_args(kind):
            yield from _homes(get_args(kind)[0], key, path, seen)

"""The JSON Schema of a jurisdiction file, and the table of rules for people, from the same models."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, TypeAdapter

from kit.model.law_file import FILES
from kit.model.law_rows import Block, Row
from kit.model.law_rules import Rule, rules_of
from kit.model.law_shape import Shape
from kit.model.law_words import Level, Silence

REF = "#/$defs/{model}"


def jurisdiction_schema() -> dict[str, Any]:
    """Return the schema that editors and pre-commit use; the loader checks more."""
    shared: dict[str, Any] = {}
    files = {level: _file(level, shared) for level in Level}
    shared["Block"] = _open(_described(Block, shared), "values", "not_researched")
    shared["Row"] = _open(_described(Row, shared), "value")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A jurisdiction file of kit",
        "if": {"properties": {"level": {"const": Level.FEDERAL.value}}},
        "then": files[Level.FEDERAL],
        "else": files[Level.STATE],
        "$defs": dict(sorted(shared.items())),
    }


def _file(level: Level, shared: dict[str, Any]) -> dict[str, Any]:
    schema = _described(FILES[level], shared)
    schema["properties"]["rules"] = {
        "type": "object",
        "properties": {rule.name.value: _rule(rule, shared) for rule in rules_of(level)},
        "required": [rule.name.value for rule in rules_of(level)],
        "additionalProperties": False,
    }
    return schema


def _rule(rule: Rule, shared: dict[str, Any]) -> dict[str, Any]:
    """Describe a rule: the form all blocks and rows share, and the value that is its own."""
    value = {"anyOf": [{"enum": [word.value for word in Silence]}, _described(rule.shape, shared)]}
    row = {
        "$ref": REF.format(model="Row"),
        "properties": {"value": value},
        "required": ["value"],
        "unevaluatedProperties": False,
    }
    values = {"anyOf": [{"const": "not_researched"}, {"type": "array", "items": row}]}
    block = {"$ref": REF.format(model="Block"), "properties": {"values": values}, "unevaluatedProperties": False}
    return {"description": rule.asks, "anyOf": [{"const": "not_researched"}, block]}


def _described(shape: Any, shared: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of ``shape``; what it refers to goes into ``shared``."""
    schema = TypeAdapter(shape).json_schema(ref_template=REF)
    shared |= schema.pop("$defs", {})
    if inspect.isclass(shape) and issubclass(shape, Shape):
        shared[shape.__name__] = schema
        return {"$ref": REF.format(model=shape.__name__)}
    return schema


def _open(schema: dict[str, Any], *without: str) -> dict[str, Any]:
    """Leave keys to whoever refers to ``schema``; closing it is theirs too."""
    properties = {key: part for key, part in schema["properties"].items() if key not in without}
    required = [key for key in schema.get("required", ()) if key not in without]
    return {"type": "object", "properties": properties, "required": required}


def rules_table() -> str:
    """Return the table of rules in `jurisdictions/README.md`."""
    lines = ["| Rule | Question | Value | Dated by | Turns on |", "|---|---|---|---|---|"]
    every = dict.fromkeys((*rules_of(Level.STATE), *rules_of(Level.FEDERAL)))
    for rule in every:
        federal = " (federal)" if Level.STATE not in rule.levels else ""
        turns = ", ".join(rule.selectors)
        lines.append(
            f"| `{rule.name.value}`{federal} | {rule.asks} | {_shape(rule)} | {rule.chosen_by.value} | {turns} |"
        )
    return "\n".join(lines) + "\n"


def shapes_table() -> str:
    """Return the list of structured values and their keys in `jurisdictions/README.md`."""
    every = shapes((*rules_of(Level.STATE), *rules_of(Level.FEDERAL)))
    return "\n".join(_shape_line(shape) for shape in sorted(every, key=lambda shape: shape.__name__)) + "\n"


def shapes(rules: Iterable[Rule]) -> list[type]:
    """Return every structured value and closed word that the values of ``rules`` are made of."""
    todo = [rule.shape for rule in rules if inspect.isclass(rule.shape)]
    done: dict[type, None] = {}
    while todo:
        shape = todo.pop()
        if shape in done:
            continue
        done[shape] = None
        if issubclass(shape, BaseModel):
            for field in shape.model_fields.values():
                todo += [part for part in _parts(field.annotation) if _ours(part)]
    return list(done)


def _shape(rule: Rule) -> str:
    return f"`{rule.shape.__name__}`" if inspect.isclass(rule.shape) else rule.unit.value


def _shape_line(shape: type) -> str:
    said = (inspect.getdoc(shape) or "").split("\n")[0]
    if issubclass(shape, StrEnum):
        return f"- `{shape.__name__}`: {', '.join(f'`{word.value}`' for word in shape)}. {said}"
    keys = []
    for name, field in shape.model_fields.items():  # type: ignore[attr-defined]
        if name != "not_researched":
            kind = _kind(field.annotation)
            keys.append(f"{name}{'' if field.is_required() else '?'}: {kind}")
    return f"- `{shape.__name__}` {{{', '.join(keys)}}}. {said}"


def _kind(annotation: Any) -> str:
    many = "list of " if "tuple" in str(annotation) else ""
    names = [part.__name__ for part in _parts(annotation) if part is not type(None)]
    plain = {
        "str": "text",
        "Decimal": "number",
        "int": "whole number",
        "date": "day",
        "bool": "yes/no",
        "Say": "yes/no/not_researched",
    }
    return many + " or ".join(plain.get(name, name) for name in names)


def _parts(annotation: Any) -> list[type]:
    inner = getattr(annotation, "__args__", None)
    if inspect.isclass(annotation) and not inner:
        return [annotation]
    return [part for arg in inner or () if arg is not Ellipsis for part in _parts(arg)]


def _ours(part: type) -> bool:
    return part.__module__.startswith("kit.model.law") and part.__name__ != "Say"

"""JSON Schemas for editors, generated from the models that the loader uses.

An editor reads YAML by other rules than the kit does: 02134 is a number to it,
`yes` a word. So the schemas let such values be text or what they look like;
the loader remains the authority.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from pydantic import TypeAdapter

from kit.load.law_schema import jurisdiction_schema
from kit.model.case import CaseFile
from kit.model.event import EVENT
from kit.model.workspace import Workspace

DIALECT = "https://json-schema.org/draft/2020-12/schema"
MARK = "Written by kit; `kit new` brings it up to date."


def schema_text(kind: str) -> str:
    """Return the schema of a `case`, `workspace`, `journal` (one entry) or `jurisdiction` file as JSON."""
    return json.dumps(SCHEMAS[kind](), indent=2, ensure_ascii=False) + "\n"


def _case() -> dict[str, Any]:
    return _schema("A case file of kit: one debt", TypeAdapter(CaseFile))


def _workspace() -> dict[str, Any]:
    return _schema("kit.yaml: what is the same for every case", TypeAdapter(Workspace))


def _journal() -> dict[str, Any]:
    return _schema("An entry of a journal of kit", EVENT)


def _schema(title: str, adapter: TypeAdapter[Any]) -> dict[str, Any]:
    schema = _for_editors(adapter.json_schema(mode="validation", by_alias=True))
    return {"$schema": DIALECT, "$comment": MARK, **schema, "title": title}


def _for_editors(node: Any) -> Any:
    """Drop titles that repeat the key, and let a word that looks like a number be one."""
    if isinstance(node, list):
        return [_for_editors(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _for_editors(value) for key, value in node.items() if not (key == "title" and isinstance(value, str))}
    words = kept.get("enum", [])
    numbers = [int(word) for word in words if isinstance(word, str) and word.isdigit()]
    if numbers:
        kept["enum"] = list(dict.fromkeys([*words, *numbers]))
        kept.pop("type", None)
    return kept


SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "case": _case,
    "workspace": _workspace,
    "journal": _journal,
    "jurisdiction": jurisdiction_schema,
}

"""Facts as YAML that a person can read and that reads back as it was.

Every value stands on one line: text that holds line breaks or characters no
editor shows is written in double quotes with escapes, so nothing a debtor is
called and nothing a note says can end an entry or start another.
"""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Any

import yaml
from pydantic import BaseModel

from kit.findings import KitError
from kit.model.event import Event

HEAD = "--- # kit"
END = "..."


def as_entry(event: Event) -> str:
    """Return ``event`` as the kit writes it: a head line, its keys, and the line that says it is whole."""
    return f"{HEAD}\n{as_yaml(keys(event))}{END}\n"


def keys(event: Event) -> dict[str, Any]:
    """Return what ``event`` says, number and kind first, without what it leaves unsaid."""
    said = {name: value for name, value in plain_keys(event).items() if name in event.model_fields_set}
    first = {name: said.pop(name) for name in ("n", "event", "on")}
    text = {"text": said.pop("text")} if "text" in said else {}
    return first | said | text


def as_yaml(data: Any) -> str:
    """Return ``data`` as YAML in block style; raises `KitError` for text that no file can hold."""
    style: dict[str, Any] = {"sort_keys": False, "default_flow_style": False, "allow_unicode": True}
    try:
        text: str = yaml.dump(_keyed(data), Dumper=_Dumper, width=float("inf"), **style)
    except UnicodeEncodeError as err:
        raise KitError(f"the text holds a character that cannot be written: {err.object[err.start]!a}") from None
    return text


class _Key(str):
    """A key: written bare, `on` too, which YAML 1.1 would take for yes."""

    __slots__ = ()


def _keyed(data: Any) -> Any:
    if isinstance(data, dict):
        return {_Key(key): _keyed(value) for key, value in data.items()}
    return [_keyed(item) for item in data] if isinstance(data, list | tuple) else data


def plain_keys(model: BaseModel) -> dict[str, Any]:
    """Return what a model says, a value a key; a `no` is left out where it is what silence means."""
    fields = type(model).model_fields
    return {
        name: _plain(value)
        for name, value in model
        if not (value is None or value == () or (value is False and fields[name].default is not True))
    }


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return plain_keys(value)
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


class _Dumper(yaml.SafeDumper):
    """Writes days, amounts and words bare, since the reader takes every value as text."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the signature is the library's
        """Write equal values out, each in its place."""
        return True

    def text(self, value: str) -> yaml.Node:
        """Quote what is not plainly visible on one line."""
        value.encode()  # half a character would be written as an escape that no reader takes
        return self.represent_scalar("tag:yaml.org,2002:str", value, style=None if value.isprintable() else '"')

    def bare(self, text: str) -> yaml.Node:
        """Write ``text`` without quotes, whatever else YAML might take it for."""
        resolver: Any = self
        return self.represent_scalar(resolver.resolve(yaml.ScalarNode, text, (True, False)), text)

    def word(self, value: StrEnum) -> yaml.Node:
        """Write a word of a closed list."""
        return self.bare(value.value)

    def number(self, value: Decimal) -> yaml.Node:
        """Write every digit and no exponent."""
        return self.bare(f"{value:f}")

    def clock(self, value: time) -> yaml.Node:
        """Write hours and minutes."""
        return self.bare(f"{value:%H:%M}")

    def day(self, value: date) -> yaml.Node:
        """Write year, month and day."""
        return self.bare(value.isoformat())


_Dumper.add_representer(_Key, _Dumper.bare)
_Dumper.add_representer(str, _Dumper.text)
_Dumper.add_multi_representer(StrEnum, _Dumper.word)
_Dumper.add_representer(Decimal, _Dumper.number)
_Dumper.add_representer(time, _Dumper.clock)
_Dumper.add_representer(date, _Dumper.day)

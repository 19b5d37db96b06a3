"""The sandbox templates run in.

A template may come from anywhere, so it is treated as data: Jinja's immutable
sandbox, no global names, values escaped. A blank without a value is an error, and
so is printing what is not text.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from kit.findings import KitError

_BREAK = Markup('</w:t><w:br/><w:t xml:space="preserve">')


class Missing(StrictUndefined):
    """A blank that has no value; anything but passing it on is an error."""


class Unprintable(KitError):
    """A blank that is no text stands where text is printed."""


class DocxEnvironment(ImmutableSandboxedEnvironment):
    """Jinja that strictly fills in blanks: rows are plain mappings, and there are no global names."""

    def __init__(self, *, finalize: Callable[[Any], Any]) -> None:
        super().__init__(undefined=Missing, autoescape=True, finalize=finalize)
        self.globals.clear()

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a row's field; only mappings of our own making come here, besides the loop."""
        if type(obj) is dict:
            try:
                return obj[attribute]
            except KeyError:
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


def _printed(value: Any) -> Any:
    if type(value) is str:
        return value
    if value is None or isinstance(value, (bool, list, dict)):
        raise Unprintable("rows" if isinstance(value, list) else "yes or no" if isinstance(value, bool) else "no text")
    return value


def _printed_in_text(value: Any) -> Any:
    if type(value) is str and "\n" in value:
        return escape(value).replace("\n", _BREAK)
    return _printed(value)


@cache
def environment(*, in_text: bool = False) -> DocxEnvironment:
    """Return the environment templates run in; ``in_text``: line breaks may be written where they stand."""
    return DocxEnvironment(finalize=_printed_in_text if in_text else _printed)

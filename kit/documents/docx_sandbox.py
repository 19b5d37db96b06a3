"""The sandbox templates run in.

A template may come from anywhere, so it is treated as data: Jinja's immutable
sandbox and no global names. A blank without a value is an error; what is no text
refuses to be printed by itself (`kit.documents.docx_blanks`).
"""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kit.documents.docx_blanks import Row


class DocxEnvironment(ImmutableSandboxedEnvironment):
    """Jinja that strictly fills in blanks."""

    def __init__(self, *, autoescape: bool = True) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=autoescape)
        self.globals.clear()

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a row's field, whatever its name; the methods of a mapping are out of reach."""
        if type(obj) is Row:
            try:
                return obj[attribute]
            except KeyError:
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


@cache
def environment(*, values_escaped: bool = False) -> DocxEnvironment:
    """Return the environment for a template.

    Escaping at every print costs more than all else in it. Where a template only
    prints blanks, they come escaped (``values_escaped``) and are not touched again;
    a filter would meet ``&amp;``, so any other template escapes what it prints.
    """
    return DocxEnvironment(autoescape=not values_escaped)

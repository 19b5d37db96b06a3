"""The format of a file: which readers understand it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from kit.model.fields import parse_line, refuse


def parse_format(value: Any) -> int:
    """Return the file format, which this program must know."""
    text = parse_line(value) if not isinstance(value, int) else str(value)
    if text == "1":
        return 1
    if text.isdigit():
        raise refuse(
            f"this file is of format {text}; this program reads format 1", "Install a newer version of the kit.", "K030"
        )
    raise refuse(f"`{text}` is not a file format", "Write `format: 1`.", "K030")


Format = Annotated[int, BeforeValidator(parse_format), WithJsonSchema({"enum": [1, "1"]})]

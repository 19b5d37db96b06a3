"""Values of a PDF that may be absent or of another kind than they should be."""

from __future__ import annotations

from typing import Any

import pikepdf


def text(value: Any) -> str:
    """Return the text of a string or a name; nothing for everything else."""
    return str(value) if isinstance(value, pikepdf.String | pikepdf.Name) else ""


def number(value: Any) -> int:
    """Return a whole number; 0 for everything else."""
    try:
        return int(value) if value is not None and not isinstance(value, pikepdf.Object) else 0
    except (TypeError, ValueError, OverflowError):
        return 0


def numbers(value: Any) -> list[float]:
    """Return the numbers of a list; nothing where it holds anything else."""
    if not isinstance(value, pikepdf.Array):
        return []
    try:
        return [float(item) for item in value.as_list()]
    except (TypeError, ValueError, OverflowError):
        return []


def flag(flags: int, position: int) -> bool:
    """Say whether the bit at ``position``, counted from 1 as the PDF standard does, is set."""
    return bool(flags >> (position - 1) & 1)

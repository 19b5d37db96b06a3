"""Rows in columns for a terminal."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rich.cells import cell_len


def table(rows: Sequence[Sequence[str]], figures: Collection[int]) -> list[str]:
    """Return ``rows`` in columns, those numbered in ``figures`` to the right; a wide character takes two cells."""
    widths = [max(cell_len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return ["  ".join(_cell(row[n], width, n in figures) for n, width in enumerate(widths)).rstrip() for row in rows]


def _cell(text: str, width: int, right: bool) -> str:
    gap = " " * (width - cell_len(text))
    return gap + text if right else text + gap

"""Tables of a Word template: money and particulars, and blocks set side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kit.documents.authoring.ooxml import HAIR, INK, Element, border, cell, paragraph, row, run, table
from kit.documents.authoring.tree import Nodes, Repeat, Row, Table, When
from kit.documents.authoring.word_runs import bands, runs

_GUTTER = 720  # between blocks side by side, in twentieths of a point
_PADDING = 80
_TOTALS_WIDTH = 4320
_INSET = {"facts": 14}


def write_table(node: Table, kind: str, page: int) -> Element:
    """Return a table; ``kind`` is the box it stands in."""
    whole = _TOTALS_WIDTH if kind == "totals" else page
    shares = [round(whole * sum(node.widths[:n]) / sum(node.widths)) for n in range(len(node.widths) + 1)]
    widths = tuple(right - left for left, right in pairwise(shares))
    rows = [_row(node.head, node, widths, kind, heading=True)] if node.head else []
    rows += _rows(node.rows, node, widths, kind)
    return table(widths, *rows, inset=_INSET.get(kind, 50), right=kind == "totals")


def _rows(nodes: Nodes, node: Table, widths: tuple[int, ...], kind: str) -> Iterator[Element]:
    for each in nodes:
        match each:
            case Row():
                yield _row(each, node, widths, kind)
            case When(path, absent, then, otherwise):
                yield _tag(f"{{%tr if {'not ' if absent else ''}{path} %}}", widths)
                yield from _rows(then, node, widths, kind)
                yield from [_tag("{%tr else %}", widths), *_rows(otherwise, node, widths, kind)] if otherwise else []
                yield _tag("{%tr endif %}", widths)
            case Repeat(name, path, inner):
                yield _tag(f"{{%tr for {name} in {path} %}}", widths)
                yield from _rows(inner, node, widths, kind)
                yield _tag("{%tr endfor %}", widths)


def _row(each: Row, node: Table, widths: tuple[int, ...], kind: str, *, heading: bool = False) -> Element:
    style = "Table Head" if heading else "Table Text"
    rules = kind not in {"facts", "totals"}
    edges = [("bottom", 8, INK)] if heading else [("top", 8, INK)] * each.total + [("bottom", 4, HAIR)] * rules
    last = len(widths) - 1
    cells = [
        cell(
            widths[n],
            paragraph(style, *(bands(parts) if kind == "chart" else runs(parts)), align=node.aligns[n], keep=heading),
            edges=tuple(border(*edge) for edge in edges),
            sides=(0 if n == 0 else _PADDING, 0 if n == last else _PADDING),
        )
        for n, parts in enumerate(each.cells)
    ]
    return row(*cells, heading=heading)


def _tag(text: str, widths: tuple[int, ...]) -> Element:
    first = cell(widths[0], paragraph("Table Text", run(text)))
    return row(first, *(cell(width, paragraph("Table Text")) for width in widths[1:]))


def share(page: int, across: int) -> int:
    """Return the width of one of ``across`` blocks side by side."""
    return (page - _GUTTER * (across - 1)) // across


def pairs(parts: list[list[Element]], across: int, page: int) -> Element:
    """Return blocks side by side, ``across`` of them in a row, with room between."""
    width = share(page, across)
    widths = tuple(width if n % 2 == 0 else _GUTTER for n in range(2 * across - 1))
    rows = []
    for start in range(0, len(parts), across):
        cells: list[Element] = []
        for n in range(across):
            cells += [cell(_GUTTER, paragraph("Side"))] if n else []
            block = parts[start + n] if start + n < len(parts) else []
            cells.append(cell(width, *(block or [paragraph("Side")])))
        rows.append(row(*cells))
    return table(widths, *rows)

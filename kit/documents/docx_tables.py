"""Whether docxtpl's mending of tables and drawings can be left out.

After rendering, docxtpl adds grid columns to a table with longer rows, takes away
those that no row uses, and numbers the drawings anew. Where each row has its cells,
and each table a row of full width, whatever the values, there is nothing to mend.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PIECE = re.compile(
    r"\{%-?\s*(?P<word>\w+)|<(?P<end>/?)w:(?P<name>tbl|tr|tc|gridCol|sdt)(?=[ />])(?P<rest>[^<>]*)>"
    r"|<w:gridSpan\b[^<>]*?w:val=\"(?P<span>[^\"]*)\"|<wp:docPr\b[^<>]*?\bid=\"(?P<drawing>[^\"]*)\""
)
_DEEPER = {"if": 1, "for": 1, "endif": -1, "endfor": -1}


@dataclass(slots=True)
class _Table:
    depth: int  # how many ifs and loops surround it
    columns: int = 0
    widest: int = 0  # columns covered by its widest row that is always there


@dataclass(slots=True)
class _Row:
    depth: int
    cells: int = 0
    width: int = 0  # columns its cells cover


def settled(source: str, first_drawing: int) -> bool:
    """Whether no values can change the columns of a table, or the numbers of the drawings from ``first_drawing`` on."""
    seen = _Seen()
    drawing = first_drawing
    for piece in _PIECE.finditer(source):
        if piece["word"]:
            seen.depth += _DEEPER.get(piece["word"], 0)
        elif piece["drawing"] is not None:
            if seen.depth or piece["drawing"] != str(drawing):
                return False
            drawing += 1
        elif piece["span"] is not None:
            if not piece["span"].isdigit() or not seen.in_row():
                return False
            seen.rows[-1].width += int(piece["span"]) - 1
        elif not (seen.ended(piece["name"]) if piece["end"] else seen.begun(piece["name"], piece["rest"])):
            return False
    return not seen.tables and not seen.rows and seen.depth == 0


class _Seen:
    """The tables and rows that are open while a part is read from start to end."""

    def __init__(self) -> None:
        self.depth = 0
        self.tables: list[_Table] = []
        self.rows: list[_Row] = []

    def in_row(self) -> bool:
        """Whether what comes next is in the row whenever the row is there."""
        return bool(self.rows) and self.rows[-1].depth == self.depth

    def begun(self, name: str, rest: str) -> bool:
        """Take note of a start tag; False when values may change what it starts."""
        if name == "tbl":
            self.tables.append(_Table(self.depth))
        elif name == "gridCol":
            self.tables[-1].columns += 1
            return self.tables[-1].depth == self.depth
        elif name == "tr":
            self.rows.append(_Row(self.depth))
            return not rest.endswith("/")
        elif name == "tc":
            if not self.in_row():
                return False
            self.rows[-1].cells += 1
            self.rows[-1].width += 1
        return name != "sdt" or not self.rows  # docxtpl does not count cells inside a content control

    def ended(self, name: str) -> bool:
        """Take note of an end tag; False when docxtpl would mend what it ends."""
        if name == "tbl":
            table = self.tables.pop()
            return table.depth == self.depth and table.widest >= table.columns
        if name == "tr":
            row = self.rows.pop()
            if row.depth == self.tables[-1].depth:
                self.tables[-1].widest = max(self.tables[-1].widest, row.width)
            # docxtpl counts the rows of a table inside this one as its rows, too.
            return row.depth == self.depth and all(row.cells <= table.columns for table in self.tables)
        return True

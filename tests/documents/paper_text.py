"""A finished docx as lines a person can read: a paragraph a line, a table row a line with its cells apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from words import R, W, _Numbers, _text


@dataclass(frozen=True)
class Table:
    """The cells of a table, row by row."""

    rows: tuple[tuple[str, ...], ...]


Block = str | Table


@cache
def blocks(docx: bytes) -> list[Block]:
    """Return the paragraphs and tables of the first page's header and of the body, empty paragraphs too."""
    with ZipFile(BytesIO(docx)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
        roots = [*_header(package, body), body[0]]
        numbers = _Numbers(package)
    return [block for root in roots for block in _blocks(root, numbers)]


def tables(docx: bytes) -> list[Table]:
    """Return the tables with more than one column that hold no other table."""
    return [block for block in blocks(docx) if isinstance(block, Table)]


def text(docx: bytes) -> str:
    """Return the paper for the golden files."""
    lines = []
    for block in blocks(docx):
        if isinstance(block, Table):
            lines += [" | ".join(cell.replace("\n", " / ") for cell in row) for row in block.rows]
        elif block.strip():
            lines.append(block.replace("\t", " ").replace("\n", " / "))
        lines.append("")
    return "\n".join(_once_apart(lines)).strip() + "\n"


def _once_apart(lines: list[str]) -> list[str]:
    return [line for n, line in enumerate(lines) if line or (n and lines[n - 1])]


def _header(package: ZipFile, body: etree._Element) -> list[etree._Element]:
    reference = body.find(f".//{W}headerReference[@{W}type='first']")
    if reference is None:
        return []
    relations = etree.fromstring(package.read("word/_rels/document.xml.rels"))
    target = next(each.get("Target") for each in relations if each.get("Id") == reference.get(f"{R}id"))
    return [etree.fromstring(package.read(f"word/{target}"))]


def _blocks(root: etree._Element, numbers: _Numbers) -> list[Block]:
    found: list[Block] = []
    for each in root:
        if each.tag == f"{W}p":
            found.append(numbers.before(each) + _text(each))
        elif each.tag == f"{W}tbl" and (root.tag == f"{W}hdr" or _lays_out(each)):
            found += [
                block
                for cell in each.iter(f"{W}tc")
                if cell.getparent().getparent() is each
                for block in _blocks(cell, numbers)
            ]
        elif each.tag == f"{W}tbl":
            found.append(Table(tuple(_row(row, numbers) for row in each.iter(f"{W}tr"))))
    return found


def _lays_out(table: etree._Element) -> bool:
    """Whether a table only sets things side by side: it has another table or several paragraphs in a cell."""
    return any(len(cell.findall(f"{W}p")) > 1 or cell.find(f"{W}tbl") is not None for cell in table.iter(f"{W}tc"))


def _row(row: etree._Element, numbers: _Numbers) -> tuple[str, ...]:
    cells = row.findall(f"{W}tc")
    return tuple("\n".join(numbers.before(p) + _text(p) for p in cell.findall(f"{W}p")).strip() for cell in cells)

"""From the words to the tree of a document; what a document may not hold is refused with its line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kit.documents.authoring.boxes import BOXES, misplaced, unfit
from kit.documents.authoring.markdown import Element, parse, refusal, refused
from kit.documents.authoring.marks import Mark, Marked, mark
from kit.documents.authoring.nesting import nest
from kit.documents.authoring.parts import part_file, part_source
from kit.documents.authoring.phrases import lone_mark, read_phrase
from kit.documents.authoring.tree import Box, Heading, Listing, Node, Nodes, Paragraph, Repeat, Row, Strong, Table, When
from kit.findings import KitError

_DEEPEST = 3  # levels of heading the house has a look for
_SIDES = {"AlignRight": "right", "AlignCenter": "center"}


def read(path: str, source: str) -> Nodes:
    """Return the document the words in ``source`` describe.

    Raises `InvalidFile` for marks and Markdown that have no place in a document,
    and `KitError` where the Markdown reader is not installed.
    """
    marked = mark(path, source)
    nodes = _blocks(parse(marked.text), "", marked)
    for kind in ("letterhead", "footer"):
        if sum(isinstance(node, Box) and node.kind == kind for node in nodes) > 1:
            raise refusal(marked, f"::: {kind} stands twice", f"::: {kind}", "keep one")
    return nodes


def _blocks(found: list[Element], inside: str, marked: Marked) -> Nodes:
    nodes = nest([node for element in found for node in _block(element, inside, marked)], "p", marked)
    for node in nodes:
        # a list in a repetition counts on through it; of two lists, Word would count each, the page both together
        if isinstance(node, Repeat) and inside != "clauses" and _numbered(node.nodes) > 1:
            where = f"for {node.name} in {node.path}"
            raise refusal(marked, f"“{where}” repeats two numbered lists", where, "number one of them, or neither")
    return nodes


def _block(element: Element, inside: str, marked: Marked) -> Iterator[Node | Mark]:
    kind, content = element["t"], element.get("c", [])
    if kind in {"Para", "Plain"}:
        alone = lone_mark(content, marked)
        if alone and alone.kind == "use":
            yield from _part(alone, marked)
        else:
            yield alone or Paragraph(read_phrase(content, marked))
    elif kind == "Header" and content[0] <= _DEEPEST:
        yield Heading(content[0], read_phrase(content[2], marked))
    elif kind == "BulletList":
        yield Listing(numbered=False, restart=False, items=tuple(_item(each, marked) for each in content))
    elif kind == "OrderedList":
        items = tuple(_item(each, marked) for each in content[1])
        yield Listing(numbered=True, restart=content[0][0] == 1, items=items)
    elif kind == "Table":
        yield _table(content, marked)
    elif kind == "Div":
        yield _box(content, inside, marked)
    else:
        raise refused(marked, element)


def _part(use: Mark, marked: Marked) -> Nodes:
    """Return what a shared part holds; a part uses no other part."""
    if use.level != "p" or Path(marked.path).parent == part_file(use.name).parent:
        raise marked.refuse(use.line, f"{use} stands where it does not belong", "use {%p use name %} in a document")
    try:
        source = part_source(use.name)
    except KitError as err:
        raise marked.refuse(use.line, str(err), "correct the name") from None
    part = mark(str(part_file(use.name)), source)
    return _blocks(parse(part.text), "", part)


def _box(content: list[Any], inside: str, marked: Marked) -> Box:
    kind = " ".join(content[0][1])
    fault = misplaced(kind, inside)
    if fault:
        raise refusal(
            marked,
            fault,
            f"::: {kind}",
            f"the blocks are {', '.join(sorted(BOXES))}; templates/README.md says where each stands",
        )
    # what is kept together is laid out as where it stands
    box = Box(kind, _blocks(content[1], inside if kind == "keep" and inside else kind, marked))
    fault = unfit(kind, box.nodes)
    if fault:
        raise refusal(marked, fault, f"::: {kind}", "templates/README.md says what each block holds")
    return box


def _item(blocks: list[Element], marked: Marked) -> Nodes:
    if len(blocks) != 1 or blocks[0]["t"] not in {"Para", "Plain"}:
        raise refusal(marked, "a list item holds more than one paragraph", blocks, "make each item one paragraph")
    return read_phrase(blocks[0]["c"], marked)


def _table(content: list[Any], marked: Marked) -> Table:
    columns, heads, bodies = content[2], content[3][1], content[4]
    aligns = tuple(_SIDES.get(align["t"], "left") for align, _ in columns)
    widths = tuple(round(width["c"] * 1000) for _, width in columns)
    head = _row(heads[0][1], marked) if heads else None
    if isinstance(head, Mark):
        raise marked.refuse(head.line, f"{head} stands in the heading of a table", "put it in a row of its own below")
    rows = [_row(row[1], marked) for body in bodies for row in body[3]]
    return Table(widths, aligns, head if head and any(head.cells) else None, nest(rows, "tr", marked))


def _row(cells: list[Any], marked: Marked) -> Row | Mark:
    inlines = [[part for block in cell[4] for part in block["c"]] for cell in cells]
    marks = [found for found in (lone_mark(each, marked) for each in inlines) if found and found.level == "tr"]
    if marks:
        if sum(bool(each) for each in inlines) > 1:
            raise marked.refuse(marks[0].line, f"{marks[0]} shares its row with words", "give it a row of its own")
        return marks[0]
    read = tuple(read_phrase(each, marked) for each in inlines)
    filled = [cell for cell in read if cell]
    return Row(read, total=bool(filled) and all(len(cell) == 1 and isinstance(cell[0], Strong) for cell in filled))


def _numbered(nodes: Nodes) -> int:
    """Count the numbered lists among ``nodes``, whatever they depend on."""
    count = 0
    for node in nodes:
        if isinstance(node, When):
            count += _numbered((*node.then, *node.otherwise))
        elif isinstance(node, Repeat):
            count += _numbered(node.nodes)
        else:
            count += isinstance(node, Listing) and node.numbered
    return count

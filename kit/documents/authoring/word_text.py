"""The tree of a document as the body of a Word template.

Blanks and questions of presence become docxtpl tags, each in one run, so that
Word's own edits to the template do not tear them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kit.documents.authoring.ooxml import Element, break_before, paragraph, run, spacer, thin_last
from kit.documents.authoring.tree import (
    Box,
    Heading,
    Listing,
    Node,
    Nodes,
    Paragraph,
    Repeat,
    Rule,
    Table,
    When,
)
from kit.documents.authoring.word_runs import runs
from kit.documents.authoring.word_tables import pairs, share, write_table

PAGE = 9360  # the width between the margins, in twentieths of a point
FIRST_NUMBER = 10  # numbered lists of the documents count from here in numbering.xml
_STYLES = {
    "date": "Date",
    "subject": "Subject",
    "note": "Note",
    "side": "Side",
    "party": "Party",
    "clauses": "Clause",
    "more": "Clause More",
}
_FIRST_STYLES = {"address": ("Address First", "Address"), "closing": ("Closing First", "Closing")}


@dataclass(slots=True)
class Numbers:
    """The numbered lists a document needs beside the one of the house."""

    used: list[int] = field(default_factory=list)

    def next(self, *, restart: bool) -> int:
        """Return the number of the list to count in; a new one where it starts again."""
        if restart or not self.used:
            self.used.append(FIRST_NUMBER + len(self.used))
        return self.used[-1]


@dataclass(frozen=True, slots=True)
class Setting:
    """Where in the document a node stands."""

    numbers: Numbers
    style: str = "Normal"
    kind: str = ""
    keep: bool = False
    width: int = PAGE


def write(nodes: Nodes, numbers: Numbers) -> list[Element]:
    """Return the body's paragraphs and tables; letterhead and footer are written elsewhere."""
    inner = tuple(n for n in nodes if not (isinstance(n, Box) and n.kind in {"letterhead", "footer"}))
    body = list(_blocks(inner, Setting(numbers)))
    thin_last(body)
    return body


def write_styled(nodes: Nodes, style: str) -> list[Element]:
    """Return paragraphs in one style, at least one of which is always there: a cell without one breaks the file."""
    return _never_empty(nodes, Setting(Numbers(), style=style))


def _never_empty(nodes: Nodes, setting: Setting) -> list[Element]:
    always = any(not isinstance(node, When | Repeat) for node in nodes)
    return [*_blocks(nodes, setting), *([] if always else [paragraph(setting.style)])]


def _blocks(nodes: Nodes, setting: Setting) -> Iterator[Element]:
    breaks = False  # an empty new-page breaks before whatever follows it
    for node in nodes:
        if isinstance(node, Box) and node.kind == "new-page" and not node.nodes:
            breaks = True
            continue
        made = list(_block(node, setting))
        yield from _new_page(made, (node,)) if breaks else made
        breaks = False
    if breaks:
        yield from _new_page([], ())


def _block(node: Node, setting: Setting) -> Iterator[Element]:
    match node:
        case Paragraph(parts, keep):
            style = "Party Line" if any(isinstance(part, Rule) for part in parts) else setting.style
            yield paragraph(style, *runs(parts), keep=keep or setting.keep)
        case Heading(level, parts):
            style = "Clause Heading" if setting.kind == "clauses" else f"Heading {level}"
            yield paragraph(style, *runs(parts))
        case Listing(numbered, restart, items):
            yield from _listing(numbered, restart, items, setting)
        case Table():
            yield write_table(node, setting.kind, setting.width)
            yield spacer()
        case Box():
            yield from _box(node, setting)
        case When(path, absent, then, otherwise):
            yield _tag(f"{{%p if {'not ' if absent else ''}{path} %}}")
            yield from _blocks(then, setting)
            yield from [_tag("{%p else %}"), *_blocks(otherwise, setting)] if otherwise else []
            yield _tag("{%p endif %}")
        case Repeat(name, path, inner):
            yield _tag(f"{{%p for {name} in {path} %}}")
            yield from _blocks(inner, setting)
            yield _tag("{%p endfor %}")


def _listing(numbered: bool, restart: bool, items: tuple[Nodes, ...], setting: Setting) -> Iterator[Element]:
    clauses = setting.kind == "clauses"
    style = "Clause Item" if clauses else "List Number" if numbered else "List Bullet"
    number = setting.numbers.next(restart=restart) if numbered and not clauses else 0
    for item in items:
        yield paragraph(style, *runs(item), keep=setting.keep, number=number)


def _box(box: Box, setting: Setting) -> Iterator[Element]:
    if box.kind in {"sides", "signatures"}:
        yield from _side_by_side(box, setting)
    elif box.kind in _FIRST_STYLES:
        first, rest = _FIRST_STYLES[box.kind]
        yield from _blocks(box.nodes[:1], replace(setting, style=first))
        yield from _blocks(box.nodes[1:], replace(setting, style=rest))
    elif box.kind == "new-page":
        yield from _new_page(list(_blocks(box.nodes, replace(setting, kind="", style="Normal"))), box.nodes)
    elif box.kind == "keep":
        yield from _blocks(box.nodes[:-1], replace(setting, keep=True))
        yield from _blocks(box.nodes[-1:], setting)
    else:
        style = _STYLES.get(box.kind, setting.style)
        yield from _blocks(box.nodes, replace(setting, kind=box.kind, style=style))


def _new_page(made: list[Element], nodes: Nodes) -> list[Element]:
    """Break the page before the first paragraph if it is always there, else before a thin one of its own."""
    if nodes and isinstance(nodes[0], Paragraph | Heading):
        break_before(made[0])
        return made
    return [paragraph("Spacer", new_page=True), *made]


def _side_by_side(box: Box, setting: Setting) -> Iterator[Element]:
    sides = [side.nodes for side in box.nodes if isinstance(side, Box)]
    across = 2 if box.kind == "signatures" else max(2, len(sides))
    style = _STYLES["party" if box.kind == "signatures" else "side"]
    inside = replace(setting, style=style, kind="", width=share(PAGE, across))
    parts = [_never_empty(side, inside) for side in sides]
    if box.kind == "signatures":
        yield spacer(keep=True)
    yield pairs(parts, across, PAGE)
    yield spacer(thin=box.kind == "signatures")


def _tag(text: str) -> Element:
    return paragraph("Normal", run(text))

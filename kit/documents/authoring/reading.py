"""From Markdown to the tree of a document; what a document may not hold is refused with its line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from kit.documents.authoring.marks import CLOSE, OPEN, Mark, Marked, mark
from kit.documents.authoring.tree import (
    Blank,
    Box,
    Break,
    Emphasis,
    Heading,
    Listing,
    Node,
    Nodes,
    Paragraph,
    Repeat,
    Row,
    Rule,
    Strong,
    Table,
    Text,
    When,
)
from kit.findings import KitError

BOXES = {
    "letterhead": "who writes: name, then address and contact lines; on the first page, with the logo",
    "footer": "words at the foot of every page, before the page number",
    "address": "to whom: placed for a window envelope",
    "date": "the date line",
    "subject": "what it is about, bold",
    "closing": "the greeting, room to sign, then name and title",
    "note": "small print",
    "keep": "kept together on one page",
    "new-page": "starts a new page",
    "facts": "a two-column table of particulars without rules",
    "totals": "a narrow table at the right",
    "table-money": "a table of the full width (what any table is)",
    "sides": "blocks side by side; holds side",
    "side": "one of the blocks side by side",
    "signatures": "signature blocks side by side, kept together; holds party",
    "party": "one signature block",
    "clauses": "numbered clauses: headings 1., paragraphs 1.1, list items (a)",
    "more": "within clauses: a paragraph without a number",
}
_INSIDE = {"side": "sides", "party": "signatures", "more": "clauses"}
_TOP_ONLY = {"letterhead", "footer"}
_FORMAT = (
    "markdown-fancy_lists-example_lists-tex_math_dollars-raw_tex-raw_html-citations-superscript-subscript-strikeout"
    "-footnotes-inline_notes-definition_lists-auto_identifiers-implicit_figures-yaml_metadata_block-latex_macros"
    "-line_blocks-simple_tables-multiline_tables-grid_tables-pandoc_title_block-task_lists-emoji-inline_code_attributes"
    "-header_attributes-native_divs-native_spans-bracketed_spans-raw_attribute-table_captions-all_symbols_escapable"
    "+all_symbols_escapable"
)
_TOKEN = re.compile(f"{OPEN}(\\d+){CLOSE}")


def read(path: str, source: str) -> Nodes:
    """Return the document the words in ``source`` describe.

    Raises `InvalidFile` for marks and Markdown that have no place in a document,
    and `KitError` where the Markdown reader is not installed.
    """
    marked = mark(path, source)
    return _Reader(marked).blocks(_parse(marked.text), "")


def _parse(text: str) -> list[dict[str, Any]]:
    try:
        import pypandoc  # noqa: PLC0415 - only those who change words need it
    except ImportError:
        raise KitError("Building templates needs the extra `authoring`: pip install 'escalation-kit[authoring]'.") from None
    # columns=1: the width of a column is its share of the dashes under the heading, always
    document = json.loads(pypandoc.convert_text(text, "json", format=_FORMAT, extra_args=["--columns=1"]))
    return list(document["blocks"])


class _Reader:
    def __init__(self, marked: Marked) -> None:
        self.marked = marked

    def blocks(self, found: list[dict[str, Any]], inside: str) -> Nodes:
        return self.nest([node for block in found for node in self.block(block, inside)], "p")

    def block(self, block: dict[str, Any], inside: str) -> Iterator[Node | Mark]:
        kind, content = block["t"], block.get("c")
        if kind in {"Para", "Plain"}:
            lone = self.lone_mark(content)
            yield lone or Paragraph(self.inlines(content))
        elif kind == "Header" and content[0] <= 3:  # noqa: PLR2004 - the styles there are
            yield Heading(content[0], self.inlines(content[2]))
        elif kind == "BulletList":
            yield Listing(False, False, tuple(self.item(each) for each in content))
        elif kind == "OrderedList":
            yield Listing(True, content[0][0] == 1, tuple(self.item(each) for each in content[1]))
        elif kind == "Table":
            yield self.table(content)
        elif kind == "Div":
            yield self.box(content, inside)
        else:
            raise self.refuse(_NAMES.get(kind, kind), content)

    def box(self, content: list[Any], inside: str) -> Box:
        kind = " ".join(content[0][1])
        if kind not in BOXES:
            raise self.refuse(f"a block ::: {kind}", kind, f"known blocks are {', '.join(sorted(BOXES))}")
        if _INSIDE.get(kind, inside) != inside or (kind in _TOP_ONLY and inside):
            where = f"inside ::: {_INSIDE[kind]}" if kind in _INSIDE else "at the top level"
            raise self.refuse(f"a block ::: {kind} outside its place", kind, f"it stands only {where}")
        nodes = self.blocks(content[1], kind)
        wanted = {"sides": "side", "signatures": "party"}.get(kind)
        if wanted and not all(isinstance(node, Box) and node.kind == wanted for node in nodes):
            raise self.refuse(f"something other than ::: {wanted} inside ::: {kind}", kind, "close one block and open another")
        return Box(kind, nodes)

    def item(self, blocks: list[dict[str, Any]]) -> Nodes:
        if len(blocks) != 1 or blocks[0]["t"] not in {"Para", "Plain"}:
            raise self.refuse("a list item of more than one paragraph", blocks, "make each item one paragraph")
        return self.inlines(blocks[0]["c"])

    def table(self, content: list[Any]) -> Table:
        _, _, columns, (_, heads), bodies, _ = content
        aligns = tuple({"AlignRight": "right", "AlignCenter": "center"}.get(align["t"], "left") for align, _ in columns)
        widths = tuple(round(width["c"] * 1000) for _, width in columns)
        head = self.row(heads[0][1]) if heads else None
        if isinstance(head, Row) and not any(head.cells):
            head = None
        if isinstance(head, Mark):
            raise self.marked.refuse(head.line, f"{head} stands in the heading of a table", "put it in a row of its own below")
        return Table(widths, aligns, head, self.nest([self.row(row[1]) for body in bodies for row in body[3]], "tr"))

    def row(self, cells: list[Any]) -> Row | Mark:
        inlines = [[part for block in cell[4] for part in block["c"]] for cell in cells]
        found = [lone for lone in map(self.lone_mark, inlines) if lone and lone.level == "tr"]
        if found:
            return found[0]
        read = tuple(self.inlines(cell) for cell in inlines)
        filled = [cell for cell in read if cell]
        return Row(read, bool(filled) and all(len(cell) == 1 and isinstance(cell[0], Strong) for cell in filled))

    def lone_mark(self, inlines: list[dict[str, Any]]) -> Mark | None:
        found = _TOKEN.fullmatch(inlines[0]["c"]) if len(inlines) == 1 and inlines[0]["t"] == "Str" else None
        each = self.marked.marks[int(found[1])] if found else None
        return each if each and each.level else None

    def inlines(self, found: list[dict[str, Any]]) -> Nodes:
        return self.nest(_joined([node for part in found for node in self.inline(part)]), "")

    def inline(self, part: dict[str, Any]) -> Iterator[Node | Mark]:
        kind, content = part["t"], part.get("c")
        if kind == "Str":
            yield from self.words(str(content))
        elif kind in {"Space", "SoftBreak"}:
            yield Text(" ")
        elif kind == "LineBreak":
            yield Break()
        elif kind == "Strong":
            yield Strong(self.inlines(content or []))
        elif kind == "Emph":
            yield Emphasis(self.inlines(content or []))
        elif kind == "Quoted":
            left, right = ("‘", "’") if content[0]["t"] == "SingleQuote" else ("“", "”")
            yield from [Text(left), *(node for each in content[1] for node in self.inline(each)), Text(right)]
        else:
            raise self.refuse(_NAMES.get(kind, kind), content)

    def words(self, text: str) -> Iterator[Node | Mark]:
        for n, piece in enumerate(_TOKEN.split(text)):
            if n % 2 == 0:
                yield from [Text(piece)] if piece else []
                continue
            each = self.marked.marks[int(piece)]
            yield {"blank": Blank(each.path), "line": Rule()}.get(each.kind, each)

    def nest(self, flat: list[Node | Mark], level: str) -> Nodes:
        """Put what stands between a mark and its closing mark inside it."""
        stack: list[tuple[Mark | None, list[Node], list[Node] | None]] = [(None, [], None)]
        for each in flat:
            if not isinstance(each, Mark):
                (stack[-1][1] if stack[-1][2] is None else stack[-1][2]).append(each)
                continue
            opener = stack[-1][0]
            if each.level != level:
                raise self.marked.refuse(each.line, f"{each} stands where it does not belong", "use {% in a line, {%p on a line of its own, {%tr in a row of a table")
            if each.kind in {"if", "for"}:
                stack.append((each, [], None))
            elif opener is None:
                raise self.marked.refuse(each.line, f"{each} closes what was opened in another block", "open and close a mark within one block")
            elif each.kind == "else":
                stack[-1] = (opener, stack[-1][1], [])
            else:
                _, then, otherwise = stack.pop()
                node: Node = Repeat(opener.name, opener.path, tuple(then)) if opener.kind == "for" else When(opener.path, opener.absent, tuple(then), tuple(otherwise or ()))
                (stack[-1][1] if stack[-1][2] is None else stack[-1][2]).append(node)
        if stack[-1][0] is not None:
            raise self.marked.refuse(stack[-1][0].line, f"{stack[-1][0]} is closed in another block", "open and close a mark within one block")
        return tuple(stack[0][1])

    def refuse(self, what: str, content: Any, fix: str = "write plain paragraphs, headings, lists and pipe tables") -> KitError:
        words = content if isinstance(content, str) else next(_strings(content), "")
        words = words.split(OPEN)[0].split("\n")[0]
        return self.marked.refuse(self.marked.line_of(words), f"{what} has no place in a document", fix)


_NAMES = {
    "BlockQuote": "a quotation set off with >",
    "CodeBlock": "a block indented by four spaces or fenced as code",
    "HorizontalRule": "a rule drawn with dashes or stars",
    "Header": "a heading of the fourth level or lower",
    "Code": "code between backquotes",
    "Link": "a link",
    "Image": "a picture",
    "Note": "a footnote",
    "Math": "mathematics",
}


def _strings(content: Any) -> Iterator[str]:
    if isinstance(content, dict):
        if content.get("t") in {"Str", "CodeBlock", "Code"}:
            yield from _strings(content["c"]) if not isinstance(content["c"], str) else [content["c"]]
        else:
            yield from _strings(content.get("c"))
    elif isinstance(content, list):
        for each in content:
            yield from [each] if isinstance(each, str) and each else _strings(each)


def _joined(nodes: list[Node | Mark]) -> list[Node | Mark]:
    joined: list[Node | Mark] = []
    for node in nodes:
        last = joined[-1] if joined else None
        if isinstance(node, Text) and isinstance(last, Text):
            joined[-1] = Text(last.text + node.text)
        else:
            joined.append(node)
    return joined

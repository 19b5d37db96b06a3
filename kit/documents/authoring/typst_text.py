"""The tree of a document as a Typst template.

Words are escaped, blanks are look-ups in the data, and the look is called by
name from `house.typ`; the template holds no layout of its own.
"""

from __future__ import annotations

import re

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

_SPECIAL = re.compile(r"[\\#*_`$<>@\[\]~'\"]|(?<=[-/.])[-/.*]|/(?=[/*])")
_STARTS = re.compile(r"^(\s*)([-+/=]|\d+\.)")


def write(nodes: Nodes, source: str) -> str:
    """Return the Typst template of ``nodes``; ``source`` is the name of the words file."""
    footer = "".join(_blocks(node.nodes, (), "") for node in nodes if isinstance(node, Box) and node.kind == "footer")
    rest = tuple(node for node in nodes if not (isinstance(node, Box) and node.kind == "footer"))
    lines = [
        f"// Built from {source} by `kit templates build`. Change the words there, not here.",
        '#import "/house.typ": *',
        f"#show: paper.with(footer: [{footer.strip()}])",
        "",
        _blocks(rest, (), "").strip(),
    ]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)) + "\n"


def _blocks(nodes: Nodes, names: tuple[str, ...], kind: str) -> str:
    return "\n".join(_block(node, names, kind) for node in nodes)


def _block(node: Node, names: tuple[str, ...], kind: str) -> str:  # noqa: PLR0911 - one for each kind of node
    match node:
        case Paragraph(parts, keep):
            return _paragraph(parts, keep, names, kind)
        case Heading(level, parts):
            call = "clause-heading" if kind == "clauses" else "heading-" + "abc"[level - 1]
            return f"\n#{call}[{_inlines(parts, names)}]\n"
        case Listing(numbered, restart, items):
            call = "clause-item" if kind == "clauses" else "numbered" if numbered else "bullet"
            again = "#list-start\n" if call == "numbered" and restart and not names else ""
            return f"\n{again}" + "\n".join(f"#{call}[{_inlines(item, names)}]" for item in items) + "\n"
        case Table():
            return _table(node, names, kind)
        case Box():
            return _box(node, names, kind)
        case When():
            return _choice(
                node,
                f"\n{_blocks(node.then, names, kind)}\n",
                f"\n{_blocks(node.otherwise, names, kind)}\n" if node.otherwise else "",
                names,
            )
        case Repeat(name, path, inner):
            again = "" if names or kind == "clauses" else "#list-start\n"  # a list counts on through a repetition
            return f"{again}#for _{name} in {_path(path, names)} [\n{_blocks(inner, (*names, name), kind)}\n];"
    raise TypeError(node)


def _paragraph(parts: Nodes, keep: bool, names: tuple[str, ...], kind: str) -> str:
    text = _inlines(parts, names)
    held = ", keep: true" if keep else ""
    if any(isinstance(part, Rule) for part in parts):
        return f"#signing[{text}]"
    if kind in {"clauses", "more"}:
        call = "clause" if kind == "clauses" else "clause-more"
        return f"\n#{call}{'(keep: true)' if keep else ''}[{text}]\n"
    return f"\n#held[{text}]\n" if held else f"\n{text}\n"


def _box(node: Box, names: tuple[str, ...], inside: str) -> str:
    kind = node.kind
    if kind == "keep":
        return f"#keep[\n{_blocks(node.nodes, names, inside)}\n]"
    if kind in {"totals", "facts", "table-money", "chart", "clauses", "more"}:
        start = "#clauses-start\n" if kind == "clauses" else ""
        return start + _blocks(node.nodes, names, kind)
    if kind == "new-page":
        return f"#new-page\n{_blocks(node.nodes, names, '')}"
    if kind in {"closing", "letterhead"}:
        first, rest = (_blocks(part, names, kind).strip() for part in (node.nodes[:1], node.nodes[1:]))
        made = f"\n#{kind}(\n  [{first}],\n  [{rest}],\n)\n"
        return made.replace("#say(", "#tuck(") if kind == "letterhead" else made
    if kind in {"sides", "signatures"}:
        parts = [inner.nodes if isinstance(inner, Box) else (inner,) for inner in node.nodes]
        sides = [f"  [{_blocks(part, names, kind).strip()}],".replace("#say(", "#tuck(") for part in parts]
        return f"\n#{kind}(\n" + "\n".join(sides) + "\n)\n"
    return f"\n#{kind}[{_blocks(node.nodes, names, kind).strip()}]\n"


def _table(table: Table, names: tuple[str, ...], kind: str) -> str:
    call = {"totals": "totals-table", "facts": "facts-table", "chart": "chart-table"}.get(kind, "money-table")
    widths = ", ".join(f"{width}fr" for width in table.widths)
    head = f"\n  head: {_cells(table.head, names)}," if table.head else ""
    rows = "\n".join(f"  ..{_row(row, names)}," for row in table.rows)
    return f"\n#{call}(\n  ({widths},), ({', '.join(table.aligns)},),{head}\n{rows}\n)\n"


def _row(node: Node, names: tuple[str, ...]) -> str:
    match node:
        case Row(_, total):
            return f"{'total' if total else 'row'}{_cells(node, names)}"
        case When(path, absent, then, otherwise):
            rest = f" else {{ {_rows(otherwise, names)} }}" if otherwise else ""
            return f"if {_asked(path, absent, names)} {{ {_rows(then, names)} }}{rest}"
        case Repeat(name, path, inner):
            return f"for _{name} in {_path(path, names)} {{ {_rows(inner, (*names, name))} }}"
    raise TypeError(node)


def _rows(nodes: Nodes, names: tuple[str, ...]) -> str:
    return "; ".join(_row(node, names) for node in nodes)


def _cells(row: Row, names: tuple[str, ...]) -> str:
    cells = ", ".join(f"[{_inlines(cell, names)}]" for cell in row.cells)
    return f"({cells},)".replace("#say(", "#fit(")


def _choice(node: When, then: str, otherwise: str, names: tuple[str, ...]) -> str:
    rest = f" else [{otherwise}]" if otherwise else ""
    return f"#if {_asked(node.path, node.absent, names)} [{then}]{rest};"


def _inlines(nodes: Nodes, names: tuple[str, ...]) -> str:
    text = "".join(_inline(node, names) for node in nodes)
    return _STARTS.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", text)


def _inline(node: Node, names: tuple[str, ...]) -> str:  # noqa: PLR0911 - same
    match node:
        case Text(text):
            return _SPECIAL.sub(lambda found: f"\\{found[0]}", text)
        case Blank(path):
            return f"#say({_path(path, names)});"
        case Strong(parts):
            return f"#strong[{_inlines(parts, names)}];"
        case Emphasis(parts):
            return f"#emph[{_inlines(parts, names)}];"
        case Break():
            return "#linebreak();"
        case Rule():
            return "#rule;"
        case When(_, _, then, otherwise):
            return _choice(node, _inlines(then, names), _inlines(otherwise, names), names)
        case Repeat(name, path, inner):
            return f"#for _{name} in {_path(path, names)} [{_inlines(inner, (*names, name))}];"
    raise TypeError(node)


def _asked(path: str, absent: bool, names: tuple[str, ...]) -> str:
    return f"{'not ' if absent else ''}has({_path(path, names)})"


def _path(path: str, names: tuple[str, ...]) -> str:
    return f"_{path}" if path.partition(".")[0] in names else f"d.{path}"

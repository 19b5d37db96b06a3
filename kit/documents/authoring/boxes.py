"""The blocks a document is laid out with, and what each may hold."""

from __future__ import annotations

from kit.documents.authoring.tree import Box, Heading, Listing, Node, Nodes, Paragraph, Repeat, Table, When

BOXES = {
    "letterhead": "who writes: name, then address and contact lines; on the first page, with the logo",
    "footer": "words at the foot of every page, before the page number",
    "address": "to whom; placed for a window envelope",
    "date": "the date line",
    "subject": "what it is about, in bold",
    "closing": "the greeting, room to sign, then name and title",
    "note": "small print",
    "keep": "kept together on one page",
    "new-page": "starts a new page",
    "facts": "a table of particulars without rules",
    "totals": "a narrow table at the right",
    "table-money": "a table of the full width",
    "chart": "a table with bars: within it bold is a dark band, italic a light one, as long as the spaces in it",
    "sides": "blocks side by side; holds side",
    "side": "one of the blocks side by side",
    "signatures": "signature blocks side by side, kept together; holds party",
    "party": "one signature block",
    "clauses": "numbered clauses: headings 1., paragraphs 1.1, list items (a)",
    "more": "within clauses: a paragraph without a number",
}

_TABLES = {"facts", "totals", "table-money", "chart"}
_FREE = set(BOXES) - {"side", "party", "more"}
_HOLDS = {
    "": _FREE,
    "new-page": _FREE - {"letterhead", "footer", "new-page"},
    "keep": _FREE - {"letterhead", "footer", "new-page", "keep", "clauses"} | {"more"},
    "clauses": _TABLES | {"more", "keep", "note"},
    "sides": {"side"},
    "side": {"facts", "note"},
    "signatures": {"party"},
}
_WORDS: tuple[type, ...] = (Paragraph,)
_KINDS: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(_TABLES, (Table,)),
    **dict.fromkeys(("letterhead", "footer", "address", "date", "subject", "closing", "note", "party", "more"), _WORDS),
    "side": (Paragraph, Listing, Table),
    "sides": (),
    "signatures": (),
    "clauses": (Paragraph, Heading, Listing, Table),
}
_STARTS = {"letterhead", "address", "closing", "party"}  # begin with a paragraph that is always there


def misplaced(kind: str, inside: str) -> str:
    """Return why a box ``kind`` cannot stand in a box ``inside`` ("" is the page), or nothing."""
    if kind not in BOXES:
        return f"there is no block ::: {kind}"
    if kind in _HOLDS.get(inside, ()):
        return ""
    where = (
        f"inside ::: {inside}"
        if inside
        else "outside ::: " + {"side": "sides", "party": "signatures"}.get(kind, "clauses")
    )
    return f"a block ::: {kind} cannot stand {where}"


def unfit(kind: str, nodes: Nodes) -> str:  # noqa: PLR0911 - one answer for each fault
    """Return what is wrong with what a box holds, or nothing."""
    if kind in {"sides", "signatures"} and not all(isinstance(node, Box) for node in nodes):
        return f"::: {kind} holds nothing but its blocks, and these cannot be left out one by one"
    allowed = (*_KINDS.get(kind, (Paragraph, Heading, Listing, Table)), Box, When, Repeat)
    if not all(isinstance(node, allowed) for node in _flat(nodes)):
        return f"::: {kind} holds something it has no layout for"
    if kind in _STARTS and not (nodes and isinstance(nodes[0], Paragraph)):
        return f"::: {kind} does not begin with a paragraph that is always there"
    if kind == "footer" and not (len(nodes) == 1 and isinstance(nodes[0], Paragraph)):
        return "::: footer holds more or less than one paragraph"
    if kind == "clauses" and not isinstance(next(iter(_flat(nodes)), None), Heading):
        return "::: clauses does not begin with a ## heading"
    if kind == "clauses" and any(isinstance(node, Heading) and node.level != 2 for node in _flat(nodes)):  # noqa: PLR2004
        return "::: clauses holds a heading that is not ##"
    return ""


def _flat(nodes: Nodes) -> list[Node]:
    flat: list[Node] = []
    for node in nodes:
        if isinstance(node, When):
            flat += [*_flat(node.then), *_flat(node.otherwise)]
        else:
            flat += _flat(node.nodes) if isinstance(node, Repeat) else [node]
    return flat

"""Which paragraphs stay on one page with what follows: the one before a table, a list or a signature.

A signature alone on a page can be put under any text, so the words before it go with it.
"""

from __future__ import annotations

from dataclasses import replace

from kit.documents.authoring.tree import Box, Listing, Node, Nodes, Paragraph, Repeat, Table, When

_HELD = {"signatures", "closing", "table-money", "chart", "totals", "facts"}
_CLEAR = {"note", "more", "clauses"}  # boxes whose last paragraph may be the one before


def keep_together(nodes: Nodes) -> Nodes:
    """Return the nodes with ``keep`` set on paragraphs that must not part from the node after them."""
    kept: list[Node] = []
    for node in nodes:
        inner = _inside(node)
        if kept and _is_held(inner):
            kept[-1] = _hold(kept[-1])
            if len(kept) > 1 and _signs(inner):  # "Agreed:" alone says nothing: the clause before it comes along
                kept[-2] = _hold(kept[-2])
        kept.append(inner)
    return tuple(kept)


def _inside(node: Node) -> Node:
    if isinstance(node, Box):
        return replace(node, nodes=keep_together(node.nodes))
    if isinstance(node, When):
        return replace(node, then=keep_together(node.then), otherwise=keep_together(node.otherwise))
    return replace(node, nodes=keep_together(node.nodes)) if isinstance(node, Repeat) else node


def _is_held(node: Node) -> bool:
    if isinstance(node, When | Repeat):
        inner = node.then if isinstance(node, When) else node.nodes
        return bool(inner) and _is_held(inner[0])
    return isinstance(node, Table | Listing) or (isinstance(node, Box) and node.kind in _HELD)


def _signs(node: Node) -> bool:
    return isinstance(node, Box) and node.kind == "signatures"


def _hold(node: Node) -> Node:
    if isinstance(node, Paragraph):
        return replace(node, keep=True)
    if isinstance(node, When):
        return replace(node, then=_hold_last(node.then), otherwise=_hold_last(node.otherwise))
    if isinstance(node, Box) and node.kind in _CLEAR:
        return replace(node, nodes=_hold_last(node.nodes))
    return replace(node, nodes=_hold_last(node.nodes)) if isinstance(node, Repeat) else node


def _hold_last(nodes: Nodes) -> Nodes:
    return (*nodes[:-1], _hold(nodes[-1])) if nodes else nodes

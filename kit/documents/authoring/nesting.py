"""What stands between a mark and its closing mark, put inside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kit.documents.authoring.marks import Mark, Marked
from kit.documents.authoring.tree import Node, Nodes, Repeat, When

_LEVELS = "use {% %} within a paragraph, {%p %} on a line of its own, {%tr %} in a row of a table"
_ONE_BLOCK = "open and close a mark within one block, paragraph or table"


@dataclass(slots=True)
class _Open:
    mark: Mark | None
    then: list[Node] = field(default_factory=list)
    otherwise: list[Node] | None = None

    def add(self, node: Node) -> None:
        (self.then if self.otherwise is None else self.otherwise).append(node)

    def close(self, mark: Mark) -> Node:
        if mark.kind == "for":
            return Repeat(mark.name, mark.path, tuple(self.then))
        return When(mark.path, mark.absent, tuple(self.then), tuple(self.otherwise or ()))


def nest(flat: Sequence[Node | Mark], level: str, marked: Marked) -> Nodes:
    """Return ``flat`` as a tree; raise `InvalidFile` for a mark of another level or closed elsewhere."""
    stack = [_Open(None)]
    for each in flat:
        top = stack[-1]
        if not isinstance(each, Mark):
            top.add(each)
        elif each.level != level or each.kind == "use":
            raise marked.refuse(each.line, f"{each} stands where it does not belong", _LEVELS)
        elif each.kind in {"if", "for"}:
            stack.append(_Open(each))
        elif top.mark is None:
            raise marked.refuse(each.line, f"{each} closes what was opened in another block", _ONE_BLOCK)
        elif each.kind == "else":
            top.otherwise = []
        else:
            stack.pop()
            stack[-1].add(top.close(top.mark))
    if stack[-1].mark is not None:
        raise marked.refuse(stack[-1].mark.line, f"{stack[-1].mark} is closed in another block", _ONE_BLOCK)
    return tuple(stack[0].then)

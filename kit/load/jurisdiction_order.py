"""Dates ascend, and no case is answered twice.

Rows that turn on the same things follow each other in time. Where one case can
fall under rows that turn on different things, one of them must be the
narrower, or a further row must answer for where they meet.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from kit.findings import Finding, error
from kit.load.yaml_text import Key, Tree
from kit.model.law import DAY, Group, Jurisdiction
from kit.model.law_names import RuleName
from kit.model.law_rows import Dated
from kit.model.law_words import Silence

Places = dict[int, tuple[Key, ...]]  # by identity of the row


def in_order(law: Jurisdiction, name: RuleName, tree: Tree) -> Iterator[Finding]:
    """Yield each fault in the order and the reach of the rows of ``name``."""
    block = law.block(name)
    base = ("rules", name.value)
    where: Places = {id(row): (*base, "values", n) for n, row in enumerate(block.values)}
    where |= {id(row): (*base, "formulas", n) for n, row in enumerate(block.formulas)}
    groups = law.groups(name)
    for group in groups:
        yield from _ascending(group.rows, tree, where)
        yield from _ascending(group.formulas, tree, where)
        yield from _ending(group, tree, where)
    for one, other in combinations(groups, 2):
        if _undecided(one, other, groups):
            message = f"a case can fall under `{one.scope}` and under `{other.scope}`, and neither is the narrower"
            fix = "Add a row for both together, or narrow one of them."
            first = (*other.rows, *other.formulas)[0]
            yield error("K208", message, tree.place(*where[id(first)]), fix=fix)


def _ascending(rows: tuple[Dated, ...], tree: Tree, where: Places) -> Iterator[Finding]:
    for first, second in pairwise(rows):
        if second.starts <= first.starts:
            message = f"this starts on {second.starts}, and the row before it starts on {first.starts}"
            yield error("K203", message, tree.place(*where[id(second)], "from"), fix="Order the rows by `from`.")
        elif first.until and first.until >= second.starts:
            message = f"this holds until {first.until}, and the next row starts on {second.starts}"
            yield error("K203", message, tree.place(*where[id(first)], "until"), fix="End it the day before.")


def _ending(group: Group, tree: Tree, where: Places) -> Iterator[Finding]:
    """Refuse a published figure without a last day: it would be carried on for ever."""
    for row in group.rows:
        begun = [formula for formula in group.formulas if formula.starts <= row.starts]
        if begun and row.until is None and not isinstance(row.value, Silence):
            fix = "Add `until:`, the last day the figure holds."
            yield error("K214", "a published figure has no last day", tree.place(*where[id(row)]), fix=fix)


def _undecided(one: Group, other: Group, groups: tuple[Group, ...]) -> bool:
    """Say whether one case on one day can fall under both with nothing to choose between them."""
    a, b = one.scope, other.scope
    if not a.overlaps(b) or a.narrower(b) or b.narrower(a):
        return False
    if not any(_meet(x, y) for x in (*one.rows, *one.formulas) for y in (*other.rows, *other.formulas)):
        return False
    return not any(a.meets_in(group.scope, b) for group in groups if group is not one and group is not other)


def _meet(one: Dated, other: Dated) -> bool:
    """Say whether two rows hold on one day."""
    start = max(one.starts, other.starts)
    ends = [row.until for row in (one, other) if row.until is not None]
    return not ends or start < min(ends) + DAY

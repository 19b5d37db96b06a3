"""What is wrong with change orders that only the whole file shows: sums, dates, more taken off than was agreed."""

from __future__ import annotations

from collections.abc import Iterator

from kit.findings import Finding, error
from kit.load.tree import Tree
from kit.model.agreed_price import price_before
from kit.model.case import CaseFile
from kit.model.change import Change
from kit.model.money import spoken


def faults_of_changes(file: CaseFile, tree: Tree) -> Iterator[Finding]:
    """Yield each change that does not add up, comes before what it changes, or leaves less than nothing to pay."""
    for index, change in enumerate(file.changes):
        yield from _dates(file, tree, index, change)
        yield from _sums(file, tree, index, change)


def _dates(file: CaseFile, tree: Tree, index: int, change: Change) -> Iterator[Finding]:
    agreed = file.agreement
    if agreed.signed_on and change.on < agreed.signed_on:
        message = f"change {change.id} is of {change.on}, before the contract was signed on {agreed.signed_on}"
        fix = "Correct one of the dates; what was agreed before belongs in the contract."
        yield error("K029", message, tree.place("changes", index, "on"), fix=fix)
    if agreed.starts_on and change.ends_on and change.ends_on < agreed.starts_on:
        message = f"change {change.id} ends the work on {change.ends_on}, before it starts on {agreed.starts_on}"
        yield error("K029", message, tree.place("changes", index, "ends_on"), fix="Correct one of the dates.")


def _sums(file: CaseFile, tree: Tree, index: int, change: Change) -> Iterator[Finding]:
    if change.itemised and change.price_change is not None:
        lines = change.sum_of_lines(file.currency)
        if lines != change.price_change:
            come, said = spoken(lines, file.currency), spoken(change.price_change, file.currency)
            message = f"the lines of change {change.id} come to {come}; its `price_change` is {said}"
            fix = "Correct a line, or leave `price_change:` out: the lines say it."
            yield error("K187", message, tree.place("changes", index, "price_change"), fix=fix)
    before = price_before(file, change)
    moves = change.price_moves(file.currency)
    if before is not None and before + moves < 0:
        takes, agreed = spoken(-moves, file.currency), spoken(before, file.currency)
        message = f"change {change.id} takes {takes} off a price of {agreed}"
        fix = "Correct its lines, or the price under `agreement`."
        yield error("K187", message, tree.place("changes", index), fix=fix)

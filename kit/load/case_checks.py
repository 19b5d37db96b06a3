"""What no single value of a case file shows: two items with one id, half cents, files that lead elsewhere."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kit.findings import Finding, error, note
from kit.load.change_checks import faults_of_changes
from kit.load.fault_words import spoken
from kit.load.tree import Key, Tree
from kit.model.case import CaseFile
from kit.model.money import minor_unit, to_minor

_WITH_IDS = ("invoices", "credits", "payments", "costs", "exhibits", "changes")


def faults_of(file: CaseFile, tree: Tree, folder: Path) -> Iterator[Finding]:
    """Yield what no single value shows: ids given twice, amounts finer than the currency, links out of the folder."""
    for key in _WITH_IDS:
        yield from _repeated(key, getattr(file, key), tree)
    if file.agreement.price and file.agreement.price.kind == "milestones":
        yield from _repeated("stages", file.agreement.price.stages, tree, ("agreement", "price"))
    yield from _namesakes(file, tree)
    smallest = minor_unit(file.currency)
    for loc, amount in _amounts(file):
        if amount % smallest:
            fix = f"Write {to_minor(amount, file.currency)}; amounts in {file.currency} end at {smallest}."
            yield error(
                "K035", f"{spoken(loc)}: {amount} has more decimals than {file.currency}", tree.place(*loc), fix=fix
            )
    yield from faults_of_changes(file, tree)
    yield from _outside(file, tree, folder)


def _repeated(key: str, items: Iterable[Any], tree: Tree, under: tuple[Key, ...] = ()) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for index, item in enumerate(items):
        if item.id in first:
            before = tree.place(*under, key, first[item.id], "id").line
            message = f"`{item.id}` is the id of two {key}; the first is on line {before}"
            fix = "Give one of them another id, or remove it if it is the same one."
            yield error("K034", message, tree.place(*under, key, index, "id"), fix=fix)
        first.setdefault(item.id, index)


def _namesakes(file: CaseFile, tree: Tree) -> Iterator[Finding]:
    """Refuse two guarantors of one name: letters, journal and guaranty go by it, so one would answer for both."""
    first: dict[str, int] = {}
    for index, one in enumerate(file.guarantors):
        name = " ".join(one.name.split()).casefold()
        if name in first:
            before = tree.place("guarantors", first[name], "name").line
            message = f"two guarantors are called {one.name}; the first is on line {before}"
            fix = "Remove one if it is the same; else tell them apart as they sign: a middle initial, Sr. and Jr."
            yield error("K034", message, tree.place("guarantors", index, "name"), fix=fix)
        first.setdefault(name, index)


def _amounts(file: CaseFile) -> Iterator[tuple[tuple[Key, ...], Any]]:
    """Yield each sum of money that changes hands; prices of a unit may have more decimals."""
    for key in ("payments", "credits", "costs"):
        for index, item in enumerate(getattr(file, key)):
            yield (key, index, "amount"), item.amount
    for index, invoice in enumerate(file.invoices):
        for part, instalment in enumerate(invoice.instalments):
            yield ("invoices", index, "instalments", part, "amount"), instalment.amount
    for index, change in enumerate(file.changes):
        if change.price_change is not None:
            yield ("changes", index, "price_change"), change.price_change
    for index, guarantor in enumerate(file.guarantors):
        if guarantor.limit is not None:
            yield ("guarantors", index, "limit"), guarantor.limit
    agreed = file.agreement
    price = agreed.price
    stages = price.stages if price and price.kind == "milestones" else ()
    for index, stage in enumerate(stages):
        yield ("agreement", "price", "stages", index, "amount"), stage.amount
    deposit = getattr(price, "deposit", None)
    single = {
        ("agreement", "price", "amount"): getattr(price, "amount", None),
        ("agreement", "price", "not_above"): getattr(price, "not_above", None),
        ("agreement", "price", "deposit", "amount"): deposit.amount if deposit else None,
        ("agreement", "late_fee", "flat"): agreed.late_fee.flat if agreed.late_fee else None,
        ("agreement", "late_fee", "cap_amount"): agreed.late_fee.cap_amount if agreed.late_fee else None,
        ("agreement", "returned_check_fee"): agreed.returned_check_fee,
        ("agreement", "guaranty", "limit"): agreed.guaranty.limit if agreed.guaranty else None,
    }
    yield from ((loc, amount) for loc, amount in single.items() if amount is not None)


def _outside(file: CaseFile, tree: Tree, folder: Path) -> Iterator[Finding]:
    """Find exhibits that a link leads out of the case folder."""
    for index, exhibit in enumerate(file.exhibits):
        if _linked(str(folder), exhibit.file):
            inside = os.path.realpath(folder) + os.sep
            if not os.path.realpath(f"{folder}{os.sep}{exhibit.file}").startswith(inside):
                place = tree.place("exhibits", index, "file")
                message = f"`{exhibit.file}` is a link that leads out of the case folder"
                yield error("K036", message, place, fix="Copy the file itself.")


def _linked(folder: str, name: str) -> bool:
    """Say whether the file, or a folder on the way to it, is a link; following every path would cost ten times this."""
    here = folder
    for part in name.split("/"):
        here = f"{here}{os.sep}{part}"
        if os.path.islink(here):  # noqa: PTH114 - a string is enough
            return True
    return False


def absent_exhibits(file: CaseFile, tree: Tree, folder: Path) -> Iterator[Finding]:
    """Yield a note for each exhibit whose file is not there yet."""
    for index, exhibit in enumerate(file.exhibits):
        if not os.path.isfile(f"{folder}{os.sep}{exhibit.file}"):  # noqa: PTH113 - a string is enough
            place = tree.place("exhibits", index, "file")
            yield note(
                "K181",
                f"exhibit {exhibit.id}: there is no file `{exhibit.file}`",
                place,
                fix="Put it there before it is filed.",
            )

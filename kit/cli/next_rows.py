"""What comes next in each case of a folder, in the order in which it is to be done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from kit.cli.case_folders import case_folders, days_overdue, fault_of
from kit.escalation import Prospect, look_ahead
from kit.findings import KitError
from kit.ladder.ahead import Act
from kit.load.text_file import shown_path
from kit.model.money import ZERO


@dataclass(frozen=True, slots=True)
class Row:
    """A case on one day. ``fault`` alone is filled where the case cannot be read."""

    case: str
    debtor: str = ""
    currency: str = "USD"
    owed: Decimal = ZERO
    days_overdue: int = 0
    step: str = ""
    act: str = ""
    sentence: str = ""
    short: str = ""
    ready: bool = False  # the step can be done on that day
    on: date | None = None  # the first day it can be done, as far as known; None: not known, or nothing to do
    blockers: tuple[str, ...] = ()  # codes
    bank: date | None = None
    fault: str = ""


def rows(folder: Path, as_of: date) -> list[Row]:
    """Return a row for each case in ``folder``: what can be done today first, then by day, then by amount."""
    return sorted(_rows(folder, as_of), key=lambda row: _order(row, as_of))


def _rows(folder: Path, as_of: date) -> Iterator[Row]:
    for path in case_folders(folder):
        shown = shown_path(path)
        try:
            found = look_ahead(path, as_of=as_of)
        except (KitError, OSError) as err:
            yield Row(shown, fault=fault_of(err))
        else:
            yield row_of(found, shown)


def row_of(found: Prospect, shown: str) -> Row:
    """Return the row of one case."""
    facts, ahead = found.facts, found.next.ahead
    return Row(
        case=shown,
        debtor=facts.case.debtor.name,
        currency=facts.ledger.currency,
        owed=facts.ledger.owed,
        days_overdue=days_overdue(facts),
        step=ahead.task.id if ahead and ahead.task else "",
        act=(ahead.act if ahead else Act.NOTHING).value,
        sentence=found.next.sentence,
        short=found.next.short,
        ready=found.ready,
        on=facts.as_of if found.ready else found.clears_on if found.blockers else found.next.on,
        blockers=tuple(dict.fromkeys(one.code for one in found.blockers)),
        bank=found.bank,
    )


def _order(row: Row, as_of: date) -> tuple[int, date, str, Decimal, str]:
    if row.fault:
        return (9, as_of, "", ZERO, row.case)
    if row.act == Act.DECIDE.value and not row.blockers:
        return (0, as_of, row.currency, -row.owed, row.case)
    group = 1 if row.ready else 4 if not row.step else 2 if row.on is not None else 3
    return (group, row.on or as_of, row.currency, -row.owed, row.case)

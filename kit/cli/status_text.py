"""The cases of a folder as a table for a person and as data for a program."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from kit.cli.case_table import case_table, nothing_in, totals, unread
from kit.cli.findings_text import plain
from kit.cli.status_rows import Row
from kit.cli.table import table
from kit.documents.wording import count, day
from kit.ledger.ageing import NAMES as GROUPS
from kit.model.money import spoken


def as_json(found: Sequence[Row], as_of: date) -> str:
    """Return the rows for programs; amounts are text, so that no cent is lost."""
    data = {"as_of": as_of, "cases": [dataclasses.asdict(row) for row in found]}
    return json.dumps(data, indent=2, ensure_ascii=False, default=str)


def as_text(found: Sequence[Row], folder: Path, as_of: date) -> str:
    """Return the rows as a table, a total for each currency, and the faults below it."""
    if not found:
        return nothing_in(folder)
    good = [row for row in found if not row.fault]
    lines = [f"{count(len(found), 'case')} on {day(as_of)}"]
    if good:
        lines += ["", *case_table(good, ("Oldest due", "Last", "Next", ""), _cells)]
        lines += ["", "By the days overdue", *_by_age(good)]
        lines += ["", *totals(good)]
    return "\n".join([*lines, *unread(found)])


def _cells(row: Row) -> tuple[str, ...]:
    oldest = row.oldest_due.isoformat() if row.oldest_due else ""
    return (oldest, _dated(row.last, row.last_on), _dated(row.next, row.next_on), ", ".join(row.flags))


def _dated(what: str, on: date | None) -> str:
    return f"{what} {on}" if on else what


def _by_age(good: Sequence[Row]) -> list[str]:
    """Return what is owed by age, a line for each case and a total for each currency."""
    rows: list[tuple[str, ...]] = [("Case", *GROUPS)]
    sums: dict[str, list[Decimal]] = {}
    for row in good:
        rows.append((plain(row.case), *(spoken(amount, row.currency) for amount in row.ageing.amounts)))
        so_far = sums.setdefault(row.currency, [Decimal(0)] * len(GROUPS))
        sums[row.currency] = [one + more for one, more in zip(so_far, row.ageing.amounts, strict=True)]
    rows += [(f"Total {currency}", *(spoken(one, currency) for one in each)) for currency, each in sorted(sums.items())]
    return table(rows, range(1, len(GROUPS) + 1))

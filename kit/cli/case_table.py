"""The table of a folder's cases: the columns that every such table has, the totals, and the cases not in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Protocol, TypeVar

from kit.cli.findings_text import plain
from kit.cli.table import table
from kit.documents.wording import count
from kit.model.money import spoken

HEADS = ("Case", "Debtor", "Owed", "Days")
FIGURES = (2, 3)  # columns of them
NAMES = 28  # characters of a debtor's name


class Row(Protocol):
    """What every row has. ``fault`` is filled where the case cannot be read."""

    @property
    def case(self) -> str:
        """The folder, as typed from here."""

    @property
    def debtor(self) -> str:
        """Who owes."""

    @property
    def currency(self) -> str:
        """In what."""

    @property
    def owed(self) -> Decimal:
        """How much."""

    @property
    def days_overdue(self) -> int:
        """For how many days."""

    @property
    def fault(self) -> str:
        """Why the case cannot be read."""


R = TypeVar("R", bound=Row)


def nothing_in(folder: Path) -> str:
    """Say that ``folder`` holds no case."""
    return f"There is no case in {folder}; `kit new NAME` starts one."


def case_table(rows: Sequence[R], heads: tuple[str, ...], rest: Callable[[R], tuple[str, ...]]) -> list[str]:
    """Return ``rows`` as a table; ``rest`` fills the columns under ``heads``, behind those that every table has."""
    cells = [tuple(plain(cell) for cell in (*_first(row), *rest(row))) for row in rows]
    return table([(*HEADS, *heads), *cells], FIGURES)


def _first(row: Row) -> tuple[str, ...]:
    name = row.debtor if len(row.debtor) <= NAMES else row.debtor[: NAMES - 3] + "..."
    days = str(row.days_overdue) if row.days_overdue else ""
    return (row.case, name, spoken(row.owed, row.currency), days)


def totals(rows: Sequence[Row]) -> list[str]:
    """Return what is owed in all, a line for each currency."""
    sums: dict[str, Decimal] = {}
    for row in rows:
        sums[row.currency] = sums.get(row.currency, Decimal(0)) + row.owed
    return [f"Owed in all: {spoken(total, currency)}" for currency, total in sorted(sums.items())]


def unread(rows: Sequence[Row]) -> list[str]:
    """Return the cases that could not be read, each with its fault, below a blank line; nothing where all could."""
    broken = [row for row in rows if row.fault]
    if not broken:
        return []
    said = [f"  {plain(row.case)}: {plain(row.fault)}" for row in broken]
    return ["", f"{count(len(broken), 'case')} could not be read:", *said]

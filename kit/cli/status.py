"""`kit status FOLDER`"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kit.cli.options import as_of_option, format_option

if TYPE_CHECKING:
    from kit.cli.status_rows import Row

FIGURES = (2, 3)  # columns of the table
NAMES = 28  # characters of a debtor's name in the table


@click.command()
@click.argument("folder", metavar="FOLDER", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path))
@as_of_option
@format_option
@click.pass_context
def status(ctx: click.Context, *, folder: Path, as_of: date, shape: str) -> None:
    """Show every case in FOLDER: owed, age, last step, next day; the largest first.

    A case that cannot be read is shown with its first fault, and the exit code is 1.
    """
    from kit.cli.status_rows import rows  # noqa: PLC0415 - `kit status --help` needs no model

    found = sorted(rows(folder, as_of), key=_order)
    click.echo(as_json(found, as_of) if shape == "json" else as_text(found, folder, as_of))
    ctx.exit(1 if any(row.fault for row in found) else 0)


def _order(row: Row) -> tuple[bool, str, Decimal, str]:
    return (bool(row.fault), row.currency, -row.owed, row.case)


def as_json(found: Sequence[Row], as_of: date) -> str:
    """Return the rows for programs; amounts are text, so that no cent is lost."""
    data = {"as_of": as_of, "cases": [dataclasses.asdict(row) for row in found]}
    return json.dumps(data, indent=2, ensure_ascii=False, default=str)


def as_text(found: Sequence[Row], folder: Path, as_of: date) -> str:
    """Return the rows as a table, faults below it, and a total for each currency."""
    from kit.cli.findings_text import plain  # noqa: PLC0415
    from kit.cli.table import table  # noqa: PLC0415
    from kit.documents.wording import count, day  # noqa: PLC0415

    if not found:
        return f"There is no case in {folder}; `kit new NAME` starts one."
    good = [row for row in found if not row.fault]
    lines = [f"{count(len(found), 'case')} on {day(as_of)}"]
    if good:
        heads = ("Case", "Debtor", "Owed", "Days", "Oldest due", "Last", "Next", "")
        cells = [tuple(plain(cell) for cell in _cells(row)) for row in good]
        lines += ["", *table([heads, *cells], FIGURES)]
        lines += ["", "By the days overdue", *_by_age(good)]
        lines += ["", *_totals(good)]
    broken = [row for row in found if row.fault]
    if broken:
        lines += ["", f"{count(len(broken), 'case')} could not be read:"]
        lines += [f"  {plain(row.case)}: {plain(row.fault)}" for row in broken]
    return "\n".join(lines)


def _cells(row: Row) -> tuple[str, ...]:
    from kit.model.money import spoken  # noqa: PLC0415

    name = row.debtor if len(row.debtor) <= NAMES else row.debtor[: NAMES - 3] + "..."
    return (
        row.case,
        name,
        spoken(row.owed, row.currency),
        str(row.days_overdue) if row.days_overdue else "",
        row.oldest_due.isoformat() if row.oldest_due else "",
        _dated(row.last, row.last_on),
        _dated(row.next, row.next_on),
        ", ".join(row.flags),
    )


def _dated(what: str, on: date | None) -> str:
    return f"{what} {on}" if on else what


def _by_age(good: Sequence[Row]) -> list[str]:
    """Return what is owed by age, a line for each case and a total for each currency."""
    from kit.cli.findings_text import plain  # noqa: PLC0415
    from kit.cli.table import table  # noqa: PLC0415
    from kit.ledger.ageing import NAMES as GROUPS  # noqa: PLC0415
    from kit.model.money import spoken  # noqa: PLC0415

    rows: list[tuple[str, ...]] = [("Case", *GROUPS)]
    sums: dict[str, list[Decimal]] = {}
    for row in good:
        rows.append((plain(row.case), *(spoken(amount, row.currency) for amount in row.ageing.amounts)))
        so_far = sums.setdefault(row.currency, [Decimal(0)] * len(GROUPS))
        sums[row.currency] = [one + more for one, more in zip(so_far, row.ageing.amounts, strict=True)]
    rows += [(f"Total {currency}", *(spoken(one, currency) for one in each)) for currency, each in sorted(sums.items())]
    return table(rows, range(1, len(GROUPS) + 1))


def _totals(good: Sequence[Row]) -> list[str]:
    from kit.model.money import spoken  # noqa: PLC0415

    sums: dict[str, Decimal] = {}
    for row in good:
        sums[row.currency] = sums.get(row.currency, Decimal(0)) + row.owed
    return [f"Owed in all: {spoken(total, currency)}" for currency, total in sorted(sums.items())]

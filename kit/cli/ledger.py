"""`kit ledger CASE`"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kit.cli.options import as_of_option, case_argument

SHAPES = click.Choice(["text", "json", "csv"])


@click.command()
@case_argument
@as_of_option
@click.option("--format", "shape", type=SHAPES, default="text", show_default=True, help="How to print.")
@click.option("--explain", "invoice", metavar="INV", help="Tell in sentences how one invoice's balance came about.")
@click.pass_context
def ledger(ctx: click.Context, *, case_path: Path, as_of: date, shape: str, invoice: str | None) -> None:
    """Show what is owed in CASE on a day, line by line, and why.

    \b
    kit ledger acme-inv-104 --as-of 2026-03-01
    kit ledger acme-inv-104 --explain INV-104
    """  # noqa: D301 - Click's mark for lines that are not filled
    from kit import pipeline  # noqa: PLC0415 - `kit ledger --help` needs no model
    from kit.cli.findings_text import as_text  # noqa: PLC0415
    from kit.cli.ledger_shapes import shaped  # noqa: PLC0415
    from kit.cli.own_cost import own_cost_line  # noqa: PLC0415

    outcome = pipeline.ledger(case_path, as_of=as_of)
    click.echo(shaped(outcome.ledger, outcome.findings, outcome.case.debtor.name, shape, invoice))
    cost = own_cost_line(outcome.case, as_of) if shape == "text" else ""
    if cost:
        click.echo(f"\n{cost}")
    for finding in outcome.findings if shape == "text" else ():
        click.echo(as_text(finding), err=True)
    ctx.exit(1 if outcome.stopped else 0)

"""`kit check CASE`"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kit.cli.findings_text import show
from kit.cli.options import as_of_option, case_argument, format_option
from kit.findings import InvalidFile


@click.command()
@case_argument
@as_of_option
@format_option
@click.pass_context
def check(ctx: click.Context, *, case_path: Path, as_of: date, shape: str) -> None:
    """Say everything wrong or worth knowing in CASE, each with its place.

    \b
    Exit code 0: nothing stands in the way. 1: something does.
    """  # noqa: D301 - Click wants the backspace sign itself
    from kit import pipeline  # noqa: PLC0415 - `kit check --help` needs no model

    try:
        outcome = pipeline.check(case_path, as_of=as_of)
    except InvalidFile as err:  # here the faults are the answer, not an accident
        show(err.findings, shape)
        ctx.exit(1)
    show(outcome.findings, shape)
    if not outcome.findings and shape == "text":
        click.echo("Nothing is wrong, and nothing more is worth knowing.")
    ctx.exit(1 if outcome.stopped else 0)

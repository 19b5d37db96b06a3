"""`kit law list`, `changes`, `compare`, `stale`: the record of several states, or of one over time."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from kit.cli.law import folders_option, law
from kit.cli.options import IsoDate, format_option, today

_ON = click.option("--on", type=IsoDate(), default=today, show_default="today", help="The law of this day.")


@law.command(name="list")
@_ON
@folders_option
@format_option
def list_(*, on: date, folders: tuple[Path, ...], shape: str) -> None:
    """List every state on record with its small-claims limits on a day, by who sues, and how sure they are."""
    from kit.cli import law_lists_text as text  # noqa: PLC0415 - `kit law --help` needs no law

    rows = text.limits(on, folders)
    click.echo(json.dumps(text.data(rows), indent=2) if shape == "json" else text.limits_text(rows, on))


@law.command()
@click.argument("code")
@_ON
@folders_option
@format_option
def changes(*, code: str, on: date, folders: tuple[Path, ...], shape: str) -> None:
    """Show what changed in CODE since its record begins, and what is enacted for later days."""
    from kit.cli import law_lists_text as text  # noqa: PLC0415 - `kit law --help` needs no law
    from kit.load.jurisdiction_file import load_jurisdiction  # noqa: PLC0415

    found = load_jurisdiction(code, folders)
    rows = text.changed(found, on)
    click.echo(json.dumps(text.data(rows), indent=2) if shape == "json" else text.changes_text(found, rows))


@law.command()
@click.argument("codes", nargs=-1, required=True)
@_ON
@folders_option
@format_option
def compare(*, codes: tuple[str, ...], on: date, folders: tuple[Path, ...], shape: str) -> None:
    """Compare limits, periods and rates of CODES on a day.

    \b
    kit law compare us-ca us-nv us-az
    """  # noqa: D301 - Click's mark for lines that are not filled
    from kit.cli import law_lists_text as text  # noqa: PLC0415 - `kit law --help` needs no law
    from kit.load.jurisdiction_file import load_jurisdiction  # noqa: PLC0415

    laws = [load_jurisdiction(code, folders) for code in dict.fromkeys(code.lower() for code in codes)]
    rows = text.compared(laws, on)
    click.echo(json.dumps(rows, indent=2) if shape == "json" else text.compare_text(laws, rows))


@law.command()
@click.option("--days", type=click.IntRange(0), default=365, show_default=True, help="Read longer ago than this.")
@_ON
@folders_option
@format_option
def stale(*, days: int, on: date, folders: tuple[Path, ...], shape: str) -> None:
    """List the answers that were read too long ago, or that were to be read again by now."""
    from kit.cli import law_lists_text as text  # noqa: PLC0415 - `kit law --help` needs no law

    rows = text.old(days, on, folders)
    click.echo(json.dumps(text.data(rows), indent=2) if shape == "json" else text.stale_text(rows, days, on))

"""`kit law`: its group, `kit law show` and `kit law rules`; the other questions stand in modules of their own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kit.cli.options import IsoDate, format_option, today


@click.group()
def law() -> None:
    """Show the rules of a state, each with its source and the day it was read."""


KINDS = click.Choice("individual sole-proprietor llc corporation partnership nonprofit government".split())
folders_option = click.option(
    "--jurisdictions",
    "folders",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of your own law files, read before the shipped ones.",
)


@law.command()
@click.argument("code")
@click.option("--on", type=IsoDate(), default=today, show_default="today", help="The law of this day.")
@click.option("--rule", "rules", multiple=True, help="Only this rule, such as small_claims_limit; may be repeated.")
@folders_option
@format_option
def show(*, code: str, on: date, rules: tuple[str, ...], folders: tuple[Path, ...], shape: str) -> None:
    """Print every rule of CODE as a question with its answer, citation and confidence.

    \b
    kit law show us-ca
    kit law show us-ny --on 2025-06-30 --rule small_claims_limit
    """  # noqa: D301 - Click's mark for lines that are not filled
    from kit.cli import law_text  # noqa: PLC0415 - `kit law --help` needs no law
    from kit.load.jurisdiction_file import load_jurisdiction  # noqa: PLC0415

    found = load_jurisdiction(code, folders)
    chosen = law_text.chosen(found, rules)
    click.echo(law_text.as_json(found, on, chosen) if shape == "json" else law_text.as_text(found, on, chosen))


@law.command()
def rules() -> None:
    """Print every question the kit asks of a state, with the shape of its answer, as Markdown.

    \b
    The tables of jurisdictions/README.md are this output.
    """  # noqa: D301 - Click's mark for lines that are not filled
    from kit.load.law_schema import rules_table, shapes_table  # noqa: PLC0415 - `kit law --help` needs no law

    click.echo(f"{rules_table()}\n{shapes_table()}", nl=False)


@law.command()
@folders_option
def coverage(*, folders: tuple[Path, ...]) -> None:
    """Print, as Markdown, how sure each jurisdiction's answers are and what is open."""
    from kit.load.law_coverage import coverage as table  # noqa: PLC0415 - `kit law --help` needs no law

    click.echo(table(folders), nl=False)


from kit.cli import law_ask, law_lists  # noqa: E402, F401 - they add their commands to the group above

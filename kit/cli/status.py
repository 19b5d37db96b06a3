"""`kit status FOLDER`"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kit.cli.options import as_of_option, format_option


@click.command()
@click.argument("folder", metavar="FOLDER", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path))
@as_of_option
@format_option
@click.pass_context
def status(ctx: click.Context, *, folder: Path, as_of: date, shape: str) -> None:
    """Show every case in FOLDER: owed, age, last step, next day; the largest first.

    A case that cannot be read is shown with its first fault, and the exit code is 1.
    """
    from kit.cli import status_text  # noqa: PLC0415 - `kit status --help` needs no model
    from kit.cli.status_rows import rows  # noqa: PLC0415

    found = rows(folder, as_of)
    click.echo(status_text.as_json(found, as_of) if shape == "json" else status_text.as_text(found, folder, as_of))
    ctx.exit(1 if any(row.fault for row in found) else 0)

"""`kit next CASE` and `kit next FOLDER`"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kit.cli.options import as_of_option, format_option
from kit.load.case_file import NAME


@click.command()
@click.argument("case_path", metavar="CASE|FOLDER", default=".", type=click.Path(path_type=Path))
@as_of_option
@format_option
@click.option(
    "--ics", "calendar", type=click.Path(dir_okay=False, path_type=Path), help="Write the deadlines there too."
)
@click.pass_context
def next(  # noqa: A001 - the command's name
    ctx: click.Context, *, case_path: Path, as_of: date, shape: str, calendar: Path | None
) -> None:
    """Say what to do next in CASE and every reason why not today; for a FOLDER of cases, what is due first.

    Exit code 1: something stands in the way, or a case of the folder cannot be read.
    """
    from kit.cli import next_calendar, next_text  # noqa: PLC0415 - `kit next --help` needs no model

    if case_path.is_dir() and not (case_path / NAME).is_file():
        from kit.cli.next_rows import rows  # noqa: PLC0415

        found = rows(case_path, as_of)
        if calendar:
            next_calendar.write(calendar, next_calendar.of_folder(case_path, as_of), as_of)
        click.echo(
            next_text.rows_json(found, as_of) if shape == "json" else next_text.rows_text(found, case_path, as_of)
        )
        ctx.exit(1 if any(row.fault for row in found) else 0)
    from kit.escalation import deadlines_of, look_ahead  # noqa: PLC0415

    one = look_ahead(case_path, as_of=as_of)
    if calendar:
        next_calendar.write(calendar, deadlines_of(one), as_of)
    click.echo(next_text.as_json(one) if shape == "json" else next_text.as_text(one))
    ctx.exit(1 if one.blockers else 0)

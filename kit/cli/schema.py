"""`kit schema case|workspace|journal|jurisdiction`"""

from __future__ import annotations

from pathlib import Path

import click

KINDS = ("case", "workspace", "journal", "jurisdiction")


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file; it must not exist.")
def schema(*, kind: str, out: Path | None) -> None:
    """Print the JSON Schema of a file, for editors that complete and check as you type.

    \b
    kit schema case --out case.schema.json
    """  # noqa: D301 - Click wants the backspace sign itself
    from kit.load.schema import schema_text  # noqa: PLC0415 - `kit --help` needs no model

    text = schema_text(kind)
    if out is None:
        click.echo(text, nl=False)
        return
    try:
        with out.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise click.ClickException(f"{out} is already there; nothing was written") from None
    except OSError as err:
        raise click.ClickException(f"{out} cannot be written: {err.strerror}") from None
    click.echo(f"wrote {out}")

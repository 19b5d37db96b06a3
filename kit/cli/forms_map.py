"""`kit forms map` and `kit forms check`: a blank never seen, and a map tried with a full sample case."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kit.cli.forms import forms, own_forms
from kit.cli.options import format_option, today

INTO = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path)


@forms.command("map")
@click.argument("file", required=False, type=FILE)
@click.option("--into", "folder", type=INTO, help="Write the map here, such as forms/us-tx/petition.")
@click.option("--proof", type=FILE, help="Write only the form with each field's number on it.")
@click.option("--number", help="The form's number, if it is not printed.")
@click.option("--title", help="Its title, if it is not printed.")
@click.option("--court", help="The court's id in the jurisdiction's file, or its name.")
@click.option("--url", help="The court's own https address of it.")
@click.option("--form", "form", help="A form whose items are known, such as us/b410: find them on FILE.")
@click.option("--confirm", is_flag=True, help="With --form: you have looked at the proof; keep it with FILE.")
@click.option("--blanks", is_flag=True, help="List every blank a field can be answered by; with --form, of that form.")
@format_option
def map_(  # noqa: PLR0913 - one parameter for each option
    *,
    file: Path | None,
    folder: Path | None,
    proof: Path | None,
    number: str | None,
    title: str | None,
    court: str | None,
    url: str | None,
    form: str | None,
    confirm: bool,
    blanks: bool,
    shape: str,
) -> None:
    """Read the blank FILE of a form nobody has mapped, and propose what answers each of its fields.

    Fields are paired with the words printed beside them and with their tooltips. Without --into or --proof the
    proposals are printed. Correct `fields.yaml` while looking at `numbered.pdf`, then run `kit forms check`.

    \b
    kit forms map petition.pdf
    kit forms map petition.pdf --into forms/us-tx/petition
    kit forms map b410.pdf --form us/b410 --proof numbered.pdf
    """  # noqa: D301 - Click's mark for lines that are not filled
    from kit.cli import forms_items_text as items  # noqa: PLC0415 - `kit --help` must not load it
    from kit.cli import forms_map_text as text  # noqa: PLC0415

    if blanks:
        click.echo(text.blanks(shape, items.family(form, own_forms()) if form else ""))
        return
    if file is None:
        raise click.UsageError("Name the FILE to read, or ask for --blanks.")
    if confirm and form is None:
        raise click.UsageError("--confirm goes with --form FORM.")
    if form is not None:
        click.echo(items.found(form, file, proof, today() if confirm else None, own_forms(), shape))
        return
    said = {"number": number, "title": title, "court": court, "url": url}
    known = {key: value for key, value in said.items() if value}
    click.echo(text.mapped(file, folder, proof, known, shape))


@forms.command()
@click.argument("what", metavar="FORM|FILE")
@click.option("--fields", "fields_file", type=FILE, help="The fields.yaml to try; else the form's own.")
@click.option("--to", "target", type=FILE, help="Keep the sample copy here, to look at.")
@format_option
@click.pass_context
def check(ctx: click.Context, *, what: str, fields_file: Path | None, target: Path | None, shape: str) -> None:
    """Fill a form with a full sample case and report what is not mapped, does not fit, or cannot be read.

    FORM is the id of a mapped form, FILE a blank; for a FILE without --fields the form is found by its hash, or the
    map is proposed as `kit forms map` would.

    \b
    kit forms check us-ca/sc-100
    kit forms check petition.pdf --fields forms/us-tx/petition/fields.yaml --to sample.pdf
    """  # noqa: D301 - Click's mark for lines that are not filled
    from kit.cli import forms_check  # noqa: PLC0415 - `kit --help` must not load it

    checked = forms_check.check(what, fields_file, own_forms())
    kept = forms_check.keep(checked, target)
    click.echo(json.dumps(forms_check.data(checked, kept), indent=2) if shape == "json" else checked.as_text(kept))
    ctx.exit(1 if checked.stopped else 0)

"""`kit forms fill`: one form of a case, with fields of your own where you say so."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from kit.cli.forms import forms, own_forms
from kit.cli.options import as_of_option, format_option


@forms.command()
@click.argument("name", metavar="FORM")
@click.argument("case_path", metavar="CASE", type=click.Path(path_type=Path))
@click.option("--set", "sets", multiple=True, metavar="FIELD=VALUE", help="Write VALUE into FIELD; may be repeated.")
@click.option("--to", "target", type=click.Path(path_type=Path), help="The file to make; else one in CASE/out.")
@as_of_option
@format_option
def fill(*, name: str, case_path: Path, sets: tuple[str, ...], target: Path | None, as_of: date, shape: str) -> None:
    """Fill one FORM for CASE and prove that every answer stands on it whole.

    A FIELD is the full name in the PDF, or its last part where only one field has it; a box takes its state, such as
    /1. Nothing is written over. A form made once for each defendant becomes one file for each.

    \b
    kit forms fill us-ca/sc-100 acme
    kit forms fill sc-104 acme --set Time[0]="8:30 a.m." --to proof.pdf
    """  # noqa: D301 - Click's mark for lines that are not filled
    from kit.cli import forms_fill_case  # noqa: PLC0415 - `kit --help` must not load it

    said = dict(_pair(one) for one in sets)
    made = forms_fill_case.fill(name, case_path, said, target, as_of, own_forms())
    click.echo(json.dumps(made.data(), indent=2, ensure_ascii=False) if shape == "json" else made.as_text())


def _pair(text: str) -> tuple[str, str]:
    # A field's own name may hold an equals sign only in theory; a value may in practice.
    field, sign, value = text.partition("=")
    if not sign or not field.strip():
        raise click.UsageError(f"`--set {text}` is not FIELD=VALUE.")
    return field.strip(), value

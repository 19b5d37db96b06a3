"""`kit forms`: its group, and `list`, `get` and `add`; the other questions stand in modules of their own."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from kit.cli.options import IsoDate, format_option, today


@click.group()
def forms() -> None:
    """Official court forms: which the kit fills, where your blanks are, and how to map a new one."""


_FORUM = click.option("--forum", "forums", multiple=True, help="Only this state's, such as us-tx; may be repeated.")


@forms.command("list")
@_FORUM
@click.option("--on", type=IsoDate(), default=today, show_default="today", help="The law of this day.")
@format_option
def list_(*, forums: tuple[str, ...], on: date, shape: str) -> None:
    """List the forms the kit can fill: number, revision, whether their blank is here, the court's address.

    With --forum, the forms that the state's law names and nobody has mapped yet are listed, too.

    \b
    kit forms list --forum us-tx
    """  # noqa: D301 - Click's mark for lines that are not filled
    from kit.cli import forms_text  # noqa: PLC0415 - `kit --help` must not load it

    found = forms_text.listed(forums, on, own_forms())
    click.echo(json.dumps(forms_text.data(found), indent=2) if shape == "json" else forms_text.as_text(found))


@forms.command()
@click.argument("names", metavar="[FORM]...", nargs=-1)
@_FORUM
@format_option
@click.pass_context
def get(ctx: click.Context, *, names: tuple[str, ...], forums: tuple[str, ...], shape: str) -> None:
    """Download the blanks of FORMs from the courts' own addresses, check them and keep them.

    A download that breaks off is taken up again next time. A blank of a newer revision is used only when every
    field the kit fills is still on it.

    \b
    kit forms get us-ca/sc-100
    kit forms get --forum us-ca
    """  # noqa: D301 - Click's mark for lines that are not filled
    from kit.cli import forms_fetch  # noqa: PLC0415 - `kit --help` must not load it

    if not names and not forums:
        raise click.UsageError("Name a FORM, or a state with --forum.")
    results = forms_fetch.download(names, forums, own_forms())
    forms_fetch.show(results, shape)
    ctx.exit(1 if any(one.stopped for one in results) else 0)


@forms.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--form", "name", help="Which form it is, such as us-ca/sc-100; else its hash or its fields say so.")
@format_option
@click.pass_context
def add(ctx: click.Context, *, files: tuple[Path, ...], name: str | None, shape: str) -> None:
    """Keep your own blank FILE of a form, checked like a downloaded one.

    \b
    kit forms add ~/Downloads/sc100.pdf
    kit forms add complaint.pdf --form us-vt/100-00257
    """  # noqa: D301 - Click's mark for lines that are not filled
    from kit.cli import forms_fetch  # noqa: PLC0415 - `kit --help` must not load it

    results = forms_fetch.add(files, name, own_forms())
    forms_fetch.show(results, shape)
    ctx.exit(1 if any(one.stopped for one in results) else 0)


def own_forms() -> Path | None:
    """Return the folder `forms` beside the nearest kit.yaml: the user's own maps and blanks, which come first."""
    from kit.load.workspace_file import forms_beside, nearest  # noqa: PLC0415 - `kit --help` must not load it

    found = nearest(Path.cwd())
    return forms_beside(found) if found else None


from kit.cli import forms_fill, forms_map  # noqa: E402, F401 - they add their commands to the group above

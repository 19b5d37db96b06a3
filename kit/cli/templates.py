"""`kit templates list|eject|build|check`"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kit.cli.options import format_option
from kit.load.text_file import shown_path

if TYPE_CHECKING:
    from kit.findings import Finding

FILES = ("document.yaml", "en.docx")
WORDS = ("en.md", "en.typ")


@click.group()
def templates() -> None:
    """List the documents, take one as your own, build it from its words, check your own docx."""


@templates.command("list")
@format_option
def list_(*, shape: str) -> None:
    """List every document: its name, its title, and whether the words are your own."""
    from kit.load.document_files import find_templates  # noqa: PLC0415 - `kit --help` must not load it

    found = find_templates(_own())
    if shape == "json":
        data = [
            {"id": name, "title": one.document.title, "kind": one.document.kind.value, "own": one.own}
            for name, one in found.items()
        ]
        click.echo(json.dumps(data, indent=2))
        return
    width = max(map(len, found), default=0)
    for name, one in sorted(found.items()):
        click.echo(f"{name:<{width}}  {one.document.title}{'  (your own)' if one.own else ''}")


@templates.command()
@click.argument("document")
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path, file_okay=False),
    help="Your folder of templates; else the one in kit.yaml.",
)
@click.option(
    "--words", is_flag=True, help="Take the words (en.md) too, to change them and build both templates again."
)
def eject(*, document: str, target: Path | None, words: bool) -> None:
    """Copy DOCUMENT into your own folder of templates, to restyle it in Word or to change its words."""
    from kit.documents.authoring.parts import with_parts  # noqa: PLC0415
    from kit.findings import KitError  # noqa: PLC0415
    from kit.load.document_files import find_template  # noqa: PLC0415

    template = find_template(document)
    root = target or _own()
    if root is None:
        raise KitError("say where: --to FOLDER, and write `templates: FOLDER` into kit.yaml so that it is used")
    folder = root / document
    if folder.exists():
        raise KitError(f"{shown_path(folder)} is there already; nothing was copied")
    try:
        folder.mkdir(parents=True)
        for name in FILES:
            shutil.copyfile(Path(template.folder) / name, folder / name)
        for name in WORDS if words else ():
            whole = with_parts((Path(template.folder) / name).read_text("utf-8"))
            (folder / name).write_text(whole, encoding="utf-8", newline="\n")
    except OSError as err:
        raise KitError(f"{shown_path(folder)} cannot be written: {err.strerror or err}") from err
    click.echo(f"{shown_path(folder)} is yours now.")
    if words:
        click.echo(f"Change en.md, then `kit templates build {shown_path(folder)}`.")
    else:
        click.echo(f"Open en.docx in Word, keep the tags, then `kit templates check {shown_path(folder / 'en.docx')}`.")
        click.echo("A PDF of your own docx is made by LibreOffice; without it you get the docx.")
    if root != _own():
        click.echo(f"Write `templates: {root}` into kit.yaml so that it is used.")


@templates.command()
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path, exists=True, file_okay=False))
def build(*, folders: tuple[Path, ...]) -> None:
    """Build en.docx and en.typ from the words of FOLDERS; without any, of every document here."""
    from kit.documents.authoring import build as building  # noqa: PLC0415
    from kit.paths import data_folder  # noqa: PLC0415

    wanted = folders or building.folders(_own() or data_folder("templates"))
    for folder in wanted:
        changed = building.write(folder)
        names = ", ".join(path.name for path in changed) or "nothing changed"
        click.echo(f"{shown_path(folder)}: {names}")


@templates.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True))
@click.option("--document", help="Which document it is; else its folders say so.")
@click.pass_context
def check(ctx: click.Context, *, file: Path, document: str | None) -> None:
    """Check your own docx FILE (or its folder) before it is used: tags, blanks, and a trial filling."""
    from kit.cli.findings_text import as_text  # noqa: PLC0415

    path = file / "en.docx" if file.is_dir() else file
    found = _checked(path, document or f"{path.resolve().parent.parent.name}/{path.resolve().parent.name}")
    for finding in found:
        click.echo(as_text(finding), err=True)
    stopped = any(finding.stops for finding in found)
    click.echo(f"{shown_path(path)}: {'not ready' if stopped else 'ready to be used'}")
    ctx.exit(1 if stopped else 0)


def _checked(path: Path, document: str) -> tuple[Finding, ...]:
    from kit.documents.docx_lint import lint  # noqa: PLC0415
    from kit.documents.draft import blanks_class  # noqa: PLC0415
    from kit.load.document_files import find_template  # noqa: PLC0415

    return lint(path, blanks_class(find_template(document, _own())))


def _own() -> Path | None:
    """Return the folder of the user's own templates that the nearest kit.yaml names."""
    from kit.load.workspace_file import nearest, read_workspace  # noqa: PLC0415

    found = nearest(Path.cwd())
    return read_workspace(found).templates if found else None

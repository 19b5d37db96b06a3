"""Making a paper and saying what became of it; shared by the commands that make one."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kit.cli.options import as_of_option, case_argument, format_option
from kit.load.text_file import shown_path
from kit.model.document_ids import INTERNAL

if TYPE_CHECKING:
    from kit.pipeline import Made

NOTICE = "Not legal advice. Read every page before it goes out; the record beside it says what it rests on."


def paper_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give ``command`` the case, the day, the format and the overrides."""
    options = (
        case_argument,
        as_of_option,
        click.option("--override", "codes", multiple=True, metavar="CODE", help="Make it although CODE stops it."),
        click.option(
            "--because", "reasons", multiple=True, metavar="WHY", help="The reason for each override; it is recorded."
        ),
        format_option,
    )
    for option in reversed(options):
        command = option(command)
    return command


def overrides_of(codes: tuple[str, ...], reasons: tuple[str, ...]) -> dict[str, str]:
    """Return each code with its reason; fails on the command line where one lacks the other."""
    if len(codes) != len(reasons):
        raise click.UsageError("Each --override CODE needs its own --because WHY.")
    return dict(zip(codes, reasons, strict=True))


def make_and_show(
    case_path: Path, document: str, *, as_of: date, overrides: dict[str, str], shape: str, **wanted: Any
) -> None:
    """Make ``document`` and say which files there are now."""
    from kit import pipeline  # noqa: PLC0415 - `kit --help` must not load it
    from kit.documents.contexts.request import Request  # noqa: PLC0415

    made = pipeline.make(case_path, Request(document, **wanted), as_of=as_of, overrides=overrides)
    click.echo(json.dumps(as_data(made), indent=2) if shape == "json" else as_words(made))


def as_words(made: Made) -> str:
    """Return what was made in words, notes first."""
    from kit.cli.findings_text import as_text  # noqa: PLC0415

    return "\n".join([*(as_text(finding) for finding in made.findings), as_files(made), NOTICE])


def as_files(made: Made) -> str:
    """Return which files there are now, and what became of those before."""
    lines = []
    title = made.paper.template.document.title
    if not made.outcome.new:
        lines.append(f"{title}: made before from the same facts; nothing new was made.")
        lines += [f"  {path} was changed since it was made, and is kept as it is." for path in made.outcome.changed]
    elif made.outcome.superseded and not made.paper.template.document.id.startswith(INTERNAL):
        old = ", ".join(file.path for file in made.outcome.superseded.files)
        lines.append(f"{title}, made anew: the facts have changed. Do not send {old}.")
    else:
        lines.append(f"{title}:")
    lines += [f"  {shown_path(file)}" for file in made.files]
    return "\n".join(lines)


def as_data(made: Made) -> dict[str, Any]:
    """Return the same for programs."""
    from kit.cli import findings_text  # noqa: PLC0415

    return {
        "document": made.paper.template.document.id,
        "new": made.outcome.new,
        "entry": made.outcome.made.n,
        "files": [str(file) for file in made.files],
        "changed_since": list(made.outcome.changed),
        "supersedes": made.outcome.superseded.n if made.outcome.superseded else None,
        "findings": [findings_text.as_data(one) for one in made.findings],
    }

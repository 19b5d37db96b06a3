"""`kit claim CASE`"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kit.cli.paper import NOTICE, make_and_show, overrides_of, paper_options

if TYPE_CHECKING:
    from kit.claiming import MadeClaim

PAPERS = {
    "withdrawal": "bankruptcy/withdrawal",
    "lost": "bankruptcy/writing-lost",
    "notices": "bankruptcy/notice-request",
    "goods": "bankruptcy/administrative-data",
    "preference": "internal/preference-report",
    "worth": "internal/claim-worth",
    "reclamation": "bankruptcy/reclamation-demand",
    "new-terms": "bankruptcy/new-terms",
    "guarantor": "letters/guarantor-demand",
}


@click.command()
@paper_options
@click.option(
    "--paper",
    type=click.Choice([*PAPERS]),
    help="One paper beside the claim: its withdrawal, a statement about a lost writing, a request for notices, the "
    "goods of the last days before the petition, the payments that may be asked back, what the claim is worth; a "
    "demand for goods delivered shortly before, terms for new business, a letter to each guarantor who may be asked.",
)
@click.option("--guarantor", metavar="NAME", help="With --paper guarantor: the letter to this one alone.")
def claim(
    *,
    case_path: Path,
    as_of: date,
    codes: tuple[str, ...],
    reasons: tuple[str, ...],
    shape: str,
    paper: str | None,
    guarantor: str | None,
) -> None:
    """Make the proof of claim in the debtor's bankruptcy.

    The official form where its blank is at hand and confirmed (`kit forms add`, `kit forms map`), else the claim on a
    sheet that follows its items; the answers for the court's claim page; a check list with the days; and what is
    attached, private data blacked out. A later claim amends the one on record.

    \b
    kit log acme bankruptcy --petition-on 2026-12-10 --chapter 7
    kit claim acme
    kit claim acme --paper notices
    kit claim acme --paper guarantor
    """  # noqa: D301 - Click's mark for lines that are not filled
    overrides = overrides_of(codes, reasons)
    if guarantor and paper != "guarantor":
        raise click.UsageError("--guarantor goes with --paper guarantor.")
    if paper == "guarantor":
        _to_guarantors(case_path, guarantor or "", as_of, overrides, shape)
        return
    if paper:
        make_and_show(case_path, PAPERS[paper], as_of=as_of, overrides=overrides, shape=shape)
        return
    from kit.claiming import make_claim  # noqa: PLC0415 - `kit claim --help` needs no models

    made = make_claim(case_path, as_of=as_of, overrides=overrides)
    if shape == "json":
        from kit.cli.findings_text import as_data  # noqa: PLC0415

        data = {"files": [str(file) for file in made.files], "form": bool(made.form.completed),
                "by_hand": list(made.form.by_hand), "not_to_be_sent": list(_overtaken(made)),
                "findings": [as_data(one) for one in made.findings]}  # fmt: skip
        click.echo(json.dumps(data, indent=2, ensure_ascii=False))
    else:
        click.echo(_words(made))


def _to_guarantors(case_path: Path, name: str, as_of: date, overrides: dict[str, str], shape: str) -> None:
    """Make the letter to each guarantor who may be asked, or to the one named."""
    from kit.claiming import ask_guarantors  # noqa: PLC0415
    from kit.cli.paper import as_data, as_words  # noqa: PLC0415

    made = ask_guarantors(case_path, name, as_of=as_of, overrides=overrides)
    if shape == "json":
        click.echo(json.dumps([as_data(one) for one in made], indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(as_words(one) for one in made))


def _overtaken(made: MadeClaim) -> Iterator[str]:
    """Yield the files in whose place the attachment came, with the form in it or the sheet of before it."""
    outcome = made.attachment
    old = (*((outcome.superseded,) if outcome.superseded else ()), *outcome.replaced)
    return (file.path for one in old for file in one.files)


def _words(made: MadeClaim) -> str:
    from kit.cli.findings_text import as_text  # noqa: PLC0415
    from kit.cli.paper import as_files  # noqa: PLC0415
    from kit.load.text_file import shown_path  # noqa: PLC0415

    lines = [as_text(one) for one in made.findings]
    lines += [as_files(paper) for paper in made.papers]
    lines.append(
        "Attachment to the proof of claim:" if made.attachment.new else "Attachment: made before; nothing new."
    )
    lines += [f"  {shown_path(made.folder / file.path)}" for file in made.attachment.made.files]
    lines += [f"  by hand on the form: {text}" for text in made.form.by_hand]
    if old := ", ".join(_overtaken(made)):
        lines.append(f"Do not send {old}.")
    return "\n".join([*lines, NOTICE])

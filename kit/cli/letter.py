"""`kit letter CASE`"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from kit.cli.options import IsoDate
from kit.cli.paper import NOTICE, as_data, as_files, overrides_of, paper_options


@click.command()
@paper_options
@click.option("--step", metavar="STEP", help="Another step than the next one, or a paper beside the ladder: receipt.")
@click.option("--payment", metavar="ID", default="", help="The payment that a receipt is for; otherwise the newest.")
@click.option(
    "--pay-by",
    type=IsoDate(),
    default=None,
    help="The last day to pay; otherwise as the ladder says, or longer where the law does.",
)
def letter(
    *,
    case_path: Path,
    step: str | None,
    payment: str,
    pay_by: date | None,
    as_of: date,
    codes: tuple[str, ...],
    reasons: tuple[str, ...],
    shape: str,
) -> None:
    """Make the papers of the next step for CASE, or of --step with a recorded reason.

    \b
      kit letter acme
      kit letter acme --step final-demand --override K429 --because "the client asked for it in writing"
    """  # noqa: D301 - Click's mark for lines that are not filled
    from kit import escalation, step_papers  # noqa: PLC0415 - `kit --help` must not load it
    from kit.cli.findings_text import as_text, plain  # noqa: PLC0415
    from kit.load.text_file import shown_path  # noqa: PLC0415

    if pay_by and pay_by <= as_of:
        raise click.BadParameter(f"{pay_by} is not after the day of the letter, {as_of}", param_hint="--pay-by")
    overrides = overrides_of(codes, reasons)
    try:
        found, papers = step_papers.make_step(
            case_path, step, as_of=as_of, pay_by=pay_by, payment=payment, overrides=overrides
        )
    except escalation.NoSuchStep as err:
        raise click.BadParameter(str(err), param_hint="--step") from None
    if shape == "json":
        click.echo(json.dumps([as_data(made) for made in papers], indent=2))
        return
    for finding in dict.fromkeys(one for made in papers for one in made.findings):
        click.echo(as_text(finding))
    for made in papers:
        click.echo(as_files(made))
    if found.task and found.task.advice:
        click.echo(plain(found.task.advice.replace("CASE", shown_path(case_path))))
    click.echo(NOTICE)

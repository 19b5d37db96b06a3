"""`kit letter CASE --step STEP`"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kit.cli.options import IsoDate
from kit.cli.paper import make_and_show, overrides_of, paper_options
from kit.model.document_ids import FINAL_DEMAND, short_id

LAST = short_id(FINAL_DEMAND)
STEPS = {LAST: FINAL_DEMAND}


@click.command()
@paper_options
@click.option("--step", type=click.Choice(list(STEPS)), default=LAST, show_default=True, help="Which letter.")
@click.option(
    "--pay-by",
    type=IsoDate(),
    default=None,
    help="The last day to pay; otherwise two weeks, or longer where the law says so.",
)
def letter(
    *,
    case_path: Path,
    step: str,
    pay_by: date | None,
    as_of: date,
    codes: tuple[str, ...],
    reasons: tuple[str, ...],
    shape: str,
) -> None:
    """Make the letter of an escalation step for CASE."""
    if pay_by and pay_by <= as_of:
        raise click.BadParameter(f"{pay_by} is not after the day of the letter, {as_of}", param_hint="--pay-by")
    overrides = overrides_of(codes, reasons)
    make_and_show(case_path, STEPS[step], as_of=as_of, overrides=overrides, shape=shape, step=step, pay_by=pay_by)

"""`kit judgment CASE demand|plan|satisfaction|default|questions|days`"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import click

from kit.cli.options import IsoDate
from kit.cli.paper import make_and_show, overrides_of, paper_options

PAPERS = {
    "demand": "letters/judgment-demand",
    "plan": "letters/judgment-plan",
    "satisfaction": "court/satisfaction",
    "default": "court/default-data",
    "questions": "court/asset-questions",
}
DAYS = "days"
BY = ("demand", "plan")


@click.command()
@paper_options
@click.argument("paper", metavar="PAPER", type=click.Choice([*PAPERS, DAYS]))
@click.option("--pay-by", type=IsoDate(), default=None, help="The last day to pay, or to accept a plan.")
@click.option("--channel", type=click.Choice(["mail", "email"]), help="How it travels: adds an envelope, or a draft.")
@click.option("--instalments", type=click.IntRange(2), default=None, metavar="N", help="How many a plan has; else 6.")
@click.option("--first-on", type=IsoDate(), default=None, help="The day of a plan's first instalment.")
def judgment(
    *,
    case_path: Path,
    paper: str,
    as_of: date,
    codes: tuple[str, ...],
    reasons: tuple[str, ...],
    shape: str,
    **wanted: Any,
) -> None:
    """Make a paper of CASE for the time after filing, or list the court's days.

    demand asks for what the judgment says; plan offers to take it in instalments; satisfaction tells the court that
    it is paid; default gathers what a request for a default judgment asks; questions are for an examination of the
    debtor's means; days lists the days of the suit.

    \b
      kit judgment acme demand
      kit judgment acme plan --instalments 8 --first-on 2027-02-01
      kit judgment acme days
    """  # noqa: D301 - Click's mark for lines that are not filled
    if paper == DAYS:
        _show_days(case_path, as_of, shape)
        return
    wanted = {name: value for name, value in wanted.items() if value is not None}
    if wanted.keys() & {"pay_by", "channel"} and paper not in BY:
        raise click.UsageError(f"--pay-by and --channel belong to {' and '.join(BY)}.")
    if wanted.keys() - {"pay_by", "channel"} and paper != "plan":
        raise click.UsageError("--instalments and --first-on belong to plan.")
    if "channel" in wanted:
        from kit.model.party import Channel  # noqa: PLC0415 - `kit judgment --help` needs no model

        wanted["channel"] = Channel(wanted["channel"])
    overrides = overrides_of(codes, reasons)
    make_and_show(case_path, PAPERS[paper], as_of=as_of, overrides=overrides, shape=shape, **wanted)


def _show_days(case_path: Path, as_of: date, shape: str) -> None:
    """Print the days of the suit, each with its rule, and what is not on record."""
    from kit import pipeline  # noqa: PLC0415 - `kit judgment --help` needs no model
    from kit.cli.findings_text import plain  # noqa: PLC0415
    from kit.documents.court_deadlines import court_days  # noqa: PLC0415

    found = court_days(pipeline.look(case_path, as_of=as_of))
    if shape == "json":
        days = [{"day": one.day, "kind": one.kind, "why": one.why, "source": one.source} for one in found.days]
        click.echo(json.dumps({"days": days, "unknown": found.unknown}, indent=2, ensure_ascii=False, default=str))
        return
    if not found.days and not found.unknown:
        click.echo("The claim is in no court on record; `kit log CASE filed` records it.")
    for one in found.days:
        past = "  (past)" if one.day < as_of else ""
        click.echo(plain(f"{one.day}{past}  {one.why}{f' ({one.source})' if one.source else ''}"))
    for said in found.unknown:
        click.echo(plain(f"besides     {said}"))

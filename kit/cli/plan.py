"""`kit plan CASE`"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kit.cli.options import IsoDate
from kit.cli.paper import NOTICE, as_data, as_files, overrides_of, paper_options
from kit.cli.plan_wish import offer_of, refuse_terms

if TYPE_CHECKING:
    from kit.documents.calendar import Deadline
    from kit.planning import Offer

PAPERS = {  # what the user types: the step
    "reminder": "plan-reminder",
    "missed": "plan-missed",
    "accelerate": "plan-accelerated",
    "reinstate": "plan-reinstated",
    "complete": "plan-completed",
}
DAYS = click.IntRange(0, 90)


@click.command()
@paper_options
@click.argument("paper", metavar="[PAPER]", type=click.Choice([*PAPERS]), required=False)
@click.option("--start", type=IsoDate(), default=None, help="The day of the first payment, a down payment's too.")
@click.option("--instalments", "count", type=click.IntRange(1), metavar="N", help="How many.")
@click.option("--amount", metavar="MONEY", help="Or how much each.")
@click.option("--every", type=click.Choice(["month", "fortnight", "week"]), default="month", show_default=True)
@click.option("--down", metavar="MONEY|PERCENT%", help="A first payment on --start; the instalments follow.")
@click.option(
    "--interest", metavar="none|contract|PERCENT", default="none", show_default=True, help="What runs while it is kept."
)
@click.option(
    "--grace", "grace_days", type=DAYS, default=5, show_default=True, metavar="DAYS", help="Before a miss counts."
)
@click.option(
    "--cure", "cure_days", type=DAYS, default=10, show_default=True, metavar="DAYS", help="To put a miss right."
)
@click.option("--no-acceleration", is_flag=True, help="A miss makes nothing else due.")
@click.option("--guarantor", metavar="NAME", help="Who signs a guaranty with it; one of the case's `guarantors`.")
@click.option("--stipulated-judgment", is_flag=True, help="A judgment upon default, where the law lets it be agreed.")
@click.option("--method", "methods", multiple=True, metavar="TEXT", help="How to pay; else as the letterhead says.")
@click.option("--open-until", type=IsoDate(), default=None, help="The last day of the offer; otherwise two weeks.")
@click.option("--extension", is_flag=True, help="No plan: one later day, --start, for the whole sum.")
@click.option("--channel", type=click.Choice(["mail", "email"]), help="How it travels: adds an envelope, or a draft.")
@click.option("--show", is_flag=True, help="Only say what it would be, and what there is to know; make nothing.")
@click.option("--ics", type=click.Path(path_type=Path), help="Write two calendars, yours and the debtor's.")
def plan(  # noqa: PLR0913 - each is an option of its own
    *,
    case_path: Path,
    paper: str | None,
    as_of: date,
    codes: tuple[str, ...],
    reasons: tuple[str, ...],
    shape: str,
    start: date | None,
    show: bool,
    ics: Path | None,
    channel: str | None,
    **wanted: Any,
) -> None:
    """Offer CASE to pay in instalments, or later; without --start, show how the plan that was agreed stands.

    The paper says what is owed, when it is paid, and what a miss leads to. Once it is signed (`kit log CASE signed`)
    the ladder rests while the plan is kept, and `kit next` says what the plan asks for. PAPER makes one of the plan's
    letters: reminder, missed, accelerate, reinstate, complete.

    \b
      kit plan acme --start 2026-07-01 --instalments 6 --down 20% --show
      kit plan acme --start 2026-07-01 --amount 500 --every fortnight --interest 6
      kit plan acme --start 2026-08-15 --extension
      kit plan acme missed
    """  # noqa: D301 - Click's mark for lines that are not filled
    overrides = overrides_of(codes, reasons)
    if paper:
        refuse_terms(f"`{paper}` is a letter of a plan that was agreed; it takes no terms.", start, wanted)
        _make_letter(case_path, PAPERS[paper], as_of, overrides, shape)
        return
    if start is None:
        refuse_terms("When is the first payment? Give --start DATE.", start, wanted)
        _show_running(case_path, as_of, shape, ics)
        return
    _offer(case_path, offer_of(start, as_of, wanted), as_of, overrides, shape, show=show, ics=ics, channel=channel)


def _offer(
    path: Path,
    offer: Offer,
    as_of: date,
    overrides: dict[str, str],
    shape: str,
    *,
    show: bool,
    ics: Path | None,
    channel: str | None,
) -> None:
    """Make the paper, or only show what it would hold, and print it."""
    from kit import planning  # noqa: PLC0415 - `kit --help` must not load it
    from kit.cli.findings_text import as_text  # noqa: PLC0415
    from kit.cli.plan_text import offered, offered_data  # noqa: PLC0415
    from kit.model.party import Channel  # noqa: PLC0415

    if show:
        found = planning.look_at_plan(path, offer, as_of=as_of)
    else:
        way = Channel(channel) if channel else None
        found = planning.make_plan(path, offer, as_of=as_of, channel=way, overrides=overrides)
    if shape == "json":
        papers = [as_data(found.paper)] if found.paper else []
        click.echo(json.dumps(offered_data(found) | {"papers": papers}, indent=2, ensure_ascii=False, default=str))
    else:
        made = [as_files(found.paper), NOTICE] if found.paper else []
        click.echo("\n".join([*(as_text(one) for one in found.findings), *offered(found), *made]))
    stopped = any(one.stops for one in found.findings)
    if ics and not stopped:
        _write(ics, found.calendars, as_of)
    if show and stopped:
        raise click.exceptions.Exit(1)


def _make_letter(path: Path, step: str, as_of: date, overrides: dict[str, str], shape: str) -> None:
    from kit import step_papers  # noqa: PLC0415
    from kit.cli.findings_text import as_text, plain  # noqa: PLC0415
    from kit.load.text_file import shown_path  # noqa: PLC0415

    found, papers = step_papers.make_step(path, step, as_of=as_of, overrides=overrides)
    if shape == "json":
        click.echo(json.dumps([as_data(made) for made in papers], indent=2))
        return
    for finding in dict.fromkeys(one for made in papers for one in made.findings):
        click.echo(as_text(finding))
    for made in papers:
        click.echo(as_files(made))
    if found.task and found.task.advice:
        click.echo(plain(found.task.advice.replace("CASE", shown_path(path))))
    click.echo(NOTICE)


def _show_running(path: Path, as_of: date, shape: str, ics: Path | None) -> None:
    from kit import planning  # noqa: PLC0415
    from kit.cli.plan_text import running, running_data  # noqa: PLC0415
    from kit.findings import KitError  # noqa: PLC0415

    found = planning.running_plan(path, as_of=as_of)
    if shape == "json":
        click.echo(json.dumps(running_data(found), indent=2, ensure_ascii=False, default=str))
    else:
        click.echo("\n".join(running(found)))
    if ics and not any(found.calendars):
        raise KitError("no payment of the plan is to be asked for, so there is no calendar to write")
    if ics:
        _write(ics, found.calendars, as_of)


def _write(path: Path, calendars: tuple[tuple[Deadline, ...], tuple[Deadline, ...]], as_of: date) -> None:
    """Write the two calendars: ours to ``path``, or into it where it is a folder; the debtor's beside it."""
    from kit.cli.next_calendar import write  # noqa: PLC0415

    own, debtors = calendars
    ours = path / "plan.ics" if path.is_dir() else path
    write(ours, own, as_of, name="Your calendar")
    beside = ours.with_name(f"{ours.stem}-debtor{ours.suffix or '.ics'}")
    write(beside, debtors, as_of, name="Payments", naming=False)

"""`kit settle CASE`"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kit.cli.options import IsoDate
from kit.cli.paper import NOTICE, as_data, as_files, overrides_of, paper_options
from kit.cli.sums import sum_or_percent

if TYPE_CHECKING:
    from kit.settling import Settling, Wish


@click.command()
@paper_options
@click.option("--pay", metavar="MONEY|PERCENT%", required=True, help="What you would take: 3,500 or 60%.")
@click.option("--by", type=IsoDate(), required=True, help="The day of the payment, or of the first of several.")
@click.option(
    "--stance",
    type=click.Choice(["admitted", "disputed"]),
    required=True,
    help="What the debtor says of the debt; what a default may bring back turns on it.",
)
@click.option("--in", "count", type=click.IntRange(1, 120), default=1, metavar="N", help="In so many equal payments.")
@click.option("--every", type=click.Choice(["month", "fortnight", "week"]), default="month", show_default=True)
@click.option(
    "--release",
    type=click.Choice(["mutual", "one-way"]),
    default=None,
    help="Whether the debtor lets you off, too; otherwise mutual, and one-way with a consumer.",
)
@click.option(
    "--default",
    type=click.Choice(["whole", "settled-sum"]),
    default=None,
    help="What is owed if it is not paid: the whole debt, or only the settlement sum, to which the debt then falls "
    "the day both sign. Otherwise whole where the law on record is known to let it stand, else settled-sum.",
)
@click.option("--grace", "grace_days", type=click.IntRange(0, 60), default=5, show_default=True, metavar="DAYS")
@click.option("--confidential", is_flag=True, help="Neither side tells the terms.")
@click.option("--no-disparagement", is_flag=True, help="Neither side runs the other down.")
@click.option("--dismiss", "dismissal", is_flag=True, help="The pending case is dismissed once the money has cleared.")
@click.option("--reports-credit", is_flag=True, help="You report to credit bureaus, and will correct the entry.")
@click.option("--open-until", type=IsoDate(), default=None, help="The last day of the offer; otherwise two weeks.")
@click.option("--channel", type=click.Choice(["mail", "email"]), help="How it travels: adds an envelope, or a draft.")
@click.option("--show", is_flag=True, help="Only say what it would be, and what there is to know; make nothing.")
def settle(
    *,
    case_path: Path,
    as_of: date,
    codes: tuple[str, ...],
    reasons: tuple[str, ...],
    shape: str,
    show: bool,
    channel: str | None,
    **wanted: Any,
) -> None:
    """Offer to settle CASE for less: the letter, and the agreement with its release.

    Nothing changes in the account before it is signed (`kit log CASE signed`). With `--default whole` the rest of the
    debt is given up when its money has cleared (`kit log CASE settled`); with `settled-sum` it is given up at the
    signing, paid or not.

    \b
      kit settle acme --pay 3,500 --by 2026-07-15 --stance admitted
      kit settle acme --pay 60% --by 2026-07-15 --in 3 --stance disputed --release mutual
    """  # noqa: D301 - Click's mark for lines that are not filled
    from kit import settling  # noqa: PLC0415 - `kit --help` must not load it
    from kit.cli.findings_text import as_text  # noqa: PLC0415
    from kit.model.party import Channel  # noqa: PLC0415

    wish = _wish(wanted)
    if show:
        found = settling.look_at_settlement(case_path, wish, as_of=as_of)
    else:
        way = Channel(channel) if channel else None
        overrides = overrides_of(codes, reasons)
        found = settling.make_settlement(case_path, wish, as_of=as_of, channel=way, overrides=overrides)
    if shape == "json":
        click.echo(json.dumps(_data(found), indent=2, ensure_ascii=False, default=str))
    else:
        lines = [*(as_text(one) for one in found.findings), _terms(found), *(as_files(one) for one in found.papers)]
        click.echo("\n".join([*lines, *([] if show else [NOTICE])]))
    if show and any(one.stops for one in found.findings):
        raise click.exceptions.Exit(1)


def _wish(wanted: dict[str, Any]) -> Wish:
    from kit.ledger.plan_schedule import Every  # noqa: PLC0415
    from kit.model.settlement import Default, Release, Stance  # noqa: PLC0415
    from kit.settling import Wish  # noqa: PLC0415

    if not wanted["pay"].strip().strip("$0.,% "):
        message = "nothing is no settlement; write a sum like 3,500 (`kit log CASE closed` gives the whole debt up)"
        raise click.BadParameter(message, param_hint="--pay")
    sum_, percent = sum_or_percent(wanted.pop("pay"), "--pay")
    chosen = wanted.pop("default")
    return Wish(
        **wanted
        | {
            "pay": sum_,
            "percent": percent,
            "every": Every(wanted["every"]),
            "release": Release(wanted["release"]) if wanted["release"] else None,
            "stance": Stance(wanted["stance"]),
            "default": Default(chosen.replace("-", "_")) if chosen else None,
        }
    )


def _terms(found: Settling) -> str:
    """Return the terms in words."""
    from kit.cli.table import table  # noqa: PLC0415
    from kit.documents.wording import bare_money, day, money  # noqa: PLC0415
    from kit.model.settlement import Default  # noqa: PLC0415

    terms, cash = found.terms, found.facts.case.currency
    rows = [("Owed", money(terms.debt, cash)), ("Settled for", money(terms.sum, cash))]
    rows += [(f"  {day(one.due_on)}", bare_money(one.amount, cash)) for one in terms.instalments]
    rows += [("Given up", money(terms.given_up, cash))]
    back = "the whole debt" if terms.default is Default.WHOLE else "what is unpaid of the settlement sum"
    until = f" The offer stands until {day(terms.open_until)}." if terms.open_until else ""
    return "\n".join([*table(rows, [1]), f"If it is not paid: {back} is owed.{until}"])


def _data(found: Settling) -> dict[str, Any]:
    from kit.cli import findings_text  # noqa: PLC0415
    from kit.journal.written import plain_keys  # noqa: PLC0415

    return {
        "terms": plain_keys(found.terms),
        "findings": [findings_text.as_data(one) for one in found.findings],
        "papers": [as_data(one) for one in found.papers],
    }

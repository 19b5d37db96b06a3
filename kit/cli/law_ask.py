"""`kit law limit`, `kit law limitation`, `kit law rate`: one question to the law of one state."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import click

from kit.cli.law import KINDS, folders_option, law
from kit.cli.options import IsoDate, format_option, today


def _figure(ctx: click.Context, param: click.Parameter, value: Any) -> Decimal | None:
    """Return an amount or a percentage as an exact number; fails on the command line with how to write it."""
    from pydantic_core import PydanticCustomError  # noqa: PLC0415 - `kit law --help` needs no model

    from kit.model.fields import parse_amount  # noqa: PLC0415

    if value is None or isinstance(value, Decimal):
        return value
    try:
        return parse_amount(value.removesuffix("%"))
    except PydanticCustomError as err:
        said = err.context or {}
        raise click.BadParameter(f"{said.get('sentence', value)}. {said.get('fix', '')}".strip(), ctx, param) from None


ZERO = Decimal(0)
CLAIMS = click.Choice(
    "trade consumer consumer_credit personal_debt guaranty construction home_improvement returned_check".split()
)
_STATE = click.option("--state", required=True, metavar="CODE", help="Such as us-wa.")
_ON = click.option("--on", type=IsoDate(), default=today, show_default="today", help="The day that counts.")
_DEBTOR = click.option("--debtor", type=KINDS, help="What the debtor is.")
_CLAIM = click.option("--claim", type=CLAIMS, help="What kind of claim it is, where the state asks.")
_AMOUNT = click.option(
    "--amount", callback=_figure, metavar="MONEY", help="How large the debt is, where the state asks."
)


@law.command()
@_STATE
@click.option("--plaintiff", type=KINDS, required=True, help="Who would sue.")
@click.option(
    "--principal", callback=_figure, metavar="MONEY", required=True, help="What is owed without interest and charges."
)
@click.option("--interest", callback=_figure, metavar="MONEY", default=ZERO, help="Interest up to the filing.")
@click.option("--late-fees", callback=_figure, metavar="MONEY", default=ZERO, help="Late fees.")
@click.option("--attorney-fees", callback=_figure, metavar="MONEY", default=ZERO, help="Attorney fees asked for.")
@click.option("--costs", callback=_figure, metavar="MONEY", default=ZERO, help="Costs asked for.")
@_DEBTOR
@_CLAIM
@click.option("--place", metavar="CITY[, COUNTY]", help="Where the debtor is, where courts differ by place.")
@_ON
@folders_option
@format_option
@click.pass_context
def limit(ctx: click.Context, /, *, state: str, on: date, folders: tuple[Path, ...], shape: str, **said: Any) -> None:
    """Say whether a claim fits a small-claims court of a state: what counts, the limit, what to do if it is over.

    Exit code 0 where it fits one, 1 where it does not or nobody knows.
    """
    from kit.checks.asked_limit import Claim, asked_limit  # noqa: PLC0415 - `kit law --help` needs no law
    from kit.checks.place import Spot  # noqa: PLC0415
    from kit.cli import law_ask_text as text  # noqa: PLC0415
    from kit.load.jurisdiction_file import load_jurisdiction  # noqa: PLC0415
    from kit.model.party import PartyKind  # noqa: PLC0415

    found = load_jurisdiction(state, folders)
    city, _, county = (said.pop("place") or "").partition(",")
    spot = Spot(city.strip(), county.strip() or city.strip()) if city else None
    debtor = PartyKind(said.pop("debtor")) if said["debtor"] else said.pop("debtor")
    claim = Claim(PartyKind(said.pop("plaintiff")), debtor=debtor, spot=spot, **said)
    answers = asked_limit(found, claim, on)
    click.echo(
        json.dumps(text.limit_data(found, answers, on), indent=2) if shape == "json" else text.limit(found, answers)
    )
    ctx.exit(0 if any(one.fits for one in answers if not one.court.next_step_up) else 1)


@law.command()
@_STATE
@click.option(
    "--kind",
    type=click.Choice("written oral open_account account_stated sale_of_goods".split()),
    required=True,
    help="What the claim rests on.",
)
@click.option("--accrued", type=IsoDate(), required=True, help="The day from which the period is counted.")
@_DEBTOR
@_CLAIM
@_AMOUNT
@_ON
@folders_option
@format_option
@click.pass_context
def limitation(
    ctx: click.Context, /, *, state: str, accrued: date, on: date, folders: tuple[Path, ...], shape: str, **said: Any
) -> None:
    """Say the last day to sue by the law of a state, what restarts the period, and what its end does.

    Exit code 0 while a suit is in time on --on, 1 where it is not or nobody knows.
    """
    from kit.checks.asked_time import asked_time  # noqa: PLC0415 - `kit law --help` needs no law
    from kit.cli import law_ask_text as text  # noqa: PLC0415
    from kit.load.jurisdiction_file import load_jurisdiction  # noqa: PLC0415

    found = load_jurisdiction(state, folders)
    answer = asked_time(found, accrued, on, **_given(said))
    shown = text.time_data(found, answer, on) if shape == "json" else None
    click.echo(json.dumps(shown, indent=2) if shown else text.time(found, answer, accrued, on, said["kind"]))
    ctx.exit(0 if answer.expired(on) is False else 1)


@law.command()
@_STATE
@click.option(
    "--contract-rate", callback=_figure, required=True, metavar="PERCENT", help="Per cent a year, all charges in."
)
@_DEBTOR
@click.option("--plaintiff", type=KINDS, help="Who would charge it.")
@_CLAIM
@_AMOUNT
@_ON
@folders_option
@format_option
@click.pass_context
def rate(
    ctx: click.Context,
    /,
    *,
    state: str,
    contract_rate: Decimal,
    on: date,
    folders: tuple[Path, ...],
    shape: str,
    **said: Any,
) -> None:
    """Say whether a contract of that day may set a late charge of so many per cent a year, and what happens if not.

    Exit code 0 where it may, 1 where it may not or nobody knows.
    """
    from kit.checks.asked_rate import asked_rate  # noqa: PLC0415 - `kit law --help` needs no law
    from kit.cli import law_ask_text as text  # noqa: PLC0415
    from kit.load.jurisdiction_file import load_jurisdiction  # noqa: PLC0415

    found = load_jurisdiction(state, folders)
    answer = asked_rate(found, contract_rate, on, **_given(said))
    shown = text.rate_data(found, answer, on) if shape == "json" else None
    click.echo(json.dumps(shown, indent=2) if shown else text.rate(found, answer))
    ctx.exit(0 if answer.allowed else 1)


def _given(said: dict[str, Any]) -> dict[str, Any]:
    return {"amount": Decimal(1), **{key: value for key, value in said.items() if value is not None}}

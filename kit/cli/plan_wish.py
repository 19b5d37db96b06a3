"""What `kit plan` is asked for: its words turned into an offer, or refused with how to write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import click

from kit.cli.sums import money, parsed, sum_or_percent

if TYPE_CHECKING:
    from kit.model.plan import PlanInterest
    from kit.planning import Offer

TERMS = ("count", "amount", "down", "no_acceleration", "guarantor", "stipulated_judgment", "open_until", "extension")

SIGNED = ("no_acceleration", "guarantor", "stipulated_judgment", "open_until")  # of an agreement, not of a letter


def refuse_terms(message: str, start: date | None, wanted: dict[str, Any]) -> None:
    """Fail on the command line where terms of an offer are given and none is made."""
    if start or any(wanted[name] for name in TERMS):
        raise click.UsageError(message)


def offer_of(start: date, as_of: date, wanted: dict[str, Any]) -> Offer:
    """Return what was asked for; fails on the command line where it cannot be meant."""
    from kit.ledger.plan_schedule import Every, Wish  # noqa: PLC0415
    from kit.planning import Offer  # noqa: PLC0415

    if start < as_of:
        raise click.BadParameter(f"{start} is before {as_of}", param_hint="--start")
    extension = wanted.pop("extension")
    count, amount, down = wanted.pop("count"), wanted.pop("amount"), wanted.pop("down")
    if extension and (count or amount or down):
        raise click.UsageError("--extension is one later day for the whole sum, without instalments or down payment.")
    beside = [name for name in SIGNED if wanted[name]]
    if extension and beside:
        said = beside[0].replace("_", "-")
        raise click.UsageError(f"--{said} belongs to a plan that is signed; an extension is a letter of yours.")
    if not extension and (count is None) == (amount is None):
        raise click.UsageError("How is it to be paid? Give --instalments N or --amount MONEY, one of the two.")
    down_sum, down_percent = sum_or_percent(down, "--down") if down else (None, None)
    interest, percent = _interest(wanted.pop("interest"))
    wish = Wish(
        start,
        Every(wanted.pop("every")),
        count,
        money(amount, "--amount") if amount else None,
        down_sum,
        down_percent,
        interest,
        percent,
    )
    accelerates = not wanted.pop("no_acceleration")
    return Offer(wish, extension=extension, accelerates=accelerates, **wanted)


def _interest(text: str) -> tuple[PlanInterest, Decimal | None]:
    from kit.model.plan import PlanInterest  # noqa: PLC0415

    said = text.strip().lower()
    if said in (PlanInterest.NONE, PlanInterest.CONTRACT):
        return PlanInterest(said), None
    from kit.model.fields import parse_percent  # noqa: PLC0415

    percent = parsed(parse_percent, text, "--interest", "Write none, contract, or a percentage a year such as 6.")
    return (PlanInterest.RATE, percent) if percent else (PlanInterest.NONE, None)

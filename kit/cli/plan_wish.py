"""What `kit plan` is asked for: its words turned into an offer, or refused with how to write them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import click

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
    down_sum, down_percent = _sum_or_percent(down, "--down") if down else (None, None)
    interest, percent = _interest(wanted.pop("interest"))
    wish = Wish(
        start,
        Every(wanted.pop("every")),
        count,
        _money(amount, "--amount") if amount else None,
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

    percent = _parsed(parse_percent, text, "--interest", "Write none, contract, or a percentage a year such as 6.")
    return (PlanInterest.RATE, percent) if percent else (PlanInterest.NONE, None)


def _sum_or_percent(text: str, hint: str) -> tuple[Decimal | None, Decimal | None]:
    if not text.strip().endswith("%"):
        return _money(text, hint), None
    from kit.model.fields import parse_percent  # noqa: PLC0415

    percent = _parsed(parse_percent, text, hint, "Write it like 20%.")
    if not 0 < percent < 100:  # noqa: PLR2004 - of the debt
        raise click.BadParameter(f"{text!r} is no share of a debt; write it like 20%", param_hint=hint)
    return None, percent


def _money(text: str, hint: str) -> Decimal:
    from kit.model.fields import parse_amount  # noqa: PLC0415

    amount = _parsed(parse_amount, text, hint, "Write it like 1,234.50.")
    if not amount:
        raise click.BadParameter("it is of nothing; leave it out, or write a sum like 500", param_hint=hint)
    return amount


def _parsed(parse: Callable[[Any], Decimal], text: str, hint: str, fix: str) -> Decimal:
    from pydantic_core import PydanticCustomError  # noqa: PLC0415

    try:
        return parse(text)
    except PydanticCustomError as err:
        said = (err.context or {}).get("sentence", text)
        raise click.BadParameter(f"{said}. {fix}", param_hint=hint) from None

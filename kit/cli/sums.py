"""Sums and percentages typed on the command line, or refused with how to write them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import click


def sum_or_percent(text: str, hint: str) -> tuple[Decimal | None, Decimal | None]:
    """Return a sum, or a share of the debt in percent, above 0 and below 100; ``hint`` is the option."""
    if not text.strip().endswith("%"):
        return money(text, hint), None
    from kit.model.fields import parse_percent  # noqa: PLC0415 - `kit --help` must not load it

    percent = parsed(parse_percent, text, hint, "Write it like 20%.")
    if not 0 < percent < 100:  # noqa: PLR2004 - of the debt
        raise click.BadParameter(f"{text!r} is no share of a debt; write it like 20%", param_hint=hint)
    return None, percent


def money(text: str, hint: str) -> Decimal:
    """Return a sum above zero."""
    from kit.model.fields import parse_amount  # noqa: PLC0415

    amount = parsed(parse_amount, text, hint, "Write it like 1,234.50.")
    if not amount:
        raise click.BadParameter("it is of nothing; write a sum like 500", param_hint=hint)
    return amount


def parsed(parse: Callable[[Any], Decimal], text: str, hint: str, fix: str) -> Decimal:
    """Return what ``parse`` makes of ``text``; fails on the command line with its sentence and ``fix``."""
    from pydantic_core import PydanticCustomError  # noqa: PLC0415

    try:
        return parse(text)
    except PydanticCustomError as err:
        said = (err.context or {}).get("sentence", text)
        raise click.BadParameter(f"{said}. {fix}", param_hint=hint) from None

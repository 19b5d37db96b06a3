"""Options that every command shares."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click


class IsoDate(click.ParamType):
    """A day written as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or fail with how to write it."""
        if isinstance(value, date):
            return value
        try:
            if len(value) == len("2026-03-01"):
                return date.fromisoformat(value)
        except ValueError:
            pass
        return self.fail(f"{value!r} is not a day; write it like 2026-03-01", param, ctx)


def today() -> date:
    """Return the day it is here; the only place where the kit reads the clock."""
    return date.today()  # noqa: DTZ011 - the user's own calendar day is meant


case_argument = click.argument("case_path", metavar="CASE", type=click.Path(path_type=Path))
as_of_option = click.option("--as-of", type=IsoDate(), default=today, show_default="today", help="Compute to this day.")
format_option = click.option(
    "--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print."
)

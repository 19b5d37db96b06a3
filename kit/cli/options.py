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
            day = date.fromisoformat(value) if len(value) == len("2026-03-01") else None
        except ValueError:
            day = None
        if day is None:
            self.fail(f"{value!r} is not a day; write it like 2026-03-01", param, ctx)
        from kit.model.fields import FIRST_YEAR, LAST_YEAR  # noqa: PLC0415 - `kit --help` needs no models

        if not FIRST_YEAR <= day.year <= LAST_YEAR:  # what the files could not be read with again is not recorded
            self.fail(f"the year of {value} is out of range; years run from {FIRST_YEAR} to {LAST_YEAR}", param, ctx)
        return day


def today() -> date:
    """Return the day it is here; the only place where the kit reads the clock."""
    return date.today()  # noqa: DTZ011 - the user's own calendar day is meant


case_argument = click.argument("case_path", metavar="CASE", type=click.Path(path_type=Path))
as_of_option = click.option("--as-of", type=IsoDate(), default=today, show_default="today", help="Compute to this day.")
format_option = click.option(
    "--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print."
)

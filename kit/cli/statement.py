"""`kit statement CASE`"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kit.cli.paper import make_and_show, overrides_of, paper_options
from kit.model.document_ids import STATEMENT


@click.command()
@paper_options
def statement(*, case_path: Path, as_of: date, codes: tuple[str, ...], reasons: tuple[str, ...], shape: str) -> None:
    """Make the statement of account of CASE: every entry, the balance, and how the interest was computed."""
    overrides = overrides_of(codes, reasons)
    make_and_show(case_path, STATEMENT, as_of=as_of, overrides=overrides, shape=shape)

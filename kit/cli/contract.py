"""`kit contract CASE`"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kit.cli.paper import make_and_show, overrides_of, paper_options
from kit.model.document_ids import CONTRACT


@click.command()
@paper_options
def contract(*, case_path: Path, as_of: date, codes: tuple[str, ...], reasons: tuple[str, ...], shape: str) -> None:
    """Make the contract of CASE, each clause checked against the governing law before anybody signs."""
    overrides = overrides_of(codes, reasons)
    make_and_show(case_path, CONTRACT, as_of=as_of, overrides=overrides, shape=shape)

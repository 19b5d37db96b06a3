"""`kit contract CASE`"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kit.cli.paper import make_and_show, overrides_of, paper_options
from kit.model.document_ids import CHANGE_ORDER, CONTRACT, GOODS


@click.command()
@paper_options
@click.option("--change", metavar="ID", help="Make the change order ID of `changes:` instead.")
def contract(
    *, case_path: Path, as_of: date, codes: tuple[str, ...], reasons: tuple[str, ...], shape: str, change: str | None
) -> None:
    """Make the contract of CASE, each clause checked against the governing law before anybody signs.

    A case with `work: {kind: goods}` gets the contract for a sale of goods, any other the one for work.
    """
    overrides = overrides_of(codes, reasons)
    document = CHANGE_ORDER if change is not None else _contract(case_path, as_of)
    make_and_show(case_path, document, as_of=as_of, overrides=overrides, shape=shape, change=change or "")


def _contract(case_path: Path, as_of: date) -> str:
    """Return the contract that fits what is supplied."""
    from kit import pipeline  # noqa: PLC0415 - `kit --help` must not load it
    from kit.model.case import WorkKind  # noqa: PLC0415

    supplied = pipeline.load_case(case_path, as_of=as_of).case.work.kind
    return GOODS if supplied is WorkKind.GOODS else CONTRACT

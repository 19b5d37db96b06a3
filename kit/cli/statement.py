"""`kit statement CASE`"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kit.cli.paper import make_and_show, overrides_of, paper_options
from kit.model.document_ids import CREDIT_MEMO, STATEMENT


@click.command()
@paper_options
@click.option("--credit", metavar="ID", help="Make the memo of this credit instead, such as C-1.")
def statement(
    *, case_path: Path, as_of: date, codes: tuple[str, ...], reasons: tuple[str, ...], shape: str, credit: str | None
) -> None:
    """Make the statement of account of CASE: every entry, the balance, and how the interest was computed.

    With --credit, the credit memo of what was given up of an invoice (`kit log CASE adjusted`).
    """
    overrides = overrides_of(codes, reasons)
    if credit is not None:
        make_and_show(case_path, CREDIT_MEMO, as_of=as_of, overrides=overrides, shape=shape, credit=credit)
    else:
        make_and_show(case_path, STATEMENT, as_of=as_of, overrides=overrides, shape=shape)

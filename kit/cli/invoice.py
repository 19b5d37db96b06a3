"""`kit invoice CASE [INVOICE]`"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kit.cli.paper import make_and_show, overrides_of, paper_options
from kit.model.document_ids import INVOICE


@click.command()
@paper_options
@click.argument("invoice_id", metavar="[INVOICE]", default="")
def invoice(
    *, case_path: Path, invoice_id: str, as_of: date, codes: tuple[str, ...], reasons: tuple[str, ...], shape: str
) -> None:
    """Make the invoice INVOICE of CASE; with one invoice in the case, that one."""
    overrides = overrides_of(codes, reasons)
    make_and_show(case_path, INVOICE, as_of=as_of, overrides=overrides, shape=shape, invoice=invoice_id)

"""`kit client CASE`"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kit.cli.paper import make_and_show, overrides_of, paper_options


@click.command()
@paper_options
@click.option("--application", is_flag=True, help="Make the credit application for the client to fill in and sign.")
def client(
    *, case_path: Path, as_of: date, codes: tuple[str, ...], reasons: tuple[str, ...], shape: str, application: bool
) -> None:
    """Check the client of CASE before agreeing to work.

    The paper lists what to look at and weighs what `client_check:` in the case says was found; what is not there
    stays a box to tick by hand. With --application, make the credit application instead.

    \b
    kit client acme
    kit client acme --application
    """  # noqa: D301 - Click's mark for lines that are not filled
    from kit.model.client import CLIENT_CHECK, CREDIT_APPLICATION  # noqa: PLC0415 - `kit client --help` needs no models

    overrides = overrides_of(codes, reasons)
    document = CREDIT_APPLICATION if application else CLIENT_CHECK
    make_and_show(case_path, document, as_of=as_of, overrides=overrides, shape=shape)

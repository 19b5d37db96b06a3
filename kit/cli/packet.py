"""`kit packet CASE`"""

from __future__ import annotations

import math
from datetime import date
from pathlib import Path

import click

from kit.cli.paper import overrides_of, paper_options

MEGABYTE = 1_000_000


def _size(_: click.Context, __: click.Parameter, megabytes: float | None) -> float | None:
    """Refuse what Python takes for a number and nobody for a size: `nan` is in every range."""
    if megabytes is not None and not math.isfinite(megabytes):
        raise click.BadParameter(f"{megabytes} is no size.")
    return megabytes


@click.command()
@paper_options
@click.option("--check", "only_check", is_flag=True, help="Say what stands in the way, and make nothing.")
@click.option("--redact", is_flag=True, help="Black out private data in the packet's copies of the exhibits.")
@click.option("--pad-odd", is_flag=True, help="Start each part on an odd page, for printing on both sides.")
@click.option(
    "--max-size",
    type=click.FloatRange(min=0.2),
    callback=_size,
    metavar="MB",
    help="Split what is uploaded into files of this size.",
)
def packet(
    *,
    case_path: Path,
    as_of: date,
    codes: tuple[str, ...],
    reasons: tuple[str, ...],
    shape: str,
    only_check: bool,
    max_size: float | None,
    **how: bool,
) -> None:
    """Make the small-claims packet of CASE: what to file, what to serve, what to bring.

    Every obstacle is named before anything is made. The packet holds the court's own form where its blank is at hand
    (`kit forms get`), else a statement of claim, with the account, the exhibits and what is needed afterwards.

    \b
    kit packet acme --check
    kit packet acme --redact --max-size 25
    """  # noqa: D301 - Click's mark for lines that are not filled
    from kit.filing.options import Options  # noqa: PLC0415 - `kit packet --help` needs no models

    options = Options(
        overrides=overrides_of(codes, reasons),
        redact=how["redact"],
        pad_odd=how["pad_odd"],
        most_bytes=int(max_size * MEGABYTE) if max_size else None,
    )
    if only_check:
        from kit.cli.packet_check import show_check  # noqa: PLC0415

        show_check(case_path, options, as_of=as_of, shape=shape)
        return
    from kit.cli.packet_text import show_packet  # noqa: PLC0415
    from kit.filing.make import make_packet  # noqa: PLC0415

    show_packet(make_packet(case_path, options, as_of=as_of), shape)

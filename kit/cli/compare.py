"""`kit options CASE`"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kit.cli.options import as_of_option, case_argument, format_option


@click.command("options")
@case_argument
@as_of_option
@click.option(
    "--set", "words", multiple=True, metavar="KEY=FIGURE", help="Reckon with your own figure: agency.percent=30."
)
@click.option("--paper", is_flag=True, help="Make the comparison as a paper, with a chart.")
@click.option("--sources", is_flag=True, help="List every figure with where it comes from.")
@format_option
def compare(*, case_path: Path, as_of: date, words: tuple[str, ...], paper: bool, sources: bool, shape: str) -> None:
    """Compare the ways to go on with the debt of CASE.

    Waiting, a plan, settling, an agency, a discount, factoring, a lawyer's letter, small claims, court, a bankruptcy's
    dividend, writing off: what each nets, at what cost, when, and what would have to be true for it to net the most.
    Nothing is recommended.

    \b
    kit options acme-inv-104
    kit options acme-inv-104 --set plan.recovers=50-80 --set hour=60
    kit options acme-inv-104 --paper
    """  # noqa: D301 - Click's mark for lines that are not filled
    from kit import comparing  # noqa: PLC0415 - `kit options --help` needs no model

    if paper:
        from kit.cli.paper import as_data, as_words  # noqa: PLC0415

        made = comparing.make_paper(case_path, as_of=as_of, words=words)
        click.echo(_json(as_data(made)) if shape == "json" else as_words(made))
        return
    found = comparing.compare_case(case_path, as_of=as_of, words=words)
    if shape == "json":
        from kit.cli.compare_data import data_of  # noqa: PLC0415

        click.echo(_json(data_of(found)))
        return
    from kit.cli.compare_text import text_of  # noqa: PLC0415
    from kit.cli.findings_text import as_text  # noqa: PLC0415

    click.echo(text_of(found, sources=sources))
    for finding in found.findings:
        click.echo(as_text(finding), err=True)


def _json(data: object) -> str:
    import json  # noqa: PLC0415 - only here

    return json.dumps(data, indent=2, ensure_ascii=False)

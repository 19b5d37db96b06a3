"""`kit demo [FOLDER]`"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kit.cli.paper import NOTICE
from kit.load.text_file import shown_path

if TYPE_CHECKING:
    from kit.demo import Ending


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path("kit-demo"))
def demo(*, folder: Path) -> None:
    """Make FOLDER with four cases, walk each through its story, and say what is owed and what comes next."""
    from kit import demo as telling  # noqa: PLC0415 - `kit --help` must not load it

    cases = telling.lay_out(folder)
    papers = 0
    for case in cases:
        click.echo(f"\n{case.name}")
        for step in telling.walk(case):
            pdfs = [file for file in step.files if file.suffix == ".pdf" and file.with_suffix(".docx") in step.files]
            papers += len(pdfs)
            click.echo(f"  [{step.number:>2}/{step.of}] {step.what}{f'  {shown_path(pdfs[0])}' if pdfs else ''}")
    for case in cases:
        click.echo(_standing(telling.ending(case)))
    click.echo(f"\n{papers} papers, each as docx and PDF, with a record beside it.")
    click.echo(f"Next: `kit status {folder}`, `kit ledger {folder / cases[0].name} --as-of {telling.AS_OF}`.\n{NOTICE}")


def _standing(end: Ending) -> str:
    from kit.documents import wording  # noqa: PLC0415
    from kit.model.money import spoken  # noqa: PLC0415

    totals, currency = end.facts.ledger.totals, end.facts.case.currency
    disputed = f", of which {spoken(totals.disputed, currency)} is disputed" if totals.disputed else ""
    lines = [
        "",
        end.title,
        f"  owed on {wording.day(end.facts.as_of)}: {spoken(totals.total, currency)}{disputed}",
        *_bankruptcy(end),
        f"  next: {end.next.sentence}",
        *(f"  open: {shown_path(file)}" for file in end.worth_opening),
    ]
    return "\n".join(lines)


def _bankruptcy(end: Ending) -> list[str]:
    """Return a line about the debtor's petition and the claim in it, where there is one."""
    from kit.documents import wording  # noqa: PLC0415
    from kit.model.money import spoken  # noqa: PLC0415

    filed = end.facts.case.bankruptcy
    if filed is None:
        return []
    told = f"chapter {filed.chapter_on(end.facts.as_of)}, petition of {wording.day(filed.petition_on)}"
    for claim in filed.claims[-1:]:
        amount = f" for {spoken(claim.amount, end.facts.case.currency)}" if claim.amount else ""
        told += f"; claim{amount}, as of that day, filed on {wording.day(claim.on)}"
    return [f"  bankruptcy: {told}"]

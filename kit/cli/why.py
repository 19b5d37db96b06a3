"""`kit why CASE STEP`"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from kit.cli.options import as_of_option, case_argument, format_option


@click.command()
@case_argument
@click.argument("step", metavar="STEP")
@as_of_option
@format_option
def why(*, case_path: Path, step: str, as_of: date, shape: str) -> None:
    """Explain STEP of the ladder of CASE: when it opens, what came before it, why now or why not."""
    from kit import escalation  # noqa: PLC0415 - `kit --help` must not load it
    from kit.cli.findings_text import as_data, as_text, plain  # noqa: PLC0415
    from kit.documents.wording import count  # noqa: PLC0415
    from kit.ladder.ahead import NOT_NEXT  # noqa: PLC0415

    try:
        found = escalation.explain(case_path, step, as_of=as_of)
    except escalation.NoSuchStep as err:
        raise click.BadParameter(str(err), param_hint="STEP") from None
    said = escalation.sentences_of(found)
    blockers = [one for one in found.blockers if one.code != NOT_NEXT]  # the sentences say which step is next
    if shape == "json":
        data = {
            "step": step,
            "as_of": str(as_of),
            "sentences": said,
            "blockers": [as_data(one) for one in found.blockers],
        }
        click.echo(json.dumps(data, indent=2, ensure_ascii=False))
        return
    for sentence in said:
        click.echo(plain(sentence))
    if blockers:
        click.echo(f"\n{count(len(blockers), 'reason')} why it could not be done on that day:")
        for one in blockers:
            click.echo(as_text(one))
    elif found.task:
        click.echo("Nothing else stands in its way.")

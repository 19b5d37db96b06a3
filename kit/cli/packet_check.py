"""What stands between a case and its filing, as a table for a person and as a list for a program.

Every question has its row, those in the way first; a narrow terminal gets the
same rows one below the other.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kit.checks.filing import Filing, Subject, Tested, Verdict
from kit.cli.findings_text import as_data, plain
from kit.documents.wording import count
from kit.findings import Finding
from kit.model.money import spoken

if TYPE_CHECKING:
    from kit.filing.options import Options

NARROW = 72  # columns; below them a table is harder to read than a list
WIDEST, USUAL = 132, 100
HEADS = {
    Verdict.STOP: "In the way",
    Verdict.UNKNOWN: "Not known",
    Verdict.NOTE: "Worth knowing",
    Verdict.CLEAR: "Clear",
}
OTHER = "Anything else?"


def show_check(case_path: Path, options: Options, *, as_of: date, shape: str) -> None:
    """Print what filing the case at ``case_path`` would meet; ends with 1 where something stands in the way."""
    from kit.checks.run import override  # noqa: PLC0415
    from kit.filing.evidence import evidence  # noqa: PLC0415
    from kit.filing.look import look_ahead  # noqa: PLC0415

    prospect = look_ahead(case_path, as_of=as_of)
    with tempfile.TemporaryDirectory(prefix="kit-packet-") as scratch:
        shown = evidence(prospect, Path(scratch), redact=options.redact)
    found = override((*prospect.findings, *shown.findings), dict(options.overrides))
    rows = all_rows(prospect.filing, found)
    currency = prospect.facts.case.currency
    if shape == "json":
        click.echo(as_json(rows))
    else:
        width = shutil.get_terminal_size((USUAL, 24)).columns
        click.echo(as_text(prospect.filing, rows, currency=currency, width=width))
    if any(row.stops for row in rows):
        click.get_current_context().exit(1)


def all_rows(filing: Filing, findings: Iterable[Finding] = ()) -> tuple[Tested, ...]:
    """Return the rows of ``filing`` as ``findings`` (after overrides) leave them, and a row for each other finding."""
    now = {(one.code, one.message): one for one in findings}
    rows = [_as_judged(row, now) for row in filing.tested]
    told = {(row.finding.code, row.finding.message) for row in rows if row.finding}
    rest = [one for key, one in now.items() if key not in told]
    return (*rows, *(_other(one) for one in rest))


def _as_judged(row: Tested, now: dict[tuple[str, str], Finding]) -> Tested:
    """Return ``row`` with its finding as the user overrode it."""
    judged = now.get((row.finding.code, row.finding.message)) if row.finding else None
    if judged is None or not judged.overridden:
        return row
    return replace(row, finding=judged, verdict=Verdict.NOTE if row.verdict is Verdict.STOP else row.verdict)


def _other(found: Finding) -> Tested:
    verdict = Verdict.STOP if found.stops else Verdict.NOTE
    return Tested(
        "other",
        OTHER,
        verdict,
        found.message,
        Subject.CLAIM,
        found.place,
        found.law,
        fix=found.fix,
        code=found.code,
        finding=found,
    )


def as_json(rows: Iterable[Tested]) -> str:
    """Return the rows as a JSON list of objects."""
    return json.dumps([row_data(row) for row in rows], indent=2, ensure_ascii=False)


def row_data(row: Tested) -> dict[str, Any]:
    """Return one row as data; what it does not have is None."""
    found = as_data(row.finding) if row.finding else {}
    return {
        "question": row.id,
        "asks": row.question,
        "subject": row.subject.value,
        "verdict": row.verdict.value,
        "stops": row.stops,
        "said": row.said,
        "path": row.fact.path if row.fact else None,
        "line": row.fact.line if row.fact else None,
        "column": row.fact.column if row.fact else None,
        "law": row.cite or None,
        "confidence": row.confidence.value if row.confidence else None,
        "fix": row.fix or None,
        "code": row.code or None,
        "clears_on": found.get("clears_on"),
        "overridable": bool(found.get("overridable")),
        "overridden": found.get("overridden"),
    }


def as_text(filing: Filing, rows: Sequence[Tested], *, currency: str = "USD", width: int = USUAL) -> str:
    """Return the rows in groups, what is in the way first, under the court and the sums; no line is over ``width``."""
    parts = [*_top(filing, currency), ""]
    for verdict, head in HEADS.items():
        group = [row for row in rows if (Verdict.STOP if row.stops else row.verdict) is verdict]
        if group:
            parts += [f"{head} ({len(group)})", *_group(group, width), ""]
    stops = sum(row.stops for row in rows)
    last = f"{count(stops, 'thing')} in the way of filing; nothing was made." if stops else "Nothing is in the way."
    return "\n".join(_wrapped([*parts, last], width))


def _top(filing: Filing, currency: str) -> Iterator[str]:
    if filing.court:
        most = f", limit {spoken(filing.limit, 'USD')}" if filing.limit is not None else ""
        yield plain(f"court: {filing.court.name}{most}")
    counted = f", of which {spoken(filing.counted, currency)} counts toward the limit"
    yield f"claim: {spoken(filing.claim, currency)} on {filing.as_of}{counted if filing.court else ''}"
    if filing.waived:
        yield f"given up for good: {spoken(filing.waived, currency)}; asked for: {spoken(filing.demand, currency)}"
    if filing.venue:
        yield plain(f"venue: {filing.venue.why}")
    yield plain(f"against: {' and '.join(one.name for one in filing.defendants)}")
    if filing.ways and not filing.ways.waiver.chosen:
        yield f"over the limit by {spoken(filing.ways.over, currency)}; the ways:"
        yield from (plain(f"  - {one}") for one in filing.ways.words)


def _group(rows: Sequence[Tested], width: int) -> list[str]:
    if width < NARROW:
        return [line for row in rows for line in (plain(row.question), *(f"  {one}" for one in _answer(row)))]
    return _table(rows, min(width, WIDEST))


def _answer(row: Tested) -> Iterator[str]:
    """Yield what one row says, line by line."""
    code = f" [{row.code}]" if row.code else ""
    yield plain(f"{row.said}{code}")
    if row.fact and row.verdict is not Verdict.CLEAR:
        yield plain(f"at: {row.fact}")
    if row.fix:
        yield plain(f"fix: {row.fix}")
    if row.cite:
        sure = f" ({row.confidence.value} confidence)" if row.confidence else ""
        yield plain(f"law: {row.cite}{sure}")
    if row.finding and row.finding.clears_on:
        yield f"clears on: {row.finding.clears_on}"
    if row.finding and row.finding.overridden:
        yield plain(f"overridden: {row.finding.overridden}")


def _table(rows: Sequence[Tested], width: int) -> list[str]:
    from rich.console import Console  # noqa: PLC0415 - only where a table is shown
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), expand=False)
    table.add_column(width=width // 4, overflow="fold")
    table.add_column(overflow="fold")
    last = ""
    for row in rows:  # a question with several answers is written once
        asks = "" if row.question == last else row.question
        last = row.question
        table.add_row(Text(plain(asks)), Text("\n".join(_answer(row))))
    page = StringIO()
    Console(file=page, width=width - 2, color_system=None, markup=False, emoji=False, highlight=False).print(table)
    return [f"  {line}".rstrip() for line in page.getvalue().splitlines()]


def _wrapped(lines: Iterable[str], width: int) -> Iterator[str]:
    """Yield ``lines`` folded to the terminal, with what goes on set in."""
    for line in lines:
        inset = " " * (len(line) - len(line.lstrip()) + 2)
        yield from textwrap.wrap(line, max(width, 30), subsequent_indent=inset, drop_whitespace=True) or [""]

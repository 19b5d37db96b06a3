"""Findings as text for a terminal and as JSON for a program.

The line in question is shown as it is written, with a mark under the words at
fault. Signs that would move the cursor, change its colour or turn the text
around are shown by their number instead.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

import click
from rich.cells import cell_len

from kit.findings import Finding, Place

WIDEST = 110  # columns of the user's line that are shown
TAB = 4


def show(findings: Iterable[Finding], shape: str = "text", *, err: bool = False) -> None:
    """Print ``findings`` as `text` or `json`, on standard error where ``err`` says so."""
    if shape == "json":
        click.echo(as_json(findings), err=err)
        return
    for finding in findings:
        click.echo(as_text(finding), err=err)


def as_json(findings: Iterable[Finding]) -> str:
    """Return the findings as a JSON list of objects."""
    return json.dumps([as_data(finding) for finding in findings], indent=2, ensure_ascii=False)


def as_data(finding: Finding) -> dict[str, str | int | bool | None]:
    """Return the finding as every command tells it to a program; what it does not have is None."""
    place = finding.place
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "path": place.path if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "fix": finding.fix or None,
        "law": finding.law or None,
        "clears_on": finding.clears_on.isoformat() if finding.clears_on else None,
        "overridable": finding.overridable,
        "overridden": finding.overridden or None,
    }


def as_text(finding: Finding, word: str = "") -> str:
    """Return the finding as lines: where and what, the line with its mark, how to put it right, which law.

    ``word`` stands for its severity where nothing can be stopped any more: `warning`.
    """
    where = f"{finding.place}: " if finding.place else ""
    lines = [plain(f"{where}{word or finding.severity.value}[{finding.code}] {finding.message}")]
    if finding.place and finding.place.line and finding.place.text:
        lines += _excerpt(finding.place)
    if finding.fix:
        lines.append(plain(f"  fix: {finding.fix}"))
    if finding.law:
        lines.append(plain(f"  law: {finding.law}"))
    if finding.clears_on and not word:
        lines.append(f"  clears on: {finding.clears_on}")
    if finding.overridden:
        lines.append(plain(f"  overridden: {finding.overridden}"))
    return "\n".join(lines)


def plain(text: str) -> str:
    """Return ``text`` safe for a terminal."""
    return text if text.isprintable() else "".join(_sign(char) for char in text)


def _sign(char: str) -> str:
    if char == "\t":
        return " " * TAB
    return char if char.isprintable() or char in "\u200c\u200d" else " " if char.isspace() else f"<U+{ord(char):04X}>"


def _excerpt(place: Place) -> list[str]:
    start = min(place.column - 1, len(place.text))
    stop = min(start + place.length, max(len(place.text), start + 1))
    before, marked, after = (plain(part) for part in (place.text[:start], place.text[start:stop], place.text[stop:]))
    if cell_len(before + marked + after) > WIDEST:
        before, marked, after = _window(before, marked, after)
    gutter = " " * (len(str(place.line)) + 2)
    return [
        f" {place.line} | {before}{marked}{after}".rstrip(),
        f"{gutter}| {' ' * cell_len(before)}{'^' * max(1, cell_len(marked))}",
    ]


def _window(before: str, marked: str, after: str) -> tuple[str, str, str]:
    """Cut a line that is too long around its marked part."""
    if len(marked) > WIDEST // 2:
        marked, after = marked[: WIDEST // 2], "..."
    if len(before) > WIDEST // 3:
        before = "..." + before[-(WIDEST // 3) :]
    room = max(0, WIDEST - len(before) - len(marked))
    if len(after) > room:
        after = after[:room] + "..."
    return before, marked, after

"""A comparison for a person at a terminal: one table, what each way means, and where they break even."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator
from decimal import ROUND_FLOOR

from kit.cli.findings_text import plain
from kit.cli.table import table
from kit.comparing import Compared
from kit.model.money import spoken
from kit.model.ranges import ALL
from kit.options import Comparison, Range, Way, telling
from kit.options.figures import bare, rate, source_words, span

WIDEST, USUAL = 110, 100
HEAD = ("Way", "Net", "Out of pocket", "Your hours", "Cash in days")
AGAINST = ("Way", "against", "below this the other nets more", "from this on it nets more")
NOTICE = "Nothing is recommended. Ranges are assumptions, yours or the kit's; --set KEY=FIGURE puts better ones."


def text_of(found: Compared, *, sources: bool = False) -> str:
    """Return the comparison in words; with ``sources``, every figure and where it comes from."""
    one = found.comparison
    width = min(shutil.get_terminal_size((USUAL, 24)).columns, WIDEST)
    head = f"{found.facts.case.debtor.name}: {spoken(one.debt, one.currency)} on {one.as_of} ({one.debt_words})"
    parts = [*_filled(head, width), "", *_table(one), "", *_evens(one), *_closed(one, width), *_each(one, width)]
    parts += _sources(one, width) if sources else []
    parts += _filled(NOTICE if sources else f"{NOTICE} --sources lists where each comes from.", width)
    return "\n".join(plain(line) for line in parts)


def _table(one: Comparison) -> list[str]:
    rows = [_row(way) for way in one.ways if way.open]
    return table([HEAD, *rows], figures={1, 2, 3, 4})


def _row(way: Way) -> tuple[str, ...]:
    terms = way.terms
    name = f"{terms.name} (what if)" if terms.what_if else terms.name
    return name, bare(way.net), bare(terms.out_of_pocket), _count(terms.hours), _count(terms.days)


def _count(range_: Range) -> str:
    return span(range_, "")


def _each(one: Comparison, width: int) -> Iterator[str]:
    for way in one.ways:
        if way.open:
            yield way.terms.name
            for line in _said(way, one):
                yield from _filled(line, width, "  ")
            yield ""


def _said(way: Way, one: Comparison) -> Iterator[str]:
    terms = way.terms
    time = f"; own time {bare(way.own_time)} ({_count(terms.hours)} hours at {one.hour.figure})"
    share = terms.rate_of.format(rate=span(terms.recovers, "percent"))
    kept = f", of which you keep {span(terms.kept, 'percent')}" if terms.kept.low != ALL else ""
    yield f"Comes in: {bare(way.comes_in)}, if {share}{kept}{time}."
    if way.lead:
        yield way.lead.said
    yield f"Lost: {' '.join(terms.lost)}"
    yield from terms.notes
    for finding in way.first:
        yield f"First put right: {finding.message} [{finding.code}]."
    for finding in way.beside:
        yield f"Worth knowing: {finding.message} [{finding.code}]."


def _closed(one: Comparison, width: int) -> Iterator[str]:
    if one.closed:
        yield "Closed for this debt"
        for names, why in one.closed:
            yield from _filled("; ".join(names), width, "  ")
            for finding in why:
                law = f" ({finding.law})" if finding.law else ""
                yield from _filled(f"{finding.message} [{finding.code}]{law}", width, "    ")
        yield ""


def _evens(one: Comparison) -> Iterator[str]:
    pairs = telling(one.ways)
    if pairs:
        names = {way.id: way.terms.name for way in one.ways}
        rows = [
            (way.terms.name, names[even.other], rate(even.low, ROUND_FLOOR), rate(even.high)) for way, even in pairs
        ]
        yield "Break-even"
        yield from table([AGAINST, *rows], figures={2, 3})
        yield ""


def _sources(one: Comparison, width: int) -> Iterator[str]:
    yield "Reckoned with"
    for line in source_words(one.figures):
        yield from _filled(line, width, "  ")
    yield ""


def _filled(text: str, width: int, indent: str = "") -> list[str]:
    lines = textwrap.wrap(text, max(width - len(indent), 30), break_long_words=False, break_on_hyphens=False)
    return [f"{indent if n == 0 else indent * 2}{line}" for n, line in enumerate(lines)]

"""The blanks of `internal/options`: every way to go on with a debt side by side, as ranges, and nothing recommended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_FLOOR
from hashlib import sha256

from kit.documents import wording
from kit.documents.contexts import letterhead
from kit.documents.contexts.options_chart import Scale, bar_of, cut, scale_of
from kit.documents.contexts.request import Request
from kit.documents.record import Source
from kit.facts import Facts
from kit.findings import Finding
from kit.load.options_file import load_defaults
from kit.model.options import filled
from kit.model.ranges import ALL
from kit.options import Comparison, Way, compare, telling
from kit.options.figures import bare, rate, source_words, span


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A way, its bar, and what it nets."""

    name: str
    gap: str
    before: str
    bar: str
    hole: str
    after: str
    net: str


@dataclass(frozen=True, slots=True)
class CostRow:
    """What a way costs and takes, and the rate from which it nets the most."""

    name: str
    out_of_pocket: str
    hours: str
    days: str
    leads_low: str
    leads_high: str


@dataclass(frozen=True, slots=True)
class ClosedRow:
    """The ways that are closed for the same reasons, and why."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class EvenRow:
    """Two ways, and where the first nets as much as the second."""

    name: str
    other: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class WayRow:
    """What a way means: what its rate is of, what is lost, what else is to be known."""

    name: str
    means: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure that was reckoned with, and where it comes from."""

    text: str


@dataclass(frozen=True, slots=True)
class OptionsPaper:
    """The blanks of ``internal/options``."""

    footer: str
    debtor_name: str
    today: str
    debt: str
    debt_words: str
    hour: str
    cut_words: str
    chart: tuple[ChartRow, ...]
    costs: tuple[CostRow, ...]
    closed: tuple[ClosedRow, ...]
    evens: tuple[EvenRow, ...]
    ways: tuple[WayRow, ...]
    figures: tuple[FigureRow, ...]


def build(facts: Facts, request: Request) -> OptionsPaper:  # noqa: ARG001 - every document is built from facts and a request
    """Fill the comparison as of the day of ``facts``. Raises `Stopped` where there is nothing to compare."""
    case, found = facts.case, _compared(facts)
    open_ways = [way for way in found.ways if way.open]
    scale = scale_of(found.debt, open_ways)
    names = {way.id: _curly(way.terms.name) for way in found.ways}
    return OptionsPaper(
        footer=letterhead.footer(case, f"ways to go on, {wording.day(facts.as_of)}"),
        debtor_name=case.debtor.shown_name,
        today=wording.day(facts.as_of),
        debt=wording.money(found.debt, found.currency),
        debt_words=_curly(found.debt_words),
        hour=found.hour.figure,
        cut_words="A bar that reaches the left end goes on beyond it; its figures say how far."
        if cut(scale, open_ways)
        else "",
        chart=tuple(_charted(way, scale) for way in open_ways),
        costs=tuple(_costs(way) for way in open_ways),
        closed=tuple(ClosedRow(_curly("; ".join(ways)), _why(why)) for ways, why in found.closed),
        evens=tuple(
            EvenRow(names[way.id], names[even.other], rate(even.low, ROUND_FLOOR), rate(even.high))
            for way, even in telling(found.ways)
        ),
        ways=tuple(WayRow(names[way.id], _curly(" ".join(_means(way)))) for way in open_ways),
        figures=tuple(FigureRow(_curly(line)) for line in source_words(found.figures)),
    )


def rests_on(facts: Facts, request: Request) -> tuple[Source, ...]:  # noqa: ARG001 - as every context is asked
    """Return the figures reckoned with as a source of the paper: other figures make another paper."""
    known = filled(facts.case.options, load_defaults())
    return (Source("figures of the comparison", sha256(known.model_dump_json().encode()).hexdigest()),)


def _compared(facts: Facts) -> Comparison:
    return compare(facts, filled(facts.case.options, load_defaults()))


def _charted(way: Way, scale: Scale) -> ChartRow:
    bar = bar_of(scale, way.net)
    return ChartRow(_named(way), bar.gap, bar.before, bar.bar, bar.hole, bar.after, bare(way.net))


def _costs(way: Way) -> CostRow:
    terms, lead = way.terms, way.lead
    return CostRow(
        _named(way),
        bare(terms.out_of_pocket),
        span(terms.hours, ""),
        span(terms.days, ""),
        rate(lead.low) if lead else "",
        rate(lead.high) if lead else "",
    )


def _named(way: Way) -> str:
    return f"{_curly(way.terms.name)}{' (what if)' if way.terms.what_if else ''}"


def _why(findings: Iterable[Finding]) -> str:
    return " ".join(f"{_sentence(one.message)} ({one.code}{f'; {one.law}' if one.law else ''})." for one in findings)


def _means(way: Way) -> Iterator[str]:
    terms = way.terms
    kept = f", of which you keep {span(terms.kept, 'percent')}" if terms.kept.low != ALL else ""
    yield f"Comes in: {bare(way.comes_in)}, if {terms.rate_of.format(rate=span(terms.recovers, 'percent'))}{kept}."
    yield f"Lost: {' '.join(terms.lost)}"
    yield from terms.notes
    for finding in way.first:
        yield f"First put right: {finding.message} ({finding.code})."
    for finding in way.beside:
        yield f"Worth knowing: {finding.message} ({finding.code})."


def _sentence(text: str) -> str:
    return _curly(f"{text[:1].upper()}{text[1:]}")


def _curly(text: str) -> str:
    return wording.curly(text.replace("`", ""))

"""Arithmetic on ranges, and how a range is said: each money figure is rounded once."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from kit.model.fields import Frozen
from kit.model.money import ZERO, spoken, to_minor
from kit.model.options import AgencyFees
from kit.model.ranges import ALL, DayRange, Given, MoneyRange, NumberRange, PercentRange
from kit.options.result import Range, Used

WHOLE = Range(Decimal(ALL), Decimal(ALL))
TENTH = Decimal("0.1")
HOURS_A_DAY = 8  # of a day off


def ends(given: PercentRange | MoneyRange | DayRange | NumberRange | None) -> Range:
    """Return the two ends of an assumption, money in whole cents; nothing where there is none."""
    if given is None:
        return Range(ZERO, ZERO)
    low, high = Decimal(given.low), Decimal(given.high)
    return Range(to_minor(low), to_minor(high)) if isinstance(given, MoneyRange) else Range(low, high)


def share(base: Decimal, *percents: Decimal) -> Decimal:
    """Return ``base`` times each of ``percents``, rounded to the cent once."""
    for percent in percents:
        base = base * percent / ALL
    return to_minor(base)


def both(one: Range, other: Range) -> Range:
    """Return what is left when one percentage is taken of another, end by end."""
    return Range(one.low * other.low / ALL, one.high * other.high / ALL)


def rest(given_away: Range) -> Range:
    """Return what is kept when ``given_away`` per cent are not: the most given away keeps the least."""
    return Range(ALL - given_away.high, ALL - given_away.low)


def percent_words(value: Decimal) -> str:
    """Return a percentage with at most one decimal: `62.5%`."""
    return f"{plain(value.quantize(TENTH, ROUND_HALF_UP))}%"


def plain(value: Decimal) -> str:
    """Return a number without needless zeros: 30, 62.5."""
    whole = value.to_integral_value()
    return f"{whole:,f}" if whole == value else f"{value.normalize():,f}"


def span(range_: Range, unit: str) -> str:
    """Return a range in words of its unit: `$20.00 to $150.00`, `30 to 90 days`, `25%`."""
    if unit == "dollars":
        low, high = (spoken(one, "USD") for one in (range_.low, range_.high))
        return low if range_.single else f"{low} to {high}"
    if unit == "percent":
        low, high = (percent_words(one) for one in (range_.low, range_.high))
        return high if low == high else f"{low.removesuffix('%')} to {high}"
    low, high = plain(range_.low), plain(range_.high)
    tail = f" {unit}" if unit else ""
    return f"{high}{tail}" if range_.single else f"{low} to {high}{tail}"


def used(key: str, given: Frozen | None) -> Used:
    """Return what is said of an assumption: its figure and its source."""
    if not isinstance(given, Given):
        return Used(key, "", "")
    figure = ", ".join(percent_words(one) for one in given.shares) if isinstance(given, AgencyFees) else ""
    if isinstance(given, PercentRange | MoneyRange | DayRange | NumberRange):
        unit = key.rsplit(".", 1)[-1].replace("_", " ") if isinstance(given, NumberRange) else given.unit
        figure = span(ends(given), unit)
    return Used(
        key=key,
        figure=figure,
        source=given.whence,
        url=given.url or "",
        figures_of=given.figures_of or "",
        read_on=given.read_on,
        confidence=given.confidence.value if given.confidence else "",
        yours=given.source is None,
    )


def bare(amounts: Range) -> str:
    """Return a range of money without its sign, for columns that name it once: `1,514.03 to 4,131.08`."""
    low, high = (f"{one:,.2f}" for one in (amounts.low, amounts.high))
    return low if low == high else f"{low} to {high}"


def rate(percent: Decimal | None, rounding: str = ROUND_CEILING) -> str:
    """Return a rate to be reached, rounded to the safe side; `none` where not even all of it is enough."""
    if percent is None or percent > ALL:
        return "none"
    return f"{plain(percent.quantize(TENTH, rounding))}%"


def source_words(figures: Iterable[Used]) -> tuple[str, ...]:
    """Return where ``figures`` come from, a line for each source with all that was taken from it."""
    groups: dict[tuple[str, str], list[str]] = {}
    for one in dict.fromkeys(figures):
        said = groups.setdefault((one.source, _whence(one)), [])
        said.append(f"{one.key} {one.figure}")
    return tuple(
        f"{source[:1].upper()}{source[1:]}{more}: {'; '.join(said)}." for (source, more), said in groups.items()
    )


def _whence(one: Used) -> str:
    told = [f"figures of {one.figures_of}" if one.figures_of else "", one.url]
    told += [f"read {one.read_on}, confidence {one.confidence}"] if one.read_on else []
    said = "; ".join(part for part in told if part)
    return f" ({said})" if said else ""

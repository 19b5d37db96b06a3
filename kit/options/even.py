"""Where two ways bring the same, and what would have to be true for one of them to bring the most.

A way is set against another twice: once where the other does worst and this one costs least, once where the other
does best and this one costs most. In between, nobody can say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from kit.model.money import ZERO
from kit.model.ranges import ALL
from kit.options.figures import rate, span
from kit.options.result import Even, Lead, Way

PAIRS = (  # a way, and the other that it is set against; no word stands for the agency
    ("plan", ""),
    ("plan", "settle"),
    ("settle", ""),
    ("discount", ""),
    ("", "remind"),
    ("attorney_letter", "remind"),
    ("factoring", ""),
    ("small_claims", "settle"),
    ("court", "small_claims"),
)


def against_each(ways: Sequence[Way]) -> tuple[Way, ...]:
    """Return ``ways`` with the break-even rates among those that are the creditor's to choose."""
    choices = [one for one in ways if one.choice]
    found = []
    for one in ways:
        others = [other for other in choices if other.id != one.id] if one.choice else []
        evens = tuple(even(one, other) for other in others)
        found.append(replace(one, evens=evens, lead=lead(one, evens, choices) if evens else None))
    return tuple(found)


def even(one: Way, other: Way) -> Even:
    """Return the rate that ``one`` must reach to net as much as ``other``."""
    costs = one.terms.out_of_pocket.plus(one.own_time)
    kept = one.terms.kept
    low = _rate(one.terms.base, kept.high, other.net.low + costs.low)
    return Even(other.id, low, _rate(one.terms.base, kept.low, other.net.high + costs.high))


def _rate(base: Decimal, kept: Decimal, wanted: Decimal) -> Decimal | None:
    if not base or not kept:
        return None
    return max(ZERO, wanted * ALL * ALL / (base * kept))


def lead(one: Way, evens: Sequence[Even], ways: Sequence[Way]) -> Lead:
    """Return what would have to be true for ``one`` to net more than every other; the worst of the others decides."""
    names = {way.id: way.terms.name for way in ways}
    low, low_other = _hardest([(even_.low, even_.other) for even_ in evens])
    high, high_other = _hardest([(even_.high, even_.other) for even_ in evens])
    said = _said(one, (low, names[low_other]), (high, names[high_other]))
    return Lead(low, low_other, high, high_other, said)


def _hardest(rates: Sequence[tuple[Decimal | None, str]]) -> tuple[Decimal | None, str]:
    never = [pair for pair in rates if pair[0] is None]
    return never[0] if never else max(rates, key=lambda pair: pair[0] or ZERO)


def _said(one: Way, low: tuple[Decimal | None, str], high: tuple[Decimal | None, str]) -> str:
    (least, least_other), (most, most_other) = low, high
    here = f"Reckoned here: {span(one.terms.recovers, 'percent')}."
    if least is None or least > ALL:
        rival = f"“{least_other}” at its low end nets as much or more"
        return f"Cannot net the most on these figures: even at 100% {rival}. {here}"
    first = f"if {one.terms.rate_of.format(rate=f'at least {rate(least)}')}" if least else "at any rate"
    if most is None or most > ALL:
        then = f"no rate is enough where they reach their high ends (“{most_other}”)"
    else:
        then = f"{rate(most)} where they reach their high ends (“{most_other}”)"
    return f"Nets the most {first} while the others stay at their low ends (“{least_other}”); {then}. {here}"


def telling(ways: Sequence[Way]) -> tuple[tuple[Way, Even], ...]:
    """Return the pairs that are asked about most, as far as both are to be chosen: a way, and its rate against another.

    Of several agencies the middle one stands for all; every pair is in ``evens`` of each way.
    """
    agencies = [one.id for one in ways if one.id.startswith("agency_") and one.choice]
    middle = agencies[len(agencies) // 2] if agencies else ""
    by_id = {one.id: one for one in ways}
    found = []
    for word, other in PAIRS:
        one = by_id.get(word or middle)
        pair = next((even_ for even_ in one.evens if even_.other == (other or middle)), None) if one else None
        found += [(one, pair)] if one and pair else []
    return tuple(found)

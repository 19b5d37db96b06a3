"""A comparison for programs: amounts and rates are text, so that no cent is lost on the way."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kit.cli.findings_text import as_data
from kit.comparing import Compared
from kit.options import Range, Used, Way
from kit.options.figures import TENTH


def data_of(found: Compared) -> dict[str, Any]:
    """Return the whole comparison as plain data."""
    one = found.comparison
    return {
        "as_of": one.as_of.isoformat(),
        "debtor": found.facts.case.debtor.name,
        "currency": one.currency,
        "debt": f"{one.debt:.2f}",
        "debt_is": one.debt_words,
        "hour": _used(one.hour),
        "ways": [_way(way) for way in one.ways],
        "findings": [as_data(finding) for finding in found.findings],
    }


def _way(way: Way) -> dict[str, Any]:
    terms = way.terms
    said: dict[str, Any] = {"id": way.id, "name": terms.name, "open": way.open, "what_if": terms.what_if}
    said["closed"] = [as_data(one) for one in way.closed]
    if not way.open:
        return said
    return {
        **said,
        "first": [as_data(one) for one in way.first],
        "beside": [as_data(one) for one in way.beside],
        "base": f"{terms.base:.2f}",
        "kept_percent": _range(terms.kept),
        "recovers_percent": _rates(terms.recovers),
        "comes_in": _money(way.comes_in),
        "out_of_pocket": _money(terms.out_of_pocket),
        "hours": _range(terms.hours),
        "own_time": _money(way.own_time),
        "net": _money(way.net),
        "days": _range(terms.days),
        "lost": list(terms.lost),
        "notes": list(terms.notes),
        "break_even": [
            {"against": even.other, "low_percent": _rate(even.low), "high_percent": _rate(even.high)}
            for even in way.evens
        ],
        "nets_most_if": way.lead.said if way.lead else None,
        "figures": [_used(one) for one in terms.used],
    }


def _range(one: Range) -> dict[str, str]:
    return {"low": f"{one.low:f}", "high": f"{one.high:f}"}


def _money(one: Range) -> dict[str, str]:
    return {"low": f"{one.low:.2f}", "high": f"{one.high:.2f}"}


def _rates(one: Range) -> dict[str, str | None]:
    return {"low": _rate(one.low), "high": _rate(one.high)}


def _rate(rate: Decimal | None) -> str | None:
    """Return a rate to a tenth of a per cent; None where no rate would do it."""
    return None if rate is None else f"{rate.quantize(TENTH):f}"


def _used(one: Used) -> dict[str, Any]:
    return {
        "key": one.key,
        "figure": one.figure,
        "source": one.source,
        "url": one.url or None,
        "figures_of": one.figures_of or None,
        "read_on": one.read_on.isoformat() if one.read_on else None,
        "confidence": one.confidence or None,
        "yours": one.yours,
    }

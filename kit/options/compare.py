"""The comparison, top to bottom: the debt, what is closed, each way in figures, and where they break even."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kit.checks.filing import look
from kit.facts import Facts
from kit.model.money import to_minor
from kit.model.options import Assumptions
from kit.options.debt import debt_of
from kit.options.even import against_each
from kit.options.figures import ends, share, used
from kit.options.gates import Gate, factorable, gates
from kit.options.result import Comparison, Range, Terms, Way
from kit.options.suits import courts_of
from kit.options.ways import ways_of

AGENCY = "agency_"  # how the ids of the rows of agencies begin


def compare(facts: Facts, known: Assumptions) -> Comparison:
    """Return every way to go on with the debt of ``facts``, reckoned with ``known``, which is filled in.

    Raises `Stopped` where nothing is owed, nothing is overdue, or the debt is in another currency than dollars.
    """
    debt, filing = debt_of(facts), look(facts)
    gate_of, courts = gates(facts, filing, known), courts_of(facts, filing)
    hour = ends(known.hour)
    names = factorable(facts, known) if not gate_of["factoring"].closed else ()
    late = (item for item in facts.ledger.claimable if item.invoice in names and item.principal > 0)
    rows = ways_of(debt, known, courts, tuple((item.days_overdue, item.principal) for item in late))
    ways = against_each([_way(terms, gate_of[_gate(terms.id)], hour) for terms in rows])
    return Comparison(
        facts.as_of, facts.case.currency, debt.amount, debt.words, ways, used("hour", known.hour),
        tuple(dict.fromkeys((*filing.used, *courts.used))),
    )  # fmt: skip


def _gate(word: str) -> str:
    return AGENCY.removesuffix("_") if word.startswith(AGENCY) else word


def _way(terms: Terms, gate: Gate, hour: Range) -> Way:
    if gate.closed:
        return Way(replace(terms, notes=()), closed=gate.closed)
    comes = Range(
        share(terms.base, terms.kept.low, terms.recovers.low), share(terms.base, terms.kept.high, terms.recovers.high)
    )
    time = Range(_worth(terms.hours.low, hour.low), _worth(terms.hours.high, hour.high))
    costs = terms.out_of_pocket.plus(time)
    net = Range(comes.low - costs.high, comes.high - costs.low)
    return Way(terms, first=gate.first, beside=gate.beside, comes_in=comes, own_time=time, net=net)


def _worth(hours: Decimal, hour: Decimal) -> Decimal:
    return to_minor(hours * hour)

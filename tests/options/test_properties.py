"""Whatever the figures: nothing nets more than the debt, a range never runs backwards, and its parts add up."""

from __future__ import annotations

from decimal import Decimal

import pytest
from franklin import creditor, facts_of, invoice
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from round_figures import ROUND

from kit.documents.contexts.options_chart import LENGTH, Scale, bar_of, scale_of
from kit.load.options_file import read_words
from kit.model.options import filled
from kit.options import Range, compare

SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
PERCENTS = [
    "recovery", "remind.recovers", "plan.recovers", "settle.percent", "settle.recovers", "agency.recovers",
    "discount.percent", "discount.recovers", "factoring.advance", "factoring.fee", "attorney_letter.recovers",
    "small_claims.wins", "small_claims.collects", "court.wins", "bankruptcy.recovers", "write_off.tax",
]  # fmt: skip
AMOUNTS = ["hour", "attorney_letter.fee", "small_claims.fee", "small_claims.service", "court.lawyer", "court.fee"]
WHOLE = ["remind.days", "factoring.days", "factoring.period_days", "remind.hours", "court.days_off"]
spans = st.tuples(st.integers(1, 100), st.integers(1, 100)).map(sorted)
words = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(PERCENTS), spans),
        st.tuples(st.sampled_from(AMOUNTS), st.tuples(st.integers(0, 9000), st.integers(0, 9000)).map(sorted)),
        st.tuples(st.sampled_from(WHOLE), st.tuples(st.integers(0, 400), st.integers(0, 400)).map(sorted)),
    ).map(lambda pair: f"{pair[0]}={pair[1][0]}-{pair[1][1]}"),
    max_size=8,
)


@SLOW
@given(
    st.decimals(Decimal("0.01"), Decimal(60_000), places=2), words, st.sampled_from(["2026-02-02", "2026-06-01"]),
    st.sampled_from(["llc", "sole-proprietor"]), st.booleans(),
)  # fmt: skip
def test_whatever_the_figures(amount, said, as_of, kind, recourse):
    """At most the debt, low before high, and net is what comes in less what it costs, to the cent."""
    known = filled(read_words([*said, f"factoring.recourse={'yes' if recourse else 'no'}"]), ROUND)
    found = compare(facts_of(as_of, creditor=creditor(kind), invoices=[invoice(amount=str(amount))]), known)

    assert found.debt == amount
    for way in filter(lambda one: one.open, found.ways):
        terms = way.terms
        assert way.net.low <= way.net.high <= found.debt
        for range_ in (way.comes_in, terms.out_of_pocket, terms.hours, terms.days, terms.kept, terms.recovers):
            assert 0 <= range_.low <= range_.high
        assert way.comes_in.high <= terms.base <= found.debt
        assert way.net.low == way.comes_in.low - terms.out_of_pocket.high - way.own_time.high
        assert way.net.high == way.comes_in.high - terms.out_of_pocket.low - way.own_time.low
        assert way.net.low == way.net.low.quantize(Decimal("0.01"))
        for even in way.evens:
            assert even.low is None or even.high is None or 0 <= even.low <= even.high


@SLOW
@given(words)
def test_break_even_is_where_both_net_the_same(said):
    """Put the rate back: at that rate, with its lowest costs, a way nets what the other nets at its worst."""
    known = filled(read_words(said), ROUND)
    found = compare(facts_of("2026-03-03", invoices=[invoice(amount="4321.09")]), known)
    nets = {way.id: way.net for way in found.ways if way.open}
    for way in (one for one in found.ways if one.choice):
        cost = way.terms.out_of_pocket.low + way.own_time.low
        for even in way.evens:
            if even.low:  # zero: even nothing would do
                brings = way.terms.base * way.terms.kept.high * even.low / 10_000
                assert brings - cost == pytest.approx(nets[even.other].low, abs=Decimal("0.01"))


money = st.decimals(Decimal(-50_000), Decimal(9_000), places=2)


@given(st.tuples(money, money).map(sorted), st.decimals(Decimal(1), Decimal(9_000), places=2))
def test_every_bar_has_the_same_length(ends, debt):
    """All parts of a bar together are the whole scale, whatever it shows; the range is never nothing."""
    bar = bar_of(Scale(debt * Decimal("-0.5"), debt), Range(*ends))
    parts = (bar.gap, bar.before, bar.bar, bar.hole, bar.after)

    assert sum(map(len, parts)) == LENGTH
    assert bar.bar
    assert set("".join(parts)) == {"\N{NO-BREAK SPACE}"}
    assert not (bar.before and bar.hole)


def test_bars_by_hand():
    """Without losses the scale runs from nothing to the debt; a range of a quarter to the half is a quarter long."""
    scale = scale_of(Decimal(1000), ())
    bar = bar_of(scale, Range(Decimal(250), Decimal(500)))

    assert scale == Scale(Decimal(0), Decimal(1000))
    assert tuple(map(len, (bar.gap, bar.before, bar.bar, bar.hole, bar.after))) == (0, 21, 21, 0, 42)


def test_a_loss_lies_left_of_the_band():
    """With a scale from -500 to 1,000, a loss of 400 to 100 ends before zero, and the band follows it."""
    bar = bar_of(Scale(Decimal(-500), Decimal(1000)), Range(Decimal(-400), Decimal(-100)))

    # 84 spaces for 1,500 dollars: -400 at 5.6, -100 at 22.4, nothing at 28
    assert tuple(map(len, (bar.gap, bar.before, bar.bar, bar.hole, bar.after))) == (6, 0, 16, 6, 56)

"""A change order before it goes out: what it rests on, and the price it starts from."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from franklin import case_of, codes, debtor, facts_of, the
from hypothesis import given
from hypothesis import strategies as st

from kit.checks.agreement_papers import check_agreement
from kit.model.agreed_price import first_price, last_day_after, last_day_before, price_before
from kit.model.document_ids import CHANGE_ORDER

FIXED = {"price": {"kind": "fixed", "amount": "1000.00"}}


def change(number, on, moves="0", **more):
    """Return a change order with one sum."""
    return {"id": number, "on": on, "why": "the client asked for it", "price_change": moves, **more}


FIRST = change("CO-1", "2025-06-01", "200.00", signed_on="2025-06-03", more_days="10")
SECOND = change("CO-2", "2025-07-01", "-50.00", ends_on="2025-12-01", signed_on="2025-07-02")
THIRD = change("CO-3", "2025-08-01", "1.00", more_days="5")


def asked(**facts):
    """Return the findings on a change order."""
    return list(check_agreement(facts_of("2025-08-01", **facts), CHANGE_ORDER))


def test_nothing_to_say_of_a_sound_change():
    """A change of a signed contract, with every change before it signed, goes out without a note."""
    assert codes(asked(changes=[FIRST, SECOND, THIRD], agreement=FIXED)) == []


def test_a_contract_nobody_signed():
    """A change of an offer is still an offer; the note says what to write."""
    one = the("K100", asked(changes=[FIRST], agreement={**FIXED, "signed_on": None}))

    assert not one.stops
    assert "`signed_on:` under `agreement`" in one.fix


def test_an_earlier_change_nobody_signed():
    """The later change starts from a price without it, and both are named; the last one may still be open."""
    open_first = {key: value for key, value in FIRST.items() if key != "signed_on"}
    one = the("K100", asked(changes=[SECOND, THIRD, open_first], agreement=FIXED))

    assert "change CO-1 has no `signed_on`, so CO-2 and CO-3 start from a price without it" in one.message


def test_home_improvement_needs_its_own_form_for_changes_too():
    """Where the contract for a consumer's home is refused, its change order is."""
    home = {"debtor": debtor("individual"), "purpose": "consumer", "work": {"home_improvement": "yes"}}
    found = asked(changes=[FIRST], agreement=FIXED, **home)

    assert the("K130", found).stops


@pytest.mark.parametrize(
    ("price", "expected"),
    [
        ({"kind": "fixed", "amount": "1000.00"}, "1000.00"),
        ({"kind": "hourly", "rate": "60", "not_above": "4500"}, "4500"),
        ({"kind": "hourly", "rate": "60", "estimate_hours": "10"}, None),
        ({"kind": "recurring", "amount": "850"}, None),
        (
            {"kind": "milestones", "stages": [{"id": "a", "text": "a", "amount": "10"}], "deposit": {"amount": "5"}},
            "15",
        ),
        (
            {"kind": "milestones", "stages": [{"id": "a", "text": "a", "amount": "10"}], "deposit": {"percent": "5"}},
            "10",
        ),
        (None, None),
    ],
)
def test_the_sum_a_contract_names(price, expected):
    """An estimate and a price for each month are no sum that a change could be added to."""
    assert first_price(case_of(agreement={"price": price})) == (Decimal(expected) if expected else None)


def test_goods_listed_are_the_price():
    """Without a price the goods themselves come to one: 2 x 1.005, rounded once, are 2.01."""
    goods = {"items": [{"text": "a", "quantity": "2", "unit_price": "1.005"}]}

    assert first_price(case_of(work="goods", agreement={"goods": goods})) == Decimal("2.01")


def test_only_signed_changes_count_and_only_by_their_day():
    """1,000 and 200 and -50: what was signed by the day moves price and last day, the rest is an offer."""
    case = case_of(changes=[FIRST, SECOND, THIRD], agreement={**FIXED, "ends_on": "2025-09-01"})
    first, second, third = case.changes

    assert price_before(case, first) == Decimal("1000.00")
    assert price_before(case, second) == Decimal("1200.00")
    assert price_before(case, third) == Decimal("1150.00")
    assert price_before(case, third, date(2025, 7, 1)) == Decimal("1200.00")
    assert last_day_before(case, second) == date(2025, 9, 11)
    assert last_day_before(case, third) == date(2025, 12, 1)
    assert last_day_after(third, last_day_before(case, third)) == date(2025, 12, 6)
    assert last_day_before(case_of(changes=[FIRST, SECOND], agreement=FIXED), second) is None


@given(moves=st.lists(st.decimals("-10", "100", places=2), min_size=1, max_size=6), order=st.randoms())
def test_the_changes_add_up(moves, order):
    """Whatever the order in the file, the last price is the first one and every change."""
    changes = [
        change(f"CO-{n}", f"2025-06-{n:02d}", f"{each}", signed_on="2025-07-01") for n, each in enumerate(moves, 1)
    ]
    order.shuffle(changes)
    case = case_of(changes=changes, agreement=FIXED)
    last = max(case.changes, key=lambda each: each.on)

    assert price_before(case, last) + last.price_moves("USD") == Decimal("1000.00") + sum(moves)

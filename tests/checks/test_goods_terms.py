"""A sale of goods before it is signed: its sums, its quantities, its security, and what a consumer cannot be asked."""

from __future__ import annotations

import pytest
from franklin import case_of, codes, debtor, facts_of, the

from kit.checks.agreement_papers import check_agreement
from kit.checks.contract_terms import terms_for
from kit.checks.goods_terms import check_goods
from kit.model.document_ids import CHANGE_ORDER, CONTRACT, GOODS, STATEMENT

PAPER = {"text": "Laid paper", "quantity": "120", "unit": "reams", "unit_price": "30.86"}  # 3,703.20
BOARD = {"text": "Board", "quantity": "18", "unit": "cartons", "unit_price": "61.40"}  # 1,105.20
PERSON = {"debtor": debtor("individual"), "purpose": "consumer"}


def sale(goods=None, work="goods", price="4808.40", **more):
    """Return a sale in Franklin with these terms of the goods."""
    fixed = {"price": {"kind": "fixed", "amount": price}} if price else {}
    agreement = {**fixed, **({"goods": goods} if goods else {}), **more.pop("agreement", {})}
    return case_of(work={"kind": work, "text": "paper"}, agreement=agreement, **more)


def found(*terms, **more):
    """Return the findings on such a sale."""
    return list(check_goods(sale(*terms, **more)))


def test_a_sale_whose_list_comes_to_its_price_is_fine():
    """3,703.20 and 1,105.20 are 4,808.40: nothing to say."""
    assert found({"items": [PAPER, BOARD]}) == []


@pytest.mark.parametrize(
    "price",
    [
        pytest.param({"kind": "fixed", "amount": "4808.41"}, id="a-cent-off"),
        pytest.param(
            {
                "kind": "milestones",
                "stages": [{"id": "a", "text": "half", "amount": "2000"}],
                "deposit": {"amount": "9"},
            },
            id="stages",
        ),
    ],
)
def test_a_list_that_does_not_come_to_the_price_stops(price):
    """A cent between the list and the price is a stop that names both sums."""
    one = the("K109", found({"items": [PAPER, BOARD]}, price=None, agreement={"price": price}))

    assert one.stops
    assert "$4,808.40" in one.message


def test_the_list_alone_may_be_the_price():
    """Without `price:` the items say it, and on orders a price list stands beside the sum expected."""
    bare = {key: value for key, value in PAPER.items() if key != "quantity"}
    monthly = {"price": {"kind": "recurring", "amount": "4000"}}

    assert found({"items": [PAPER]}, price=None) == []
    assert found({"items": [bare]}, price=None) == []
    assert found({"items": [bare]}, price=None, agreement=monthly) == []


def test_a_price_for_everything_needs_quantities():
    """An item without quantity under one price is a stop; no list at all is a note, for the words may say how many."""
    bare = {"text": "Board", "unit_price": "61.40"}
    stopped, noted = the("K109", found({"items": [PAPER, bare]})), the("K109", found())

    assert stopped.stops
    assert "“Board” has no quantity" in stopped.message
    assert not noted.stops
    assert "2-201" in stopped.law
    assert "2-201" in noted.law


def test_goods_are_not_sold_by_the_hour():
    """An hourly price for goods is refused with the kinds that fit."""
    one = the("K189", found(price=None, agreement={"price": {"kind": "hourly", "rate": "60"}}))

    assert one.stops
    assert "recurring" in one.fix


@pytest.mark.parametrize(
    ("kind", "where"),
    [
        ("corporation", "in the state under whose law the client is organized (XG)"),
        ("llc", "in the state under whose law the client is organized (XG)"),
        ("sole-proprietor", "in the state where the client lives"),
        ("partnership", "in the state where the client has its chief office"),
    ],
)
def test_kept_title_must_be_filed(kind, where):
    """The record says that it is a security interest only, that others beat it until it is filed, and where to file."""
    one = the("K188", found({"items": [PAPER, BOARD], "retain_title": "yes"}, debtor=debtor(kind, organized_in="XG")))

    assert not one.stops
    assert "only a security interest" in one.message
    assert where in one.fix
    assert "before the first delivery" in one.fix
    assert all(section in one.law for section in ("2-401(1)", "9-310", "9-324", "544(a)"))


@pytest.mark.parametrize("term", ["retain_title", "disclaim_warranties"])
def test_what_a_consumer_cannot_be_asked(term):
    """Security in what a consumer buys, and the exclusion of the law's warranties, stop the contract for good."""
    items = {"items": [PAPER, BOARD], term: "yes"}
    one = the("K153", found(items, **PERSON))

    assert one.stops
    assert not one.overridable
    assert one.law
    assert f"`{term}:`" in one.fix
    assert "K153" not in codes(found(items))
    assert "K188" not in codes(found(items, **PERSON))


def test_goods_terms_of_a_case_about_work():
    """Terms of a sale in a case about services are unused, and that is said; without them nothing is."""
    one = the("K189", found({"warranty_days": "90"}, work="services"))

    assert not one.stops
    assert found(work="services") == []


def test_the_contract_says_all_of_it():
    """What speaks against the sale stands beside what the law makes of its other clauses, law at hand or not."""
    goods = {"items": [PAPER], "retain_title": "yes"}
    agreement = {"price": {"kind": "fixed", "amount": "1"}, "goods": goods, "late_fee": {"flat": "30"}}
    facts = facts_of("2025-05-01", work={"kind": "goods"}, agreement=agreement)
    nowhere = facts_of("2025-05-01", law=None, work={"kind": "goods"}, agreement=agreement)

    assert {"K109", "K122", "K188"} <= set(codes(terms_for(facts).findings))
    assert {"K109", "K120", "K188"} <= set(codes(terms_for(nowhere).findings))


def test_the_goods_are_the_bill_that_late_charges_are_held_against():
    """Without a price a flat fee is measured on what the goods come to: 5% of 3,703.20 are 185.16, and 186 is over."""
    person = {"debtor": debtor("sole-proprietor"), "work": {"kind": "goods"}}

    def over(fee):
        agreement = {"goods": {"items": [PAPER]}, "late_fee": {"flat": fee, "grace_days": "7"}}
        return [
            one
            for one in terms_for(facts_of("2025-05-01", agreement=agreement, **person)).findings
            if one.code == "K123"
        ]

    assert over("185.16") == []
    assert "a bill of $3,703.20" in over("186")[0].message


def test_every_contract_is_checked():
    """The sale passes the checks that the contract for work passes: late charge, attorney fees, estimate, law read."""
    agreement = {"price": {"kind": "fixed", "amount": "1"}, "late_fee": {"flat": "30"}, "attorney_fees": "yes"}
    person = {"debtor": debtor("sole-proprietor"), "agreement": agreement}
    asked = {
        work: set(codes(check_agreement(facts_of("2025-05-01", work={"kind": work}, **person), document)))
        for work, document in (("services", CONTRACT), ("goods", GOODS))
    }

    assert {"K122", "K123", "K134"} <= asked["services"] & asked["goods"]
    assert list(check_agreement(facts_of("2025-05-01", **person), STATEMENT)) == []
    assert list(check_agreement(facts_of("2025-05-01"), CHANGE_ORDER)) == []

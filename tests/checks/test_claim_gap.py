"""Debts of the gap in a case that creditors began: claimed, with their rank, and only where they belong."""

from __future__ import annotations

import pytest
from claim_cases import claim_in, facts_in
from franklin import codes, invoice, the

from kit.checks.claim_class import Rank, claim_classes
from kit.checks.claim_doubts import check_claim
from kit.checks.distribution import distribution
from kit.documents.forms.claim_form_facts import claim_answers_of
from kit.facts import Facts
from kit.model.event import Disputed


def looked(on, payments=(), **filed):
    """Return the classes of a claim with work of ``on``, what is said about it, and the order of distribution."""
    known = facts_in(
        as_of="2026-09-01",
        invoices=[invoice(), invoice("GAP", "400", "2026-06-20", "2026-07-20", delivered_on=on)],
        payments=list(payments),
        bankruptcy={"involuntary": True, "order_for_relief_on": "2026-07-10", **filed},
    )
    found = claim_classes(known, claim_in(known))
    doubts = [one for one in check_claim(known.case, found) if one.code != "K745"]  # interest by law is told elsewhere
    return found, doubts, distribution(known, found)


@pytest.mark.parametrize(
    ("on", "gap", "said"),
    [
        pytest.param("2026-06-05", 0, ["K735"], id="petition-day"),
        pytest.param("2026-06-06", 400, ["K744"], id="day-after-petition"),
        pytest.param("2026-07-09", 400, ["K744"], id="day-before-order"),
        pytest.param("2026-07-10", 0, ["K733"], id="day-of-order"),
    ],
)
def test_the_days_of_the_gap(on, gap, said):
    """After the petition and before the order for relief: § 502(f); it comes on top of the claim and has a rank."""
    found, doubts, shared = looked(on)

    assert found.amount(Rank.GAP) == found.gap.amount == gap
    assert sum(row.amount for row in found.rows) == found.on_form == found.claim.total + gap
    assert codes(doubts) == said
    assert shared.rungs[3].yours == gap


def test_there_is_no_gap_where_the_debtor_filed():
    """In a voluntary case the same work is the estate's to pay."""
    found, doubts, _ = looked("2026-06-20", involuntary=False, order_for_relief_on=None)

    assert found.gap.amount == 0
    assert codes(doubts) == ["K733"]


def test_what_was_paid_comes_off():
    """Money that named the invoice of the gap is taken off it."""
    paid = [{"id": "P", "on": "2026-07-01", "amount": "150", "invoice": "GAP"}]

    assert looked("2026-06-20", paid)[0].gap.amount == 250


def alone(payments=(), **more):
    """Return the classes of a claim of nothing but one invoice of the gap, and what is said about it."""
    bill = invoice("GAP", "400", "2026-06-20", "2026-07-20", delivered_on="2026-06-20", **more)
    filed = {"involuntary": True, "order_for_relief_on": "2026-07-10"}
    known = facts_in(as_of="2026-09-01", invoices=[bill], payments=list(payments), bankruptcy=filed)
    found = claim_classes(known, claim_in(known))
    return found, codes(check_claim(known.case, found))


def test_nothing_but_the_gap_is_a_claim():
    """Though nothing was owed on the petition day, what was supplied in the gap is claimed, whole, with its rank."""
    found, said = alone()

    assert said == ["K744"]
    assert (found.claim.total, found.on_form, found.amount(Rank.GAP)) == (0, 400, 400)
    assert [(one.invoice, one.billed, one.left) for one in found.gap.bills] == [("GAP", 400, 400)]


@pytest.mark.parametrize(
    ("paid", "left", "said"),
    [
        pytest.param({"invoice": "GAP", "amount": "150"}, 250, ["K736", "K744"], id="named"),
        pytest.param({"amount": "150"}, 250, ["K736", "K744"], id="named-nothing"),
        pytest.param({"amount": "400"}, 0, ["K730", "K736", "K744"], id="paid"),
        pytest.param({"invoice": "GAP", "amount": "900"}, 0, ["K730", "K736", "K744"], id="overpaid"),
    ],
)
def test_money_for_the_gap_is_counted(paid, left, said):
    """Money of after the petition comes off where nothing older was owed; paid in full there is no claim."""
    found, told = alone([{"id": "P", "on": "2026-07-01", **paid}])

    assert found.on_form == left
    assert told == said
    assert found.gap.counted == ("P",)


def test_money_of_before_is_not_set_off_against_the_gap():
    """Money held since before the petition is no surplus while debts of the gap are open: item 11 is left open."""
    bill = invoice("GAP", "400", "2026-06-20", "2026-07-20", delivered_on="2026-06-20")
    filed = {"involuntary": True, "order_for_relief_on": "2026-07-10"}
    held = [{"id": "P", "on": "2026-05-20", "amount": "1150"}]

    known = facts_in(as_of="2026-09-01", invoices=[bill], payments=held, bankruptcy=filed)
    found = claim_classes(known, claim_in(known))
    fix = the("K737", check_claim(known.case, found)).fix

    assert (found.claim.held, found.on_form, found.secured_on_form) == (1150, 400, 0)
    assert "more than" not in fix
    assert "answer item 11 of the form by hand" in fix
    assert claim_answers_of(known)[0].setoff.yes is None


@pytest.mark.parametrize(
    ("gap", "said"),
    [(True, "$150.00 of it is more than was owed on the day of the petition"),
     (False, "$150.00 of it is more than you are owed")],
)  # fmt: skip
def test_money_beyond_what_was_owed(gap, said):
    """Beside an older debt the surplus is named, and not called the estate's while debts of the gap are open."""
    bills = [invoice("OLD", "1000", "2026-01-20", "2026-02-20")]
    bills += [invoice("GAP", "400", "2026-06-20", "2026-07-20", delivered_on="2026-06-20")] if gap else []
    filed = {"involuntary": True, "order_for_relief_on": "2026-07-10"}
    paid = [{"id": "P", "on": "2026-05-20", "amount": "1150"}]
    known = facts_in(as_of="2026-09-01", invoices=bills, payments=paid, bankruptcy=filed)
    wrong = Disputed.model_validate({"event": "disputed", "n": 1, "on": "2026-02-01", "invoice": "OLD"})
    case = known.case.model_copy(update={"disputes": (wrong,)})
    facts = Facts(case, known.as_of, known.law, known.forum, known.federal, known.terms, known.ledger)
    found = claim_classes(facts, claim_in(facts))

    assert (found.claim.held, found.claim.setoff) == (1150, 1000)
    assert said in the("K737", check_claim(case, found)).fix
    assert claim_answers_of(facts)[0].setoff.yes is True


def test_money_that_named_nothing_is_not_taken_from_the_gap():
    """With an older debt beside it nobody knows what the money was for: it is told and taken off nowhere."""
    found, said, _ = looked("2026-06-20", [{"id": "P", "on": "2026-07-01", "amount": "150"}])

    assert found.gap.amount == 400
    assert codes(said) == ["K736", "K744"]

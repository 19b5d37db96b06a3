"""Payments, credits, bounced checks, costs and waivers: where each sum goes."""

from __future__ import annotations

from decimal import Decimal

import pytest
from ledger_cases import amounts, at, case_of, day, interest, invoice, owed, payment

from kit.ledger.account import Kind, Rule
from kit.ledger.allocation import election_fault
from kit.ledger.build import build_ledger
from kit.ledger.terms import LateFeeTerms, Order, ReturnedCheck, Terms
from kit.model.agreement import Bucket
from kit.model.event import Waived

TWO = [invoice("A", "1000", "2024-01-01", "2024-01-31"), invoice("B", "500", "2024-02-01", "2024-03-02")]


def left(ledger) -> dict[str, str]:
    """Return the principal left on each invoice."""
    return {item.invoice: str(item.principal) for item in ledger.items if item.invoice}


def paid(ledger):
    """Return the first posting of a payment."""
    return next(posting for posting in ledger.postings if posting.kind is Kind.PAYMENT)


@pytest.mark.parametrize(
    ("more", "on", "expected", "rule"),
    [
        pytest.param({}, "2024-04-01", {"A": "400.00", "B": "500.00"}, Rule.ORDER, id="the-oldest-first"),
        pytest.param(
            {"invoice": "B"}, "2024-04-01", {"A": "900.00", "B": "0.00"}, Rule.DIRECTED, id="as-the-debtor-says"
        ),
        pytest.param(
            {"elected": "B"}, "2024-04-01", {"A": "900.00", "B": "0.00"}, Rule.ELECTED, id="as-the-creditor-elected"
        ),
        pytest.param(
            {"invoice": "A", "elected": "B"},
            "2024-04-01",
            {"A": "400.00", "B": "500.00"},
            Rule.DIRECTED,
            id="the-debtor-goes-first",
        ),
        pytest.param(
            {"elected": "B"},
            "2024-02-15",
            {"A": "400.00", "B": "500.00"},
            Rule.ORDER,
            id="no-election-onto-what-is-not-due",
        ),
        pytest.param(
            {"invoice": "B"}, "2024-02-15", {"A": "900.00", "B": "0.00"}, Rule.DIRECTED, id="the-debtor-may-pay-early"
        ),
    ],
)
def test_which_invoice(more, on, expected, rule):
    """The debtor chooses the invoice, else the creditor in time, else the oldest is paid first."""
    ledger = owed(Terms(), "2024-05-01", invoices=TWO, payments=[payment("P", on, "600", **more)])

    assert left(ledger) == expected
    assert paid(ledger).rule is rule


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        pytest.param(
            ("interest", "principal", "fees"), {"interest": "16.44", "principal": "83.56"}, id="interest-first"
        ),
        pytest.param(
            ("fees", "interest", "principal"),
            {"fees": "30.00", "interest": "16.44", "principal": "53.56"},
            id="fees-first",
        ),
        pytest.param(("principal", "interest", "fees"), {"principal": "100.00"}, id="principal-first"),
        pytest.param(
            ("fees",), {"fees": "30.00", "interest": "16.44", "principal": "53.56"}, id="the-rest-in-the-legal-order"
        ),
    ],
)
@pytest.mark.parametrize("named", [None, "A"])
def test_which_part(order, expected, named):
    """The agreed order divides a payment, also one that the debtor put on an invoice."""
    terms = Terms(
        interest=at("10"), late_fee=LateFeeTerms(flat=Decimal(30)), order=Order(tuple(Bucket(name) for name in order))
    )

    ledger = owed(terms, "2024-03-31", invoices=TWO[:1], payments=[payment("P", "2024-03-31", "100", invoice=named)])

    assert {
        share.bucket.value: str(-share.amount) for share in paid(ledger).shares
    } == expected  # 60 days: 1000*.1*60/365


def test_interest_of_all_invoices_comes_before_any_principal():
    """A payment nobody directed pays the interest that is due on every invoice, then the oldest principal."""
    ledger = owed(interest("10"), "2024-04-01", invoices=TWO, payments=[payment("P", "2024-04-01", "100")])

    # A: 61 days 16.71;  B: 30 days 4.11;  100 - 20.82 = 79.18
    assert [(s.invoice, s.bucket.value, str(-s.amount)) for s in paid(ledger).shares] == [
        ("A", "interest", "16.71"),
        ("B", "interest", "4.11"),
        ("A", "principal", "79.18"),
    ]


def test_overpayment_is_held_and_used_for_the_next_invoice():
    """Money that finds nothing to pay is kept for the debtor and used when the next charge comes."""
    facts = {"invoices": TWO, "payments": [payment("P", "2024-01-31", "1200")]}

    before, after = owed(Terms(), "2024-01-31", **facts), owed(Terms(), "2024-02-01", **facts)

    assert (before.totals.unapplied, before.totals.total, before.totals.overpaid) == (200, 0, 200)
    assert (after.totals.unapplied, after.totals.total) == (0, 300)
    assert [(p.kind, str(p.balance)) for p in after.postings][-2:] == [
        (Kind.CHARGE, "300.00"),
        (Kind.APPLIED, "300.00"),
    ]


def test_a_payment_waits_for_the_invoice_it_names():
    """A payment for an invoice that is not issued yet is not put on another one."""
    facts = {"invoices": TWO, "payments": [payment("P", "2024-01-15", "300", invoice="B")]}

    assert owed(Terms(), "2024-01-31", **facts).totals.unapplied == 300
    assert left(owed(Terms(), "2024-02-01", **facts)) == {"A": "1000.00", "B": "200.00"}


def test_bounced_payment_never_counted():
    """A payment that came back is shown twice and changes nothing: interest runs through."""
    check = payment("P", "2024-02-10", "1000", method="check", bounced_on="2024-02-20")
    terms = Terms(
        interest=at("10"), returned_check=ReturnedCheck(agreed=Decimal(40), first=Decimal(25), later=Decimal(35))
    )
    bounced = owed(terms, "2024-03-01", invoices=TWO[:1], payments=[check])
    without = owed(terms, "2024-03-01", invoices=TWO[:1])
    meanwhile = owed(terms, "2024-02-15", invoices=TWO[:1], payments=[check])

    assert bounced.spans == without.spans
    assert bounced.totals.interest == without.totals.interest
    assert amounts(bounced, Kind.PAYMENT) == ["-1000.00"]
    assert amounts(bounced, Kind.REVERSAL) == ["1000.00"]
    assert amounts(bounced, Kind.RETURNED_CHECK) == ["25.00"]  # the lower of what was agreed and what the law allows
    assert meanwhile.totals.principal == Decimal(
        "2.74"
    )  # it counted until it came back: 10 days of interest went first


@pytest.mark.parametrize(
    ("charge", "check", "earlier", "expected"),
    [
        pytest.param(ReturnedCheck(agreed=Decimal(30)), "100", 0, "30", id="agreed-alone"),
        pytest.param(ReturnedCheck(first=Decimal(25), later=Decimal(35)), "100", 1, "35", id="a-later-one"),
        pytest.param(ReturnedCheck(agreed=Decimal(20), first=Decimal(25)), "100", 0, "20", id="agreed-is-lower"),
        pytest.param(ReturnedCheck(first=Decimal(25), percent=Decimal(5)), "1000", 0, "50", id="percent-is-more"),
        pytest.param(
            ReturnedCheck(tiers=((Decimal(50), Decimal(25)), (None, Decimal(40)))), "50.01", 0, "40", id="by-tier"
        ),
    ],
)
def test_returned_check_charge(charge, check, earlier, expected):
    """The charge is what was agreed, and never more than the law allows."""
    assert charge.fee(Decimal(check), earlier) == Decimal(expected)


def test_only_checks_bear_the_returned_check_charge():
    """A card payment that was taken back is no returned check."""
    card = payment("P", "2024-02-10", "1000", method="card", bounced_on="2024-02-20")

    assert (
        owed(
            Terms(returned_check=ReturnedCheck(agreed=Decimal(40))), "2024-03-01", invoices=TWO[:1], payments=[card]
        ).totals.fees
        == 0
    )


def test_credit_note_lowers_the_principal_from_its_day():
    """From the day of a credit note less bears interest; what is more than was owed is held."""
    credit = {"id": "C", "on": "2024-03-01", "invoice": "A", "amount": "400"}
    ledger = owed(interest("10"), "2024-03-31", invoices=TWO[:1], credits=[credit])

    # 30 days on 1000: 8.22;  30 days on 600: 4.93
    assert [(str(span.base), str(span.amount)) for span in ledger.spans] == [("1000.00", "8.22"), ("600.00", "4.93")]
    assert ledger.totals.principal == 600


def test_costs_are_charged_where_they_may_be_claimed():
    """Costs that may be claimed are owed from their day; others are only remembered."""
    spent = [
        {"id": "F", "on": "2024-03-01", "amount": "75", "text": "Filing fee", "kind": "filing", "claimable": "yes"},
        {"id": "S", "on": "2024-03-01", "amount": "60", "text": "Service"},
    ]

    ledger = owed(Terms(), "2024-03-31", invoices=TWO[:1], costs=spent)

    assert (ledger.totals.costs, ledger.unclaimed_costs) == (75, 60)


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        pytest.param(None, ("0.00", "16.44"), id="all-of-it"),
        pytest.param("10", ("20.00", "16.44"), id="a-part"),
        pytest.param("99", ("0.00", "16.44"), id="no-more-than-was-charged"),
    ],
)
def test_waiving_is_an_act_of_its_own(amount, expected):
    """What is waived is gone, and nothing else: the rest of the account stays."""
    terms = Terms(interest=at("10"), late_fee=LateFeeTerms(flat=Decimal(30)))
    waived = Waived(event="waived", n=1, on=day("2024-03-01"), bucket="fees", amount=amount)
    case = case_of(invoices=TWO[:1]).model_copy(update={"waivers": (waived,)})

    totals = build_ledger(case, terms, day("2024-03-31")).totals

    assert (str(totals.fees + Decimal("0.00")), str(totals.interest)) == expected


def test_a_waiver_comes_before_a_payment_of_the_same_day():
    """Who pays on the day a fee is waived pays the debt, not the fee."""
    terms = Terms(late_fee=LateFeeTerms(flat=Decimal(30)), order=Order((Bucket.FEES,)))
    waived = Waived(event="waived", n=1, on=day("2024-03-01"), bucket="fees")
    case = case_of(invoices=TWO[:1], payments=[payment("P", "2024-03-01", "1000")])

    ledger = build_ledger(case.model_copy(update={"waivers": (waived,)}), terms, day("2024-03-01"))

    assert ledger.totals.total == 0
    assert amounts(ledger, Kind.WAIVER) == ["-30.00"]


def test_an_election_holds_from_the_due_date():
    """A sum is due on its due date: an election made that day stands."""
    case = case_of(invoices=TWO, payments=[payment("P", "2024-03-02", "100", elected="B")])

    assert election_fault(case, case.payments[0]) == ""


@pytest.mark.parametrize(
    ("more", "why"),
    [
        pytest.param({"elected": "A"}, "", id="due"),
        pytest.param({"elected": "B"}, "it was not due before 2024-03-02", id="not-due"),
        pytest.param({"elected": "Z"}, "there is no such invoice", id="unknown"),
        pytest.param({"elected": "A", "invoice": "B"}, "the debtor named B", id="the-debtor-spoke"),
        pytest.param({}, "", id="nothing-elected"),
    ],
)
def test_why_an_election_does_not_hold(more, why):
    """A creditor may not elect what is disputed, not due, or named otherwise by the debtor."""
    case = case_of(invoices=TWO, payments=[payment("P", "2024-02-15", "100", **more)])

    assert election_fault(case, case.payments[0]) == why


def test_a_payment_stands_above_its_return_of_the_same_day():
    """A check that bounced on the day it came is printed first as received, then as returned."""
    check = payment("P", "2024-02-10", "400", method="check", bounced_on="2024-02-10")
    cash = payment("Q", "2024-02-10", "100", method="cash")

    ledger = owed(
        Terms(), "2024-03-01", invoices=[invoice("A", "1000", "2024-01-01", "2024-01-31")], payments=[check, cash]
    )

    assert [(p.kind, p.ref, str(p.balance)) for p in ledger.postings] == [
        (Kind.CHARGE, "A", "1000.00"),
        (Kind.PAYMENT, "P", "600.00"),
        (Kind.REVERSAL, "P", "1000.00"),
        (Kind.PAYMENT, "Q", "900.00"),
    ]

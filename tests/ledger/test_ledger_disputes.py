"""Disputed parts and instalments: what may be asked for without them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from ledger_cases import case_of, day, interest, payment

from kit.ledger.build import build_ledger
from kit.ledger.schedule import due_items
from kit.ledger.terms import Terms
from kit.model.event import Disputed

LINES = [{"text": "paper", "unit_price": "600"}, {"text": "ink", "unit_price": "400"}]
BILL = {"id": "A", "issued_on": "2024-01-01", "due_on": "2024-01-31", "lines": LINES}


def disputed(case, on="2024-02-15", **what):
    """Return ``case`` with invoice A disputed."""
    entry = Disputed(event="disputed", n=1, on=day(on), invoice="A", **what)
    return case.model_copy(update={"disputes": (entry,)})


@pytest.mark.parametrize(
    ("what", "contested"),
    [
        pytest.param({"lines": (2,)}, "400", id="a-line"),
        pytest.param({"amount": "250"}, "250", id="an-amount"),
        pytest.param({}, "1000", id="the-whole-invoice"),
    ],
)
def test_disputed_part_is_kept_apart(what, contested):
    """What is not disputed may be asked for; the disputed part keeps its own interest."""
    ledger = build_ledger(disputed(case_of(invoices=[BILL]), **what), interest("10"), day("2024-03-31"))
    rest = 1000 - Decimal(contested)

    # 60 days at 10%: rest * .10 * 60 / 365
    assert ledger.totals.collectable == rest + (rest * 6 / 365).quantize(Decimal("0.01"))
    assert ledger.totals.disputed == Decimal(contested) + (Decimal(contested) * 6 / 365).quantize(Decimal("0.01"))
    assert ledger.totals.total == ledger.totals.collectable + ledger.totals.disputed


def test_a_payment_goes_to_what_is_not_disputed():
    """Nothing goes to a disputed sum unless the debtor says so; the rest is held."""
    paid = case_of(invoices=[BILL], payments=[payment("P", "2024-03-01", "700")])
    named = case_of(invoices=[BILL], payments=[payment("P", "2024-03-01", "700", invoice="A")])

    undirected = build_ledger(disputed(paid, lines=(2,)), Terms(), day("2024-03-31")).totals
    directed = build_ledger(disputed(named, lines=(2,)), Terms(), day("2024-03-31")).totals

    assert (undirected.principal, undirected.unapplied, undirected.disputed, undirected.total) == (400, 100, 400, 300)
    assert undirected.collectable == 0
    assert (directed.principal, directed.unapplied, directed.disputed) == (300, 0, 300)


def test_a_directed_payment_pays_the_undisputed_part_first():
    """On the invoice that the debtor named, all of the undisputed part comes before any of the disputed one."""
    case = case_of(invoices=[BILL], payments=[payment("P", "2024-03-31", "612", invoice="A")])

    ledger = build_ledger(disputed(case, lines=(2,)), interest("10"), day("2024-03-31"))

    # 60 days: 600 * .10 * 60 / 365 = 9.86, and 400 * .10 * 60 / 365 = 6.58; 2.14 is left for the disputed interest
    assert (ledger.totals.collectable, ledger.totals.disputed) == (0, Decimal("404.44"))


def test_the_per_diem_of_what_is_not_disputed():
    """The daily interest that may be asked for leaves the disputed part out."""
    per_diem = build_ledger(disputed(case_of(invoices=[BILL]), lines=(2,)), interest("10"), day("2024-03-31")).per_diem

    assert (per_diem.printed, per_diem.undisputed) == (Decimal("0.27"), Decimal("0.16"))  # 1000 and 600 * .10 / 365


def test_a_credit_given_in_a_dispute_settles_the_disputed_part():
    """A credit note after the dispute takes the disputed part away first."""
    credit = [{"id": "C", "on": "2024-03-01", "invoice": "A", "amount": "300"}]

    ledger = build_ledger(disputed(case_of(invoices=[BILL], credits=credit), lines=(2,)), Terms(), day("2024-03-31"))

    assert (ledger.totals.disputed, ledger.totals.collectable) == (100, 600)


def test_a_dispute_of_the_future_is_not_known():
    """A dispute counts from its own day."""
    case = disputed(case_of(invoices=[BILL]), lines=(2,))

    assert build_ledger(case, Terms(), day("2024-02-14")).totals.disputed == 0
    assert build_ledger(case, Terms(), day("2024-02-15")).totals.disputed == 400


def test_instalments_age_by_themselves():
    """Each instalment has its own due date, days overdue and interest; those not due are shown as such."""
    thirds = [{"due_on": f"2024-0{n}-29", "amount": a} for n, a in ((2, "300"), (3, "300"), (4, "400"))]
    case = case_of(invoices=[{**BILL, "due_on": None, "instalments": thirds}])

    ledger = build_ledger(case, interest("10"), day("2024-04-08"))

    assert [(item.number, item.days_overdue, str(item.interest)) for item in ledger.items] == [
        (1, 39, "3.21"),  # 300 * .10 * 39 / 365 = 3.2055
        (2, 10, "0.82"),  # 300 * .10 * 10 / 365 = 0.8219
        (3, 0, "0"),
    ]
    assert (ledger.totals.overdue, ledger.totals.not_due) == (600, 400)


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        pytest.param(("300", "300"), ["300", "700"], id="too-little-falls-due-last"),
        pytest.param(("800", "800"), ["800", "200"], id="too-much-is-cut"),
    ],
)
def test_instalments_that_do_not_add_up_never_change_the_invoice(amounts, expected):
    """The invoice's total holds, whatever its instalments say."""
    parts = [{"due_on": f"2024-0{n}-28", "amount": amount} for n, amount in enumerate(amounts, 1)]
    case = case_of(invoices=[{**BILL, "due_on": None, "instalments": parts}])

    items = due_items(case, case.invoices[0], day("2024-06-01"))

    assert [item.amount for item in items] == [Decimal(amount) for amount in expected]

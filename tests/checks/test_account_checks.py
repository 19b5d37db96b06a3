"""Slips in a case's own figures and dates: each is named, with what to do."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from kit.checks.account import check_account, check_issued
from kit.findings import Severity

sys.path.insert(0, str(Path(__file__).parents[1] / "ledger"))
from ledger_cases import case_of, invoice, payment

AS_OF = date(2024, 6, 1)
ONE = [invoice("INV-1", "1000", "2024-01-02", "2024-02-01")]


def cost(**more):
    """Return a cost."""
    return {"id": "F", "on": "2024-03-01", "amount": "75", "text": "Filing fee"} | more


@pytest.mark.parametrize(
    ("code", "facts"),
    [
        ("K021", {"payments": [payment("P", "2023-12-30", "1", invoice="INV-1")]}),
        ("K101", {"payments": [payment("P", "2024-03-01", "1", invoice="INV-2")]}),
        ("K101", {"payments": [payment("P", "2024-03-01", "1", elected="INV-2")]}),
        ("K102", {"credits": [{"id": "C", "on": "2024-03-01", "invoice": "INV-2", "amount": "1"}]}),
        ("K102", {"costs": [cost(invoice="INV-2")]}),
        ("K103", {"credits": [{"id": "C", "on": "2024-03-01", "invoice": "INV-1", "amount": "1000.01"}]}),
        ("K103", {"credits": [{"id": c, "on": "2024-03-01", "invoice": "INV-1", "amount": "600"} for c in "CD"]}),
        ("K104", {"credits": [{"id": "C", "on": "2024-01-01", "invoice": "INV-1", "amount": "1"}]}),
        ("K105", {"payments": [payment(p, "2024-03-01", "50", method="check") for p in ("P", "Q")]}),
        (
            "K106",
            {
                "invoices": [
                    invoice("INV-1", "1000", "2024-01-02", instalments=[{"due_on": "2024-02-01", "amount": "999"}])
                ]
            },
        ),
        ("K107", {"invoices": [invoice("INV-1", "1000", "2024-01-02")]}),
        ("K108", {"invoices": [invoice("INV-1", "1000", "2024-07-02", "2024-08-01")]}),
        ("K108", {"payments": [payment("P", "2024-06-02", "1")]}),
        ("K108", {"credits": [{"id": "C", "on": "2024-06-02", "invoice": "INV-1", "amount": "1"}]}),
        ("K108", {"costs": [cost(on="2024-06-02")]}),
        ("K115", {"invoices": [invoice("INV-1", "1000", "2024-01-02", "2024-01-01")]}),
        ("K116", {"invoices": [invoice("INV-1", "0", "2024-01-02", "2024-02-01")]}),
        ("K117", {"payments": [payment("P", "2024-01-15", "1", elected="INV-1")]}),
        ("K118", {"costs": [cost(claimable="yes")]}),
        (
            "K182",
            {
                "agreement": {"net_days": "30"},
                "invoices": [invoice("INV-1", "1000", "2024-01-02", "2024-01-12")],
            },
        ),
        ("K183", {"currency": "JPY", "invoices": [invoice("INV-1", "1000.50", "2024-01-02", "2024-02-01")]}),
    ],
)
def test_each_slip_is_found(code, facts):
    """One slip, one finding of its own code, with a sentence about the user's data."""
    (finding,) = check_account(case_of(**{"invoices": ONE} | facts), AS_OF)

    assert finding.code == code
    assert finding.message


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param({}, id="plain"),
        pytest.param(
            {"payments": [payment("P", "2024-01-02", "1000", invoice="INV-1")]}, id="paid-the-day-it-was-issued"
        ),
        pytest.param({"payments": [payment("P", "2023-12-30", "100")]}, id="a-deposit-for-no-invoice"),
        pytest.param(
            {
                "payments": [
                    payment(p, "2024-03-01", "50", method="check", reference=r) for p, r in (("P", "11"), ("Q", "12"))
                ]
            },
            id="two-checks-of-one-day",
        ),
        pytest.param(
            {"credits": [{"id": "C", "on": "2024-03-01", "invoice": "INV-1", "amount": "1000"}]}, id="credited-in-full"
        ),
        pytest.param(
            {"costs": [cost(claimable="yes", source="section 9", invoice="INV-1")]}, id="a-cost-with-its-source"
        ),
        pytest.param(
            {
                "agreement": {"net_days": "30"},
                "invoices": [
                    invoice("INV-1", "1", "2024-01-02", "2024-01-02", lines=[{"text": "Deposit", "unit_price": "1"}])
                ],
            },
            id="a-deposit-due-at-once",
        ),
        pytest.param({"agreement": {"net_days": "30"}}, id="due-when-the-agreed-days-are-over"),
        pytest.param(
            {
                "agreement": {
                    "net_days": "30",
                    "price": {
                        "kind": "milestones",
                        "stages": [{"id": "1", "text": "sketch", "amount": "1", "due_on": "2024-01-05"}],
                    },
                },
                "invoices": [invoice("INV-1", "1", "2024-01-02", "2024-01-05")],
            },
            id="a-stage-with-its-own-day",
        ),
        pytest.param(
            {
                "invoices": [
                    invoice(
                        "INV-1",
                        "1",
                        "2024-01-02",
                        "2024-02-01",
                        lines=[{"text": "hours", "quantity": "2.333", "unit_price": "125"}],
                    )
                ]
            },
            id="a-part-of-an-hour",
        ),
    ],
)
def test_what_is_right_draws_nothing(facts):
    """A sound account has no findings."""
    assert check_account(case_of(**{"invoices": ONE} | facts), AS_OF) == ()


def test_the_nearest_invoice_is_suggested():
    """A slip of the keyboard is answered with the invoice that was meant."""
    (finding,) = check_account(case_of(invoices=ONE, payments=[payment("P", "2024-03-01", "1", invoice="INV1")]), AS_OF)

    assert finding.fix == "Did you mean INV-1?"
    assert finding.severity is Severity.ERROR


def test_due_before_it_was_issued_stops():
    """A bill that was due before it was written goes out only when somebody says why."""
    (finding,) = check_account(case_of(invoices=[invoice("A", "1", "2024-01-02", "2024-01-01")]), AS_OF)

    assert finding.stops
    assert finding.overridable
    assert ("2024-01-01" in finding.message, "2024-01-02" in finding.message) == (True, True)


def test_what_a_rounded_line_is_charged_as():
    """The note about a price that the currency cannot express names the sum that is charged."""
    facts = {"currency": "JPY", "invoices": [invoice("A", "1000.50", "2024-01-02", "2024-02-01")]}

    (finding,) = check_account(case_of(**facts), AS_OF)

    assert "1,000.5," in finding.message
    assert "1,001" in finding.fix


@pytest.mark.parametrize(("as_of", "stops"), [(date(2024, 1, 1), True), (date(2024, 1, 2), False)])
def test_no_invoice_before_its_day(as_of, stops):
    """A paper cannot bill an invoice before the day it is issued; both days are named."""
    found = check_issued(case_of(invoices=ONE), "INV-1", as_of)

    assert [finding.code for finding in found] == (["K184"] if stops else [])
    assert all("2024-01-02" in one.message and "2024-01-01" in one.message and one.stops for one in found)

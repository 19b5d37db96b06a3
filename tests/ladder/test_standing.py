"""What comes next for a case: one sentence and its day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from unpaid import BILL, WALKED, checked, coming, made, sent

from kit.ledger.terms import InterestTerms, Order, RateSpan, Terms
from kit.model.agreement import Bucket

FILED = {"petition_on": "2026-03-01", "chapter": "7"}
PERSON = {"name": "Pat Moss", "kind": "individual"}
END = (*WALKED, sent("2026-05-04", "sixty-day"))


@pytest.mark.parametrize(
    ("as_of", "more", "expected"),
    [
        ("2026-02-28", {"bankruptcy": FILED}, "Check your own books"),
        ("2026-03-01", {"bankruptcy": FILED}, "The debtor is in bankruptcy"),
        ("2026-05-31", {"bankruptcy": {**FILED, "dismissed_on": "2026-06-01"}}, "The debtor is in bankruptcy"),
        ("2026-06-01", {"bankruptcy": {**FILED, "dismissed_on": "2026-06-01"}}, "Check your own books"),
        (
            "2026-06-01",
            {"debtor": PERSON, "bankruptcy": {**FILED, "discharged_on": "2026-06-01"}},
            "The debt was discharged",
        ),
        ("2026-02-01", {}, "Wait: nothing is overdue yet."),
        ("2026-02-02", {}, "Check your own books"),
        ("2026-02-02", {"invoices": []}, "Sign the contract"),
        ("2026-02-02", {"payments": [{"id": "P-1", "on": "2026-02-01", "amount": "1000"}]}, "Nothing is owed."),
    ],
)
def test_what_comes_next(as_of, more, expected):
    """A petition, a dismissal and a discharge count from their own day, whatever the file says of later days."""
    assert coming(as_of, **more).sentence.startswith(expected)


def test_a_charge_left_open_is_chased():
    """A bill paid late is not settled while its interest is open."""
    terms = Terms(
        interest=InterestTerms((RateSpan(Decimal(10)),), cite="section 7"),
        order=Order((Bucket.PRINCIPAL, Bucket.INTEREST)),
    )
    paid = [{"id": "P-1", "on": "2026-04-01", "amount": "1000"}]

    assert coming("2026-06-01", terms=terms, payments=paid).ahead.task.id == "own-books"


@pytest.mark.parametrize(
    ("as_of", "events", "expected"),
    [
        ("2026-06-01", END, ("Final demand: `kit letter acme`", "make final-demand", None)),
        (
            "2026-06-01",
            [*END, made("2026-06-01", "final-demand")],
            ("Read the final demand", "send final-demand", None),
        ),
        (
            "2026-06-16",
            [*END, made("2026-06-01", "final-demand", "2026-06-16"), sent("2026-06-02", "final-demand", made=7)],
            ("Wait for the money until 2026-06-16", "pay by", "2026-06-16"),
        ),
        (
            "2026-06-17",
            [*END, made("2026-06-01", "final-demand", "2026-06-16"), sent("2026-06-02", "final-demand", made=7)],
            ("The ladder is at its end", "decide", None),
        ),
        (
            "2026-06-17",
            [sent("2026-03-02", "final-demand")],
            ("Your own `final-demand` went out on 2026-03-02", "wait", None),
        ),
        (
            "2026-06-17",
            [{"event": "sent", "on": "2026-03-02", "document": "final-demand"}],
            ("Your own `final-demand` went out on 2026-03-02", "wait", None),
        ),
        ("2026-03-16", [checked("2026-03-16")], ("Friendly reminder", "make friendly-reminder", None)),
        (
            "2026-03-16",
            [{"event": "promised", "on": "2026-03-10", "by": "2026-03-20"}, sent("2026-03-10", "promise-confirmation")],
            ("Wait: the debtor promised to pay by 2026-03-20.", "promised", "2026-03-20"),
        ),
        (
            "2026-03-16",
            [{"event": "held", "on": "2026-03-10", "reason": "plan", "review_on": "2026-04-01"}],
            ("Letters are held: look at the hold again on 2026-04-01; `kit log acme released", "hold", "2026-04-01"),
        ),
        (
            "2026-03-16",
            [{"event": "disputed", "on": "2026-02-20", "invoice": "INV-1"}],
            ("Everything overdue", "settle", None),
        ),
    ],
)
def test_the_record_decides_the_next_step(as_of, events, expected):
    """What was made, sent, promised, held or disputed leads to one step, in a sentence and in short, with its day."""
    step = coming(as_of, *events)

    sentence, short, on = expected
    assert step.sentence.startswith(sentence)
    assert step.short.startswith(short)
    assert step.on == (date.fromisoformat(on) if on else None)


def test_a_debtor_who_is_not_to_be_chased():
    """`ladder: none` keeps a debtor out of it, whatever is due."""
    assert coming("2026-06-01", ladder=None).short == "not chased"


def test_an_invoice_without_a_due_date_waits():
    """What has no due date is never called overdue."""
    found = coming("2026-06-01", invoices=[{**BILL, "due_on": None}])

    assert (found.short, found.waits) == ("no due date", True)
    assert "add `due_on:` to the invoice" in found.sentence

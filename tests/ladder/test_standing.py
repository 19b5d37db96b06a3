"""What comes next for a case: one sentence and its day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kit.facts import Facts
from kit.ladder.standing import next_for
from kit.ledger.build import build_ledger
from kit.ledger.terms import InterestTerms, Order, RateSpan, Terms
from kit.model.agreement import Bucket
from kit.model.case import Case

BILL = {
    "id": "INV-1",
    "issued_on": "2026-01-02",
    "due_on": "2026-02-01",
    "lines": [{"text": "x", "unit_price": "1000"}],
}
FILED = {"petition_on": "2026-03-01", "chapter": "7"}


def coming(as_of: str, terms: Terms | None = None, **more) -> str:
    """Return the sentence for a case with one unpaid bill."""
    debtor = {"name": "Jo Reed", "kind": "individual"}
    case = Case.model_validate({"format": "1", "debtor": debtor, "invoices": [BILL], **more})
    on, terms = date.fromisoformat(as_of), terms or Terms()
    return next_for(Facts(case, on, None, None, None, terms, build_ledger(case, terms, on))).sentence


@pytest.mark.parametrize(
    ("as_of", "more", "expected"),
    [
        ("2026-02-28", {"bankruptcy": FILED}, "Make the final demand"),
        ("2026-03-01", {"bankruptcy": FILED}, "The debtor is in bankruptcy"),
        ("2026-05-31", {"bankruptcy": {**FILED, "dismissed_on": "2026-06-01"}}, "The debtor is in bankruptcy"),
        ("2026-06-01", {"bankruptcy": {**FILED, "dismissed_on": "2026-06-01"}}, "Make the final demand"),
        ("2026-06-01", {"bankruptcy": {**FILED, "discharged_on": "2026-06-01"}}, "The debt was discharged"),
        ("2026-02-01", {}, "Wait: nothing is overdue yet."),
        ("2026-02-02", {}, "Make the final demand"),
    ],
)
def test_what_comes_next(as_of, more, expected):
    """A petition, a dismissal and a discharge count from their own day, whatever the file says of later days."""
    assert coming(as_of, **more).startswith(expected)


def test_a_charge_left_open_is_demanded():
    """A bill paid late is not settled while its interest is open."""
    terms = Terms(
        interest=InterestTerms((RateSpan(Decimal(10)),), cite="section 7"),
        order=Order((Bucket.PRINCIPAL, Bucket.INTEREST)),
    )
    paid = [{"id": "P-1", "on": "2026-04-01", "amount": "1000"}]

    assert coming("2026-06-01", terms, payments=paid).startswith("Make the final demand")

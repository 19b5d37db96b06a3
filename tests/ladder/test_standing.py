"""What comes next for a case: one sentence and its day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kit.facts import Facts
from kit.ladder.standing import Next, next_for
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
    return next_step(as_of, terms, **more).sentence


def next_step(as_of: str, terms: Terms | None = None, **more) -> Next:
    """Return the whole answer for a case with one unpaid bill."""
    debtor = {"name": "Jo Reed", "kind": "individual"}
    case = Case.model_validate({"format": "1", "debtor": debtor, "invoices": [BILL], **more})
    on, terms = date.fromisoformat(as_of), terms or Terms()
    return next_for(Facts(case, on, None, None, None, terms, build_ledger(case, terms, on)), "acme")


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


PAPER = {"document": "letters/final-demand", "step": "final-demand", "files": [], "inputs": "a", "record": "r"}
MADE = {"n": 1, "on": "2026-03-01", "event": "made", "pay_by": "2026-03-15", **PAPER}
FOLDED = {"made": "made", "sent": "sent", "promised": "promises", "held": "holds"}
SENT = {"n": 2, "on": "2026-03-02", "event": "sent"}


@pytest.mark.parametrize(
    ("as_of", "events", "expected"),
    [
        ("2026-03-02", [], ("Make the final demand: `kit letter acme", "make final demand", None)),
        ("2026-03-02", [MADE], ("Read the final demand", "send final demand", None)),
        ("2026-03-15", [MADE, {**SENT, "made": 1}], ("Wait for the money until 2026-03-15", "pay by", "2026-03-15")),
        ("2026-03-16", [MADE, {**SENT, "made": 1}], ("The last day to pay has passed", "decide", None)),
        ("2026-03-16", [{**SENT, "step": "final-demand"}], ("Your own final demand went out on 2026-03-02", "", None)),
        ("2026-03-16", [{**SENT, "document": "final-demand"}], ("Your own final demand went out", "", None)),
        ("2026-03-16", [MADE, {**SENT, "step": "final-demand"}], ("Your own final demand went out", "", None)),
        ("2026-03-16", [{**SENT, "step": "first-demand"}], ("Make the final demand", "make", None)),
        (
            "2026-03-16",
            [{"n": 1, "on": "2026-03-10", "event": "promised", "by": "2026-03-20"}],
            ("Wait: the debtor promised to pay by 2026-03-20.", "promised", "2026-03-20"),
        ),
        (
            "2026-03-16",
            [{"n": 1, "on": "2026-03-10", "event": "held", "reason": "plan", "review_on": "2026-04-01"}],
            ("Letters are held: look at the hold again on 2026-04-01; `kit log acme released", "hold", "2026-04-01"),
        ),
    ],
)
def test_the_record_decides_the_next_step(as_of, events, expected):
    """What was made, sent, promised or held leads to one step, said in a sentence and in short, with its day."""
    record: dict[str, list[dict[str, object]]] = {}
    for event in events:
        record.setdefault(FOLDED[event["event"]], []).append(event)

    step = next_step(as_of, **record)

    sentence, short, on = expected
    assert step.sentence.startswith(sentence)
    assert step.short.startswith(short)
    assert step.on == (date.fromisoformat(on) if on else None)

"""Short ways to write a case and its terms, for the tests of the account."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kit.ledger.account import Kind, Ledger
from kit.ledger.build import build_ledger
from kit.ledger.terms import Cap, InterestTerms, LateFeeTerms, RateSpan, Terms
from kit.model.case import Case

SECTION = "section 7"


def day(text: str) -> date:
    """Return the day written as 2024-02-01."""
    return date.fromisoformat(text)


def case_of(**facts) -> Case:
    """Return a case against a corporation with the given facts, written as in case.yaml."""
    debtor = {"name": "Late Paper Supply Inc.", "kind": facts.pop("kind", "corporation")}
    return Case.model_validate({"format": "1", "debtor": debtor, **facts})


def invoice(id: str, amount: str, issued: str, due: str | None = None, **more) -> dict:  # noqa: A002
    """Return an invoice with one line."""
    dated = {"due_on": due} if due else {}
    return {"id": id, "issued_on": issued, "lines": [{"text": "work", "unit_price": amount}], **dated, **more}


def payment(id: str, on: str, amount: str, **more) -> dict:  # noqa: A002
    """Return a payment."""
    return {"id": id, "on": on, "amount": amount, **more}


def at(percent: str, **more) -> InterestTerms:
    """Return agreed interest at one rate."""
    return InterestTerms((RateSpan(Decimal(percent)),), cite=SECTION, **more)


def interest(percent: str, **more) -> Terms:
    """Return terms with agreed interest at one rate and nothing else."""
    return Terms(interest=at(percent, **more))


def fee(**more) -> Terms:
    """Return terms with a late fee and nothing else."""
    return Terms(
        late_fee=LateFeeTerms(
            **{k: Decimal(v) if isinstance(v, str) and v[0].isdigit() else v for k, v in more.items()}
        )
    )


def cap(percent: str, remedy: str) -> Cap:
    """Return a cap on charges for lateness."""
    return Cap(Decimal(percent), remedy, "Franklin Code § 9-3")


def owed(terms: Terms, as_of: str, **facts) -> Ledger:
    """Return the account of a case with the given facts on a day."""
    return build_ledger(case_of(**facts), terms, day(as_of))


def amounts(ledger: Ledger, kind: Kind) -> list[str]:
    """Return the amounts of all postings of a kind, in order."""
    return [str(posting.amount) for posting in ledger.postings if posting.kind is kind]

"""Three years, 25 invoices' worth of principal, 50 payments: a loop over days, and the kit, in one run.

The loop keeps one balance and one running total and nothing else. The kit also keeps postings, spans with their rates
and sources, and what each payment went to.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

import pytest

from kit.ledger.build import build_ledger
from kit.ledger.terms import InterestTerms, RateSpan, Terms
from kit.model.case import Case

DUE, AS_OF = date(2021, 1, 31), date(2024, 1, 31)
PRINCIPAL, RATE, PAID = Decimal(25000), Decimal(12), Decimal("312.40")
CENT = Decimal("0.01")
PAYDAYS = tuple(DUE + timedelta(21 * n) for n in range(1, 51))
TERMS = Terms(interest=InterestTerms((RateSpan(RATE),)))


@pytest.fixture(scope="module")
def case() -> Case:
    """Return the case, loaded before the clock starts."""
    return Case.model_validate(
        {
            "format": "1",
            "debtor": {"name": "Late Paper Supply Inc.", "kind": "corporation"},
            "invoices": [
                {"id": "A", "issued_on": "2021-01-01", "due_on": DUE, "lines": [{"text": "x", "unit_price": PRINCIPAL}]}
            ],
            "payments": [{"id": f"P-{n}", "on": on, "amount": PAID} for n, on in enumerate(PAYDAYS)],
        }
    )


def by_the_day() -> tuple[Decimal, Decimal]:
    """Return principal and interest left, a day at a time."""
    paydays = set(PAYDAYS)
    principal, interest, exact, day = PRINCIPAL, Decimal(0), Decimal(0), DUE
    while day < AS_OF:
        day += timedelta(1)
        exact += principal * RATE / 100 / 365
        if day in paydays:
            interest += exact.quantize(CENT, ROUND_HALF_UP)
            exact = Decimal(0)
            off = min(PAID, interest)
            interest, principal = interest - off, principal - (PAID - off)
    return principal, interest + exact.quantize(CENT, ROUND_HALF_UP)


def test_both_reach_the_same_figures(case):
    """The loop over days and the kit agree to the cent."""
    totals = build_ledger(case, TERMS, AS_OF).totals

    assert (totals.principal, totals.interest) == by_the_day()


@pytest.mark.benchmark(group="ledger")
def test_plain(benchmark):
    """A loop over days."""
    benchmark(by_the_day)


@pytest.mark.benchmark(group="ledger")
def test_kit(benchmark, case):
    """The kit's whole account."""
    benchmark(build_ledger, case, TERMS, AS_OF)

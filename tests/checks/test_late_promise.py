"""What the contract check lets pass never goes over the cap later, whenever the bill is due and whenever one looks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from franklin import case_of, invoice
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.checks.late_burden import heaviest
from kit.ledger.build import build_ledger
from kit.ledger.resolution import terms_of
from kit.ledger.terms import Cap

CAP = Decimal(18)
BILL = "1000"
SIGNED = date(2026, 5, 1)
steps = st.integers(1, 40).map(lambda n: str(Decimal(n) / 20))  # 0.05 to 2.00
fees = st.fixed_dictionaries(
    {
        "percent_a_month": steps,
        "month": st.sampled_from(["started", "completed"]),
        "grace_days": st.integers(0, 40).map(str),
    }
)
interests = st.fixed_dictionaries(
    {
        "percent_a_year": st.integers(1, 19).map(str),
        "day_count": st.sampled_from(["actual/365", "actual/360", "actual/366", "30/360"]),
        "grace_days": st.integers(0, 40).map(str),
        "from": st.sampled_from(["due_date", "after_grace"]),
        "compounding": st.sampled_from(["none", "none", "monthly", "yearly"]),
    }
)


@given(
    fee=st.none() | fees,
    interest=st.none() | interests,
    due=st.integers(0, 1500).map(lambda n: SIGNED + timedelta(days=n)),
    days=st.integers(1, 365),
)
@settings(deadline=None, max_examples=250)
def test_what_passes_stays_within_the_cap(fee, interest, due, days):
    """No due date and no day of the first year breaks a cap that the check found kept."""
    clause = {key: value for key, value in (("late_fee", fee), ("interest", interest)) if value}
    both = {"interest_and_late_fee_together": "yes"} if len(clause) > 1 else {}
    agreement = {"price": {"kind": "fixed", "amount": BILL}, **clause, **both}
    case = case_of(agreement=agreement, invoices=[invoice(amount=BILL, issued=due.isoformat(), due=due.isoformat())])
    worst = heaviest(case, CAP, SIGNED)
    if worst is not None and worst.over:
        return
    as_of = due + timedelta(days=days)
    terms, _ = terms_of(case, None, as_of)

    assert build_ledger(case, replace(terms, caps=(Cap(CAP),)), as_of).breaches == ()

"""The payments of a plan: to the cent, on business days, in order; and what comes to no plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_cases import case_of, day, fee, interest, invoice, payment

from kit.ledger.build import build_ledger
from kit.ledger.plan_schedule import Every, NoSchedule, Wish, due_days, schedule
from kit.ledger.terms import Pause, Terms
from kit.model.business_days import is_business_day
from kit.model.case import Case
from kit.model.money import ZERO
from kit.model.plan import PlanInterest

COUNTED = day("2024-03-15")
PERCENT = {PlanInterest.NONE: ZERO, PlanInterest.CONTRACT: None, PlanInterest.RATE: Decimal(6)}


def overdue(amount: str, **more) -> Case:
    """Return a case with one bill, due on February 1."""
    return case_of(invoices=[invoice("INV-1", amount, "2024-01-02", "2024-02-01")], **more)


def owed(case: Case, terms: Terms) -> Decimal:
    """Return what a plan of March 15 is about."""
    return build_ledger(case, terms, COUNTED).totals.collectable


def planned(case: Case, terms: Terms, **wish):
    """Return the schedule from a day on."""
    asked = Wish(day(wish.pop("start", "2024-04-01")), **wish)
    return schedule(case, terms, asked, debt=owed(case, terms), counted_on=COUNTED)


def kept(case: Case, terms: Terms, plan, percent: Decimal | None) -> Decimal:
    """Return what the account asks for on the last day if each payment of the plan came on its day."""
    dues = [*([plan.down] if plan.down else []), *plan.instalments]
    paid = [payment(f"P-{n}", str(one.due_on), str(one.amount)) for n, one in enumerate(dues)]
    whole = Case.model_validate({**case.model_dump(mode="json", by_alias=True, include={"debtor", "invoices"}),
                                 "format": "1", "payments": paid})  # fmt: skip
    pause = Pause(COUNTED + timedelta(1), None, COUNTED, percent, "plan of 2024-03-15")
    return build_ledger(whole, replace(terms, pauses=(pause,)), dues[-1].due_on).totals


@settings(max_examples=25, deadline=None)
@given(
    cents=st.integers(20_000, 9_000_000),
    count=st.integers(2, 24),
    every=st.sampled_from(Every),
    start=st.dates(date(2024, 3, 15), date(2025, 3, 31)),
    how=st.sampled_from(PlanInterest),
    down=st.sampled_from([None, Decimal(10), Decimal("33.3")]),
    state=st.sampled_from(["TX", "CA", "NY", None]),
)
def test_a_plan_kept_to_the_day_closes_the_account(cents, count, every, start, how, down, state):
    """Whatever is asked for: the payments come to debt and interest, on business days in order, and leave nothing."""
    case = overdue(str(Decimal(cents) / 100))
    if state:
        address = {"street": "1 A St", "city": "Overton", "state": state, "zip": "12345"}
        case = Case.model_validate({"format": "1", "debtor": {"name": "L", "kind": "llc", "address": address},
                                    "invoices": [one.model_dump(mode="json") for one in case.invoices]})  # fmt: skip
    terms = interest("12")
    percent = PERCENT[how] if how is PlanInterest.RATE else None
    wish = Wish(start, every, count, down_percent=down, interest=how, percent=percent)
    plan = schedule(case, terms, wish, debt=owed(case, terms), counted_on=COUNTED)

    days = [one.due_on for one in ([plan.down] if plan.down else []) + list(plan.instalments)]
    sums = [one.amount for one in plan.instalments]
    assert len(plan.instalments) == count
    assert plan.total == owed(case, terms) + plan.interest
    assert days == sorted(set(days))
    assert all(is_business_day(one, state) for one in days)
    assert sums[-1] > 0
    assert len(set(sums[:-1])) == 1
    assert sums[-1] <= sums[0]
    if how is PlanInterest.NONE:
        assert plan.interest == 0
    totals = kept(case, terms, plan, PERCENT[how])
    assert (totals.total, totals.overpaid) == (0, 0)


@settings(max_examples=15, deadline=None)
@given(cents=st.integers(50_000, 2_000_000), amount=st.integers(100, 900), how=st.sampled_from(PlanInterest))
def test_payments_of_a_sum_go_on_until_nothing_is_left(cents, amount, how):
    """With --amount each payment is that sum, the last one the rest; too small a sum names the least that works."""
    case, terms = overdue(str(Decimal(cents) / 100)), interest("18")
    percent = PERCENT[how] if how is PlanInterest.RATE else None
    wish = Wish(day("2024-04-01"), amount=Decimal(amount), interest=how, percent=percent)
    try:
        plan = schedule(case, terms, wish, debt=owed(case, terms), counted_on=COUNTED)
    except NoSchedule as err:
        assert err.code in ("K800", "K801", "K802")
        if err.code != "K802":
            least = Decimal(str(err).split("; $")[1].split(" ")[0].replace(",", ""))
            assert len(_of(case, terms, replace(wish, amount=least)).instalments) == 120
            with pytest.raises(NoSchedule):
                _of(case, terms, replace(wish, amount=least - Decimal("0.01")))
        return

    assert {one.amount for one in plan.instalments[:-1]} == {Decimal(amount)}
    assert 0 < plan.instalments[-1].amount <= amount
    totals = kept(case, terms, plan, PERCENT[how])
    assert (totals.total, totals.overpaid) == (0, 0)


def _of(case, terms, wish):
    return schedule(case, terms, wish, debt=owed(case, terms), counted_on=COUNTED)


@pytest.mark.parametrize(
    ("amount", "wish", "sums"),
    [
        ("1000", {"count": 3}, ["333.34", "333.34", "333.32"]),
        ("1000", {"count": 4, "down_percent": Decimal(20)}, ["200.00", "200.00", "200.00", "200.00", "200.00"]),
        ("1000", {"count": 3, "down": Decimal("99.99")}, ["99.99", "300.01", "300.01", "299.99"]),
        ("1000", {"amount": Decimal(300)}, ["300.00", "300.00", "300.00", "100.00"]),
        ("1000", {"amount": Decimal(500)}, ["500.00", "500.00"]),
    ],
    ids=["thirds", "a fifth down", "an odd sum down", "a rest", "no rest"],
)
def test_sums_by_hand(amount, wish, sums):
    """Without interest the division is the whole story: equal sums rounded up, the last one smaller."""
    plan = planned(overdue(amount), Terms(), **wish)

    paid = [*([plan.down] if plan.down else []), *plan.instalments]
    assert [str(one.amount) for one in paid] == sums


def test_interest_by_hand():
    """12% on 1,000.00 from April 1: each month's interest, by the days between, is paid before principal."""
    plan = planned(overdue("1000"), interest("12"), count=2, interest=PlanInterest.CONTRACT)

    # 43 days to March 15 made 14.14. To April 1 (17 days) 5.59 more: 1,019.73, of which x is paid, interest first.
    # To May 1 (30 days) on 1,019.73 - x. x = 512.37: 507.36 left, and 507.36 * 12% * 30/365 = 5.00.
    assert [str(one.amount) for one in plan.instalments] == ["512.37", "512.36"]
    assert str(plan.interest) == "10.59"


def test_a_late_fee_is_no_part_of_a_plan():
    """No late fee falls while a plan is kept, so none is in its sums."""
    terms = fee(percent_a_month="2", month="started")
    plan = planned(overdue("1000"), terms, count=2, interest=PlanInterest.CONTRACT)

    assert str(plan.total) == "1040.00"  # two fees by March 15, and none after


def test_the_31st_comes_back():
    """A plan of the 31st takes the last day of a shorter month and comes back to the 31st; nothing drifts."""
    assert [str(one) for one in due_days(day("2024-01-31"), Every.MONTH, 6, None)] == [
        "2024-01-31", "2024-02-29", "2024-04-01", "2024-04-30", "2024-05-31", "2024-07-01",
    ]  # fmt: skip


def test_a_day_off_moves_that_payment_alone():
    """A fortnight that ends on a holiday waits a day; the next one is counted from the first day all the same."""
    days = due_days(day("2024-06-20"), Every.FORTNIGHT, 3, "CA")

    assert [str(one) for one in days] == ["2024-06-20", "2024-07-05", "2024-07-18"]  # July 4 is a holiday


@pytest.mark.parametrize(
    ("wish", "code", "said"),
    [
        ({"count": 1}, "K802", "one payment is no plan"),
        ({"count": 121}, "K801", "120 instalments at most, not 121"),
        ({"amount": Decimal(5000)}, "K802", "one payment pays all of"),
        ({"amount": Decimal("4.00"), "interest": PlanInterest.CONTRACT}, "K800", "the interest alone is $9.86 a month"),
        ({"amount": Decimal("11.00"), "interest": PlanInterest.CONTRACT}, "K801", "takes more than 120 instalments"),
        ({"amount": Decimal("0.001")}, "K801", "$0.00 a month takes more than 120 instalments"),
        ({"count": 3, "down": Decimal(2000)}, "K802", "leaves nothing to divide"),
        ({"count": 120, "start": "2199-04-01"}, "K801", "beyond the year 2200"),
    ],
    ids=["one", "121", "all at once", "below interest", "too long", "nothing", "all down", "next century"],
)
def test_what_comes_to_no_plan(wish, code, said):
    """Each wish that cannot be met is answered with its reason, and a sum that works where there is one."""
    with pytest.raises(NoSchedule, match=said.replace("$", r"\$")) as refused:
        planned(overdue("1000"), interest("12"), **wish)

    assert refused.value.code == code


def test_a_cent_is_too_little_for_three():
    """A debt that has fewer cents than payments is refused."""
    with pytest.raises(NoSchedule, match=r"\$0.02 is too little for 3 instalments"):
        planned(overdue("0.02"), Terms(), count=3)


def test_only_what_was_billed_by_then_is_in_the_plan():
    """A bill of after the day of counting, and one that is disputed, are no part of the payments."""
    later = invoice("INV-2", "700", "2024-04-05", "2024-05-05")
    case = case_of(invoices=[invoice("INV-1", "1000", "2024-01-02", "2024-02-01"), later])
    plan = planned(case, interest("12"), count=2, interest=PlanInterest.CONTRACT)

    assert str(plan.total) == "1024.73"

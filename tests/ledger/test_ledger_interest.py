"""Interest: which days count, at which rate, on what."""

from __future__ import annotations

from decimal import Decimal

import pytest
from ledger_cases import SECTION, amounts, at, case_of, day, interest, invoice, owed, payment

from kit.ledger.account import Kind
from kit.ledger.build import build_ledger
from kit.ledger.interest import accrue, day_count, uncovered
from kit.ledger.terms import InterestTerms, RateSpan, Terms
from kit.model.agreement import DayCount

ONE = [invoice("A", "1000", "2023-01-01", "2023-01-31")]


@pytest.mark.parametrize(
    ("count", "as_of", "expected"),
    [
        pytest.param("actual/365", "2023-01-31", "0", id="nothing-on-the-due-date"),
        pytest.param("actual/365", "2023-02-01", "0.27", id="day-one-is-the-day-after"),  # 1000*.10/365*1 = 0.27
        pytest.param("actual/365", "2024-01-31", "100.00", id="a-common-year-is-the-whole-rate"),
        pytest.param("actual/365", "2025-01-31", "200.27", id="a-leap-day-is-a-day"),  # 731 days
        pytest.param("actual/360", "2024-01-31", "101.39", id="360-has-five-days-more"),  # 1000*.10*365/360 = 101.388..
        pytest.param("actual/366", "2024-01-31", "99.73", id="366"),  # 1000*.10*365/366 = 99.7268
        pytest.param("30/360", "2023-02-28", "7.78", id="28-days-of-february"),  # 30 Jan to 28 Feb: 28 days
        pytest.param("30/360", "2023-03-31", "16.67", id="two-months-of-thirty"),  # 60 days: 1000*.10/6 = 16.67
    ],
)
def test_days(count, as_of, expected):
    """Interest runs from the day after the due date through the day asked about, by the agreed count."""
    ledger = owed(interest("10", day_count=DayCount(count)), as_of, invoices=ONE)

    assert ledger.totals.interest == Decimal(expected)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        pytest.param("2024-01-15", "2024-01-31", 16, id="the-31st-counts-after-a-mid-month-start"),
        pytest.param("2024-01-30", "2024-03-31", 60, id="31-becomes-30-after-a-30th"),
        pytest.param("2024-01-31", "2024-02-29", 29, id="a-start-on-the-31st-is-the-30th"),
        pytest.param("2023-12-31", "2024-12-31", 360, id="a-year"),
    ],
)
def test_thirty_days_a_month(start, end, days):
    """30/360 follows MSRB Rule G-33(e)."""
    assert day_count(DayCount.THIRTY_360, day(start), day(end)) == days


def test_a_new_rate_counts_from_its_first_day():
    """A rate change splits the span, and each part names its own source."""
    rates = (
        RateSpan(Decimal(10), None, day("2023-12-01"), "old"),
        RateSpan(Decimal("7.3"), day("2023-12-01"), None, "new"),
    )

    ledger = owed(
        Terms(interest=InterestTerms(rates)), "2023-12-31", invoices=[invoice("A", "1000", "2023-10-01", "2023-10-31")]
    )

    # 30 days at 10%: 1000 * .10 * 30 / 365 = 8.22;  31 days at 7.3%: 1000 * .073 * 31 / 365 = 6.20
    assert [(span.days, str(span.amount), span.cite) for span in ledger.spans] == [
        (30, "8.22", "old"),
        (31, "6.20", "new"),
    ]
    assert [span.start for span in ledger.spans] == [day("2023-11-01"), day("2023-12-01")]


@pytest.mark.parametrize(
    ("moves", "expected"),
    [
        # 2023-02-01 to 2024-12-31 is 700 days: 334 in 2023, 366 in 2024; 9% from 2023-07-01, 8% from 2024-01-15
        pytest.param("fixed", "191.78", id="fixed-keeps-the-first"),  # 1000 * .10 * 700 / 365
        pytest.param("yearly", "181.76", id="yearly-resets-in-january"),  # .10 * 334 days = 91.51, .09 * 366 = 90.25
        pytest.param(
            "follows", "167.07", id="follows-every-change"
        ),  # 150 days 41.10, 198 at 9% 48.82, 352 at 8% 77.15
    ],
)
def test_what_a_new_rate_does_to_a_debt_already_running(moves, expected):
    """A rate stays as it was, resets each January, or follows every change, as the law says."""
    rates = (
        RateSpan(Decimal(10), None, day("2023-07-01")),
        RateSpan(Decimal(9), day("2023-07-01"), day("2024-01-15")),
        RateSpan(Decimal(8), day("2024-01-15"), None),
    )

    ledger = owed(Terms(interest=InterestTerms(rates, moves=moves)), "2024-12-31", invoices=ONE)

    assert ledger.totals.interest == Decimal(expected)
    assert sum(span.days for span in ledger.spans) == 700


def test_payment_day_counts_on_the_old_balance():
    """The day a payment arrives bears interest on what was owed; the next day on what is left."""
    ledger = owed(interest("10"), "2023-03-31", invoices=ONE, payments=[payment("P", "2023-03-02", "508.22")])

    # 30 days: 1000 * .10 * 30 / 365 = 8.22, so 500.00 goes off;  29 days: 500 * .10 * 29 / 365 = 3.97
    assert [(span.days, str(span.base), str(span.amount)) for span in ledger.spans] == [
        (30, "1000.00", "8.22"),
        (29, "500.00", "3.97"),
    ]
    assert ledger.spans[0].end == ledger.spans[1].start == day("2023-03-03")


def test_interest_stays_when_only_the_principal_is_paid():
    """Interest that has run is owed until it is paid or waived."""
    order = {"application_order": ["principal", "interest"]}
    case = case_of(invoices=ONE, payments=[payment("P", "2023-03-02", "1000")], agreement=order)
    from kit.ledger.resolution import terms_of  # noqa: PLC0415

    terms = Terms(interest=at("10"), order=terms_of(case, None, day("2023-03-02"))[0].order)
    ledger = build_ledger(case, terms, day("2024-03-02"))

    assert (ledger.totals.principal, ledger.totals.interest) == (0, Decimal("8.22"))


@pytest.mark.parametrize(
    ("grace", "as_of", "expected"),
    [
        pytest.param("forgives", "2023-02-10", "0", id="forgiven-while-grace-runs"),
        pytest.param("forgives", "2023-02-11", "3.01", id="from-the-due-date-after-it"),  # 11 days: 3.0137
        pytest.param("delays", "2023-02-10", "0", id="delayed"),
        pytest.param("delays", "2023-02-11", "0.27", id="from-the-end-of-grace"),
    ],
)
def test_grace(grace, as_of, expected):
    """Days of grace forgive what is paid within them, or put off the first day."""
    assert owed(interest("10", grace=grace, grace_days=10), as_of, invoices=ONE).totals.interest == Decimal(expected)


def test_what_is_paid_within_grace_bears_nothing():
    """Only what is still unpaid after the days of grace bears interest, from the due date."""
    ledger = owed(
        interest("10", grace_days=10), "2023-02-20", invoices=ONE, payments=[payment("P", "2023-02-05", "600")]
    )

    assert [(span.days, str(span.base)) for span in ledger.spans] == [(20, "400.00")]
    assert ledger.totals.interest == Decimal("2.19")  # 400 * .10 * 20 / 365 = 2.1918


@pytest.mark.parametrize(
    ("compounding", "expected"),
    [
        pytest.param("none", "200.00", id="simple"),
        # 100.00, then 1100 * .10 = 110.00
        pytest.param("yearly", "210.00", id="yearly"),
    ],
)
def test_compounding_only_where_agreed(compounding, expected):
    """Interest bears interest only where that was agreed."""
    terms = interest("10", compounding=compounding)

    assert owed(
        terms, "2023-01-31", invoices=[invoice("A", "1000", "2021-01-01", "2021-01-31")]
    ).totals.interest == Decimal(expected)


def test_paid_interest_bears_none():
    """Under compounding, interest that was paid stops bearing interest."""
    terms = interest("10", compounding="yearly")
    facts = {"invoices": [invoice("A", "1000", "2021-01-01", "2021-01-31")]}

    ledger = owed(terms, "2023-01-31", payments=[payment("P", "2022-01-31", "100")], **facts)

    # 100.00 after the first year is paid on the day it would start to bear; the second year is 100.00 again
    assert amounts(ledger, Kind.INTEREST) == ["100.00", "100.00"]
    later = owed(terms, "2023-01-31", payments=[payment("P", "2022-08-01", "150")], **facts)
    # to August 1: 1100 * .10 * 182 / 365 = 54.85; 150 of 154.85 is paid, the rest bears nothing: 1000 * .10 * 183 / 365
    assert amounts(later, Kind.INTEREST) == ["100.00", "54.85", "50.14"]


def test_nothing_runs_without_a_due_date_or_a_demand():
    """An invoice nobody dated, and interest that waits for a demand, bear nothing."""
    undated = owed(interest("10"), "2024-01-01", invoices=[invoice("A", "1000", "2023-01-01")])
    waiting = owed(interest("10", waits=True), "2024-01-01", invoices=ONE)
    demanded = owed(interest("10", runs_from=day("2023-12-02")), "2024-01-01", invoices=ONE)

    assert undated.totals.interest == waiting.totals.interest == 0
    assert demanded.spans[0].days == 30


def test_per_diem_is_the_next_day_alone():
    """The per diem is the interest of the day after, exact and as printed."""
    today, tomorrow = (owed(interest("10"), on, invoices=ONE) for on in ("2023-06-30", "2023-07-01"))

    assert today.per_diem.printed == Decimal("0.27")
    assert abs(tomorrow.totals.interest - today.totals.interest - today.per_diem.exact) <= Decimal("0.01")


def test_a_yen_has_no_cents():
    """Amounts are rounded to the smallest unit of their currency."""
    ledger = owed(
        interest("10"), "2023-02-10", currency="JPY", invoices=[invoice("A", "99999", "2023-01-01", "2023-01-31")]
    )

    assert ledger.totals.interest == Decimal(274)  # 99999 * .10 * 10 / 365 = 273.97


def test_interest_by_law_stands_beside_the_account():
    """A rate nobody agreed is a figure for a court: not owed in the account, and no payment goes to it."""
    terms = Terms(interest=InterestTerms((RateSpan(Decimal(9)),), basis="by_law", cite="Franklin Code § 9-5"))

    ledger = owed(terms, "2024-01-31", invoices=ONE, payments=[payment("P", "2023-07-31", "400")])

    assert ledger.totals.interest == 0
    assert ledger.totals.total == Decimal(600)
    # 181 days: 1000 * .09 * 181 / 365 = 44.63;  184 days: 600 * .09 * 184 / 365 = 27.22
    assert ledger.by_law is not None
    assert ledger.by_law.amount == Decimal("71.85")


def test_accrue_has_nothing_for_no_days():
    """An empty period, and a period before every rate, charge nothing."""
    rates = (RateSpan(Decimal(10), day("2024-01-01"), None, SECTION),)
    start = day("2023-01-01")

    assert accrue(Decimal(1000), rates, DayCount.ACTUAL_365, start, start, start) == []
    assert accrue(Decimal(1000), rates, DayCount.ACTUAL_365, start, start, day("2023-06-01")) == []


def test_the_first_day_without_a_rate_is_named():
    """A gap in the published rates is found, wherever it lies."""
    first = RateSpan(Decimal(9), day("2024-01-01"), day("2025-01-01"))
    second = RateSpan(Decimal(8), day("2025-02-01"), day("2026-01-01"))

    assert uncovered((first, second), day("2024-06-01"), day("2025-12-01")) == day("2025-01-01")
    assert uncovered((first,), day("2024-06-01"), day("2024-12-31")) is None
    assert uncovered((), day("2024-06-01"), day("2024-12-31")) == day("2024-06-01")

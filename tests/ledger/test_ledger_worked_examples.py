"""Figures that others published, worked out again.

Each test names its source. Where a source counts a day, rounds or prints
differently from this account, the test says so and how.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from ledger_cases import amounts, at, fee, interest, invoice, owed, payment

from kit.ledger.account import Kind
from kit.ledger.interest import day_count
from kit.ledger.terms import Terms
from kit.model.agreement import DayCount

ACT_360 = DayCount.ACTUAL_360


def days_after(start: str, days: int) -> str:
    """Return the day so many days after ``start``."""
    return (date.fromisoformat(start) + timedelta(days)).isoformat()


def test_prompt_payment_simple_daily_interest():
    """5 CFR 1315.17(b): $1,500 due April 1, paid April 11, 6.5% on 360 days is $2.71.

    The same part, 1315.10(a)(1), counts from the day after the due date through the day of payment, as we do.
    https://www.ecfr.gov/current/title-5/section-1315.17
    """
    ledger = owed(
        interest("6.5", day_count=ACT_360), "2001-04-11", invoices=[invoice("A", "1500", "2001-03-02", "2001-04-01")]
    )

    assert ledger.totals.interest == Decimal("2.71")  # 1500 * .065 / 360 * 10 = 2.7083
    assert ledger.spans[0].days == 10


def test_prompt_payment_interest_at_the_printed_rate():
    """Treasury, Prompt Payment, Simple Daily Interest: $1,500 at .066, 10 days late, is $2.75.

    https://fiscal.treasury.gov/prompt-payment/interest.html
    """
    ledger = owed(
        interest("6.6", day_count=ACT_360), "2020-04-11", invoices=[invoice("A", "1500", "2020-03-02", "2020-04-01")]
    )

    assert ledger.totals.interest == Decimal("2.75")  # 1500 * .066 / 360 * 10 = 2.75


def test_prompt_payment_monthly_compounding():
    """5 CFR 1315.17(c): $1,500 at 6%, due April 1, paid June 15, compounding monthly, is $18.83.

    The example counts two months and fifteen days, that is, from April 1 itself; day zero here is therefore March 31.
    https://fiscal.treasury.gov/prompt-payment/monthly-interest.html
    """
    terms = interest("6", day_count=DayCount.THIRTY_360, compounding="monthly")

    ledger = owed(terms, "2023-06-15", invoices=[invoice("A", "1500", "2023-03-01", "2023-03-31")])

    # 1500.00 * .005 = 7.50;  1507.50 * .005 = 7.54;  1515.04 * .06 * 15/360 = 3.79
    assert amounts(ledger, Kind.INTEREST) == ["7.50", "7.54", "3.79"]
    assert ledger.totals.interest == Decimal("18.83")


def test_days_late_of_the_texas_comptroller():
    """Texas Comptroller, Prompt Payment, How to Calculate Interest: due November 5, paid December 9, is 34 days late.

    https://fmx.cpa.texas.gov/fm/pubs/purchase/prompt_pay/index.php?section=overview&page=calculate
    """
    ledger = owed(interest("4.25"), "2015-12-09", invoices=[invoice("A", "500", "2015-10-06", "2015-11-05")])

    assert ledger.spans[0].days == 34
    assert ledger.totals.interest == Decimal("1.98")  # the page's formula: 34 / 365 * .0425 * 500 = 1.9795


def test_judgment_interest_of_the_iowa_courts():
    """Iowa Judicial Branch, Interest Calculation: $2,000 at 6% for 280 days is $92.05.

    https://www.iowacourts.gov/faq/interest-calculation/
    """
    ledger = owed(
        interest("6"), days_after("2023-01-10", 280), invoices=[invoice("A", "2000", "2023-01-01", "2023-01-10")]
    )

    assert ledger.totals.interest == Decimal("92.05")  # 2000 * .06 / 365 * 280 = 92.0548


def test_judgment_interest_of_steps_to_justice():
    """Community Legal Education Ontario, Steps to Justice, step 5: $1,000 at 2% for 100 days is $5.48.

    https://stepstojustice.ca/steps/tribunals-and-courts/5-understand-how-interest-calculated-your-judgment/
    """
    facts = {"currency": "CAD", "invoices": [invoice("A", "1000", "2023-01-01", "2023-01-10")]}

    assert owed(interest("2"), days_after("2023-01-10", 100), **facts).totals.interest == Decimal("5.48")


def test_statutory_interest_of_the_united_kingdom():
    """gov.uk, Late commercial payments: £1,000 at 8.5% is £85 a year and 23p a day.

    The page goes on from the rounded day: 50 days are £11.50. We keep the exact day and reach £11.64.
    https://www.gov.uk/late-commercial-payments-interest-debt-recovery/charging-interest-commercial-debt
    """
    facts = {"currency": "GBP", "invoices": [invoice("A", "1000", "2021-01-01", "2021-01-31")]}
    year, fifty = (owed(interest("8.5"), days_after("2021-01-31", n), **facts) for n in (365, 50))

    assert year.totals.interest == Decimal("85.00")
    assert year.per_diem.printed == Decimal("0.23")  # 85 / 365 = 0.2329
    assert fifty.per_diem.printed * 50 == Decimal("11.50")
    assert fifty.totals.interest == Decimal("11.64")  # 1000 * .085 / 365 * 50 = 11.6438


def test_daily_interest_of_a_california_court():
    """Superior Court of Contra Costa County, small claims: $5,000 at 10% is $1.37 a day, 72 days of that $98.64.

    From the exact day the 72 days come to $98.63.
    http://smallclaims.cc-courthelp.org/index.cfm?fuseaction=Page.ViewPage&pageId=4889
    """
    ledger = owed(
        interest("10"), days_after("2023-01-31", 72), invoices=[invoice("A", "5000", "2023-01-01", "2023-01-31")]
    )

    assert ledger.per_diem.printed == Decimal("1.37")
    assert ledger.per_diem.printed * 72 == Decimal("98.64")
    assert ledger.totals.interest == Decimal("98.63")  # 5000 * .10 / 365 * 72 = 98.6301


def test_partial_payments_of_an_old_arithmetic():
    """A school arithmetic on partial payments: $600 at 6%, $200 after each of two years, $277.89 after three.

    https://books.google.com/books?id=e5BTAAAAYAAJ&pg=PA387
    """
    ledger = owed(
        interest("6"),
        "2024-01-01",
        invoices=[invoice("A", "600", "2020-12-01", "2021-01-01")],
        payments=[payment("1", "2022-01-01", "200"), payment("2", "2023-01-01", "200")],
    )

    # 600 * .06 = 36.00;  (636 - 200) = 436 * .06 = 26.16;  (462.16 - 200) = 262.16 * .06 = 15.7296
    assert amounts(ledger, Kind.INTEREST) == ["36.00", "26.16", "15.73"]
    assert ledger.totals.total == Decimal("277.89")


@pytest.mark.parametrize(
    ("note", "on", "paid", "left", "term", "rest"),
    [
        # 7000 * .11 * 90/360 = 192.50; 1200.00 - 192.50 = 1007.50 off; then 5992.50 * .11 * 30/360 = 54.93
        pytest.param(("7000", "11"), 90, "1200", "5992.50", 120, "54.93", id="seven-thousand-at-eleven"),
        # 4000 * .12 * 40/360 = 53.33; 800 - 53.33 = 746.67 off; then 3253.33 * .12 * 50/360 = 54.22
        pytest.param(("4000", "12"), 40, "800", "3253.33", 90, "54.22", id="four-thousand-at-twelve"),
    ],
)
def test_united_states_rule(note, on, paid, left, term, rest):
    """Two textbook exercises on the U.S. Rule with 360 days: interest first, the rest off the principal.

    $7,000 at 11%, $1,200 on day 90 of 120, leaves $5,992.50 (https://mis.kyeop.go.ke/shelf/51708536);
    $4,000 at 12%, $800 on day 40 of 90, leaves $3,253.33
    (https://smartsolve.ai/question/given-a-12percent-90-day-dollar-4000-note-find-the-adjusted-balance-principal-using-the-us-rule-360-days-after-587b84b5d9).
    """
    amount, percent = note
    facts = {
        "invoices": [invoice("A", amount, "2023-01-01", "2023-01-01")],
        "payments": [payment("1", days_after("2023-01-01", on), paid)],
    }
    ledger = owed(interest(percent, day_count=ACT_360), days_after("2023-01-01", term), **facts)

    assert ledger.totals.principal == Decimal(left)
    assert ledger.totals.interest == Decimal(rest)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2002-01-01", "2002-02-01", 30),
        ("2000-01-15", "2000-03-15", 60),
        ("2000-01-15", "2000-04-15", 90),
        ("2000-01-15", "2000-06-15", 150),
    ],
)
def test_months_of_thirty_days(start, end, days):
    """MathWorks, days360isda: the examples of its manual.

    https://www.mathworks.com/help/finance/days360isda.html
    """
    assert day_count(DayCount.THIRTY_360, date.fromisoformat(start), date.fromisoformat(end)) == days


def test_a_month_of_late_fee():
    """Noble Calculator, late payment fee: $20,000 at 2% a month, a month late, is $400.

    https://www.noblecalculator.com/en/tools/late-payment-fee
    """
    facts = {"invoices": [invoice("A", "20000", "2023-03-01", "2023-04-01")]}

    assert owed(fee(percent_a_month="2"), "2023-05-01", **facts).totals.fees == 0  # the month is not over yet
    assert owed(fee(percent_a_month="2"), "2023-05-02", **facts).totals.fees == Decimal("400.00")


def test_a_flat_late_fee():
    """AbraCalc, invoice late fee: a flat $50 on $7,500 makes $7,550.

    https://abracalc.com/calculator/invoice-late-fee-calculator/7500-invoice-flat-fee-only/
    """
    ledger = owed(fee(flat="50"), "2023-06-01", invoices=[invoice("A", "7500", "2023-03-01", "2023-04-01")])

    assert ledger.totals.total == Decimal("7550.00")


def test_first_payment_of_a_washington_judgment():
    """A lawyer's answer on Avvo: $1,000 at 12% for 69 days is $22.68.

    http://www.avvo.com/legal-answers/how-do-i-figure-per-annum-interest-on-a-judgement--5699.html
    """
    terms = Terms(interest=at("12"))

    ledger = owed(terms, days_after("2007-05-22", 69), invoices=[invoice("A", "1000", "2007-05-01", "2007-05-22")])

    assert ledger.totals.interest == Decimal("22.68")  # 1000 * .12 / 365 * 69 = 22.6849

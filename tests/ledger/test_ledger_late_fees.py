"""Late fees: the day each one falls, what it is a percentage of, and how it ends."""

from __future__ import annotations

from decimal import Decimal

import pytest
from ledger_cases import amounts, at, case_of, day, fee, invoice, owed, payment

from kit.ledger.account import Kind
from kit.ledger.build import build_ledger
from kit.ledger.terms import FeeLimit, LateFeeTerms, Terms
from kit.model.event import Disputed, Waived

ONE = [invoice("A", "1000", "2024-01-01", "2024-01-31")]


def fee_dates(ledger) -> list[str]:
    """Return the days on which late fees were posted."""
    return [posting.on.isoformat() for posting in ledger.postings if posting.kind is Kind.LATE_FEE]


@pytest.mark.parametrize(
    ("terms", "as_of", "expected"),
    [
        pytest.param({"flat": "25"}, "2024-01-31", [], id="not-on-the-due-date"),
        pytest.param({"flat": "25"}, "2024-02-01", ["25.00"], id="flat-the-day-after"),
        pytest.param({"flat": "25", "grace_days": 10}, "2024-02-10", [], id="grace-holds"),
        pytest.param({"flat": "25", "grace_days": 10}, "2024-02-11", ["25.00"], id="grace-is-over"),
        pytest.param({"percent": "5"}, "2025-01-01", ["50.00"], id="percent-once"),
        pytest.param({"percent_a_month": "1.5"}, "2024-02-29", [], id="completed-not-yet"),
        pytest.param({"percent_a_month": "1.5"}, "2024-03-01", ["15.00"], id="completed-on-the-same-day-next-month"),
        pytest.param({"percent_a_month": "1.5", "month": "started"}, "2024-02-01", ["15.00"], id="started-at-once"),
        pytest.param(
            {"percent_a_month": "1.5", "month": "started"}, "2024-03-01", ["15.00"] * 2, id="second-month-started"
        ),
        pytest.param(
            {"percent_a_month": "1.5", "cap_amount": "40"}, "2024-06-01", ["15.00", "15.00", "10.00"], id="cap-amount"
        ),
        pytest.param({"percent_a_month": "1.5", "cap_percent": "2"}, "2024-06-01", ["15.00", "5.00"], id="cap-percent"),
    ],
)
def test_fees(terms, as_of, expected):
    """A fee falls when grace is over, once or for each month, within the agreement's own caps."""
    assert amounts(owed(fee(**terms), as_of, invoices=ONE), Kind.LATE_FEE) == expected


def test_months_that_are_too_short():
    """A month that begins on the 31st ends on the last day of a shorter one, and comes back to the 31st."""
    ledger = owed(
        fee(percent_a_month="1", month="started"),
        "2024-05-31",
        invoices=[invoice("A", "1000", "2024-01-01", "2024-01-30")],
    )

    assert fee_dates(ledger) == ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31"]


def test_a_payment_on_the_last_day_of_grace_is_in_time():
    """Nothing is charged on what was paid in time; the rest is charged alone."""
    terms = fee(percent="5", grace_days=10)

    on_time = owed(terms, "2024-03-01", invoices=ONE, payments=[payment("P", "2024-02-10", "1000")])
    part = owed(terms, "2024-03-01", invoices=ONE, payments=[payment("P", "2024-02-10", "600")])
    late = owed(terms, "2024-03-01", invoices=ONE, payments=[payment("P", "2024-02-11", "1000")])

    assert on_time.totals.fees == 0
    assert part.totals.fees == Decimal("20.00")  # 400 * .05
    assert late.totals.total == Decimal("50.00")


def test_fees_bear_nothing_and_stay_until_paid():
    """A fee is no principal: no fee and no interest runs on it, and paying the principal leaves it owed."""
    terms = Terms(interest=at("10"), late_fee=LateFeeTerms(flat=Decimal(30)))

    ledger = owed(terms, "2025-01-31", invoices=ONE, payments=[payment("P", "2024-02-01", "1000.27")])

    assert (ledger.totals.principal, ledger.totals.interest, ledger.totals.fees) == (0, 0, Decimal(30))


def test_each_instalment_is_late_by_itself():
    """Instalments age by themselves, and the cap holds for the invoice as a whole."""
    halves = [{"due_on": "2024-01-31", "amount": "500"}, {"due_on": "2024-03-31", "amount": "500"}]
    bills = [invoice("A", "1000", "2024-01-01", instalments=halves)]

    assert fee_dates(owed(fee(flat="25"), "2024-06-01", invoices=bills)) == ["2024-02-01", "2024-04-01"]
    assert amounts(owed(fee(flat="25", cap_amount="40"), "2024-06-01", invoices=bills), Kind.LATE_FEE) == [
        "25.00",
        "15.00",
    ]


@pytest.mark.parametrize(
    ("remedy", "greater", "fees", "codes"),
    [
        pytest.param("trimmed", True, "50.00", [], id="trimmed-to-the-greater"),  # 5% of 1000
        pytest.param("trimmed", False, "25.00", [], id="trimmed-to-the-lesser"),
        pytest.param("excess_void", False, "60.00", ["K161"], id="stopped-where-the-law-does-not-trim"),
    ],
)
def test_the_laws_limit_on_a_single_fee(remedy, greater, fees, codes):
    """A fee above the law's own limit is trimmed where the law trims, and stops the paper where it does not."""
    limit = FeeLimit(Decimal(25), Decimal(5), greater, remedy, "Franklin Code § 9-3")
    terms = Terms(late_fee=LateFeeTerms(flat=Decimal(60)), fee_limit=limit)

    ledger = owed(terms, "2024-03-01", invoices=ONE)

    assert ledger.totals.fees == Decimal(fees)
    assert [finding.code for finding in ledger.findings] == codes


def test_a_late_fee_of_the_future_is_not_charged():
    """The account of a day knows nothing of later days."""
    before, after = (owed(fee(percent_a_month="1"), on, invoices=ONE) for on in ("2024-02-29", "2024-03-01"))

    assert before.totals.fees == 0
    assert fee_dates(after) == ["2024-03-01"]
    assert after.as_of == day("2024-03-01")


def test_waiving_the_excess_over_the_limit_puts_it_right():
    """A fee above the law's limit stops the paper until its excess is waived."""
    terms = Terms(late_fee=LateFeeTerms(flat=Decimal(60)), fee_limit=FeeLimit(Decimal(25), remedy="excess_void"))

    def codes(amount: str) -> list[str]:
        waived = Waived(event="waived", n=1, on=day("2024-02-20"), bucket="fees", amount=amount)
        case = case_of(invoices=ONE).model_copy(update={"waivers": (waived,)})
        return [finding.code for finding in build_ledger(case, terms, day("2024-03-01")).findings]

    assert codes("34.99") == ["K161"]
    assert codes("35.00") == []


@pytest.mark.parametrize("contested", ["0.01", "333.33", "999.99"])
def test_a_dispute_does_not_change_what_lateness_costs(contested):
    """The fee of a disputed invoice is the fee of the invoice: its limit and rounding hold for the whole."""
    limit = FeeLimit(Decimal(25), remedy="trimmed")
    terms = Terms(late_fee=LateFeeTerms(percent_a_month=Decimal("3.333")), fee_limit=limit)
    entry = Disputed(event="disputed", n=1, on=day("2024-02-15"), invoice="A", amount=contested)
    case = case_of(invoices=ONE)

    plain = build_ledger(case, terms, day("2024-06-01")).totals
    apart = build_ledger(case.model_copy(update={"disputes": (entry,)}), terms, day("2024-06-01")).totals

    assert plain.fees == apart.fees == 100
    assert apart.collectable + apart.disputed == plain.total

"""Caps: fee and interest for the same days, together, on every date."""

from __future__ import annotations

from decimal import Decimal

import pytest
from ledger_cases import amounts, at, cap, case_of, day, invoice, owed, payment

from kit.ledger.account import Kind
from kit.ledger.build import build_ledger
from kit.ledger.terms import LateFeeTerms, Terms
from kit.model.agreement import DayCount
from kit.model.event import Waived

ONE = [invoice("A", "1000", "2024-01-01", "2024-01-31")]
STOPPING = ["excess_void", "interest_forfeit", "clause_void", "multiple", "stop", "not_researched"]


def terms(caps, **more) -> Terms:
    """Return terms under one cap."""
    return Terms(caps=(caps,), **more)


@pytest.mark.parametrize(
    ("charges", "breach"),
    [
        pytest.param({"interest": at("18")}, False, id="the-cap-itself-by-the-day"),
        pytest.param({"interest": at("18", day_count=DayCount.ACTUAL_360)}, True, id="a-year-of-360-days"),
        pytest.param({"interest": at("18", day_count=DayCount.ACTUAL_366)}, False, id="a-year-of-366-days"),
        pytest.param(
            {"late_fee": LateFeeTerms(percent_a_month=Decimal("1.5"), month="started")}, True, id="month-begun"
        ),
        pytest.param({"late_fee": LateFeeTerms(percent_a_month=Decimal("1.5"))}, True, id="february-is-too-short"),
        pytest.param({"late_fee": LateFeeTerms(percent_a_month=Decimal("1.3"))}, False, id="a-month-with-room"),
        pytest.param({"late_fee": LateFeeTerms(flat=Decimal(25))}, True, id="a-flat-fee-on-the-first-day"),
        pytest.param(
            {"late_fee": LateFeeTerms(flat=Decimal(25), grace_days=60)}, False, id="a-flat-fee-after-sixty-days"
        ),
        pytest.param(
            {"interest": at("10"), "late_fee": LateFeeTerms(flat=Decimal(25), grace_days=60)}, True, id="both-together"
        ),
        pytest.param({"interest": at("18", compounding="monthly")}, True, id="interest-on-interest"),
    ],
)
def test_what_breaks_a_cap_of_eighteen(charges, breach):
    """The cap is held against actual days over 365, on every date, fee and interest added."""
    ledger = owed(terms(cap("18", "excess_void"), **charges), "2025-01-31", invoices=ONE)

    assert bool(ledger.breaches) is breach
    assert [finding.code for finding in ledger.findings] == (["K160"] if breach else [])


def test_a_cap_is_held_to_the_cent():
    """Three cents too much on the first day is too much; half a cent of rounding is not."""
    over = owed(terms(cap("18", "excess_void"), interest=at("19")), "2024-02-01", invoices=ONE)
    rounded = owed(terms(cap("18.1", "excess_void"), interest=at("18.1")), "2024-02-01", invoices=ONE)

    assert [str(breach.excess) for breach in over.breaches] == ["0.03"]  # 0.52 against 0.49
    assert rounded.breaches == ()  # 0.50 against 0.4959


@pytest.mark.parametrize("remedy", STOPPING)
def test_only_a_law_that_trims_lets_the_kit_trim(remedy):
    """Under every other remedy the charges stay as agreed, and the paper stops with the law and what to do."""
    ledger = owed(terms(cap("18", remedy), late_fee=LateFeeTerms(flat=Decimal(25))), "2024-03-01", invoices=ONE)

    assert ledger.totals.fees == 25
    assert ledger.trimmed == 0
    (finding,) = ledger.findings
    assert finding.stops
    assert finding.law == "Franklin Code § 9-3"
    assert finding.fix


def test_trimming_is_posted_with_its_citation():
    """A trimmed charge is shown as agreed, then the cut with the law that makes it."""
    ledger = owed(terms(cap("18", "trimmed"), late_fee=LateFeeTerms(flat=Decimal(25))), "2024-03-01", invoices=ONE)

    # one day: 1000 * .18 * 1 / 365 = 0.49
    assert amounts(ledger, Kind.LATE_FEE) == ["25.00"]
    assert amounts(ledger, Kind.TRIM) == ["-24.51"]
    assert [p.cite for p in ledger.postings if p.kind is Kind.TRIM] == ["Franklin Code § 9-3"]
    assert ledger.totals.fees == Decimal("0.49")
    assert ledger.findings == ()


def test_interest_over_a_trimming_cap_is_the_caps_interest():
    """Agreed interest above a trimming cap comes to what the cap allows, also the per diem and what a payment meets."""
    over, lawful = (
        owed(
            Terms(interest=at(rate), caps=caps),
            "2024-12-31",
            invoices=ONE,
            payments=[payment("P", "2024-06-01", "300")],
        )
        for rate, caps in (("24", (cap("18", "trimmed"),)), ("18", ()))
    )

    assert over.totals.interest == lawful.totals.interest
    assert over.totals.principal == lawful.totals.principal
    assert over.per_diem.printed == lawful.per_diem.printed


def test_what_a_cap_trims_never_shrinks_later():
    """A small bill with a fee every month is held to the cap to the cent, so no later day owes less than an earlier."""
    bills = [invoice("A", "20.02", "2024-01-01", "2024-01-01")]
    charged = {
        "interest": at("18", day_count=DayCount.THIRTY_360),
        "late_fee": LateFeeTerms(percent_a_month=Decimal("0.5")),
    }
    first, later = (
        owed(terms(cap("12", "trimmed"), **charged), on, invoices=bills) for on in ("2025-05-15", "2025-05-24")
    )

    assert str(first.totals.interest + first.totals.fees) == "3.29"  # 20.02 x 12% x 500/365 = 3.291
    assert later.totals.total >= first.totals.total


def test_waiving_the_excess_puts_it_right():
    """A waiver of at least the excess removes the stop; a smaller one does not."""
    flat = terms(cap("18", "excess_void"), late_fee=LateFeeTerms(flat=Decimal(25)))

    def after(amount: str):
        waived = Waived(event="waived", n=1, on=day("2024-02-20"), bucket="fees", amount=amount)
        return build_ledger(case_of(invoices=ONE).model_copy(update={"waivers": (waived,)}), flat, day("2024-03-01"))

    assert [finding.code for finding in after("24.40").findings] == ["K160"]
    assert after("24.51").findings == ()


def test_the_finding_names_the_worst_day_and_both_sums():
    """The stop says what was charged, by when, and what the cap would have allowed."""
    ledger = owed(terms(cap("18", "multiple"), late_fee=LateFeeTerms(flat=Decimal(25))), "2024-03-01", invoices=ONE)

    assert ledger.findings[0].message == (
        "late charges on A came to $25.00 by 2024-02-01; at 18% a year they may come to $0.49; "
        "the creditor owes a multiple of the excess"
    )
    assert ledger.breaches[0].excess == Decimal("24.51")

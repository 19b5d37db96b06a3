"""What a signed plan does to the account: other interest or none, no late fees, and all of it back when it is over."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from ledger_cases import amounts, at, cap, case_of, day, fee, interest, invoice, payment

from kit.ledger.account import Kind
from kit.ledger.build import build_ledger
from kit.ledger.pauses import pauses_of
from kit.ledger.terms import InterestTerms, RateSpan, Terms

BILL = invoice("INV-1", "1000", "2024-01-02", "2024-02-01")
DEAL = {
    "kind": "plan",
    "counted_on": "2024-03-15",
    "debt": "1014.14",
    "instalments": [{"due_on": "2024-04-15", "amount": "500"}, {"due_on": "2024-05-15", "amount": "514.14"}],
}
ACCELERATED = {"n": 2, "event": "ended", "on": "2024-06-10", "entry": 1, "how": "accelerated"}
REINSTATED = {"n": 3, "event": "ended", "on": "2024-06-20", "entry": 1, "how": "reinstated"}
CANCELLED = {**ACCELERATED, "how": "cancelled"}


def account(terms: Terms, as_of: str, *ends: dict, deal: dict | None = None, **facts):
    """Return the account of a case whose plan of March 15 was signed on March 20."""
    signed = {"n": 1, "event": "signed", "on": "2024-03-20", "deal": {**DEAL, **(deal or {})}}
    case = case_of(invoices=facts.pop("invoices", [BILL]), signed=[signed], ended=list(ends), **facts)
    return build_ledger(case, replace(terms, pauses=pauses_of(case)), day(as_of))


RATE = {"interest": "rate", "percent": "6"}


@pytest.mark.parametrize(
    ("deal", "ends", "total"),
    [
        # February 2 to March 15, 43 days at 12%: 14.14
        ({}, (), "14.14"),  # and nothing more while it is kept
        ({}, (ACCELERATED,), "21.04"),  # and 21 days from June 10 to 30: 6.90
        ({}, (CANCELLED,), "21.04"),
        ({}, (ACCELERATED, REINSTATED), "17.43"),  # and 10 days from June 10 to 19: 3.29
        (RATE, (), "31.73"),  # and 107 days at 6%: 17.59
        (RATE, (ACCELERATED,), "35.18"),  # and 86 days at 6%, 14.14, and 21 at 12%, 6.90
        ({"interest": "contract"}, (ACCELERATED,), "49.32"),  # 150 days at 12%, as if there were no plan
    ],
    ids=["none", "none, accelerated", "given up", "reinstated", "6%", "6%, accelerated", "contract"],
)
def test_interest_pauses_and_runs_again(deal, ends, total):
    """Interest stops with the day on which the debt was counted, and runs again from the day of acceleration."""
    assert str(account(interest("12"), "2024-06-30", *ends, deal=deal).totals.interest) == total


def test_a_plan_kept_to_the_cent_leaves_nothing():
    """Signed days after it was counted: the days between bear nothing, so that the last payment closes the account."""
    paid = [payment("P-1", "2024-04-15", "500"), payment("P-2", "2024-05-15", "514.14")]

    assert account(interest("12"), "2024-06-30", payments=paid).totals.total == 0


def test_the_statement_tells_why_nothing_runs():
    """The days without interest stand in the statement with the plan as their reason."""
    ledger = account(interest("12"), "2024-06-30", ACCELERATED)

    assert [(str(span.start), span.days, str(span.percent), str(span.amount), span.cite) for span in ledger.spans] == [
        ("2024-02-02", 43, "12", "14.14", "section 7"),
        ("2024-03-16", 86, "0", "0.00", "plan of 2024-03-20"),
        ("2024-06-10", 21, "12", "6.90", "section 7"),
    ]
    assert amounts(ledger, Kind.INTEREST) == ["14.14", "6.90"]
    assert ledger.pauses[0].cite == "plan of 2024-03-20"


@pytest.mark.parametrize(
    ("month", "days"),
    [
        ("started", ["2024-02-02", "2024-03-02", "2024-07-02", "2024-08-02"]),
        ("completed", ["2024-03-02", "2024-08-02"]),  # the month to July 2 began in the plan
    ],
)
def test_late_fees_of_the_plan_are_not_made_up_for(month, days):
    """No fee falls while the plan lasts; afterwards they go on from their own days, with no catching up."""
    ledger = account(fee(percent_a_month="2", month=month), "2024-08-15", ACCELERATED)

    assert [str(one.on) for one in ledger.postings if one.kind is Kind.LATE_FEE] == days


def test_a_single_fee_that_fell_in_the_plan_never_falls():
    """A fee whose only day lies in the plan's time is not charged later."""
    ledger = account(fee(flat="25", grace_days=60), "2024-08-15", ACCELERATED)

    assert amounts(ledger, Kind.LATE_FEE) == []


def test_nothing_is_added_to_the_capital_in_a_plan():
    """Interest that was open when the plan began bears none of its own until the plan is over."""
    terms = interest("12", compounding="monthly")
    # through March 1, 29 days: 9.53, which bears interest from then on; 14 days on 1,009.53: 4.65
    assert str(account(terms, "2024-05-31").totals.interest) == "14.18"
    # 21 days from June 10 on 1,009.53: 6.97; only on July 1 does the rest join the capital
    assert str(account(terms, "2024-06-30", ACCELERATED).totals.interest) == "21.15"


def test_only_what_was_billed_by_then_is_in_the_plan():
    """A bill of after the day of counting bears what the contract says."""
    later = invoice("INV-2", "1000", "2024-04-01", "2024-05-01")
    ledger = account(interest("12"), "2024-06-30", invoices=[BILL, later])

    assert str(ledger.item("INV-1").interest) == "14.14"
    assert str(ledger.item("INV-2").interest) == "19.73"  # 60 days


def test_a_rate_of_the_plan_where_none_was_agreed():
    """A plan may bring in interest: it runs on the account from the day after the debt was counted."""
    ledger = account(Terms(), "2024-06-30", deal=RATE)

    assert str(ledger.totals.interest) == "17.59"
    assert str(ledger.per_diem.printed) == "0.16"


def test_a_rate_of_the_plan_beside_legal_interest():
    """The plan's own interest is owed on the account; the law's own stays a figure beside it, for the other days."""
    legal = InterestTerms((RateSpan(Decimal(10), cite="Franklin Code § 2-1"),), basis="by_law", cite="Franklin Code")
    ledger = account(Terms(interest=legal), "2024-06-30", ACCELERATED, deal=RATE)

    assert str(ledger.totals.interest) == "14.14"  # 86 days at 6%
    assert str(ledger.by_law.amount) == "17.53"  # 43 and 21 days at 10%
    assert (ledger.per_diem.exact, str(ledger.by_law.per_diem.printed)) == (0, "0.27")


def test_a_payment_takes_the_plans_interest_first():
    """Interest that a plan brought in is paid like any other: before principal."""
    ledger = account(Terms(), "2024-06-30", deal=RATE, payments=[payment("P-1", "2024-06-30", "117.59")])

    assert (ledger.totals.interest, ledger.totals.principal) == (0, 900)


def test_a_cap_counts_the_plans_interest():
    """The state's cap on what lateness costs holds for a plan's rate as for any other."""
    terms = replace(Terms(), caps=(cap("5", "excess_void"),))
    deal = {"interest": "rate", "percent": "30"}

    assert account(terms, "2024-06-30", deal=deal).breaches
    assert not account(terms, "2024-06-30", deal={"interest": "rate", "percent": "5"}).breaches


def test_interest_that_waits_for_a_demand_waits_on():
    """A plan's own interest runs though the contract's waits for a demand; after the plan the contract's waits on."""
    terms = Terms(interest=at("12", waits=True))

    assert str(account(terms, "2024-06-30", ACCELERATED, deal=RATE).totals.interest) == "14.14"


def test_more_time_ends_by_itself():
    """An extension without interest ends with its day and the days of grace; then interest runs as before."""
    deal = {"kind": "extension", "counted_on": "2024-03-15", "debt": "1014.14", "accelerates": "no", "grace_days": 5,
            "instalments": [{"due_on": "2024-04-15", "amount": "1014.14"}]}  # fmt: skip
    made = {"n": 1, "event": "made", "on": "2024-03-15", "document": "letters/extension", "files": [], "inputs": "a",
            "record": "r", "deal": deal}  # fmt: skip
    sent = {"n": 2, "event": "sent", "on": "2024-03-15", "made": 1}
    case = case_of(invoices=[BILL], made=[made], sent=[sent])
    ledger = build_ledger(case, replace(interest("12"), pauses=pauses_of(case)), day("2024-04-30"))

    assert str(ledger.totals.interest) == "17.43"  # 43 days, and 10 from April 21 to 30
    assert ledger.pauses[0].cite == "extension of 2024-03-15"


def test_without_a_plan_nothing_changes():
    """A case that has no plan asks for none and pays nothing for it."""
    assert pauses_of(case_of(invoices=[BILL])) == ()

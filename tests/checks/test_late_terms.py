"""A late charge before it is signed: the worst day, the remedy, the conditions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from franklin import case_of, codes, debtor, facts_of, the

from kit.checks.contract_terms import terms_for
from kit.checks.late_burden import heaviest, smallest_bill
from kit.findings import Severity
from kit.load.jurisdiction_file import load_jurisdiction

FIXED = {"kind": "fixed", "amount": "1000"}
ON = date(2026, 5, 1)


def agreed(**more) -> dict:
    """Return an agreement on a fixed price with an estimate of the cost of delay."""
    return {"price": FIXED, "delay_cost_estimate": "bank credit at 12%", "signed_on": "2026-05-01", **more}


def found(agreement: dict, kind: str = "individual", as_of: str = "2026-05-01", **facts) -> tuple:
    """Return what is said about a contract with a debtor of a kind."""
    return terms_for(facts_of(as_of, debtor=debtor(kind), agreement=agreement, **facts)).findings


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        # 1000 x 18% x 365/365 = 180.00, charged 180.00
        pytest.param({"interest": {"percent_a_year": "18"}}, None, id="interest-at-the-cap-keeps-it"),
        # 1000 x 18.1% x 365/365 = 181.00
        pytest.param({"interest": {"percent_a_year": "18.1"}}, (365, "181.00", "180.00"), id="interest-above-it"),
        # 1000 x 18% x 365/360 = 182.50
        pytest.param(
            {"interest": {"percent_a_year": "18", "day_count": "actual/360"}},
            (365, "182.50", "180.00"),
            id="year-of-360",
        ),
        # February 28 to March 1 is one day; thirty-day months count three: 1000 x 12% x 3/360 = 1.00, allowed 0.49
        pytest.param(
            {"interest": {"percent_a_year": "12", "day_count": "30/360"}}, (1, "1.00", "0.49"), id="months-of-thirty"
        ),
        # a month begun is charged whole on its first day: 1.5% of 1000 = 15.00; 1000 x 18% x 1/365 = 0.49
        pytest.param(
            {"late_fee": {"percent_a_month": "1.5", "month": "started"}}, (1, "15.00", "0.49"), id="month-started"
        ),
        # a completed February has 28 days, charged on the 29th: 15.00; 1000 x 18% x 29/365 = 14.30
        pytest.param(
            {"late_fee": {"percent_a_month": "1.5", "month": "completed"}}, (29, "15.00", "14.30"), id="february"
        ),
        # 1.4% of 1000 = 14.00 < 14.30
        pytest.param({"late_fee": {"percent_a_month": "1.4"}}, None, id="less-by-the-month-keeps-it"),
        # eight days late (seven of grace): 25.00; 1000 x 18% x 8/365 = 3.95
        pytest.param({"late_fee": {"flat": "25", "grace_days": "7"}}, (8, "25.00", "3.95"), id="flat-fee"),
        # a flat fee that the agreement itself caps at a tenth of a percent: 1.00; 1000 x 18% x 8/365 = 3.95
        pytest.param(
            {"late_fee": {"flat": "25", "grace_days": "7", "cap_percent": "0.1"}}, None, id="its-own-cap-holds"
        ),
        # both on day 8: 2.00 + 1000 x 12% x 8/365 = 2.63; allowed 3.95; on day one of neither alone
        pytest.param(
            {
                "interest": {"percent_a_year": "12"},
                "late_fee": {"flat": "2", "grace_days": "7"},
                "interest_and_late_fee_together": "yes",
            },
            (8, "4.63", "3.95"),
            id="fee-and-interest-together",
        ),
        # the later rate of 20% counts: 200.00 after a year
        pytest.param(
            {"interest": {"percent_a_year": "10", "changes": [{"from": "2027-01-01", "percent_a_year": "20"}]}},
            (365, "200.00", "180.00"),
            id="a-later-rate",
        ),
    ],
)
def test_worst_day(terms, expected):
    """Fee and interest of the same days are held against the cap on every date, over actual days on 365."""
    worst = heaviest(case_of(agreement=agreed(**terms), debtor=debtor("individual")), Decimal(18), ON)

    assert worst is not None
    assert worst.over == (expected is not None)
    if expected:
        assert (worst.days, str(worst.charged), str(worst.allowed)) == expected


def test_grace_forgives_only_who_pays_in_time():
    """Interest that the days of grace only forgive weighs its full rate from the day after; delayed, less."""
    forgives, delays = (
        heaviest(
            case_of(agreement=agreed(interest={"percent_a_year": "20", "grace_days": "180", "from": start})),
            Decimal(18),
            ON,
        )
        for start in ("due_date", "after_grace")
    )

    # forgiven: 1000 x 20% x 365/365 = 200.00; delayed: 1000 x 20% x 185/365 = 101.37, allowed 180.00
    assert (forgives.over, str(forgives.charged)) == (True, "200.00")
    assert (delays.over, str(delays.charged)) == (False, "101.37")


@pytest.mark.parametrize(
    ("price", "smallest"),
    [
        pytest.param({"kind": "fixed", "amount": "1000"}, "1000.00", id="fixed"),
        # 20% of 1000 = 200.00 first, 800.00 then
        pytest.param({"kind": "fixed", "amount": "1000", "deposit": {"percent": "20"}}, "200.00", id="deposit"),
        pytest.param({"kind": "hourly", "rate": "85"}, "85.00", id="one-hour"),
        pytest.param({"kind": "recurring", "amount": "300"}, "300.00", id="one-period"),
        pytest.param(
            {
                "kind": "milestones",
                "stages": [{"id": "a", "text": "a", "amount": "900"}, {"id": "b", "text": "b", "amount": "400"}],
            },
            "400.00",
            id="smallest-stage",
        ),
    ],
)
def test_smallest_bill(price, smallest):
    """A flat fee is weighed on the smallest bill that the price foresees."""
    assert str(smallest_bill(case_of(agreement={"price": price}))) == smallest


def test_small_bill_breaks_what_a_large_one_keeps():
    """The same flat fee passes on one large bill and breaks the cap on a small stage."""
    fee = {"late_fee": {"flat": "25", "grace_days": "30"}}
    large = {"kind": "fixed", "amount": "2000"}
    small = {
        "kind": "milestones",
        "stages": [{"id": n, "text": n, "amount": a} for n, a in (("a", "1900"), ("b", "100"))],
    }

    # 2000 x 18% x 31/365 = 30.58 >= 25; 100 x 18% x 31/365 = 1.53 < 25
    assert not heaviest(case_of(agreement=agreed(**fee, price=large)), Decimal(18), ON).over
    assert heaviest(case_of(agreement=agreed(**fee, price=small)), Decimal(18), ON).over


@pytest.mark.parametrize(
    ("kind", "signed", "severity", "words"),
    [
        pytest.param("individual", "2026-05-01", Severity.NOTE, "only the excess is not owed", id="trimmed"),
        pytest.param(
            "individual", "2023-12-31", Severity.STOP, "all interest and late charges are lost", id="forfeit-until-2023"
        ),
        pytest.param("partnership", "2026-05-01", Severity.STOP, "owes a multiple", id="multiple"),
        pytest.param("nonprofit", "2026-05-01", Severity.STOP, "whole clause is void", id="clause-void"),
        pytest.param("government", "2026-05-01", Severity.STOP, "whole debt is at risk", id="stop"),
    ],
)
def test_remedy_is_the_laws_own(kind, signed, severity, words):
    """Only a law that trims lets the clause stand; every other remedy stops the contract, with the citation."""
    finding = the("K121", found(agreed(interest={"percent_a_year": "30"}, signed_on=signed), kind))

    assert finding.severity is severity
    assert words in finding.message
    assert finding.law.startswith("Franklin Code § 9-")
    assert not finding.overridable


def test_consumer_cap_is_its_own():
    """A consumer's cap is twelve percent, and what is over it is void."""
    finding = the("K121", found(agreed(interest={"percent_a_year": "13"}), purpose="consumer"))

    assert "the limit of 12% a year" in finding.message
    assert "void" in finding.message


def test_message_shows_the_sum():
    """The message can be followed with pencil and paper, and says what to write instead."""
    finding = the("K121", found(agreed(late_fee={"flat": "24", "grace_days": "7"}), "partnership", as_of="2026-05-01"))

    # 24 x 365 / 8 / 1000 = 109.5%; 1000 x 24% x 8/365 = 5.26
    assert finding.message == (
        "a bill of $1,000.00 due on 2027-01-24 and unpaid on 2027-02-01, 8 days later, bears late fees of $24.00, "
        "which is 109.5% a year; the limit of 24% a year allows $1,000.00 x 24% x 8/365 = $5.26; "
        "the creditor owes a multiple of the excess"
    )
    assert finding.fix == "Write `interest: {percent_a_year: 24}` or less, counted by actual/365."


def test_no_cap_no_finding():
    """Where the law sets no cap, with a citation, nothing is refused."""
    assert "K121" not in codes(found(agreed(interest={"percent_a_year": "40"}), "corporation"))


def test_unknown_cap_stops():
    """A day off the record is not passed over: the user decides, on record."""
    finding = the("K166", found(agreed(interest={"percent_a_year": "9"}, signed_on="1990-01-01")))

    assert (finding.severity, finding.overridable) == (Severity.STOP, True)


@pytest.mark.parametrize(
    ("fee", "expected"),
    [
        # the greater of 25 and 5% of 1000 = 50.00
        pytest.param({"flat": "50", "grace_days": "7"}, [], id="at-the-greater"),
        pytest.param({"flat": "50.01", "grace_days": "7"}, ["K123"], id="a-cent-over"),
        pytest.param({"percent": "5", "grace_days": "7"}, [], id="percent-at-it"),
        pytest.param({"percent": "5.1", "grace_days": "7"}, ["K123"], id="percent-over"),
        pytest.param({"percent": "1", "grace_days": "6"}, ["K124"], id="a-day-of-grace-too-few"),
        pytest.param({"percent_a_month": "1", "grace_days": "7"}, ["K129"], id="every-month-again"),
    ],
)
def test_single_fee(fee, expected):
    """One late fee is held against the law's limit on a single fee, its days of grace, and once for each payment."""
    said = found(agreed(late_fee=fee))

    assert [code for code in codes(said) if code in ("K123", "K124", "K129")] == expected


@pytest.mark.parametrize(
    ("agreement", "code"),
    [
        pytest.param({"interest": {"percent_a_year": "9"}, "delay_cost_estimate": None}, "K122", id="no-estimate"),
        pytest.param({"interest": {"percent_a_year": "9"}, "late_fee": {"flat": "1"}}, "K126", id="both-and-not-said"),
        pytest.param({"interest": {"percent_a_year": "9", "compounding": "monthly"}}, "K127", id="compound"),
        pytest.param({"interest": {"percent_a_year": "9"}, "starts_on": "2026-04-30"}, "K142", id="work-begun"),
    ],
)
def test_conditions(agreement, code):
    """Each condition of a late charge that the contract misses stops it, with what to write and where."""
    finding = the(code, found({k: v for k, v in agreed(**agreement).items() if v is not None}, "corporation"))

    assert finding.severity is Severity.STOP
    assert finding.fix


def test_words_on_an_invoice_are_not_enough():
    """The user hears that a charge printed on an invoice is not agreed."""
    finding = the("K143", found(agreed(interest={"percent_a_year": "9"}), "corporation"))

    assert (finding.severity, finding.law) == (Severity.NOTE, "Franklin Code § 9-3, read 2026-03-14")


def test_nothing_charged_nothing_asked():
    """A contract without a late charge hears nothing about late charges."""
    assert not {"K121", "K122", "K123", "K143", "K166"}.intersection(codes(found(agreed())))


@pytest.mark.parametrize(
    ("state", "percent", "told"),
    [
        pytest.param("us-ny", "16", False, id="ny-at-the-cautious-figure"),
        pytest.param("us-ny", "24", True, id="ny-above-it"),
        pytest.param("us-ca", "10", False, id="ca-at-the-cautious-figure"),
        pytest.param("us-ca", "12", True, id="ca-above-it"),
        pytest.param("us-tx", "12", False, id="tx-has-a-cap-instead"),
    ],
)
def test_a_rate_that_a_court_may_strike_is_said_before_signing(state, percent, told):
    """Where no cap was found but courts weigh a charge, a rate above the cautious figure is noted, never silent."""
    facts = facts_of("2026-05-01", debtor=debtor("corporation"), agreement=agreed(interest={"percent_a_year": percent}))

    found = terms_for(replace(facts, law=load_jurisdiction(state))).findings
    notes = [finding for finding in found if finding.code == "K186"]

    assert bool(notes) is told
    assert all(note.law and note.severity is Severity.NOTE and f"{percent}% a year" in note.message for note in notes)

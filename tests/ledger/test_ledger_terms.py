"""From agreement and law to terms: what may be charged, and every doubt about it, in Franklin."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from ledger_cases import case_of, day, interest, invoice, payment

from kit.findings import KitError
from kit.ledger.build import build_ledger
from kit.ledger.resolution import terms_of
from kit.ledger.terms import Terms
from kit.load.jurisdiction_file import read_jurisdiction
from kit.model.agreement import Bucket
from kit.model.case import InterestChoices, RateOverride
from kit.model.paper_event import Sent

FRANKLIN = Path(__file__).parents[1] / "fixtures" / "jurisdictions" / "us-xf.yaml"
ONE = [invoice("A", "1000", "2024-01-01", "2024-01-31")]
SIGNED = {"signed_on": "2023-12-01"}


@pytest.fixture(scope="module")
def franklin():
    """Return the law of Franklin."""
    return read_jurisdiction(FRANKLIN)


def agreed(debtor="corporation", **agreement):
    """Return a case against such a debtor with this agreement."""
    return case_of(kind=debtor, invoices=ONE, agreement=SIGNED | agreement)


def codes(findings) -> list[str]:
    """Return the codes of findings, sorted."""
    return sorted(finding.code for finding in findings)


def test_agreed_interest_with_its_changes():
    """Agreed rates become spans with the clause they stand in; without a known law a note says nothing was tested."""
    clause = {
        "percent_a_year": "12",
        "changes": [{"from": "2024-06-01", "percent_a_year": "10"}],
        "source": "section 7",
    }

    terms, findings = terms_of(agreed(interest=clause), None, day("2024-12-31"))

    assert terms.interest is not None
    assert [(str(r.percent), r.start, r.end, r.cite) for r in terms.interest.rates] == [
        ("12", None, day("2024-06-01"), "section 7"),
        ("10", day("2024-06-01"), None, "section 7"),
    ]
    assert codes(findings) == ["K167"]


@pytest.mark.parametrize(
    ("clause", "grace", "waits"),
    [
        pytest.param({"from": "due_date", "grace_days": "5"}, "forgives", False, id="grace-forgives"),
        pytest.param({"from": "after_grace", "grace_days": "5"}, "delays", False, id="grace-delays"),
        pytest.param({"from": "demand"}, "forgives", True, id="waits-for-a-demand"),
    ],
)
def test_when_agreed_interest_starts(clause, grace, waits):
    """The clause says whether grace forgives or delays, and whether a demand is needed first."""
    terms, findings = terms_of(agreed(interest={"percent_a_year": "12"} | clause), None, day("2024-12-31"))

    assert terms.interest is not None
    assert (terms.interest.grace, terms.interest.waits) == (grace, waits)
    assert ("K165" in codes(findings)) is waits


def test_a_demand_that_went_out_starts_interest():
    """Interest from demand runs from the day after the first letter that demanded payment."""
    case = agreed(interest={"percent_a_year": "12", "from": "demand"})
    sent = tuple(
        Sent(event="sent", n=n, on=day(on), document=name)
        for n, on, name in ((1, "2024-02-10", "letters/reminder"), (2, "2024-03-01", "letters/final-demand"))
    )
    case = case.model_copy(update={"sent": sent})

    terms, _ = terms_of(case, None, day("2024-03-11"))

    assert build_ledger(case, terms, day("2024-03-11")).spans[0].days == 10
    assert terms_of(case, None, day("2024-02-28"))[0].interest.waits


@pytest.mark.parametrize(
    ("together", "code", "fee"),
    [pytest.param("no", ["K163"], False, id="one-of-the-two"), pytest.param("yes", [], True, id="both-as-agreed")],
)
def test_fee_and_interest_together_only_where_agreed(franklin, together, code, fee):
    """A fee runs beside interest only where the agreement says so; otherwise a note says what is left out."""
    case = agreed(interest={"percent_a_year": "12"}, late_fee={"flat": "20"}, interest_and_late_fee_together=together)

    terms, findings = terms_of(case, franklin, day("2024-12-31"))

    assert bool(terms.late_fee) is fee
    assert codes(findings) == code


@pytest.mark.parametrize(
    ("kind", "signed", "cap"),
    [
        pytest.param("corporation", "2023-12-01", None, id="no-cap-for-an-entity"),
        pytest.param("individual", "2023-12-01", ("18", "interest_forfeit"), id="before-the-law-changed"),
        pytest.param("individual", "2024-01-01", ("18", "trimmed"), id="the-day-it-changed"),
        pytest.param("partnership", "2023-12-01", ("24", "multiple"), id="its-own-remedy"),
    ],
)
def test_the_cap_is_the_one_of_the_agreements_day(franklin, kind, signed, cap):
    """A cap is chosen by the debtor's kind and the day of the agreement, and carries its remedy."""
    terms, _ = terms_of(agreed(kind, signed_on=signed, interest={"percent_a_year": "12"}), franklin, day("2024-12-31"))

    assert [(str(c.percent_a_year), c.remedy) for c in terms.caps] == ([cap] if cap else [])


def test_a_law_that_is_not_known_for_the_day_stops(franklin):
    """Late charges of an agreement older than the record are not passed in silence."""
    _, findings = terms_of(
        agreed("individual", signed_on="1990-01-01", interest={"percent_a_year": "12"}), franklin, day("2024-12-31")
    )

    (finding,) = (finding for finding in findings if finding.code == "K166")
    assert finding.stops
    assert finding.overridable


def test_the_laws_days_of_grace_and_limit(franklin):
    """Franklin gives a natural person seven days and at most the greater of $25 and 5%."""
    terms, findings = terms_of(agreed("individual", late_fee={"flat": "60"}), franklin, day("2024-12-31"))
    ledger = build_ledger(agreed("individual"), terms, day("2024-12-31"))

    assert terms.late_fee is not None
    assert terms.late_fee.grace_days == 7
    assert "K168" in codes(findings)
    assert terms.fee_limit is not None
    assert terms.fee_limit.most(Decimal(1000)) == 50
    assert "K161" in codes(ledger.findings)


def test_one_fee_a_payment(franklin):
    """Where the law allows one fee for each late payment, a monthly fee is stopped."""
    _, findings = terms_of(agreed("individual", late_fee={"percent_a_month": "1"}), franklin, day("2024-12-31"))

    assert "K169" in codes(findings)


def test_interest_by_law_where_none_was_agreed(franklin):
    """Franklin's yearly rates run from thirty days after the due date, beside the account."""
    case = agreed()
    terms, findings = terms_of(case, franklin, day("2025-01-31"))
    ledger = build_ledger(case, terms, day("2025-01-31"))

    # March 2 to December 31, 2024: 305 days at 9% = 75.21;  31 days at 8.5% = 7.22
    assert [(span.days, str(span.percent), str(span.amount)) for span in ledger.spans] == [
        (305, "9", "75.21"),
        (31, "8.5", "7.22"),
    ]
    assert ledger.by_law is not None
    assert ledger.by_law.amount == Decimal("82.43")
    assert ledger.totals.interest == 0
    assert findings == ()
    assert [(answer.rule.value, str(answer.starts)) for answer in terms.used][1:] == [
        ("prejudgment_interest", "2024-01-01"),
        ("prejudgment_interest", "2025-01-01"),
    ]


def test_interest_that_a_court_may_give_is_no_figure(tmp_path):
    """Where a court decides whether legal interest is due, none is shown, and a note says why."""
    text = FRANKLIN.read_text(encoding="utf-8").replace("court_decides: no", "court_decides: yes")
    (tmp_path / "us-xf.yaml").write_text(text, encoding="utf-8")
    terms, findings = terms_of(agreed(), read_jurisdiction(tmp_path / "us-xf.yaml"), day("2025-01-31"))

    assert build_ledger(agreed(), terms, day("2025-01-31")).by_law is None
    assert [(finding.code, bool(finding.law)) for finding in findings] == [("K171", True)]


def test_a_rate_the_table_does_not_reach_is_asked_for(franklin):
    """Past the last published figure nothing is guessed: a note asks for the rate, and the user's own goes on."""
    late = {"invoices": [invoice("A", "1000", "2026-10-01", "2026-10-31")], "agreement": SIGNED}
    asked = case_of(**late)
    told = asked.model_copy(
        update={
            "interest": InterestChoices(
                rate_overrides=(
                    RateOverride(
                        rule="prejudgment_interest",
                        starts=day("2027-01-01"),
                        percent=Decimal(7),
                        source="treasury.franklin.example",
                    ),
                )
            )
        }
    )

    first, found = terms_of(asked, franklin, day("2027-01-31"))
    second, clean = terms_of(told, franklin, day("2027-01-31"))

    assert found == ()
    ledger = build_ledger(asked, first, day("2027-01-31"))
    (note,) = ledger.findings
    assert (note.code, note.stops) == ("K162", False)
    assert "2027-01-01" in note.message
    assert "rate_overrides" in note.fix
    assert ledger.by_law is not None
    assert ledger.by_law.through == day("2026-12-31")
    assert first.interest is not None
    assert second.interest is not None
    assert [str(rate.percent) for rate in first.interest.rates] == ["7.75"]
    assert [(str(rate.percent), rate.cite) for rate in second.interest.rates][1] == ("7", "treasury.franklin.example")
    assert clean == ()


def test_a_missing_rate_is_not_asked_for_where_nothing_is_overdue(franklin):
    """A bill that was paid, or one not yet due, draws no note about the law's rates."""
    paid = [payment("P", "2026-10-31", "1000")]
    case = case_of(invoices=[invoice("A", "1000", "2026-10-01", "2026-10-31")], payments=paid, agreement=SIGNED)

    for as_of in ("2026-10-15", "2027-01-31"):
        terms, _ = terms_of(case, franklin, day(as_of))
        assert "K162" not in codes(build_ledger(case, terms, day(as_of)).findings)


def test_no_rate_at_all_is_no_figure(franklin):
    """Where no day's rate is known, no sum of legal interest is shown, and the note still asks for the rate."""
    case = case_of(invoices=[invoice("A", "1000", "2027-02-01", "2027-03-01")], agreement=SIGNED)

    terms, _ = terms_of(case, franklin, day("2027-04-30"))
    ledger = build_ledger(case, terms, day("2027-04-30"))

    assert ledger.by_law is None
    assert codes(ledger.findings) == ["K162"]


def test_no_interest_by_law_beside_a_late_fee(franklin):
    """A fee was agreed for the delay, so no second price of the same delay is shown."""
    terms, findings = terms_of(agreed(late_fee={"flat": "20"}), franklin, day("2025-01-31"))

    assert terms.interest is None
    assert codes(findings) == ["K172"]


@pytest.mark.parametrize(
    ("more", "charge"),
    [
        pytest.param({}, "25", id="the-laws-own"),
        pytest.param({"returned_check_fee": "15"}, "15", id="agreed-and-lower"),
        pytest.param({"returned_check_fee": "50"}, "25", id="agreed-and-higher"),
    ],
)
def test_returned_check(franklin, more, charge):
    """A bounced check costs what the law gives, or less where less was agreed; nothing is asked where none bounced."""
    bad = payment("P", "2024-02-10", "100", method="check", bounced_on="2024-02-20")
    case = case_of(invoices=ONE, payments=[bad], agreement=SIGNED | more)

    terms, _ = terms_of(case, franklin, day("2024-03-01"))

    assert terms.returned_check is not None
    assert terms.returned_check.fee(Decimal(100), 0) == Decimal(charge)
    assert terms_of(case, franklin, day("2024-02-15"))[0].returned_check is None


def test_a_fee_that_waits_for_a_demand_is_not_posted(tmp_path):
    """Where the law's charge comes only with a written demand it is left out with a note; an agreed one is posted."""
    text = FRANKLIN.read_text(encoding="utf-8").replace("fee_owed_at_once: yes", "fee_owed_at_once: no")
    (tmp_path / "us-xf.yaml").write_text(text, encoding="utf-8")
    law = read_jurisdiction(tmp_path / "us-xf.yaml")
    bad = payment("P", "2024-02-10", "100", method="check", bounced_on="2024-02-20")

    (silent, noted), (agreed_fee, clean) = (
        terms_of(case_of(invoices=ONE, payments=[bad], agreement=SIGNED | more), law, day("2024-03-01"))
        for more in ({}, {"returned_check_fee": "15"})
    )

    assert silent.returned_check is None
    assert [finding.stops for finding in noted if finding.code == "K185"] == [False]
    assert agreed_fee.returned_check is not None
    assert agreed_fee.returned_check.fee(Decimal(100), 0) == 15
    assert "K185" not in codes(clean)


def test_order_of_application(franklin):
    """The agreement's order goes first, then the law's, then interest before principal; each says why."""
    facts = {"invoices": ONE, "payments": [payment("P", "2024-02-10", "100")]}
    by_agreement, by_law, neither = (
        terms_of(case_of(**facts, agreement=SIGNED | more), law, day("2024-03-01"))[0].order
        for more, law in (
            ({"application_order": ["costs", "fees", "interest", "principal"]}, franklin),
            ({}, franklin),
            ({}, None),
        )
    )

    assert by_agreement.buckets[0] is Bucket.COSTS
    assert by_agreement.cite == "the agreement"
    assert "14-2" in by_law.cite
    assert by_law.buckets == (Bucket.INTEREST, Bucket.PRINCIPAL, Bucket.FEES, Bucket.COSTS)
    assert "§ 260" in neither.cite


@pytest.mark.parametrize(
    ("kind", "stops"), [pytest.param("oral", True, id="oral"), pytest.param("written", False, id="written")]
)
def test_a_late_charge_that_must_be_in_writing(franklin, kind, stops):
    """Where the law wants a late charge in writing, an oral agreement stops the paper."""
    _, findings = terms_of(agreed(kind=kind, interest={"percent_a_year": "12"}), franklin, day("2024-12-31"))

    assert any(finding.code == "K175" and finding.stops for finding in findings) is stops


def test_compounding_the_law_forbids_is_left_out(franklin):
    """Interest bears interest only where agreed and lawful."""
    clause = {"percent_a_year": "12", "compounding": "monthly"}

    forbidden, findings = terms_of(agreed(interest=clause), franklin, day("2024-12-31"))
    free, _ = terms_of(agreed(interest=clause), None, day("2024-12-31"))

    assert forbidden.interest is not None
    assert free.interest is not None
    assert (forbidden.interest.compounding, free.interest.compounding) == ("none", "monthly")
    assert "K174" in codes(findings)


def test_a_law_against_fee_and_interest_together(tmp_path):
    """Where the law lets only one of them run, interest stays and the fee goes, with the citation."""
    text = FRANKLIN.read_text(encoding="utf-8").replace(
        "fee_and_interest_together: yes", "fee_and_interest_together: no"
    )
    (tmp_path / "us-xf.yaml").write_text(text, encoding="utf-8")
    both = {"interest": {"percent_a_year": "12"}, "late_fee": {"flat": "20"}, "interest_and_late_fee_together": "yes"}

    terms, findings = terms_of(agreed(**both), read_jurisdiction(tmp_path / "us-xf.yaml"), day("2024-12-31"))

    assert terms.late_fee is None
    assert [(finding.code, bool(finding.law)) for finding in findings] == [("K164", True)]


@pytest.mark.parametrize("as_of", ["1899-12-31", "9999-12-31"])
def test_a_day_beyond_the_calendar_is_refused(as_of):
    """A day nobody can mean is answered with a sentence."""
    with pytest.raises(KitError, match="is no day for an account"):
        terms_of(agreed(), None, day(as_of))
    with pytest.raises(KitError, match="is no day for an account"):
        build_ledger(agreed(), Terms(), day(as_of))


def test_sums_beyond_counting_are_refused():
    """Figures with more digits than an exact sum can keep are answered with a sentence."""
    lines = [{"text": "x", "quantity": "999999999999", "unit_price": "999999999999", "tax_percent": "1000"}]
    case = case_of(invoices=[{"id": "A", "issued_on": "2024-01-01", "due_on": "2024-01-31", "lines": lines}])

    with pytest.raises(KitError, match="larger than this program counts"):
        build_ledger(case, interest("1000"), day("2190-01-01"))


def test_a_law_without_election(tmp_path):
    """Where the law leaves the creditor no choice, an election is not followed, and a note says so."""
    text = FRANKLIN.read_text(encoding="utf-8").replace("creditor_may_elect: yes", "creditor_may_elect: no")
    (tmp_path / "us-xf.yaml").write_text(text, encoding="utf-8")
    bills = [*ONE, invoice("B", "500", "2024-01-01", "2024-02-10")]
    case = case_of(invoices=bills, payments=[payment("P", "2024-03-01", "100", elected="B")], agreement=SIGNED)

    terms, findings = terms_of(case, read_jurisdiction(tmp_path / "us-xf.yaml"), day("2024-03-01"))
    ledger = build_ledger(case, terms, day("2024-03-01"))

    assert codes(findings) == ["K176"]
    assert (ledger.item("A").principal, ledger.item("B").principal) == (900, 500)


def test_a_users_rate_never_replaces_the_laws(franklin):
    """A rate the user gave for days that the law's table covers changes nothing there."""
    told = case_of(invoices=[invoice("A", "1000", "2026-10-01", "2026-10-31")], agreement=SIGNED)
    own = RateOverride(rule="prejudgment_interest", starts=day("2026-06-01"), percent=Decimal(99), source="nowhere")

    terms, _ = terms_of(
        told.model_copy(update={"interest": InterestChoices(rate_overrides=(own,))}), franklin, day("2027-01-31")
    )

    assert terms.interest is not None
    assert [(str(rate.percent), rate.start) for rate in terms.interest.rates] == [
        ("7.75", day("2026-11-01")),
        ("99", day("2027-01-01")),
    ]


def test_the_laws_dollars_say_nothing_about_other_money(franklin):
    """An amount the law names in dollars is not held against a case in another currency."""
    bad = payment("P", "2024-02-10", "100", method="check", bounced_on="2024-02-20")
    case = case_of(invoices=ONE, payments=[bad], agreement=SIGNED | {"returned_check_fee": "50"}, currency="MXN")

    terms, _ = terms_of(case, franklin, day("2024-03-01"))

    assert terms.returned_check is not None
    assert terms.returned_check.fee(Decimal(100), 0) == 50

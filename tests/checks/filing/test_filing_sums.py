"""The limit on both sides of a change, what is over it worked out in figures, and how often one may file."""

from __future__ import annotations

from decimal import Decimal

import pytest
from franklin import ADDRESS, creditor, debtor, invoice
from suits import AGENT, changed_law, gravest, looked

from kit.checks.filing import Verdict
from kit.checks.filing.fee import fee_of
from kit.model.law_courts import FilingFee
from kit.model.law_words import Say

COUNTRY = {"debtor": debtor(address={**ADDRESS, "city": "Lee Town"}, registered_agent=AGENT)}
PERSON = creditor("individual")
BEFORE = "$6,000.00 until 2023-12-31 and $8,000.00 from 2024-01-01"
SINCE = "$8,000.00 since 2024-01-01; until 2023-12-31 it was $6,000.00"
COUNTS = "contract_interest: counts, late_fees: counts, costs: excluded, attorney_fees: counts}"
WAIVE = {"small_claims": {"waive_excess": "yes"}}


@pytest.mark.parametrize(
    ("as_of", "code", "words"),
    [
        pytest.param("2023-10-02", "", "knows no change", id="ninety-one-days-before"),
        pytest.param("2023-10-03", "K612", BEFORE, id="ninety-before"),
        pytest.param("2023-12-31", "K612", BEFORE, id="day-before"),
        pytest.param("2024-01-01", "K612", SINCE, id="day-of"),
        pytest.param("2024-03-31", "K612", SINCE, id="ninety-after"),
        pytest.param("2024-04-01", "", "knows no change", id="ninety-one-after"),
    ],
)  # fmt: skip
def test_change_of_limit(as_of, code, words):
    """Near a change of the limit both sides are said, with the day that decides."""
    bill = [invoice(issued="2023-01-01", due="2023-02-01")]
    filing = looked(as_of, creditor=PERSON, invoices=bill, agreement={"signed_on": "2022-08-01"})

    row = gravest(filing, "limit-change")
    assert row.code == code
    assert words in row.said


def test_a_change_that_may_come(tmp_path):
    """Where the limit's entry is to be read again soon, the user hears of it before filing."""
    old = "small_claims_limit:\n    verified_on: 2026-03-14\n"
    forum = changed_law(tmp_path, (old, f"{old}    review_by: 2026-06-01\n"))

    assert "read again on 2026-06-01" in gravest(looked(forum=forum), "limit-change").said


def test_what_counts():
    """Each part of the claim is said to count or not; what nobody settled was counted, and is never clear."""
    filing = looked(agreement={"interest": {"percent_a_year": "10"}})
    # 89 days to May 1: 1000 x 10% x 89/365 = 24.38
    assert gravest(filing, "limit-counts").said == "the principal counts; agreed interest of $24.38 counts"
    assert (filing.claim, filing.counted) == (Decimal("1024.38"), Decimal("1024.38"))


def test_unsettled_part_counts(tmp_path):
    """Where nobody has settled whether interest counts it is counted, and the row is not clear."""
    forum = changed_law(
        tmp_path, (COUNTS, COUNTS.replace("contract_interest: counts", "contract_interest: not_researched"))
    )
    filing = looked(forum=forum, agreement={"interest": {"percent_a_year": "10"}})

    row = gravest(filing, "limit-counts")
    assert (row.verdict, row.code) == (Verdict.UNKNOWN, "K220")
    assert "$24.38" in row.said
    assert filing.counted == Decimal("1024.38")


def test_unknown_limit_stops(tmp_path):
    """A limit that nobody researched is no limit passed: the claim stops until the user has asked."""
    forum = changed_law(tmp_path, ("value: 5000, source: code-12-302, confidence: high}", "value: not_researched}"))
    filing = looked(forum=forum)
    row = gravest(filing, "limit")

    assert gravest(filing, "limit-change").verdict is Verdict.UNKNOWN
    assert (row.verdict, row.code, row.stops) == (Verdict.UNKNOWN, "K612", True)
    assert row.finding.overridable


def test_ways_where_the_excess_may_be_given_up():
    """Over the limit each way is worked out: what is lost and left, the next court with its fee, what to settle for."""
    filing = looked(invoices=[invoice(amount="4100")], agreement={"interest": {"percent_a_year": "10"}}, **COUNTRY)
    ways = filing.ways
    # interest of 89 days: 4100 x 10% x 89/365 = 99.97, left out of this court's limit of 4000, and claimed on top
    assert (filing.limit, filing.counted, filing.claim) == (Decimal(4000), Decimal(4100), Decimal("4199.97"))
    assert (ways.over, ways.waiver.lost, ways.waiver.left) == (Decimal(100), Decimal(100), Decimal("4099.97"))
    assert (ways.waiver.may, ways.waiver.chosen, filing.waived) == (Say.YES, False, 0)
    assert ways.splitting_barred is Say.YES
    # one per cent of 4,199.97 is 42.00, and 150 is the least
    assert (ways.next_court.name, ways.next_court.limit, ways.next_court.takes_it, ways.next_court.fee) == (
        "District Court, general division",
        None,
        True,
        Decimal(150),
    )
    assert filing.stopped
    for figure in ("$100.00 for good", "$4,099.97", "District Court", "$150.00", "Never split"):
        assert figure in gravest(filing, "limit").fix


def test_excess_given_up():
    """With `waive_excess` in the case the claim is lowered to the limit, and what is lost is on record."""
    filing = looked(invoices=[invoice(amount="4100")], **COUNTRY, **WAIVE)

    assert (filing.waived, filing.demand) == (Decimal(100), filing.claim - 100)
    assert filing.ways.waiver.chosen
    assert (gravest(filing, "limit").verdict, gravest(filing, "excess").verdict) == (Verdict.CLEAR, Verdict.NOTE)
    assert "$100.00 is given up for good" in gravest(filing, "excess").said
    assert not filing.stopped


def test_excess_may_not_be_given_up():
    """Where the law lets nobody give up the excess the wish is refused, whatever the case says."""
    filing = looked(invoices=[invoice(amount="5100")], **WAIVE)

    assert (filing.waived, filing.ways.waiver.chosen) == (0, False)
    assert gravest(filing, "excess").stops
    assert not gravest(filing, "excess").finding.overridable
    assert gravest(filing, "limit").stops


def test_excess_not_researched(tmp_path):
    """Where nobody knows whether the excess may be given up, nothing is given up and the claim stays stopped."""
    forum = changed_law(tmp_path, ("{may_waive: no, splitting_barred: yes}", "{may_waive: not_researched}"))
    filing = looked(forum=forum, invoices=[invoice(amount="5100")], **WAIVE)

    assert (filing.waived, gravest(filing, "excess").verdict) == (0, Verdict.UNKNOWN)
    assert gravest(filing, "limit").stops


def test_limit_against_a_guarantor(tmp_path):
    """A court's own limit against guarantors holds the claim against them, and bounds what is asked of them."""
    row = "      - {court: overton-commercial, from: 2024-01-01, value: 5000, source: code-12-302, confidence: high}\n"
    own = row.replace("from:", "claim: guaranty, from:").replace("5000", "800")
    forum = changed_law(tmp_path, (row, row + own))
    sued = [{"name": "Sam Moss", "kind": "individual", "sue": "yes"}]
    filing = looked(forum=forum, guarantors=sued)

    assert gravest(filing, "guarantors").stops
    assert [(one.name, one.guarantor, one.at_most) for one in filing.defendants] == [
        ("Late Paper Supply Inc.", False, None),
        ("Sam Moss", True, Decimal(800)),
    ]
    small = looked(forum=forum, guarantors=sued, invoices=[invoice(amount="780")])
    assert not gravest(small, "guarantors").stops


def month(number: int, **more) -> list[dict]:
    """Return claims filed on the first days of April 2026."""
    return [{"on": f"2026-04-{day:02d}", "amount": "3000", **more} for day in range(1, number + 1)]


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        # Overton's commercial part: five in a calendar month
        pytest.param({"as_of": "2026-04-29", "filed_before": month(4)}, "clear", id="fifth-in-the-month"),
        pytest.param({"as_of": "2026-04-29", "filed_before": month(5)}, "stop", id="sixth-in-the-month"),
        pytest.param({"as_of": "2026-05-01", "filed_before": month(5)}, "clear", id="a-new-month"),
        pytest.param({"as_of": "2026-04-29", "filed_before": month(5, state="NY")}, "clear", id="another-state"),
        # the county court: two over 2,500 in a calendar year, dearer after twelve in twelve months
        pytest.param({**COUNTRY, "filed_before": month(5)}, "clear", id="this-one-is-small"),
        pytest.param({**COUNTRY, "filed_before": month(1), "invoices": [invoice(amount="3000")]}, "clear", id="second"),
        pytest.param({**COUNTRY, "filed_before": month(2), "invoices": [invoice(amount="3000")]}, "stop", id="third"),
        pytest.param({**COUNTRY, "filed_before": month(12)}, "note", id="dearer"),
        pytest.param({**COUNTRY, "filed_before": month(11)}, "clear", id="not-yet-dearer"),
        pytest.param({**COUNTRY, "filed_before": None}, "note", id="asked-where-only-the-fee-turns-on-it"),
        pytest.param({"creditor": PERSON, "filed_before": None}, "clear", id="no-cap-for-a-person"),
    ],
)
def test_filing_caps(changes, verdict):
    """Claims filed before are counted in their period, place and size; where nobody said how many, it is asked."""
    row = gravest(looked(**changes), "filing-caps")

    assert row.verdict.value == verdict, row.said


def test_own_filing_counts():
    """What this case's own journal says was filed counts too, once even where the list names it as well."""
    filed = {"n": 7, "on": "2026-04-10", "amount": "3000"}
    same = {**COUNTRY, "filings": [filed], "invoices": [invoice(amount="3000")]}

    assert not gravest(looked(**same, filed_before=[]), "filing-caps").stops
    assert gravest(looked(**same, filed_before=month(1)), "filing-caps").stops
    listed = [{"on": "2026-04-10", "amount": "3000"}]
    assert not gravest(looked(**same, filed_before=listed), "filing-caps").stops


@pytest.mark.parametrize(
    ("rule", "amount", "fee"),
    [
        ({"tiers": [{"up_to": 1500, "fee": 30}, {"fee": 75}]}, "1500", "30"),
        ({"tiers": [{"up_to": 1500, "fee": 30}, {"fee": 75}]}, "1500.01", "75"),
        ({"tiers": [{"up_to": 1500, "fee": 30}]}, "1500.01", None),
        ({"percent": 1, "minimum": 150, "maximum": 900}, "4199.97", "150"),
        ({"percent": 1, "minimum": 150, "maximum": 900}, "20000", "200"),
        ({"percent": 1, "minimum": 150, "maximum": 900}, "100000", "900"),
        ({"local": "yes"}, "100", None),
    ],
)
def test_fee(rule, amount, fee):
    """The fee is the tier's or the percentage's, within its bounds; where the list ends there is none."""
    found = fee_of(FilingFee.model_validate(rule), Decimal(amount))

    assert found == (Decimal(fee) if fee else None)

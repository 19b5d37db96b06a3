"""A late charge counts only if it was agreed before the work it is charged on."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from ledger_cases import case_of, day, invoice

from kit.ledger.account import Kind
from kit.ledger.build import build_ledger
from kit.ledger.resolution import terms_of
from kit.load.jurisdiction_file import read_jurisdiction

FRANKLIN = Path(__file__).parents[1] / "fixtures" / "jurisdictions" / "us-xf.yaml"
ONE = [invoice("A", "1000", "2024-01-01", "2024-01-31")]
TWO = [*ONE, invoice("B", "500", "2024-03-01", "2024-03-31")]
AS_OF = day("2024-06-30")


def franklin(tmp_path, old="", new=""):
    """Return the law of Franklin, one answer changed."""
    path = tmp_path / "us-xf.yaml"
    path.write_text(FRANKLIN.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return read_jurisdiction(path)


def account(law, invoices=TWO, as_of=AS_OF, **agreement):
    """Return the account under this agreement, and what was said about its terms."""
    case = case_of(invoices=invoices, agreement=agreement)
    terms, findings = terms_of(case, law, as_of)
    return build_ledger(case, terms, as_of), {finding.code: finding for finding in findings}


@pytest.mark.parametrize(
    ("charge", "kind"),
    [
        pytest.param({"interest": {"percent_a_year": "12"}}, Kind.INTEREST, id="interest"),
        pytest.param({"late_fee": {"flat": "20"}}, Kind.LATE_FEE, id="late-fee"),
    ],
)
@pytest.mark.parametrize(
    ("signed", "charged", "noted"),
    [
        pytest.param("2024-01-01", {"A", "B"}, False, id="signed-that-day"),
        pytest.param("2024-01-02", {"B"}, True, id="signed-after-the-first-invoice"),
        pytest.param("2024-02-15", {"B"}, True, id="signed-after-it-fell-due"),
        pytest.param("2024-03-02", set(), True, id="signed-after-all-of-them"),
        pytest.param("2099-01-01", set(), True, id="not-signed-yet"),
    ],
)
def test_what_was_billed_before_the_signature_bears_nothing(tmp_path, charge, kind, signed, charged, noted):
    """Interest and fees fall only on invoices issued from the day of the signature on; a note names the others."""
    for law in (franklin(tmp_path), None):
        ledger, found = account(law, signed_on=signed, **charge)

        assert {posting.ref for posting in ledger.postings if posting.kind is kind} == charged
        assert ("K177" in found) is noted
        if noted:
            assert not found["K177"].stops
            assert "A of 2024-01-01" in found["K177"].message
            assert signed in found["K177"].message


def test_a_law_that_lets_a_charge_be_agreed_later(tmp_path):
    """Where the law says that a charge need not be agreed before the work, it is charged."""
    law = franklin(tmp_path, "agreed_before_work: yes", "agreed_before_work: no")

    ledger, found = account(law, signed_on="2024-02-15", interest={"percent_a_year": "12"})

    assert {span.invoice for span in ledger.spans} == {"A", "B"}
    assert "K177" not in found


def test_legal_interest_where_the_charge_came_too_late(tmp_path):
    """A clause signed after everything was billed leaves the law's own interest, beside the account."""
    both = {"interest": {"percent_a_year": "12"}, "late_fee": {"flat": "20"}, "interest_and_late_fee_together": "yes"}

    ledger, found = account(franklin(tmp_path), signed_on="2024-05-01", **both)

    assert ledger.totals.total == Decimal("1500.00")
    assert ledger.per_diem.exact == 0
    assert ledger.by_law is not None
    assert ledger.by_law.amount > 0
    assert "K172" not in found


@pytest.mark.parametrize("signed", ["2024-02-15", "2024-05-01"])
def test_the_terms_know_which_invoices_are_left_out(tmp_path, signed):
    """A paper can ask whether an invoice bears the agreed charges, also where none of them does."""
    case = case_of(invoices=TWO, agreement={"signed_on": signed, "interest": {"percent_a_year": "12"}})

    terms, _ = terms_of(case, franklin(tmp_path), AS_OF)

    assert terms.uncharged(day("2024-01-01"))
    assert not terms.uncharged(day(signed))


@pytest.mark.parametrize(
    ("kind", "as_of", "stops"),
    [
        pytest.param("written", "2024-01-31", False, id="nothing-is-late-yet"),
        pytest.param("written", "2024-02-01", True, id="something-is-late"),
        pytest.param("open-account", "2024-02-01", None, id="nothing-to-sign"),
    ],
)
def test_no_day_of_signature(tmp_path, kind, as_of, stops):
    """A written agreement without its day stops a paper that collects, until somebody says why it may go."""
    _, found = account(franklin(tmp_path), ONE, day(as_of), kind=kind, interest={"percent_a_year": "12"})

    assert ("K178" in found) is (stops is not None)
    if stops is not None:
        assert found["K178"].stops is stops
        assert found["K178"].overridable is stops
        assert "signed_on:" in found["K178"].message


def test_without_a_late_charge_no_day_is_asked_for(tmp_path):
    """Nothing is charged for lateness, so the day of the signature does not matter."""
    _, found = account(franklin(tmp_path), ONE)

    assert not {"K177", "K178", "K179"} & set(found)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        pytest.param("yes", "K175", id="must-be-in-writing"),
        pytest.param("no", None, id="need-not-be"),
        pytest.param("not_researched", "K179", id="nobody-knows"),
    ],
)
def test_an_oral_agreement_goes_by_the_states_rule(tmp_path, answer, code):
    """An oral charge stops, passes, or draws a note, as the law says or does not say."""
    law = franklin(tmp_path, "in_writing: yes, print_on_invoice", f"in_writing: {answer}, print_on_invoice")

    _, found = account(law, kind="oral", interest={"percent_a_year": "12"})

    assert {"K175", "K179"} & set(found) == ({code} if code else set())


@pytest.mark.parametrize(
    ("charge", "told"),
    [
        pytest.param({"interest": {"percent_a_year": "16"}}, False, id="at-the-figure"),
        pytest.param({"interest": {"percent_a_year": "16.5"}}, True, id="interest-over-it"),
        pytest.param({"late_fee": {"percent_a_month": "1.5"}}, True, id="a-fee-by-the-month-over-it"),
        pytest.param({"late_fee": {"percent": "20"}}, False, id="a-fee-charged-once-has-no-yearly-rate"),
        pytest.param(
            {
                "interest": {"percent_a_year": "10", "changes": [{"from": "2024-05-01", "percent_a_year": "20"}]},
            },
            True,
            id="a-later-rate-over-it",
        ),
    ],
)
def test_a_rate_over_the_cautious_figure(tmp_path, charge, told):
    """A rate that a court may strike is noted with the figure and its source; it is not changed."""
    law = franklin(
        tmp_path,
        "{agreed_before_work: yes, in_writing: yes",
        "{cautious_percent: 16, agreed_before_work: yes, in_writing: yes",
    )

    _, found = account(law, signed_on="2023-12-01", **charge)

    assert ("K186" in found) is told
    if told:
        assert "16%" in found["K186"].message
        assert found["K186"].law
        assert not found["K186"].stops

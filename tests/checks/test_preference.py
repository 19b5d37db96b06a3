"""The preference report: the days, the sums, new value by hand, days to pay, and the small amount by petition day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from claim_cases import claim_in, facts_in
from franklin import debtor, invoice
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.checks.claim_class import claim_classes
from kit.checks.preference import preference_report
from kit.checks.preference_rows import PreferenceRow, walked
from kit.checks.preference_words import preference_remarks
from kit.model.event import Called
from kit.model.paper_event import Sent

# 90 days before 2026-06-05 is 2026-03-07


def paid(ref, on, amount, **more):
    """Return a payment."""
    return {"id": ref, "on": on, "amount": amount, **more}


def report(petition="2026-06-05", as_of=None, **facts):
    """Return the report for a case."""
    known = facts_in(petition, as_of, **facts)
    return preference_report(known, claim_in(known))


def bill(number, amount, issued, due=None, **more):
    """Return an invoice that is due thirty days after its day."""
    return invoice(number, amount, issued, due or str(date.fromisoformat(issued) + timedelta(30)), **more)


@pytest.mark.parametrize(
    ("on", "total"),
    [
        pytest.param("2026-03-06", 0, id="ninety-one-days-before"),
        pytest.param("2026-03-07", 400, id="ninety-days-before"),
        pytest.param("2026-06-05", 400, id="the-day-itself"),
        pytest.param("2026-06-06", 0, id="the-day-after"),
    ],
)
def test_the_days_before_the_petition(on, total):
    """§ 547(b)(4)(A): on or within 90 days before the date of the filing; both ends count."""
    assert report(as_of="2026-07-01", payments=[paid("P", on, "400")]).total == total


def test_what_came_back_was_never_paid():
    """A returned check transferred nothing, whether it came back before the petition or after it."""
    found = report(
        as_of="2026-07-01",
        payments=[
            paid("A", "2026-04-01", "400", method="check", bounced_on="2026-04-05"),
            paid("B", "2026-06-01", "300", method="check", bounced_on="2026-06-08"),
            paid("C", "2026-05-01", "200"),
        ],
    )

    assert (found.total, found.returned) == (200, ("A", "B"))


def test_checks_on_the_way_are_named():
    """A check that came just before the days may have been honoured within them; a transfer cannot."""
    found = report(
        payments=[
            paid("A", "2026-03-05", "100", method="check"),
            paid("B", "2026-03-05", "100", method="transfer"),
            paid("C", "2026-02-20", "100", method="check"),
        ]
    )

    assert (found.total, found.near) == (0, ("A",))


def test_new_value_by_hand():
    """Each delivery takes off what was paid before it, never what is paid later, and only what is unpaid counts."""
    found = report(
        invoices=[
            bill("OLD", "10000", "2025-12-01"),
            bill("N1", "3000", "2026-04-10", delivered_on="2026-04-08"),
            bill("N2", "9000", "2026-05-10", delivered_on="2026-05-08"),
        ],
        payments=[
            paid("P1", "2026-04-01", "5000", invoice="OLD"),
            paid("P2", "2026-05-01", "4000", invoice="OLD"),
            paid("P3", "2026-05-20", "1000", invoice="OLD"),
        ],
    )

    # 5000; less 3000 = 2000; plus 4000 = 6000; less 9000, at most 6000 = 0; plus 1000 = 1000
    assert [(row.ref, row.exposure) for row in found.rows] == [
        ("P1", 5000), ("N1", 2000), ("P2", 6000), ("N2", 0), ("P3", 1000)
    ]  # fmt: skip
    assert (found.total, found.new_value, found.exposure) == (10000, 9000, 1000)


def test_new_value_that_was_paid_later():
    """What was supplied and paid does not count where new value must be unpaid; the other figure is given too."""
    found = report(
        invoices=[bill("OLD", "9000", "2025-12-01"), bill("N1", "3000", "2026-04-10", delivered_on="2026-04-08")],
        payments=[paid("P1", "2026-04-01", "9000", invoice="OLD"), paid("P2", "2026-05-01", "2000", invoice="N1")],
    )

    assert found.exposure == 10000  # 9000 - 1000 unpaid + 2000
    assert found.exposure_paid_counts == 8000  # 9000 - 3000 + 2000


def test_the_same_day_is_not_after():
    """What was supplied on the day of a payment takes nothing off it."""
    found = report(
        invoices=[bill("OLD", "9000", "2025-12-01"), bill("N1", "3000", "2026-04-01", delivered_on="2026-04-01")],
        payments=[paid("P1", "2026-04-01", "9000", invoice="OLD")],
    )

    assert found.exposure == 9000


def test_a_payment_in_advance_pays_no_old_debt():
    """Money for what was supplied after it is no preference (§ 547(b)(2))."""
    found = report(
        invoices=[bill("N1", "900", "2026-04-01", delivered_on="2026-04-20")],
        payments=[paid("P1", "2026-04-02", "900", invoice="N1")],
    )

    assert (found.total, found.rows[0].advance) == (0, 900)


def test_goods_that_are_an_expense_too_are_marked():
    """New value that is asked for under § 503(b)(9) as well is marked, since courts differ on counting both."""
    known = facts_in(
        work={"kind": "goods"},
        invoices=[bill("OLD", "9000", "2025-12-01", delivered_on="2025-12-01"),
                  bill("N1", "3000", "2026-05-20", delivered_on="2026-05-20")],
        payments=[paid("P1", "2026-04-01", "9000", invoice="OLD")],
    )  # fmt: skip
    claim = claim_in(known)
    found = preference_report(known, claim, claim_classes(known, claim).goods)

    assert [row.expense for row in found.rows] == [False, True]
    assert "count for both" in " ".join(one.text for one in preference_remarks(found, "USD"))


def test_days_to_pay_before_and_during():
    """The days from invoice to payment before the 90 days and within them, and which payments lie in the range."""
    found = report(
        invoices=[
            bill("A", "100", "2025-09-01"), bill("B", "100", "2025-10-01"), bill("C", "300", "2025-11-01"),
            bill("D", "100", "2026-02-20"), bill("E", "100", "2026-03-01"),
        ],
        payments=[
            paid("P1", "2025-10-01", "100", invoice="A"),  # 30 days, 1 early
            paid("P2", "2025-11-10", "100", invoice="B"),  # 40 days
            paid("P3", "2025-12-21", "300", invoice="C"),  # 50 days
            paid("P4", "2026-03-31", "100", invoice="D"),  # 39 days
            paid("P5", "2026-05-20", "100", invoice="E"),  # 80 days
        ],
    )  # fmt: skip

    before, during = found.before, found.during
    assert (before.count, before.least, before.most, before.median) == (3, 30, 50, 40)
    assert before.average == 44  # (30 * 100 + 40 * 100 + 50 * 300) / 500
    assert before.late_median == 10
    assert (during.least, during.most, during.median) == (39, 80, Decimal("59.5"))
    assert [(row.ref, row.days_to_pay, row.in_range) for row in found.rows] == [("P4", 39, True), ("P5", 80, False)]
    assert found.inside == 1


@pytest.mark.parametrize(
    ("petition", "floor"),
    [
        pytest.param("2022-03-31", 6825, id="before-2022"),
        pytest.param("2022-04-01", 7575, id="from-2022"),
        pytest.param("2025-03-31", 7575, id="before-2025"),
        pytest.param("2025-04-01", 8575, id="from-2025"),
    ],
)
@pytest.mark.parametrize("below", [pytest.param(True, id="below"), pytest.param(False, id="equal")])
def test_the_small_amount_goes_by_the_petition_day(petition, floor, below):
    """§ 547(c)(9): less than the amount of the petition day is left alone, the amount itself is not."""
    day = date.fromisoformat(petition)
    amount = Decimal(floor) - (Decimal("0.01") if below else 0)
    found = report(
        petition,
        invoices=[bill("OLD", "20000", str(day - timedelta(200)))],
        payments=[paid("P1", str(day - timedelta(30)), str(amount))],
        agreement={"signed_on": "2021-05-01"},
    )

    assert (found.floor, found.small) == (floor, below)
    assert found.at_risk == (0 if below else amount)


def test_a_person_may_have_a_consumers_debts():
    """Of a person the lower amount is taken, and both are said."""
    found = report(debtor=debtor("individual"), payments=[paid("P", "2026-05-01", "600")])
    said = " ".join(one.text for one in preference_remarks(found, "USD"))

    assert (found.floor, found.floor_doubt, found.small) == (600, True, False)
    assert "$600" in said
    assert "$8,575" in said


def test_pressure_within_the_days_is_counted():
    """Letters and calls of the days are told, since unusual pressure speaks against the ordinary course."""
    known = facts_in(payments=[paid("P0", "2026-02-15", "10"), paid("P", "2026-05-01", "600")])
    sent = tuple(
        Sent.model_validate({"event": "sent", "n": n, "on": on, "document": "letters/final-demand"})
        for n, on in enumerate(("2026-03-06", "2026-03-07", "2026-06-05"), 1)
    )
    called = (Called.model_validate({"event": "called", "n": 9, "on": "2026-04-01"}),)
    known = replace(known, case=known.case.model_copy(update={"sent": sent, "called": called}))
    found = preference_report(known, claim_in(known))

    assert found.letters == 3
    assert "3 letters or calls" in " ".join(one.text for one in preference_remarks(found, "USD"))


def test_nothing_paid_is_said_in_one_sentence():
    """Where nothing was paid in the days the report is short, and still asks whether more days count."""
    said, asked = preference_remarks(report(), "USD")

    assert "Of these days nothing can be asked back" in said.text
    assert "payments of the year before the petition may be asked back" in asked.text
    assert asked.law == "11 U.S.C. § 547(b)"


def test_where_the_trustee_must_sue():
    """Under the amount of 28 U.S.C. § 1409(b) the reader is told where the suit belongs."""
    found = report(invoices=[bill("OLD", "40000", "2025-12-01")], payments=[paid("P", "2026-05-01", "9000")])
    dear = report(invoices=[bill("OLD", "40000", "2025-12-01")], payments=[paid("P", "2026-05-01", "31425")])

    assert any("must sue where you are" in one.text for one in preference_remarks(found, "USD"))
    assert not any("must sue where you are" in one.text for one in preference_remarks(dear, "USD"))


def test_payments_on_a_judgment_count():
    """Money that came on a judgment within the days is in the report, without days to pay."""
    from test_judgment_claim import judged_facts  # noqa: PLC0415

    found = preference_report(*judged_facts(payments=[paid("P", "2026-05-01", "600")]))

    assert (found.total, found.during) == (600, None)


sums = st.decimals("0.01", "5000", places=2)


@given(st.lists(st.tuples(st.integers(0, 90), sums, st.booleans()), max_size=8))
@settings(deadline=None, database=None)
def test_exposure_lies_between(events):
    """The exposure is never below nothing, never above what was paid, and at least what was paid last."""
    start = date(2026, 3, 7)
    rows = [
        PreferenceRow(start + timedelta(n), f"R{i}", new_value=amount) if given else
        PreferenceRow(start + timedelta(n), f"R{i}", paid=amount)
        for i, (n, amount, given) in enumerate(events)
    ]  # fmt: skip
    found = walked(rows)
    total = sum((row.paid for row in rows), Decimal(0))

    assert sum((row.paid for row in found), Decimal(0)) == total
    assert all(0 <= row.exposure <= total for row in found)
    after = walked([*rows, PreferenceRow(start + timedelta(91), "LAST", paid=Decimal(7))])
    assert after[-1].exposure == (found[-1].exposure if found else 0) + 7

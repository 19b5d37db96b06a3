"""The claim on the petition day: to the cent, nothing of after it, nothing lost."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_cases import case_of, day, fee, interest, invoice, owed, payment
from test_ledger_judgment import FRANKLIN, suit, won
from test_ledger_properties import invoices, payments, terms

from kit.ledger.petition import petition_account
from kit.ledger.petition_scope import LaterKind, Why
from kit.ledger.terms import Terms
from kit.model.account import Credit
from kit.model.bankruptcy import Security
from kit.model.event import Disputed, Waived

ONE = invoice("INV-1", "4800.00", "2024-01-02", "2024-02-01")
CENT = Decimal("0.01")
PROMISE = settings(deadline=None, database=None, max_examples=60)


def claim(petition, as_of="2024-12-31", the_terms=None, case=None, **facts):
    """Return the claim on a petition day of a case with the given facts."""
    security = facts.pop("security", None)
    case = case or case_of(**{"invoices": [ONE], **facts})
    return petition_account(
        case, the_terms or interest("12"), day(petition), day(as_of), forum=FRANKLIN, security=security
    )


@pytest.mark.parametrize(
    ("petition", "days", "expected"),
    [
        pytest.param("2024-02-01", 0, "0", id="due-that-day"),
        pytest.param("2024-02-02", 1, "1.58", id="one-day-late"),  # 4800 * .12 / 365
        pytest.param("2024-03-01", 29, "45.76", id="twenty-nine"),
        pytest.param("2024-03-02", 30, "47.34", id="thirty"),
    ],
)
def test_the_petition_day_is_the_last_that_bears_interest(petition, days, expected):
    """Days are the difference of the two dates: the due date is not counted, the petition date is."""
    found = claim(petition)

    assert found.interest == Decimal(expected)
    assert sum(one.days for one in found.segments) == days
    assert all(one.last <= day(petition) for one in found.segments)


DAILY = Decimal(1000) * Decimal("0.12") / 365  # of the thousand, at 12 percent


@pytest.mark.parametrize(
    ("what", "before", "on_it", "after"),
    [
        # an invoice of 1,000 due on 2024-02-01 and what happened on the day before the petition of 2024-03-01, on it,
        # and on the day after: each sum is the whole claim, interest of 29 days in it, 28 of them (9.21) up to the eve
        pytest.param("nothing", "1009.53", "1009.53", "1009.53", id="nothing"),
        pytest.param("payment", "609.41", "609.53", "1009.53", id="payment"),
        pytest.param("credit", "609.41", "609.53", "1009.53", id="credit"),
        pytest.param("billed", "1509.53", "1509.53", "1009.53", id="invoice-issued"),
        pytest.param("delivered", "1509.53", "1509.53", "1009.53", id="work-done"),
        pytest.param("returned", "1009.53", "1009.53", "1009.53", id="check-returned"),
        pytest.param("cost", "1059.53", "1059.53", "1009.53", id="cost"),
        pytest.param("due", "1509.69", "1509.53", "1509.53", id="second-invoice-falls-due"),
    ],
)
def test_the_three_days_around_the_petition(what, before, on_it, after):
    """To the cent: what is of the day before and of the day itself counts, what is of the day after does not."""
    totals = [claim("2024-03-01", **_around(what, on)).total for on in ("2024-02-29", "2024-03-01", "2024-03-02")]

    assert totals == [Decimal(before), Decimal(on_it), Decimal(after)]


def _around(what, on):
    bill, paid = invoice("A", "1000.00", "2024-01-02", "2024-02-01"), payment("P", on, "400.00")
    second = {"invoices": [bill, invoice("B", "500.00", "2024-02-20", on)]}
    return {
        "nothing": {"invoices": [bill]},
        "payment": {"invoices": [bill], "payments": [paid]},
        "credit": {"invoices": [bill], "credits": [{"id": "C", "on": on, "invoice": "A", "amount": "400.00"}]},
        "billed": {"invoices": [bill, invoice("B", "500.00", on, "2024-04-01")]},
        "delivered": {"invoices": [bill, invoice("B", "500.00", "2024-02-20", "2024-04-01", delivered_on=on)]},
        "returned": {"invoices": [bill], "payments": [payment("P", "2024-02-20", "400.00", bounced_on=on)]},
        "cost": {"invoices": [bill], "costs": [
            {"id": "K", "on": on, "kind": "filing", "text": "fee", "amount": "50.00", "claimable": "yes"}]},
        "due": second,
    }[what]  # fmt: skip


@pytest.mark.parametrize("petition", ["2024-02-28", "2024-02-29", "2024-03-01", "2024-12-31", "2025-01-01"])
@pytest.mark.parametrize("later", [0, 1, 2, 365, 3650])
def test_interest_stops_with_the_petition(petition, later):
    """However late the claim is written, interest is that of the days from the due date to the petition, no more."""
    found = claim(petition, str(day(petition) + timedelta(later)), invoices=[_around("nothing", "")["invoices"][0]])
    days = (day(petition) - day("2024-02-01")).days

    assert abs(found.interest - days * DAILY) <= CENT / 2
    assert found.total == Decimal(1000) + found.interest


def test_nothing_runs_after_it():
    """The claim is the same however long after the petition it is written."""
    early, late = claim("2024-03-01", "2024-03-02"), claim("2024-03-01", "2027-03-01")

    assert early.total == late.total == Decimal("4845.76")
    assert early.last_day == Decimal("1.57")  # 45.76 less the 44.19 of the day before


def test_it_is_the_account_of_that_day():
    """Where everything is of before the petition, the claim and the account of the day are one."""
    facts = {"invoices": [ONE], "payments": [payment("P", "2024-02-20", "1000")]}

    assert claim("2024-05-01", **facts).total == owed(interest("12"), "2024-05-01", **facts).totals.total


@pytest.mark.parametrize(
    ("petition", "fees"),
    [pytest.param("2024-02-06", "0", id="day-before"), pytest.param("2024-02-07", "240.00", id="on-its-day")],
)
def test_a_late_fee_counts_from_its_day(petition, fees):
    """A late fee that had fallen due by the petition is in the claim, one of the day after is not."""
    assert claim(petition, the_terms=fee(percent="5", grace_days=5)).fees == Decimal(fees)


@pytest.mark.parametrize(
    ("on", "taken_off", "later"),
    [
        pytest.param("2024-02-29", True, [], id="before"),
        pytest.param("2024-03-01", True, [], id="on-the-day"),
        pytest.param("2024-03-02", False, ["P"], id="after"),
    ],
)
def test_payments_around_the_petition(on, taken_off, later):
    """Money of the petition day is still taken off; money of the day after is shown apart."""
    found = claim("2024-03-01", the_terms=Terms(), payments=[payment("P", on, "1000.00")])

    assert found.total == Decimal("3800.00" if taken_off else "4800.00")
    assert [one.ref for one in found.later] == later


def test_a_payment_that_came_back_since_was_never_received():
    """A check of before the petition that is returned after it leaves the whole debt in the claim."""
    bounced = [payment("P", "2024-02-20", "1000.00", method="check", bounced_on="2024-03-05")]

    assert claim("2024-03-01", "2024-03-04", Terms(), payments=bounced).total == Decimal("3800.00")
    assert claim("2024-03-01", "2024-03-05", Terms(), payments=bounced).total == Decimal("4800.00")


def test_credits_and_waivers_of_after_are_shown_apart():
    """What the creditor gave up after the petition is named and changes no figure by itself."""
    case = case_of(invoices=[ONE], credits=[{"id": "C", "on": "2024-03-02", "invoice": "INV-1", "amount": "100"}])
    waiver = Waived.model_validate({"event": "waived", "n": 4, "on": "2024-03-03", "bucket": "interest"})
    found = claim("2024-03-01", case=case.model_copy(update={"waivers": (waiver,)}))

    assert found.total == Decimal("4845.76")
    assert [(one.kind, one.amount) for one in found.later] == [
        (LaterKind.CREDIT, Decimal(100)),
        (LaterKind.WAIVER, None),
    ]


@pytest.mark.parametrize(
    ("bill", "total", "why", "billed_later", "of_the_day"),
    [
        pytest.param({"issued": "2024-03-02"}, 0, Why.LATER_BILL, (), (), id="billed-after-nothing-else-known"),
        pytest.param({"issued": "2024-03-10", "delivered_on": "2024-02-29"}, 500, None, ("X",), (), id="work-before"),
        pytest.param({"issued": "2024-03-10", "delivered_on": "2024-03-01"}, 500, None, ("X",), ("X",), id="that-day"),
        pytest.param(
            {"issued": "2024-03-10", "delivered_on": "2024-03-02"}, 0, Why.LATER_WORK, (), (), id="work-after"
        ),
        pytest.param(
            {"issued": "2024-02-10", "delivered_on": "2024-03-02"}, 0, Why.LATER_WORK, (), (), id="in-advance"
        ),
        pytest.param({"issued": "2024-03-01"}, 500, None, (), (), id="billed-that-day"),
    ],
)
def test_the_day_of_the_work_decides(bill, total, why, billed_later, of_the_day):
    """A claim arises when the work is done, whenever it was billed; what is left out is named with its reason."""
    found = claim("2024-03-01", the_terms=Terms(), invoices=[invoice("X", "500.00", **bill)])

    assert found.total == total
    assert [one.why for one in found.left_out] == ([why] if why else [])
    assert (found.billed_later, found.of_the_day) == (billed_later, of_the_day)


def test_the_last_day_of_the_work_tells_too():
    """Work that had ended by the petition is in the claim, though it was billed after it."""
    case = {"invoices": [invoice("X", "500.00", "2024-03-10")], "work": {"last_day": "2024-02-20"}}

    assert claim("2024-03-01", the_terms=Terms(), **case).total == 500


def test_an_invoice_is_cut_line_by_line():
    """Lines of before and after the petition part, and a dispute about a line stays with its line."""
    lines = [
        {"text": "after", "unit_price": "300", "on": "2024-03-05"},
        {"text": "before", "unit_price": "200", "on": "2024-02-05"},
    ]
    bill = {"id": "X", "issued_on": "2024-03-10", "due_on": "2024-04-10", "lines": lines}
    dispute = Disputed.model_validate({"event": "disputed", "n": 1, "on": "2024-03-20", "invoice": "X", "lines": [2]})
    case = case_of(invoices=[bill]).model_copy(update={"disputes": (dispute,)})
    found = claim("2024-03-01", "2024-06-01", case=case)

    assert (found.total, found.row("X").billed) == (Decimal(200), Decimal(200))
    assert [(one.text, one.amount) for one in found.left_out] == [("after", Decimal(300))]
    assert found.disputed == 200


def test_money_for_later_work_is_no_payment_on_the_claim():
    """A deposit for work of after the petition is shown apart, though it came before."""
    later = invoice("NEW", "500.00", "2024-02-20", delivered_on="2024-03-15")
    found = claim("2024-03-01", the_terms=Terms(), invoices=[ONE, later],
                  payments=[payment("D", "2024-02-20", "200.00", invoice="NEW")])  # fmt: skip

    assert found.total == Decimal("4800.00")
    assert [(one.ref, one.outside) for one in found.later] == [("D", True)]


def test_what_is_disputed_stays_in_the_claim():
    """A disputed part is claimed and marked; the debtor's objection is the trustee's to bring."""
    dispute = Disputed.model_validate(
        {"event": "disputed", "n": 1, "on": "2024-02-10", "invoice": "INV-1", "amount": "800"}
    )
    found = claim("2024-03-01", the_terms=Terms(),
                  case=case_of(invoices=[ONE]).model_copy(update={"disputes": (dispute,)}))  # fmt: skip

    assert (found.total, found.disputed) == (Decimal("4800.00"), Decimal("800.00"))


def test_money_held_is_a_setoff():
    """Money that found nothing to pay, a disputed debt beside it, is shown as a set-off and secures that much."""
    dispute = Disputed.model_validate({"event": "disputed", "n": 1, "on": "2024-01-10", "invoice": "INV-1"})
    case = case_of(invoices=[ONE], payments=[payment("P", "2024-02-20", "300.00")])
    found = claim("2024-03-01", the_terms=Terms(), case=case.model_copy(update={"disputes": (dispute,)}))

    assert (found.total, found.held, found.setoff) == (Decimal("4800.00"), Decimal("300.00"), Decimal("300.00"))
    assert (found.secured, found.unsecured) == (Decimal("300.00"), Decimal("4500.00"))


def test_more_money_than_debt():
    """Where nothing is owed, what is held is the estate's, and no set-off is larger than the claim."""
    found = claim("2024-03-01", the_terms=Terms(), payments=[payment("P", "2024-02-20", "5000.00")])

    assert (found.total, found.setoff, found.overpaid) == (0, 0, Decimal("200.00"))


@pytest.mark.parametrize(
    ("security", "secured"),
    [
        pytest.param(None, "0", id="none"),
        pytest.param({"value": "1200", "perfected": True}, "1200", id="worth-less"),
        pytest.param({"value": "9000", "perfected": True}, "4800", id="worth-more"),
        pytest.param({"value": "9000"}, "0", id="not-perfected"),
        pytest.param({"perfected": True}, None, id="value-unknown"),
    ],
)
def test_security_parts_the_claim(security, secured):
    """Secured is what the property is worth, at most the claim (§ 506(a)); unperfected security covers nothing."""
    held = Security(text="two presses", **security) if security else None
    found = claim("2024-03-01", the_terms=Terms(), security=held)

    assert found.secured == (None if secured is None else Decimal(secured))
    assert found.unsecured == (None if secured is None else Decimal("4800.00") - Decimal(secured))


def test_a_judgment_is_claimed_as_it_stood():
    """Before the petition the judgment bears its own interest, through the petition day; after it nothing."""
    case = suit(won(principal="4800.00", costs="135.00"), invoices=[ONE, invoice("NEW", "70", "2024-05-01")])
    found = claim("2024-06-01", "2025-06-01", case=case)

    assert (found.principal, found.interest, found.costs) == (Decimal("4800.00"), Decimal("68.38"), Decimal("135.00"))
    assert found.segments[-1].last == day("2024-06-01")
    assert [(one.invoice, one.why) for one in found.left_out] == [("NEW", Why.AFTER_JUDGMENT)]
    assert found.last_day in (Decimal("1.31"), Decimal("1.32"))


def test_a_judgment_of_after_the_petition_changes_nothing():
    """A judgment entered after the petition is not claimed; the account stands as if there were none."""
    found = claim("2024-04-09", case=suit(won()))

    assert found.judgment is None
    assert found.judged_later
    assert found.total == claim("2024-04-09").total


@given(
    bills=invoices(), money=payments(), allowed=terms(), n=st.integers(-10, 400), since=st.integers(0, 400),
    cut=st.lists(st.integers(-60, 60), max_size=3), given_up=st.booleans(),
)  # fmt: skip
@PROMISE
def test_no_cent_is_lost(bills, money, allowed, n, since, cut, given_up):
    """Rows add up to the claim; each row is what was charged less what came off; what is not in it is named."""
    petition = date(2023, 6, 1) + timedelta(n)
    as_of = petition + timedelta(since)
    for bill, shift in zip(bills, cut, strict=False):
        bill["lines"][0]["on"] = petition + timedelta(shift)
    case = case_of(invoices=bills, payments=money)
    if given_up:
        credit = Credit(id="C", on=petition, invoice="A", amount=CENT)
        case = case.model_copy(update={"credits": (credit,)})
    found = petition_account(case, allowed, petition, as_of)

    for row in found.rows:
        charged = row.billed + row.charged
        assert row.total == charged - row.credited - row.paid - row.waived
    assert sum((row.total for row in found.rows), Decimal(0)) == found.total
    assert found.total == found.principal + found.charges
    known = sum((case.total(one) for one in case.invoices if one.issued_on <= as_of), Decimal(0))
    assert (
        sum((row.billed for row in found.rows), Decimal(0)) + sum((one.amount for one in found.left_out), Decimal(0))
        == known
    )
    assert found.secured + found.unsecured == found.total
    assert 0 <= found.disputed <= found.total
    assert (
        petition_account(case, allowed, petition, as_of + timedelta(500)).segments == found.segments
        or any(one.bounced_on and petition < one.bounced_on <= as_of + timedelta(500) for one in case.payments)
        or any(one.issued_on > as_of for one in case.invoices)
    )

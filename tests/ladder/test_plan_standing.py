"""Where a plan stands: kept, missed, cured, accelerated, reinstated, paid early, given up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plan_stories import bounced, ended, extension, letter, paid, signed
from unpaid import BILL, facts

from kit.ledger.plan_standing import newest_plan, plan_standing
from kit.model.agreed import agreed

NOTICE = letter("2026-06-08", "plan-missed")


def stands(as_of: str, *events: dict[str, object], owed: str | None = None):
    """Return where the plan stands on a day."""
    case, day = facts(as_of, *events).case, date.fromisoformat(as_of)
    if owed is None:
        return newest_plan(case, day)
    return plan_standing(case, next(one for one in agreed(case) if one.plan), day, Decimal(owed))


@pytest.mark.parametrize(
    ("as_of", "events", "state"),
    [
        ("2026-05-04", (), "kept"),
        ("2026-06-01", (), "kept"),  # its own day is not late
        ("2026-06-02", (), "late"),
        ("2026-06-05", (), "late"),  # the fourth day of grace
        ("2026-06-06", (), "missed"),
        ("2026-07-06", (paid("2026-06-01", "400"),), "late"),  # the fourth day is a Sunday
        ("2026-06-07", (paid("2026-06-01", "400"),), "kept"),
        ("2026-06-07", (paid("2026-06-01", "399.99"),), "missed"),
        ("2026-06-18", (NOTICE,), "curing"),  # ten days from the notice, its last day included
        ("2026-06-22", (letter("2026-06-09", "plan-missed"),), "curing"),  # the tenth day is a holiday, then a weekend
        ("2026-06-22", (NOTICE,), "uncured"),
        ("2026-06-22", (NOTICE, paid("2026-06-12", "400")), "kept"),
        ("2026-06-22", (NOTICE, paid("2026-06-21", "400")), "kept"),  # late, and still before anything was made due
        ("2026-06-22", (NOTICE, paid("2026-06-12", "100")), "uncured"),
        ("2026-07-07", (NOTICE, paid("2026-06-12", "400")), "missed"),  # the next one wants a notice of its own
        ("2026-06-25", (NOTICE, ended("2026-06-22", "accelerated")), "accelerated"),
        ("2026-07-01", (NOTICE, ended("2026-06-22", "accelerated"), ended("2026-06-30", "reinstated")), "late"),
        ("2026-07-11", (NOTICE, ended("2026-06-22", "accelerated"), ended("2026-06-30", "reinstated")), "missed"),
        ("2026-06-10", (paid("2026-05-20", "1000"),), "completed"),
        ("2026-05-20", (ended("2026-05-10", "cancelled"),), "over"),
    ],
)
def test_states(as_of, events, state):
    """Each state begins and ends on its own day, whatever came in between."""
    assert stands(as_of, signed(), *events).state == state


def test_days_of_a_miss():
    """The notice may go when grace is over; its days end on a business day; the day after, all can be made due."""
    here = stands("2026-06-10", signed(), letter("2026-06-09", "plan-missed"))

    assert str(here.notice_from) == "2026-06-06"
    assert str(here.cure_ends) == "2026-06-22"  # June 19 is a holiday, and the weekend follows
    assert str(here.accelerate_from) == "2026-06-23"
    assert (here.missed.number, here.arrears, here.left) == (1, 400, 1000)


def test_two_payments_at_once_fill_the_dues_in_order():
    """Money beyond one instalment goes to the next; what is over the plan is said."""
    here = stands("2026-06-03", signed(), paid("2026-05-28", "800"), paid("2026-06-02", "300"))

    assert [(str(one.paid), str(one.paid_on)) for one in here.dues] == [
        ("400.00", "2026-05-28"), ("400.00", "2026-05-28"), ("200.00", "2026-06-02"),
    ]  # fmt: skip
    assert (here.state, here.over, here.early) == ("completed", 100, True)


def test_a_bounced_instalment_is_open_as_if_it_had_never_come():
    """A payment that comes back uncovers the instalment it had paid, and the ones after it."""
    events = (signed(), paid("2026-06-01", "400"), paid("2026-06-20", "400"))
    before = stands("2026-06-22", *events, bounced("2026-06-23", "P-2026-06-01"))
    after = stands("2026-06-23", *events, bounced("2026-06-23", "P-2026-06-01"))

    assert [one.state for one in before.dues] == ["paid", "paid", "open"]
    assert [one.state for one in after.dues] == ["paid", "open", "open"]  # the later money moves up
    assert (after.received, after.coming.number) == (400, 2)


def test_only_what_came_since_the_debt_was_counted():
    """Money of before is in the debt already; on the very day the order of the record decides."""
    before = paid("2026-05-04", "250")
    here = stands("2026-05-05", before, signed(), paid("2026-05-03", "50"))

    assert here.received == 0
    assert stands("2026-05-05", signed(), before).received == 250


def test_paid_when_the_account_asks_for_nothing():
    """A plan is paid, too, when the account is: interest that was counted on was saved by paying early."""
    events = (signed(), paid("2026-05-20", "990"))

    assert stands("2026-05-21", *events, owed="10").state == "kept"
    assert stands("2026-05-21", *events, owed="0").state == "completed"


def test_a_newer_bill_is_no_part_of_the_plan():
    """A plan whose debt is paid is paid, whatever was billed since and is still open."""
    rate = signed(interest="rate", percent="6", debt="1000", instalments=[{"due_on": "2026-08-03", "amount": "1015"}])
    newer = {**BILL, "id": "NEW", "issued_on": "2026-05-15", "due_on": "2026-06-15"}
    known = facts("2026-05-21", rate, paid("2026-05-20", "1000", invoice=BILL["id"]), invoices=[BILL, newer])
    here = newest_plan(known.case, known.as_of, known.ledger)

    assert known.ledger.totals.total > 0
    assert here.state == "completed"


def test_a_down_payment_is_a_due_of_its_own():
    """The first payment counts before the instalments and is named apart from them."""
    here = stands("2026-05-25", signed(down={"due_on": "2026-05-15", "amount": "100"}))

    assert [one.number for one in here.dues] == [0, 1, 2, 3]
    assert (here.missed.number, here.arrears) == (0, 100)


def test_an_extension_holds_from_its_letter_and_ends_by_itself():
    """More time binds from the day the letter went out; when its day and grace have passed, it is over."""
    assert stands("2026-06-15", *extension()).state == "kept"
    assert stands("2026-06-16", *extension()).state == "late"
    assert stands("2026-06-21", *extension()).state == "lapsed"
    assert stands("2026-06-21", *extension(), paid("2026-06-15", "1000")).state == "completed"
    assert stands("2026-05-05", extension()[0]) is None  # made, and not sent


@settings(max_examples=40, deadline=None)
@given(
    money=st.lists(st.tuples(st.dates(date(2026, 5, 5), date(2026, 9, 30)), st.integers(1, 700)), max_size=6),
    as_of=st.dates(date(2026, 5, 4), date(2026, 10, 31)),
)
def test_every_cent_is_somewhere(money, as_of):
    """What came is paid on dues, in their order, or is over; arrears are what is due and has not come."""
    events = [paid(str(on), str(sum_)) | {"id": f"P-{n}"} for n, (on, sum_) in enumerate(money)]
    here = stands(str(as_of), signed(), *events)

    came = sum(sum_ for on, sum_ in money if on <= as_of)
    assert here.received == came == sum(one.paid for one in here.dues) + here.over
    for first, then in pairwise(here.dues):
        assert not then.paid or not first.left  # a later one gets nothing before the earlier is full
    due = sum(one.amount for one in here.dues if one.due_on < as_of)
    assert here.arrears == max(due - came, 0)
    assert (here.state == "completed") is (came >= 1000)

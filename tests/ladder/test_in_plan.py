"""`kit next` while a plan is in force: wait, remind, give notice, make due, say that it is paid; then the ladder."""

from __future__ import annotations

import pytest
from plan_stories import DEAL, MORE_TIME, bounced, ended, extension, letter, paid, signed
from unpaid import STANDARD, WALKED, coming, facts, made, sent

from kit.ladder.ahead import Act, ahead
from kit.ladder.explain import sentences
from kit.ladder.in_plan import TASKS, plan_turn
from kit.ladder.off_ladder import task_named

NOTICE = letter("2026-06-08", "plan-missed")
DUE_NOW = (NOTICE, letter("2026-06-22", "plan-accelerated"), ended("2026-06-22", "accelerated"))


@pytest.mark.parametrize(
    ("as_of", "events", "short", "on"),
    [
        ("2026-05-04", (), "plan", "2026-05-29"),  # June 1 is a Monday: the reminder goes the Friday before
        ("2026-05-29", (), "make plan-reminder", None),
        ("2026-06-01", (), "make plan-reminder", None),  # better late than never
        ("2026-05-29", (letter("2026-05-29", "plan-reminder"),), "plan", "2026-06-01"),
        ("2026-05-29", (letter("2026-05-26", "plan-reminder"),), "plan", "2026-06-01"),  # it went early
        ("2026-06-30", (letter("2026-05-29", "plan-reminder"), paid("2026-06-01", "400")), "make plan-reminder", None),
        ("2026-05-29", (paid("2026-05-20", "400"),), "plan", "2026-06-30"),  # paid: the next one's reminder
        ("2026-06-02", (), "late instalment", "2026-06-06"),
        ("2026-06-07", (), "make plan-missed", None),
        ("2026-06-10", (NOTICE,), "pay by", "2026-06-18"),
        ("2026-06-19", (NOTICE,), "make plan-accelerated", None),
        ("2026-06-22", (NOTICE, letter("2026-06-22", "plan-accelerated")), "record acceleration", None),
        ("2026-06-22", (NOTICE, ended("2026-06-22", "accelerated")), "make plan-accelerated", None),
        ("2026-07-01", (*DUE_NOW, ended("2026-06-29", "reinstated")), "make plan-reinstated", None),
        ("2026-05-21", (paid("2026-05-20", "1000"),), "make plan-completed", None),
        ("2026-05-21", (paid("2026-05-20", "1000"), letter("2026-05-21", "plan-completed")), "nothing owed", None),
    ],
)
def test_what_comes_next(as_of, events, short, on):
    """Each day under the plan has its answer, with the day that a wait ends on."""
    found = coming(as_of, signed(), *events)

    assert (found.short, str(found.on) if found.on else None) == (short, on)
    assert not (found.waits and found.ahead)


def test_a_notice_that_was_made_is_to_be_sent():
    """A notice that lies there is sent before a new one is made."""
    found = coming("2026-06-09", signed(), made("2026-06-08", "plan-missed", document="letters/plan-missed"))

    assert (found.short, found.ahead.act) == ("send plan-missed", Act.SEND)


def test_after_acceleration_the_final_demand_comes_next():
    """The ladder does not begin with reminders again: all of it was asked for already."""
    found = coming("2026-07-15", signed(), *DUE_NOW)

    assert found.short == "make final-demand"
    assert not [one for one in found.ahead.findings if one.code == "K426"]  # the plan's letters are no strange steps


def test_the_ladder_tells_why_it_begins_there():
    """`kit why` says that the steps before were passed over because of the plan."""
    here = facts("2026-07-15", signed(), *DUE_NOW)
    told = " ".join(sentences(here, STANDARD, STANDARD.task("final-demand"), ahead(here, STANDARD)))

    assert "sixty-day (passed over after the notice that the plan's whole debt is due, 2026-06-22)" in told


def test_a_final_demand_before_the_plan_is_not_sent_twice():
    """Where the ladder was at its end before the plan, it is at its end after it."""
    events = (*WALKED, sent("2026-04-20", "final-demand"))
    entry = len(events) + 1
    after = (NOTICE, letter("2026-06-22", "plan-accelerated"), ended("2026-06-22", "accelerated", entry))

    assert coming("2026-07-15", *events, signed(), *after).short == "wait, then decide"


@pytest.mark.parametrize("how", ["cancelled", "broken"])
def test_a_plan_that_was_given_up_gives_way_to_the_ladder(how):
    """The ladder goes on where it stood."""
    assert coming("2026-06-10", *WALKED, signed(), ended("2026-06-08", how, 6)).short == "make call"


def test_without_acceleration_only_what_is_late_may_be_asked_for():
    """A plan that makes nothing else due is not called broken while other payments keep their days."""
    found = coming("2026-06-25", signed(accelerates="no"), NOTICE)

    assert found.short == "decide"
    assert "the $400.00 that is late may be asked for" in found.sentence
    assert "the next is due on 2026-07-01" in found.sentence
    assert "broken" not in found.sentence


def test_without_acceleration_the_plan_is_over_when_its_days_are():
    """Once the day of every payment has passed, nothing is left for the plan to keep."""
    found = coming("2026-08-10", signed(accelerates="no"), NOTICE)

    assert (found.short, "ended --how broken" in found.sentence) == ("plan broken", True)


@pytest.mark.parametrize(
    ("guarantor", "said"),
    [
        ({}, True),
        ({"petition_on": "2026-05-20"}, False),  # a letter to somebody in bankruptcy is another matter
    ],
)
def test_whoever_signed_a_guaranty_gets_a_copy_of_the_notice(guarantor, said):
    """The guaranty promises a copy of the notice of a miss; `kit next` says so when it is made and when it is sent."""
    people = [{"name": "Pat Moss", "kind": "individual", **guarantor}]
    notice = made("2026-06-08", "plan-missed", document="letters/plan-missed")
    deal = signed(guarantor="Pat Moss")

    assert ("Send Pat Moss a copy" in coming("2026-06-08", deal, guarantors=people).sentence) is said
    assert ("Send Pat Moss a copy" in coming("2026-06-09", deal, notice, guarantors=people).sentence) is said
    assert "a copy" not in coming("2026-06-08", signed()).sentence


NEWER = {"id": "INV-2", "issued_on": "2026-05-10", "due_on": "2026-05-20", "lines": [{"text": "y", "unit_price": "50"}]}
BILLED = {
    "id": "INV-1",
    "issued_on": "2026-01-02",
    "due_on": "2026-02-01",
    "lines": [{"text": "x", "unit_price": "1000"}],
}


@pytest.mark.parametrize(
    "agreement",
    [
        signed(),
        signed(kind="settlement", stance="admitted", default="whole",
               instalments=[{"due_on": "2026-06-01", "amount": "700"}]),
    ],
)  # fmt: skip
def test_a_bill_of_after_the_agreement_is_named_when_it_is_overdue(agreement):
    """A plan or a settlement is kept, and a later bill is not: the user is told, with the way to ask for it alone."""
    early, late = (coming(day, agreement, invoices=[BILLED, NEWER]) for day in ("2026-05-20", "2026-05-22"))

    assert "INV-2" not in early.sentence
    assert "INV-2 is no part of the" in late.sentence
    assert "overdue, $50.00: ask with a new copy of the bill (`kit invoice acme INV-2`)" in late.sentence
    assert late.short == early.short


def test_charges_for_late_days_are_said():
    """All payments in, and interest of late days open: that is for its owner to ask for or give up."""
    found = coming("2026-08-10", signed(), paid("2026-06-01", "900"), paid("2026-08-01", "100"), invoices=[{
        "id": "INV-1", "issued_on": "2026-01-02", "due_on": "2026-02-01",
        "lines": [{"text": "x", "unit_price": "1010"}]}])  # fmt: skip

    assert (found.short, "$10.00" in found.sentence) == ("small rest", True)


def test_more_time_is_waited_for_and_then_the_ladder_goes_on():
    """An extension is kept until its day; when it has passed unpaid, no notice is needed."""
    assert coming("2026-05-10", *extension()).short == "extension"
    assert coming("2026-06-25", *WALKED, *extension_after(len(WALKED))).short == "make call"


def extension_after(before: int):
    """Return the entries of an extension that come after so many others."""
    return made("2026-05-04", "extension", deal=MORE_TIME), sent("2026-05-04", "extension", made=before + 1)


def test_a_bounced_payment_brings_the_notice():
    """An instalment that came back is missed as if it had never come."""
    found = coming("2026-06-15", signed(), paid("2026-06-01", "400"), bounced("2026-06-12", "P-2026-06-01"))

    assert found.short == "make plan-missed"


def test_a_payment_that_came_back_makes_the_word_of_a_paid_plan_wrong():
    """What the debtor was told of the plan does not hold any more, and that is said."""
    events = (signed(), paid("2026-06-01", "1000"), letter("2026-06-03", "plan-completed"))
    found = coming("2026-06-15", *events, bounced("2026-06-12", "P-2026-06-01"))

    assert "our letter of 2026-06-03 that the plan is paid in full is wrong" in found.sentence


def test_a_plan_rests_where_a_court_decided():
    """A plan of before a judgment says nothing any more; the judgment has papers of its own."""
    filed = {"event": "filed", "on": "2026-05-10", "number": "26-1"}
    judged = {"event": "judgment", "on": "2026-06-10", "principal": "1000", "winner": "creditor"}

    assert plan_turn(facts("2026-06-12", signed(), filed), "acme").sentence.endswith(
        "The suit is still open: `kit judgment acme days` lists its days."
    )
    assert plan_turn(facts("2026-06-12", signed(), filed, judged), "acme") is None


def test_each_paper_of_a_plan_can_be_asked_for_by_name():
    """The plan's letters are steps that `kit letter --step` and `kit log` know."""
    assert [task_named(one.id) for one in TASKS] == list(TASKS)


OFFER = made(
    "2026-05-04", "payment-plan", document="agreements/payment-plan", deal={**DEAL, "open_until": "2026-05-18"}
)
GONE = sent("2026-05-05", "payment-plan", made=1)


@pytest.mark.parametrize(
    ("as_of", "events", "short", "on"),
    [
        ("2026-05-04", (OFFER,), "send plan", None),
        ("2026-05-06", (OFFER, GONE), "plan offered", "2026-05-18"),
        ("2026-05-18", (OFFER, GONE), "plan offered", "2026-05-18"),
        ("2026-05-19", (OFFER, GONE), "make own-books", None),  # it lapsed: the ladder goes on
        ("2026-05-15", (OFFER,), "make own-books", None),  # it never went out
        ("2026-05-07", (OFFER, GONE, {"event": "signed", "on": "2026-05-06", "made": 1}), "plan", "2026-05-29"),
    ],
)
def test_an_offer_of_a_plan_is_sent_and_waited_for(as_of, events, short, on):
    """No reminder goes out beside an offer that the debtor may still accept."""
    found = coming(as_of, *events)

    assert (found.short, str(found.on) if found.on else None) == (short, on)

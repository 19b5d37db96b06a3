"""Numbers permit a step, history orders it."""

from __future__ import annotations

from datetime import date

import pytest
from unpaid import BILL, LATER, STANDARD, WALKED, checked, coming, facts, made, sent

from kit.ladder.ahead import Act, ahead, for_task
from kit.ladder.standing import next_for
from kit.load.ladder_file import load_ladder
from kit.model.ladder import Ladder

PAID = {"event": "paid", "on": "2026-03-10", "id": "P-1", "amount": "1000", "method": "check"}
TERMS = {"agreement": {"signed_on": "2025-12-01", "net_days": "30"}}


def codes(found, *, stops=True):
    """Return the codes of what stands in the way."""
    return [one.code for one in found.findings if one.stops or not stops]


def step(as_of, *events, **more):
    """Return the name of the next step."""
    task = coming(as_of, *events, **more).ahead.task
    return task.id if task else None


@pytest.mark.parametrize(
    ("as_of", "done", "expected"),
    [
        ("2026-02-02", 0, "own-books"),
        ("2026-02-02", 1, "friendly-reminder"),
        ("2026-02-09", 2, "invoice-again"),
        ("2026-02-18", 3, "second-reminder"),
        ("2026-03-02", 4, "thirty-day"),
        ("2026-03-05", 4, "thirty-day"),
        ("2026-03-07", 5, "call"),
    ],
)
def test_the_steps_of_the_standard_ladder_in_their_order(as_of, done, expected):
    """After each step that was really done comes the one after it."""
    assert step(as_of, *WALKED[:done]) == expected


def test_a_debt_of_any_age_starts_at_the_first_step():
    """No step is skipped because a debt is old enough for a later one."""
    assert step("2026-12-01") == "own-books"
    assert step("2026-12-01", checked("2026-12-01")) == "friendly-reminder"


def test_a_step_waits_for_its_day():
    """The reason, the rule and the first clear day are said, every one of them."""
    found = coming("2026-02-04", *WALKED[:2])
    early, pause = found.ahead.findings

    assert found.ahead.task.id == "invoice-again"
    assert early.message == "`invoice-again` opens on 2026-02-08, 6 days after `friendly-reminder` of 2026-02-02"
    assert (early.code, early.clears_on) == ("K420", date(2026, 2, 8))
    assert (pause.code, pause.clears_on) == ("K421", date(2026, 2, 5))
    assert found.on == date(2026, 2, 9)  # the 8th is a Sunday, and the step goes by mail


def test_the_pause_between_two_messages():
    """Whatever the steps say, three days lie between two messages."""
    letters = (sent("2026-12-01", "thirty-day"), {"event": "called", "on": "2026-12-01"})
    found = coming("2026-12-02", *letters, **TERMS).ahead

    assert {one.code: one.clears_on for one in found.findings} == {"K421": date(2026, 12, 4)}


def test_the_letters_own_day_governs():
    """A letter that gives more days than the ladder's delay is not followed by another before they are over."""
    letter = (made("2026-03-03", "thirty-day", "2026-03-20"), sent("2026-03-03", "thirty-day", made=5))
    called = {"event": "called", "on": "2026-03-07"}
    found = coming("2026-03-18", *WALKED[:4], *letter, called, **TERMS)

    assert found.ahead.task.id == "terms-recalled"
    assert codes(found.ahead) == ["K422"]
    assert found.on == date(2026, 3, 23)  # the 21st is a Saturday


def test_a_call_may_ask_whether_the_letter_came():
    """A call is no letter: it does not wait for the day that the letter gave."""
    letter = (made("2026-03-03", "thirty-day", "2026-03-20"), sent("2026-03-03", "thirty-day", made=5))

    assert codes(coming("2026-03-07", *WALKED[:4], *letter).ahead) == []


def test_a_step_is_repeated_until_the_next_one_opens():
    """The second reminder goes out every 15 days, and no more once the next step is open."""
    reminded = (checked("2026-02-02"), sent("2026-02-02", "friendly-reminder"), sent("2026-02-04", "invoice-again"))
    early = {"invoices": [{**BILL, "due_on": "2026-02-01"}]}

    assert step("2026-02-27", *reminded, sent("2026-02-12", "second-reminder"), **early) == "second-reminder"
    assert step("2026-03-03", *reminded, sent("2026-02-12", "second-reminder"), **early) == "thirty-day"


def test_a_count_ends_a_repetition():
    """A step that is repeated three times is not done a fourth time."""
    calls = [{"event": "called", "on": f"2026-03-{day:02}"} for day in (7, 14, 21)]

    assert step("2026-03-28", *WALKED, *calls[:2]) == "call"
    assert step("2026-03-28", *WALKED, *calls) == "sixty-day"
    assert step("2026-03-28", *WALKED, *calls, **TERMS) == "terms-recalled"


def test_a_step_without_its_ground_is_passed_over():
    """Nobody recalls signed terms where nothing was signed, or where what was signed says nothing of payment."""
    bare = {"agreement": {"signed_on": "2025-12-01"}}

    assert step("2026-04-10", *WALKED, {"event": "called", "on": "2026-03-07"}, **bare) == "sixty-day"
    assert step("2026-04-10", *WALKED, {"event": "called", "on": "2026-03-07"}) == "sixty-day"
    assert step("2026-04-10", *WALKED, {"event": "called", "on": "2026-03-07"}, **TERMS) == "terms-recalled"


def test_one_letter_at_the_highest_step_reached():
    """A newer invoice rides along with the older one, and goes back to its own place when that one is paid."""
    both = {"invoices": [BILL, LATER]}

    assert step("2026-04-10", *WALKED, **both) == "call"
    assert step("2026-04-10", *WALKED, PAID, **both) == "own-books"


def test_instalments_age_by_themselves():
    """A part that fell due after the last letter starts below it once the earlier part is paid."""
    parts = [{"due_on": "2026-02-01", "amount": "400"}, {"due_on": "2026-04-01", "amount": "600"}]
    bill = {**BILL, "due_on": None, "instalments": parts}
    paid = {**PAID, "amount": "400"}

    assert step("2026-03-20", *WALKED, invoices=[bill]) == "call"
    assert step("2026-04-02", *WALKED, paid, invoices=[bill]) == "own-books"
    assert coming("2026-03-20", *WALKED, paid, invoices=[bill]).short == "due"


def test_a_payment_ends_the_chase_and_a_bounce_reopens_it():
    """A paid debt has no next step; a check that comes back finds the case where it stood."""
    bounced = {"event": "bounced", "on": "2026-03-16", "payment": "P-1"}

    assert coming("2026-03-11", *WALKED, PAID).sentence.startswith("Nothing is owed.")
    assert step("2026-03-16", *WALKED, PAID, bounced) == "call"


def test_a_settled_debt_is_thanked_for_once():
    """The receipt is offered while it is young, and not again when it went out."""
    thanks = coming("2026-03-11", PAID)

    assert (thanks.ahead.task.id, thanks.ahead.act) == ("receipt", Act.MAKE)
    assert coming("2026-03-12", PAID, sent("2026-03-11", "receipt")).ahead is None
    assert coming("2026-05-11", PAID).ahead is None


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("not_received", "send-copies"),
        ("disputes_work", "reply-complaint"),
        ("disputes_amount", "reply-complaint"),
        ("cash", "agree-a-day"),
        ("forgot", "agree-a-day"),
        ("left", "find-who-pays"),
        ("no_authority", "find-who-pays"),
        ("refuses", "reply-threat"),
        ("threatens", "reply-threat"),
        ("insolvent", "ask-about-insolvency"),
        ("other", "call"),
    ],
)
def test_an_answer_turns_the_next_step_to_its_reply(reason, expected):
    """What the debtor said is answered before the next letter presses."""
    found = coming("2026-03-20", *WALKED, {"event": "answered", "on": "2026-03-10", "reason": reason})

    assert found.ahead.task.id == expected


def test_a_reply_that_was_given_lets_the_ladder_go_on():
    """Once the reply went out the next step comes, after the days it gave."""
    said = {"event": "answered", "on": "2026-03-10", "reason": "disputes_work"}
    reply = (made("2026-03-11", "reply-complaint", "2026-03-23"), sent("2026-03-11", "reply-complaint", made=7))
    found = coming("2026-03-20", *WALKED, said, *reply)

    assert found.ahead.task.id == "call"


def test_a_promise_is_confirmed_then_waited_for():
    """A promise is confirmed in writing; then nothing goes out until its day has passed."""
    promised = {"event": "promised", "on": "2026-03-10", "by": "2026-03-20"}

    assert step("2026-03-10", *WALKED, promised) == "promise-confirmation"
    assert coming("2026-03-12", *WALKED, promised, sent("2026-03-11", "promise-confirmation")).short == "promised"
    assert step("2026-03-21", *WALKED, promised, sent("2026-03-11", "promise-confirmation")) == "call"


def test_a_made_letter_is_sent_before_it_is_made_again():
    """A letter that waits to be sent is named; once the facts move or days pass, it is made anew."""
    letter = made("2026-03-03", "thirty-day", "2026-03-13")
    part = {**PAID, "on": "2026-03-04", "amount": "100"}

    assert coming("2026-03-04", *WALKED[:4], letter).ahead.act is Act.SEND
    assert coming("2026-03-04", *WALKED[:4], letter, part).ahead.act is Act.MAKE
    assert coming("2026-03-20", *WALKED[:4], letter).ahead.act is Act.MAKE


def test_an_ancient_debt_waits_for_a_person():
    """Where nothing is on record, a debt older than the ladder's bound is not swept in; one with steps goes on."""
    assert codes(coming("2027-06-01").ahead) == ["K425"]
    assert codes(coming("2027-06-01", *WALKED).ahead) == []


def test_a_ladder_changed_in_mid_life():
    """Steps made under other rules stop the case for a person, whose decision is on record and ends it."""
    mark = STANDARD.fingerprint("thirty-day")
    done = (*WALKED[:4], made("2026-03-03", "thirty-day", ladder=mark), sent("2026-03-03", "thirty-day", made=5))
    firm = load_ladder("firm")

    assert codes(coming("2026-04-01", *done).ahead) == []
    assert "K423" in codes(coming("2026-04-01", *done, ladder=firm).ahead)
    placed = {"event": "placed", "on": "2026-04-01", "after": "thirty-day", "ladder": firm.fingerprint("thirty-day")}
    decided = coming("2026-04-10", *done, placed, ladder=firm).ahead
    assert "K423" not in codes(decided)
    assert decided.task.id == "sixty-day"


def test_a_step_that_the_ladder_does_not_have():
    """An entry for an unknown step counts for nothing and is said; one made by the kit stops the case."""
    own = coming("2026-04-01", sent("2026-03-01", "first-demand"))
    lost = coming(
        "2026-04-01", made("2026-03-01", "third-nudge", ladder="abc"), sent("2026-03-01", "third-nudge", made=1)
    )

    assert own.ahead.task.id == "own-books"
    assert codes(own.ahead, stops=False) == ["K426"]
    assert "K423" in codes(lost.ahead)


def test_steps_recorded_out_of_order():
    """The highest step that went out counts, whatever was left out before it."""
    assert (
        step("2026-06-01", sent("2026-03-03", "sixty-day"), sent("2026-03-10", "friendly-reminder")) == "final-demand"
    )


def test_another_step_than_the_next_needs_a_reason():
    """Asked for out of turn, a step says which one is next; its own bounds are said too."""
    known = facts("2026-03-04", *WALKED)
    found = for_task(known, STANDARD, STANDARD.task("final-demand"))

    assert codes(found)[0] == "K429"
    assert "that is `call`" in found.findings[0].message
    assert found.findings[0].overridable


def test_a_day_of_the_month():
    """A step may open on the first such day after the one before."""
    ladder = Ladder.model_validate(
        {
            "id": "monthly",
            "title": "Monthly",
            "minimum_gap_days": 0,
            "steps": [
                {"id": "a", "title": "A", "documents": ["x"], "done_by": "mailed", "after": {"due_date": 1}},
                {"id": "b", "title": "B", "documents": ["x"], "done_by": "mailed", "after": {"day_of_month": 5}},
            ],
        }
    )

    for on, opens in (("2026-02-03", "2026-02-05"), ("2026-02-05", "2026-03-05"), ("2026-12-09", "2027-01-05")):
        found = ahead(facts(on, sent(on, "a")), ladder)
        assert found.opens.on == date.fromisoformat(opens)


def test_a_hold_on_one_invoice_leaves_the_others():
    """Held and disputed invoices are left out; what is left goes on."""
    disputed = {"event": "disputed", "on": "2026-02-20", "invoice": "INV-1"}

    assert step("2026-04-10", disputed, invoices=[BILL, LATER]) == "own-books"
    assert next_for(facts("2026-03-10", disputed, invoices=[BILL, LATER]), STANDARD).short == "settle dispute"


def test_a_lower_step_done_again_moves_nothing():
    """Looking at one's books a second time neither puts off the next letter nor hides the last one's day to pay."""
    again = (*WALKED, {**checked("2026-03-20")})
    before, after = coming("2026-03-21", *WALKED).ahead.opens, coming("2026-03-21", *again).ahead.opens

    assert after == before


def test_an_answer_without_a_reply_hides_no_complaint():
    """A later word that needs no paper, or one answered by a call, leaves the complaint waiting for its reply."""
    heard = [
        {"event": "answered", "on": "2026-02-04", "reason": "disputes_work"},
        {"event": "answered", "on": "2026-02-05", "reason": "other"},
    ]

    done = (checked("2026-02-02"), sent("2026-02-03", "friendly-reminder"))

    assert step("2026-02-06", *done, *heard) == "reply-complaint"


def test_a_title_with_an_article_has_one():
    """The sentence that says what to send reads as English."""
    heard = {"event": "answered", "on": "2026-02-04", "reason": "not_received"}
    letter = made("2026-02-05", "send-copies", document="letters/invoice-again")

    copy = made("2026-02-05", "send-copies", document="statements/invoice", about="INV-1")
    done = (checked("2026-02-02"), sent("2026-02-03", "friendly-reminder"), heard)

    found = coming("2026-02-05", *done, letter, copy)

    assert found.sentence.startswith("Read the invoice again, for a debtor who has not had it")


def test_a_letter_without_its_enclosure_is_not_sent():
    """A command killed after the letter and before the invoice that goes with it is run again first."""
    done = (checked("2026-02-02"), sent("2026-02-03", "friendly-reminder"))

    assert coming("2026-02-12", *done, made("2026-02-12", "invoice-again")).ahead.act is Act.MAKE
    copy = made("2026-02-12", "invoice-again", document="statements/invoice", about="INV-1")
    assert coming("2026-02-12", *done, made("2026-02-12", "invoice-again"), copy).ahead.act is Act.SEND


def test_a_rest_of_pennies_is_not_chased():
    """A rest below the ladder's smallest sum gets no letter; the user hears what to do with it."""
    part = {"event": "paid", "on": "2026-03-01", "id": "P-1", "amount": "995.62"}
    found = coming("2026-03-10", *WALKED[:3], part)

    assert (found.short, found.waits) == ("small rest", True)
    assert found.sentence.startswith("Only $4.38 is open, less than the ladder asks for: give it up with `kit log acme")


def test_a_promise_kept_early_ends_the_wait():
    """Once the promised sum is in, letters about the rest need not wait for the promised day."""
    promised = {"event": "promised", "on": "2026-03-05", "by": "2026-03-25", "amount": "400"}
    paid = {"event": "paid", "on": "2026-03-08", "id": "P-1", "amount": "400"}
    confirmed = sent("2026-03-05", "promise-confirmation")

    assert coming("2026-03-10", *WALKED, promised, confirmed).short == "promised"
    assert coming("2026-03-10", *WALKED, promised, confirmed, paid).short != "promised"


def test_a_broken_promise_does_not_bring_back_an_older_answer():
    """Short of cash, then a promise, then nothing: the ladder goes on, and does not ask for a day again."""
    answered = {"event": "answered", "on": "2026-02-05", "reason": "cash"}
    promised = {"event": "promised", "on": "2026-02-06", "by": "2026-02-20"}

    assert step("2026-03-10", *WALKED[:2], answered, promised) == "invoice-again"


def test_an_answer_about_a_paid_debt_says_nothing_of_a_later_one():
    """What was said before anything open was issued is over."""
    answered = {"event": "answered", "on": "2026-02-10", "reason": "not_received"}

    assert step("2026-04-02", answered, PAID, invoices=[BILL, {**LATER, "issued_on": "2026-03-05"}]) == "own-books"


def test_a_call_that_reached_nobody_is_no_reply():
    """An answer that asks for a call waits until somebody was spoken to."""
    answered = {"event": "answered", "on": "2026-03-04", "reason": "left"}
    missed, spoke = ({"event": "called", "on": "2026-03-05", "spoke": said} for said in ("no", "yes"))

    assert step("2026-03-10", *WALKED, answered, missed) == "find-who-pays"
    assert step("2026-03-10", *WALKED, answered, spoke) != "find-who-pays"


def test_days_count_not_the_order_of_the_record():
    """A letter recorded late is counted from the day it went out."""
    late = (*WALKED[:3], WALKED[4], WALKED[3])

    assert coming("2026-03-05", *late).ahead.opens.why == "4 days after `thirty-day` of 2026-03-03"


def test_a_person_may_take_up_an_ancient_debt():
    """Placed before the first step by a person, an old debt is taken up."""
    assert codes(coming("2027-06-01", {"event": "placed", "on": "2027-06-01"}).ahead) == []


def test_a_remark_leaves_a_letter_fresh():
    """A note in the journal does not make a letter's figures old."""
    letter = made("2026-03-03", "thirty-day", "2026-03-13")
    remark = {"event": "note", "on": "2026-03-03", "text": "printed"}

    assert coming("2026-03-04", *WALKED[:4], letter, remark).ahead.act is Act.SEND


def test_a_case_placed_at_the_end_is_not_said_to_have_sent_anything():
    """Placing a case after the last step sends no letter."""
    found = coming("2026-06-01", {"event": "placed", "on": "2026-05-01", "after": "final-demand"})

    assert (found.short, found.sentence[:24]) == ("decide", "The ladder is at its end")


def test_an_invoice_due_after_the_last_step_is_named():
    """At the end of the ladder, what the final demand could not ask for is said, with what to type."""
    end = sent("2026-03-20", "final-demand")
    (one,) = coming("2026-04-10", end, invoices=[BILL, LATER]).ahead.findings

    assert one.code == "K428"
    assert one.message == "INV-2 fell due after `final-demand` of 2026-03-20 and was not part of it"

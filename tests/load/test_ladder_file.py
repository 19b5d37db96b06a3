"""A ladder's file: what is wrong with it is said at its place, all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.findings import InvalidFile, KitError
from kit.load.ladder_file import ladder_names, load_ladder, read_ladder
from kit.model.event import Answer
from kit.model.ladder import NONE, DoneBy, Occasion

HEAD = "id: mine\ntitle: Mine\nsteps:\n"
STEP = "  - {{id: {id}, title: T, documents: [{documents}], done_by: {by}, after: {{{after}}}}}\n"


def step(name="a", documents="letters/thirty-day", by="mailed", after="due_date: 1"):
    """Return a step as a line."""
    return STEP.format(id=name, documents=documents, by=by, after=after)


def faults(tmp_path: Path, text: str):
    """Return what is said about a ladder."""
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidFile) as caught:
        read_ladder(path)
    return caught.value.findings


@pytest.mark.parametrize("name", ["standard", "gentle", "firm"])
def test_the_kits_own_ladders_hold(name):
    """Each ladder ends with the final demand and answers every reason but `other`."""
    ladder = load_ladder(name)

    assert ladder.steps[-1].id == "final-demand"
    assert ladder.steps[0].done_by is DoneBy.CHECKED
    assert all(ladder.reply_to(reason) for reason in Answer if reason is not Answer.OTHER)
    assert all(ladder.reply_to(occasion) for occasion in Occasion)


def test_gentle_gives_more_time_than_firm():
    """The three ladders differ in their delays and in their tone."""
    gentle, standard, firm = (load_ladder(name) for name in ("gentle", "standard", "firm"))
    letters = {one.id for ladder in (gentle, firm) for one in ladder.steps if one.tone}

    for name in ("friendly-reminder", "thirty-day", "sixty-day"):
        days = [ladder.task(name).after.due_date for ladder in (firm, standard, gentle)]
        assert days == sorted(days)
        assert days[0] <= days[1] < days[2]
    assert {"second-reminder", "thirty-day", "sixty-day"} <= letters


@pytest.mark.parametrize(
    ("steps", "code", "said", "line"),
    [
        (step() + step(), "K441", "`a` is the id of two steps; the first is on line 4", 5),
        (step(after="step: a, days: 3"), "K442", "`a` waits for itself", 4),
        (step() + step("b", after="step: b, days: 3"), "K442", "`b` waits for itself", 5),
        (
            step() + step("b", after="step: c, days: 1") + step("c", after="step: b, days: 1"),
            "K442",
            "the steps wait for each other in a circle: b, which waits for c, which waits for b",
            5,
        ),
        (step() + step("b", after="step: c, days: 1") + step("c"), "K442", "`c` comes after `b`", 5),
        (step() + step("b", after="step: x, days: 1"), "K442", "there is no step `x`", 5),
        (step(after="previous_step: 3"), "K442", "nothing comes before the first step", 4),
        (step(documents="letters/thirty-days"), "K443", "there is no document `letters/thirty-days`", 4),
        (step(documents="internal/own-books"), "K445", "`a` is mailed, and all its papers stay in the house", 4),
        (step(after="due_date: -3"), "K024", "`-3` is not a whole number", 4),
        (step(after="due_date: 1, previous_step: 2"), "K440", "a step opens by exactly one count", 4),
        (step(after=""), "K440", "a step opens by exactly one count", 4),
        (step(after="days: 3"), "K440", "a step opens by exactly one count", 4),
        (step() + step("b", after="day_of_month: 31"), "K440", "31 is not a day that every month has", 5),
        (step(by="pigeon"), "K032", "`pigeon` is not one of the words read here", 4),
        ("  []\n", "K033", "steps: the list is empty", 4),
        (
            step().replace("title: T", "title: T, tone: fierce"),
            "K447",
            "no paper of `a` has words in the tone `fierce`",
            4,
        ),
        (step().replace("title: T", "title: T, repeat: {every_days: 0}"), "K440", "repeated every 0 days", 4),
    ],
)
def test_a_ladder_that_cannot_be_walked(tmp_path, steps, code, said, line):
    """A loop, an unknown document, a step after itself, a negative delay, two steps of one id: each at its line."""
    found = faults(tmp_path, HEAD + steps)

    assert any(said in one.message for one in found), [one.message for one in found]
    first = next(one for one in found if said in one.message)
    assert first.place.line == line
    assert first.code == code


def test_all_faults_come_at_once(tmp_path):
    """Three faults are three findings."""
    found = faults(tmp_path, HEAD.replace("mine", "other") + step(documents="letters/x") + step())

    assert [one.code for one in found] == ["K440", "K443", "K441"]


def test_two_replies_to_one_answer(tmp_path):
    """What the debtor says leads to one paper."""
    reply = "  - {{id: {0}, title: T, documents: [letters/reply-threat], done_by: mailed, to: [refuses]}}\n"
    found = faults(tmp_path, HEAD + step() + "replies:\n" + reply.format("r") + reply.format("s"))

    assert [(one.code, one.message) for one in found] == [("K446", "`refuses` is answered by `r` and by `s`")]


def test_ones_own_ladder_comes_first(tmp_path):
    """A ladder in one's own templates is found by its name, and brings the kit's replies with it."""
    (tmp_path / "ladders").mkdir()
    (tmp_path / "ladders" / "mine.yaml").write_text(HEAD + step(), encoding="utf-8")

    assert "mine" in ladder_names(tmp_path)
    assert load_ladder("mine", tmp_path).reply_to(Answer.REFUSES).id == "reply-threat"


@pytest.mark.parametrize("name", ["standart", "replies", "../standard", "", NONE])
def test_a_name_without_a_ladder(name):
    """A slip in the name is met with the names there are."""
    with pytest.raises(KitError) as caught:
        load_ladder(name)

    assert "there is no ladder" in str(caught.value)
    assert "standard" in str(caught.value)


def test_a_near_name_is_asked_for_as_it_is_written(tmp_path):
    """The fix is a sentence of its own, with the name's letters as they stand and one mark at its end."""
    found = faults(
        tmp_path, HEAD + step(documents="letters/thirty-days") + step("Ab") + step("c", after="step: Abb, days: 1")
    )

    assert [one.fix for one in found] == ["Did you mean letters/thirty-day?", "Did you mean Ab?"]

"""The next step with everything against it, and the making of its papers."""

from __future__ import annotations

from datetime import date

import pytest

from kit import escalation, pipeline, step_papers
from kit.findings import InvalidFile, KitError, Stopped
from kit.journal import append, read
from kit.ladder.ahead import Act
from kit.load.ladder_file import ladder_of
from kit.model.event import EVENT
from kit.model.paper_event import Made

DAY = date(2026, 6, 1)


def log(case, **event):
    """Append an event to the journal."""
    return append(case, lambda journal: EVENT.validate_python({"n": journal.next_number, **event}))


def change(file, old, new):
    """Change a file as a user would."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def papers(case):
    """Return the papers on record."""
    return [event for event in read(case).events if isinstance(event, Made)]


def at(case, step, on="2026-05-20"):
    """Place the case after a step."""
    log(
        case,
        event="placed",
        on=on,
        after=step,
        ladder=ladder_of(pipeline.load_case(case, as_of=DAY).parts).fingerprint(step),
    )


def test_the_next_steps_papers_are_made(case):
    """`kit letter` makes all papers of the step, and the record knows the step, its ladder and how it travels."""
    log(case, event="checked", on="2026-05-29", step="own-books")
    found, made = step_papers.make_step(case, as_of=DAY)

    assert found.task.id == "friendly-reminder"
    assert [one.document for one in papers(case)] == ["letters/friendly-reminder", "internal/call-script"]
    letter = papers(case)[0]
    assert (letter.step, str(letter.channel), letter.pay_by) == ("friendly-reminder", "email", date(2026, 6, 8))
    assert letter.ladder == found.ladder.fingerprint("friendly-reminder")
    assert all(file.is_file() for one in made for file in one.files)


def test_the_same_step_made_twice_makes_nothing_new(case):
    """A second run on the same day finds the papers as they are; one step a run."""
    log(case, event="checked", on="2026-05-29", step="own-books")
    step_papers.make_step(case, as_of=DAY)
    _, again = step_papers.make_step(case, as_of=DAY)

    assert [one.outcome.new for one in again] == [False, False]
    assert len(papers(case)) == 2
    assert escalation.look_ahead(case, as_of=DAY).next.ahead.act is Act.SEND


def test_another_step_needs_a_recorded_reason(case):
    """Out of turn a step is refused with the one that is next; with a reason it is made and the reason is on record."""
    with pytest.raises(Stopped) as caught:
        step_papers.make_step(case, "final-demand", as_of=DAY)
    assert "K429" in {one.code for one in caught.value.findings if one.stops}
    assert papers(case) == []

    step_papers.make_step(case, "final-demand", as_of=DAY, overrides={"K429": "the client asked for it"})
    made, _ = papers(case)
    assert [(one.code, one.because) for one in made.overrides] == [("K429", "the client asked for it")]


def test_every_blocker_at_once(case):
    """A hold, a promise, a lawyer without an address and the ladder's own day are named together, with their days."""
    at(case, "thirty-day", on="2026-05-29")
    log(case, event="held", on="2026-05-30", reason="by_hand", review_on="2026-06-10")
    log(case, event="promised", on="2026-05-30", by="2026-06-05")
    log(case, event="sent", on="2026-05-30", step="promise-confirmation")
    change(case / "case.yaml", "purpose:", "  lawyer: {name: Ann Law}\npurpose:")
    found = escalation.look_ahead(case, as_of=DAY)

    codes = {one.code: one.clears_on for one in found.blockers}
    assert {"K402": date(2026, 6, 10), "K403": date(2026, 6, 6)}.items() <= codes.items()
    assert {"K420", "K421"} <= set(codes)
    assert found.clears_on is None  # nobody knows when the lawyer's address is there
    assert all(one.place for one in found.blockers)


def test_a_hold_on_one_invoice_keeps_it_from_being_asked_for(case):
    """No letter asks for a sum that is held: it waits, and the finding says how the others may go on."""
    more = "  - {id: INV-105, issued_on: 2026-02-02, due_on: 2026-03-04, lines: [{text: More, unit_price: 50}]}\n"
    change(case / "case.yaml", "payments:\n", f"{more}payments:\n")
    at(case, "second-reminder")
    log(case, event="held", on="2026-05-25", invoice="INV-105")
    found = escalation.look_ahead(case, as_of=DAY)

    (held,) = [one for one in found.blockers if one.code == "K402"]
    assert (
        "If INV-105 is disputed, `kit log CASE disputed --invoice INV-105` leaves it out and the rest goes on."
        in held.fix
    )
    log(case, event="disputed", on="2026-06-01", invoice="INV-105")
    log(case, event="released", on="2026-06-01", entry=2)
    assert "K402" not in {one.code for one in escalation.look_ahead(case, as_of=DAY).blockers}


def test_a_bankruptcy_ends_the_ladder(case):
    """From the petition on the stop list is next, and there is no letter."""
    change(case / "case.yaml", "purpose:", "bankruptcy: {petition_on: 2026-05-01, chapter: 7}\npurpose:")
    found = escalation.look_ahead(case, as_of=DAY)

    assert found.task.id == "stop-list"
    assert "K700" in {one.code for one in found.findings}
    for step in ("friendly-reminder", "receipt"):
        with pytest.raises(Stopped):
            step_papers.make_step(case, step, as_of=DAY, overrides={})
    assert papers(case) == []


def test_a_step_dated_before_what_was_done_is_refused(case):
    """The record is not written backwards."""
    log(case, event="checked", on="2026-05-01", step="own-books")
    log(case, event="sent", on="2026-06-01", step="friendly-reminder")
    with pytest.raises(Stopped) as caught:
        step_papers.make_step(case, as_of=date(2026, 5, 15))

    (one,) = [one for one in caught.value.findings if one.code == "K424"]
    assert one.message == "entry 2 is of 2026-06-01; a step dated 2026-05-15 would come before it"


def test_the_invoice_goes_again_for_every_open_one(case):
    """The second copy is of each invoice that is overdue, and the paid one stays out."""
    more = "  - {id: INV-105, issued_on: 2026-02-02, due_on: 2026-03-04, lines: [{text: More, unit_price: 50}]}\n"
    paid = "  - {id: INV-106, issued_on: 2026-02-02, due_on: 2026-03-04, lines: [{text: Paid, unit_price: 70}]}\n"
    change(
        case / "case.yaml",
        "payments:\n",
        more + paid + "payments:\n  - {id: P-2, on: 2026-03-01, amount: 70.00, invoice: INV-106}\n",
    )
    at(case, "friendly-reminder")
    step_papers.make_step(case, as_of=DAY)

    assert [(one.document, one.about) for one in papers(case)] == [
        ("letters/invoice-again", None),
        ("statements/invoice", "INV-104"),
        ("statements/invoice", "INV-105"),
        ("internal/mailing-record", None),
    ]


def test_the_ladder_speaks_in_its_tone(case):
    """The firm ladder uses the firm words where a letter has them; others keep the usual ones."""
    (case.parent / "kit.yaml").write_text("ladder: firm\n" + (case.parent / "kit.yaml").read_text("utf-8"), "utf-8")
    log(case, event="checked", on="2026-05-29", step="own-books")
    _, made = step_papers.make_step(case, as_of=DAY)

    assert [one.paper.template.stem for one in made] == ["en.firm", "en"]


def test_the_laws_longer_time_wins_over_the_ladders(case):
    """Where the court's law gives the debtor longer than the ladder, the letter gives that; a typed day is refused."""
    change(
        case / "case.yaml", "  attorney_fees: true", "  attorney_fees: true\n  conditions: {notice_and_cure_days: 45}"
    )
    at(case, "sixty-day")
    with pytest.raises(KitError, match="too soon as the last day to pay"):
        step_papers.make_step(case, as_of=DAY, pay_by=date(2026, 6, 20))
    step_papers.make_step(case, as_of=DAY)

    assert papers(case)[0].pay_by == date(2026, 7, 16)


def test_a_case_names_its_own_ladder(case):
    """`ladder:` in the case comes before kit.yaml; `none` keeps the debtor out; a slip is shown at its place."""
    change(case / "case.yaml", "purpose:", "ladder: none\npurpose:")
    assert escalation.look_ahead(case, as_of=DAY).next.short == "not chased"
    with pytest.raises(KitError, match="no letter to make now"):
        step_papers.make_step(case, as_of=DAY)

    change(case / "case.yaml", "ladder: none", "ladder: frim")
    with pytest.raises(InvalidFile) as caught:
        escalation.look_ahead(case, as_of=DAY)
    (one,) = caught.value.findings
    assert (one.code, one.message) == ("K444", "there is no ladder `frim`; did you mean firm?")
    assert one.place.line == 7


def test_a_bank_that_was_not_looked_at(case):
    """Before anything goes out, the user hears that payments may be missing."""
    (case.parent / "kit.yaml").write_text(
        "bank: [{account: Checking, through: 2026-05-31}, {account: Card, through: 2026-05-20}]\n"
        + (case.parent / "kit.yaml").read_text("utf-8"),
        "utf-8",
    )
    found = escalation.look_ahead(case, as_of=DAY)

    assert found.bank == date(2026, 5, 20)
    (one,) = [one for one in found.findings if one.code == "K427"]
    assert "Card was last looked at through 2026-05-20" in one.message
    assert not one.stops


def test_nothing_is_written_when_one_paper_cannot_be(case):
    """All papers of a step are drawn up before the first is written."""
    change(case / "case.yaml", "text: Catalogue,", 'text: "Katalog \u4e2d",')
    at(case, "friendly-reminder")
    with pytest.raises(KitError):
        step_papers.make_step(case, as_of=DAY)

    assert papers(case) == []
    assert not (case / "out").exists() or not list((case / "out").glob("*.pdf"))


def test_explaining_a_step(case):
    """`kit why` says what a step is, what came before, when it opens, and which one is next."""
    log(case, event="checked", on="2026-05-29", step="own-books")
    said = " ".join(escalation.sentences_of(escalation.explain(case, "terms-recalled", as_of=DAY)))

    assert "own-books (done 2026-05-29), friendly-reminder (not done)" in said
    assert (
        "It comes only if there is a signed agreement with terms of payment (`agreement.signed_on`), so it is here."
        in said
    )
    assert "It opens on 2026-03-18, 45 days after the due date of 2026-02-01" in said
    assert "On 2026-06-01 the next step after `own-books` is `friendly-reminder`, not this one." in said


def test_a_copy_of_an_invoice_says_so(case):
    """An invoice that goes out again names the day it went out first, so that nobody books it twice."""
    first = pipeline.make(case, pipeline.Request("statements/invoice", invoice="INV-104"), as_of=date(2026, 1, 2))
    log(case, event="sent", on="2026-01-02", made=first.outcome.made.n, document="statements/invoice", channel="mail")
    at(case, "friendly-reminder")
    _, made = step_papers.make_step(case, as_of=DAY)

    assert first.paper.blanks.copy == ""
    (again,) = [one.paper.blanks for one in made if one.paper.request.invoice]
    assert again.copy == "of the invoice sent on Jan 2, 2026"

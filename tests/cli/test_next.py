"""`kit next` and `kit why`, as a user types them."""

from __future__ import annotations

import json
import shutil

import pytest
from click.testing import CliRunner
from icalendar import Calendar

from kit.cli import main
from kit.journal import append
from kit.model.event import EVENT

DAY = ["--as-of", "2026-06-01"]


@pytest.fixture
def run(case, monkeypatch):
    """Return a function that types a `kit` command in the workspace."""
    monkeypatch.chdir(case.parent)
    return lambda *words: CliRunner().invoke(main, list(words))


def log(case, **event):
    """Append an event to the journal."""
    append(case, lambda journal: EVENT.validate_python({"n": journal.next_number, **event}))


def beside(case, name, old="", new=""):
    """Return a second case with a change in it."""
    other = case.parent / name
    shutil.copytree(case, other)
    file = other / "case.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return other


def test_the_step_its_papers_and_its_day(run, case):
    """One case: what is owed, what was done, the step with its papers, and what to type."""
    log(case, event="checked", on="2026-05-29", step="own-books")
    result = run("next", "acme", *DAY)

    assert result.exit_code == 0, result.output
    lines = result.output.splitlines()
    assert lines[0] == "Late Paper Supply Inc. owes $1,078.06 on June 1, 2026, overdue for 120 days at the most."
    assert "done: own-books 2026-05-29" in lines
    assert (
        "step: friendly-reminder (Friendly reminder; emailed), open from 2026-02-02, "
        "1 day after the due date of 2026-02-01"
    ) in lines
    assert "papers: letters/friendly-reminder, internal/call-script" in lines
    assert any(line.startswith("next: Friendly reminder: `kit letter acme`.") for line in lines)


def test_every_reason_why_not_today(run, case):
    """Each blocker has its code, its place with the line, what to do, and the first day it clears; exit code 1."""
    log(case, event="sent", on="2026-05-30", step="friendly-reminder")
    log(case, event="held", on="2026-05-31", reason="by_hand", review_on="2026-06-10", text="the owner asked")
    result = run("next", "acme", *DAY)

    assert result.exit_code == 1
    assert "3 reasons why not today; clear on 2026-06-10:" in result.output
    for code in ("K420", "K421", "K402"):
        assert f"stop[{code}]" in result.output
    assert "acme/journal.yaml:" in result.output.replace("\\", "/")
    assert "clears on: 2026-06-10" in result.output


def test_the_same_for_programs(run, case):
    """`--format json` has every blocker as data, and nothing else is printed."""
    log(case, event="sent", on="2026-05-30", step="friendly-reminder")
    told = json.loads(run("next", "acme", *DAY, "--format", "json").stdout)

    assert (told["step"], told["act"], told["owed"], told["opens_on"]) == (
        "invoice-again",
        "make",
        "1078.06",
        "2026-06-05",
    )
    assert told["papers"] == ["letters/invoice-again", "statements/invoice INV-104"]
    assert told["clears_on"] == "2026-06-05"
    assert {one["code"]: one["clears_on"] for one in told["blockers"]} == {"K420": "2026-06-05", "K421": "2026-06-02"}
    assert told["done"] == [{"step": "friendly-reminder", "on": "2026-05-30", "entry": 1}]


def test_a_folder_in_the_order_of_what_is_due(run, case):
    """What can be done today comes first, then by day, then what nobody can date; a broken case is named below."""
    waits = beside(case, "waits")
    log(waits, event="sent", on="2026-05-30", step="friendly-reminder")
    large = beside(case, "large", "unit_price: 30.86", "unit_price: 300.86")
    lawyer = beside(case, "lawyer", "purpose:", "  lawyer: {name: Ann Law}\npurpose:")
    log(lawyer, event="checked", on="2026-05-29", step="own-books")
    beside(case, "paid", "amount: 200.00", "amount: 1300.00")
    beside(case, "broken", "kind: corporation", "kind: corporration")
    result = run("next", ".", *DAY)

    assert result.exit_code == 1
    rows = [
        line.split()[0]
        for line in result.output.splitlines()
        if line.split()[:1] and line.split()[0] in ("acme", "waits", "large", "lawyer", "paid")
    ]
    assert rows == ["large", "acme", "waits", "lawyer", "paid"]
    assert "6 cases on June 1, 2026, 2 with a step that can be done today" in result.output
    assert "2026-06-05" in next(line for line in result.output.splitlines() if line.startswith("waits"))
    assert "broken: broken/case.yaml" in result.output.replace("\\", "/")
    assert large.name in rows


def test_a_folder_as_data(run, case):
    """Amounts are text, days are ISO, and the oldest day of a bank account stands above all cases."""
    (case.parent / "kit.yaml").write_text(
        "bank: [{account: Checking, through: 2026-05-20}]\n" + (case.parent / "kit.yaml").read_text("utf-8"), "utf-8"
    )
    told = json.loads(run("next", ".", *DAY, "--format", "json").stdout)

    (row,) = told["cases"]
    assert (told["bank_through"], row["owed"], row["step"], row["on"]) == (
        "2026-05-20",
        "1078.06",
        "own-books",
        "2026-06-01",
    )
    assert "Bank looked at through 2026-05-20." in run("next", ".", *DAY).output


def test_an_empty_folder(run, case):
    """Where there is no case, the answer says how to start one."""
    (case.parent / "empty").mkdir()

    assert "There is no case in empty; `kit new NAME` starts one." in run("next", "empty", *DAY).output


def test_deadlines_as_a_calendar(run, case):
    """`--ics` writes the deadlines of a case or of a folder; a file that is not the kit's is kept."""
    log(case, event="promised", on="2026-05-30", by="2026-06-12")
    log(case, event="sent", on="2026-05-30", step="promise-confirmation")
    log(case, event="placed", on="2026-05-29", after="friendly-reminder")
    assert run("next", "acme", *DAY, "--ics", "days.ics").exit_code == 1
    first = (case.parent / "days.ics").read_bytes()
    days = {
        str(event["summary"]): event.decoded("dtstart").isoformat()
        for event in Calendar.from_ical(first).walk("VEVENT")
    }

    assert days["acme: promised day"] == "2026-06-12"
    assert days["acme: next step"] == "2026-06-15"
    run("next", ".", *DAY, "--ics", "days.ics")
    assert (case.parent / "days.ics").read_bytes() == first
    (case.parent / "mine.ics").write_text("mine")
    refused = run("next", "acme", *DAY, "--ics", "mine.ics")
    assert "mine.ics is not a calendar of the kit, and is kept" in refused.stderr
    assert (case.parent / "mine.ics").read_text() == "mine"


def test_why(run, case):
    """`kit why` explains a step in sentences, with what would stand in its way."""
    log(case, event="sent", on="2026-05-30", step="friendly-reminder")
    result = run("why", "acme", "thirty-day", *DAY)

    assert result.exit_code == 0
    assert (
        "30-day letter: letters/thirty-day and internal/call-script. It is done when its letter went out by mail"
        in result.output
    )
    assert "On 2026-06-01 the next step after `friendly-reminder` is `invoice-again`, not this one." in result.output
    assert "1 reason why it could not be done on that day:" in result.output
    assert "K421" in result.output
    data = json.loads(run("why", "acme", "thirty-day", *DAY, "--format", "json").stdout)
    assert data["sentences"][0].startswith("30-day letter")


@pytest.mark.parametrize("words", [["why", "acme", "thirty-days"], ["letter", "acme", "--step", "thirty-days"]])
def test_a_step_that_is_not_there(run, words):
    """A slip in a step's name is a wrong command line, and the names there are are listed."""
    result = run(*words, *DAY)

    assert result.exit_code == 2
    assert "there is no step `thirty-days`; the steps are own-books, friendly-reminder" in result.output


def test_what_was_heard_and_placed(run):
    """An answer turns the next step to its reply; a person may place the case on the ladder."""
    run("log", "acme", "answered", "--reason", "disputes_work", *DAY)
    assert "step: reply-complaint" in run("next", "acme", *DAY).output
    run("log", "acme", "undo", "1", *DAY)

    placed = run("log", "acme", "placed", "--after", "terms-recalled", *DAY)
    assert placed.output.startswith("Entry 3, Jun 1, 2026: placed after terms-recalled")
    assert "step: sixty-day" in run("next", "acme", *DAY).output
    wrong = run("log", "acme", "placed", "--after", "terms", *DAY)
    assert "there is no step `terms`; there are own-books" in wrong.stderr


def test_a_letter_with_what_went_with_it(run, case):
    """Recorded as sent, the letter takes the invoices of its step along, and the list in the house stays out."""
    log(case, event="placed", on="2026-05-20", after="friendly-reminder")
    run("letter", "acme", *DAY)
    sent = run("log", "acme", "sent", "--step", "invoice-again", "--certified", "9407 1", *DAY, "--format", "json")

    told = json.loads(sent.stdout)
    assert (told["made"], told["enclosed"], told["channel"], told["certified"]) == (2, [3], "mail", "9407 1")
    again = run("log", "acme", "sent", "--step", "invoice-again", *DAY)
    assert "nothing goes out twice" in again.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("log acme checked --step own-bookz", "there is no step `own-bookz`"),
        ("log acme called --step cal", "there is no step `cal`"),
        ("log acme checked --step final-demand", "`final-demand` is mailed, not checked"),
        ("log acme called --step final-demand", "`final-demand` is mailed, not called"),
    ],
)
def test_a_step_is_done_as_its_ladder_says(run, words, said):
    """A slip in a step's name is refused, and no list or call makes a letter done."""
    done = run(*words.split(), *DAY)

    assert done.exit_code == 1
    assert said in done.output


def test_advice_can_be_typed(run, case):
    """What a paper's advice tells to type names the case as its user does."""
    log(case, event="answered", on="2026-05-29", reason="disputes_work")
    made = run("letter", "acme", *DAY)

    assert "`kit log acme disputed`" in made.output
    assert "CASE" not in made.output.split("Reply to a complaint:")[-1]


def test_nothing_owed_is_not_overdue(run, case):
    """A debtor whose money covers everything, disputed bills too, is not told to be late."""
    log(case, event="disputed", on="2026-05-20", invoice="INV-104")
    log(case, event="paid", on="2026-05-21", id="P-9", amount="9000", method="check")

    assert "owes $0.00 on June 1, 2026." in run("next", "acme", *DAY).output


def test_a_reason_is_said_once(run, case):
    """What stops a letter is no note beside it because the enclosed invoice would only be noted."""
    log(case, event="placed", on="2026-05-20", after="friendly-reminder")
    log(case, event="held", on="2026-05-25", reason="by_hand")
    told = json.loads(run("next", "acme", *DAY, "--format", "json").stdout)

    assert [one["code"] for one in told["blockers"]].count("K402") == 1
    assert "K402" not in [one["code"] for one in told["notes"]]

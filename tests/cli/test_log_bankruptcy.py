"""`kit log CASE bankruptcy`: each notice is recorded and said, and what cannot be is refused."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from test_log_court import CASE

from kit.cli import main
from kit.journal import read
from kit.pipeline import load_case

TODAY = date(2024, 9, 1)
FILED = "bankruptcy --petition-on 2024-03-01 --chapter 7"
OVER = "bankruptcy --dismissed-on 2024-05-01"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Return a function that runs `kit` on September 1, 2024."""
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / "case.yaml").write_text(CASE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def command(words, code=0, kit="log", as_of=TODAY):
        result = CliRunner().invoke(main, [kit, "acme", *words.split(), "--as-of", str(as_of)])
        assert result.exit_code == code, result.output
        return result.output

    return command


def bankruptcy(as_of=TODAY):
    """Return the bankruptcy as the case has it."""
    return load_case(Path("acme"), as_of=as_of).case.bankruptcy


@pytest.mark.parametrize(
    ("before", "words", "line"),
    [
        ([], f"{FILED} --number 24-7 --bar-date 2024-12-01",
         "petition of Mar 1, 2024, chapter 7, case 24-7, claims by Dec 1, 2024"),
        ([], "bankruptcy --petition-on 2024-03-01 --involuntary", "petition of Mar 1, 2024 by creditors"),
        ([], "bankruptcy --petition-on 2024-03-01 --spouse-only", "petition of Mar 1, 2024 by husband or wife alone"),
        ([FILED], "bankruptcy --chapter 11", "chapter 11"),
        ([FILED], "bankruptcy --converted-on 2024-04-01 --converted-to 11", "converted to chapter 11 on Apr 1, 2024"),
        ([FILED], OVER, "dismissed on May 1, 2024"),
        ([FILED], "bankruptcy --discharged-on 2024-06-01", "discharged on Jun 1, 2024"),
        ([FILED], "bankruptcy --closed-on 2024-06-01 --closed-without-discharge",
         "closed on Jun 1, 2024 without a discharge"),
        ([FILED], "bankruptcy --relief-on 2024-06-01 --relief-text lease", "stay lifted on Jun 1, 2024 (lease; not"),
        ([FILED], "bankruptcy --relief-on 2024-06-01 --relief-text debt --relief-against-debtor",
         "(debt; this debt may be collected from the debtor)"),
        ([FILED], "bankruptcy --claim-on 2024-06-01 --claim-number 14 --claim-amount 4,800",
         "claim number 14 for $4,800.00 filed on Jun 1, 2024"),
        ([FILED], "bankruptcy --meeting-on 2024-10-01 --trustee Frame",
         "trustee Frame, meeting of creditors set for Oct 1, 2024"),
        ([FILED, OVER], "bankruptcy --petition-on 2024-06-01 --chapter 13", "petition of Jun 1, 2024, chapter 13"),
        ([FILED], "bankruptcy --goods-on-form", "goods of the last days go on the claim form"),
        ([], "bankruptcy --petition-on 2024-02-29", "petition of Feb 29, 2024"),
    ],
)  # fmt: skip
def test_each_notice_is_recorded_and_said(run, before, words, line):
    """What a notice says is on record, in words, and laid over what was known."""
    for earlier in before:
        run(earlier)
    output = run(words)

    assert "bankruptcy: " in output
    assert line in output
    assert read(Path("acme")).events[-1].event == "bankruptcy"


@pytest.mark.parametrize(
    ("before", "words", "why"),
    [
        ([], "bankruptcy", "say what the notice says"),
        ([], OVER, "no petition is on record"),
        ([], "bankruptcy --petition-on 2024-09-02", "--petition-on 2024-09-02 is not here yet"),
        ([], f"{FILED} --dismissed-on 2024-02-01", "--dismissed-on 2024-02-01 is before the petition of 2024-03-01"),
        ([FILED], "bankruptcy --dismissed-on 2024-02-29", "before the petition of 2024-03-01"),
        ([FILED], "bankruptcy --claim-on 2024-02-29", "--claim-on 2024-02-29 is before the petition"),
        ([FILED], "bankruptcy --bar-date 2024-02-29", "--bar-date 2024-02-29 is before the petition"),
        ([FILED], "bankruptcy --petition-on 2024-04-01", "two petitions at once cannot be"),
        ([FILED, OVER], "bankruptcy --petition-on 2024-04-01", "cannot follow the case of 2024-03-01, which ended on"),
        ([FILED, OVER], "bankruptcy --claim-on 2024-06-01", "the case was dismissed on 2024-05-01"),
        ([], f"{FILED} --discharged-on 2024-02-29", "--discharged-on 2024-02-29 is before the petition of 2024-03-01"),
        ([], f"{FILED} --converted-on 2024-02-29 --converted-to 11", "before the petition of 2024-03-01"),
        ([], f"{FILED} --government-bar-date 2024-02-29", "before the petition of 2024-03-01"),
        ([], f"{FILED} --asset-notice-on 2024-02-29", "before the petition of 2024-03-01"),
        ([], f"{FILED} --closed-on 2024-02-29", "before the petition of 2024-03-01"),
        ([], f"{FILED} --rejected-contract-on 2024-02-29", "before the petition of 2024-03-01"),
        ([FILED], "bankruptcy --converted-on 2024-04-01", "--converted-on and --converted-to go together"),
        ([FILED], "bankruptcy --relief-against-debtor", "--relief-against-debtor needs --relief-on"),
        ([FILED], "bankruptcy --claim-amount 5", "--claim-amount needs --claim-on"),
        ([FILED], "bankruptcy --closed-without-discharge", "--closed-without-discharge needs --closed-on"),
        ([FILED, "bankruptcy --claim-on 2024-06-01"], "bankruptcy --claim-on 2024-06-01", "a claim of that day is on"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(run, before, words, why):
    """A slip is met in one sentence, and nothing is recorded."""
    for earlier in before:
        run(earlier)
    count = len(read(Path("acme")).events)
    output = run(words, code=1)

    assert why in output
    assert len(read(Path("acme")).events) == count


def test_a_chapter_that_does_not_exist(run):
    """The six chapters of a petition are the only ones."""
    assert "'8' is not one of" in run("bankruptcy --petition-on 2024-03-01 --chapter 8", code=2)


@pytest.mark.parametrize("year", ["0001", "1899", "2201", "9999"])
def test_a_year_that_no_file_may_hold(run, year):
    """A day that the journal could not be read with again is refused before it is written."""
    assert "years run from 1900 to 2200" in run(f"bankruptcy --petition-on {year}-01-01", code=2)
    assert read(Path("acme")).events == ()


def test_a_petition_after_a_dismissal_is_a_new_case(run):
    """What was known of the old case does not leak into the new one; it is kept as an earlier one."""
    for words in (f"{FILED} --number 24-7 --bar-date 2024-05-10", OVER, "bankruptcy --petition-on 2024-06-01"):
        run(words)
    run("bankruptcy --chapter 13 --number 24-99")
    found = bankruptcy()

    assert (str(found.petition_on), found.chapter, found.number) == ("2024-06-01", "13", "24-99")
    assert found.dismissed_on is None
    assert found.bar_date is None
    assert [(str(one.petition_on), one.number, str(one.dismissed_on)) for one in found.earlier] == [
        ("2024-03-01", "24-7", "2024-05-01")
    ]


def test_news_counts_from_the_day_it_came(run):
    """An entry that came later is not known before; undone, it counts no more."""
    run(f"{FILED} --on 2024-03-10")
    run(f"{OVER} --on 2024-05-06")

    assert bankruptcy(date(2024, 3, 9)) is None
    assert bankruptcy(date(2024, 5, 5)).dismissed_on is None
    assert bankruptcy(date(2024, 5, 6)).dismissed_on == date(2024, 5, 1)
    run("undo 2")
    assert bankruptcy().dismissed_on is None


BAR = "bankruptcy --bar-date 2024-12-01"
CLAIMED = "bankruptcy --claim-on 2024-06-01"
AGAIN = "bankruptcy --petition-on 2024-06-01"


@pytest.mark.parametrize(
    ("before", "number", "why"),
    [
        ([FILED, BAR, CLAIMED], 1, "entries 2, 3 rest on entry 1, which tells of the petition; undo those, the last"),
        ([FILED, OVER], 1, "entry 2 rests on entry 1, which tells of the petition; undo that one"),
        ([FILED, OVER, AGAIN, BAR], 3, "entry 4 rests on entry 3"),  # else the new day went to the old case
        ([FILED, OVER, AGAIN, BAR], 1, "entry 2 rests on entry 1"),
        (["insolvency --kind receivership", "insolvency --claim-by 2024-12-01"], 1, "entry 2 rests on entry 1, which"),
        (["insolvency --kind receivership --on 2024-06-01",
          "insolvency --ended-on 2024-07-01 --ended lifted --on 2024-07-01",
          "insolvency --kind receivership --on 2024-08-01", "insolvency --who Ward"], 3, "entry 4 rests on entry 3"),
    ],
)  # fmt: skip
def test_a_petition_is_not_undone_while_news_rests_on_it(run, before, number, why):
    """The stay is never switched off by a correction that leaves the bar date or the claim of that case behind."""
    for words in before:
        run(words)
    output = run(f"undo {number}", code=1)

    assert why in output
    assert "correct it in journal.yaml" in output
    assert len(read(Path("acme")).events) == len(before)


def test_a_petition_is_undone_once_nothing_rests_on_it(run):
    """The way that the refusal names leads to its end; what another entry opens as well is free from the start."""
    for words in (FILED, BAR, CLAIMED, "undo 3", "undo 2", "undo 1"):
        run(words)
    assert bankruptcy() is None

    for words in (FILED, FILED, BAR, "undo 8"):
        run(words)
    assert bankruptcy().bar_date == date(2024, 12, 1)


def test_news_without_a_petition_typed_by_hand(run):
    """News of no petition is no reason to write on: each such entry is named with what to type, and can be undone."""
    entries = [
        "---\nn: 1\nevent: bankruptcy\non: 2024-06-01\nbar_date: 2024-12-01\n",
        "---\nn: 2\nevent: bankruptcy\non: 2024-07-01\ndischarged_on: 2024-06-30\n",
        "---\nn: 3\nevent: insolvency\non: 2024-07-01\nwho: Casey Ward\n",
    ]
    Path("acme", "journal.yaml").write_text("".join(entries), encoding="utf-8")
    output = run("", code=1, kit="check")

    assert "error[K193] entry 1 speaks of a bankruptcy, and no petition is on record" in output
    assert "error[K193] entry 2 speaks of a bankruptcy" in output
    assert "error[K193] entry 3 speaks of an insolvency, and no kind of it is on record" in output
    assert "Write `petition_on: YYYY-MM-DD` into that entry, or take it back: `kit log CASE undo 2`." in output
    for number in (3, 1, 2):
        run(f"undo {number}")
    assert bankruptcy() is None


@pytest.mark.usefixtures("run")
def test_news_as_json():
    """A program reads back what was recorded."""
    words = ["log", "acme", *FILED.split(), "--bar-date", "2024-12-01", "--as-of", str(TODAY), "--format", "json"]
    data = json.loads(CliRunner().invoke(main, words).stdout)

    assert data == {
        "n": 1, "event": "bankruptcy", "on": "2024-09-01", "petition_on": "2024-03-01", "chapter": "7",
        "bar_date": "2024-12-01",
    }  # fmt: skip


def test_a_finding_points_at_the_entry_that_says_it(run):
    """Who reads why nothing may go out is shown the entry of the journal, not the head of the case."""
    run(FILED)

    assert "journal.yaml:4:1: stop[K700]" in run("", code=1, kit="check").replace("acme/", "")


def walked(run, until=date(2024, 2, 5)):
    """Make a letter that is not sent."""
    run("", kit="letter", as_of=date(2024, 2, 2))
    run("checked --on 2024-02-02", as_of=until)
    run("", kit="letter", as_of=until)


def test_a_paper_made_before_the_petition_is_not_sent(run):
    """It is marked by `kit next`, `kit check` and `kit status`, and refused where somebody records its sending."""
    walked(run)
    run(FILED)
    for command in ("check", "next"):
        output = CliRunner().invoke(main, [command, "acme", "--as-of", str(TODAY)]).output
        assert "K717" in output
        assert "friendly-reminder.pdf was made on 2024-02-05 and has not gone out; it is not to be sent" in output
    assert "1 not to be sent" in CliRunner().invoke(main, ["status", ".", "--as-of", str(TODAY)]).output

    assert "is not to be sent: the debtor's petition of 2024-03-01 is on record" in run(
        "sent --step friendly-reminder", code=1
    )
    run(OVER)  # the stay has ended, but the letter is of another time
    assert "is not to be sent" in run("sent --step friendly-reminder", code=1)


def test_a_letter_that_went_out_before_is_recorded(run):
    """The day it went out decides: before the petition, and before anybody knew of it, it is a fact like any other."""
    walked(run)
    run(f"{FILED} --on 2024-03-10")

    assert "sent friendly-reminder" in run("sent --step friendly-reminder --on 2024-03-09")


def test_one_of_ones_own_is_recorded_loudly(run):
    """What was done wrong is better on record than forgotten."""
    run(FILED)

    assert "K700" in run("sent --own --step friendly-reminder")

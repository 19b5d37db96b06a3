"""`kit log`: what happened is recorded once, in the user's words, and slips are refused."""

import errno
import json
import os
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner

from kit.cli import log as log_module
from kit.cli import main
from kit.documents.output import commit_paper
from kit.documents.record import Record, Source
from kit.journal import read
from kit.model.account import Method
from kit.model.event import Answer, HoldReason
from kit.model.party import Channel

CASE = """\
format: 1
creditor:
  name: Alder & Finch LLC
  kind: llc
  address: {street: 1 Main St, city: Overton, county: Lee, state: XF, zip: 02135}
debtor:
  name: Late Paper Supply Inc.
  kind: corporation
  address: {street: 90 Quay St, city: Overton, county: Lee, state: XF, zip: 02135}
agreement: {kind: written, signed_on: 2023-05-01, net_days: 30}
invoices:
  - id: INV-1
    issued_on: 2024-01-02
    lines: [{text: laid paper, quantity: 10, unit_price: 30.00}, {text: ink, unit_price: 20.00}]
  - {id: INV-2, issued_on: 2024-02-02, lines: [{text: laid paper, unit_price: 100.00}]}
payments:
  - {id: P-1, on: 2024-03-10, amount: 200.00, method: check}
"""
TODAY = date(2024, 6, 1)


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Return a function that runs `kit log` beside the case folder `acme`, on June 1, 2024."""
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / "case.yaml").write_text(CASE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def command(*words, code=0):
        said = [] if "show" in words or "--help" in words else ["--as-of", str(TODAY)]
        said += ["--on", str(TODAY)] if said and "--on" not in words else []
        result = CliRunner().invoke(main, ["log", *words, *said])
        assert result.exit_code == code, result.output
        return result.output

    return command


def made(inputs, words=b"words", document="letters/final-demand", about=None, day=date(2024, 5, 1)):
    """Put a final demand into the case."""
    step = document.rsplit("/", 1)[-1] if about is None else None
    record = Record(document, day, "1", (Source("case.yaml", inputs),), about=about, step=step)
    return commit_paper(Path("acme"), record, {".pdf": words}).made


def journal():
    """Return the case's events."""
    return read(Path("acme")).events


@pytest.mark.parametrize(
    ("words", "line", "keys"),
    [
        (
            "paid --amount $1,500 --method check --invoice INV-1 --reference 0123",
            "payment P-2 of $1,500.00 by check for INV-1, 0123",
            {"id": "P-2", "reference": "0123"},
        ),
        ("paid --amount 20 --id c-1 --elected INV-2", "payment c-1 of $20.00, elected to INV-2", {"id": "c-1"}),
        ("bounced --payment P-1", "payment P-1 came back unpaid", {"payment": "P-1"}),
        ("disputed --invoice INV-1 --line 1 --line 2", "disputed INV-1, lines 1, 2", {"lines": (1, 2)}),
        ("disputed --invoice INV-2 --amount 40", "disputed INV-2, $40.00 of it", {"invoice": "INV-2"}),
        ("promised --by 2024-07-01 --amount 100", "promised $100.00 by Jul 1, 2024", {"by": date(2024, 7, 1)}),
        ("called --at 14:30 --spoke --to Pat --result later", "called Pat at 14:30, spoke, later", {"spoke": True}),
        ("answered --reason forgot --channel email --by Pat", "answer from Pat by email: forgot", {"reason": "forgot"}),
        ("held --until 2024-08-01", "held, by hand, to be looked at on Aug 1, 2024", {"review_on": date(2024, 8, 1)}),
        ("held --review 2024-08-01 --reason plan", "held, plan, to be looked at on Aug 1, 2024", {"reason": "plan"}),
        ("note hello", "note: hello", {"text": "hello"}),
        ("sent --own --step call --certified 9407", "sent call by mail, certified 9407", {"certified": "9407"}),
    ],
    ids=lambda value: value.split()[0] if isinstance(value, str) else "",
)  # fmt: skip
def test_each_event_is_recorded_and_said(run, words, line, keys):
    """What was typed is on record, and the command says what it recorded."""
    output = run("acme", *words.split())

    assert output.splitlines()[0] == f"Entry 1, Jun 1, 2024: {line}"
    (event,) = journal()
    assert event.on == TODAY
    assert {name: getattr(event, name) for name in keys} == keys


def test_what_is_owed_now_is_said(run):
    """After a payment the command says what is left."""
    assert "Owed on June 1, 2024: $120.00." in run("acme", "paid", "--amount", "100")


@pytest.mark.parametrize(
    "words",
    [("acme", "note", "x"), ("note", "acme", "x"), ("acme/case.yaml", "note", "x"), ("note", "acme/case.yaml", "x")],
)
def test_the_case_may_stand_before_or_after_the_event(run, words):
    """`kit log CASE EVENT` is the form; the other order is understood too."""
    run(*words)

    assert [one.text for one in journal()] == ["x"]


def test_inside_the_case_folder_the_case_need_not_be_said(run):
    """In the folder of the case, the event is enough."""
    os.chdir("acme")

    run("note", "x")

    assert [one.text for one in read(Path()).events] == ["x"]


def test_without_a_case_the_command_line_is_wrong(run):
    """A command that does not know its case says so, with exit code 2."""
    assert "Say which case: kit log CASE sent." in run("sent", code=2)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("paid --amount 5 --on 2024-06-02", "2024-06-02 is not here yet (today is 2024-06-01)"),
        ("paid --amount 5 --on 2013-06-01", "2013-06-01 is before the agreement of 2023-05-01"),
        ("disputed --invoice INV-2 --on 2024-02-01", "2024-02-01 is before invoice INV-2 of 2024-02-02"),
        ("paid --amount 1.234,5", "amount: `1.234,5` can be read in two ways"),
        ("paid --amount 1.005", "$1.005 has a fraction that USD does not have"),
        ("paid --amount 0", "payment P-2 is of nothing"),
        ("paid --amount -5", "-5 is less than nothing"),
        ("paid --amount 5 --invoice INV-11", "there is no invoice INV-11. Did you mean INV-1?"),
        ("paid --amount 5 --id P-1", "payment P-1 is on record: $200.00 received on 2024-03-10 (acme"),
        ("paid --amount 200 --method check --on 2024-03-10", "is on record as payment P-1"),
        ("bounced --payment P-11", "there is no payment P-11 that could have bounced"),
        ("bounced --payment P-1 --on 2024-03-01", "before it was received on 2024-03-10"),
        ("disputed --invoice INV-1 --line 3", "line 3 is disputed, and INV-1 has 2 lines"),
        ("disputed --invoice INV-1 --amount 321", "$321.00 is disputed, and INV-1 is for $320.00"),
        ("promised --by 2024-05-31", "cannot be for 2024-05-31"),
        ("held --until 2024-06-01", "a hold that begins on 2024-06-01 cannot end on 2024-06-01"),
        ("released", "nothing is held or disputed, so there is nothing to release"),
        ("released --entry 4", "entry 4 is no hold or dispute that is open"),
        ("sent", "no paper was made; if one of your own went out, add --own. Nothing was made so far."),
        ("sent --made 3", "entry 3 is not a paper that was made"),
        ("undo 7", "there is no entry 7 before this one to undo"),
        ("called --at 25:00", "at: `25:00` is not a time of day"),
    ],
)
def test_a_slip_is_refused_in_one_sentence(run, words, sentence):
    """What cannot be, or is on record already, is refused, and nothing is recorded."""
    output = run("acme", *words.split(), code=1)

    assert sentence in output
    assert "Traceback" not in output
    assert not (Path("acme") / "journal.yaml").exists()


@pytest.mark.parametrize(
    "words",
    ["paid --amount 200 --method check --on 2024-03-10", "disputed --invoice INV-1", "sent --own --step final-demand"],
)
def test_a_repetition_needs_to_be_meant(run, words):
    """The same thing twice is recorded only with --again."""
    run("acme", *words.split(), "--again")
    run("acme", *words.split(), code=1)
    run("acme", *words.split(), "--again")

    assert len(journal()) == 2


def test_the_paper_that_went_out_is_found(run):
    """With one paper waiting, `sent` needs no further words, and records which paper it was."""
    made("a")

    output = run("acme", "sent", "--certified", "9407 1000")

    assert "sent final-demand (entry 1) by mail, certified 9407 1000" in output
    assert (journal()[1].made, journal()[1].step) == (1, "final-demand")


def test_nothing_goes_out_twice(run):
    """A paper that went out is not sent again unless that is meant."""
    made("a")
    run("acme", "sent", "--step", "final-demand")

    for words in (["sent"], ["sent", "--step", "final-demand"], ["sent", "--made", "1"]):
        assert "(entry 2) and nothing goes out twice" in run("acme", *words, code=1)
    run("acme", "sent", "--step", "final-demand", "--again")

    assert [one.made for one in journal()[1:]] == [1, 1]


def test_a_superseded_paper_is_not_sent(run):
    """The paper that was replaced does not go out; the one that replaced it is named."""
    made("a")
    made("b", b"other words")

    output = run("acme", "sent", "--made", "1", "--again", code=1)

    assert "was superseded; what goes out is out/2024-05-01-final-demand-2.pdf (entry 2)" in output
    run("acme", "sent")
    assert journal()[-1].made == 2


def test_among_several_papers_none_is_guessed(run):
    """With more than one paper waiting, the command asks which."""
    made("a")
    made("b", document="statements/invoice", about="INV-1")
    made("c", document="statements/invoice", about="INV-2", words=b"2")

    assert "3 papers have not gone out; say which with --made." in run("acme", "sent", code=1)
    assert "2 papers have not gone out" in run("acme", "sent", "--document", "invoice", code=1)
    run("acme", "sent", "--made", "3")
    run("acme", "sent", "--step", "final-demand")
    assert [one.made for one in journal()[3:]] == [3, 1]


def test_a_paper_does_not_go_out_before_it_is_made(run):
    """The day of sending is not before the day on the paper."""
    made("a")

    assert "is of 2024-05-01 and cannot have gone out on 2024-04-30" in run(
        "acme", "sent", "--on", "2024-04-30", code=1
    )


def test_payment_numbers_are_never_used_twice(run):
    """An undone payment keeps its number."""
    run("acme", "paid", "--amount", "5")
    run("acme", "undo", "1")
    run("acme", "paid", "--amount", "5")

    assert [one.id for one in journal() if one.event == "paid"] == ["P-2", "P-3"]


def test_what_a_later_entry_rests_on_is_undone_last(run):
    """Undoing goes from the latest back, and says where to begin."""
    run("acme", "paid", "--amount", "5")
    run("acme", "bounced", "--payment", "P-2")

    assert "entry 2 rests on entry 1; undo entry 2 first" in run("acme", "undo", "1", code=1)
    run("acme", "undo", "2")
    run("acme", "undo", "1")
    assert "entry 1 is undone already (entry 4)" in run("acme", "undo", "1", code=1)
    run("acme", "undo", "4")
    shown = run("acme", "show").splitlines()
    assert [line.endswith("(undone)") for line in shown] == [False, True, False, True, False]


def test_a_contradiction_can_be_undone(run):
    """An entry that has come to contradict the case can be taken back from the command line."""
    run("acme", "bounced", "--payment", "P-1")
    (Path("acme") / "case.yaml").write_text(CASE.replace("id: P-1", "id: P-9"), encoding="utf-8")
    assert "there is no payment P-1" in run("acme", "note", "x", code=1)

    run("acme", "undo", "1")

    run("acme", "note", "x")


def test_a_full_disk_is_one_sentence(run, monkeypatch):
    """A disk without space leaves the journal as it was, and the command says so."""
    run("acme", "note", "first")
    before = Path("acme/journal.yaml").read_bytes()

    def full(_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        output = run("acme", "note", "second", code=1)

    assert output == "Error: the disk that holds acme is full; nothing was recorded\n"
    assert Path("acme/journal.yaml").read_bytes() == before


def test_a_torn_entry_is_reported_and_the_record_goes_on(run):
    """An entry cut short is shown with its place, and the next entry is recorded behind it."""
    run("acme", "note", "first")
    with Path("acme/journal.yaml").open("a", encoding="utf-8") as file:
        file.write("--- # kit\nn: 2\nevent: paid\non: 2024-05-01\namou")

    assert "note[K040] the last entry was cut short" in run("acme", "show")
    run("acme", "note", "second")

    assert [one.text for one in journal()] == ["first", "second"]
    assert "K040" not in run("acme", "show")


def test_show_as_json(run):
    """A program reads every entry, and whether it stands."""
    run("acme", "paid", "--amount", "5.50")
    run("acme", "undo", "1")

    data = json.loads(run("acme", "show", "--format", "json"))

    assert data[0] == {"n": 1, "event": "paid", "on": "2024-06-01", "id": "P-2", "amount": "5.50", "stands": False}
    assert data[1] == {"n": 2, "event": "undone", "on": "2024-06-01", "entry": 1, "stands": True}


def test_an_entry_as_json(run):
    """A program that records something reads back what was recorded."""
    assert json.loads(run("acme", "note", "hello", "--format", "json")) == {
        "n": 1,
        "event": "note",
        "on": "2024-06-01",
        "text": "hello",
    }


def test_show_up_to_a_day(run):
    """With a day, only the entries dated up to it are shown; without one, all are."""
    run("acme", "note", "first", "--on", "2024-04-01")
    run("acme", "note", "second")

    assert [line.split()[1] for line in run("acme", "show", "--as-of", "2024-05-31").splitlines()] == ["2024-04-01"]
    assert len(run("acme", "show").splitlines()) == 2
    assert run("acme", "show", "--as-of", "2024-03-31") == "Nothing is recorded up to 2024-03-31.\n"
    assert len(json.loads(run("acme", "show", "--format", "json", "--as-of", "2024-04-01"))) == 1


def test_show_before_anything_happened(run):
    """An empty journal is said to be empty."""
    assert run("acme", "show") == "Nothing is recorded yet.\n"


def test_a_broken_journal_is_shown_as_far_as_it_can_be(run):
    """Faults of the journal are shown with their places, and what can be read is shown too."""
    Path("acme/journal.yaml").write_text(
        "n: 1\nevent: note\non: 2024-05-01\ntext: a\n---\nn: 2\nevent: piad\n", encoding="utf-8"
    )

    output = run("acme", "show", code=1)

    assert "note: a" in output
    assert "journal.yaml:7:8: error[K042]" in output


def test_the_words_offered_are_those_the_journal_reads():
    """The choices of the command line are exactly the words of the file."""
    assert tuple(log_module.REASONS.choices) == tuple(Answer)
    assert tuple(log_module.HOLDS.choices) == tuple(HoldReason)
    assert tuple(log_module.CHANNELS.choices) == tuple(Channel)
    assert tuple(log_module.METHODS.choices) == tuple(Method)


@pytest.mark.parametrize("word", sorted(log_module.log.commands))
def test_every_event_has_help(word):
    """Help is there for every event, without naming a case."""
    result = CliRunner().invoke(main, ["log", word, "--help"], prog_name="kit")

    assert result.exit_code == 0
    assert f"kit log CASE {word}" in result.output


def test_an_entry_set_aside_is_told(run):
    """Whoever records something learns that the entry before it was cut short and no longer counts."""
    run("acme", "note", "first")
    journal = Path("acme", "journal.yaml")
    journal.write_text(journal.read_text("utf-8") + "--- # kit\nn: 2\nevent: paid\non: 2024-05-0", encoding="utf-8")

    told = run("acme", "note", "second")

    assert "K040" in told
    assert "record it again" in told
    assert "Entry 2" in told


@pytest.mark.usefixtures("run")
def test_the_day_is_the_day_said_to_be_today():
    """Without --on an entry is of the day given as --as-of, not of the clock's."""
    result = CliRunner().invoke(main, ["log", "acme", "note", "x", "--as-of", "2024-03-20"])

    assert result.exit_code == 0, result.output
    assert read(Path("acme")).events[-1].on == date(2024, 3, 20)


@pytest.fixture
def charged(run):
    """Return `run` for the case with interest of about $7 on INV-1, and a late charge on neither invoice."""
    text = CASE.replace("net_days: 30}", "net_days: 30, interest: {percent_a_year: 10}}")
    Path("acme", "case.yaml").write_text(text, encoding="utf-8")
    return run


def test_a_charge_is_waived(charged):
    """What is given up is on record, and the command says so."""
    output = charged("acme", "waived", "--bucket", "interest", "--amount", "1", "--invoice", "INV-1")

    assert output.splitlines()[0] == "Entry 1, Jun 1, 2024: waived $1.00 of the interest on INV-1"
    assert "There was" not in output


def test_who_waives_more_than_there_is_learns_how_much_there_was(charged):
    """A waiver of $100 where less is owed says how much it gave up."""
    before = charged("acme", "note", "x").rpartition("$")[2]
    output = charged("acme", "waived", "--bucket", "interest", "--amount", "100")
    given = Decimal(re.search(r"There was \$([\d.]+) of interest on that day", output)[1])

    assert 0 < given < 100
    assert Decimal(before.strip().rstrip(".")) - given == Decimal(output.rpartition("$")[2].strip().rstrip("."))


@pytest.mark.parametrize("words", ["--bucket fees --amount 5", "--bucket costs", "--bucket interest --on 2024-01-05"])
def test_a_charge_that_is_not_there_cannot_be_waived(charged, words):
    """Giving up nothing is a slip: it is refused in a sentence and nothing is recorded."""
    assert "so there is nothing to waive" in charged("acme", "waived", *words.split(), code=1)
    assert journal() == ()


LAWYER = "  lawyer: {name: Lee Low, email: low@law.example}\n"
PETITION = "bankruptcy: {petition_on: 2024-05-01}\n"


def changed(run, more="", below_debtor=""):
    """Return `run` for the case with more in its file."""
    text = CASE.replace("agreement:", f"{below_debtor}agreement:") + more
    Path("acme", "case.yaml").write_text(text, encoding="utf-8")
    return run


def warned(output):
    """Return the codes of the warnings in what a command printed."""
    return re.findall(r"warning\[(K\d+)\]", output)


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        pytest.param("called --at 14:30", [], id="in-order"),
        pytest.param("called --at 07:30", ["K432"], id="too-early"),
        pytest.param("called --at 21:15 --to Sam", ["K432", "K436"], id="too-late-and-a-stranger"),
        pytest.param("sent --own --step call", [], id="sent-in-order"),
        pytest.param("sent --own --step call --to Sam", ["K436"], id="sent-to-a-stranger"),
        pytest.param("note hello", [], id="a-note"),
    ],
)
def test_what_should_not_have_been_is_recorded_and_said(run, words, codes):
    """It happened, so it is on record; what was wrong with it is said with its code."""
    output = run("acme", *words.split())

    assert len(journal()) == 1
    assert warned(output) == codes
    assert "Entry 1, Jun 1, 2024:" in output
    assert "clears on" not in output


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        pytest.param({"below_debtor": LAWYER}, "K437", id="lawyer"),
        pytest.param({"more": PETITION}, "K700", id="petition"),
    ],
)
@pytest.mark.parametrize("words", ["called --spoke", "sent --own --step final-demand"])
def test_a_call_and_a_letter_are_held_against_lawyer_and_petition(run, facts, code, words):
    """Who calls or writes past a lawyer or a bankruptcy is told so at once, and loudly."""
    output = changed(run, **facts)("acme", *words.split())

    assert warned(output) == [code]
    assert len(journal()) == 1


@pytest.mark.usefixtures("run")
def test_warnings_as_json():
    """A program reads what was wrong beside the entry, and an empty list where nothing was."""
    bad = json.loads(CliRunner().invoke(main, shown("called", "--at", "07:30")).stdout)
    good = json.loads(CliRunner().invoke(main, shown("sent", "--own", "--step", "call")).stdout)

    assert [(one["code"], one["severity"]) for one in bad["warnings"]] == [("K432", "stop")]
    assert good["warnings"] == []
    assert len(journal()) == 2


def shown(*words):
    """Return the words of an entry that a program records."""
    return ["log", "acme", *words, "--as-of", str(TODAY), "--format", "json"]


@pytest.mark.usefixtures("run")
def test_warnings_go_beside_the_result():
    """Warnings are trouble: they stand on standard error, the entry on standard output."""
    result = CliRunner().invoke(main, ["log", "acme", "called", "--at", "07:30", "--as-of", str(TODAY)])

    assert "K432" in result.stderr
    assert "K432" not in result.stdout


def test_the_eighth_call_of_a_week_is_said_to_be_one_too_many(run):
    """Seven calls pass without a word; the eighth is recorded and named."""
    outputs = [run("acme", "called", "--on", f"2024-05-{number}") for number in range(24, 31)]

    assert [warned(output) for output in outputs] == [[]] * 7
    assert warned(run("acme", "called", "--on", "2024-05-30")) == ["K433"]
    assert len(journal()) == 8


def test_the_time_is_recorded_as_it_was_there(run):
    """7:30 on a clock in New York is 4:30 in California, and that is what stands on record."""
    text = CASE.replace("city: Overton, county: Lee, state: XF", "city: Albany, state: NY", 1)
    text = text.replace("city: Overton, county: Lee, state: XF", "city: Fresno, state: CA", 1)
    Path("acme", "case.yaml").write_text(text, encoding="utf-8")

    assert "called at 04:30" in run("acme", "called", "--at", "07:30", "--my-time")
    assert str(journal()[0].at) == "04:30:00"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        pytest.param("called --my-time", "give --at too", id="no-hour"),
        pytest.param("called --my-time --at 25:00", "at: ", id="no-such-hour"),
    ],
)
def test_a_time_that_cannot_be_turned_is_refused(run, words, says):
    """A slip in the time is answered in a sentence, and nothing is recorded."""
    assert says in run("acme", *words.split(), code=1)
    assert journal() == ()

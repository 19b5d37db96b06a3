"""`kit plan`: the offer, its letters, how it stands, its calendars, and every answer to what cannot be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from icalendar import Calendar
from pypdf import PdfReader

from kit.cli import main

LAWS = Path(__file__).parents[1] / "fixtures" / "jurisdictions"
CASE = """\
format: 1
creditor:
  name: Alder & Finch LLC
  kind: llc
  address: {street: 1 Main St, city: Overton, county: Lee, state: XF, zip: 02135}
  signer: {name: Jordan Finch, title: Member}
  pay_to: [{method: Check, details: to our office}]
forum: us-xf
debtor:
  name: Late Paper Supply Inc.
  kind: corporation
  address: {street: 90 Quay St, city: Springdale, county: Lee, state: XF, zip: 02139}
  contacts: [{name: Pat Moss, email: pat@latepaper.example}]
work: {kind: services, text: a catalogue}
purpose: business
agreement: {kind: written, signed_on: 2026-01-02, governing_law: us-xf}
invoices:
  - {id: INV-1, issued_on: 2026-02-02, due_on: 2026-03-02, lines: [{text: laid paper, unit_price: 1000.00}]}
"""
INTEREST = CASE.replace("governing_law: us-xf}", "governing_law: us-xf, interest: {percent_a_year: 12}}")
OLD = CASE.replace("2026-02-02", "2019-02-04").replace("2026-03-02", "2019-03-04").replace("2026-01-02", "2019-01-02")


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Return a function that runs a command of kit on the case `acme`, on a day."""
    (tmp_path / "acme").mkdir()
    (tmp_path / "kit.yaml").write_text(f"jurisdictions: {json.dumps(str(LAWS))}\n", encoding="utf-8")
    (tmp_path / "acme" / "case.yaml").write_text(CASE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def command(words: str, *, on: str = "2026-05-04", code: int = 0, case: str = "") -> str:
        if case:
            Path("acme/case.yaml").write_text(case, encoding="utf-8")
        name, *rest = words.split()
        result = CliRunner().invoke(main, [name, "acme", *rest, "--as-of", on])
        assert result.exit_code == code, result.output
        assert "Traceback" not in result.output
        return result.output

    return command


def log(run, on: str, words: str) -> None:
    """Record something on a day."""
    run(f"log {words} --on {on}", on=on)


def read(path: str) -> str:
    """Return the words of a PDF of the case."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(Path("acme/out") / path).pages).split())


def test_show_makes_nothing(run):
    """With --show the schedule and everything to know are printed, and no file is made."""
    text = run("plan --start 2026-06-01 --instalments 3 --show")

    assert "June 1, 2026       333.34  instalment 1" in text
    assert "August 3, 2026     333.32  instalment 3" in text  # August 1 is a Saturday
    assert "K804" in text
    assert "K805" in text
    assert "The offer stands until May 18, 2026." in text
    assert not Path("acme/out").exists()
    assert not Path("acme/journal.yaml").exists()


def test_an_offer_is_made_signed_and_kept(run):
    """From the offer to the last payment: one paper, a signature, reminders, and nothing owed in the end."""
    run("plan --start 2026-06-01 --instalments 2 --down 20%")
    assert "200.00" in read("2026-05-04-payment-plan.pdf")
    terms = next(yaml.safe_load_all(Path("acme/journal.yaml").read_text("utf-8")))["deal"]
    assert terms["down"]["amount"] == 200
    assert [one["amount"] for one in terms["instalments"]] == [400, 400]
    record = Path("acme/out/2026-05-04-payment-plan.record.yaml").read_text("utf-8")
    assert "revival" in record  # the law that was asked about the time to sue

    log(run, "2026-05-05", "sent")
    log(run, "2026-05-06", "signed --by Pat")
    assert "The plan is kept." in run("plan", on="2026-05-06")
    assert "plan-reminder" in run("next", on="2026-05-29")
    run("letter", on="2026-05-29")
    log(run, "2026-05-29", "sent --step plan-reminder")
    for on, amount in (("2026-06-01", "200"), ("2026-06-30", "400"), ("2026-07-31", "400")):
        log(run, on, f"paid --amount {amount}")
    assert "The plan is paid." in run("plan", on="2026-08-01")
    assert "plan-completed" in run("next", on="2026-08-03")
    run("plan complete", on="2026-08-03")
    log(run, "2026-08-03", "sent --step plan-completed")
    assert "Nothing is owed." in run("next", on="2026-08-04")


def test_a_miss_runs_its_course(run):
    """Late, missed, notice, cure, everything due, and the final demand; each letter only in its time."""
    run("plan --start 2026-06-01 --amount 500 --interest contract", case=INTEREST)
    log(run, "2026-05-05", "sent")
    log(run, "2026-05-05", "signed")
    assert "K807" in run("letter --step friendly-reminder --override K429 --because x", on="2026-05-11", code=1)
    assert "a plan of 2026-05-05 is in force" in run("packet --check", on="2026-05-11", code=1)
    assert "K806" in run("plan missed", on="2026-06-08", code=1)  # the fifth day of grace is a Saturday
    run("plan missed", on="2026-06-09")
    log(run, "2026-06-09", "sent --step plan-missed")
    refused = run("plan accelerate", on="2026-06-15", code=1)
    assert "the notice of the miss gives the debtor until" in refused
    assert "uncured" in run("plan --format json", on="2026-07-01")
    run("plan accelerate", on="2026-07-01")
    log(run, "2026-07-01", "sent --step plan-accelerated")
    log(run, "2026-07-01", "ended --how accelerated")
    assert "Everything was made due." in run("plan", on="2026-07-02")
    assert "final-demand" in run("next", on="2026-07-20")


def test_more_time_holds_from_its_letter(run):
    """An extension is a letter; once it went out the ladder waits for its day, and then goes on."""
    run("plan --start 2026-06-15 --extension")
    assert "1,000.00" in read("2026-05-04-extension.pdf")
    log(run, "2026-05-05", "sent")
    assert "more time was given" in run("next", on="2026-05-20")
    assert "own-books" in run("next", on="2026-06-25")


def test_interest_within_the_sums_is_told(run):
    """A plan at a percentage of its own says what of it is interest; the last payment closes the account."""
    data = json.loads(run("plan --start 2026-06-01 --instalments 3 --interest 6 --show --format json", case=INTEREST))

    assert data["terms"]["percent"] == "6"
    assert float(data["total"]) == pytest.approx(float(data["terms"]["debt"]) + float(data["interest"]))


def test_two_calendars(run, tmp_path):
    """Ours names the case and what is due; the debtor's holds days and sums, and no word of a debt or of us."""
    run("plan --start 2026-06-01 --instalments 2 --show --ics plan.ics")
    ours, theirs = ((tmp_path / name).read_text("utf-8") for name in ("plan.ics", "plan-debtor.ics"))

    assert [str(one["summary"]) for one in Calendar.from_ical(theirs).walk("VEVENT")] == ["Payment of $500.00"] * 2
    for word in ("acme", "Alder", "plan", "debt", "instalment", "owe", "INV-1"):
        assert word not in theirs.replace("escalation-kit", "").replace("//deadlines", "")
    assert "acme: payment day" in ours
    assert "acme: last day of our offer" in ours


def test_the_calendar_of_the_case_holds_the_plan(run, tmp_path):
    """Once signed, the instalments stand among the deadlines of `kit next --ics`."""
    run("plan --start 2026-06-01 --instalments 2")
    log(run, "2026-05-05", "signed")
    run("next --ics all.ics", on="2026-05-06")

    days = [str(one["dtstart"].dt) for one in Calendar.from_ical((tmp_path / "all.ics").read_bytes()).walk("VEVENT")]
    assert {"2026-06-01", "2026-07-01"} <= set(days)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("plan --start 2026-05-01 --instalments 3", "2026-05-01 is before 2026-05-04"),
        ("plan --start 2026-06-01", "Give --instalments N or --amount MONEY"),
        ("plan --start 2026-06-01 --instalments 3 --amount 100", "one of the two"),
        ("plan --instalments 3", "When is the first payment?"),
        ("plan --start 2026-06-01 --extension --instalments 2", "one later day for the whole sum"),
        ("plan --start 2026-06-01 --extension --guarantor Sam", "--guarantor belongs to a plan that is signed"),
        ("plan --start 2026-06-01 --extension --open-until 2026-05-20", "an extension is a letter of yours"),
        ("plan missed --start 2026-06-01", "takes no terms"),
        ("plan --start 2026-06-01 --instalments 3 --interest lots", "Write none, contract, or a percentage"),
        ("plan --start 2026-06-01 --instalments 3 --down 120%", "is no share of a debt"),
        ("plan --start 2026-06-01 --instalments 3 --down some", "Write it like 1,234.50"),
        ("plan --start 2026-06-01 --amount 0", "it is of nothing"),
        ("plan --start tomorrow --instalments 3", "write it like 2026-03-01"),
        ("plan --start 2026-06-01 --instalments 0", "0 is not in the range"),
        ("plan wrong", "is not one of"),
    ],
)
def test_a_slip_on_the_command_line(run, words, said):
    """What cannot be meant is answered with how to write it."""
    assert said in " ".join(run(words, code=2).split())


@pytest.mark.parametrize(
    ("words", "case", "said"),
    [
        ("plan --start 2026-06-01 --instalments 1", "", "one payment is no plan"),
        ("plan --start 2026-06-01 --instalments 130", "", "120 instalments at most"),
        ("plan --start 2026-06-01 --amount 5 --interest contract", INTEREST, "the interest alone is $9.86 a month"),
        ("plan --start 2026-06-01 --amount 2000", "", "one payment pays all of $1,000.00"),
        ("plan --start 2026-06-01 --instalments 3 --down 1000", "", "leaves nothing to divide"),
        ("plan --start 2040-06-03 --instalments 3", "", "after the time to sue on INV-1"),
        ("plan --start 2026-06-01 --instalments 3", OLD, "the time to sue on INV-1 ran out"),
        ("plan --start 2026-06-01 --instalments 3 --stipulated-judgment", "", "a judgment by confession is void"),
        ("plan --start 2026-06-01 --instalments 3 --guarantor Sam", "", "the case has no guarantor Sam"),
        ("plan --start 2026-06-01 --instalments 3 --open-until 2026-07-01", "", "the offer is to be open until"),
        ("plan --start 2026-05-04 --extension", "", "more time needs a later day"),
        ("plan", "", "no plan was agreed"),
        ("plan reminder", "", "no plan is in force"),
        ("plan --start 2026-06-01 --instalments 3", CASE + "payments: [{id: P, on: 2026-03-03, amount: 1000}]\n",
         "owes nothing"),
    ],
)  # fmt: skip
def test_what_is_refused(run, words, case, said):
    """A plan that cannot be is refused with its reason, and nothing is made."""
    assert said in " ".join(run(words, code=1, case=case).split())
    assert not Path("acme/out").exists()


def test_a_plan_that_was_signed_takes_no_second_one(run):
    """A new plan waits until the one in force was ended; a lapsed extension stands in nobody's way."""
    run("plan --start 2026-06-01 --instalments 2")
    log(run, "2026-05-05", "signed")
    assert "K818" in run("plan --start 2026-07-01 --instalments 4", on="2026-05-11", code=1)
    log(run, "2026-05-11", "ended --how cancelled")
    run("plan --start 2026-07-01 --instalments 4", on="2026-05-12")


def test_after_more_time_a_plan(run):
    """When the later day has passed unpaid, a plan may be offered and signed at once."""
    run("plan --start 2026-06-15 --extension")
    log(run, "2026-05-05", "sent")
    assert "K818" in run("plan --start 2026-07-01 --instalments 4", on="2026-06-10", code=1)
    run("plan --start 2026-07-15 --instalments 4", on="2026-06-25")
    log(run, "2026-06-26", "signed")
    assert "The plan is kept." in run("plan", on="2026-06-26")


def test_the_account_tells_of_the_plan(run):
    """`kit ledger` says in words and in its lines why no interest runs."""
    run("plan --start 2026-06-01 --instalments 2", case=INTEREST)
    log(run, "2026-05-05", "signed")
    text = run("ledger", on="2026-05-20")

    assert "plan of 2026-05-05" in text
    assert "By the plan of 2026-05-05 no interest runs and no late fee falls from May 5, 2026 on." in text
    told = " ".join(run("ledger --explain INV-1", on="2026-05-20").split())
    assert "16 days, no interest ran on $1,000.00 (plan of 2026-05-05)." in told


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("bankruptcy --petition-on 2026-05-05 --chapter 7", "The debtor is in bankruptcy: nothing of it may be asked"),
        ("handed-off --to factor --who Sun", "The claim was sold to Sun: nothing of it is yours to ask for"),
    ],
)
def test_a_plan_that_rests_asks_the_debtor_for_nothing(run, tmp_path, entry, said):
    """In bankruptcy, or after a sale, no calendar of payments is made for the debtor, running or offered."""
    run("plan --start 2026-06-01 --instalments 2")
    run("log signed")
    word, _, rest = entry.partition(" ")
    run(f"log {word} {rest}", on="2026-05-06")

    assert said in run("plan", on="2026-05-07")
    assert said in json.loads(run("plan --format json", on="2026-05-07"))["rests"]
    assert "there is no calendar to write" in run("plan --ics plan.ics", on="2026-05-07", code=1)
    run("plan --start 2026-06-01 --instalments 2 --show --ics plan.ics", on="2026-05-07", code=1)
    assert not [*tmp_path.glob("*.ics")]


def test_the_last_day_of_grace_is_no_miss(run):
    """What the terms say of a miss is what is counted: a last day of grace on a Saturday moves to Monday."""
    assert "missed when it is more than 5 days late" in run("plan --start 2026-06-01 --instalments 2")
    run("log signed")
    for on in ("2026-06-06", "2026-06-08"):
        assert "late" in run("plan", on=on)
        assert "Wait until 2026-06-06" not in run("next", on=on)
        assert "missed on" not in run("plan", on=on)
    assert "Today is the last day of grace" in run("next", on="2026-06-08")
    assert "instalment 1 of 2 of 2026-06-01 was missed ($500.00 is open)" in run("next", on="2026-06-09").replace(
        "Instalment", "instalment"
    )

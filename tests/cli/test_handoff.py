"""`kit handoff`: papers for a lawyer, an agency, a factor; what it refuses; and what the case says from then on."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from kit.cli import main

LAWS = Path(__file__).parents[1] / "fixtures" / "jurisdictions"
CASE = """\
format: 1
forum: us-xf
creditor:
  name: Alder & Finch LLC
  kind: llc
  address: {street: 1 Main St, city: Overton, county: Lee, state: XF, zip: 02135}
  signer: {name: Jordan Finch, title: Member}
debtor:
  name: Late Paper Supply Inc.
  kind: corporation
  address: {street: 90 Quay St, city: Springdale, county: Lee, state: XF, zip: 02139}
  contacts: [{name: Pat Moss, email: pat@latepaper.example, phone: +1 555 010 0171}]
work: {kind: services, text: a catalogue}
purpose: business
agreement: {kind: written, signed_on: 2026-05-01, net_days: 30, governing_law: us-xf}
invoices:
  - {id: INV-1, issued_on: 2026-05-02, lines: [{text: laid paper, unit_price: 1200.00}]}
  - {id: INV-2, issued_on: 2026-06-02, delivered_on: 2026-06-01, lines: [{text: laid paper, unit_price: 4800.00}]}
exhibits:
  - {id: agreement, kind: contract, file: agreement.txt, title: Catalogue agreement, on: 2026-05-01}
"""
PAID_UP = "payments: [{id: P-1, on: 2026-07-01, amount: 6000.00, method: check}]\n"
AGENCY = "--to agency --who Quay --percent 25"
FACTOR = "--to factor --who Harbor --advance 75 --fee-percent 2 --per-days 30 --recourse --recourse-days 90"
AS_OF = date(2026, 9, 15)


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Return a function that runs a command on a case of that text."""
    (tmp_path / "acme").mkdir()
    (tmp_path / "kit.yaml").write_text(f"jurisdictions: {json.dumps(str(LAWS))}\n", encoding="utf-8")
    (tmp_path / "acme" / "agreement.txt").write_text("Catalogue agreement of May 1, 2026.\n", encoding="utf-8")
    (tmp_path / "acme" / "case.yaml").write_text(CASE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def command(words, *, text="", code=0, as_of=AS_OF):
        if text:
            (tmp_path / "acme" / "case.yaml").write_text(text, encoding="utf-8")
        dated = [] if words.startswith("log") else ["--as-of", str(as_of)]
        result = CliRunner().invoke(main, [*words.split(), *dated])
        assert result.exit_code == code, result.output
        return result.output

    return command


def words_of(path):
    """Return the words of a PDF in one line."""
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in PdfReader(path).pages))


def test_a_lawyer_gets_a_memo_and_the_copies(run):
    """Facts, chronology, time to sue, papers; and no letter that a lawyer only has to sign."""
    said = run("handoff acme --to attorney --who Marsh")
    memo = words_of("acme/out/2026-09-15-referral-memo.pdf")

    assert "kit log acme handed-off --made 1" in said
    for wanted in ("What we ask", "Who is who", "What was agreed", "Chronology", "Time to sue", "What the debtor says"):
        assert wanted in memo
    assert "$6,000.00" in memo
    assert "A Catalogue agreement May 1, 2026" in memo.replace("\n", " ")
    assert "Dear" not in memo
    assert "Catalogue agreement of May 1, 2026." in words_of("acme/out/2026-09-15-copies-attorney.pdf")


def test_an_agency_gets_a_form_an_authority_and_the_accounts(run):
    """The same sum in the form, in the authority and in the file; the share is named as the creditor's cost."""
    run(f"handoff acme {AGENCY}")
    form, granted = (words_of(f"acme/out/2026-09-15-{name}.pdf") for name in ("placement", "collection-authority"))
    rows = list(csv.DictReader(io.StringIO(Path("acme/out/2026-09-15-placement-data-agency.csv").read_text("utf-8"))))

    assert "$6,000.00" in form
    assert "$6,000.00" in granted
    assert sum(int(row["Balance"]) for row in rows) == 600000
    assert "25% of what comes in" in form
    assert "Agency asks the debtor for none of it" in granted
    assert not Path("acme/out/2026-09-15-placement-notice.pdf").exists()


def test_a_factor_gets_a_schedule_and_the_debtor_a_notice(run):
    """The price in figures, recourse in words, every promise beside the file; the notice cites the state's law."""
    said = run(f"handoff acme {FACTOR} --notify --pay-to Lockbox-88")
    schedule, notice = (
        words_of(f"acme/out/2026-09-15-{name}.pdf") for name in ("schedule-of-accounts", "assignment-notice")
    )

    assert "note[K854] the sale would promise that nobody holds them as security" in said
    for figure in ("$4,500.00", "$1,500.00", "120.00", "1,380.00", "5,880.00"):
        assert figure in schedule
    assert "With recourse: an invoice that is unpaid 90 days after it was sold may be given back" in schedule
    assert "no proof of delivery for INV-1" in schedule
    assert "claim_pledged_to" not in schedule
    assert "Lockbox-88" in notice
    assert "only a payment there discharges you" in notice


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "Say who takes the claim"),
        ("--to agency", "Say who takes the claim"),
        ("--to agency --who Q --percent 125", "a share of 125% is more than the whole"),
        ("--to agency --who Q --percent -5", "--percent"),
        ("--to agency --who Q --percent lots", "--percent"),
        ("--to factor --who Q --advance 175", "an advance of 175% is more than the whole"),
        ("--to agency --who Q --advance 75", "`--advance` is only for a factor"),
        ("--to factor --who Q --percent 25", "`--percent` is only for an agency or a lawyer"),
        ("--to factor --who Q --no-recourse --recourse-days 90", "without recourse nothing comes back"),
        ("--to factor --who Q --title authority", "a factor buys the invoices"),
        ("--to attorney --who Q --title sale", "a lawyer acts for you"),
        ("--to agency --who Q --invoice INV-3", "there is no invoice INV-3"),
        ("--to agency --who Q --since 2020-01-01", "cannot be itemized from 2020-01-01"),
        ("--to agency --who Q --since 2026-12-01", "cannot be itemized from 2026-12-01"),
        ("--to agency --who Q --street Dock-5", "An address has four parts; add --city, --state, --zip"),
        ("--to agency --who Q --street Dock-5 --city O --state Q9 --zip 02135", "not the two letters of a state"),
        ("--to factor --who Q --notify", "Say it with --pay-to"),
        ("--to agency --who Q --notify", "how is the debtor to reach Q"),
        ("--paper recall", "nothing is with an agency or an attorney"),
        ("--paper proof", "nothing is with a factor or an agency"),
        ("--paper redirection", "nothing is with a factor"),
        ("--paper recall --who Q", "leave out --who"),
    ],
)
def test_bad_input_is_answered(run, words, said):
    """Each slip has its own sentence, and nothing is made."""
    code = 2 if said.startswith(("Say who", "An address", "leave out")) else 1
    assert said in run(f"handoff acme {words}", code=code)
    assert not Path("acme/out").exists()


def test_nothing_open_is_nothing_to_hand_over(run):
    """A paid account goes to nobody."""
    assert "K850" in run(f"handoff acme {AGENCY}", text=CASE + PAID_UP, code=1)


def test_what_is_not_due_waits(run):
    """An agency can ask for nothing before its day; a lawyer may look all the same."""
    assert "nothing of it is past its due date" in run(f"handoff acme {AGENCY}", code=1, as_of=date(2026, 5, 20))
    run("handoff acme --to attorney --who M --override K850 --because advice", as_of=date(2026, 5, 20))


def test_made_again_it_is_the_same(run):
    """The same facts make nothing new, and the data is the same file."""
    run(f"handoff acme {AGENCY}")
    before = sorted(Path("acme/out").iterdir())
    said = run(f"handoff acme {AGENCY}")

    assert sorted(Path("acme/out").iterdir()) == before
    assert said.count("nothing new") == 4


def test_data_for_programs(run):
    """The command tells files, sum, invoices and the entry to record."""
    told = json.loads(run(f"handoff acme {AGENCY} --format json"))

    assert (told["amount"], told["invoices"], told["entry"]) == ("6000.00", ["INV-1", "INV-2"], 1)
    assert len(told["files"]) == 6


def test_the_claim_is_away_until_it_comes_back(run):
    """Letters rest, the calendar asks for reports, the share is the creditor's own cost, a recall ends it."""
    run(f"handoff acme {AGENCY}")
    run("log acme handed-off --made 1 --on 2026-09-15")
    assert "Ask for a report on 2026-10-15" in run("next acme", as_of=date(2026, 9, 20))
    for words in ("letter acme", "letter acme --step final-demand", "statement acme", f"handoff acme {FACTOR}"):
        assert re.search(r"K84[35]|there is no letter", run(words, code=1, as_of=date(2026, 9, 20))), words
    assert "K843" in run("check acme", as_of=date(2026, 9, 20))

    run("log acme paid --amount 400 --invoice INV-1 --on 2026-09-25")
    assert "record its share" in run("next acme", as_of=date(2026, 9, 26))
    run("log acme commission --amount 100 --payment P-1 --on 2026-09-25")
    account = run("ledger acme", as_of=date(2026, 9, 26))
    assert "$5,600.00" in account
    assert "Quay kept or was paid $100.00: your own cost, which the debtor does not owe." in account
    assert "with agency, own cost $100.00" in run("status .", as_of=date(2026, 9, 26))

    run("next acme --ics days.ics", as_of=date(2026, 9, 26))
    assert Path("days.ics").read_text("utf-8").count("SUMMARY:acme: ask for a report") == 3
    recall = run("handoff acme --paper recall", as_of=date(2026, 9, 28))
    assert "recall.pdf" in recall
    assert "$5,600.00 is open today" in words_of("acme/out/2026-09-28-recall.pdf")
    run("log acme returned --how recalled --on 2026-09-29")
    assert "agency" not in run("next acme", as_of=date(2026, 9, 30))
    run("statement acme", as_of=date(2026, 9, 30))


def test_what_was_sold_is_somebody_elses(run):
    """No override brings a letter back; money that comes is passed on; a part that stays may be billed."""
    run(f"handoff acme {FACTOR} --invoice INV-2")
    run("log acme handed-off --made 1 --on 2026-09-15")
    later = date(2026, 9, 20)
    said = run("statement acme --override K842 --because mine", code=1, as_of=later)
    assert "K842 cannot be overridden" in said
    assert "K842" in run("invoice acme INV-2", code=1, as_of=later)
    run("invoice acme INV-1", as_of=later)
    assert "Chase INV-1, still yours, from a case apart" in run("next acme", as_of=later)

    run("log acme paid --amount 300 --invoice INV-2 --on 2026-09-22")
    assert "$300.00 of P-1 is theirs: pass it on today" in run("next acme", as_of=date(2026, 9, 23))
    run("handoff acme --paper redirection", as_of=date(2026, 9, 23))
    assert "$300.00 is still to be passed on." in words_of("acme/out/2026-09-23-redirection-record.pdf")
    run("log acme passed-on --payment P-1 --amount 300 --on 2026-09-23")
    assert "pass it on" not in run("next acme", as_of=date(2026, 9, 24))

    run("handoff acme --paper proof", as_of=date(2026, 9, 24))
    proof = words_of("acme/out/2026-09-24-proof-of-assignment.pdf")
    assert "INV-2" in proof
    assert "INV-1" not in proof
    run("log acme returned --how repurchased --on 2026-09-25")
    run("statement acme", as_of=date(2026, 9, 26))


def test_a_pledged_claim_needs_leave(run):
    """Without the holder's word nothing goes; with it the word is named."""
    pledged = CASE.replace("  kind: llc\n", "  kind: llc\n  claim_pledged_to: Quay Bank\n")
    assert "K840" in run(f"handoff acme {AGENCY}", text=pledged, code=1)
    leave = "leave: [{covers: handoff, on: 2026-09-01, by: Quay Bank}]\n"
    assert "Quay Bank agreed to a hand-off on 2026-09-01" in run(f"handoff acme {AGENCY}", text=pledged + leave)
    nobody = CASE.replace("  kind: llc\n", "  kind: llc\n  claim_pledged_to: nobody\n")
    assert "holds them as security" not in run(f"handoff acme {FACTOR}", text=nobody)


def test_a_folder_goes_to_an_agency_with_one_file(run, tmp_path):
    """Every case that can go has its papers and its rows; one that cannot is named with its reason."""
    for name, text in (("birch", CASE.replace("4800.00", "100.00")), ("paid", CASE + PAID_UP)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "case.yaml").write_text(text, encoding="utf-8")
        (tmp_path / name / "agreement.txt").write_text("Catalogue agreement of May 1, 2026.\n", encoding="utf-8")
    said = run(f"handoff . {AGENCY}", code=1)
    found = list(csv.DictReader(io.StringIO(Path("2026-09-15-placement.csv").read_text("utf-8"))))

    assert "paid: left out: [K850] nothing is open on INV-1, INV-2" in said
    assert [(row["AccountRef"], row["Balance"]) for row in found] == [
        ("acme/INV-1", "120000"),
        ("acme/INV-2", "480000"),
        ("birch/INV-1", "120000"),
        ("birch/INV-2", "10000"),
    ]
    assert Path("birch/out/2026-09-15-placement.pdf").exists()
    assert not Path("paid/out").exists()
    assert run(f"handoff . {AGENCY}", code=1) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("handoff . --to factor --who H", "a folder of cases goes to an agency"),
        (f"handoff . {AGENCY} --invoice INV-1", "a folder of cases goes to an agency"),
        (f"handoff empty {AGENCY}", "there is no case in empty"),
        (f"handoff . {AGENCY}", "is no placement file of the kit, and is kept"),
    ],
)
def test_what_a_folder_cannot_do_is_answered(run, tmp_path, words, said):
    """Another taker, one invoice, no case, and a file that somebody else wrote."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "2026-09-15-placement.csv").write_text("mine\n", encoding="utf-8")

    assert said in run(words, code=1)
    assert (tmp_path / "2026-09-15-placement.csv").read_text("utf-8") == "mine\n"

"""`kit log` for agreements, adjustments, hand-offs and closing: recorded, said, and refused where it cannot be."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from kit.cli import main
from kit.journal import read

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
  - {id: INV-1, issued_on: 2024-01-02, lines: [{text: laid paper, unit_price: 4800.00}]}
  - {id: INV-2, issued_on: 2024-02-02, lines: [{text: laid paper, unit_price: 1200.00}]}
"""
OFFERS = """\
n: 1
event: made
on: 2024-04-01
document: agreements/payment-plan
files: []
inputs: none
record: out/plan.record.yaml
deal:
  kind: plan
  counted_on: 2024-04-01
  debt: 6000.00
  instalments:
    - {due_on: 2024-05-01, amount: 3000.00}
    - {due_on: 2024-06-03, amount: 3000.00}
  accelerates: yes
  open_until: 2024-04-15
---
n: 2
event: made
on: 2024-04-02
document: agreements/settlement
files: []
inputs: none
record: out/settlement.record.yaml
deal:
  kind: settlement
  counted_on: 2024-04-02
  debt: 6000.00
  instalments: [{due_on: 2024-05-01, amount: 4000.00}]
  stance: admitted
  default: whole
---
n: 3
event: made
on: 2024-04-03
document: handoff/placement
files: []
inputs: none
record: out/placement.record.yaml
deal:
  kind: handoff
  to: agency
  who: Bay Recovery Inc.
  contingent_percent: 25
---
n: 4
event: made
on: 2024-04-04
document: letters/extension
files: []
inputs: none
record: out/extension.record.yaml
deal:
  kind: extension
  counted_on: 2024-04-04
  debt: 6000.00
  instalments: [{due_on: 2024-05-06, amount: 6000.00}]
"""
TODAY = date(2024, 6, 10)
PLAN, SETTLE = "signed --made 1 --on 2024-04-10", "signed --made 2 --on 2024-04-10"
FAST, AWAY = "ended --how accelerated --on 2024-06-05 --again", "handed-off --made 3 --on 2024-04-20"
EARLY = "handed-off --made 3 --on 2024-04-05"
SOLD = "handed-off --to factor --who Sun --on 2024-04-05"
PETITION = "bankruptcy --petition-on 2024-04-05 --chapter 7 --on 2024-04-06"
MONEY = "paid --amount 4,000 --on 2024-04-28"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Return a function that runs `kit log acme` on June 10, 2024, in a case with four offers made."""
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / "case.yaml").write_text(CASE, encoding="utf-8")
    (tmp_path / "acme" / "journal.yaml").write_text(OFFERS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def command(words, code=0):
        result = CliRunner().invoke(
            main, ["log", "acme", *words.split(), *([] if words == "show" else ["--as-of", str(TODAY)])]
        )
        assert result.exit_code == code, result.output
        return result.output

    return command


@pytest.mark.parametrize(
    ("before", "words", "line"),
    [
        ([], PLAN, "entry 1 was signed"),
        ([], "signed --by Moss --on 2024-04-10", "entry 2 was signed by Moss"),
        ([PLAN], FAST, "agreement of entry 5 accelerated"),
        ([PLAN, FAST], "ended --how reinstated --on 2024-06-08", "agreement of entry 5 reinstated"),
        ([PLAN], "ended --how cancelled", "agreement of entry 5 cancelled"),
        ([SETTLE, MONEY], "settled --on 2024-05-08", "settlement of entry 5 paid and cleared; the rest is given up"),
        ([], "adjusted --invoice INV-1 --how credit --amount 250", ("INV-1 adjusted: part of the price given up, "
         "credit C-1 of $250.00")),
        ([], "adjusted --invoice INV-1 --how redone --still-disputed", ("INV-1 adjusted: work done again, "
         "the dispute goes on")),
        ([], AWAY, "the claim handed to Bay Recovery Inc. (agency)"),
        ([], "handed-off --to factor --who Sun --invoice INV-2", "INV-2 sold to Sun (factor)"),
        ([AWAY], "returned --how recalled", "hand-off of entry 5 recalled"),
        ([AWAY, MONEY], "commission --amount 1,000 --payment P-1", "commission of $1,000.00 from payment P-1"),
        ([AWAY, MONEY], "passed-on --payment P-1", "$4,000.00 of payment P-1 passed on to its owner"),
        ([], "closed --reason written_off --amount 6,000", "case closed, written off, $6,000.00 written off"),
        (["closed --reason paid"], "reopened", "case reopened"),
    ],
)  # fmt: skip
def test_it_is_recorded_and_said(run, before, words, line):
    """Each event is said in a line and found again in the journal."""
    for one in before:
        run(one)
    assert line in run(words)
    assert line in run("show")


@pytest.mark.parametrize(
    ("before", "words", "why"),
    [
        ([], "signed --made 3", "entry 3 offers no plan and no settlement"),
        ([], "signed --made 4", "an extension needs no signature"),
        ([], "signed --made 1 --on 2024-03-31", "cannot have been signed on 2024-03-31"),
        ([], "signed --made 1 --on 2024-05-02", "open until 2024-04-15"),
        ([PLAN], SETTLE, "a plan has been in force since 2024-04-10 (entry 5)"),
        ([], "ended --how accelerated", "no plan and no settlement is in force"),
        ([PLAN], "ended --how reinstated", "no plan and no settlement is in force"),
        ([PLAN], "ended --how accelerated --on 2024-04-12", "no payment of the plan is missed (as of 2024-04-12)"),
        ([PLAN], "ended --how accelerated", "no notice of the missed payment went out yet"),
        ([SETTLE], "ended --how broken --on 2024-04-12", "no payment of the settlement is missed"),
        ([PLAN], "ended --entry 5 --how reinstated", "only a plan that was accelerated is reinstated"),
        ([SETTLE], "ended --how accelerated", "does not make everything due upon a miss"),
        ([PLAN, FAST], "ended --entry 5 --how cancelled", "over since 2024-06-05"),
        ([SETTLE], "settled", "the settlement is for $4,000.00, and $0.00 came in"),
        ([PLAN], "settled", "is no settlement that was signed"),
        ([], "adjusted --invoice INV-9 --how credit --amount 5", "there is no invoice INV-9"),
        ([], "adjusted --invoice INV-2 --how credit --amount 1,300", "INV-2 is for $1,200.00"),
        ([], "adjusted --invoice INV-2 --how credit", "a credit is of nothing"),
        ([], "handed-off --to agency --who B --invoice INV-9", "there is no invoice INV-9"),
        ([], "handed-off --to attorney --who B --title sale", "a lawyer acts for you"),
        ([AWAY], "handed-off --to agency --who Other", "went to Bay Recovery Inc. on 2024-04-20 (entry 5)"),
        ([AWAY], "returned --on 2024-04-19", "cannot have come back on 2024-04-19"),
        ([], "returned", "nothing is handed off"),
        ([AWAY, MONEY], "passed-on --payment P-1 --amount 4,500", "was $4,000.00, less than that"),
        ([AWAY], "passed-on --payment P-7 --amount 1", "there is no payment P-7"),
        (["closed --reason paid"], "closed --reason other", "the case was closed on 2024-06-10"),
        ([EARLY], PLAN, "Bay Recovery Inc. has had the claim since 2024-04-05"),
        ([SOLD], PLAN, "was sold to Sun on 2024-04-05 and is not yours to agree on"),
        ([SOLD], f"{PLAN} --again", "was sold to Sun on 2024-04-05 and is not yours to agree on"),
        ([PETITION], PLAN, "the debtor filed for bankruptcy on 2024-04-05"),
        ([PLAN, "ended --how cancelled --on 2024-04-12"], "signed --made 1 --on 2024-04-13", "and is over; make a new"),
        (
            [PLAN, "ended --how accelerated --on 2024-04-12 --again", "signed --made 2 --on 2024-04-13"],
            "ended --entry 5 --how reinstated --on 2024-04-14",
            "another agreement has been in force since 2024-04-13",
        ),
        ([], "reopened", "the case is not closed"),
        ([PLAN, FAST], "undo 5", "entry 6 rests on entry 5"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(run, before, words, why):
    """A slip is answered in a sentence and leaves the journal as it was."""
    for one in before:
        run(one)
    kept = len(read(Path("acme"), "journal.yaml").events)
    assert why in run(words, code=1)
    assert len(read(Path("acme"), "journal.yaml").events) == kept


@pytest.mark.parametrize("before", [EARLY, PETITION])
def test_what_was_signed_all_the_same_is_recorded(run, before):
    """A lawyer or an agency may bring a signature about, and a debtor may sign after its petition: --again says so."""
    run(before)
    assert "entry 1 was signed" in run(f"{PLAN} --again")


def test_closing_over_a_plan_says_that_it_binds(run):
    """Closing is bookkeeping; the plan goes on, and that is said."""
    run(PLAN)
    assert "the plan of 2024-04-10 is in force and binds you as before" in run("closed --reason other")


def test_a_plan_that_was_paid_gives_way(run):
    """Who paid one plan may sign another, and nothing is called cancelled that was kept; a bounce undoes it."""
    for one in (PLAN, "paid --amount 6,000 --on 2024-05-20"):
        run(one)
    assert "entry 2 was signed" in run("signed --made 2 --on 2024-06-01")
    run("undo 7")
    run("bounced --payment P-1 --on 2024-05-24")
    assert "a plan has been in force since 2024-04-10" in run("signed --made 2 --on 2024-06-01", code=1)


def test_a_paper_that_was_signed_is_not_waiting_to_be_sent(run):
    """Of the papers that have not gone out, the plan that both sides signed is none; its day may be recorded still."""
    run(PLAN)
    assert "4 papers" not in (said := run("sent", code=1))
    assert "3 papers have not gone out" in said
    assert "was signed, so it went out before" in run("sent --document payment-plan", code=1)
    assert "payment-plan" in run("sent --document payment-plan --again --on 2024-04-02")


def test_a_signature_of_before_the_hand_off_is_recorded(run):
    """What was signed while the claim was still here binds, whenever it is recorded."""
    run(AWAY)
    assert "entry 1 was signed" in run(PLAN)


def test_a_demand_made_before_a_plan_does_not_go_out_beside_it(run, tmp_path):
    """It asks for what was agreed on since; that it went out all the same is said, and recorded."""
    journal = tmp_path / "acme" / "journal.yaml"
    demand = "---\nn: 5\nevent: made\non: 2024-04-05\ndocument: letters/final-demand\nstep: final-demand\nfiles: []\n"
    journal.write_text(f"{OFFERS}{demand}inputs: none\nrecord: out/d.yaml\npay_by: 2024-04-20\n", encoding="utf-8")
    run(PLAN)
    assert "a plan has been in force since 2024-04-10 (entry 6)" in run("sent --made 5 --on 2024-04-11", code=1)
    assert "sent final-demand" in run("sent --made 5 --on 2024-04-11 --again")


def test_an_adjustment_is_a_credit_and_ends_the_dispute(run):
    """What is given up lowers the balance from that day, and letters may speak of the rest again."""
    run("disputed --invoice INV-1 --amount 500 --on 2024-05-01")
    assert "Owed on June 10, 2024: $5,750.00" in run("adjusted --invoice INV-1 --how credit --amount 250")
    assert "is no hold or dispute" in run("released --entry 5", code=1)


def test_an_entry_typed_by_hand_must_speak_of_something(run, tmp_path):
    """A signature under nothing, and the return of what never left, are faults of the journal with their line."""
    journal = tmp_path / "acme" / "journal.yaml"
    more = "---\nn: 5\nevent: signed\non: 2024-04-10\nmade: 9\n---\nn: 6\nevent: returned\non: 2024-04-11\nentry: 1\n"
    journal.write_text(OFFERS + more, encoding="utf-8")
    said = run("note hello", code=1)
    assert "entry 9 is not a paper that was made and stands" in said
    assert "entry 1 is not a hand-off" in said

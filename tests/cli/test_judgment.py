"""`kit judgment`, and what the other commands say once a claim is in court."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kit.cli import main

LAWS = Path(__file__).parents[1] / "fixtures" / "jurisdictions"
CASE = """\
format: 1
forum: us-xf
creditor:
  name: Alder & Finch LLC
  kind: llc
  address: {street: 1 Main St, city: Overton, county: Lee, state: XF, zip: 02135}
  signer: {name: Jordan Finch}
debtor:
  name: Jo Reed
  kind: individual
  address: {street: 90 Quay St, city: Springdale, county: Lee, state: XF, zip: 02139}
agreement: {kind: written, signed_on: 2023-05-01, net_days: 30, governing_law: us-xf}
invoices:
  - {id: INV-1, issued_on: 2024-01-02, lines: [{text: laid paper, unit_price: 4800.00}]}
"""
FILED = "log acme filed --on 2024-03-01 --number 24-7 --hearing-on 2024-04-10"
SERVED = "log acme served --on 2024-03-05 --how sheriff"
WON = "log acme judgment --on 2024-04-10 --principal 4800 --costs 135"
PAID = "log acme paid --amount 4935 --on 2024-04-10"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Return a function that runs `kit` beside the case folder `acme` as of a day."""
    (tmp_path / "acme").mkdir()
    (tmp_path / "kit.yaml").write_text(f"jurisdictions: {json.dumps(str(LAWS))}\n", encoding="utf-8")
    (tmp_path / "acme" / "case.yaml").write_text(CASE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def command(words, *, as_of="2024-06-03", code=0):
        result = CliRunner().invoke(main, [*words.split(), "--as-of", as_of])
        assert result.exit_code == code, result.output
        return result.output

    return command


@pytest.mark.parametrize(
    ("before", "paper", "file"),
    [
        ([FILED, WON], "demand", "judgment-demand"),
        ([FILED, WON], "plan --instalments 3 --first-on 2024-08-01", "judgment-plan"),
        ([FILED, WON, PAID], "satisfaction", "satisfaction"),
        ([FILED, SERVED], "default", "default-data"),
        ([FILED, WON], "questions", "asset-questions"),
    ],
)
def test_each_paper_is_made(run, before, paper, file):
    """At its stage of the suit each paper is one command."""
    for words in before:
        run(words)
    run(f"judgment acme {paper}")

    assert {path.suffix for path in Path("acme/out").glob(f"2024-06-03-{file}*")} >= {".docx", ".pdf"}


@pytest.mark.parametrize(
    ("before", "paper", "why"),
    [
        ([], "demand", "K699"),
        ([FILED], "demand", "no judgment for the creditor is on record"),
        ([FILED, WON], "satisfaction", "the judgment is not paid"),
        ([FILED, WON, PAID], "demand", "the judgment is paid"),
        ([FILED], "default", "no service on the debtor is on record"),
        ([FILED, WON, "log acme appealed --by debtor --on 2024-04-20"], "plan", "the debtor appealed on 2024-04-20"),
    ],
)
def test_no_paper_before_its_time(run, before, paper, why):
    """A paper whose ground is not there is refused with the reason, and nothing is written."""
    for words in before:
        run(words)

    assert why in run(f"judgment acme {paper}", code=1)
    assert not Path("acme/out").exists()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("questions --pay-by 2024-07-01", "--pay-by and --channel belong to demand and plan"),
        ("demand --instalments 3", "belong to plan"),
        ("plan --instalments 1", "1"),
    ],
)
def test_an_option_of_another_paper(run, words, why):
    """An option that the paper does not have is a fault of the command line."""
    assert why in run(f"judgment acme {words}", code=2)


@pytest.mark.parametrize("words", ["demand --pay-by 2024-06-03", "plan --instalments 61", "plan --first-on 2024-06-04"])
def test_a_day_or_a_number_that_makes_no_sense(run, words):
    """A last day that has passed, a plan of years, a first installment before the answer: one sentence, no paper."""
    run(FILED)
    run(WON)

    assert "Error: " in run(f"judgment acme {words}", code=1)


def test_letters_rest_once_the_claim_is_filed(run):
    """The old letters are refused, the next step is the court's, and the old sum is asked by nobody."""
    run(FILED)
    assert "letters rest" in run("next acme")

    run(WON)
    said = run("next acme")
    assert "owes $5,006.01 on June 3, 2024, on the judgment of April 10, 2024" in said
    assert "there is no letter to make now" in run("letter acme", code=1)
    assert "K698" in run("statement acme", code=1)
    assert "$5,006.01" in run("status .")


def test_the_ledger_shows_both_accounts(run):
    """The old account ends on the day of judgment; the judgment's own follows, in text, data and columns."""
    run(FILED)
    run(WON)

    text = run("ledger acme")
    assert "Account of Jo Reed up to the judgment of April 10, 2024" in text
    assert "Owed on the judgment  $5,006.01" in text
    data = json.loads(run("ledger acme --format json"))
    # 10% on 4800 from April 11 through June 3: 54 days: 71.01
    assert (data["as_of"], data["judgment"]["total"], data["judgment"]["interest"]) == (
        "2024-04-10",
        "5006.01",
        "71.01",
    )
    assert "2024-04-10,judgment_award,24-7,,4935.00" in run("ledger acme --format csv")


def test_what_is_owed_is_said_of_the_judgment(run):
    """After an entry the command says what is left on the judgment, and nothing can be waived that is not there."""
    run(FILED)
    run(WON)

    assert "Owed on the judgment on June 3, 2024: $4,006.01." in run("log acme paid --amount 1000 --on 2024-06-03")
    assert "nothing to waive" in run("log acme waived --bucket fees --on 2024-06-03", code=1)
    assert "Owed on the judgment" in run("log acme waived --bucket costs --on 2024-06-03")


def test_the_days_are_listed(run):
    """Every day comes with its rule; what nobody researched is said so."""
    assert "in no court on record" in run("judgment acme days")
    run(FILED)
    days = json.loads(run("judgment acme days --format json", as_of="2024-03-02"))
    assert {one["kind"]: one["day"] for one in days["days"]}["hearing"] == "2024-04-10"
    run(f"{WON} --mailed-on 2024-04-12")

    said = run("judgment acme days", as_of="2024-04-15")
    assert "2024-05-13  The debtor may appeal for 30 days" in said  # May 12 is a Sunday
    assert "How long the judgment holds and how it is renewed is not researched" in said
    assert "Franklin Code § 12-310" in said


def test_a_letter_comes_with_what_carries_it(run):
    """By mail an envelope is made beside it, by email a draft whose subject tells nobody anything."""
    run(FILED)
    run(WON)
    run("judgment acme demand --channel mail")
    case = Path("acme/case.yaml")
    words = case.read_text("utf-8").replace("name: Jo Reed\n", "name: Jo Reed\n  email: jo@reed.example\n")
    case.write_text(words.replace("Finch LLC\n", "Finch LLC\n  email: us@finch.example\n"), "utf-8")
    run("judgment acme plan --channel email")

    assert list(Path("acme/out").glob("*judgment-demand.envelope.pdf"))
    (draft,) = Path("acme/out").glob("*judgment-plan.eml")
    subject = next(line for line in draft.read_text("utf-8").splitlines() if line.startswith("Subject:"))
    assert "udgment" not in subject
    assert "udgment" not in "".join(line for line in draft.read_text("utf-8").splitlines() if "filename" in line)


def test_force_waits_for_the_time_to_appeal(run):
    """While the debtor may appeal, a request may go with a note; the examination waits, or goes with a reason."""
    run(FILED)
    run(WON)

    assert "note[K694] the debtor may still appeal, until 2024-05-10" in run("judgment acme demand", as_of="2024-05-10")
    said = run("judgment acme questions", as_of="2024-05-10", code=1)
    assert "stop[K694] the debtor may still appeal" in said
    run("judgment acme questions --override K694 --because waived", as_of="2024-05-10")
    run("judgment acme questions", as_of="2024-05-11")

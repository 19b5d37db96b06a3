"""`kit ledger`: the account as lines, as data, and as a story whose figures add up."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner

from kit.cli import main

FRANKLIN = Path(__file__).parents[1] / "fixtures" / "jurisdictions"
CASE = """\
format: 1
creditor: {name: Alder & Finch LLC, kind: llc, address: {street: 4 Mill Ln, city: Overton, state: XF, zip: 02134}}
debtor:
  name: Late Paper Supply Inc.
  kind: corporation
  address: {street: 90 Quay St, city: Overton, county: Lee, state: XF, zip: 02135}
agreement:
  signed_on: 2023-12-01
  governing_law: us-xf
  interest: {percent_a_year: 12, source: section 7}
forum: us-xf
invoices:
  - id: INV-104
    issued_on: 2024-01-02
    due_on: 2024-02-01
    lines: [{text: laid paper, quantity: 40, unit_price: 30.86}]
  - {id: INV-110, issued_on: 2024-03-01, due_on: 2024-03-31, lines: [{text: ink, unit_price: 500}]}
payments:
  - {id: P-1, on: 2024-03-10, amount: 200.00, method: check}
  - {id: P-2, on: 2024-04-02, amount: 300.00, method: check, bounced_on: 2024-04-09}
"""
DISPUTED = "n: 1\non: 2024-04-15\nevent: disputed\ninvoice: INV-104\namount: 100.00\n"


@pytest.fixture
def case(tmp_path) -> Path:
    """Return a case folder in a workspace that reads Franklin's law."""
    shutil.copytree(FRANKLIN, tmp_path / "law")
    (tmp_path / "kit.yaml").write_text("format: 1\njurisdictions: law\n", encoding="utf-8")
    folder = tmp_path / "late-paper"
    folder.mkdir()
    (folder / "case.yaml").write_text(CASE, encoding="utf-8")
    return folder


def run(case: Path, *args: str):
    """Run `kit ledger` on a case as of June 1, 2024."""
    return CliRunner().invoke(main, ["ledger", str(case), "--as-of", "2024-06-01", *args])


def test_text(case):
    """Lines with a running balance, spans with rate and source, items, totals, per diem, the order and its reason."""
    shown = run(case).stdout

    for line in (
        "Account of Late Paper Supply Inc. on June 1, 2024, in USD",
        r"Mar 10, 2024 +Payment P-1 +200\.00 +1,549\.82",
        r" +15\.42 to interest of INV-104",
        r" +184\.58 to principal of INV-104",
        r"Apr 9, 2024 +Payment P-2 came back unpaid +300\.00 +1,549\.82",
        r"Apr 9, 2024 +Returned-check charge for P-2 +25\.00 +1,574\.82",
        r"INV-104 +Feb 2, 2024 +Mar 10, 2024 +38 +12% +1,234\.40 +15\.42 +section 7",
        r"INV-104 +Mar 11, 2024 +Jun 1, 2024 +83 +12% +1,049\.82 +28\.65 +section 7",
        r"INV-110 +Mar 31, 2024 +62 days +500\.00 +10\.19 +0\.00 +0\.00 +510\.19 +0\.00",
        r"Owed +\$1,613\.66",
        r"Interest goes on at \$0\.51 a day from June 2, 2024 \(0\.50953 before rounding\)\.",
        r"Payments count toward interest, then principal, then late fees, then costs: the law's order .*14-2",
    ):
        assert re.search(line, shown), line


def test_sums_in_the_text_add_up(case):
    """Charges less what was settled is the balance of the last line, and that is what is owed."""
    postings = json.loads(run(case, "--format", "json").stdout)["postings"]
    balance = Decimal(0)

    for posting in postings:
        balance += Decimal(posting["amount"])
        assert Decimal(posting["balance"]) == balance
    assert balance == Decimal("1613.66")


def test_explain(case):
    """The story of an invoice names every sum, and its figures add up."""
    assert run(case, "--explain", "INV-104").stdout.splitlines() == [
        "INV-104 charges $1,234.40, issued on January 2, 2024 and due on February 1, 2024.",
        "From February 2, 2024 through March 10, 2024, 38 days at 12% a year on $1,234.40 made $15.42 interest (section 7).",  # noqa: E501
        "On March 10, 2024 you were paid $200.00 (P-1): $15.42 went to interest and $184.58 to principal.",
        "Payment P-2 of $300.00 came back unpaid on April 9, 2024; it never counted.",
        "From March 11, 2024 through June 1, 2024, 83 days at 12% a year on $1,049.82 made $28.65 interest (section 7).",  # noqa: E501
        "On June 1, 2024 that leaves principal $1,049.82 + interest $28.65 = $1,078.47.",
    ]


def test_explain_says_what_is_disputed(case):
    """What is contested is told apart from what may be asked for."""
    (case / "journal.yaml").write_text(DISPUTED, encoding="utf-8")

    last = run(case, "--explain", "INV-104").stdout.splitlines()[-1]

    found = re.fullmatch(r"\$(.+) of it is disputed; \$(.+) may be asked for now\.", last)
    assert found
    assert Decimal(found[1]) + Decimal(found[2].replace(",", "")) == Decimal("1078.47")
    assert Decimal(found[1]) > 100


def test_explain_an_invoice_that_is_not_there(case):
    """A slip in the invoice's name is answered with those there are."""
    result = run(case, "--explain", "INV-1")

    assert result.exit_code == 1
    assert "there are INV-104, INV-110" in result.stderr


def test_csv(case):
    """A spreadsheet gets one row for each line, whose parts add up to its amount."""
    rows = list(csv.DictReader(io.StringIO(run(case, "--format", "csv").stdout)))

    assert [row["kind"] for row in rows][-1] == "interest"
    assert rows[-1]["balance"] == "1613.66"
    for row in rows:
        if row["kind"] not in {"payment", "reversal"} or row["ref"] != "P-2":
            parts = sum(Decimal(row[name]) for name in ("principal", "interest", "fees", "costs"))
            assert parts == Decimal(row["amount"])


def test_json(case):
    """A program gets every figure as text, and every finding."""
    account = json.loads(run(case, "--format", "json").stdout)

    assert account["totals"]["total"] == "1613.66"
    assert account["order"]["buckets"][:2] == ["interest", "principal"]
    assert all(isinstance(span["amount"], str) for span in account["spans"])
    assert isinstance(account["findings"], list)


def test_before_the_first_invoice(case):
    """On a day before anything was charged the account says so."""
    shown = CliRunner().invoke(main, ["ledger", str(case), "--as-of", "2023-12-31"]).stdout

    assert "Nothing has been charged by that day." in shown


def test_trouble_goes_to_the_other_stream_and_the_exit_code(case):
    """A charge the law does not allow is shown, named on the error stream, and leaves exit code 1."""
    text = CASE.replace("kind: corporation", "kind: partnership").replace("percent_a_year: 12", "percent_a_year: 36")
    (case / "case.yaml").write_text(text, encoding="utf-8")

    result = run(case)

    assert result.exit_code == 1
    assert "K160" in result.stderr
    assert "K160" not in result.stdout


def test_a_finding_is_told_alike(case):
    """A program reads the same keys from `kit ledger` as from `kit check`, with the place and the law of a finding."""
    text = CASE.replace("kind: corporation", "kind: partnership").replace("percent_a_year: 12", "percent_a_year: 36")
    (case / "case.yaml").write_text(text, encoding="utf-8")
    checked = CliRunner().invoke(main, ["check", str(case), "--as-of", "2024-06-01", "--format", "json"])

    told = json.loads(run(case, "--format", "json").stdout)["findings"]

    (over,) = [finding for finding in told if finding["code"] == "K160"]
    assert over["law"]
    assert over["fix"]
    assert over in json.loads(checked.stdout)


def test_explain_as_json(case):
    """A program gets the story as sentences, not as prose; a spreadsheet is told that a story has no columns."""
    told = json.loads(run(case, "--explain", "INV-104", "--format", "json").stdout)
    refused = run(case, "--explain", "INV-104", "--format", "csv")

    assert told["invoice"] == "INV-104"
    assert told["sentences"] == run(case, "--explain", "INV-104").stdout.splitlines()
    assert refused.exit_code == 1
    assert "a story has no columns" in refused.stderr


def test_each_instalment_has_its_name(case):
    """Lines, interest and story say which part of an invoice they speak of."""
    path = case / "case.yaml"
    parts = "instalments: [{due_on: 2024-02-01, amount: 600}, {due_on: 2024-03-01, amount: 634.40}]"
    path.write_text(CASE.replace("due_on: 2024-02-01\n", f"{parts}\n", 1), encoding="utf-8")

    shown, told = run(case).stdout, run(case, "--explain", "INV-104").stdout

    for line in (
        r"Invoice INV-104 \(1 of 2\) +600\.00",
        r"Invoice INV-104 \(2 of 2\) +634\.40",
        r"to principal of INV-104 \(1 of 2\)",
        r"Interest on INV-104 \(2 of 2\) +\d",
        r"\nINV-104 \(1 of 2\) +Feb 2, 2024",
    ):
        assert re.search(line, shown), line
    assert "a year on instalment 2, $634.40 made" in told

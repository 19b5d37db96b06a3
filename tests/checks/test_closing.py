"""A closed case: what it refuses, what it says, and what it leaves as it was."""

from datetime import date

import pytest
from click.testing import CliRunner

from kit.cli import main

CASE = """\
format: 1
creditor:
  name: Alder & Finch LLC
  kind: llc
  address: {street: 1 Main St, city: Overton, county: Lee, state: XF, zip: 02135}
  signer: {name: Ann Alder, title: Owner}
  pay_to: [{method: Check, details: "to Alder & Finch LLC"}]
debtor:
  name: Late Paper Supply Inc.
  kind: corporation
  address: {street: 90 Quay St, city: Overton, county: Lee, state: XF, zip: 02135}
agreement: {kind: written, signed_on: 2023-05-01, net_days: 30}
invoices:
  - {id: INV-1, issued_on: 2024-01-02, lines: [{text: laid paper, unit_price: 4800.00}]}
"""
TODAY = date(2024, 6, 10)


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Return a function that runs a command of the kit on June 10, 2024."""
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / "case.yaml").write_text(CASE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def command(words, code=0):
        result = CliRunner().invoke(main, [*words.split(), "--as-of", str(TODAY)])
        assert result.exit_code == code, result.output
        return result.output

    return command


def test_a_closed_case_asks_for_nothing_until_it_is_reopened(run):
    """No letter and no statement leaves a closed case, and `kit next` says why and how to go on."""
    run("log acme closed --reason uncollectible")
    assert "closed on 2024-06-10 (uncollectible)" in run("next acme")
    assert "stop[K860]" in run("statement acme", code=1)
    run("letter acme", code=1)
    run("log acme reopened")
    assert "closed" not in run("next acme")
    run("statement acme")


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("paid", "note[K861]"),
        ("settled", "note[K861]"),
        ("uncollectible", "note[K862]"),
        ("written_off", "the debtor still owes it, and the time to sue runs on"),
        ("written_off", "26 U.S.C. § 166"),
    ],
)
def test_closing_says_what_it_does_not_settle(run, reason, said):
    """Closing gives nothing up, whatever the reason is called."""
    run(f"log acme closed --reason {reason}")
    assert said in run("check acme")


def test_a_case_closed_by_mistake_or_without_a_debt_draws_no_note(run):
    """Where there is nothing to say, nothing is said."""
    run("log acme paid --amount 4,800")
    run("log acme closed --reason paid")
    assert "K86" not in run("check acme")

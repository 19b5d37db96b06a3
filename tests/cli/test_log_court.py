"""`kit log` for a claim in court: each event is recorded and said, and what cannot be is refused."""

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
"""
TODAY = date(2024, 6, 1)
FILED = "filed --on 2024-03-01"
WON = "judgment --on 2024-04-10 --principal 4800"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Return a function that runs `kit log acme` on June 1, 2024."""
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / "case.yaml").write_text(CASE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def command(words, code=0):
        result = CliRunner().invoke(main, ["log", "acme", *words.split(), "--as-of", str(TODAY)])
        assert result.exit_code == code, result.output
        return result.output

    return command


@pytest.mark.parametrize(
    ("before", "words", "line"),
    [
        ([], "filed --on 2024-03-01 --number 24-7 --amount 4,800 --fee 50 --hearing-on 2024-04-10",
         "filed, case 24-7 for $4,800.00, hearing on Apr 10, 2024"),
        ([FILED], "served --on 2024-03-05 --how process_server --proof-filed-on 2024-03-08",
         "served the debtor by process server, proof filed on Mar 8, 2024"),
        ([FILED], "hearing --day 2024-06-20 --at 09:30", "hearing set for Jun 20, 2024 at 09:30"),
        ([FILED], "hearing --day 2024-04-10 --held", "hearing held Apr 10, 2024"),
        ([FILED], f"{WON} --costs 135.50 --by-default", "judgment by default for $4,935.50"),
        ([FILED], "judgment --for debtor", "judgment for the debtor"),
        ([FILED, WON], "appealed --by debtor", "appeal by the debtor"),
        ([FILED, WON], "satisfied", "satisfaction of the judgment filed"),
        ([FILED], "dismissed", "claim withdrawn or dismissed; it may be brought again"),
        ([FILED], "dismissed --with-prejudice", "claim withdrawn or dismissed; it cannot be brought again"),
    ],
    ids=lambda value: value.split()[0] if isinstance(value, str) else "",
)  # fmt: skip
def test_each_event_is_recorded_and_said(run, before, words, line):
    """What happened in court is on record, and the command says what it recorded."""
    for earlier in before:
        run(earlier)

    assert run(words).splitlines()[0].endswith(f": {line}")
    assert read(Path("acme")).events[-1].event == words.split()[0]


@pytest.mark.parametrize(
    ("before", "words", "why"),
    [
        ([], "served", "not on record as filed"),
        ([], WON, "not on record as filed"),
        ([FILED], "filed --on 2024-03-02", "on record as filed on 2024-03-01 (entry 1)"),
        ([FILED], "served --on 2024-02-01", "2024-02-01 is before the claim was filed, 2024-03-01"),
        ([FILED], "served --on 2024-03-05 --proof-filed-on 2024-03-04", "cannot have been filed on 2024-03-04"),
        ([FILED, "served --on 2024-03-05"], "served --on 2024-03-05", "on record as entry 2"),
        ([FILED], "hearing --day 2024-04-10", "2024-04-10 has passed; add --held"),
        ([FILED], "hearing --day 2024-07-10 --held", "2024-07-10 is not here yet"),
        ([FILED, WON], WON, "another one follows only upon an appeal"),
        ([FILED], "judgment --costs 0", "awards nothing"),
        ([FILED], f"{WON} --mailed-on 2024-04-09", "cannot have been mailed on 2024-04-09"),
        ([FILED], "appealed --by debtor", "no judgment is on record"),
        ([FILED, WON], "appealed --by debtor --on 2024-04-09", "before the judgment of 2024-04-10"),
        ([FILED], "satisfied", "no judgment is on record"),
        ([FILED, "judgment --for debtor"], "satisfied", "nothing to satisfy"),
        ([FILED, WON, "satisfied"], "satisfied", "on record as entry 3"),
        ([FILED, "dismissed --with-prejudice"], "served", "was dismissed on 2024-06-01"),
        ([FILED, "dismissed --with-prejudice"], "filed", "cannot be brought again"),
        ([FILED, "dismissed"], "served", "not on record as filed"),
        ([], "filed --made 9", "entry 9 is not a paper that was made"),
        ([], "filed --hearing-on 2024-03-01 --on 2024-03-01", "cannot follow a filing"),
    ],
    ids=lambda value: value.split()[0] if isinstance(value, str) else "",
)  # fmt: skip
def test_what_cannot_be_is_refused(run, before, words, why):
    """A suit goes in order: one sentence says what is missing, and nothing is recorded."""
    for earlier in before:
        run(earlier)

    assert why in run(words, code=1)


def test_a_dismissed_claim_may_be_filed_again(run):
    """A claim withdrawn for a fault in the papers can go to court anew."""
    for words in (FILED, "dismissed --on 2024-03-20", "filed --on 2024-04-01 --number 24-9"):
        run(words)

    assert "filed, case 24-9" in CliRunner().invoke(main, ["log", "acme", "show"]).output


def test_an_appeal_brings_a_new_judgment(run):
    """After an appeal the court decides again, and that is the judgment."""
    for words in (FILED, WON, "appealed --by debtor --on 2024-04-20"):
        run(words)

    assert "judgment for $4,000.00" in run("judgment --principal 4000")


def test_a_filing_that_something_rests_on_stays(run):
    """The filing cannot be taken back while a judgment rests on it."""
    run(FILED)
    run(WON)

    assert "none is on record as filed before it" in run("undo 1", code=1)


def test_the_days_on_the_command_line_are_checked(run):
    """A day that is no day is a fault of the command line."""
    assert "2024-02-30" in run("filed --on 2024-02-30", code=2)

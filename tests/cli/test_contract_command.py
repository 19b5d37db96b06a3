"""`kit contract`: the contract that fits what is supplied, and change orders to it."""

from __future__ import annotations

import json

import docx
import pytest
from click.testing import CliRunner

from kit.cli import main

DAY = ["--as-of", "2026-06-01"]
CHANGES = """\
changes:
  - {id: CO-1, on: 2026-05-20, why: eight more pages, added: [{text: Pages, quantity: 8, unit_price: 20.10}]}
  - {id: CO/2, on: 2026-05-25, why: a later day, more_days: 5}
"""


@pytest.fixture
def run(case, monkeypatch):
    """Return a function that types `kit contract acme ...` in the workspace."""
    monkeypatch.chdir(case.parent)
    return lambda *words: CliRunner().invoke(main, ["contract", "acme", *DAY, *words])


def write(case, old, new):
    """Change the case file as a user would."""
    file = case / "case.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("kind", "name"), [("services", "services"), ("construction", "services"), ("goods", "goods")]
)  # fmt: skip
def test_the_contract_that_fits(run, case, kind, name):
    """Goods are sold on the contract for a sale, everything else is done on the one for work; nothing is asked."""
    write(case, "kind: services", f"kind: {kind}")

    result = run()

    assert result.exit_code == 0, result.output
    assert (case / "out" / f"2026-06-01-{name}.pdf").is_file()
    assert (case / "out" / f"2026-06-01-{name}.docx").is_file()


def test_a_change_order_by_its_id(run, case):
    """`--change` makes that change order, named after it, as docx, PDF and record; the data says what was made."""
    write(case, "forum: us-xf", f"forum: us-xf\n{CHANGES}")

    result = run("--change", "CO-1", "--format", "json")

    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["document"] == "contracts/change-order"
    paper = docx.Document(str(case / "out" / "2026-06-01-change-order-CO-1.docx"))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    assert "$160.80" in cells  # 8 x 20.10
    assert "$1,395.20" in cells  # on top of 1,234.40


def test_two_change_orders_are_two_papers(run, case):
    """Each change has its own file and is not taken for a newer version of the other."""
    write(case, "forum: us-xf", f"forum: us-xf\n{CHANGES}")
    run("--change", "CO-1")

    second, again = run("--change", "CO/2"), run("--change", "CO-1")

    assert "made anew" not in second.output
    assert "nothing new was made" in again.output
    assert len(list((case / "out").glob("*change-order*.pdf"))) == 2


@pytest.mark.parametrize(
    ("words", "says"),
    [
        pytest.param(["--change", "CO-9"], "there is no change `CO-9`; did you mean CO-1?", id="a-slip"),
        pytest.param(["--change", ""], "say which change: CO-1 or CO/2", id="no-name"),
        pytest.param(
            ["--change", "CO-1", "--as-of", "2026-05-01"], "make it with `--as-of 2026-05-20`", id="too-early"
        ),
    ],
)
def test_a_change_that_cannot_be_made(run, case, words, says):
    """One sentence, exit 1, nothing made."""
    write(case, "forum: us-xf", f"forum: us-xf\n{CHANGES}")

    result = run(*words)

    assert result.exit_code == 1
    assert says in result.stderr
    assert "Traceback" not in result.output
    assert not (case / "out").exists()


def test_a_case_without_changes(run):
    """A change order of a case that has none is told what to write."""
    result = run("--change", "CO-1")

    assert result.exit_code == 1
    assert "add one under `changes:`" in result.stderr


def test_a_change_that_does_not_add_up_is_refused_at_its_place(run, case):
    """The line of the file is shown with both sums, and no paper is made."""
    bad = CHANGES.replace("unit_price: 20.10}]", "unit_price: 20.10}], price_change: 160.00")
    write(case, "forum: us-xf", f"forum: us-xf\n{bad}")

    result = run("--change", "CO-1")

    assert result.exit_code == 1
    assert "error[K187] the lines of change CO-1 come to $160.80; its `price_change` is $160.00" in result.stderr
    assert not (case / "out").exists()


def test_a_sale_is_checked_as_work_is(run, case):
    """A late charge that the law would not have stops the sale too, and security kept in the goods is explained."""
    write(case, "kind: services", "kind: goods")
    write(case, "  delay_cost_estimate: A late payment is carried on a credit line at 12% a year.\n", "")
    write(case, "  net_days: 30\n", "  net_days: 30\n  goods: {retain_title: yes}\n")

    result = run()

    assert result.exit_code == 1
    assert "stop[K122]" in result.stderr
    assert "note[K188]" in result.stderr
    assert not (case / "out").exists()


def test_a_change_of_an_offer_is_noted(run, case):
    """A change order to a contract that nobody signed is made, with the note that it changes an offer."""
    write(case, "  signed_on: 2025-05-01\n", "")
    write(case, "forum: us-xf", f"forum: us-xf\n{CHANGES}")

    result = run("--change", "CO-1")

    assert result.exit_code == 0, result.output
    assert "note[K100]" in result.output

"""`kit demo`: three cases, all their papers, what is owed and what comes next."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

import kit
from kit.cli import main
from kit.demo import AS_OF


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """Return the demo's folder and what it printed."""
    folder = tmp_path_factory.mktemp("demo") / "kit-demo"
    result = CliRunner().invoke(main, ["demo", str(folder)])
    assert result.exit_code == 0, result.output
    return folder, result.output


def papers(case, name):
    """Return the PDFs of that name in a case; a sale of goods has a contract of its own."""
    names = ("services", "goods") if name == "contract" else (name,)
    return [path for each in names for path in case.glob(f"out/*-{each}*.pdf")]


def test_every_paper_is_there(told):
    """Each case has its contract, its invoices, a statement and a final demand, as docx, PDF and record."""
    folder, output = told

    assert {path.name for path in folder.iterdir() if path.is_dir()} == {
        "brazos-piney-point",
        "hudson-late-night",
        "lindqvist-harbor-vine",
    }
    assert len(list(folder.rglob("*.pdf"))) == len(list(folder.rglob("*.docx"))) == 18
    assert len(list(folder.rglob("*.record.yaml"))) == 18
    for name in ("contract", "invoice", "statement", "final-demand"):
        assert all(papers(case, name) for case in folder.iterdir() if case.is_dir())
    assert "18 papers" in output


def test_what_is_owed_and_what_comes_next(told):
    """The amounts printed are the ledger's; what comes next is a sentence; files worth opening are named.

    Harbor & Vine: 4,182.50 at 10% a year for the 71 days from September 14 through November 23: 81.36.
    """
    folder, output = told
    account = kit.build_ledger(kit.load_case(folder / "lindqvist-harbor-vine", as_of=AS_OF))

    assert account.totals.total == Decimal("4263.86")
    assert "owed on November 23, 2026: $4,263.86" in output
    assert output.count("next: Read the final demand, sign it, send it, and record it") == 3
    assert all(str(path.relative_to(folder)) in output for path in folder.rglob("*final-demand.pdf"))
    assert "[14/14] Final demand" in output


def test_the_disputed_line_stays_apart(told):
    """The coated board that came wet is not demanded: 12 cartons at 98.25 are 1,179.00, and the charges on it."""
    folder, output = told
    account = kit.build_ledger(kit.load_case(folder / "hudson-late-night", as_of=AS_OF))

    assert account.totals.disputed >= Decimal("1179.00")
    assert account.totals.collectable == account.totals.total - account.totals.disputed
    assert "is disputed" in output


def test_nothing_is_overwritten(told):
    """A folder that is not empty is left alone."""
    folder, _ = told

    result = CliRunner().invoke(main, ["demo", str(folder)])

    assert result.exit_code == 1
    assert "is not empty" in result.stderr


@pytest.mark.parametrize("name", ["brazos-piney-point", "hudson-late-night", "lindqvist-harbor-vine"])
def test_the_section_that_letters_cite_is_there(told, name):
    """Where a letter says in which section a charge was agreed, the contract of the case has it there."""
    folder, _ = told
    (contract,) = papers(folder / name, "contract")
    (section,) = set(re.findall(r"source: section (\d+)", (folder / name / "case.yaml").read_text("utf-8")))
    words = "\n".join(page.extract_text() for page in PdfReader(contract).pages)

    assert re.search(rf"^{section}\.\s*Late payment", words, re.MULTILINE)

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

PAPERS, DRAFTS = 80, 13
LADDER = (
    "own-books",
    "friendly-reminder",
    "invoice-again",
    "second-reminder",
    "thirty-day",
    "call-script",
    "terms-recalled",
    "sixty-day",
    "final-demand",
)


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
    """Each case has its contract, its invoices, and every letter of the ladder, as docx, PDF and record.

    What goes by email has a draft beside it, what goes by mail an envelope.
    """
    folder, output = told

    assert {path.name for path in folder.iterdir() if path.is_dir()} == {
        "brazos-piney-point",
        "hudson-late-night",
        "lindqvist-harbor-vine",
    }
    envelopes = list(folder.rglob("*.envelope.pdf"))
    assert len(list(folder.rglob("*.pdf"))) - len(envelopes) == len(list(folder.rglob("*.docx"))) == PAPERS
    assert len(list(folder.rglob("*.record.yaml"))) == PAPERS
    for name in ("contract", "invoice", "statement", *LADDER):
        assert all(papers(case, name) for case in folder.iterdir() if case.is_dir()), name
    assert f"{PAPERS} papers" in output
    assert len(envelopes) == len(list(folder.rglob("*mailing-record*.pdf")))
    assert len(list(folder.rglob("*.eml"))) == DRAFTS


def test_what_is_owed_and_what_comes_next(told):
    """The amounts printed are the ledger's; what comes next is a sentence; files worth opening are named.

    Harbor & Vine: 4,182.50 at 10% a year for the 82 days from September 3 through November 23: 93.96.
    """
    folder, output = told
    account = kit.build_ledger(kit.load_case(folder / "lindqvist-harbor-vine", as_of=AS_OF))

    assert account.totals.total == Decimal("4276.46")
    assert "owed on November 23, 2026: $4,276.46" in output
    assert (
        output.count("next: Read the final demand (out/2026-11-23-final-demand.pdf), sign it, send it, and record") == 3
    )
    assert all(str(path.relative_to(folder)) in output for path in folder.rglob("*final-demand.pdf"))
    assert "[21/21] Final demand" in output


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

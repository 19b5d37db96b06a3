"""`kit demo`: four cases, all their papers, what is owed and what comes next."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

import kit
from kit.cli import main
from kit.demo import AS_OF

PAPERS, DRAFTS, PACKETS, CLAIMS = 108, 16, 2, 1
AGREED = "reyes-mill-pond"  # its debtor asks for time before the ladder is climbed
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
        "reyes-mill-pond",
    }
    envelopes = list(folder.rglob("*.envelope.pdf"))
    docx = list(folder.glob("*/out/*.docx"))
    assert len(docx) == PAPERS
    assert all(path.with_suffix(".pdf").is_file() for path in docx)
    assert len(list(folder.rglob("*.record.yaml"))) == PAPERS + PACKETS + CLAIMS
    for name in ("contract", "invoice", "statement", *LADDER):
        climbed = (case for case in folder.iterdir() if case.is_dir() and case.name != AGREED)
        assert all(papers(case, name) for case in climbed), name
    assert f"{PAPERS} papers" in output
    assert len(envelopes) == len(list(folder.rglob("*mailing-record*.pdf")))
    assert len(list(folder.glob("*/out/*.eml"))) == DRAFTS


def test_what_is_owed_and_what_comes_next(told):
    """The amounts printed are the ledger's; what comes next is a sentence; files worth opening are named.

    Harbor & Vine: 4,182.50 at 10% a year for the 103 days from September 3 through December 14: 118.03.
    """
    folder, output = told
    account = kit.build_ledger(kit.load_case(folder / "lindqvist-harbor-vine", as_of=AS_OF))

    assert account.totals.total == Decimal("4300.53")
    assert "owed on December 14, 2026: $4,300.53" in output
    assert output.count("next: A packet was made on 2026-12-14") == PACKETS
    assert output.count("next: The claim, number 4, was filed on 2026-12-11: wait for the trustee") == CLAIMS
    assert all(str(path.relative_to(folder)) in output for path in folder.rglob("*final-demand.pdf"))
    assert "[23/23] Small-claims packet" in output


def test_two_cases_go_to_court(told):
    """California and Texas end in a packet each: the sum asked for, the exhibits, and the bank's number blacked out."""
    folder, _ = told
    packets = sorted(folder.glob("*/out/*-small-claims-packet.pdf"))

    assert [path.parts[-3] for path in packets] == ["brazos-piney-point", "lindqvist-harbor-vine"]
    for path, asked in zip(packets, ("$16,916.57", "$4,300.53"), strict=True):
        words = " ".join(page.extract_text() for page in PdfReader(path).pages)
        assert asked in words
        assert "Exhibit A" in words
        assert "000482917736" not in words
        assert (path.with_suffix("") / "to-file" / "packet.pdf").is_file()
        assert (path.with_suffix("") / "to-serve" / "packet.pdf").is_file()


def test_one_case_ends_in_a_claim(told):
    """New York ends in a chapter 7: the claim is for the day of the petition, and what proves it is attached.

    Principal 3,247.00 and 3,857.80; 1% of each for 4 and 3 full months up to December 3 are 129.88 and 115.74, which
    makes 7,350.42. The 70th day after the petition is February 11, 2027.
    """
    folder, output = told
    out = folder / "hudson-late-night" / "out"

    def words(name):
        return " ".join(page.extract_text() for page in PdfReader(out / f"2026-12-10-{name}.pdf").pages)

    assert all("$7,350.42" in words(name) for name in ("proof-of-claim", "itemised-statement", "claim-attachment"))
    assert all(f"Exhibit {letter}" in words("claim-attachment") for letter in "ABCDEFGH")
    assert words("itemised-statement").count("Late charge on H-55210 32.47") == 4
    assert "Their last page, as both parties signed it" in words("proof-of-claim")
    assert "February 11, 2027" in words("claim-mailing")
    assert "claim for $7,350.42, as of that day, filed on December 11, 2026" in output
    assert "[29/29] Recorded: bankruptcy" in output
    assert str((out / "2026-12-10-claim-attachment.pdf").relative_to(folder)) in output


def test_one_case_ends_in_a_settlement(told):
    """A plan in five parts, missed once and put right, then settled: the account follows to the cent.

    8,550.00 and the interest of 53 and 22 days at 8%, 62.73 and 15.19, make 8,627.92. A fifth is 1,725.58; the rest
    in five parts is four times 1,380.47 and 1,380.46. 2,760.93 is left, and 0.61 of interest on the day the plan ends;
    1,900.00 settles it.
    """
    folder, output = told
    case = folder / AGREED
    words = {
        name: " ".join(page.extract_text() for page in PdfReader(path).pages)
        for name in ("payment-plan", "plan-missed", "settlement", "settlement-completed")
        for path in case.glob(f"out/*-{name}.pdf")
    }

    assert "$8,627.92" in words["payment-plan"]
    assert all(amount in words["payment-plan"] for amount in ("1,725.58", "1,380.47", "1,380.46"))
    assert "1,380.47" in words["plan-missed"]
    assert "$2,761.54" in words["settlement"]
    assert "$1,900.00" in words["settlement-completed"]
    assert kit.build_ledger(kit.load_case(case, as_of=AS_OF)).totals.total == 0
    before = kit.build_ledger(kit.load_case(case, as_of=date(2026, 11, 10)))
    assert before.totals.total == Decimal("2760.93")
    assert "next: The case was closed on 2026-12-07 (settled)" in output


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


@pytest.mark.parametrize("name", ["brazos-piney-point", "hudson-late-night", "lindqvist-harbor-vine", AGREED])
def test_the_section_that_letters_cite_is_there(told, name):
    """Where a letter says in which section a charge was agreed, the contract of the case has it there."""
    folder, _ = told
    (contract,) = papers(folder / name, "contract")
    (section,) = set(re.findall(r"source: section (\d+)", (folder / name / "case.yaml").read_text("utf-8")))
    words = "\n".join(page.extract_text() for page in PdfReader(contract).pages)

    assert re.search(rf"^{section}\.\s*Late payment", words, re.MULTILINE)

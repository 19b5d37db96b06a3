"""An amended claim: made where the claim on file says something else, refused where it says the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from pypdf import PdfReader
from test_claim import CASE, CREDITOR, LAWS, PETITION

from kit.cli import main

FILED = ("--claim-on", "2026-10-21", "--claim-number", "14")
LIEN = "  security: {text: a lien on the press, value: 1800.00, perfected: yes, perfected_how: filed 2026-05-02}\n"


@pytest.fixture
def claim(tmp_path, monkeypatch):
    """Return a function that runs `kit claim` on a case whose first claim was made on October 20, 2026."""
    (tmp_path / "acme").mkdir()
    (tmp_path / "kit.yaml").write_text(f"jurisdictions: {json.dumps(str(LAWS))}\n", encoding="utf-8")
    (tmp_path / "acme" / "agreement.txt").write_text("Catalogue agreement of May 1, 2026.\n", encoding="utf-8")
    (tmp_path / "acme" / "case.yaml").write_text(CASE + CREDITOR + PETITION, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def command(*words, on="2026-11-02", code=0):
        result = CliRunner().invoke(main, ["claim", "acme", "--as-of", on, *words])
        assert result.exit_code == code, result.output
        return " ".join(result.output.split())

    command(on="2026-10-20")
    return command


def log(*words: str) -> str:
    """Record something on October 21 and return what was answered."""
    return CliRunner().invoke(main, ["log", "acme", *words, "--as-of", "2026-10-21"]).output


def change(old: str, new: str) -> None:
    """Change the case as its owner does."""
    file = Path("acme/case.yaml")
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def made() -> list[dict]:
    """Return the papers on record."""
    said = yaml.safe_load_all(Path("acme/journal.yaml").read_text("utf-8"))
    return [one for one in said if one and one.get("event") == "made"]


@pytest.mark.parametrize("amount", [(), ("--claim-amount", "4800")], ids=["amount-not-told", "amount-told"])
def test_nothing_to_amend(claim, amount):
    """A second run after the filing makes nothing, and says that the claim on file says the same."""
    log("bankruptcy", *FILED, *amount)
    before = made()
    told = claim(code=1)

    assert "stop[K792]" in told
    assert "the claim on file (number 14), of 2026-10-21, says the same: $4,800.00, in the same classes" in told
    assert "there is nothing to amend" in told
    assert "Do not send" not in told
    assert made() == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("unit_price: 4800.00", "unit_price: 4900.00"),
        ("  bar_date: 2026-12-21\n", f"  bar_date: 2026-12-21\n{LIEN}"),
    ],
    ids=["another-sum", "another-class"],
)
def test_what_changed_is_amended(claim, old, new):
    """Another sum, or the same in another class, makes an amended claim; the filed papers are not called back."""
    log("bankruptcy", *FILED)
    change(old, new)
    told = claim()
    text = "".join(page.extract_text() for page in PdfReader("acme/out/2026-11-02-proof-of-claim.pdf").pages)

    assert "K792" not in told
    assert "Do not send" not in told
    assert "Amends a claim filed before yes: claim 14, filed on October 21, 2026" in " ".join(text.split())
    assert all("supersedes" not in one for one in made() if not one["document"].startswith("internal/"))
    assert "not_to_be_sent" not in Path("acme/out/2026-11-02-proof-of-claim.record.yaml").read_text("utf-8")
    filed = next(one["n"] for one in made() if one["document"].endswith("proof-of-claim"))
    assert "superseded" not in log("sent", "--made", str(filed))


def test_an_amended_claim_made_anew_takes_the_place_of_its_draft(claim):
    """What was never filed is still called back once a later one is made."""
    log("bankruptcy", *FILED)
    change("unit_price: 4800.00", "unit_price: 4900.00")
    claim()
    change("unit_price: 4900.00", "unit_price: 4950.00")
    told = claim(on="2026-11-03")

    assert "Do not send out/2026-11-02-proof-of-claim" in told
    assert "2026-10-20" not in told[told.index("Do not send") :]


def test_an_address_may_be_amended(claim):
    """What is no figure is the user's to judge, with the reason on record."""
    log("bankruptcy", *FILED)
    told = claim("--override", "K792", "--because", "we moved")

    assert "2026-11-02-proof-of-claim.pdf" in told
    assert "Do not send" not in told


def test_a_claim_filed_without_the_kit(claim):
    """Where the classes of the claim on file are not on record, the same sum is a note, and another sum nothing."""
    for file in Path("acme/out").glob("*claim-attachment.record.yaml"):
        file.unlink()
    log("bankruptcy", *FILED, "--claim-amount", "4800")
    assert "note[K792]" in claim()

    change("unit_price: 4800.00", "unit_price: 4900.00")
    assert "K792" not in claim(on="2026-11-03")

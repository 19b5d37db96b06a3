"""`kit claim` with the official form at hand: nothing on it before a person has looked, then every sum in its place."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from pypdf import PdfReader
from test_claim import CASE, CREDITOR, LAWS, PETITION

from kit.cli import main
from kit.documents.forms import store

sys.path.append(str(Path(__file__).parents[1] / "documents" / "forms"))

from claim_blanks import Printed, claim_blank

SHEET, ATTACHMENT = "out/2026-10-20-proof-of-claim.pdf", "out/2026-10-20-claim-attachment.pdf"
LIEN = "  security: {text: a lien on the press, value: 1800.00, perfected: yes, perfected_how: filed 2026-05-02}\n"


@pytest.fixture
def blank(tmp_path, monkeypatch) -> Printed:
    """Return a blank on which every label is sure, kept and not confirmed, beside a case with a lien."""
    monkeypatch.setenv(store.ENVIRONMENT, str(tmp_path / "kept"))
    monkeypatch.chdir(tmp_path)
    Path("acme").mkdir()
    Path("kit.yaml").write_text(f"jurisdictions: {json.dumps(str(LAWS))}\n", encoding="utf-8")
    Path("acme/agreement.txt").write_text("Catalogue agreement of May 1, 2026.\n", encoding="utf-8")
    Path("acme/case.yaml").write_text(CASE + CREDITOR + PETITION + LIEN, encoding="utf-8")
    printed = claim_blank("columns", "shuffled", 2)
    Path("b410.pdf").write_bytes(printed.pdf)
    kit("forms", "add", "b410.pdf", "--form", "us/b410")
    return printed


def kit(*words: str) -> str:
    """Run a command and return what it printed."""
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0, result.output
    return result.output


def claimed() -> dict:
    """Return what `kit claim` made."""
    return json.loads(kit("claim", "acme", "--as-of", "2026-10-20", "--format", "json"))


def test_the_form_waits_for_a_look(blank):
    """Unconfirmed, the claim stands on the kit's own sheet and the user is told; confirmed, it stands on the form."""
    before = claimed()
    kit("forms", "map", "b410.pdf", "--form", "us/b410", "--confirm")
    after = claimed()

    assert (before["form"], after["form"]) == (False, True)
    assert "K760" in {one["code"] for one in before["findings"]}
    assert "K760" not in {one["code"] for one in after["findings"]}
    assert any(file.endswith("proof-of-claim.pdf") for file in before["files"])
    assert not any("form" in Path(file).stem for file in before["files"])
    form = next(file for file in after["files"] if file.endswith("form-to-edit.pdf"))
    fields = PdfReader(form).get_fields() or {}
    says = {one.blank: str(fields[one.name].get("/V", "")) for one in blank.asked if not one.state}

    assert says["claim.amount"].replace(",", "") == "4800.00"
    assert says["secured.secured_part"].replace(",", "") == "1800.00"
    assert says["secured.unsecured_part"].replace(",", "") == "3000.00"
    assert says["signature"] == says["date"] == ""


def log(*words: str) -> str:
    """Return what `kit log` answers, refused or not."""
    return CliRunner().invoke(main, ["log", "acme", *words, "--as-of", "2026-10-21"]).output


def entries() -> dict[str, int]:
    """Return the newest entry of each document that was made."""
    said = yaml.safe_load_all(Path("acme/journal.yaml").read_text("utf-8"))
    made = (one for one in said if one and one.get("event") == "made")
    return {one["document"].rsplit("/", 1)[-1]: one["n"] for one in made}


@pytest.mark.usefixtures("blank")
def test_never_a_sheet_and_a_form(monkeypatch):
    """Once the form is filled the sheet of before is not to be sent, and a sheet made later takes the form's place."""
    claimed()
    first = entries()
    kit("forms", "map", "b410.pdf", "--form", "us/b410", "--confirm")
    told = kit("claim", "acme", "--as-of", "2026-10-20")
    second = entries()

    assert f"Do not send {ATTACHMENT}" in told
    assert SHEET in told[told.index("Do not send") :]
    assert "superseded" in log("sent", "--made", str(first["proof-of-claim"]))
    assert "no paper of `proof-of-claim`" in log("sent", "--document", "proof-of-claim")

    monkeypatch.setenv(store.ENVIRONMENT, str(Path("elsewhere").absolute()))
    after = claimed()
    third = entries()

    assert not after["form"]
    assert any("form" in file for file in after["not_to_be_sent"])
    assert third["proof-of-claim"] > third["claim-attachment"] > second["claim-attachment"]
    assert "superseded" in log("sent", "--made", str(second["claim-attachment"]))
    assert "sent proof-of-claim" in log("sent", "--document", "proof-of-claim")


@pytest.mark.usefixtures("blank")
def test_the_form_as_filed():
    """The form goes out as the entry of its attachment, once; the sheet of before stays barred."""
    claimed()
    sheet = entries()["proof-of-claim"]
    kit("forms", "map", "b410.pdf", "--form", "us/b410", "--confirm")
    claimed()

    assert "sent claim-attachment" in log("sent", "--document", "claim-attachment")
    assert "goes out twice" in log("sent", "--document", "claim-attachment")
    assert "superseded" in log("sent", "--made", str(sheet))


@pytest.mark.usefixtures("blank")
def test_a_claim_that_went_out_is_recorded_before_the_next():
    """Until its filing is recorded no second claim is made, since that would not say what it amends; then one does."""
    claimed()
    log("checked", "--step", "stop-list")
    log("sent", "--document", "proof-of-claim")
    words = ("claim", "acme", "--as-of", "2026-10-22")
    refused = CliRunner().invoke(main, words)
    told = CliRunner().invoke(main, ["next", "acme", "--as-of", "2026-10-22"]).output

    assert refused.exit_code == 1
    assert "K791" in refused.output
    assert "record its filing" in " ".join(told.split())
    log("bankruptcy", "--claim-on", "2026-10-21", "--claim-number", "14")
    file = Path("acme/case.yaml")
    file.write_text(file.read_text("utf-8").replace("unit_price: 4800.00", "unit_price: 4900.00"), "utf-8")
    assert "K791" not in kit(*words)
    text = "".join(page.extract_text() for page in PdfReader("acme/out/2026-10-22-proof-of-claim.pdf").pages)
    assert "Amends a claim filed before yes: claim 14, filed on October 21, 2026" in " ".join(text.split())

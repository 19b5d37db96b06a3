"""`kit claim`: the papers of a claim in bankruptcy, and what the command says where there can be none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from kit.cli import main

LAWS = Path(__file__).parents[1] / "fixtures" / "jurisdictions"
CREDITOR = """\
creditor:
  name: Alder & Finch LLC
  kind: llc
  address: {street: 1 Main St, city: Overton, county: Lee, state: XF, zip: 02135}
  signer: {name: Jordan Finch, title: Member}
"""
CASE = """\
format: 1
forum: us-xf
debtor:
  name: Late Paper Supply Inc.
  kind: corporation
  address: {street: 90 Quay St, city: Springdale, county: Lee, state: XF, zip: 02139}
work: {kind: services, text: a catalogue}
purpose: business
agreement: {kind: written, signed_on: 2026-05-01, net_days: 30, governing_law: us-xf}
invoices:
  - {id: INV-1, issued_on: 2026-06-02, lines: [{text: laid paper, unit_price: 4800.00}]}
exhibits:
  - {id: agreement, kind: contract, file: agreement.txt, title: Catalogue agreement, on: 2026-05-01}
"""
PETITION = """\
bankruptcy:
  petition_on: 2026-10-12
  chapter: 7
  district: District of Franklin
  number: 26-11334
  bar_date: 2026-12-21
"""
EARLY = PETITION.replace("2026-10-12", "2026-04-01")
PAID = "payments: [{id: P-1, on: 2026-07-01, amount: 4800.00, method: check}]\n"
GOODS = CASE.replace("kind: services", "kind: goods").replace("2026-06-02,", "2026-10-01, delivered_on: 2026-10-01,")
SETOFF = "setoffs: [{id: S-1, text: Two pallets came back, amount: 200.00}]\n"
SECURED = PETITION + "  security: {text: a lien on the press, perfected: yes, perfected_how: filed 2026-05-02}\n"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Return a function that runs `kit claim` on a case of that text."""
    (tmp_path / "acme").mkdir()
    (tmp_path / "kit.yaml").write_text(f"jurisdictions: {json.dumps(str(LAWS))}\n", encoding="utf-8")
    (tmp_path / "acme" / "agreement.txt").write_text("Catalogue agreement of May 1, 2026.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def command(text, words="", *, code=0):
        Path("acme/case.yaml").write_text(text, encoding="utf-8")
        result = CliRunner().invoke(main, ["claim", "acme", "--as-of", "2026-10-20", *words.split()])
        assert result.exit_code == code, result.output
        assert "Traceback" not in result.output
        return result.output

    return command


def pages(name):
    """Return the text of a PDF that was made, in one line."""
    text = "\n".join(page.extract_text() for page in PdfReader(f"acme/out/2026-10-20-{name}.pdf").pages)
    return " ".join(text.split())


def test_everything_for_one_claim(run):
    """One command makes the sheet, the answers, the check list, the statement and the attachment."""
    told = run(CASE + CREDITOR + PETITION)

    for name in ("proof-of-claim", "claim-answers", "claim-mailing", "itemised-statement", "claim-attachment"):
        assert Path(f"acme/out/2026-10-20-{name}.pdf").is_file(), told
    assert "$4,800.00" in pages("proof-of-claim")
    assert "Exhibit A (Catalogue agreement)" in pages("proof-of-claim")
    assert "Catalogue agreement of May 1, 2026." in pages("claim-attachment")


def test_again_makes_nothing_new(run):
    """The same facts make nothing new."""
    run(CASE + CREDITOR + PETITION)
    before = sorted(Path("acme/out").iterdir())
    told = run(CASE + CREDITOR + PETITION)

    assert sorted(Path("acme/out").iterdir()) == before
    assert "nothing new" in told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (CASE + CREDITOR, "no bankruptcy of Late Paper Supply Inc. is on record"),
        (CASE + CREDITOR + PETITION.replace("2026-10-12", "2026-10-30"), "is on record on 2026-10-20"),
        (CASE + CREDITOR + EARLY, "K730"),
        (CASE + CREDITOR + PETITION + PAID, "nothing was owed on 2026-10-12"),
        (CASE + PETITION, "creditor"),
        ("currency: EUR\n" + CASE + CREDITOR + PETITION, "K731"),
        (CASE + CREDITOR + SECURED, "K739"),
    ],
    ids=["no-petition", "later", "before-the-agreement", "nothing-owed", "creditor", "euro", "no-value"],
)
def test_no_claim_and_why(run, text, said):
    """Where there can be no claim, one sentence says why, and nothing is made."""
    assert said in run(text, code=1)
    assert not list(Path("acme").glob("out/*"))


def test_a_broken_exhibit(run):
    """A file that is not what its name says is named with its line, and nothing is made."""
    Path("acme/agreement.pdf").write_bytes(b"%PDF-1.7\nbroken")
    told = run((CASE + CREDITOR + PETITION).replace("agreement.txt", "agreement.pdf"), code=1)

    assert "agreement.pdf" in told
    assert "case.yaml:" in told
    assert not list(Path("acme").glob("out/*"))


def test_private_data_is_blacked_out(run):
    """A social security number on an exhibit is not in what is filed."""
    Path("acme/agreement.txt").write_text("SSN 219-09-9999 of Pat Moss, agreed.\n", encoding="utf-8")
    run(CASE + CREDITOR + PETITION)

    assert "219-09-9999" not in pages("claim-attachment")


def test_the_writing_is_missed(run):
    """Where a written agreement is not attached, that is said before the claim is filed."""
    text = CASE[: CASE.index("exhibits:")] + CREDITOR + PETITION

    assert "K750" in run(text)
    assert "K750" not in run(CASE + CREDITOR + PETITION)


LATER = "  - {id: INV-2, issued_on: 2026-10-14, delivered_on: 2026-10-14, lines: [{text: labels, unit_price: 90.00}]}"
SCAN = "  - {id: bill, kind: invoice, file: agreement.txt, title: Invoice as sent, on: 2026-06-02%s}"


def test_invoices_of_after_the_petition_are_no_enclosures(run):
    """What is not claimed is neither bound into the attachment nor asked for by the check list."""
    listed = "\n".join([SCAN % ", invoice: INV-1", (SCAN % ", invoice: INV-2").replace("id: bill", "id: later")])
    text = CASE.replace("exhibits:", f"{LATER}\nexhibits:\n{listed}")
    told = run(text + CREDITOR + PETITION)
    first = pages("claim-mailing")

    assert "K751" not in told
    assert first.count("Invoice as sent") == 1
    assert pages("proof-of-claim").count("Invoice as sent") == 1
    assert "INV-2" not in first


@pytest.mark.parametrize(
    ("listed", "missing"),
    [
        ("", True),
        (SCAN % "", False),
        (SCAN % ", invoice: INV-1", False),
        (SCAN.replace("as sent", "INV-1") % "", False),
    ],
    ids=["none", "of-no-number", "by-number", "by-title"],
)
def test_a_copy_of_each_invoice_is_asked_for(run, listed, missing):
    """An invoice claimed and not attached is named; no paper of the kit can make it any more."""
    told = run(CASE.replace("exhibits:", f"exhibits:\n{listed}" if listed else "exhibits:") + CREDITOR + PETITION)

    assert ("K751" in told) is missing
    assert ("no copy of INV-1 is attached" in told) is missing
    assert ("A copy of invoice INV-1 as sent, which is not in the attachment yet" in pages("claim-mailing")) is missing


def test_an_invoice_made_before_is_attached(run):
    """The invoice that the kit made before the petition is bound in, sent or not: the newest of several."""
    Path("acme/case.yaml").write_text(CASE + CREDITOR, encoding="utf-8")
    for on in ("2026-06-02", "2026-06-03"):
        made = CliRunner().invoke(main, ["invoice", "acme", "--as-of", on])
        assert made.exit_code == 0, made.output
    told = run(CASE + CREDITOR + PETITION)

    assert "K751" not in told
    assert "Exhibit B (Invoice INV-1)" in pages("proof-of-claim")
    assert "laid paper" in pages("claim-attachment")
    assert "Copies of what proves it, in the attachment: Invoice INV-1." in pages("claim-mailing")


def test_items_agree(run):
    """With a lien, the parts of item 9 add up to item 7."""
    run(CASE + CREDITOR + SECURED.replace("perfected: yes", "value: 1800.00, perfected: yes"))
    said = pages("proof-of-claim")

    assert "Value of the property $1,800.00" in said
    assert "Secured part of the claim $1,800.00" in said
    assert "Unsecured part of the claim $3,000.00" in said


def test_money_in_hand(run):
    """Money of the debtor in hand stands at items 9 and 11, and the parts still add up to item 7."""
    Path("acme/case.yaml").write_text(CASE + CREDITOR, encoding="utf-8")
    wrong = CliRunner().invoke(main, "log acme disputed --invoice INV-1 --on 2026-07-10 --as-of 2026-10-19".split())
    assert wrong.exit_code == 0, wrong.output
    paid = "payments: [{id: P-1, on: 2026-08-20, amount: 300.00, method: check}]\n"
    told = run(CASE + CREDITOR + PETITION + paid)
    said = pages("proof-of-claim")

    assert "K737" in told
    assert "Secured part of the claim $300.00" in said
    assert "Unsecured part of the claim $4,500.00" in said
    assert said.count("Money of the debtor that the creditor holds") == 2


OLD = "  - {id: INV-0, issued_on: 2026-07-02, delivered_on: 2026-07-01, lines: [{text: board, unit_price: 700.00}]}"


def test_goods_beside_other_debts_are_claimed_to_be_safe(run):
    """What a request asks for too is in the claim as general; every paper says which part, and once only."""
    told = run(GOODS.replace("exhibits:", f"{OLD}\nexhibits:") + CREDITOR + PETITION)
    asked = "$4,800.00 of it is also for a request (11 U.S.C. § 503(b)(9)), to be paid once only"

    assert "K790" in told
    assert "The form claims them as general, to be paid once only" in told
    for name in ("proof-of-claim", "claim-answers"):
        assert "Amount on the day of the petition $5,500.00" in pages(name)
        assert asked in pages(name)
        assert "Entitled to priority, 11 U.S.C. § 507(a) no" in pages(name)
    said = pages("itemised-statement")
    assert "Claim on October 12, 2026 $5,500.00" in said
    assert "Of this, $4,800.00 is for goods received from September 22, 2026 through October 11, 2026" in said
    assert "It is to be paid once only." in said
    assert "$5,500.00" in pages("claim-attachment")
    assert "4,800.00" in pages("administrative-data")
    assert "It is to be paid once only." in pages("administrative-data")
    run(GOODS.replace("exhibits:", f"{OLD}\nexhibits:") + CREDITOR + PETITION, "--paper worth")
    assert "11 U.S.C. §§ 503(b), 507(a)(2) $4,800.00" in pages("claim-worth")
    assert "11 U.S.C. § 726(a)(2) $700.00" in pages("claim-worth")


def test_goods_alone_make_a_protective_claim(run):
    """Where all that is owed is goods of the last days, the claim is made for it, says so, and comes with the data."""
    told = run(GOODS + CREDITOR + PETITION)
    said = pages("proof-of-claim")

    assert "K770" in told
    assert "Amount on the day of the petition $4,800.00" in said
    assert "all of it is also for a request (11 U.S.C. § 503(b)(9)), to be paid once only" in said
    assert "Entitled to priority, 11 U.S.C. § 507(a) no" in said
    assert "Claim on October 12, 2026 $4,800.00" in pages("itemised-statement")
    assert "All of this is for goods received" in pages("itemised-statement")
    assert "$4,800.00" in pages("administrative-data")
    assert "in the amount as a general claim, in case the request is refused" in pages("claim-answers")


def test_goods_on_the_form_by_order(run):
    """Where the court's order takes such goods on the form they stand at item 12, and no request is made beside it."""
    told = run(GOODS + CREDITOR + PETITION + "  goods_on_form: yes\n")
    said = pages("proof-of-claim")

    assert "K771" in told
    assert "Of it other, (a)(2) $4,800.00" in said
    assert not Path("acme/out/2026-10-20-administrative-data.pdf").exists()


def test_debts_of_the_gap_alone(run):
    """A claim of nothing but debts between creditors' petition and the order for relief has its sum and its rank."""
    gap = CASE.replace("2026-06-02,", "2026-10-14, delivered_on: 2026-10-14,")
    filed = PETITION.replace("bar_date: 2026-12-21", "involuntary: yes\n  order_for_relief_on: 2026-10-18")
    told = run(gap + CREDITOR + filed)
    said = pages("proof-of-claim")

    assert "K744" in told
    assert "Amount on the day of the petition $4,800.00" in said
    assert "Of it other, (a)(3) $4,800.00" in said
    assert "INV-1 Nov 13, 2026 4,800.00 0.00 0.00 4,800.00 4,800.00" in pages("itemised-statement")
    assert "claimed as if it had been owed on the day of the petition" in pages("itemised-statement")
    assert "general unsecured" not in pages("claim-answers")


@pytest.mark.usefixtures("run")
def test_a_value_nobody_knows_may_be_left_open():
    """The value of a lien is the user's to judge: with a reason the claim is made and the parts stay open."""
    Path("acme/case.yaml").write_text(CASE + CREDITOR + SECURED, encoding="utf-8")
    words = [
        "claim",
        "acme",
        "--as-of",
        "2026-10-20",
        "--override",
        "K739",
        "--because",
        "the press is with a third party",
    ]
    result = CliRunner().invoke(main, words)

    assert result.exit_code == 0, result.output
    assert "Secured part of the claim ____" in pages("proof-of-claim")


@pytest.mark.parametrize(
    ("text", "code"),
    [(CASE + CREDITOR + PETITION + PAID, "K730"), ("currency: EUR\n" + CASE + CREDITOR + PETITION, "K731")],
    ids=["nothing-owed", "euro"],
)
def test_a_fact_is_not_overridden(run, text, code):
    """No reason makes a debt of nothing, or dollars of euros."""
    assert f"{code} cannot be overridden" in run(text, f"--override {code} --because sure", code=1)


def test_what_the_debtor_sets_off_is_for_the_signer(run):
    """Where the debtor says that something is owed in turn, item 11 is left open and a note says so."""
    told = run(CASE + CREDITOR + PETITION + SETOFF)

    assert "K746" in told
    assert "Subject to a right of setoff no" not in pages("proof-of-claim")


def test_for_programs(run):
    """As JSON: the files, whether the form was filled, and what was found."""
    data = json.loads(run(CASE + CREDITOR + PETITION, "--format json"))

    assert data["form"] is False
    assert all(Path(file).is_file() for file in data["files"])
    assert "K552" in {one["code"] for one in data["findings"]}


@pytest.mark.parametrize(
    ("text", "paper", "file", "word"),
    [
        (GOODS, "goods", "administrative-data", "$4,800.00"),
        (CASE, "preference", "preference-report", "nothing can be asked back"),
        (CASE, "worth", "claim-worth", "General unsecured claims filed in time"),
        (CASE, "notices", "notice-request", "26-11334"),
        (CASE, "lost", "writing-lost", "writing"),
    ],
)
def test_papers_beside_the_claim(run, text, paper, file, word):
    """Each paper beside the claim is one command."""
    run(text + CREDITOR + PETITION, f"--paper {paper}")

    assert word in pages(file)


def test_no_goods_to_ask_for(run):
    """Without goods of the last days the data sheet is refused with the days."""
    assert "no unpaid goods reached the debtor from" in run(CASE + CREDITOR + PETITION, "--paper goods", code=1)


def test_the_law_is_on_record(run):
    """The record of the claim names the amounts of its ranks with their law."""
    run(CASE + CREDITOR + PETITION)
    record = Path("acme/out/2026-10-20-itemised-statement.record.yaml").read_text("utf-8")

    assert "rule: priority_amounts" in record


GUARANTORS = """\
guarantors:
  - {name: Robin Vale, kind: individual, address: {street: 4 Elm St, city: Springdale, state: XF, zip: 02139}}
  - {name: Kim Holdings LLC, kind: llc, address: {street: 8 Elm St, city: Springdale, state: XF, zip: 02139}}
  - {name: Lee Moss, kind: individual, petition_on: 2026-09-01}
"""


def test_each_guarantor_gets_a_letter_of_its_own(run):
    """One command writes to everybody who guaranteed and did not file; again it makes nothing new."""
    told = run(CASE + CREDITOR + PETITION + GUARANTORS, "--paper guarantor")

    assert "Dear Robin Vale:" in pages("guarantor-demand-Robin-Vale")
    assert "To Kim Holdings LLC:" in pages("guarantor-demand-Kim-Holdings-LLC")
    assert not list(Path("acme/out").glob("*Lee-Moss*"))
    assert told.count("Letter to a guarantor:") == 2
    again = run(CASE + CREDITOR + PETITION + GUARANTORS, "--paper guarantor --format json")
    assert [one["new"] for one in json.loads(again)] == [False, False]


def test_one_guarantor_by_name(run):
    """The one named gets a letter and nobody else; one who filed gets none, and the option has its place."""
    run(CASE + CREDITOR + PETITION + GUARANTORS.replace("Robin Vale", "Robin"), "--paper guarantor --guarantor robin")
    assert [file.name for file in Path("acme/out").glob("*.pdf")] == ["2026-10-20-guarantor-demand-Robin.pdf"]

    filed = GUARANTORS.replace("Lee Moss", "Lee")
    assert "K713" in run(CASE + CREDITOR + PETITION + filed, "--paper guarantor --guarantor Lee", code=1)
    assert "--guarantor goes with" in run(CASE + CREDITOR + PETITION, "--guarantor Lee", code=2)


def test_a_later_petition_holds_the_letter_back(run):
    """A letter made and not sent is not to be sent once the guarantor filed too."""
    run(CASE + CREDITOR + PETITION + GUARANTORS, "--paper guarantor")
    filed = GUARANTORS.replace("name: Robin Vale,", "name: Robin Vale, petition_on: 2026-10-19,")
    Path("acme/case.yaml").write_text(CASE + CREDITOR + PETITION + filed, encoding="utf-8")

    def log(made):
        words = ["log", "acme", "sent", "--made", made, "--as-of", "2026-10-20"]
        return CliRunner().invoke(main, words).output

    assert "is not to be sent" in log("1")
    assert "sent guarantor-demand" in log("2")


@pytest.mark.parametrize(
    ("text", "paper", "said"),
    [
        (GOODS, "reclamation", "asks for goods, not for payment"),
        (GOODS, "new-terms", "Each order is paid in full before we deliver"),
        (CASE, "new-terms", "Each order is paid in full before we begin"),
    ],
)
def test_letters_that_a_stay_allows(run, text, paper, said):
    """A demand for goods and new terms may go to a debtor in bankruptcy; each says what it does not ask."""
    told = run(text + CREDITOR + PETITION, f"--paper {paper}")

    assert "K700" not in told
    assert said in pages("reclamation-demand" if paper == "reclamation" else paper)


def test_what_comes_next_names_them(run):
    """After the stop list `kit next` says which of these letters apply, as the case is typed."""
    run(GOODS + CREDITOR + PETITION.replace("chapter: 7", "chapter: 11") + GUARANTORS, "--paper worth")
    for words in (["log", "acme", "checked", "--step", "stop-list"], ["next", "acme"]):
        told = CliRunner().invoke(main, [*words, "--as-of", "2026-10-20"]).output

    for paper in ("reclamation", "guarantor", "new-terms"):
        assert f"`kit claim acme --paper {paper}`" in " ".join(told.split())

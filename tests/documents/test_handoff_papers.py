"""What the papers of a hand-off say, to whom, and what they keep to themselves; and the placement file cell by cell."""

from __future__ import annotations

import csv
import io
import re
from datetime import date

import pytest
from every_paper import CASES
from handoff_cases import AGENCY, AWAY, DEALS, FACTOR
from paper_cases import CREDITOR, DEBTOR, FOUR, HOSTILE, PAID, PERSON, VARIANTS, Variant, facts_of, merged
from paper_text import text

from kit.checks.handoff import amount_of
from kit.documents.contexts.handoff_copies import copies_of
from kit.documents.contexts.request import Request
from kit.documents.draft import draft
from kit.documents.placement_data import COLUMNS, OWN, PUBLISHED, placement_csv, rows
from kit.findings import KitError
from kit.load.document_files import find_template
from kit.model.document_ids import (
    ASSIGNMENT_NOTICE,
    ASSIGNMENT_PROOF,
    COLLECTION_AUTHORITY,
    PLACEMENT,
    PLACEMENT_NOTICE,
    REASSIGNMENT_NOTICE,
    RECALL,
    REDIRECTION,
    REFERRAL_MEMO,
    SALE_SCHEDULE,
)
from kit.model.handoff import HandoffTerms

EVERY = {**VARIANTS, **CASES, **AWAY}


def said(variant, document, deal=None):
    """Return the words of a paper, a paragraph or a row a line."""
    facts = facts_of(EVERY[variant] if isinstance(variant, str) else variant)
    terms = DEALS[deal] if isinstance(deal, str) else deal
    return text(draft(facts, Request(document, deal=terms), find_template(document, None)).docx)


def test_the_memo_is_for_a_lawyer_to_write_from():
    """Facts with their copies, what the debtor says, promises and insolvency; the wish as it was typed."""
    wish = DEALS["attorney"].model_copy(update={"wish": "a letter first, then suit"})
    memo = said("promise-broken", REFERRAL_MEMO, wish)

    assert "A letter first, then suit." in memo
    assert "Sol Marsh, Marsh & Kane LLP" in memo
    assert "the debtor promised to pay $2,000.00 by September 18, 2026" in memo
    assert "Your fixed fee, as quoted to us: $350.00." in memo
    assert "We had no money. | They said this on September 2, 2026; it does not deny the bill." in memo
    assert "INV-104 | Jul 31, 2030 | from the due date, Jul 31, 2026" in memo
    assert "Nothing is on record, of the debtor or a guarantor; no register was searched for this." in memo


def test_the_memo_names_the_petition_and_the_judgment():
    """Neither keeps a case from a lawyer; both stand in the memo."""
    assert "filed for bankruptcy on October 12, 2026, chapter 7, case 26-11334" in said(
        "bankrupt", REFERRAL_MEMO, "attorney"
    )
    judged = said("judged", REFERRAL_MEMO, "attorney")
    assert "is owed on it" in judged
    assert "The account" not in judged


def test_an_agency_is_told_the_share_and_its_limits():
    """The share is the creditor's cost; no suit, discount or credit report without the creditor's word."""
    form, granted = (said("one-of-four-disputed", each, "agency") for each in (PLACEMENT, COLLECTION_AUTHORITY))

    assert "INV-102 is disputed since September 2, 2026." in form
    assert "Your commission is our cost and not the debtor’s." in form
    assert "Our number with you | QR-5512" in form
    assert "Agency earns 25% of what is paid on these accounts while it has them, and nothing otherwise." in granted
    assert "The accounts, and what they bring, stay Creditor’s." in granted
    assert "Assignment for collection" in said("plain", COLLECTION_AUTHORITY, "agency-title")


def test_a_consumer_debt_brings_its_safeguards():
    """The day to itemize from, refused ways, expired debts; none of it for a business."""
    consumer, business = (said(name, PLACEMENT, "agency") for name in ("consumer", "plain"))

    for words in ("A consumer debt", "12 CFR 1006.34(b)(3)", "12 CFR 1006.26(b)", "active military service"):
        assert words in consumer
        assert words not in business
    assert "This is a consumer debt." in said("consumer", COLLECTION_AUTHORITY, "agency")


def test_ways_that_were_refused_are_told():
    """Agreed, refused, not asked: each way with what the file says of it."""
    contact = {**DEBTOR["contacts"][0], "accepts": ["email"]}
    debtor = {**DEBTOR, "contacts": [contact], "no_contact": {"on": "2026-09-03", "channels": ["phone"]}}
    form = said(Variant({"debtor": debtor}), PLACEMENT, "agency")

    assert "Telephone | refused | asked on Sep 3, 2026 not to be contacted this way" in form
    assert "Email | agreed | Pat Moss" in form
    assert "Text message | not asked | nothing on record" in form
    assert "Mail | to the lawyer only | Kim Song speaks for the debtor" in said("lawyer", PLACEMENT, "agency")


def test_the_schedule_shows_the_price_and_every_promise():
    """Advance, fee by period, recourse in words; a promise that is not so stands there as not so."""
    sheet = said("one-of-four-disputed", SALE_SCHEDULE, "factor")

    assert "The debtor disputes nothing of them. | NOT SO | INV-102 since Sep 2, 2026." in sheet
    assert "Paid at once, 75% | $6,559.31" in sheet
    assert "30 days | 174.92 | 2,011.52 | 8,570.83" in sheet
    assert "claim_pledged_to" not in sheet
    bare = said("plain", SALE_SCHEDULE, "factor-bare")
    assert "Whether Buyer may give an unpaid invoice back is not said here." in bare
    none = DEALS["factor"].model_copy(update={"recourse": False, "recourse_days": None})
    assert "Without recourse: if the debtor cannot pay, the loss is Buyer’s." in said("plain", SALE_SCHEDULE, none)


def test_the_debtor_is_told_whom_to_pay_and_from_when():
    """Which invoices, where, from when, proof on request, and what was not assigned."""
    notice = said("sold-in-part", ASSIGNMENT_NOTICE)

    assert "Please pay Harbor Factors LLC from now on: 2 invoices assigned" in notice
    assert "From the day you receive this letter, please pay the whole of each of them to:" in notice
    assert (
        "only a payment there discharges you; a payment to us does not (Franklin Code §\N{NO-BREAK SPACE}35-9-406)"
        in notice
    )
    assert "If you ask, you may pay us until you have it." in notice
    assert "Invoices INV-101 and INV-103 were not assigned: please pay them to us as before." in notice
    assert "(UCC 9-406)" in said("court-no-law", ASSIGNMENT_NOTICE, "factor")
    placed = said("with-an-agency", PLACEMENT_NOTICE)
    assert "We have asked Quay Recovery Inc. to act for us in invoices INV-102, INV-103, and INV-104." in placed
    assert "25%" not in placed


def test_a_notice_without_a_place_to_pay_is_not_made():
    """Who is told to pay somebody else is told where."""
    terms = HandoffTerms.model_validate({"to": "factor", "who": "Harbor", "title": "sale"})
    with pytest.raises(KitError, match="where is the debtor to pay"):
        said("plain", ASSIGNMENT_NOTICE, terms)
    with pytest.raises(KitError, match="only placed"):
        said("plain", ASSIGNMENT_NOTICE, "agency") if DEALS["agency"].sold else said(
            "with-an-agency", ASSIGNMENT_NOTICE
        )


def test_a_recall_a_proof_and_a_record_speak_of_the_hand_off_on_record():
    """Each names the taker, the day and the sums of what is away."""
    recall = said("with-an-agency", RECALL)
    assert "since October 20, 2026, under your number QR-5512" in recall
    assert "assign the account back" not in recall
    assert "assign the account back" in said("assigned-to-collect", RECALL)
    assert "protects our rights" in said("with-a-lawyer", RECALL)
    proof = said("sold-in-part", ASSIGNMENT_PROOF)
    assert "On October 20, 2026, Alder & Finch LLC sold and assigned to Harbor Factors LLC" in proof
    assert "INV-103" not in proof
    record = said("sold", REDIRECTION)
    assert "P-3 | Oct 30, 2026 | 900.00 | 900.00 | 900.00 on Nov 2, 2026 | 0.00" in record
    assert "$150.00 is still to be passed on." in record


def test_copies_go_without_talks_of_settlement():
    """What was said to settle goes to nobody but in the lawyer's memo; an agency gets proof, not letters."""
    exhibits = [
        {"id": "deal", "file": "deal.txt", "title": "Offer", "kind": "settlement"},
        {"id": "agreement", "file": "a.txt", "title": "Agreement", "kind": "contract"},
        {"id": "mail", "file": "m.txt", "title": "Mail", "kind": "email"},
    ]
    facts = facts_of(Variant({"exhibits": exhibits}))

    assert [one.id for one in copies_of(facts, DEALS["attorney"])] == ["agreement", "mail"]
    assert [one.id for one in copies_of(facts, DEALS["agency"])] == ["agreement"]


DAY, CENTS = r"(\d{4}-\d\d-\d\d)?", r"-?\d+"
LAYOUT = {  # heading: the form of each value, as the layout has it
    "AccountRef": r".+/.+", "StatementOfWorkID": r".*", "DueDate": DAY[:-1], "ChargeOffDate": r"",
    "DateOfLastPaymentReceived": DAY, "OutOfStatuteDate": DAY, "DelinquencyDate": DAY, "Balance": r"[1-9]\d*",
    "CustomerRef": r".+", "FullName": r".+", "Emails": r"(\S+@\S+(;\S+@\S+)*)?", "Phones": r"[^+]*",
    "AddressLine1": r".*", "AddressLine2": r".*", "City": r".*", "State": r"([A-Z]{2})?", "Postcode": r".*",
    "Description": r".+", "OriginatingCreditorLegalName": r".+", "CurrentCreditorLegalName": r".+",
    "ItemizationDateCreditor": r".+", "MerchantName": r".+",
    "ItemizationDate": DAY[:-1], "ItemizationBalance": CENTS, "ItemizationBilled": CENTS, "ItemizationInterest": CENTS,
    "ItemizationFees": CENTS, "ItemizationCosts": CENTS, "ItemizationPayments": CENTS, "ItemizationCredits": CENTS,
    "PlacedTotal": r"\d+", "DisputedBalance": r"\d+", "DebtKind": r"business|consumer", "LawyerName": r".*",
    "NoContactBy": r"(all|mail|phone|email|text|portal|hand)?(;\w+)*", "Currency": r"[A-Z]{3}",
}  # fmt: skip


def file_of(facts, terms):
    """Return the file as a program reads it."""
    data = placement_csv(facts, terms)
    assert not data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))


def test_the_layout_is_the_published_one_with_ours_behind():
    """No heading is missing, none stands twice, and the published ones come first."""
    assert tuple(LAYOUT) == COLUMNS == (*PUBLISHED, *OWN)
    assert len(set(COLUMNS)) == len(COLUMNS)


@pytest.mark.parametrize("name", sorted(EVERY))
def test_every_row_has_the_form_of_the_layout(name):
    """In every case: each cell in its form, and the balances add up to the whole and to the itemization."""
    facts = facts_of(EVERY[name])
    if facts.ledger.judgment or not facts.case.invoices:
        return
    found = file_of(facts, DEALS["agency"])
    for row in found:
        assert {key: value for key, value in row.items() if not re.fullmatch(LAYOUT[key], value)} == {}
    coins = 1 if facts.case.currency == "JPY" else 100
    assert sum(int(row["Balance"]) for row in found) == amount_of(facts, DEALS["agency"]) * coins
    for row in found:
        added = sum(int(row[f"Itemization{part}"]) for part in ("Balance", "Billed", "Interest", "Fees", "Costs"))
        assert added - int(row["ItemizationPayments"]) - int(row["ItemizationCredits"]) == int(row["PlacedTotal"])
    assert len({row["AccountRef"] for row in found}) == len(found)


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\N{FULLWIDTH EQUALS SIGN}"])
def test_no_cell_computes(sign):
    """A name, an address, a work that begins as a formula does is marked as text."""
    evil = f'{sign}HYPERLINK("http://x.example","y"),1'
    change = {
        "creditor": {**CREDITOR, "name": evil},
        "debtor": {**DEBTOR, "name": evil, "address": {**DEBTOR["address"], "street": evil, "city": evil}},
        "work": {"kind": "services", "text": evil},
        "invoices": [{**FOUR[0], "id": "INV-101"}],
    }
    row = file_of(facts_of(Variant(change)), DEALS["agency"])[0]

    assert [key for key, value in row.items() if value.startswith(("=", "+", "@", sign))] == []
    assert row["FullName"] == row["Description"] == row["City"] == f"'{evil}"


def test_hostile_names_stay_in_their_cells():
    """Quotes, commas and markup change no column."""
    row = file_of(facts_of(VARIANTS["hostile-names"]), DEALS["agency"])[0]
    assert row["FullName"].strip("'") == HOSTILE


def test_a_person_is_not_named_by_the_reference():
    """The reference of a person tells nobody who it is; a telephone number has no plus sign."""
    change = merged(PERSON, {"debtor": {"phone": "+1 555 010 0172", "email": "jo@reed.example"}})
    row = next(rows(facts_of(Variant(change)), DEALS["agency"]))

    assert re.fullmatch(r"C-[0-9A-F]{8}", row["CustomerRef"])
    assert (row["Phones"], row["Emails"]) == ("1 555 010 0172", "jo@reed.example")


def test_refused_ways_are_left_empty():
    """Whoever asked not to be called is not handed over with a number; with a lawyer, nothing but the lawyer is."""
    debtor = {**DEBTOR, "phone": "555-010-0172", "no_contact": {"on": "2026-09-03", "channels": ["phone"]}}
    row = next(rows(facts_of(Variant({"debtor": debtor})), DEALS["agency"]))
    assert (row["Phones"], row["NoContactBy"], row["Emails"]) == ("", "phone", "pat@latepaper.example")
    row = next(rows(facts_of(VARIANTS["lawyer"]), DEALS["agency"]))
    assert (row["Emails"], row["Phones"], row["AddressLine1"], row["LawyerName"]) == ("", "", "", "Kim Song")


def test_the_days_are_those_of_each_invoice():
    """Due, late since, last paid and out of time; a paid invoice has no row."""
    found = list(rows(facts_of(Variant({"invoices": FOUR, "payments": PAID})), HandoffTerms.model_validate(AGENCY)))
    days = [
        tuple(
            row[key]
            for key in ("AccountRef", "DueDate", "DelinquencyDate", "DateOfLastPaymentReceived", "OutOfStatuteDate")
        )
        for row in found
    ]

    assert days == [
        ("case/INV-102", "2026-07-01", "2026-07-02", "2026-08-10", "2030-07-01"),
        ("case/INV-103", "2026-07-31", "2026-08-01", "", "2030-07-31"),
        ("case/INV-104", "2026-08-31", "2026-09-01", "", "2030-08-31"),
    ]
    assert found[0]["ItemizationDate"] == date(2026, 8, 10).isoformat()


def test_a_part_is_placed_without_the_rest():
    """Only the invoices named are in the file, and the charges of the account stay behind."""
    terms = HandoffTerms.model_validate({**AGENCY, "invoices": ["INV-103"]})
    found = list(rows(facts_of(Variant({"invoices": FOUR, "payments": PAID})), terms))
    assert [(row["AccountRef"], row["Balance"], row["PlacedTotal"]) for row in found] == [
        ("case/INV-103", "31025", "31025")
    ]


def test_a_sale_of_a_part_names_what_stays():
    """The schedule lists what is not sold."""
    terms = HandoffTerms.model_validate({**FACTOR, "invoices": ["INV-103"]})
    assert "Not sold, and still Seller’s: INV-102 and INV-104." in said(
        Variant({"invoices": FOUR, "payments": PAID}), SALE_SCHEDULE, terms
    )


def test_a_memo_on_a_part_says_which():
    """The account is told whole, and the claim is what goes; interest by law stands beside it."""
    terms = HandoffTerms.model_validate({"to": "attorney", "who": "Marsh", "invoices": ["INV-103"]})
    memo = said(Variant({"invoices": FOUR}), REFERRAL_MEMO, terms)

    assert "Claim | $310.25 against Late Paper Supply Inc." in memo
    assert "Only on | INV-103" in memo
    assert "Interest by law, beside it | $" in memo


def test_the_memo_speaks_to_the_lawyer_and_of_nobody_as_plaintiff_before_a_suit():
    """What a hearing sheet tells the client to do is no sentence to a lawyer; who drafted is said where it is known."""
    variants = ["plain", Variant({"invoices": [{**FOUR[0], "delivered_on": None}]}), "judged", "lawyer"]
    for one in variants:
        memo = said(one, REFERRAL_MEMO, "attorney")
        for words in ("bring one", "bring it", "ask for day", "say when you", "before the hearing"):
            assert words not in memo
    memo = said("plain", REFERRAL_MEMO, "attorney")
    assert "Plaintiff" not in memo
    assert "The last column names the copy that shows it." in memo
    assert "drafted by" not in memo
    assert "You sued" not in memo
    assert "is Plaintiff and" in said("judged", REFERRAL_MEMO, "attorney")


def test_the_debtor_is_told_that_the_claim_came_back():
    """Whom to pay, that money paid there counts, and a place for the buyer to sign; an agency signs nothing."""
    notice = said("bought-back", REASSIGNMENT_NOTICE)
    assert "Please pay us again, no longer Harbor Factors LLC" in notice
    assert "Harbor Factors LLC assigned these invoices back to us on November 12, 2026." in notice
    assert "What you paid Harbor Factors LLC before that day counts." in notice
    assert "Harbor Factors LLC confirms this." in notice
    assert "(Franklin Code §\N{NO-BREAK SPACE}35-9-406)" in notice
    recalled = said("recalled", REASSIGNMENT_NOTICE)
    assert "Quay Recovery Inc. has not acted for us since November 12, 2026." in recalled
    assert "confirms" not in recalled
    with pytest.raises(KitError, match="nothing has come back"):
        said("sold-in-part", REASSIGNMENT_NOTICE)

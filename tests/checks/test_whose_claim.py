"""A claim that somebody else has is asked for by nobody here; one that is pledged is not given away."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "documents"))
from handoff_cases import AGENCY, ATTORNEY, FACTOR, handed
from handoff_cases import AWAY as BACK
from paper_cases import CREDITOR, FOUR, Variant, facts_of

from kit.checks.run import run_checks
from kit.checks.whose_claim import check_pledge, check_whose_claim, check_whose_invoice, gives_away, refuse_sent_away
from kit.findings import KitError
from kit.load.document_files import find_templates
from kit.model.document import DocumentKind
from kit.model.document_ids import CLAIM_PAPERS, HANDOFF_NOTICES, INVOICE, PROOF_OF_CLAIM, REASSIGNMENT_NOTICE, RECEIPT
from kit.model.paper_event import Sent
from kit.model.party import Channel

NOTICES = (*HANDOFF_NOTICES, REASSIGNMENT_NOTICE)
TEMPLATES = {name: template.document for name, template in find_templates().items()}
ASKING = [name for name, one in TEMPLATES.items() if one.kind.collects and name not in NOTICES]
OFFERS = [name for name in TEMPLATES if name.startswith("agreements/")]
IN_HOUSE = (DocumentKind.INTERNAL, DocumentKind.HANDOFF)
QUIET = [name for name, one in TEMPLATES.items() if one.kind in IN_HOUSE and name not in CLAIM_PAPERS]


def away(terms, **change):
    """Return a case whose claim went to somebody."""
    return facts_of(Variant(change, (), (handed(terms),)))


def written(document, on="2026-10-01", **more):
    """Return the entry of a paper that was made."""
    paper = {"files": [{"path": f"out/{document}.pdf", "sha256": "a"}], "inputs": "i", "record": "r"}
    return {"on": on, "event": "made", "document": document, **paper, **more}


SOLD, PLACED, WITH_LAWYER = away(FACTOR), away(AGENCY), away(ATTORNEY)
PART = away({**FACTOR, "invoices": ["INV-102"]}, invoices=FOUR)


def stops(facts, document, channel=None):
    """Return the codes that keep a paper back, and whether each may be overridden."""
    found = check_whose_claim(facts.case, document, channel, facts.ledger)
    return {one.code: one.overridable for one in found if one.stops}


@pytest.mark.parametrize("name", [*ASKING, *OFFERS])
def test_every_paper_of_a_sold_claim_is_refused_by_name(name):
    """Letters, statements, bills, court papers, plans and settlements: no reason brings one of them back."""
    assert stops(SOLD, TEMPLATES[name]) == {"K842": False}


@pytest.mark.parametrize("name", [*ASKING, *OFFERS])
def test_with_an_agency_the_recall_comes_first(name):
    """Two voices may not ask for one debt; a receipt for money that came says only what is so."""
    assert stops(PLACED, TEMPLATES[name]) == ({} if name == RECEIPT else {"K843": False})


@pytest.mark.parametrize("name", [name for name in ASKING if name != RECEIPT])
def test_a_lawyer_may_let_a_letter_go(name):
    """What goes past the lawyer is the user's to judge, on record."""
    assert stops(WITH_LAWYER, TEMPLATES[name]) == {"K844": True}


@pytest.mark.parametrize("name", [*QUIET, *HANDOFF_NOTICES])
def test_what_asks_nobody_is_made(name):
    """The house's own sheets, the papers for the taker and the notice to the debtor are no voice of their own."""
    assert stops(SOLD, TEMPLATES[name]) == {}


def test_nobody_is_called_about_it():
    """A call asks as a letter does."""
    assert stops(PLACED, TEMPLATES["internal/call-script"], Channel.PHONE) == {"K843": False}


def test_a_sold_claim_is_filed_in_bankruptcy_by_its_owner():
    """The proof of claim is the buyer's; an agency's client files its own."""
    assert stops(SOLD, TEMPLATES[PROOF_OF_CLAIM]) == {"K842": False}
    assert stops(PLACED, TEMPLATES[PROOF_OF_CLAIM]) == {}


def test_a_bill_of_what_stayed_goes_out():
    """A part that was sold holds back the whole account, but not the bill of another invoice."""
    bill = TEMPLATES[INVOICE]
    assert stops(PART, bill) == {}
    assert [one.code for one in check_whose_invoice(PART.case, "INV-102", bill, PART.ledger)] == ["K842"]
    assert not tuple(check_whose_invoice(PART.case, "INV-103", bill, PART.ledger))
    said = next(check_whose_claim(PART.case, TEMPLATES["statements/statement"], None, PART.ledger))
    assert "Or keep INV-101, INV-103, INV-104, still yours, in a case apart" in said.fix


def test_what_came_back_is_asked_for_again():
    """A recall ends the hand-off, and with it every refusal."""
    back = {"on": "2026-10-30", "event": "returned", "entry": "1", "how": "recalled"}
    facts = facts_of(Variant({}, (), (handed(AGENCY), back)))

    assert stops(facts, TEMPLATES["letters/final-demand"]) == {}


def test_the_case_itself_is_told_by_a_note():
    """`kit check` stops nothing: it says where the claim is."""
    found = [one for one in run_checks(SOLD) if one.code == "K842"]
    assert [one.stops for one in found] == [False]


def test_a_letter_that_lies_about_is_not_to_be_sent():
    """What was made before the hand-off and has not gone out is named; what went out, or is for the taker, is not."""
    journal = (
        written("letters/final-demand"),
        written("letters/sixty-day"),
        written("handoff/placement"),
        {"on": "2026-10-02", "event": "sent", "made": "2", "channel": "mail"},
        handed(AGENCY),
    )
    found = [one for one in run_checks(facts_of(Variant({}, (), journal))) if one.code == "K841"]

    assert [one.message.split(" was ")[0] for one in found] == ["out/letters/final-demand.pdf"]
    assert "Do not send it: the agency Quay Recovery Inc. has had the claim since 2026-10-20" in found[0].fix


@pytest.mark.parametrize(
    ("journal", "on", "again", "refused"),
    [
        ((written("letters/final-demand"), handed(AGENCY)), "2026-10-25", False, True),
        ((written("letters/final-demand"), handed(AGENCY)), "2026-10-25", True, False),  # it did go out
        ((written("letters/final-demand"), handed(AGENCY)), "2026-10-15", False, False),  # it went before
        ((written("letters/assignment-notice"), handed(AGENCY)), "2026-10-25", False, False),
        ((written("handoff/placement"), handed(AGENCY)), "2026-10-25", False, False),
        ((written("letters/receipt"), handed(AGENCY)), "2026-10-25", False, False),  # thanks ask for nothing
        ((written("statements/invoice", about="INV-9"), handed(AGENCY)), "2026-10-25", False, False),  # another debt
    ],
)
def test_a_letter_of_before_the_hand_off_does_not_go_out_after_it(journal, on, again, refused):
    """`kit log sent` asks before it records that the debtor was written to beside whoever has the claim."""
    case = facts_of(Variant({}, (), journal)).case
    sent = Sent.model_validate({"n": 9, "event": "sent", "on": on, "made": 1, "channel": "mail"})
    if refused:
        with pytest.raises(KitError, match=r"the agency Quay Recovery Inc\. has had the claim since"):
            refuse_sent_away(case, sent, again=again)
    else:
        refuse_sent_away(case, sent, again=again)


@pytest.mark.parametrize(
    ("document", "covers"),
    [
        ("agreements/payment-plan", "plan"),
        ("agreements/settlement", "settlement"),
        ("letters/settlement-offer", "settlement"),
        ("letters/extension", "plan"),
        ("letters/judgment-plan", "plan"),
        ("letters/final-demand", ""),
        ("contracts/services", ""),
    ],
)
def test_what_gives_a_claim_away_is_known_by_name(document, covers):
    """A plan and a settlement are told from a letter and a contract."""
    assert gives_away(document) == covers


@pytest.mark.parametrize("covers", ["plan", "settlement", "handoff"])
def test_a_pledge_wants_leave_for_each(covers):
    """Leave for one thing is no leave for another; with it, its giver and its day are named."""
    pledged = {"creditor": {**CREDITOR, "claim_pledged_to": "Quay Bank"}}
    without = facts_of(Variant(pledged)).case
    other = "plan" if covers != "plan" else "settlement"
    wrong = facts_of(Variant({**pledged, "leave": [{"covers": other, "on": "2026-09-01", "by": "Quay Bank"}]})).case
    right = facts_of(Variant({**pledged, "leave": [{"covers": covers, "on": "2026-09-01", "by": "Quay Bank"}]})).case

    assert [one.stops for one in check_pledge(without, covers)] == [True]
    assert [one.stops for one in check_pledge(wrong, covers)] == [True]
    found = list(check_pledge(right, covers))
    assert [one.stops for one in found] == [False]
    assert "Quay Bank agreed to" in found[0].message


def test_pledged_to_nobody_is_an_answer():
    """Who looked and found no lender says so once."""
    case = facts_of(Variant({"creditor": {**CREDITOR, "claim_pledged_to": "Nobody"}})).case
    assert not tuple(check_pledge(case, "handoff"))


def test_a_letter_waits_until_the_debtor_knows_that_the_claim_came_back():
    """Who was told to pay a buyer is told otherwise first; after an agency it is a note; once told, neither."""
    letter = TEMPLATES["letters/second-reminder"]
    bought, recalled = facts_of(BACK["bought-back"]), facts_of(BACK["recalled"])
    assert stops(bought, letter) == {"K863": True}
    assert stops(bought, TEMPLATES[REASSIGNMENT_NOTICE]) == {}
    assert [(one.code, one.stops) for one in check_whose_claim(recalled.case, letter)] == [("K863", False)]
    told = {"on": "2026-11-13", "event": "sent", "document": REASSIGNMENT_NOTICE, "channel": "mail"}
    journal = (*BACK["bought-back"].journal, told)
    assert stops(facts_of(replace(BACK["bought-back"], journal=journal)), letter) == {}

"""The letters that may go out while a bankruptcy stands: to a guarantor, for goods, about new orders."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from insolvent_cases import VALE, bankrupt, proceeding
from judgment_cases import FILED as SUED
from paper_cases import PERSON, Variant, facts_of, merged
from walked_cases import event
from words import docx_words

from kit import pipeline
from kit.checks.beside_claim import beside_claim
from kit.documents import draft
from kit.documents.contexts import claim_letter
from kit.documents.contexts.request import Request
from kit.documents.deadlines import deadlines
from kit.findings import KitError, Stopped
from kit.load.document_files import find_template

GUARANTOR, RECLAMATION, TERMS = "letters/guarantor-demand", "bankruptcy/reclamation-demand", "bankruptcy/new-terms"
PROMISED: dict[str, Any] = {"agreement": {"guaranty": {"guarantor": "Robin Vale"}}, "guarantors": [VALE]}
FILED = {**VALE, "name": "Kit Moss", "petition_on": "2026-10-01"}
OVER = {"bankruptcy": {"dismissed_on": "2026-10-15"}}
INTEREST = {"interest": {"percent_a_year": "9", "source": "section 6"}}


def goods(**received: str) -> dict[str, Any]:
    """Return a sale of goods with an invoice for each name, received on that day."""
    bills = [
        {"id": name.upper().replace("_", "-"), "issued_on": on, "delivered_on": on,
         "lines": [{"text": "laid paper", "quantity": "10", "unit": "reams", "unit_price": "90.00"}]}
        for name, on in received.items()
    ]  # fmt: skip
    return {"work": {"kind": "goods", "text": "laid paper"}, "invoices": bills}


def paper(document: str, variant, guarantor: str = ""):
    """Return the words of a paper in one line, made as the kit makes it, and what is said with it."""
    facts, template = facts_of(variant), find_template(document, None)
    request = draft.decide(facts, Request(document, guarantor=guarantor), template)
    found = pipeline.checked(facts, request, template, {})
    words = " ".join(docx_words(draft.draft(facts, request, template).docx))
    return " ".join(words.split()), [one.code for one in found]


def refused(document: str, variant, guarantor: str = "") -> str:
    """Return why the paper is not made."""
    with pytest.raises(KitError) as caught:
        paper(document, variant, guarantor)
    if isinstance(caught.value, Stopped):
        return " ".join(f"{one.code} {one.message}" for one in caught.value.findings if one.stops)
    return str(caught.value)


def test_interest_runs_on_against_the_guarantor():
    """The claim ends its interest at the petition; the guarantor is asked for the account of the letter's own day."""
    said, codes = paper(GUARANTOR, bankrupt(**merged(PROMISED, {"agreement": INTEREST})))
    # 4,800 at 9% from August 1 through October 20, 2026: 81 days: 4800 * .09 * 81 / 365 = 95.87
    assert "$4,895.87" in said
    assert "interest ends with the petition (11 U.S.C. § 502(b)(2))" in said
    assert "$1.18 for each day from October 21, 2026" in said  # 4800 * .09 / 365
    assert "It is a guaranty of payment" in said
    assert "please pay $4,895.87 by November 3, 2026" in said
    assert "K782" not in codes


@pytest.mark.parametrize(
    ("own", "held", "asked"),
    [("2000.00", None, "$2,000.00"), (None, "2500.00", "$2,500.00"), ("2000.00", "2500.00", "$2,000.00")],
    ids=["of-the-guarantor", "of-the-guaranty", "the-lower"],
)
def test_no_more_than_was_guaranteed(own, held, asked):
    """A limit caps what is asked; no interest runs beyond it."""
    change = merged(PROMISED, {"agreement": {**INTEREST, "guaranty": {"guarantor": "Robin Vale", "limit": held}}})
    change["guarantors"] = [{**VALE, **({"limit": own} if own else {})}]
    said, _ = paper(GUARANTOR, bankrupt(**change))

    assert f"Please pay {asked} so that it reaches us" in said
    assert f"up to {asked}" in said
    assert "for each day" not in said


def test_the_chapter_it_was_filed_under_and_the_one_it_went_to():
    """After a conversion the letter names both chapters, each with its own day."""
    moved = {"chapter": "13", "converted": [{"on": "2026-10-18", "to": "7"}]}
    said, _ = paper(GUARANTOR, bankrupt(guarantors=[VALE], bankruptcy=moved))

    assert (
        "Late Paper Supply Inc. filed for bankruptcy under chapter 13 on October 12, 2026, and the case was converted "
        "to chapter 7 on October 18, 2026."
    ) in said


def test_an_unknown_guaranty_is_read_first():
    """Where the file does not hold the guaranty, the letter claims nothing about it, and a note says to read it."""
    said, codes = paper(GUARANTOR, bankrupt(guarantors=[VALE]))

    assert "You guaranteed what Late Paper Supply Inc. owes us" in said
    assert "guaranty of payment" not in said
    assert "K782" in codes


@pytest.mark.parametrize(
    ("variant", "name", "why"),
    [
        (bankrupt(), "", "nobody stands under `guarantors:`"),
        (bankrupt(guarantors=[{**VALE, "petition_on": "2026-10-01"}]), "", "K713"),
        (bankrupt(guarantors=[VALE, {**VALE, "name": "Kit Moss"}]), "", "say who is meant with --guarantor"),
        (bankrupt(guarantors=[VALE]), "Robin Hood", "there is no guarantor `Robin Hood`; there is Robin Vale"),
        (
            bankrupt(guarantors=[VALE, FILED]),
            "Kit Moss",
            "K713 Kit Moss filed for bankruptcy",
        ),
        (bankrupt(guarantors=[{**VALE, "address": None}]), "", "where Robin Vale is to be written to"),
        (bankrupt(bankruptcy={"dismissed_on": "2026-10-15"}, guarantors=[VALE]), "", "may be asked itself"),
        (
            bankrupt(**merged(PERSON, {"purpose": "consumer", "bankruptcy": {"chapter": "13"}, "guarantors": [VALE]})),
            "",
            "K716",
        ),
    ],
    ids=["nobody", "filed", "several", "unknown", "the-one-who-filed", "no-address", "dismissed", "consumer-in-13"],
)
def test_no_letter_to_a_guarantor_and_why(variant, name, why):
    """Nobody is written to whom a bankruptcy protects, and nobody in place of a debtor who may be asked."""
    if why.startswith("where"):
        variant.change["guarantors"][0].pop("address")
    assert why in refused(GUARANTOR, variant, name)


def test_a_guarantor_beside_one_who_filed():
    """One guarantor's petition protects that one alone; the letter goes to the other."""
    said, codes = paper(GUARANTOR, bankrupt(guarantors=[VALE, FILED]))

    assert "Dear Robin Vale:" in said
    assert "K713" in codes


def test_the_debtors_lawyer_is_not_the_guarantors():
    """The letter goes to the guarantor's own address, whoever speaks for the debtor."""
    lawyer = {"lawyer": {"name": "Kim Song", "email": "kim@songlee.example"}}
    said, _ = paper(GUARANTOR, bankrupt(guarantors=[VALE], debtor=lawyer))

    assert "Kim Song" not in said


@pytest.mark.parametrize(("sued", "made"), [("no", True), ("yes", False)])
def test_a_suit_rests_for_whoever_is_sued(sued, made):
    """A suit against the debtor alone holds no letter to a guarantor back; one that names the guarantor does."""
    variant = bankrupt(SUED, guarantors=[{**VALE, "sue": sued}])
    if made:
        assert "Dear Robin Vale:" in paper(GUARANTOR, variant)[0]
    else:
        assert "K698" in refused(GUARANTOR, variant)


def test_the_last_day_of_a_guarantors_letter():
    """The day that a letter to a guarantor gives is in the calendar; letters to the debtor of before are not."""
    made = {
        "on": "2026-10-19",
        "event": "made",
        "files": [],
        "inputs": "1a" * 32,
        "record": "x",
        "pay_by": "2026-11-02",
    }
    events = (
        {**made, "document": GUARANTOR, "about": "Robin Vale"},
        {**made, "on": "2026-10-10", "document": "letters/final-demand"},
        {"on": "2026-10-19", "event": "sent", "made": "1"},
        {"on": "2026-10-11", "event": "sent", "made": "2"},
    )
    variant = Variant(bankrupt(guarantors=[VALE]).change, (), events, date(2026, 10, 20))

    assert [one.about for one in deadlines(facts_of(variant)) if one.kind == "pay_by"] == [
        "guarantor-demand Robin Vale"
    ]


def test_a_guarantor_in_another_insolvency():
    """An assignment takes the claims against the debtor; the guarantor may be asked beside it."""
    said, _ = paper(GUARANTOR, proceeding(guarantors=[VALE]))

    assert "assigned all it has for the benefit of its creditors. That does not change what you guaranteed." in said


def test_goods_are_asked_for_and_nothing_else():
    """The demand names what was received in the 45 days, the law, and whoever goes first; it asks for no payment."""
    said, codes = paper(RECLAMATION, bankrupt(**goods(early="2026-08-27", first="2026-08-29", last="2026-10-12")))

    assert "invoices FIRST and LAST" in said  # 44 and 0 days before October 12
    assert "EARLY" not in said
    assert "10 reams" in said
    assert "within 45 days before the petition of October 12, 2026" in said
    assert "11 U.S.C. § 546(c) and UCC § 2-702" in said
    assert "asks for goods, not for payment" in said
    assert "earlier security interest" in said
    assert "503(b)(9)" not in said  # none of them came in the 20 days before
    assert "K786" in codes


@pytest.mark.parametrize(
    ("received", "as_of", "in_time", "unsafe"),
    [
        ("2026-09-04", date(2026, 10, 19), True, False),  # 45 days from receipt end on October 19
        ("2026-09-04", date(2026, 10, 20), True, True),  # they end after the petition: 20 days from it, November 1
        ("2026-09-04", date(2026, 11, 1), True, True),
        ("2026-09-04", date(2026, 11, 2), False, False),
        ("2026-10-01", date(2026, 11, 1), True, False),
        ("2026-10-01", date(2026, 11, 2), False, False),
        ("2026-08-28", date(2026, 10, 13), False, False),  # the 45 days ended on the petition day itself
    ],
)
def test_the_day_for_goods(received, as_of, in_time, unsafe):
    """Within 45 days of receipt or, where these end after the petition, within 20 days of it; after that refused."""
    variant = bankrupt(as_of=as_of, **goods(g_1=received))
    if not in_time:
        assert "K784" in refused(RECLAMATION, variant)
        return
    said, codes = paper(RECLAMATION, variant)
    assert ("K785" in codes) is unsafe
    assert ("503(b)(9)" in said) is (received == "2026-10-01")  # in the 20 days before October 12


@pytest.mark.parametrize(
    ("variant", "why"),
    [
        (bankrupt(), "no unpaid goods that Late Paper Supply Inc. received"),
        (
            bankrupt(**merged(goods(g_1="2026-10-01"), OVER)),
            "no unpaid goods",
        ),
        (proceeding(**goods(g_1="2026-10-01")), "no bankruptcy"),
    ],
    ids=["work", "dismissed", "assignment"],
)
def test_no_demand_for_goods_and_why(variant, why):
    """Without goods, or without a petition that stands, there is no demand."""
    assert why in refused(RECLAMATION, variant)


def test_goods_without_a_day_are_named():
    """An invoice without a day of receipt is not in the demand, and a sentence says what to write."""
    sale = goods(g_1="2026-10-01")
    sale["invoices"][0].pop("delivered_on")
    assert "write `delivered_on:`" in refused(RECLAMATION, bankrupt(**sale))

    sale["invoices"] += goods(g_2="2026-10-02")["invoices"]
    said, codes = paper(RECLAMATION, bankrupt(**sale))
    assert "On invoice G-2 we" in said
    assert "K787" in codes


@pytest.mark.parametrize(
    ("chapter", "words"),
    [("7", "signed by the trustee"), ("11", "11 U.S.C. § 503(b)(1)(A)"), ("13", "Payment first.")],
)
def test_new_terms_are_free_of_the_old_debt(chapter, words):
    """Payment first, an agreement of its own, and no word that makes new business depend on the old debt."""
    said, codes = paper(TERMS, bankrupt(bankruptcy={"chapter": chapter}))

    assert words in said
    assert "None of this depends on what was owed on October 12, 2026" in said
    assert "$" not in said
    assert ("503(b)(1)(A)" in said) is (chapter == "11")
    assert "K788" in codes


def test_each_row_of_the_statement_adds_up():
    """Billed and charged, less paid, is claimed: also where a payment went to interest first."""
    paid = {"id": "P-1", "on": "2026-09-01", "amount": "500.00", "method": "check"}
    statement, _ = paper("bankruptcy/itemised-statement", bankrupt(agreement=INTEREST, payments=[paid]))
    # 4,800 at 9% from August 1 through September 1: 32 days, 37.87; the rest lowers the principal to 4,337.87, which
    # bears 43.85 in the 41 days through October 12: 4,800 + 37.87 + 43.85 - 500 = 4,381.72

    assert "4,800.00 81.72 500.00 4,381.72 4,337.87" in statement


@pytest.mark.parametrize("in_one", ["yes", "no"])
def test_a_judgment_in_one_sum_is_not_called_principal(in_one):
    """Where all that was awarded bears interest as one sum, the claim says so, and that charges are in it."""
    variant = bankrupt(SUED, event("2026-10-06", "judgment", principal="4800.00", interest="88.20", costs="135.00",
                                   interest_on_all=in_one))  # fmt: skip
    statement, _ = paper("bankruptcy/itemised-statement", variant)
    claim, _ = paper("bankruptcy/proof-of-claim", variant)
    awarded = "It awarded $4,800.00 for the debt, $88.20 for interest, and $135.00 for costs"

    assert ("Judgment, with all that it awarded $5,023.20" in statement) is (in_one == "yes")
    assert ("Principal $4,800.00" in statement) is (in_one == "no")
    assert (awarded in statement) is (in_one == "yes")
    assert "Interest, fees or other charges in it yes, itemized in the attachment" in claim


@pytest.mark.parametrize(
    ("name", "foot"),
    [("Late Paper Supply Inc.", "Supply Inc. and Lee Frame as trustee."), ("Late Paper LLC", "LLC and Lee Frame")],
)
def test_one_stop_ends_a_sentence(name, foot):
    """A name that ends with a stop brings no second one with it."""
    alone = bankrupt(**merged(goods(G_1="2026-10-01"), {"debtor": {"name": name}, "bankruptcy": {"trustee": None}}))
    both = bankrupt(**merged(goods(G_1="2026-10-01"), {"debtor": {"name": name}}))

    assert foot in paper(RECLAMATION, both)[0]
    said = paper(RECLAMATION, alone)[0]
    assert f"This demand goes to {name.removesuffix('.')}." in said
    assert ".." not in said


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"agreement": {"kind": "sale-of-goods", "goods": {"retain_title": "yes"}}, "work": {"kind": "goods"}}, True),
        ({}, False),
    ],
    ids=["kept", "not-kept"],
)
def test_the_check_list_explains_a_no_at_item_9(change, said):
    """Whoever kept title until payment reads, before signing, why item 9 says no and what would change it."""
    words, _ = paper("internal/claim-mailing", bankrupt(**change))

    assert ("Item 9 is answered no, although the contract keeps title until payment" in words) is said
    assert ("Before it is signed" in words) is said


@pytest.mark.parametrize("end", ["closed_on", "discharged_on"])
def test_an_agreement_goes_on_only_while_there_is_an_estate(end):
    """Once the case is closed there is no estate left that an agreement could bind; a discharge alone ends none."""
    change = merged(PERSON, {"bankruptcy": {end: "2026-10-19", "discharged_on": "2026-10-18"}})
    _, codes = paper(TERMS, bankrupt(**change))

    assert ("K788" in codes) is (end == "discharged_on")


@pytest.mark.parametrize(
    ("who", "foot"),
    [("Casey Ward", "to Casey Ward"), (None, "to The assignee")],
    ids=["by-name", "unnamed"],
)
def test_the_foot_of_a_claim_letter_names_whom_it_goes_to(who, foot):
    """A claim in an assignment goes to the assignee, and says so on every page."""
    letter = claim_letter.build(facts_of(proceeding(insolvency={"who": who})), Request("bankruptcy/claim-letter"))

    assert f"{foot} ·" in letter.footer
    assert "Late Paper" not in letter.footer


def test_no_new_terms_without_a_bankruptcy():
    """Where no bankruptcy stands, a contract is enough."""
    assert "`kit contract` is enough" in refused(TERMS, bankrupt(bankruptcy={"dismissed_on": "2026-10-15"}))
    assert "no bankruptcy of" in refused(TERMS, proceeding())


KEPT = {"agreement": {"kind": "sale-of-goods", "goods": {"retain_title": "yes"}}, "work": {"kind": "goods"}}
LIEN = {"text": "title kept in laid paper", "value": "900.00"}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (KEPT, {"K789"}),
        (merged(KEPT, {"bankruptcy": {"security": LIEN}}), {"K738"}),
        (merged(KEPT, {"bankruptcy": {"security": {**LIEN, "perfected": "yes"}}}), set()),
        ({}, set()),
    ],
    ids=["kept", "written-down", "perfected", "not-kept"],
)
def test_title_kept_and_not_filed_falls_to_the_trustee(change, expected):
    """Title kept until payment is a security interest; the claim says where nothing shows that it was perfected."""
    _, codes = paper("bankruptcy/proof-of-claim", bankrupt(**change))

    assert {"K738", "K789"} & set(codes) == expected


def test_what_may_be_done_beside_the_claim():
    """`kit next` names each letter that applies, and falls silent about one that was made."""
    both = merged(goods(g_1="2026-10-01"), {"guarantors": [VALE], "bankruptcy": {"chapter": "11"}})
    said = beside_claim(facts_of(bankrupt(**both)))
    made = {"on": "2026-10-19", "event": "made", "files": [], "inputs": "1a" * 32, "record": "out/x.yaml"}
    done = [{**made, "document": document} for document in (RECLAMATION, TERMS)]
    done += [{**made, "document": GUARANTOR, "about": "Robin Vale"}]

    assert [one.rsplit(" ", 1)[1] for one in said] == ["reclamation`.", "guarantor`.", "new-terms`."]
    assert "by 2026-11-01" in said[0]
    assert beside_claim(facts_of(bankrupt(*done, **both))) == ()
    assert beside_claim(facts_of(bankrupt())) == ()
    assert beside_claim(facts_of(proceeding(**both | {"bankruptcy": None}))) == ()


def test_the_claim_day_of_a_guarantors_own_case():
    """The day of a guarantor's notice is in the calendar and beside what comes next, until that case is dismissed."""
    filed = {**VALE, "petition_on": "2026-10-01", "claims_by": "2026-12-14"}

    def days(variant):
        return [one.day for one in deadlines(facts_of(variant)) if one.about == "guarantor Robin Vale"]

    assert days(bankrupt(guarantors=[filed])) == [date(2026, 12, 14)]
    assert beside_claim(facts_of(bankrupt(guarantors=[filed]))) == (
        "Robin Vale, who guaranteed it, filed too: claims there by 2026-12-14.",
    )
    assert days(bankrupt(guarantors=[{**filed, "petition_dismissed_on": "2026-10-10"}])) == []

"""Letters that answer the debtor, receipts, and the notice that stops work: true for the case, and no word too many."""

from __future__ import annotations

import re
import shutil
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from functools import cache

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from letter_words import forbidden
from paper_cases import AS_OF, CASES, DEBTOR, FOUR, LAWS, PAID, PLAIN, Variant, agreed, bill, facts_of, merged
from paper_text import text
from words import difference

from kit import pipeline
from kit.documents.authoring.marks import blanks
from kit.documents.contexts import hold_notice, promise_confirmation, receipt, reply_complaint, reply_threat
from kit.documents.contexts.request import Request
from kit.documents.docx_names import blank_paths
from kit.documents.draft import Paper, draft
from kit.findings import KitError, Stopped
from kit.journal.written import as_yaml
from kit.load.document_files import find_template
from kit.model.party import Channel
from kit.paths import data_folder

COMPLAINT, THREAT, PROMISE, RECEIPT, HOLD = (
    f"letters/{name}" for name in "reply-complaint reply-threat promise-confirmation receipt hold-notice".split()
)
FILLED = {
    COMPLAINT: reply_complaint.ReplyComplaint,
    THREAT: reply_threat.ReplyThreat,
    PROMISE: promise_confirmation.PromiseConfirmation,
    RECEIPT: receipt.Receipt,
    HOLD: hold_notice.HoldNotice,
}
NOTE = "Sounded furious; I do not believe a word"  # kept with an entry, and nobody else's business


def event(on: str, what: str, **more) -> dict:
    """Return an entry of the journal with a private note."""
    return {"on": on, "event": what, "text": NOTE, **more}


def said(reason: str, **more) -> dict:
    """Return what the debtor answered a week ago."""
    return event("2026-11-16", "answered", reason=reason, **more)


def promised(**more) -> dict:
    """Return a promise of a week ago."""
    return event("2026-11-16", "promised", by="2026-12-04", **more)


def paid(amount: str, **more) -> dict:
    """Return a payment of last week."""
    return event("2026-11-18", "paid", id="P-3", amount=amount, **more)


LINE = event("2026-08-02", "disputed", invoice="INV-101", lines=["2"])
WHOLE = event("2026-08-02", "disputed", invoice="INV-104")
RATE = {"interest": {"percent_a_year": "10", "source": "section 6"}}
TWO = {"accept_within_days": "7", "dispute_within_days": "12"}
GOODS = {"work": {"kind": "goods", "text": "laid paper"}, "invoices": FOUR}
LAWYER = {"debtor": {**DEBTOR, "lawyer": {"name": "Kim Song", "firm": "Song & Lee", "email": "kim@songlee.example"}}}
FIVE = [*FOUR, bill("INV-105", "2026-11-10", "99.00")]


def case(document: str, *events: dict, **change) -> tuple[str, Variant]:
    """Return a document and the case it is read in."""
    return document, Variant(change, (), events)


MADE: dict[str, tuple[str, Variant]] = {
    "line": case(COMPLAINT, LINE, said("disputes_work", by="Sam Roe", channel="email"), invoices=FOUR, agreement=RATE),
    "part": case(COMPLAINT, event("2026-08-02", "disputed", invoice="INV-104", amount="100.00")),
    "unnamed": case(COMPLAINT, said("disputes_work", channel="phone"), **agreed(**TWO)),
    "too-much": case(COMPLAINT, said("disputes_amount", by="Pat Moss"), **agreed(**TWO)),
    "oral": case(COMPLAINT, said("disputes_amount"), **agreed(kind="oral", title=None, signed_on=None, **TWO)),
    "all-in-dispute": case(COMPLAINT, WHOLE),
    "goods": case(COMPLAINT, WHOLE, **merged(GOODS, agreed(goods={"inspection_days": "5"}))),
    "complaint-lawyer": case(COMPLAINT, said("disputes_work"), **LAWYER),
    "complaint-paid": case(COMPLAINT, paid("4800.00"), said("disputes_work")),
    "many": case(COMPLAINT, *(event("2026-08-02", "disputed", invoice=one["id"]) for one in FIVE), invoices=FIVE),
    "refuses": case(THREAT, said("refuses", channel="phone"), invoices=FOUR, payments=PAID, **agreed(**RATE)),
    "threatens": case(THREAT, LINE, said("threatens", by="Sam Roe", channel="email"), invoices=FOUR),
    "threat-lawyer": case(THREAT, said("threatens"), **LAWYER),
    "threat-disputed": case(THREAT, WHOLE, said("refuses")),
    "threat-goods": case(THREAT, said("threatens"), **GOODS),
    "all": case(PROMISE, promised(), **agreed(**RATE)),
    "just-all": case(PROMISE, promised(amount="4800.00")),
    "some": case(PROMISE, LINE, promised(amount="2000.00"), invoices=FOUR),
    "more": case(PROMISE, promised(amount="5000.00"), **agreed(**RATE)),
    "promise-lawyer": case(PROMISE, promised(), **LAWYER),
    "check": case(
        RECEIPT, paid("1500.00", method="check", reference="1187"), invoices=FOUR, payments=PAID, **agreed(**RATE)
    ),
    "settled": case(RECEIPT, paid("4800.00", method="transfer")),
    "settled-by-check": case(RECEIPT, paid("4800.00", method="check")),
    "over": case(RECEIPT, paid("5000.00", method="card")),
    "cash": case(RECEIPT, WHOLE, paid("700.00", method="cash"), invoices=FIVE),
    "held": case(RECEIPT, WHOLE, paid("9000.00", method="other"), invoices=FOUR),
    "account-charge": case(
        RECEIPT,
        paid("100.00", method="transfer"),
        payments=[{"id": "P-1", "on": "2026-09-01", "amount": "50.00", "method": "check", "bounced_on": "2026-09-06"}],
        **agreed(returned_check_fee="30.00", application_order=["fees", "interest", "costs", "principal"]),
    ),
    "clause": case(HOLD, invoices=FOUR, payments=PAID, **agreed(suspension_after_days="85", **RATE)),
    "goods-clause": case(HOLD, **merged(GOODS, agreed(suspension_after_days="0"))),
    "no-clause": case(HOLD, LINE, invoices=FOUR, payments=PAID),
    "goods-no-clause": case(HOLD, **GOODS),
    "work-done": case(HOLD, **agreed(suspension_after_days="10", ends_on="2026-09-30")),
    "hold-lawyer": case(HOLD, **merged(LAWYER, agreed(suspension_after_days="10"))),
}


@cache
def paper(name: str) -> Paper:
    """Return the paper of that name; each is made once."""
    document, variant = MADE[name]
    return draft(facts_of(variant), Request(document), find_template(document, None))


def words(name: str) -> str:
    """Return the paper as text."""
    return text(paper(name).docx)


def number(cell: str) -> Decimal:
    """Return the amount printed in a cell."""
    return Decimal(re.sub(r"[^\d.−]", "", cell).replace("−", "-") or "0")


@pytest.mark.parametrize("document", FILLED)
def test_words_and_fields_agree(document):
    """A blank nobody fills and a field nobody prints are both faults."""
    source = data_folder("templates") / document / "en.md"

    assert blanks(source.read_text("utf-8")) == blank_paths(FILLED[document])


@pytest.mark.parametrize("name", MADE)
def test_one_page_that_says_the_same_in_both_forms(name):
    """A letter of a few invoices is one page, and the Word file has the words of the PDF."""
    with pdfium.PdfDocument(paper(name).pdf) as document:
        assert len(document) == 1
    assert difference(paper(name).pdf, paper(name).docx) == ""


@pytest.mark.parametrize("name", MADE)
def test_polite_and_private(name):
    """No forbidden word, and nothing of what was noted for ourselves."""
    assert forbidden(words(name)) == []
    assert "furious" not in words(name)
    assert "without prejudice" not in words(name).casefold()


@pytest.mark.parametrize("name", [name for name, (document, _) in MADE.items() if document == THREAT])
def test_a_threat_is_not_answered_in_kind(name):
    """Neither reviews, police, courts nor lawyers are named, nor what was threatened; the door stays open."""
    said_ = words(name)

    assert not re.search(
        r"review|police|court|lawyer|attorney|\bsue|legal|threat|warn|claim|public", said_, re.IGNORECASE
    )
    assert "tell us in writing what it is and why; we will look at it and answer you." in said_
    reach = "write to us" if name.endswith("lawyer") else "call or write to us"
    assert f"Whichever it is, please {reach} by December 3, 2026; for our part we keep to" in said_


@pytest.mark.parametrize("name", [name for name in MADE if name.endswith("lawyer")])
def test_a_known_lawyer_gets_the_letter(name):
    """It goes to the debtor's lawyer, says who is meant by “you”, and asks nobody to call past the lawyer."""
    assert "Kim Song / Song & Lee / kim@songlee.example / For: Late Paper Supply Inc." in words(name)
    assert "Dear Kim Song:" in words(name)
    assert "“you” in this letter means your client." in words(name)
    assert "call or write" not in words(name)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("line", "On August 2, 2026 we noted that you dispute line 2 (Work 2) of invoice INV-101."),
        ("line", "On November 16, 2026, Sam Roe wrote to us by email that what we did is not as it should be."),
        (
            "line",
            "What you dispute comes to $35.50; this letter does not ask for it. What is not in question stays due",
        ),
        ("part", "we noted that you dispute $100.00 of invoice INV-104."),
        ("part", "on November 23, 2026 that is $4,700.00."),
        ("unnamed", "you told us on the telephone that what we did is not as it should be."),
        ("unnamed", "Our account shows $4,800.00 as due on November 23, 2026. We do not know yet which part"),
        ("unnamed", "gives you 7 days from a delivery to tell us in writing where the work does not match it."),
        (
            "unnamed",
            "gives you 12 days from receiving an invoice to tell us in writing what is wrong with it; the rest",
        ),
        ("unnamed", "This letter changes nothing in that, and we want to hear from you in any case."),
        ("too-much", "On November 16, 2026, you told us that the amount that we ask for is not right."),
        ("all-in-dispute", "What you dispute comes to $4,800.00; this letter does not ask for it. Nothing else is due"),
        ("goods", "what is wrong, with which goods, and of which delivery;"),
        ("goods", "gives you 5 days from a delivery to tell us in writing what is missing, damaged or not as ordered."),
        ("goods", "keep the goods as they are."),
        ("complaint-paid", "Nothing is due on your account on November 23, 2026."),
        ("many", "Since August 2, 2026 you dispute 5 invoices in whole or in part."),
        ("unnamed", "Please write to us by December 3, 2026 and tell us:"),
        ("refuses", "On November 16, 2026, you told us on the telephone that you do not intend to pay."),
        ("refuses", "If neither applies, please pay $7,248.76:"),
        ("refuses", "Interest at 10% a year goes on: $1.94 for each day from November 24, 2026."),
        ("threatens", "We have thought about what Sam Roe wrote to us by email on November 16, 2026."),
        ("threatens", "What you dispute, $35.50, is not asked for in this letter"),
        ("threat-disputed", "our account shows nothing as due that is not in dispute."),
        ("all", "you will pay all that is open by December 4, 2026. On November 23, 2026 that is $4,951.23."),
        ("all", "Please pay $4,951.23, and what is added until it arrives, so that it reaches us by December 4, 2026:"),
        ("just-all", "you will pay $4,800.00 by December 4, 2026. That is all that is open on November 23, 2026."),
        (
            "some",
            "That is a part of the $8,710.25 open on November 23, 2026, besides what you dispute. The rest, $6,710.25",
        ),
        ("some", "Please pay $2,000.00 so that it reaches us by December 4, 2026:"),
        ("more", "What goes beyond it we use for what is added by then, or hold for you."),
        ("all", "Until December 4, 2026 has passed, we will send you no reminder."),
        ("all", "It moves no due date and gives up no charge and no right; everything else stays as we agreed."),
        ("check", "This receipt is subject to the check being paid by your bank."),
        ("check", "Reference | 1187"),
        ("check", "payments were applied to interest, unpaid invoices, late charges, and costs, in this order"),
        ("check", "is open on your account and due."),
        ("settled", "Your account is now paid in full. Thank you; we would gladly work with you again."),
        ("settled-by-check", "Once the check is paid, your account is paid in full."),
        (
            "over",
            "You have paid $200.00 more than was owed; please tell us whether to send it back or keep it for you.",
        ),
        ("cash", "$99.00 falls due on December 10, 2026, and $4,800.00 is what you dispute."),
        ("held", "Nothing is left to pay today: you dispute $4,800.00, and money that we hold for you covers it."),
        ("account-charge", "Charges of the account | 0.00 | 25.00 | 25.00"),
        ("clause", "Our agreement lets us stop work when an undisputed amount is more than 85 days overdue."),
        (
            "clause",
            "If it has not reached us by December 3, 2026, work stops on December 4, 2026. Work goes on as soon as",
        ),
        ("clause", "The dates agreed for it move by the time lost."),
        ("clause", "A further $4,910.47 is due as well; this notice does not turn on it."),
        ("goods-clause", "lets us stop deliveries when an undisputed amount is overdue."),
        ("goods-clause", "deliveries stop on December 4, 2026. Deliveries go on as soon as $8,745.75 has reached us."),
        (
            "no-clause",
            "We will not start new work for you until $7,010.25 has reached us; then we will gladly talk about it.",
        ),
        ("goods-no-clause", "We will not take new orders for you until $8,745.75 has reached us"),
        ("goods-no-clause", "What we have already agreed to do, and its dates, are not affected"),
        ("work-done", "We will not start new work for you until"),
    ],
)
def test_the_words_for_a_case(name, sentence):
    """Facts of the case, in one plain sentence."""
    assert sentence in words(name)


@pytest.mark.parametrize(
    ("name", "absent"),
    [
        ("line", "Our agreement gives you"),  # nothing on file says that it does
        ("too-much", "from a delivery"),  # the work was not complained about
        ("oral", "Our agreement gives you"),
        ("line", "Please pay"),
        ("some", "and what is added until"),
        ("settled", "subject to the check"),
        ("settled", "is open on your account"),
        ("held", "paid in full"),
        ("no-clause", "stops on"),
        ("work-done", "stops on"),
        ("goods-no-clause", "stop on"),
        ("threat-disputed", "please pay"),
    ],
)
def test_no_more_than_the_case_has(name, absent):
    """What nothing on file supports stays unsaid; a complaint is pressed for nothing."""
    assert absent not in words(name)


@pytest.mark.parametrize("name", [name for name, (document, _) in MADE.items() if document == HOLD])
def test_live_systems_are_never_touched(name):
    """The notice stops what is still to come, and says that what is there stays."""
    kept = ("we neither disable it nor take it back.", "it does not touch what you have received.")

    assert any(sentence in words(name) for sentence in kept)


@pytest.mark.parametrize("name", [name for name, (document, _) in MADE.items() if document in (THREAT, HOLD)])
def test_the_rows_come_to_the_total(name):
    """The sums of the table add up to the one that is asked for."""
    filled = paper(name).blanks
    total = number(filled.total_due)

    assert sum(number(row.amount) for row in filled.items) == total
    asked = filled.pay if MADE[name][0] == THREAT else filled.request
    assert filled.total_due in asked or not total


@pytest.mark.parametrize("name", [name for name, (document, _) in MADE.items() if document == RECEIPT])
def test_the_receipt_adds_up(name):
    """Across and down, to the payment; what is left is all that the account shows as open."""
    filled, variant = paper(name).blanks, MADE[name][1]
    for row in filled.applied:
        assert number(row.bill) + number(row.extra) == number(row.together) or row.what == "Held for you"

    assert sum(number(row.together) for row in filled.applied) == number(filled.amount)
    assert sum(number(row.bill) for row in filled.applied) == number(filled.bill_total)
    assert sum(number(row.extra) for row in filled.applied) == number(filled.extra_total)
    figures = [number(one) for one in re.findall(r"\$[\d,]+\.\d\d", filled.left_sentence)]
    owed = facts_of(variant).ledger.totals.total
    assert not owed or (figures[0] == owed and sum(figures[1:]) in (0, owed))


@settings(max_examples=25, deadline=None)
@given(cents=st.integers(1, 1_200_000), day=st.dates(date(2026, 6, 1), AS_OF))
def test_no_cent_of_a_payment_is_lost(cents, day):
    """Whatever is paid whenever: what was applied and what is held come to the payment."""
    amount = Decimal(cents) / 100
    change = {"invoices": FOUR, "payments": [{"id": "P-1", "on": str(day), "amount": str(amount)}], **agreed(**RATE)}
    filled = receipt.build(facts_of(Variant(change)), Request(RECEIPT))

    assert sum(number(row.together) for row in filled.applied) == amount == number(filled.amount)


def test_which_payment():
    """The newest, unless another is named; one that came back gets none, and the reason is said."""
    back = {"id": "P-9", "on": "2026-09-01", "amount": "500.00", "method": "check", "bounced_on": "2026-09-06"}
    facts = facts_of(Variant({"invoices": FOUR, "payments": [*PAID, back]}))

    assert receipt.decide(facts_of(Variant({"payments": PAID})), Request(RECEIPT)).payment == "P-2"
    assert receipt.decide(facts, Request(RECEIPT, payment="P-1")).payment == "P-1"
    with pytest.raises(Stopped, match="payment P-9 came back unpaid on 2026-09-06"):
        receipt.decide(facts, Request(RECEIPT))
    with pytest.raises(Stopped, match="there is no payment P-7"):
        receipt.decide(facts, Request(RECEIPT, payment="P-7"))


@pytest.mark.parametrize(
    ("day", "channel", "last"),
    [
        # ten days on, or three business days after the notice has arrived: the next business day, by mail the fourth
        pytest.param(date(2026, 10, 19), Channel.EMAIL, date(2026, 10, 29), id="ten-days"),
        pytest.param(date(2026, 10, 21), Channel.EMAIL, date(2026, 11, 2), id="saturday-moves-on"),
        pytest.param(date(2026, 12, 18), Channel.MAIL, date(2026, 12, 30), id="christmas-and-the-mail"),
        pytest.param(date(2026, 12, 22), Channel.EMAIL, date(2027, 1, 4), id="new-year-moves-on"),
    ],
)
def test_the_last_day_before_work_stops(day, channel, last):
    """A business day that leaves the notice its time."""
    facts = facts_of(replace(MADE["clause"][1], as_of=day))

    assert hold_notice.decide(facts, Request(HOLD, channel=channel)).pay_by == last


def test_a_stop_too_soon_is_refused():
    """A day of the user's own stands where the notice can arrive and have its three business days, else it does not."""
    facts = facts_of(MADE["clause"][1])  # Monday, November 23, 2026; Thursday is Thanksgiving

    mailed, emailed = (Request(HOLD, pay_by=date(2026, 11, 30), channel=one) for one in (Channel.MAIL, Channel.EMAIL))
    assert hold_notice.decide(facts, emailed) == emailed
    with pytest.raises(KitError, match=r"2026-11-30 is too soon: .* 3 business days, so give until 2026-12-03"):
        hold_notice.decide(facts, mailed)


@pytest.mark.parametrize("document", [COMPLAINT, THREAT])
def test_a_day_to_answer(document):
    """A day of the user's own is taken, one that has passed is refused."""
    variant = MADE["unnamed" if document == COMPLAINT else "refuses"][1]
    module = reply_complaint if document == COMPLAINT else reply_threat

    assert module.decide(facts_of(variant), Request(document, pay_by=date(2026, 12, 1))).pay_by == date(2026, 12, 1)
    with pytest.raises(KitError, match="2026-11-23 leaves no time to answer a letter of 2026-11-23"):
        module.build(facts_of(variant), Request(document, pay_by=AS_OF))


@pytest.mark.parametrize("document", FILLED)
def test_nothing_on_record_makes_no_paper(document):
    """Without a complaint, a threat, a promise, a payment, or anything overdue there is nothing to write."""
    facts = facts_of(Variant({"invoices": [bill("INV-1", "2026-11-20", "10.00")]}))

    with pytest.raises(KitError):
        draft(facts, Request(document), find_template(document, None))


def test_the_kits_own_contract_brings_its_clauses():
    """Where the contract was drawn up here and signed, its days to object are recalled though nobody typed them."""
    drawn = {
        "on": "2026-05-01",
        "event": "made",
        "document": "contracts/services",
        "files": [],
        "inputs": "x",
        "record": "r",
    }
    variant = Variant({}, (), (drawn, said("disputes_work")))
    filled = reply_complaint.build(facts_of(variant), Request(COMPLAINT))

    assert "gives you 10 days to tell us in writing what is wrong: with work" in filled.terms_sentence
    assert PLAIN["agreement"].get("accept_within_days") is None


def test_every_field_is_text_or_rows():
    """No blank is None in any case."""
    for name in MADE:
        filled = paper(name).blanks
        assert [one.name for one in fields(filled) if not isinstance(getattr(filled, one.name), str | tuple)] == []


TOLD = {
    "label-design.promise-confirmation": [promised()],
    "label-design.receipt": [paid("2432.50", method="check", reference="1187")],
    "label-design.hold-notice": [],
    "label-design.reply-threat": [said("threatens", by="Pat Moss", channel="email")],
    "paper-on-account.reply-complaint": [said("disputes_work", channel="email")],
    "paper-on-account.hold-notice": [],
    "paper-on-account.receipt": [paid("1000.00", method="transfer")],
    "fence.hold-notice": [],
    "fence.reply-complaint": [said("disputes_amount", by="Tanya Briggs", channel="phone")],
    "fence.promise-confirmation": [promised(amount="6500.00")],
    "retainer.reply-threat": [said("refuses", channel="mail")],
    "retainer.receipt": [paid("500.00", invoice="A-2", method="check")],
    "retainer.promise-confirmation": [promised(amount="850.00")],
}


@pytest.mark.parametrize("name", TOLD)
def test_golden_words(name, golden, tmp_path):
    """A change of one word in a paper is seen by whoever reads the change."""
    case_name, document = name.split(".")
    folder = shutil.copytree(CASES / case_name, tmp_path / case_name)
    (tmp_path / "kit.yaml").write_text(f"jurisdictions: {LAWS.as_posix()}\n", "utf-8")
    known = len(pipeline.load_case(folder, as_of=AS_OF).case.events)
    with (folder / "journal.yaml").open("a", encoding="utf-8", newline="\n") as journal:
        for n, one in enumerate(TOLD[name], known + 1):
            journal.write(f"--- # kit\n{as_yaml({'n': n, **one})}...\n")
    facts = pipeline.look(folder, as_of=AS_OF)
    made = draft(facts, Request(f"letters/{document}"), find_template(f"letters/{document}", None))

    golden(name, text(made.docx))


def test_a_line_that_is_named_is_not_asked_for_again():
    """The reply asks about the line that is disputed, not which one it is; the second reply names the first."""
    dispute = {"on": "2026-11-10", "event": "disputed", "invoice": "INV-104", "lines": [1]}
    sent = {"on": "2026-11-11", "event": "sent", "document": "letters/reply-complaint", "channel": "email"}
    template = find_template(COMPLAINT, None)
    known = [facts_of(Variant(journal=journal)) for journal in ((dispute,), (dispute, sent))]
    first, again = (text(draft(one, Request(COMPLAINT), template).docx) for one in known)

    for said in (first, again):
        assert "what you think the right amount of that line is;" in said
        assert "which invoice it concerns" not in said
    assert "To look into it we need to know more." in first
    assert "On November 11, 2026 we asked you for particulars." in again


def replied(change, *journal) -> str:
    """Return the reply to a complaint in this case."""
    return text(draft(facts_of(Variant(change, (), journal)), Request(COMPLAINT), find_template(COMPLAINT, None)).docx)


def test_an_invoice_that_is_named_is_not_asked_for_again():
    """Where an invoice is disputed the reply asks at most which line of it; nothing disputed, it asks for both."""
    whole = replied({}, WHOLE)
    two = bill("INV-104", "2026-07-01", "10.00")
    two["lines"] = [*two["lines"], {"text": "Round of changes", "unit_price": "5.00"}]
    longer = replied({"invoices": [two]}, WHOLE)

    assert "• what you think the right amount is;" in whole
    assert "• which line of that invoice you mean, and what you think the right amount is;" in longer
    assert "which invoice it concerns" not in whole + longer
    assert "• which invoice it concerns, which line of it," in replied({}, said("disputes_work"))


def test_terms_of_the_same_days_are_one_sentence():
    """Days that are agreed for the work and for an invoice alike are said once."""
    days = agreed(accept_within_days="12", dispute_within_days="12")
    found = replied(days, said("disputes_work"))

    assert (
        "Our agreement gives you 12 days to tell us in writing what is wrong: with work, from its delivery; with an "
        "invoice, from receiving it; the rest is paid on time." in found
    )
    assert found.count("12 days") == 1

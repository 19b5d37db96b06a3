"""The client check and the credit application: what is known is printed, what is not stays open, nothing is hidden."""

from __future__ import annotations

import re
from functools import cache

import pypdfium2 as pdfium
import pytest
from client_cases import APPLICATION, CHECK, CLIENTS, LATE, WELL
from docxtpl import DocxTemplate
from paper_cases import AS_OF, HOSTILE, PERSON, Variant, facts_of, made, merged
from paper_text import Table, blocks, text
from words import difference, docx_words

from kit.documents.authoring.marks import blanks
from kit.documents.contexts.client_check import ClientCheckPaper
from kit.documents.contexts.credit_application import CreditApplicationPaper, build
from kit.documents.contexts.request import Request
from kit.documents.docx_names import blank_paths
from kit.findings import KitError
from kit.paths import data_folder

FILLED = {CHECK: ClientCheckPaper, APPLICATION: CreditApplicationPaper}
PAPERS = [(name, document) for name in CLIENTS for document in FILLED]
KEPT = [
    (name, document) for name, document in PAPERS if name in ("empty", "half", "well", "badly", "person", "guaranty")
]


@cache
def paper(name, document):
    """Return the paper of a client."""
    return made(facts_of(CLIENTS[name]), document)


def words(name, document):
    """Return the paper of a client as text."""
    return text(paper(name, document).docx)


def changed(name, change, document):
    """Return the paper of a client with one more change."""
    return text(made(facts_of(Variant(merged(CLIENTS[name].change, change))), document).docx)


def pages(name, document):
    """Return the text of each page of the PDF."""
    with pdfium.PdfDocument(paper(name, document).pdf) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


@pytest.mark.parametrize("document", FILLED)
def test_words_and_fields_agree(document):
    """Every blank of both templates has a field, and every field is printed."""
    folder = data_folder("templates") / document
    fields = set(blank_paths(FILLED[document]))

    assert set(blanks((folder / "en.md").read_text("utf-8"))) == fields
    assert DocxTemplate(folder / "en.docx").get_undeclared_template_variables() == {
        one for one in fields if "[" not in one
    }


@pytest.mark.parametrize(("name", "document"), KEPT)
def test_golden_words(name, document, golden):
    """The words of both papers are a contract."""
    golden(f"client-{name}.{document.split('/')[1]}", words(name, document))


@pytest.mark.parametrize(("name", "document"), PAPERS)
def test_both_forms_say_the_same(name, document):
    """Whoever reads the PDF has read the Word file."""
    assert difference(paper(name, document).pdf, paper(name, document).docx) == ""


@pytest.mark.parametrize(("name", "document"), PAPERS)
def test_no_hole_in_a_sentence(name, document):
    """No None, no doubled space, no sentence that starts small, no mark after a space."""
    for block in blocks(paper(name, document).docx):
        for said in (cell for row in block.rows for cell in row) if isinstance(block, Table) else (block,):
            assert not re.search(r"\bNone\b|Decimal|datetime|\{\w+\}", said), said
            assert name == "strange" or not re.search(r"\S  +\S| [,.;:?)]|\( |,,|\.\.|;;|: \.", said), said
            assert name == "strange" or not re.search(r"[a-z)\d][.?!] [a-z]", said), said


@pytest.mark.parametrize("document", FILLED)
def test_a_hostile_name_prints_as_typed(document):
    """Names and remarks are words, never markup."""
    assert HOSTILE.replace(" ", "") in "".join(docx_words(paper("strange", document).docx))


@pytest.mark.parametrize("document", FILLED)
def test_equal_facts_give_equal_bytes(document):
    """A paper made again is the same file, in both forms."""
    one, two = (made(facts_of(CLIENTS["well"]), document) for _ in range(2))

    assert (one.docx, one.pdf) == (two.docx, two.pdf)


@pytest.mark.parametrize("name", [name for name in CLIENTS if name not in ("strange", "long")])
def test_the_check_has_two_pages(name):
    """It is read at a glance, and printed on one sheet."""
    assert len(pages(name, CHECK)) == 2


def test_an_empty_check_is_a_blank_list():
    """Without answers nothing is ticked, nothing is summed, and there are lines to write the sum on."""
    said = words("empty", CHECK)

    assert "☒" not in said
    assert "Nothing has been looked at yet, so there is no result." in said
    assert "Weight against the client, all together:" in said
    assert said.count("How does the client pay this supplier?") == 2


@pytest.mark.parametrize("name", CLIENTS)
def test_every_weight_is_on_the_paper(name):
    """The weight of each answer and red flag stands beside its box, ticked or not."""
    said = words(name, CHECK)

    for choice in (
        "nobody there (3)",
        "unpaid (4, guarantor)",
        "pending now (5, decline)",
        "Pays too much and asks for part of it back (5, decline)",
    ):
        assert re.search(f"[☐☒]\\s{re.escape(choice)}".replace(r"\ ", r"\s"), said), choice


def test_what_speaks_against_adds_up():
    """Each finding against the client is named with its weight, and the weights make the total."""
    table = next(
        one for one in blocks(paper("badly", CHECK).docx) if isinstance(one, Table) and "against" in one.rows[0][0]
    )
    *rows, total = table.rows[1:]

    assert [row[0] for row in rows] == [
        "Trade reference Overton Board: sometimes late",
        "Suits: over unpaid bills",
        "Judgments: unpaid",
        "Deposit: no",
        "Wants work to start before anything is signed",
        "Asked twice for our bank's login page",
    ]
    assert sum(int(row[1]) for row in rows) == int(total[1]) == 12
    assert "Result: decline the work" in words("badly", CHECK)


def test_one_outcome_is_ticked():
    """The terms that follow are ticked, once."""
    table = next(
        one for one in blocks(paper("badly", CHECK).docx) if isinstance(one, Table) and "What follows" in one.rows[0]
    )

    assert [row[0] for row in table.rows[1:]] == ["☐", "☐", "☐", "☒"]
    assert [row[1] for row in table.rows[1:]] == ["0 to 1", "2 to 4", "5 to 8", "9 or more"]


def test_half_a_check_says_what_is_missing():
    """What keeps normal terms away is named, and an attempt that failed is not an answer."""
    said = words("half", CHECK)

    assert "3 of 17 questions were looked at. Nothing that was found speaks against the client." in said
    assert "The weight alone would lead to: normal terms. Too much is still open for it." in said
    assert (
        "Needed, and not looked at yet: good standing, address, trade reference, liens, judgments, and bankruptcy."
        in said
    )
    assert "PACER account not open yet / Could not be found out." in said


def test_a_grave_finding_says_so():
    """Where one finding rules out what the weight alone would allow, the paper says that it was not the sum."""
    said = changed("well", {"client_check": {**WELL, "bankruptcy": "pending", "references": []}}, CHECK)

    assert "Result: decline the work" in said
    assert "would lead to: a guarantor who signs" in said
    assert "A finding is grave enough to rule that out by itself." in said


def test_no_red_flags_is_said_only_when_somebody_looked():
    """An empty list of red flags is an answer; a list that is not there is none."""
    assert "No red flag was noticed." in words("well", CHECK)
    assert "No red flag was noticed." not in words("half", CHECK)


def test_old_answers_are_to_be_looked_at_again():
    """An answer of long ago is shown with its day and does not count."""
    assert "Jan 3, 2025 / Older than 365 days: look again." in words("person", CHECK)


def test_the_check_says_what_never_to_look_at():
    """Every check names what no creditor may look at."""
    for ground in ("race", "color", "religion", "national origin", "sex", "marital status", "age", "public assistance"):
        assert re.search(rf"Never look at[^.]*\b{ground}\b", words("empty", CHECK))


@pytest.mark.parametrize("name", CLIENTS)
def test_the_application_asks_for_no_more_than_it_may(name):
    """No Social Security number, birthday, account number, spouse or sex is asked for; no oath, no jury waiver."""
    asked = [
        cell
        for block in blocks(paper(name, APPLICATION).docx)
        if isinstance(block, Table)
        for row in block.rows
        for cell in row[:1]
    ]

    never = r"social security|SSN|birth|account number(?!\))|spouse|married|marital|race|sex\b|religion"
    assert not [cell for cell in asked if re.search(never, cell, re.IGNORECASE)]
    assert not re.search(r"perjury|under oath|sworn|swear|jury|hereby", words(name, APPLICATION), re.IGNORECASE)
    assert "No signature of anybody’s spouse is asked for." in words(name, APPLICATION)


def test_what_is_known_is_filled_in():
    """Names, address, owners, suppliers, amount and who may order are taken from the case."""
    said = words("well", APPLICATION)

    for part in (
        "Full legal name | Late Paper Supply Inc.",
        "Street address | 90 Quay Street, Overton, XF 02136",
        "Who pays invoices: name, telephone, email | Pat Moss, 555-010-0171, pat@latepaper.example",
        "Who approves invoices: name, telephone, email | Kim Reed, kim@latepaper.example",
        "Lee Marsh | President | ",
        "Vale Ink LLC | Sam Vale | 555-010-0190",
        "Most that is open at one time | $10,000.00",
        "Each invoice is due 30 days after its date.",
        "a late charge of 1% of the overdue amount",
        "No charge for late payment is owed beyond what the law allows.",
        "The agreement “Label design” of May 4, 2026 goes before these terms",
    ):
        assert part in said


def test_what_others_said_stays_in_the_house():
    """The applicant reads nothing of what the check found: no answer, no remark, no red flag."""
    said = words("badly", APPLICATION)

    for found in ("late in summer", "sometimes late", "25-CV-1180", "12,400", "three in two years", "login", "decline"):
        assert found in words("badly", CHECK)
        assert found not in said


def test_what_is_not_known_is_a_line():
    """An empty application prints every heading with room to write, and no terms that nobody agreed."""
    said = words("empty", APPLICATION)

    assert "Employer identification number (EIN) | \n" in said
    assert "Days to pay after the date of an invoice | \n" in said
    assert "is due" not in said
    assert "late charge" not in said
    assert "If the parties sign an agreement about the work or the goods" in said


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("well", []),
        ("person", ["Jo Reed"]),
        ("individual", ["Jo Reed"]),
        ("guaranty", ["Robin Vale"]),  # not the company that guarantees
    ],
)
def test_each_person_consents_on_a_page_of_its_own(name, people):
    """A report about a person needs that person's signature, on a page with nobody else's."""
    signed = [page for page in pages(name, APPLICATION) if "Consent to a report about a person" in page]

    assert len(signed) == len(people)
    for page, person in zip(signed, people, strict=True):
        assert f"Person {person}" in " ".join(page.split())
        assert page.count("Signature:") == 1
        assert "consumer reporting agency" in page


@pytest.mark.parametrize("name", CLIENTS)
def test_the_signature_stands_with_what_is_signed(name):
    """The applicant signs on the page that says that the application is true."""
    signed = [
        page for page in pages(name, APPLICATION) if "Signature:" in page and "report about a person" not in page[:60]
    ]

    assert len(signed) == 1
    assert "true and complete" in signed[0]


@pytest.mark.parametrize("name", CLIENTS)
def test_the_last_page_is_to_keep(name):
    """The applicant keeps a page with the days, the grounds, whom to ask, the office and the source."""
    last = " ".join(pages(name, APPLICATION)[-1].split())

    assert last.startswith("For Client to keep")
    assert "within 30 days after it has everything" in last
    assert "within 60 days after hearing the answer; Provider then gives them within 30 days" in last
    assert "12 Mill Lane" in last
    assert "600 Pennsylvania Avenue NW, Washington, DC 20580" in last
    assert "12 C.F.R. § 1002.9(a)" in last
    assert "Signature" not in last
    for ground in ("race", "color", "religion", "national origin", "sex", "marital status", "age", "public assistance"):
        assert ground in last


def test_without_the_law_there_are_no_figures():
    """Where the law of the day is not on record, the right to reasons is still there, without a figure nobody read."""
    facts = facts_of(Variant(CLIENTS["empty"].change, as_of=AS_OF.replace(year=2010)))
    filled = build(facts, Request(APPLICATION))

    assert filled.answer_sentence.startswith("Provider tells Client within a reasonable time")
    assert not re.search(r"\d", filled.answer_sentence + filled.reasons_sentence)
    assert (filled.office_sentence, filled.law_line) == ("", "")


def test_a_consumer_is_refused():
    """A consumer gets no application for business credit."""
    facts = facts_of(Variant({**PERSON, "purpose": "consumer"}))
    with pytest.raises(KitError, match="Jo Reed is a consumer"):
        build(facts, Request(APPLICATION))


def test_nobody_applies_to_nobody():
    """Without a creditor there is nobody to apply to, and the user is told where to write it."""
    facts = facts_of(Variant({"creditor": None}))
    with pytest.raises(KitError, match="the case has no creditor"):
        build(facts, Request(APPLICATION))


def test_late_charges_stand_with_their_estimate():
    """What the contract says about lateness the application says too."""
    said = changed(
        "well", {**LATE, "agreement": {**LATE["agreement"], "delay_cost_estimate": "An hour of work"}}, APPLICATION
    )

    assert "The estimate rests on this: An hour of work." in said

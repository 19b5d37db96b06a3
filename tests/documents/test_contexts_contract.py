"""The contract: each term that was agreed stands in it, in words that are true for the case; what was not, does not."""

from __future__ import annotations

import re
from dataclasses import replace

import pypdfium2 as pdfium
import pytest
from paper_cases import AS_OF, CONTRACT, GUARANTOR, PAPERS, VARIANTS, Variant, agreed, facts_of, made, merged, paper
from paper_text import text
from words import difference

from kit.checks.contract_terms import ContractTerms
from kit.documents.contexts.contract_courts import signing_sentence
from kit.documents.contexts.contract_money import invoicing_sentence
from kit.documents.docx import blanks_of, load
from kit.documents.typeset import plain, typeset
from kit.findings import KitError, note
from kit.model.law_contracts import FreelancerLaw
from kit.paths import data_folder

NAMES = [name for name, document in PAPERS if document == CONTRACT]


def words(name):
    """Return the contract of a case as text."""
    return text(paper(name, CONTRACT).docx)


def changed(name, change):
    """Return the contract of a case with one more change."""
    return text(made(facts_of(Variant(merged(VARIANTS[name].change, change))), CONTRACT).docx)


def pages(pdf):
    """Return the text of each page."""
    with pdfium.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


@pytest.mark.parametrize(
    "heading",
    [
        "Changes", "Acceptance", "Invoices and payment", "Late payment", "Returned checks", "Costs of collecting",
        "Checks marked “paid in full”", "Right to suspend", "Rights in the work", "Rights of a freelance worker",
        "Ending this agreement", "Before going to court", "Notices", "Law and courts", "General", "Guaranty",
    ],
)  # fmt: skip
def test_every_term_has_its_clause(heading):
    """Where everything was agreed, everything stands in the contract under its own heading."""
    assert re.search(rf"^(?:\d+\. )?{re.escape(heading)}$", words("everything"), re.MULTILINE)


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Late payment", "plain"), ("Returned checks", "plain"), ("Right to suspend", "plain"), ("Guaranty", "plain"),
        ("Before going to court", "plain"), ("Checks marked", "plain"), ("Rights in the work", "construction"),
    ],
)  # fmt: skip
def test_what_was_not_agreed_is_not_there(heading, name):
    """A clause nobody asked for leaves neither a heading nor a hole in the numbers."""
    assert heading not in words(name)
    numbers = [int(number) for number in re.findall(r"^(\d+)\. ", words(name), re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("name", NAMES)
def test_words_that_never_stand_in_a_contract(name):
    """No work made for hire (Cal. Lab. Code § 3351.5(c)), no jury waiver, no confession, no advice."""
    never = r"made for hire|work for hire|jury|confess|legal advice|time is of the essence|hereby|herein|whereas|shall"

    assert not re.search(never, words(name), re.IGNORECASE)


@pytest.mark.parametrize("name", NAMES)
def test_small_claims_stay_open(name):
    """Either party may go to small claims unless the parties left everything to an arbitrator."""
    assert ("small-claims court" in words(name)) == (name != "arbitration")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        # 40 hours at 95.00 are 3,800.00
        ("hourly", "The work is estimated at 40 hours, which is $3,800.00."),
        ("hourly", "Provider charges no more than $4,500.00 for hours"),
        ("hourly-bare", "Client pays $62.505 for each hour worked"),
        ("hourly-bare", "Provider sends an invoice every two weeks with the dates, the hours and what was done."),
        # 20% of 4,500.00
        ("hourly-deposit", "a deposit of $900.00, 20% of the most that Provider charges, before work starts."),
        ("milestones", "The price is $4,800.00 in all, in these stages:"),
        ("milestones", "Provider sends an invoice for each stage when it is delivered."),
        ("milestones-deposit", "The price is $5,700.00 in all, in these stages:"),
        ("milestones-deposit", "Provider sends an invoice for the deposit on signing, and one for each stage"),
        # 25% of 4,800.00
        ("milestones-percent", "a deposit of $1,200.00, 25% of the price, before work starts."),
        ("recurring", "Client pays $850.00 each quarter, from June 1, 2026."),
        ("deposit-amount", "a deposit of $1,500.00 before work starts. It is counted against the first amounts"),
        ("deposit-percent", "a deposit of $1,440.00, 30% of the price, before work starts."),
        ("no-scope", "Provider does this work for Client: a new label range."),
        ("no-scope", "Work is to be finished by September 30, 2026."),
        (
            "late-flat",
            "If an invoice is paid more than 5 days after its due date, Client owes a late charge of $25.00, once",
        ),
        (
            "late-once",
            "a late charge of 5% of the overdue amount, once for that invoice. All late charges on one invoice",
        ),
        ("late-once", "The estimate rests on this: each reminder takes an hour of bookkeeping."),
        ("late-started", "1.5% of the overdue amount for each month or part of a month that it is late."),
        ("late-completed", "for each full month that it is late, counted from the end of that day."),
        ("interest", "bears simple interest at 10% a year, from the day after the due date until payment"),
        ("interest-grace", "from the day after 10 days of grace have passed until payment"),
        ("interest-forgiven", "An invoice paid within 7 days after its due date bears none."),
        ("interest-360", "counting actual days over a year of 360."),
        ("interest-compound", "bears interest compounded monthly at 10% a year"),
        ("interest-changes", "From September 1, 2026 the rate is 8% a year."),
        ("interest-demand", "from the day after Provider asks for it in writing until payment"),
        ("both-charges", "Both are owed, and the late charge bears no interest."),
        ("construction", "The courts of the State of Franklin in Alder County may decide"),
        ("construction-away", "The courts of the state where the property is may decide"),
        ("conditions", "gives the other 21 days to put it right."),
        ("arbitration", "may decide what the arbitrator leaves to a court, and each party accepts them."),
        ("bounced", "Client owes a charge of $25.00, or the most the law allows if that is less."),
        ("yen", "Client pays ¥480,000 for the whole of the work."),
        ("guaranty", "will be paid when it is due, up to $10,000.00 in all, interest, charges and costs included."),
        ("guaranty-company", "without a limit in amount."),
        ("person", "Name: Jo Reed"),
        ("oral", "It takes effect when both have signed it."),
        ("everything", "Attorney fees are at most 15% of the debt."),
        ("everything", "a payment is applied to costs, late charges, interest, and unpaid invoices, in this order"),
        ("everything", "must be sent to this office, with a note that says so: 4 Dam Road, Overton, XF 02137."),
    ],
)
def test_the_words_for_a_case(name, sentence):
    """What was agreed is said in one plain sentence, with the figures it comes to."""
    assert sentence in words(name)


def test_a_share_of_nothing_is_refused():
    """A deposit as a percentage of an hourly price without a total is answered in one sentence."""
    price = {"kind": "hourly", "rate": "95.00", "deposit": {"percent": "20"}, "amount": None}
    with pytest.raises(KitError, match="the deposit is a percentage and the hourly price has no total"):
        made(facts_of(Variant(agreed(price=price))), CONTRACT)


def test_fee_and_interest_without_a_word():
    """Where nobody agreed that both run, the contract says that only interest does, as the account has it."""
    both = agreed(interest={"percent_a_year": "6"}, late_fee={"flat": "40.00"})

    assert "For one and the same delay only the interest is owed." in changed("plain", both)


def test_the_freelancer_terms_are_there():
    """Names, addresses, services, value, method, pay date: what Franklin's two laws ask a contract to state."""
    said = words("freelancer")

    for part in ("Mara Lind", "12 Mill Lane", "90 Quay Street", "555-010-0100", "Twelve paper labels", "$4,800.00"):
        assert part in said
    assert "Each invoice is due 30 days after its date." in said
    assert "gives Provider a signed copy of this agreement" in said


@pytest.mark.parametrize("name", NAMES)
def test_signatures_stand_together(name):
    """All signature lines of the agreement are on one page; a guaranty has a page of its own, signed on it."""
    shown = pages(paper(name, CONTRACT).pdf)
    signed = [page for page in shown if "Signature:" in page]
    guaranty = [page for page in shown if page.startswith("Guaranty")]

    assert len(signed) == 1 + len(guaranty)
    assert all("Signature:" in page and "Date:" in page and "not of collection" in page for page in guaranty)
    assert len(guaranty) == ("guaranty" in VARIANTS[name].change.get("agreement", {}))


def test_the_day_for_the_list_of_services():
    """Where a freelancer law asks for it, the contract gives the day by which the list of services must be there."""
    law = FreelancerLaw(
        name="Act", thresholds=({"amount": "1", "window": "week"},), contract_terms=("service_list_date",)
    )
    case = facts_of(VARIANTS["plain"]).case
    said = invoicing_sentence(case, case.agreement.price, ContractTerms(freelancers=(law,)))

    assert "The invoice is also the list of the services rendered." in said
    assert "within 5 days after its date" in said


def test_a_spouse_signs_where_the_law_wants_both():
    """The spouse stands beside the guarantor, on the same page, in both forms."""
    blanks = replace(paper("guaranty", CONTRACT).blanks, guarantor_spouse="Sam Vale")
    folder = data_folder("templates") / CONTRACT
    docx = load(folder / "en.docx").render(blanks_of(blanks))
    pdf = typeset(folder / "en.typ", plain(blanks, CONTRACT), title="t", author="a", day=AS_OF)

    assert "Sam Vale, spouse of Guarantor" in text(docx)
    assert difference(pdf, docx) == ""
    assert [page.count("Signature:") for page in pages(pdf) if page.startswith("Guaranty")] == [2]


def test_signing_by_hand_where_a_clause_needs_it():
    """Where the law counts a clause only if both sign by hand, the contract does not invite them to sign otherwise."""
    by_hand = signing_sentence(ContractTerms(findings=(note("K135", "both sign by hand"),)))

    assert by_hand.startswith("The parties sign by hand and may do so on separate copies;")
    assert signing_sentence(ContractTerms()).startswith("The parties may sign electronically and on separate copies;")


def test_no_fee_clause_where_the_law_voids_it():
    """Franklin voids attorney fees in a consumer's contract: the clause is left out, not softened."""
    assert "attorney" not in words("consumer")


def test_no_spouse_is_asked_to_sign():
    """A spouse signs only where the law of the agreement wants both (12 C.F.R. § 1002.7(d)); Franklin's does not."""
    assert GUARANTOR["spouse"] not in words("guaranty")

"""The final demand, the statement and the invoice: true for the case at hand, and no more than the law allows."""

from __future__ import annotations

from datetime import date

import pypdfium2 as pdfium
import pytest
from paper_cases import DEMAND, INVOICE, PAPERS, STATEMENT, VARIANTS, Variant, bill, facts_of, made, merged, paper
from paper_text import text

from kit.documents.contexts.final_demand import decide
from kit.documents.contexts.request import Request
from kit.findings import KitError

NAMES = [name for name, document in PAPERS if document == DEMAND]
LATER = {"name": "Kim Song", "email": "kim@songlee.example", "known_on": "2100-01-01"}
MAY = "we may file a claim in court without writing again. We would rather not."


def words(name, document=DEMAND):
    """Return the paper of a case as text."""
    return text(paper(name, document).docx)


def varied(name, change, **more):
    """Return the demand of a case with one more change."""
    variant = VARIANTS[name]
    facts = facts_of(Variant(merged(variant.change, change), (), variant.journal, **more))
    return text(made(facts, DEMAND).docx)


@pytest.mark.parametrize("name", NAMES)
def test_the_letter_is_one_page(name):
    """The letter with its signature fits one page whatever the account; the schedule starts on the next."""
    with pdfium.PdfDocument(paper(name, DEMAND).pdf) as document:
        first, second, *_ = [page.get_textpage().get_text_range() for page in document]

    assert "Enclosed: schedule of the claim" in first
    assert "Sincerely," in first
    assert second.startswith("Schedule of the claim")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (
            "plain",
            "Under our agreement “Label design” of May 4, 2026 (a new label range), invoice INV-104 of July 1, 2026",
        ),
        ("plain", "was due on July 31, 2026 and has not been paid."),
        ("oral", "Under our oral agreement (a new label range), invoice INV-104"),
        ("account", "On our open account of May 4, 2026 (a new label range), invoices INV-101"),
        ("agreed-account", "On our agreed account of May 4, 2026"),
        ("four", "invoices INV-102, INV-103, and INV-104 were due between July 1, 2026 and August 31, 2026"),
        ("many", "25 invoices were due between"),
        ("instalments", "2 installments of invoice INV-104 are overdue; the first was due on September 1, 2026."),
        ("one-instalment", "installment 1 of invoice INV-104 of July 1, 2026 was due on November 1, 2026"),
        ("one-instalment", "Not yet due | −$2,000.00"),
        ("not-yet-due", "INV-105, not yet due | Dec 10, 2026"),
        ("credits", "Credit C-1: two labels left out"),
        ("bounced", "Payment P-3 came back unpaid"),
        ("bounced", "Returned-check charge: the agreement; Franklin Code §\N{NO-BREAK SPACE}14-1."),
        ("costs", "Filing fee: section 8."),
        ("interest", "Interest at 10% a year goes on: $1.94 for each day from November 24, 2026."),
        ("late-completed", "A late charge of 1% is added for each further full month."),
        ("late-started", "A late charge of 1.5% is added for each further month begun, up to the limit agreed."),
        ("disputed-line", "You have told us that you dispute a part of invoice INV-101. What you dispute, "),
        (
            "disputed-whole",
            "You have told us that you dispute invoice INV-102. What you dispute, $2,400.00, is not asked for",
        ),
        ("disputed-two", "dispute invoice INV-102 and a part of invoice INV-104. What you dispute, $2,500.00, is not"),
        ("lawyer", "Dear Kim Song:"),
        ("lawyer", "We write to you as the lawyer of Late Paper Supply Inc.; “you” in this letter means your client."),
        ("lawyer", "Kim Song / Song & Lee / kim@songlee.example / For: Late Paper Supply Inc."),
        ("person", "Dear Jo Reed:"),
        ("bare", "To Late Paper Supply Inc.:"),
        ("bare", "If you cannot pay it all at once, write to us before that day"),
        ("yen", "Unpaid invoices | ¥492,500"),
        ("plain", "No interest was agreed, and none is asked for here. A court may add interest allowed by law, $"),
    ],
)
def test_the_words_for_a_case(name, sentence):
    """Facts of the case, in one plain sentence."""
    assert sentence in words(name)


def test_a_lawyer_of_tomorrow_gets_no_letter():
    """Until the lawyer is known the letter goes to the debtor, whatever the file says of later days."""
    said = varied("lawyer", {"debtor": {**VARIANTS["lawyer"].change["debtor"], "lawyer": {**LATER}}})

    assert "Kim Song" not in said
    assert "your client" not in said


def test_costs_nobody_may_claim_are_not_asked_for():
    """A cost without agreement or law behind it stays out of the letter."""
    assert "Certified mail" not in words("costs")
    assert "please pay $4,850.00 by" in words("costs")


def test_interest_by_law_is_never_added():
    """Interest that only a court may add stands beside the account: the sum asked for is that of the invoices."""
    assert "please pay $4,800.00 by" in words("plain")
    assert "Interest |" not in words("plain").split("Schedule of the claim")[0].replace("Interest and charges |", "")


@pytest.mark.parametrize(
    "name", [name for name in NAMES if name not in {"decided", "expired", "conditions", "arbitration"}]
)
def test_a_suit_is_only_possible(name):
    """Without a recorded decision a suit is one that may come; or another step that was agreed on comes first."""
    said = words(name)

    assert MAY in said or "we may ask for the mediation" in said
    assert "intend" not in said


def test_a_decided_suit_is_intended():
    """With the decision on record and nothing known in the way, the letter names the court and the day."""
    intended = "we intend to file a claim in the Overton City Court, Small Claims Part, on or after January 4, 2027."

    assert intended in words("decided")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"legal_action": {"not_before": "2026-12-01"}}, id="before-the-time-to-pay-is-over"),
        pytest.param({"legal_action": {"decided_on": "2026-12-01"}}, id="decided-later"),
        pytest.param({"invoices": [bill("A", "2026-07-01", "9000.00")]}, id="over-the-limit"),
    ],
)  # fmt: skip
def test_a_decision_that_does_not_fit_stays_unsaid(change):
    """A suit that is not decided yet, comes too soon or cannot be filed there is not called intended."""
    assert MAY in varied("decided", change)


def test_no_suit_is_mentioned_where_time_has_run():
    """On a debt whose time to sue may be over, the letter hints at no court (Franklin's time-barred debts)."""
    assert "we will decide how to go on." in words("expired")
    assert "court" not in words("expired").split("Schedule of the claim")[0]


def test_agreed_steps_come_first():
    """Mediation, arbitration and notice are named where the agreement has them, and the notice's days are given."""
    assert "This letter is also the notice that our agreement asks for." in words("conditions")
    assert "we may ask for the mediation that our agreement provides for." in words("conditions")
    assert "please pay $4,800.00 by December 14, 2026" in words("conditions")  # 21 days
    assert "we may start the arbitration that our agreement provides for." in words("arbitration")


@pytest.mark.parametrize(
    ("day", "last"),
    [
        pytest.param(date(2026, 11, 23), date(2026, 12, 7), id="monday-and-two-weeks"),
        pytest.param(date(2026, 11, 20), date(2026, 12, 4), id="friday"),
        pytest.param(date(2026, 11, 21), date(2026, 12, 7), id="saturday-moves-to-monday"),
        pytest.param(date(2026, 11, 22), date(2026, 12, 7), id="sunday-moves-to-monday"),
    ],
)
def test_the_last_day(day, last):
    """Two weeks where the law's ten days are fewer, and never a weekend."""
    facts = facts_of(Variant(VARIANTS["freelancer"].change, as_of=day))

    assert decide(facts, Request(DEMAND)).pay_by == last


def test_a_day_sooner_than_the_law_allows_is_refused():
    """A last day of the user's own stands where law and agreement leave it, else it is refused with the reason."""
    facts = facts_of(VARIANTS["freelancer"])

    assert decide(facts, Request(DEMAND, pay_by=date(2026, 12, 3))).pay_by == date(2026, 12, 3)  # the tenth day
    with pytest.raises(KitError, match=r"2026-12-02 is too soon as the last day to pay: Franklin .* until 2026-12-03"):
        decide(facts, Request(DEMAND, pay_by=date(2026, 12, 2)))


def test_what_the_law_wants_said_is_said():
    """Franklin asks for the amount, what it is for and the day: each stands in the letter, and the rule is named."""
    said = words("freelancer")

    assert "please pay $4,800.00 by December 7, 2026" in said
    assert "(a new label range), invoice INV-104" in said
    assert "the amount; what it is for; the day by which to pay." in said


@pytest.mark.parametrize("name", [name for name, document in PAPERS if document == INVOICE])
def test_an_invoice_agrees_on_nothing_new(name):
    """An invoice repeats what was agreed and signed about lateness, and adds nothing of its own."""
    said, terms = words(name, INVOICE), VARIANTS[name].change.get("agreement", {})

    assert ("interest of" in said) == bool(terms.get("interest"))
    assert ("late charge" in said) == bool(terms.get("late_fee"))


def test_an_invoice_from_before_the_signature_promises_no_charge():
    """What was billed before the late charge was agreed does not say that one runs."""
    variant = VARIANTS["interest"]
    early, late = (text(made(facts_of(variant), INVOICE, invoice).docx) for invoice in ("INV-101", "INV-102"))

    assert "interest of" not in early
    assert "interest of 10% a year runs" in late


def test_money_in_hand_is_said():
    """Who paid too much reads how much, and is asked what to do with it."""
    assert "Balance in your favor | $254.25" in words("overpaid", STATEMENT)
    assert "You have paid $254.25 more than was owed." in words("overpaid", STATEMENT)
    assert "Money held from P-1, used for INV-102" in words("money-held", STATEMENT)


def test_parts_have_their_own_days():
    """An invoice that falls due in parts names no other day."""
    said = words("instalments", INVOICE)

    assert "Due | in parts, see below" in said
    assert "September 1, 2026: $1,000.00" in said
    assert "July 31, 2026" not in said


def test_each_tax_names_its_base():
    """Where only some lines are taxed, the paper says which sum each rate is taken of."""
    assert "Sales tax, 8.25% of $725.00 | $59.81" in words("tax", INVOICE)
    assert "Sales tax, 6% of $60.00 | $3.60" in words("tax", INVOICE)

"""What the court papers promise to judge, clerk and defendant, case by case."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from court_cases import COURT
from every_paper import Sheet, facts, sheet
from paper_cases import merged
from paper_text import Table, text

from kit.documents.contexts import fee_words
from kit.documents.contexts.court_caption import court_lines
from kit.documents.contexts.court_claim import claim_on
from kit.documents.contexts.court_law import CourtLaw, court_law
from kit.documents.contexts.discreet import of_terms, public
from kit.documents.contexts.request import Request
from kit.documents.draft import context_of
from kit.findings import KitError
from kit.load.document_files import find_template
from kit.model.law_answers import Answer
from kit.model.law_courts import FilingFee
from kit.model.law_names import RuleName

NAMES = "statement-of-claim claim-items time-line exhibit-list judgment-amount proof-of-service call-log"
FILED = tuple(f"court/{name}" for name in NAMES.split())
MILITARY, STATEMENT, ITEMS = "court/military-service", "court/statement-of-claim", "court/claim-items"
AMOUNT, SERVICE = "court/judgment-amount", "court/proof-of-service"
CHECKLIST, OUTLINE = "internal/filing-checklist", "internal/hearing-outline"
BY_HAND = re.compile(
    r"^(Signature|Name|Day|Place, with the state|Day of signing|Address|Telephone|Day and hour): *(.*)$"
)


def read(case, document):
    """Return the paper of a case in lines of text."""
    found = sheet(case, (document, ""))
    assert isinstance(found, Sheet), found
    return text(found.docx)


def blanks(case, document):
    """Return the blanks of a paper."""
    return context_of(find_template(document)).build(facts(case), Request(document))


def amount(shown):
    """Return a printed amount as a number."""
    return Decimal(re.sub(r"[^\d.−]", "", shown).replace("−", "-"))


@pytest.mark.parametrize(
    ("case", "document"),
    [
        *(("court-hearing-set", document) for document in (*FILED, CHECKLIST, OUTLINE)),
        *(("court-two-defendants", document) for document in (STATEMENT, SERVICE, MILITARY)),
        *(("court-turned-against", document) for document in (STATEMENT, ITEMS, OUTLINE)),
        *(("court-no-law", document) for document in (STATEMENT, SERVICE, CHECKLIST)),
        ("court-waived", STATEMENT),
        ("fence", ITEMS),
    ],
)
def test_golden_words(case, document, golden):
    """A change of one word in a court paper is seen by whoever reads the change."""
    golden(f"{case}.{document.rsplit('/', 1)[-1]}", read(case, document))


@pytest.mark.parametrize("document", [STATEMENT, SERVICE, MILITARY])
def test_nothing_sworn_is_filled_in(document):
    """Signature, name, day and place of an oath, and every box about service, are for a hand."""
    lines = read("court-two-defendants", document).replace(" / ", "\n").splitlines()
    filled = [found[0] for line in lines if (found := BY_HAND.match(line)) and found[2].strip(" _")]

    assert any(line.startswith("Signature:") for line in lines)
    assert filled == []
    assert not re.search(r"[☑☒✓✔]|\[x\]", "\n".join(lines), re.IGNORECASE)


def test_what_was_found_about_service_is_not_sworn_for_anybody():
    """A result noted in the file does not tick a box."""
    known = facts("court-two-defendants")
    found = {"in_service": "no", "checked_on": date(2026, 11, 20), "how": "status report"}
    debtor = type(known.case.debtor).model_validate({**known.case.debtor.model_dump(), "military": found})
    known = replace(known, case=known.case.model_copy(update={"debtor": debtor}))
    told = context_of(find_template(MILITARY)).build(known, Request(MILITARY))

    assert told == blanks("court-two-defendants", MILITARY)


def test_only_people_can_be_in_military_service():
    """Where companies alone are sued there is no such declaration; a guarantor in person brings it in."""
    with pytest.raises(KitError, match="no natural person is sued"):
        blanks("court-hearing-set", MILITARY)

    assert [one.name for one in blanks("court-two-defendants", MILITARY).people] == ["Jo Reed", "Robin Vale"]


@pytest.mark.parametrize("case", [*COURT, "fence", "interest", "late-started", "bounced", "credits"])
def test_the_figures_add_up(case):
    """The lines over the amount claimed come to it, on the statement and the itemization; each row of invoices does."""
    statement, items = blanks(case, STATEMENT), blanks(case, ITEMS)

    assert sum(amount(one.amount) for one in statement.sums) == amount(statement.amount)
    assert (statement.sums, statement.amount) == (items.sums, items.amount)
    for one in items.items:
        assert amount(one.unpaid or "0") + amount(one.extra) == amount(one.owed)
    assert sum(amount(one.owed) for one in items.items) == amount(items.owed_total)
    if items.by_law_spans:
        assert sum(amount(one.amount) for one in items.by_law_spans) == amount(items.by_law_total)


@pytest.mark.parametrize("case", ["court-hearing-set", "court-waived", "court-reckoned"])
def test_the_judgment_amount_is_computed_to_both_days(case):
    """Each column adds up, the first is the claim of the filing day, and the days between cost the interest of each."""
    told = blanks(case, AMOUNT)

    assert sum(amount(one.filing) for one in told.parts) == amount(told.filing_total)
    assert sum(amount(one.hearing) for one in told.parts) == amount(told.hearing_total)
    # 4,800.00 at 10%: to November 16 are 108 days, 142.03; to December 14 are 136, 178.85
    if case == "court-hearing-set":
        interest = next(one for one in told.parts if one.what == "Interest agreed")
        assert (interest.filing, interest.hearing) == ("$142.03", "$178.85")


def test_what_is_given_up_is_shown_and_asked_for_no_more():
    """Over the limit with the waiver chosen: the court's limit is claimed, the rest named as lost."""
    told = blanks("court-waived", STATEMENT)

    assert told.amount == "$8,000.00"
    assert "gives up $1,785.00" in told.waiver_sentence
    assert "cannot be claimed later" in told.waiver_sentence
    assert "for each day" not in told.request
    assert blanks("court-waived", AMOUNT).hearing_total == "$8,000.00"


def test_too_much_without_a_waiver_is_said():
    """A claim over the limit is not called within it."""
    assert blanks("court-too-much", STATEMENT).limit_sentence == ""
    assert any("more than the limit" in one.text for one in blanks("court-too-much", AMOUNT).remarks)


@pytest.mark.parametrize("document", FILED)
def test_no_talk_of_terms_and_no_account_number(document):
    """What was said about half the money, a plan or a settlement stays out; so do full account numbers."""
    said = read("court-hearing-set", document)

    assert not re.search(r"half|offer|plan\b", said, re.IGNORECASE)
    assert "4000 1234" not in said


@pytest.mark.parametrize("document", FILED)
def test_a_minor_appears_by_initials(document):
    """A name that the case lists as a minor's is in no paper for the court."""
    found = sheet("court-turned-against", (document, ""))

    assert isinstance(found, Sheet)
    assert "Pat Moss" not in text(found.docx)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("card 4000 1234 5678 9010 was declined", "card ending in 9010 was declined"),
        ("account no. 12345678", "account no. ending in 5678"),
        ("SSN 123-45-6789", "SSN ending in 6789"),
        ("invoice 20260104, call 555-010-0171", "invoice 20260104, call 555-010-0171"),
        ("kim lee came", "K. L. came"),
        ("the blue house", "[withheld]"),
    ],
)
def test_public_text(said, shown):
    """Numbers of accounts and people, minors and private words are shortened; invoices and telephones stay."""
    case = facts("plain").case
    private = type(case.private).model_validate({"minors": ["Kim Lee"], "words": ["the blue house"]})

    assert public(case.model_copy(update={"private": private}), said) == shown


@pytest.mark.parametrize(
    ("said", "terms"),
    [("offered to pay half", True), ("wants a plan", True), ("will pay on Friday", False), ("the planner left", False)],
)
def test_talk_of_terms(said, terms):
    """Paying less, later or in parts is talk of terms; a promise is none."""
    assert of_terms(said) is terms


def test_a_hearing_that_is_not_set_is_a_line():
    """A day to reckon with is computed with and never printed as set; without any day there is a line to fill in."""
    reckoned, unknown = blanks("court-reckoned", AMOUNT), blanks("court-costs", AMOUNT)

    assert (reckoned.hearing, reckoned.hearing_label) == ("", "Hearing, February 1, 2027")
    assert (unknown.hearing, unknown.hearing_label) == ("", "")
    assert "On the day of the hearing" in read("court-costs", AMOUNT)


def test_service_is_told_as_dates():
    """Fifteen days before December 14 is Sunday, November 29; the safe day is Friday the 27th."""
    told = " ".join(one.text for one in blanks("court-hearing-set", SERVICE).rules)

    assert "November 29, 2026, which is a Sunday; do it by November 27, 2026" in told
    assert "Outside the county of the court: November 24, 2026" in told
    assert "by December 9, 2026" in told
    assert "You may not serve the papers yourself" in told


def test_each_defendant_has_a_proof_of_service():
    """Two are sued: two sheets, and a set of copies for each."""
    assert [one.name for one in blanks("court-two-defendants", SERVICE).served] == ["Jo Reed", "Robin Vale"]
    assert any(one.record.startswith("4 sets") for one in blanks("court-two-defendants", CHECKLIST).checks)
    assert "Defendant Robin Vale (up to $3,000.00)" in blanks("court-two-defendants", STATEMENT).request


def test_papers_across_the_state_line():
    """A court whose papers stop at the line says so."""
    assert any("cannot as a rule be served outside" in one.text for one in blanks("court-beyond-line", SERVICE).rules)


def test_what_is_not_on_record_goes_to_the_clerk():
    """Without law at hand no form, fee, method or day is made up."""
    for case in ("court-no-law", "court-little-law"):
        statement, checklist = blanks(case, STATEMENT), blanks(case, CHECKLIST)
        assert (statement.forms, statement.venue_sentence) == ((), "")
        assert "Ask the clerk" in statement.face
        assert "Ask the clerk" in statement.fee
        assert blanks(case, SERVICE).methods == ()
        assert len([one for one in checklist.doubts if "Not on record" in one.text]) == 6
        assert "No fact in the file" not in " ".join(one.text for one in checklist.remarks)


def test_the_plaintiff_learns_before_filing_that_there_is_no_appeal():
    """Where a plaintiff cannot appeal, the check list says so."""
    assert any("you cannot appeal; the defendant can" in one.text for one in blanks("court-costs", CHECKLIST).remarks)


def test_a_missing_exhibit_is_said():
    """Whoever has no paper for a fact hears it from the outline and not from the judge."""
    found = {one.fact[0]: one.exhibit for one in blanks("plain", OUTLINE).facts}

    assert found["1"].startswith("none in the file")
    assert {one.fact[0]: one.exhibit for one in blanks("court-hearing-set", OUTLINE).facts}["1"] == "A"


def test_the_other_side_is_foreseen_from_the_file():
    """Each dispute, set-off and credit on record is answered by a fact, or is said to have no answer."""
    found = {one.said: one.answer for one in blanks("court-turned-against", OUTLINE).defenses}

    assert "63 days after the invoice" in found["Invoice INV-104: Two labels bleed at the edge."]
    assert any("The file holds no answer" in answer for answer in found.values())


def test_the_usual_is_answered_where_nothing_is_on_record():
    """Nothing was ever objected: the common defenses stand there with what the file has, or with what it lacks."""
    bare = {one.said: one.answer for one in blanks("plain", OUTLINE).defenses}
    full = {one.said: one.answer for one in blanks("court-hearing-set", OUTLINE).defenses}

    assert len(bare) == 5
    assert bare["You never asked us."] == "No demand is in the file: say when you asked."
    assert full["You never asked us."] == "A letter asked for it on October 19, 2026."
    assert full["Not delivered, or not as agreed."].startswith("Delivery is shown (Exhibit C);")


def test_only_papers_that_ask_are_named_as_asking():
    """The last three letters and the receipt of the mail; a mail of thanks asks for nothing."""
    assert listed("court-shown", proofs("court-shown")["5"].removesuffix(" and others")) == [
        "Letter",
        "Letter",
        "Final demand",
        "Receipt of the mail",
    ]
    assert proofs("court-shown")["5"].endswith(" and others")


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("court-shown", "Work done to Jun 29, 2026"),
        ("court-turned-against", "Delivery shown by a paper of Jun 30, 2026"),
        ("plain", "No day of delivery is in the file; say when the work was done and who took it"),
    ],
)
def test_when_the_work_was_done(case, said):
    """An invoice's day, else the last day of the work, else the day of the paper that shows it."""
    assert next(one.said for one in blanks(case, OUTLINE).facts if one.fact.startswith("2.")) == said


def test_a_plaintiff_in_person_says_the_name():
    """Who sues in person is named in the first sentence; who speaks for a company is a line to fill in."""
    known = facts("court-waived")
    alone = known.case.creditor.model_copy(update={"signer": None})
    known = replace(known, case=known.case.model_copy(update={"creditor": alone}))
    own = context_of(find_template(OUTLINE)).build(known, Request(OUTLINE))

    assert "My name is Mara Lind; I speak for myself" in own.speech[0].text
    assert "My name is ____; I speak for myself" in blanks("court-waived", OUTLINE).speech[0].text
    assert "My name is ____; I speak for Alder & Finch LLC" in blanks("plain", OUTLINE).speech[0].text


def test_money_for_other_invoices_is_not_told_as_paid_on_these():
    """What went to an earlier invoice is named as such."""
    said = " ".join(one.text for one in blanks("court-reckoned", STATEMENT).facts)

    assert "Defendant paid $700.00 on August 10, 2026; $464.50 of it went to these invoices" in said
    assert "1,000.00" not in said


def fee(rule, claimed, currency="USD"):
    """Return the fee under a rule."""
    law = CourtLaw(answers={RuleName.FILING_FEE: Answer("us-xf", RuleName.FILING_FEE, date(2026, 1, 1), rule)})
    case = facts("plain").case.model_copy(update={"currency": currency})
    return fee_words.fee(case, law, Decimal(claimed))


TIERS = {"tiers": [{"up_to": "1500", "fee": "30"}, {"up_to": "5000", "fee": "50"}, {"fee": "75"}]}


@pytest.mark.parametrize(
    ("rule", "claimed", "amount", "words"),
    [
        pytest.param(TIERS, "1500.00", "30", "for a claim up to $1,500.00", id="at-the-edge"),
        pytest.param(TIERS, "1500.01", "50", "for a claim up to $5,000.00", id="a-cent-over"),
        pytest.param(TIERS, "9000", "75", "for a claim over $5,000.00", id="open-above"),
        pytest.param(
            {"tiers": TIERS["tiers"][:2]}, "9000", None, "do not reach a claim of $9,000.00", id="off-the-list"
        ),
        # 1% of 20,000.00 = 200.00
        pytest.param({"percent": "1"}, "20000", "200.00", "1% of the claim", id="percentage"),
        pytest.param({"percent": "1", "minimum": "150"}, "900", "150", "at least $150.00", id="minimum"),
        pytest.param({"percent": "1", "maximum": "900"}, "200000", "900", "at most $900.00", id="maximum"),
        pytest.param({**TIERS, "local": "yes"}, "100", "30", "may set its own", id="local"),
        pytest.param({"local": "yes"}, "100", None, "Ask the clerk", id="only-local"),
    ],
)
def test_fee(rule, claimed, amount, words):
    """The fee of this claim's tier or percentage, within its bounds; where none is known, the clerk."""
    told = fee(FilingFee.model_validate(rule), claimed)

    assert told.amount == (None if amount is None else Decimal(amount))
    assert words in told.words


def test_fee_in_another_currency():
    """Dollars and yen are not compared."""
    assert fee(FilingFee.model_validate(TIERS), "100000", "JPY").amount is None


def test_the_court_of_the_case_is_asked():
    """The law is that of the court that hears this plaintiff at this place, on the day of filing."""
    law = court_law(facts("court-hearing-set"))

    assert law.court.name == "Overton City Court, Commercial Claims Part"
    assert law.answers[RuleName.SMALL_CLAIMS_LIMIT].on == date(2026, 11, 16)


def test_cases_differ():
    """No two of the court's cases are the same case."""
    assert len({repr(merged(one.change, {})) + repr(one.journal) for one in COURT.values()}) == len(COURT)


def test_tables_stand_whole():
    """The time line names the exhibit beside what it shows."""
    found = sheet("court-hearing-set", ("court/time-line", ""))
    rows = next(block for block in found.blocks if isinstance(block, Table) and block.rows[0][0] == "Date").rows

    assert ("May 4, 2026", "Agreement signed", "A") in rows


def rows(case):
    """Return the time line of a case: what happened, and the exhibit beside it."""
    return {one.what: one.exhibit for one in blanks(case, "court/time-line").lines}


def listed(case, labels):
    """Return the titles of the exhibits that have these letters."""
    return [one.title for one in blanks(case, "court/exhibit-list").exhibits if one.label in labels.split(", ")]


def proofs(case):
    """Return the exhibits of each fact to prove, by its number."""
    return {one.fact[0]: one.exhibit for one in blanks(case, OUTLINE).facts}


def told(case, start):
    """Return the sentence of the statement of claim that starts so."""
    return next(one.text for one in blanks(case, STATEMENT).facts if one.text.startswith(start))


def test_orders_under_an_agreement_are_told_on_their_own_day():
    """A contract is proved by the contract; a change and an order stand on the days they were given."""
    shown = rows("court-shown")

    assert (shown["Agreement signed"], shown["Change ordered"], shown["Order placed"]) == ("A", "B", "C")
    assert told("court-shown", "Defendant ordered a change of it on June 2, 2026").endswith("(Exhibit B).")
    assert proofs("court-shown")["1"] == "A"


def test_a_returned_payment_is_shown_by_the_bank():
    """The notice of that day is cited, and not the plaintiff's own account."""
    label = rows("court-shown")["The payment of $500.00 came back unpaid"]

    assert listed("court-shown", label) == ["The bank's notice"]
    assert f"(Exhibit {label})" in told("court-shown", "A payment of $500.00")


def test_what_a_payment_went_to_is_told():
    """4,800.00 at 10% from July 31 to September 1 costs 42.08; the rest of 100.00 goes to the invoice."""
    assert told("court-shown", "Defendant paid $100.00").endswith(
        "; $57.92 of it went to this invoice and $42.08 to interest on it."
    )


def test_an_answer_is_told_in_its_words_or_not_at_all():
    """A talk of terms, or an answer of which nothing was noted, is no line for a court."""
    assert [what for what in rows("court-shown") if "answered" in what] == [
        "Pat Moss answered by telephone: Will tell others"
    ]


def test_the_receipt_stands_beside_the_letter_that_was_mailed():
    """A letter that went by mail is shown with the proof of its mailing; its number is never broken."""
    what = next(what for what in rows("court-shown") if "certified" in what)

    assert "9407\N{NO-BREAK SPACE}1000" in what
    assert listed("court-shown", rows("court-shown")[what]) == ["Final demand", "Receipt of the mail"]


@pytest.mark.parametrize(
    ("name", "known", "shown"),
    [
        (
            "Superior Court, Small Claims Division",
            "Superior Court of Hill",
            "Superior Court of Hill\nSmall Claims Division",
        ),
        ("City Court, Small Claims Division (where there is one)", "City Court", "City Court\nSmall Claims Division"),
        ("Superior Court, Small Claims Division", "Small Claims Court of Hill", "Small Claims Court of Hill"),
        ("Superior Court, Civil Part", "Superior Court of Hill", "Superior Court of Hill"),
        ("Superior Court, Small Claims Division", None, "Superior Court, Small Claims Division"),
    ],
)
def test_the_caption_names_the_division(name, known, shown):
    """The small claims division stands under the courthouse, where its name leaves it out."""
    found = facts("court-waived")
    house = facts("court-hearing-set").case.small_claims.court.model_copy(update={"name": known}) if known else None
    small = found.case.small_claims.model_copy(update={"court": house})
    case = found.case.model_copy(update={"small_claims": small})
    court = court_law(found).court.model_copy(update={"name": name})

    assert "\n".join(court_lines(case, CourtLaw(court=court))) == shown


def test_a_limit_raised_before_the_hearing_brings_nothing_back():
    """The limit is 8,000.00 on the day of filing and 12,000.00 at the hearing: 8,000.00 is asked for on both."""
    known = facts("court-waived")
    then = claim_on(known, court_law(known), date(2030, 1, 14))

    assert then.amount == Decimal("8000.00")

"""The papers after filing: what each says, and what it leaves to a hand or to the court."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judgment_cases import JUDGED, LAW, OVER, PART, judged, won
from paper_cases import GUARANTOR, PERSON, facts_of, made
from paper_text import text
from walked_cases import event

from kit.documents.contexts import default_data, judgment_demand, judgment_plan, satisfaction
from kit.documents.contexts.request import Request
from kit.findings import KitError
from kit.ledger.judgment import judged as judged_ledger
from kit.ledger.judgment_plan import plan_for
from kit.model.account import Payment
from kit.model.document_ids import (
    ASSET_QUESTIONS,
    DEFAULT_DATA,
    JUDGMENT_DEMAND,
    JUDGMENT_PLAN,
    SATISFACTION,
)

GOLDEN = {
    JUDGMENT_DEMAND: ("judged-part-paid", "judged-against-two", "judged-no-rate"),
    JUDGMENT_PLAN: ("judged-own-rate", "judged-consumer"),
    SATISFACTION: ("judged-paid", "judged-given-up"),
    DEFAULT_DATA: ("served-not-heard", "served-person"),
    ASSET_QUESTIONS: ("judged", "judged-person"),
}
PAIRS = [(document, name) for document, names in GOLDEN.items() for name in names]
THREAT = re.compile(
    r"garnish|levy|seiz|sheriff|bank account|wages?\b|credit (?:report|bureau)|contempt|arrest|warrant", re.IGNORECASE
)


def words(name, document):
    """Return the words of a paper in one case."""
    return text(made(facts_of(JUDGED[name]), document).docx)


@pytest.mark.parametrize(("document", "name"), PAIRS)
def test_golden_words(document, name, golden):
    """A change of one word in these papers is seen by whoever reads the change."""
    golden(f"{name}.{document.rsplit('/', 1)[-1]}", words(name, document))


@pytest.mark.parametrize("name", sorted(JUDGED.keys() - set(OVER)))
@pytest.mark.parametrize("document", [JUDGMENT_DEMAND, JUDGMENT_PLAN])
def test_a_letter_threatens_nothing(document, name):
    """A judgment debtor is asked, told how to pay, and told what happens on payment; no step of force is named."""
    said = words(name, document)

    assert not THREAT.search(said)
    assert "sign the acknowledgment" in said


def test_the_demand_goes_to_the_lawyer():
    """Where the debtor has a lawyer the letter is the lawyer's, and says who is meant."""
    said = text(made(facts_of(judged(won(), **LAW)), JUDGMENT_DEMAND).docx)

    assert "Kim Song" in said
    assert "as the lawyer of Late Paper Supply Inc." in said


def test_the_demand_gives_two_weeks():
    """Without a day of the user's own it gives fourteen days, on a business day."""
    facts = facts_of(JUDGED["judged"])

    assert judgment_demand.decide(facts, Request(JUDGMENT_DEMAND)).pay_by == date(2026, 12, 7)


def test_no_interest_is_named_where_no_rate_is_known():
    """Where the rate is not on record the letter asks for none."""
    assert "Interest" not in words("judged-no-rate", JUDGMENT_DEMAND)


@settings(max_examples=60, deadline=None)
@given(count=st.integers(2, 24), principal=st.decimals(Decimal(100), Decimal(9000), places=2), wait=st.integers(15, 90))
def test_a_plan_closes_the_account(count, principal, wait):
    """Whoever pays every installment on its day owes nothing on the last one, to the cent."""
    facts = _open(str(principal))
    total, first = facts.ledger.judgment.total, date.fromordinal(facts.as_of.toordinal() + wait)
    plan = plan_for(facts.case, facts.terms, facts.forum, open_=total, first=first, count=count)
    paid = tuple(
        Payment.model_validate({"id": f"X-{one.number}", "on": one.due_on.isoformat(), "amount": str(one.amount)})
        for one in plan.instalments
    )
    then = facts.case.model_copy(update={"payments": paid})
    after = judged_ledger(then, facts.terms, plan.instalments[-1].due_on, facts.forum)[0].judgment

    assert (after.total, after.overpaid) == (0, 0)
    assert plan.total == total + plan.interest
    assert plan.interest >= 0
    assert len({one.amount for one in plan.instalments[:-1]}) == 1


_KNOWN = {}


def _open(principal):
    """Return a case with a judgment of that principal; the files are read once."""
    if not _KNOWN:
        _KNOWN["facts"] = facts_of(judged(won()))
    facts = _KNOWN["facts"]
    events = tuple(
        one.model_copy(update={"principal": Decimal(principal)}) if one.event == "judgment" else one
        for one in facts.case.events
    )
    case = facts.case.model_copy(update={"events": events})
    ledger, _ = judged_ledger(case, facts.terms, facts.as_of, facts.forum)
    return replace(facts, case=case, ledger=ledger)


def test_a_plan_has_the_users_terms():
    """The number of installments and the first day are the user's, where given."""
    facts = facts_of(JUDGED["judged"])
    asked = Request(JUDGMENT_PLAN, instalments=3, first_on=date(2027, 2, 1), pay_by=date(2027, 1, 11))
    blanks = judgment_plan.build(facts, asked)

    assert [row.due for row in blanks.rows] == ["February 1, 2027", "March 1, 2027", "April 1, 2027"]


@pytest.mark.parametrize(
    "asked",
    [{"instalments": 1}, {"instalments": 99}, {"first_on": date(2026, 11, 24)}, {"pay_by": date(2026, 11, 23)}],
)
def test_a_plan_that_is_none(asked):
    """One payment, a hundred, a first day before the answer or an answer today: refused in a sentence."""
    with pytest.raises(KitError):
        judgment_plan.build(facts_of(JUDGED["judged"]), Request(JUDGMENT_PLAN, **asked))


def test_satisfaction_only_when_paid():
    """Nobody acknowledges what the account does not show."""
    with pytest.raises(KitError, match=r"is not paid: \$4,998\.12 is open"):
        satisfaction.build(facts_of(JUDGED["judged"]), Request(SATISFACTION))


def test_satisfaction_says_what_was_given_up():
    """Paid in full is one thing, given up another; the paper says which."""
    assert "has been paid in full" in words("judged-paid", SATISFACTION)
    given = words("judged-given-up", SATISFACTION)
    assert "what was not paid has been given up" in given
    assert "$60.00" in given


def test_military_service_is_never_filled_in():
    """Every box of the statement is empty, and day, place and signature are lines."""
    said = words("served-person", DEFAULT_DATA)

    assert said.count("☐") == 3
    assert not re.search("[☑☒✓✗]", said)
    assert "50 U.S.C." in said
    assert "No natural person is sued" in words("served-not-heard", DEFAULT_DATA)


def test_each_defendant_has_a_row():
    """A guarantor who is sued has a row and a statement of its own, served or not."""
    case = JUDGED["served-person"]
    both = replace(case, change={**PERSON, "guarantors": [{**GUARANTOR, "sue": "yes"}]})
    blanks = default_data.build(facts_of(both), Request(DEFAULT_DATA))

    assert [(one.name, one.day) for one in blanks.services] == [
        ("Jo Reed", "Sep 8, 2026"),
        ("Robin Vale", "not on record"),
    ]
    assert [one.name for one in blanks.people] == ["Jo Reed", "Robin Vale"]


def test_a_default_is_computed_to_the_day():
    """The amount is that of the account on the day of the sheet, with what the law adds beside it."""
    said = words("served-not-heard", DEFAULT_DATA)

    assert "Amount on September 30, 2026" in said
    assert "$4,800.00" in said


def test_a_company_is_asked_other_questions():
    """A person is asked about pay, a company about customers; neither about anything but means."""
    company, person = words("judged", ASSET_QUESTIONS), words("judged-person", ASSET_QUESTIONS)

    assert "Your pay before and after deductions" in person
    assert "Your pay" not in company
    assert "Customers who owe the company money" in company
    for said in (company, person):
        assert not re.search(r"religio|health|immigra|politic|criminal|citizen", said, re.IGNORECASE)


def test_what_came_in_is_told_part_by_part():
    """The account that comes with the letter says where each payment went."""
    said = text(made(facts_of(judged(won(interest="88.20"), PART)), JUDGMENT_DEMAND).docx)

    assert "Payment P-9: 119.76 to interest and 1,080.24 to the judgment debt" in said


def test_a_payment_that_came_back_stands_twice():
    """It is shown as it came and as it went."""
    case = judged(won(), {**PART, "method": "check"}, event("2026-11-05", "bounced", payment="P-9"))

    assert "Payment P-9 came back unpaid" in text(made(facts_of(case), JUDGMENT_DEMAND).docx)

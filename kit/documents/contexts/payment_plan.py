"""The blanks of `agreements/payment-plan`: a debt paid in installments, and what a missed one leads to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kit.documents import wording
from kit.documents.contexts import letterhead, plan_guaranty, plan_rows
from kit.documents.contexts import plan_clauses as clauses
from kit.documents.contexts.agreement_parties import DebtParties, debt_parties
from kit.documents.contexts.plan_guaranty import Consent
from kit.documents.contexts.plan_rows import Planned
from kit.documents.contexts.plan_time_words import time_sentences
from kit.documents.contexts.request import Request
from kit.documents.contexts.settlement_words import law_sentence
from kit.facts import Facts
from kit.findings import KitError
from kit.model.case import Case
from kit.model.plan import PlanTerms


@dataclass(frozen=True, slots=True)
class Payment:
    """One payment of the plan."""

    number: str
    day: str
    amount: str


@dataclass(frozen=True, slots=True)
class PayBy:
    """One way to pay."""

    text: str


@dataclass(frozen=True, slots=True)
class PaymentPlan(DebtParties):
    """The blanks of ``agreements/payment-plan``."""

    footer: str
    opening: str
    debt_sentence: str
    rows: tuple[Planned, ...]
    counted_on: str
    debt: str
    acknowledge_sentence: str
    disputed_sentence: str
    time_sentence: str
    pay_sentence: str
    payments: tuple[Payment, ...]
    total: str
    interest_sentence: str
    where_to_pay: str
    ways: tuple[PayBy, ...]
    early_sentence: str
    application_sentence: str
    rest_sentence: str
    suit_sentence: str
    paid_sentence: str
    grace_sentence: str
    missed_sentence: str
    accelerate_sentence: str
    judgment_sentence: str
    unchanged_sentence: str
    guarantors_sentence: str
    back_sentence: str
    tell_sentence: str
    notices_sentence: str
    rights_sentence: str
    law_sentence: str
    open_sentence: str
    consents: tuple[Consent, ...]
    guaranty: str
    guarantor_name: str
    guarantor_address: str
    guarantor_entity: str
    guarantor_spouse: str
    guaranty_warning: str
    guaranty_limit: str
    guaranty_law: str


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request``; raises `KitError` where its terms are not of the day or of the debt of ``facts``."""
    terms = clauses.terms_of(request)
    if terms.counted_on != facts.as_of or terms.debt != facts.ledger.totals.collectable:
        raise KitError("the terms were counted on another day; make the plan with `kit plan` anew")
    return replace(request, pay_by=terms.open_until)


def build(facts: Facts, request: Request) -> PaymentPlan:
    """Fill the plan as of the day of ``facts``. Raises `KitError` as `decide` does."""
    terms = clauses.terms_of(decide(facts, request))
    case, ways = facts.case, ways_of(facts.case, terms)
    return PaymentPlan(
        **debt_parties(case),
        footer=letterhead.contract_footer(case, "Payment plan"),
        opening=(
            f"Drawn up on {wording.day(facts.as_of)}. It says how Debtor pays Creditor what is open under the "
            f"{letterhead.agreement_words(case)}."
        ),
        debt_sentence=clauses.debt_sentence(terms),
        rows=plan_rows.rows(case, facts.ledger, terms.counted_on),
        counted_on=wording.day(terms.counted_on),
        debt=wording.money(terms.debt, case.currency),
        acknowledge_sentence=clauses.acknowledge_sentence(terms),
        disputed_sentence=clauses.disputed_sentence(facts),
        time_sentence=time_sentences(facts, terms),
        pay_sentence=clauses.pay_sentence(terms, case.currency),
        payments=_payments(terms, case.currency),
        total=wording.money(terms.total, case.currency),
        interest_sentence=clauses.interest_sentence(terms, case.currency),
        where_to_pay=f"Debtor pays{letterhead.where_to_pay(case)} in one of these ways:" if ways else _where(case),
        ways=ways,
        early_sentence=clauses.early_sentence(terms),
        application_sentence=clauses.application_sentence(facts),
        rest_sentence=clauses.rest_sentence(),
        suit_sentence=clauses.suit_sentence(case),
        paid_sentence=clauses.paid_sentence(terms),
        grace_sentence=clauses.grace_sentence(terms),
        missed_sentence=clauses.missed_sentence(terms),
        accelerate_sentence=clauses.accelerate_sentence(terms),
        judgment_sentence=clauses.judgment_sentence(terms),
        unchanged_sentence=clauses.unchanged_sentence(facts, terms),
        guarantors_sentence=plan_guaranty.guarantors_sentence(facts, terms),
        back_sentence=clauses.back_sentence(),
        tell_sentence=clauses.tell_sentence(case),
        notices_sentence=clauses.notices_sentence(),
        rights_sentence=clauses.rights_sentence(case),
        law_sentence=law_sentence(facts),
        open_sentence=clauses.open_sentence(terms),
        consents=plan_guaranty.consents(facts, terms),
        **plan_guaranty.guaranty(facts, terms),
    )


def ways_of(case: Case, terms: PlanTerms) -> tuple[PayBy, ...]:
    """Return the ways to pay: those of the plan with what is known of them, else all that the creditor has."""
    known = {one.method.casefold(): f"{one.method}: {one.details}" for one in letterhead.ways_to_pay(case)}
    if not terms.methods:
        return tuple(PayBy(text) for text in known.values())
    return tuple(PayBy(known.get(one.casefold(), one)) for one in terms.methods)


def _where(case: Case) -> str:
    return f"Debtor pays{letterhead.where_to_pay(case)}."


def _payments(terms: PlanTerms, currency: str) -> tuple[Payment, ...]:
    first = 0 if terms.down else 1
    return tuple(
        Payment(str(number) if number else "Down payment", wording.day(one.due_on), wording.money(one.amount, currency))
        for number, one in enumerate(terms.dues, first)
    )

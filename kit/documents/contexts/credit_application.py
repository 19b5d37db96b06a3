"""The blanks of `contracts/credit-application`: what the applicant fills in and signs before anything goes on credit.

What the case knows is printed, the rest are lines to write on. Nobody is asked for a Social Security number, an
account number, anything of 15 U.S.C. § 1691(a), or a spouse's signature (12 C.F.R. § 1002.7(d)). A report about a
person needs that person's own signed instructions (15 U.S.C. § 1681b(a)(2)), so each has a page alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from kit.checks.credit import credit_terms
from kit.documents.contexts import contract_late, contract_money, credit_answer, credit_particulars, letterhead
from kit.documents.contexts.client_words import kind_words
from kit.documents.contexts.credit_answer import Person
from kit.documents.contexts.credit_particulars import Field, Orderer, Owner, Supplier
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.model.case import Case


@dataclass(frozen=True, slots=True)
class CreditApplicationPaper:
    """The blanks of ``contracts/credit-application``."""

    footer: str
    provider_name: str
    provider_address: str
    provider_contact: str
    client_name: str
    client_kind: str
    client_address: str
    filling_sentence: str
    particulars: tuple[Field, ...]
    owners: tuple[Owner, ...]
    suppliers: tuple[Supplier, ...]
    wanted: tuple[Field, ...]
    orderers: tuple[Orderer, ...]
    due_sentence: str
    late_fee_sentence: str
    interest_sentence: str
    estimate_sentence: str
    together_sentence: str
    lawful_sentence: str
    agreement_sentence: str
    personal_sentence: str
    client_entity: bool
    client_signer: str
    people: tuple[Person, ...]
    answer_sentence: str
    reasons_sentence: str
    reasons_from: str
    office_sentence: str
    law_line: str


def build(facts: Facts, request: Request) -> CreditApplicationPaper:  # noqa: ARG001 - every document is built from facts and a request
    """Fill the credit application as of the day of ``facts``.

    Raises `KitError` without a creditor, and for a consumer.
    """
    case, terms = facts.case, credit_terms(facts)
    if case.consumer:
        raise KitError(f"{case.debtor.name} is a consumer, and this application is for business credit")
    creditor = letterhead.creditor_of(case)
    people = credit_answer.people(case)
    natural = case.debtor.kind.natural_person
    return CreditApplicationPaper(
        footer=letterhead.contract_footer(case, "Credit application"),
        provider_name=letterhead.creditor_name(case),
        provider_address=letterhead.address_lines(creditor.address),
        provider_contact=letterhead.contact_line(creditor),
        client_name=case.debtor.shown_name,
        client_kind=kind_words(case.debtor).capitalize(),
        client_address=letterhead.address_lines(case.debtor.address),
        filling_sentence=_filling(case),
        particulars=credit_particulars.particulars(case),
        owners=credit_particulars.owners(case),
        suppliers=credit_particulars.suppliers(case),
        wanted=credit_particulars.wanted(case),
        orderers=credit_particulars.orderers(case),
        due_sentence=_due(case),
        late_fee_sentence=contract_late.late_fee_sentence(case),
        interest_sentence=contract_late.interest_sentence(case),
        estimate_sentence=contract_late.estimate_sentence(case),
        together_sentence=contract_late.together_sentence(case),
        lawful_sentence=contract_late.LAWFUL if case.agreement.late_fee or case.agreement.interest else "",
        agreement_sentence=_agreement(case),
        personal_sentence=credit_answer.personal(people),
        client_entity=not natural,
        client_signer=case.debtor.name if natural else "",
        people=people,
        answer_sentence=credit_answer.answer(terms),
        reasons_sentence=credit_answer.reasons(terms),
        reasons_from=credit_answer.reasons_from(case),
        office_sentence=credit_answer.office(terms),
        law_line=f"Times and office: {terms.cite}." if terms.cite else "",
    )


def _filling(case: Case) -> str:
    creditor = letterhead.creditor_of(case)
    where = (
        f" to {creditor.email}" if creditor.email else " to the address above" if creditor.address else " to Provider"
    )
    return f"Please fill in what is missing, correct what is wrong, sign, and send it{where}."


def _due(case: Case) -> str:
    return contract_money.due_sentence(case) if case.agreement.net_days is not None else ""


def _agreement(case: Case) -> str:
    if case.agreement.signed_on:
        return f"The {letterhead.agreement_words(case)} goes before these terms where the two differ."
    return "If the parties sign an agreement about the work or the goods, it goes before these terms where they differ."

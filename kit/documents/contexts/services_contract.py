"""The blanks of `contracts/services`: the agreement before work starts.

What the law leaves of each clause was decided by `kit.checks.contract_terms`;
here it only becomes words.
"""

from __future__ import annotations

from dataclasses import dataclass

from kit.checks.contract_terms import terms_for
from kit.documents import wording
from kit.documents.contexts import contract_courts, contract_late, contract_money, contract_rights, letterhead
from kit.documents.contexts.contract_money import Stage
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.model.case import Case, WorkKind


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of a list."""

    text: str


@dataclass(frozen=True, slots=True)
class ServicesContract:
    """The blanks of ``contracts/services``."""

    footer: str
    title: str
    effective_sentence: str
    provider_name: str
    provider_address: str
    provider_contact: str
    client_name: str
    client_address: str
    client_contact: str
    work_opening: str
    scope: tuple[Thing, ...]
    deliverables: tuple[Thing, ...]
    period_sentence: str
    goods: bool
    services: bool
    accept_days: str
    price_sentence: str
    stages: tuple[Stage, ...]
    deposit_sentence: str
    invoicing_sentence: str
    due_sentence: str
    dispute_days: str
    application_sentence: str
    late: bool
    late_fee_sentence: str
    interest_sentence: str
    estimate_sentence: str
    together_sentence: str
    lawful_sentence: str
    returned_check_sentence: str
    costs: bool
    collection_sentence: str
    attorney_sentence: str
    full_payment_sentence: str
    suspension_sentence: str
    rights_sentence: str
    rights_more: str
    retaliation_sentence: str
    ending_sentence: str
    conditions: tuple[Thing, ...]
    law_sentence: str
    courts_sentence: str
    signing_sentence: str
    provider_signer: str
    provider_title: str
    client_entity: bool
    client_signer: str
    guaranty: bool
    guarantor_name: str
    guarantor_address: str
    guarantor_entity: bool
    guarantor_spouse: str
    guaranty_limit: str
    waivers: tuple[Thing, ...]


def build(facts: Facts, request: Request) -> ServicesContract:  # noqa: ARG001 - every document is built from facts and a request
    """Fill the contract as of the day of ``facts``. Raises `KitError` where the case names no price."""
    case, agreement = facts.case, facts.case.agreement
    if agreement.price is None:
        raise KitError("`agreement.price` is missing; the contract needs it")
    terms = terms_for(facts)
    creditor = letterhead.creditor_of(case)
    name, title = letterhead.signer(case)
    collection = contract_late.collection_sentence(case)
    attorney = contract_late.attorney_sentence(terms)
    guarantor = contract_courts.guarantor_of(case)
    return ServicesContract(
        footer=letterhead.contract_footer(case, _title(case)),
        title=_title(case),
        effective_sentence=_effective(case),
        provider_name=letterhead.creditor_name(case),
        provider_address=letterhead.address_lines(creditor.address),
        provider_contact="\n".join(part for part in (creditor.phone, creditor.email) if part),
        client_name=case.debtor.shown_name,
        client_address=letterhead.address_lines(case.debtor.address),
        client_contact=_client_contact(case),
        work_opening=contract_rights.work_opening(case),
        scope=tuple(Thing(text) for text in agreement.scope),
        deliverables=tuple(Thing(text) for text in agreement.deliverables),
        period_sentence=contract_rights.period_sentence(case),
        goods=case.work.kind is WorkKind.GOODS,
        services=case.work.kind is not WorkKind.GOODS,
        accept_days=wording.count(agreement.accept_within_days, "day"),
        price_sentence=contract_money.price_sentence(case, agreement.price),
        stages=contract_money.stages(case, agreement.price),
        deposit_sentence=contract_money.deposit_sentence(case, agreement.price),
        invoicing_sentence=contract_money.invoicing_sentence(case, agreement.price, terms),
        due_sentence=contract_money.due_sentence(case),
        dispute_days=wording.count(agreement.dispute_within_days, "day"),
        application_sentence=contract_money.application_sentence(case, facts.terms.order),
        late=agreement.late_fee is not None or agreement.interest is not None,
        late_fee_sentence=contract_late.late_fee_sentence(case),
        interest_sentence=contract_late.interest_sentence(case),
        estimate_sentence=contract_late.estimate_sentence(case),
        together_sentence=contract_late.together_sentence(case),
        lawful_sentence=contract_late.LAWFUL,
        returned_check_sentence=contract_late.returned_check_sentence(case, terms),
        costs=bool(collection or attorney),
        collection_sentence=collection,
        attorney_sentence=attorney,
        full_payment_sentence=contract_courts.full_payment_sentence(case, terms),
        suspension_sentence=contract_rights.suspension_sentence(case),
        rights_sentence=contract_rights.rights_sentence(case),
        rights_more=contract_rights.rights_more(case),
        retaliation_sentence=contract_rights.retaliation_sentence(terms),
        ending_sentence=contract_rights.ending_sentence(case),
        conditions=tuple(Thing(text) for text in contract_courts.condition_sentences(case)),
        law_sentence=contract_courts.law_sentence(facts.law),
        courts_sentence=contract_courts.courts_sentence(case, facts.forum if case.forum else facts.law),
        signing_sentence=contract_courts.signing_sentence(terms),
        provider_signer=name,
        provider_title=title,
        client_entity=not case.debtor.kind.natural_person,
        client_signer=case.debtor.name if case.debtor.kind.natural_person else "",
        guaranty=guarantor is not None,
        guarantor_name=guarantor.name if guarantor else "",
        guarantor_address=", ".join(guarantor.address.lines) if guarantor and guarantor.address else "",
        guarantor_entity=guarantor is not None and not guarantor.kind.natural_person,
        guarantor_spouse=(guarantor.spouse or "") if guarantor and terms.both_spouses else "",
        guaranty_limit=contract_courts.guaranty_limit(case, guarantor) if guarantor else "",
        waivers=tuple(Thing(text) for text in contract_courts.GUARANTY_WAIVERS) if guarantor else (),
    )


def _effective(case: Case) -> str:
    if case.agreement.signed_on:
        return f"It takes effect on {wording.day(case.agreement.signed_on)}."
    return "It takes effect when both have signed it."


def _title(case: Case) -> str:
    return case.agreement.title or ("Supply agreement" if case.work.kind is WorkKind.GOODS else "Services agreement")


def _client_contact(case: Case) -> str:
    people = case.debtor.contacts
    if people:
        return "\n".join(part for part in (people[0].name, people[0].phone, people[0].email) if part)
    return "\n".join(part for part in (case.debtor.phone, case.debtor.email) if part)

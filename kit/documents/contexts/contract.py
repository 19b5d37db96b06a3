"""What every contract shares: the blanks of the parts `contract-payment`, `contract-close` and `contract-guaranty`.

What the law leaves of each clause was decided by `kit.checks.contract_terms`;
here it only becomes words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kit.checks.contract_terms import ContractTerms
from kit.documents import wording
from kit.documents.contexts import contract_courts, contract_late, contract_money, contract_rights, letterhead
from kit.documents.contexts.contract_parties import Parties, parties
from kit.facts import Facts
from kit.model.case import Case


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of a list."""

    text: str


@dataclass(frozen=True)  # without slots, as the next one: only so can a class have more than one parent with blanks
class Agreed:
    """The blanks of the clauses that every contract has."""

    footer: str
    title: str
    effective_sentence: str
    scope: tuple[Thing, ...]
    period_sentence: str
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
    conditions: tuple[Thing, ...]
    law_sentence: str
    courts_sentence: str
    signing_sentence: str


@dataclass(frozen=True)
class Guaranteed:
    """The blanks of the guaranty; empty where nobody guarantees."""

    guaranty: bool
    guarantor_name: str
    guarantor_address: str
    guarantor_entity: bool
    guarantor_spouse: str
    guaranty_limit: str
    waivers: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Contract(Guaranteed, Agreed, Parties):
    """The blanks that every contract has."""


def shared(facts: Facts, terms: ContractTerms, title: str) -> dict[str, Any]:
    """Return the blanks of `Contract`, filled as ``terms`` leave them; ``title`` is the contract's name.

    Raises `KitError` where the case has no creditor.
    """
    case = facts.case
    return {**parties(case), **vars(_agreed(facts, terms, title)), **vars(_guaranteed(case, terms))}


def _agreed(facts: Facts, terms: ContractTerms, title: str) -> Agreed:
    case, agreement = facts.case, facts.case.agreement
    collection = contract_late.collection_sentence(case)
    attorney = contract_late.attorney_sentence(terms)
    return Agreed(
        footer=letterhead.contract_footer(case, title),
        title=title,
        effective_sentence=_effective(case),
        scope=tuple(Thing(text) for text in agreement.scope),
        period_sentence=contract_rights.period_sentence(case),
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
        conditions=tuple(Thing(text) for text in contract_courts.condition_sentences(case)),
        law_sentence=contract_courts.law_sentence(facts.law),
        courts_sentence=contract_courts.courts_sentence(case, facts.forum if case.forum else facts.law),
        signing_sentence=contract_courts.signing_sentence(terms),
    )


def _guaranteed(case: Case, terms: ContractTerms) -> Guaranteed:
    """Return who guarantees, how far, and who signs with the guarantor."""
    guarantor = contract_courts.guarantor_of(case)
    return Guaranteed(
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

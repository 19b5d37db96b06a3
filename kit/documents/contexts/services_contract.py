"""The blanks of `contracts/services`: the agreement before work starts."""

from __future__ import annotations

from dataclasses import dataclass

from kit.checks.contract_terms import terms_for
from kit.documents import wording
from kit.documents.contexts import contract_money, contract_rights
from kit.documents.contexts.contract import Contract, Thing, shared
from kit.documents.contexts.contract_money import Stage
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError


@dataclass(frozen=True, slots=True)
class ServicesContract(Contract):
    """The blanks of ``contracts/services``."""

    work_opening: str
    deliverables: tuple[Thing, ...]
    accept_days: str
    price_sentence: str
    stages: tuple[Stage, ...]
    deposit_sentence: str
    invoicing_sentence: str
    rights_sentence: str
    rights_more: str
    retaliation_sentence: str
    ending_sentence: str


def build(facts: Facts, request: Request) -> ServicesContract:  # noqa: ARG001 - every document is built from facts and a request
    """Fill the contract as of the day of ``facts``. Raises `KitError` where the case names no price."""
    case, agreement = facts.case, facts.case.agreement
    if agreement.price is None:
        raise KitError("`agreement.price` is missing; the contract needs it")
    terms = terms_for(facts)
    return ServicesContract(
        **shared(facts, terms, agreement.title or "Services agreement"),
        work_opening=contract_rights.work_opening(case),
        deliverables=tuple(Thing(text) for text in agreement.deliverables),
        accept_days=wording.count(agreement.accept_within_days, "day"),
        price_sentence=contract_money.price_sentence(case, agreement.price),
        stages=contract_money.stages(case, agreement.price),
        deposit_sentence=contract_money.deposit_sentence(case, agreement.price),
        invoicing_sentence=contract_money.invoicing_sentence(case, agreement.price, terms),
        rights_sentence=contract_rights.rights_sentence(case),
        rights_more=contract_rights.rights_more(case),
        retaliation_sentence=contract_rights.retaliation_sentence(terms),
        ending_sentence=contract_rights.ending_sentence(case),
    )

"""What the law asks of a credit application: business credit only, lawful late charges, a refusal told in time.

Credit to consumers has disclosures of its own (12 C.F.R. pt. 1026), which this application lacks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kit.checks.contract_terms import untested
from kit.checks.freelancer import whole_price
from kit.checks.late_terms import check_late_terms
from kit.facts import Facts
from kit.findings import Finding, stop
from kit.model.inquiry import Inquiry
from kit.model.law import Answer, Jurisdiction
from kit.model.law_days import CreditRefusal
from kit.model.law_names import RuleName
from kit.model.law_words import ChosenBy
from kit.model.selectors import days_of, selectors_of


@dataclass(frozen=True, slots=True)
class CreditTerms:
    """How a refusal is told, where the law is known, and what speaks against the application."""

    refusal: CreditRefusal | None
    cite: str
    findings: tuple[Finding, ...]
    used: tuple[Answer, ...]


def credit_terms(facts: Facts) -> CreditTerms:
    """Return what the law makes of a credit application on the day of ``facts``."""
    found, used = list(_consumer(facts)), []
    refusal, cite = None, ""
    if facts.federal:
        federal = _inquiry(facts, facts.federal)
        refusal, cite = federal.value(RuleName.CREDIT_REFUSAL, facts.as_of, CreditRefusal)
        found += federal.findings
        used += federal.used
    agreement = facts.case.agreement
    if agreement.late_fee or agreement.interest:
        if facts.law is None:
            found += untested(facts.case).findings
        else:
            late = _inquiry(facts, facts.law)
            found += [*check_late_terms(facts.case, late, late.days[ChosenBy.AGREEMENT])]
            found += late.findings
            used += late.used
    return CreditTerms(refusal, cite, tuple(found), tuple(used))


def _consumer(facts: Facts) -> Iterator[Finding]:
    case = facts.case
    if case.consumer:
        message = f"{case.debtor.name} is a consumer, and this application is for business credit"
        fix = "Ask a lawyer for a form with the disclosures of consumer credit, or correct `purpose:`."
        yield stop("K199", message, case.place("purpose"), fix=fix)


def _inquiry(facts: Facts, law: Jurisdiction) -> Inquiry:
    """Return an inquiry about an agreement made on its day, or today where it is not signed yet."""
    case = facts.case
    selectors = {**selectors_of(case), "agreed": True, "amount": whole_price(case) or Decimal(1)}
    on = case.agreement.signed_on or facts.as_of
    return Inquiry(law, selectors, {**days_of(case, facts.as_of), ChosenBy.AGREEMENT: on})

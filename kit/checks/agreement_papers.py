"""What a contract, a change order or a credit application is asked before it goes out to be signed."""

from __future__ import annotations

from collections.abc import Iterator

from kit.checks.changes import check_changes
from kit.checks.contract_terms import terms_for
from kit.checks.credit import credit_terms
from kit.checks.law_data import check_law_data
from kit.facts import Facts
from kit.findings import Finding
from kit.model.client import CREDIT_APPLICATION
from kit.model.document_ids import CHANGE_ORDER, CONTRACT, GOODS


def check_agreement(facts: Facts, document: str) -> Iterator[Finding]:
    """Say what the law leaves of a contract, or what a change order rests on; silent for other documents."""
    if document in (CONTRACT, GOODS):
        terms = terms_for(facts)
        yield from terms.findings
        yield from check_law_data(terms.used, facts.as_of)
    elif document == CHANGE_ORDER:
        yield from check_changes(facts)
    elif document == CREDIT_APPLICATION:
        credit = credit_terms(facts)
        yield from credit.findings
        yield from check_law_data(credit.used, facts.as_of)

"""What a case says to a rule of law: who sues whom, over what, where."""

from __future__ import annotations

from datetime import date
from typing import Any

from kit.model.agreement import AgreementKind
from kit.model.case import Case, WorkKind
from kit.model.law_words import ChosenBy, ClaimWord, ContractKind

KINDS = {
    AgreementKind.WRITTEN: ContractKind.WRITTEN,
    AgreementKind.ORAL: ContractKind.ORAL,
    AgreementKind.OPEN_ACCOUNT: ContractKind.OPEN_ACCOUNT,
    AgreementKind.ACCOUNT_STATED: ContractKind.ACCOUNT_STATED,
    AgreementKind.SALE_OF_GOODS: ContractKind.SALE_OF_GOODS,
}


def selectors_of(case: Case) -> dict[str, Any]:
    """Return what rules may turn on, for `Jurisdiction.answer`; what is not known is left out."""
    address = case.debtor.address
    found: dict[str, Any] = {
        "debtor": case.debtor.kind.value,
        "claim": claim_of(case),
        "kind": KINDS[case.agreement.kind],
    }
    if case.creditor:
        found["plaintiff"] = case.creditor.kind.value
    if address:
        found["city"] = address.city
        if address.county:
            found["county"] = address.county
    return found


def claim_of(case: Case) -> ClaimWord:
    """Return the kind of claim in the law's words."""
    if case.consumer:
        return ClaimWord.HOME_IMPROVEMENT if case.work.home_improvement else ClaimWord.CONSUMER
    return ClaimWord.CONSTRUCTION if case.work.kind is WorkKind.CONSTRUCTION else ClaimWord.TRADE


def days_of(case: Case, as_of: date) -> dict[ChosenBy, date]:
    """Return when the events were that date rules of law: the agreement, the first due date, a filing on ``as_of``."""
    agreed = case.agreement.signed_on or case.agreement.starts_on
    due = first_due(case) or as_of
    return {
        ChosenBy.AGREEMENT: agreed or min((invoice.issued_on for invoice in case.invoices), default=as_of),
        ChosenBy.ACCRUAL: due,
        ChosenBy.DUE: due,
        ChosenBy.FILING: as_of,
        ChosenBy.EACH_DAY: as_of,
        ChosenBy.EVENT: as_of,
    }


def first_due(case: Case) -> date | None:
    """Return the earliest day on which something of the case is due."""
    dues = [due for invoice in case.invoices if (due := case.due_on(invoice)) and not invoice.instalments]
    return min((*dues, *(part.due_on for invoice in case.invoices for part in invoice.instalments)), default=None)

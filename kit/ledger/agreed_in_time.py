"""Was the late charge agreed before the work it is charged on?

A charge for lateness is owed because it was promised: on what was billed before
the agreement was signed it is not posted, and a note says so. Where the day of
the signature is missing nobody can tell, so a paper that collects waits for it.
"""

from __future__ import annotations

from datetime import date

from kit.findings import Finding, note, stop
from kit.model.account import Invoice
from kit.model.agreement import AgreementKind
from kit.model.case import Case
from kit.model.inquiry import Inquiry
from kit.model.law_debts import LateChargeConditions
from kit.model.law_names import RuleName
from kit.model.law_words import Say
from kit.model.selectors import first_due

BEFORE_WORK = "a late charge counts only if it was agreed before the work"
NAMED = 6  # invoices in one sentence


def charged_from(case: Case, inquiry: Inquiry | None, as_of: date, found: list[Finding]) -> date | None:
    """Return the first day of issue whose invoices bear the agreed charges, None for all; doubts go to ``found``."""
    billed = [invoice for invoice in case.invoices if invoice.issued_on <= as_of]
    if not billed:
        return None
    asked = None
    if inquiry:
        asked, _ = inquiry.value(RuleName.LATE_CHARGE_CONDITIONS, None, LateChargeConditions, agreed=True)
    kind, signed = case.agreement.kind, case.agreement.signed_on
    if kind is AgreementKind.ORAL and (asked is None or asked.in_writing is Say.NOT_RESEARCHED):
        message = "the agreement is oral; whether a late charge must be agreed in writing here has not been researched"
        fix = "Ask a lawyer there, or leave out `interest:` and `late_fee:`."
        found.append(note("K179", message, case.place("agreement", "kind"), fix=fix))
    if signed is None:
        if kind is AgreementKind.WRITTEN:
            found.append(_unsigned(case, as_of))
        return None
    if asked and asked.agreed_before_work is Say.NO:
        return None
    early = [invoice for invoice in billed if invoice.issued_on < signed]
    if early:
        found.append(_signed_late(case, early, signed))
    return signed


def uncharged(case: Case, since: date, as_of: date) -> bool:
    """Whether everything billed by ``as_of`` was billed before the charges were agreed."""
    return all(invoice.issued_on < since for invoice in case.invoices if invoice.issued_on <= as_of)


def _unsigned(case: Case, as_of: date) -> Finding:
    """Say that the day is missing; it holds a paper back only once something is past its due date."""
    message = f"the day the agreement was signed is missing; write `signed_on:`: {BEFORE_WORK}"
    fix = "Write `signed_on:` under `agreement`, or leave out `interest:` and `late_fee:`."
    place, due = case.place("agreement"), first_due(case)
    if due is None or due >= as_of:
        return note("K178", message, place, fix=fix)
    return stop("K178", message, place, fix=fix, overridable=True)


def _signed_late(case: Case, early: list[Invoice], signed: date) -> Finding:
    names = ", ".join(f"{invoice.id} of {invoice.issued_on}" for invoice in early[:NAMED])
    more = f" and {len(early) - NAMED} more" if len(early) > NAMED else ""
    message = f"no interest and no late fee is charged on {names}{more}: the agreement was signed later, on {signed}"
    fix = f"As a rule {BEFORE_WORK}. If it was agreed earlier, write that day as `signed_on:` and keep the proof."
    return note("K177", message, case.place("agreement", "signed_on"), fix=fix)

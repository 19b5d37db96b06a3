"""The terms of an agreement that a lawyer asks for first, each as the file has it."""

from __future__ import annotations

from collections.abc import Iterator

from kit.documents import wording
from kit.documents.contexts.handoff_head import Fact
from kit.documents.contexts.letterhead import agreement_words, source_words
from kit.model.agreement import Agreement
from kit.model.case import Case
from kit.model.money import to_minor


def agreed_terms(case: Case) -> tuple[Fact, ...]:
    """Return what was agreed: the writing, payment, lateness, fees, law and court, guaranty, conditions."""
    return tuple(_all(case))


def _all(case: Case) -> Iterator[Fact]:
    agreed = case.agreement
    said = agreement_words(case)
    yield Fact("Agreement", f"{said[:1].upper()}{said[1:]}; {_drafter(agreed)}")
    if agreed.net_days is not None:
        yield Fact("Payment", f"{wording.count(agreed.net_days, 'day')} after the invoice")
    yield from _lateness(case)
    yield Fact("Attorney fees", _fees(agreed))
    law = agreed.governing_law
    yield Fact("Governing law", _state(law) if law else "nothing agreed")
    clause = agreed.conditions.forum_clause
    yield Fact("Court agreed on", _state(clause) if clause else "nothing agreed")
    yield from _conditions(agreed)
    if agreed.guaranty:
        most = agreed.guaranty.limit
        limit = f", up to {wording.money(to_minor(most, case.currency), case.currency)}" if most is not None else ""
        yield Fact("Guaranty", f"{agreed.guaranty.guarantor}{limit}")
    if case.changes:
        yield Fact("Changes", wording.listing(f"{one.id} of {wording.short_day(one.on)}" for one in case.changes))


def _drafter(agreed: Agreement) -> str:
    if "drafted_by" not in agreed.model_fields_set:  # a default says nothing about this agreement
        return "who drafted it is not on record"
    return "drafted by " + {"creditor": "us", "debtor": "the debtor", "both": "both sides"}[agreed.drafted_by]


def _lateness(case: Case) -> Iterator[Fact]:
    agreed = case.agreement
    if agreed.interest:
        one = agreed.interest
        more = "" if one.compounding == "none" else f", compounded {one.compounding}"
        starts = {"due_date": "the due date", "after_grace": "the end of the grace days", "demand": "a demand"}
        rate = f"{wording.percent(one.percent_a_year)} a year from {starts[one.starts]}{more}"
        yield Fact("Interest", f"{rate}{source_words(one.source)}")
    else:
        yield Fact("Interest", "nothing agreed")
    if agreed.late_fee:
        fee = agreed.late_fee
        parts = [f"{wording.money(to_minor(fee.flat, case.currency), case.currency)}"] if fee.flat else []
        parts += [f"{wording.percent(fee.percent)} once"] if fee.percent else []
        parts += [f"{wording.percent(fee.percent_a_month)} a month"] if fee.percent_a_month else []
        yield Fact("Late fee", f"{wording.listing(parts)}{source_words(fee.source)}" if parts else "agreed")


def _fees(agreed: Agreement) -> str:
    fees = agreed.attorney_fees
    if fees is None or not fees.clause:
        return "nothing agreed"
    return "to whoever wins, either side" if fees.reciprocal else "to the client alone, as written"


def _state(code: str) -> str:
    return code.removeprefix("us-").upper() if code != "us" else "United States"


def _conditions(agreed: Agreement) -> Iterator[Fact]:
    asked = agreed.conditions
    if asked.notice_and_cure_days is not None:
        yield Fact("Before a suit", f"notice and {wording.count(asked.notice_and_cure_days, 'day')} to cure")
    if asked.mediation:
        yield Fact("Mediation", "agreed before a suit")
    if asked.arbitration:
        out = "; small claims stay with the court" if asked.small_claims_carved_out else ""
        yield Fact("Arbitration", f"agreed{out}")

"""The blanks of `internal/preference-report`: what a trustee may ask back, and what speaks for keeping it."""

from __future__ import annotations

from dataclasses import dataclass

from kit.checks.claim_class import claim_classes
from kit.checks.preference import PreferenceReport, preference_report
from kit.checks.preference_rows import PreferenceRow
from kit.checks.preference_words import Remark, preference_remarks
from kit.documents import wording
from kit.documents.contexts.account import Sum, citation
from kit.documents.contexts.bankruptcy_caption import BankruptcyCaptioned, bankruptcy_caption
from kit.documents.contexts.request import Request
from kit.documents.forms.claim_form_facts import petition_of
from kit.facts import Facts
from kit.findings import KitError

TITLE = "Payments before the petition"


@dataclass(frozen=True, slots=True)
class PaidRow:
    """A payment, or a delivery after one."""

    on: str
    ref: str
    paid: str
    new_value: str
    days: str
    exposure: str


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence with the law it stands on."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PreferenceSheet(BankruptcyCaptioned):
    """The blanks of ``internal/preference-report``."""

    petition_day: str
    first_day: str
    rows: tuple[PaidRow, ...]
    sums: tuple[Sum, ...]
    remarks: tuple[Said, ...]


def build(facts: Facts, request: Request) -> PreferenceSheet:  # noqa: ARG001 - every document is built from both
    """Fill the report. Raises `KitError` where no petition is on record, or the law of its day is not."""
    claim = petition_of(facts)
    report = preference_report(facts, claim, claim_classes(facts, claim).goods)
    if report is None:
        raise KitError(f"the law on payments before a petition of {claim.petition_on} is not on record; ask a lawyer")
    return PreferenceSheet(
        **bankruptcy_caption(facts, TITLE),
        petition_day=wording.day(report.petition_on),
        first_day=wording.day(report.first_day),
        rows=tuple(_row(row, claim.currency) for row in report.rows),
        sums=_sums(report, claim.currency),
        remarks=tuple(Said(wording.curly(_said(one))) for one in preference_remarks(report, claim.currency)),
    )


def _row(row: PreferenceRow, currency: str) -> PaidRow:
    return PaidRow(
        wording.short_day(row.on),
        row.ref,
        wording.bare_money(row.paid, currency) if row.paid else "",
        wording.bare_money(row.new_value, currency) if row.new_value else "",
        str(row.days_to_pay) if row.days_to_pay is not None else "",
        wording.bare_money(row.exposure, currency),
    )


def _sums(report: PreferenceReport, currency: str) -> tuple[Sum, ...]:
    return (
        Sum("Paid on old bills within the days", wording.money(report.total, currency)),
        Sum("New value still unpaid that comes off", wording.money(report.new_value, currency)),
        Sum("Could be asked back at most", wording.money(report.at_risk, currency)),
    )


def _said(one: Remark) -> str:
    law = citation(one.law).rstrip(".")
    return f"{one.text[:-1]} ({law})." if law and one.text.endswith(".") else one.text

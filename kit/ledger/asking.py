"""Questions of the ledger to the governing law; every doubt becomes a finding."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from kit.findings import Finding
from kit.model.case import Case
from kit.model.inquiry import Inquiry
from kit.model.law import Answer, Jurisdiction, RateSpan
from kit.model.law_names import RuleName
from kit.model.money import ZERO
from kit.model.selectors import days_of, selectors_of


class Asking:
    """Asks the governing law about one case, each rule on the day that its law goes by."""

    def __init__(self, law: Jurisdiction, case: Case, as_of: date) -> None:
        selectors = {**selectors_of(case), "amount": amount_of(case) or Decimal(1)}
        self.inquiry = Inquiry(law, selectors, days_of(case, as_of))
        self.law = law

    def ask(self, rule: RuleName, event: date | None = None, *, needed: str = "", **more: Any) -> Answer | None:
        """Return the answer, or None where the law is not known; see `Inquiry.ask`.

        ``event`` is the day of the event where the rule goes by one, such as a
        returned check; agreement, due date and accrual are known already.
        """
        return self.inquiry.ask(rule, event, needed, **more)

    def rates(self, rule: RuleName, start: date, end: date, **more: Any) -> tuple[RateSpan, ...]:
        """Return the law's rates from ``start`` up to, not including, ``end``; raises as `Jurisdiction.rates`."""
        spans = self.law.rates(rule, start, end, **{**self.inquiry.selectors, **more})
        for span in spans:  # each figure goes into the record with its own answer
            self.inquiry.ask(rule, span.start, **more)
        return spans

    def unknown(self, rule: RuleName, reason: str) -> None:
        """Record a question without an answer."""
        self.inquiry.unknown(rule, reason)

    def add(self, finding: Finding) -> None:
        """Record a finding once."""
        self.inquiry.add(finding)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every doubt so far."""
        return tuple(self.inquiry.findings)

    @property
    def used(self) -> tuple[Answer, ...]:
        """Every answer that the terms stand on."""
        return tuple(self.inquiry.used)


def amount_of(case: Case) -> Decimal:
    """Return what all invoices charge together."""
    return sum((case.total(invoice) for invoice in case.invoices), ZERO)

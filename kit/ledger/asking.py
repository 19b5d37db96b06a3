"""Questions of the ledger to the governing law; every doubt becomes a finding."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from kit.findings import Finding, KitError, note, stop
from kit.model.case import Case
from kit.model.law import Answer, Jurisdiction
from kit.model.law_names import RuleName
from kit.model.law_rules import RULES
from kit.model.law_words import ChosenBy, Confidence
from kit.model.money import ZERO
from kit.model.selectors import selectors_of


class Asking:
    """Asks one jurisdiction about one case and keeps what it could not answer."""

    def __init__(self, law: Jurisdiction, case: Case, as_of: date) -> None:
        self.law = law
        due = first_due(case) or as_of
        agreed = case.agreement.signed_on or case.agreement.starts_on
        self.days = {
            ChosenBy.AGREEMENT: agreed or min((invoice.issued_on for invoice in case.invoices), default=as_of),
            ChosenBy.ACCRUAL: due,
            ChosenBy.DUE: due,
            ChosenBy.FILING: as_of,
            ChosenBy.EACH_DAY: as_of,
        }
        self.findings: list[Finding] = []
        self.selectors: dict[str, Any] = {**selectors_of(case), "amount": amount_of(case) or Decimal(1)}

    def ask(self, rule: RuleName, event: date | None = None, *, needed: str = "", **more: Any) -> Answer | None:
        """Return the answer on the day that picks it, or None where the law is not known.

        ``event`` is the day of the event where the rule goes by one, such as a
        returned check; agreement, due date and accrual are known already.

        ``needed`` says what is charged under that law: then not knowing it
        stops the paper, until the user says on record why it may go.
        """
        chosen = self.law.chosen_by(rule)
        on = self.days.get(chosen) or event or self.days[ChosenBy.FILING]
        try:
            answer = self.law.answer(rule, on, **{**self.selectors, **more})
        except KitError as err:
            self.unknown(rule, str(err), needed)
            return None
        if not answer.known:
            self.unknown(rule, f"nobody has researched this for {self.law.name}", needed)
            return None
        if answer.confidence in (Confidence.MEDIUM, Confidence.LOW):
            whom = answer.confirm_with or f"the clerk of the court or a lawyer in {self.law.name}"
            message = f"of {answer.confidence} confidence: {RULES[rule].asks}"
            self.add(note("K221", message, fix=f"Confirm it with {whom}.", law=answer.cite))
        return answer

    def unknown(self, rule: RuleName, reason: str, needed: str = "") -> None:
        """Record a question without an answer."""
        fix = f"Ask the clerk of the court or a lawyer in {self.law.name}."
        why = reason[:1].upper() + reason[1:].rstrip(".")
        if needed:
            message = f"{needed}, and the law's limit is not known: {RULES[rule].asks} {why}."
            self.add(stop("K166", message, fix=fix, overridable=True))
        else:
            self.add(note("K220", f"not tested: {RULES[rule].asks} {why}.", fix=fix))

    def add(self, finding: Finding) -> None:
        """Record a finding once."""
        if finding not in self.findings:
            self.findings.append(finding)


def first_due(case: Case) -> date | None:
    """Return the earliest day on which something of the case is due."""
    dues = [due for invoice in case.invoices if (due := case.due_on(invoice)) and not invoice.instalments]
    return min((*dues, *(part.due_on for invoice in case.invoices for part in invoice.instalments)), default=None)


def amount_of(case: Case) -> Decimal:
    """Return what all invoices charge together."""
    return sum((case.total(invoice) for invoice in case.invoices), ZERO)

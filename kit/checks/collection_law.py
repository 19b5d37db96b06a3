"""Does collection law reach a creditor that collects this debt for itself?

Where it does, good manners are rules: how often to call, what to say, what
never to threaten. The law is named so that the user can read it first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kit.facts import Facts
from kit.findings import Finding, KitError, note
from kit.model.inquiry import Inquiry
from kit.model.law import Jurisdiction
from kit.model.law_contracts import OwnDebtCollection
from kit.model.law_names import RuleName
from kit.model.law_words import Say
from kit.model.money import ZERO
from kit.model.selectors import selectors_of


@dataclass(frozen=True, slots=True)
class Binding:
    """A law that reaches this creditor on this debt: what it says, and where it stands."""

    rule: OwnDebtCollection
    cite: str


def laws_that_bind(facts: Facts, on: date) -> tuple[Binding, ...]:
    """Return every law at hand that on the day ``on`` makes rules of manners: the court's, the contract's, federal."""
    laws = dict.fromkeys(law for law in (facts.forum, facts.law, facts.federal) if law)
    return tuple(binding for law in laws if (binding := _binding(facts, law, on)))


def _binding(facts: Facts, law: Jurisdiction, on: date) -> Binding | None:
    agreed = bool(facts.case.agreement.interest or facts.case.agreement.late_fee)
    asked = {**selectors_of(facts.case), "amount": facts.ledger.totals.total or ZERO, "agreed": agreed}
    try:
        answer = law.answer(RuleName.OWN_DEBT_COLLECTION, on, **asked)
    except KitError:
        return None  # off the record; the final demand says what could not be tested
    rule = answer.of(OwnDebtCollection)
    return Binding(rule, answer.cites) if rule and _said(facts, rule) is Say.YES else None


def check_collection_law(facts: Facts, inquiry: Inquiry) -> Iterator[Finding]:
    """Name the law of the debtor's state, or the federal one, where it binds this creditor."""
    rule, cite = inquiry.value(RuleName.OWN_DEBT_COLLECTION, facts.as_of, OwnDebtCollection)
    if rule is not None:
        yield from _reach(facts, rule, cite)


def _reach(facts: Facts, rule: OwnDebtCollection, cite: str) -> Iterator[Finding]:
    name = rule.law or "the law on collecting debts"
    place = facts.case.place("purpose") if facts.case.consumer else facts.case.place("debtor", "kind")
    answer = _said(facts, rule)
    if answer is Say.YES:
        calls = f" At most {rule.calls} calls in {rule.calls_days} days." if rule.calls and rule.calls_days else ""
        message = f"{name} binds you on this debt, as it binds collectors"
        yield note("K155", message, place, fix=f"Read what it forbids before you write or call.{calls}", law=cite)
    elif answer is Say.NOT_RESEARCHED:
        message = f"it is not settled whether {name} binds you on this debt"
        yield note("K156", message, place, fix="Keep to its rules, or ask a lawyer.", law=cite)


def _said(facts: Facts, rule: OwnDebtCollection) -> Say:
    """Return whether the law reaches a debt of this kind."""
    if facts.case.consumer:
        return rule.consumer
    return rule.commercial if _commercial(facts, rule) else Say.NO


def _commercial(facts: Facts, rule: OwnDebtCollection) -> bool:
    """Whether a business debt of this size and this debtor is of the kind that the law speaks of."""
    people = (facts.case.debtor, *facts.case.guarantors)
    small = rule.commercial_up_to is None or facts.ledger.totals.total <= rule.commercial_up_to
    return small and (not rule.commercial_natural_person_only or any(one.kind.natural_person for one in people))

"""Does collection law reach a creditor that collects this debt for itself?

Where it does, good manners are rules: how often to call, what to say, what
never to threaten. The law is named so that the user can read it first.
"""

from __future__ import annotations

from collections.abc import Iterator

from kit.facts import Facts
from kit.findings import Finding, note
from kit.model.inquiry import Inquiry
from kit.model.law_contracts import OwnDebtCollection
from kit.model.law_names import RuleName
from kit.model.law_words import Say


def check_collection_law(facts: Facts, inquiry: Inquiry) -> Iterator[Finding]:
    """Name the law of the debtor's state, or the federal one, where it binds this creditor."""
    rule, cite = inquiry.value(RuleName.OWN_DEBT_COLLECTION, facts.as_of, OwnDebtCollection)
    if rule is not None:
        yield from _reach(facts, rule, cite)


def _reach(facts: Facts, rule: OwnDebtCollection, cite: str) -> Iterator[Finding]:
    name = rule.law or "the law on collecting debts"
    if facts.case.consumer:
        answer, place = rule.consumer, facts.case.place("purpose")
    elif _commercial(facts, rule):
        answer, place = rule.commercial, facts.case.place("debtor", "kind")
    else:
        return
    if answer is Say.YES:
        calls = f" At most {rule.calls} calls in {rule.calls_days} days." if rule.calls and rule.calls_days else ""
        message = f"{name} binds you on this debt, as it binds collectors"
        yield note("K155", message, place, fix=f"Read what it forbids before you write or call.{calls}", law=cite)
    elif answer is Say.NOT_RESEARCHED:
        message = f"it is not settled whether {name} binds you on this debt"
        yield note("K156", message, place, fix="Keep to its rules, or ask a lawyer.", law=cite)


def _commercial(facts: Facts, rule: OwnDebtCollection) -> bool:
    """Whether a business debt of this size and this debtor is of the kind that the law speaks of."""
    people = (facts.case.debtor, *facts.case.guarantors)
    small = rule.commercial_up_to is None or facts.ledger.totals.total <= rule.commercial_up_to
    return small and (not rule.commercial_natural_person_only or any(one.kind.natural_person for one in people))

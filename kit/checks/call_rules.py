"""How often and when the debtor may be called: the figures of the law, and whose rules they are.

What federal law asks of collectors by trade is good manners for a creditor that
collects for itself, and the user may judge it; a state's own-debt law that
reaches this debt is a rule, and nobody may set it aside.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache

from kit.checks.collection_law import Binding
from kit.facts import Facts
from kit.findings import KitError
from kit.model.law import Answer, Jurisdiction
from kit.model.law_days import CallManners
from kit.model.law_names import RuleName
from kit.model.law_words import Say


@dataclass(frozen=True, slots=True)
class CallRule:
    """The figures of one law; those it does not give are None."""

    calls: int | None
    days: int | None
    days_after_talk: int | None
    not_before: time | None
    not_after: time | None
    why: str  # why to keep to it, for the user
    law: str = ""  # the citation, where a law binds this creditor
    fixed: bool = False  # the law itself gives these figures: no override

    @property
    def hours(self) -> tuple[time, time] | None:
        """The first and the last minute for a call at the debtor's place."""
        return (self.not_before, self.not_after) if self.not_before and self.not_after else None


def call_rules(facts: Facts, on: date, bound: tuple[Binding, ...]) -> tuple[CallRule, ...]:
    """Return what is to be kept to on the day ``on``, the rules of the laws that bind before the manners."""
    return (*(_of_law(one) for one in bound), *_manners(facts, on, bound))


def _of_law(one: Binding) -> CallRule:
    rule, name = one.rule, one.rule.law or "The law on collecting debts"
    return CallRule(
        calls=rule.calls,
        days=rule.calls_days,
        days_after_talk=rule.days_after_talk,
        not_before=_clock(rule.not_before),
        not_after=_clock(rule.not_after),
        why=f"{name} binds you on this debt.",
        law=one.cite,
        fixed=True,
    )


def _manners(facts: Facts, on: date, bound: tuple[Binding, ...]) -> Iterator[CallRule]:
    answer = _federal(facts.federal, on) if facts.federal else None
    manners = answer.of(CallManners) if answer else None
    if answer is None or manners is None:
        return
    why = f"Collectors by trade must keep to this ({answer.cites}); from you it is good manners."
    if bound:
        why = f"{bound[0].rule.law or 'The law on collecting debts'} binds you on this debt; keep to this too."
    yield CallRule(
        calls=manners.calls,
        days=manners.days,
        days_after_talk=manners.days_after_talk,
        not_before=_clock(manners.not_before),
        not_after=_clock(manners.not_after),
        why=why,
        law=answer.cites if manners.binds_own_debts is Say.YES else "; ".join(one.cite for one in bound),
        fixed=manners.binds_own_debts is Say.YES,
    )


@lru_cache(maxsize=32)  # asked for every case of a folder
def _federal(federal: Jurisdiction, on: date) -> Answer | None:
    try:
        return federal.answer(RuleName.CALL_MANNERS, on)
    except KitError:
        return None  # before its first day nothing of the kind was asked


def _clock(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None

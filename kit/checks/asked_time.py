"""How long may a suit wait: asked of the law alone, without a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from kit.checks.counting import Counted, ended
from kit.checks.revival import last_day
from kit.findings import Finding
from kit.model.inquiry import Inquiry
from kit.model.law import Answer, Jurisdiction
from kit.model.law_days import DayCounting
from kit.model.law_debts import LimitationPeriod, TollingGround, TollingGrounds
from kit.model.law_names import RuleName

BESIDE = (RuleName.REVIVAL, RuleName.EXPIRY_EFFECT, RuleName.LIMITATION_BY_AGREEMENT, RuleName.BORROWING)


@dataclass(frozen=True, slots=True)
class TimeAnswer:
    """The last day to sue on a claim that accrued on a day, and what bears on it; None where it is not known."""

    period: Answer | None
    last: date | None
    added: str  # days of an emergency that the law leaves out, in words
    beside: tuple[Answer, ...]  # what restarts it, what its end does, what an agreement may change
    findings: tuple[Finding, ...]  # doubts, and what is not known
    ends: Counted | None = None  # where the law moves that day, and the safe one

    def expired(self, on: date) -> bool | None:
        """Say whether the period is over on a day; None where it is not known."""
        return None if self.last is None else self.last < on


def asked_time(law: Jurisdiction, accrued: date, on: date, **selectors: Any) -> TimeAnswer:
    """Return the last day to sue by ``law``; ``selectors`` are the kind, the debtor, the claim, the amount."""
    inquiry = Inquiry(law, selectors)
    period = inquiry.ask(RuleName.LIMITATION_PERIOD, accrued)
    rule = period.of(LimitationPeriod) if period else None
    last, added = last_day(rule, accrued) if rule else None, ""
    if last:
        last, added = _stood_still(inquiry, accrued, last)
    days = {RuleName.REVIVAL: on, RuleName.BORROWING: on}
    beside = tuple(answer for one in BESIDE if (answer := inquiry.ask(one, days.get(one, accrued))))
    rule_of_days, _ = inquiry.value(RuleName.DAY_COUNTING, last or on, DayCounting)
    state = law.code.removeprefix("us-").upper()
    ends = ended(last, rule_of_days or DayCounting(), state) if last else None
    return TimeAnswer(period, last, added, beside, tuple(inquiry.findings), ends)


def _stood_still(inquiry: Inquiry, start: date, last: date) -> tuple[date, str]:
    """Add the days on which an emergency stopped every period."""
    rule, cite = inquiry.value(RuleName.TOLLING, start, TollingGrounds)
    said = ""
    for ground in rule.grounds if rule else ():
        if ground.ground is TollingGround.EMERGENCY and ground.starts and ground.ends:
            first = max(ground.starts, start)
            if first <= last and first <= ground.ends:
                last += ground.ends - first + timedelta(days=1)
                said = f"the days from {first} to {ground.ends} do not count ({cite})"
    return last, said

"""What the law says about a plan: the time to sue, interest that may be agreed, guaranties, judgments by consent."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kit.checks.court import inquiry_for
from kit.facts import Facts
from kit.findings import Finding
from kit.model.inquiry import Inquiry
from kit.model.law import Answer, Jurisdiction
from kit.model.law_names import RuleName
from kit.model.law_words import ChosenBy
from kit.model.selectors import days_of, selectors_of


@dataclass(frozen=True, slots=True)
class PlanLaw:
    """The doors to the law for one plan; ``inquiry`` asks the agreement's law as of the plan's own day."""

    inquiry: Inquiry | None
    forum: Inquiry | None
    federal: Inquiry | None
    cap: Decimal | None = None  # the most that agreed interest may come to, percent a year
    cap_cite: str = ""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Doubts about the answers, once all questions were asked."""
        asked = [one for one in (self.inquiry, self.forum) if one]
        return tuple(dict.fromkeys(found for one in asked for found in one.findings))

    @property
    def used(self) -> tuple[Answer, ...]:
        """Every answer."""
        asked = [one for one in (self.inquiry, self.forum, self.federal) if one]
        return tuple(dict.fromkeys(answer for one in asked for answer in one.used))


def plan_law(facts: Facts) -> PlanLaw:
    """Return what to ask about a plan that is signed about the day of ``facts``."""
    inquiry = _today(facts, facts.law)
    cap = inquiry.ask(RuleName.LATE_CHARGE_CAP, agreed=True) if inquiry else None
    found = cap.value if cap and cap.state == "value" else None
    return PlanLaw(
        inquiry,
        inquiry_for(facts, facts.forum) if facts.forum else None,
        _today(facts, facts.federal),
        found,
        cap.cite if cap else "",
    )


def _today(facts: Facts, law: Jurisdiction | None) -> Inquiry | None:
    """Return what asks ``law`` about an agreement of today."""
    if law is None:
        return None
    days = {**days_of(facts.case, facts.as_of), ChosenBy.AGREEMENT: facts.as_of}
    selectors = {**selectors_of(facts.case), "amount": facts.ledger.totals.total or Decimal(1), "agreed": True}
    return Inquiry(law, selectors, days)

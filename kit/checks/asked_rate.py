"""May a contract set this late charge: asked of the law alone, without a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from kit.findings import Finding
from kit.model.inquiry import Inquiry
from kit.model.law import Answer, Jurisdiction
from kit.model.law_names import RuleName

BESIDE = (RuleName.LATE_FEE_LIMIT, RuleName.LATE_CHARGE_CONDITIONS)


@dataclass(frozen=True, slots=True)
class RateAnswer:
    """Whether a yearly percentage is allowed; ``allowed`` is None where the law is not known."""

    cap: Answer | None
    asked: Decimal
    beside: tuple[Answer, ...]
    findings: tuple[Finding, ...]  # doubts, and what is not known

    @property
    def allowed(self) -> bool | None:
        """Whether the rate keeps to the cap, or there is none."""
        if self.cap is None:
            return None
        return self.cap.state == "none" or self.asked <= self.cap.value


def asked_rate(law: Jurisdiction, percent: Decimal, on: date, **selectors: Any) -> RateAnswer:
    """Return what ``law`` makes of a charge for lateness of ``percent`` a year, agreed on the day ``on``."""
    inquiry = Inquiry(law, {"agreed": True, **selectors})
    cap = inquiry.ask(RuleName.LATE_CHARGE_CAP, on)
    beside = tuple(answer for rule in BESIDE if (answer := inquiry.ask(rule, on)))
    return RateAnswer(cap, percent, beside, tuple(inquiry.findings))

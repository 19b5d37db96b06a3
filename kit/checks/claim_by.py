"""The last day for a claim, whoever takes it: the bankruptcy court, or whoever runs another insolvency."""

from __future__ import annotations

from datetime import date

from kit.checks.bankruptcy_days import case_days
from kit.checks.case_deadline import DeadlineKind
from kit.checks.insolvency import claims_day
from kit.facts import Facts
from kit.model.stay import stand_of


def claim_by(facts: Facts) -> date | None:
    """Return the last day for a claim that is safe, or was the last; None where nothing sets one that is on record."""
    if stand_of(facts.case, facts.as_of).freezes:
        claim = case_days(facts).of(DeadlineKind.CLAIM)
        return None if claim is None else claim.safe if facts.as_of <= claim.safe else claim.moved
    other = claims_day(facts)
    return other.day if other else None

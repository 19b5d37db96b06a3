"""What turns on the court's own rules of filing: the fee, and how often this plaintiff has filed.

Nobody's count is guessed: where neither kit.yaml nor the case lists earlier
claims, the question stays open.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from dateutil.relativedelta import relativedelta

from kit.checks.court import inquiry_for
from kit.checks.filing.fee import fee_of
from kit.checks.place import court_for
from kit.facts import Facts
from kit.model.law_courts import CapPeriod, FilingCap, FilingCaps, FilingFee
from kit.model.law_names import RuleName
from kit.model.small_claims import EarlierFiling

_BACK = {
    CapPeriod.TWELVE_MONTHS: relativedelta(months=12),
    CapPeriod.WEEK: relativedelta(weeks=1),
    CapPeriod.DAY: relativedelta(days=1),
}


def court_id(facts: Facts) -> str | None:
    """Return the small-claims court for this claim, by its id in the state's file."""
    return court_for(facts.forum, facts.case).court if facts.forum else None


def filed_often(facts: Facts) -> bool | None:
    """Return whether this plaintiff filed so often that one more costs a higher fee; None where nobody said."""
    often = [cap for cap in _caps(facts) if cap.higher_fee is not None]
    if facts.case.filed_before is None or not often:
        return None
    return any(_others(facts, cap) + 1 > cap.number for cap in often)


def capped_from(facts: Facts) -> Decimal | None:
    """Return the amount from which the court counts the claims of one plaintiff."""
    return min((cap.over for cap in _caps(facts) if cap.over is not None), default=None)


def fee_for(facts: Facts, amount: Decimal) -> Decimal | None:
    """Return the filing fee of a claim for ``amount`` where the law itself fixes it."""
    court = court_id(facts)
    if facts.forum is None or court is None:
        return None
    fee, _ = inquiry_for(facts, facts.forum).value(RuleName.FILING_FEE, facts.as_of, FilingFee, court=court)
    return None if fee is None or fee.local else fee_of(fee, amount)


def _others(facts: Facts, cap: FilingCap) -> int:
    """Count the claims that ``cap`` counts, this one apart."""
    code = facts.forum.code if facts.forum else ""
    before = facts.case.filed_before or ()
    return sum(_counts(one, cap, facts.as_of) for one in before if one.state is None or _code(one) == code)


def _counts(one: EarlierFiling, cap: FilingCap, today: date) -> bool:
    if one.on > today or (cap.over is not None and one.amount <= cap.over):
        return False
    if cap.period is CapPeriod.CALENDAR_YEAR:
        return one.on.year == today.year
    if cap.period is CapPeriod.CALENDAR_MONTH:
        return (one.on.year, one.on.month) == (today.year, today.month)
    return one.on > today - _BACK[cap.period]


def _code(one: EarlierFiling) -> str:
    return f"us-{(one.state or '').lower()}"


def _caps(facts: Facts) -> tuple[FilingCap, ...]:
    court = court_id(facts)
    if facts.forum is None or court is None:
        return ()
    caps, _ = inquiry_for(facts, facts.forum).value(RuleName.FILING_CAPS, facts.as_of, FilingCaps, court=court)
    return caps.caps if caps else ()

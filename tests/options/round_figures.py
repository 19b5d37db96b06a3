"""Figures to reckon with by hand, and the comparison of a debt in Franklin with them."""

from __future__ import annotations

from franklin import facts_of

from kit.model.options import Assumptions, filled
from kit.options import Comparison, compare

ROUND = Assumptions.model_validate(
    {
        "hour": "40-60",
        "by_age": [
            {"days": "0", "low": "70", "high": "90"},
            {"days": "90", "low": "40", "high": "60"},
            {"days": "180", "low": "20", "high": "50"},
        ],
        "remind": {"days": "30-60", "hours": "1-2"},
        "plan": {"recovers": "50-80", "days": "90-180", "hours": "2-4"},
        "settle": {"percent": "60-80", "recovers": "50-90", "days": "10-30", "hours": "1-3"},
        "agency": {"percent": ["25", "30", "50"], "days": "30-120", "hours": "1-2"},
        "discount": {"recovers": "40-80", "days": "5-15", "hours": "1"},
        "factoring": {
            "advance": "75", "fee": "2-4", "period_days": "30", "oldest_days": "90", "recourse": "yes",
            "advance_days": "2-5", "days": "30-61", "hours": "2-3",
        },
        "attorney_letter": {"fee": "100-250", "days": "14-30", "hours": "1"},
        "small_claims": {
            "service": "20-80", "lawyer": "0", "wins": "60-90", "collects": "50-80", "days": "60-180", "hours": "4-8",
            "days_off": "0.5-1",
        },
        "court": {
            "service": "50-100", "lawyer": "1000-2000", "wins": "60-90", "collects": "50-80", "days": "200-400",
            "hours": "10-20", "days_off": "1-2",
        },
        "bankruptcy": {"recovers": "0-10", "ranked": "0-100", "days": "400-900", "hours": "1-2"},
        "write_off": {"basis": "accrual", "tax": "20-30", "days": "30-400", "hours": "1"},
    }
)  # fmt: skip


def compared(as_of: str, own: dict | None = None, **case) -> Comparison:
    """Return the comparison of a case in Franklin, with figures of one's ``own`` before the round ones."""
    return compare(facts_of(as_of, **case), filled(Assumptions.model_validate(own or {}), ROUND))


def ends(range_) -> str:
    """Return a range as `280.00 to 860.00`."""
    return f"{range_.low:.2f} to {range_.high:.2f}"

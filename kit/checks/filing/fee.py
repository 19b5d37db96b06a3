"""What filing costs, worked out from the court's list."""

from __future__ import annotations

from decimal import Decimal

from kit.model.law_courts import FilingFee
from kit.model.money import to_minor


def fee_of(rule: FilingFee, amount: Decimal) -> Decimal | None:
    """Return the fee in dollars for a claim of ``amount``; None where the list has no figure for it."""
    for tier in sorted(rule.tiers, key=lambda one: (one.up_to is None, one.up_to)):
        if tier.up_to is None or amount <= tier.up_to:
            return tier.fee
    if rule.percent is None:
        return None
    fee = to_minor(amount * rule.percent / 100)
    fee = max(fee, rule.minimum) if rule.minimum is not None else fee
    return min(fee, rule.maximum) if rule.maximum is not None else fee

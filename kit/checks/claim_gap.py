"""Debts of the gap: after creditors filed a petition, before the court ordered relief (11 U.S.C. § 502(f)).

Where creditors filed it, what the debtor ordered in the ordinary course between petition and order for relief is
claimed as if it were of before, with a rank of its own (§ 507(a)(3)). Where a trustee came earlier, the gap ended then;
the file does not know that day.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kit.ledger.petition_claim import PetitionClaim
from kit.ledger.petition_scope import LaterKind, LeftOut, Why
from kit.model.case import Case
from kit.model.money import ZERO

LAW = "11 U.S.C. §§ 502(f), 507(a)(3)"


@dataclass(frozen=True, slots=True)
class Gap:
    """What was supplied in the gap, and what of it is unpaid."""

    lines: tuple[LeftOut, ...] = ()
    amount: Decimal = ZERO


def gap_of(case: Case, claim: PetitionClaim) -> Gap:
    """Return what ``claim`` leaves out because it is of the gap; nothing where the debtor itself filed."""
    filed = case.bankruptcy
    if filed is None or not filed.involuntary:
        return Gap()
    ends = filed.order_for_relief_on
    lines = tuple(
        one for one in claim.left_out if one.why is Why.LATER_WORK and claim.petition_on < one.on
        and (ends is None or one.on < ends)
    )  # fmt: skip
    left = ZERO
    for name in dict.fromkeys(one.invoice for one in lines):
        billed = sum((one.amount for one in lines if one.invoice == name), ZERO)
        money = (LaterKind.PAYMENT, LaterKind.CREDIT)
        came = [one for one in claim.later if one.outside and one.invoice == name and one.kind in money]
        left += max(billed - sum((one.amount or ZERO for one in came), ZERO), ZERO)
    return Gap(lines, left)

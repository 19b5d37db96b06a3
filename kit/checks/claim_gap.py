"""Debts of the gap: after creditors filed a petition, before the court ordered relief (11 U.S.C. § 502(f)).

Where creditors filed it, what the debtor ordered in the ordinary course between petition and order for relief is
claimed as if it were of before, with a rank of its own (§ 507(a)(3)). Where a trustee came earlier, the gap ended then;
the file does not know that day.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kit.ledger.petition_claim import PetitionClaim
from kit.ledger.petition_scope import Later, LaterKind, LeftOut, Why
from kit.model.case import Case
from kit.model.money import ZERO

LAW = "11 U.S.C. §§ 502(f), 507(a)(3)"
MONEY = (LaterKind.PAYMENT, LaterKind.CREDIT)


@dataclass(frozen=True, slots=True)
class GapBill:
    """What one invoice charges for the gap, and what came in for it."""

    invoice: str
    billed: Decimal
    came: Decimal

    @property
    def left(self) -> Decimal:
        """What is unpaid of it."""
        return self.billed - self.came


@dataclass(frozen=True, slots=True)
class Gap:
    """What was supplied in the gap, and what of it is unpaid."""

    lines: tuple[LeftOut, ...] = ()
    bills: tuple[GapBill, ...] = ()
    counted: tuple[str, ...] = ()  # payments and credits that were taken off

    @property
    def amount(self) -> Decimal:
        """What is unpaid of all of it."""
        return sum((one.left for one in self.bills), ZERO)


def gap_of(case: Case, claim: PetitionClaim) -> Gap:
    """Return what ``claim`` leaves out because it is of the gap; nothing where the debtor itself filed.

    Money that named an invoice of the gap is taken off it. Money that named none is, where nothing else was owed.
    """
    filed = case.bankruptcy
    if filed is None or not filed.involuntary:
        return Gap()
    ends = filed.order_for_relief_on
    lines = tuple(
        one for one in claim.left_out if one.why is Why.LATER_WORK and claim.petition_on < one.on
        and (ends is None or one.on < ends)
    )  # fmt: skip
    loose = [one for one in claim.later if _free(claim, one)]
    spare = sum((one.amount or ZERO for one in loose), ZERO)
    bills, counted = [], [one.ref for one in loose] if lines else []
    for name in dict.fromkeys(one.invoice for one in lines):
        billed = max(sum((one.amount for one in lines if one.invoice == name), ZERO), ZERO)
        named = [one for one in claim.later if one.outside and one.invoice == name and one.kind in MONEY]
        paid = min(sum((one.amount or ZERO for one in named), ZERO), billed)
        more = min(spare, billed - paid)
        spare -= more
        counted += [one.ref for one in named]
        bills.append(GapBill(name, billed, paid + more))
    return Gap(lines, tuple(bills), tuple(counted))


def _free(claim: PetitionClaim, one: Later) -> bool:
    """Whether money of after the petition can only have been meant for what was supplied after it."""
    return claim.total == ZERO and not one.invoice and one.kind in MONEY and one.amount is not None

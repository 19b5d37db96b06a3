"""What a suit asks for: the one place where a claim is added up.

Only what is past its day can be claimed, disputed or not, less money held for
the debtor. A court's own costs and interest that nobody agreed on are the
court's to add, so they stand beside the amount.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kit.ledger.account import Kind, Ledger
from kit.model.case import Case
from kit.model.money import ZERO

COURT_COSTS = ("filing", "service")


@dataclass(frozen=True, slots=True)
class ClaimSums:
    """The parts of a claim, in the case's currency."""

    principal: Decimal = ZERO
    interest: Decimal = ZERO  # agreed
    fees: Decimal = ZERO
    costs: Decimal = ZERO  # other than a court's
    held: Decimal = ZERO  # money of the debtor that found nothing to pay
    by_law: Decimal = ZERO  # interest by law: beside the amount
    court_costs: Decimal = ZERO  # beside the amount

    @property
    def whole(self) -> Decimal:
        """What can be claimed."""
        return max(ZERO, self.principal + self.interest + self.fees + self.costs - self.held)


def claim_sums(case: Case, ledger: Ledger) -> ClaimSums:
    """Return what a suit on ``case`` would ask for on the ledger's day."""
    late = ledger.claimable
    kinds = {cost.id for cost in case.costs if cost.kind in COURT_COSTS}
    courts = sum((one.amount for one in ledger.postings if one.kind is Kind.COST and one.ref in kinds), ZERO)
    costs = sum((item.costs for item in late), ZERO)
    return ClaimSums(
        principal=sum((item.principal for item in late), ZERO),
        interest=sum((item.interest for item in late), ZERO),
        fees=sum((item.fees for item in late), ZERO),
        costs=max(ZERO, costs - courts),
        held=ledger.totals.unapplied,
        by_law=ledger.by_law.amount if ledger.by_law else ZERO,
        court_costs=min(courts, costs),
    )

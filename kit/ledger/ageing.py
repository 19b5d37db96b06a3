"""What is owed by the days it is overdue: current, 1-30, 31-60, 61-90, over 90."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kit.ledger.account import Item, Ledger
from kit.model.money import ZERO

BOUNDS = (0, 30, 60, 90)  # the last day of each group but the last
NAMES = ("current", "1-30", "31-60", "61-90", "90+")


@dataclass(frozen=True, slots=True)
class Ageing:
    """The balances of an account by age, before money held for the debtor."""

    current: Decimal = ZERO
    thirty: Decimal = ZERO
    sixty: Decimal = ZERO
    ninety: Decimal = ZERO
    older: Decimal = ZERO

    @property
    def amounts(self) -> tuple[Decimal, ...]:
        """The groups in the order of `NAMES`."""
        return (self.current, self.thirty, self.sixty, self.ninety, self.older)


def ageing(ledger: Ledger) -> Ageing:
    """Return what is owed by age; costs and charges of the account itself are due when they arise."""
    sums = [ZERO] * len(NAMES)
    if ledger.judgment:  # the claim is one sum now, as old as the judgment
        judgment = ledger.judgment
        sums[_group((judgment.as_of - judgment.entered_on).days)] = judgment.total
        return Ageing(*sums)
    for item in ledger.items:
        sums[_group(days_of(ledger, item))] += item.balance
    return Ageing(*sums)


def _group(days: int) -> int:
    return next((group for group, last in enumerate(BOUNDS) if days <= last), len(BOUNDS))


def days_of(ledger: Ledger, item: Item) -> int:
    """Return the days an item is overdue, whatever is left of it."""
    if item.invoice:
        return max((ledger.as_of - item.due_on).days, 0) if item.due_on else 0
    arose = [posting.on for posting in ledger.postings if any(not share.invoice for share in posting.shares)]
    return (ledger.as_of - min(arose)).days if arose else 0

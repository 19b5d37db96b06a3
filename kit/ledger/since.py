"""What became of a balance since a day: charged, accrued, credited, paid; what 12 CFR 1006.34(c)(2)(viii) itemizes.

The account is drawn up twice, on the day and now, and each line is the difference of the postings of its kind, so
that the lines lead from the one balance to the other to the cent.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kit.ledger.account import Kind, Ledger
from kit.ledger.build import build_ledger
from kit.ledger.terms import Terms
from kit.model.case import Case
from kit.model.money import ZERO

INTEREST = (Kind.INTEREST, Kind.TRIM)
FEES = (Kind.LATE_FEE, Kind.RETURNED_CHECK)
CREDITS = (Kind.CREDIT, Kind.WAIVER, Kind.RELEASE)
PAYMENTS = (Kind.PAYMENT, Kind.REVERSAL, Kind.APPLIED)


@dataclass(frozen=True, slots=True)
class Since:
    """A balance on a day, what was added and taken off since, and the balance now. Credits and payments are above zero.

    ``principal`` to ``costs`` are what the balance of now consists of; ``held`` is the debtor's money in it.
    """

    on: date
    then: Decimal
    billed: Decimal
    interest_added: Decimal
    fees_added: Decimal
    costs_added: Decimal
    credited: Decimal
    paid: Decimal
    now: Decimal
    principal: Decimal
    interest: Decimal
    fees: Decimal
    costs: Decimal
    held: Decimal
    disputed: Decimal

    @property
    def adds_up(self) -> bool:
        """Whether the lines lead from the one balance to the other."""
        added = self.billed + self.interest_added + self.fees_added + self.costs_added
        return self.then + added - self.credited - self.paid == self.now


def since(case: Case, terms: Terms, ledger: Ledger, on: date, invoices: Collection[str]) -> Since:
    """Return what became of the balance of ``invoices`` from the end of the day ``on`` to the day of ``ledger``.

    Where nothing else is open, the charges of the account itself and the debtor's money held belong to them.
    """
    before = build_ledger(case, terms, on)
    wanted = set(invoices)
    all_of_them = all(one.invoice in wanted for one in ledger.items if one.invoice and one.balance)
    wanted |= {""} if all_of_them else set()
    then, now = _sums(before, wanted), _sums(ledger, wanted)
    held_then = before.totals.unapplied if all_of_them else ZERO
    held = ledger.totals.unapplied if all_of_them else ZERO

    def grew(*kinds: Kind) -> Decimal:
        return sum((now.get(kind, ZERO) - then.get(kind, ZERO) for kind in kinds), ZERO)

    items = [one for one in ledger.items if one.invoice in wanted]
    named = {name: sum((getattr(one, name) for one in items), ZERO) for name in ("principal", "interest", "fees")}
    return Since(
        on=on,
        then=sum(then.values(), ZERO) - held_then,
        billed=grew(Kind.CHARGE),
        interest_added=grew(*INTEREST),
        fees_added=grew(*FEES),
        costs_added=grew(Kind.COST),
        credited=-grew(*CREDITS),
        paid=-grew(*PAYMENTS) + held - held_then,
        now=sum(now.values(), ZERO) - held,
        costs=sum((one.costs for one in items), ZERO),
        held=held,
        disputed=sum((one.disputed for one in items), ZERO),
        **named,
    )


def _sums(ledger: Ledger, wanted: Collection[str]) -> dict[Kind, Decimal]:
    """Return what the postings of each kind did to the wanted invoices."""
    sums: dict[Kind, Decimal] = {}
    for posting in ledger.postings:
        shares = sum((one.amount for one in posting.shares if one.invoice in wanted), ZERO)
        sums[posting.kind] = sums.get(posting.kind, ZERO) + shares
    return sums

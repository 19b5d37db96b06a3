"""Caps on what lateness may cost.

Fees and interest for the same days count together. On every date the sum
charged so far is held against the cap's percentage of the principal that was
overdue, by actual days over 365: a month rounded up, a year of 360 days or a
flat fee on a small invoice shows as soon as it happens. Only where the law
itself trims the excess is a charge made smaller.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kit.ledger.account import CapBreach
from kit.ledger.schedule import DueItem
from kit.ledger.terms import Cap
from kit.model.money import ZERO, minor_unit, to_minor

YEAR = Decimal(36500)
HALF = Decimal("0.5")


class Meter:
    """What was charged on one due item, and what its caps allow."""

    __slots__ = (
        "breaches", "caps", "charged", "count", "currency", "exposure",
        "invoice", "number", "through", "unit", "waived",
    )  # fmt: skip

    def __init__(self, caps: tuple[Cap, ...], item: DueItem, due_on: date, currency: str) -> None:
        self.caps, self.invoice, self.number, self.currency = caps, item.invoice, item.number, currency
        self.unit = minor_unit(currency)
        self.through = due_on.toordinal()
        self.exposure = ZERO  # principal times days
        self.charged = ZERO
        self.count = 0  # postings: each may be half a unit off by rounding
        self.breaches: dict[Cap, CapBreach] = {}
        self.waived = ZERO

    def advance(self, day: date, principal: Decimal) -> None:
        """Count ``principal`` as overdue through ``day``."""
        ordinal = day.toordinal()
        if ordinal > self.through:
            self.exposure += principal * (ordinal - self.through)
            self.through = ordinal

    def charge(self, amount: Decimal, on: date) -> tuple[Decimal, str]:
        """Count a charge; return how much of it a trimming cap takes off, and that cap's citation."""
        self.charged += amount
        self.count += 1
        cut, cite = ZERO, ""
        for cap in self.caps:
            allowed = cap.percent_a_year * self.exposure / YEAR
            if cap.trims:  # to the cent: with room for rounding, a later day could be owed less than an earlier one
                excess = min(amount - cut, self.charged - to_minor(allowed, self.currency))
                if excess > 0:
                    self.charged -= excess
                    cut, cite = cut + excess, cap.cite
            elif self.charged - allowed > self.unit * HALF * self.count:
                self._record(cap, on, allowed)
        return cut, cite

    def room(self, day: date, principal: Decimal) -> Decimal | None:
        """Return what trimming caps would still allow through ``day``; None where none trims."""
        days = max(day.toordinal() - self.through, 0)
        exposure = self.exposure + principal * days
        trims = [cap.percent_a_year * exposure / YEAR - self.charged for cap in self.caps if cap.trims]
        return max(min(trims), ZERO) if trims else None

    def a_day(self, principal: Decimal) -> Decimal:
        """Return the most that one day may bear under the caps that trim, of which there is at least one."""
        return min(cap.percent_a_year for cap in self.caps if cap.trims) * principal / YEAR

    def uncured(self) -> tuple[CapBreach, ...]:
        """Return the breaches that waivers have not put right: what was given up counts as never charged."""
        found = [replace(breach, charged=breach.charged - self.waived) for breach in self.breaches.values()]
        return tuple(breach for breach in found if breach.excess > self.unit * HALF * self.count)

    def _record(self, cap: Cap, on: date, allowed: Decimal) -> None:
        """Remember the first day over the cap and the worst."""
        known = self.breaches.get(cap)
        if known is None or self.charged - allowed > known.excess:
            first = known.first_on if known else on
            self.breaches[cap] = CapBreach(
                cap, self.invoice, self.number, first, on, to_minor(allowed, self.currency), self.charged
            )

"""Money for a sold invoice that came to the seller all the same: what of each payment is the buyer's, what went on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kit.ledger.account import Ledger
from kit.ledger.kept import kept
from kit.model.account import Payment
from kit.model.case import Case
from kit.model.deal_event import HandedOff
from kit.model.money import ZERO, to_minor
from kit.model.taken import taken


@dataclass(frozen=True, slots=True)
class Redirected:
    """One payment since the sale: ``theirs`` of it went to what was sold, ``passed`` of that was passed on."""

    payment: Payment
    theirs: Decimal
    passed: Decimal

    @property
    def left(self) -> Decimal:
        """What is still to be passed on."""
        return max(self.theirs - self.passed, ZERO)


def redirected(case: Case, ledger: Ledger, one: HandedOff, as_of: date) -> Iterator[Redirected]:
    """Yield every good payment since the hand-off ``one`` that touched its invoices, up to ``as_of``."""
    names = {*taken(case, one.terms), *(() if kept(case, ledger, one.terms) else {""})}
    for paid in case.payments:
        if not one.on <= paid.on <= as_of or (paid.bounced_on and paid.bounced_on <= as_of):
            continue
        postings = [each for each in ledger.postings if each.ref == paid.id and each.amount <= 0]
        shares = [each.amount for posting in postings for each in posting.shares if each.invoice in names]
        theirs = -sum(shares, ZERO)
        given = sum((each.amount for each in case.passed_on if (each.entry, each.payment) == (one.n, paid.id)), ZERO)
        if theirs or given:
            yield Redirected(paid, theirs, to_minor(given, case.currency))

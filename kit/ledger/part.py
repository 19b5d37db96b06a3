"""One due item while the account is being worked out: its balances and the interest not yet posted.

A disputed item is two parts. Interest is posted only when something happens to
the part, so a payment on one invoice does not cut another one's interest into
pieces, and each piece is rounded once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from kit.ledger.account import InterestSpan, Kind, Share
from kit.ledger.caps import Meter
from kit.ledger.interest import Accrual, accrue
from kit.ledger.pauses import cut
from kit.ledger.schedule import DueItem
from kit.ledger.terms import InterestTerms, Terms
from kit.model.agreement import Bucket
from kit.model.money import ZERO, to_minor

DAY = timedelta(days=1)
Post = Callable[..., None]  # Book.post


class Part:
    """A due item, or the disputed part of one."""

    __slots__ = (
        "agreed", "balance", "by_law", "capital", "currency", "cursor", "disputed", "due", "due_on", "free_through",
        "invoice", "item", "matures", "meter", "number", "original", "pauses", "post", "rates", "sort", "spans",
        "terms", "zero",
    )  # fmt: skip

    def __init__(
        self, item: DueItem, amount: Decimal, terms: Terms, currency: str, post: Post, *, disputed: bool = False
    ) -> None:
        self.item, self.disputed, self.currency, self.post = item, disputed, currency, post
        self.invoice, self.number, self.original = item.invoice, item.number, amount
        self.balance = dict.fromkeys(Bucket, ZERO)
        self.capital = ZERO  # interest that itself bears interest, where compounding was agreed
        self.by_law = ZERO
        self.spans: list[InterestSpan] = []
        self.matures = item.due_on or item.issued_on
        self.sort = (self.matures, item.issued_on, item.invoice, item.number, disputed)
        self.terms = terms.interest
        self.agreed = terms.interest is not None and terms.interest.basis == "agreed"
        self.due: list[Accrual] = []  # what `pending` found for the day `due_on`
        self.due_on: date | None = None
        self.zero, self.free_through = _first(item, terms.interest)
        self.cursor = self.zero + DAY if self.zero else None  # the first day whose interest is not posted
        self.rates = terms.interest.rates_from(self.cursor) if terms.interest and self.cursor else ()
        self.pauses = tuple(one for one in terms.pauses if one.percent is not None and item.issued_on <= one.covers)
        if self.pauses and item.due_on:
            self._pause(max(item.due_on, item.issued_on) + DAY)
        self.meter = (
            Meter(terms.caps, item, max(item.due_on, item.issued_on), currency)
            if terms.caps and item.due_on and (terms.late_fee or self.agreed)
            else None
        )

    @property
    def principal(self) -> Decimal:
        """What is left of the charge itself."""
        return self.balance[Bucket.PRINCIPAL]

    def owed(self, bucket: Bucket, day: date) -> Decimal:
        """Return what could be paid into ``bucket`` at the end of ``day``."""
        held = self.balance[bucket]
        if bucket is not Bucket.INTEREST or not self.agreed:
            return held
        due = ZERO  # settled only if something is really paid: see `reduce`
        for accrual in self.pending(day):
            due += ZERO if self.beside(accrual) else to_minor(accrual.exact, self.currency)
        room = self.meter.room(day, self.principal) if due and self.meter else None
        return held + (due if room is None or due <= room else self._after_caps(day))

    def beside(self, accrual: Accrual) -> bool:
        """Whether interest is a figure beside the account: the law's own, but not what a plan agreed in its place."""
        return self.terms is not None and self.terms.basis == "by_law" and not (accrual.by_plan and accrual.percent)

    def reduce(self, bucket: Bucket, amount: Decimal, day: date) -> Share:
        """Take ``amount`` off ``bucket`` on ``day``; days up to and with it still count on the old balance."""
        if bucket is Bucket.PRINCIPAL or bucket is Bucket.INTEREST:
            self.settle(day)
        if bucket is Bucket.INTEREST and self.capital:
            self.capital = max(self.capital - amount, ZERO)
        self.balance[bucket] -= amount
        return self.share(bucket, -amount)

    def add(self, bucket: Bucket, amount: Decimal) -> Share:
        """Put ``amount`` into ``bucket``."""
        self.balance[bucket] += amount
        return self.share(bucket, amount)

    def share(self, bucket: Bucket, amount: Decimal) -> Share:
        """Return the record of a change of this part."""
        return Share(self.invoice, self.number, bucket, amount, self.disputed)

    def same(self, share: Share) -> bool:
        """Whether ``share`` changed this part."""
        return (share.invoice, share.number, share.disputed) == (self.invoice, self.number, self.disputed)

    def pending(self, day: date) -> list[Accrual]:
        """Return the interest through ``day`` that is not posted yet; kept, since the base never changes unsettled."""
        if self.cursor is None or self.terms is None or self.zero is None or self.cursor > day:
            return []
        if self.due_on == day:
            return self.due
        base = self.principal + self.capital
        if not base or (self.free_through and day <= self.free_through):
            return []
        self.due = accrue(base, self.rates, self.terms.day_count, self.zero, self.cursor, day + DAY)
        self.due_on = day
        return self.due

    def settle(self, day: date) -> None:
        """Post the interest through ``day``, and let the caps count the same days."""
        if self.terms:
            for accrual in self.pending(day):
                self._post(accrual, self.terms)
        if self.meter:
            self.meter.advance(day, self.principal)
        if self.cursor is not None and self.cursor <= day and not (self.free_through and day <= self.free_through):
            self.cursor = day + DAY

    def compound(self, day: date) -> None:
        """Let interest that is unpaid on ``day`` bear interest from the next day; not in the time of a plan."""
        if any(one.holds(self.item.issued_on, day) for one in self.pauses):
            return
        self.settle(day)
        self.capital = self.balance[Bucket.INTEREST]

    def _post(self, accrual: Accrual, terms: InterestTerms) -> None:
        amount = to_minor(accrual.exact, self.currency)
        by_law = self.beside(accrual)
        base = self.principal + self.capital
        cite = accrual.cite or terms.cite
        self.spans.append(
            InterestSpan(
                self.invoice, self.number, self.disputed, accrual.start, accrual.end, accrual.days,
                accrual.percent, base, amount, cite, by_law,
            )
        )  # fmt: skip
        if by_law:
            self.by_law += amount
            return
        if accrual.by_plan and not amount:
            return  # the span tells why nothing runs
        last = accrual.end - DAY
        share = self.add(Bucket.INTEREST, amount)
        self.post(last, Kind.INTEREST, self.invoice, amount, (share,), cite=cite)
        if self.meter:
            self.meter.advance(last, self.principal)
            self.trim(Bucket.INTEREST, amount, last)

    def trim(self, bucket: Bucket, amount: Decimal, day: date) -> None:
        """Hold a charge just made against the caps; post what is taken off."""
        if self.meter is None:
            return
        cut, cite = self.meter.charge(amount, day)
        if cut:
            share = self.add(bucket, -cut)
            self.post(day, Kind.TRIM, self.invoice, -cut, (share,), cite=cite)

    def _pause(self, first: date) -> None:
        """Put the interest of signed plans in the place of what ran; ``first`` is the first day anything can run."""
        begun = [] if self.cursor is None else [
            replace(one, start=max(one.start or self.cursor, self.cursor)) for one in self.rates
        ]  # fmt: skip
        self.rates = cut(begun, self.pauses, first)
        own = [max(one.start, first) for one in self.pauses if one.percent]
        if not own:
            return
        self.terms = self.terms or InterestTerms(())
        self.agreed = True
        if self.cursor is None or min(own) < self.cursor:
            self.cursor, self.zero = min(own), min(own) - DAY

    def _after_caps(self, day: date) -> Decimal:
        """Settle, as a payment would anyway, and return the interest that a trimming cap left of it."""
        before = self.balance[Bucket.INTEREST]
        self.settle(day)
        return self.balance[Bucket.INTEREST] - before


def _first(item: DueItem, terms: InterestTerms | None) -> tuple[date | None, date | None]:
    """Return the day before interest first runs, and the last day on which paying still avoids it."""
    if terms is None or terms.waits or item.due_on is None:
        return None, None
    zero = terms.zero(item.issued_on, item.due_on)
    forgives = terms.grace_days if terms.grace == "forgives" else 0
    return zero, zero + timedelta(days=forgives) if forgives else None

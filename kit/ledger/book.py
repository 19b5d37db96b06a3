"""The account while it is worked out: each method is one thing that happens on a day."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from kit.ledger.account import Kind, Rule, Share
from kit.ledger.allocation import spread
from kit.ledger.late_fees import agreed_room, fee_amount
from kit.ledger.part import Part
from kit.ledger.pauses import in_pause
from kit.ledger.schedule import DueItem
from kit.ledger.terms import LateFeeTerms, Terms
from kit.model.agreement import Bucket
from kit.model.money import ZERO, minor_unit, to_minor

FAR = date.max
Row = tuple[date, Kind, str, Decimal, tuple[Share, ...], Rule | None, Decimal, str]  # a posting but for its balance
P, I, F, C = Bucket.PRINCIPAL, Bucket.INTEREST, Bucket.FEES, Bucket.COSTS  # noqa: E741


@dataclass(slots=True)
class Held:
    """Money of the debtor that found nothing to pay; ``invoice`` is one it waits for."""

    ref: str
    left: Decimal
    invoice: str | None


@dataclass(frozen=True, slots=True)
class OverLimit:
    """A late fee above the most that the law allows for a single one."""

    on: date
    invoice: str
    fee: Decimal
    most: Decimal


class Book:
    """Due items, money held, and the postings so far."""

    def __init__(self, terms: Terms, currency: str) -> None:
        self.terms, self.currency = terms, currency
        self.order = terms.order.complete
        self.parts: list[Part] = []  # oldest due first
        self.totals: dict[str, Decimal] = {}  # invoices by id
        self.fees: dict[str, Decimal] = {}  # late fees so far, by invoice
        self.held: list[Held] = []
        self.rows: list[Row] = []
        self.over_limit: list[OverLimit] = []  # fees above a limit that does not trim
        self.waived: dict[str, Decimal] = {}  # fees given up, by invoice
        self.checks_returned = 0
        self.own = self._part(DueItem("", 0, 0, FAR, None, ZERO), ZERO)

    def _part(self, item: DueItem, amount: Decimal, *, disputed: bool = False) -> Part:
        terms = self.terms
        if terms.uncharged(item.issued_on):
            by_law = terms.interest if terms.interest and terms.interest.basis == "by_law" else None
            terms = replace(terms, interest=by_law, late_fee=None)
        return Part(item, amount, terms, self.currency, self.post, disputed=disputed)

    def post(
        self,
        on: date,
        kind: Kind,
        ref: str,
        amount: Decimal,
        shares: tuple[Share, ...] = (),
        *,
        rule: Rule | None = None,
        held: Decimal = ZERO,
        cite: str = "",
    ) -> None:
        """Add a line; its balance is known when all lines are in order."""
        self.rows.append((on, kind, ref, amount, shares, rule, held, cite))

    def charge(self, item: DueItem) -> None:
        """Put a due item on the account, its disputed part apart."""
        new = [(item.amount - item.disputed, False)] if item.amount > item.disputed or not item.disputed else []
        new += [(item.disputed, True)] if item.disputed else []
        parts = [self._part(item, amount, disputed=disputed) for amount, disputed in new]
        shares = tuple(part.add(P, part.original) for part in parts)
        for part in parts:
            insort(self.parts, part, key=lambda known: known.sort)
        self.totals[item.invoice] = self.totals.get(item.invoice, ZERO) + item.amount
        self.post(item.issued_on, Kind.CHARGE, item.invoice, item.amount, shares)

    def credit(self, ref: str, invoice: str, amount: Decimal, on: date) -> None:
        """Reduce an invoice's principal; a credit given in a dispute settles the disputed part first."""
        parts = self._of(invoice)
        contested = [part for part in parts if part.disputed and (part.item.disputed_on or FAR) <= on]
        left, shares = spread(amount, [*contested, *(p for p in parts if p not in contested)], (P,), on)
        self.post(on, Kind.CREDIT, ref, -amount, tuple(shares), held=left)
        self._hold(ref, left, None, on)

    def pay(self, ref: str, amount: Decimal, on: date, named: str | None, elected: str | None) -> None:
        """Apply a payment; see `kit.ledger.allocation` for the order."""
        left, rule = amount, Rule.ORDER
        shares: list[Share] = []
        chosen = named or elected
        if chosen:
            rule = Rule.DIRECTED if named else Rule.ELECTED
            parts = [p for p in self._of(chosen) if not p.disputed or named]
            left, shares = spread(left, [p for p in parts if not p.disputed], self.order, on)
            if left:
                left, more = spread(left, [p for p in parts if p.disputed], self.order, on)
                shares += more
        waits = named if named and named not in self.totals else None
        if left and not waits:
            left, more = self._in_order(left, on)
            shares += more
        self.post(on, Kind.PAYMENT, ref, -amount, tuple(shares), rule=rule, held=left)
        self._hold(ref, left, waits, None)

    def bounce(self, ref: str, amount: Decimal, on: date, *, back_on: date, check: bool) -> None:
        """Show a payment that came back, and what the return costs; it never counted."""
        self.post(on, Kind.PAYMENT, ref, -amount, rule=Rule.RETURNED)
        self.post(back_on, Kind.REVERSAL, ref, amount, rule=Rule.RETURNED)
        charge = self.terms.returned_check
        if not check or charge is None:
            return
        fee = to_minor(charge.fee(amount, self.checks_returned), self.currency)
        self.checks_returned += 1
        if fee:
            share = self.own.add(F, fee)
            self.post(back_on, Kind.RETURNED_CHECK, ref, fee, (share,), cite=charge.cite)

    def cost(self, ref: str, amount: Decimal, on: date, invoice: str | None, cite: str) -> None:
        """Put a cost that may be claimed on its invoice, or on the account."""
        share = self._bearer(invoice).add(C, amount)
        self.post(on, Kind.COST, ref, amount, (share,), cite=cite)

    def late_fee(self, terms: LateFeeTerms, item: DueItem, on: date) -> None:
        """Charge what is still unpaid of a due item, within the caps; a disputed part bears its own share."""
        if self.terms.pauses and in_pause(self.terms.pauses, terms, item, on):
            return
        late = [p for p in self._of(item.invoice) if p.number == item.number and p.principal]
        unpaid = sum((part.principal for part in late), ZERO)
        fee = fee_amount(terms, unpaid, self.currency) if late else ZERO
        room = agreed_room(terms, self.totals[item.invoice], self.fees.get(item.invoice, ZERO), self.currency)
        fee = fee if room is None else min(fee, room)
        if not fee:
            return
        self.fees[item.invoice] = self.fees.get(item.invoice, ZERO) + fee
        left, lawful = fee, fee - self._over_limit(item.invoice, fee, unpaid, on)
        for part in late:
            whole = part is late[-1] or terms.flat is not None
            own = left if whole else min(left, fee_amount(terms, part.principal, self.currency))
            kept = min(own, lawful)
            left, lawful = left - own, lawful - kept
            if own:
                self._charge_late(part, own, own - kept, on, terms.cite)

    def _charge_late(self, part: Part, fee: Decimal, cut: Decimal, on: date, cite: str) -> None:
        """Post a fee, and below it what the law's limit on a single fee takes off, then what the caps do."""
        if part.meter:
            part.settle(on)  # the caps count fees and interest through the same day
        self.post(on, Kind.LATE_FEE, part.invoice, fee, (part.add(F, fee),), cite=cite)
        if cut and self.terms.fee_limit:
            self.post(on, Kind.TRIM, part.invoice, -cut, (part.add(F, -cut),), cite=self.terms.fee_limit.cite)
        part.trim(F, fee - cut, on)

    def waive(self, ref: str, bucket: Bucket, amount: Decimal | None, on: date, invoice: str | None) -> None:
        """Give up a charge, or part of it; what was never charged cannot be waived."""
        parts = self._of(invoice) if invoice else [*self.parts, self.own]
        most = sum((part.owed(bucket, on) for part in parts), ZERO)
        _, shares = spread(min(amount, most) if amount is not None else most, parts, (bucket,), on)
        given = -sum((share.amount for share in shares), ZERO)
        if bucket is F:
            for share in shares:
                self.waived[share.invoice] = self.waived.get(share.invoice, ZERO) - share.amount
        for part in parts:
            if part.meter and bucket is not C:
                part.meter.waived -= sum((s.amount for s in shares if part.same(s)), ZERO)
        if given:
            self.post(on, Kind.WAIVER, ref, -given, tuple(shares))

    def use_held(self, on: date) -> None:
        """Use money held for the debtor for what has been charged since."""
        for held in self.held:
            if held.left and not (held.invoice and held.invoice not in self.totals):
                left = held.left
                shares: list[Share] = []
                if held.invoice:
                    left, shares = spread(left, self._of(held.invoice), self.order, on)
                    held.invoice = None
                left, more = self._in_order(left, on)
                if left != held.left:
                    self.post(on, Kind.APPLIED, held.ref, ZERO, (*shares, *more))
                    held.left = left
        self.held = [held for held in self.held if held.left]

    def _in_order(self, amount: Decimal, on: date) -> tuple[Decimal, list[Share]]:
        """Pay what is due and undisputed, then what is not yet due."""
        free = [part for part in self.parts if not part.disputed or (part.item.disputed_on or FAR) > on]
        due = [part for part in free if part.matures <= on]
        if self.own.balance[F] or self.own.balance[C]:
            left, shares = spread(amount, [*due, self.own], self.order, on)
        else:
            left, shares = spread(amount, due, self.order, on)
        if left and len(due) < len(free):
            left, more = spread(left, free[len(due) :], self.order, on)
            shares += more
        return left, shares

    def _hold(self, ref: str, left: Decimal, waits: str | None, use_on: date | None) -> None:
        if left:
            self.held.append(Held(ref, left, waits))
            if use_on:
                self.use_held(use_on)

    def _of(self, invoice: str) -> list[Part]:
        """Return an invoice's parts: item by item, in each the undisputed part first."""
        return [part for part in self.parts if part.invoice == invoice]

    def _bearer(self, invoice: str | None) -> Part:
        parts = self._of(invoice) if invoice else []
        return next((part for part in parts if not part.disputed), parts[0] if parts else self.own)

    def _over_limit(self, invoice: str, fee: Decimal, late: Decimal, on: date) -> Decimal:
        """Return what the law's limit on a single fee takes off; where it does not trim, remember the excess."""
        limit = self.terms.fee_limit
        most = limit.most(late) if limit else None
        if limit is None or most is None or fee <= most:
            return ZERO
        unit = minor_unit(self.currency)
        if limit.trims:
            return fee - most // unit * unit
        self.over_limit.append(OverLimit(on, invoice, fee, most))
        return ZERO

    def uncured(self) -> tuple[OverLimit, ...]:
        """Return the fees over the law's limit whose excess has not been waived."""
        excess: dict[str, Decimal] = {}
        for over in self.over_limit:
            excess[over.invoice] = excess.get(over.invoice, ZERO) + over.fee - over.most
        return tuple(o for o in self.over_limit if excess[o.invoice] > self.waived.get(o.invoice, ZERO))

    def all_parts(self) -> Iterable[Part]:
        """Return every due item's parts, and the account's own costs and fees."""
        return (*self.parts, self.own)

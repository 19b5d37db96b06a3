"""The blanks of `letters/receipt`: thanks for a payment, how it was applied, and what is left.

A check is conditional payment until the bank has paid it (UCC 3-310(b)), and
the receipt says so. A payment that came back gets none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from kit.checks.replies import check_receipt, payment_for
from kit.documents import wording
from kit.documents.contexts import account, demand_words
from kit.documents.contexts.entry_words import part_words
from kit.documents.contexts.letter import Letter, opened
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError, Stopped
from kit.ledger.account import Kind, Share
from kit.model.account import Method, Payment
from kit.model.agreement import Bucket
from kit.model.money import ZERO

HOW = {Method.CHECK: "Check", Method.TRANSFER: "Bank transfer", Method.CARD: "Card", Method.CASH: "Cash"}


@dataclass(frozen=True, slots=True)
class Applied:
    """Where a part of the payment went."""

    what: str
    bill: str
    extra: str
    together: str


@dataclass(frozen=True, slots=True)
class Receipt(Letter):
    """The blanks of ``letters/receipt``."""

    opening: str
    amount: str
    received_on: str
    method: str
    reference: str
    number: str
    applied: tuple[Applied, ...]
    bill_total: str
    extra_total: str
    check_sentence: str
    order_sentence: str
    left_sentence: str
    interest_sentence: str


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request`` with its payment, the newest where it names none.

    Raises `Stopped` for a payment that gets no receipt.
    """
    stopped = tuple(check_receipt(facts.case, facts.as_of, request.payment))
    payment = payment_for(facts.case, facts.as_of, request.payment)
    if stopped or payment is None:
        raise Stopped(stopped)
    return replace(request, payment=payment.id)


def build(facts: Facts, request: Request) -> Receipt:
    """Fill the receipt. Raises `KitError` for a payment that gets none."""
    case = facts.case
    payment = payment_for(case, facts.as_of, decide(facts, request).payment)
    if payment is None:
        raise KitError(f"there is no payment {request.payment}")
    amount, on = wording.money(payment.amount, case.currency), wording.day(payment.on)
    shares = _shares(facts, payment)
    bill = _taken(one for one in shares if one.bucket is Bucket.PRINCIPAL)
    is_check = payment.method is Method.CHECK
    open_ = bool(facts.ledger.totals.total)
    return Receipt(
        **opened(facts),
        subject=f"Receipt for your payment of {on}",
        opening=wording.sentences([demand_words.represented(facts), f"Thank you for your payment of {amount}."]),
        amount=amount,
        received_on=on,
        method=HOW.get(payment.method, ""),
        reference=payment.reference or "",
        number=payment.id,
        applied=_rows(facts, payment, shares),
        bill_total=wording.bare_money(bill, case.currency),
        extra_total=wording.bare_money(_taken(shares) - bill, case.currency),
        check_sentence="This receipt is subject to the check being paid by your bank." if is_check else "",
        order_sentence=account.order_sentence(case, facts.ledger),
        left_sentence=_left(facts, is_check=is_check),
        interest_sentence=demand_words.further_charges(facts) if open_ else "",
    )


def _shares(facts: Facts, payment: Payment) -> tuple[Share, ...]:
    """Return where the payment went, at once or later out of money held."""
    kinds = (Kind.PAYMENT, Kind.APPLIED)
    postings = [one for one in facts.ledger.postings if one.ref == payment.id and one.kind in kinds]
    return tuple(share for one in postings for share in one.shares if share.amount)


def _rows(facts: Facts, payment: Payment, shares: tuple[Share, ...]) -> tuple[Applied, ...]:
    case = facts.case
    places = list(dict.fromkeys((one.invoice, one.number) for one in shares))
    rows = []
    for invoice, number in places:
        there = [one for one in shares if (one.invoice, one.number) == (invoice, number)]
        name = f"Invoice {part_words(case, invoice, number)}" if invoice else "Charges of the account"
        bill = _taken(one for one in there if one.bucket is Bucket.PRINCIPAL)
        rows.append(_row(facts, name, bill, _taken(there) - bill))
    if held := payment.amount - _taken(shares):
        rows.append(Applied("Held for you", "", "", wording.bare_money(held, case.currency)))
    return tuple(rows)


def _taken(shares: Iterable[Share]) -> Decimal:
    return -sum((one.amount for one in shares), ZERO)


def _row(facts: Facts, name: str, bill: Decimal, extra: Decimal) -> Applied:
    shown = [wording.bare_money(one, facts.case.currency) for one in (bill, extra, bill + extra)]
    return Applied(name, *shown)


def _left(facts: Facts, *, is_check: bool) -> str:
    """Return what is open after it, and when each part of that is due."""
    case, ledger = facts.case, facts.ledger
    totals, today = ledger.totals, wording.day(facts.as_of)
    if not totals.total:
        return _settled(facts, is_check=is_check)
    later = totals.collectable - ledger.demandable
    whole = wording.money(totals.total, case.currency)
    if ledger.demandable == totals.total:
        return f"On {today}, {whole} is open on your account and due."
    parts = []
    if ledger.demandable:
        parts.append(f"{wording.money(ledger.demandable, case.currency)} is due now")
    if later > 0:
        day = min((i.due_on for i in ledger.items if i.due_on and i.principal and not i.days_overdue), default=None)
        when = f"falls due on {wording.day(day)}" if day else "is not due yet"
        several = len({i.due_on for i in ledger.items if i.principal and not i.days_overdue}) > 1
        when = f"is not due yet, the next of it on {wording.day(day)}" if several and day else when
        parts.append(f"{wording.money(later, case.currency)} {when}")
    if totals.disputed:
        parts.append(f"{wording.money(totals.disputed, case.currency)} is what you dispute")
    return f"On {today}, {whole} is open on your account: {wording.listing(parts)}."


def _settled(facts: Facts, *, is_check: bool) -> str:
    if facts.ledger.totals.disputed:
        contested = wording.money(facts.ledger.totals.disputed, facts.case.currency)
        return f"Nothing is left to pay today: you dispute {contested}, and money that we hold for you covers it."
    start = "Once the check is paid, your account is" if is_check else "Your account is now"
    paid = f"{start} paid in full. Thank you; we would gladly work with you again."
    if not facts.ledger.totals.overpaid:
        return paid
    more = wording.money(facts.ledger.totals.overpaid, facts.case.currency)
    return f"{paid} You have paid {more} more than was owed; please tell us whether to send it back or keep it for you."

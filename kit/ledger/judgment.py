"""After judgment: the contract's account ends, and the judgment has one of its own.

The claim merges into the judgment. Agreed interest and late charges stop on the
day it was entered; from the day after, the judgment bears its own interest. What
comes in from that day on counts on the judgment alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import partial
from itertools import accumulate

from kit.findings import Finding, KitError, note
from kit.ledger.account import Ledger
from kit.ledger.build import build_ledger
from kit.ledger.judgment_account import Awarded, JudgmentAccount
from kit.ledger.judgment_book import Book
from kit.ledger.judgment_terms import Bearing, bearing_of
from kit.ledger.late_fees import same_days
from kit.ledger.terms import Terms
from kit.model.account import Payment
from kit.model.agreement import Bucket
from kit.model.case import Case
from kit.model.court_event import Judgment, Side
from kit.model.law import Jurisdiction
from kit.model.money import ZERO, to_minor
from kit.model.suit import Suit, suit_of

DAY = timedelta(days=1)
MONTHS = 12
CAME_BACK, NEW_WORK, BETWEEN = "K695", "K696", "K697"
Event = tuple[date, int, str, Callable[[], None]]


def judged(case: Case, terms: Terms, as_of: date, forum: Jurisdiction | None) -> tuple[Ledger, Bearing]:
    """Return the account of ``case`` on ``as_of`` and what its judgment bears.

    Without a judgment it is the account as it always was. With one it ends on the day of the judgment, and the
    judgment's own account stands beside it. Raises `KitError` for figures beyond counting.
    """
    suit = suit_of(case)
    if suit is None or suit.judgment is None:
        return build_ledger(case, terms, as_of), Bearing()
    judgment, first = suit.judgment, suit.judgments[0]
    before = case.model_copy(update={
        "payments": tuple(one for one in case.payments if one.on < first.on),
        "costs": tuple(one for one in case.costs if one.on <= first.on),
        "waivers": tuple(one for one in case.waivers if one.on < first.on),
        "credits": tuple(one for one in case.credits if one.on <= first.on),
    })  # fmt: skip
    ledger = build_ledger(before, terms, first.on)
    bearing = bearing_of(case, judgment, forum, as_of) if suit.won else Bearing()
    try:
        account = _account(case, suit, bearing, as_of)
    except InvalidOperation as err:  # more digits than an exact sum can keep
        raise KitError("the sums of this judgment are larger than this program counts; check them") from err
    doubts = (*bearing.findings, *_doubts(case, suit, account))
    return replace(ledger, judgment=account, findings=(*ledger.findings, *doubts)), bearing


def _account(case: Case, suit: Suit, bearing: Bearing, as_of: date) -> JudgmentAccount:
    judgment = suit.judgments[-1]
    awarded = Awarded(*(to_minor(one, case.currency) for one in _sums(judgment)))
    account = JudgmentAccount(
        as_of=as_of,
        entered_on=judgment.on,
        winner=judgment.winner.value,
        number=suit.number,
        court=suit.filed.court or "",
        against=judgment.against,
        by_default=judgment.by_default,
        awarded=awarded,
        appealed_on=suit.appealed.on if suit.appealed else None,
        satisfied_on=suit.satisfied.on if suit.satisfied else None,
    )
    if judgment.winner is Side.DEBTOR:
        return account
    book = Book(bearing, case.currency)
    book.award(judgment.on, suit.number or "judgment", awarded)
    for _, _, _, happen in sorted(_events(case, suit, book, as_of), key=lambda event: event[:3]):
        happen()
    book.settle(as_of)
    return _finished(case, account, book)


def _sums(judgment: Judgment) -> tuple[Decimal, ...]:
    if judgment.winner is Side.DEBTOR:
        return (ZERO,) * 4
    return judgment.principal, judgment.interest, judgment.costs, judgment.attorney_fees


def _events(case: Case, suit: Suit, book: Book, as_of: date) -> Iterator[Event]:
    """Yield everything that happened to the judgment up to ``as_of``: its day, its place within it, what it does."""
    judgment = suit.judgments[-1]
    yield from _payments(case, suit, book, as_of)
    for cost in case.costs:
        if cost.claimable and judgment.on < cost.on <= as_of:
            amount = to_minor(cost.amount, case.currency)
            yield cost.on, 1, cost.id, partial(book.cost, cost.on, cost.id, amount, cost.source or "")
    for waiver in case.waivers:
        if judgment.on <= waiver.on <= as_of:
            given = None if waiver.amount is None else to_minor(waiver.amount, case.currency)
            act = partial(book.waive, waiver.on, f"entry {waiver.n}", Bucket(waiver.bucket), given)
            yield waiver.on, 3, f"{waiver.n:09d}", act
    if book.bearing.interest and book.bearing.interest.compounding == "yearly":
        zero = book.bearing.interest.runs_from or judgment.on
        for number, day in enumerate(same_days(zero, as_of)):
            if number and number % MONTHS == 0:
                yield day, 5, "", partial(book.compound, day)
    if suit.satisfied and suit.satisfied.on <= as_of:
        yield suit.satisfied.on, 6, "", partial(book.close, suit.satisfied.on, f"entry {suit.satisfied.n}")


def _payments(case: Case, suit: Suit, book: Book, as_of: date) -> Iterator[Event]:
    for payment in counted(case, suit, as_of):
        amount, on = to_minor(payment.amount, case.currency), max(payment.on, suit.judgments[-1].on)
        if payment.bounced_on and payment.bounced_on <= as_of:
            back_on = max(payment.bounced_on, on)
            yield on, 2, payment.id, partial(book.returned, payment.id, amount, on, back_on)
        else:
            yield on, 4, payment.id, partial(book.pay, on, payment.id, amount)


def counted(case: Case, suit: Suit, as_of: date) -> tuple[Payment, ...]:
    """Return the payments that count on the judgment: from its day on, but not those for later invoices."""
    first = suit.judgments[0].on
    later = {invoice.id for invoice in case.invoices if invoice.issued_on > first}
    return tuple(one for one in case.payments if first <= one.on <= as_of and one.invoice not in later)


def _finished(case: Case, account: JudgmentAccount, book: Book) -> JudgmentAccount:
    dated = sorted(book.postings, key=lambda one: one.on)  # stable: lines of one day stay as they happened
    balances = accumulate(one.amount for one in dated)
    postings = tuple(replace(one, balance=balance) for one, balance in zip(dated, balances, strict=True))
    exact, rate = book.per_diem(account.as_of + DAY)
    interest, bearing = book.bearing.interest, book.bearing
    return replace(
        account,
        postings=postings,
        spans=tuple(book.spans),
        principal=book.left[Bucket.PRINCIPAL],
        interest=book.left[Bucket.INTEREST],
        costs=book.left[Bucket.COSTS],
        attorney_fees=book.left[Bucket.FEES],
        overpaid=book.held,
        per_diem=to_minor(exact, case.currency),
        per_diem_exact=exact,
        percent=rate.percent if rate else None,
        cite=rate.cite if rate else "",
        on_all=bearing.on_all,
        compounds=interest is not None and interest.compounding != "none",
        interest_through=bearing.through,
        order=bearing.order,
        order_cite=bearing.order_cite,
        unclaimed_costs=sum((one.amount for one in case.costs if _unclaimed(one.on, one.claimable, account)), ZERO),
    )


def _unclaimed(on: date, claimable: bool, account: JudgmentAccount) -> bool:
    return not claimable and account.entered_on < on <= account.as_of


def _doubts(case: Case, suit: Suit, account: JudgmentAccount) -> Iterator[Finding]:
    """Name what does not fit a judgment: a payment taken off before that came back, work billed since."""
    first = suit.judgments[0].on
    for payment in case.payments:
        back_on = payment.bounced_on
        if payment.on < first and back_on and first <= back_on <= account.as_of:
            message = f"payment {payment.id}, taken off before the judgment, came back on {back_on}"
            fix = "The judgment does not hold it; ask the clerk whether the court can correct it."
            yield note(CAME_BACK, message, case.origin(f"payment:{payment.id}"), fix=fix)
        if first <= payment.on < account.entered_on:
            message = f"payment {payment.id} came between two judgments and is taken off the later one"
            fix = "If the court took it off already, undo it here and say so in a note."
            yield note(BETWEEN, message, case.origin(f"payment:{payment.id}"), fix=fix)
    for index, invoice in enumerate(case.invoices):
        if invoice.issued_on > first and invoice.issued_on <= account.as_of:
            message = f"invoice {invoice.id} is of after the judgment and no part of its account"
            yield note(NEW_WORK, message, case.place("invoices", index), fix="Give new work a case of its own.")

"""The change order's sums and sentences: price before and after, when the money is due, dates, what stays as it is."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kit.documents import wording
from kit.documents.contexts.account import MINUS, Sum
from kit.model.agreed_price import earlier, last_day_after, last_day_before, signed
from kit.model.case import Case
from kit.model.change import Change
from kit.model.price import HourlyPrice


def sums(case: Case, change: Change, before: Decimal | None) -> tuple[Sum, ...]:
    """Return the lines that add up to the price after the change; none without a sum, or where only dates change."""
    cash = case.currency
    moves = change.price_moves(cash)
    if before is None or not (moves or change.lines):
        return ()
    rows = [Sum(f"{_price(case)} before this change", wording.money(before, cash))]
    if change.itemised:
        parts = (("Added", change.added, 1), ("Left out", change.left_out, -1))
        for what, lines, sign in parts:
            if lines:
                rows.append(Sum(what, signed_money(sign * sum((line.total(cash) for line in lines), Decimal(0)), cash)))
    else:
        rows.append(Sum("This change", signed_money(moves, cash)))
    return tuple(rows)


def signed_money(amount: Decimal, currency: str) -> str:
    """Return ``amount``, below zero with a minus as wide as a plus."""
    return f"{MINUS if amount < 0 else ''}{wording.money(abs(amount), currency)}"


def _price(case: Case) -> str:
    return "Most charged for hours" if isinstance(case.agreement.price, HourlyPrice) else "Price"


def after_label(case: Case) -> str:
    """Return how the last line of the sums is called."""
    return f"{_price(case)} after this change"


def price_sentence(case: Case, change: Change, before: Decimal | None) -> str:
    """Return what is paid more or less, and when."""
    moves = change.price_moves(case.currency)
    if not moves:
        return "It stays as it is."
    amount = wording.money(abs(moves), case.currency)
    if moves < 0:
        less = f"For this change Client pays {amount} less, once, than the contract says." if before is None else ""
        back = "Provider takes the difference off the next invoice, and credits or pays back what is left of it."
        return wording.sentences([less, back])
    if before is not None and isinstance(case.agreement.price, HourlyPrice):
        return "Provider goes on charging the hours worked, up to that sum."
    more = f"For this change Client pays {amount}, once, on top of what the contract says." if before is None else ""
    due = "Provider bills the difference when the change is done; it is due as the contract says."
    return wording.sentences([more, due])


def dates_sentence(case: Case, change: Change, as_of: date) -> str:
    """Return what becomes of the last day and of the dates in between."""
    before = last_day_before(case, change, as_of)
    after = last_day_after(change, before)
    if change.ends_on:
        instead = f" instead of {wording.day(before)}" if before and before != after else ""
        return f"The work is to be finished by {wording.day(change.ends_on)}{instead}."
    if change.more_days:
        days = wording.count(change.more_days, "day")
        ends = f" The work is to be finished by {wording.day(after)}." if after else ""
        return f"The dates that have not passed move by {days}.{ends}"
    return "They stay as they are."


def rest_sentence(case: Case) -> str:
    """Return that everything else stands, the clause on late payment by name where there is one."""
    late = case.agreement.late_fee is not None or case.agreement.interest is not None
    terms = "the terms on payment and on late payment" if late else "the terms on payment"
    return f"Everything else in the contract stays as it is and holds for this change too, {terms} included."


def counted(case: Case, change: Change, as_of: date) -> str:
    """Return which earlier changes are in the price before this one; empty where there are none."""
    known = [each.id for each in signed(earlier(case, change), as_of)]
    if not known:
        return ""
    orders = "change order" if len(known) == 1 else "change orders"
    return f"The price before this change counts {orders} {wording.listing(known)}."

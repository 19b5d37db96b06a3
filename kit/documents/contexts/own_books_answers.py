"""What is on record about one's own side: invoices, money, and what was said, each beside its question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from kit.documents import wording
from kit.documents.contexts import entry_words, said_so_far
from kit.facts import Facts
from kit.model.account import Invoice, Payment
from kit.model.case import Case
from kit.model.event import HoldReason
from kit.model.money import ZERO, to_minor

NOTHING = "nothing on record"
MANY = 4  # things that fit beside a question


@dataclass(frozen=True, slots=True)
class Check:
    """A question to tick off, and what is on record about it."""

    asks: str
    record: str


def bills_asked(facts: Facts, bills: tuple[Invoice, ...]) -> Iterator[Check]:
    """Ask about the open invoices: sent, earned, right in amount and day, with what they asked for."""
    case = facts.case
    unsent = [one.id for one in bills if said_so_far.invoice_sent(case, one) == said_so_far.NOT_ON_RECORD]
    sent = "every one on record as sent" if not unsent else f"not on record as sent: {_few(unsent)}"
    yield Check("Sent, and arrived? No bounced email, no letter back?", sent)
    yield Check("The right amount, line by line, and credits given?", _amounts(case, bills, facts.as_of))
    yield Check("Due on the day that was agreed?", _due_days(case, bills))
    yield Check("With their order number, form or portal?", _orders(bills))
    yield Check("All of it delivered or done?", _delivered(bills))


def _amounts(case: Case, bills: tuple[Invoice, ...], on: date) -> str:
    lines = wording.count(sum(len(one.lines) for one in bills), "line")
    total = wording.money(sum((case.total(one) for one in bills), ZERO), case.currency)
    ids = {one.id for one in bills}
    given = [
        f"{one.id}, {_money(case, one.amount)} on {one.invoice}{f' ({one.reason})' if one.reason else ''}"
        for one in case.credits
        if one.invoice in ids and one.on <= on
    ]
    credited = f"credits: {_few(given)}" if given else "no credit on record"
    return f"{lines}, {total} in all; {credited}"


def _due_days(case: Case, bills: tuple[Invoice, ...]) -> str:
    days = case.agreement.net_days
    if days is None:
        return "no number of days is agreed in the file"
    other = [one.id for one in bills if one.instalments or case.due_on(one) != one.issued_on + timedelta(days=days)]
    agreed = f"agreed: {wording.count(days, 'day')} after the invoice"
    return f"{agreed}; not so on {_few(other)}" if other else f"{agreed}; so on every one"


def _orders(bills: tuple[Invoice, ...]) -> str:
    without = [one.id for one in bills if not one.purchase_order]
    if len(without) == len(bills):
        return "no order number on any of them"
    return f"no order number on {_few(without)}" if without else "every one has its order number"


def _delivered(bills: tuple[Invoice, ...]) -> str:
    known = [f"{one.id} on {wording.short_day(one.delivered_on)}" for one in bills if one.delivered_on]
    missing = len(bills) - len(known)
    if not known:
        return "no day of delivery on record"
    rest = f"; no day for {'the other' if missing == 1 else f'the other {missing}'}" if missing else ""
    return f"delivered: {_few(known)}{rest}"


def money_asked(facts: Facts) -> Iterator[Check]:
    """Ask for what came in, came back, is held, or is owed the other way."""
    case, totals = facts.case, facts.ledger.totals
    until = wording.short_day(facts.as_of)
    asks = f"The bank, the mail, cards, apps, through {until}?"
    yield Check(asks, _last_payment(case, facts.as_of))
    back = [(one, one.bounced_on) for one in case.payments if one.bounced_on and one.bounced_on <= facts.as_of]
    if back:
        listed = [f"{one.id}, {_money(case, one.amount)}, on {wording.short_day(on)}" for one, on in back]
        yield Check("What came back: made good since?", _few(listed))
    if totals.unapplied:
        held = wording.money(totals.unapplied, case.currency)
        yield Check("What is the money for that we hold?", held)
    yield Check("Do we owe them something?", "a credit, a return, a deposit, a bill of theirs: look outside this file")


def _last_payment(case: Case, on: date) -> str:
    good = [one for one in case.payments if one.on <= on and not (one.bounced_on and one.bounced_on <= on)]
    if not good:
        return "no payment on record"
    last = max(good, key=lambda one: one.on)
    return f"last on record: {_money(case, last.amount)}{_how(last)} on {wording.short_day(last.on)} ({last.id})"


def _how(payment: Payment) -> str:
    return entry_words.HOW.get(payment.method, "")


def said_asked(facts: Facts) -> Iterator[Check]:
    """Ask for complaints, promises and arrangements."""
    case = facts.case
    heard = [*said_so_far.disputes(case), *said_so_far.answers(case)]
    yield Check("A complaint that we have not answered?", _few(heard, "; "))
    yield Check("A promise that we should wait for?", _few(list(said_so_far.promises(case)), "; "))
    yield Check("Did one of us agree to wait or to take less?", _few(list(_arranged(case)), "; "))


def _arranged(case: Case) -> Iterator[str]:
    for hold in case.holds:
        why = "by hand" if hold.reason is HoldReason.BY_HAND else hold.reason.value.replace("_", " ")
        yield f"{wording.short_day(hold.on)}: held, {why}{f' ({hold.text})' if hold.text else ''}"
    for one in case.waivers:
        what = _money(case, one.amount) + " of the " if one.amount is not None else "all "
        yield f"{wording.short_day(one.on)}: gave up {what}{one.bucket}"


def _few(items: list[str], between: str = "") -> str:
    """Return the items in a line, the newest few where they are many, or that there are none."""
    if not items:
        return NOTHING
    shown = items[-MANY:]
    more = f"{len(items) - MANY} more, and " if len(items) > MANY else ""
    return more + (between.join(one.rstrip(".") for one in shown) if between else wording.listing(shown))


def _money(case: Case, amount: Decimal) -> str:
    return wording.money(to_minor(amount, case.currency), case.currency)

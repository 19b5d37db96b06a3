"""The paragraphs of a demand: what is owed and since when, what runs on, what is disputed, how to answer."""

from __future__ import annotations

from datetime import timedelta

from kit.documents import wording
from kit.documents.contexts import letterhead
from kit.documents.contexts.claim_schedule import due_items
from kit.facts import Facts
from kit.ledger.account import Item
from kit.model.agreement import AgreementKind
from kit.model.case import Case

MANY = 4  # invoices that a sentence can name
DAY = timedelta(days=1)


def opening(facts: Facts) -> str:
    """Return what is owed, under which agreement, and since when."""
    case, late = facts.case, due_items(facts)
    about = f" ({case.work.text.rstrip('.')})" if case.work.text else ""
    parts = [represented(facts), f"{under(case)}{about}, {late_words(late)}." if late else ""]
    return wording.sentences([*parts, "The enclosed schedule lists every charge and every payment. In short:"])


def represented(facts: Facts) -> str:
    """Return who is meant by “you” where a lawyer is written to; empty where none is known."""
    debtor = facts.case.debtor
    if not debtor.lawyer_on(facts.as_of):
        return ""
    return f"We write to you as the lawyer of {debtor.name}; “you” in this letter means your client."


def under(case: Case) -> str:
    """Return how a sentence starts that rests on the agreement: `Under our agreement of May 4, 2026`."""
    on = case.agreement.kind in (AgreementKind.OPEN_ACCOUNT, AgreementKind.ACCOUNT_STATED)
    return f"{'On' if on else 'Under'} our {letterhead.agreement_words(case)}"


def late_words(late: tuple[Item, ...]) -> str:
    """Return which of the items ``late``, one or more, were due when; within a sentence, without its end."""
    named = list(dict.fromkeys(item.invoice for item in late))
    return _one(late) if len(named) == 1 else _several(late, named)


def _one(late: tuple[Item, ...]) -> str:
    invoice, first = late[0].invoice, late[0]
    if len(late) > 1:
        since = wording.day(min(item.due_on for item in late if item.due_on))
        return (
            f"{wording.count(len(late), 'installment')} of invoice {invoice} are overdue; the first was due on {since}"
        )
    part = f"installment {first.number} of " if first.of > 1 else ""
    issued = f" of {wording.day(first.issued_on)}" if first.issued_on else ""
    due = f"was due on {wording.day(first.due_on)}" if first.due_on else "is due"
    return f"{part}invoice {invoice}{issued} {due} and {_paid(first)}"


TWO = 2  # days that a sentence names one by one


def _paid(item: Item) -> str:
    if not item.principal:
        return "was paid late; the charges for that are open"
    return "has been paid only in part" if item.principal < item.original else "has not been paid"


def _several(late: tuple[Item, ...], named: list[str]) -> str:
    days = sorted(item.due_on for item in late if item.due_on)
    first, last = wording.day(days[0]), wording.day(days[-1])
    due = f"on {first}" if first == last else f"between {first} and {last}"
    if len(set(days)) == TWO:
        due = f"on {first} and on {last}"
    which = f"invoices {wording.listing(named)}" if len(named) <= MANY else wording.count(len(named), "invoice")
    return f"{which} were due {due} and have not been paid in full"


def further_charges(facts: Facts) -> str:
    """Return how interest or a monthly charge runs on; empty where none was agreed or it has stopped."""
    return wording.sentences([_interest(facts), _monthly(facts)])


def _interest(facts: Facts) -> str:
    ledger = facts.ledger
    if ledger.interest is None or ledger.interest.basis != "agreed" or not ledger.per_diem.exact:
        return ""
    running = [span for span in ledger.spans if not span.by_law and span.end > facts.as_of]
    rate = f" at {wording.percent(running[-1].percent)} a year" if running else ""
    first = wording.day(facts.as_of + DAY)
    if ledger.per_diem.undisputed:
        daily = wording.money(ledger.per_diem.undisputed, facts.case.currency)
        return f"Interest{rate} goes on: {daily} for each day from {first}."
    if not any(not span.disputed for span in running):
        return ""
    return f"Interest{rate} goes on from {first} until everything is paid; for one day it is too little to name."


def _monthly(facts: Facts) -> str:
    fee, ledger = facts.case.agreement.late_fee, facts.ledger
    if fee is None or fee.percent_a_month is None or facts.terms.late_fee is None or not ledger.totals.fees:
        return ""
    each = "full month" if fee.month == "completed" else "month begun"
    limit = ", up to the limit agreed" if fee.cap_amount is not None or fee.cap_percent is not None else ""
    return f"A late charge of {wording.percent(fee.percent_a_month)} is added for each further {each}{limit}."


def dispute(facts: Facts) -> str:
    """Return what is disputed and left out; empty where nothing is."""
    items = facts.ledger.items
    disputed = list(dict.fromkeys(item.invoice for item in items if item.disputed))
    if not disputed:
        return ""
    partly = {item.invoice for item in items if item.disputed != item.balance}
    which = f"{wording.count(len(disputed), 'invoice')} in whole or in part"
    if len(disputed) <= MANY:
        which = wording.listing(f"{'a part of ' if name in partly else ''}invoice {name}" for name in disputed)
    late = any(item.disputed and item.balance != item.principal for item in items)
    charges = " with the charges on it" if late else ""
    amount = wording.money(facts.ledger.totals.disputed, facts.case.currency)
    return (
        f"You have told us that you dispute {which}. What you dispute, {amount}{charges}, is not asked for in this "
        "letter; we want to settle it with you separately."
    )


def answer(facts: Facts) -> str:
    """Return how to object, to ask for time, or to say that the money is on its way."""
    reach = letterhead.reach(facts.case, facts.as_of)
    return (
        "If you believe that something here is wrong, tell us in writing by then which amount and why; we will look at "
        f"it and answer. If you cannot pay it all at once, {reach} before that day: we would rather agree on a plan in "
        "writing. If you have just paid, thank you; please tell us the day and the reference."
    )

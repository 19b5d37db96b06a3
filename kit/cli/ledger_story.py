"""How the balance of one invoice came about, in sentences whose figures add up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from kit.cli.ledger_text import owed_words
from kit.documents.wording import count, day, listing, percent
from kit.findings import KitError
from kit.ledger.account import InterestSpan, Item, Kind, Ledger, Posting, Rule
from kit.model.agreement import Bucket
from kit.model.money import ZERO, spoken

DAY = timedelta(days=1)
GIVEN_UP = {Kind.WAIVER: "you waived", Kind.RELEASE: "the settlement gave up"}
CHOSEN = {Rule.DIRECTED: ", which named an invoice", Rule.ELECTED: ", which you put on an invoice"}


def explain(ledger: Ledger, invoice: str) -> tuple[str, ...]:
    """Tell how the balance of ``invoice`` came about; raises `KitError` where it is not on the account."""
    items = ledger.of(invoice)
    if not items:
        known = ", ".join(dict.fromkeys(item.invoice for item in ledger.items if item.invoice))
        there = f"there are {known}" if known else "nothing has been charged by then"
        raise KitError(f"invoice {invoice} is not on the account on {ledger.as_of}; {there}")
    lines, parts = [*_charged(items, ledger)], len(items)
    spans = [span for span in ledger.spans if span.invoice == invoice and not span.by_law]
    dated = [(span.end - DAY, 0, _span(span, ledger, parts)) for span in spans]
    dated += [(p.on, 1, line) for p in ledger.postings for line in _posting(p, invoice, ledger)]
    lines += [line for _, _, line in sorted(dated, key=lambda entry: entry[:2])]
    return (*lines, *_left(items, ledger))


def _charged(items: tuple[Item, ...], ledger: Ledger) -> Iterator[str]:
    first = items[0]
    total = spoken(sum((item.original for item in items), ZERO), ledger.currency)
    issued = day(first.issued_on) if first.issued_on else ""
    if len(items) > 1:
        yield f"{first.invoice} charges {total} in {len(items)} instalments, issued on {issued}."
        for item in items:
            due = day(item.due_on) if item.due_on else "a day nobody named"
            yield f"Instalment {item.number} of {spoken(item.original, ledger.currency)} was to be paid by {due}."
        return
    due = f"due on {day(first.due_on)}" if first.due_on else "with no due date, so nothing runs on it"
    yield f"{first.invoice} charges {total}, issued on {issued} and {due}."


def _span(span: InterestSpan, ledger: Ledger, parts: int) -> str:
    part = "the disputed part, " if span.disputed else ""
    part = f"instalment {span.number}, {part}" if parts > 1 else part
    base, amount = spoken(span.base, ledger.currency), spoken(span.amount, ledger.currency)
    days = f"From {day(span.start)} through {day(span.end - DAY)}, {count(span.days, 'day')}"
    if not span.percent:
        return f"{days}, no interest ran on {part}{base} ({span.cite})."
    return f"{days} at {percent(span.percent)} a year on {part}{base} made {amount} interest ({span.cite})."


def _posting(posting: Posting, invoice: str, ledger: Ledger) -> Iterator[str]:
    """Yield what a posting did to the invoice, if anything; interest is told by its spans."""
    mine = [share for share in posting.shares if share.invoice == invoice]
    when, cash = day(posting.on), ledger.currency
    amount = spoken(abs(sum((share.amount for share in mine), ZERO)), cash)
    by = f" ({posting.cite})" if posting.cite else ""
    if posting.kind is Kind.REVERSAL:
        yield f"Payment {posting.ref} of {spoken(posting.amount, cash)} came back unpaid on {when}; it never counted."
    if not mine:
        return
    if posting.kind is Kind.LATE_FEE:
        on = f" on instalment {mine[0].number}" if len(ledger.of(invoice)) > 1 else ""
        yield f"On {when} a late fee of {amount} fell due{on}{by}."
    elif posting.kind is Kind.TRIM:
        yield f"{amount} of that is over what the law allows and is not owed{by}."
    elif posting.kind is Kind.COST:
        yield f"On {when} cost {posting.ref} added {amount}{by}."
    elif posting.kind is Kind.CREDIT:
        yield f"On {when} credit {posting.ref} took {amount} off the principal."
    elif posting.kind in GIVEN_UP:
        yield f"On {when} {GIVEN_UP[posting.kind]} {_went(posting, invoice, ledger)}."
    elif posting.kind is Kind.PAYMENT:
        chosen = CHOSEN.get(posting.rule, "") if posting.rule else ""
        paid = spoken(-posting.amount, cash)
        yield f"On {when} you were paid {paid} ({posting.ref}{chosen}): {_went(posting, invoice, ledger)}."
    elif posting.kind is Kind.APPLIED:
        yield f"On {when} money held from {posting.ref} was used: {_went(posting, invoice, ledger)}."


def _went(posting: Posting, invoice: str, ledger: Ledger) -> str:
    """Say how a sum was divided: between the parts of this invoice, other invoices, and money held."""
    cash, waived = ledger.currency, posting.kind in GIVEN_UP
    sums = dict.fromkeys(Bucket, ZERO)
    for share in posting.shares:
        if share.invoice == invoice:
            sums[share.bucket] -= share.amount
    names = {Bucket.FEES: "late fees"}
    to = "of" if waived else "to"
    parts = [f"{spoken(sums[b], cash)} {to} {names.get(b, b.value)}" for b in ledger.order.complete if sums[b]]
    if waived:
        return listing(parts)
    other = -sum((share.amount for share in posting.shares if share.invoice != invoice), ZERO)
    parts += [f"{spoken(other, cash)} elsewhere on the account"] if other else []
    parts += [f"{spoken(posting.held, cash)} is held for the debtor"] if posting.held else []
    if parts and " to " in parts[0]:
        parts[0] = parts[0].replace(" to ", " went to ", 1)
    return listing(parts)


def _left(items: tuple[Item, ...], ledger: Ledger) -> Iterator[str]:
    yield f"On {day(ledger.as_of)} that leaves {owed_words(items, ledger.currency)}."
    disputed = sum((item.disputed for item in items), ZERO)
    if disputed:
        rest = sum((item.collectable for item in items), ZERO)
        cash = ledger.currency
        yield f"{spoken(disputed, cash)} of it is disputed; {spoken(rest, cash)} may be asked for now."

"""The account on paper: its entries, its sums and its interest, each line in words.

Every sum printed adds up to the total printed under it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from kit.documents import wording
from kit.documents.contexts.entry_words import part_words, posting_words
from kit.ledger.account import InterestSpan, Kind, Ledger, Posting, Rule
from kit.model.agreement import Bucket
from kit.model.case import Case
from kit.model.money import ZERO

DAY = timedelta(days=1)
MINUS = "\N{MINUS SIGN}"
READ = re.compile(r", (?:as reported, read|text not read, noted|read) \d{4}-\d\d-\d\d")  # belongs in the record


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the account."""

    day: str
    what: str
    charged: str
    settled: str
    balance: str


@dataclass(frozen=True, slots=True)
class Sum:
    """One line of a total."""

    what: str
    amount: str


@dataclass(frozen=True, slots=True)
class Span:
    """One line of the interest computation; both days are included."""

    invoice: str
    start: str
    end: str
    days: str
    rate: str
    base: str
    amount: str


def entries(case: Case, ledger: Ledger) -> tuple[Entry, ...]:
    """Return the account line by line, with the running balance."""
    return tuple(_entry(case, posting) for posting in ledger.postings)


def _entry(case: Case, posting: Posting) -> Entry:
    amount = wording.bare_money(abs(posting.amount), case.currency)
    return Entry(
        wording.short_day(posting.on),
        posting_words(case, posting),
        amount if posting.amount > 0 else "",
        amount if posting.amount < 0 else "",
        signed(posting.balance, case.currency),
    )


def signed(amount: Decimal, currency: str) -> str:
    """Return an amount for a column, with a true minus sign where it is below zero."""
    return f"{MINUS if amount < 0 else ''}{wording.bare_money(abs(amount), currency)}"


def parts(case: Case, ledger: Ledger) -> tuple[Sum, ...]:
    """Return principal, interest, fees and costs, leaving out what is nothing."""
    totals = ledger.totals
    named = [
        ("Unpaid invoices", totals.principal),
        ("Interest", totals.interest),
        (fees_words(ledger), totals.fees),
        ("Costs", totals.costs),
    ]
    shown = [Sum(what, wording.money(amount, case.currency)) for what, amount in named if amount]
    return tuple(shown or [Sum("Unpaid invoices", wording.money(ZERO, case.currency))])


def bucket_words(bucket: Bucket) -> str:
    """Return a part of the account as a letter names it."""
    return {Bucket.FEES: "late charges", Bucket.PRINCIPAL: "unpaid invoices"}.get(bucket, bucket.value)


def fees_words(ledger: Ledger) -> str:
    """Return what the fees of the account are: late charges, returned-check charges, or both."""
    kinds = {posting.kind for posting in ledger.postings}
    if Kind.RETURNED_CHECK not in kinds:
        return "Late charges"
    return "Late and returned-check charges" if Kind.LATE_FEE in kinds else "Returned-check charge"


def citation(cite: str) -> str:
    """Return a citation for paper: without the day on which it was read, which stands in the record."""
    return READ.sub("", cite).replace("§ ", "§\N{NO-BREAK SPACE}")


def order_sentence(case: Case, ledger: Ledger) -> str:
    """Return in which order payments were applied, and why in that one; empty where nothing came in."""
    rules = {posting.rule for posting in ledger.postings if posting.kind is Kind.PAYMENT}
    if not rules:
        return ""
    order = ledger.order
    words = wording.listing(bucket_words(bucket) for bucket in order.complete)
    cite = f" ({citation(order.cite)})" if order.cite else ""
    why = "as agreed" if case.agreement.application_order else f"as the law has it where nothing was agreed{cite}"
    start = "Payments"
    if Rule.DIRECTED in rules:
        start = "A payment that named an invoice went to that invoice; within it, and otherwise, payments"
    return f"{start} were applied to {words}, in this order, {why}."


def less(what: str, amount: Decimal, currency: str) -> tuple[Sum, ...]:
    """Return a line that takes ``amount`` off, or nothing where it is nothing."""
    return (Sum(what, f"{MINUS}{wording.money(amount, currency)}"),) if amount else ()


def spans(case: Case, ledger: Ledger, *, by_law: bool = False) -> tuple[Span, ...]:
    """Return how the agreed interest was computed, or that which the law gives beside the account."""
    return tuple(_span(case, span) for span in ledger.spans if span.by_law is by_law)


def spans_total(case: Case, ledger: Ledger, *, by_law: bool = False) -> str:
    """Return the sum under that computation."""
    found = (span.amount for span in ledger.spans if span.by_law is by_law)
    return wording.bare_money(sum(found, ZERO), case.currency)


def _span(case: Case, span: InterestSpan) -> Span:
    return Span(
        part_words(case, span.invoice, span.number) + (" (disputed part)" if span.disputed else ""),
        wording.short_day(span.start),
        wording.short_day(span.end - DAY),
        f"{span.days:,}",
        wording.percent(span.percent),
        wording.bare_money(span.base, case.currency),
        wording.bare_money(span.amount, case.currency),
    )

"""The blanks of `handoff/schedule-of-accounts`: the invoices sold, for how much, and what the seller promises of them.

Each promise stands beside what the file says of it, so that nobody signs one that the file contradicts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kit.checks.handoff import amount_of
from kit.checks.representations import Stand, representations
from kit.documents import wording
from kit.documents.contexts.account import Sum
from kit.documents.contexts.handoff_account import Placed, day_or, placed, total_words
from kit.documents.contexts.handoff_copies import Copy, copy_rows
from kit.documents.contexts.handoff_head import Headed, Remark, head, on_paper, terms_for
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.ledger.kept import kept
from kit.model.handoff import HandoffTerms, Taker
from kit.model.money import ZERO, to_minor

TITLE = "Schedule of accounts sold"
STANDS = {Stand.TRUE: "as on file", Stand.FALSE: "NOT SO", Stand.UNKNOWN: "not known"}
PERIODS = (1, 2, 3)  # how many periods of the fee are worked out


@dataclass(frozen=True, slots=True)
class SoldRow:
    """One invoice."""

    invoice: str
    dated: str
    due: str
    late: str
    original: str
    settled: str
    open: str


@dataclass(frozen=True, slots=True)
class Price:
    """What the seller gets where the debtor pays within so many days."""

    paid_within: str
    fee: str
    rest: str
    in_all: str


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise and what the file says of it."""

    text: str
    stand: str
    fact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleOfAccounts(Headed):
    """The blanks of ``handoff/schedule-of-accounts``."""

    buyer: str
    debtor: str
    rows: tuple[SoldRow, ...]
    total: str
    advance: tuple[Sum, ...]
    prices: tuple[Price, ...]
    price_sentence: str
    recourse: str
    promises: tuple[Promise, ...]
    pay_to: str
    stays: str
    copies: tuple[Copy, ...]
    duties: tuple[Remark, ...]


def build(facts: Facts, request: Request) -> ScheduleOfAccounts:
    """Fill the schedule. Raises `KitError` where no sale to a factor is asked for or on record."""
    case, terms = facts.case, terms_for(facts, request, Taker.FACTOR)
    if facts.ledger.judgment:
        raise KitError("the claim is judged; a schedule lists invoices, and a judgment has taken their place")
    rows = placed(facts, terms)
    if not rows:
        raise KitError("nothing is open on what is to be sold")
    return ScheduleOfAccounts(
        **head(facts, terms, TITLE),
        buyer=terms.who,
        debtor=case.debtor.shown_name,
        rows=tuple(_row(facts, one) for one in rows),
        total=total_words(facts, terms),
        advance=tuple(_advance(facts, terms)),
        prices=tuple(_prices(facts, terms)),
        price_sentence=_price_sentence(terms),
        recourse=recourse_words(terms),
        promises=tuple(
            Promise(on_paper(one.text), STANDS[one.stand], on_paper(one.fact.partition(";")[0]))
            for one in representations(facts, terms)
        ),
        pay_to=terms.pay_to or "",
        stays=wording.listing(kept(case, facts.ledger, terms)),
        copies=copy_rows(facts, terms),
        duties=tuple(Remark(text) for text in _duties(terms)),
    )


def _row(facts: Facts, one: Placed) -> SoldRow:
    def shown(amount: Decimal) -> str:
        return wording.bare_money(amount, facts.case.currency)

    principal = sum((item.principal for item in facts.ledger.of(one.invoice.id)), ZERO) if one.invoice else ZERO
    return SoldRow(
        one.name,
        wording.short_day(one.invoice.issued_on) if one.invoice else "",
        day_or(one.due_on),
        wording.count(one.days_overdue, "day") if one.days_overdue else "no",
        shown(one.original) if one.invoice else "",
        shown(one.original - principal) if one.invoice else "",
        shown(one.balance),
    )


def _part(facts: Facts, terms: HandoffTerms, percent: Decimal) -> Decimal:
    return to_minor(amount_of(facts, terms) * percent / 100, facts.case.currency)


def _advance(facts: Facts, terms: HandoffTerms) -> Iterator[Sum]:
    if terms.advance_percent is None:
        return
    now, currency = _part(facts, terms, terms.advance_percent), facts.case.currency
    share = wording.percent(terms.advance_percent)
    yield Sum(f"Paid at once, {share}", wording.money(now, currency))
    yield Sum("Kept back until the debtor has paid", wording.money(amount_of(facts, terms) - now, currency))


def _prices(facts: Facts, terms: HandoffTerms) -> Iterator[Price]:
    """Yield what the sale brings where the debtor pays within one, two, three periods of the fee."""
    if terms.advance_percent is None or terms.fee_percent is None or not terms.fee_period_days:
        return
    total, now = amount_of(facts, terms), _part(facts, terms, terms.advance_percent)
    for count in PERIODS:
        fee = _part(facts, terms, terms.fee_percent * count)
        rest = total - now - fee
        shown = (wording.bare_money(one, facts.case.currency) for one in (fee, max(rest, ZERO), total - fee))
        yield Price(wording.count(terms.fee_period_days * count, "day"), *shown)


def _price_sentence(terms: HandoffTerms) -> str:
    if terms.fee_percent is None:
        return "The price is what the two have agreed in another writing."
    share = wording.percent(terms.fee_percent)
    if not terms.fee_period_days:
        return f"Buyer\N{RIGHT SINGLE QUOTATION MARK}s fee is {share} of the total, once."
    days = wording.count(terms.fee_period_days, "day")
    return (
        f"Buyer\N{RIGHT SINGLE QUOTATION MARK}s fee is {share} of the total for each period of {days} that has begun."
    )


def recourse_words(terms: HandoffTerms) -> str:
    """Return who bears the debtor's not paying, in sentences."""
    if terms.recourse is None:
        return (
            "Whether Buyer may give an unpaid invoice back is not said here. Look for it in the agreement with Buyer "
            "before you sign: it decides who bears the loss."
        )
    if not terms.recourse:
        return (
            "Without recourse: if the debtor cannot pay, the loss is Buyer\N{RIGHT SINGLE QUOTATION MARK}s. Seller "
            "still answers for its promises: an invoice that is disputed or was not earned comes back."
        )
    after = f" {wording.count(terms.recourse_days, 'day')} after it was sold" if terms.recourse_days else ""
    return (
        f"With recourse: an invoice that is unpaid{after} may be given back. Seller then repays the advance and the "
        "fee to that day, and the invoice is Seller\N{RIGHT SINGLE QUOTATION MARK}s again. Seller bears the loss if "
        "the debtor never pays, so this is close to a loan."
    )


def _duties(terms: HandoffTerms) -> Iterator[str]:
    yield "What the debtor still pays Seller on these invoices belongs to Buyer: Seller passes it on, as it came."
    yield "Seller grants no discount, credit or delay on them, and tells Buyer of every dispute on the day it hears."
    told = "Buyer" if not terms.notify_debtor else "Seller, with this schedule,"
    yield f"{told} tells the debtor to pay Buyer; until it has that notice, the debtor may pay Seller (UCC 9-406)."
    yield "Buyer may have to file in the public register to be safe against others (UCC 9-309, 9-310)."

"""The blanks of `court/claim-items`: every figure of the claim, from the account.

What is not yet due, given up or held for the debtor is not in the amount; each
table adds up to the line under it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from kit.documents import wording
from kit.documents.contexts import account, court_claim, letterhead
from kit.documents.contexts.account import Span, Sum
from kit.documents.contexts.claim_entries import Charge, MoneyIn, charges, money_in
from kit.documents.contexts.claim_money import claimed_invoices
from kit.documents.contexts.claim_schedule import Owed
from kit.documents.contexts.court_caption import Captioned, caption, the_debtor
from kit.documents.contexts.court_claim import Claim, claim_on
from kit.documents.contexts.court_law import CourtLaw, court_law
from kit.documents.contexts.discreet import public
from kit.documents.contexts.entry_words import part_words
from kit.documents.contexts.letterhead import Remark
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.ledger.account import InterestSpan, Item
from kit.model.case import Case
from kit.model.money import ZERO

TITLE = "Itemization of the claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimItems(Captioned):
    """The blanks of ``court/claim-items``."""

    claim_day: str
    currency: str
    items: tuple[Owed, ...]
    charged_total: str
    settled_total: str
    unpaid_total: str
    extra_total: str
    owed_total: str
    sums: tuple[Sum, ...]
    amount: str
    remarks: tuple[Remark, ...]
    payments: tuple[MoneyIn, ...]
    order_sentence: str
    charges: tuple[Charge, ...]
    spans: tuple[Span, ...]
    spans_total: str
    spans_sentence: str
    by_law_spans: tuple[Span, ...]
    by_law_total: str
    by_law_sentence: str


def build(facts: Facts, request: Request) -> ClaimItems:  # noqa: ARG001 - every document is built from both
    """Fill the itemization as of the day of ``facts``. Raises `KitError` where nothing is overdue."""
    case, law, claimed = facts.case, court_law(facts), claimed_invoices(facts)
    claim = claim_on(facts, law, facts.as_of)
    spans = tuple(span for span in facts.ledger.spans if span.by_law or span.invoice in claimed)
    ledger = replace(facts.ledger, spans=spans)
    under, by_law = _total(case, claim.items), claim.by_law > 0
    return ClaimItems(
        **caption(facts, law, TITLE),
        claim_day=wording.day(claim.day),
        currency="US dollars" if case.currency == "USD" else case.currency,
        items=tuple(_row(facts, item) for item in claim.items),
        charged_total=under.charged,
        settled_total=under.settled,
        unpaid_total=under.unpaid,
        extra_total=under.extra,
        owed_total=under.owed,
        sums=court_claim.rows(facts, claim),
        amount=wording.money(claim.amount, case.currency),
        remarks=tuple(Remark(text) for text in _remarks(facts, law, claim) if text),
        payments=money_in(facts),
        order_sentence=account.order_sentence(case, ledger),
        charges=charges(facts),
        spans=account.spans(case, ledger),
        spans_total=account.spans_total(case, ledger),
        spans_sentence=_spans_sentence(case, spans, claim),
        by_law_spans=account.spans(case, ledger, by_law=True) if by_law else (),
        by_law_total=account.spans_total(case, ledger, by_law=True),
        by_law_sentence=court_claim.by_law_sentence(facts, claim),
    )


def _row(facts: Facts, item: Item) -> Owed:
    name = "Charges of the account"
    if item.invoice:
        mark = ""
        if item.disputed:
            amount = wording.bare_money(item.disputed, facts.case.currency)
            mark = ", disputed" if item.disputed == item.balance else f", {amount} of it disputed"
        name = public(facts.case, part_words(facts.case, item.invoice, item.number)) + mark
    return _figures(facts.case, name, letterhead.due_words(item.due_on) if item.invoice else "", [item])


def _total(case: Case, items: Iterable[Item]) -> Owed:
    return _figures(case, "", "", items, total=True)


def _figures(case: Case, name: str, due: str, items: Iterable[Item], *, total: bool = False) -> Owed:
    items = list(items)
    bills = [one for one in items if one.invoice]

    def shown(amounts: Iterable[Decimal]) -> str:
        return wording.bare_money(sum(amounts, ZERO), case.currency)

    billed = bool(bills) or total
    return Owed(
        name,
        due,
        shown(one.original for one in bills) if billed else "",
        shown(one.original - one.principal for one in bills) if billed else "",
        shown(one.principal for one in items) if billed else "",
        shown(one.balance - one.principal for one in items),
        shown(one.balance for one in items),
    )


def _remarks(facts: Facts, law: CourtLaw, claim: Claim) -> Iterator[str]:
    case = facts.case
    yield court_claim.daily_sentence(facts, claim)
    disputed = sum((one.disputed for one in claim.items), ZERO)
    if disputed:
        amount = wording.money(disputed, case.currency)
        yield f"{the_debtor(case)} has objected to {amount} of this; the claim includes it."
    apart = sum((one.costs for one in claim.items), ZERO) - claim.sums.costs
    if apart:
        amount = wording.money(apart, case.currency)
        yield f"Of what is owed, {amount} is for filing and service; it is asked for as costs of the case instead."
    yield court_claim.waiver(facts, law, claim)


def _spans_sentence(case: Case, spans: tuple[InterestSpan, ...], claim: Claim) -> str:
    """Return what the table of interest rests on, and what of its sum is still claimed."""
    agreed, currency = case.agreement.interest, case.currency
    both = "The first and the last day of a line both count."
    source = letterhead.source_words(agreed.source) if agreed else ""
    total = sum((span.amount for span in spans if not span.by_law), ZERO)
    still = sum((one.interest for one in claim.items), ZERO)
    settled = ""
    if total != still:
        left = wording.money(still, currency)
        settled = f"Of this, {wording.money(total - still, currency)} was paid, waived or lowered; {left} is open."
    return wording.sentences([f"Interest is charged as agreed{source}.", both, settled])

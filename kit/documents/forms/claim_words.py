"""Why the defendant owes, and how the sum was reckoned, in the plain words of the person who files.

Only facts of the file: what was agreed and supplied, what was billed and due,
what came in, who vouched for it. No opinion of the debtor and no law.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from kit.documents import wording
from kit.documents.contexts import letterhead
from kit.documents.contexts.account import fees_words
from kit.documents.contexts.demand_words import late_words
from kit.facts import Facts
from kit.ledger.account import Item, Kind
from kit.model.agreement import AgreementKind
from kit.model.case import Case, WorkKind
from kit.model.money import ZERO

if TYPE_CHECKING:
    from kit.documents.forms.claim_answers import Sums

DAY = timedelta(days=1)
MANY = 4  # invoices that the space of a form can name
_FEES = (Kind.LATE_FEE, Kind.RETURNED_CHECK)
_ON_ACCOUNT = (AgreementKind.OPEN_ACCOUNT, AgreementKind.ACCOUNT_STATED)


def why(facts: Facts) -> str:
    """Return why the defendant owes money."""
    late = claimed_items(facts)
    if not late:
        return ""
    return wording.sentences([_supplied(facts.case), *_delivered(facts, late), _billed(late), *_more(facts)])


def how_calculated(facts: Facts, sums: Sums, *, grows: bool) -> str:
    """Return how the amount came about; what it names adds up to it. ``grows``: agreed interest still adds to it."""
    if not sums.whole:
        return ""
    total = f"Total: {wording.money(sums.whole, facts.case.currency)}."
    return wording.sentences([*_parts(facts, sums), total, *_given_up(facts, sums), *_daily(facts, grows=grows)])


def claimed_items(facts: Facts) -> tuple[Item, ...]:
    """Return the items of invoices on which something can be claimed."""
    return tuple(item for item in facts.ledger.claimable if item.invoice and item.balance)


def _supplied(case: Case) -> str:
    """Say what the plaintiff did, and under what."""
    name, agreement = letterhead.agreement_words(case), case.agreement
    known = agreement.title or agreement.signed_on
    article = "the" if known else "an" if name[0] in "aeiou" else "a"
    base = f"{'On' if agreement.kind in _ON_ACCOUNT else 'Under'} {article} {name}"
    goods = case.work.kind is WorkKind.GOODS or agreement.kind is AgreementKind.SALE_OF_GOODS
    what = f": {case.work.text.rstrip('.')}" if case.work.text else ""
    return f"{base}, the plaintiff supplied {'goods' if goods else 'services'} to {case.debtor.name}{what}."


def _delivered(facts: Facts, late: tuple[Item, ...]) -> Iterator[str]:
    names = {item.invoice for item in late}
    days = sorted({one.delivered_on for one in facts.case.invoices if one.id in names and one.delivered_on})
    if len(days) == 1:
        yield f"Delivery was on {wording.day(days[0])}."
    elif days:
        yield f"Deliveries were made from {wording.day(days[0])} to {wording.day(days[-1])}."


def _billed(late: tuple[Item, ...]) -> str:
    words = late_words(late)
    return f"{words[:1].upper()}{words[1:]}."


def _more(facts: Facts) -> Iterator[str]:
    """Yield what else the file says of the debt: who took it over, admitted it, vouched for it, promised to pay."""
    case, debtor = facts.case, facts.case.debtor.name
    if taken := case.assigned_from:
        yield f"The plaintiff took the claim over from {taken.name} on {wording.day(taken.on)}."
    for said in case.acknowledgments:
        yield f"On {wording.day(said.on)} {debtor} acknowledged the debt in writing."
    for promise in case.promises:
        yield f"On {wording.day(promise.on)} {debtor} promised to pay by {wording.day(promise.by)}."
    for one in case.guarantors:
        if one.sue:
            limit = f" up to {wording.money(one.limit, case.currency)}" if one.limit is not None else ""
            yield f"{one.name} guaranteed payment{limit} and is sued as guarantor."


def _parts(facts: Facts, sums: Sums) -> Iterator[str]:
    """Yield a sentence for each part of the sum."""
    currency, ledger = facts.case.currency, facts.ledger
    accrued = sum((one.amount for one in ledger.spans if not one.by_law), ZERO)
    charged = sum((one.amount for one in ledger.postings if one.kind in _FEES), ZERO)
    named = [
        (f"Interest{_rate(facts)}", sums.interest, accrued),
        (f"{fees_words(ledger)}{_fee_source(facts.case)}", sums.fees, charged),
        ("Costs of collection", sums.costs, sums.costs),
        ("Less money received and not yet applied", sums.held, sums.held),
    ]
    if sums.principal:
        yield _bills(facts, sums)
    for what, left, first in named:
        if left:
            yield f"{what}: {_less(first, left, currency)}."


def _less(first: Decimal, left: Decimal, currency: str) -> str:
    """Return what is left of a charge, and what of it was paid, credited or waived."""
    if first <= left:
        return wording.money(left, currency)
    off = wording.money(first - left, currency)
    return f"{wording.money(first, currency)} less {off} paid, credited or waived, {wording.money(left, currency)}"


def _bills(facts: Facts, sums: Sums) -> str:
    """Name what is open of each invoice: what was billed, less what was paid or credited."""
    currency, owed = facts.case.currency, _by_invoice(facts)
    whole = wording.money(sums.principal, currency)
    if len(owed) > MANY:
        return f"{len(owed)} unpaid invoices, listed in the itemization of the claim: {whole}."
    shown = []
    for name, (billed, left) in owed.items():
        off = billed - left
        less = (
            f" ({wording.money(billed, currency)} less {wording.money(off, currency)} paid or credited)" if off else ""
        )
        shown.append(f"{name}, {wording.money(left, currency)}{less}")
    if len(shown) == 1:
        return f"Unpaid invoice {shown[0]}."
    return f"Unpaid invoices {'; '.join(shown)}; together {whole}."


def _by_invoice(facts: Facts) -> dict[str, tuple[Decimal, Decimal]]:
    """Return what was billed and what is left, invoice by invoice."""
    owed: dict[str, tuple[Decimal, Decimal]] = {}
    for item in facts.ledger.claimable:
        if item.invoice and item.principal:
            billed, left = owed.get(item.invoice, (ZERO, ZERO))
            owed[item.invoice] = (billed + item.original, left + item.principal)
    return owed


def _fee_source(case: Case) -> str:
    return letterhead.source_words(case.agreement.late_fee.source) if case.agreement.late_fee else ""


def _rate(facts: Facts) -> str:
    agreed, spans = facts.case.agreement.interest, [one for one in facts.ledger.spans if not one.by_law]
    if agreed is None or not spans:
        return ""
    rates = sorted({one.percent for one in spans})
    percent = wording.listing(wording.percent(one) for one in rates)
    start, end = min(one.start for one in spans), max(one.end for one in spans) - DAY
    return (
        f" at {percent} a year as agreed{letterhead.source_words(agreed.source)}, from {wording.day(start)}"
        f" through {wording.day(end)}"
    )


def _given_up(facts: Facts, sums: Sums) -> Iterator[str]:
    """Say what is given up; where the law adds interest of its own, that counts toward the limit with the sum."""
    if sums.waived:
        off, left = (wording.money(one, facts.case.currency) for one in (sums.waived, sums.amount))
        beside = facts.ledger.by_law and facts.ledger.by_law.amount
        stays = "this sum and the interest allowed by law stay" if beside else "the claim stays"
        yield f"The plaintiff gives up {off} for good, so that {stays} within this court's limit, and claims {left}."


def _daily(facts: Facts, *, grows: bool) -> Iterator[str]:
    daily = facts.ledger.per_diem.printed
    if daily and grows and facts.ledger.interest is not None and facts.ledger.interest.basis == "agreed":
        first = wording.day(facts.as_of + DAY)
        yield f"Interest goes on at {wording.money(daily, facts.case.currency)} a day from {first} until judgment."
    by_law = facts.ledger.by_law
    if by_law and by_law.amount:
        amount, last = wording.money(by_law.amount, facts.case.currency), wording.day(by_law.through or facts.as_of)
        yield f"Interest allowed by law is not in this sum; through {last} it comes to {amount}."

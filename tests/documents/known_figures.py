"""What a paper of a case may name: every amount, rate, day and citation that account, case, agreement and law hold.

Sums are worked out here from the postings and items, apart from the code that words the papers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from claim_figures import claim_values
from court_figures import court_amounts, court_days, court_values
from every_paper import facts
from handoff_figures import handoff_amounts, handoff_days, handoff_percents
from judgment_figures import judgment_amounts, judgment_days
from pydantic import BaseModel

from kit.checks.assignment_law import PRINTED as ASSIGNED
from kit.checks.court import outlook
from kit.checks.stay_words import PRINTED
from kit.documents.contexts import account
from kit.facts import Facts
from kit.ledger.account import Item, Kind, Ledger
from kit.model.account import Invoice
from kit.model.agreement import Bucket
from kit.model.law import Jurisdiction

ONE, QUIET = timedelta(days=1), timedelta(days=7)  # the second after a conversation: 12 C.F.R. § 1006.14(b)(2)
AGES = ((-(10**6), 0), (1, 30), (31, 60), (61, 90), (91, 10**6))


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that a paper may name."""

    amounts: frozenset[Decimal]
    percents: frozenset[Decimal]
    days: frozenset[date]
    texts: str  # every citation and source of a term, as one text


def leaves(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Return every value within ``value`` with the name of its field."""
    if isinstance(value, BaseModel):
        for inner, held in value:
            yield from leaves(held, inner)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from leaves(getattr(value, field.name), field.name)
    elif isinstance(value, tuple | list | frozenset):
        for held in value:
            yield from leaves(held, name)
    elif isinstance(value, dict):
        for inner, held in value.items():
            yield from leaves(held, str(inner))
    else:
        yield name, value


def _sums(items: Iterable[Item]) -> Iterator[Decimal]:
    """Return what may be said of several items together."""
    items = list(items)
    for part in ("original", "principal", "interest", "fees", "costs", "disputed", "balance", "collectable"):
        yield sum((getattr(item, part) for item in items), Decimal(0))
    yield sum((item.original - item.principal for item in items), Decimal(0))
    yield sum((item.balance - item.principal for item in items), Decimal(0))
    yield sum((item.principal - item.disputed for item in items), Decimal(0))


def _of_account(known: Facts) -> Iterator[Decimal]:
    ledger, items = known.ledger, known.ledger.items
    groups = [[item] for item in items] + [list(ledger.of(invoice.id)) for invoice in known.case.invoices]
    groups += [[one for one in ledger.of(invoice.id) if one.days_overdue] for invoice in known.case.invoices]
    of_account = [one for one in items if not one.invoice]
    for low, high in AGES:
        aged = [one for one in items if one.invoice and low <= one.days_overdue <= high]
        groups += [aged, [*aged, *of_account]]
    late = [one for one in ledger.claimable if one.collectable > 0]
    groups += [list(items), list(ledger.claimable), late, [one for one in late if one.invoice]]
    groups += [[one for one in items if one.balance and (one.invoice or not bills)] for bills in (False, True)]
    for group in groups:
        yield from _sums(group)
        yield from undisputed(ledger, group)
    yield from (ledger.demandable, *_totals(ledger), *_posted(ledger))


def undisputed(ledger: Ledger, items: Iterable[Item]) -> tuple[Decimal, ...]:
    """Return what is owed on ``items`` and not disputed, by its parts, counted up from the postings."""
    wanted = {(item.invoice, item.number) for item in items}
    shares = [one for posting in ledger.postings for one in posting.shares if (one.invoice, one.number) in wanted]
    sums = dict.fromkeys(Bucket, Decimal(0))
    for share in shares:
        sums[share.bucket] += Decimal(0) if share.disputed else share.amount
    invoiced = sums[Bucket.PRINCIPAL]
    added = sum(sums.values(), Decimal(0)) - invoiced
    return (invoiced, added, invoiced + added, *sums.values())


def _posted(ledger: Ledger) -> Iterator[Decimal]:
    """Return what each payment did to an invoice, and what of all charges for lateness is no longer open."""
    for posting in ledger.postings:
        for place in {(one.invoice, one.number) for one in posting.shares}:
            there = [one for one in posting.shares if (one.invoice, one.number) == place]
            yield sum((one.amount for one in there), Decimal(0))
            yield sum((one.amount for one in there if one.bucket is not Bucket.PRINCIPAL), Decimal(0))
        yield sum((one.amount for one in posting.shares if one.bucket is Bucket.PRINCIPAL), Decimal(0))
        yield sum((one.amount for one in posting.shares if one.bucket is not Bucket.PRINCIPAL), Decimal(0))
    yield from _charged(ledger)
    kinds = (Kind.LATE_FEE, Kind.INTEREST, Kind.RETURNED_CHECK, Kind.COST)
    added = sum((posting.amount for posting in ledger.postings if posting.kind in kinds), Decimal(0))
    totals = ledger.totals
    yield from (added, added - totals.interest - totals.fees - totals.costs)


def _charged(ledger: Ledger) -> Iterator[Decimal]:
    """Return the charges for lateness on each open item, all and undisputed, and what of them was settled since."""
    all_settled = Decimal(0)
    for item in (one for one in ledger.items if one.balance):
        place = (item.invoice, item.number)
        shares = [
            (posting.kind, share)
            for posting in ledger.postings
            for share in posting.shares
            if (share.invoice, share.number) == place and share.bucket is not Bucket.PRINCIPAL
        ]
        for kind in (Kind.LATE_FEE, Kind.INTEREST, Kind.RETURNED_CHECK, Kind.COST):
            yield sum((share.amount for of, share in shares if of is kind), Decimal(0))
            yield sum((share.amount for of, share in shares if of is kind and not share.disputed), Decimal(0))
        all_settled += sum((share.amount for _, share in shares if share.amount < 0), Decimal(0))
        yield all_settled


def _totals(ledger: Ledger) -> Iterator[Decimal]:
    totals = ledger.totals
    gross = totals.principal + totals.interest + totals.fees + totals.costs
    yield from (gross, totals.interest + totals.fees, totals.interest + totals.fees + totals.costs)
    yield gross - totals.disputed - totals.unapplied - ledger.demandable
    yield sum((span.amount for span in ledger.spans if not span.by_law), Decimal(0))
    yield from (abs(posting.amount) for posting in ledger.postings)


def _of_invoice(invoice: Invoice, currency: str) -> Iterator[Decimal]:
    """Return what an invoice prints: its lines, its net, its tax by rate, its total."""
    yield from (line.net(currency) for line in invoice.lines)
    yield from (invoice.total(currency), sum((line.net(currency) for line in invoice.lines), Decimal(0)))
    for percent in {line.tax_percent for line in invoice.lines}:
        taxed = [line for line in invoice.lines if line.tax_percent == percent]
        yield sum((line.net(currency) for line in taxed), Decimal(0))
        yield sum((line.tax(currency) for line in taxed), Decimal(0))


def _of_promises(known: Facts) -> Iterator[Decimal]:
    """Return what was promised, what came since, and what is missing of it."""
    for promise in known.case.promises:
        came = [one for one in known.case.payments if promise.on <= one.on <= known.as_of and not one.bounced_on]
        paid = sum((one.amount for one in came), Decimal(0))
        yield paid
        if promise.amount is not None:
            yield from (promise.amount, promise.amount - paid, known.ledger.totals.collectable - promise.amount)


def _law(known: Facts) -> tuple[Any, ...]:
    return (known.used, known.terms, outlook(known).used, known.ledger.by_law)


@cache
def known_in(name: str) -> Known:
    """Return everything that a paper of the case of that name may name."""
    return known_of(facts(name))


def known_of(known: Facts) -> Known:
    """Return everything that a paper made of these facts may name."""
    case, ledger = known.case, known.ledger
    found = list(leaves((case, ledger, *_law(known), *court_values(known), *claim_values(known))))
    numbers = [(name, held) for name, held in found if isinstance(held, Decimal)]
    amounts = [abs(held) for name, held in numbers if "percent" not in name]
    invoiced = [amount for invoice in case.invoices for amount in _of_invoice(invoice, case.currency)]
    days = [held for _, held in found if isinstance(held, date)]
    days += [due for invoice in case.invoices if (due := case.due_on(invoice))]
    days += [known.as_of, known.as_of + ONE, *(span.end - ONE for span in ledger.spans), *_stops(known)]
    days += [promise.by + ONE for promise in case.promises] + [call.on + QUIET for call in case.called]
    days += [one.on + QUIET for one in case.tendered]  # the page's own days to decide on a marked check
    days += [*court_days(known), *judgment_days(known), *handoff_days(known)]
    laws = [law for law in (known.law, known.forum, known.federal) if law]
    sums = (*_of_account(known), *_of_promises(known), *_counts(known), *court_amounts(known), *judgment_amounts(known))
    sums += tuple(handoff_amounts(known))
    worked_out = map(abs, sums)
    return Known(
        frozenset([*amounts, *worked_out, *invoiced]),
        frozenset(held for name, held in numbers if "percent" in name or name == "value").union(
            handoff_percents(known), *map(_lawful, laws)
        ),
        frozenset(days),
        _texts([*_cites(laws), *(held for name, held in found if isinstance(held, str))]),
    )


def _stops(known: Facts) -> Iterator[date]:
    """Return the days from which the agreement lets work stop."""
    after = known.case.agreement.suspension_after_days
    if after is not None:
        yield from (item.due_on + timedelta(days=after + 1) for item in known.ledger.items if item.due_on)


def _counts(known: Facts) -> Iterator[Decimal]:
    """Return the counts that are written like an amount: 3,037 days."""
    yield from (Decimal(held) for _, held in leaves(known.ledger) if isinstance(held, int))


def _cites(laws: list[Jurisdiction]) -> Iterator[str]:
    yield from (source.cite for law in laws for source in law.file.sources.values())
    yield from (*PRINTED, *ASSIGNED)


@cache
def _lawful(law: Jurisdiction) -> frozenset[Decimal]:
    """Return the percentages that a law names, such as the most that attorney fees may be."""
    rows = [row.value for block in law.file.rules.values() for row in block.values]
    return frozenset(held for name, held in leaves(rows) if isinstance(held, Decimal) and "percent" in name)


def _texts(texts: Iterable[str]) -> str:
    return plain("\n".join(dict.fromkeys(texts)))


def plain(text: str) -> str:
    """Return a text so that citations compare: without section signs, reading days, or capitals."""
    return re.sub(r"§+\s?", "", account.citation(text)).replace("\N{NO-BREAK SPACE}", " ").casefold()

"""What a paper of a hand-off may name: balances then and now, prices of a sale, days from which a sum is late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations

from handoff_cases import DEALS

from kit.checks.court import inquiry_for
from kit.checks.limitation import due_items, run_of
from kit.facts import Facts
from kit.ledger.build import build_ledger
from kit.model.handoff import HandoffTerms

ONE = timedelta(days=1)


def deals(known: Facts) -> list[HandoffTerms]:
    """Return the terms that papers of the case are made of."""
    return [*DEALS.values(), *(one.terms for one in known.case.handed_off)]


def handoff_amounts(known: Facts) -> Iterator[Decimal]:
    """Return what is open on what goes over, how that came about since each day of the case, and what a sale brings."""
    yield from (terms.fee for terms in deals(known) if terms.fee)
    if known.ledger.judgment:
        return
    for terms in deals(known):
        names = set(terms.invoices or (one.id for one in known.case.invoices))
        everything = all(one.invoice in names for one in known.ledger.items if one.invoice and one.balance)
        open_ = _open(known.ledger, names, everything)
        yield open_
        yield from _prices(terms, open_, Decimal(1) if known.case.currency == "JPY" else Decimal("0.01"))
        for day in _days(known):
            before = build_ledger(known.case, known.terms, day)
            yield _open(before, names, everything)
            yield from _moved(known.ledger, before, names, everything)
    yield from _redirected(known)


def _open(ledger, names, everything) -> Decimal:
    items = [one for one in ledger.items if one.invoice in names or (everything and not one.invoice)]
    return sum((one.balance for one in items), Decimal(0)) - (ledger.totals.unapplied if everything else 0)


def _moved(now, before, names, everything) -> Iterator[Decimal]:
    """Return what the postings that the older account does not have did to these invoices, kind by kind."""
    wanted = names | ({""} if everything else set())
    groups = (
        ("interest", "trim"),
        ("late_fee", "returned_check"),
        ("credit", "waiver", "release"),
        ("charge",),
        ("cost",),
    )
    for kinds in (*groups, ("payment", "reversal", "applied")):
        sums = []
        for ledger in (now, before):
            postings = [one for one in ledger.postings if one.kind.value in kinds]
            shares = [one.amount for each in postings for one in each.shares if one.invoice in wanted]
            sums.append(sum(shares, Decimal(0)))
        yield sums[0] - sums[1]
        if everything:
            yield sums[0] - sums[1] - now.totals.unapplied + before.totals.unapplied


def _days(known: Facts) -> set[date]:
    days = {one.on for one in (*known.case.sent, *known.case.payments)}
    days |= {one.delivered_on for one in known.case.invoices if one.delivered_on}
    days |= {one.issued_on for one in known.case.invoices}
    return {one for one in days if one <= known.as_of}


def _prices(terms: HandoffTerms, total: Decimal, coin: Decimal) -> Iterator[Decimal]:
    if terms.advance_percent is None or terms.fee_percent is None:
        return
    now = _share(total, terms.advance_percent, coin)
    yield from (now, total - now)
    for count in (1, 2, 3):
        fee = _share(total, terms.fee_percent * count, coin)
        yield from (fee, total - now - fee, total - fee)


def _share(total: Decimal, percent: Decimal, coin: Decimal) -> Decimal:
    return (total * percent / 100).quantize(coin, ROUND_HALF_UP)


def _redirected(known: Facts) -> Iterator[Decimal]:
    since = [one.on for one in known.case.handed_off]
    came = [one.amount for one in known.case.payments if since and one.on >= since[0]]
    gone = [one.amount for one in known.case.passed_on]
    for some in (came, gone):
        yield from (sum(each, Decimal(0)) for size in range(1, len(some) + 1) for each in combinations(some, size))
    yield sum(came, Decimal(0)) - sum(gone, Decimal(0))


def handoff_days(known: Facts) -> Iterator[date]:
    """Return the days from which sums are late, and the last days to sue on each."""
    yield from (one.due_on + ONE for one in known.ledger.items if one.due_on)
    if known.forum:
        inquiry = inquiry_for(known, known.forum)
        for item, invoice in due_items(known):
            if run := run_of(known, inquiry, item, invoice):
                yield from (run.last, run.start)


def handoff_percents(known: Facts) -> Iterator[Decimal]:
    """Return the shares and fees that were agreed with a taker."""
    for terms in deals(known):
        found = (terms.contingent_percent, terms.advance_percent, terms.fee_percent)
        yield from (one for one in found if one is not None)

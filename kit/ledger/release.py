"""What a settlement gives up: the rest of the debt, once its money has cleared or at its signing.

A settlement whose default revives the whole debt gives nothing up before it is
paid: until then the account goes on. One that does not revive it replaces the
debt on the day it is signed; from then on only its sum is owed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial

from kit.ledger.account import Kind
from kit.ledger.allocation import spread
from kit.ledger.book import Book
from kit.ledger.part import Part
from kit.model.agreed import Agreed, agreed, money_for
from kit.model.agreement import Bucket
from kit.model.case import Case
from kit.model.deal_event import HowEnded
from kit.model.money import ZERO, to_minor
from kit.model.settlement import Default, SettlementTerms

GIVEN_UP = (Bucket.FEES, Bucket.INTEREST, Bucket.COSTS, Bucket.PRINCIPAL)  # in this order, where a part is kept


@dataclass(frozen=True, slots=True)
class Release:
    """What is given up on ``on`` of all that was billed through ``through``, but for ``keep``."""

    n: int  # the entry that gave it up
    on: date
    through: date
    keep: Decimal


def releases(case: Case, as_of: date) -> Iterator[Release]:
    """Yield what the settlements of ``case`` gave up, oldest first.

    One that both sides cancelled gave up nothing, nor did one whose money had come back by ``as_of``.
    """
    for one in agreed(case):
        terms = one.settlement
        if terms is None or _cancelled(one):
            continue
        if replaces(terms):
            left = max(to_minor(terms.sum, case.currency) - _came(case, one, one.on, as_of), ZERO)
            yield Release(one.n, one.on, terms.counted_on, left)
        if one.settled and _came(case, one, one.settled.on, as_of) >= to_minor(terms.sum, case.currency):
            yield Release(one.settled.n, one.settled.on, terms.counted_on, ZERO)


def replaces(terms: SettlementTerms) -> bool:
    """Whether the settlement's sum takes the place of the debt on the day it is signed."""
    return terms.default is Default.SETTLED_SUM


def release_events(
    case: Case, book: Book, as_of: date, rank: int
) -> Iterator[tuple[date, int, str, Callable[[], None]]]:
    """Yield the releases up to ``as_of`` as things that happen on the account, after all others of their day."""
    for one in releases(case, as_of):
        if one.on <= as_of:
            yield one.on, rank, f"{one.n:09d}", partial(give_up, book, one)


def give_up(book: Book, release: Release) -> None:
    """Take off the account what ``release`` gives up, charges first, and the interest by law that ran beside it."""
    parts = [part for part in book.all_parts() if _covered(part, release)]
    for part in parts:
        part.settle(release.on)
    owed = sum((part.owed(bucket, release.on) for part in parts for bucket in GIVEN_UP), ZERO)
    newest_first = parts[::-1]
    _, shares = spread(max(owed - release.keep, ZERO), newest_first, GIVEN_UP, release.on)
    for part in parts:
        part.by_law, part.spans = ZERO, [span for span in part.spans if not span.by_law]
    if given := -sum((share.amount for share in shares), ZERO):
        book.post(release.on, Kind.RELEASE, f"entry {release.n}", -given, tuple(shares))


def _covered(part: Part, release: Release) -> bool:
    return not part.invoice or part.item.issued_on <= release.through


def _came(case: Case, one: Agreed, through: date, known: date) -> Decimal:
    return sum((amount for _, amount in money_for(case, one, through, known)), ZERO)


def _cancelled(one: Agreed) -> bool:
    return one.ended is not None and one.ended.how is HowEnded.CANCELLED

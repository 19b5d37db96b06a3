"""The blanks of `letters/promise-confirmation`: what the debtor said it will pay, by when, and what stays open.

It records a promise and grants nothing: no due date moves, no charge and no
right is given up. Until the promised day has passed no other letter follows.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kit.checks.replies import running_promise
from kit.documents import wording
from kit.documents.contexts import demand_words, letterhead
from kit.documents.contexts.letter import Letter, opened
from kit.documents.contexts.letterhead import Way
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError


@dataclass(frozen=True, slots=True)
class PromiseConfirmation(Letter):
    """The blanks of ``letters/promise-confirmation``."""

    opening: str
    open_sentence: str
    interest_sentence: str
    dispute_sentence: str
    request: str
    ways: tuple[Way, ...]
    promised_day: str
    reach: str


def build(facts: Facts, request: Request) -> PromiseConfirmation:  # noqa: ARG001 - every document is built from facts and a request
    """Fill the confirmation. Raises `KitError` where no promise is running or nothing is open."""
    case, promised = facts.case, running_promise(facts.case, facts.as_of)
    left = facts.ledger.totals.collectable
    if promised is None:
        raise KitError(f"no promise to pay is running on {facts.as_of}; there is nothing to confirm")
    if not left:
        raise KitError(f"nothing is open on {facts.as_of} that a promise to pay could be about")
    amount = promised.amount if promised.amount is not None else left
    pay, by = wording.money(amount, case.currency), wording.day(promised.by)
    what = pay if promised.amount is not None else "all that is open"
    ways, where = letterhead.ways_to_pay(case), letterhead.where_to_pay(case)
    further = demand_words.further_charges(facts)
    added = ", and what is added until it arrives," if further and amount >= left else ""
    thanks = f"Thank you for telling us on {wording.day(promised.on)} that you will pay {what} by {by}."
    return PromiseConfirmation(
        **opened(facts),
        subject=f"What you told us on {wording.day(promised.on)}",
        opening=wording.sentences([demand_words.represented(facts), thanks]),
        open_sentence=_open(facts, promised.amount, left),
        interest_sentence=further,
        dispute_sentence=demand_words.dispute(facts),
        request=f"Please pay {pay}{added}{where} so that it reaches us by {by}{':' if ways else '.'}",
        ways=ways,
        promised_day=by,
        reach=letterhead.reach(case, facts.as_of),
    )


def _open(facts: Facts, amount: Decimal | None, left: Decimal) -> str:
    case = facts.case
    whole, today = wording.money(left, case.currency), wording.day(facts.as_of)
    later = _not_due(facts)
    besides = ", besides what you dispute" if facts.ledger.totals.disputed else ""
    if amount is None:
        return f"On {today} that is {whole}{besides}{later}."
    if amount == left:
        return f"That is all that is open on {today}{besides}."
    if amount > left:
        return (
            f"On {today}, {whole} is open{besides}. What goes beyond it we use for what is added by then, or hold "
            "for you."
        )
    rest = wording.money(left - amount, case.currency)
    return (
        f"That is a part of the {whole} open on {today}{besides}{later}. The rest, {rest}, stays open; please tell "
        "us when we can expect it."
    )


def _not_due(facts: Facts) -> str:
    """Return how much of what is open falls due later, for the end of a sentence; empty where nothing does."""
    later = facts.ledger.totals.collectable - facts.ledger.demandable
    return f", of which {wording.money(later, facts.case.currency)} is not yet due" if later > 0 else ""

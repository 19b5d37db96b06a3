"""The blanks of `handoff/redirection-record`: money for a sold invoice that came to the seller, and where it went."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kit.documents import wording
from kit.documents.contexts.handoff_head import Headed, head, standing
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.ledger.redirected import redirected
from kit.model.account import Payment
from kit.model.deal_event import HandedOff
from kit.model.handoff import Taker
from kit.model.money import ZERO, to_minor


@dataclass(frozen=True, slots=True)
class Came:
    """One payment that came to the seller."""

    payment: str
    day: str
    amount: str
    theirs: str
    passed_on: str
    open: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectionRecord(Headed):
    """The blanks of ``handoff/redirection-record``."""

    buyer: str
    sold_on: str
    debtor: str
    rows: tuple[Came, ...]
    theirs_total: str
    passed_total: str
    open_total: str
    owed: str


def build(facts: Facts, request: Request) -> RedirectionRecord:  # noqa: ARG001 - every document is built from both
    """Fill the record. Raises `KitError` where nothing is sold, or no money came since."""
    case, one = facts.case, standing(facts.case, Taker.FACTOR)
    found = tuple(redirected(case, facts.ledger, one, facts.as_of))
    if not found:
        raise KitError(f"no payment on what was sold came to you since {one.on}; there is nothing to redirect")
    theirs, passed = sum((each.theirs for each in found), ZERO), sum((each.passed for each in found), ZERO)
    left = sum((each.left for each in found), ZERO)

    def shown(amount: Decimal) -> str:
        return wording.bare_money(amount, case.currency)

    return RedirectionRecord(
        **head(facts, one.terms, "Record of redirected payments"),
        buyer=one.terms.who,
        sold_on=wording.day(one.on),
        debtor=case.debtor.shown_name,
        rows=tuple(
            Came(
                each.payment.id,
                wording.short_day(each.payment.on),
                shown(to_minor(each.payment.amount, case.currency)),
                shown(each.theirs),
                _passed(facts, one, each.payment),
                shown(each.left),
            )
            for each in found
        ),
        theirs_total=shown(theirs),
        passed_total=shown(passed),
        open_total=shown(left),
        owed=wording.money(left, case.currency) if left else "",
    )


def _passed(facts: Facts, one: HandedOff, paid: Payment) -> str:
    """Return what was passed on of a payment, with the days."""
    found = [each for each in facts.case.passed_on if each.entry == one.n and each.payment == paid.id]
    amounts = (
        f"{wording.bare_money(to_minor(each.amount, facts.case.currency), facts.case.currency)} on "
        f"{wording.short_day(each.on)}"
        for each in found
    )
    return wording.listing(amounts) if found else "nothing yet"

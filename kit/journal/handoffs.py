"""What of hand-offs and closing cannot be: gone twice, back from nobody, more kept than came."""

from __future__ import annotations

from typing import Any

from kit.findings import KitError
from kit.model.agreed import away
from kit.model.case import Case
from kit.model.deal_event import Closed, Commission, HandedOff, PassedOn, Reopened, Returned
from kit.model.money import spoken
from kit.model.slips import near

SHOW = "`kit log CASE show` lists the entries."


def refuse_handed_off(case: Case, event: HandedOff, again: bool) -> None:
    """Raise `KitError` at a hand-off of what is away already, or of what is not there."""
    known = [one.id for one in case.invoices]
    for name in event.terms.invoices:
        if name not in known:
            raise KitError(f"there is no invoice {name}. {near(name, known, 'invoices')}")
    for one in away(case):
        both = set(one.terms.invoices or known) & set(event.terms.invoices or known)
        if both and not again:
            raise KitError(
                f"{', '.join(sorted(both))} went to {one.terms.who} on {one.on} (entry {one.n}); when it is back: "
                f"`kit log CASE returned --entry {one.n}`"
            )


def refuse_returned(case: Case, event: Returned, again: bool) -> None:  # noqa: ARG001
    """Raise `KitError` at a return of what is here."""
    handed = _handed(case, event.entry)
    if event.on < handed.on:
        raise KitError(f"it was handed off on {handed.on} and cannot have come back on {event.on}")
    if all(one.n != handed.n for one in away(case)):
        raise KitError(f"what entry {event.entry} handed off is back already")


def refuse_share(case: Case, event: Commission | PassedOn, again: bool) -> None:
    """Raise `KitError` at money of a hand-off that cannot be."""
    _handed(case, event.entry)
    payment = next((one for one in case.payments if one.id == event.payment), None)
    if event.payment is not None and payment is None:
        raise KitError(
            f"there is no payment {event.payment}. {near(event.payment, [p.id for p in case.payments], 'payments')}"
        )
    if payment and event.amount > payment.amount:
        raise KitError(f"payment {payment.id} was {spoken(payment.amount, case.currency)}, less than that")
    known: tuple[Any, ...] = case.commissions if isinstance(event, Commission) else case.passed_on
    alike = [one for one in known if (one.payment, one.amount, one.on) == (event.payment, event.amount, event.on)]
    if alike and not again:
        raise KitError(f"that is on record as entry {alike[0].n}; if it did happen again, add --again")


def refuse_closed(case: Case, event: Closed, again: bool) -> None:  # noqa: ARG001
    """Raise `KitError` at closing a case twice."""
    if case.closed:
        raise KitError(f"the case was closed on {case.closed.on} (entry {case.closed.n})")


def refuse_reopened(case: Case, event: Reopened, again: bool) -> None:  # noqa: ARG001
    """Raise `KitError` at reopening an open case."""
    if case.closed is None:
        raise KitError("the case is not closed")


def _handed(case: Case, number: int) -> HandedOff:
    found = next((one for one in case.handed_off if one.n == number), None)
    if found is None:
        raise KitError(f"entry {number} is no hand-off. {SHOW}")
    return found

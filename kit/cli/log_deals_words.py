"""Entries about agreements, adjustments, hand-offs and closing, in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kit.model.deal_event import (
    Adjusted,
    Closed,
    Commission,
    Ended,
    HandedOff,
    HowAdjusted,
    PassedOn,
    Reopened,
    Returned,
    Settled,
    Signed,
    Tendered,
)
from kit.model.handoff import Title
from kit.model.money import spoken

_ADJUSTED = {
    HowAdjusted.CREDIT: "part of the price given up",
    HowAdjusted.REDONE: "work done again",
    HowAdjusted.SCOPE: "scope agreed anew",
}
_TITLES = {
    Title.AUTHORITY: "handed to",
    Title.COLLECTION: "assigned for collection to",
    Title.SALE: "sold to",
}


def _signed(event: Signed, _: str) -> str:
    what = f"entry {event.made}" if event.made else f"a {event.deal.kind if event.deal else 'paper'} of your own"
    return f"{what} was signed" + (f" by {event.by}" if event.by else "")


def _ended(event: Ended, _: str) -> str:
    return f"agreement of entry {event.entry} {event.how}"


def _settled(event: Settled, _: str) -> str:
    return f"settlement of entry {event.entry} paid and cleared; the rest is given up"


def _tendered(event: Tendered, currency: str) -> str:
    number = f" {event.number}" if event.number else ""
    said = f" (“{event.words}”)" if event.words else ""
    return f"check{number} of {spoken(event.amount, currency)} came, marked as payment in full{said}; not cashed"


def _adjusted(event: Adjusted, currency: str) -> str:
    amount = f", credit {event.id} of {spoken(event.amount, currency)}" if event.amount else ""
    over = "" if event.resolves else ", the dispute goes on"
    return f"{event.invoice} adjusted: {_ADJUSTED[event.how]}{amount}{over}"


def _handed_off(event: HandedOff, _: str) -> str:
    what = ", ".join(event.terms.invoices) or "the claim"
    return f"{what} {_TITLES[event.terms.title]} {event.terms.who} ({event.terms.to})"


def _returned(event: Returned, _: str) -> str:
    return f"hand-off of entry {event.entry} {event.how}"


def _commission(event: Commission, currency: str) -> str:
    of = f" from payment {event.payment}" if event.payment else ""
    return f"commission of {spoken(event.amount, currency)}{of}"


def _passed_on(event: PassedOn, currency: str) -> str:
    return f"{spoken(event.amount, currency)} of payment {event.payment} passed on to its owner"


def _closed(event: Closed, currency: str) -> str:
    amount = f", {spoken(event.amount, currency)} written off" if event.amount is not None else ""
    return f"case closed, {event.reason.value.replace('_', ' ')}{amount}"


def _reopened(_: Reopened, __: str) -> str:
    return "case reopened"


DEAL_WORDS: dict[type[Any], Callable[[Any, str], str]] = {
    Signed: _signed,
    Ended: _ended,
    Settled: _settled,
    Tendered: _tendered,
    Adjusted: _adjusted,
    HandedOff: _handed_off,
    Returned: _returned,
    Commission: _commission,
    PassedOn: _passed_on,
    Closed: _closed,
    Reopened: _reopened,
}

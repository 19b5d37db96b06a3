"""Entries of the journal in words, one line each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kit.cli.log_court_words import COURT_WORDS
from kit.cli.log_deals_words import DEAL_WORDS
from kit.documents.wording import short_day
from kit.model.event import (
    Answered,
    Bounced,
    Called,
    Checked,
    Disputed,
    Event,
    Held,
    Note,
    Paid,
    Placed,
    Promised,
    Released,
    Undone,
    Waived,
)
from kit.model.money import spoken
from kit.model.paper_event import Made, Sent


def words(event: Event, currency: str) -> str:
    """Return what ``event`` says, as a line for a person; its number and day stand before it."""
    said = _WORDS[type(event)](event, currency)
    return f"{said}: {event.text}" if event.text and not isinstance(event, Note) else said


def _made(event: Made, currency: str) -> str:
    files = ", ".join(file.path for file in event.files)
    total = f" for {spoken(event.total, currency)}" if event.total is not None else ""
    old = "".join(f", superseding entry {number}" for number in event.overtaken)
    return f"made {files or event.document}{total}{old}"


def _sent(event: Sent, _: str) -> str:
    what = event.step or (event.document or "a paper").rsplit("/", 1)[-1]
    to = f" to {event.to}" if event.to else ""
    certified = f", certified {event.certified}" if event.certified else ""
    entry = f" (entry {event.made})" if event.made else ""
    return f"sent {what}{entry} by {event.channel}{to}{certified}"


def _checked(event: Checked, _: str) -> str:
    return f"checked the list of {event.step}"


def _placed(event: Placed, _: str) -> str:
    return f"placed after {event.after}" if event.after else "placed before the first step"


def _called(event: Called, _: str) -> str:
    to = f" {event.to}" if event.to else ""
    at = f" at {event.at:%H:%M}" if event.at else ""
    spoke = "spoke" if event.spoke else "reached nobody"
    return f"called{to}{at}, {spoke}" + (f", {event.result}" if event.result else "")


def _answered(event: Answered, _: str) -> str:
    by = f" by {event.channel}" if event.channel else ""
    who = f" from {event.by}" if event.by else ""
    return f"answer{who}{by}: {event.reason.value.replace('_', ' ')}"


def _promised(event: Promised, currency: str) -> str:
    amount = f"{spoken(event.amount, currency)} " if event.amount is not None else "payment "
    return f"promised {amount}by {short_day(event.by)}"


def _paid(event: Paid, currency: str) -> str:
    named = f" for {event.invoice}" if event.invoice else f", elected to {event.elected}" if event.elected else ""
    ref = f", {event.reference}" if event.reference else ""
    way = "" if event.method == "other" else f" by {event.method}"
    return f"payment {event.id} of {spoken(event.amount, currency)}{way}{named}{ref}"


def _disputed(event: Disputed, currency: str) -> str:
    if event.lines:
        part = f", line{'s' if len(event.lines) > 1 else ''} {', '.join(map(str, event.lines))}"
    else:
        part = f", {spoken(event.amount, currency)} of it" if event.amount is not None else ""
    return f"disputed {event.invoice}{part}"


def _held(event: Held, _: str) -> str:
    of = f" {event.invoice}" if event.invoice else ""
    until = f", to be looked at on {short_day(event.review_on)}" if event.review_on else ""
    return f"held{of}, {event.reason.value.replace('_', ' ')}{until}"


def _released(event: Released, _: str) -> str:
    return (
        f"released entry {event.entry}" if event.entry else f"released {event.invoice or 'everything held or disputed'}"
    )


def _waived(event: Waived, currency: str) -> str:
    amount = spoken(event.amount, currency) if event.amount is not None else "all"
    return f"waived {amount} of the {event.bucket}" + (f" on {event.invoice}" if event.invoice else "")


def _bounced(event: Bounced, _: str) -> str:
    return f"payment {event.payment} came back unpaid"


def _noted(event: Note, _: str) -> str:
    return f"note: {event.text}"


def _undone(event: Undone, _: str) -> str:
    return f"entry {event.entry} undone"


_WORDS: dict[type[Any], Callable[[Any, str], str]] = {
    Made: _made,
    Sent: _sent,
    Called: _called,
    Checked: _checked,
    Placed: _placed,
    Answered: _answered,
    Promised: _promised,
    Paid: _paid,
    Bounced: _bounced,
    Disputed: _disputed,
    Held: _held,
    Released: _released,
    Waived: _waived,
    Note: _noted,
    Undone: _undone,
    **COURT_WORDS,
    **DEAL_WORDS,
}

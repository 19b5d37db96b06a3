"""One fact, one home: payments of `case.yaml` and of the journal become one list.

The same id in both is one payment. Two values contradict each other only where
both places say something; then both places are named and nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from kit.findings import Finding, Place, error
from kit.journal.file import Entry
from kit.model.account import Payment
from kit.model.case import CaseFile
from kit.model.event import Bounced, Paid
from kit.model.slips import near

Find = Callable[..., Place]
SAID = ("on", "amount", "method", "invoice", "elected", "reference")


def merged(
    case_file: CaseFile, standing: Sequence[Entry], find: Find | None, faults: list[Finding]
) -> tuple[tuple[Payment, ...], dict[str, Place]]:
    """Return every payment once, and where ``payment:ID`` is written first; contradictions go to ``faults``."""
    known: dict[str, Payment] = {}
    origins: dict[str, Place] = {}
    for index, payment in enumerate(case_file.payments):
        known[payment.id] = payment
        if find:
            origins.setdefault(f"payment:{payment.id}", find("payments", index))
    for entry in standing:
        event = entry.event
        if isinstance(event, Paid):
            before = known.get(event.id)
            origin = origins.get(f"payment:{event.id}")
            known[event.id] = _joined(before, entry, event, origin, faults) if before else _payment(event)
            if entry.place:
                origins.setdefault(f"payment:{event.id}", entry.place)
        elif isinstance(event, Bounced):
            _bounce(known, entry, event, origins, faults)
    return tuple(known.values()), origins


def _payment(event: Paid) -> Payment:
    return Payment(id=event.id, **_said(event))


def _said(one: Payment | Paid) -> dict[str, Any]:
    return {name: getattr(one, name) for name in SAID if name in one.model_fields_set}


def _joined(before: Payment, entry: Entry, event: Paid, origin: Place | None, faults: list[Finding]) -> Payment:
    old, new = _said(before), _said(event)
    apart = [name for name in SAID if name in old and name in new and old[name] != new[name]]
    for name in apart:
        here, there = _spoken(new[name]), _spoken(old[name])
        message = f"payment {event.id}: `{name}` is {here} here and {there} in {origin or 'an earlier entry'}"
        fix = "Correct one of them; or, if they are two payments, give one of them another id."
        faults.append(error("K190", message, entry.at(name), fix=fix))
    return before if apart else before.model_copy(update=new)


def _bounce(
    known: dict[str, Payment], entry: Entry, event: Bounced, origins: dict[str, Place], faults: list[Finding]
) -> None:
    payment = known.get(event.payment)
    if payment is None:
        message = f"there is no payment {event.payment} that could have bounced"
        faults.append(error("K191", message, entry.at("payment"), fix=near(event.payment, known, "payments")))
    elif event.on < payment.on:
        message = f"payment {payment.id} bounced on {event.on}, before it was received on {payment.on}"
        faults.append(error("K194", message, entry.at("on"), fix="Correct one of the dates."))
    elif payment.bounced_on not in (None, event.on):
        other = f"on {payment.bounced_on} in another entry{_seen(origins.get(f'payment:{payment.id}'))}"
        message = f"payment {payment.id} bounced on {event.on} here and {other}"
        faults.append(error("K190", message, entry.at("on"), fix="Correct one of the dates."))
    else:
        known[payment.id] = payment.model_copy(update={"bounced_on": event.on})


def _seen(origin: Place | None) -> str:
    return f" ({origin})" if origin else ""


def _spoken(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)

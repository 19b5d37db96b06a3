"""The blanks of `letters/friendly-reminder`: the day after the due date, in case it slipped by.

It asks for what was invoiced. Charges that the agreement already put on the
account are named as a fact and left for later.
"""

from __future__ import annotations

from dataclasses import dataclass

from kit.documents.contexts import overdue, overdue_bills
from kit.documents.contexts.letter import opened
from kit.documents.contexts.overdue import Overdue
from kit.documents.contexts.overdue_bills import Bill
from kit.documents.contexts.request import Request
from kit.facts import Facts

DAYS = 7  # to pay


@dataclass(frozen=True, slots=True)
class FriendlyReminder(Overdue):
    """The blanks of ``letters/friendly-reminder``."""

    late: str
    bills: tuple[Bill, ...]
    charges_sentence: str


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request`` with its last day to pay."""
    return overdue.settled(facts, request, DAYS)


def build(facts: Facts, request: Request) -> FriendlyReminder:
    """Fill the friendly reminder as of the day of ``facts``."""
    asked = overdue.asking(facts, request, overdue.invoiced(facts), DAYS)
    bills = overdue_bills.bills(facts)
    return FriendlyReminder(
        **opened(facts),
        **asked,
        subject=f"A reminder: {asked['total_due']} for {overdue.about(facts)}",
        late=overdue.late(facts),
        bills=bills if len(bills) > 1 else (),
        charges_sentence=overdue.besides(facts),
    )

"""What the debtor said or did since the last step, and the paper that answers it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kit.facts import Facts
from kit.model.case import Case
from kit.model.event import Answered, Called, Event, Paid, Promised
from kit.model.ladder import DoneBy, Ladder, Occasion, Reply
from kit.model.paper_event import Sent
from kit.model.promises import waits_for

THANKS_WITHIN = timedelta(days=30)  # a receipt later than that surprises more than it pleases


@dataclass(frozen=True, slots=True)
class Due:
    """A reply to make, the event it answers, and why it comes before the next step."""

    reply: Reply
    to: Event
    why: str


def reply_due(facts: Facts, ladder: Ladder) -> Due | None:
    """Return the reply to the newest answer or promise that still waits for one."""
    for event in reversed(facts.case.events):
        if isinstance(event, Answered):
            reply = ladder.reply_to(event.reason)
            said = f"on {event.on} the debtor answered: {event.reason.value.replace('_', ' ')}"
        elif isinstance(event, Promised) and waits_for(facts.case, event, facts.as_of):
            reply = ladder.reply_to(Occasion.PROMISED)
            said = f"on {event.on} the debtor promised to pay by {event.by}"
        else:
            continue
        if reply and _bears(facts, event.on) and not _replied(facts.case, reply, event):
            return Due(reply, event, said)
    return None


def _bears(facts: Facts, on: date) -> bool:
    """Say whether what was said on a day can be about anything still open: something was issued by then."""
    open_ = (item for item in facts.ledger.items if item.invoice and item.balance > 0)
    return any(item.issued_on is None or item.issued_on <= on for item in open_)


def thanks_due(facts: Facts, ladder: Ladder) -> Due | None:
    """Return the receipt for the payment that settled everything, if it is young and no receipt went out."""
    paid = [one for one in facts.case.events if isinstance(one, Paid)]
    reply = ladder.reply_to(Occasion.PAID_IN_FULL)
    if not paid or reply is None or facts.as_of - paid[-1].on > THANKS_WITHIN:
        return None
    if _bounced(facts.case, paid[-1].id) or _replied(facts.case, reply, paid[-1]):
        return None
    return Due(reply, paid[-1], f"nothing is owed since payment {paid[-1].id} of {paid[-1].on}")


def _bounced(case: Case, payment: str) -> bool:
    return any(one.id == payment and one.bounced_on for one in case.payments)


def _replied(case: Case, reply: Reply, event: Event) -> bool:
    """Say whether the reply was really given after the event: sent, or spoken; a promise is what a call would ask for.

    Later steps end the wait for it too.
    """
    made = {paper.n: paper.step for paper in case.made}
    for later in case.events:
        if later.n <= event.n:
            continue
        if isinstance(later, Sent) and (later.step or (made.get(later.made) if later.made else None)):
            return True
        by_word = reply.done_by is DoneBy.CALLED
        if by_word and (isinstance(later, Promised) or (isinstance(later, Called) and later.spoke)):
            return True
    return False

"""What a call may ask for today, and every reason against calling, as the checks of calls name them.

Where the law itself or the debtor's own wish forbids the call, or there is
nothing to ask for, no words are given for it. Where the reason is the user's to judge, it stands first.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kit.checks.calls import check_call
from kit.checks.contact import PROMISED, wish_on
from kit.documents import wording
from kit.documents.contexts import claim_schedule
from kit.documents.contexts.account import citation
from kit.facts import Facts
from kit.findings import Finding
from kit.ledger.account import Item
from kit.model.event import Held
from kit.model.money import ZERO
from kit.model.party import Channel


@dataclass(frozen=True, slots=True)
class CallToday:
    """Every reason against a call on a day, in sentences, and whether words for one are given all the same."""

    reasons: tuple[str, ...]
    words: bool


def call_today(facts: Facts) -> CallToday:
    """Return what stands against a call on the day of ``facts`` to the debtor, or to its lawyer where one is known."""
    lawyer = facts.case.debtor.lawyer_on(facts.as_of)
    found = [one for one in check_call(facts, facts.as_of, to=lawyer.name if lawyer else None) if one.stops]
    reasons = tuple(dict.fromkeys(_sentence(one) for one in found))
    if not due_total(facts):
        return CallToday(reasons or (_nothing(facts),), words=False)
    silent = lawyer is None and wish_on(facts.case, facts.as_of, (Channel.PHONE,)) is not None
    return CallToday(reasons, words=not silent and all(one.overridable for one in found))


def due_items(facts: Facts) -> tuple[Item, ...]:
    """Return what a call may be about: past due, not disputed, on no invoice that is held back."""
    held = {hold.invoice for hold in holds(facts)}
    return tuple(item for item in claim_schedule.due_items(facts) if item.invoice not in held)


def holds(facts: Facts) -> tuple[Held, ...]:
    """Return the holds on one invoice that are in force."""
    since = (hold for hold in facts.case.holds if hold.invoice and hold.on <= facts.as_of)
    return tuple(hold for hold in since if hold.review_on is None or facts.as_of < hold.review_on)


def due_total(facts: Facts) -> Decimal:
    """Return what a call may ask for, in the case's currency: those items, charges of the account, less money held."""
    items = (*due_items(facts), *account_items(facts))
    asked = sum((item.collectable for item in items), ZERO)
    return max(ZERO, asked - facts.ledger.totals.unapplied) if due_items(facts) else ZERO


def account_items(facts: Facts) -> tuple[Item, ...]:
    """Return the charges that belong to the account as a whole."""
    return tuple(item for item in facts.ledger.claimable if not item.invoice and item.collectable > 0)


def _nothing(facts: Facts) -> str:
    if claim_schedule.due_items(facts):
        return "What is past due is held back or covered by money that we hold, so there is nothing to ask for."
    return "Nothing is past due, so there is nothing to call about."


def _sentence(finding: Finding) -> str:
    """Return a finding as a sentence on paper: with its law and with what to do."""
    law = f" ({citation(finding.law)})" if finding.law else ""
    message = (finding.message[:1].upper() + finding.message[1:]).replace("`", "")
    fix = "Wait for that day." if finding.code == PROMISED else citation(finding.fix).replace("`", "")
    return wording.sentences([f"{message}{law}.", fix])

"""What the papers about a check marked as payment in full share: the check, and the law on it."""

from __future__ import annotations

from kit.documents import wording
from kit.facts import Facts
from kit.findings import KitError
from kit.model.deal_event import Tendered
from kit.model.money import to_minor
from kit.model.tender import waiting_check


def check_of(facts: Facts) -> Tendered:
    """Return the check that waits; raises `KitError` where none does."""
    found = waiting_check(facts.case)
    if found is None:
        raise KitError("no check marked as payment in full is waiting: `kit log CASE tendered` records one that came")
    return found


def amount_of(facts: Facts, one: Tendered) -> str:
    """Return the check's sum in words."""
    return wording.money(to_minor(one.amount, facts.case.currency), facts.case.currency)


def named(facts: Facts, one: Tendered) -> str:
    """Return how a sentence names the check: `your check number 1187 of $3,500.00`."""
    number = f" number {one.number}" if one.number else ""
    return f"your check{number} of {amount_of(facts, one)}"


def marked(one: Tendered) -> str:
    """Return what it says, for the middle of a sentence."""
    return f"It, or what came with it, says “{one.words}”." if one.words else "It is marked as payment in full."


def still_open(facts: Facts) -> str:
    """Return what the account asks for on the day of ``facts``; empty where nothing is open."""
    total = facts.ledger.totals.total
    if not total:
        return ""
    contested = facts.ledger.totals.disputed
    disputed = f", of which you dispute {wording.money(contested, facts.case.currency)}" if contested else ""
    whole = wording.money(total, facts.case.currency)
    return f"On {wording.day(facts.as_of)}, {whole} is open on your account{disputed}."


def tell_us(facts: Facts) -> str:
    """Return what the debtor may do who thinks that less is owed."""
    if facts.ledger.totals.disputed:
        return "What you dispute we want to settle with you separately; please send us what we should know about it."
    return "If you think that less is owed, please tell us in writing which invoice you mean, and why."

"""Where a signed plan stands, in the words that its letters share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kit.documents import wording
from kit.facts import Facts
from kit.findings import KitError
from kit.ledger.agreed_dues import Due
from kit.ledger.plan_standing import PlanStanding, newest_plan


@dataclass(frozen=True, slots=True)
class Coming:
    """One payment that is still to come, as far as it is."""

    number: str
    day: str
    amount: str


def standing(facts: Facts) -> PlanStanding:
    """Return where the newest plan stands; raises `KitError` where none was signed."""
    found = newest_plan(facts.case, facts.as_of, facts.ledger)
    if found is None or found.terms.kind != "plan":
        raise KitError("no plan was signed; `kit plan` offers one, `kit log CASE signed` records it")
    return found


def plan_words(here: PlanStanding) -> str:
    """Return how a sentence names the plan."""
    return f"our payment plan, signed on {wording.day(here.agreed.on)}"


def named(here: PlanStanding, due: Due) -> str:
    """Return how a sentence names one payment: `installment 2 of 6`, `the down payment`."""
    return f"installment {due.number} of {len(here.terms.instalments)}" if due.number else "the down payment"


def short_name(due: Due) -> str:
    """Return how a column names it."""
    return str(due.number) if due.number else "Down payment"


def coming(dues: Iterable[Due], currency: str) -> tuple[Coming, ...]:
    """Return what of the payments is still to come, a row each."""
    return tuple(
        Coming(short_name(due), wording.day(due.due_on), wording.money(due.left, currency)) for due in dues if due.left
    )

"""The blanks of `letters/plan-completed`: all payments of the plan came; thanks, and what ends with it."""

from __future__ import annotations

from dataclasses import dataclass

from kit.documents import wording
from kit.documents.contexts import demand_words, plan_rows, plan_status
from kit.documents.contexts.letter import Letter, opened
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.ledger.plan_standing import PlanStanding, PlanState
from kit.model.account import Method, Payment
from kit.model.money import spoken

MANY = 4  # invoices that a sentence can name


@dataclass(frozen=True, slots=True)
class PlanCompleted(Letter):
    """The blanks of ``letters/plan-completed``."""

    opening: str
    counted_on: str
    debt: str
    paid: str
    last_on: str
    paid_sentence: str
    check_sentence: str
    guaranty_sentence: str
    over_sentence: str
    dispute_sentence: str
    later_sentence: str


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request``; raises `KitError` where the plan is not paid, or charges beside it are open."""
    here = plan_status.standing(facts)
    if here.state is not PlanState.COMPLETED:
        raise KitError("the plan is not paid yet")
    if rest := plan_rows.open_sum(facts.case, facts.ledger, here.terms.counted_on):
        said = spoken(rest, facts.case.currency)
        raise KitError(f"{said} of charges beside the plan is open; ask for it, or give it up: `kit log CASE waived`")
    return request


def build(facts: Facts, request: Request) -> PlanCompleted:
    """Fill the letter as of the day of ``facts``. Raises `KitError` as `decide` does."""
    decide(facts, request)
    case, here = facts.case, plan_status.standing(facts)
    terms, last = here.terms, _last(facts, here)
    on = wording.day(here.completed_on or facts.as_of)
    said = (
        f"Thank you: the last payment of {plan_status.plan_words(here)}, reached us on {on}. The plan is paid in full."
    )
    enclosed = f"guaranty of {terms.guarantor}" if terms.guarantor else ""
    return PlanCompleted(
        **opened(facts, enclosures=enclosed),
        subject="Our payment plan is paid in full",
        opening=wording.sentences([demand_words.represented(facts), said]),
        counted_on=wording.day(terms.counted_on),
        debt=wording.money(terms.debt, case.currency),
        paid=wording.money(here.received, case.currency),
        last_on=on,
        paid_sentence=_paid(facts, here),
        check_sentence=_check(last),
        guaranty_sentence=(
            f"The guaranty of {terms.guarantor} ends with it; the signed page is enclosed." if terms.guarantor else ""
        ),
        over_sentence=_over(facts),
        dispute_sentence=_disputed(facts),
        later_sentence=_later(facts, here),
    )


def _last(facts: Facts, here: PlanStanding) -> Payment | None:
    came = [one for one in facts.case.payments if one.on == here.completed_on and one.bounced_on is None]
    return came[-1] if came else None


def _paid(facts: Facts, here: PlanStanding) -> str:
    """Return which invoices are paid with it."""
    own = plan_rows.items_of(facts.case, facts.ledger, here.terms.counted_on)
    open_ = {item.invoice for item in own if item.balance}
    names = [name for name in dict.fromkeys(item.invoice for item in own) if name and name not in open_]
    if not names:
        return "Nothing more is asked for under the plan."
    if len(names) > MANY:
        which = f"All {len(names)} invoices of the plan are paid"
    else:
        which = f"Invoice {names[0]} is paid" if len(names) == 1 else f"Invoices {wording.listing(names)} are paid"
    added = "to it" if len(names) == 1 else "to them"
    return f"{which}, with everything that was added {added}. This letter is your receipt."


def _check(last: Payment | None) -> str:
    if last is None or last.method is not Method.CHECK:
        return ""
    return "The last payment was a check; what this letter says holds once your bank has paid it."


def _over(facts: Facts) -> str:
    if not facts.ledger.totals.overpaid:
        return ""
    more = wording.money(facts.ledger.totals.overpaid, facts.case.currency)
    return f"You have paid {more} more than was owed; please tell us whether to send it back or keep it for you."


def _disputed(facts: Facts) -> str:
    if not facts.ledger.totals.disputed:
        return ""
    amount = wording.money(facts.ledger.totals.disputed, facts.case.currency)
    return f"What you dispute, {amount}, was not part of the plan; we want to settle it with you separately."


def _later(facts: Facts, here: PlanStanding) -> str:
    """Return that later invoices are another matter; empty where none is open."""
    old = {one.id for one in facts.case.invoices if one.issued_on <= here.terms.counted_on}
    names = dict.fromkeys(item.invoice for item in facts.ledger.items if item.balance and item.invoice not in old)
    open_ = [name for name in names if name]
    if not open_:
        return ""
    if len(open_) > MANY:
        return f"{len(open_)} invoices were billed after the plan was drawn up and stand apart from it."
    which = f"Invoice {open_[0]} was" if len(open_) == 1 else f"Invoices {wording.listing(open_)} were"
    stands = "stands" if len(open_) == 1 else "stand"
    return f"{which} billed after the plan was drawn up and {stands} apart from it."

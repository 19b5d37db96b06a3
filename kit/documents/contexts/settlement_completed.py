"""The blanks of `letters/settlement-completed`: the settlement sum has cleared, and the release holds.

It confirms what the agreement says and gives up nothing besides; a payment that a trustee or a bank takes back later
undoes the release as far as that payment, as the agreement says.
"""

from __future__ import annotations

from dataclasses import dataclass

from kit.documents import wording
from kit.documents.contexts import demand_words
from kit.documents.contexts import settlement_words as words
from kit.documents.contexts.letter import Letter, opened
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.ledger.settlement_standing import SettlementStanding, SettlementState, newest_settlement
from kit.model.settlement import Default, Release
from kit.model.suit import suit_of

MANY = 4  # invoices that a sentence can name


@dataclass(frozen=True, slots=True)
class SettlementCompleted(Letter):
    """The blanks of ``letters/settlement-completed``."""

    opening: str
    counted_on: str
    debt: str
    settlement_sum: str
    paid: str
    cleared_on: str
    release_sentence: str
    mutual_sentence: str
    back_sentence: str
    case_sentence: str
    credit_sentence: str
    over_sentence: str
    later_sentence: str


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request``; raises `KitError` where no settlement is on record as cleared."""
    cleared_of(facts)
    return request


def build(facts: Facts, request: Request) -> SettlementCompleted:  # noqa: ARG001 - every document is built from facts and a request
    """Fill the letter as of the day of ``facts``. Raises `KitError` as `decide` does."""
    case, here = facts.case, cleared_of(facts)
    terms, signed = here.terms, wording.day(here.agreed.on)
    on = wording.day(here.agreed.settled.on if here.agreed.settled else facts.as_of)
    said = f"Thank you: the settlement sum of our agreement signed on {signed} has been paid in full and has cleared."
    return SettlementCompleted(
        **opened(facts),
        subject="Our settlement is paid in full",
        opening=wording.sentences([demand_words.represented(facts), said]),
        counted_on=wording.day(terms.counted_on),
        debt=wording.money(terms.debt, case.currency),
        settlement_sum=wording.money(terms.sum, case.currency),
        paid=wording.money(here.received, case.currency),
        cleared_on=on,
        release_sentence=(
            "With that, what the agreement releases is released: nothing more is owed on "
            f"{_invoices(facts, here)}, and we will not ask for the rest."
        ),
        mutual_sentence="Your own release of us, as the agreement words it, holds from the same day."
        if terms.release is Release.MUTUAL
        else "",
        back_sentence=(
            "As the agreement says, this holds as long as the payment stays with us. What a bank, a court or a trustee "
            f"takes back would be owed again{_revives(here)}"
        ),
        case_sentence=_case(facts, here),
        credit_sentence=_credit(here),
        over_sentence=_over(facts),
        later_sentence=_later(facts, here),
    )


def cleared_of(facts: Facts) -> SettlementStanding:
    """Return the settlement that was paid; raises `KitError` where none is on record as cleared."""
    here = newest_settlement(facts.case, facts.as_of)
    if here is None or here.state is not SettlementState.CLEARED:
        raise KitError("no settlement is on record as paid and cleared: `kit log CASE settled` records it")
    return here


def _invoices(facts: Facts, here: SettlementStanding) -> str:
    """Return which bills the settlement was about: those issued by the day its debt was counted."""
    names = [one.id for one in facts.case.invoices if one.issued_on <= here.terms.counted_on]
    if len(names) > MANY:
        return f"the {len(names)} invoices that it lists"
    return f"invoice {names[0]}" if len(names) == 1 else f"invoices {wording.listing(names)}"


def _revives(here: SettlementStanding) -> str:
    """Return what comes back beside a payment that was taken back."""
    if here.terms.default is Default.SETTLED_SUM:
        return "; what was given up would not come back."
    return ", and what was given up for it, too."


def _case(facts: Facts, here: SettlementStanding) -> str:
    """Return what becomes of the case in court; empty where none was to be dismissed."""
    suit = suit_of(facts.case)
    if suit is None or not here.terms.dismissal:
        return ""
    number = f" {suit.filed.number}" if suit.filed.number else ""
    if suit.dismissed:
        return f"Case{number} was dismissed on {wording.day(suit.dismissed.on)}."
    return f"We ask the court to dismiss case{number} within {words.DISMISSAL_DAYS} days of that day."


def _credit(here: SettlementStanding) -> str:
    if not here.terms.reports_credit:
        return ""
    return (
        f"Within {words.CREDIT_DAYS} days of that day we report the account to the credit bureaus as settled for less "
        "than the full balance, with nothing owed."
    )


def _over(facts: Facts) -> str:
    if not facts.ledger.totals.overpaid:
        return ""
    more = wording.money(facts.ledger.totals.overpaid, facts.case.currency)
    return f"You have paid {more} more than was owed; please tell us whether to send it back or keep it for you."


def _later(facts: Facts, here: SettlementStanding) -> str:
    """Return that later invoices are another matter; empty where none is open."""
    old = {one.id for one in facts.case.invoices if one.issued_on <= here.terms.counted_on}
    names = dict.fromkeys(item.invoice for item in facts.ledger.items if item.balance and item.invoice not in old)
    open_ = [name for name in names if name]
    if not open_:
        return ""
    if len(open_) == 1:
        return f"Invoice {open_[0]} was billed after the settlement was drawn up and stands apart from it."
    return f"{len(open_)} invoices were billed after the settlement was drawn up and stand apart from it."

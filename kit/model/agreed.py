"""The plans and settlements of a case as they stand on a day: agreed, in force, over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from kit.model.account import Payment
from kit.model.case import Case
from kit.model.deal_event import Ended, HandedOff, HowEnded, Returned, Settled
from kit.model.event import Disputed, Paid
from kit.model.money import ZERO, to_minor
from kit.model.paper_event import Made
from kit.model.plan import PlanTerms
from kit.model.settlement import Default, SettlementTerms


@dataclass(frozen=True, slots=True)
class Agreed:
    """A plan, an extension or a settlement that binds both sides; ``n`` is the entry that made it so.

    ``ended`` is the last word about its end: a plan that was reinstated has none.
    """

    n: int
    on: date
    terms: PlanTerms | SettlementTerms
    made: Made | None = None
    ended: Ended | None = None
    settled: Settled | None = None
    accelerated: tuple[tuple[date, date | None], ...] = ()  # from, until reinstated

    @property
    def over_on(self) -> date | None:
        """The day from which it binds nobody; a settlement that was paid is over, too."""
        return self.ended.on if self.ended else self.settled.on if self.settled else None

    @property
    def plan(self) -> PlanTerms | None:
        """Its terms, where it is a plan or an extension."""
        return self.terms if isinstance(self.terms, PlanTerms) else None

    @property
    def settlement(self) -> SettlementTerms | None:
        """Its terms, where it is a settlement."""
        return self.terms if isinstance(self.terms, SettlementTerms) else None


def agreed(case: Case) -> tuple[Agreed, ...]:
    """Return every plan and settlement of the case, oldest first; an extension binds from the day it was sent."""
    if not case.signed and all(made.deal is None for made in case.made):
        return ()  # asked often, and most cases have none
    return tuple(sorted(_all(case), key=lambda one: (one.on, one.n)))


def in_force(case: Case, on: date | None = None) -> Agreed | None:
    """Return the plan or settlement that is in force on the day the case is known; by ``on`` an extension may be over.

    An extension ends by itself when its day and the days of grace have passed, a plan when all of it was paid.
    """
    open_ = (one for one in reversed(agreed(case)) if one.over_on is None and not _paid(case, one, on or date.max))
    return next((one for one in open_ if on is None or not _lapsed(one, on)), None)


def money_for(case: Case, found: Agreed, through: date, known: date) -> Iterator[tuple[date, Decimal]]:
    """Yield what came for an agreement from the day its debt was counted ``through`` a day, oldest first.

    What had come back by the day ``known`` is left out, and so is what was meant for a later invoice.
    """
    later = {one.id for one in case.invoices if one.issued_on > found.terms.counted_on}
    for one in sorted(case.payments, key=lambda payment: (payment.on, payment.id)):
        back = one.bounced_on is not None and one.bounced_on <= known
        if one.on <= through and not back and one.invoice not in later and _since(case, one, found):
            yield one.on, to_minor(one.amount, case.currency)


def still_disputed(case: Case) -> tuple[Disputed, ...]:
    """Return the disputes that no settlement has ended.

    One that was signed ends those before it. They are back where both sides gave it up, and where it was broken and
    the whole debt came back with them.
    """
    ended = [one for one in agreed(case) if one.settlement and not _undone(one)]
    return tuple(one for one in case.disputes if not any(_ends(case, signed, one) for signed in ended))


def offered(case: Case, number: int | None) -> Made | None:
    """Return the paper of entry ``number`` that offers a plan or a settlement."""
    found = next((made for made in case.made if made.n == number), None)
    return found if found and isinstance(found.deal, PlanTerms | SettlementTerms) else None


def away(case: Case) -> tuple[HandedOff, ...]:
    """Return the hand-offs from which nothing has come back, oldest first."""
    back = {one.entry for one in case.returned}
    return tuple(one for one in case.handed_off if one.n not in back)


def back_of(case: Case, handed: HandedOff) -> Returned | None:
    """Return how a claim that was handed off came back."""
    return next((one for one in case.returned if one.entry == handed.n), None)


def _all(case: Case) -> Iterator[Agreed]:
    for signed in case.signed:
        made = offered(case, signed.made)
        terms = signed.deal or (made.deal if made else None)
        if isinstance(terms, PlanTerms | SettlementTerms):
            yield _with_end(case, Agreed(signed.n, signed.on, terms, made))
    for sent in case.sent:
        made = offered(case, sent.made)
        if made and isinstance(made.deal, PlanTerms) and made.deal.kind == "extension":
            yield _with_end(case, Agreed(sent.n, sent.on, made.deal, made))


def _since(case: Case, payment: Payment, found: Agreed) -> bool:
    """Whether a payment came after the debt was counted; on that very day the journal's order tells."""
    if payment.on != found.terms.counted_on:
        return payment.on > found.terms.counted_on
    paper = found.made.n if found.made else found.n
    return any(isinstance(one, Paid) and one.id == payment.id and one.n > paper for one in case.events)


def _undone(one: Agreed) -> bool:
    how = one.ended.how if one.ended else None
    back = one.settlement is not None and one.settlement.default is Default.WHOLE
    return how is HowEnded.CANCELLED or (how is HowEnded.BROKEN and back)


def _ends(case: Case, signed: Agreed, dispute: Disputed) -> bool:
    billed = {one.id for one in case.invoices if one.issued_on <= signed.terms.counted_on}
    return dispute.n < signed.n and dispute.invoice in billed


def _paid(case: Case, one: Agreed, on: date) -> bool:
    """Whether all payments of a plan have come; a settlement is over when a person says that its money has cleared."""
    if one.plan is None:
        return False
    return sum((amount for _, amount in money_for(case, one, on, on)), ZERO) >= to_minor(one.plan.total, case.currency)


def _lapsed(one: Agreed, on: date) -> bool:
    terms = one.plan
    return terms is not None and terms.kind == "extension" and on > terms.last_on + timedelta(terms.grace_days)


def _with_end(case: Case, found: Agreed) -> Agreed:
    about = [one for one in case.ended if one.entry == found.n]
    spans: list[tuple[date, date | None]] = []
    for one in about:
        if one.how is HowEnded.ACCELERATED:
            spans.append((one.on, None))
        elif one.how is HowEnded.REINSTATED and spans:
            spans[-1] = (spans[-1][0], one.on)
    last = about[-1] if about else None
    ended = last if last and last.how is not HowEnded.REINSTATED else None
    settled = next((one for one in case.settled if one.entry == found.n), None)
    return Agreed(found.n, found.on, found.terms, found.made, ended, settled, tuple(spans))

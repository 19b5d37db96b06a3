"""The plans and settlements of a case as they stand on a day: agreed, in force, over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kit.model.case import Case
from kit.model.deal_event import Ended, HandedOff, HowEnded, Returned, Settled
from kit.model.event import Made
from kit.model.plan import PlanTerms
from kit.model.settlement import SettlementTerms


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
    return tuple(sorted(_all(case), key=lambda one: (one.on, one.n)))


def in_force(case: Case, on: date | None = None) -> Agreed | None:
    """Return the plan or settlement that is in force on the day the case is known; by ``on`` an extension may be over.

    An extension ends by itself when its day and the days of grace have passed.
    """
    open_ = (one for one in reversed(agreed(case)) if one.over_on is None)
    return next((one for one in open_ if on is None or not _lapsed(one, on)), None)


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

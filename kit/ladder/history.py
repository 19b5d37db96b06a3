"""What was done on the ladder, and how far each open sum has come.

A step counts when it was really done: its letter recorded as sent, its call made,
its list checked. A letter covers what was overdue on its own day, so an invoice
that fell due later starts below the others; a payment that bounces finds its
invoice where it stood.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kit.facts import Facts
from kit.ledger.account import Item
from kit.model.case import Case
from kit.model.deal_event import Ended, HowEnded
from kit.model.document_ids import (
    CHECK_PAPERS,
    CLAIM_ATTACHMENT,
    CLAIM_LETTER,
    EXTENSION,
    FINAL_DEMAND,
    GUARANTOR_DEMAND,
    INVOICE,
    NOTICE_TO_COURT,
    PLAN_LETTERS,
    PROOF_OF_CLAIM,
    SETTLEMENT_PAPERS,
    STATEMENT,
    STOP_LIST,
    short_id,
)
from kit.model.event import Called, Checked, Event, Placed
from kit.model.ladder import DoneBy, Ladder
from kit.model.paper_event import Made, Sent

QUIET = (INVOICE, STATEMENT)  # papers that chase nobody
OF_SETTLEMENTS = frozenset(short_id(one) for one in (*SETTLEMENT_PAPERS, *CHECK_PAPERS))
OF_PLANS = frozenset(short_id(one) for one in (*PLAN_LETTERS, EXTENSION))  # they stand on no ladder
OF_INSOLVENCIES = frozenset(
    short_id(one)
    for one in (STOP_LIST, NOTICE_TO_COURT, CLAIM_LETTER, PROOF_OF_CLAIM, CLAIM_ATTACHMENT, GUARANTOR_DEMAND)
)  # nor do these
OFF_LADDER = frozenset((*QUIET, *OF_PLANS, *OF_SETTLEMENTS, *OF_INSOLVENCIES))


@dataclass(frozen=True, slots=True)
class Done:
    """One step that was really done."""

    step: str
    on: date
    covers: date  # what was overdue on this day was part of it
    n: int  # the journal's entry
    made: Made | None = None  # the paper that went out, where the kit made it
    own: bool = False  # a letter of the user's own
    stands_for: str = ""  # what really happened, where the step was not done itself

    @property
    def pay_by(self) -> date | None:
        """The last day to pay that the letter gave."""
        return self.made.pay_by if self.made else None


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a case has come: ``reached`` is the place of the last step done, -1 for none, for the items ``of``."""

    reached: int
    of: tuple[Item, ...]
    done: tuple[Done, ...]  # the steps that covered those items
    unknown: tuple[Event, ...]  # entries for steps that this ladder does not have
    last: Done | None = None  # the last time that the step reached was done; a lower one done later moves nothing

    @property
    def oldest_due(self) -> date | None:
        """The day from which the items' delay is counted."""
        return min((item.due_on for item in self.of if item.due_on), default=None)

    def of_step(self, name: str) -> tuple[Done, ...]:
        """Return each time the step was done."""
        return tuple(one for one in self.done if one.step == name)


def standing(facts: Facts, ladder: Ladder) -> Standing:
    """Return how far the case has come on ``ladder``: at the highest step reached over all that is open and overdue."""
    done, unknown = _done(facts.case, ladder)
    levels = [(_level(item, done, ladder), item) for item in overdue(facts)]
    reached = max((level for level, _ in levels), default=-1)
    of = tuple(item for level, item in levels if level == reached)
    of_them = tuple(one for one in done if any(_covers(one, item) for item in of))
    last = next((one for one in reversed(of_them) if ladder.places[one.step] == reached), None)
    return Standing(reached, of, of_them, unknown, last)


def overdue(facts: Facts) -> tuple[Item, ...]:
    """Return the due items that letters may ask for: past their day, open and not disputed."""
    return tuple(one for one in facts.ledger.items if one.invoice and one.days_overdue and one.collectable > 0)


def _level(item: Item, done: Sequence[Done], ladder: Ladder) -> int:
    """Return the place of the highest step that covered ``item``."""
    return max((ladder.places[one.step] for one in done if _covers(one, item)), default=-1)


def _covers(done: Done, item: Item) -> bool:
    return item.due_on is not None and item.due_on < done.covers


def _done(case: Case, ladder: Ladder) -> tuple[tuple[Done, ...], tuple[Event, ...]]:
    """Return the steps done since the last time a person placed the case, in the order of their days."""
    made = {paper.n: paper for paper in case.made}
    done: list[Done] = []
    unknown: list[Event] = []
    for event in case.events:
        if isinstance(event, Placed):
            done = [] if event.after is None else [Done(event.after, event.on, event.on, event.n)]
            unknown = [event] if event.after is not None and event.after not in ladder.places else []
            done = [one for one in done if one.step in ladder.places]
            continue
        if isinstance(event, Ended):
            done += _accelerated(event, ladder)
            continue
        name = _step(event, made, done, ladder)
        if name in ladder.places:
            paper = made.get(event.made) if isinstance(event, Sent) and event.made is not None else None
            own = isinstance(event, Sent) and paper is None
            done.append(Done(name, event.on, paper.on if paper else event.on, event.n, paper, own))
        elif name and ladder.task(name) is None and name not in OFF_LADDER:
            unknown.append(event)
    return tuple(sorted(done, key=lambda one: (one.on, one.n))), tuple(unknown)


def _accelerated(event: Ended, ladder: Ladder) -> list[Done]:
    """Return the acceleration of a plan as the step before the final demand: that letter comes next, and no other.

    The plan acknowledged the debt, and its notices asked for it twice; to begin with reminders again would help nobody.
    """
    final = next((place for place, one in enumerate(ladder.steps) if FINAL_DEMAND in one.documents), 0)
    if event.how is not HowEnded.ACCELERATED or not final:
        return []
    step = ladder.steps[final - 1].id
    return [Done(step, event.on, event.on, event.n, stands_for="the notice that the plan's whole debt is due")]


def _step(event: Event, made: dict[int, Made], done: Sequence[Done], ladder: Ladder) -> str:
    """Return the step that ``event`` did, empty where it did none."""
    if isinstance(event, Checked):
        return event.step
    if isinstance(event, Called):
        return event.step or _open_call(done, ladder)
    if not isinstance(event, Sent):
        return ""
    paper = made.get(event.made) if event.made is not None else None
    if step := event.step or (paper.step if paper else None):
        return short_id(step)
    document = event.document or (paper.document if paper else "")
    if document in QUIET or not document:
        return ""
    return next((one.id for one in ladder.steps if short_id(document) == one.id), "")


def _open_call(done: Sequence[Done], ladder: Ladder) -> str:
    """Return the call step that a call without a name belongs to: the last step done, or the one after it."""
    here = ladder.places[done[-1].step] if done else -1
    for step in ladder.steps[max(here, 0) : here + 2]:
        if step.done_by is DoneBy.CALLED:
            return step.id
    return ""


def messages(case: Case) -> Iterable[Sent]:
    """Return what went to the debtor to chase the debt; invoices and statements chase nobody."""
    made = {paper.n: paper.document for paper in case.made}
    for sent in case.sent:
        document = sent.document or (made.get(sent.made) if sent.made is not None else None)
        if document not in QUIET or sent.step:
            yield sent

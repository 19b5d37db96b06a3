"""When a step is open, why then, and what the ladder itself holds against doing it today.

The latest of all bounds counts: the step's own day, the pause between two
messages, and the last day to pay that the letter before gave.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kit.facts import Facts
from kit.findings import Finding, Place, stop
from kit.ladder.history import Done, Standing, messages
from kit.model.event import Placed
from kit.model.ladder import DoneBy, Ladder, Step, Task
from kit.model.paper_event import Made

NOT_OPEN, TOO_SOON, STILL_RUNNING = "K420", "K421", "K422"
DAY = timedelta(days=1)
DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Opening:
    """The first day of a step, and why that day: a clause such as `30 days after the due date of 2026-02-01`."""

    on: date
    why: str


def opening(step: Step, standing: Standing, facts: Facts) -> Opening | None:
    """Return when ``step`` opens by its own count; None where nothing has a due date to count from."""
    due = standing.oldest_due or _next_due(facts)
    after, last = step.after, standing.last
    if after.due_date is not None:
        return (
            Opening(due + timedelta(after.due_date), _counted(after.due_date, f"the due date of {due}"))
            if due
            else None
        )
    named = standing.of_step(after.step)[-1:] if after.step else ()
    base = named[0] if named else last
    if base is None:  # nothing was done: the due date stands for it
        return Opening(due + DAY, f"the day after the due date of {due}") if due else None
    if after.day_of_month is not None:
        return Opening(
            _day_of_month(after.day_of_month, base.on), f"the first {after.day_of_month}. after {_what(base)}"
        )
    days = after.days if after.days is not None else after.previous_step or 0
    return Opening(base.on + timedelta(days), _counted(days, _what(base)))


def repetition(step: Step, standing: Standing) -> Opening | None:
    """Return when ``step``, done before, is due again; None where it is not repeated or was done often enough."""
    done = standing.of_step(step.id)
    if step.repeat is None or not done or (step.repeat.times is not None and len(done) >= step.repeat.times):
        return None
    days = step.repeat.every_days
    return Opening(done[-1].on + timedelta(days), _counted(days, _what(done[-1])))


def timing(task: Task, opens: Opening | None, facts: Facts, ladder: Ladder) -> Iterator[Finding]:
    """Name each bound of the ladder that keeps ``task`` from being done on the day of ``facts``."""
    case, as_of = facts.case, facts.as_of
    if opens and as_of < opens.on:
        message = f"`{task.id}` opens on {opens.on}, {opens.why}"
        fix = "Wait for that day."
        yield stop(NOT_OPEN, message, place_of(facts), fix=fix, clears_on=opens.on, overridable=True)
    if task.done_by is DoneBy.CHECKED:
        return
    last = max(messages(case), key=lambda sent: (sent.on, sent.n), default=None)
    if last and as_of < (free := last.on + timedelta(ladder.minimum_gap_days)):
        message = f"the last message went out on {last.on}; {ladder.minimum_gap_days} days lie between two"
        yield stop(TOO_SOON, message, case.origin(f"entry:{last.n}"), fix="Wait.", clears_on=free, overridable=True)
    for made in _running(facts) if task.done_by is not DoneBy.CALLED else ():  # a call asks whether the letter came
        message = f"the letter of {made.on} gives the debtor until {made.pay_by}"
        place = case.origin(f"entry:{made.n}")
        clears_on = made.pay_by + DAY if made.pay_by else None
        yield stop(STILL_RUNNING, message, place, fix="Wait for that day.", clears_on=clears_on, overridable=True)


def too_old(standing: Standing, facts: Facts, ladder: Ladder) -> Iterator[Finding]:
    """Stop at a debt that is long overdue and on which nothing was done: a person decides whether to begin."""
    due = standing.oldest_due
    placed = any(isinstance(event, Placed) for event in facts.case.events)
    if placed or standing.done or due is None or (facts.as_of - due).days <= ladder.oldest_days:
        return
    age = (facts.as_of - due).days
    most = f"the ladder takes up debts of {ladder.oldest_days} days at most"
    message = f"this debt is {age} days overdue and no step is on record; {most}"
    fix = (
        "Record what you did yourself (`kit log CASE sent --own --step ...`), or decide where it stands: "
        "`kit log CASE placed`."
    )
    yield stop("K425", message, place_of(facts), fix=fix, overridable=True)


def place_of(facts: Facts) -> Place | None:
    """Return where the oldest invoice stands that is still open; the ladder counts from it."""
    open_ = [one for one in facts.ledger.items if one.invoice and one.due_on and one.collectable > 0]
    oldest = min(open_, key=lambda one: one.due_on or date.max).invoice if open_ else ""
    index = next((number for number, one in enumerate(facts.case.invoices) if one.id == oldest), None)
    return facts.case.place("invoices") if index is None else facts.case.place("invoices", index)


def _running(facts: Facts) -> list[Made]:
    """Return the newest letter sent whose last day to pay has not passed."""
    sent = {one.made for one in facts.case.sent if one.made is not None}
    return [one for one in facts.case.made if one.n in sent and one.step and one.pay_by and one.pay_by >= facts.as_of][
        -1:
    ]


def _next_due(facts: Facts) -> date | None:
    """Return the next day on which something undisputed falls due."""
    open_ = (one for one in facts.ledger.items if one.invoice and one.collectable > 0)
    return min((one.due_on for one in open_ if one.due_on), default=None)


def _day_of_month(number: int, after: date) -> date:
    """Return the first day ``number`` of a month later than ``after``."""
    if after.day < number:
        return after.replace(day=number)
    year, month = (after.year + 1, 1) if after.month == DECEMBER else (after.year, after.month + 1)
    return date(year, month, number)


def _what(done: Done) -> str:
    return f"{done.stands_for or f'`{done.step}`'} of {done.on}"


def _counted(days: int, since: str) -> str:
    return f"the day of {since}" if not days else f"{days} {'day' if days == 1 else 'days'} after {since}"

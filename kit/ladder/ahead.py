"""What comes next for a case, since when, and what the ladder holds against it.

A paid debt ends the chase, a hold or a promise pauses it, an answer turns it to
the fitting reply; else it is the step after the last one done. The checks of the
law and of manners come on top of it, in the pipeline.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from kit.facts import Facts
from kit.findings import Finding, note, stop
from kit.ladder.history import Standing, overdue, standing
from kit.ladder.opening import Opening, opening, place_of, repetition, timing, too_old
from kit.ladder.replying import Due, reply_due
from kit.model.case import Case
from kit.model.document_ids import INVOICE
from kit.model.event import Called, Checked, Note
from kit.model.ladder import Condition, Ladder, Step, Task
from kit.model.paper_event import Made, Sent

NOT_NEXT, CHANGED = "K429", "K423"


class Act(StrEnum):
    """What there is to do."""

    MAKE = "make"  # the papers of a step
    SEND = "send"  # papers that were made
    WAIT = "wait"
    DECIDE = "decide"  # the ladder is at its end
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Ahead:
    """The next step of the ladder on one day, before any check."""

    act: Act
    task: Task | None = None
    opens: Opening | None = None
    standing: Standing | None = None
    due: Due | None = None  # the answer that this step replies to
    made: Made | None = None  # its letter, made and not yet sent
    findings: tuple[Finding, ...] = ()


def ahead(facts: Facts, ladder: Ladder) -> Ahead:
    """Return what the ladder says comes next on the day of ``facts``; the debt is overdue and open, or nothing is."""
    here = standing(facts, ladder)
    said = tuple(_unknown(facts, here))
    if reply := reply_due(facts, ladder):
        return _with_papers(facts, Ahead(Act.MAKE, reply.reply, None, here, reply, None, said))
    task, opens = _step(facts, ladder, here)
    if task is None:
        found = (*said, *_changed(facts, ladder, here), *_left_out(facts, ladder, here))
        return Ahead(Act.DECIDE, None, None, here, None, None, found)
    found = (*said, *timing(task, opens, facts, ladder), *too_old(here, facts, ladder))
    return _with_papers(facts, Ahead(Act.MAKE, task, opens, here, None, None, (*found, *_changed(facts, ladder, here))))


def for_task(facts: Facts, ladder: Ladder, task: Task) -> Ahead:
    """Return the same for a step that was asked for: what the ladder's order and its bounds hold against it."""
    found = ahead(facts, ladder)
    here = found.standing or standing(facts, ladder)
    if found.task is not None and found.task.id == task.id:
        return found
    if not isinstance(task, Step):
        return Ahead(Act.MAKE, task, None, here, None, None, tuple(_unknown(facts, here)))
    opens = repetition(task, here) if here.of_step(task.id) else opening(task, here, facts)
    wanted = f"`{found.task.id}`" if found.task else "a decision: the ladder is at its end"
    message = f"`{task.id}` is not the next step; that is {wanted}"
    fix = "Make that one, or say why this one comes now: `--override K429 --because ...`."
    order = stop(NOT_NEXT, message, place_of(facts), fix=fix, overridable=True)
    return Ahead(Act.MAKE, task, opens, here, None, None, (order, *timing(task, opens, facts, ladder)))


def applies(step: Step, facts: Facts) -> bool:
    """Say whether the case has what the step is about."""
    ledger = facts.ledger
    held = {
        Condition.WRITTEN_TERMS: _terms(facts.case),
        Condition.LATE_CHARGE: bool(ledger.totals.interest or ledger.totals.fees or ledger.per_diem.exact),
    }
    return all(held[one] for one in step.only_if)


def _terms(case: Case) -> bool:
    """Say whether there are signed terms that a letter could recall."""
    agreed = case.agreement
    late = (agreed.interest, agreed.late_fee, agreed.suspension_after_days)
    return agreed.signed_on is not None and (agreed.net_days is not None or any(late))


def _step(facts: Facts, ladder: Ladder, here: Standing) -> tuple[Step | None, Opening | None]:
    """Return the step after the last one done; while it is not open, the last one again where that is repeated."""
    later = next((step for step in ladder.steps[here.reached + 1 :] if applies(step, facts)), None)
    opens = opening(later, here, facts) if later else None
    if opens and opens.on <= facts.as_of:
        return later, opens
    last = ladder.steps[here.reached] if here.reached >= 0 else None
    again = repetition(last, here) if last else None
    if last and again and (opens is None or again.on < opens.on):
        return last, again
    return later, opens


def _with_papers(facts: Facts, found: Ahead) -> Ahead:
    """Return the same, to be sent instead of made where its papers are there, and the facts have not moved since."""
    task = found.task
    if task is None or not task.done_by.written or any(one.code == CHANGED for one in found.findings):
        return found
    old = {one.supersedes for one in facts.case.made}
    sent = {number for one in facts.case.sent for number in one.papers}
    letters = [one for one in facts.case.made if one.step == task.id and one.document == task.documents[0]]
    waiting = [one for one in letters if one.n not in sent and one.n not in old]
    if not waiting or _stale(facts, waiting[-1]) or _lacking(facts, task, waiting[-1]):
        return found
    return Ahead(Act.SEND, task, found.opens, found.standing, found.due, waiting[-1], found.findings)


def _lacking(facts: Facts, task: Task, letter: Made) -> bool:
    """Say whether a paper that goes with the letter was not made: a command that was killed left it out."""
    there = {one.document for one in facts.case.made if one.step == task.id and one.on == letter.on}
    return any(one not in there for one in task.documents if one == INVOICE and overdue(facts))


FRESH = timedelta(days=5)  # a letter older than this says other figures than today's


def _stale(facts: Facts, made: Made) -> bool:
    """Say whether the letter speaks of another day's facts."""
    quiet = (Made, Sent, Called, Checked, Note)
    moved = any(event.n > made.n and not isinstance(event, quiet) for event in facts.case.events)
    return moved or facts.as_of - made.on > FRESH


def _unknown(facts: Facts, here: Standing) -> list[Finding]:
    """Note entries for steps that the ladder does not have: they count for nothing."""
    return [
        note(
            "K426",
            f"entry {event.n} is for a step `{_named(event)}`, which the ladder does not have; it does not count",
            facts.case.origin(f"entry:{event.n}"),
            fix="Undo it and record it under a step of the ladder, or place the case: `kit log CASE placed`.",
        )
        for event in here.unknown
    ]


def _left_out(facts: Facts, ladder: Ladder, here: Standing) -> Iterator[Finding]:
    """Note what fell due after the last step, which no letter has asked for yet."""
    new = list(dict.fromkeys(item.invoice for item in overdue(facts) if item not in here.of))
    if new and here.last:
        were = "was" if len(new) == 1 else "were"
        fell = f"{', '.join(new)} fell due after `{here.last.step}` of {here.last.on} and {were}"
        again = f"`kit letter CASE --step {ladder.steps[-1].id} --override K429 --because ...`"
        yield note("K428", f"{fell} not part of it", place_of(facts), fix=f"To ask for all of it once more: {again}.")


def _named(event: object) -> str:
    return str(getattr(event, "step", None) or getattr(event, "after", None) or "")


def _changed(facts: Facts, ladder: Ladder, here: Standing) -> tuple[Finding, ...]:
    """Stop where the steps done so far belong to another ladder, or to this one before it was changed."""
    last = here.last
    lost = next((one for one in here.unknown if _mark(facts.case, one.n)), None)
    mark = _mark(facts.case, last.n) if last else None
    if lost is None and (last is None or mark is None or ladder.fingerprint(last.step) == mark):
        return ()
    entry, name = (lost.n, _named(lost)) if lost else (last.n, last.step) if last else (0, "")
    message = f"the steps up to `{name}` were done under another ladder than today's `{ladder.id}`"
    fix = "Decide where the case stands on it: `kit log CASE placed --after STEP`."
    return (stop(CHANGED, message, facts.case.origin(f"entry:{entry}"), fix=fix),)


def _mark(case: Case, entry: int) -> str | None:
    """Return the mark of the ladder under which the entry's step was made or placed."""
    event = next((one for one in case.events if one.n == entry), None)
    if isinstance(event, Sent):
        paper = next((one for one in case.made if one.n == event.made), None)
        return paper.ladder if paper else None
    return getattr(event, "ladder", None)

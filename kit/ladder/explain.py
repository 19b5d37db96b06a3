"""One step of the ladder in sentences: what it is, when it opens, what came before, and why now or why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kit.facts import Facts
from kit.ladder.ahead import Ahead, ahead, applies
from kit.ladder.history import Standing
from kit.ladder.opening import opening
from kit.model.event import Answer
from kit.model.ladder import Condition, DoneBy, Ladder, Occasion, Reply, Step, Task

WAYS = {
    DoneBy.CHECKED: "somebody has gone through its list (`kit log CASE checked`)",
    DoneBy.EMAILED: "its letter went out by email (`kit log CASE sent`)",
    DoneBy.MAILED: "its letter went out by mail (`kit log CASE sent`)",
    DoneBy.CALLED: "the call was made (`kit log CASE called`)",
}
CONDITIONS = {
    Condition.WRITTEN_TERMS: "there is a signed agreement with terms of payment (`agreement.signed_on`)",
    Condition.LATE_CHARGE: "interest or a late fee runs",
}
OCCASIONS = {Occasion.PROMISED: "promised to pay by a day", Occasion.PAID_IN_FULL: "paid everything"}


def sentences(facts: Facts, ladder: Ladder, task: Task, found: Ahead) -> Iterator[str]:
    """Yield the explanation of ``task`` on the day of ``facts``; ``found`` is the ladder's answer for it."""
    yield f"{task.title}: {_listed(task.documents)}. It is done when {WAYS[task.done_by]}."
    if task.pay_by_days:
        days = "1 day" if task.pay_by_days == 1 else f"{task.pay_by_days} days"
        yield f"Its letter gives {days}, or more where the law does; nothing further goes out before they are over."
    here = found.standing
    if here is None:
        return
    if isinstance(task, Reply):
        yield _answers(task)
    elif isinstance(task, Step):
        yield from _step(facts, ladder, task, here)
    yield _now(facts, ladder, task, found)


def _step(facts: Facts, ladder: Ladder, step: Step, here: Standing) -> Iterator[str]:
    before = ladder.steps[: ladder.places[step.id]]
    if before:
        told = (f"{one.id} ({_when(one, here, facts)})" for one in before)
        yield f"Before it come {_listed(told)}."
    else:
        yield "It is the first step."
    if step.only_if:
        met = "so it is here" if applies(step, facts) else "which is not so here: the step is passed over"
        yield f"It comes only if {_listed(CONDITIONS[one] for one in step.only_if)}, {met}."
    if step.repeat:
        times = f", {step.repeat.times} times in all" if step.repeat.times else ""
        yield f"It is done again every {step.repeat.every_days} days until the next step opens{times}."
    done = here.of_step(step.id)
    if done:
        yield f"It was done on {_listed(str(one.on) for one in done)} (entry {_listed(str(one.n) for one in done)})."
    elif opens := opening(step, here, facts):
        yield f"It opens on {opens.on}, {opens.why}, if the step before it is done by then."
    else:
        yield "It has no day yet, because nothing that is open has a due date."


def _when(step: Step, here: Standing, facts: Facts) -> str:
    if done := here.of_step(step.id):
        last = done[-1]
        return f"passed over after {last.stands_for}, {last.on}" if last.stands_for else f"done {last.on}"
    return "not done" if applies(step, facts) else "passed over"


def _answers(reply: Reply) -> str:
    if not reply.to:
        return "It is made by hand, when you see the need."
    said = (OCCASIONS[one] if isinstance(one, Occasion) else f"answered `{Answer(one).value}`" for one in reply.to)
    return f"It comes before the next step once the debtor has {_listed(said, 'or')}."


def _now(facts: Facts, ladder: Ladder, task: Task, found: Ahead) -> str:
    coming = ahead(facts, ladder)
    if coming.task is not None and coming.task.id == task.id:
        because = f", because {coming.due.why}" if coming.due else ""
        return f"On {facts.as_of} it is the next step{because}."
    if coming.task is None:
        return f"On {facts.as_of} the ladder is at its end; a person decides how to go on."
    after = f" after `{found.standing.last.step}`" if found.standing and found.standing.last else ""
    return f"On {facts.as_of} the next step{after} is `{coming.task.id}`, not this one."


def _listed(items: Iterable[object], last: str = "and") -> str:
    words = [str(item) for item in items]
    if len(words) < 3:  # noqa: PLR2004 - two are joined by one word
        return f" {last} ".join(words)
    return f"{', '.join(words[:-1])}, {last} {words[-1]}"

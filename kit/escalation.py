"""The next step of a case, with everything that stands in its way, and the making of its papers.

The ladder says which step comes and when; the checks say what law, manners and
the file itself hold against it. Here the two meet.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from kit import pipeline
from kit.checks import run
from kit.checks.beside_claim import beside_claim
from kit.checks.claim_by import claim_by
from kit.checks.manners import DAY_OFF
from kit.documents.calendar import STEP, Deadline
from kit.facts import Facts
from kit.findings import Finding, KitError, in_file_order, note, stop
from kit.journal.fold import stand
from kit.ladder.ahead import Act, Ahead, for_task
from kit.ladder.explain import sentences
from kit.ladder.in_bankruptcy import TASKS
from kit.ladder.off_ladder import task_named
from kit.ladder.opening import NOT_OPEN, STILL_RUNNING, TOO_SOON
from kit.ladder.standing import Next, clear, next_for, waiting
from kit.load.ladder_file import ladder_of
from kit.load.text_file import shown_path
from kit.model.event import Called
from kit.model.ladder import Ladder, Task
from kit.model.paper_event import Made, Sent
from kit.pipeline import Loaded

BANK_AGE = timedelta(days=3)
OF_ITS_DAY = (NOT_OPEN, TOO_SOON, STILL_RUNNING, DAY_OFF)  # they bear on the day of a letter, not on the day it is sent


class NoSuchStep(KitError):  # noqa: N818 - the name says what there is not
    """The ladder has no step or reply of that name."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """What comes next for one case on one day, and every reason why not today."""

    folder: Path
    facts: Facts
    ladder: Ladder | None
    next: Next
    findings: tuple[Finding, ...] = ()
    bank: date | None = None  # through which day every bank account of the workspace has been looked at

    @property
    def task(self) -> Task | None:
        """The step, where there is one."""
        return self.next.ahead.task if self.next.ahead else None

    @property
    def blockers(self) -> tuple[Finding, ...]:
        """What stands in its way."""
        return tuple(one for one in self.findings if one.stops)

    @property
    def ready(self) -> bool:
        """Whether the step can be done on that day."""
        return self.task is not None and not self.blockers and not self.next.waits

    @property
    def clears_on(self) -> date | None:
        """The first day on which nothing known stands in the way; None where a blocker has no such day."""
        return clear(self.blockers, self.facts, self.task)


def look_ahead(path: Path, *, as_of: date) -> Prospect:
    """Return what comes next for the case at ``path``; raises `InvalidFile` for files that cannot be used."""
    return prospect(_looking_back(path, as_of))


def _looking_back(path: Path, as_of: date) -> Loaded:
    """Return the case as it was known on ``as_of``: nothing is made, so what came later does not bear on it."""
    return replace(pipeline.load_case(path, as_of=as_of), later=None)


def overview(path: Path, *, as_of: date) -> Prospect:
    """Return where the case at ``path`` stands, with what is wrong or worth knowing in the case itself."""
    loaded = pipeline.load_case(path, as_of=as_of)
    facts = pipeline.gather(loaded)
    coming = _coming(loaded, facts, ladder_of(loaded.parts))
    return Prospect(loaded.parts.folder, facts, None, coming, run.run_checks(facts))


def explain(path: Path, name: str, *, as_of: date) -> Prospect:
    """Return the same for the step called ``name``, whether or not it is the next one.

    Raises `KitError` where the ladder has no such step.
    """
    loaded = _looking_back(path, as_of)
    ladder = ladder_of(loaded.parts)
    return asked(loaded, ladder, task_of(ladder, name))


def sentences_of(found: Prospect) -> list[str]:
    """Return the explanation of the step in sentences."""
    if found.ladder is None or found.task is None or found.next.ahead is None:
        return []
    return [*sentences(found.facts, found.ladder, found.task, found.next.ahead)]


def deadlines_of(found: Prospect) -> tuple[Deadline, ...]:
    """Return the days of the case to keep in mind, the next step's among them."""
    from kit.documents.deadlines import deadlines  # noqa: PLC0415 - heavy, and only a calendar needs it

    known = deadlines(found.facts)
    day = found.facts.as_of if found.ready else found.clears_on if found.blockers else found.next.on
    if found.task is None or day is None:
        return known
    case = found.facts.case.id
    return (
        *known,
        Deadline(day, case, STEP, "next step", f"{found.task.title}. {found.next.sentence}", about=found.task.id),
    )


def prospect(loaded: Loaded, ladder: Ladder | None = None) -> Prospect:
    """Return what comes next for a case that is loaded."""
    ladder = ladder or ladder_of(loaded.parts)
    facts = pipeline.gather(loaded)
    coming = _coming(loaded, facts, ladder)
    return _checked(loaded, Prospect(loaded.parts.folder, facts, ladder, coming))


def _coming(loaded: Loaded, facts: Facts, ladder: Ladder | None) -> Next:
    return next_for(facts, ladder, shown_path(loaded.parts.folder), claim_by(facts), beside_claim(facts))


def asked(loaded: Loaded, ladder: Ladder | None, task: Task) -> Prospect:
    """Return the same for a step that somebody asks for."""
    facts = pipeline.gather(loaded)
    coming = _coming(loaded, facts, ladder)
    found: Ahead = for_task(facts, ladder, task) if ladder else Ahead(Act.MAKE, task)
    return _checked(loaded, Prospect(loaded.parts.folder, facts, ladder, replace(coming, ahead=found)))


def _checked(loaded: Loaded, found: Prospect) -> Prospect:
    """Return the prospect with what the ladder, the record and the checks hold against its step."""
    ahead = found.next.ahead
    if ahead is None or ahead.task is None:
        said = (*(ahead.findings if ahead else ()), *run.run_checks(found.facts))
        return replace(found, findings=_ordered(said), bank=_bank(loaded)[0])
    about = [*ahead.findings, *_later(loaded)]
    if ahead.task in TASKS:  # what the insolvency forbids stands beside the paper that it asks for
        about += [one.as_note() for one in run.check_frozen(found.facts)]
    for document in dict.fromkeys(ahead.task.documents):
        template = pipeline.template_for(loaded, document)
        about += run.run_checks(found.facts, template.document, ahead.task.done_by.channel, ahead.task.id)
    bank, stale = _bank(loaded)
    if ahead.act is Act.SEND and ahead.made:
        about = [_judged(one, ahead.made) for one in about]
    found = replace(found, findings=_ordered([*about, *stale]), bank=bank)
    waits = found.next.short in (ahead.task.id, f"make {ahead.task.id}", f"send {ahead.task.id}")
    if not waits or not found.blockers:
        return found
    return replace(found, next=waiting(ahead, ahead.task, found.blockers, found.facts, shown_path(found.folder)))


def _judged(finding: Finding, made: Made) -> Finding:
    """Return the finding as it bears on a letter that is made: its own day was judged then, and what was overridden."""
    reason = next((one.because for one in made.overrides if one.code == finding.code), "")
    if finding.stops and reason:
        return finding.override(reason)
    return finding.override("judged when it was made") if finding.stops and finding.code in OF_ITS_DAY else finding


def _bank(loaded: Loaded) -> tuple[date | None, list[Finding]]:
    """Return through which day all bank accounts were looked at, and a note where that is some days ago."""
    workspace = loaded.parts.workspace
    if workspace is None or not workspace.workspace.bank:
        return None, []
    records = workspace.workspace.bank
    index = min(range(len(records)), key=lambda number: records[number].through)
    oldest = records[index]
    if loaded.as_of - oldest.through <= BANK_AGE:
        return oldest.through, []
    message = (
        f"{oldest.account} was last looked at through {oldest.through}: a payment since then is not in the account"
    )
    place = workspace.tree.place("bank", index, "through")
    return oldest.through, [
        note("K427", message, place, fix="Look at the bank, record what came in, and move the day.")
    ]


def _ordered(findings: list[Finding] | tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return each finding once, in file order; what stops one paper of the step is no note beside it."""
    stops = {(one.code, one.message, one.place) for one in findings if one.stops}
    kept = (one for one in findings if one.stops or (one.code, one.message, one.place) not in stops)
    return tuple(sorted(dict.fromkeys(kept), key=in_file_order))


def _later(loaded: Loaded) -> list[Finding]:
    """Stop a step that is dated before something that went out already."""
    later = [entry.event for entry in stand(loaded.journal) if entry.event.on > loaded.as_of]
    done = [event for event in later if isinstance(event, Made | Sent | Called)]
    if not done:
        return []
    last = max(done, key=lambda event: event.on)
    message = f"entry {last.n} is of {last.on}; a step dated {loaded.as_of} would come before it"
    place = next(entry.place for entry in loaded.journal.entries if entry.event.n == last.n)
    return [stop("K424", message, place, fix="Take a later --as-of.", clears_on=last.on)]


def task_of(ladder: Ladder | None, name: str) -> Task:
    """Return the step or reply called ``name``; raises `NoSuchStep` with the names there are."""
    task = (ladder.task(name) if ladder else None) or task_named(name)
    if task is None:
        known = ", ".join(one.id for one in (*ladder.steps, *ladder.replies)) if ladder else "none: `ladder: none`"
        raise NoSuchStep(f"there is no step `{name}`; the steps are {known}")
    return task

"""The next step of a case, with everything that stands in its way, and the making of its papers.

The ladder says which step comes and when; the checks say what law, manners and
the file itself hold against it. Here the two meet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from kit import pipeline
from kit.checks import run
from kit.documents import draft as drafting
from kit.documents.calendar import STEP, Deadline
from kit.documents.contexts.request import Request
from kit.documents.delivery.travel import ENVELOPE
from kit.documents.draft import Paper
from kit.facts import Facts
from kit.findings import Finding, KitError, Stopped, in_file_order, note, stop
from kit.journal.fold import stand
from kit.ladder.ahead import Act, Ahead, for_task
from kit.ladder.explain import sentences
from kit.ladder.history import overdue
from kit.ladder.standing import Next, clear, next_for, waiting
from kit.load.text_file import shown_path
from kit.model.business_days import next_business_day
from kit.model.document import Template
from kit.model.document_ids import INTERNAL, INVOICE, MAILING_RECORD
from kit.model.event import Called, Made, Sent
from kit.model.ladder import Ladder, Step, Task
from kit.pipeline import Loaded

BANK_AGE = timedelta(days=3)


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
    return _prospect(pipeline.load_case(path, as_of=as_of))


def overview(path: Path, *, as_of: date) -> Prospect:
    """Return where the case at ``path`` stands, with what is wrong or worth knowing in the case itself."""
    loaded = pipeline.load_case(path, as_of=as_of)
    facts = pipeline.gather(loaded)
    coming = next_for(facts, pipeline.ladder_for(loaded), shown_path(loaded.parts.folder))
    return Prospect(loaded.parts.folder, facts, None, coming, run.run_checks(facts))


def explain(path: Path, name: str, *, as_of: date) -> Prospect:
    """Return the same for the step called ``name``, whether or not it is the next one.

    Raises `KitError` where the ladder has no such step.
    """
    loaded = pipeline.load_case(path, as_of=as_of)
    ladder = pipeline.ladder_for(loaded)
    return _asked(loaded, ladder, _task(ladder, name))


def sentences_of(found: Prospect) -> list[str]:
    """Return the explanation of the step in sentences."""
    if found.ladder is None or found.task is None or found.next.ahead is None:
        return []
    return [*sentences(found.facts, found.ladder, found.task, found.next.ahead)]


def make_step(
    path: Path,
    name: str | None = None,
    *,
    as_of: date,
    pay_by: date | None = None,
    payment: str = "",
    overrides: dict[str, str] | None = None,
) -> tuple[Prospect, tuple[pipeline.Made, ...]]:
    """Make the papers of the next step, or of the step ``name``; all are checked and drawn up before one is written.

    Raises `Stopped` with everything that stands in the way, `KitError` where there is no step to make.
    """
    loaded = pipeline.load_case(path, as_of=as_of)
    ladder = pipeline.ladder_for(loaded)
    found = _asked(loaded, ladder, _task(ladder, name)) if name else _prospect(loaded, ladder)
    if found.task is None:
        _refuse(found)
    requests = requests_of(found, pay_by, payment)
    papers, notes = _papers(loaded, found, requests, overrides or {}, strict=pay_by is not None)
    made = [*_commit(loaded, found.facts, papers, notes)]
    if any(file.name.endswith(ENVELOPE) for one in made for file in one.files):
        made.append(pipeline.make(path, Request(MAILING_RECORD, step=made[0].paper.request.step), as_of=as_of))
    return found, tuple(made)


def _commit(loaded: Loaded, facts: Facts, papers: list[Paper], notes: tuple[Finding, ...]) -> Iterator[pipeline.Made]:
    """Put the papers of a step into the case; the letter gets its email or envelope, the others travel with it."""
    letters = [paper for paper in papers if not paper.request.document.startswith(INTERNAL)]
    for paper in papers:
        if letters and paper is letters[0]:
            yield pipeline.commit(loaded, facts, paper, notes, tuple(letters[1:]))
        else:
            quiet = replace(paper, request=replace(paper.request, channel=None))
            yield pipeline.commit(loaded, facts, quiet, notes)


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


def requests_of(found: Prospect, pay_by: date | None = None, payment: str = "") -> tuple[Request, ...]:
    """Return the papers of the step: one of each document, and one invoice for each that is open and overdue."""
    task, ladder, facts = found.task, found.ladder, found.facts
    if task is None or ladder is None:
        return ()
    mark = ladder.fingerprint(task.id) if isinstance(task, Step) else ""
    days = task.pay_by_days
    last = pay_by or (next_business_day(facts.as_of + timedelta(days), facts.case.debtor.state) if days else None)
    usual = Request(
        "", payment=payment, step=task.id, pay_by=last, tone=task.tone or "", channel=task.done_by.channel, ladder=mark
    )
    open_ = list(dict.fromkeys(item.invoice for item in overdue(facts)))
    found_: list[Request] = []
    for document in task.documents:
        if document == INVOICE:
            found_ += [replace(usual, document=document, invoice=name, pay_by=None) for name in open_]
        elif document.startswith(INTERNAL):
            found_.append(replace(usual, document=document, pay_by=None))
        else:
            found_.append(replace(usual, document=document))
    return tuple(found_)


def _prospect(loaded: Loaded, ladder: Ladder | None = None) -> Prospect:
    ladder = ladder or pipeline.ladder_for(loaded)
    facts = pipeline.gather(loaded)
    coming = next_for(facts, ladder, shown_path(loaded.parts.folder))
    return _checked(loaded, Prospect(loaded.parts.folder, facts, ladder, coming))


def _asked(loaded: Loaded, ladder: Ladder | None, task: Task) -> Prospect:
    facts = pipeline.gather(loaded)
    coming = next_for(facts, ladder, shown_path(loaded.parts.folder))
    found: Ahead = for_task(facts, ladder, task) if ladder else Ahead(Act.MAKE, task)
    return _checked(loaded, Prospect(loaded.parts.folder, facts, ladder, replace(coming, ahead=found)))


def _checked(loaded: Loaded, found: Prospect) -> Prospect:
    """Return the prospect with what the ladder, the record and the checks hold against its step."""
    ahead = found.next.ahead
    if ahead is None or ahead.task is None:
        said = (*(ahead.findings if ahead else ()), *run.run_checks(found.facts))
        return replace(found, findings=_ordered(said), bank=_bank(loaded)[0])
    about = [*ahead.findings, *_later(loaded)]
    for document in dict.fromkeys(ahead.task.documents):
        template = pipeline.template_for(loaded, document)
        about += run.run_checks(found.facts, template.document, ahead.task.done_by.channel, ahead.task.id)
    bank, stale = _bank(loaded)
    found = replace(found, findings=_ordered([*about, *stale]), bank=bank)
    waits = found.next.short in (ahead.task.id, f"make {ahead.task.id}")
    if not waits or not found.blockers:
        return found
    return replace(found, next=waiting(ahead, ahead.task, found.clears_on, shown_path(found.folder)))


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


def _papers(
    loaded: Loaded, found: Prospect, requests: tuple[Request, ...], overrides: dict[str, str], *, strict: bool
) -> tuple[list[Paper], tuple[Finding, ...]]:
    """Return every paper drawn up, and what goes with them. Raises `Stopped` with all that stands in the way."""
    facts = found.facts
    told = run.override(found.findings, overrides)
    if any(one.stops for one in told):
        raise Stopped(told)
    papers = []
    for request in requests:
        template = pipeline.sound_template(loaded, request)
        papers.append(pipeline.draft(facts, _decided(facts, request, template, strict), template))
    return papers, told


def _decided(facts: Facts, request: Request, template: Template, strict: bool) -> Request:
    """Return the request with its last day; unless ``strict``, a day gives way where the law gives the debtor more."""
    try:
        return drafting.decide(facts, request, template)
    except KitError:
        if strict or request.pay_by is None:
            raise
        return drafting.decide(facts, replace(request, pay_by=None), template)


def _task(ladder: Ladder | None, name: str) -> Task:
    task = ladder.task(name) if ladder else None
    if task is None:
        known = ", ".join(one.id for one in (*ladder.steps, *ladder.replies)) if ladder else "none: `ladder: none`"
        raise NoSuchStep(f"there is no step `{name}`; the steps are {known}")
    return task


def _refuse(found: Prospect) -> None:
    """Raise what is to be said where there is no step to make."""
    if found.blockers:
        raise Stopped(found.findings)
    raise KitError(f"there is no letter to make now. {found.next.sentence}")

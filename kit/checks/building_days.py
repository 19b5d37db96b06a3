"""Deadlines of somebody who built: which ones concern this case, and the days they fall on.

What the case does not say (the role on the site, the kind of project) rules
nothing out: every deadline that could concern it is counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from kit.facts import Facts
from kit.findings import Finding
from kit.model.case import Case
from kit.model.inquiry import DOUBT, Inquiry
from kit.model.law import Jurisdiction
from kit.model.law_building import BuildingDeadline, BuildingDeadlines, WorkEvent
from kit.model.law_names import RuleName
from kit.model.law_words import Project, Role
from kit.model.party import PartyKind
from kit.model.selectors import days_of

BOTH = (RuleName.LIEN_DEADLINES, RuleName.BOND_DEADLINES)
PRIVATE = (Project.RESIDENTIAL, Project.COMMERCIAL)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline, the days it falls on (none where its event is not in the file), and where it is written."""

    rule: BuildingDeadline
    days: tuple[date, ...]
    cite: str


def law_of_site(facts: Facts) -> Jurisdiction | None:
    """Return the law of the state where the property is; one nobody wrote down is taken to be where the debtor is."""
    site = facts.case.work.place or facts.case.debtor.address
    known = [law for law in (facts.forum, facts.law) if law is not None]
    return next((law for law in known if site and law.code == f"us-{site.state.lower()}"), None)


def deadlines(facts: Facts, law: Jurisdiction) -> tuple[list[Deadline], list[Finding]]:
    """Return every deadline for this work, once, and what could not be answered."""
    found: dict[tuple[BuildingDeadline, str], Deadline] = {}
    said: list[Finding] = []
    for state, rule in ((law, BOTH[0]), (law, BOTH[1]), (facts.federal, BOTH[1])):
        if state and (state is law or Project.PUBLIC in projects_of(facts.case)):
            new, findings = _asked(facts, state, rule)
            found |= {(one.rule, one.cite): one for one in new}
            said += [one for one in findings if new or one.code != DOUBT]  # no doubt about what concerns nobody here
    return list(found.values()), list(dict.fromkeys(said))


def _asked(facts: Facts, law: Jurisdiction, rule: RuleName) -> tuple[list[Deadline], list[Finding]]:
    """Ask one rule for every kind of building this can be."""
    case, role = facts.case, role_of(facts.case)
    inquiry = Inquiry(law, {"role": role} if role else {}, days_of(case, facts.as_of))
    found = []
    for project in projects_of(case):
        value, cite = inquiry.value(rule, facts.as_of, BuildingDeadlines, project=project)
        steps = value.steps if value else ()
        found += [Deadline(s, falls_on(s, case), cite) for s in steps if _concerns(s, rule, role, project)]
    return found, inquiry.findings


def role_of(case: Case) -> Role | None:
    """Return who the creditor was on the site, as far as the case says."""
    work, creditor = case.work, case.creditor
    above = work.general_contractor
    if above and creditor and above not in (creditor.name, creditor.dba):
        return Role.SUBCONTRACTOR
    return Role.PRIME if work.owner and work.owner in (case.debtor.name, case.debtor.dba) else None


def projects_of(case: Case) -> tuple[Project, ...]:
    """Return what can be built here: public work for a government, a home for a consumer, else anything."""
    if case.debtor.kind is PartyKind.GOVERNMENT:
        return (Project.PUBLIC,)
    if case.work.home_improvement or case.consumer:
        return (Project.RESIDENTIAL,)
    return PRIVATE if role_of(case) is Role.PRIME else (*PRIVATE, Project.PUBLIC)


def falls_on(step: BuildingDeadline, case: Case) -> tuple[date, ...]:
    """Return the day or days a deadline falls on; none where the file does not hold its event."""
    first, last = case.work.first_day, case.work.last_day
    if step.event is WorkEvent.EACH_MONTH_UNPAID:
        return tuple(_counted(step, month) for month in _months(first or last, last or first))
    events = {
        WorkEvent.CONTRACT: case.agreement.signed_on,
        WorkEvent.FIRST_FURNISHING: first,
        WorkEvent.LAST_FURNISHING: last,
        WorkEvent.COMPLETION: last,
    }
    event = events.get(step.event)
    return (_counted(step, event),) if event else ()


def _concerns(step: BuildingDeadline, rule: RuleName, role: Role | None, project: Project) -> bool:
    """Whether a deadline is for this role and project; public property bears no lien unless the law says so."""
    if role and step.roles and role not in step.roles:
        return False
    return project in step.projects if step.projects else project in PRIVATE or rule is RuleName.BOND_DEADLINES


def _months(first: date | None, last: date | None) -> Iterator[date]:
    """Yield the first day of each month of work."""
    day = first.replace(day=1) if first else None
    while day and last and day <= last:
        yield day
        day += relativedelta(months=1)


def _counted(step: BuildingDeadline, event: date) -> date:
    """Return the day of a deadline; months that roll to a day are counted from the first of the month."""
    start = event.replace(day=1) if step.day_of_month else event
    day = start + timedelta(days=step.days or 0) + relativedelta(months=step.months or 0, years=step.years or 0)
    return day + relativedelta(day=step.day_of_month) if step.day_of_month else day

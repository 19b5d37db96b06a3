"""Building work: the days by which a lien or a claim on a bond is kept, counted from the case.

They run while letters go back and forth, so they are shown before anything
else. Days are printed as counted, not moved off a weekend: that day is the safe
one. Where a state's deadlines are not on record that is said loudly.
"""

from __future__ import annotations

from collections.abc import Iterator

from kit.checks.building_days import Deadline, deadlines, law_of_site, projects_of, role_of
from kit.facts import Facts
from kit.findings import Finding, note
from kit.model.case import Case, WorkKind
from kit.model.law_building import BuildingDeadline, Step, WorkEvent

STEPS = {
    Step.PRELIMINARY_NOTICE: "give the preliminary notice",
    Step.NOTICE_OF_NONPAYMENT: "give the notice of nonpayment",
    Step.NOTICE_OF_INTENT: "give the notice of intent to lien",
    Step.RECORD_LIEN: "record the lien",
    Step.SUIT_ON_LIEN: "sue on the lien",
    Step.BOND_NOTICE: "give notice of a claim on the payment bond, if there is one",
    Step.SUIT_ON_BOND: "sue on the payment bond, if there is one",
}
EVENTS = {
    WorkEvent.CONTRACT: "the contract",
    WorkEvent.FIRST_FURNISHING: "the first day of work",
    WorkEvent.EACH_MONTH_UNPAID: "each month of unpaid work",
    WorkEvent.LAST_FURNISHING: "the last day of work",
    WorkEvent.COMPLETION: "completion of the whole building, counted here from your own last day",
    WorkEvent.NOTICE_OF_COMPLETION: "a notice of completion",
    WorkEvent.LIEN_RECORDED: "the recording of the lien",
    WorkEvent.BOND_NOTICE_GIVEN: "the notice on the bond",
}
KEYS = {
    WorkEvent.CONTRACT: ("agreement", "signed_on"),
    WorkEvent.FIRST_FURNISHING: ("work", "first_day"),
    WorkEvent.LAST_FURNISHING: ("work", "last_day"),
    WorkEvent.COMPLETION: ("work", "last_day"),
    WorkEvent.EACH_MONTH_UNPAID: ("work", "last_day"),
}


def check_liens(facts: Facts) -> Iterator[Finding]:
    """Show the lien and bond days of building work: open ones, past ones, and what is not on record."""
    case = facts.case
    if case.work.kind is not WorkKind.CONSTRUCTION:
        return
    law = law_of_site(facts)
    if law is None:
        yield _unknown(case, "the lien deadlines of the state where the property is are not on hand")
        return
    found, findings = deadlines(facts, law)
    if not found:
        yield _unknown(case, f"no lien or bond deadline of {law.name} is on record for this work")
    yield from findings
    for deadline in found:
        yield _shown(facts, deadline)


def to_do(facts: Facts, deadline: Deadline) -> str:
    """Return what has to be done by then, to whom, and for whom alone: `record the lien (as subcontractor)`."""
    case, rule = facts.case, deadline.rule
    whom = f" to {rule.to}" if rule.to else ""
    only = [f"as {' or '.join(rule.roles)}"] if rule.roles and role_of(case) is None else []
    only += [f"on {' or '.join(rule.projects)} work"] if rule.projects and len(projects_of(case)) > 1 else []
    label = f" ({', '.join(only)})" if only else ""
    return f"{STEPS[rule.step]}{whom}{label}"


def _shown(facts: Facts, deadline: Deadline) -> Finding:
    case, rule, what = facts.case, deadline.rule, to_do(facts, deadline)
    place = case.place(*KEYS.get(rule.event, ("work",)))
    if not deadline.days:
        message = f"to {what}: {_length(rule)} after {EVENTS[rule.event]}"
        key = KEYS.get(rule.event)
        fix = f"Add `{key[-1]}:` under `{key[0]}`, and the day is worked out." if key else "Count it from that day."
        return note("K157", message, place, fix=fix, law=deadline.cite)
    open_ = [day for day in deadline.days if day >= facts.as_of]
    day = open_[0] if open_ else deadline.days[-1]
    kind = "first" if rule.at_least else "last"
    how = f"{_length(rule)} after {EVENTS[rule.event]}"
    if open_:
        message = f"{kind} day to {what}: {day}, {_away((day - facts.as_of).days)} ({how})"
        fix = "Do it first: letters do not stop this clock." if not rule.at_least else "Not before that day."
        return note("K158", message, place, fix=fix, law=deadline.cite)
    message = f"{kind} day to {what}: {day}, {_away((day - facts.as_of).days)} ({how})"
    fix = "" if rule.at_least else "If it was not done, ask a lawyer at once whether anything is left."
    return note("K158" if rule.at_least else "K159", message, place, fix=fix, law=deadline.cite)


def _away(days: int) -> str:
    """Return how far off a day is, in words."""
    if not days:
        return "today"
    count = f"{abs(days)} day{'' if abs(days) == 1 else 's'}"
    return f"in {count}" if days > 0 else f"{count} ago"


def _length(rule: BuildingDeadline) -> str:
    if rule.day_of_month:
        return f"the {_ordinal(rule.day_of_month)} of the {_ordinal(rule.months or 0)} month"
    parts = [(rule.days, "day"), (rule.months, "month"), (rule.years, "year")]
    return " and ".join(f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in parts if count)


def _ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 4th, 11th ..."""
    last = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{last}"


def _unknown(case: Case, what: str) -> Finding:
    message = f"THIS IS BUILDING WORK, AND {what}: they may be running out"
    fix = "Ask a construction lawyer there today; a lien or a bond claim can be lost within weeks."
    return note("K154", message, case.place("work"), fix=fix)

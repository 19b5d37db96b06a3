"""Everything a jurisdiction answers to one rule on one day: a row for each thing the answer turns on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kit.model.law import Answer, Jurisdiction
from kit.model.law_match import Scope
from kit.model.law_names import RuleName
from kit.model.law_rows import FormulaRow, Row
from kit.model.law_words import Silence


@dataclass(frozen=True, slots=True)
class Standing:
    """What one group of rows says on a day; exactly one of answer, formula and begins is there."""

    scope: Scope | None
    answer: Answer | None = None
    formula: FormulaRow | None = None  # a published rate whose figure for the day is not on record
    begins: date | None = None  # the day lies before the record, which begins then
    ended: date | None = None  # the day lies after the last one the record knows
    later: tuple[Answer, ...] = ()  # changes on record that are still to come


def standings(law: Jurisdiction, rule: RuleName, on: date) -> tuple[Standing, ...]:
    """Return what ``law`` says to ``rule`` on the day ``on``, for each thing the answer turns on."""
    block = law.block(rule)
    if block.not_researched:
        blank = Answer(law.code, rule, on, Silence.NOT_RESEARCHED, note=block.tried or "", review_by=block.review_by)
        return (Standing(None, blank),)
    found = []
    for group in law.groups(rule):
        row = group.on(on)
        later = tuple(law.told(rule, on, next_) for next_ in group.rows if next_.starts > on)
        if isinstance(row, Row):
            found.append(Standing(group.scope, law.told(rule, on, row), later=later))
        elif isinstance(row, FormulaRow):
            found.append(Standing(group.scope, formula=row, later=later))
        else:
            first = min(row.starts for row in (*group.rows, *group.formulas))
            last = max((row.until for row in (*group.rows, *group.formulas) if row.until), default=None)
            begins, ended = (first, None) if on < first else (None, last)
            found.append(Standing(group.scope, begins=begins, ended=ended, later=later))
    return tuple(found)

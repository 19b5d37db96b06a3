"""The law of one jurisdiction, asked by rule and day.

A rule has three answers: a value, none (the law sets nothing, with a
citation), or not researched. Before its first day, and after the last known
figure of a published rate, there is no answer: the law said something then,
but the file does not know what, and a guess would reach a court.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, TypeVar

from kit.findings import KitError
from kit.model.law_answers import Answer, NotOnRecord, RateSpan, RateUnknown, SelectorMissing, join
from kit.model.law_file import Court, JurisdictionFile
from kit.model.law_match import NEEDED, Scope, best
from kit.model.law_names import RuleName
from kit.model.law_rows import Block, FormulaRow, Row
from kit.model.law_rules import RULES, rules_of
from kit.model.law_words import ChosenBy, Silence

__all__ = ["Answer", "Jurisdiction", "NotOnRecord", "RateSpan", "RateUnknown", "SelectorMissing"]

DAY = timedelta(days=1)
D = TypeVar("D", Row, FormulaRow)


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one rule that turn on the same things, by day."""

    scope: Scope
    rows: tuple[Row, ...]
    formulas: tuple[FormulaRow, ...]

    def on(self, day: date) -> Row | FormulaRow | None:
        """Return the row in force on ``day``; a formula where its figure is not known; None where nothing holds."""
        return _in_force(self.rows, day) or _in_force(self.formulas, day)


def _in_force(rows: tuple[D, ...], day: date) -> D | None:
    begun = [row for row in rows if row.starts <= day]
    last = begun[-1] if begun else None
    return last if last and (last.until is None or day <= last.until) else None


def groups_of(block: Block) -> tuple[Group, ...]:
    """Return the rows of ``block`` gathered by what they turn on."""
    gathered: dict[Scope, tuple[list[Row], list[FormulaRow]]] = {}
    for row in block.values:
        gathered.setdefault(Scope.of(row), ([], []))[0].append(row)
    for formula in block.formulas:
        gathered.setdefault(Scope.of(formula), ([], []))[1].append(formula)
    return tuple(Group(scope, tuple(rows), tuple(formulas)) for scope, (rows, formulas) in gathered.items())


class Jurisdiction:
    """One state, district, territory or the federal government, and its answers."""

    def __init__(self, file: JurisdictionFile, origin: str = "") -> None:
        self.file, self.origin = file, origin
        self._groups: dict[RuleName, tuple[Group, ...]] = {}

    @property
    def code(self) -> str:
        """`us-ca`; the federal law is `us`."""
        return self.file.code

    @property
    def name(self) -> str:
        """The name as one would write it."""
        return self.file.name

    @property
    def courts(self) -> Mapping[str, Court]:
        """The courts by the ids that rows turn on."""
        return self.file.courts

    @property
    def rules(self) -> tuple[RuleName, ...]:
        """The rules that a file of this level answers."""
        return tuple(rule.name for rule in rules_of(self.file.level))

    def block(self, rule: RuleName) -> Block:
        """Return all that the file says about ``rule``; raises `KitError` for a rule of another level."""
        block = self.file.rules.get(rule.value)
        if block is None:
            raise KitError(f"{self.name} answers no rule named {rule.value}; it belongs to another level of law")
        return block

    def groups(self, rule: RuleName) -> tuple[Group, ...]:
        """Return the rows of ``rule`` gathered by what they turn on."""
        if rule not in self._groups:
            self._groups[rule] = groups_of(self.block(rule))
        return self._groups[rule]

    def chosen_by(self, rule: RuleName) -> ChosenBy:
        """Return the event whose date picks the value here."""
        return self.block(rule).chosen_by or RULES[rule].chosen_by

    def answer(self, rule: RuleName, on: date, **selectors: Any) -> Answer:
        """Return what the law says to ``rule`` on the day ``on`` of the rule's event (`chosen_by`).

        Selectors are words or enum members (``plaintiff="llc"``, ``debtor=...``, ``court=...``, ``kind=...``,
        ``claim=...``, ``city=...``, ``county=...``, ``agreed=True``, ``amount=Decimal``). The narrowest row that
        fits wins. Raises `NotOnRecord` before the record, `RateUnknown` past a published rate's last figure,
        `SelectorMissing` where rows turn on a thing that was not said.
        """
        block = self.block(rule)
        if block.not_researched:
            return Answer(
                self.code, rule, on, Silence.NOT_RESEARCHED, note=block.tried or "", review_by=block.review_by
            )
        groups = self.groups(rule)
        _insist(self, rule, groups, selectors)
        fitting = [group for group in groups if group.scope.fits(selectors)]
        found = {n: row for n, group in enumerate(fitting) if (row := group.on(on)) is not None}
        if not found:
            return self._nothing(rule, on, groups, fitting)
        narrowest = best({n: fitting[n].scope for n in found})
        if narrowest is None:
            raise KitError(f"{RULES[rule].asks} The file of {self.name} answers this case twice on {on}; correct it")
        row = found[narrowest]
        if isinstance(row, FormulaRow):
            raise _unknown(self, rule, on, row)
        return self.told(rule, on, row)

    def every(self, rule: RuleName, on: date, **selectors: Any) -> tuple[Answer, ...]:
        """Return the answer of each row that fits, the narrowest first, for laws that hold side by side.

        A city's freelancer law does not displace its state's. Where nothing is on record the tuple is empty.
        """
        block = self.block(rule)
        if block.not_researched:
            return (self.answer(rule, on, **selectors),)
        fitting = [group for group in self.groups(rule) if group.scope.fits(selectors)]
        rows = [(len(group.scope.names), row) for group in fitting if isinstance(row := group.on(on), Row)]
        return tuple(self.told(rule, on, row) for _, row in sorted(rows, key=lambda pair: -pair[0]))

    def rates(self, rule: RuleName, start: date, end: date, **selectors: Any) -> tuple[RateSpan, ...]:
        """Return the rates of ``rule`` from ``start`` up to, not including, ``end``, one span for each figure.

        Days on which the law sets no rate (`none`) are left out. Raises like `answer`; `KitError` where the rate
        was not researched.
        """
        groups = self.groups(rule)
        edges = {start, end}
        for group in groups:
            for row in (*group.rows, *group.formulas):
                edges |= {row.starts} if row.until is None else {row.starts, row.until + DAY}
        days = sorted(day for day in edges if start <= day <= end)
        spans: list[RateSpan] = []
        for first, after in pairwise(days):
            answer = self.answer(rule, first, **selectors)
            if not answer.known:
                raise KitError(
                    f"{RULES[rule].asks} Nobody has researched this for {self.name}: state the rate and its source"
                )
            if answer.state == "value":
                join(spans, RateSpan(first, after, answer.value, answer.cite))
        return tuple(spans)

    def told(self, rule: RuleName, on: date, row: Row) -> Answer:
        """Return ``row`` as an answer to ``rule``."""
        block = self.block(rule)
        source = self.file.sources.get(row.source) if row.source else None
        return Answer(
            code=self.code,
            rule=rule,
            on=on,
            value=row.value,
            starts=row.starts,
            until=row.until,
            cite=source.cite if source else "",
            confidence=row.confidence,
            note=row.note or "",
            confirm_with=row.confirm_with or "",
            remedy=row.remedy,
            source=source,
            also=tuple(self.file.sources[key] for key in row.also),
            review_by=block.review_by,
            verified_on=block.verified_on,
            scope=str(Scope.of(row)),
        )

    def _nothing(self, rule: RuleName, on: date, groups: tuple[Group, ...], fitting: list[Group]) -> Answer:
        """Answer where no row holds: the day lies off the record, or nobody wrote a row for such a case."""
        if not fitting:
            others = "; ".join(str(group.scope) for group in groups)
            return Answer(self.code, rule, on, Silence.NOT_RESEARCHED, note=f"answered only for: {others}")
        first = min(row.starts for group in fitting for row in (*group.rows, *group.formulas))
        side = f"begins on {first}" if on < first else "ends before"
        raise NotOnRecord(f"{RULES[rule].asks} For {self.name} the record {side}; it has no answer for {on}")


def _insist(law: Jurisdiction, rule: RuleName, groups: tuple[Group, ...], asked: Mapping[str, Any]) -> None:
    """Refuse a question that leaves out what the answer turns on."""
    used = frozenset().union(*(group.scope.names for group in groups))
    missing = [name for name in (*NEEDED, "amount") if name in used and asked.get(name) is None]
    if missing:
        raise SelectorMissing(f"{RULES[rule].asks} In {law.name} that turns on {' and '.join(missing)}: say which")


def _unknown(law: Jurisdiction, rule: RuleName, on: date, row: FormulaRow) -> RateUnknown:
    formula = row.formula
    plus = f" plus {formula.plus} points" if formula.plus else ""
    sentence = (
        f"{RULES[rule].asks} In {law.name} it is {formula.base}{plus}, published {formula.published}; "
        f"the figure for {on} is not on record: read it at {formula.read_at} and give it with its source"
    )
    return RateUnknown(sentence, on, formula.read_at)

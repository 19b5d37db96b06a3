"""A day in a bankruptcy case by which something must be with the court, and what was asked to find it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from kit.checks.counting import Counted, counted
from kit.findings import Finding, Place, note
from kit.model.bankruptcy import Bankruptcy, Conversion
from kit.model.business_days import day_off, is_business_day
from kit.model.inquiry import Inquiry
from kit.model.law_answers import Answer
from kit.model.law_days import DayCounting, HolidaysOf
from kit.model.law_names import RuleName
from kit.model.law_words import Confidence

BY_STATE_HOLIDAY = "moved by a holiday of the state alone, on which the clerk may be open: keep to the safe day"


class DeadlineKind(StrEnum):
    """What must be done by the day."""

    CLAIM = "claim"  # a proof of claim
    COMPLAINT = "complaint"  # a suit to keep the debt out of the discharge


@dataclass(frozen=True, slots=True)
class CaseDeadline:
    """A last day: as counted, as the rule moves it, and the working day on or before it that nothing takes away."""

    kind: DeadlineKind
    last: date
    moved: date
    safe: date
    why: str  # "70 days after the petition"
    rule: RuleName
    cite: str
    confidence: Confidence
    start: date | None = None  # the day of the event it is counted from
    from_notice: bool = False  # typed from the court's own notice, which moves by nothing
    off: str = ""  # what day of rest the last day falls on

    def passed(self, day: date) -> bool:
        """Whether it is too late on ``day``."""
        return day > self.moved


@dataclass(frozen=True, slots=True)
class CaseDays:
    """The days of a bankruptcy, what stands in their way, and what is left when one has passed."""

    deadlines: tuple[CaseDeadline, ...] = ()
    findings: tuple[Finding, ...] = ()
    left: tuple[str, ...] = ()  # what can still be done for a late claim, in sentences

    def of(self, kind: DeadlineKind) -> CaseDeadline | None:
        """Return the deadline of this kind, the nearest where there are several."""
        return min((one for one in self.deadlines if one.kind is kind), key=lambda one: one.moved, default=None)


def _nowhere(*_: str | int) -> Place | None:
    return None


@dataclass(slots=True)
class Asked:
    """A bankruptcy on a day, and the federal law about it."""

    filed: Bankruptcy
    inquiry: Inquiry
    day: date
    government: bool = False  # whether the creditor is a governmental unit
    natural_person: bool = True  # whether the debtor is
    place: Callable[..., Place | None] = _nowhere
    findings: list[Finding] = field(default_factory=list)

    @property
    def conversion(self) -> Conversion | None:
        """The last order that converted the case, up to the day looked at."""
        done = [one for one in self.filed.converted if one.on <= self.day]
        return done[-1] if done else None

    @property
    def chapter(self) -> str | None:
        """The chapter the case stands under."""
        return self.filed.chapter_on(self.day)

    def on(self, day: date) -> Asked:
        """Return the same question as it was asked on another day, with findings of its own."""
        return replace(self, day=day, findings=[])

    def tell(self, code: str, message: str, *where: str, fix: str = "", law: str = "") -> None:
        """Record a finding at a key of `bankruptcy`."""
        said = note(code, message, self.place("bankruptcy", *where), fix=fix, law=law)
        if said not in self.findings:
            self.findings.append(said)

    def deadline(
        self, kind: DeadlineKind, start: date, days: int, why: str, answer: Answer, cite: str = ""
    ) -> CaseDeadline:
        """Return the day ``days`` after the event on ``start``, counted by Rule 9006(a)."""
        found = self.counted(start, days)
        confidence, off = answer.confidence or Confidence.MEDIUM, found.why
        if found.moved != found.last and is_business_day(found.last):
            confidence, off = Confidence.MEDIUM, f"{off}, {BY_STATE_HOLIDAY}"
        return CaseDeadline(
            kind, found.last, found.moved, found.safe, why, answer.rule, cite or answer.cite, confidence, start, off=off
        )

    def noticed(self, kind: DeadlineKind, day: date, answer: Answer | None, cite: str = "") -> CaseDeadline:
        """Return a day that the court itself named; Rule 9006(a) moves only days that must be computed."""
        rule = answer.rule if answer else RuleName.PROOF_OF_CLAIM_DEADLINE
        cite = cite or (answer.cite if answer else "")
        why, off = "the date in the court's notice", day_off(day, self._state(day))
        safe = self.counted(day, 0).safe
        return CaseDeadline(kind, day, day, safe, why, rule, cite, Confidence.HIGH, from_notice=True, off=off)

    def counted(self, start: date, days: int) -> Counted:
        """Return the last of ``days`` days after ``start`` in the federal courts of the court's state."""
        return counted(start, days, self._counting(start), self._state(start))

    def _counting(self, start: date) -> DayCounting:
        """Return how the days of a period that starts on ``start`` are counted; what is not on record moves nothing."""
        rule, _ = self.inquiry.value(RuleName.DAY_COUNTING, start, DayCounting)
        return rule or DayCounting()

    def _state(self, start: date) -> str | None:
        """Return the state whose holidays count beside the federal ones; none where the rule names none."""
        return self.filed.court_state if HolidaysOf.STATE_OF_THE_COURT in self._counting(start).holidays_of else None

"""Questions to the law about one case, with every answer kept and every doubt told.

Nothing passes on an answer that is not there: `not_researched`, a day off the
record and an unknown rate each become a finding that says what was asked. The
account and the checks ask through this one door, so the record of a paper can
list all the law it stands on.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from kit.findings import Finding, KitError, note, stop
from kit.model.law import Answer, Jurisdiction, RateSpan
from kit.model.law_names import RuleName
from kit.model.law_rules import RULES
from kit.model.law_words import ChosenBy, Confidence

T = TypeVar("T")
DOUBT = "K221"  # an answer that somebody should confirm


class Inquiry:
    """Asks one jurisdiction about one case.

    ``selectors`` is what every question says (`selectors_of`), ``days`` when the events of the case were (`days_of`).
    """

    def __init__(
        self, law: Jurisdiction, selectors: Mapping[str, Any], days: Mapping[ChosenBy, date] | None = None
    ) -> None:
        self.law, self.selectors, self.days = law, dict(selectors), dict(days or {})
        self.findings: list[Finding] = []
        self.used: list[Answer] = []

    def ask(self, rule: RuleName, on: date | None = None, needed: str = "", **more: Any) -> Answer | None:
        """Return the answer, or None where the law is not known; then a finding says what could not be tested.

        ``on`` is the day of the event that usually dates the rule; left out, and where this state dates the rule by
        another event, the day of the case's own event is asked.
        ``needed`` says what is charged under that law ("late fees are charged"): then not knowing it stops the
        paper, until the user says on record why it may go.
        """
        try:
            answer = self.law.answer(rule, self._day(rule, on), **{**self.selectors, **more})
        except KitError as err:
            self.unknown(rule, str(err), needed)
            return None
        return answer if self._kept(answer, needed) else None

    def value(self, rule: RuleName, on: date | None, shape: type[T], **more: Any) -> tuple[T | None, str]:
        """Return the answer's value of ``shape`` and its citation.

        The value is None where the law sets nothing (then the citation says where) or is not known (then "").
        """
        answer = self.ask(rule, on, **more)
        return (answer.of(shape), answer.cite) if answer else (None, "")

    def rates(self, rule: RuleName, start: date, end: date, **more: Any) -> tuple[RateSpan, ...]:
        """Return the law's rates from ``start`` up to, not including, ``end``; raises as `Jurisdiction.rates`."""
        spans = self.law.rates(rule, start, end, **{**self.selectors, **more})
        for span in spans:  # each figure is kept with its own answer, and any doubt about it
            self.ask(rule, span.start, **more)
        return spans

    def every(self, rule: RuleName, on: date, shape: type[T], **more: Any) -> tuple[tuple[T, str], ...]:
        """Return each value of ``shape`` that holds for the case, with its citation, where laws hold side by side."""
        try:
            answers = self.law.every(rule, self._day(rule, on), **{**self.selectors, **more})
        except KitError as err:
            self.unknown(rule, str(err))
            return ()
        if not answers:
            self.unknown(rule, f"the record of {self.law.name} has no answer for {on}")
        kept = [answer for answer in answers if self._kept(answer)]
        return tuple((value, answer.cite) for answer in kept if (value := answer.of(shape)) is not None)

    def unknown(self, rule: RuleName, reason: str, needed: str = "") -> None:
        """Record a question without an answer."""
        fix = f"Ask the clerk of the court or a lawyer in {self.law.name}."
        said = reason.removeprefix(RULES[rule].asks).strip()  # errors of the law data begin with the question
        why = said[:1].upper() + said[1:].rstrip(".")
        if needed:
            message = f"{needed}, and the law's limit is not known: {RULES[rule].asks} {why}."
            self.add(stop("K166", message, fix=fix, overridable=True))
        else:
            self.add(note("K220", f"not tested: {RULES[rule].asks} {why}.", fix=fix))

    def add(self, finding: Finding) -> None:
        """Record a finding once."""
        if finding not in self.findings:
            self.findings.append(finding)

    def join(self, other: Inquiry) -> None:
        """Take over what ``other``, about the same case, found and used."""
        for finding in other.findings:
            self.add(finding)
        self.used += [answer for answer in other.used if answer not in self.used]

    def _day(self, rule: RuleName, on: date | None) -> date:
        """Return the day that picks the value of ``rule`` in this jurisdiction."""
        chosen = self.law.chosen_by(rule)
        usual = chosen is RULES[rule].chosen_by
        day = on if on is not None and usual else self.days.get(chosen, on)
        if day is None:
            raise KitError(f"{RULES[rule].asks} That goes by the {chosen.value.replace('_', ' ')}, which is not known")
        return day

    def _kept(self, answer: Answer, needed: str = "") -> bool:
        """Keep an answer that is known, with its doubt; record one that is not."""
        if not answer.known:
            self.unknown(answer.rule, answer.note or f"nobody has researched this for {self.law.name}", needed)
            return False
        if answer not in self.used:
            self.used.append(answer)
            if found := doubt(answer, self.law.name):
                self.add(found)
        return True


def doubt(answer: Answer, name: str) -> Finding | None:
    """Return the note that an answer of medium or low confidence from the state ``name`` carries."""
    if answer.confidence not in (Confidence.MEDIUM, Confidence.LOW):
        return None
    whom = answer.confirm_with or f"the clerk of the court or a lawyer in {name}"
    message = f"{name} law read with {answer.confidence} confidence: {RULES[answer.rule].asks}"
    return note(DOUBT, message, fix=f"Confirm it with {whom}.", law=answer.cite)

"""Questions to the law, with every answer kept for the record and every doubt told.

A check never passes on an answer that is not there: `not_researched`, a day off
the record and an unknown rate each become a finding that says what was asked.
"""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from kit.findings import Finding, KitError, note
from kit.model.law import Answer, Jurisdiction
from kit.model.law_names import RuleName
from kit.model.law_rules import RULES
from kit.model.law_words import Confidence

T = TypeVar("T")


class Inquiry:
    """Asks one jurisdiction about one case."""

    def __init__(self, law: Jurisdiction, selectors: dict[str, Any]) -> None:
        self.law, self.selectors = law, selectors
        self.findings: list[Finding] = []
        self.used: list[Answer] = []

    def ask(self, rule: RuleName, on: date, **more: Any) -> Answer | None:
        """Return the answer where the law is known; otherwise note what could not be tested and return None."""
        try:
            answer = self.law.answer(rule, on, **{**self.selectors, **more})
        except KitError as err:
            self._untested(rule, str(err))
            return None
        if not answer.known:
            self._untested(rule, f"nobody has researched this for {self.law.name}")
            return None
        if answer not in self.used:
            self.used.append(answer)
            self._doubt(answer)
        return answer

    def value(self, rule: RuleName, on: date, shape: type[T], **more: Any) -> tuple[T | None, str]:
        """Return the answer's value of ``shape`` and its citation; (None, "") where the law sets nothing or is not known."""
        answer = self.ask(rule, on, **more)
        if answer is None:
            return None, ""
        return answer.of(shape), answer.cite

    def every(self, rule: RuleName, on: date, shape: type[T], **more: Any) -> tuple[tuple[T, str], ...]:
        """Return each value of ``shape`` that holds for the case, with its citation, where laws hold side by side."""
        found: list[tuple[T, str]] = []
        for answer in self.law.every(rule, on, **{**self.selectors, **more}):
            if not answer.known:
                self._untested(rule, answer.note or f"nobody has researched this for {self.law.name}")
                continue
            if answer not in self.used:
                self.used.append(answer)
                self._doubt(answer)
            value = answer.of(shape)
            found += [] if value is None else [(value, answer.cite)]
        return tuple(found)

    def _untested(self, rule: RuleName, reason: str) -> None:
        message = f"not tested: {RULES[rule].asks} {_capital(reason)}."
        fix = f"Ask the clerk of the court or a lawyer in {self.law.name}."
        finding = note("K220", message, fix=fix)
        if finding not in self.findings:
            self.findings.append(finding)

    def _doubt(self, answer: Answer) -> None:
        if answer.confidence in (Confidence.MEDIUM, Confidence.LOW):
            whom = answer.confirm_with or f"the clerk of the court or a lawyer in {self.law.name}"
            message = f"of {answer.confidence} confidence: {RULES[answer.rule].asks}"
            self.findings.append(note("K221", message, fix=f"Confirm it with {whom}.", law=answer.cite))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".")
